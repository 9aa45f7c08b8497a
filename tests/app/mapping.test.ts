// Is a report that nobody knows asked about once, read as it was told, and known the next time?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedArchive } from '../../src/api/http/serve-archive.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { readPageWords } from './page-words.ts';
import { openWatchedPage, serveForTest, type WatchedPage } from './served-archive.ts';

const launched = await launchChromium();
if ('reason' in launched) console.warn(`SKIPPED: no Chromium on this machine (${launched.reason})`);
const { say } = await readPageWords('en');

/** As a forwarder's own list may look: none of Amazon's titles, one cell that is no order number. */
const HEADER = ['Buchung', 'Paketcode', 'Teile', 'Bemerkung'];
const ROWS = [
  ['113-1111111-2222222', '1Z999AA10123456784', '3', 'ok'],
  ['113-3333333-4444444', '1Z12345E0205271688', '1', ''],
];
const table = (columns: readonly number[], rows: readonly (readonly string[])[]): string =>
  [HEADER, ...rows].map((row) => columns.map((at) => row[at]).join('\t')).join('\r\n');

describe.skipIf('reason' in launched)('the mapping assistant', () => {
  const dir = mkdtempSync(join(tmpdir(), 'casebinder-mapping-'));
  let served: ServedArchive;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    if ('reason' in launched) return;
    served = await serveForTest(join(dir, 'archive'), false);
    served.engine.settings.set('language', 'en');
    served.engine.settings.set('first_run_done', 'true');
    served.engine.accounts.save({ name: 'Shop', marketplaces: ['DE'] });
    watched = await openWatchedPage(launched.browser, served, { locale: 'en' });
    page = watched.page;
    page.setDefaultTimeout(20_000);
    await page.goto(new URL('/reports', served.host.url).href);
  }, 120_000);
  afterAll(async () => {
    if ('browser' in launched) await launched.browser.close();
    await served?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  async function handIn(name: string, content: string): Promise<void> {
    const path = join(dir, name);
    writeFileSync(path, content);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: say('uiDesk.chooseFiles') }).click();
    await (await choosing).setFiles(path);
  }
  const field = (role: string) =>
    page.getByRole('dialog').getByRole('combobox', { name: say(`uiDesk.role_${role}`) });
  async function choose(role: string, column: string): Promise<void> {
    await field(role).click();
    await page.getByRole('option', { name: column, exact: true }).click();
  }
  const rowsKept = () => served.engine.reports.list().reduce((sum, file) => sum + file.rowCount, 0);
  const importAs = () => page.getByRole('dialog').getByRole('button', { name: say('uiDesk.importMapped') });

  it('shows the first rows, proposes what the values say, and keeps the file out when told so', async () => {
    await handIn('list.txt', table([0, 1, 2, 3], ROWS));
    await page.getByText(say('uiDesk.mapTitle', { file: 'list.txt' })).waitFor();
    await page
      .getByRole('region', { name: say('uiDesk.firstRows') })
      .getByText('1Z999AA10123456784')
      .waitFor();
    expect(await field('orderId').inputValue()).toBe('Buchung');
    expect(await field('asin').inputValue()).toBe('');
    await page.getByRole('button', { name: say('uiDesk.dontImport') }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(served.engine.reports.list()).toEqual([]);
  });

  it('reads the columns as it was told, and says what came of it', async () => {
    await handIn('list.txt', table([0, 1, 2, 3], ROWS));
    await choose('orderId', 'Buchung');
    await choose('trackingNumber', 'Paketcode');
    await choose('quantity', 'Teile');
    await importAs().click();
    await page
      .getByText(say('uiDesk.importLine', { rows: '2', added: '2', updated: '0', skipped: '0' }))
      .waitFor();
    expect(rowsKept()).toBe(2);
  });

  it('knows the same header the next time without asking', async () => {
    await handIn('list-2.txt', table([0, 1, 2, 3], [['113-5555555-6666666', '', '2', '']]));
    await expect.poll(rowsKept).toBe(3);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('asks again when columns are missing, and offers those that are there only', async () => {
    await handIn('list-3.txt', table([3, 0], [['113-7777777-8888888', '', '', 'late']]));
    await page.getByText(say('uiDesk.mapTitle', { file: 'list-3.txt' })).waitFor();
    await field('trackingNumber').click();
    expect((await page.getByRole('option').allInnerTexts()).sort()).toEqual(['Bemerkung', 'Buchung']);
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    await choose('orderId', 'Buchung');
    await importAs().click();
    await expect.poll(rowsKept).toBe(4);
  });

  it('asked nothing of any other machine and broke no rule of the page', () => {
    expect(watched.offences).toEqual([]);
  });
});
