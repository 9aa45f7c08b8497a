// Who reads pages as pictures for the slow pass: OCR and barcode threads, started with the first page, gone when idle.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { EngineContext } from '../engine-context.ts';
import { createOcr } from '../readers/ocr.ts';
import type { SlowReader } from './slow-pass.ts';

/** One core stays free for the person; each OCR engine takes about 250 MB, so there are never many. */
const MOST_ENGINES = 4;

/** Creates the reader; nothing starts before the first page. */
export function createPageReader(context: EngineContext): SlowReader {
  const concurrency = Math.max(1, Math.min(MOST_ENGINES, availableParallelism() - 1));
  const ocr = createOcr({ workers: concurrency, dataDir: join(context.archive.dir, 'cache', 'ocr-data') });
  return {
    concurrency,
    async readPage({ path, mediaType, page }, signal) {
      // A page without readable codes, or one that can't be drawn, still has its text, and the other way round.
      // One after the other: at the same time the picture would stand in memory twice, beside a thread for the codes alone.
      const texts = await ocr.ocrPages(path, mediaType, [page], signal);
      const barcodes = await ocr.readCodes(path, mediaType, page, signal).catch(() => []);
      return { text: texts[0]?.text ?? '', confidence: texts[0]?.confidence ?? 0, barcodes };
    },
    async close() {
      await ocr.close();
    },
  };
}
