// Does a message say that Amazon took something away and what the seller has to send to get it back?

const TAKEN =
  /\b(?:deactivat\w*|suspend\w*|remov(?:ed|al)|block(?:ed)|at risk|deaktivier\w*|gesperrt|entfernt|desactiv\w*|eliminad\w*|eliminacion|retirad\w*|bloquead\w*|retire[ers]*|supprime\w*|suspendu\w*|bloque\w*|disattiv\w*|rimoss\w*|rimozione|sospes\w*|gedeactiveerd|verwijderd|dezaktyw\w*|usuniet\w*|inaktiverat?s?|borttag\w*)\b|停用|移除|下架|暂停|封禁|停止|削除|取り消|取消し/;
const THING =
  /\b(?:account|listings?|offers?|selling privileges|asins?|konto|verkauferkonto|angebote?|compte|offres?|mises en vente|cuenta|ofertas?|offerte|annunci|aanbiedingen)\b|账户|商品|销售权限|アカウント|出品/;
const REMEDY =
  /\b(?:appeal|submit|reactivat\w*|reinstat\w*|plan of action|documentation|einspruch|einreichen|reaktivier\w*|massnahmenplan|recours|faire appel|reactiver|plan d'action|factures|reactivar|apelar|plan de accion|facturas|volver a publicar|riattivare|piano d'azione|fatture|ricorso|actieplan|odwol\w*)\b|申诉|行动计划|提交|异议|異議|提出|改善計画|改善措置|審査請求|再開/;

/** All three: what was taken, of what, and the way back. `text` is normalised by normaliseForCues. */
export function saysEnforcement(text: string): boolean {
  const head = text.slice(0, 6_000);
  return TAKEN.test(head) && THING.test(head) && REMEDY.test(head);
}
