// Which files lie below a folder right now? A walk that follows no link, enters no ignored folder and survives what it can't read.
import { type BigIntStats, type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { isIgnoredFile, isIgnoredFolder } from './ignore-list.ts';
import { toAbsolutePath } from './path-key.ts';

/** Why something below the folder was not looked at. Keys of the catalogue `intake`. */
export type WalkProblemCode =
  | 'intake.linkNotFollowed'
  | 'intake.specialFile'
  | 'intake.folderUnreadable'
  | 'intake.fileUnreadable'
  | 'intake.nameUnreadable'
  | 'intake.tooDeep';

export interface WalkProblem {
  readonly code: WalkProblemCode;
  readonly relativePath: string;
  /** System error code, for example EACCES. */
  readonly detail?: string;
}

export interface WalkVisitor {
  /** A plain file; links were not followed. `name` is its last part; its folder was announced by onFolder. */
  onFile(relativePath: string, stats: Stats | BigIntStats, name: string): void;
  onProblem(problem: WalkProblem): void;
  onIgnored?(relativePath: string): void;
  /** A folder was listed; its files come next. */
  onFolder?(relativePath: string): void;
  /** Whether to enter a sub-folder; all are entered when absent. */
  shouldEnter?(relativePath: string): boolean;
  /** Ends the walk early. */
  shouldStop?(): boolean;
}

/** Deeper trees are loops made by mounts, or accidents. */
const MAX_DEPTH = 128;
const USE_BIGINT = process.platform === 'win32';

/**
 * Walks `start` (relative, '' = the root itself) below `root`, synchronously: in a worker that is the fastest way
 * (libraries.md 8). Throws what readdir throws when `start` itself can't be listed.
 */
export function findFiles(root: string, start: string, visitor: WalkVisitor): void {
  const stack: { relativePath: string; depth: number }[] = [];
  listFolder(
    root,
    start,
    0,
    stack,
    visitor,
    readdirSync(toAbsolutePath(root, start), { withFileTypes: true }),
  );
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (visitor.shouldStop?.() === true) return;
    let entries: Dirent[];
    try {
      entries = readdirSync(toAbsolutePath(root, next.relativePath), { withFileTypes: true });
    } catch (error) {
      const code = codeOf(error);
      // Gone between two calls: the next comparison sees that by itself.
      if (code !== 'ENOENT' && code !== 'ENOTDIR') {
        visitor.onProblem({ code: 'intake.folderUnreadable', relativePath: next.relativePath, detail: code });
      }
      continue;
    }
    listFolder(root, next.relativePath, next.depth, stack, visitor, entries);
  }
}

function listFolder(
  root: string,
  folder: string,
  depth: number,
  stack: { relativePath: string; depth: number }[],
  visitor: WalkVisitor,
  entries: readonly Dirent[],
): void {
  visitor.onFolder?.(folder);
  const prefix = folder === '' ? '' : `${folder}/`;
  const absolutePrefix = toAbsolutePath(root, folder) + (process.platform === 'win32' ? '\\' : '/');
  for (const entry of entries) {
    const { name } = entry;
    const relativePath = prefix + name;
    if (entry.isFile()) {
      if (isIgnoredFile(name)) visitor.onIgnored?.(relativePath);
      else lookAt(absolutePrefix + name, relativePath, name, visitor);
    } else if (entry.isDirectory()) {
      if (isIgnoredFolder(name)) visitor.onIgnored?.(relativePath);
      else if (depth >= MAX_DEPTH) visitor.onProblem({ code: 'intake.tooDeep', relativePath });
      else if (visitor.shouldEnter?.(relativePath) !== false) stack.push({ relativePath, depth: depth + 1 });
    } else if (entry.isSymbolicLink()) {
      visitor.onProblem({ code: 'intake.linkNotFollowed', relativePath });
    } else {
      lookAtUnknown(absolutePrefix + name, relativePath, name, depth, stack, visitor);
    }
  }
}

/** Some file systems don't say the type with the name; then the entry itself has to be asked. */
function lookAtUnknown(
  path: string,
  relativePath: string,
  name: string,
  depth: number,
  stack: { relativePath: string; depth: number }[],
  visitor: WalkVisitor,
): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (stats.isDirectory()) {
    if (visitor.shouldEnter?.(relativePath) !== false) stack.push({ relativePath, depth: depth + 1 });
  } else if (stats.isFile()) lookAt(path, relativePath, name, visitor);
  else if (stats.isSymbolicLink()) visitor.onProblem({ code: 'intake.linkNotFollowed', relativePath });
  else visitor.onProblem({ code: 'intake.specialFile', relativePath });
}

function lookAt(path: string, relativePath: string, name: string, visitor: WalkVisitor): void {
  let stats: Stats | BigIntStats;
  try {
    stats = USE_BIGINT ? lstatSync(path, { bigint: true }) : lstatSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') {
      // A name in another encoding than UTF-8 can be listed but not asked for: say so instead of losing it silently.
      if (relativePath.includes('\uFFFD')) visitor.onProblem({ code: 'intake.nameUnreadable', relativePath });
    } else visitor.onProblem({ code: 'intake.fileUnreadable', relativePath, detail: code });
    return;
  }
  if (stats.isFile()) visitor.onFile(relativePath, stats, name);
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'UNKNOWN';
}
