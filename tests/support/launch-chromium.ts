// A Chromium for tests: the one a person names, else the one inside the npm package, else one that the machine has.
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromiumPackage, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

// The packaged flags are made for a cloud function; those that switch off rules under test stay out, and so
// does --single-process, with which closing one context closes the browser.
const UNWANTED_FLAGS =
  /^--(single-process|disable-web-security|disable-site-isolation|allow-running|headless|no-zygote)/;

/** Without the emulated graphics card, which stalls for seconds and takes a third of the time of a walk through the pages. */
const GRAPHICS_FLAGS = /^--(use-gl|use-angle|ignore-gpu|in-process-gpu|enable-unsafe-swiftshader)/;

interface Candidate {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The running browser, or the reasons why there is none on this machine. */
export async function launchChromium(): Promise<{ browser: Browser } | { reason: string }> {
  const reasons: string[] = [];
  for await (const candidate of listCandidates(reasons)) {
    try {
      const browser = await chromium.launch({
        executablePath: candidate.executablePath,
        args: [...candidate.args.filter((arg) => !GRAPHICS_FLAGS.test(arg)), '--disable-gpu'],
        headless: true,
        ...(candidate.env === undefined
          ? {}
          : { env: { ...process.env, ...candidate.env } as Record<string, string> }),
      });
      return { browser };
    } catch (error) {
      reasons.push(`${candidate.executablePath}: ${firstLine(error)}`);
    }
  }
  return { reason: reasons.join('; ') };
}

async function* listCandidates(reasons: string[]): AsyncGenerator<Candidate> {
  // Chromium refuses its own sandbox for root, as in most containers.
  const own = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const named = process.env['CHROMIUM'] ?? process.env['CASEBINDER_CHROMIUM'];
  if (named !== undefined) {
    yield { executablePath: named, args: own };
    return;
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      const dir = await unpackPackagedChromium();
      const args = chromiumPackage.args.filter((arg) => !UNWANTED_FLAGS.test(arg));
      const executablePath = join(dir, 'chromium');
      // A machine with its own libraries and fonts uses them; a bare one gets those of the package.
      yield { executablePath, args };
      yield {
        executablePath,
        args,
        env: { LD_LIBRARY_PATH: join(dir, 'al2023', 'lib'), FONTCONFIG_PATH: join(dir, 'fonts') },
      };
    } catch (error) {
      reasons.push(`@sparticuz/chromium: ${firstLine(error)}`);
    }
  }
  for (const executablePath of USUAL_PLACES)
    if (existsSync(executablePath)) yield { executablePath, args: own };
}

/**
 * Unpacks the packaged Chromium once per version. Whole or not at all: test files run side by side, and the package's own
 * way would let the second one start a half-written program.
 */
async function unpackPackagedChromium(): Promise<string> {
  const require = createRequire(import.meta.url);
  const packageDir = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = require(join(packageDir, 'package.json')) as { version: string };
  const dir = join(tmpdir(), `casebinder-chromium-${version}`);
  if (existsSync(join(dir, 'chromium'))) return dir;
  const work = mkdtempSync(join(tmpdir(), 'casebinder-chromium-'));
  const tmpBefore = process.env['TMPDIR'];
  // The package unpacks into the folder for temporary files, wherever that is.
  process.env['TMPDIR'] = work;
  try {
    await chromiumPackage.executablePath();
    await inflate(join(packageDir, 'bin', 'al2023.tar.br'));
  } finally {
    if (tmpBefore === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = tmpBefore;
  }
  try {
    renameSync(work, dir);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(join(dir, 'chromium'))) throw error;
  }
  return dir;
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
