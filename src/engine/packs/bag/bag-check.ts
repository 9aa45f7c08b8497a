// Is a bag complete and unchanged? (RFC 8493 section 3)
import { createHash, getHashes, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { CasebinderError } from '../../../domain/errors.ts';
import { createFileFinder, isSystemFile } from './bag-names.ts';
import { type BagProblem, bagError, bagWarning } from './bag-problem.ts';
import type { BagSource } from './bag-source.ts';
import {
  type BagDeclaration,
  decodeTag,
  isAtLeast,
  parseBagInfo,
  parseDeclaration,
  parseFetch,
  parseManifest,
} from './bag-tags.ts';

export interface BagCheckOptions {
  readonly onProgress?: (progress: { done: number; total: number; current: string }) => void;
  readonly signal?: AbortSignal;
}

export interface BagCheck {
  /** Files whose content was compared with at least one checksum. */
  readonly checked: number;
  readonly problems: readonly BagProblem[];
  /** Label–value pairs of bag-info.txt. */
  readonly info: readonly { readonly label: string; readonly value: string }[];
}

/** A manifest of a million files stays below this; anything larger is not read into memory. */
const MAX_TAG_BYTES = 256 * 1024 * 1024;

interface Manifest {
  readonly name: string;
  readonly algorithm: string;
  readonly isPayload: boolean;
  /** Path as in the source → digests listed for it. */
  readonly digests: Map<string, string>;
}

export async function checkBag(source: BagSource, options: BagCheckOptions = {}): Promise<BagCheck> {
  const problems: BagProblem[] = [...source.problems];
  const { files } = source;
  const declaration = await readDeclaration(source, problems);
  if (![...files.keys()].some((path) => path.startsWith('data/'))) {
    const isEmptyBag = [...files.keys()].some((path) => /^manifest-/.test(path) && files.get(path) === 0);
    if (!isEmptyBag) problems.push(bagError('PAYLOAD_FOLDER_MISSING', 'data'));
  }
  const readTag = async (path: string): Promise<string> => {
    if ((files.get(path) ?? 0) > MAX_TAG_BYTES) {
      problems.push(bagError('FILE_TOO_LARGE', path));
      return '';
    }
    try {
      return decodeTag(await readAll(await source.open(path)), declaration.encoding);
    } catch {
      problems.push(bagError('FILE_UNREADABLE', path));
      return '';
    }
  };

  const finder = createFileFinder(files, problems);
  const manifests = await readManifests(source, readTag, finder, problems);
  const payload = manifests.filter((manifest) => manifest.isPayload);
  if (payload.length === 0 && !problems.some((problem) => problem.code === 'ALGORITHM_UNKNOWN')) {
    problems.push(bagError('MANIFEST_MISSING', ''));
  }
  const pending = await checkFetch(files, readTag, payload, problems);
  const missingSystemFiles = reportMissing(files, manifests, pending, problems);
  checkCompleteness(files, declaration, payload, problems);
  const info = await checkInfo(files, readTag, declaration, missingSystemFiles, problems);
  const checked = await checkDigests(source, manifests, options, problems);
  return { checked, problems, info };
}

async function readDeclaration(source: BagSource, problems: BagProblem[]): Promise<BagDeclaration> {
  const fallback: BagDeclaration = { version: [1, 0], encoding: 'UTF-8' };
  const size = source.files.get('bagit.txt');
  if (size === undefined) {
    problems.push(bagError('BAGIT_TXT_MISSING', 'bagit.txt'));
    return fallback;
  }
  if (size > 65_536) {
    problems.push(bagError('BAGIT_TXT_INVALID', 'bagit.txt', { detail: 'too large' }));
    return fallback;
  }
  const parsed = parseDeclaration(await readAll(await source.open('bagit.txt')));
  problems.push(...parsed.problems);
  return parsed.declaration ?? fallback;
}

async function readManifests(
  source: BagSource,
  readTag: (path: string) => Promise<string>,
  finder: ReturnType<typeof createFileFinder>,
  problems: BagProblem[],
): Promise<Manifest[]> {
  const known = new Set(getHashes().map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, '')));
  const manifests: Manifest[] = [];
  for (const name of [...source.files.keys()].sort()) {
    const match = /^(tag)?manifest-([A-Za-z0-9-]+)\.txt$/.exec(name);
    if (match === null) continue;
    const algorithm = match[2]!.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (!known.has(algorithm)) {
      problems.push(bagError('ALGORITHM_UNKNOWN', name, { algorithm: match[2]! }));
      continue;
    }
    const isPayload = match[1] === undefined;
    const parsed = parseManifest(await readTag(name), name, isPayload);
    problems.push(...parsed.problems);
    const digests = new Map<string, string>();
    const seen = new Map<string, string>();
    for (const line of parsed.lines) {
      const before = seen.get(line.path);
      if (before !== undefined) {
        problems.push(
          before === line.digest
            ? bagWarning('LISTED_TWICE', line.path)
            : bagError('LISTED_TWICE_DIFFERENTLY', line.path),
        );
      }
      seen.set(line.path, line.digest);
    }
    for (const [path, digest] of seen) {
      const found = finder.find(path, seen);
      const other = digests.get(found);
      if (other !== undefined && other !== digest) problems.push(bagError('LISTED_TWICE_DIFFERENTLY', path));
      digests.set(found, digest);
    }
    manifests.push({ name, algorithm, isPayload, digests });
  }
  return manifests;
}

/** Entries of fetch.txt that are not in the bag yet. */
async function checkFetch(
  files: ReadonlyMap<string, number>,
  readTag: (path: string) => Promise<string>,
  payload: readonly Manifest[],
  problems: BagProblem[],
): Promise<ReadonlyMap<string, string>> {
  const pending = new Map<string, string>();
  if (!files.has('fetch.txt')) return pending;
  const parsed = parseFetch(await readTag('fetch.txt'));
  problems.push(...parsed.problems);
  for (const line of parsed.lines) {
    if (!payload.some((manifest) => manifest.digests.has(line.path))) {
      problems.push(bagError('FETCH_NOT_LISTED', line.path));
    }
    if (!files.has(line.path)) pending.set(line.path, line.url);
  }
  return pending;
}

/** Returns how many missing files are files of the operating system: worth a word, not a broken pack. */
function reportMissing(
  files: ReadonlyMap<string, number>,
  manifests: readonly Manifest[],
  pending: ReadonlyMap<string, string>,
  problems: BagProblem[],
): number {
  const missing = new Set<string>();
  for (const manifest of manifests) {
    for (const path of manifest.digests.keys()) if (!files.has(path)) missing.add(path);
  }
  let system = 0;
  for (const path of missing) {
    const url = pending.get(path);
    if (url !== undefined) problems.push(bagError('FETCH_PENDING', path, { url }));
    else if (isSystemFile(path)) {
      system += 1;
      problems.push(bagWarning('SYSTEM_FILE', path));
    } else problems.push(bagError('FILE_MISSING', path));
  }
  return system;
}

/** Every payload file in a manifest; from 1.0 on in each of them (RFC 8493, 3). */
function checkCompleteness(
  files: ReadonlyMap<string, number>,
  declaration: BagDeclaration,
  payload: readonly Manifest[],
  problems: BagProblem[],
): void {
  if (payload.length === 0) return;
  const needsAll = isAtLeast(declaration, 1, 0);
  const all = new Set([...files.keys()].filter((path) => path.startsWith('data/')));
  for (const manifest of payload) for (const path of manifest.digests.keys()) all.add(path);
  for (const path of all) {
    const lacking = payload.filter((manifest) => !manifest.digests.has(path));
    if (lacking.length === 0) {
      if (isSystemFile(path) && files.has(path)) problems.push(bagWarning('SYSTEM_FILE', path));
    } else if (lacking.length === payload.length) problems.push(bagError('FILE_EXTRA', path));
    else if (needsAll) {
      for (const manifest of lacking) {
        problems.push(bagError('FILE_NOT_IN_ALL_MANIFESTS', path, { manifest: manifest.name }));
      }
    }
  }
}

async function checkInfo(
  files: ReadonlyMap<string, number>,
  readTag: (path: string) => Promise<string>,
  declaration: BagDeclaration,
  missingSystemFiles: number,
  problems: BagProblem[],
): Promise<BagCheck['info']> {
  const name = isAtLeast(declaration, 0, 96) ? 'bag-info.txt' : 'package-info.txt';
  const path = files.has(name) ? name : 'bag-info.txt';
  if (!files.has(path)) return [];
  const parsed = parseBagInfo(await readTag(path), path);
  problems.push(...parsed.problems);
  const payload = [...files].filter(([file]) => file.startsWith('data/'));
  const bytes = payload.reduce((sum, [, size]) => sum + size, 0);
  for (const { label, value } of parsed.entries) {
    if (label.toLowerCase() !== 'payload-oxum') continue;
    const match = /^(\d+)\.(\d+)$/.exec(value.trim());
    if (match === null) {
      problems.push(bagError('OXUM_INVALID', path, { value }));
      continue;
    }
    if (Number(match[1]) === bytes && Number(match[2]) === payload.length) continue;
    // A lost .DS_Store explains a wrong count but never a wrong sum of the others' bytes by itself: say it as a warning.
    const isExplained = missingSystemFiles > 0 && Number(match[2]) === payload.length + missingSystemFiles;
    const params = { expected: value.trim(), found: `${bytes}.${payload.length}` };
    problems.push(
      isExplained ? bagWarning('OXUM_WRONG', path, params) : bagError('OXUM_WRONG', path, params),
    );
  }
  return parsed.entries;
}

/** Reads every listed file once and feeds all its algorithms at the same time. */
async function checkDigests(
  source: BagSource,
  manifests: readonly Manifest[],
  options: BagCheckOptions,
  problems: BagProblem[],
): Promise<number> {
  const wanted = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    for (const path of manifest.digests.keys()) {
      if (!source.files.has(path)) continue;
      const list = wanted.get(path);
      if (list === undefined) wanted.set(path, [manifest]);
      else list.push(manifest);
    }
  }
  let done = 0;
  for (const [path, lists] of [...wanted].sort(([left], [right]) => (left < right ? -1 : 1))) {
    options.onProgress?.({ done, total: wanted.size, current: path });
    try {
      const algorithms = [...new Set(lists.map((manifest) => manifest.algorithm))];
      const digests = await hashPieces(source.pieces(path), algorithms, options.signal);
      for (const manifest of lists) {
        if (digests.get(manifest.algorithm) !== manifest.digests.get(path)) {
          problems.push(bagError('FILE_CHANGED', path, { algorithm: manifest.algorithm }));
        }
      }
    } catch (error) {
      if (error instanceof CasebinderError) throw error;
      problems.push(bagError('FILE_UNREADABLE', path));
    }
    done += 1;
  }
  options.onProgress?.({ done, total: wanted.size, current: '' });
  return done;
}

async function hashPieces(
  pieces: AsyncGenerator<Buffer>,
  algorithms: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Map<string, string>> {
  const hashes = algorithms.map((name): [string, Hash] => [name, createHash(name)]);
  for await (const piece of pieces) {
    if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
    for (const [, hash] of hashes) hash.update(piece);
  }
  return new Map(hashes.map(([name, hash]) => [name, hash.digest('hex')]));
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
