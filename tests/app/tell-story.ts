// The whole job as a person does it, in a real browser: from the first run to a verified pack and a closed week, in one language.
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedArchive } from '../../src/api/http/serve-archive.ts';
import type { UiLanguage } from '../../src/ui/app/language.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { copySampleArchive } from '../support/sample-seller.ts';
import { type PageWords, readPageWords } from './page-words.ts';
import { openWatchedPage, serveForTest, visit, type WatchedPage } from './served-archive.ts';

const launched = await launchChromium();
if ('reason' in launched) console.warn(`SKIPPED: no Chromium on this machine (${launched.reason})`);

/** Building and reading the sample is most of it; the machine may be busy with the other tests. */
const READING_MS = 240_000;
const WORK_MS = 60_000;
/** The usual second of a poll is too short on a machine that builds and tests at once. */
const SOON = { timeout: 10_000 };

async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Notices fade in; half-transparent text would be measured as too pale.
  await page.waitForTimeout(250);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${screen}: ${v.id} ${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 3)
          .join(' | ')}`,
    );
  expect(serious).toEqual([]);
}

/**
 * One story for each language; in a file of its own, so that they run side by side. Only one of them has the sample built
 * and read by the page, which takes a minute, and judges the accessibility of every screen, which is the same in both.
 */
export function tellStory(words: PageWords, isWhole: boolean): void {
  const { language, say, pattern } = words;
  const other: UiLanguage = language === 'en' ? 'zh-CN' : 'en';
  // A page is judged by what it shows, not by how fast a busy machine drew it: a step may be tried twice, and the report says so.
  describe.skipIf('reason' in launched)(`the story of a case, told in ${language}`, { retry: 1 }, () => {
    const dir = mkdtempSync(join(tmpdir(), 'casebinder-story-'));
    let served: ServedArchive;
    let watched: WatchedPage;
    let page: Page;

    beforeAll(async () => {
      if ('reason' in launched) return;
      if (!isWhole) {
        const copy = await copySampleArchive();
        rmSync(dir, { recursive: true });
        renameSync(copy.base, dir);
      }
      served = await serveForTest(join(dir, 'archive'), true);
      // Reading 59 pictures takes minutes of both cores, and no part of this story needs their text.
      served.engine.settings.set('ocr_enabled', 'false');
      watched = await openWatchedPage(launched.browser, served, { locale: language });
      page = watched.page;
      page.setDefaultTimeout(20_000);
    }, 120_000);
    afterAll(async () => {
      if ('browser' in launched) await launched.browser.close();
      await served?.close();
      rmSync(dir, { recursive: true, force: true });
    });

    const judge = async (screen: string): Promise<void> => {
      if (isWhole) await expectAccessible(page, screen);
    };
    const button = (name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' });
    const go = async (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
    const tab = async (name: string | RegExp) => page.getByRole('tab', { name }).click();

    it(
      'first run: language, account later, sample data, and the workspace is there',
      async () => {
        await page.getByRole('button', { name: language === 'en' ? /^English/ : /^简体中文/ }).click();
        await page.getByText(say('uiFirstRun.welcome')).waitFor();
        await judge('first run');
        await button(say('uiFirstRun.next')).click();
        await button(say('uiFirstRun.skip')).click();
        if (isWhole) {
          await button(new RegExp(say('uiFirstRun.sample'))).click();
          await page.getByText(say('uiFirstRun.readingDone')).waitFor({ timeout: READING_MS });
        }
        await button(say('uiFirstRun.enter')).click();
        await page.waitForURL('**/documents');
        await page.getByRole('navigation').waitFor();
        await judge('documents');
      },
      READING_MS + 30_000,
    );

    it('an order number finds its documents, and one of them opens beside what is known of it', async () => {
      const order = served.engine.identifiers.list(['order_id'], '', 1, 0).rows[0]?.value ?? '';
      await page.goto(new URL(`/documents?q=${encodeURIComponent(order)}`, page.url()).href);
      const row = page.locator('[role="row"][id="row-0"]');
      await row.waitFor();
      await row.click();
      await page.waitForURL(/\/documents\/\d+/);
      await page
        .getByText(/SHA-256/)
        .first()
        .waitFor();
      await judge('document');
    });

    it('lists, documents, screens and the palette are reached by keyboard alone', async () => {
      await page.goto(new URL('/documents', page.url()).href);
      await page.locator('[role="row"][id="row-0"]').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').getByText(say('ui.keyDoes_sheet')).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.keyboard.press('/');
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SOON).toBe('INPUT');
      await page.getByRole('grid').focus();
      await page.keyboard.press('j');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('k');
      await page.locator('[id="row-1"][data-focus="true"]').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/documents\/\d+/);
      await page
        .getByText(/SHA-256/)
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await page.waitForURL(/\/documents$/);
      // Sent together: a busy machine takes longer between two awaited presses than a person's fingers.
      await Promise.all([page.keyboard.press('g'), page.keyboard.press('w')]);
      await page.waitForURL('**/week');
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(say('ui.palettePlaceholder')).fill(say('ui.navSettings'));
      await page.getByText(say('ui.searchAll', { query: say('ui.navSettings') })).waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/settings');
    });

    it(
      'a new case: pasted numbers are sorted by kind, a wrong door is named, and the same case is not opened twice',
      async () => {
        const orders = served.engine.identifiers.list(['order_id'], '', 3, 0).rows.map((row) => row.value);
        const openDialog = async () => {
          await go(say('ui.navCases'));
          await button(say('uiCases.newCase')).first().click();
          await page.getByPlaceholder(say('uiCases.findProblem')).fill('ord-invalid-tracking');
          await page.locator('.cb-problem-option').first().click();
          await page.getByLabel(say('uiCases.subjects')).fill(`${orders.join('\n')}\nnonsense`);
        };
        await openDialog();
        await page.getByText(`${say('ui.id_order_id')} ${orders.length}`, { exact: true }).waitFor();
        await page.getByText(say('uiCases.subjectsUnknown', { words: 'nonsense' })).waitFor();
        await page.getByLabel(say('uiCases.notifiedOn')).fill('2026-11-02');
        await page.keyboard.press('Tab');
        await page.getByText(say('uiCases.preCheckGood_existing')).waitFor();
        await judge('new case');
        await button(say('uiCases.create')).click();
        await page.waitForURL('**/cases/C-0001');
        await page.getByRole('heading', { level: 1 }).waitFor();

        await openDialog();
        // The check before opening names the case that exists, before anything is pressed.
        await page.getByText(say('uiCases.duplicateTitle')).waitFor();
        await page.getByText(pattern('uiCases.preCheckExists')).waitFor();
        expect(await button(say('uiCases.create')).isDisabled()).toBe(true);
        expect(await button(say('uiCases.openAnyway')).isDisabled()).toBe(true);
        await button(say('uiCases.openExisting', { case: 'C-0001' })).click();
        await page.waitForURL('**/cases/C-0001');
        expect(served.engine.cases.list()).toHaveLength(1);
      },
      WORK_MS,
    );

    it(
      'facts of the case are changed later; what another window saved meanwhile is explained, and both stay',
      async () => {
        await button(say('uiCases.editFacts')).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(say('uiCases.fact_amount'), { exact: true }).fill('1234.50');
        const subjects = dialog.getByLabel(say('uiCases.subjects'));
        await subjects.fill(`${await subjects.inputValue()}\nB0EXAMPLE1`);
        served.engine.cases.change('C-0001', { title: 'from the other window' });
        await page.getByText(say('uiCases.factsConflictTitle')).waitFor();
        await dialog.getByText('from the other window').waitFor();
        await judge('edit facts');
        await dialog.getByRole('button', { name: say('uiCases.factsTakeTheirs') }).click();
        await dialog.getByRole('button', { name: say('uiCases.save'), exact: true }).click();
        await dialog.waitFor({ state: 'hidden' });
        expect(served.engine.cases.get('C-0001')).toMatchObject({
          title: 'from the other window',
          money: { amount: '1234.50', currency: 'USD' },
        });
        expect(served.engine.cases.get('C-0001').subjects.map((s) => s.value)).toContain('B0EXAMPLE1');
        await tab(say('uiCases.tab_timeline'));
        await page.getByText(say('uiCases.event_facts_changed')).first().waitFor();
        await page.getByText('1234.50 USD').first().waitFor();
        await tab(new RegExp(`^${say('uiCases.tab_checklist')}`));
      },
      WORK_MS,
    );

    it(
      'the checklist proposes documents, and all good ones are attached with one click',
      async () => {
        await button(say('uiCases.attachAll')).click();
        await expect
          .poll(() => served.engine.cases.get('C-0001').exhibits.length, { timeout: WORK_MS })
          .toBeGreaterThan(1);
        await judge('checklist');
      },
      WORK_MS,
    );

    it(
      'exhibits are captioned in place, moved by keyboard, and a removed one comes back',
      async () => {
        const labels = () => served.engine.cases.get('C-0001').exhibits.map((e) => e.document.id);
        const before = labels();
        await tab(new RegExp(`^${say('uiCases.tab_exhibits')}\\s*\\d`));
        await page.getByLabel(say('uiCases.captionOf', { label: 'E01' })).fill('UPS 轨迹');
        await page.getByLabel(say('uiCases.captionOf', { label: 'E01' })).press('Enter');
        await expect
          .poll(() => served.engine.cases.get('C-0001').exhibits[0]?.caption, SOON)
          .toBe('UPS 轨迹');
        await judge('exhibits');
        await button(say('uiCases.moveExhibit', { label: 'E01' })).focus();
        await page.keyboard.press('Space');
        await page.waitForTimeout(300);
        await page.keyboard.press('ArrowDown');
        await page.waitForTimeout(300);
        await page.keyboard.press('Space');
        await expect.poll(labels, SOON).toEqual([before[1], before[0], ...before.slice(2)]);
        await button(say('uiCases.removeExhibitOf', { label: 'E01' })).click();
        await expect.poll(() => labels().length, SOON).toBe(before.length - 1);
        await button(say('uiCases.undo')).click();
        await expect.poll(labels, SOON).toEqual([before[1], before[0], ...before.slice(2)]);
      },
      WORK_MS,
    );

    it(
      'a statement is composed and saved; what is typed survives a reload; a change elsewhere is explained',
      async () => {
        await tab(say('uiCases.tab_statement'));
        await button(say('uiCases.compose')).click();
        const text = page.getByLabel(say('uiCases.statementEn'));
        await expect.poll(() => text.inputValue(), SOON).toContain('EVIDENCE');
        await button(say('uiCases.save')).click();
        await page.getByText(say('uiCases.saved'), { exact: true }).first().waitFor();
        await judge('statement');
        await text.fill('My own words, not saved yet.');
        page.once('dialog', (dialog) => void dialog.accept());
        await page.reload();
        await expect.poll(() => text.inputValue(), SOON).toBe('My own words, not saved yet.');
        served.engine.cases.change('C-0001', { title: 'changed in another window' });
        await button(say('uiCases.save')).click();
        await page.getByText(say('uiCases.conflictTitle')).waitFor();
        expect(await text.inputValue()).toBe('My own words, not saved yet.');
        await button(say('uiCases.conflictTakeTheirs')).click();
        await expect.poll(() => text.inputValue(), SOON).toContain('EVIDENCE');
      },
      WORK_MS,
    );

    it(
      'a message of Amazon with its date sets the deadline',
      async () => {
        await tab(say('uiCases.tab_timeline'));
        await page.getByText(say('uiCases.add_amazon_message'), { exact: true }).click();
        await page.getByLabel(say('uiCases.statedDate')).fill('2027-01-15');
        await page.keyboard.press('Escape');
        await page.getByLabel(say('uiCases.eventText')).fill('Please provide valid tracking by January 15.');
        await button(say('uiCases.addToTimeline')).click();
        await page
          .getByText(say('uiCases.statedBadge', { date: '2027-01-15' }))
          .first()
          .waitFor();
        await judge('timeline');
        await tab(new RegExp(`^${say('uiCases.tab_deadlines')}`));
        await page.getByText('2027-01-1').first().waitFor();
        await judge('deadlines');
      },
      WORK_MS,
    );

    it(
      'a pack is built with progress, opens in place and proves itself',
      async () => {
        await tab(new RegExp(`^${say('uiCases.tab_packs')}`));
        await button(say('uiPacks.build')).first().click();
        const dialog = page.getByRole('dialog');
        await dialog.getByText(pattern('uiPacks.checkExhibits')).first().waitFor();
        await judge('build pack');
        // Nobody sends a pack to Amazon without a name under it.
        expect(await dialog.getByRole('button', { name: say('uiPacks.build') }).isDisabled()).toBe(true);
        await dialog.getByLabel(say('uiPacks.truthBy')).fill('Li Na');
        await dialog.getByLabel(say('uiPacks.truthWords')).check();
        await dialog.getByRole('button', { name: say('uiPacks.build') }).click();
        await dialog.getByRole('link', { name: say('uiPacks.openIndex') }).waitFor({ timeout: WORK_MS });
        const href = await dialog.getByRole('link', { name: say('uiPacks.openIndex') }).getAttribute('href');
        const book = await page.request.get(new URL(href ?? '', page.url()).href);
        expect(book.status()).toBe(200);
        expect((await book.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
        await dialog.getByRole('button', { name: say('uiPacks.verify') }).click();
        await dialog.getByText(pattern('uiPacks.verifyOk')).waitFor();
        await dialog
          .getByRole('button', { name: say('uiPacks.close'), exact: true })
          .last()
          .click();
      },
      WORK_MS * 2,
    );

    it('what was sent is frozen, and the case is submitted', async () => {
      await tab(new RegExp(`^${say('uiCases.tab_submissions')}`));
      await button(say('uiCases.freeze')).click();
      await page.getByLabel(say('uiCases.caseId'), { exact: true }).fill('17012345678');
      // Nothing is recorded as sent before somebody says that it is true.
      expect(await button(say('uiCases.freezeDo')).isDisabled()).toBe(true);
      await page.getByRole('dialog').getByLabel(say('uiDesk.truth')).check();
      await button(say('uiCases.freezeDo')).click();
      await page.getByText(say('uiCases.sentText')).waitFor();
      expect(served.engine.cases.get('C-0001')).toMatchObject({ status: 'waiting', caseId: '17012345678' });
    });

    it(
      'the week shows what came in and is closed with a receipt',
      async () => {
        await go(say('ui.navWeek'));
        await page.getByText(say('uiWeek.arrived')).waitFor();
        await judge('week');
        await button(say('uiWeek.close')).click();
        await page
          .getByRole('dialog')
          .getByRole('button', { name: say('uiWeek.close') })
          .click();
        await page.getByText(pattern('weekly.custodyHead')).first().waitFor({ timeout: WORK_MS });
        await expect.poll(() => served.engine.weekly.receipts().length, { timeout: WORK_MS }).toBe(1);
        await page.keyboard.press('Escape');
      },
      WORK_MS * 2,
    );

    it(
      'every other screen is there in the other language after switching, also in the dark',
      async () => {
        const base = served.host.url;
        await page.goto(new URL('/settings?tab=look', base).href);
        const otherWords = await readPageWords(other);
        await page.getByText(other === 'en' ? 'English' : '简体中文', { exact: true }).click();
        await page.getByRole('heading', { name: otherWords.say('ui.navSettings') }).waitFor();
        await page.getByText(otherWords.say('uiArchive.theme_dark'), { exact: true }).click();
        for (const path of [
          '/settings?tab=look',
          '/settings',
          '/settings?tab=accounts',
          '/settings?tab=backup',
          '/settings?tab=about',
          '/health',
          '/activity',
          '/packs',
          '/cases',
          '/cases/C-0001',
          '/cases/C-0001?tab=exhibits',
          '/cases/C-0001?tab=packs',
          '/cases/C-0001?tab=statement',
          '/week',
          '/inbox',
          '/documents',
          '/identifiers',
        ]) {
          await visit(page, path);
          if (isWhole) await judge(path);
          else await page.waitForTimeout(300);
          const text = await page.locator('main').innerText();
          // A key that has no words would be read out as it is.
          expect(text).not.toMatch(/\bui[A-Z][A-Za-z]*\.\w+|\{[a-z]\w*\}/);
        }
      },
      WORK_MS * 2,
    );

    it('nothing broke the content policy, and nothing was asked of any other machine', () => {
      expect(watched.offences).toEqual([]);
    });

    it('what belongs to the archive is not left in the browser (security.md 42)', async () => {
      const left = await page.evaluate(async () => ({
        local: Object.keys(localStorage),
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        cookies: document.cookie,
      }));
      expect(left).toEqual({ local: [], databases: 0, caches: 0, cookies: '' });
    });
  });
}
