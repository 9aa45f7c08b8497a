// What does an invented paper look like, and what is true about it?
import type { DateRole, IdentifierType, PartyRole, RecogniseInput } from '../../../src/domain/inspection.ts';

/** A paper as its reader would give it: the text with its columns, pages parted by a form feed. */
export interface Paper {
  /** What it is, for the list of mistakes. */
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly mediaType?: string;
  readonly source?: 'pdf' | 'ocr' | 'office' | 'email' | 'plain';
  readonly email?: { readonly subject: string; readonly from: string; readonly to: readonly string[] };
  /** All identifiers that the paper carries, except where `more` says so; values as normalised. */
  readonly identifiers: Partial<Record<IdentifierType, readonly string[]>>;
  /** Types of which it may carry others that nobody listed. */
  readonly more?: readonly IdentifierType[];
  readonly dates?: Partial<Record<DateRole, string>>;
  readonly total?: string;
  readonly currency?: string;
  readonly parties?: Partial<Record<PartyRole, string>>;
}

export function paperInput(paper: Paper): RecogniseInput {
  const source = paper.source ?? 'pdf';
  return {
    // Names that say nothing: the paper itself has to.
    fileName: source === 'ocr' ? '20260412_0007.jpg' : source === 'email' ? 'message.eml' : 'scan0007.pdf',
    folderNames: [],
    mediaType:
      paper.mediaType ??
      (source === 'ocr' ? 'image/jpeg' : source === 'email' ? 'message/rfc822' : 'application/pdf'),
    sizeBytes: 20_000,
    pages: paper.text.split('\f').map((text, index) => ({
      page: index + 1,
      text,
      source,
      ...(source === 'ocr' ? { confidence: 0.95 } : {}),
    })),
    pageCount: paper.text.split('\f').length,
    media: {},
    properties:
      paper.email === undefined ? {} : { email: { ...paper.email, sentAt: '2026-04-12T08:15:00Z' } },
    barcodes: [],
    problems: [],
  };
}
