// Which amounts does a document state, which of them is the total, and in which currency?
import type { AmountRole, FoundAmount, RecogniseInput } from '../inspection.ts';
import { onlyAmount, paidMinusChange, pickLargest } from './amount-fallbacks.ts';
import type { AmountMatch, CurrencyContext } from './amount-formats.ts';
import { MALAYSIA, matchAmounts, readCurrencyContext, toIsoCurrency } from './amount-formats.ts';
import { AMOUNT_LABELS } from './amount-labels.ts';
import { findCapitalAmounts } from './chinese-amounts.ts';
import type { TextLine } from './document-text.ts';
import { isInsideWord, readLines } from './document-text.ts';
import { moneyOf } from './money-lines.ts';

interface Labelled {
  readonly role: AmountRole;
  readonly label: string;
  readonly strength: number;
  readonly match: AmountMatch;
  readonly line: TextLine;
  /** Read from the line below its label. */
  readonly below: boolean;
}

const MAX_OTHER = 20;

/**
 * Amounts with their roles: one total (the strongest label, confirmed by 大写 or by net + tax where present), net,
 * tax, shipping, discount, refund, claim. Decimal strings; currency by mark, then by the document's context.
 */
export function findAmounts(input: RecogniseInput): FoundAmount[] {
  const lines = readLines(input.pages);
  const text = lines.map((line) => line.upper).join('\n');
  const context = readCurrencyContext(text);
  const documentCurrency = findDocumentCurrency(text, lines, context);
  const labelled = collectLabelled(lines);
  const inWords = lines.flatMap((line) =>
    findCapitalAmounts(line.text).map((amount) => ({ ...amount, line })),
  );
  const currencyOf = (match: AmountMatch): string | undefined =>
    match.mark === undefined ? documentCurrency : toIsoCurrency(match.mark, context);
  const found: FoundAmount[] = [];
  const words = inWords.at(-1);
  const best = roundTotal(labelled, pickTotal(labelled, words?.value));
  const paidTotal = best === undefined || best.strength < 6 ? paidMinusChange(lines) : undefined;
  const total = paidTotal === undefined && !isBeatenByWords(best, words?.value) ? best : undefined;
  if (total !== undefined) found.push(totalEntry(total, words?.value, currencyOf(total.match)));
  else if (words !== undefined) {
    found.push(
      withCurrency(
        {
          role: 'total',
          value: words.value,
          page: words.line.page,
          confidence: 0.9,
          reason: { code: 'amountInWords' },
        },
        documentCurrency ?? 'CNY',
      ),
    );
  } else {
    const paid = paidTotal;
    if (paid !== undefined) {
      found.push(
        withCurrency(
          {
            role: 'total',
            value: paid.match.value,
            page: paid.line.page,
            confidence: 0.7,
            reason: { code: 'amountPaid' },
          },
          currencyOf(paid.match),
        ),
      );
      found.push(...otherRoles(labelled, undefined, currencyOf));
      return found;
    }
    const largest =
      pickLargest(lines, (line) => labelled.some((entry) => entry.role === 'other' && entry.line === line)) ??
      onlyAmount(lines) ??
      lastNet(labelled);
    if (largest !== undefined) {
      found.push(
        withCurrency(
          {
            role: 'total',
            value: largest.match.value,
            page: largest.line.page,
            confidence: 0.35,
            reason: { code: 'amountLargest' },
          },
          currencyOf(largest.match),
        ),
      );
    }
  }
  found.push(...otherRoles(labelled, total, currencyOf));
  return found;
}

/** An amount in words is the total unless the amount in figures beside it says otherwise. */
function isBeatenByWords(best: Labelled | undefined, inWords: string | undefined): boolean {
  if (best === undefined || inWords === undefined) return false;
  return Number(best.match.value) !== Number(inWords) && !/价税合计|小写/.test(best.label);
}

function totalEntry(total: Labelled, inWords: string | undefined, currency: string | undefined): FoundAmount {
  const isConfirmed = inWords !== undefined && Number(inWords) === Number(total.match.value);
  const confidence = isConfirmed
    ? 0.99
    : Math.min(0.95, 0.6 + total.strength * 0.04) - (total.below ? 0.08 : 0);
  return withCurrency(
    {
      role: 'total',
      value: total.match.value,
      page: total.line.page,
      confidence: Math.round(confidence * 100) / 100,
      reason: { code: isConfirmed ? 'amountConfirmed' : 'amountLabelled', params: { label: total.label } },
    },
    currency,
  );
}

function otherRoles(
  labelled: readonly Labelled[],
  total: Labelled | undefined,
  currencyOf: (match: AmountMatch) => string | undefined,
): FoundAmount[] {
  const seen = new Set<string>();
  const found: FoundAmount[] = [];
  for (const entry of labelled) {
    if (entry === total || entry.role === 'total' || entry.role === 'other') continue;
    const key = `${entry.role}:${entry.match.value}`;
    if (seen.has(key) || found.length >= MAX_OTHER) continue;
    seen.add(key);
    const confidence = entry.below ? 0.65 : 0.8;
    found.push(
      withCurrency(
        {
          role: entry.role,
          value: entry.match.value,
          page: entry.line.page,
          confidence,
          reason: { code: 'amountLabelled', params: { label: entry.label } },
        },
        currencyOf(entry.match),
      ),
    );
  }
  return found;
}

function withCurrency(amount: Omit<FoundAmount, 'currency'>, currency: string | undefined): FoundAmount {
  return currency === undefined ? amount : { ...amount, currency };
}

/** The row 合计 of a fapiao: net amount, then tax. In a contract's table the same row holds pieces, then money. */
function isNetThenTax(first: AmountMatch, second: AmountMatch): boolean {
  return first.isMoney && Number(second.value) < Number(first.value);
}

function collectLabelled(lines: readonly TextLine[]): Labelled[] {
  const found: Labelled[] = [];
  for (const line of lines) {
    // A label says something only beside a number or above one.
    if (!HAS_DIGIT.test(line.upper) && !HAS_DIGIT.test(lines[line.index + 1]?.upper ?? '')) continue;
    const labels = matchLabels(line.upper);
    if (labels.length === 0) continue;
    const amounts = moneyOf(line);
    const last = labels.at(-1);
    if (last === undefined) continue;
    const after = amounts.filter((amount) => amount.start >= last.end);
    if (after.length > 0) {
      for (const [index, label] of labels.entries()) {
        const until = labels[index + 1]?.start ?? Number.POSITIVE_INFINITY;
        const own = amounts.filter((amount) => amount.start >= label.end && amount.start < until);
        const match = label.role === 'tax' || label.role === 'total' ? own.at(-1) : own[0];
        if (match === undefined) continue;
        const [first, second] = own;
        const isPair = own.length === 2 && first !== undefined && second !== undefined;
        if (label.label === '合计' && isPair && isNetThenTax(first, second)) {
          found.push({ ...label, role: 'net', match: first, line, below: false });
          found.push({ ...label, role: 'tax', match: second, line, below: false });
        }
        found.push({ ...label, match, line, below: false });
      }
      continue;
    }
    const before = amounts.filter((amount) => amount.end <= last.start);
    const below = lines[line.index + 1];
    if (below === undefined || below.page !== line.page || line.upper.length - (last.end - last.start) > 12)
      continue;
    const belowAmounts = moneyOf(below);
    if (
      before.length === 0 &&
      belowAmounts.length > 0 &&
      matchLabels(below.upper).length === 0 &&
      isMostlyAmount(below.upper)
    ) {
      const match = belowAmounts.at(-1);
      if (match !== undefined) found.push({ ...last, match, line: below, below: true });
    }
  }
  return found;
}

function isMostlyAmount(upper: string): boolean {
  return upper.replace(/[\d.,'\s:()%-]/g, '').length <= 12;
}

const HAS_DIGIT = /\d/;
/** All labels at once: most lines have none, and one look is quicker than one for each label. */
const ANY_LABEL = new RegExp(AMOUNT_LABELS.map(({ pattern }) => pattern.source).join('|'));

interface LabelMatch {
  readonly role: AmountRole;
  readonly label: string;
  readonly strength: number;
  readonly start: number;
  readonly end: number;
}

/** Labels of a line in order; where two overlap the longer wins, then the stronger. */
function matchLabels(upper: string): LabelMatch[] {
  if (!ANY_LABEL.test(upper)) return [];
  const all: LabelMatch[] = [];
  for (const label of AMOUNT_LABELS) {
    label.pattern.lastIndex = 0;
    for (let match = label.pattern.exec(upper); match !== null; match = label.pattern.exec(upper)) {
      if (isInsideWord(upper, match.index, match.index + match[0].length)) continue;
      all.push({
        role: label.role,
        label: match[0].trim().slice(0, 40),
        strength: label.strength,
        start: match.index,
        end: match.index + match[0].length,
      });
    }
  }
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || b.strength - a.strength);
  const kept: LabelMatch[] = [];
  for (const label of all) {
    if (!kept.some((other) => label.start < other.end && label.end > other.start)) kept.push(label);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** The strongest label; among equals the one that agrees with the words, then the larger, then the later. */
function pickTotal(labelled: readonly Labelled[], inWords: string | undefined): Labelled | undefined {
  let best: Labelled | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [index, entry] of labelled.entries()) {
    if (entry.role !== 'total') continue;
    const amount = Math.abs(Number(entry.match.value));
    let score = entry.strength * 10 + index * 0.01 - (entry.below ? 5 : 0) + (amount === 0 ? -100 : 0);
    if (inWords !== undefined && Number(inWords) === Number(entry.match.value)) score += 100;
    if (labelled.some((other) => other.role === 'net' && Math.abs(Number(other.match.value)) > amount + 0.01))
      score -= 15;
    if (score > bestScore) {
      best = entry;
      bestScore = score;
    }
  }
  const isEmpty = best !== undefined && Number(best.match.value) === 0;
  return isEmpty && labelled.some((entry) => entry.role !== 'other' && Number(entry.match.value) > 0)
    ? undefined
    : best;
}

/** A till slip without a total: "Net amt" below the tax is what was paid. */
function lastNet(labelled: readonly Labelled[]): Labelled | undefined {
  const net = labelled.filter((entry) => entry.role === 'net').at(-1);
  const tax = labelled.find((entry) => entry.role === 'tax');
  return net !== undefined && tax !== undefined && net.line.index > tax.line.index ? net : undefined;
}

/** Small coins are gone in some countries: the total below a line "rounding" is what was paid. */
function roundTotal(labelled: readonly Labelled[], best: Labelled | undefined): Labelled | undefined {
  const rounding = labelled.find((entry) => entry.role === 'other' && /ROUND/.test(entry.label));
  if (best === undefined || rounding === undefined) return best;
  const by = Number(rounding.match.value);
  if (by === 0 || Math.abs(by) > 0.5) return best;
  const rounded = labelled.find(
    (entry) =>
      entry.role === 'total' &&
      entry.line.index > rounding.line.index &&
      Math.abs(Number(entry.match.value) - Number(best.match.value) - by) < 0.005,
  );
  return rounded ?? best;
}

const EURO_PAPER =
  /(?:TVA|UST|VAT|IVA|BTW|UID|ID)[^\n]{0,24}?(?<![A-Z])(?:FR|DE|IT|ES|NL|AT|BE|IE|FI|PT|LU|EL|SK|SI|EE|LV|LT)[0-9A-Z]{2}\d{6,}|(?<![A-Z])IBAN[ :]{0,3}(?:FR|DE|IT|ES|NL|AT|BE|IE|FI|PT|LU)\d{2}/;

/** A currency the document names, else the mark that stands beside most amounts. */
function findDocumentCurrency(
  text: string,
  lines: readonly TextLine[],
  context: CurrencyContext,
): string | undefined {
  const named =
    /(?:CURRENCY|WÄHRUNG|DEVISE|MONNAIE|VALUTA|MONEDA|WALUTA|币种|币别|通貨)(?: ?CODE)?[ :：(]{0,6}(?<code>[A-Z]{3})(?![A-Z])/.exec(
      text,
    )?.groups?.code;
  if (named !== undefined) return named === 'RMB' ? 'CNY' : named;
  const counts = new Map<string, number>();
  for (const line of lines) {
    for (const amount of matchAmounts(line.upper)) {
      if (amount.mark === undefined) continue;
      const code = toIsoCurrency(amount.mark, context);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const most = [...counts.entries()].sort((a, b) => b[1] - a[1])[0];
  if (most !== undefined) return most[0];
  const loose = /\((RM|USD|EUR|GBP|CNY|RMB|JPY|INR|CHF|PLN)\)|(?<![A-Z])(RM|RMB|€|£|₹)(?![A-Z])/.exec(text);
  const mark = loose?.[1] ?? loose?.[2];
  if (mark !== undefined) return toIsoCurrency(mark, context);
  if (/人民币|价税合计|增值税|开票日期|支付宝|微信支付|收付款|银行储蓄卡/.test(text)) return 'CNY';
  if (MALAYSIA.test(text)) return 'MYR';
  if (/(?<![A-Z])SALES TAX(?![A-Z])/.test(text) && !/(?<![A-Z])(?:GST|HST|PST|VAT|SST)(?![A-Z])/.test(text))
    return 'USD';
  // Text recognition knows no euro sign; the seller's tax number or account tells the country.
  if (EURO_PAPER.test(text)) return 'EUR';
  return undefined;
}
