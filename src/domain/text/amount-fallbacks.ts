// Which amount is the total of a paper that labels none?
import type { AmountMatch } from './amount-formats.ts';
import type { TextLine } from './document-text.ts';
import { moneyOf } from './money-lines.ts';

/** An amount and the line it stands on. */
export interface PlacedAmount {
  readonly match: AmountMatch;
  readonly line: TextLine;
}

/** Till receipts without a total: cash given less change is an amount that the receipt prints, too. */
export function paidMinusChange(lines: readonly TextLine[]): PlacedAmount | undefined {
  const cash = amountAfter(lines, /(?<![A-Z])(?:CASH|TENDERED|GEGEBEN|实收)(?![A-Z])/);
  const change = amountAfter(lines, /(?<![A-Z])(?:CHANGE|RÜCKGELD|找零)(?![A-Z])/);
  if (cash === undefined || change === undefined || cash <= change) return undefined;
  const wanted = Math.round((cash - change) * 100);
  for (const line of lines) {
    const match = moneyOf(line).find((amount) => Math.round(Number(amount.value) * 100) === wanted);
    if (match !== undefined) return { match, line };
  }
  // The point of the total was read as something else: "TOTAL 22-60", "TOTAL 2260".
  const digits = String(wanted);
  const line = lines.find(
    (one) => /TOTAL|合计/.test(one.upper) && one.upper.replace(/[^0-9]/g, '') === digits,
  );
  if (line === undefined) return undefined;
  const value = `${digits.slice(0, -2) || '0'}.${digits.slice(-2).padStart(2, '0')}`;
  return { match: { start: 0, end: line.upper.length, value, isMoney: true }, line };
}

function amountAfter(lines: readonly TextLine[], label: RegExp): number | undefined {
  for (const line of lines) {
    const at = line.upper.search(label);
    const match = at < 0 ? undefined : moneyOf(line).find((amount) => amount.start > at);
    if (match !== undefined) return Math.abs(Number(match.value));
  }
  return undefined;
}

/** The largest amount with a currency mark, lines that `isOther` excludes (cash, change) left out. */
export function pickLargest(
  lines: readonly TextLine[],
  isOther: (line: TextLine) => boolean,
): PlacedAmount | undefined {
  let best: PlacedAmount | undefined;
  for (const line of lines) {
    for (const match of moneyOf(line)) {
      if (match.mark === undefined || isOther(line)) continue;
      if (best === undefined || Number(match.value) > Number(best.match.value)) best = { match, line };
    }
  }
  return best;
}

/** A page with a single amount of money, alone on its line, as apps show what was paid. */
export function onlyAmount(lines: readonly TextLine[]): PlacedAmount | undefined {
  const all = lines.flatMap((line) => moneyOf(line).map((match) => ({ match, line })));
  const [only] = all;
  if (only === undefined || all.length !== 1) return undefined;
  const rest = only.line.upper.slice(0, only.match.start) + only.line.upper.slice(only.match.end);
  return rest.replace(/[-+ ¥￥元]/g, '') === ''
    ? // Apps write what was paid with a minus.
      { ...only, match: { ...only.match, value: only.match.value.replace(/^-/, '') } }
    : undefined;
}
