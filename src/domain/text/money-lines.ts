// Which amounts of a line are money, and not a date, a quantity or a number?
import type { AmountMatch } from './amount-formats.ts';
import { matchAmounts } from './amount-formats.ts';
import { matchDates } from './date-formats.ts';
import type { TextLine } from './document-text.ts';

/** Amounts of a line that are money: with cents or a currency mark, and no part of a date. */
export function moneyOf(line: TextLine): AmountMatch[] {
  const amounts = matchAmounts(line.upper).filter(
    (amount) => amount.isMoney || isWholeAfterLabel(line.upper, amount),
  );
  if (amounts.length === 0) return amounts;
  const dates = matchDates(line.upper);
  return amounts.filter(
    (amount) => !dates.some((date) => amount.start < date.end && amount.end > date.start),
  );
}

/** "Total: 1939" counts although it has neither cents nor a currency. */
function isWholeAfterLabel(upper: string, amount: AmountMatch): boolean {
  // "合计:160件" counts pieces.
  if (/^ ?(?:件|个|個|箱|套|台|只|包|袋|PCS?|KGS?|CTNS?|UNITS?|STK|STÜCK)/.test(upper.slice(amount.end)))
    return false;
  return (
    /(?:TOTAL|DUE|合计|总计|金额|小写)[^0-9]{0,12}$/.test(upper.slice(0, amount.start)) &&
    amount.value.length <= 9
  );
}
