// Is this paper of the same form as one that a person corrected?
import type { FormWords } from './form-lesson.ts';
import { countWords } from './kind-model.ts';

/** Forms of one maker differ in names and numbers only; papers of one kind from others share far less. */
export const SAME_FORM = 0.62;
const MAX_WORDS = 400;
const LEAST_WORDS = 8;
/** Looked at before all words are: without a share of the heaviest, the rest cannot make it the same form. */
const FIRST_WORDS = 24;
const LEAST_SHARE = 0.25;

/** undefined for a text with too few words to tell a form by. */
export function rememberForm(text: string): FormWords | undefined {
  const words = weighWords(text);
  if (words.size < LEAST_WORDS) return undefined;
  return [...words].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_WORDS);
}

/** The words of a text as a vector of length 1. */
export function weighWords(text: string): Map<number, number> {
  const counts = countWords(text);
  let square = 0;
  const vector = new Map<number, number>();
  for (const [hash, count] of counts) {
    const value = 1 + Math.log(count);
    vector.set(hash, value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (const [hash, value] of vector) vector.set(hash, Math.round((value / length) * 10_000) / 10_000);
  return vector;
}

/** 0…1; 0 at once where hardly any of the form's main words are there. */
export function likenessToForm(form: FormWords, vector: ReadonlyMap<number, number>): number {
  const first = form.slice(0, FIRST_WORDS);
  const shared = first.reduce((sum, [hash]) => sum + (vector.has(hash) ? 1 : 0), 0);
  if (shared < first.length * LEAST_SHARE) return 0;
  return form.reduce((sum, [hash, weight]) => sum + weight * (vector.get(hash) ?? 0), 0);
}
