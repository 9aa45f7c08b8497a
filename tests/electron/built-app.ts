// Builds the desktop app into a folder of its own below out/, for tests of what people really start.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

export interface BuiltApp {
  readonly dir: string;
  remove(): void;
}

/** Runs electron-vite as `npm run build` does; without the page when a test brings its own. Throws with its output when that fails. */
export function buildApp(name: string, withPage: boolean): BuiltApp {
  const program = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const buildName = `${name}-${process.pid}`;
  const result = spawnSync(process.execPath, [program, 'build', '--config', 'electron.config.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CASEBINDER_BUILD_NAME: buildName,
      CASEBINDER_BUILD_PAGE: withPage ? 'yes' : 'no',
    },
  });
  if (result.status !== 0) throw new Error(`The build failed:\n${result.stdout}\n${result.stderr}`);
  const dir = join(ROOT, 'out', buildName);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
