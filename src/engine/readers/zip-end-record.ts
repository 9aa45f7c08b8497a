// Where does the directory of a ZIP file really lie, when other bytes stand before or behind the archive?
import { closeSync, createReadStream, fstatSync, openSync, read, readSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';

const END_BYTES = 22;
/** Comment (64 KB) plus as much foreign data behind the archive as is worth searching. */
const SEARCHED_BYTES = 1024 * 1024;
const END_SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
const ZIP64_LOCATOR_BYTES = 20;

export interface ZipBounds {
  /** Bytes before the archive (a self-extracting program, junk). */
  readonly start: number;
  /** Offset behind the end record without its comment. */
  readonly end: number;
}

/** Finds the last end record whose directory is really there (APPNOTE 4.3.16); undefined when there is none. */
export function findZipBounds(path: string): ZipBounds | undefined {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const tailStart = Math.max(0, size - SEARCHED_BYTES);
    const tail = Buffer.alloc(size - tailStart);
    readSync(handle, tail, 0, tail.length, tailStart);
    for (
      let at = tail.lastIndexOf(END_SIGNATURE);
      at >= 0;
      at = at === 0 ? -1 : tail.lastIndexOf(END_SIGNATURE, at - 1)
    ) {
      if (at + END_BYTES > tail.length) continue;
      const bounds = checkRecord(handle, tail, at, tailStart);
      if (bounds !== undefined) return bounds;
    }
    return undefined;
  } finally {
    closeSync(handle);
  }
}

function checkRecord(handle: number, tail: Buffer, at: number, tailStart: number): ZipBounds | undefined {
  const entries = tail.readUInt16LE(at + 10);
  const directoryBytes = tail.readUInt32LE(at + 12);
  const directoryOffset = tail.readUInt32LE(at + 16);
  const position = tailStart + at;
  const end = position + END_BYTES;
  if (entries === 0 && directoryBytes === 0) return { start: Math.max(0, position - directoryOffset), end };
  const isZip64 = entries === 0xffff || directoryBytes === 0xffffffff || directoryOffset === 0xffffffff;
  const size = isZip64
    ? readZip64(handle, position)
    : { directoryBytes, directoryOffset, recordStart: position };
  if (size === undefined) return undefined;
  const start = size.recordStart - size.directoryBytes - size.directoryOffset;
  if (start < 0) return undefined;
  const signature = readAt(handle, start + size.directoryOffset, 4).toString('latin1');
  return signature === 'PK\x01\x02' ? { start, end } : undefined;
}

function readZip64(
  handle: number,
  endPosition: number,
): { directoryBytes: number; directoryOffset: number; recordStart: number } | undefined {
  const locator = readAt(handle, endPosition - ZIP64_LOCATOR_BYTES, ZIP64_LOCATOR_BYTES);
  if (locator.toString('latin1', 0, 4) !== 'PK\x06\x07') return undefined;
  // The record stands right before its locator in every archive seen; its own size field tells how long it is.
  for (const recordBytes of [56]) {
    const recordStart = endPosition - ZIP64_LOCATOR_BYTES - recordBytes;
    const record = readAt(handle, recordStart, recordBytes);
    if (record.length < recordBytes || record.toString('latin1', 0, 4) !== 'PK\x06\x06') continue;
    const directoryBytes = Number(record.readBigUInt64LE(40));
    const directoryOffset = Number(record.readBigUInt64LE(48));
    return { directoryBytes, directoryOffset, recordStart };
  }
  return undefined;
}

function readAt(handle: number, position: number, bytes: number): Buffer {
  if (position < 0) return Buffer.alloc(0);
  const buffer = Buffer.alloc(bytes);
  return buffer.subarray(0, readSync(handle, buffer, 0, bytes, position));
}

/** Shows yauzl only the archive itself, with an empty comment, so that foreign bytes around it do not matter. */
export class ZipSliceReader extends RandomAccessReader {
  readonly #path: string;
  readonly #handle: number;
  readonly #bounds: ZipBounds;

  constructor(path: string, bounds: ZipBounds) {
    super();
    this.#path = path;
    this.#handle = openSync(path, 'r');
    this.#bounds = bounds;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { start: shift } = this.#bounds;
    return createReadStream(this.#path, { start: shift + start, end: shift + end - 1 });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    const { start, end } = this.#bounds;
    read(this.#handle, buffer, offset, length, start + position, (error, bytes) => {
      if (error !== null) {
        done(error);
        return;
      }
      if (bytes < length) {
        done(new Error('unexpected end of file'));
        return;
      }
      // The two bytes of the comment length are the last of the slice: present them as zero.
      for (const at of [end - 2, end - 1]) {
        const index = at - start - position;
        if (index >= 0 && index < length) buffer[offset + index] = 0;
      }
      done(null);
    });
  }

  override close(done: (error: Error | null) => void): void {
    closeSync(this.#handle);
    done(null);
  }
}
