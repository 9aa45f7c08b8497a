// How do browser tests get the real program: an archive, its door over HTTP, the built page and a signed-in browser?
import { join } from 'node:path';
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { type ServedArchive, serveArchive } from '../../src/api/http/serve-archive.ts';
import { ensureUiBuilt } from '../../src/api/http/ui-assets.ts';
import { openInProcess } from '../../src/api/in-process.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Serves `archiveDir` on a random port with the page as it is built for people. */
export async function serveForTest(archiveDir: string, live: boolean): Promise<ServedArchive> {
  const uiDir = await ensureUiBuilt(ROOT, () => undefined);
  return serveArchive({ archiveDir, uiDir, live, listen: { kind: 'loopback' } });
}

/** An archive in English, past its first run, in which `folder` is watched and read without OCR; its door is closed again. */
export async function fillArchive(archiveDir: string, folder: string): Promise<void> {
  const door = await openInProcess({ archiveDir, language: 'en' });
  try {
    await door.caller.folders.add({ grant: door.grant(folder) });
    await door.engine.intake.runUntilIdle({ ocr: false });
    door.engine.settings.set('language', 'en');
    door.engine.settings.set('first_run_done', 'true');
  } finally {
    await door.close();
  }
}

export interface WatchedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Violations of the content policy, uncaught errors and requests to any other origin. */
  readonly offences: string[];
}

/** A signed-in page that writes down everything it must never do. */
export async function openWatchedPage(
  browser: Browser,
  served: ServedArchive,
  options: { readonly width?: number; readonly height?: number; readonly locale?: string } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  const offences: string[] = [];
  const page = await context.newPage();
  const origin = new URL(served.host.url).origin;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'blob:' && url.protocol !== 'data:')
      offences.push(`request ${url.href}`);
  });
  page.on('pageerror', (error) => offences.push(`error ${error.message}`));
  page.on('console', (message: ConsoleMessage) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) offences.push(`policy ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(served.host.issueUrl());
  return { context, page, offences };
}

/**
 * Goes to another place of the app as a link does, and returns when the page shows it. Loading the whole app anew for each
 * screen would take most of the time of a walk.
 */
export async function visit(page: Page, path: string): Promise<void> {
  const before = await page.locator('main').innerText();
  const isElsewhere = await page.evaluate((to) => {
    const from = location.href;
    history.pushState({}, '', to);
    return location.href !== from;
  }, path);
  if (isElsewhere)
    await page.waitForFunction((was) => document.querySelector('main')?.innerText !== was, before);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}
