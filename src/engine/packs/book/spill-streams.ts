// Where are pictures and page contents kept while a book grows: in memory, or in a file beside it?
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { type PDFContext, PDFRawStream, PDFRef } from 'pdf-lib';

export interface StreamSpill {
  /** Moves the contents of every large stream that is new since the last call into the file. */
  spill(context: PDFContext): void;
  close(): void;
}

/** Smaller streams are not worth a read of their own. */
const MIN_BYTES = 16 * 1024;

/**
 * A book of a thousand pages and four hundred photos weighs more than an office computer can spare. What has been drawn
 * is only needed again when the book is written, stream by stream: until then it lies in `path`, deleted by close().
 */
export function createStreamSpill(path: string): StreamSpill {
  // An earlier try that was brought down may have left its file.
  const file = openSync(path, 'w+', 0o600);
  let position = 0;
  let seen = 0;
  return {
    spill(context) {
      for (let number = seen + 1; number <= context.largestObjectNumber; number += 1) {
        const object = context.lookup(PDFRef.of(number));
        if (!(object instanceof PDFRawStream) || object.contents.length < MIN_BYTES) continue;
        const { length } = object.contents;
        const from = position;
        position += writeAll(file, object.contents);
        const read = (): Uint8Array => readAll(file, from, length);
        Object.defineProperty(object, 'contents', { get: read, configurable: true });
        object.getContents = read;
        object.getContentsSize = () => length;
      }
      seen = context.largestObjectNumber;
    },
    close() {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

export function writeAll(file: number, bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at);
  return bytes.length;
}

function readAll(file: number, from: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const read = readSync(file, bytes, at, length - at, from + at);
    if (read === 0) throw new Error('the spilled part of the book is gone');
    at += read;
  }
  return bytes;
}
