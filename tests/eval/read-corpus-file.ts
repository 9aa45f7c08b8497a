// What does recognition get to see of a corpus file?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { RecogniseInput } from '../../src/domain/inspection.ts';
import { DEFAULT_READ_LIMITS } from '../../src/domain/reading.ts';
import { readFile } from '../../src/engine/readers/read-file.ts';
import { CORPUS_DIR, type CorpusFile, labelledText } from './corpus.ts';

/** Hostile and archive families prove the readers, not recognition; they are measured elsewhere. */
const SKIPPED =
  /^(?:archive|archive-hostile|bagit|image-broken|video-broken|image-heic-broken|tracking|filenames|pdf-broken)$/;

export function isMeasured(file: CorpusFile): boolean {
  return !SKIPPED.test(file.kind);
}

/** Read by the product's own readers; pictures get the labelled text, as a perfect OCR would give it. */
export async function readCorpusFile(file: CorpusFile): Promise<RecogniseInput> {
  const scratchDir = mkdtempSync(join(tmpdir(), 'casebinder-eval-'));
  const fileName = basename(file.path);
  try {
    const read = await readFile({
      path: join(CORPUS_DIR, file.path),
      fileName,
      scratchDir,
      limits: DEFAULT_READ_LIMITS,
    });
    const hasText = read.pages.some((page) => page.text.trim().length > 20);
    const seen = hasText ? '' : labelledText(file.label);
    const pages =
      hasText || seen === ''
        ? read.pages
        : [{ page: 1, text: seen, source: 'ocr' as const, confidence: 0.9 }];
    return {
      fileName,
      folderNames: [],
      mediaType: read.mediaType,
      sizeBytes: file.sizeBytes,
      pages,
      pageCount: read.pageCount,
      media: read.media,
      properties: read.properties,
      barcodes: read.barcodes,
      problems: read.problems,
    };
  } finally {
    rmSync(scratchDir, { recursive: true, force: true });
  }
}
