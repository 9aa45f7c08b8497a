// Which one concrete action does a case of each problem type ask for?
import type { Bilingual, ProblemGroup } from '../problems/problem-type.ts';

function ask(zh: string, en: string): Bilingual {
  return { zh, en };
}

/** Requests of single problem types. */
export const REQUESTS: Readonly<Record<string, Bilingual>> = {
  'acct-deactivated-policy': ask(
    '请审核行动计划与所附证据，恢复我们的销售权限。',
    'Please review the plan of action and the attached evidence and reinstate our selling privileges.',
  ),
  'acct-related-accounts': ask(
    '请审核两个账户的归属证据，恢复我们的销售权限。',
    'Please review the evidence of ownership of both accounts and reinstate our selling privileges.',
  ),
  'acct-messaging-restriction': ask(
    '请审核并解除买家消息限制。',
    'Please review and lift the restriction of buyer-seller messaging.',
  ),
  'acct-hijacked': ask(
    '请保护账户、撤销未授权的更改并恢复我们的访问。',
    'Please secure the account, undo the unauthorised changes and restore our access.',
  ),
  'lst-inauthentic': ask(
    '请审核发票，撤销该真实性投诉并恢复商品信息。',
    'Please review the invoices, remove the authenticity complaint and reinstate the listing.',
  ),
  'lst-compliance-docs': ask(
    '请审核所附合规文件并恢复商品信息。',
    'Please review the attached compliance documents and reinstate the listing.',
  ),
  'lst-category-approval': ask(
    '请审核所附文件并批准销售该类目或品牌。',
    'Please review the attached documents and approve us to sell in this category or brand.',
  ),
  'lst-hazmat': ask(
    '请审核所附文件并更新危险品分类。',
    'Please review the attached document and update the dangerous goods classification.',
  ),
  'lst-gtin': ask(
    '请审核照片，更正该商品编码或批准豁免。',
    'Please review the photos and correct the product ID or grant the exemption.',
  ),
  'ip-own-report': ask('请移除所列侵权商品信息。', 'Please remove the infringing offers listed above.'),
  'ip-brand-registry': ask(
    '请审核所附证书与照片并批准品牌申请。',
    'Please review the certificate and photos and approve the brand application.',
  ),
  'ord-invalid-tracking': ask(
    '请根据承运人记录更正有效追踪率，并恢复受影响的商品。',
    "Please correct the Valid Tracking Rate according to the carrier's records and restore the affected offers.",
  ),
  'clm-atoz-not-received': ask(
    '请根据送达证明驳回该索赔。',
    'Please deny the claim on the basis of the proof of delivery.',
  ),
  'clm-atoz-not-as-described': ask(
    '请根据所附证据驳回该索赔。',
    'Please deny the claim on the basis of the attached evidence.',
  ),
  'clm-atoz-appeal': ask(
    '请根据新的证据撤销该索赔决定，退还款项并更正订单缺陷率。',
    'Please reverse the decision on the basis of the new evidence, return the amount and correct the Order Defect Rate.',
  ),
  'clm-chargeback': ask(
    '请以所附证据代表我们对拒付提出异议。',
    'Please represent the transaction with the attached evidence.',
  ),
  'clm-safe-t': ask(
    '请审核所附证据并赔付该订单的退款金额。',
    'Please review the attached evidence and reimburse the refunded amount of this order.',
  ),
  'clm-negative-feedback': ask(
    '请按反馈规则移除该反馈。',
    'Please remove this feedback under the feedback policy.',
  ),
  'fba-inbound-missing': ask(
    '请调查差异，找到或赔付缺少的商品。',
    'Please investigate the discrepancy and find or reimburse the missing units.',
  ),
  'fba-lost-warehouse': ask(
    '请核对台账，找到或赔付丢失的商品。',
    'Please check the ledger and find or reimburse the lost units.',
  ),
  'fba-damaged-warehouse': ask(
    '请核对台账并赔付损坏的商品。',
    'Please check the ledger and reimburse the damaged units.',
  ),
  'fba-customer-return': ask(
    '请核对退货，赔付未退回或损坏退回的商品。',
    'Please check the returns and reimburse the units that were not returned or were returned damaged.',
  ),
  'fba-removal-lost': ask(
    '请调查该移除货件并赔付丢失的商品。',
    'Please investigate the removal shipment and reimburse the lost units.',
  ),
  'fba-removal-damaged': ask(
    '请审核照片并赔付破损、错误或缺少的商品。',
    'Please review the photos and reimburse the damaged, wrong or missing units.',
  ),
  'fba-fee-dimension': ask(
    '请重新测量该商品并更正费用。',
    'Please remeasure the product and correct the fees.',
  ),
  'fba-sourcing-cost': ask(
    '请按所附发票更正采购成本并补付差额。',
    'Please correct the sourcing cost according to the attached invoice and pay the difference.',
  ),
  'fba-reimb-reversal': ask(
    '请说明撤销原因并恢复该赔偿。',
    'Please explain the reversal and restore the reimbursement.',
  ),
  'pay-disbursement-held': ask(
    '请审核所附文件并放款。',
    'Please review the attached documents and release the funds.',
  ),
  'pay-fee-dispute': ask(
    '请核对所列费用并退还多收部分。',
    'Please check the fees listed and refund the overcharge.',
  ),
  'tec-feed-or-page-error': ask(
    '请排查该错误并告知解决方法。',
    'Please investigate the error and tell us how it is solved.',
  ),
  'tec-user-permission': ask(
    '请核对并恢复该用户权限。',
    'Please check and restore the permission of this user.',
  ),
  'tec-other': ask('请就上述问题给出书面答复。', 'Please answer the question above in writing.'),
};

/** Requests of all other problem types of a group. */
export const GROUP_REQUESTS: Readonly<Record<ProblemGroup, Bilingual>> = {
  acct: ask('请审核所附证据并解除该处罚。', 'Please review the attached evidence and lift the enforcement.'),
  lst: ask(
    '请审核所附证据并恢复商品信息。',
    'Please review the attached evidence and reinstate the listing.',
  ),
  ip: ask(
    '请审核所附证据，撤销该投诉并恢复商品信息。',
    'Please review the attached evidence, remove the complaint and reinstate the listing.',
  ),
  ord: ask(
    '请审核所附证据并更正该绩效指标。',
    'Please review the attached evidence and correct the performance metric.',
  ),
  clm: ask(
    '请审核所附证据并作出有利于卖家的决定。',
    "Please review the attached evidence and decide the claim in the seller's favour.",
  ),
  fba: ask('请核查上述情况并更正。', 'Please check the situation above and correct it.'),
  pay: ask('请核查上述款项并处理。', 'Please check the payment above and settle it.'),
  ver: ask(
    '请审核所附文件并完成验证。',
    'Please review the attached documents and complete the verification.',
  ),
  tec: ask('请处理上述问题。', 'Please solve the issue above.'),
};
