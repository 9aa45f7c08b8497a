// Which folders can a person choose from in browser mode, where there is no native picker? Places are opaque ids, never paths.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';

export interface Place {
  readonly place: string;
  readonly name: string;
}

export interface PlaceListing {
  readonly here: { readonly place: string; readonly path: string } | null;
  readonly parent: string | null;
  readonly places: readonly Place[];
}

export interface FolderPlaces {
  browse(sessionId: string, place?: string): PlaceListing;
  /** @throws CasebinderError GRANT_EXPIRED when the place is unknown in this session */
  resolve(sessionId: string, place: string): string;
}

const MAX_PLACES = 20_000;

/** Remembers which place id stands for which folder, per session. */
export function createFolderPlaces(): FolderPlaces {
  const secret = randomBytes(16);
  const known = new Map<string, string>();
  const name = (sessionId: string, path: string): string => {
    const id = `p_${createHash('sha256').update(secret).update(sessionId).update('\0').update(path).digest('base64url').slice(0, 24)}`;
    if (known.size >= MAX_PLACES) known.clear();
    known.set(id, path);
    return id;
  };
  const resolve = (_sessionId: string, place: string): string => {
    const path = known.get(place);
    if (path === undefined) throw new CasebinderError('GRANT_EXPIRED');
    return path;
  };
  return {
    resolve,
    browse(sessionId, place) {
      if (place === undefined) {
        return {
          here: null,
          parent: null,
          places: startingFolders().map((path) => ({ place: name(sessionId, path), name: path })),
        };
      }
      const path = resolve(sessionId, place);
      const parent = dirname(path);
      return {
        here: { place, path },
        parent: parent === path ? null : name(sessionId, parent),
        places: listSubFolders(path).map((child) => ({
          place: name(sessionId, child),
          name: basename(child),
        })),
      };
    },
  };
}

function startingFolders(): string[] {
  const home = homedir();
  const candidates = [
    home,
    ...['Desktop', 'Documents', 'Downloads', '桌面', '文档', '下载'].map((n) => join(home, n)),
  ];
  if (process.platform === 'win32') for (const letter of 'CDEFGHIJ') candidates.push(`${letter}:\\`);
  else candidates.push('/');
  return candidates.filter((path) => existsSync(path));
}

function listSubFolders(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== '$RECYCLE.BIN')
      .map((entry) => join(path, entry.name))
      .sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }));
  } catch (error) {
    throw new CasebinderError('FOLDER_NOT_READABLE', { path }, error);
  }
}
