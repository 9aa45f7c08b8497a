// How is each kind of document called?
import { DOCUMENT_KINDS, type KindSlug } from '../../domain/kinds/document-kinds.ts';

/** One entry per slug of domain.md section 2; the names live in the table of kinds, so that they can't drift apart. */
export const kinds = Object.fromEntries(
  DOCUMENT_KINDS.map((kind) => [kind.slug, kind.names['en']]),
) as Readonly<Record<KindSlug, string>>;
