// Is this text a name at all, or a label, a title, a place, a code?
import type { PartyRole } from '../inspection.ts';
import { toUpperAscii } from './normalise.ts';
import { COMPANY_ENDINGS, COMPANY_WORDS } from './party-labels.ts';

const MAX_NAME = 80;

/** Words that stand beside a party on forms and are no party: heads of columns, fields of a label, marks. */
const FIELD_WORDS =
  /^(?:signed(?: for)?(?: by)?|received by|left (?:at|with)|delivered (?:to|on)|applicant|consignee|shipper|sender|receiver|recipient|from|to|ship (?:from|to)|name|company|address|phone|tel|fax|e-?mail|date|signature|true|false|yes|no|none|null|n\/a|tbd|unknown|status|location|description|quantity|total|amount|currency)$/i;

/** What a Chinese form calls its fields, whatever stands before: 付款人账号, 开户银行, 签收时间. */
const ZH_FIELDS =
  /(?:[账帐]号|户名|开户行|开户银行|地址|电话|日期|时间|编号|号码|金额|税号|识别号|名称|信息|签名|签字|盖章|备注|摘要|用途|币种|查询|截图|明细)$/;

/** What a page calls itself. Such a line is not the name of whoever made it. */
const TITLES =
  /^(?:(?:ups|usps|fedex|dhl|4px|yanwen|yunexpress|ems|china post|royal mail|evri|dpd|gls|hermes|amazon) )?(?:tracking(?: (?:history|details|results|information|number))?|shipment (?:details|history)|proof of delivery|delivery (?:confirmation|details)|plan of action|root cause|corrective actions?|preventive (?:actions?|measures?)|order details|account health)(?: [\u4e00-\u9fff]+)?$|(?:物流|轨迹|签收证明|妥投证明|缴费通知|交易明细|对账单|报价单|送货单|申诉信|行动计划|根本原因|纠正措施|预防措施)/i;

/** "RENO NV 89501", "DENVER, CO": a place, not a person. */
const US_PLACE =
  /^[A-Z][A-Za-z .'-]{1,30},? (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?: \d{5}(?:-\d{4})?)?$/;

/** False for what cannot be the name of a person or company in this role. Carriers go by letters, parcels go to towns. */
export function isPartyName(name: string, role: PartyRole): boolean {
  const plain = name.trim();
  const isCompany = COMPANY_WORDS.test(toUpperAscii(plain)) || COMPANY_ENDINGS.test(plain);
  if (isFieldWord(plain) || (TITLES.test(plain) && !isCompany)) return false;
  // Country codes of a report's columns.
  if (role !== 'carrier' && /^[A-Z]{2}$/.test(plain)) return false;
  // The end of a name whose beginning stood on the line before.
  if (/^(?:co|ltd|limited|inc|llc|corp|gmbh)\b\.?[ ,.()a-z]*$/i.test(plain)) return false;
  return role === 'consignee' || role === 'recipient' || !US_PLACE.test(plain);
}

/** True for the name of a field: the second half of a label in two languages, or the head of the next column. */
export function isFieldWord(text: string): boolean {
  const plain = text.trim();
  return FIELD_WORDS.test(plain) || ZH_FIELDS.test(plain);
}

/** Takes off what forms print around a name: a second label in the other language, the title behind it, the next field. */
function trimFormWords(name: string): string {
  return (
    name
      .replace(/^[A-Za-z][A-Za-z /.]{1,24}[:：]\s*(?=\p{Script=Han})/u, '')
      .replace(/^[\p{Script=Han}]{2,8}[:：]\s*(?=[A-Za-z])/u, '')
      // The head of the next column, read into the same line.
      .replace(
        /\s+(?:Factur(?:er|é|ée) à|Bill(?:ed)? to|Ship to|Sold to|Rechnung an|Fatturare a|Facturar a) ?:?$/i,
        '',
      )
      .replace(
        /(?<=(?:公司|厂|商行|经营部|中心|集团))\s+(?:购买方|销售方|采购方|供货方|甲方|乙方|买方|卖方|付款|收款|[\p{Script=Han}]{0,8}(?:通知单|对账单|清单|发票|合同|证明|报告)).*$/u,
        '',
      )
      .trim()
  );
}

/** Name without leading punctuation and trailing bank, tax or phone details; undefined when no name remains. */
export function cleanName(text: string): string | undefined {
  const name = trimFormWords(text.replace(/^[\s:;,.\-*•●|]+/, ''))
    .replace(/^(?:名称|姓名|户名|NAME) ?: ?/i, '')
    .replace(/ {2}.*$/, '')
    .replace(/\s+[\u4e00-\u9fff]{2,6} ?:.*$/, '')
    .replace(
      /\s*(?:[•●|·]|(?<![a-z])(?:地址|电话|税号|统一社会|纳税人|TEL|PHONE|FAX|E-?MAIL|ADDRESS)(?![a-z]).*).*$/i,
      '',
    )
    .replace(/\s*[(（](?:盖?章|公章|签字|签章|盖章)[)）].*$/, '')
    .trim()
    .replace(/[,;:]$/, '');
  return checkName(trimAddress(name));
}

/** "Bergmann Optik AG, Seestrasse 210, 8002 Zürich": the name ends where its address begins. */
function trimAddress(name: string): string {
  const parts = name.split(/, | - (?=[^-]*\d)/);
  if (parts.length === 1) return name.replace(/^\(\d{3}\) /, '');
  let kept = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    const isEnding = /^(?:LTD|LIMITED|LLC|INC|CO|CORP|S\.?A|S\.?L|L\.?L\.?C|GMBH|PTE|PVT|JR|SR)\b/i.test(
      part,
    );
    if (
      !isEnding &&
      (/\d/.test(part) || COMPANY_WORDS.test(toUpperAscii(kept)) || COMPANY_ENDINGS.test(kept))
    )
      break;
    kept += `, ${part}`;
  }
  return kept.replace(/^\(\d{3}\) /, '');
}

function checkName(name: string): string | undefined {
  if (name.length < 2 || name.length > MAX_NAME) return undefined;
  if (!/[A-Za-z\u00c0-\u024f\u3040-\u30ff\u3400-\u9fff]{2}/.test(name)) return undefined;
  if (/^(?:DATE|INVOICE|ADDRESS|NAME|NUMMER|NUMBER|NO)\b/i.test(name) || /@/.test(name)) return undefined;
  // A number in one piece, and the head of the next column, are nobody's name.
  if (/^\S+$/.test(name) && /\d{6}/.test(name.replace(/[A-Za-z]/g, ''))) return undefined;
  if (NO_NAME.test(name) || /(?:^|\s)(?:No|Nr|Number|Ref)\b\.? ?:? ?[A-Z]*\d/i.test(name)) return undefined;
  return name;
}

const NO_NAME =
  /^(?:(?:bill of lading|air waybill|packing list|(?:commercial |tax )?invoice|proof of delivery|electronic proof of delivery|safety data sheet|user manual|dear [a-z ]+|(?:supply |license |distribution )?agreement|contract)$|(?:delivery|shipping|billing|invoice|ship.?to|bill.?to|mailing) address|aflever ?adres|factuur ?adres|bezorg ?adres|liefer(?:ungs)? ?adresse|lieferanschrift|rechnungs ?(?:adresse|anschrift)|adresse de (?:livraison|facturation)|direcci[oó]n de (?:entrega|env[ií]o|facturaci[oó]n)|indirizzo di (?:consegna|fatturazione|spedizione)|leverans ?adress|faktura ?adress|leverings ?adresse|adres (?:dostawy|nabywcy)|(?:standard |general )?terms(?: (?:and|&) conditions)?|送货地址|收货地址|账单地址)$/i;
