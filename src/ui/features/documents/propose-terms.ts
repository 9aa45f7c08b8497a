// What could follow in the search box, beyond what the engine proposes: names of kinds and of problems?
import { DOCUMENT_KINDS } from '../../../domain/kinds/document-kinds.ts';
import { PROBLEM_TYPES } from '../../../domain/problems/problem-types.ts';

export interface Proposal {
  /** What is put into the search line. */
  readonly query: string;
  readonly field: 'kind' | 'problem';
  readonly zh: string;
  readonly en: string;
}

const SHOWN = 8;
const KIND_FIELD = /^-?(?:kind|类型|种类)[:：](.*)$/i;
const PROBLEM_FIELD = /^-?(?:problem|问题)[:：](.*)$/i;

/** For "kind:inv" and "问题:退货": every name that contains what was typed after the colon, in either language. */
export function proposeTerms(word: string): Proposal[] {
  const kind = KIND_FIELD.exec(word)?.[1];
  if (kind !== undefined)
    return DOCUMENT_KINDS.map(({ slug, names }) => ({
      query: `kind:${slug}`,
      field: 'kind' as const,
      zh: names['zh-CN'],
      en: names.en,
    }))
      .filter((proposal) => contains(proposal, kind))
      .slice(0, SHOWN);
  const problem = PROBLEM_FIELD.exec(word)?.[1];
  if (problem === undefined) return [];
  return PROBLEM_TYPES.map(({ slug, name }) => ({
    query: `problem:${slug}`,
    field: 'problem' as const,
    zh: name.zh,
    en: name.en,
  }))
    .filter((proposal) => contains(proposal, problem))
    .slice(0, SHOWN);
}

function contains({ query, zh, en }: Proposal, typed: string): boolean {
  const word = typed.toLowerCase();
  return `${zh} ${en} ${query}`.toLowerCase().includes(word);
}
