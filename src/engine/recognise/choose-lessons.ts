// Which of the things that people taught hold for this paper?
import type { FoundParty } from '../../domain/inspection.ts';
import type { PageText } from '../../domain/reading.ts';
import { nameKey } from '../../domain/text/name-place.ts';
import type { FormLesson, Lesson } from './form-lesson.ts';
import { likenessToForm, SAME_FORM, weighWords } from './form-likeness.ts';

export interface ChosenLessons {
  /** Of this form, most alike first, newest first among those. */
  readonly lessons: readonly FormLesson[];
  /** Struck out elsewhere: such a name is not offered for the same weak reason again. */
  readonly struckNames: readonly Lesson<'not_party'>[];
  readonly parts: readonly Lesson<'parts'>[];
  readonly order: Lesson<'date_order'> | undefined;
}

export const NO_LESSONS: ChosenLessons = { lessons: [], struckNames: [], parts: [], order: undefined };

/** `taught` newest first; by other documents than `documentId`. `parties` as the rules find them: papers of one maker share their way of writing dates. */
export function chooseLessons(
  taught: readonly FormLesson[],
  documentId: number | undefined,
  pages: readonly PageText[],
  parties: readonly FoundParty[],
): ChosenLessons {
  const lessons = taught.filter((lesson) => lesson.documentId !== documentId);
  if (lessons.length === 0) return NO_LESSONS;
  const vector = weighWords(pages.map((page) => page.text).join('\n'));
  const likeness = new Map<FormLesson['form'], number>();
  const isLike = (form: FormLesson['form']): number => {
    const known = likeness.get(form);
    if (known !== undefined) return known;
    const value = likenessToForm(form, vector);
    likeness.set(form, value);
    return value;
  };
  const own = lessons
    .map((lesson) => ({ lesson, likeness: Math.round(isLike(lesson.form) * 20) }))
    .filter(({ lesson }) => isLike(lesson.form) >= SAME_FORM)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ lesson }) => lesson);
  const makers = new Set(
    parties.filter(({ role }) => role === 'issuer' || role === 'seller').map(({ name }) => nameKey(name)),
  );
  return {
    lessons: own,
    struckNames: lessons.filter((lesson): lesson is Lesson<'not_party'> => lesson.sort === 'not_party'),
    parts: lessons.filter((lesson): lesson is Lesson<'parts'> => lesson.sort === 'parts'),
    order:
      own.find((lesson): lesson is Lesson<'date_order'> => lesson.sort === 'date_order') ??
      lessons.find(
        (lesson): lesson is Lesson<'date_order'> =>
          lesson.sort === 'date_order' && lesson.maker !== '' && makers.has(nameKey(lesson.maker)),
      ),
  };
}

/** Of one sort; of several about the same role the first counts. */
export function lessonsOf<Sort extends FormLesson['sort']>(
  chosen: ChosenLessons,
  sort: Sort,
): Lesson<Sort>[] {
  return chosen.lessons.filter((lesson): lesson is Lesson<Sort> => lesson.sort === sort);
}
