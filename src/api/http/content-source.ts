// What does the HTTP host need to know about the archive to hand out bytes by id?

/** A file that may be sent. The page only ever sees the id; the path stays on this side of the door. */
export interface OpenFile {
  readonly path: string;
  /** Size when it was filed. A file on disk with another size is not the document any more and is not sent. */
  readonly sizeBytes: number;
  /** Sniffed from content by the engine, never taken from the extension. */
  readonly mediaType: string;
  /** Shown to people; sanitised when it is put into a header. */
  readonly fileName: string;
  /** Lower-case hex; becomes the strong ETag. */
  readonly sha256: string;
}

/** A rendered picture that is small enough to hold in memory. */
export interface ImageBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export type PackFile = 'index' | 'zip';

/** The narrow view of the archive behind `/api/documents` and `/api/packs`; `null` means "no such thing". */
export interface ContentSource {
  openDocument(id: string): Promise<OpenFile | null>;
  thumbnail(id: string): Promise<ImageBytes | null>;
  /** `page` counts from 1, `dpi` is between 36 and 300. */
  pageImage(id: string, page: number, dpi: number): Promise<ImageBytes | null>;
  openPackFile(packId: string, which: PackFile): Promise<OpenFile | null>;
}
