// What differs between the files of a watched folder and what the archive knows about them? Runs in a worker; writes nothing.

import type { BigIntStats, Stats } from 'node:fs';
import { lstatSync } from 'node:fs';
import type { LocationState } from '../store/schema/folders.ts';
import { type FileLook, isSameTime, looksLikePlaceholder, toLook } from './file-look.ts';
import { findFiles, type WalkProblem } from './find-files.ts';
import { folderOf, toAbsolutePath, toPathKey } from './path-key.ts';

/** A known location, as the comparison needs it: [id, relative path, size, mtime, inode, state, has a document]. */
export type KnownRow = [
  id: number,
  relativePath: string,
  sizeBytes: number,
  mtimeMs: number,
  inode: string,
  state: LocationState,
  hasDocument: number,
];

export interface FoundFile extends FileLook {
  readonly relativePath: string;
}

export interface KnownFile extends FoundFile {
  readonly locationId: number;
  readonly state: LocationState;
  readonly hasDocument: boolean;
}

export interface FolderDifferences {
  /** False when the folder itself can't be listed: nothing else is known then. */
  readonly reachable: boolean;
  /** System error code when not reachable. */
  readonly unreachableBecause?: string;
  readonly files: number;
  readonly bytes: number;
  readonly ignored: number;
  readonly placeholders: number;
  readonly folders: number;
  /** Known locations that this comparison covered. */
  readonly known: number;
  readonly added: readonly FoundFile[];
  /** Other size, time or file id than known. */
  readonly changed: readonly KnownFile[];
  /** Same content signs, but the state has to change: missing → there, online only ↔ on disk. */
  readonly returned: readonly KnownFile[];
  /** Same file under another spelling of the same name (Unicode form). */
  readonly respelled: readonly KnownFile[];
  /** Same size and time, other file id on a re-mounted disk: only the id has to be noted. */
  readonly renumbered: readonly KnownFile[];
  /** Ids of known locations where nothing lies now; never those below a folder that could not be read. */
  readonly gone: readonly number[];
  readonly problems: readonly WalkProblem[];
}

export interface CompareRequest {
  readonly root: string;
  /** Relative folders to look at (only their direct entries, and new folders below); null for everything. */
  readonly folders: readonly string[] | null;
  readonly rows: Iterable<KnownRow>;
  readonly shouldStop?: () => boolean;
}

const MAX_PROBLEMS = 1000;
/** So many files with only the file id changed mean a re-mounted disk, not edits. */
const REMOUNT_FILES = 20;
const REMOUNT_SHARE = 0.5;

const SEEN = 1;
const HELD = 2;

/** Compares what lies below `root` with the known rows. */
export function compareFolder(request: CompareRequest): FolderDifferences {
  return new Comparison(request).run();
}

class Comparison {
  readonly #request: CompareRequest;
  readonly #rows: KnownRow[] = [];
  readonly #byPath = new Map<string, number>();
  readonly #marks: Uint8Array;
  readonly #added = new Map<string, FoundFile>();
  readonly #changed: KnownFile[] = [];
  readonly #returned: KnownFile[] = [];
  readonly #otherInode: KnownFile[] = [];
  readonly #problems: WalkProblem[] = [];
  readonly #unreadable: string[] = [];
  readonly #notEntered = new Set<string>();
  readonly #counts = { files: 0, bytes: 0, ignored: 0, placeholders: 0, folders: 0 };

  constructor(request: CompareRequest) {
    this.#request = request;
    for (const row of request.rows) {
      this.#byPath.set(row[1], this.#rows.length);
      this.#rows.push(row);
    }
    this.#marks = new Uint8Array(this.#rows.length);
  }

  run(): FolderDifferences {
    const { root, folders } = this.#request;
    try {
      // An empty mount point or a file in the folder's place must not look like an empty folder.
      if (!lstatSync(root).isDirectory()) return this.#unreachable('ENOTDIR');
      if (folders === null) this.#walk('', undefined);
      else {
        for (const folder of folders) this.#walkPart(folder);
        this.#holdUnvisited(folders);
      }
    } catch (error) {
      return this.#unreachable((error as { code?: string }).code ?? 'UNKNOWN');
    }
    return this.#conclude();
  }

  #walk(start: string, shouldEnter: ((relativePath: string) => boolean) | undefined): void {
    findFiles(this.#request.root, start, {
      onFile: (relativePath, stats) => this.#onFile(relativePath, stats),
      onProblem: (problem) => this.#onProblem(problem),
      onIgnored: () => {
        this.#counts.ignored += 1;
      },
      onFolder: () => {
        this.#counts.folders += 1;
      },
      ...(shouldEnter === undefined ? {} : { shouldEnter }),
      ...(this.#request.shouldStop === undefined ? {} : { shouldStop: this.#request.shouldStop }),
    });
  }

  /** One dirty folder: its own entries and whole new sub-folders; known sub-folders that still exist are left alone. */
  #walkPart(folder: string): void {
    const prefix = folder === '' ? '' : `${folder}/`;
    const knownSubFolders = new Set<string>();
    for (const row of this.#rows) {
      if (row[5] === 'missing' || row[5] === 'missing_unconfirmed' || !row[1].startsWith(prefix)) continue;
      const slash = row[1].indexOf('/', prefix.length);
      if (slash >= 0) knownSubFolders.add(row[1].slice(0, slash));
    }
    try {
      this.#walk(folder, (relativePath) => {
        if (!knownSubFolders.has(relativePath)) return true;
        this.#notEntered.add(relativePath);
        return false;
      });
    } catch (error) {
      const code = (error as { code?: string }).code ?? 'UNKNOWN';
      if (folder === '') throw error;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') {
        this.#onProblem({ code: 'intake.folderUnreadable', relativePath: folder, detail: code });
      }
    }
  }

  /** What lies in sub-folders that exist but were not entered was not looked at: neither seen nor gone. */
  #holdUnvisited(folders: readonly string[]): void {
    const visited = new Set(folders);
    this.#rows.forEach((row, index) => {
      if (this.#marks[index] !== 0) return;
      let below = row[1];
      let folder = folderOf(below);
      while (folder !== '' && !visited.has(folder)) {
        below = folder;
        folder = folderOf(folder);
      }
      if (this.#notEntered.has(below) || !visited.has(folder)) this.#marks[index] = HELD;
    });
  }

  #onProblem(problem: WalkProblem): void {
    if (problem.code === 'intake.folderUnreadable') this.#unreadable.push(`${problem.relativePath}/`);
    if (problem.code === 'intake.fileUnreadable') {
      const index = this.#byPath.get(problem.relativePath);
      if (index !== undefined) this.#marks[index]! |= SEEN;
    }
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
  }

  #onFile(relativePath: string, stats: Stats | BigIntStats): void {
    const sizeBytes = Number(stats.size);
    this.#counts.files += 1;
    this.#counts.bytes += sizeBytes;
    const placeholder = looksLikePlaceholder(sizeBytes, Number(stats.blocks));
    if (placeholder) this.#counts.placeholders += 1;
    const index = this.#byPath.get(relativePath);
    if (index === undefined) {
      // A new folder may be walked as such and once more because it is dirty itself.
      this.#added.set(relativePath, { relativePath, ...toLook(stats) });
      return;
    }
    if ((this.#marks[index]! & SEEN) !== 0) return;
    this.#marks[index]! |= SEEN;
    const row = this.#rows[index]!;
    const state = row[5];
    if (row[2] === sizeBytes && row[4] === String(stats.ino) && isSameTime(row[3], toLook(stats).mtimeMs)) {
      const isQuiet =
        state === 'arriving' ||
        state === 'queued' ||
        state === 'unreadable' ||
        (state === 'present' && !placeholder) ||
        (state === 'online_only' && placeholder);
      if (!isQuiet) this.#returned.push(toKnown(row, { relativePath, ...toLook(stats) }));
      return;
    }
    const file = toKnown(row, { relativePath, ...toLook(stats) });
    const onlyInode = state === 'present' && row[2] === file.sizeBytes && isSameTime(row[3], file.mtimeMs);
    (onlyInode ? this.#otherInode : this.#changed).push(file);
  }

  #conclude(): FolderDifferences {
    const { shouldStop } = this.#request;
    const stopped = shouldStop?.() === true;
    const remounted =
      this.#otherInode.length > REMOUNT_FILES && this.#otherInode.length > this.#counts.files * REMOUNT_SHARE;
    if (!remounted) this.#changed.push(...this.#otherInode);
    const { respelled, added } = this.#matchSpellings();
    const gone: number[] = [];
    if (!stopped) {
      this.#rows.forEach((row, index) => {
        if (this.#marks[index] !== 0) return;
        const [id, relativePath, , , , state] = row;
        if (state === 'missing' || state === 'missing_unconfirmed') return;
        if (this.#unreadable.some((prefix) => relativePath.startsWith(prefix))) return;
        gone.push(id);
      });
    }
    return {
      reachable: true,
      ...this.#counts,
      known: this.#rows.length,
      added,
      changed: this.#changed,
      returned: this.#returned,
      respelled,
      renumbered: remounted ? this.#otherInode : [],
      gone,
      problems: this.#problems,
    };
  }

  /** The same name in another Unicode form is the same location, unless the known spelling is still there (twins). */
  #matchSpellings(): { respelled: KnownFile[]; added: FoundFile[] } {
    const respelled: KnownFile[] = [];
    const files = [...this.#added.values()];
    if (!files.some((file) => hasCombinedLetters(file.relativePath))) return { respelled, added: files };
    const unseen = new Map<string, number>();
    this.#rows.forEach((row, index) => {
      if (this.#marks[index] === 0) unseen.set(toPathKey(row[1]), index);
    });
    const added = files.filter((file) => {
      const index = unseen.get(toPathKey(file.relativePath));
      if (index === undefined) return true;
      unseen.delete(toPathKey(file.relativePath));
      this.#marks[index]! |= SEEN;
      respelled.push(toKnown(this.#rows[index]!, file));
      return false;
    });
    return { respelled, added };
  }

  #unreachable(code: string): FolderDifferences {
    return {
      reachable: false,
      unreachableBecause: code,
      ...this.#counts,
      known: this.#rows.length,
      added: [],
      changed: [],
      returned: [],
      respelled: [],
      renumbered: [],
      gone: [],
      problems: this.#problems,
    };
  }
}

function toKnown(row: KnownRow, file: FoundFile): KnownFile {
  return { ...file, locationId: row[0], state: row[5], hasDocument: row[6] === 1 };
}

function hasCombinedLetters(text: string): boolean {
  return /[^ -~]/.test(text);
}

/** The nearest folder of `relativePath` that still exists: where a partial comparison has to start. */
export function nearestExistingFolder(root: string, relativePath: string): string {
  let folder = relativePath;
  while (folder !== '') {
    if (lstatSync(toAbsolutePath(root, folder), { throwIfNoEntry: false })?.isDirectory() === true)
      return folder;
    folder = folderOf(folder);
  }
  return '';
}
