// Everything the pack builder needs to know about one case, gathered from the archive before the build starts.
import type { Language } from '../../domain/errors.ts';
import type { EmailFacts, MediaFacts, PageText } from '../../domain/reading.ts';
import type { CoverTerms } from '../../domain/redaction/cover-rules.ts';

export type PackVariant = 'amazon' | 'consultant' | 'internal';

/** A name in both languages of the book. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface ExhibitPlan {
  /** "E01", "E02", … in book order. */
  readonly label: string;
  readonly documentId: number;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly originalName: string;
  /** Where the original bytes can be read now (a location on disk or the vault copy). Read only. */
  readonly sourcePath: string;
  readonly kindSlug: string;
  readonly kindName: Bilingual;
  readonly sensitive: boolean;
  readonly caption: string;
  readonly documentDate?: string;
  /** Main identifiers to print, most telling first: `order_id 113-1234567-1234567`. */
  readonly identifiers: readonly { readonly type: string; readonly value: string }[];
  readonly pageCount: number;
  readonly media: MediaFacts;
  readonly email?: EmailFacts;
  /** Stored text per page, for e-mails and office files that are set as readable pages. */
  readonly pages: readonly PageText[];
  /** Checklist rows this exhibit satisfies (kind slugs). */
  readonly proves: readonly string[];
  /** The book names it on a slip and copies no page of it: identity documents are never marked (IDV-07). */
  readonly unmarked?: boolean;
  /** Set when the file that travels is a redacted copy: `sha256` and `sourcePath` are the copy's, this is the original. */
  readonly redacted?: RedactedFrom;
  /** Cached video frames, when there are any: PNG or JPEG files with their time codes. */
  readonly frames?: readonly { readonly path: string; readonly atSeconds: number }[];
}

/** From which original a redacted copy was made, and how much it hides. Never what it hides. */
export interface RedactedFrom {
  readonly sourceSha256: string;
  readonly boxes: number;
  /** 1-based pages that were turned into pictures. */
  readonly pages: readonly number[];
}

/** An exhibit of the case that does not travel with this pack. */
export interface WithheldExhibit {
  readonly label: string;
  readonly documentId: number;
  readonly kindName: Bilingual;
  /** sensitive: nobody asked for it to be included. unredacted: it would leave without being covered. */
  readonly reason: 'sensitive' | 'unredacted';
}

/** Who confirmed that statement and exhibits are true, before a pack for Amazon was built. */
export interface TruthConfirmation {
  readonly by: string;
  readonly words: string;
  readonly atMs: number;
}

/** What the builder may do where a file does not fit the channel. */
export type PackFix = 'convert_images' | 'convert_jpeg' | 'split' | 'downscale';

/** Everything but making a photo smaller: that loses pixels and needs consent each time (domain.md 4.1, rule d). */
export const DEFAULT_FIXES: readonly PackFix[] = ['convert_images', 'convert_jpeg', 'split'];

export interface ChecklistRow {
  readonly kindSlug: string;
  readonly kindName: Bilingual;
  readonly required: boolean;
  readonly state: 'have' | 'weak' | 'missing';
  /** Exhibit labels that satisfy it. */
  readonly exhibits: readonly string[];
  /** Why weak or missing, in both languages. */
  readonly note?: Bilingual;
}

export interface TimelineRow {
  readonly atMs: number;
  /** Set when only the day is known (YYYY-MM-DD): printed instead of two clock times; `atMs` then only sorts. */
  readonly date?: string;
  readonly title: string;
  readonly detail?: string;
  /** Exhibit labels that the entry refers to. */
  readonly exhibits: readonly string[];
}

/** One row of domain.md 4.1: what a channel accepts as attachments. */
export interface AttachmentProfile {
  readonly slug: string;
  /** Lower-case extensions without dot. Empty: the channel takes no attachment. */
  readonly extensions: readonly string[];
  readonly maxFileBytes: number | null;
  readonly maxFiles: number | null;
  readonly maxTotalBytes: number | null;
  /** File names may only hold [A-Za-z0-9._-]. */
  readonly plainNamesOnly: boolean;
  /** A GIF that moves is refused; absent in plans of earlier editions. */
  readonly stillOnly?: boolean;
}

export interface PackPlan {
  /** "C-0012". */
  readonly caseNumber: string;
  readonly caseId?: string;
  readonly complaintId?: string;
  readonly problemSlug: string;
  readonly problemName: Bilingual;
  readonly marketplace: string;
  /** IANA zone of the marketplace, for the second time column. */
  readonly marketplaceZone: string;
  readonly account: { readonly legalName: Bilingual; readonly store: string; readonly email?: string };
  readonly orders: readonly string[];
  readonly asins: readonly string[];
  readonly shipments: readonly string[];
  readonly variant: PackVariant;
  /** Language the book is set in; absent: English for Amazon, Chinese otherwise. */
  readonly language?: Language;
  /** Name of the receiving consultant, printed as watermark in the consultant variant. */
  readonly recipient?: string;
  readonly profile: AttachmentProfile;
  readonly channelName: Bilingual;
  readonly edition: number;
  /** The date printed on the cover and used for every date inside the files; makes the build reproducible. */
  readonly builtAtMs: number;
  readonly statement: { readonly subject: string; readonly text: string; readonly textZh?: string };
  readonly exhibits: readonly ExhibitPlan[];
  readonly timeline: readonly TimelineRow[];
  readonly checklist: readonly ChecklistRow[];
  /** Exhibits of the case that stay behind, told in case.json and in the result, never in the book for others. */
  readonly withheld?: readonly WithheldExhibit[];
  readonly truth?: TruthConfirmation;
  /** For a consultant: false when the archive knows no legal name and no store of the seller, so that none was covered. */
  readonly namesKnown?: boolean;
  /** What may be done where a file does not fit; absent: DEFAULT_FIXES. */
  readonly fixes?: readonly PackFix[];
  /** Largest payload of one volume in bytes; absent: one volume. */
  readonly volumeBytes?: number;
  /** The case as plain JSON, written to case.json with the recipe of this plan. */
  readonly caseJson: Readonly<Record<string, unknown>>;
}

export interface PackViolation {
  readonly exhibit: string;
  readonly code:
    | 'TYPE_NOT_ALLOWED'
    | 'FILE_TOO_LARGE'
    | 'TOO_MANY_FILES'
    | 'TOTAL_TOO_LARGE'
    | 'NO_ATTACHMENTS'
    | 'SENSITIVE'
    | 'NOT_READABLE'
    | 'GLYPHS_MISSING'
    | 'NOT_REDACTED'
    | 'NAMES_UNKNOWN'
    | 'VOLUME_TOO_LARGE'
    | 'STATEMENT_UNFINISHED';
  readonly params: Readonly<Record<string, string | number>>;
  /** What the builder did or offers: "converted to JPG pages", "split". */
  readonly fix?:
    | 'convert_images'
    | 'convert_jpeg'
    | 'split'
    | 'downscale'
    | 'send_elsewhere'
    | 'include'
    | 'redact'
    | 'ask';
  readonly fixed: boolean;
}

export interface BuiltPack {
  readonly folder: string;
  readonly zip?: string;
  /** Path of data/index.pdf. */
  readonly index: string;
  readonly indexPages: number;
  readonly exhibits: readonly {
    readonly label: string;
    readonly file: string;
    readonly sha256: string;
    readonly sourceSha256: string;
    readonly derived: boolean;
    /** What was done to make a derived file, in English for case.json and exhibits.csv: "page 3 as JPEG at 150 dpi". */
    readonly made?: string;
    /** Volume that holds the file; absent: the first. */
    readonly volume?: number;
    /** First page of the exhibit in the book, and how many pages it takes. */
    readonly firstPage: number;
    readonly pages: number;
    /** Set when the exhibit is a slip page only. */
    readonly slip?: string;
  }[];
  readonly missing: readonly string[];
  readonly violations: readonly PackViolation[];
  /** SHA-256 of manifest-sha256.txt: names the whole pack. */
  readonly manifestSha256: string;
  readonly payloadBytes: number;
  readonly verified: boolean;
  readonly withheld?: readonly WithheldExhibit[];
  readonly truth?: TruthConfirmation;
  /** Further volumes, each a valid bag of its own, when the pack was split. */
  readonly volumes?: readonly {
    readonly folder: string;
    readonly zip?: string;
    readonly payloadBytes: number;
  }[];
}

export interface PackProgress {
  readonly phase: 'check' | 'copy' | 'book' | 'hash' | 'zip' | 'verify';
  readonly done: number;
  readonly total: number;
  /** Exhibit label or file name being worked on. */
  readonly current?: string;
}

export interface BuildPackOptions {
  readonly plan: PackPlan;
  /** Folder that will hold the pack folder; created when missing. */
  readonly outDir: string;
  readonly zip: boolean;
  readonly onProgress?: (progress: PackProgress) => void;
  readonly signal?: AbortSignal;
  /** What no page, list or name of the finished pack may tell: searched for before it is moved into place. */
  readonly mustNotTell?: CoverTerms;
}
