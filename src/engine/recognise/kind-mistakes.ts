// Which kinds did the rules name wrongly on forms like this one, and what did a person say they are?
import type { KindResult, RecogniseInput } from '../../domain/inspection.ts';
import { countWords, type KindMistake } from './kind-model.ts';

/** Forms of one maker differ in names and numbers only; papers of one kind from others share far less. */
const SAME_FORM = 0.62;
const MAX_WORDS = 400;
const LEAST_WORDS = 8;

/** undefined for a text with too few words to tell a form by. */
export function rememberKind(from: string, to: string, text: string): KindMistake | undefined {
  const words = unitVector(text);
  return words.size < LEAST_WORDS ? undefined : { from, to, words: [...words].slice(0, MAX_WORDS) };
}

/** What people made of the form most like this one; null when nobody corrected such a form. */
export function correctKind(
  byRules: KindResult,
  input: RecogniseInput,
  mistakes: readonly KindMistake[],
): KindResult | null {
  const own = mistakes.filter((mistake) => mistake.from === byRules.slug);
  if (own.every((mistake) => mistake.to === byRules.slug)) return null;
  const vector = unitVector(input.pages.map((page) => page.text).join('\n'));
  let best: { readonly to: string; readonly likeness: number } | undefined;
  for (const { to, words } of own) {
    const likeness = words.reduce((sum, [hash, weight]) => sum + weight * (vector.get(hash) ?? 0), 0);
    if (best === undefined || likeness > best.likeness) best = { to, likeness };
  }
  if (best === undefined || best.likeness < SAME_FORM || best.to === byRules.slug) return null;
  return {
    slug: best.to,
    confidence: Math.round(Math.min(0.9, 0.5 + best.likeness * 0.45) * 1000) / 1000,
    reasons: [{ code: 'kind_corrected_before', params: { kind: byRules.slug } }],
    alternatives: [{ slug: byRules.slug, confidence: 0.5 }, ...byRules.alternatives].slice(0, 4),
  };
}

function unitVector(text: string): Map<number, number> {
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
