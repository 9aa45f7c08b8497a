// Does the offline page in the pack tell a whole pack from a changed one, in a real browser, from file://?
import { appendFileSync, cpSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import chromiumFiles from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import type { BuiltPack } from '../../../src/engine/packs/pack-plan.ts';
import { exhibitOf, makeFolder, makePdf, makePhoto, planOf } from './sample-plan.ts';

async function launch(): Promise<Browser | undefined> {
  try {
    const executablePath = process.env['CHROMIUM_PATH'] ?? (await chromiumFiles.executablePath());
    return await chromium.launch({ executablePath, args: chromiumFiles.args, headless: true });
  } catch (error) {
    console.log(
      `skipped: no Chromium here (${error instanceof Error ? error.message.split('\n')[0] : error})`,
    );
    return undefined;
  }
}

const browser = await launch();

describe.skipIf(browser === undefined)('verify.html', () => {
  const dir = makeFolder();
  let built: BuiltPack;
  let page: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    const pdf = await makePdf(join(dir, 'a.pdf'), { pages: 2 });
    const photo = await makePhoto(join(dir, 'b.jpg'));
    const exhibits = [exhibitOf('E01', pdf, 'application/pdf'), exhibitOf('E02', photo, 'image/jpeg')];
    built = await buildPack({ plan: planOf(exhibits), outDir: join(dir, 'out'), zip: true });
    page = await browser!.newPage({ locale: 'en-US' });
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(built.folder, 'data/verify.html')).href);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const verdict = async (): Promise<string> => {
    await page.waitForFunction(() => document.querySelector<HTMLElement>('#verdict')?.hidden === false);
    return (await page.textContent('#verdict')) ?? '';
  };
  const choose = async (input: '#zip' | '#folder', path: string): Promise<string> => {
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#verdict')!.hidden = true;
    });
    await page.setInputFiles(input, path);
    return verdict();
  };

  it('says green for the ZIP and for the folder, in both languages', async () => {
    expect(await choose('#zip', built.zip!)).toMatch(/^✓ Complete and unchanged/);
    expect(await page.textContent('#detail')).toContain(built.manifestSha256);
    expect(await choose('#folder', built.folder)).toMatch(/^✓ Complete and unchanged/);
    await page.click('#language');
    expect(await page.textContent('#verdict')).toMatch(/^✓ 完整且未被改动/);
    await page.click('#language');
  });

  it('names the file that changed, is missing or was added', async () => {
    const copy = join(dir, 'copy');
    cpSync(built.folder, copy, { recursive: true });
    const [first, second] = built.exhibits;
    appendFileSync(join(copy, 'data', first!.file), 'x');
    unlinkSync(join(copy, 'data', second!.file));
    writeFileSync(join(copy, 'data/upload/new.pdf'), 'new');
    expect(await choose('#folder', copy)).toMatch(/^✗/);
    const rows = await page.locator('#rows tr').allTextContents();
    expect(rows.some((row) => row.startsWith('Changed') && row.includes(first!.file))).toBe(true);
    expect(rows.some((row) => row.startsWith('Missing') && row.includes(second!.file))).toBe(true);
    expect(rows.some((row) => row.startsWith('Added') && row.includes('new.pdf'))).toBe(true);
  });

  it('computes the same SHA-256 without Web Crypto, in pieces', async () => {
    const digests = await page.evaluate(async () => {
      const bytes = new Uint8Array(1_000_003).map((_, index) => (index * 31) & 255);
      const make = (
        globalThis as unknown as { createSha256: () => { update(b: Uint8Array): void; digest(): string } }
      ).createSha256;
      const sha = make();
      for (let at = 0; at < bytes.length; at += 4099) sha.update(bytes.subarray(at, at + 4099));
      const native = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return [sha.digest(), Array.from(native, (byte) => byte.toString(16).padStart(2, '0')).join('')];
    });
    expect(digests[0]).toBe(digests[1]);
  });

  it('asks nothing of any network', () => {
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
  });
});
