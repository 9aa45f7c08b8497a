// Do two spellings name the same company or person?

const LEGAL_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bcompany\b/g, 'co'],
  [/\blimited\b/g, 'ltd'],
  [/\bcorporation\b/g, 'corp'],
  [/\bincorporated\b/g, 'inc'],
  [/\btechnology\b/g, 'tech'],
  [/\bu\.s\.a\b/g, 'usa'],
];

/** One spelling for comparison: NFKC, lower case, usual abbreviations, no punctuation or spaces. */
export function normaliseName(name: string): string {
  let text = name.normalize('NFKC').toLowerCase();
  for (const [pattern, short] of LEGAL_FORMS) text = text.replace(pattern, short);
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Edits (insert, delete, replace) that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let previous = right.map((_, i) => i + 1);
  previous.unshift(0);
  for (let i = 1; i <= left.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** Similarity 0…1 of two names after normalisation. */
export function compareNames(a: string, b: string): number {
  const left = normaliseName(a).slice(0, 200);
  const right = normaliseName(b).slice(0, 200);
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  return 1 - editDistance(left, right) / Math.max([...left].length, [...right].length);
}

/** How well the best of `names` fits the best of `wanted`: same (equal once normalised), near (≥ 0.8: a person decides) or other. */
export function matchNames(
  names: readonly string[],
  wanted: readonly string[],
): { readonly match: 'same' | 'near' | 'other'; readonly name: string; readonly wanted: string } {
  let best = { score: -1, name: '', wanted: '' };
  for (const name of names) {
    for (const want of wanted) {
      const score = compareNames(name, want);
      if (score > best.score) best = { score, name, wanted: want };
    }
  }
  const match = best.score === 1 ? 'same' : best.score >= 0.8 ? 'near' : 'other';
  return { match, name: best.name, wanted: best.wanted };
}
