// A video in the app, without any ffmpeg: the page's own decoder takes the frames, a person clicks on one, a stranger's bytes are refused.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import type { ServedArchive } from '../../src/api/http/serve-archive.ts';
import { MEDIABUNNY_VERSION } from '../../src/ui/app/video-frames/mediabunny-pictures.ts';
import { CORPUS, hasCorpus } from '../engine/readers/corpus-files.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { makePackingVideo, type PackingVideo } from '../support/packing-video.ts';
import { openWatchedPage, serveForTest, type WatchedPage } from './served-archive.ts';

const launched = await launchChromium();
if ('reason' in launched) console.warn(`SKIPPED: no Chromium on this machine (${launched.reason})`);
const realPath = process.env['PATH'] ?? '';

it('the version that frames are signed with is the one that is installed', () => {
  expect(packageFile.dependencies.mediabunny).toBe(MEDIABUNNY_VERSION);
});

describe.skipIf('reason' in launched)('a video in the app', () => {
  const dir = mkdtempSync(join(tmpdir(), 'casebinder-video-'));
  let video: PackingVideo;
  let served: ServedArchive;
  let watched: WatchedPage;
  let page: Page;
  const idOf = (name: string): number => {
    const row = served.engine.context.archive.sqlite
      .prepare<[string], { id: number }>('SELECT document_id AS id FROM location WHERE file_name = ?')
      .get(name);
    if (row === undefined) throw new Error(name);
    return row.id;
  };
  const open = (name: string) => page.goto(new URL(`/documents/${idOf(name)}`, page.url()).href);

  beforeAll(async () => {
    if ('reason' in launched) return;
    process.env['PATH'] = '';
    video = await makePackingVideo(false);
    const folder = join(dir, 'videos');
    mkdirSync(folder);
    writeFileSync(join(folder, `发货视频 ${video.orderId}.webm`), video.bytes);
    if (hasCorpus) {
      for (const name of ['v-mp4-sample.mp4', 'tika-testWMV.wmv'])
        copyFileSync(join(CORPUS, 'video', name), join(folder, name));
    }
    served = await serveForTest(join(dir, 'archive'), false);
    served.engine.settings.set('first_run_done', 'true');
    await served.engine.folders.add(folder, { keepCopies: false });
    await served.engine.intake.runUntilIdle({ ocr: false });
    watched = await openWatchedPage(launched.browser, served);
    page = watched.page;
    page.setDefaultTimeout(30_000);
  }, 120_000);
  afterAll(async () => {
    process.env['PATH'] = realPath;
    if ('browser' in launched) await launched.browser.close();
    await served?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('becomes a contact sheet when it is opened, and a click on a frame goes to that second', async () => {
    await open(`发货视频 ${video.orderId}.webm`);
    await page.locator('.cb-frame').nth(8).waitFor();
    const frame = page.getByRole('button', { name: '跳到 0:07' });
    await frame.click();
    await expect.poll(() => frame.getAttribute('aria-pressed')).toBe('true');
    const at = await page.locator('video').evaluate((element) => (element as HTMLVideoElement).currentTime);
    expect(at).toBeGreaterThanOrEqual(7);
    expect(at).toBeLessThan(8);
    const view = await served.engine.videos.view(idOf(`发货视频 ${video.orderId}.webm`));
    expect(view.decoder?.name).toBe('mediabunny');
    const thumbnail = await served.engine.content.thumbnail(String(idOf(`发货视频 ${video.orderId}.webm`)));
    expect(thumbnail?.mediaType).toBe('image/webp');
  }, 60_000);

  it('its label is read from the frames: the tracking number, with the second at which it is seen', async () => {
    const id = idOf(`发货视频 ${video.orderId}.webm`);
    await served.engine.intake.runUntilIdle({ ocr: true });
    const { identifiers, kind } = served.engine.documents.get(id);
    const tracking = identifiers.find((found) => found.value === video.tracking);
    expect(tracking).toMatchObject({ type: 'tracking_number', source: 'video_frame', check: 'valid' });
    expect(kind).toBe('shipping_video');
    await page
      .getByRole('button', { name: /画面 0:0[4-8]/ })
      .first()
      .click();
    const seconds = await page
      .locator('video')
      .evaluate((element) => (element as HTMLVideoElement).currentTime);
    expect(seconds).toBeGreaterThan(video.labelFromSeconds - 1);
  }, 180_000);

  it.skipIf(!hasCorpus)(
    'others get their frames while the page is open, and one that nothing here decodes says "no frames"',
    async () => {
      const mp4 = idOf('v-mp4-sample.mp4');
      await expect
        .poll(async () => (await served.engine.videos.view(mp4)).state, { timeout: 60_000 })
        .toBe('frames');
      await open('tika-testWMV.wmv');
      await page.getByText('没有画面', { exact: false }).first().waitFor();
      expect((await served.engine.videos.view(idOf('tika-testWMV.wmv'))).failed).toHaveLength(1);
    },
    120_000,
  );

  it('takes no frames but whole JPEG pictures of the very video, within bounds', async () => {
    const id = idOf(`发货视频 ${video.orderId}.webm`);
    const { sha256 } = await served.engine.videos.view(id);
    const post = (change: { header?: object; raw?: string; bytes?: number[]; type?: string }) =>
      page.evaluate(
        async ({ id, sha256, change }) => {
          const bytes = Uint8Array.from(change.bytes ?? [1, 2, 3, 4]);
          const decoder = { name: 'mediabunny', version: '1' };
          const frames = [{ atSeconds: 1, reason: 'even', sizeBytes: bytes.length }];
          const text = change.raw ?? JSON.stringify({ sha256, decoder, frames, ...change.header });
          const header = new TextEncoder().encode(text);
          const length = new DataView(new ArrayBuffer(4));
          length.setUint32(0, header.length);
          const response = await fetch(`/api/documents/${id}/frames`, {
            method: 'POST',
            headers: { 'content-type': change.type ?? 'application/octet-stream' },
            body: new Blob([length.buffer, header, bytes]),
          });
          return response.status;
        },
        { id, sha256, change },
      );
    const frame = (more: object) => ({ frames: [{ atSeconds: 1, reason: 'even', sizeBytes: 4, ...more }] });
    // There are frames already, so what passes the door changes nothing; what doesn't is refused before.
    expect(await post({ header: { decoder: { name: 'ffmpeg', version: '1' } } })).toBe(400);
    expect(await post({ header: { sha256: '0'.repeat(64) } })).toBe(400);
    expect(await post({ header: { path: '/etc/passwd' } })).toBe(400);
    expect(await post({ header: frame({ sizeBytes: 5 }) })).toBe(400);
    expect(await post({ header: frame({ atSeconds: -1 }) })).toBe(400);
    expect(await post({ header: frame({ reason: 'other' }) })).toBe(400);
    expect(await post({ header: { frames: Array.from({ length: 25 }, () => frame({}).frames[0]) } })).toBe(
      400,
    );
    expect(await post({ raw: '{"__proto__":{}}' })).toBe(400);
    expect(await post({ raw: '['.repeat(10_000) })).toBe(400);
    expect(await post({ raw: ' '.repeat(20_000) })).toBe(400);
    expect(await post({ type: 'application/json' })).toBe(415);
    expect(
      await page.evaluate(
        async () =>
          (
            await fetch('/api/documents/99999/frames', {
              method: 'POST',
              headers: { 'content-type': 'application/octet-stream' },
              body: 'x',
            })
          ).status,
      ),
    ).toBe(400);
    const heavy = await page
      .evaluate(
        async (url) =>
          (
            await fetch(url, {
              method: 'POST',
              headers: { 'content-type': 'application/octet-stream' },
              body: new Uint8Array(17_000_000),
            })
          ).status,
        `/api/documents/${id}/frames`,
      )
      .catch(() => 413);
    expect(heavy).toBe(413);
    expect((await served.engine.videos.view(id)).frames.length).toBeGreaterThanOrEqual(9);
  }, 60_000);

  it('and the page kept to its policy all the time', () => {
    expect(watched.offences).toEqual([]);
  });
});
