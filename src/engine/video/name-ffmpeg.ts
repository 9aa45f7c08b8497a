// Which ffmpeg may take frames out of videos: the one a person names, after it proved to be one?
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
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
