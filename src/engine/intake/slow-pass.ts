// Which pages still wait for OCR, and how do their text and codes get into the archive, page by page?
import type { BarcodeValue, DocumentProperties } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import { loadVideoFrames } from '../video/frame-store.ts';
import type { IntakeWorkers } from './intake-task.ts';
import type { ContentHandle } from './open-content.ts';
import { recogniseAgain } from './re-recognise.ts';

/** What looking at one page as a picture gives. */
export interface SlowPage {
  readonly text: string;
  /** Mean word confidence 0…1. */
  readonly confidence: number;
  readonly barcodes: readonly BarcodeValue[];
}

/** OCR and barcodes, wherever they run. */
export interface SlowReader {
  /** Pages that may be read at the same time. */
  readonly concurrency: number;
  /** Rejects when the page can't be read; that page is then given up. */
  readPage(
    request: { path: string; mediaType: string; page: number },
    signal?: AbortSignal,
  ): Promise<SlowPage>;
  close(): Promise<void>;
}

export interface SlowPass {
  /** Reads all pages of the next waiting document; false when nothing is left that can be done now. */
  step(signal?: AbortSignal): Promise<boolean>;
  /** Works until nothing is left, on as many documents at a time as the reader allows. */
  runAll(signal: AbortSignal | undefined, onStep: () => void): Promise<void>;
}

interface PendingDocument {
  id: number;
  sha256: string;
  media_type: string;
  ocr_pages: string;
}

/**
 * Creates the pass. Each page is stored as soon as it is read, together with what is still to do, so that a kill costs
 * one page. A document whose bytes can't be had now waits until the program starts again.
 */
export function createSlowPass(
  context: EngineContext,
  parts: {
    readonly reader: SlowReader;
    readonly workers: IntakeWorkers;
    readonly openContent: (documentId: number) => Promise<ContentHandle>;
  },
): SlowPass {
  const { archive } = context;
  const { sqlite } = archive;
  const inWork = new Set<number>();
  const unreachable = new Set<number>();
  const pending = sqlite.prepare<[], PendingDocument>(
    "SELECT id, sha256, media_type, ocr_pages FROM document WHERE ocr_state = 'pending' AND available = 1 ORDER BY id",
  );
  const storeText = sqlite.prepare<unknown[]>(
    `INSERT INTO document_text (document_id, page, source, confidence, text) VALUES (?, ?, 'ocr', ?, ?)
     ON CONFLICT (document_id, page) DO UPDATE SET source = 'ocr', confidence = excluded.confidence, text = excluded.text`,
  );
  const storeRest = sqlite.prepare<unknown[]>(
    `UPDATE document SET ocr_pages = ?, properties = ?,
       text_characters = (SELECT coalesce(sum(length(text)), 0) FROM document_text t WHERE t.document_id = document.id),
       text_source = CASE WHEN text_source = 'none' AND ? THEN 'ocr' ELSE text_source END WHERE id = ?`,
  );
  const readProperties = sqlite.prepare<[number], { properties: string }>(
    'SELECT properties FROM document WHERE id = ?',
  );
  const conclude = sqlite.prepare<unknown[]>(
    "UPDATE document SET ocr_state = ? WHERE id = ? AND ocr_state = 'pending'",
  );

  // "No text" was true before; with text found it is a problem no more.
  const forgetNoText = sqlite.prepare<unknown[]>(
    `UPDATE document SET problems = kept.list, has_problem = kept.list <> '[]' FROM (
       SELECT json_group_array(json(p.value)) AS list FROM document d, json_each(d.problems) p
       WHERE d.id = @id AND p.value ->> 'code' <> 'NO_TEXT') AS kept
     WHERE id = @id AND EXISTS (SELECT 1 FROM document_text t WHERE t.document_id = @id)`,
  );
  const markStale = sqlite.prepare<unknown[]>('UPDATE recognition SET version = 0 WHERE document_id = ?');

  function next(): PendingDocument | undefined {
    for (const row of pending.iterate()) if (!inWork.has(row.id) && !unreachable.has(row.id)) return row;
    return undefined;
  }

  /** What is looked at for a page: of a video its frame, which is a picture with one page. */
  function pictureOf(row: PendingDocument, path: string, page: number) {
    if (!row.media_type.startsWith('video/')) return { path, mediaType: row.media_type, page };
    const frame = loadVideoFrames(archive, row.sha256)?.frames.find((one) => one.number === page);
    if (frame === undefined) throw new Error(`frame ${page} is gone`);
    return { path: frame.path, mediaType: 'image/jpeg', page: 1 };
  }

  function storePage(
    documentId: number,
    page: number,
    rest: readonly number[],
    found: SlowPage | undefined,
  ): void {
    archive.transaction(() => {
      const row = readProperties.get(documentId);
      if (row === undefined) return;
      const properties = JSON.parse(row.properties) as DocumentProperties;
      const seen = (found?.barcodes ?? []).map((barcode) => ({ ...barcode, page }));
      const barcodes = [...(properties.barcodes ?? []), ...seen];
      const text = found?.text.trim() ?? '';
      if (found !== undefined && text !== '') storeText.run(documentId, page, found.confidence, text);
      const merged = barcodes.length === 0 ? properties : { ...properties, barcodes };
      storeRest.run(JSON.stringify(rest), JSON.stringify(merged), text === '' ? 0 : 1, documentId);
    });
  }

  async function readDocument(row: PendingDocument, signal: AbortSignal | undefined): Promise<void> {
    let content: ContentHandle;
    try {
      content = await parts.openContent(row.id);
    } catch {
      unreachable.add(row.id);
      return;
    }
    try {
      const pages = JSON.parse(row.ocr_pages) as number[];
      let failed = 0;
      for (const [index, page] of pages.entries()) {
        signal?.throwIfAborted();
        let found: SlowPage | undefined;
        try {
          found = await parts.reader.readPage(pictureOf(row, content.path, page), signal);
        } catch (error) {
          signal?.throwIfAborted();
          failed += 1;
          context.log.warn({ error, documentId: row.id, page }, 'a page could not be read as a picture');
        }
        storePage(row.id, page, pages.slice(index + 1), found);
      }
      // The recognition is marked stale with it: after a kill in between, the next start does it again.
      archive.transaction(() => {
        conclude.run(failed > 0 && failed === pages.length ? 'failed' : 'done', row.id);
        markStale.run(row.id);
        forgetNoText.run({ id: row.id });
      });
      await recogniseAgain(context, parts.workers, [row.id]);
    } finally {
      await content.release();
    }
  }

  async function step(signal?: AbortSignal): Promise<boolean> {
    const row = next();
    if (row === undefined) return false;
    // The models need 300 MB: what has just read all the other files must not stand beside them.
    parts.workers.makeRoom?.();
    inWork.add(row.id);
    try {
      await readDocument(row, signal);
    } finally {
      inWork.delete(row.id);
    }
    return true;
  }

  return {
    step,
    async runAll(signal, onStep) {
      const loops = Array.from({ length: parts.reader.concurrency }, async () => {
        while (await step(signal)) onStep();
      });
      await Promise.all(loops);
    },
  };
}
