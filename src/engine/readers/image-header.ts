// How large is a picture of a type that no decoder here understands, by its header alone?
import { closeSync, openSync, readSync } from 'node:fs';
import type { MediaFacts } from '../../domain/reading.ts';
import { MEDIA } from './media-types.ts';

type HeaderReader = (head: Buffer) => MediaFacts | undefined;

/** One rule per format; offsets are those of the format's specification. */
const HEADER_READERS: Readonly<Record<string, HeaderReader>> = {
  // BITMAPFILEHEADER + BITMAPINFOHEADER; negative height means top-down rows.
  [MEDIA.bmp]: (head) =>
    head.readUInt32LE(14) === 12
      ? size(head.readUInt16LE(18), head.readUInt16LE(20))
      : size(head.readInt32LE(18), Math.abs(head.readInt32LE(22))),
  // Adobe Photoshop File Formats: file header section.
  [MEDIA.psd]: (head) => size(head.readUInt32BE(18), head.readUInt32BE(14)),
  // ICONDIR: first entry; 0 stands for 256.
  [MEDIA.icon]: (head) => size(head[6]! || 256, head[7]! || 256),
  [MEDIA.jp2]: jpeg2000Size,
  'image/jpx': jpeg2000Size,
  'image/j2c': codestreamSize,
  [MEDIA.pnm]: (head) => {
    const match = /^P[1-6]\s+(?:#[^\n]*\n\s*)*(\d+)\s+(\d+)\s/.exec(head.toString('latin1', 0, 1024));
    return match === null ? undefined : size(Number(match[1]), Number(match[2]));
  },
};

/** Width and height, or undefined when the type or the header is unknown. */
export function readImageHeader(path: string, mediaType: string): MediaFacts | undefined {
  const read = HEADER_READERS[mediaType];
  if (read === undefined) return undefined;
  const head = Buffer.alloc(4096);
  const handle = openSync(path, 'r');
  try {
    const bytes = readSync(handle, head, 0, head.length, 0);
    return read(head.subarray(0, bytes));
  } catch {
    return undefined;
  } finally {
    closeSync(handle);
  }
}

/** The "ihdr" box of JP2 (ISO/IEC 15444-1, I.5.3.1): height, width. */
function jpeg2000Size(head: Buffer): MediaFacts | undefined {
  const box = head.indexOf('ihdr', 0, 'latin1');
  if (box < 0) return codestreamSize(head);
  return size(head.readUInt32BE(box + 8), head.readUInt32BE(box + 4));
}

/** The SIZ marker (ISO/IEC 15444-1, A.5.1): grid size minus offset. */
function codestreamSize(head: Buffer): MediaFacts | undefined {
  const marker = head.indexOf(Buffer.from([0xff, 0x4f, 0xff, 0x51]));
  if (marker < 0) return undefined;
  const grid = marker + 8;
  return size(
    head.readUInt32BE(grid) - head.readUInt32BE(grid + 8),
    head.readUInt32BE(grid + 4) - head.readUInt32BE(grid + 12),
  );
}

function size(width: number, height: number): MediaFacts | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}
