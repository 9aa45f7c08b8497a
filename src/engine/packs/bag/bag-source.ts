// How are the files of a bag listed and read, whether it is a folder or a ZIP?
import { createReadStream } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { CasebinderError } from '../../../domain/errors.ts';
import { type BagProblem, bagError } from './bag-problem.ts';
import { readFilePieces } from './read-pieces.ts';

export interface BagSource {
  /** Path inside the bag → size in bytes. */
  readonly files: ReadonlyMap<string, number>;
  /** What was wrong with the container itself. */
  readonly problems: readonly BagProblem[];
  open(path: string): Promise<Readable>;
  /** The bytes of a file in pieces, each good only until the next is asked for. */
  pieces(path: string): AsyncGenerator<Buffer>;
  close(): void;
}

/** ZIP compression method 0. */
const STORED = 0;

/** Opens a folder or a ZIP. Throws VERIFY_TARGET_UNKNOWN when there is nothing that looks like a bag. */
export async function openBag(path: string): Promise<BagSource> {
  const facts = await stat(path).catch(() => undefined);
  if (facts?.isDirectory() === true) return openFolderBag(path);
  if (facts?.isFile() === true) return openZipBag(path);
  throw new CasebinderError('VERIFY_TARGET_UNKNOWN', { path });
}

async function openFolderBag(path: string): Promise<BagSource> {
  const root = await findFolderRoot(path);
  const files = new Map<string, number>();
  const problems: BagProblem[] = [];
  const walk = async (folder: string, prefix: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const name = prefix + entry.name;
      if (entry.isDirectory()) await walk(join(folder, entry.name), `${name}/`);
      else if (entry.isFile()) files.set(name, (await lstat(join(folder, entry.name))).size);
      else problems.push(bagError('LINK_NOT_FOLLOWED', name));
    }
  };
  await walk(root, '');
  return {
    files,
    problems,
    open: async (name) => createReadStream(join(root, name)),
    pieces: (name) => readFilePieces(join(root, name), 0, files.get(name) ?? 0),
    close: () => {},
  };
}

/** The folder itself, or its only subfolder when that is the bag (an unpacked ZIP). */
async function findFolderRoot(path: string): Promise<string> {
  const entries = await readdir(path, { withFileTypes: true });
  if (looksLikeBag(entries.map((entry) => entry.name))) return path;
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  if (folders.length === 1) {
    const inner = join(path, folders[0]!.name);
    if (looksLikeBag(await readdir(inner))) return inner;
  }
  throw new CasebinderError('VERIFY_TARGET_UNKNOWN', { path: basename(path) });
}

function looksLikeBag(names: readonly string[]): boolean {
  return names.includes('bagit.txt') || names.some((name) => /^manifest-[\w-]+\.txt$/.test(name));
}

async function openZipBag(path: string): Promise<BagSource> {
  const unknown = (): CasebinderError =>
    new CasebinderError('VERIFY_TARGET_UNKNOWN', { path: basename(path) });
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(() => {
    throw unknown();
  });
  const entries = new Map<string, yauzl.Entry>();
  const problems: BagProblem[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      if (entries.has(entry.fileName)) problems.push(bagError('ZIP_ENTRY_TWICE', entry.fileName));
      if (entry.isEncrypted()) problems.push(bagError('ZIP_ENCRYPTED', entry.fileName));
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    problems.push(
      bagError('ZIP_DAMAGED', '', { detail: error instanceof Error ? error.message : String(error) }),
    );
  }
  const prefix = findZipPrefix([...entries.keys()]);
  if (prefix === undefined) {
    zip.close();
    throw unknown();
  }
  const files = new Map<string, number>();
  for (const [name, entry] of entries) {
    if (name.startsWith(prefix)) files.set(name.slice(prefix.length), entry.uncompressedSize);
    else problems.push(bagError('FILE_EXTRA', name));
  }
  const find = (name: string): yauzl.Entry => {
    const entry = entries.get(prefix + name);
    if (entry === undefined) throw new Error(`no such entry: ${name}`);
    return entry;
  };
  return {
    files,
    problems,
    open: async (name) => (await zip.openReadStreamPromise(find(name))) as Readable,
    pieces: async function* (name) {
      const entry = find(name);
      if (entry.compressionMethod !== STORED || entry.isEncrypted()) {
        yield* (await zip.openReadStreamPromise(entry)) as Readable;
        return;
      }
      // Stored bytes are read straight from the file, in pieces far larger than the library's.
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      yield* readFilePieces(path, fileDataStart, entry.compressedSize);
    },
    close: () => zip.close(),
  };
}

/** "" when the bag lies at the root of the ZIP, "name/" when it lies in its one top folder. */
function findZipPrefix(names: readonly string[]): string | undefined {
  if (looksLikeBag(names)) return '';
  const tops = new Set(names.map((name) => name.split('/')[0]!));
  for (const top of tops) {
    const inside = names
      .filter((name) => name.startsWith(`${top}/`))
      .map((name) => name.slice(top.length + 1));
    if (looksLikeBag(inside)) return `${top}/`;
  }
  return undefined;
}
