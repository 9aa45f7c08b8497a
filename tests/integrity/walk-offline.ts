// A walk through browser mode where only loopback exists: the program under trace, a real Chromium in front of it. Tells what it saw.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { launchChromium } from '../support/launch-chromium.ts';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

/** archive folder, beginning of the trace files' names */
const [archiveDir, traceFile] = process.argv.slice(2) as [string, string];

const served = spawn(
  'strace',
  [
    ...['-ff', '-qq', '-s', '200', '-e', 'trace=connect,sendto,sendmsg', '-o', traceFile],
    ...[process.execPath, '--disable-warning=ExperimentalWarning', join(PROJECT_DIR, 'src/cli/main.ts')],
    ...['serve', '--archive', archiveDir, '--json'],
  ],
  { stdio: ['ignore', 'pipe', 'pipe'] },
);
let output = '';
let errors = '';
served.stderr.on('data', (data: Buffer) => {
  errors += data.toString();
});
const ended = new Promise<void>((resolve) => served.on('close', () => resolve()));
const url = await new Promise<string>((resolve, reject) => {
  served.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    const found = /"url":\s*"([^"]+)"/.exec(output)?.[1];
    if (found !== undefined) resolve(found);
  });
  served.on('close', () => reject(new Error(`serve ended: ${errors.slice(-2_000)}`)));
});

const PAGES = [
  '/',
  '/inbox',
  '/documents',
  '/documents/1',
  '/identifiers',
  '/cases',
  '/packs',
  '/week',
  '/activity',
];
const SETTINGS = ['/health', '/settings', '/settings?tab=folders', '/settings?tab=about'];
const launched = await launchChromium();
if ('reason' in launched) throw new Error(launched.reason);
const page = await (await launched.browser.newContext()).newPage();
const strangers: string[] = [];
let requests = 0;
page.on('request', (request) => {
  requests += 1;
  const asked = new URL(request.url());
  if (asked.origin !== new URL(url).origin && !['blob:', 'data:'].includes(asked.protocol))
    strangers.push(asked.href);
});
try {
  await page.goto(url);
  for (const language of ['zh-CN', 'en']) {
    for (const path of [...PAGES, ...SETTINGS]) {
      await page.goto(new URL(path, url).href, { waitUntil: 'load' });
      await page.waitForTimeout(250);
    }
    // The other language, as the settings page stores it.
    await page.evaluate(
      async (wanted) => {
        await fetch('/api/trpc/settings.set', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ key: 'language', value: wanted }),
        });
      },
      language === 'zh-CN' ? 'en' : 'zh-CN',
    );
  }
  await page.goto(new URL('/documents?q=invoice', url).href);
  await page.waitForTimeout(500);
  const statuses = await page.evaluate(async () => {
    const ask = async (path: string, body?: unknown): Promise<number> =>
      (
        await fetch(
          path,
          body === undefined
            ? {}
            : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
        )
      ).status;
    return [
      await ask('/api/trpc/archive.verify', { full: false }),
      await ask('/api/trpc/archive.backup', {}),
      await ask('/api/trpc/weekly.close', {}),
      await ask('/api/trpc/intake.run', { ocr: false }),
    ];
  });
  await page.waitForTimeout(4_000);
  process.stdout.write(JSON.stringify({ strangers, requests, statuses, title: await page.title() }));
} finally {
  await launched.browser.close();
  // strace passes nothing on: the program itself is its child.
  spawn('pkill', ['-TERM', '-P', String(served.pid)]);
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 8_000))]);
  served.kill('SIGKILL');
}
