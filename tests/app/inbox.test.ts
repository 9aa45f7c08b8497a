// Is a file that nobody understood put right with one key, does the next follow, and is a picture looked at closely?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedArchive } from '../../src/api/http/serve-archive.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { readPageWords } from './page-words.ts';
import { fillArchive, openWatchedPage, serveForTest, type WatchedPage } from './served-archive.ts';

const launched = await launchChromium();
if ('reason' in launched) console.warn(`SKIPPED: no Chromium on this machine (${launched.reason})`);
const { say } = await readPageWords('en');
/** Long enough for a busy machine. */
const SOON = { timeout: 10_000 };

describe.skipIf('reason' in launched)('the inbox', () => {
  const dir = mkdtempSync(join(tmpdir(), 'casebinder-inbox-'));
  const folder = join(dir, 'seller');
  const archiveDir = join(dir, 'archive');
  let served: ServedArchive;
  let watched: WatchedPage;
  let page: Page;
  const at = (path: string): string => new URL(path, served.host.url).href;
  const rows = () => served.engine.documents.list({ query: '', limit: 50, sort: 'name' }).documents;
  const shown = () => page.locator('.cb-inbox-side a').first().getAttribute('href');
  const kindOf = (id: string) => rows().find((row) => String(row.id) === id);

  beforeAll(async () => {
    if ('reason' in launched) return;
    mkdirSync(folder);
    for (const word of ['harbour', 'lantern', 'orchard'])
      writeFileSync(join(folder, `${word}.txt`), `Some words about a ${word} and nothing else.`);
    const picture = sharp({ create: { width: 640, height: 320, channels: 3, background: '#88aacc' } });
    writeFileSync(join(folder, 'wide.png'), await picture.png().toBuffer());
    await fillArchive(archiveDir, folder);
    served = await serveForTest(archiveDir, false);
    watched = await openWatchedPage(launched.browser, served, { locale: 'en' });
    page = watched.page;
    page.setDefaultTimeout(20_000);
  }, 120_000);
  afterAll(async () => {
    if ('browser' in launched) await launched.browser.close();
    await served?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('takes a kind by its digit, confirms with Enter, and shows the next; undo brings the first back', async () => {
    await page.goto(at('/inbox'));
    await page.locator('.cb-inbox-side').waitFor();
    const first = (await shown()) ?? '';
    const firstId = first.split('/').at(-1) ?? '';
    const before = kindOf(firstId)?.kind;
    await page.keyboard.press('2');
    const chosen = await page.locator('.cb-choice[aria-pressed="true"]').innerText();
    await page.keyboard.press('Enter');
    await expect.poll(shown, SOON).not.toBe(first);
    await page.getByText(say('uiDocuments.inboxDone', { count: 1 })).waitFor();
    await expect.poll(() => kindOf(firstId)?.kind, SOON).not.toBe(before);
    const kind = kindOf(firstId)?.kind ?? '';
    expect(chosen).toContain(say(`kinds.${kind}`));

    const second = await shown();
    await page.keyboard.press('s');
    await expect.poll(shown, SOON).not.toBe(second);
    expect(kindOf(second?.split('/').at(-1) ?? '')?.kind, 'a skipped item is left as it is').toBe(before);

    await page.keyboard.press('Control+z');
    await expect.poll(shown, SOON).toBe(first);
    await expect.poll(() => kindOf(firstId)?.kind, SOON).toBe(before);
    expect(watched.offences).toEqual([]);
  });

  it('a picture turns by quarters and grows, by buttons and by a double click', async () => {
    const id = rows().find((row) => row.fileName === 'wide.png')?.id;
    await page.goto(at(`/documents/${id}`));
    const image = page.locator('.cb-picture img');
    await page.getByText('640 × 320').first().waitFor();
    const size = async () => (await image.boundingBox()) ?? { width: 0, height: 0 };
    const upright = await size();
    expect(upright.width).toBeGreaterThan(upright.height);
    await page.getByRole('button', { name: say('uiDocuments.rotate') }).click();
    await expect.poll(async () => (await size()).height, SOON).toBeGreaterThan(upright.height * 1.5);
    await page.getByRole('button', { name: say('uiDocuments.zoomIn') }).click();
    await expect.poll(async () => (await size()).height, SOON).toBeGreaterThan(upright.width * 1.1);
    expect(watched.offences).toEqual([]);
  });
});
