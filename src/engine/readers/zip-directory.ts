// Which entries does a ZIP file hold, and what are the bytes of one of them, within bounds?
import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { noteProgress } from '../jobs/progress-sign.ts';
import { findZipBounds, ZipSliceReader } from './zip-end-record.ts';
import { decodeZipName } from './zip-name.ts';

export interface ZipEntry {
  /** As decoded by us, with forward slashes; still untrusted data. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly packedBytes: number;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  readonly isSymlink: boolean;
  /** 0 stored, 8 deflate; anything else cannot be unpacked here. */
  readonly method: number;
  readonly raw: Entry;
}

export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** True when the directory holds more entries than were listed. */
  readonly isCut: boolean;
  /** Set when the directory broke off in the middle. */
  readonly damage?: string;
  /** Bytes of one entry; rejects when it is damaged, encrypted, or longer than `maxBytes`. */
  read(entry: ZipEntry, maxBytes: number): Promise<Buffer>;
  openStream(entry: ZipEntry): Promise<Readable>;
  find(name: string): ZipEntry | undefined;
  close(): void;
}

const MAX_ENTRIES = 100_000;

/** Opens a ZIP file and lists its directory. Rejects when there is no usable directory. */
export async function openZip(path: string, maxEntries = MAX_ENTRIES): Promise<ZipArchive> {
  const bounds = findZipBounds(path);
  if (bounds === undefined) throw new Error('no ZIP directory');
  const file = await yauzl.fromRandomAccessReaderPromise(
    new ZipSliceReader(path, bounds),
    bounds.end - bounds.start,
    {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
      strictFileNames: false,
    },
  );
  const rawEntries: Entry[] = [];
  let isCut = false;
  let damage: string | undefined;
  try {
    for await (const entry of file.eachEntry()) {
      if (rawEntries.length >= maxEntries) {
        isCut = true;
        break;
      }
      rawEntries.push(entry);
    }
  } catch (error) {
    damage = error instanceof Error ? error.message : String(error);
  }
  const entries = toZipEntries(rawEntries);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    entries,
    isCut,
    ...(damage === undefined ? {} : { damage }),
    find: (name) => byName.get(name.toLowerCase()),
    openStream: (entry) => openEntry(file, entry),
    read: async (entry, maxBytes) => readBounded(await openEntry(file, entry), maxBytes),
    close: () => file.close(),
  };
}

function toZipEntries(rawEntries: readonly Entry[]): ZipEntry[] {
  const decode = decodeZipName(rawEntries);
  return rawEntries.map((raw) => {
    const name = decode(raw).replaceAll('\\', '/');
    const unixMode = (raw.externalFileAttributes >>> 16) & 0o170000;
    return {
      name,
      sizeBytes: raw.uncompressedSize,
      packedBytes: raw.compressedSize,
      isFolder: name.endsWith('/'),
      isEncrypted: (raw.generalPurposeBitFlag & 1) === 1,
      isSymlink: unixMode === 0o120000,
      method: raw.compressionMethod,
      raw,
    };
  });
}

async function openEntry(file: ZipFile, entry: ZipEntry): Promise<Readable> {
  return file.openReadStreamPromise(entry.raw);
}

async function readBounded(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of stream) {
    sizeBytes += (chunk as Buffer).length;
    noteProgress();
    if (sizeBytes > maxBytes) {
      stream.destroy();
      throw new Error(`entry is larger than ${maxBytes} bytes`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
