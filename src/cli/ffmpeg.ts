// ffmpeg: which program takes frames out of videos, and may it be another one?
import { resolve } from 'node:path';
import type { CommandRun } from './command-line.ts';

export async function runFfmpegCommand(run: CommandRun, path: string | undefined, forget: boolean) {
  const { engine } = await run.open();
  const named = path === undefined ? (forget ? '' : engine.settings.all().ffmpeg_path) : resolve(path);
  const isChange = path !== undefined || forget;
  const found = await (isChange ? engine.settings.nameFfmpeg(named) : engine.videos.findFfmpeg());
  if (found === undefined) run.say(run.text('ffmpegNone'));
  else run.say(run.text('ffmpegUsed', { version: found.decoder.version, path: found.path }));
  return {
    result:
      found === undefined
        ? { ffmpeg: null }
        : { ffmpeg: { path: found.path, version: found.decoder.version, named: found.isNamed } },
  };
}
