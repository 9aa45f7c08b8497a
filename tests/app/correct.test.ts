// Is a wrong date, total, party or page range put right on the document's page with the keyboard, and taken back?
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedArchive } from '../../src/api/http/serve-archive.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { readPageWords } from './page-words.ts';
import { fillArchive, openWatchedPage, serveForTest, type WatchedPage } from './served-archive.ts';

const launched = await launchChromium();
if ('reason' in launched) console.warn(`SKIPPED: no Chromium on this machine (${launched.reason})`);
const { say } = await readPageWords('en');
/** Long enough for a busy machine. */
const SOON = { timeout: 20_000 };

const PAGES = [
  [
    'INVOICE',
    'Shenzhen Bright Lamp Manufacturing Co., Ltd.',
    'Invoice No: BL-2026-00417   Invoice date: 03/04/2026',
    'Bill to: Hangzhou Example Trading Co., Ltd.',
    'LED desk lamp 500 pcs  8.40  4,200.00',
    'Total amount USD 4,200.00',
  ],
  ['How the carter stacks it', 'straw below, lamps upright, canvas above, rope twice around'],
];

describe.skipIf('reason' in launched)('corrections on the document page', () => {
  const dir = mkdtempSync(join(tmpdir(), 'casebinder-correct-page-'));
  let served: ServedArchive;
  let watched: WatchedPage;
  let page: Page;
  const document = () => served.engine.documents.get(1);
  const totals = () =>
    document()
      .amounts.filter(({ role }) => role === 'total')
      .map(({ value }) => value);
  const button = (name: string) => page.locator('.cb-facts').getByRole('button', { name, exact: true });
  /** In the notice that follows a correction. */
  const undo = () => page.getByRole('alert').getByRole('button', { name: say('uiDocuments.undo') });

  beforeAll(async () => {
    if ('reason' in launched) return;
    const folder = join(dir, 'seller');
    mkdirSync(folder);
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    for (const lines of PAGES) {
      const sheet = pdf.addPage();
      for (const [at, line] of lines.entries())
        sheet.drawText(line, { x: 40, y: 760 - at * 24, size: 12, font });
    }
    writeFileSync(join(folder, 'invoice.pdf'), await pdf.save());
    const old = new Date(Date.now() - 86_400_000);
    utimesSync(join(folder, 'invoice.pdf'), old, old);
    const archiveDir = join(dir, 'archive');
    await fillArchive(archiveDir, folder);
    served = await serveForTest(archiveDir, false);
    watched = await openWatchedPage(launched.browser, served, { locale: 'en' });
    page = watched.page;
    page.setDefaultTimeout(20_000);
    await page.goto(new URL('/documents/1', served.host.url).href);
    await button(say('uiDocuments.editFinding', { value: '4200.00 USD' })).waitFor();
  }, 120_000);
  afterAll(async () => {
    if ('browser' in launched) await launched.browser.close();
    await served?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('changes the total with the keyboard alone; the notice takes it back', async () => {
    const edit = button(say('uiDocuments.editFinding', { value: '4200.00 USD' }));
    await edit.focus();
    await page.keyboard.press('Enter');
    // Escape leaves the line, not the page, and the keyboard goes on where it was.
    await page.getByRole('textbox', { name: say('uiDocuments.findingValue_amount') }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => edit.evaluate((one) => one === window.document.activeElement), SOON).toBe(true);
    expect(new URL(page.url()).pathname).toBe('/documents/1');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: say('uiDocuments.findingValue_amount') }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('4,300.50');
    await page.keyboard.press('Enter');
    await expect.poll(totals, SOON).toEqual(['4300.50']);
    await page.getByText(say('uiDocuments.correctedFrom', { value: '4200.00 USD' })).waitFor();
    await undo().click();
    await expect.poll(totals, SOON).toEqual(['4200.00']);
    await expect.poll(() => page.locator('.cb-made').count(), SOON).toBe(0);
  });

  it('types a date, strikes a name out, and undoes one of them in the list of corrections', async () => {
    await button(say('uiDocuments.editFinding', { value: '2026-03-04' }))
      .nth(1)
      .click();
    const day = page.getByRole('textbox', { name: say('uiDocuments.findingValue_date') });
    await day.fill('2026-04-03');
    await button(say('uiDocuments.save')).click();
    await expect.poll(() => document().date, SOON).toBe('2026-04-03');
    const buyer = 'Hangzhou Example Trading Co., Ltd.';
    await button(say('uiDocuments.removeFinding', { value: buyer })).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => document().parties.some(({ name }) => name === buyer), SOON).toBe(false);
    await page.locator('.cb-made li').nth(1).waitFor();
    await button(say('uiDocuments.undoCorrection', { what: say('uiDocuments.role_issue') })).click();
    await expect.poll(() => document().date, SOON).toBe('2026-03-04');
    expect(document().corrections.map(({ field }) => field)).toEqual(['party']);
  });

  it('divides the pages between two kinds, and makes them one paper again', async () => {
    await button(say('uiDocuments.splitPages')).click();
    const kinds = page.locator('.cb-part').nth(1).getByRole('combobox');
    await kinds.click();
    await kinds.fill('packing list');
    await page.getByRole('option').first().click();
    await button(say('uiDocuments.save')).click();
    const parts = () =>
      document().kindResult?.parts?.map(({ slug, fromPage, toPage }) => [slug, fromPage, toPage]);
    await expect.poll(parts, SOON).toEqual([
      [document().kind, 1, 1],
      ['packing_list', 2, 2],
    ]);
    await button(say('uiDocuments.editParts')).click();
    await button(say('uiDocuments.onePaper')).click();
    await expect.poll(parts, SOON).toBeUndefined();
    expect(watched.offences).toEqual([]);
  });
});
