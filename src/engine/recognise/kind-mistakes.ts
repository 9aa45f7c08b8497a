// Which kinds did the rules name wrongly on forms like this one, and what did a person say they are?
import type { KindResult, RecogniseInput } from '../../domain/inspection.ts';
import { likenessToForm, rememberForm, SAME_FORM, weighWords } from './form-likeness.ts';
import type { KindMistake } from './kind-model.ts';

/** undefined for a text with too few words to tell a form by. */
export function rememberKind(mistake: Omit<KindMistake, 'words'>, text: string): KindMistake | undefined {
  const words = rememberForm(text);
  return words === undefined ? undefined : { ...mistake, words };
}

/** What people made of the form most like this one; null when nobody corrected such a form. */
export function correctKind(
  byRules: KindResult,
  input: RecogniseInput,
  mistakes: readonly KindMistake[],
): KindResult | null {
  const own = mistakes.filter(
    (mistake) => mistake.from === byRules.slug && mistake.documentId !== input.documentId,
  );
  if (own.every((mistake) => mistake.to === byRules.slug)) return null;
  const vector = weighWords(input.pages.map((page) => page.text).join('\n'));
  let best: { readonly to: string; readonly on: string; readonly likeness: number } | undefined;
  for (const { to, words, on } of own) {
    const likeness = likenessToForm(words, vector);
    if (best === undefined || likeness > best.likeness) best = { to, on, likeness };
  }
  if (best === undefined || best.likeness < SAME_FORM || best.to === byRules.slug) return null;
  return {
    slug: best.to,
    confidence: Math.round(Math.min(0.9, 0.5 + best.likeness * 0.45) * 1000) / 1000,
    reasons: [{ code: 'kind_corrected_on', params: { kind: byRules.slug, on: best.on } }],
    alternatives: [
      { slug: byRules.slug, confidence: 0.5 },
      ...byRules.alternatives.filter(({ slug }) => slug !== best.to),
    ].slice(0, 4),
    ...(byRules.parts === undefined ? {} : { parts: renameParts(byRules.parts, byRules.slug, best.to) }),
  };
}

/** The paper that gave the file its kind is in its page range, too. */
export function renameParts(
  parts: NonNullable<KindResult['parts']>,
  from: string,
  to: string,
): NonNullable<KindResult['parts']> {
  return parts.map((part) => (part.slug === from ? { ...part, slug: to } : part));
}
