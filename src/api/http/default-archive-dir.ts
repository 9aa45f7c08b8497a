// Where does a person's archive lie when nobody said otherwise?
import { homedir } from 'node:os';
import { join } from 'node:path';

interface Place {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeDir: string;
}

/**
 * `CASEBINDER_ARCHIVE`, else the user-data folder of the system: local (not roaming) on Windows, because a roaming
 * profile is copied over the network at every sign-in; XDG on Linux. The same for app, browser mode and CLI.
 */
export function findDefaultArchiveDir(
  place: Place = { platform: process.platform, env: process.env, homeDir: homedir() },
): string {
  const { env, homeDir } = place;
  if (env['CASEBINDER_ARCHIVE']) return env['CASEBINDER_ARCHIVE'];
  if (place.platform === 'win32') {
    return join(env['LOCALAPPDATA'] || join(homeDir, 'AppData', 'Local'), 'Casebinder', 'archive');
  }
  if (place.platform === 'darwin') {
    return join(homeDir, 'Library', 'Application Support', 'Casebinder', 'archive');
  }
  return join(env['XDG_DATA_HOME'] || join(homeDir, '.local', 'share'), 'casebinder', 'archive');
}
