// Is there an ffmpeg on this machine that we may use, where, and which version?
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { FrameDecoder } from '../../domain/video-frames.ts';
import { runBounded } from './run-bounded.ts';

export interface Ffmpeg {
  readonly path: string;
  /** Named by the person, or found on PATH. */
  readonly isNamed: boolean;
  readonly decoder: FrameDecoder;
}

const VERSION_TIMEOUT_MS = 10_000;

/**
 * The ffmpeg that the person named, else the first on PATH; undefined when there is none or it doesn't say that it is
 * one. A named path that doesn't work is not replaced by another program behind the person's back.
 */
export async function findFfmpeg(
  namedPath: string,
  searchPath: string = process.env['PATH'] ?? '',
): Promise<Ffmpeg | undefined> {
  const path = namedPath === '' ? searchOnPath(searchPath) : namedPath;
  if (path === undefined || !isAbsolute(path) || !isProgram(path)) return undefined;
  const run = await runBounded(path, ['-hide_banner', '-version'], { timeoutMs: VERSION_TIMEOUT_MS });
  const version = /^ffmpeg version (\S{1,60})/m.exec(run.stdout)?.[1];
  if (run.outcome !== 'done' || version === undefined) return undefined;
  return { path, isNamed: namedPath !== '', decoder: { name: 'ffmpeg', version } };
}

/** Absolute folders of PATH only: a program lying in the current folder may be anybody's. */
function searchOnPath(searchPath: string): string | undefined {
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  return searchPath
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
