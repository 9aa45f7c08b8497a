// How is a ZIP written so that the same files give the same bytes, on any day and in any time zone?
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { CasebinderError } from '../../domain/errors.ts';
import { BEIJING, partsInZone } from './book/zone-time.ts';
import { translateWriteError } from './pack-copy.ts';

export interface ZipInput {
  /** Name inside the ZIP, with forward slashes. */
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
  /** Where the bytes come from when not from `path`; asked when its turn has come. */
  readonly read?: () => AsyncIterable<Buffer>;
}

/** Plain file, rw-r--r--. */
const MODE = 0o100644;

installFastChecksum();

/**
 * yazl takes its CRC-32 from `buffer-crc32`, which is ten times slower than the one in Node's zlib and sets the speed
 * of a stored ZIP. Both compute the same; yazl looks the function up at every call, so it can be handed the fast one.
 */
function installFastChecksum(): void {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('yazl'));
    const library = require('buffer-crc32') as { unsigned?: (bytes: Buffer, previous?: number) => number };
    if (typeof library.unsigned === 'function')
      library.unsigned = (bytes, previous) => crc32(bytes, previous ?? 0);
  } catch {
    // Not where we expect it: yazl works with its own, only slower.
  }
}

/** DOS times have no zone: the local fields of this date are Beijing's clock, wherever the build runs. */
function dosDate(atMs: number): Date {
  const { year, month, day, hour, minute, second } = partsInZone(atMs, BEIJING);
  return new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

/**
 * Writes a stored (uncompressed) ZIP of `inputs`, sorted by name, to `target`. ZIP64 where needed.
 * On failure or cancel the target is removed. Throws CANCELLED, DISK_FULL.
 */
export async function writeZip(
  inputs: readonly ZipInput[],
  target: string,
  atMs: number,
  options: { readonly onFile?: (name: string) => void; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const zip = new yazl.ZipFile();
  const mtime = dosDate(atMs);
  const sorted = [...inputs].sort((left, right) =>
    left.name < right.name ? -1 : left.name > right.name ? 1 : 0,
  );
  const fail = (error: Error): void => {
    (zip.outputStream as Readable).destroy(error);
  };
  let current: Readable | undefined;
  zip.on('error', (error: Error) => fail(error));
  for (const input of sorted) {
    zip.addReadStreamLazy(
      input.name,
      { mtime, mode: MODE, compress: false, forceDosTimestamp: true, size: input.sizeBytes },
      (give) => {
        options.onFile?.(input.name);
        const stream =
          input.read === undefined
            ? createReadStream(input.path, {
                highWaterMark: input.sizeBytes > 64e6 ? 1024 * 1024 : 128 * 1024,
              })
            : Readable.from(input.read(), { objectMode: false, highWaterMark: 1 });
        current = stream;
        stream.on('error', fail);
        give(null, stream);
      },
    );
  }
  zip.end();
  try {
    const sink = createWriteStream(target, { flags: 'wx', highWaterMark: 1024 * 1024 });
    await pipeline(zip.outputStream, sink, { signal: options.signal });
  } catch (error) {
    // Whoever removes the folder next must find no file open in it.
    await closeStream(current);
    await rm(target, { force: true });
    if (options.signal?.aborted === true) throw new CasebinderError('CANCELLED');
    throw translateWriteError(error, () => (error instanceof Error ? error : new Error(String(error))));
  }
}

async function closeStream(stream: Readable | undefined): Promise<void> {
  if (stream === undefined || stream.closed) return;
  await new Promise<void>((resolve) => {
    stream.once('close', resolve);
    stream.destroy();
  });
}

/** Unpacks a small ZIP made by a library and packs it again with sorted names, fixed dates and `change`d contents. */
export async function rewriteZip(
  bytes: Buffer,
  atMs: number,
  change: (name: string, bytes: Buffer) => Buffer,
): Promise<Buffer> {
  const source = await yauzl.fromBufferPromise(bytes, {});
  const parts = new Map<string, Buffer>();
  for await (const entry of source.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    parts.set(entry.fileName, await collect((await source.openReadStreamPromise(entry)) as Readable));
  }
  const zip = new yazl.ZipFile();
  const mtime = dosDate(atMs);
  // Word wants [Content_Types].xml first; "[" sorts before lower-case names anyway.
  for (const name of [...parts.keys()].sort()) {
    zip.addBuffer(change(name, parts.get(name)!), name, {
      mtime,
      mode: MODE,
      compress: true,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  return collect(zip.outputStream as Readable);
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
