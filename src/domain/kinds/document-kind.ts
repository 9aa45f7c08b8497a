// What is known about one kind of document: its names, the cues that speak for and against it, and where it may be used.
import type { IdentifierType } from '../inspection.ts';

/**
 * Coarse class of a file (domain.md 2): P page document (pdf, xps, html), I image, O office (docx, xlsx, ofd),
 * E e-mail, V video, T plain text and tables, X XML or JSON data.
 */
export type FileClass = 'P' | 'I' | 'O' | 'E' | 'V' | 'T' | 'X';

export type KindGroup =
  | 'commercial'
  | 'logistics'
  | 'media'
  | 'rights'
  | 'compliance'
  | 'company'
  | 'amazon'
  | 'none';

/**
 * One row of domain.md section 2. Cues are written as people print them; they are compared after normaliseForCues().
 * Latin cues match whole words; `*` at either end leaves that end open ("*rechnung" also fits "Mietrechnung").
 */
export interface DocumentKind {
  readonly slug: string;
  readonly names: { readonly 'zh-CN': string; readonly en: string };
  readonly group: KindGroup;
  readonly types: readonly FileClass[];
  /** Phrases that practically no other kind prints; one is enough. */
  readonly decisive?: readonly string[];
  /** Headings of this kind: ×3 where a heading stands, ×1 elsewhere. */
  readonly titles?: readonly string[];
  /** Headings that other kinds print as well: ×3 where a heading stands, nothing elsewhere, and never enough alone. */
  readonly genericTitles?: readonly string[];
  /** Field labels and phrases: ×2 for the first three, ×1 for more. */
  readonly labels?: readonly string[];
  /** Words in file names (×1) and folder names (×1). */
  readonly fileNames?: readonly string[];
  /** Names too common to decide alone ("return", "pack"); they need a second sign. */
  readonly weakFileNames?: readonly string[];
  /** Phrases that speak against this kind; for kinds named by their file, words in the file name. */
  readonly against?: readonly string[];
  /** Identifiers such a document carries; they count ×2 when found. */
  readonly identifiers?: readonly IdentifierType[];
  /** True when names alone may decide, because such files hold no text (photos, videos). */
  readonly byNameAlone?: boolean;
  /** Never added to a pack automatically (domain.md 2, last paragraph). */
  readonly sensitive: boolean;
  /** Required kinds that this kind fulfils beside its own. */
  readonly satisfies?: readonly string[];
}
