// What does a cell of a report say, and did a spreadsheet spoil it (domain.md 7.1 rules 5 and 7)?

/** ="…" wrappers, outer blanks and the apostrophe that spreadsheets put before text. */
export function cleanCell(cell: string): string {
  const text = cell.trim();
  const wrapped = /^="(.*)"$/s.exec(text);
  const inner = wrapped === null ? text : (wrapped[1] ?? '').replaceAll('""', '"').trim();
  return inner.startsWith("'") && inner.length > 1 && !inner.slice(1).includes("'") ? inner.slice(1) : inner;
}

/**
 * An ID that a spreadsheet took for a number: 9.4E+21, or more digits than it can hold (15) with zeros in their place.
 * What was there is gone: the value must not be used as an ID.
 */
export function isDamagedId(value: string): boolean {
  if (/^[-+]?\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(value)) return true;
  return /^\d{16,}$/.test(value) && /^\d{1,15}0+$/.test(value) && /0{3,}$/.test(value);
}

/** An ISBN that is an ASIN and lost its leading zeros; undefined when it can't be that. Its check digit must agree. */
export function restoreAsinZeros(value: string): string | undefined {
  if (!/^\d{6,8}[\dXx]$/.test(value) && !/^\d{5,8}$/.test(value)) return undefined;
  const padded = value.toUpperCase().padStart(10, '0');
  const sum = [...padded].reduce(
    (total, character, index) => total + (10 - index) * (character === 'X' ? 10 : Number(character)),
    0,
  );
  return sum % 11 === 0 ? padded : undefined;
}

/** True when a decimal comma is the only way to read this number: "12,34", "1.234,56". */
export function showsDecimalComma(value: string): boolean {
  return (
    /^[-−+(]?\d{1,3}(?:[.\s]\d{3})*,\d{1,2}\)?$/.test(value) && !/^[-−+(]?\d{1,3}(,\d{3})+\)?$/.test(value)
  );
}

/** Plain decimal text ("-1234.56") of a number in either style; undefined when it is no number. U+2212 is a minus. */
export function parseReportNumber(value: string, decimalComma: boolean): string | undefined {
  let text = value
    .normalize('NFKC')
    .replace(/[\s\u00a0'’]/g, '')
    .replace(/\u2212/g, '-');
  text = text.replace(/^(?:[A-Z]{3}|[$€£¥￥])|(?:[A-Z]{3}|[$€£¥￥])$/g, '');
  const negative = /^\(.*\)$/.test(text) || /^-|-$/.test(text);
  text = text.replace(/[()+-]/g, '');
  if (!/^[\d.,]+$/.test(text) || !/\d/.test(text)) return undefined;
  const lastComma = text.lastIndexOf(',');
  const lastDot = text.lastIndexOf('.');
  let plain: string;
  if (lastComma !== -1 && lastDot !== -1) {
    const decimal = lastComma > lastDot ? ',' : '.';
    plain = text.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.');
  } else if (lastComma !== -1 || lastDot !== -1) {
    const mark = lastComma !== -1 ? ',' : '.';
    const decimal = decimalComma ? ',' : '.';
    const groups = text.split(mark);
    const isGrouped = groups.length > 2 || (mark !== decimal && groups[1]?.length === 3);
    plain = isGrouped ? groups.join('') : text.replace(mark, '.');
  } else plain = text;
  if (!/^\d*(?:\.\d+)?$/.test(plain) || plain === '') return undefined;
  const number = plain.startsWith('.') ? `0${plain}` : plain;
  return negative && Number(number) !== 0 ? `-${number}` : number;
}

/** Columns whose values are money. */
export function isMoneyColumn(key: string): boolean {
  return (
    /(?:amount|price|tax|fees?|credits?|rebates?|withheld|total|cost|discount|refunded-amount|other)(?:-\d)?$/.test(
      key,
    ) &&
    !/^(?:price-(?:type|designation)|.*-type|.*-description)$/.test(key) &&
    !/quantity|tax-collection/.test(key)
  );
}
