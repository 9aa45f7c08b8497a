// Which page ranges does a file have by what people said about files of the same forms?
import type { KindResult, RecogniseInput } from '../../domain/inspection.ts';
import type { ChosenLessons } from './choose-lessons.ts';
import type { Lesson } from './form-lesson.ts';
import { likenessToForm, SAME_FORM, weighWords } from './form-likeness.ts';

type Part = NonNullable<KindResult['parts']>[number];

const MAX_PAGES = 30;

/** The ranges as taught; the kind as it was where nothing was taught about such pages. */
export function applyPartLessons(kind: KindResult, input: RecogniseInput, chosen: ChosenLessons): KindResult {
  if (chosen.parts.length === 0 || input.pageCount < 2 || input.mediaType.startsWith('video/')) return kind;
  const onForm = chosen.lessons.find((lesson) => lesson.sort === 'parts');
  if (onForm?.sort === 'parts' && onForm.starts.length === 0)
    return kind.parts === undefined ? kind : withParts(kind, undefined, onForm);
  const lessons = chosen.parts.filter((lesson) => lesson.starts.length > 1);
  const taught = lessons.length === 0 ? undefined : findTaughtParts(input, lessons);
  return taught === undefined ? kind : withParts(kind, taught.parts, taught.lesson);
}

function findTaughtParts(
  input: RecogniseInput,
  lessons: readonly Lesson<'parts'>[],
): { readonly parts: Part[]; readonly lesson: Lesson<'parts'> } | undefined {
  const pages = input.pages.filter((page) => page.source !== 'xml');
  if (pages.length < 2 || pages.length > MAX_PAGES) return undefined;
  const vectors = pages.map((page) => weighWords(page.text));
  for (const lesson of lessons) {
    const parts: Part[] = [];
    for (const [index, page] of pages.entries()) {
      const vector = vectors[index] ?? new Map<number, number>();
      const best = lesson.starts
        .map(({ slug, form }) => ({ slug, likeness: likenessToForm(form, vector) }))
        .sort((a, b) => b.likeness - a.likeness)[0];
      const current = parts.at(-1);
      if (best !== undefined && best.likeness >= SAME_FORM && best.slug !== current?.slug)
        parts.push({ slug: best.slug, fromPage: page.page, toPage: page.page });
      else if (current !== undefined) parts[parts.length - 1] = { ...current, toPage: page.page };
      else break;
    }
    if (new Set(parts.map(({ slug }) => slug)).size > 1) return { parts, lesson };
  }
  return undefined;
}

function withParts(
  kind: KindResult,
  parts: readonly Part[] | undefined,
  { on, title }: Lesson<'parts'>,
): KindResult {
  const { parts: _old, ...rest } = kind;
  return {
    ...rest,
    reasons: [
      ...kind.reasons.filter(({ code }) => code !== 'kind_parts'),
      { code: 'parts_corrected_on', params: { on, title } },
    ],
    ...(parts === undefined ? {} : { parts }),
  };
}
