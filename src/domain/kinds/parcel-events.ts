// Does a page list what happened to a parcel, hour by hour, or say that it was handed over?

/** A date and a time of day on one line, the year left out as trackers do. */
const TIMED_LINE =
  /(?=.*(?<![\d:])(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d))(?:.*(?:\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|(?<![\d/.-])\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?(?![\d%])|\d{1,2}月\d{1,2}日|\b(?:jan|feb|mar|apr|may|mai|maj|jun|jul|aug|sep|okt|oct|nov|dec|dez)[a-z]*\.? \d{1,2}\b|\b\d{1,2}\.? (?:jan|feb|mar|apr|may|mai|maj|jun|jul|aug|sep|okt|oct|nov|dec|dez)))/;
const MONEY = /[$€£¥]|\d[.,]\d{2}(?!\d)(?! ?(?:kgs?|lbs?)\b)/;
const LEAST_EVENTS = 3;
const MAX_LINES = 400;

/** Whether at least three lines hold a date with a time and no money: a history, not a label and no bank statement. */
export function listsEvents(text: string): boolean {
  let events = 0;
  for (const line of text.split('\n').slice(0, MAX_LINES)) {
    if (line.length < 160 && /\d/.test(line) && TIMED_LINE.test(line) && !hasMoney(line)) events += 1;
    if (events >= LEAST_EVENTS) return true;
  }
  return false;
}

/** Times and dates with points look like amounts. */
function hasMoney(line: string): boolean {
  return MONEY.test(line.replace(/\d{1,4}[.:]\d{2}(?:[.:]\d{2,4})?/g, ' '));
}

const DELIVERED =
  /\b(?:delivered (?:on|at|to)|was delivered|signed (?:for )?by|received by|zugestellt|empfangen von|livre (?:le|a)|(?:remis|signe) (?:a|par)|consegnat[ao]|firmato da|data consegna|entregado|firmado por|bezorgd|doreczon[ao])\b|签收(?:时间|日期|人)|妥投|已签收|配達完了|お届け済|受領(?:者|印)/;
const DATE =
  /\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}|\b\d{1,2}\.? ?[a-z]{3,9}\.? ?\d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4}/;

/** Whether the page says that the parcel was handed over, and when: labels are printed before that. */
export function saysDelivered(text: string): boolean {
  return DELIVERED.test(text) && DATE.test(text);
}
