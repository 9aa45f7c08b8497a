// Does a message say that Amazon took something away and what the seller has to send to get it back?

const TAKEN =
  /\b(?:deactivat\w*|suspend\w*|remov(?:ed|al)|block(?:ed)|at risk|deaktivier\w*|gesperrt|entfernt|desactiv\w*|eliminad\w*|eliminacion|retirad\w*|bloquead\w*|retire[ers]*|supprime\w*|suspendu\w*|bloque\w*|disattiv\w*|rimoss\w*|rimozione|sospes\w*|gedeactiveerd|verwijderd|dezaktyw\w*|usuniet\w*|inaktiverat?s?|borttag\w*)\b|停用|移除|下架|暂停|封禁|停止|削除|取り消|取消し/;
const THING =
  /\b(?:account|listings?|offers?|selling privileges|asins?|konto|verkauferkonto|angebote?|compte|offres?|mises en vente|cuenta|ofertas?|offerte|annunci|aanbiedingen)\b|账户|商品|销售权限|アカウント|出品/;
const REMEDY =
  /\b(?:appeal|submit|reactivat\w*|reinstat\w*|plan of action|documentation|einspruch|einreichen|reaktivier\w*|massnahmenplan|recours|faire appel|reactiver|plan d'action|factures|reactivar|apelar|plan de accion|facturas|volver a publicar|riattivare|piano d'azione|fatture|ricorso|actieplan|odwol\w*|retablir|soumettre|presentar|restablecer|ripristinare|presentare|wiederherstell\w*|vorlegen|einzureichen)\b|申诉|行动计划|提交|异议|異議|提出|改善計画|改善措置|審査請求|再開/;

/** The right to sell itself, and that it was lost: no way back need be named. */
const RIGHT_TO_SELL =
  '(?:selling privileges|(?:seller|selling) account|your (?:amazon )?account|verkauferkonto|verkaufsberechtigung|compte vendeur|votre compte|cuenta de vendedor|su cuenta|account venditore|il tuo account|卖家账户|销售权限|您的账户|出品(?:者様の)?アカウント|出品権限)';
const LOST =
  '(?:(?<!not )(?:deactivated|suspended|removed|revoked|terminated|on hold)|deaktiviert|gesperrt|entzogen|desactive|suspendu|desactivad[oa]|suspendid[oa]|disattivat[oa]|sospes[oa]|停用|封禁|暂停|移除|停止|閉鎖|再開できない|取り消)';
const RIGHT_LOST = new RegExp(
  `${RIGHT_TO_SELL}[^.。\\n]{0,80}${LOST}|${LOST}[^.。\\n]{0,80}${RIGHT_TO_SELL}|account (?:was|has been|is) closed`,
);
const GIVEN_BACK =
  /(?:has|have|had) (?:now )?(?:been )?(?:reactivated|reinstated)|wieder (?:freigeschaltet|aktiviert)|(?:a ete|ete) reactive|ha sido reactivad|已(?:恢复|重新激活)|再開(?:しました|いたしました)/;

const VIOLATION =
  /\b(?:violat\w+|infring\w+|verstoss\w*|verstosst|infractions?|violazion\w+|infraccion\w*|incumpl\w+)\b|违反|違反|侵害/;
const ANSWER_TO_VIOLATION =
  /\b(?:plan of action|acknowledge|appeal|massnahmenplan|einspruch|plan d'action|plan de accion|piano d'azione|actieplan)\b|行动计划|申诉|改善計画|異議/;

const SELLERS_OWN =
  /dear (?:amazon|seller performance|account health|selling partner)|to whom it may concern|\b(?:i am|we are) (?:writing|submitting|filing|appealing)\b|尊敬的亚马逊|sehr geehrtes amazon/;

/** What was taken, of what, and the way back; or the right to sell is gone; or a violation asks for an answer. `text` is normalised by normaliseForCues. */
export function saysEnforcement(text: string): boolean {
  const head = text.slice(0, 6_000);
  return (
    losesRightToSell(head) ||
    (TAKEN.test(head) && THING.test(head) && REMEDY.test(head)) ||
    (VIOLATION.test(head) && ANSWER_TO_VIOLATION.test(head))
  );
}

/** The same of a printed or pasted page, which may as well be the seller's own answer: only the plainest words count. */
export function printsEnforcement(text: string): boolean {
  const head = text.slice(0, 6_000);
  return losesRightToSell(head) && !SELLERS_OWN.test(head);
}

function losesRightToSell(head: string): boolean {
  return RIGHT_LOST.test(head) && !GIVEN_BACK.test(head);
}

const ENFORCING_MAILBOX =
  /^(?:[\w.-]*(?:performance|evaluation|verification|compliance|product-?safety|account-?(?:alert|health|specialist)|notice|kyc)[\w.-]*)@/;
const DEMAND =
  /\b(?:respond|reply|answer|provide|submit|send us|explain|appeal|antworten|einreichen|nachweis\w*|vorlegen|zusenden|repondez|repondre|envoye[rz]|soumettre|fournir|enviar|presentar|inviare|presentare|responda|envie|rispond\w+|invia\w*)\b|回复|提交|提供|申诉|ご提出|ご返信|ご回答/;

/** Amazon's offices that watch sellers write to ask for something; what they write is no news. `from` is a bare address. */
export function demandsAnswer(from: string, text: string): boolean {
  return ENFORCING_MAILBOX.test(from) && DEMAND.test(text.slice(0, 6_000));
}
