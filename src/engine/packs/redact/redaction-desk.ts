// Which covered copy belongs to which original: suggested, drawn, made, checked, kept?
import { existsSync, mkdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { and, desc, eq } from 'drizzle-orm';
import { CasebinderError } from '../../../domain/errors.ts';
import type { CoverTerms } from '../../../domain/redaction/cover-rules.ts';
import type { EngineContext } from '../../engine-context.ts';
import { createOcr, type Ocr } from '../../readers/ocr.ts';
import { readDocumentRows } from '../../store/document-rows.ts';
import { type RedactionBox, redaction } from '../../store/schema/cases.ts';
import { appendCustody } from '../../vault/custody.ts';
import type { OpenContent } from '../editions.ts';
import { readCoverTerms } from './cover-terms.ts';
import { type PageBoxes, suggestPdfBoxes } from './pdf-boxes.ts';
import { suggestScanBoxes } from './scan-boxes.ts';

export interface Redaction {
  readonly id: number;
  readonly documentId: number;
  readonly sourceSha256: string;
  readonly boxes: readonly RedactionBox[];
  readonly copySha256: string;
  readonly copyBytes: number;
  readonly copyMediaType: string;
  /** A person drew or looked at the boxes. */
  readonly byPerson: boolean;
  readonly madeAtMs: number;
}

export interface RedactionView {
  readonly documentId: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly pageCount: number;
  readonly canCover: boolean;
  readonly latest: Redaction | null;
}

export interface RedactionDesk {
  view(documentId: number): Promise<RedactionView>;
  /** Boxes over names, addresses, prices and contacts that the text of a PDF shows; of a picture: all its pages unseen. */
  suggest(documentId: number, words?: readonly string[]): Promise<PageBoxes>;
  /** Reads one unseen page from its picture (a second or more) and boxes what it says. Rejects with CANCELLED. */
  suggestOnScan(
    documentId: number,
    page: number,
    words?: readonly string[],
    signal?: AbortSignal,
  ): Promise<ScanBoxes>;
  /** Makes and checks the covered copy, and keeps it beside the untouched original. */
  save(documentId: number, boxes: readonly RedactionBox[]): Promise<Redaction>;
  /** The covered copy for a pack: the one that was drawn, or one made from suggestions; null when a person must look. */
  copyFor(
    source: CoverSource,
    terms: CoverTerms,
    signal?: AbortSignal,
  ): Promise<{ path: string; redaction: Redaction } | null>;
  close(): Promise<void>;
}

export interface ScanBoxes {
  readonly boxes: RedactionBox[];
  /** False: no text was found, a person must look. */
  readonly wasRead: boolean;
}

export interface CoverSource {
  readonly documentId: number;
  readonly sha256: string;
  readonly path: string;
  readonly mediaType: string;
}

const PDF = 'application/pdf';

function nothingSeen(pages: number): PageBoxes {
  return { boxes: [], unseenPages: Array.from({ length: pages }, (_, index) => index + 1), pages };
}

export function createRedactionDesk(context: EngineContext, openContent: OpenContent): RedactionDesk {
  const { orm } = context.archive;
  /** Started with the first page that is asked for, and gone when idle. */
  let ocr: Ocr | undefined;

  function findLatest(documentId: number, sourceSha256: string): Redaction | null {
    const row = orm
      .select()
      .from(redaction)
      .where(and(eq(redaction.documentId, documentId), eq(redaction.sourceSha256, sourceSha256)))
      .orderBy(desc(redaction.id))
      .get();
    return row === undefined || row.copySha256 === null ? null : { ...row, copySha256: row.copySha256 };
  }

  /** Kept in the cache: boxes and original make the same copy again. */
  function placeOf(copySha256: string): string {
    const folder = join(context.archive.dir, 'cache', 'covered', copySha256.slice(0, 2));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return join(folder, copySha256);
  }

  async function make(
    source: CoverSource,
    boxes: readonly RedactionBox[],
    byPerson: boolean,
    signal?: AbortSignal,
  ): Promise<Redaction> {
    const { writeCoveredCopy } = await import('./covered-copy.ts');
    mkdirSync(context.scratchDir, { recursive: true });
    const temp = join(context.scratchDir, `covered-${source.documentId}-${context.nowMs()}`);
    const copy = await writeCoveredCopy(source.path, source.mediaType, boxes, temp, signal);
    await rename(temp, placeOf(copy.sha256));
    const known = findLatest(source.documentId, source.sha256);
    if (known?.copySha256 === copy.sha256 && known.byPerson === byPerson) return known;
    const madeAtMs = context.nowMs();
    return context.archive.transaction(() => {
      const row = orm
        .insert(redaction)
        .values({
          documentId: source.documentId,
          sourceSha256: source.sha256,
          boxes: [...boxes],
          copySha256: copy.sha256,
          copyBytes: copy.sizeBytes,
          copyMediaType: copy.mediaType,
          byPerson,
          madeAtMs,
        })
        .returning()
        .get();
      appendCustody(context.archive, madeAtMs, 'covered_copy_made', source.sha256, {
        document: source.documentId,
        copy: copy.sha256,
        boxes: boxes.length,
        byPerson,
      });
      return { ...row, copySha256: copy.sha256 };
    });
  }

  function readRow(documentId: number) {
    const row = readDocumentRows(context.archive, [documentId])[0];
    if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `document ${documentId}` });
    return row;
  }

  async function withSource<T>(documentId: number, use: (source: CoverSource) => Promise<T>): Promise<T> {
    const row = readRow(documentId);
    const content = await openContent(documentId);
    try {
      return await use({ documentId, sha256: row.sha256, path: content.path, mediaType: row.mediaType });
    } finally {
      content.release();
    }
  }

  return {
    async view(documentId) {
      const row = readRow(documentId);
      const { canCover } = await import('./covered-copy.ts');
      return {
        documentId,
        fileName: row.fileName,
        mediaType: row.mediaType,
        pageCount: Math.max(1, row.pageCount),
        canCover: canCover(row.mediaType),
        latest: findLatest(documentId, row.sha256),
      };
    },
    suggest: (documentId, words = []) =>
      withSource(documentId, (source) =>
        source.mediaType === PDF
          ? suggestPdfBoxes(source.path, readCoverTerms(context, [documentId], words))
          : Promise.resolve(nothingSeen(Math.max(1, readRow(documentId).pageCount))),
      ),
    suggestOnScan: (documentId, page, words = [], signal = undefined) =>
      withSource(documentId, async (source) => {
        ocr ??= createOcr({ workers: 1, dataDir: join(context.archive.dir, 'cache', 'ocr-data') });
        const placed = await ocr.placeText(source.path, source.mediaType, page, signal);
        if (placed === undefined) return { boxes: [], wasRead: false };
        const terms = readCoverTerms(context, [documentId], words);
        return { boxes: suggestScanBoxes(placed, page, terms), wasRead: true };
      }),
    close: async () => ocr?.close(),
    save: (documentId, boxes) => withSource(documentId, (source) => make(source, boxes, true)),
    async copyFor(source, terms, signal) {
      let known = findLatest(source.documentId, source.sha256);
      if (known?.byPerson !== true) {
        // Suggestions are made anew: names that this case knows may not have been known then.
        if (source.mediaType !== PDF) return null;
        const found = await suggestPdfBoxes(source.path, terms).catch(() => undefined);
        if (found === undefined || found.unseenPages.length > 0) return null;
        const isSame = known !== null && JSON.stringify(known.boxes) === JSON.stringify(found.boxes);
        if (known === null || !isSame || !existsSync(placeOf(known.copySha256)))
          known = await make(source, found.boxes, false, signal);
      } else if (!existsSync(placeOf(known.copySha256))) {
        known = await make(source, known.boxes, true, signal);
      }
      return { path: placeOf(known.copySha256), redaction: known };
    },
  };
}
