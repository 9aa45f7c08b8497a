// What does one correction of a date, an amount, a party or the page ranges teach about its form?
import type { FoundAmount, FoundDate, FoundParty } from '../../domain/inspection.ts';
import type { PageText } from '../../domain/reading.ts';
import { toIso } from '../../domain/text/date-formats.ts';
import { nameKey, placeOfName } from '../../domain/text/name-place.ts';
import {
  hasWords,
  type PlacedValue,
  placedAmounts,
  placedDates,
  placeLines,
  placeOf,
} from '../../domain/text/value-place.ts';
import { isCertain } from './certain-sources.ts';
import type { FormLesson, FormWords, WrongFinding } from './form-lesson.ts';
import { rememberForm } from './form-likeness.ts';

export interface TaughtPaper {
  readonly documentId: number;
  readonly pages: readonly PageText[];
  readonly title: string;
  /** Day of the correction. */
  readonly on: string;
  /** Who made the paper, as recognised or corrected; empty when unknown. */
  readonly maker: string;
}

type TaughtBase = Pick<FormLesson, 'form' | 'documentId' | 'on' | 'title'>;

const MAX_TITLE = 40;
const FORM_PAGES = 3;

/** All lessons of a paper share its form: it is compared once. */
const forms = new WeakMap<readonly PageText[], { readonly words: FormWords | undefined }>();

function formOf(pages: readonly PageText[]): FormWords | undefined {
  const known = forms.get(pages);
  if (known !== undefined) return known.words;
  const words = rememberForm(
    pages
      .slice(0, FORM_PAGES)
      .map((page) => page.text)
      .join('\n'),
  );
  forms.set(pages, { words });
  return words;
}

/** undefined for a paper with too few words to know its form again. */
function baseOf(paper: TaughtPaper): TaughtBase | undefined {
  const form = formOf(paper.pages);
  if (form === undefined) return undefined;
  return { form, documentId: paper.documentId, on: paper.on, title: paper.title.slice(0, MAX_TITLE) };
}

/** `role` "document": the date that a paper is filed under. */
export function teachDate(
  paper: TaughtPaper,
  was: FoundDate | null,
  now: { readonly role: FoundDate['role'] | 'document'; readonly value: string } | null,
): FormLesson[] {
  const base = baseOf(paper);
  if (base === undefined) return [];
  const lessons: FormLesson[] = [];
  if (was !== null && was.role !== 'other' && was.role !== now?.role && !isCertain(was.reason))
    lessons.push({ ...base, sort: 'not_date', role: was.role, wrong: wrongOf(was) });
  if (now === null) return lessons;
  const placed = placedDates(placeLines(paper.pages));
  const day = now.value.slice(0, 10);
  const index = bestIndex(placed, ({ value }) =>
    (['dmy', 'mdy'] as const).some((order) => toIso(value, order).slice(0, 10) === day),
  );
  const place = placeOf(placed, index);
  const match = placed[index]?.value;
  if (place === undefined || match === undefined) return lessons;
  if (match.swapped !== undefined)
    lessons.push({
      ...base,
      sort: 'date_order',
      order: toIso(match, 'dmy').slice(0, 10) === day ? 'dmy' : 'mdy',
      maker: paper.maker,
    });
  if (now.role !== 'other') lessons.push({ ...base, sort: 'date', role: now.role, place });
  return lessons;
}

export function teachAmount(
  paper: TaughtPaper,
  was: FoundAmount | null,
  now: Pick<FoundAmount, 'role' | 'value' | 'currency'> | null,
): FormLesson[] {
  const base = baseOf(paper);
  if (base === undefined) return [];
  const lessons: FormLesson[] = [];
  if (was !== null && was.role !== now?.role && !isCertain(was.reason))
    lessons.push({ ...base, sort: 'not_amount', role: was.role, wrong: wrongOf(was) });
  if (now === null) return lessons;
  const currency = now.currency ?? '';
  if (was !== null && currency !== '' && currency !== (was.currency ?? ''))
    lessons.push({ ...base, sort: 'currency', was: was.currency ?? '', currency });
  if (was !== null && was.role === now.role && Number(was.value) === Number(now.value)) return lessons;
  const lines = placeLines(paper.pages);
  for (const isWhole of [false, true]) {
    const placed = placedAmounts(lines, isWhole);
    const place = placeOf(
      placed,
      bestIndex(placed, ({ value }) => Number(value.value) === Number(now.value)),
    );
    if (place !== undefined) return [...lessons, { ...base, sort: 'amount', role: now.role, place, isWhole }];
  }
  return lessons;
}

export function teachParty(
  paper: TaughtPaper,
  was: FoundParty | null,
  now: Pick<FoundParty, 'role' | 'name'> | null,
): FormLesson[] {
  const base = baseOf(paper);
  if (base === undefined) return [];
  const lessons: FormLesson[] = [];
  const isSameName = was !== null && now !== null && nameKey(was.name) === nameKey(now.name);
  // A name that moves to another role is a party all the same; one that gives way to another in its role is replaced there.
  if (was !== null && now === null && !isCertain(was.reason))
    lessons.push({ ...base, sort: 'not_party', role: was.role, name: was.name, wrong: wrongOf(was) });
  if (now === null || (isSameName && was.role === now.role)) return lessons;
  const place = placeOfName(placeLines(paper.pages), now.name) ?? null;
  return [...lessons, { ...base, sort: 'party', role: now.role, name: now.name, place }];
}

/** Ranges as a person set them; one range or none: the file is one paper. */
export function teachParts(
  paper: TaughtPaper,
  parts: readonly { readonly slug: string; readonly fromPage: number }[],
): FormLesson[] {
  const base = baseOf(paper);
  if (base === undefined) return [];
  if (parts.length < 2) return [{ ...base, sort: 'parts', starts: [] }];
  const starts = parts.flatMap(({ slug, fromPage }) => {
    const form = rememberForm(paper.pages.find((page) => page.page === fromPage)?.text ?? '');
    return form === undefined ? [] : [{ slug, form }];
  });
  return starts.length < 2 ? [] : [{ ...base, sort: 'parts', starts }];
}

function wrongOf({ reason }: { readonly reason: FoundDate['reason'] }): WrongFinding {
  return { code: reason.code, label: String(reason.params?.['label'] ?? '') };
}

/** One with words beside it says more than a bare one; −1 when none fits. */
function bestIndex<T>(placed: readonly PlacedValue<T>[], fits: (one: PlacedValue<T>) => boolean): number {
  const labelled = placed.findIndex((one) => fits(one) && one.words.before !== '');
  if (labelled >= 0) return labelled;
  const worded = placed.findIndex((one) => fits(one) && hasWords(one.words));
  return worded >= 0 ? worded : placed.findIndex(fits);
}
