// Where do the files of the user interface come from, and are they those of the sources beside them?
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

export function findUiDir(rootDir: string): string {
  return join(rootDir, 'out', 'renderer');
}

function findStamp(rootDir: string): string {
  return join(rootDir, 'out', 'renderer.stamp');
}

/**
 * The folder to serve. In a source checkout it is built first when it is missing or stale (some seconds); in an
 * installed app, which has no `src/ui`, it is there already. Rejects with the builder's words when that fails.
 */
export async function ensureUiBuilt(rootDir: string, log: (line: string) => void): Promise<string> {
  const uiDir = findUiDir(rootDir);
  if (!existsSync(join(rootDir, 'src', 'ui', 'index.html'))) {
    if (existsSync(join(uiDir, 'index.html'))) return uiDir;
    throw new Error('The user interface is neither built nor present as sources');
  }
  const wanted = fingerprintUiSources(rootDir);
  if (existsSync(join(uiDir, 'index.html')) && readStamp(rootDir) === wanted) return uiDir;
  log('Building the user interface …');
  const startedAtMs = Date.now();
  const freshDir = join(rootDir, 'out', `renderer-${process.pid}`);
  try {
    await runBuild(rootDir, freshDir, log);
    replaceFolder(freshDir, uiDir);
  } finally {
    rmSync(freshDir, { recursive: true, force: true });
  }
  writeUiStamp(rootDir, wanted);
  log(`User interface built in ${((Date.now() - startedAtMs) / 1000).toFixed(1)} s`);
  return uiDir;
}

/** Remembers of which sources the present build was made. */
export function writeUiStamp(rootDir: string, fingerprint = fingerprintUiSources(rootDir)): void {
  mkdirSync(join(rootDir, 'out'), { recursive: true });
  writeFileSync(findStamp(rootDir), fingerprint);
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

function readStamp(rootDir: string): string {
  const path = findStamp(rootDir);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
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

/** Another server may be serving the old folder: its open files stay readable while the name moves on. */
function replaceFolder(freshDir: string, targetDir: string): void {
  const oldDir = `${targetDir}-old-${process.pid}`;
  if (existsSync(targetDir)) renameSync(targetDir, oldDir);
  try {
    renameSync(freshDir, targetDir);
  } finally {
    rmSync(oldDir, { recursive: true, force: true });
  }
}
