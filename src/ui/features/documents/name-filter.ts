// What does a filter say in the reader's own language?

import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import type { FieldTerm } from '../../../domain/search/parse-query.ts';
import type { Words } from '../../app/words.ts';

/** Label and value of a filter chip; slugs become names, long paths their last part. */
export function nameFilter(filter: FieldTerm, words: Words): { label: string; value: string } {
  const { t, kind, pick } = words;
  const label = t(`uiDocuments.field_${filter.field}`);
  switch (filter.field) {
    case 'kind':
      return { label, value: kind(filter.value) };
    case 'problem': {
      const problem = PROBLEM_BY_SLUG.get(filter.value);
      return { label, value: problem === undefined ? filter.value : pick(problem.name) };
    }
    case 'folder':
      return { label, value: nameFolder(filter.value) };
    case 'has':
    case 'is': {
      const name = t(`uiDocuments.has_${filter.value}`);
      return name.startsWith('uiDocuments.') ? { label, value: filter.value } : { label: '', value: name };
    }
    default:
      return { label, value: filter.value };
  }
}

/** The last part of a path. */
export function nameFolder(path: string): string {
  return (
    path
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? path
  );
}
