// What does a person meet when things go wrong: hostile names, lost files, a lost engine, a restarted one, a used link?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedArchive, serveArchive } from '../../src/api/http/serve-archive.ts';
import { SessionBook } from '../../src/api/http/session-book.ts';
import { ensureUiBuilt } from '../../src/api/http/ui-assets.ts';
import { openInProcess } from '../../src/api/in-process.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { readPageWords } from './page-words.ts';
import { openWatchedPage, visit, type WatchedPage } from './served-archive.ts';

const launched = await launchChromium();
if ('reason' in launched) console.warn(`SKIPPED: no Chromium on this machine (${launched.reason})`);
const { say } = await readPageWords('en');

/** Windows refuses such a name, and could not hold the file either. */
const MARKUP_NAME =
  process.platform === 'win32'
    ? 'img src=x.txt'
    : '<img src=x onerror=window.hacked=1> 113-1111111-2222222.txt';
/** 240 bytes in UTF-8, near the longest that file systems hold. */
const LONG_NAME = `${'证据材料很长的文件名'.repeat(8)}.txt`;
/** Shown carelessly, it would end in "exe.txt" read backwards. */
const TURNED_NAME = 'fapiao_\u202Etxt.exe.txt';
const MAIL = [
  'From: "<script>window.hacked=2</script>" <evil@example.com>',
  'To: seller@example.com',
  'Subject: <script>window.hacked=3</script> order 113-1111111-2222222',
  'Date: Mon, 2 Nov 2026 10:00:00 +0800',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><body onload="window.hacked=4"><p>Order 113-1111111-2222222 is late.</p>',
  '<script>window.hacked=5</script><img src="http://tracker.example/pixel.gif">',
  '<a href="javascript:window.hacked=6">Open</a><iframe src="http://evil.example"></iframe></body></html>',
].join('\r\n');

describe.skipIf('reason' in launched)('the app meets bad input', () => {
  const dir = mkdtempSync(join(tmpdir(), 'casebinder-bad-'));
  const folder = join(dir, 'seller');
  const archiveDir = join(dir, 'archive');
  /** Kept over a cut of the line, as the desktop keeps its window when the engine is started again. */
  const sessions = new SessionBook();
  let uiDir: string;
  let served: ServedArchive;
  let watched: WatchedPage;
  let page: Page;
  const at = (path: string): string => new URL(path, served.host.url).href;
  const idOf = (name: string): number =>
    served.engine.documents
      .list({ query: '', limit: 50, sort: 'name' })
      .documents.find((row) => row.fileName === name)?.id ?? 0;

  beforeAll(async () => {
    if ('reason' in launched) return;
    mkdirSync(folder);
    writeFileSync(join(folder, MARKUP_NAME), 'Order 113-1111111-2222222 <b>bold</b>');
    writeFileSync(join(folder, LONG_NAME), '订单 113-1111111-2222222');
    writeFileSync(join(folder, TURNED_NAME), 'plain text');
    writeFileSync(join(folder, 'mail.eml'), MAIL);
    writeFileSync(join(folder, 'goes-away.txt'), 'This file will be removed. 114-3333333-4444444');
    // One file of many goes; many at once would be taken for an unplugged drive.
    for (let number = 1; number <= 12; number += 1)
      writeFileSync(join(folder, `other-${number}.txt`), `another paper, number ${number}`);
    const door = await openInProcess({ archiveDir, language: 'en' });
    await door.caller.folders.add({ grant: door.grant(folder) });
    await door.engine.intake.runUntilIdle({ ocr: false });
    door.engine.settings.set('language', 'en');
    door.engine.settings.set('first_run_done', 'true');
    await door.caller.cases.open({ problem: 'ord-invalid-tracking', marketplace: 'US' });
    await door.close();
    uiDir = await ensureUiBuilt(join(import.meta.dirname, '..', '..'), () => undefined);
    served = await serveArchive({ archiveDir, uiDir, live: false, sessions, listen: { kind: 'loopback' } });
    watched = await openWatchedPage(launched.browser, served, { locale: 'en' });
    page = watched.page;
    page.setDefaultTimeout(20_000);
  }, 120_000);
  afterAll(async () => {
    if ('browser' in launched) await launched.browser.close();
    await served?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const expectHarmless = async (): Promise<void> => {
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    expect(
      await page.evaluate(() => document.querySelectorAll('main iframe, main img[src="x"]').length),
    ).toBe(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(watched.offences).toEqual([]);
  };

  it('markup in file names and mails is text, and very long names break no screen', async () => {
    await page.goto(at('/documents'));
    await page.locator('[role="row"][id="row-4"]').waitFor();
    await expectHarmless();
    for (const name of [MARKUP_NAME, LONG_NAME, TURNED_NAME, 'mail.eml']) {
      await visit(page, `/documents/${idOf(name)}`);
      await page
        .getByText(/SHA-256/)
        .first()
        .waitFor();
      await expect
        .poll(() => page.locator('main').innerText())
        .toContain(name === 'mail.eml' ? 'Order 113-1111111-2222222 is late.' : name.slice(0, 20));
      await expectHarmless();
    }
    for (const path of ['/inbox', '/identifiers/order_id/113-1111111-2222222', '/documents?q=113-1111111']) {
      await visit(page, path);
      await page.waitForTimeout(400);
      await expectHarmless();
    }
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(say('ui.palettePlaceholder')).fill('113-1111111');
    await page.getByText(MARKUP_NAME.slice(0, 12)).first().waitFor();
    await expectHarmless();
    await page.keyboard.press('Escape');
  }, 60_000);

  it('a document whose file is removed while it is open stays, and says that its file is gone', async () => {
    const id = idOf('goes-away.txt');
    await page.goto(at(`/documents/${id}`));
    await page.getByText('This file will be removed.').first().waitFor();
    rmSync(join(folder, 'goes-away.txt'));
    await served.engine.intake.runUntilIdle({ ocr: false });
    expect(served.engine.documents.get(id).available).toBe(false);
    await page.getByText(say('uiDocuments.gone')).first().waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('goes-away');
    await expectHarmless();
  }, 60_000);

  it('an address of a document, a case or a screen that does not exist is explained', async () => {
    await page.goto(at('/documents/999999'));
    await page.getByText(say('uiDocuments.notFound')).waitFor();
    await page.goto(at('/cases/C-9999'));
    await page.getByText(say('uiCases.notFound', { case: 'C-9999' })).waitFor();
    await page.goto(at('/no-such-screen'));
    await page.getByText(say('ui.noScreen')).waitFor();
  }, 60_000);

  it('while the line is cut a banner says so; afterwards it goes, and what was typed is still there', async () => {
    await page.goto(at('/cases/C-0001?tab=statement'));
    const text = page.getByLabel(say('uiCases.statementEn'));
    await text.fill('typed before');
    const { port } = served.host;
    await served.close();
    await page.getByText(say('ui.connectionLost')).waitFor();
    await text.fill('typed before and during');
    await page.getByRole('button', { name: say('uiCases.save'), exact: true }).click();
    served = await serveArchive({
      archiveDir,
      uiDir,
      live: false,
      sessions,
      listen: { kind: 'loopback', port },
    });
    await page.locator('.cb-banner [role="alert"]').waitFor({ state: 'hidden' });
    expect(await text.inputValue()).toBe('typed before and during');
    // The save that was asked for meanwhile may have got through as soon as the line was back: then nothing is left to do.
    const save = page.getByRole('button', { name: say('uiCases.save'), exact: true });
    await expect
      .poll(
        async () => {
          if (await save.isEnabled()) await save.click();
          return served.engine.cases.get('C-0001').statement.text;
        },
        { timeout: 20_000 },
      )
      .toBe('typed before and during');
  }, 60_000);

  it('after a restart the page says that a new link is needed; the statement typed before is there again', async () => {
    await page.goto(at('/cases/C-0001?tab=statement'));
    await page.getByLabel(say('uiCases.statementEn')).fill('typed before the restart');
    const { port } = served.host;
    await served.close();
    await page.getByText(say('ui.connectionLost')).first().waitFor();
    served = await serveArchive({ archiveDir, uiDir, live: false, listen: { kind: 'loopback', port } });
    await page.getByText(say('ui.signedOut')).waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(served.host.issueUrl());
    await page.goto(at('/cases/C-0001?tab=statement'));
    await expect
      .poll(() => page.getByLabel(say('uiCases.statementEn')).inputValue())
      .toBe('typed before the restart');
  }, 60_000);

  it('a link that was used says how to get a new one, without any script', async () => {
    if ('reason' in launched) return;
    const url = served.host.issueUrl();
    const first = await launched.browser.newContext({ locale: 'en' });
    expect((await (await first.newPage()).goto(url))?.status()).toBe(200);
    await first.close();
    const second = await launched.browser.newContext({ locale: 'en', javaScriptEnabled: false });
    const other = await second.newPage();
    expect((await other.goto(url))?.status()).toBe(403);
    await other.getByText(say('hosts.signIn.howTerminal')).waitFor();
    await second.close();
  }, 60_000);
});
