// What does a PDF say about itself: title, programs, dates, and how often it was saved on top of itself?
import { closeSync, openSync, readSync } from 'node:fs';
import type { DocumentProperties } from '../../domain/reading.ts';
import type { PdfDocument } from './pdf-document.ts';
import { readUtf16 } from './pdfium-library.ts';

/** The information dictionary (ISO 32000-1, 14.3.3). Dates are ISO 8601, with zone when the file gives one. */
export function readPdfProperties(document: PdfDocument, path: string): DocumentProperties {
  const read = (key: string): string | undefined => {
    const value = readUtf16(document.pdfium, (pointer, bytes) =>
      document.pdfium.FPDF_GetMetaText(document.handle, key, pointer, bytes),
    ).trim();
    return value === '' ? undefined : value.slice(0, 1000);
  };
  const properties: Record<string, string | number | undefined> = {
    title: read('Title'),
    author: read('Author'),
    producer: read('Producer'),
    creator: read('Creator'),
    createdAt: parsePdfDate(read('CreationDate')),
    modifiedAt: parsePdfDate(read('ModDate')),
    incrementalSaves: countIncrementalSaves(path),
  };
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

/** "D:20250318162011+08'00'" (ISO 32000-1, 7.9.4) → "2025-03-18T16:20:11+08:00"; undefined when it is no date. */
export function parsePdfDate(value: string | undefined): string | undefined {
  const match = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*(Z|[+-]\d\d'?(?:\d\d)?)?/.exec(
    value ?? '',
  );
  if (match === null) return undefined;
  const [, year, month = '01', day = '01', hour, minute = '00', second = '00', zone] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || Number(hour) > 23) return date;
  return `${date}T${hour}:${minute}:${second}${formatZone(zone)}`;
}

function formatZone(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (zone.startsWith('Z')) return 'Z';
  const digits = zone.replaceAll("'", '').slice(1);
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2, 4) || '00'}`;
}

const CHUNK_BYTES = 1024 * 1024;
const MARK = '%%EOF';

/** Number of end marks minus one; a linearised file has two from the start (ISO 32000-1, annex F). */
function countIncrementalSaves(path: string): number {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    let marks = 0;
    let kept = '';
    let isLinearized = false;
    for (let position = 0; ; ) {
      const bytes = readSync(handle, buffer, 0, CHUNK_BYTES, position);
      if (bytes === 0) break;
      const text = kept + buffer.toString('latin1', 0, bytes);
      if (position === 0) isLinearized = text.slice(0, 2048).includes('/Linearized');
      marks += text.split(MARK).length - 1;
      kept = text.slice(-(MARK.length - 1));
      position += bytes;
    }
    return Math.max(0, marks - 1 - (isLinearized ? 1 : 0));
  } finally {
    closeSync(handle);
  }
}
