// Where do the files of the user interface come from, and are they those of the sources beside them?
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What the built page is made of. A change in any of them makes the build stale. */
const SOURCES: readonly string[] = [
  'src/ui',
  'src/domain',
  'src/i18n',
  'src/api/http/ui-build-config.ts',
  'src/api/http/pdf-assets.ts',
  'package-lock.json',
];

/** So many builds stay whatever their age, and each for so long: pages that are open on one still find its parts. */
const KEPT_BUILDS = 3;
const KEPT_MS = 6 * 3_600_000;

/** Where an installed app has its page, and where the desktop build puts it. */
export function findUiDir(rootDir: string): string {
  return join(rootDir, 'out', 'renderer');
}

/** Every build of a checkout has a folder of its own, named after its sources; none is ever changed in place. */
function findBuildsDir(rootDir: string): string {
  return join(rootDir, 'out', 'pages');
}

/**
 * The folder to serve. In a source checkout it is built first when there is none of these very sources (some
 * seconds); in an installed app, which has no `src/ui`, it is there already. Rejects with the builder's words when
 * that fails.
 */
export async function ensureUiBuilt(rootDir: string, log: (line: string) => void): Promise<string> {
  if (!existsSync(join(rootDir, 'src', 'ui', 'index.html'))) {
    const installed = findUiDir(rootDir);
    if (existsSync(join(installed, 'index.html'))) return installed;
    throw new Error('The user interface is neither built nor present as sources');
  }
  const buildsDir = findBuildsDir(rootDir);
  const uiDir = join(buildsDir, fingerprintUiSources(rootDir).slice(0, 16));
  if (existsSync(join(uiDir, 'index.html'))) {
    markUsed(uiDir);
    return uiDir;
  }
  log('Building the user interface …');
  const startedAtMs = Date.now();
  const freshDir = join(buildsDir, `.fresh-${randomUUID().slice(0, 8)}`);
  try {
    await runBuild(rootDir, freshDir, log);
    putInPlace(freshDir, uiDir);
  } finally {
    rmSync(freshDir, { recursive: true, force: true });
  }
  removeOldBuilds(buildsDir);
  log(`User interface built in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
  return uiDir;
}

/** Renamed in one step. Another process may have built the same sources meanwhile: its folder is as good. */
function putInPlace(freshDir: string, uiDir: string): void {
  try {
    renameSync(freshDir, uiDir);
  } catch (error) {
    if (!existsSync(join(uiDir, 'index.html'))) throw error;
  }
}

function markUsed(uiDir: string): void {
  try {
    utimesSync(uiDir, new Date(), new Date());
  } catch {
    // A read-only checkout can be served as well; it is only not told apart from older builds.
  }
}

function removeOldBuilds(buildsDir: string): void {
  const builds = readdirSync(buildsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(buildsDir, entry.name))
    .map((dir) => ({ dir, usedAtMs: statSync(dir).mtimeMs }))
    .sort((first, second) => second.usedAtMs - first.usedAtMs);
  for (const { dir, usedAtMs } of builds.slice(KEPT_BUILDS)) {
    if (Date.now() - usedAtMs > KEPT_MS) rmSync(dir, { recursive: true, force: true });
  }
}

/** One hash over names and contents: times would differ in every clone. */
export function fingerprintUiSources(rootDir: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of listFiles(join(rootDir, source))) {
      hash
        .update(relative(rootDir, path).split(sep).join('/'))
        .update('\0')
        .update(readFileSync(path))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path];
    throw error;
  }
}

function runBuild(rootDir: string, outDir: string, log: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'build-ui.ts');
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', script, rootDir, outDir],
      {
        cwd: rootDir,
        env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const tail: string[] = [];
    const note = (chunk: Buffer): void => {
      for (const line of chunk.toString('utf8').split('\n')) {
        if (line.trim() === '') continue;
        tail.push(line);
        log(line);
      }
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Building the user interface failed:\n${tail.slice(-20).join('\n')}`));
    });
  });
}
