// How is a large file read so that neither fresh memory nor waiting for the disk sets the speed?
import { type FileHandle, open } from 'node:fs/promises';

const PIECE_BYTES = 1024 * 1024;

/**
 * Yields `length` bytes of `file` from `start` on (fewer when it ends before), in pieces of at most a megabyte. The next
 * piece is read while this one is worked on, into `ring` pieces of memory that are used in turn: a piece is good until
 * `ring` − 1 more have been asked for.
 */
export async function* readPieces(
  file: FileHandle,
  start: number,
  length: number,
  ring = 2,
): AsyncGenerator<Buffer> {
  // No larger than the file: many small files would otherwise pile up memory faster than it is collected.
  const pieceBytes = Math.max(1, Math.min(PIECE_BYTES, length));
  const pieces: Buffer[] = [];
  let at = start;
  const end = start + length;
  const readNext = (turn: number): Promise<Buffer> => {
    pieces[turn % ring] ??= Buffer.allocUnsafeSlow(pieceBytes);
    const piece = pieces[turn % ring]!;
    const reading = file
      .read(piece, 0, Math.min(pieceBytes, end - at), at)
      .then(({ bytesRead }) => piece.subarray(0, bytesRead));
    reading.catch(() => undefined); // told when its turn has come
    return reading;
  };
  let reading = readNext(0);
  try {
    for (let turn = 1; at < end; turn += 1) {
      const bytes = await reading;
      if (bytes.length === 0) return;
      at += bytes.length;
      if (at < end) reading = readNext(turn);
      yield bytes;
    }
  } finally {
    // Whoever closes the file next must find no read under way.
    await reading.catch(() => undefined);
  }
}

/** As readPieces, of the file at `path`. */
export async function* readFilePieces(path: string, start: number, length: number): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    yield* readPieces(file, start, length);
  } finally {
    await file.close();
  }
}
