// From "notification e-mail arrives" to "appeal sent, deadline watched, week closed", in the app alone, in both languages.
import { rmSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedArchive } from '../../src/api/http/serve-archive.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { copySampleArchive, type SharedSample } from '../support/sample-seller.ts';
import { openWatchedPage, serveForTest, visit, type WatchedPage } from './served-archive.ts';

/** Screens of the desk that the story of a pack does not pass. */
const SCREENS = [
  '/cases',
  '/cases/C-0001?tab=timeline',
  '/cases/C-0001?tab=work',
  '/reports',
  '/reports?tab=coverage',
  '/reports?tab=claims',
  '/contacts',
  '/contacts?tab=papers',
  '/rules',
  '/week',
] as const;

const launched = await launchChromium();
if ('reason' in launched) console.warn(`SKIPPED: no Chromium on this machine (${launched.reason})`);

const WORK_MS = 60_000;
const SOON = { timeout: 15_000 };

/** What a person reads on the buttons. */
const WORDS = {
  'zh-CN': {
    cases: '案件',
    toCase: '归到案件',
    next: '下一步：新建案件',
    create: '新建',
    attach: '加入全部推荐',
    statement: '说明信',
    compose: '生成草稿',
    save: '保存',
    english: '英文说明（发送给亚马逊）',
    sentTab: '提交记录',
    freeze: '登记已提交',
    caseId: '问题编号',
    truth: '我确认说明和所附文件真实、未经改动',
    freezeDo: '冻结并登记',
    deadlines: /^期限/,
    timeline: '时间线',
    paste: '粘贴文字',
    pasteLabel: '来信或留言的全文',
    read: '识别',
    record: '保存到案件',
    rejected: '驳回',
    week: '本周',
    close: '结束本周',
    reports: '报告',
    importChosen: /^导入 \d+ 份$/,
    coverage: '发票覆盖',
    why: '为什么是这个日期',
  },
  en: {
    cases: 'Cases',
    toCase: 'To a case',
    next: 'Next: new case',
    create: 'Open case',
    attach: 'Attach all suggested',
    statement: 'Statement',
    compose: 'Compose draft',
    save: 'Save',
    english: 'Statement in English (to send)',
    sentTab: 'Submissions',
    freeze: 'Record a submission',
    caseId: 'Case ID',
    truth: 'I confirm that the text and the attached files are true and unaltered',
    freezeDo: 'Freeze and record',
    deadlines: /^Deadlines/,
    timeline: 'Timeline',
    paste: 'Paste text',
    pasteLabel: 'The whole text of the message',
    read: 'Read it',
    record: 'Record on the case',
    rejected: 'Rejected',
    week: 'Week',
    close: 'Close the week',
    reports: 'Reports',
    importChosen: /^Import \d+$/,
    coverage: 'Invoice coverage',
    why: 'Why this date',
  },
} as const;

describe.skipIf('reason' in launched).each(['zh-CN', 'en'] as const)('the desk, in %s', (language) => {
  const w = WORDS[language];
  let base: string;
  let sample: SharedSample;
  let served: ServedArchive;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    if ('reason' in launched) return;
    const copy = await copySampleArchive();
    base = copy.base;
    sample = copy.sample;
    served = await serveForTest(copy.archiveDir, false);
    served.engine.settings.set('first_run_done', 'true');
    served.engine.settings.set('language', language);
    served.engine.accounts.save({
      name: sample.story.storeName,
      legalNameZh: sample.story.company.nameZh,
      legalNameEn: sample.story.company.nameEn,
      marketplaces: ['US', 'DE', 'JP'],
    });
    watched = await openWatchedPage(launched.browser, served);
    page = watched.page;
    page.setDefaultTimeout(20_000);
    await page.goto(new URL('/cases', served.host.url).href);
    await page.getByRole('navigation').waitFor();
  }, 240_000);
  afterAll(async () => {
    await served?.close();
    await watched?.context.close();
    rmSync(base, { recursive: true, force: true });
    // The browser is shared by both languages; the last one ends it.
    if (language === 'en' && 'browser' in launched) await launched.browser.close();
  });

  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const go = async (name: string) =>
    page.getByRole('navigation').getByRole('link', { name, exact: false }).first().click();
  const tab = async (name: string | RegExp) => page.getByRole('tab', { name }).click();
  const detail = () => served.engine.cases.get('C-0001');

  it(
    'the notification of a watched folder is read and opens its case with orders, day and stated deadline',
    async () => {
      const vtr = sample.story.cases.find((c) => c.problem === 'ord-invalid-tracking');
      const line = page.locator('.cb-message-line', { hasText: 'Valid Tracking Rate is below 95%' });
      await line.getByRole('button', { name: w.toCase }).click();
      const review = page.getByRole('dialog');
      await review.getByText('Seller Performance Team').first().waitFor();
      await review.getByRole('button', { name: w.next }).click();
      // Everything is filled in; the check before opening has been made.
      await page.getByRole('dialog').getByRole('button', { name: w.create, exact: true }).click();
      await page.waitForURL('**/cases/C-0001**');
      await expect.poll(() => served.engine.cases.list().length, SOON).toBe(1);
      await expect.poll(() => detail().timeline.some((e) => e.official), SOON).toBe(true);
      const opened = detail();
      expect(opened).toMatchObject({ problem: 'ord-invalid-tracking', marketplace: 'US' });
      expect(opened.subjects.map((s) => s.value).sort()).toEqual([...(vtr?.orderIds ?? [])].sort());
      const entry = opened.timeline.find((e) => e.official);
      expect(entry?.data).toMatchObject({
        from: 'seller-performance@amazon.com',
        statedDate: expect.any(String),
      });
      expect(
        opened.deadlines.some((d) => d.basis === 'stated' && d.closesAtMs !== undefined && d.state !== 'met'),
      ).toBe(true);
    },
    WORK_MS,
  );

  it(
    'the evidence is attached, the statement composed, and what is sent is frozen after a word on its truth',
    async () => {
      await page.goto(new URL('/cases/C-0001', page.url()).href);
      await button(w.attach).click();
      await expect.poll(() => detail().exhibits.length, { timeout: WORK_MS }).toBeGreaterThan(1);
      await tab(w.statement);
      await button(w.compose).click();
      const text = page.getByLabel(w.english);
      await expect.poll(() => text.inputValue(), SOON).toContain('EVIDENCE');
      await button(w.save).click();
      await expect.poll(() => detail().statement.text, SOON).toContain('EVIDENCE');
      await tab(w.sentTab);
      await button(w.freeze).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(w.caseId).fill('17012345678');
      expect(await dialog.getByRole('button', { name: w.freezeDo }).isDisabled()).toBe(true);
      await dialog.getByLabel(w.truth).check();
      await dialog.getByRole('button', { name: w.freezeDo }).click();
      await expect.poll(() => detail().status, SOON).toBe('waiting');
      expect(detail().timeline.find((e) => e.kind === 'submitted')?.data).toMatchObject({
        truthConfirmed: true,
      });
    },
    WORK_MS * 2,
  );

  it(
    'the deadlines are watched, each with the reason for its date',
    async () => {
      await tab(w.deadlines);
      await button(w.why).first().click();
      await page.locator('ol li').first().waitFor();
    },
    WORK_MS,
  );

  it(
    'the answer is pasted, finds the case by its Case ID, and a rejection makes it ours again',
    async () => {
      await go(w.cases);
      await button(w.paste).click();
      await page
        .getByLabel(w.pasteLabel)
        .fill(
          'From: seller-performance@amazon.com\nSubject: [CASE 17012345678] Your appeal\n\nHello,\n\nWe reviewed your plan of action. Your appeal has been denied because the tracking could not be confirmed.\n\nSeller Performance Team',
        );
      await button(w.read).click();
      const review = page.getByRole('dialog');
      await review.getByText('17012345678').first().waitFor();
      await review.getByRole('button', { name: w.record }).click();
      await expect.poll(() => detail().status, SOON).toBe('reply_needed');
      await page.getByText(w.rejected, { exact: true }).first().waitFor();
      expect(detail().submissions[0]?.outcome).toBe('rejected');
    },
    WORK_MS,
  );

  it(
    'reports of watched folders are imported and the invoices counted against the sales',
    async () => {
      await go(w.reports);
      await button(w.importChosen).click();
      await expect.poll(() => served.engine.reports.list().length, { timeout: WORK_MS }).toBeGreaterThan(5);
      await tab(w.coverage);
      await page.getByText('B0XHDM04TS').first().waitFor();
      await expect
        .poll(
          () => served.engine.reports.coverage().rows.find((r) => r.product === 'B0XHDM04TS')?.state,
          SOON,
        )
        .toBe('none');
    },
    WORK_MS,
  );

  it(
    'the week is closed with a receipt, and nothing left the machine',
    async () => {
      await go(w.week);
      await button(w.close).click();
      await page.getByRole('dialog').getByRole('button', { name: w.close }).click();
      await expect.poll(() => served.engine.weekly.receipts().length, { timeout: WORK_MS }).toBe(1);
      const text = await page.locator('main').innerText();
      expect(text).not.toMatch(/\bui[A-Z][A-Za-z]*\.\w+|\{[a-z]\w*\}/);
      expect(watched.offences).toEqual([]);
    },
    WORK_MS * 2,
  );

  it(
    'every screen of the desk speaks the language and is accessible',
    async () => {
      const faults: string[] = [];
      for (const path of SCREENS) {
        await visit(page, path);
        await page.waitForTimeout(400);
        const text = await page.locator('main').innerText();
        // A key that has no words would be read out as it is.
        if (/\bui[A-Z][A-Za-z]*\.\w+|\{[a-z]\w*\}/.test(text))
          faults.push(`${path}: ${text.match(/\bui[A-Z]\S+/)?.[0]}`);
        // The same page in other words: one language is enough for the long look.
        if (language === 'zh-CN') continue;
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        for (const v of violations)
          if (v.impact === 'serious' || v.impact === 'critical')
            faults.push(
              `${path}: ${v.id} ${v.nodes
                .map((n) => n.target.join(' '))
                .slice(0, 2)
                .join(' | ')}`,
            );
      }
      expect(faults).toEqual([]);
    },
    WORK_MS * 2,
  );
});
