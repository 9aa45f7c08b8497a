// Every screen as a picture, in both languages, light and dark, in two sizes: for people to look at, and for the guide.
// Usage: npm run screenshots [-- --archive DIR] [--only NAME,NAME] [--quick]
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchChromium } from '../support/launch-chromium.ts';
import { fillSampleArchive } from './sample-archive.ts';
import { openWatchedPage, serveForTest } from './served-archive.ts';

const { values } = parseArgs({
  options: {
    archive: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const outDir = join(import.meta.dirname, '..', '..', 'screenshots');
const base = values.archive === undefined ? mkdtempSync(join(tmpdir(), 'casebinder-screens-')) : null;
const archiveDir = values.archive ?? join(base ?? '', 'archive');

const launched = await launchChromium();
if ('reason' in launched) throw new Error(`no Chromium on this machine: ${launched.reason}`);
const { browser } = launched;
if (base !== null && !existsSync(archiveDir)) await fillSampleArchive(base);
const served = await serveForTest(archiveDir, false);
const firstCase = served.engine.cases.list()[0]?.number ?? 'C-0001';
const firstOrder = served.engine.identifiers.list(['order_id'], '', 1, 0).rows?.[0]?.value ?? '';
const firstPdf =
  served.engine.documents.list({ query: 'kind:supplier_invoice', sort: 'date', limit: 1, offset: 0 })
    .documents[0]?.id ?? 1;
const severalPages =
  served.engine.documents
    .list({ query: 'type:pdf', sort: 'date', limit: 100, offset: 0 })
    .documents.find(({ pageCount }) => pageCount > 1)?.id ?? firstPdf;

interface Screen {
  readonly name: string;
  readonly path: string;
  readonly before?: (page: Page) => Promise<void>;
}
const openDialog = (button: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByRole('dialog').waitFor();
};
const BUILD = /^(生成证据包|Build pack)$/;
const onTop = (page: Page) => page.getByRole('dialog').last();
/** The build dialog with the variant for a consultant. */
const forConsultant = async (page: Page): Promise<void> => {
  await openDialog(BUILD)(page);
  await page.getByText(/^(给顾问|For a consultant)$/).click();
};
/** The editor of covered copies, on the exhibit whose line says `which`. */
const cover = (which: RegExp) => async (page: Page) => {
  await forConsultant(page);
  const line = page.locator('.cb-pack-exhibit').filter({ hasText: which }).first();
  await line.getByRole('button', { name: /^(遮盖|Cover)…$/ }).click();
  await page.locator('.cb-cover').waitFor();
};
const SCREENS: readonly Screen[] = [
  { name: 'first-run', path: '/welcome' },
  { name: 'inbox', path: '/inbox' },
  { name: 'documents', path: '/documents' },
  { name: 'documents-words', path: `/documents?q=${encodeURIComponent('invoice')}` },
  { name: 'documents-search', path: `/documents?q=${encodeURIComponent(`order:${firstOrder}`)}` },
  { name: 'document', path: `/documents/${firstPdf}` },
  {
    name: 'document-correct',
    path: `/documents/${firstPdf}`,
    before: async (page) => {
      const facts = page.locator('.cb-facts');
      await facts.getByRole('button', { name: /^(添加相关方|Add party)$/ }).click();
      await facts.locator('.cb-findings li').last().hover();
      await facts
        .getByRole('button', { name: /^(更正|Correct) \d[\d,.]* [A-Z]{3}$/ })
        .first()
        .click();
    },
  },
  {
    name: 'document-parts',
    path: `/documents/${severalPages}`,
    before: async (page) => {
      await page
        .getByRole('button', { name: /^(按页划分|修改|Divide|Change)$/ })
        .first()
        .click();
    },
  },
  { name: 'identifiers', path: '/identifiers' },
  { name: 'identifier', path: `/identifiers/order_id/${firstOrder}` },
  { name: 'cases', path: '/cases' },
  { name: 'cases-new', path: '/cases', before: openDialog(/^(新建案件|New case)$/) },
  {
    name: 'cases-new-form',
    path: '/cases',
    before: async (page) => {
      await openDialog(/^(新建案件|New case)$/)(page);
      await page.locator('.cb-problem-option').nth(20).click();
    },
  },
  {
    name: 'cases-board',
    path: '/cases',
    before: async (page) => {
      await page.getByText(/^(看板|Board)$/).click();
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'case-facts',
    path: `/cases/${firstCase}`,
    before: openDialog(/^(修改案件信息|编辑案件信息|Edit case facts)$/),
  },
  { name: 'case-checklist', path: `/cases/${firstCase}` },
  ...['exhibits', 'timeline', 'statement', 'deadlines', 'packs', 'submissions'].map((tab) => ({
    name: `case-${tab}`,
    path: `/cases/${firstCase}?tab=${tab}`,
  })),
  {
    name: 'case-build-pack',
    path: `/cases/${firstCase}?tab=packs`,
    before: openDialog(BUILD),
  },
  { name: 'case-consultant', path: `/cases/${firstCase}?tab=packs`, before: forConsultant },
  {
    name: 'case-cover-text',
    path: `/cases/${firstCase}?tab=packs`,
    before: async (page) => {
      await cover(/POD|签收|Proof of Delivery/i)(page);
      await page.getByRole('button', { name: /^(建议方框|Suggest boxes)$/ }).click();
      await page.locator('.cb-cover-box').first().waitFor();
    },
  },
  {
    name: 'case-cover-scan',
    path: `/cases/${firstCase}?tab=packs`,
    before: async (page) => {
      await cover(/_面单/)(page);
      await onTop(page)
        .getByRole('button', { name: /^(识别并建议方框|Read and suggest boxes)$/ })
        .click();
      await page.getByText(/^(已全部识别|Everything was read)/).waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'case-pack-preview',
    path: `/cases/${firstCase}?tab=packs`,
    before: async (page) => {
      await openDialog(BUILD)(page);
      await page.getByRole('button', { name: /^(预览证据册|Preview of the book)$/ }).click();
      await page.locator('.cb-book-preview canvas').first().waitFor({ timeout: 60_000 });
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'case-pack-result',
    path: `/cases/${firstCase}?tab=packs`,
    before: async (page) => {
      await openDialog(BUILD)(page);
      await page.locator('.cb-pack-truth input[type=checkbox]').check();
      await page.locator('.cb-pack-truth input:not([type=checkbox])').fill('Wang Fang');
      await page.locator('.cb-pack-foot button').last().click();
      await onTop(page)
        .getByText(/^(清单哈希|Manifest hash)$/)
        .first()
        .waitFor({ timeout: 60_000 });
    },
  },
  { name: 'packs', path: '/packs' },
  ...['import', 'coverage', 'claims'].map((tab) => ({ name: `reports-${tab}`, path: `/reports?tab=${tab}` })),
  { name: 'week', path: '/week' },
  { name: 'contacts', path: '/contacts' },
  { name: 'activity', path: '/activity' },
  { name: 'health', path: '/health' },
  { name: 'rules', path: '/rules' },
  {
    name: 'rules-problems',
    path: '/rules',
    before: async (page) => {
      await page
        .getByText(/^(问题类型|Problem types)/)
        .first()
        .click();
      await page.locator('.cb-rules-group').first().waitFor();
    },
  },
  {
    name: 'rules-correct',
    path: '/rules',
    before: async (page) => {
      await page
        .getByText(/^(问题类型|Problem types)/)
        .first()
        .click();
      await openDialog(/lst-inauthentic$/)(page);
    },
  },
  ...['folders', 'accounts', 'look', 'backup', 'about'].map((tab) => ({
    name: `settings-${tab}`,
    path: `/settings?tab=${tab}`,
  })),
  {
    name: 'shortcuts',
    path: '/documents',
    before: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'palette',
    path: '/documents',
    before: async (page) => {
      await page.keyboard.press('Control+k');
      await page.waitForTimeout(300);
    },
  },
];
const SIZES = [
  { name: '1280', width: 1280, height: 800 },
  { name: '1920', width: 1920, height: 1080 },
] as const;

const only = values.only?.split(',');
const wanted = SCREENS.filter(
  (screen) => only === undefined || only.some((name) => screen.name.startsWith(name)),
);
let count = 0;
served.engine.settings.set('first_run_done', 'true');
for (const language of ['zh-CN', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    if (values.quick && theme === 'dark' && language === 'zh-CN') continue;
    served.engine.settings.set('language', language);
    served.engine.settings.set('theme', theme);
    for (const size of values.quick ? SIZES.slice(0, 1) : SIZES) {
      const { page, context, offences } = await openWatchedPage(browser, served, {
        ...size,
        locale: language,
      });
      const dir = join(outDir, `${language}-${theme}-${size.name}`);
      mkdirSync(dir, { recursive: true });
      for (const screen of wanted) {
        served.engine.settings.set('case_view', 'table');
        await page.goto(new URL(screen.path, served.host.url).href);
        await page
          .locator('h1')
          .first()
          .waitFor({ timeout: 8_000 })
          .catch(() => undefined);
        await settle(page);
        await screen
          .before?.(page)
          .catch((error: unknown) => console.warn(`${screen.name}: ${String(error).split('\n')[0]}`));
        await settle(page);
        await page.screenshot({ path: join(dir, `${screen.name}.png`) });
        count += 1;
      }
      for (const offence of offences) console.warn(`${language} ${theme} ${size.name}: ${offence}`);
      await context.close();
    }
  }
}
await browser.close();
await served.close();
if (base !== null) rmSync(base, { recursive: true, force: true });
console.log(`${count} pictures in ${outDir}`);

/** Until nothing has been asked for a moment; the event stream stays open, so "network idle" never comes. */
async function settle(page: Page): Promise<void> {
  let pending = 0;
  const started = (): void => {
    pending += 1;
  };
  const ended = (): void => {
    pending -= 1;
  };
  page.on('request', started);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  await page.waitForTimeout(350);
  for (let tries = 0; tries < 20 && pending > 0; tries += 1) await page.waitForTimeout(100);
  page.off('request', started);
  page.off('requestfinished', ended);
  page.off('requestfailed', ended);
}
