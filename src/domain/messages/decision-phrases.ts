// With which words does Amazon decide, ask for more, or tell what happened to the account?

/** What a message says about the matter; `accepted`, `partial` and `rejected` judge the last submission (T-10). */
export type Decision = 'accepted' | 'partial' | 'rejected';

export interface Phrase<Meaning extends string> {
  readonly means: Meaning;
  /** Matched against text in lower case with single spaces, and without spaces between Chinese characters. */
  readonly pattern: RegExp;
}

/**
 * In order: what is half granted, then what is refused, then what is granted, because a refusal often repeats the words of
 * an approval ("we cannot reinstate"). Wording of notices quoted in domain.md 1.4 and its sources, and of the fixed
 * answers of Selling Partner Support; medium confidence: a person confirms each.
 */
export const DECISION_PHRASES: readonly Phrase<Decision>[] = [
  {
    means: 'partial',
    pattern: /\b(?:partially|in part) (?:approved|reinstated|granted|reimbursed|accepted)\b/,
  },
  {
    means: 'partial',
    pattern: /\b(?:approved|reinstated|granted|reimbursed) (?:partially|in part|some of)\b/,
  },
  { means: 'partial', pattern: /部分(?:恢复|批准|通过|赔偿|赔付|接受|解除)/ },
  {
    means: 'rejected',
    pattern:
      /\b(?:will not|cannot|can not|can't|won't|unable to|not able to|are not going to|have decided not to|decided not to|could not|do not) (?:be )?(?:reinstate|reactivate|approve|accept|grant|reimburse|restore|overturn|reverse|remove the (?:feedback|violation|warning))/,
  },
  {
    means: 'rejected',
    pattern:
      /\b(?:appeal|request|claim|application|plan of action|dispute|case|submission|document|documents)\b[^.!?\n]{0,80}\b(?:(?:has|have) been|was|were|is|are) (?:denied|rejected|declined|not approved|not accepted|refused)\b/,
  },
  { means: 'rejected', pattern: /\bwe (?:have )?(?:denied|rejected|declined) your\b/ },
  {
    means: 'rejected',
    pattern:
      /\b(?:uphold|upheld|stand by|maintain(?:ed|ing)?|confirm(?:ed)?) (?:our|the) (?:original |initial )?decision\b/,
  },
  {
    means: 'rejected',
    pattern: /\b(?:remains?|will remain|stays?) (?:deactivated|suspended|removed|blocked)\b/,
  },
  {
    means: 'rejected',
    pattern: /\b(?:is|are|was|were) not eligible for (?:a )?(?:reimbursement|refund|reinstatement|safe-t)/,
  },
  {
    means: 'rejected',
    pattern: /\bthis (?:decision|ruling) is final\b|\bwe may not (?:reply|respond) to further\b/,
  },
  {
    means: 'rejected',
    pattern:
      /(?:申诉|申请|索赔|请求|行动计划|文件|资料|材料)[^。！？\n]{0,30}(?:被驳回|被拒绝|未通过|未获批准|未被接受|不予批准|已驳回|已拒绝|已被拒|不符合要求)/,
  },
  {
    means: 'rejected',
    pattern: /(?:无法|不能|不会|决定不|未能)(?:为您)?(?:恢复|重新激活|批准|接受|赔偿|赔付|撤销|移除)/,
  },
  {
    means: 'rejected',
    pattern:
      /维持(?:原|之前的|我们的)?(?:决定|判定|处理|结果)|不符合(?:赔偿|赔付|恢复)(?:条件|资格)|仍处于停用|将继续停用/,
  },
  {
    means: 'rejected',
    pattern: /却下|承認されません|再開することはできません|再開できません|再開いたしかねます/,
  },
  { means: 'rejected', pattern: /\b(?:abgelehnt|nicht reaktivier|nicht wieder freigeschaltet)/ },
  {
    means: 'accepted',
    pattern:
      /\b(?:has|have) been (?:reinstated|reactivated|approved|granted|restored|accepted|resolved in your favou?r)\b/,
  },
  {
    means: 'accepted',
    pattern:
      /\bwe(?:'ve| have)? (?:reinstated|reactivated|approved|granted|accepted|restored|reversed|reimbursed|credited|issued a reimbursement)\b/,
  },
  {
    means: 'accepted',
    pattern: /\b(?:is|are) now (?:active|reinstated|reactivated|eligible to sell)\b|\bin your favou?r\b/,
  },
  {
    means: 'accepted',
    pattern: /\byour (?:appeal|claim|request) (?:was|is) (?:approved|granted|accepted|successful)\b/,
  },
  {
    means: 'accepted',
    pattern: /(?:申诉|申请|索赔|请求|审核)[^。！？\n]{0,20}(?:成功|已通过|通过了|已批准|已被接受|已获批准)/,
  },
  {
    means: 'accepted',
    pattern:
      /(?:已经?|已为您)(?:恢复|重新激活|解除|批准|赔偿|赔付|撤销|移除该?(?:反馈|违规))|处理结果对您有利/,
  },
  { means: 'accepted', pattern: /(?:再開|承認)(?:いたしました|しました|されました)/ },
  { means: 'accepted', pattern: /\b(?:reaktiviert|wiederhergestellt|wurde genehmigt)\b/ },
];

/** Amazon wants something of the seller before it decides. */
export const REQUEST_PHRASES: readonly RegExp[] = [
  /\b(?:need|require|requires|requesting) (?:more|additional|further|the following|some more) (?:information|details|documents?|documentation)\b/,
  /\b(?:do|did|does) not have (?:enough|sufficient) information\b/,
  /\bplease (?:send|submit|provide|upload|reply with|attach|represent|respond)\b/,
  /\b(?:send|submit|provide) us (?:with )?(?:the )?following\b/,
  /\brespond by\b|\bmust respond\b/,
  /请(?:您)?(?:提供|提交|上传|补充|回复|在[^。\n]{1,20}(?:前|内)(?:提供|提交|回复))/,
  /需要(?:您)?(?:提供|补充|更多)/,
  /ご(?:提出|提供|返信)ください/,
];

/** Events of their own that a deadline is counted from (kinds of domain/problems/deadline-rule.ts). */
export const EVENT_PHRASES: readonly Phrase<
  'deactivated' | 'chargeback_email' | 'claim_debited' | 'return_requested' | 'verification_requested'
>[] = [
  {
    means: 'chargeback_email',
    pattern: /\bcharge-?back (?:notice|notification|request)|\brepresent your case\b|信用卡拒付/,
  },
  {
    means: 'deactivated',
    pattern:
      /\byour (?:amazon )?(?:seller |selling )?account (?:has been|was|is) (?:temporarily )?(?:deactivated|suspended)\b|您的(?:亚马逊)?(?:卖家|销售)?账户已(?:被)?停用/,
  },
  {
    means: 'claim_debited',
    pattern:
      /\b(?:we|amazon) (?:have |has )?(?:granted the (?:buyer|customer)|debited your account)|已从您的账户(?:中)?扣/,
  },
  {
    means: 'return_requested',
    pattern:
      /\b(?:a )?return (?:was|has been) requested\b|\brespond to the return request\b|买家(?:已)?(?:申请|请求)退货/,
  },
  {
    means: 'verification_requested',
    pattern:
      /\b(?:verify|confirm|verification of) your (?:identity|business|address|bank)|身份(?:验证|审核)|资质审核/,
  },
];

/** Names under which Amazon signs, for text that came without a sender. */
export const AMAZON_SIGNATURES: readonly RegExp[] = [
  /\b(?:seller performance|selling partner support|seller support|account health|seller fulfill?ment|product quality|notice dispute|chargeback|payee verification|verification) team\b/,
  /\bselling partner support\b|\bthe amazon (?:services )?team\b|\bamazon\.(?:com|de|co\.uk|co\.jp|ca|fr|it|es)\b/,
  /亚马逊(?:卖家)?(?:绩效|支持|团队|账户状况)|卖家(?:绩效|支持)团队|アマゾン|amazon テクニカル/,
];
