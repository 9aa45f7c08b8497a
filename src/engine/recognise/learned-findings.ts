// What do dates, amounts and parties become by what people corrected on papers of the same form?
import type { FoundAmount, FoundDate, FoundParty, Reason } from '../../domain/inspection.ts';
import type { PageText } from '../../domain/reading.ts';
import { readCurrencyContext, toIsoCurrency } from '../../domain/text/amount-formats.ts';
import { toIso } from '../../domain/text/date-formats.ts';
import type { TextLine } from '../../domain/text/document-text.ts';
import { nameAt, nameKey, pageOfName } from '../../domain/text/name-place.ts';
import {
  hasWords,
  nameOfPlace,
  placedAmounts,
  placedDates,
  placeLines,
  type ValuePlace,
  valueAt,
} from '../../domain/text/value-place.ts';
import { isCertain } from './certain-sources.ts';
import { type ChosenLessons, lessonsOf } from './choose-lessons.ts';
import type { FormLesson, WrongFinding } from './form-lesson.ts';

const CONFIDENCE = 0.9;

/** `found` reads ambiguous dates by the rules, `asTaught` in the order that a person taught. */
export function tellTaughtOrder(
  found: readonly FoundDate[],
  asTaught: readonly FoundDate[],
  { order }: ChosenLessons,
): FoundDate[] {
  if (order === undefined) return [...asTaught];
  const known = new Set(found.map((date) => `${date.role} ${date.value}`));
  const code = order.order === 'dmy' ? 'learnedDayFirst' : 'learnedMonthFirst';
  return asTaught.map((date) =>
    known.has(`${date.role} ${date.value}`)
      ? date
      : { ...date, reason: { code, params: { on: order.on, title: order.title } } },
  );
}

export function applyDateLessons(
  found: readonly FoundDate[],
  chosen: ChosenLessons,
  pages: readonly PageText[],
): FoundDate[] {
  let dates = found.map((date) =>
    lessonsOf(chosen, 'not_date').some((lesson) => lesson.role === date.role && isWrong(date, lesson.wrong))
      ? { ...date, role: 'other' as const, confidence: 0.3, reason: { code: 'dateOther' } }
      : date,
  );
  const lessons = lessonsOf(chosen, 'date');
  if (lessons.length === 0) return dates;
  const placed = placedDates(placeLines(pages));
  for (const lesson of firstPerRole(lessons)) {
    const { role, place } = lesson;
    const hit = valueAt(placed, place);
    if (hit === undefined) continue;
    const readings = [toIso(hit.value, 'dmy'), toIso(hit.value, 'mdy')];
    const value =
      dates.find((date) => readings.includes(date.value))?.value ??
      toIso(hit.value, chosen.order?.order ?? 'dmy');
    const reason = placeReason(place, lesson);
    if (role === 'document') {
      const known = dates.find((date) => date.value === value);
      const filed: FoundDate = {
        role: 'other',
        page: hit.page,
        confidence: CONFIDENCE,
        ...known,
        value,
        reason,
      };
      dates = [{ ...filed, isDocumentDate: true }, ...dates.filter((date) => date !== known)];
      continue;
    }
    if (dates.some((date) => date.role === role && isCertain(date.reason))) continue;
    dates = [
      { role, value, page: hit.page, confidence: CONFIDENCE, reason },
      ...dates
        .filter((date) => date.value !== value || (date.role !== 'other' && date.role !== role))
        .map((date) =>
          date.role === role
            ? { ...date, role: 'other' as const, confidence: 0.3, reason: { code: 'dateOther' } }
            : date,
        ),
    ];
  }
  return dates;
}

export function applyAmountLessons(
  found: readonly FoundAmount[],
  chosen: ChosenLessons,
  pages: readonly PageText[],
): FoundAmount[] {
  let amounts = found.filter(
    (amount) =>
      !lessonsOf(chosen, 'not_amount').some(
        (lesson) => lesson.role === amount.role && isWrong(amount, lesson.wrong),
      ),
  );
  const lessons = lessonsOf(chosen, 'amount');
  const lines = lessons.length === 0 ? [] : placeLines(pages);
  for (const lesson of firstPerRole(lessons)) {
    const { role, place, isWhole } = lesson;
    if (amounts.some((amount) => amount.role === role && isCertain(amount.reason))) continue;
    const hit = valueAt(placedAmounts(lines, isWhole), place);
    if (hit === undefined) continue;
    const currency = currencyOf(hit.value, found, lines);
    amounts = [
      {
        role,
        value: hit.value.value,
        ...(currency === undefined ? {} : { currency }),
        page: hit.page,
        confidence: CONFIDENCE,
        reason: placeReason(place, lesson),
      },
      ...amounts.filter((amount) => amount.role !== role),
    ];
  }
  const money = lessonsOf(chosen, 'currency')[0];
  if (money === undefined || (money.was !== '' && isNamed(money.was, pages))) return amounts;
  return amounts.map((amount) =>
    (amount.currency ?? '') !== money.was || isCertain(amount.reason)
      ? amount
      : { ...amount, currency: money.currency },
  );
}

export function applyPartyLessons(
  found: readonly FoundParty[],
  chosen: ChosenLessons,
  pages: readonly PageText[],
): FoundParty[] {
  const onForm = lessonsOf(chosen, 'not_party');
  let parties = found.filter((party) => {
    if (isCertain(party.reason)) return true;
    const key = nameKey(party.name);
    return !(
      onForm.some(
        (lesson) =>
          nameKey(lesson.name) === key || (lesson.role === party.role && isWrong(party, lesson.wrong)),
      ) ||
      chosen.struckNames.some(
        (lesson) =>
          nameKey(lesson.name) === key && lesson.role === party.role && isWrong(party, lesson.wrong),
      )
    );
  });
  const lessons = lessonsOf(chosen, 'party');
  if (lessons.length === 0) return parties;
  const lines = placeLines(pages);
  for (const lesson of firstPerRole(lessons)) {
    if (parties.some((party) => party.role === lesson.role && isCertain(party.reason))) continue;
    const hit = findTaughtName(lesson, lines);
    if (hit === undefined) continue;
    parties = [
      { role: lesson.role, ...hit, confidence: CONFIDENCE },
      ...parties.filter((party) => party.role !== lesson.role),
    ];
    // Who issued an invoice is its seller, unless somebody said otherwise.
    if (lesson.role === 'seller' && !lessons.some(({ role }) => role === 'issuer'))
      parties = [
        ...parties.filter((party) => party.role !== 'issuer' || isCertain(party.reason)),
        { role: 'issuer', ...hit, confidence: CONFIDENCE - 0.05 },
      ];
  }
  return parties;
}

/** By the words beside it; else the very name that was given; else what stands on the same line. */
function findTaughtName(
  lesson: ReturnType<typeof lessonsOf<'party'>>[number],
  lines: readonly TextLine[],
): Pick<FoundParty, 'name' | 'page' | 'reason'> | undefined {
  const { place, name, role, on, title } = lesson;
  const isLabelled = place !== null && (place.before !== '' || place.above !== '');
  if (place !== null && place.before !== '') {
    const hit = nameAt(lines, place, role);
    if (hit !== undefined)
      return { ...hit, reason: { code: 'learnedBeside', params: { label: place.before, title, on } } };
  }
  const page = pageOfName(lines, name);
  if (page !== undefined) return { name, page, reason: { code: 'learnedName', params: { title, on } } };
  if (place === null) return undefined;
  const hit = nameAt(lines, place, role);
  if (hit === undefined) return undefined;
  return {
    ...hit,
    reason: isLabelled
      ? { code: 'learnedBeside', params: { label: place.above, title, on } }
      : { code: 'learnedPosition', params: { title, on } },
  };
}

function placeReason(place: ValuePlace, { on, title }: FormLesson): Reason {
  return hasWords(place)
    ? { code: 'learnedBeside', params: { label: nameOfPlace(place), title, on } }
    : { code: 'learnedPosition', params: { title, on } };
}

function firstPerRole<T extends { readonly role: string }>(lessons: readonly T[]): T[] {
  return lessons.filter((lesson, index) => lessons.findIndex(({ role }) => role === lesson.role) === index);
}

/** Taken for the same reason, beside the same words. */
function isWrong({ reason }: { readonly reason: Reason }, wrong: WrongFinding): boolean {
  return (
    !isCertain(reason) && reason.code === wrong.code && String(reason.params?.['label'] ?? '') === wrong.label
  );
}

function currencyOf(
  match: { readonly value: string; readonly mark?: string },
  found: readonly FoundAmount[],
  lines: readonly TextLine[],
): string | undefined {
  if (match.mark === undefined) return found.find(({ currency }) => currency !== undefined)?.currency;
  return toIsoCurrency(match.mark, readCurrencyContext(lines.map((line) => line.upper).join('\n')));
}

/** The paper itself says this currency in letters. */
function isNamed(currency: string, pages: readonly PageText[]): boolean {
  return pages.slice(0, 3).some((page) => new RegExp(`(?<![A-Za-z])${currency}(?![A-Za-z])`).test(page.text));
}
