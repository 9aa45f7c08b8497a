// How is a PDF that is too large for the channel cut into parts that fit, page by page and without recompression?
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { CasebinderError } from '../../domain/errors.ts';
import { openPdf } from './book/copy-pdf.ts';
import { decryptPdf, mayBeEncrypted } from './book/decrypt-pdf.ts';
import { MAX_COPIED_PDF_BYTES } from './book/theme.ts';
import type { DerivedFile } from './convert-exhibit.ts';
import { nameDerived } from './exhibit-names.ts';
import type { ExhibitPlan } from './pack-plan.ts';

/** More parts than this are no help to anyone who has to upload them. */
const MAX_PARTS = 40;

/**
 * Writes parts of at most `maxBytes` into `folder`: consecutive page ranges, streams copied as they are. Nothing is
 * written when one page alone is larger, or the file cannot be opened. Throws CANCELLED.
 */
export async function splitPdf(
  exhibit: ExhibitPlan,
  maxBytes: number,
  uploadName: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<DerivedFile[]> {
  if (exhibit.sizeBytes > MAX_COPIED_PDF_BYTES) return [];
  let bytes: Uint8Array = await readFile(exhibit.sourcePath);
  if (mayBeEncrypted(bytes as Buffer)) bytes = (await decryptPdf(exhibit.sourcePath)) ?? bytes;
  const source = await openPdf(bytes);
  const pages = source.getPageCount();
  const parts: { from: number; to: number; bytes: Uint8Array }[] = [];
  let guess = Math.max(1, Math.floor((pages * maxBytes * 0.95) / exhibit.sizeBytes));
  for (let from = 0; from < pages; ) {
    if (parts.length >= MAX_PARTS) return [];
    const part = await takePart(source, from, Math.min(guess, pages - from), maxBytes, signal);
    if (part === undefined) return [];
    parts.push(part);
    guess = Math.max(part.to - part.from, 1);
    from = part.to;
  }
  const files: DerivedFile[] = [];
  for (const [index, part] of parts.entries()) {
    const name = nameDerived(uploadName, `_part${index + 1}of${parts.length}`, 'pdf');
    await writeFile(join(folder, name), part.bytes, { flag: 'wx' });
    files.push({ name, made: `pages ${part.from + 1}-${part.to} of ${pages}, not recompressed` });
  }
  return files;
}

/** The first pages from `from` that fit, beginning with `count`; fewer until they do, more while they clearly would. */
async function takePart(
  source: PDFDocument,
  from: number,
  count: number,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<{ from: number; to: number; bytes: Uint8Array } | undefined> {
  for (let pages = count; pages >= 1; ) {
    if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
    const bytes = await copyRange(source, from, pages);
    if (bytes.length <= maxBytes) return { from, to: from + pages, bytes };
    if (pages === 1) return undefined;
    pages = Math.max(1, Math.min(pages - 1, Math.floor((pages * maxBytes) / bytes.length)));
  }
  return undefined;
}

async function copyRange(source: PDFDocument, from: number, count: number): Promise<Uint8Array> {
  const part = await PDFDocument.create({ updateMetadata: false });
  const indexes = Array.from({ length: count }, (_, index) => from + index);
  for (const page of await part.copyPages(source, indexes)) part.addPage(page);
  return part.save({ useObjectStreams: true, updateFieldAppearances: false, addDefaultPage: false });
}
