// What does recognition get to see of a corpus file?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { RecogniseInput } from '../../src/domain/inspection.ts';
import {
  type BarcodeValue,
  DEFAULT_READ_LIMITS,
  type PageText,
  type ReadResult,
} from '../../src/domain/reading.ts';
import { readBarcodes } from '../../src/engine/readers/barcodes.ts';
import type { Ocr } from '../../src/engine/readers/ocr.ts';
import { readFile } from '../../src/engine/readers/read-file.ts';
import { CORPUS_DIR, type CorpusFile, labelledText } from './corpus.ts';

/** Hostile and archive families prove the readers, not recognition; they are measured elsewhere. */
const SKIPPED =
  /^(?:archive|archive-hostile|bagit|image-broken|video-broken|image-heic-broken|tracking|filenames|pdf-broken)$/;

export function isMeasured(file: CorpusFile): boolean {
  return !SKIPPED.test(file.kind);
}

/** Families whose pictures hold text; OCR of all photos would take an hour. */
const OCR_KINDS = /^(?:label-|receipt-|scan-|invoice-image|ocr-|image-phone|packing)/;

/** Read by the product's own readers; pictures get the labelled text, as a perfect OCR would give it, or that of `ocr`. */
export async function readCorpusFile(file: CorpusFile, ocr?: Ocr): Promise<RecogniseInput> {
  const scratchDir = mkdtempSync(join(tmpdir(), 'casebinder-eval-'));
  const fileName = basename(file.path);
  try {
    const path = join(CORPUS_DIR, file.path);
    const read = await readFile({ path, fileName, scratchDir, limits: DEFAULT_READ_LIMITS });
    const hasText = read.pages.some((page) => page.text.trim().length > 20);
    const pages = hasText ? read.pages : await readPicture(file, path, read, ocr);
    const codes =
      hasText || ocr === undefined || !OCR_KINDS.test(file.kind) ? [] : await readCodes(path, read);
    return {
      fileName,
      folderNames: [],
      mediaType: read.mediaType,
      sizeBytes: file.sizeBytes,
      pages,
      pageCount: read.pageCount,
      media: read.media,
      properties: read.properties,
      barcodes: [...read.barcodes, ...codes],
      problems: read.problems,
    };
  } finally {
    rmSync(scratchDir, { recursive: true, force: true });
  }
}

/** As the product's slow pass does beside OCR. */
async function readCodes(path: string, read: ReadResult): Promise<BarcodeValue[]> {
  const found: BarcodeValue[] = [];
  for (const page of read.pagesWithoutText.slice(0, 3))
    found.push(...(await readBarcodes({ path, mediaType: read.mediaType, page }).catch(() => [])));
  return found;
}

async function readPicture(
  file: CorpusFile,
  path: string,
  read: ReadResult,
  ocr: Ocr | undefined,
): Promise<readonly PageText[]> {
  const labelled = labelledText(file.label);
  if (ocr !== undefined && OCR_KINDS.test(file.kind))
    return ocr.ocrPages(path, read.mediaType, read.pagesWithoutText.slice(0, 3));
  return labelled === '' ? read.pages : [{ page: 1, text: labelled, source: 'ocr', confidence: 0.9 }];
}
