// What is a document kind called, in both languages?
import { KIND_BY_SLUG } from './document-kinds.ts';

/** Names of a kind; an unknown slug is shown as it is. */
export function describeKind(slug: string): { readonly zh: string; readonly en: string } {
  const names = KIND_BY_SLUG.get(slug)?.names;
  return names === undefined ? { zh: slug, en: slug } : { zh: names['zh-CN'], en: names.en };
}
