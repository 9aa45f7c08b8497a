// What about a document might make a reviewer doubt it? Quiet notes ("explain or replace"), never accusations.
import type {
  FoundAmount,
  FoundIdentifier,
  KindResult,
  RecogniseInput,
  Warning,
} from '../../domain/inspection.ts';
import { KIND_BY_SLUG, kindsSatisfying } from '../../domain/kinds/document-kinds.ts';
import { findCapitalAmounts } from '../../domain/text/chinese-amounts.ts';

/** Programs made to change pictures and pages (pitfalls.md, tamper-look warnings). Scanner and print software is not among them. */
const EDITORS =
  /photoshop|\bgimp\b|illustrator|coreldraw|affinity (?:photo|designer|publisher)|pixelmator|paint\.net|\bcanva\b|snapseed|picsart|meitu|美图|美图秀秀|pdfelement|pdf-xchange editor|foxit (?:phantom|pdf editor)|sejda|smallpdf|ilovepdf|pdfescape|inkscape|xodo|福昕|迅捷pdf|photopea|fotor|醒图|mspaint|microsoft paint|acrobat pro.*edit/i;
/** Writing and closing a file takes a moment; an hour later somebody changed it. */
const CHANGED_LATER_MS = 60 * 60 * 1000;
const TOLERANCE_CENTS = 2;
const MAX_FAILED_CHECKS = 3;
/** Per page and of a document; codes and totals stand at the front. */
const TEXT_LOOKED_AT = 20_000;
const PAGES_LOOKED_AT = 20;
/** The search for capital amounts takes quadratic time on endless lines. */
const LINE_LOOKED_AT = 300;
const LEAST_AMOUNT_CONFIDENCE = 0.55;

/** Kinds that state net, tax and total of one deal; contracts and lists hold many unrelated sums. */
const SUMMED_KINDS = new Set([
  ...kindsSatisfying('supplier_invoice'),
  'receipt_retail',
  'freight_invoice',
  'utility_bill',
]);
const NOT_PROOF_KINDS = new Set(['proforma_invoice', 'quotation', 'purchase_order']);

export interface WarningFacts {
  readonly input: RecogniseInput;
  readonly kind: KindResult;
  readonly identifiers: readonly FoundIdentifier[];
  readonly amounts: readonly FoundAmount[];
  readonly isCreditNote: boolean;
}

/** All notes about one document; codes are keys of the i18n area `warnings`. */
export function findDocumentWarnings(facts: WarningFacts): Warning[] {
  return [
    ...warnAboutSoftware(facts),
    ...warnAboutTimes(facts),
    ...warnAboutSums(facts),
    ...warnAboutCapitals(facts),
    ...warnAboutBarcodes(facts),
    ...warnAboutChecks(facts),
    ...warnAboutProof(facts),
  ];
}

function warnAboutSoftware({ input }: WarningFacts): Warning[] {
  const { producer, creator } = input.properties;
  const pdfEditor = [creator, producer].find((program) => program !== undefined && EDITORS.test(program));
  if (pdfEditor !== undefined)
    return [{ code: 'made_by_editor', params: { software: pdfEditor.slice(0, 80) } }];
  const software = input.media.software;
  if (software !== undefined && EDITORS.test(software))
    return [{ code: 'image_edited', params: { software: software.slice(0, 80) } }];
  return [];
}

function warnAboutTimes({ input, kind }: WarningFacts): Warning[] {
  // Letters and lists of one's own are edited rightly; only papers that others issued should be untouched.
  const group = KIND_BY_SLUG.get(kind.slug)?.group;
  if (group === undefined || group === 'none' || group === 'amazon' || input.mediaType !== 'application/pdf')
    return [];
  const warnings: Warning[] = [];
  const { createdAt, modifiedAt, incrementalSaves } = input.properties;
  const created = createdAt === undefined ? Number.NaN : Date.parse(createdAt);
  const modified = modifiedAt === undefined ? Number.NaN : Date.parse(modifiedAt);
  if (createdAt !== undefined && modifiedAt !== undefined && modified - created > CHANGED_LATER_MS) {
    warnings.push({
      code: 'changed_after_creation',
      params: { created: createdAt.slice(0, 10), modified: modifiedAt.slice(0, 10) },
    });
  }
  if (incrementalSaves !== undefined && incrementalSaves > 0)
    warnings.push({ code: 'saved_again', params: { times: incrementalSaves } });
  return warnings;
}

/** Also asked again when a person corrected an amount. */
export function warnAboutSums({ amounts, kind }: Pick<WarningFacts, 'amounts' | 'kind'>): Warning[] {
  if (!SUMMED_KINDS.has(kind.slug)) return [];
  const total = singleCents(amounts, 'total');
  const net = singleCents(amounts, 'net');
  const tax = singleCents(amounts, 'tax');
  // A tax larger than its total was misread, not miscalculated.
  if (total === null || net === null || tax === null || Math.abs(tax) > Math.abs(total)) return [];
  const extras = [0, singleCents(amounts, 'shipping') ?? 0, -(singleCents(amounts, 'discount') ?? 0)];
  const sums = [
    net + tax,
    net + tax + (extras[1] ?? 0),
    net + tax + (extras[2] ?? 0),
    net + tax + (extras[1] ?? 0) + (extras[2] ?? 0),
    net,
  ];
  if (sums.some((sum) => Math.abs(sum - total) <= TOLERANCE_CENTS)) return [];
  return [
    {
      code: 'sum_differs',
      params: { net: formatCents(net), tax: formatCents(tax), total: formatCents(total) },
    },
  ];
}

function warnAboutCapitals({ input, amounts, kind }: WarningFacts): Warning[] {
  const total = singleCents(amounts, 'total');
  if (total === null || KIND_BY_SLUG.get(kind.slug)?.group === 'amazon') return [];
  const stated = input.pages
    .slice(0, 3)
    .flatMap((page) => page.text.slice(0, TEXT_LOOKED_AT).split('\n'))
    .filter((line) => /[元圆圓]/.test(line))
    .flatMap((line) => findCapitalAmounts(line.slice(0, LINE_LOOKED_AT).replace(/[ \t]/g, '')))
    .map((amount) => Math.round(Number(amount.value) * 100));
  if (stated.length === 0 || stated.some((cents) => Math.abs(cents) === Math.abs(total))) return [];
  return [
    {
      code: 'capitals_differ',
      params: { figures: formatCents(total), capitals: formatCents(stated[0] ?? 0) },
    },
  ];
}

/** A code that was pasted over or left from another paper contradicts the printed number. */
function warnAboutBarcodes({ input, identifiers }: WarningFacts): Warning[] {
  if (input.barcodes.length === 0) return [];
  const warnings: Warning[] = [];
  const printedText = input.pages
    .slice(0, PAGES_LOOKED_AT)
    .map((page) => page.text.slice(0, TEXT_LOOKED_AT).replace(/[^\p{L}\p{N}]/gu, ''))
    .join(' ')
    .toUpperCase();
  const tracking = identifiers.filter((found) => found.type === 'tracking_number' && found.check === 'valid');
  const code = tracking.find((found) => found.source === 'barcode');
  const print = tracking.find(
    (found) => (found.source === 'text' || found.source === 'ocr') && found.carrier === code?.carrier,
  );
  if (
    code !== undefined &&
    print !== undefined &&
    !printedText.includes(code.value) &&
    !code.value.includes(print.value)
  ) {
    warnings.push({ code: 'barcode_differs', params: { barcode: code.value, text: print.value } });
  }
  for (const barcode of input.barcodes) {
    // QR of a fapiao: version, type, code, number, amount, date, check code (domain.md 3.4).
    const fields = /^01,\d{2},(\d{10,12})?,(\d{8}|\d{20}),/.exec(barcode.value);
    const number = fields?.[2];
    if (number === undefined) continue;
    const printed = identifiers.filter(
      (found) =>
        (found.type === 'fapiao_no' || found.type === 'fapiao_digital_no') &&
        (found.source === 'text' || found.source === 'ocr'),
    );
    const first = printed[0];
    if (
      first !== undefined &&
      !printed.some((found) => found.value === number) &&
      !printedText.includes(number)
    ) {
      warnings.push({ code: 'barcode_differs', params: { barcode: number, text: first.value } });
    }
  }
  return warnings;
}

function warnAboutChecks({ identifiers }: WarningFacts): Warning[] {
  return identifiers
    .filter((found) => found.check === 'fails_check' && found.confidence >= 0.5)
    .slice(0, MAX_FAILED_CHECKS)
    .map((found) => ({ code: 'check_digit_wrong', params: { type: found.type, value: found.value } }));
}

function warnAboutProof({ kind, isCreditNote }: WarningFacts): Warning[] {
  if (isCreditNote) return [{ code: 'is_credit_note' }];
  return NOT_PROOF_KINDS.has(kind.slug) ? [{ code: 'not_proof_of_purchase' }] : [];
}

/** The one amount of a role in cents; null when there is none or several differ. */
function singleCents(amounts: readonly FoundAmount[], role: FoundAmount['role']): number | null {
  const values = new Set(
    amounts
      .filter((amount) => amount.role === role && amount.confidence >= LEAST_AMOUNT_CONFIDENCE)
      .map((amount) => Math.round(Number(amount.value) * 100)),
  );
  const [only] = values;
  return values.size === 1 && only !== undefined && Number.isFinite(only) ? only : null;
}

function formatCents(cents: number): string {
  return (cents / 100).toFixed(2);
}
