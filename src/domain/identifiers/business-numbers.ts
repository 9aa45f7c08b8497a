// How are business numbers (invoice, contract, order, report, trademark, patent, tax) found by their labels?
import { checkJapaneseCorporation, checkMod1110 } from './check-digits.ts';
import {
  INVOICE_ABOVE,
  INVOICE_COLUMN,
  INVOICE_LABELS,
  INVOICE_WORD,
  POLISH_INVOICE,
  SPACED_NUMBER,
} from './invoice-labels.ts';
import type { LabelRule } from './label-rule.ts';
import type { PatternRule } from './pattern-rule.ts';
import type { Scan } from './scan.ts';

/** Free-text number: at least one digit, no spaces. */
const FREE_NUMBER = /(?<value>(?=[A-Z0-9_./-]*\d)[A-Z0-9][A-Z0-9_./-]{0,29}[A-Z0-9]|\d{3,}|\d)(?![A-Z0-9])/y;
const LONG_FREE_NUMBER = /(?<value>(?=[A-Z0-9_./()-]*\d)[A-Z0-9][A-Z0-9_./-]{2,38}[A-Z0-9])(?![A-Z0-9])/y;

const INVOICE_NUMBER = new RegExp(
  `(?<value>${SPACED_NUMBER})(?![A-Z0-9/])|${FREE_NUMBER.source.replace('?<value>', '')}`,
  'y',
);

const COLUMN_NUMBER = /(?<value>(?=(?:[A-Z_./-]*\d){4})[A-Z0-9][A-Z0-9_./-]{2,28}[A-Z0-9])(?![A-Z0-9])/y;

const DATE =
  /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d|\d{1,2}[.\-/]?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*[.\-/]?\d{2,4})$/;
const AMOUNT = /^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/;

function judgeFreeNumber(value: string): 'no_check' | undefined {
  if (DATE.test(value) && value.length <= 11) return undefined;
  if (AMOUNT.test(value)) return undefined;
  if (/^\d{1,2}(?:\/\d{1,2})?$/.test(value)) return undefined;
  return 'no_check';
}

/** A series before it ("FPR 12/24") or an outspoken label ("Fakturanr: 20240118") makes a number of what looks like a date. */
function judgeInvoiceNumber(value: string, scan: Scan, start: number, end: number): 'no_check' | undefined {
  const series = /^[A-Z]{1,4} (.+)$/.exec(value)?.[1];
  if (series !== undefined) {
    const isDay = /^(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])[/-](?:19|20)?\d\d$/.test(series);
    return isDay ? undefined : 'no_check';
  }
  if (/^20\d{6}$/.test(value) && LABEL_ENDS.test(scan.upper.slice(Math.max(0, start - 24), start)))
    return 'no_check';
  // "Fattura n. 12 del 03/02/2024": small numbers are sure when the date of the invoice follows.
  if (/^\d{1,3}$/.test(value) && DATED.test(scan.upper.slice(end, end + 16))) return 'no_check';
  if (/^\d{3,5}\/\d{2}\/20\d\d$/.test(value)) return 'no_check';
  return judgeFreeNumber(value);
}

const DATED = /^ (?:DEL|DU|VOM|DATED|DTD\.?|Z DNIA|VAN|AF) [^A-Z\s]/;
const LABEL_ENDS = /(?:NO|NR|NUMBER|NUMMER|NUM[EÉé]RO|N°|#)\.?[ :#]*$/;

const tidyInvoiceNumber = (raw: string): string => trimEnd(raw).replace(/ ?([/-]) ?/g, '$1');

const trimEnd = (raw: string): string => raw.replace(/[._/-]+$/, '');

/** Words of a purchase order as a paper of its own; 订单编号 and "Order no." stand on Amazon's pages as well. */
const PURCHASE_ORDER =
  /采购(?:订)?单|採購單|PURCHASE ORDER|(?<![A-ZÄÖÜ])BESTELLUNG(?![A-ZÄÖÜ])|BON DE COMMANDE|ORDEN DE COMPRA|ORDINE (?:DI|D')ACQUISTO|発注書|注文書/;

export const BUSINESS_LABELS: readonly LabelRule[] = [
  {
    type: 'contract_no',
    label:
      /(?:合同|协议)(?:编号|号码?|NO\.?)|(?<![A-Z])S\/C ?(?:NO\.?|NUMBER|#)|SALES CONFIRMATION ?(?:NO\.?|#)|(?:CONTRACT|AGREEMENT) ?(?:NO\.?|NUMBER|#|NR\.?)(?![A-Z])|VERTRAGS?-?(?:NUMMER|NR\.?)|N° (?:DE )?CONTRAT|契約番号/g,
    value: LONG_FREE_NUMBER,
    normalise: trimEnd,
    judge: judgeFreeNumber,
    confidence: 0.95,
    reason: 'labelled',
  },
  {
    type: 'po_no',
    label:
      /(?<![A-Z])P\.?\/?O\.? ?(?:NO\.?|NUMBER|#|NR\.?|:)|PURCHASE ORDER(?: ?(?:NO\.?|NUMBER|#|:))|采购(?:订单|单)(?:编号|号码?|NO\.?)|采购单号|客户订单号|CUSTOMER ORDER ?(?:NO\.?|NUMBER|#)|YOUR ORDER(?: ?(?:NO\.?|NUMBER|#|:))?(?= ?[:#]? ?[A-Z0-9-]*\d)/g,
    value: LONG_FREE_NUMBER,
    normalise: trimEnd,
    judge: judgeFreeNumber,
    confidence: 0.93,
    reason: 'labelled',
  },
  {
    // On an order that is none of Amazon's, its number is that of the purchase order.
    type: 'po_no',
    label:
      /(?:采购)?(?:订单|訂單)(?:编号|編號|号码?|號碼?)|ORDER ?(?:NO\.?|NUMBER|#)|BESTELL(?:UNGS)?-?(?:NUMMER|NR\.?)|BESTELLUNG NR\.?|(?:N°|NUM[ÉE]RO) DE COMMANDE|(?:COMMANDE|PEDIDO|ORDINE) N(?:[°ºO.]|[ÚU]M)\.?|(?:N[º°]|N[ÚU]MERO) DE PEDIDO|(?:発注|注文)(?:書)?(?:番号|NO\.?)/g,
    value: LONG_FREE_NUMBER,
    normalise: trimEnd,
    judge: (value, scan) => (PURCHASE_ORDER.test(scan.upper) ? judgeFreeNumber(value) : undefined),
    confidence: 0.86,
    reason: 'labelled',
  },
  {
    type: 'report_no',
    label:
      /(?:TEST )?REPORT\s{0,2}(?:NO\.?|NUMBER|#|REF\.?|ID)(?![A-Z])|PR[ÜU]FBERICHT(?:S?-?(?:NR\.?|NUMMER))?|(?:N°|NUM[ÉE]RO) (?:DU|DE) RAPPORT|RAPPORT D'ESSAI (?:N°|NO\.?)|報告書番号|試験報告書番号|(?:检测|测试|检验)?报告(?:编号|号码?)|CERTIFICATE ?(?:NO\.?|NUMBER|#)|证书(?:编号|号码?)/g,
    value: LONG_FREE_NUMBER,
    normalise: trimEnd,
    judge: judgeFreeNumber,
    confidence: 0.95,
    reason: 'labelled',
  },
  {
    type: 'trademark_no',
    label:
      /商标(?:注册)?(?:编号|号码?|证号)|(?:TRADE ?MARK|TM) ?(?:REG(?:ISTRATION|\.)? ?)?(?:NO\.?|NUMBER|#)|(?<!(?:GST|SST|VAT|TAX|ROC|CO\.?|COMPANY|BUSINESS|VEHICLE|CAR) ?)REG(?:ISTRATION|\.)? ?NO\.?(?=[:. ]*\d[\d,]{6,})|SERIAL NO\.?(?=[:. ]*9\d)|注册号(?<=商标.{0,63})/g,
    value: /(?:第)?(?<value>\d[\d,]{5,11}[A-Z]?)(?![\dA-Z])/y,
    normalise: (raw) => raw.replace(/,/g, ''),
    confidence: 0.93,
    reason: 'labelled',
  },
  {
    type: 'patent_no',
    label: /专利(?:申请)?(?:编号|号码?)|PATENT ?(?:NO\.?|NUMBER|#)|PAT\. ?NO\.?/g,
    value:
      /(?<value>(?:ZL ?)?\d{4} ?\d ?\d{7}(?:\.[\dX])?|(?:ZL ?)\d{8}\.?[\dX]?|(?:US|EP|EU|GB|DE|JP|CN)? ?(?:RE|PP|D)?[\d,]{6,11}(?: ?[A-Z]\d?)?)(?![\dA-Z])/y,
    normalise: (raw) => raw.replace(/[ ,]/g, ''),
    confidence: 0.94,
    reason: 'labelled',
  },
  {
    type: 'hs_code',
    label:
      /(?<![A-Z])(?:HS|HTS|H\.S\.|TARIC|TARIFF)(?:US)?[ -]?(?:CODE|NO\.?|NUMBER)?(?![A-Z])|海关编码|商品编号|税则号列?|ZOLLTARIFNUMMER/g,
    value: /(?<value>\d{4}\.?\d{2}(?:\.?\d{2}(?:\.?\d{2})?)?)(?![\d.]*\d)/y,
    normalise: (raw) => raw.replace(/\./g, ''),
    confidence: 0.94,
    reason: 'labelled',
  },
  {
    type: 'eori',
    label: /(?<![A-Z])EORI/g,
    value: /(?<value>(?:GB|XI)\d{12}|[A-Z]{2}(?=[0-9A-Z]*\d{3})[0-9A-Z]{5,15})(?![0-9A-Z])/y,
    confidence: 0.97,
    reason: 'labelled',
  },
  {
    type: 'lucid_no',
    label: /LUCID|VERPACKUNGSREGISTER|PACKAGING REGISTER|包装法(?:注册号)?/g,
    value: /(?<value>DE ?\d{13})(?!\d)/y,
    confidence: 0.98,
    reason: 'labelledShape',
  },
  {
    type: 'weee_no',
    label: /WEEE(?:-?REG)?/g,
    value: /(?<value>DE ?\d{8})(?!\d)/y,
    confidence: 0.97,
    reason: 'labelledShape',
  },
  {
    type: 'fcc_id',
    label: /FCC ?ID/g,
    value: /(?<value>(?=[A-Z0-9-]*\d)[A-Z0-9]{3,5}-?[A-Z0-9][A-Z0-9-]{0,13})(?![A-Z0-9])/y,
    confidence: 0.95,
    reason: 'labelledShape',
  },
  {
    type: 'transaction_no',
    label:
      /(?:交易|业务|银行)?(?:流水号|交易号|交易单号|参考号)|TRANSACTION ?(?:ID|NO\.?|NUMBER|REF(?:ERENCE)?)|PAYMENT REF(?:ERENCE)?|UETR/g,
    value: /(?<value>(?=[A-Z0-9-]*\d{3})[A-Z0-9][A-Z0-9-]{6,35})(?![A-Z0-9])/y,
    judge: judgeFreeNumber,
    confidence: 0.85,
    reason: 'labelled',
  },
  {
    type: 'invoice_no',
    label: new RegExp(INVOICE_WORD, 'gm'),
    value: INVOICE_NUMBER,
    normalise: tidyInvoiceNumber,
    judge: judgeInvoiceNumber,
    confidence: 0.88,
    reason: 'labelled',
    below: false,
  },
  {
    type: 'invoice_no',
    label: new RegExp(
      `(?<=\\S {2,})${INVOICE_COLUMN}(?= {2,}| *$)|(?<![^\\n ]|\\S )${INVOICE_COLUMN}(?= {2,}\\S)`,
      'gm',
    ),
    value: COLUMN_NUMBER,
    normalise: trimEnd,
    judge: judgeFreeNumber,
    confidence: 0.88,
    reason: 'labelled',
    after: false,
  },
  {
    type: 'invoice_no',
    label: new RegExp(INVOICE_ABOVE, 'gm'),
    value: COLUMN_NUMBER,
    normalise: trimEnd,
    judge: judgeFreeNumber,
    confidence: 0.86,
    reason: 'labelled',
    below: false,
  },
  {
    type: 'invoice_no',
    label: POLISH_INVOICE,
    value: INVOICE_NUMBER,
    normalise: tidyInvoiceNumber,
    // Numbers start anew each month and are written "12/05/2024": after this label that is no date.
    judge: (value, scan, start, end) =>
      /^\d{1,5}\/\d{1,2}\/\d{4}$/.test(value) ? 'no_check' : judgeInvoiceNumber(value, scan, start, end),
    confidence: 0.93,
    reason: 'labelled',
  },
  {
    type: 'invoice_no',
    label: new RegExp(INVOICE_LABELS.join('|'), 'g'),
    value: INVOICE_NUMBER,
    normalise: tidyInvoiceNumber,
    judge: judgeInvoiceNumber,
    confidence: 0.93,
    reason: 'labelled',
  },
];

function judgeVat(value: string): 'valid' | 'fails_check' | 'no_check' {
  if (!/^DE\d{9}$/.test(value)) return 'no_check';
  return checkMod1110(value.slice(2)) ? 'valid' : 'fails_check';
}

const VAT_LABEL =
  /VAT|UST|MWST|UMSATZSTEUER|TVA|P\.? ?IVA|PARTITA|NIF|CIF|BTW|NIP|MOMS|MVA|ALV|DI[CČ]|ÁFA|税号|登録番号|TAX|UID/i;

/** Shapes of domain.md 3.4 that count only next to a tax label. */
export const BUSINESS_PATTERNS: readonly PatternRule[] = [
  {
    type: 'vat_no',
    pattern:
      /(?<![A-Z0-9])(?:DE ?\d{3} ?\d{3} ?\d{3}|GB ?\d{3} ?\d{4} ?\d{2}|FR ?[0-9A-Z]{2} ?\d{3} ?\d{3} ?\d{3}|IT ?\d{11}|ES ?[A-Z]\d{7}[0-9A-Z]|NL ?\d{9}B\d{2}|AT ?U\d{8}|BE ?0?\d{9}|PL ?\d{10}|SE ?\d{12}|IE ?\d[0-9A-Z]\d{5}[A-Z]{1,2}|CZ ?\d{8,10}|LU ?\d{8}|DK ?\d{8}|CHE-?\d{3}\.?\d{3}\.?\d{3})(?![A-Z0-9])/g,
    label: VAT_LABEL,
    labelRequired: true,
    normalise: (raw) => raw.replace(/[ .-]/g, ''),
    judge: judgeVat,
    confidence: 0.95,
    labelledConfidence: 0.95,
    reason: 'labelledShape',
  },
  {
    // Japan's registered issuers of invoices: "T" and the corporate number, whose first digit is its check digit.
    type: 'vat_no',
    pattern: /(?<![A-Z0-9])T ?-?\d(?:[ -]?\d){12}(?!\d)/g,
    label: /登録番号|事業者|適格|インボイス|REGISTRATION N/i,
    labelRequired: true,
    normalise: (raw) => raw.replace(/[ -]/g, ''),
    judge: (value) => (checkJapaneseCorporation(value.slice(1)) ? 'valid' : 'fails_check'),
    confidence: 0.96,
    labelledConfidence: 0.96,
    reason: 'labelledWithCheck',
  },
  {
    type: 'lucid_no',
    pattern: /(?<![A-Z0-9])DE ?\d{13}(?!\d)/g,
    normalise: (raw) => raw.replace(/ /g, ''),
    judge: (_value, scan) =>
      /LUCID|VERPACK|PACKAGING|EMBALLAGE|包装/.test(scan.upper) ? 'no_check' : undefined,
    confidence: 0.93,
    reason: 'labelledShape',
  },
  {
    type: 'patent_no',
    pattern: /(?<![A-Z0-9])ZL ?\d{4} ?[12389] ?\d{7}\.?[\dX](?![A-Z0-9])/g,
    normalise: (raw) => raw.replace(/ /g, ''),
    confidence: 0.95,
    reason: 'patentShape',
  },
];
