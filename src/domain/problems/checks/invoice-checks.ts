// Does an invoice fulfil the rules that can be checked from its facts (domain.md 1.3, INV)?
import { addToDate, daysBetween } from '../../deadlines/zoned-day.ts';
import { describeKind } from '../../kinds/kind-name.ts';
import { FAPIAO_KINDS, INVOICE_KINDS, NEVER_INVOICE_KINDS } from '../kind-groups.ts';
import { matchNames } from '../name-match.ts';
import { listMissing, nameParts } from '../part-names.ts';
import type { RuleInput, RuleResult } from '../rule-input.ts';
import { ask, dateOf, fail, identifiersOf, pass } from '../rule-input.ts';

const APPEAL_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/gif'];
export const PHONE =
  /(?:\+\d[\d\s().-]{7,}|\b\d{3,4}[-\s]\d{7,8}\b|(?<!\d)1[3-9]\d{9}(?!\d)|\(\d{3}\)\s?\d{3}-\d{4}|(?:tel|phone|fon|telefono|teléfono|tél|電話|电话)[^\d\n]{0,12}\d[\d ()/.-]{6,}\d|\b\d{3}-\d{3}-\d{4}\b)/;
const WEBSITE =
  /(?:https?:\/\/|www\.)[a-z0-9-]+\.[a-z]{2,}|(?<![@\w.-])[a-z0-9-]+\.(?:com|cn|net|org|co|de|at|ch|fr|it|es|nl|be|pl|se|cz|pt|uk|eu|jp|shop|store)(?:\.[a-z]{2})?(?![\w@])/i;
export const ADDRESS =
  /(?:地址|省|市|区|路|号|address|street|\bst\.|road|\brd\b|avenue|district|building|floor|room|stra(?:ß|ss)e|str\.|\bplatz\b|\brue\b|\bquai\b|\bvia\b|\bviale\b|\bcalle\b|\bc\/|\bavda|\bul\.|laan\b|gatan\b|丁目|都|府|県)/i;

/** INV-01: counted from the notification, not from today; both dates are shown (T-16). */
function checkAge({ document, facts }: RuleInput): RuleResult {
  const issued = dateOf(document, 'issue');
  if (issued === undefined) return ask('invoiceDateMissing');
  if (facts.notifiedOn === undefined) return ask('notifiedOnMissing', { issued });
  const days = daysBetween(issued, facts.notifiedOn);
  const params = {
    issued,
    notified: facts.notifiedOn,
    days,
    oldest: addToDate(facts.notifiedOn, { days: -365 }),
  };
  if (days < 0) return fail('invoiceAfterNotice', params);
  return days <= 365 ? pass('invoiceInWindow', params) : fail('invoiceTooOld', params);
}

/** INV-02: no single paper must cover all that was sold, all of them together must; both sums are shown. */
function checkQuantity({ document, facts }: RuleInput): RuleResult {
  if (facts.coverage === undefined) return ask('unitsSoldMissing');
  const { bought, sold, shortProducts, unitsByDocument } = facts.coverage;
  const own = document.documentId === undefined ? undefined : unitsByDocument.get(document.documentId);
  if (own === undefined) return ask('invoiceNotInLedger', { bought, sold });
  const params = { quantity: own, bought, sold };
  return shortProducts.length === 0
    ? pass('coverageEnough', params)
    : fail('coverageShort', { ...params, products: shortProducts.join(', ') });
}

/** INV-03. A fapiao has no place for a website: the gap is named, the paper is not blamed for it. */
function checkSupplierDetails({ document }: RuleInput): RuleResult {
  const text = document.text;
  if (text === undefined || text.trim() === '') return ask('textNotRead');
  const missing: string[] = [];
  if (!document.parties.some((p) => p.role === 'seller' || p.role === 'issuer')) missing.push('name');
  if (!ADDRESS.test(text)) missing.push('address');
  if (!PHONE.test(text)) missing.push('phone');
  if (!WEBSITE.test(text)) missing.push('website');
  if (missing.length === 0) return pass('supplierDetailsPresent');
  const params = listMissing(missing);
  if (FAPIAO_KINDS.includes(document.kind)) return ask('supplierDetailsSeparate', params);
  // Text may have been read badly: only a paper without any way to reach the supplier fails by itself.
  const reachable = ['address', 'phone', 'website'].some((part) => !missing.includes(part));
  return reachable ? ask('supplierDetailsMissing', params) : fail('supplierDetailsMissing', params);
}

/** Parties that a label names; below it their place on the page speaks. */
const SURE_PARTY = 0.7;

/** INV-04. */
function checkBuyer({ document, facts }: RuleInput): RuleResult {
  const named = (role: 'buyer' | 'consignee' | 'recipient', least = 0): readonly string[] =>
    document.parties.filter((p) => p.role === role && p.confidence >= least).map((p) => p.name);
  const [buyers = []] = [named('buyer'), named('consignee'), named('recipient')].filter(
    (names) => names.length > 0,
  );
  if (facts.account.legalNames.length === 0)
    return ask('legalNameMissing', { found: buyers.join(' / ') || '–' });
  if (buyers.length === 0) return ask('buyerNotFound', { wanted: facts.account.legalNames.join(' / ') });
  const best = matchNames(buyers, facts.account.legalNames);
  const params = { found: best.name, wanted: best.wanted };
  if (best.match === 'same') return pass('buyerMatches', params);
  if (best.match === 'near') return ask('buyerNear', params);
  // The consignee of an export invoice may be an importer or a fulfilment centre; an address block is a guess.
  return named('buyer', SURE_PARTY).length > 0 ? fail('buyerDiffers', params) : ask('buyerDiffers', params);
}

/** INV-05: a shared identifier, brand or model is enough; whether it can be found online only a person can tell. */
function checkProduct({ document, facts }: RuleInput): RuleResult {
  const codes = identifiersOf(document, 'asin', 'gtin', 'model', 'sku', 'fnsku').map((i) =>
    i.value.toUpperCase(),
  );
  const wanted = [...facts.asins, ...(facts.models ?? [])].map((value) => value.toUpperCase());
  const shared = codes.find((code) => wanted.includes(code));
  if (shared !== undefined) return pass('productMatches', { value: shared });
  const text = (document.text ?? '').toLowerCase();
  const named = [...(facts.models ?? []), ...(facts.brands ?? [])].find(
    (value) => value.length >= 3 && text.includes(value.toLowerCase()),
  );
  if (named !== undefined) return pass('productMatches', { value: named });
  return ask('productUnclear', {
    wanted: wanted.join(', ') || '–',
    found: codes.slice(0, 5).join(', ') || '–',
  });
}

function kindParams(kind: string): Readonly<Record<string, string>> {
  const name = describeKind(kind);
  return { kind, kindZh: name.zh, kindEn: name.en };
}

/** INV-06. */
function checkCompleted({ document }: RuleInput): RuleResult {
  if (document.isCreditNote === true) return fail('creditNoteNotInvoice');
  if (NEVER_INVOICE_KINDS.includes(document.kind)) return fail('notAnInvoice', kindParams(document.kind));
  return INVOICE_KINDS.includes(document.kind)
    ? pass('isInvoice')
    : ask('invoiceKindUnsure', kindParams(document.kind));
}

/** INV-07. */
function checkFormat({ document }: RuleInput): RuleResult {
  const params = { type: document.mediaType, allowed: 'pdf, jpg, png, gif' };
  return APPEAL_TYPES.includes(document.mediaType)
    ? pass('formatAllowed', params)
    : fail('formatNotAllowed', params);
}

/** INV-10: a fully digital fapiao carries no seal; its number stands for it. */
function checkSeal({ document }: RuleInput): RuleResult {
  if (document.kind !== 'fapiao_digital') return ask('sealVisible');
  const number = identifiersOf(document, 'fapiao_digital_no').find((i) => /^\d{20}$/.test(i.value));
  return number === undefined
    ? ask('fapiaoNumberMissing')
    : pass('fapiaoNumberInsteadOfSeal', { value: number.value });
}

/** INV-08: only a person can say that a paper is untouched; what makes a reviewer doubt it is named. */
function checkUnaltered({ document }: RuleInput): RuleResult {
  const signs = document.alteredSigns ?? [];
  return signs.length === 0
    ? ask('confirmYourself', { rule: 'INV-08' })
    : ask('looksAltered', nameParts(signs));
}

/** INV-11. */
function checkBeforeShipment({ document, facts }: RuleInput): RuleResult {
  const issued = dateOf(document, 'issue');
  if (issued === undefined) return ask('invoiceDateMissing');
  if (facts.goodsShippedOn === undefined) return ask('shipmentDateMissing', { issued });
  const params = { issued, shipped: facts.goodsShippedOn };
  if (issued <= facts.goodsShippedOn) return pass('invoiceBeforeShipment', params);
  return /补开/.test(document.text ?? '')
    ? ask('invoiceIssuedLater', params)
    : fail('invoiceAfterShipment', params);
}

/** INV-12. */
function checkReimbursement({ document, facts }: RuleInput): RuleResult {
  const missing: string[] = [];
  if (dateOf(document, 'issue') === undefined) missing.push('date');
  if (!document.parties.some((p) => p.role === 'seller' || p.role === 'issuer')) missing.push('issuer');
  if (!document.parties.some((p) => p.role === 'buyer' || p.role === 'consignee')) missing.push('buyer');
  if (missing.length > 0) return ask('reimbursementDetailsMissing', listMissing(missing));
  if (document.productQuantity === undefined || facts.unitsClaimed === undefined)
    return ask('coverageUnknown');
  const params = { quantity: document.productQuantity, needed: facts.unitsClaimed };
  if (document.productQuantity >= facts.unitsClaimed) return pass('quantityCovers', params);
  const together = facts.unitsTogether ?? 0;
  return together >= facts.unitsClaimed
    ? pass('invoicesCoverTogether', { ...params, together })
    : ask('coverageTogether', params);
}

/** INV-13: only for category and brand approval. */
function checkTenUnits({ document, facts }: RuleInput): RuleResult {
  if (facts.problem !== 'lst-category-approval') return pass('ruleNotRelevant');
  if (document.totalQuantity === undefined) return ask('invoiceQuantityMissing', { needed: 10 });
  const params = { quantity: document.totalQuantity, needed: 10 };
  return document.totalQuantity >= 10 ? pass('quantityCovers', params) : fail('quantityTooSmall', params);
}

/** INV-14. */
function checkLanguage({ document, facts }: RuleInput): RuleResult {
  if (document.language === undefined) return ask('languageUnknown');
  if (document.language.startsWith('en')) return pass('languageEnglish');
  const params = { language: document.language };
  return facts.hasTranslation === true
    ? pass('translationAttached', params)
    : ask('translationWanted', params);
}

/**
 * INV-15: net and tax make the total, to the cent, with shipping and discount counted where the paper has not put them
 * into the net already. Exact decimals, no floating point. Amounts read with little confidence are a question.
 */
function checkSum({ document }: RuleInput): RuleResult {
  const cents = (role: string): bigint | undefined => {
    const found = document.amounts.find((a) => a.role === role);
    return found === undefined ? undefined : toCents(found.value);
  };
  const net = cents('net');
  const tax = cents('tax');
  const total = cents('total');
  if (net === undefined || tax === undefined || total === undefined) return ask('sumNotCheckable');
  const shipping = cents('shipping') ?? 0n;
  const discount = cents('discount') ?? 0n;
  const sums = [0n, shipping, -discount, shipping - discount].map((extra) => net + tax + extra);
  const matches = (sum: bigint): boolean => sum - total <= 1n && total - sum <= 1n;
  const params = { sum: formatCents(net + tax), total: formatCents(total) };
  if (sums.some(matches)) return pass('sumMatches', params);
  const sure = document.amounts.every((a) => !SUM_ROLES.includes(a.role) || a.confidence >= SURE_CONFIDENCE);
  return sure ? fail('sumDiffers', params) : ask('sumDiffers', params);
}

const SUM_ROLES: readonly string[] = ['net', 'tax', 'shipping', 'discount', 'total'];
const SURE_CONFIDENCE = 0.8;

function toCents(decimal: string): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (match === null) return undefined;
  const value = BigInt(match[2] ?? '0') * 100n + BigInt((match[3] ?? '').padEnd(2, '0').slice(0, 2));
  return match[1] === '-' ? -value : value;
}

function formatCents(cents: bigint): string {
  const sign = cents < 0n ? '-' : '';
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** INV-16: counted from today, because the claim is new. */
function checkUnderOneYear({ document, facts }: RuleInput): RuleResult {
  const issued = dateOf(document, 'issue');
  if (issued === undefined) return ask('invoiceDateMissing');
  const params = { issued, today: facts.todayOn, days: daysBetween(issued, facts.todayOn) };
  return params.days < 365 ? pass('invoiceUnderOneYear', params) : fail('invoiceOverOneYear', params);
}

export const INVOICE_CHECKS: Readonly<Record<string, (input: RuleInput) => RuleResult>> = {
  'INV-01': checkAge,
  'INV-02': checkQuantity,
  'INV-03': checkSupplierDetails,
  'INV-04': checkBuyer,
  'INV-05': checkProduct,
  'INV-06': checkCompleted,
  'INV-07': checkFormat,
  'INV-08': checkUnaltered,
  'INV-10': checkSeal,
  'INV-11': checkBeforeShipment,
  'INV-12': checkReimbursement,
  'INV-13': checkTenUnits,
  'INV-14': checkLanguage,
  'INV-15': checkSum,
  'INV-16': checkUnderOneYear,
};
