// Hints from one recursive handle on the root: people can still rename sub-folders, and no descriptor runs out.
import { type FSWatcher, watch } from 'node:fs';
import { folderOf } from '../path-key.ts';
import type { HintListener, HintSource, HintWatch } from './hint-source.ts';

/** Used on Windows and macOS (chokidar #1031, #1281, #1385). A missing name means lost events: everything is dirty. */
export const recursiveHints: HintSource = {
  name: 'recursive',
  async watch(root: string, listener: HintListener): Promise<HintWatch> {
    const watcher: FSWatcher = watch(root, { recursive: true, persistent: false });
    watcher.on('change', (_event, name) => {
      if (name === null || name === undefined) return listener.onDirty(null);
      const path = String(name).replaceAll('\\', '/');
      listener.onDirty(folderOf(path));
      // The name may be a folder that just came: what lies in it changed as well.
      listener.onDirty(path);
    });
    watcher.on('error', (error) => listener.onFailure((error as { code?: string }).code ?? 'UNKNOWN'));
    return { close: async () => watcher.close() };
  },
};
