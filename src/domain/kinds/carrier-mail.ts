// Does a carrier's own mail say where a parcel is, or that it was handed over?
import type { EmailFacts } from '../reading.ts';
import { normaliseForCues } from './cue-text.ts';
import { extractAddress } from './email-origin.ts';

/** Domains from which parcel carriers write, in the countries of the stores and of the sellers. */
const CARRIER_DOMAIN =
  /[@.](?:ups\.com|fedex\.com|usps\.(?:com|gov)|dhl\.[a-z.]{2,6}|royalmail\.com|parcelforce\.(?:com|net)|evri\.com|(?:my)?hermes(?:world|-europe)?\.[a-z.]{2,6}|dpd(?:group|local)?\.[a-z.]{2,6}|gls(?:-[a-z]+)?\.[a-z.]{2,6}|inpost\.[a-z.]{2,6}|poczta-polska\.pl|purolator\.com|canadapost(?:-postescanada)?\.ca|auspost\.com\.au|postnl\.[a-z]{2,3}|bpost\.be|laposte\.(?:fr|net)|colissimo\.fr|chronopost\.fr|mondialrelay\.[a-z]{2,3}|correos\.(?:es|com)|seur\.(?:com|net)|nacex\.(?:es|com)|brt\.it|sda\.it|poste(?:italiane)?\.it|tnt\.[a-z.]{2,6}|yodel\.co\.uk|ontrac\.com|lasership\.com|aramex\.[a-z.]{2,6}|postnord\.[a-z]{2,3}|posten\.(?:no|se)|bring\.(?:com|no|se|dk)|post\.(?:at|ch)|packeta\.com|ceskaposta\.cz|kuronekoyamato\.co\.jp|sagawa-exp\.co\.jp|(?:post\.)?japanpost\.jp|sf-express\.com|4px\.com|yunexpress\.(?:com|cn)|yw56\.com\.cn|cainiao\.com|zto\.com)$/;

const HANDED_OVER =
  /\b(?:was|has been|been|were|we(?: have|'ve)?) (?:successfully )?delivered\b|\bpackage delivered\b|\bdelivered (?:on|at|to)\b|(?:wurde|ist|haben)[^.\n]{0,80}(?:zugestellt|abgegeben|ausgeliefert)|(?:a ete|est) (?:livre|remis|distribue)|stat[oa] consegnat[oa]|(?:ha sido|fue|hemos) entregad[oa]|zostal[ao]?[^.\n]{0,40}dostarczon|doreczon[aoy]|is (?:bezorgd|afgeleverd)|(?:har|er|blev) (?:levererats|levert|leveret)|お届け(?:が)?完了|配達(?:が)?完了|お届けしました|已签收|已妥投/;
const NOT_YET = /\b(?:will be|to be|not|cannot be|could not be|unable to be) delivered\b/g;

const UNDERWAY =
  /\bout for delivery\b|\bon (?:its|the) way\b|\bin transit\b|\barriv(?:es|ing|ed)\b|\bdeliver(?:ing)? (?:it|your|you)\b|\bscheduled delivery\b|\b(?:has|have|was) (?:been )?(?:shipped|dispatched|picked up)\b|\blabel (?:has been )?created\b|\bready (?:for|to) (?:collect|pick)|\bdelivery (?:attempt|update|exception|today)|wird [^.\n]{0,90}zugestellt|unterwegs|kommt (?:heute|morgen)|in zustellung|abholbereit|en cours (?:de livraison|d'acheminement)|en chemin|(?:sera|va etre) livre|pret a etre retire|in consegna|in transito|in arrivo|en reparto|en camino|en transito|w drodze|czeka na odbior|onderweg|bezorgen we|pa vag|underveis|お届け予定|配達予定|配送中|お預かり|派送|运输中|已揽收/;

const MONEY_MATTER =
  /\binvoice\b|\bbill(?:ing)?\b|rechnung|facture|fattura|factura|faktura|factuur|請求|发票|账单/;

/** Null for mails of others, and for what carriers write about money. */
export function readCarrierMail(email: EmailFacts | undefined, text: string): 'tracking_slip' | 'pod' | null {
  if (email === undefined || !CARRIER_DOMAIN.test(extractAddress(email.from))) return null;
  const subject = normaliseForCues(email.subject ?? '');
  if (MONEY_MATTER.test(subject)) return null;
  const whole = `${subject}\n${normaliseForCues(text.slice(0, 6_000))}`;
  if (HANDED_OVER.test(whole.replace(NOT_YET, ' '))) return 'pod';
  return UNDERWAY.test(whole) ? 'tracking_slip' : null;
}
