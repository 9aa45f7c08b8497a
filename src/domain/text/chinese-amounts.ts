// Which amount do Chinese capital numerals (壹仟贰佰叁拾肆元伍角陆分) state?

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  叄: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 };

/** Capital amounts with their unit; at least one capital digit and 元, 圆 or 整. */
export const CAPITAL_AMOUNT =
  /(?<minus>[(（]?负[)）]?)?(?<yuan>[零〇壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟万萬亿億]+)[元圆圓](?:(?<jiao>[零壹贰貳叁參叄肆伍陆陸柒捌玖])角)?(?:零?(?<fen>[壹贰貳叁參叄肆伍陆陸柒捌玖])分)?[整正]?/g;

/** Integer value of capital numerals, or undefined when they are none. */
export function parseChineseInteger(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    const value = DIGITS[character];
    const unit = UNITS[character];
    if (value !== undefined) digit = value;
    else if (unit !== undefined) {
      section += (digit === 0 && unit === 10 ? 1 : digit) * unit;
      digit = 0;
    } else if (character === '万' || character === '萬') {
      total += (section + digit) * 10_000;
      section = 0;
      digit = 0;
    } else if (character === '亿' || character === '億') {
      total = (total + section + digit) * 100_000_000;
      section = 0;
      digit = 0;
    } else return undefined;
  }
  return total + section + digit;
}

/** Decimal string ("1234.56") of the capital amounts in a text. */
export function findCapitalAmounts(
  text: string,
): { readonly value: string; readonly start: number; readonly end: number }[] {
  const found: { value: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(CAPITAL_AMOUNT)) {
    const yuan = parseChineseInteger(match.groups?.yuan ?? '');
    if (yuan === undefined) continue;
    const jiao = DIGITS[match.groups?.jiao ?? '零'] ?? 0;
    const fen = DIGITS[match.groups?.fen ?? '零'] ?? 0;
    const sign = match.groups?.minus === undefined ? '' : '-';
    found.push({
      value: `${sign}${yuan}.${jiao}${fen}`,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}
