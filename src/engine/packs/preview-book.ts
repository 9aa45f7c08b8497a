// What will the book look like, before anything is built?
import { CasebinderError } from '../../domain/errors.ts';
import { nameExhibit } from './exhibit-names.ts';
import type { PackPlan } from './pack-plan.ts';
import { bookLanguage } from './pack-text.ts';
import { runBook } from './run-book.ts';

/** Draws the book of `plan` into `folder` from the originals where they lie. Returns its pages. Throws CANCELLED. */
export async function previewBook(
  plan: PackPlan,
  folder: string,
  report: (phase: string, done: number, total: number) => void,
  signal: AbortSignal,
): Promise<number> {
  if (plan.exhibits.length === 0) throw new CasebinderError('PACK_EMPTY', { case: plan.caseNumber });
  let drawn = 0;
  const book = await runBook({
    request: {
      plan,
      language: bookLanguage(plan),
      folder,
      files: Object.fromEntries(
        plan.exhibits.map((one) => [one.label, `upload/${nameExhibit(one, plan.profile)}`]),
      ),
      forcedSlips: {},
    },
    onExhibit: () => report('book', drawn++, plan.exhibits.length),
    signal,
  });
  return book.files[0]!.pages;
}
