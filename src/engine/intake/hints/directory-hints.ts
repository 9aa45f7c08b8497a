// Hints for big trees on Linux: one plain watch per folder, and nothing remembered about files.
import { type Dirent, type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs';
import { isIgnoredFolder } from '../ignore-list.ts';
import { fileNameOf, folderOf, toAbsolutePath } from '../path-key.ts';
import { chokidarHints } from './chokidar-hints.ts';
import type { HintListener, HintSource, HintWatch } from './hint-source.ts';

/** Above this many entries chokidar's bookkeeping weighs too much: 470 MB for 100,000 files were measured. */
const BIG_TREE_ENTRIES = 5_000;
/** Folders armed at one go, so that the engine stays awake. */
const FOLDERS_PER_TURN = 200;

/** One watch per folder; new folders are armed when their parent tells of a change. */
export const directoryHints: HintSource = {
  name: 'directories',
  async watch(root: string, listener: HintListener): Promise<HintWatch> {
    const watchers = new Map<string, FSWatcher>();
    let closed = false;

    function disarm(folder: string): void {
      watchers.get(folder)?.close();
      watchers.delete(folder);
    }

    function armOne(folder: string): void {
      const prefix = folder === '' ? '' : `${folder}/`;
      const watcher = watch(toAbsolutePath(root, folder), { persistent: false });
      watcher.on('change', (event, name) => {
        if (name === null || name === undefined) return listener.onDirty(null);
        listener.onDirty(folder);
        if (event === 'rename') follow(folder, prefix + String(name)).catch(() => listener.onDirty(null));
      });
      // The folder is gone, or its file system is: the comparison of its parent says which.
      watcher.on('error', () => {
        disarm(folder);
        listener.onDirty(folder === '' ? null : folderOf(folder));
      });
      watchers.set(folder, watcher);
    }

    /** A name came or went: arm it when it is a folder now, let go of what was below it when it isn't. */
    async function follow(parent: string, path: string): Promise<void> {
      if (closed) return;
      const isFolder =
        lstatSync(toAbsolutePath(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
      // Most names are files, and there may be thousands in a burst.
      if (!isFolder && !watchers.has(path)) return;
      for (const known of [...watchers.keys()]) {
        // A folder that was replaced needs a new watch; one that is gone needs none.
        if (known === path || known.startsWith(`${path}/`)) disarm(known);
      }
      if (isFolder && !isIgnoredFolder(fileNameOf(path))) await armTree(path);
      listener.onDirty(parent);
    }

    async function armTree(start: string): Promise<void> {
      const waiting = [start];
      let turn = 0;
      for (let folder = waiting.pop(); folder !== undefined && !closed; folder = waiting.pop()) {
        const entries = listOrNothing(toAbsolutePath(root, folder));
        if (entries === undefined) continue;
        try {
          if (!watchers.has(folder)) armOne(folder);
        } catch (error) {
          const code = (error as { code?: string }).code ?? 'UNKNOWN';
          if (code === 'ENOENT' || code === 'ENOTDIR') continue;
          listener.onFailure(code);
          return;
        }
        for (const entry of entries) {
          if (entry.isDirectory() && !isIgnoredFolder(entry.name)) {
            waiting.push(folder === '' ? entry.name : `${folder}/${entry.name}`);
          }
        }
        // A new folder may have been filled before its watch stood; at the start a whole look follows anyway.
        if (start !== '') listener.onDirty(folder);
        turn += 1;
        if (turn % FOLDERS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    }

    await armTree('');
    return {
      async close() {
        closed = true;
        for (const folder of [...watchers.keys()]) disarm(folder);
      },
    };
  },
};

/** chokidar for ordinary folders, a plain watch per folder for big trees. */
export const linuxHints: HintSource = {
  name: 'linux',
  watch: (root, listener) => (isBigTree(root) ? directoryHints : chokidarHints).watch(root, listener),
};

/** True when more than 5,000 entries lie below `root`; stops counting there. */
export function isBigTree(root: string): boolean {
  const waiting = [root];
  let entries = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const listed = listOrNothing(folder) ?? [];
    entries += listed.length;
    if (entries > BIG_TREE_ENTRIES) return true;
    for (const entry of listed) if (entry.isDirectory()) waiting.push(`${folder}/${entry.name}`);
  }
  return false;
}

function listOrNothing(path: string): Dirent[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
