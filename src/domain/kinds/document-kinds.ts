// Which kinds of documents exist, which are sensitive, and which may stand in for a required one (domain.md 2)?
import type { DocumentKind } from './document-kind.ts';
import { AMAZON_KINDS } from './table/amazon-kinds.ts';
import { COMMERCIAL_KINDS } from './table/commercial-kinds.ts';
import { COMPANY_KINDS } from './table/company-kinds.ts';
import { COMPLIANCE_KINDS } from './table/compliance-kinds.ts';
import { LOGISTICS_KINDS } from './table/logistics-kinds.ts';
import { MEDIA_KINDS } from './table/media-kinds.ts';
import { RIGHTS_KINDS } from './table/rights-kinds.ts';

const ALL_KINDS = [
  ...COMMERCIAL_KINDS,
  ...LOGISTICS_KINDS,
  ...MEDIA_KINDS,
  ...RIGHTS_KINDS,
  ...COMPLIANCE_KINDS,
  ...COMPANY_KINDS,
  ...AMAZON_KINDS,
] as const;

export type KindSlug = (typeof ALL_KINDS)[number]['slug'];

/** Every kind of domain.md 2.1 to 2.7, in that order; "unknown" is the last. */
export const DOCUMENT_KINDS: readonly (DocumentKind & { readonly slug: KindSlug })[] = ALL_KINDS;

export const KIND_BY_SLUG: ReadonlyMap<string, DocumentKind> = new Map(
  DOCUMENT_KINDS.map((kind) => [kind.slug, kind]),
);

/** True for kinds that never enter a pack without being asked for each time. Unknown slugs are not sensitive. */
export function isSensitiveKind(slug: string): boolean {
  return KIND_BY_SLUG.get(slug)?.sensitive ?? false;
}

const SATISFYING: ReadonlyMap<string, readonly string[]> = new Map(
  DOCUMENT_KINDS.map(({ slug }) => [
    slug,
    [
      slug,
      ...DOCUMENT_KINDS.filter((kind) => kind.slug !== slug && kind.satisfies?.includes(slug)).map(
        (kind) => kind.slug,
      ),
    ],
  ]),
);

/** Slugs that fulfil the required kind `slug`: itself first, then its stand-ins (domain.md 1.5, first paragraph). */
export function kindsSatisfying(slug: string): readonly string[] {
  return SATISFYING.get(slug) ?? [slug];
}
