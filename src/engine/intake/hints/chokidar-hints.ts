// Hints from chokidar: it watches folders only, and its raw events mark folders dirty, so that 100,000 files cost nothing.
import type { Stats } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isIgnoredFolder } from '../ignore-list.ts';
import type { HintListener, HintSource, HintWatch } from './hint-source.ts';

/** Used where a handle per folder does no harm: on Linux. On Windows it would keep people from renaming folders. */
export const chokidarHints: HintSource = {
  name: 'chokidar',
  watch(root: string, listener: HintListener): Promise<HintWatch> {
    const watcher = watch(root, {
      // Events are hints: no waiting for writes, no guessing at atomic saves, no link is followed.
      awaitWriteFinish: false,
      atomic: false,
      followSymlinks: false,
      ignoreInitial: true,
      ignored: (path: string, stats?: Stats) =>
        (stats !== undefined && !stats.isDirectory()) || (path !== root && isIgnoredFolder(basename(path))),
    });
    const toRelative = (path: string) => relative(root, path).split(sep).join('/');
    const markWithParent = (path: string) => {
      const folder = toRelative(path);
      if (folder === '') return listener.onDirty(null);
      listener.onDirty(folder);
      const parent = toRelative(dirname(path));
      if (!parent.startsWith('..')) listener.onDirty(parent);
    };
    watcher.on('addDir', markWithParent);
    watcher.on('unlinkDir', markWithParent);
    watcher.on('raw', (_event: string, _path: string | null, details: unknown) => {
      const watched = (details as { watchedPath?: unknown } | null)?.watchedPath;
      if (typeof watched !== 'string') return listener.onDirty(null);
      const folder = toRelative(watched);
      listener.onDirty(folder.startsWith('..') ? null : folder);
    });
    // First of all: an error without a listener would end the process (chokidar #1385).
    watcher.on('error', (error: unknown) =>
      listener.onFailure((error as { code?: string }).code ?? 'UNKNOWN'),
    );
    return new Promise((resolve) => {
      watcher.once('ready', () => resolve({ close: () => watcher.close() }));
    });
  },
};
