// By when does a message want an answer: a day it names, or a time that runs from its sending?
import { firstWallClockMs, isIsoDate, localDate } from '../deadlines/zoned-day.ts';
import type { FoundDate } from '../inspection.ts';
import { matchDates, toIso } from '../text/date-formats.ts';

/** A day ends 23:59:59 in the marketplace's zone; hours end at their instant. */
export type StatedDeadline =
  | { readonly date: string; readonly phrase: string }
  | { readonly atMs: number; readonly phrase: string };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Nobody writes a deadline further ahead; what is, is something else (validity of a paper, a retention period). */
const MAX_DAYS = 200;
const MIN_CONFIDENCE = 0.5;

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  seven: 7,
  ten: 10,
  fourteen: 14,
  fifteen: 15,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

const WITHIN =
  /\b(?:within|in|no later than|have)\s+(?:the next\s+|a period of\s+)?(\d{1,3}|[a-z]+)[\s-]*(?:\(\d{1,3}\)\s*)?(calendar |business |working )?(hours?|days?)\b/g;
const WITHIN_ZH = /(?:在|于|请)?\s*(\d{1,3})\s*个?\s*(工作日|自然日|日历日|天|日|小时)(?:之|以)?内/g;
const BEFORE_DATE =
  /\b(?:BY|BEFORE|UNTIL|NO LATER THAN|ON OR BEFORE|PRIOR TO|DEADLINE(?: IS| OF|:)?|DUE(?: ON|:)?)\s*(?:\d{1,2}:\d{2}\s*(?:[AP]M)?\s*(?:[A-Z]{2,4})?\s*(?:ON\s*)?)?(?:[A-Z]+DAY,?\s*)?$|(?:请?在|于|截至|截止(?:日期|时间)?[：:为是]?)\s*$/;
const AFTER_DATE = /^[^。，\n]{0,8}(?:之前|以前|前|まで)/;
/** The sentence asks the seller for something … */
const ASKS =
  /\b(?:send|submit|provide|respond|reply|appeal|represent|upload|answer|return the|contact us|take action|dispute|confirm|complete)\b|提供|提交|回复|答复|申诉|上传|补充|处理|完成/;
/** … and does not tell what Amazon will do or what is counted. */
const TELLS_ONLY =
  /\b(?:we will|we'll|we aim|we expect to|you (?:will|should) receive|may take|takes? (?:up to|about)|over the last|in the last|in the past|during the last|issued in the last|last \d+ days|trailing)\b|我们(?:将|会)(?:在)?|过去|最近|近\d/;

/**
 * The deadline of a message: the earliest day it names as one that is not before its own day, else the shortest time it
 * gives for an answer, counted from its sending. Undefined when it sets none.
 */
export function findStatedDeadline(
  text: string,
  dates: readonly FoundDate[],
  sentAtMs: number,
  zone: string,
): StatedDeadline | undefined {
  const sentOn = localDate(sentAtMs, zone);
  const labelled = dates
    .filter((date) => date.role === 'deadline' || date.role === 'due')
    .filter((date) => date.confidence >= MIN_CONFIDENCE)
    .map(
      (date): NamedDeadline => ({
        date: date.value.slice(0, 10),
        phrase: String(date.reason.params?.['label'] ?? ''),
        time: null,
      }),
    );
  const named = [...findNamed(text, zone), ...labelled]
    .filter(({ date }) => isIsoDate(date) && date >= sentOn)
    .filter(({ date }) => Date.parse(date) - sentAtMs <= MAX_DAYS * DAY_MS)
    // On one day a time is more exact than the day alone.
    .sort((a, b) =>
      a.date === b.date ? Number(a.time === null) - Number(b.time === null) : a.date < b.date ? -1 : 1,
    );
  const [first] = named;
  if (first === undefined) return findRelative(text, sentAtMs, zone);
  const { date, phrase, time } = first;
  return time === null ? { date, phrase } : { atMs: instantOf(date, time, zone), phrase };
}

/** "… by November 26, 2026", "请在11月26日前…" in a sentence that asks for something. */
function findNamed(text: string, zone: string): NamedDeadline[] {
  const order = zone.startsWith('America/') ? 'mdy' : 'dmy';
  return splitSentences(text).flatMap((sentence) => {
    if (!ASKS.test(sentence.toLowerCase())) return [];
    const upper = sentence.toUpperCase();
    return matchDates(upper)
      .filter(
        (match) =>
          BEFORE_DATE.test(upper.slice(Math.max(0, match.start - 40), match.start)) ||
          AFTER_DATE.test(upper.slice(match.end, match.end + 16)),
      )
      .map((match) => ({
        // A time behind the date is read with its zone, below.
        date: toIso(match, order).slice(0, 10),
        phrase: shorten(sentence),
        time: findTime(upper.slice(Math.max(0, match.start - 40), match.start), upper.slice(match.end)),
      }));
  });
}

interface NamedDeadline {
  readonly date: string;
  readonly phrase: string;
  readonly time: NamedTime | null;
}

interface NamedTime {
  /** "02:30". */
  readonly clock: string;
  /** "PST", "PT", …; undefined: the marketplace's own. */
  readonly zone?: string;
}

/** "5:00 PM PST on" before a date, "at 17:00 (CET)" behind it. */
const TIME = String.raw`(\d{1,2}):(\d{2})\s*([AP])?\.?M?\.?\s*\(?([A-Z]{2,4}\b)?`;
const TIME_BEFORE = new RegExp(`${TIME}\\)?,?\\s*(?:ON\\s*)?(?:[A-Z]+DAY,?\\s*)?$`);
const TIME_AFTER = new RegExp(`^,?\\s*(?:AT|BY|@)?\\s*${TIME}`);
/** Abbreviations that fix the hour, also of a day on which the clocks change. */
const OFFSET_HOURS: Readonly<Record<string, number>> = {
  PST: -8,
  PDT: -7,
  EST: -5,
  EDT: -4,
  UTC: 0,
  GMT: 0,
  CET: 1,
  CEST: 2,
  JST: 9,
};
const ZONES: Readonly<Record<string, string>> = { PT: 'America/Los_Angeles', ET: 'America/New_York' };

function findTime(before: string, after: string): NamedTime | null {
  const match = TIME_BEFORE.exec(before) ?? TIME_AFTER.exec(after);
  if (match === null) return null;
  const [, hourText, minute = '', half, name] = match;
  const given = Number(hourText);
  const hour = half === 'P' ? (given % 12) + 12 : half === 'A' ? given % 12 : given;
  if (hour > 23 || Number(minute) > 59) return null;
  return {
    clock: `${String(hour).padStart(2, '0')}:${minute}`,
    ...(name === undefined ? {} : { zone: name }),
  };
}

function instantOf(date: string, { clock, zone }: NamedTime, own: string): number {
  const offset = zone === undefined ? undefined : OFFSET_HOURS[zone];
  if (offset !== undefined) return Date.parse(`${date}T${clock}Z`) - offset * HOUR_MS;
  return firstWallClockMs(date, clock, (zone === undefined ? undefined : ZONES[zone]) ?? own);
}

function splitSentences(text: string): string[] {
  // A line break inside a sentence is only the mail's width; an empty line ends it.
  return text.split(/(?<=[.!?])\s+(?=[A-Z"(\d-])|\n\s*\n|(?<=[。！？])/);
}

function shorten(sentence: string): string {
  return sentence.trim().replace(/\s+/g, ' ').slice(0, 160);
}

function findRelative(text: string, sentAtMs: number, zone: string): StatedDeadline | undefined {
  const found: { readonly spanMs: number; readonly stated: StatedDeadline }[] = [];
  for (const sentence of splitSentences(text)) {
    const lower = sentence.toLowerCase();
    if (!ASKS.test(lower) || TELLS_ONLY.test(lower)) continue;
    for (const match of [...lower.matchAll(WITHIN), ...lower.matchAll(WITHIN_ZH)]) {
      const amount = Number(match[1]) || (WORDS[match[1] ?? ''] ?? 0);
      const unit = match.at(-1) ?? '';
      const qualifier = match.length > 3 ? (match[2] ?? '') : unit;
      if (amount === 0 || amount > MAX_DAYS) continue;
      const phrase = shorten(sentence);
      if (/hour|小时/.test(unit)) {
        found.push({ spanMs: amount * HOUR_MS, stated: { atMs: sentAtMs + amount * HOUR_MS, phrase } });
        continue;
      }
      const isBusiness = /business|working|工作日/.test(qualifier);
      const date = isBusiness
        ? addWorkingDays(localDate(sentAtMs, zone), amount)
        : localDate(sentAtMs + amount * DAY_MS, zone);
      found.push({ spanMs: Date.parse(date) - sentAtMs, stated: { date, phrase } });
    }
  }
  return found.sort((a, b) => a.spanMs - b.spanMs)[0]?.stated;
}

/** Monday to Friday; public holidays differ by sender and would only move the date later, which is the unsafe side. */
function addWorkingDays(from: string, amount: number): string {
  let dayMs = Date.parse(`${from}T00:00:00Z`);
  for (let left = amount; left > 0; ) {
    dayMs += DAY_MS;
    const weekday = new Date(dayMs).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(dayMs).toISOString().slice(0, 10);
}
