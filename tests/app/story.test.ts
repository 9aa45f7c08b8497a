// The whole job as a person does it, in a real browser: from the first run to a verified pack and a closed week.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedArchive } from '../../src/api/http/serve-archive.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { openWatchedPage, serveForTest, type WatchedPage } from './served-archive.ts';

const launched = await launchChromium();
if ('reason' in launched) console.warn(`SKIPPED: no Chromium on this machine (${launched.reason})`);

/** Building and reading the sample is most of it; the machine may be busy with the other tests. */
const READING_MS = 150_000;
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

describe.skipIf('reason' in launched)('the story of a case', () => {
  const dir = mkdtempSync(join(tmpdir(), 'casebinder-story-'));
  let served: ServedArchive;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    if ('reason' in launched) return;
    served = await serveForTest(join(dir, 'archive'), true);
    watched = await openWatchedPage(launched.browser, served);
    page = watched.page;
    page.setDefaultTimeout(20_000);
  }, 120_000);
  afterAll(async () => {
    if ('browser' in launched) await launched.browser.close();
    await served?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const go = async (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
  const tab = async (name: string | RegExp) => page.getByRole('tab', { name }).click();

  it(
    'first run: language, account later, sample data, and the workspace is there',
    async () => {
      await page.getByText('欢迎使用 Casebinder').waitFor();
      await expectAccessible(page, 'first run');
      await button('下一步').click();
      await button('稍后再填').click();
      await button(/先用示例数据看看/).click();
      await page.getByText('全部读取完毕').waitFor({ timeout: READING_MS });
      await button('进入工作区').click();
      await page.waitForURL('**/documents');
      await page.getByRole('navigation').waitFor();
      await expectAccessible(page, 'documents');
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
    await expectAccessible(page, 'document');
  });

  it(
    'a new case: pasted numbers are sorted by kind, a wrong door is named, and the same case is not opened twice',
    async () => {
      const orders = served.engine.identifiers.list(['order_id'], '', 3, 0).rows.map((row) => row.value);
      const openDialog = async () => {
        await go('案件');
        await button('新建案件').first().click();
        await page.getByPlaceholder('搜索问题类型').fill('ord-invalid-tracking');
        await page.locator('.cb-problem-option').first().click();
        await page.getByLabel('订单号、ASIN、货件、运单号').fill(`${orders.join('\n')}\nnonsense`);
      };
      await openDialog();
      await page.getByText(`订单 ${orders.length}`).waitFor();
      await page.getByText('无法识别：nonsense').waitFor();
      await page.getByLabel('通知日期').fill('2026-11-02');
      await page.keyboard.press('Tab');
      await expectAccessible(page, 'new case');
      await button('新建').click();
      await page.waitForURL('**/cases/C-0001');
      await page.getByRole('heading', { level: 1 }).waitFor();

      await openDialog();
      await button('新建').click();
      await page.getByText('可能是重复案件').waitFor();
      expect(await button('仍然新建').isDisabled()).toBe(true);
      await button('打开 C-0001').click();
      await page.waitForURL('**/cases/C-0001');
      expect(served.engine.cases.list()).toHaveLength(1);
    },
    WORK_MS,
  );

  it(
    'the checklist proposes documents, and all good ones are attached with one click',
    async () => {
      await button('加入全部推荐').click();
      await expect
        .poll(() => served.engine.cases.get('C-0001').exhibits.length, { timeout: WORK_MS })
        .toBeGreaterThan(1);
      await expectAccessible(page, 'checklist');
    },
    WORK_MS,
  );

  it(
    'exhibits are captioned in place, moved by keyboard, and a removed one comes back',
    async () => {
      const labels = () => served.engine.cases.get('C-0001').exhibits.map((e) => e.document.id);
      const before = labels();
      await tab(/^证据\s*\d/);
      await page.getByLabel('E01 的说明').fill('UPS 轨迹');
      await page.getByLabel('E01 的说明').press('Enter');
      await expect.poll(() => served.engine.cases.get('C-0001').exhibits[0]?.caption, SOON).toBe('UPS 轨迹');
      await expectAccessible(page, 'exhibits');
      await button('移动 E01').focus();
      await page.keyboard.press('Space');
      await page.waitForTimeout(300);
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(300);
      await page.keyboard.press('Space');
      await expect.poll(labels, SOON).toEqual([before[1], before[0], ...before.slice(2)]);
      await button('移出 E01').click();
      await expect.poll(() => labels().length, SOON).toBe(before.length - 1);
      await button('撤销').click();
      await expect.poll(labels, SOON).toEqual([before[1], before[0], ...before.slice(2)]);
    },
    WORK_MS,
  );

  it(
    'a statement is composed and saved; what is typed survives a reload; a change elsewhere is explained',
    async () => {
      await tab('说明信');
      await button('生成草稿').click();
      const text = page.getByLabel('英文说明（发送给亚马逊）');
      await expect.poll(() => text.inputValue(), SOON).toContain('EVIDENCE');
      await button('保存').click();
      await page.getByText('已保存').first().waitFor();
      await expectAccessible(page, 'statement');
      await text.fill('My own words, not saved yet.');
      page.once('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await expect.poll(() => text.inputValue(), SOON).toBe('My own words, not saved yet.');
      served.engine.cases.change('C-0001', { title: 'changed in another window' });
      await button('保存').click();
      await page.getByText('说明信已在别处被修改').waitFor();
      expect(await text.inputValue()).toBe('My own words, not saved yet.');
      await button('采用已保存的版本').click();
      await expect.poll(() => text.inputValue(), SOON).toContain('EVIDENCE');
    },
    WORK_MS,
  );

  it(
    'a message of Amazon with its date sets the deadline',
    async () => {
      await tab('时间线');
      await page.getByText('亚马逊来信', { exact: true }).click();
      await page.getByLabel('对方写明的截止日').fill('2027-01-15');
      await page.keyboard.press('Escape');
      await page.getByLabel('粘贴原文').fill('Please provide valid tracking by January 15.');
      await button('添加').click();
      await page.getByText('截止 2027-01-15').first().waitFor();
      await expectAccessible(page, 'timeline');
      await tab(/^期限/);
      await page.getByText('2027-01-1').first().waitFor();
      await expectAccessible(page, 'deadlines');
    },
    WORK_MS,
  );

  it(
    'a pack is built with progress, opens in place and proves itself',
    async () => {
      await tab('证据包');
      await button('生成证据包').first().click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByText(/份证据/)
        .first()
        .waitFor();
      await expectAccessible(page, 'build pack');
      await dialog.getByRole('button', { name: '生成证据包' }).click();
      await dialog.getByRole('link', { name: '打开目录册' }).waitFor({ timeout: WORK_MS });
      const href = await dialog.getByRole('link', { name: '打开目录册' }).getAttribute('href');
      const book = await page.request.get(new URL(href ?? '', page.url()).href);
      expect(book.status()).toBe(200);
      expect((await book.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-');
      await dialog.getByRole('button', { name: '核验' }).click();
      await dialog.getByText(/个文件全部一致/).waitFor();
      await dialog.getByRole('button', { name: '关闭' }).last().click();
    },
    WORK_MS * 2,
  );

  it('what was sent is frozen, and the case is submitted', async () => {
    await tab('提交记录');
    await button('登记已提交').click();
    await page.getByLabel('问题编号').fill('17012345678');
    await button('冻结并登记').click();
    await page.getByText('所发文字').waitFor();
    expect(served.engine.cases.get('C-0001')).toMatchObject({ status: 'waiting', caseId: '17012345678' });
  });

  it(
    'the week shows what came in and is closed with a receipt',
    async () => {
      await go('本周');
      await page.getByText('本周新增文档').waitFor();
      await expectAccessible(page, 'week');
      await button('结束本周').click();
      await page.getByRole('dialog').getByRole('button', { name: '结束本周' }).click();
      await page
        .getByText(/保管链|保管记录/)
        .first()
        .waitFor({ timeout: WORK_MS });
      await expect.poll(() => served.engine.weekly.receipts().length, { timeout: WORK_MS }).toBe(1);
      await page.keyboard.press('Escape');
    },
    WORK_MS * 2,
  );

  it(
    'every other screen is accessible, and in English after switching, also in the dark',
    async () => {
      const base = served.host.url;
      await page.goto(new URL('/settings?tab=look', base).href);
      await page.getByText('English', { exact: true }).click();
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      await page.getByText('Dark', { exact: true }).click();
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
        await page.goto(new URL(path, base).href);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await page.waitForTimeout(300);
        const text = await page.locator('main').innerText();
        // A key that has no words would be read out as it is.
        expect(text).not.toMatch(/\bui[A-Z][A-Za-z]*\.\w+|\{[a-z]\w*\}/);
        await expectAccessible(page, path);
      }
    },
    WORK_MS * 2,
  );

  it('nothing broke the content policy, and nothing was asked of any other machine', () => {
    expect(watched.offences).toEqual([]);
  });

  it('a wrong token shows a plain page that says how to get a new one', async () => {
    if ('reason' in launched) return;
    const context = await launched.browser.newContext();
    const other = await context.newPage();
    const answer = await other.goto(new URL('/?token=wrong', served.host.url).href);
    expect(answer?.status()).toBe(403);
    expect(await other.locator('h1').first().textContent()).toBeTruthy();
    await context.close();
  });

  it('a lost engine is told at once, and what was typed stays on the page', async () => {
    await page.goto(new URL('/cases/C-0001?tab=statement', served.host.url).href);
    const text = page.getByLabel('Statement in English (to send)');
    await text.fill('typed before the engine went away');
    await served.host.close();
    await page.getByText('Connection to the engine lost.').first().waitFor();
    expect(await text.inputValue()).toBe('typed before the engine went away');
  });
});
