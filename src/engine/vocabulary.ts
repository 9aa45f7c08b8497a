// Which kinds and problem types does a word of the search line mean, in Chinese or English?
import { DOCUMENT_KINDS } from '../domain/kinds/document-kinds.ts';
import { describeKind } from '../domain/kinds/kind-name.ts';
import { PROBLEM_TYPES } from '../domain/problems/problem-types.ts';
import type { FieldVocabulary } from './store/search/query-filters.ts';

interface Named {
  readonly slug: string;
  readonly name: { readonly zh: string; readonly en: string };
}

function resolve(rows: readonly Named[], value: string): string[] {
  const wanted = value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const exact = rows.filter((row) => row.slug.replaceAll('_', '-') === wanted);
  if (exact.length > 0) return exact.map((row) => row.slug);
  const plain = value.normalize('NFKC').toLowerCase();
  return rows
    .filter(
      (row) =>
        row.slug.replaceAll('_', '-').includes(wanted) ||
        row.name.zh.toLowerCase().includes(plain) ||
        row.name.en.toLowerCase().includes(plain),
    )
    .map((row) => row.slug);
}

const KINDS: readonly Named[] = DOCUMENT_KINDS.map((kind) => ({
  slug: kind.slug,
  name: describeKind(kind.slug),
}));

/** kind:发票, kind:pod, problem:侵权 … A whole slug wins; otherwise every row whose name holds the word. */
export const FIELD_VOCABULARY: FieldVocabulary = {
  resolveKind: (value) => resolve(KINDS, value),
  resolveProblem: (value) => resolve(PROBLEM_TYPES, value),
};
