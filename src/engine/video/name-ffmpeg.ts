// Which ffmpeg may take frames out of videos: the one a person names, after it proved to be one?
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import { DATABASE_NAME } from '../store/open-archive.ts';
import { readSettings, writeProgramSetting } from '../store/setting-queries.ts';
import { type Ffmpeg, findFfmpeg } from './find-ffmpeg.ts';

/**
 * Remembers `path` as the ffmpeg to use; an empty path forgets it, and PATH decides again. Returns what is used now.
 * @throws CasebinderError FFMPEG_NOT_USABLE when the named file does not answer as ffmpeg
 */
export async function nameFfmpeg(context: EngineContext, path: string): Promise<Ffmpeg | undefined> {
  const found = await findFfmpeg(path);
  if (path !== '' && found === undefined) throw new CasebinderError('FFMPEG_NOT_USABLE', { path });
  if (readSettings(context).ffmpeg_path !== path) writeProgramSetting(context, 'ffmpeg_path', path);
  return found;
}

/**
 * The ffmpeg that was named in the archive in `archiveDir`, read beside a running app and without opening the archive;
 * '' when none was named or there is no archive.
 */
export function readNamedFfmpeg(archiveDir: string): string {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(join(archiveDir, DATABASE_NAME), { readonly: true, fileMustExist: true });
    const value = sqlite.prepare("SELECT value FROM setting WHERE key = 'ffmpeg_path'").pluck().get();
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  } finally {
    sqlite?.close();
  }
}
