// What a reader found in one file: its text per page, its media facts, its children and its problems.

/** Where a page's text came from. */
export type TextSource = 'pdf' | 'ocr' | 'office' | 'email' | 'plain' | 'xml' | 'none';

export interface PageText {
  /** 1-based page, sheet, slide or frame number. */
  readonly page: number;
  readonly text: string;
  readonly source: TextSource;
  /** Mean word confidence 0…1, for OCR only. */
  readonly confidence?: number;
}

/** Facts of images, videos and page-based documents. Times are ISO 8601; without zone when the file names none. */
export interface MediaFacts {
  readonly width?: number;
  readonly height?: number;
  /** EXIF orientation 1…8. */
  readonly orientation?: number;
  readonly durationSeconds?: number;
  readonly takenAt?: string;
  readonly camera?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly videoCodec?: string;
  readonly audioCodec?: string;
  readonly frameCount?: number;
  /** Editing software named in EXIF or XMP. */
  readonly software?: string;
  /** What a picture is compared by with others (domain/text/resemblance.ts). */
  readonly pictureSign?: string;
}

/** Properties that the file states about itself. All optional, all untrusted. */
export interface DocumentProperties {
  readonly title?: string;
  readonly author?: string;
  readonly producer?: string;
  readonly creator?: string;
  readonly createdAt?: string;
  readonly modifiedAt?: string;
  /** Incremental saves of a PDF (number of %%EOF marks − 1). */
  readonly incrementalSaves?: number;
  readonly email?: EmailFacts;
  /** Codes seen in its pictures, kept so that a later recognition knows them too. */
  readonly barcodes?: readonly BarcodeValue[];
  /** Of a video whose frames were taken: seconds from its start; frame n is page n of its text and codes. */
  readonly frameSeconds?: readonly number[];
}

export interface EmailFacts {
  readonly subject?: string;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly sentAt?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
}

/** A file inside a file (attachment, archive entry), written by the reader to its scratch folder. */
export interface ChildFile {
  /** Stable name within the parent: "2/invoice.pdf" for a zip entry, "att-1/invoice.pdf" for an attachment. */
  readonly childPath: string;
  /** File name as a person would see it; may hold any character: data, never a path. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly scratchPath: string;
  readonly mediaType?: string;
}

/** A machine-readable value seen in a picture. */
export interface BarcodeValue {
  readonly page: number;
  readonly format: string;
  readonly value: string;
}

/** Everything that can be wrong with one file; the file stays findable by name and hash. */
export type ReadProblemCode =
  | 'EMPTY_FILE'
  | 'NEEDS_PASSWORD'
  | 'DAMAGED'
  | 'DAMAGED_PARTLY'
  | 'UNSUPPORTED_TYPE'
  | 'TYPE_MISMATCH'
  | 'TOO_LARGE'
  | 'TOO_SLOW'
  | 'OUT_OF_MEMORY'
  | 'READ_PARTLY'
  | 'ARCHIVE_BOMB'
  | 'ARCHIVE_UNSAFE_PATH'
  | 'ARCHIVE_TOO_MANY_ENTRIES'
  | 'HOSTILE_CONTENT'
  | 'NO_TEXT'
  | 'TEXT_LAYER_GARBLED'
  | 'NO_PREVIEW'
  | 'VANISHED'
  | 'READER_CRASHED';

export interface ReadProblem {
  readonly code: ReadProblemCode;
  /** Short technical detail in English, without absolute paths. */
  readonly detail?: string;
}

export interface ReadResult {
  /** By content, not by extension; "application/octet-stream" when unknown. */
  readonly mediaType: string;
  /** Name of the reader, for example "pdf"; "none" when no reader knows the type. */
  readonly reader: string;
  /** Rises when the reader gives other results; older documents are then read again. */
  readonly readerVersion: number;
  readonly pages: readonly PageText[];
  /** Number of pages, sheets, slides; 0 when the notion does not apply. */
  readonly pageCount: number;
  /** 1-based pages that hold a picture but no usable text: OCR candidates. Images: [1]. */
  readonly pagesWithoutText: readonly number[];
  readonly media: MediaFacts;
  readonly properties: DocumentProperties;
  readonly children: readonly ChildFile[];
  readonly barcodes: readonly BarcodeValue[];
  readonly problems: readonly ReadProblem[];
}

export interface ReadLimits {
  /** A reader that finishes nothing (no page, row, entry) for this long is stopped. */
  readonly standstillMs: number;
  /** A reader that goes on ends by itself after this, with what it has read. */
  readonly timeoutMs: number;
  readonly maxMemoryMb: number;
  /** Text kept for one document, in UTF-16 code units. */
  readonly maxTextCharacters: number;
  readonly maxChildren: number;
  readonly maxChildBytes: number;
  readonly maxTotalChildBytes: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  standstillMs: 20_000,
  timeoutMs: 120_000,
  maxMemoryMb: 640,
  maxTextCharacters: 4_000_000,
  maxChildren: 2_000,
  maxChildBytes: 512 * 1024 * 1024,
  maxTotalChildBytes: 2 * 1024 * 1024 * 1024,
};
