// Which amounts of a line are money, and not a date, a quantity or a number?
import type { AmountMatch } from './amount-formats.ts';
import { matchAmounts } from './amount-formats.ts';
import type { DateMatch } from './date-formats.ts';
import { matchDates } from './date-formats.ts';
import type { TextLine } from './document-text.ts';

const DATES_OF_LINE = new WeakMap<TextLine, readonly DateMatch[]>();
const MONEY_OF_LINE = new WeakMap<TextLine, readonly AmountMatch[]>();

/** Dates of a line; they are asked for as dates and as what is no money. */
export function datesOf(line: TextLine): readonly DateMatch[] {
  let dates = DATES_OF_LINE.get(line);
  if (dates === undefined) {
    dates = matchDates(line.upper);
    DATES_OF_LINE.set(line, dates);
  }
  return dates;
}

/** Amounts of a line that are money: with cents or a currency mark, and no part of a date. */
export function moneyOf(line: TextLine): readonly AmountMatch[] {
  let money = MONEY_OF_LINE.get(line);
  if (money === undefined) {
    money = readMoney(line);
    MONEY_OF_LINE.set(line, money);
  }
  return money;
}

function readMoney(line: TextLine): AmountMatch[] {
  const amounts = matchAmounts(line.upper).filter(
    (amount) => amount.isMoney || isWholeAfterLabel(line.upper, amount),
  );
  if (amounts.length === 0) return amounts;
  const dates = datesOf(line);
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
