// May an archive lie in this folder? Not where a sync program rewrites or removes files behind its back.
import { readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, relative, resolve, sep } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';

interface SyncTool {
  readonly name: string;
  /** A folder of this name, anywhere above the archive. */
  readonly folder: RegExp;
  /** What the tool leaves in the folder that it keeps in sync. */
  readonly marker?: RegExp;
}

/**
 * Default folder names and marker files of the tools (pitfalls.md 3.7; their own help pages). Names are
 * compared whole, without case, so that "My Dropbox notes" stays allowed.
 */
const SYNC_TOOLS: readonly SyncTool[] = [
  {
    name: 'OneDrive',
    folder: /^OneDrive( - .+|-.+)?$/i,
    marker: /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i,
  },
  { name: 'Dropbox', folder: /^Dropbox( \(.+\)|-.+)?$/i, marker: /^\.dropbox(\.cache)?$/i },
  { name: '坚果云 (Nutstore)', folder: /^(我的)?坚果云|^Nutstore( Files)?$/i, marker: /^\.nutstore/i },
  { name: 'iCloud Drive', folder: /^(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i },
  {
    name: 'Google Drive',
    folder: /^(Google ?Drive( \(.+\)|-.+)?|DriveFS)$/i,
    marker: /^\.tmp\.drive(up|down)load$/i,
  },
  { name: 'macOS CloudStorage', folder: /^CloudStorage$/ },
  { name: '百度网盘 (Baidu)', folder: /^(BaiduSync(disk)?|百度网盘同步空间|BaiduNetdiskSync)$/i },
  { name: 'WPS 云盘', folder: /^(WPS ?Drive|WPS ?云盘)$/i },
  { name: 'Syncthing', folder: /^$/, marker: /^\.stfolder$/ },
  { name: 'Nextcloud', folder: /^Nextcloud$/i, marker: /^\._?sync_[0-9a-f]+\.db$/ },
];

/**
 * Refuses an archive below a folder that a sync program looks after: it copies the database between two writes, and
 * "resolves" the difference by renaming it. CASEBINDER_ALLOW_UNSAFE_PLACE=1 is for people who insist.
 * @throws CasebinderError ARCHIVE_UNSAFE_PLACE
 */
export function refuseSyncedPlace(archiveDir: string): void {
  if (isAllowed()) return;
  // Both as named and as it really lies: a link into a synced folder is in that folder.
  for (const path of new Set([resolve(archiveDir), realQuietly(archiveDir)])) {
    for (let folder = path; ; folder = dirname(folder)) {
      const tool = findTool(folder);
      if (tool !== undefined) throw new CasebinderError('ARCHIVE_UNSAFE_PLACE', { reason: tool, path });
      if (dirname(folder) === folder) break;
    }
  }
}

/**
 * Refuses an archive that came to lie inside one of its own watched folders: it would file itself.
 * @throws CasebinderError ARCHIVE_UNSAFE_PLACE
 */
export function refuseWatchedPlace(archiveDir: string, watchedFolders: readonly string[]): void {
  if (isAllowed()) return;
  const path = realQuietly(archiveDir);
  for (const folder of watchedFolders) {
    const below = relative(realQuietly(folder), path);
    const isInside =
      below === '' || (below !== '..' && !below.startsWith(`..${sep}`) && resolve(below) !== below);
    if (isInside) throw new CasebinderError('ARCHIVE_UNSAFE_PLACE', { reason: folder, path });
  }
}

function isAllowed(): boolean {
  return process.env['CASEBINDER_ALLOW_UNSAFE_PLACE'] === '1';
}

function findTool(folder: string): string | undefined {
  const name = folder.slice(folder.lastIndexOf(sep) + 1).normalize('NFC');
  const named = SYNC_TOOLS.find((tool) => tool.folder.test(name));
  if (named !== undefined && name !== '') return named.name;
  // In the home folder lie the tools' own settings under such names; that does not make it a synced folder.
  if (folder === homedir()) return undefined;
  const entries = listNames(folder);
  return SYNC_TOOLS.find((tool) => entries.some((entry) => tool.marker?.test(entry)))?.name;
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The real path, of the nearest ancestor that exists for a folder that does not. */
function realQuietly(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute
      ? absolute
      : resolve(realQuietly(parent), absolute.slice(parent.length).replace(/^[\\/]/, ''));
  }
}
