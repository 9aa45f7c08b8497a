// What differs between the files of a watched folder and what the archive knows about them? Runs in a worker; writes nothing.

import type { BigIntStats, Stats } from 'node:fs';
import { lstatSync } from 'node:fs';
import type { LocationState } from '../store/schema/folders.ts';
import { type FileLook, isSameTime, looksLikePlaceholder, mtimeMsOf, toLook } from './file-look.ts';
import { findFiles, type WalkProblem } from './find-files.ts';
import { fileNameOf, folderOf, toPathKey } from './path-key.ts';

/**
 * A known location, packed because there may be 100,000: [id, relative path, size, mtime, inode, what].
 * The inode is a number where numbers are exact (all systems but Windows); `what` is made by packState.
 */
export type KnownRow = [
  id: number,
  relativePath: string,
  sizeBytes: number,
  mtimeMs: number,
  inode: number | string,
  what: number,
];

const STATES: readonly LocationState[] = [
  'present',
  'arriving',
  'queued',
  'unreadable',
  'online_only',
  'missing',
  'missing_unconfirmed',
  'replaced',
];
const HAS_DOCUMENT = 8;

/** Columns of KnownRow, in SQL. */
export const KNOWN_COLUMNS = `id, relative_path, size_bytes, mtime_ms,
  ${process.platform === 'win32' ? 'inode' : 'CAST(inode AS INTEGER)'},
  CASE state ${STATES.map((state, index) => `WHEN '${state}' THEN ${index}`).join(' ')} END
    + (document_id IS NOT NULL) * ${HAS_DOCUMENT}`;

function stateOf(row: KnownRow): LocationState {
  return STATES[row[5] % HAS_DOCUMENT]!;
}

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
  // Before any row is read: a folder that is away is looked for again and again, and may have half a million.
  const because = whyUnreachable(request.root);
  return because === undefined ? new Comparison(request).run() : unreachable(because);
}

class Comparison {
  readonly #request: CompareRequest;
  readonly #rows: KnownRow[] = [];
  /** Folder → name → index of the row: short keys, and no path has to be put together for an unchanged file. */
  readonly #byFolder = new Map<string, Map<string, number>>();
  #here: Map<string, number> | undefined;
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
    let folder: string | undefined;
    let names = new Map<string, number>();
    for (const row of request.rows) {
      const path = row[1];
      const slash = path.lastIndexOf('/');
      // Rows mostly come folder by folder.
      if (folder === undefined || slash !== folder.length || !path.startsWith(folder)) {
        if (slash >= 0 || folder !== '') {
          folder = slash < 0 ? '' : path.slice(0, slash);
          names = this.#byFolder.get(folder) ?? new Map<string, number>();
          this.#byFolder.set(folder, names);
        }
      }
      names.set(slash < 0 ? path : path.slice(slash + 1), this.#rows.length);
      this.#rows.push(row);
    }
    this.#marks = new Uint8Array(this.#rows.length);
  }

  run(): FolderDifferences {
    const { folders } = this.#request;
    try {
      if (folders === null) this.#walk('', undefined);
      else {
        for (const folder of folders) this.#walkPart(folder);
        this.#holdUnvisited(folders);
      }
    } catch (error) {
      return unreachable(codeOf(error));
    }
    return this.#conclude();
  }

  #walk(start: string, shouldEnter: ((relativePath: string) => boolean) | undefined): void {
    findFiles(this.#request.root, start, {
      onFile: (relativePath, stats, name) => this.#onFile(relativePath, stats, name),
      onProblem: (problem) => this.#onProblem(problem),
      onIgnored: () => {
        this.#counts.ignored += 1;
      },
      onFolder: (relativePath) => {
        this.#here = this.#byFolder.get(relativePath);
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
      if (isMissing(stateOf(row)) || !row[1].startsWith(prefix)) continue;
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
      const code = codeOf(error);
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
      const index = this.#byFolder.get(folderOf(problem.relativePath))?.get(fileNameOf(problem.relativePath));
      if (index !== undefined) this.#marks[index]! |= SEEN;
    }
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
  }

  #onFile(relativePath: string, stats: Stats | BigIntStats, name: string): void {
    const sizeBytes = Number(stats.size);
    this.#counts.files += 1;
    this.#counts.bytes += sizeBytes;
    const placeholder = looksLikePlaceholder(sizeBytes, Number(stats.blocks));
    if (placeholder) this.#counts.placeholders += 1;
    const index = this.#here?.get(name);
    if (index === undefined) {
      // A new folder may be walked as such and once more because it is dirty itself.
      this.#added.set(relativePath, { relativePath, ...toLook(stats) });
      return;
    }
    if ((this.#marks[index]! & SEEN) !== 0) return;
    this.#marks[index]! |= SEEN;
    const row = this.#rows[index]!;
    const state = stateOf(row);
    const isSame =
      row[2] === sizeBytes &&
      (row[4] === stats.ino || row[4] === String(stats.ino)) &&
      isSameTime(row[3], mtimeMsOf(stats));
    if (isSame && state === 'present' && !placeholder) return;
    const file = toKnown(row, { relativePath, ...toLook(stats) });
    if (isSame) {
      const isWaiting = state === 'arriving' || state === 'queued' || state === 'unreadable';
      if (!isWaiting && !(state === 'online_only' && placeholder)) this.#returned.push(file);
      return;
    }
    const onlyInode = state === 'present' && row[2] === sizeBytes && isSameTime(row[3], file.mtimeMs);
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
        const [id, relativePath] = row;
        if (isMissing(stateOf(row))) return;
        if (this.#unreadable.some((prefix) => relativePath.startsWith(prefix))) return;
        gone.push(id);
      });
    }
    return {
      reachable: true,
      ...this.#counts,
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
}

/** System error code, when the folder itself is not there; a file in its place must not look like an empty folder. */
function whyUnreachable(root: string): string | undefined {
  try {
    return lstatSync(root).isDirectory() ? undefined : 'ENOTDIR';
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'UNKNOWN';
}

function unreachable(code: string): FolderDifferences {
  return {
    reachable: false,
    unreachableBecause: code,
    files: 0,
    bytes: 0,
    ignored: 0,
    placeholders: 0,
    folders: 0,
    added: [],
    changed: [],
    returned: [],
    respelled: [],
    renumbered: [],
    gone: [],
    problems: [],
  };
}

function toKnown(row: KnownRow, file: FoundFile): KnownFile {
  return { ...file, locationId: row[0], state: stateOf(row), hasDocument: row[5] >= HAS_DOCUMENT };
}

function isMissing(state: LocationState): boolean {
  return state === 'missing' || state === 'missing_unconfirmed';
}

function hasCombinedLetters(text: string): boolean {
  return /[^ -~]/.test(text);
}
