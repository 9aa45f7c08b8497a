// What does the exhibit page of a video show in a pack that is built without any decoder?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import { extractVp8Frame, writeWebm } from '../../../src/engine/sample/write-webm.ts';
import { packs as english } from '../../../src/i18n/en/packs.ts';
import { read } from '../readers/corpus-files.ts';

const realPath = process.env['PATH'] ?? '';
const dir = mkdtempSync(join(tmpdir(), 'casebinder-video-pack-'));
const ORDER = '113-4567890-1234567';
let door: InProcess;

async function drawPicture(background: string): Promise<Sharp> {
  return sharp({ create: { width: 320, height: 180, channels: 3, background } });
}

beforeAll(async () => {
  process.env['PATH'] = '';
  const folder = join(dir, 'videos');
  mkdirSync(folder);
  for (const [name, colour] of [
    ['with', '#a04020'],
    ['without', '#2040a0'],
  ] as const) {
    const frame = extractVp8Frame(await (await drawPicture(colour)).webp({ quality: 80 }).toBuffer());
    const facts = {
      width: 320,
      height: 180,
      framesPerSecond: 1,
      recordedAtMs: Date.UTC(2026, 9, 3),
      title: '',
    };
    const video = writeWebm(
      Array.from({ length: 75 }, () => frame),
      facts,
    );
    writeFileSync(join(folder, `发货视频 ${name} ${ORDER}.webm`), video);
  }
  door = await openInProcess({ archiveDir: join(dir, 'archive'), language: 'en' });
  await door.caller.folders.add({ grant: door.grant(folder) });
  await door.engine.intake.runUntilIdle({ ocr: true });
}, 60_000);
afterAll(async () => {
  process.env['PATH'] = realPath;
  await door?.close();
  rmSync(dir, { recursive: true, force: true });
});

it('time codes, length, size, recording time and hash beside the frames; plain words where there are none', async () => {
  const { documents } = await door.caller.documents.list({});
  const shown = documents.find((document) => document.fileName.includes(' with '));
  if (shown === undefined) throw new Error('no document');
  const frames = await Promise.all(
    [3.2, 31.5, 72].map(async (atSeconds, index) => ({
      atSeconds,
      reason: 'even' as const,
      bytes: await (await drawPicture(['#d02020', '#20d020', '#2020d0'][index] ?? '#000')).jpeg().toBuffer(),
    })),
  );
  await door.engine.videos.accept(shown.id, {
    sha256: shown.sha256,
    decoder: { name: 'mediabunny', version: '1' },
    frames,
  });
  const opened = await door.caller.cases.open({
    problem: 'clm-safe-t',
    marketplace: 'US',
    notifiedOn: '2026-10-10',
    orders: [ORDER],
  });
  // In a fixed order: both were found in the same second, so the list may begin with either.
  for (const { id } of [shown, ...documents.filter((document) => document !== shown)])
    await door.caller.cases
      .attach({ case: opened.number, documents: [{ documentId: id }] })
      .catch(() => undefined);
  const { jobId } = await door.caller.packs.build({ case: opened.number, zip: false });
  const { result } = await door.waitForJob(jobId);
  const pack = result as unknown as {
    folder: string;
    exhibits: { label: string; derived: boolean; slip?: string }[];
  };
  // The channel takes no video: the one with frames has them on a sheet beside it.
  expect(pack.exhibits.map(({ label, derived, slip }) => [label, derived, slip ?? 'whole'])).toEqual([
    ['E01', false, 'whole'],
    ['E01', true, 'whole'],
    ['E02', false, 'whole'],
  ]);
  const book = await read(join(pack.folder, 'data', 'index.pdf'), 'index.pdf');
  const pages = book.pages.map((page) => page.text);
  const withFrames = pages.find((text) => text.includes(shown.sha256) && text.includes('0:00:31')) ?? '';
  for (const fact of ['0:00:03', '0:01:12', '0:01:15', '320 × 180', '2026-10-03'])
    expect(withFrames).toContain(fact);
  expect(withFrames).not.toContain(english.factNoFrames.slice(0, 24));
  const bare = pages.filter((text) => text.includes(english.factNoFrames.slice(0, 24)));
  expect(bare).toHaveLength(1);
}, 60_000);
