// In a real Chromium: does the one-time link work for a person, and do the rules hold against hostile pages?
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../support/launch-chromium.ts';
import { type HostUnderTest, openSubscriptions, startHost } from './host-under-test.ts';

const launched = await launchChromium();
if ('reason' in launched) console.warn(`SKIPPED: no Chromium on this machine (${launched.reason})`);

describe.skipIf('reason' in launched)('a real browser', () => {
  let browser: Browser;
  let running: HostUnderTest;
  let foreign: Server;
  let foreignUrl: string;

  beforeAll(async () => {
    if ('reason' in launched) return;
    browser = launched.browser;
    running = await startHost();
    foreign = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<p>x</p>'),
    );
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    foreignUrl = `http://localhost:${(foreign.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    await browser?.close();
    foreign?.close();
    await running?.close();
  });

  const openApp = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(running.host.issueUrl());
    return { context, page };
  };

  it('security 3.15: the link signs the person in, leaves a clean address, and a reload still works', async () => {
    const { context, page } = await openApp();
    expect(new URL(page.url()).search).toBe('');
    expect((await page.reload())?.status()).toBe(200);
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(await page.evaluate('document.cookie')).toBe('');
    await context.close();
  });

  it('a used link in another browser shows the way to a new one', async () => {
    const url = running.host.issueUrl();
    const first = await browser.newContext();
    await (await first.newPage()).goto(url);
    const second = await browser.newContext();
    const page = await second.newPage();
    expect((await page.goto(url))?.status()).toBe(403);
    expect(await page.locator('h1').textContent()).toBe('A new link is needed');
    expect(await page.locator('section[lang="zh-CN"]').textContent()).toContain('按回车键');
    await first.close();
    await second.close();
  });

  it("the page's own events and uploads work under the policy", async () => {
    const { context, page } = await openApp();
    const result = await page.evaluate(async () => {
      const number = await new Promise<number>((resolve, reject) => {
        const source = new EventSource(`/api/trpc/ticks?input=${encodeURIComponent('{"count":1000}')}`);
        source.onerror = () => reject(new Error('no events'));
        source.onmessage = (event) => {
          const seen = (JSON.parse(event.data) as { number?: number }).number ?? 0;
          if (seen < 3) return;
          source.close();
          resolve(seen);
        };
      });
      const answer = await fetch('/api/uploads', {
        method: 'POST',
        body: new File(['x'.repeat(1_000_000)], 'a'),
        headers: {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent('开箱视频.mp4'),
        },
      });
      return { number, uploaded: (await answer.json()) as { fileName: string; sizeBytes: number } };
    });
    expect(result.number).toBeGreaterThanOrEqual(3);
    expect(result.uploaded).toMatchObject({ fileName: '开箱视频.mp4', sizeBytes: 1_000_000 });
    await expect.poll(() => openSubscriptions.count).toBe(0);
    await context.close();
  });

  it('security 11: injected scripts and pictures from elsewhere do nothing', async () => {
    const { context, page } = await openApp();
    const asked: string[] = [];
    foreign.on('request', (request) => asked.push(request.url ?? ''));
    const violations = await page.evaluate(async (url) => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const holder = document.createElement('div');
      holder.innerHTML = `<img src="${url}leak.png"><img src="x" onerror="window.hacked = true"><iframe src="${url}"></iframe>`;
      document.body.append(holder);
      const script = document.createElement('script');
      script.textContent = 'window.hacked = true';
      document.body.append(script);
      await fetch(`${url}steal`).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { seen: [...new Set(seen)].sort(), hacked: 'hacked' in window };
    }, foreignUrl);
    expect(violations.hacked).toBe(false);
    expect(violations.seen).toEqual(
      expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'script-src-attr', 'script-src-elem']),
    );
    expect(asked).toEqual([]);
    await context.close();
  });

  it('security 48: a signed-in person visits a hostile page: it can neither read nor command', async () => {
    const { context } = await openApp();
    const hostile = await context.newPage();
    await hostile.goto(foreignUrl);
    const origin = `http://127.0.0.1:${running.host.port}`;
    const results = await hostile.evaluate(async (app) => {
      const attempt = (path: string, init: RequestInit) =>
        fetch(app + path, { credentials: 'include', ...init }).then(
          (response) => `${response.type} ${response.status}`,
          () => 'failed',
        );
      const picture = new Image();
      const drawn = await new Promise((resolve) => {
        picture.onload = () => resolve('drawn');
        picture.onerror = () => resolve('failed');
        picture.src = `${app}/api/documents/pdf/thumbnail`;
      });
      return [
        await attempt('/api/documents/pdf/content', {}),
        await attempt('/api/documents/pdf/content', { mode: 'no-cors' }),
        await attempt('/api/trpc/rename', { method: 'POST', body: '{"name":"x"}' }),
        await attempt('/api/trpc/rename', {
          method: 'POST',
          body: '{"name":"x"}',
          headers: { 'content-type': 'application/json' },
        }),
        drawn,
      ];
    }, origin);
    expect(results).toEqual(['failed', 'failed', 'failed', 'failed', 'failed']);
    await context.close();
  });

  it('security 13: a hostile document opened on its own runs nothing', async () => {
    const { context, page } = await openApp();
    const downloads: string[] = [];
    page.on('download', (download) => downloads.push(download.suggestedFilename()));
    for (const id of ['html', 'svg']) {
      await page
        .goto(`http://127.0.0.1:${running.host.port}/api/documents/${id}/content`)
        .catch(() => undefined);
    }
    await expect.poll(() => downloads).toEqual(['page.html', 'logo.svg']);
    await context.close();
  });
});
