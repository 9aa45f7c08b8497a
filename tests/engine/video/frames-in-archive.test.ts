// What becomes of a video in the archive: with frames from a page, from ffmpeg, and without any decoder?
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FRAME_LIMITS } from '../../../src/domain/video-frames.ts';
import type { SlowReader } from '../../../src/engine/intake/slow-pass.ts';
import { createReadPool } from '../../../src/engine/readers/read-pool.ts';
import { drawShippingLabel } from '../../../src/engine/sample/draw-shipping-label.ts';
import { rasterizePdf } from '../../../src/engine/sample/rasterize-paper.ts';
import { makeSampleFacts } from '../../../src/engine/sample/sample-facts.ts';
import type { OfferedFrame } from '../../../src/engine/video/check-frames.ts';
import { findFfmpeg } from '../../../src/engine/video/find-ffmpeg.ts';
import { loadVideoFrames } from '../../../src/engine/video/frame-store.ts';
import { createVideoDesk, type VideoDesk } from '../../../src/engine/video/video-desk.ts';
import { makePackingVideo, type PackingVideo } from '../../support/packing-video.ts';
import { openTestArchive, type TestArchive } from '../intake/test-archive.ts';

const realPath = process.env['PATH'] ?? '';
const ffmpeg = await findFfmpeg('');
if (ffmpeg === undefined) console.log('SKIPPED: no ffmpeg on PATH; the pass that uses it is not tested here');

const PAGE = { name: 'mediabunny', version: '1.0.0+chrome.1' };
let video: PackingVideo;
let test: TestArchive;
let labelJpeg: Buffer;

/** Codes only: they are read by the real reader, and text recognition takes a minute. */
function readCodesOnly(): SlowReader {
  const pool = createReadPool({ workers: 1, scratchDir: join(test.dir, 'codes') });
  return {
    concurrency: 1,
    readPage: async (request) => ({ text: '', confidence: 0, barcodes: await pool.barcodes(request) }),
    close: () => pool.close(),
  };
}

async function openWith(files: Readonly<Record<string, Uint8Array>>): Promise<VideoDesk> {
  test = await openTestArchive();
  await test.restart({ slowReader: readCodesOnly() });
  for (const [name, bytes] of Object.entries(files)) test.write(name, bytes);
  await test.index();
  return createVideoDesk(test.context, test.intake.frames);
}

const readAll = (signal?: AbortSignal) =>
  test.intake.runUntilIdle({ ocr: true, ...(signal === undefined ? {} : { signal }) });
const shaOf = (id: number): string =>
  test.rows<{ sha256: string }>('SELECT sha256 FROM document WHERE id = ?', id)[0]?.sha256 ?? '';

beforeAll(async () => {
  video = await makePackingVideo(false);
  const order = makeSampleFacts('2026-11-22').orders.find((one) => one.tracking === video.tracking);
  if (order === undefined) throw new Error('no order');
  const { data, width, height } = await rasterizePdf(await drawShippingLabel(order), 150);
  labelJpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}, 60_000);
afterEach(() => {
  process.env['PATH'] = realPath;
  return test?.close();
});
afterAll(() => {
  process.env['PATH'] = realPath;
});

describe('a video where nobody can decode', () => {
  it('is filed, waits for nothing, and says that there are no frames', async () => {
    process.env['PATH'] = '';
    const desk = await openWith({ 'a.webm': video.bytes });
    const totals = await readAll();
    expect(totals.pendingOcr).toBe(0);
    expect(await desk.view(1)).toMatchObject({ state: 'none', frames: [], failed: [], decoder: null });
    expect(await desk.nextFor(PAGE)).toEqual({ documentId: 1, sha256: shaOf(1) });
    desk.noteFailure(1, shaOf(1), { decoder: PAGE, code: 'undecodable' });
    expect(await desk.nextFor(PAGE)).toBeNull();
    expect((await desk.view(1)).failed).toEqual([{ decoder: PAGE, code: 'undecodable' }]);
  }, 30_000);
});

describe('frames that a page hands over', () => {
  it('are kept by hash, read, and give the tracking number with its second', async () => {
    process.env['PATH'] = '';
    const desk = await openWith({ 'IMG_0001.webm': video.bytes });
    const blank = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#555' } })
      .jpeg()
      .toBuffer();
    const frames: OfferedFrame[] = [
      { atSeconds: 0.5, reason: 'even', bytes: blank },
      { atSeconds: 7.25, reason: 'scene', bytes: labelJpeg },
    ];
    const offer = { sha256: shaOf(1), decoder: PAGE, frames };
    expect(await desk.accept(1, offer)).toEqual({ frames: 2, isNew: true });
    expect(await desk.accept(1, { ...offer, frames: frames.slice(1) })).toEqual({ frames: 2, isNew: false });
    expect(await desk.view(1)).toMatchObject({ state: 'frames', decoder: PAGE });
    expect(desk.frame('1', 2)).toEqual(
      readFileSync(loadVideoFrames(test.context.archive, shaOf(1))!.frames[1]!.path),
    );
    await readAll();
    const found = test.rows<{ value: string; source: string; page: number; reason: string }>(
      `SELECT i.value, d.source, d.page, d.reason FROM document_identifier d JOIN identifier i ON i.id = d.identifier_id
       WHERE i.type = 'tracking_number'`,
    );
    expect(found).toEqual([
      {
        value: video.tracking,
        source: 'video_frame',
        page: 2,
        reason: JSON.stringify({ code: 'videoFrameBarcode', params: { time: '0:07' } }),
      },
    ]);
  }, 30_000);

  it('are refused when they are no JPEG, too many, too large, out of order, or of another video', async () => {
    process.env['PATH'] = '';
    const desk = await openWith({ 'a.webm': video.bytes, 'b.txt': Buffer.from('hello') });
    const id = test.rows<{ id: number }>("SELECT id FROM document WHERE media_type LIKE 'video/%'")[0]!.id;
    const other = test.rows<{ id: number }>("SELECT id FROM document WHERE media_type LIKE 'text/%'")[0]!.id;
    const one = (bytes: Uint8Array, atSeconds = 1): OfferedFrame => ({ atSeconds, reason: 'even', bytes });
    const big = sharp({ create: { width: 3000, height: 100, channels: 3, background: '#fff' } });
    const offers: [string, OfferedFrame[]][] = [
      ['none', []],
      ['PNG', [one(await sharp(labelJpeg).png().toBuffer())]],
      ['cut off', [one(labelJpeg.subarray(0, labelJpeg.length / 2))]],
      ['only the mark of a JPEG', [one(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))]],
      ['too wide', [one(await big.jpeg().toBuffer())]],
      ['too heavy', [one(Buffer.concat([labelJpeg, Buffer.alloc(FRAME_LIMITS.maxFrameBytes)]))]],
      ['too many', Array.from({ length: 25 }, (_, index) => one(labelJpeg, index / 10))],
      ['out of order', [one(labelJpeg, 3), one(labelJpeg, 2)]],
      ['twice the same second', [one(labelJpeg, 2), one(labelJpeg, 2)]],
      ['after the end', [one(labelJpeg, 400)]],
      ['before the start', [one(labelJpeg, -1)]],
      ['no time', [one(labelJpeg, Number.NaN)]],
    ];
    for (const [name, frames] of offers) {
      const accepted = desk.accept(id, { sha256: shaOf(id), decoder: PAGE, frames });
      await expect(accepted, name).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    }
    const good = [one(labelJpeg)];
    await expect(
      desk.accept(id, { sha256: shaOf(other), decoder: PAGE, frames: good }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(
      desk.accept(other, { sha256: shaOf(other), decoder: PAGE, frames: good }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(loadVideoFrames(test.context.archive, shaOf(id))).toBeUndefined();
    expect(desk.frame(String(id), 1)).toBeNull();
  }, 30_000);
});

describe.skipIf(ffmpeg === undefined)('frames by ffmpeg while nobody is looking', () => {
  it('are made once, survive a restart, and a cancelled run leaves nothing half-made', async () => {
    const desk = await openWith({ '发货 113-0000101-5000101.webm': video.bytes });
    expect(await desk.view(1)).toMatchObject({ state: 'waiting' });
    expect(await desk.nextFor(PAGE)).toBeNull();
    const abort = new AbortController();
    const cancelled = readAll(abort.signal);
    setTimeout(() => abort.abort(), 150);
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
    await test.restart({ slowReader: readCodesOnly() });
    await readAll();
    const made = loadVideoFrames(test.context.archive, shaOf(1));
    expect(made?.decoder?.name).toBe('ffmpeg');
    expect(made?.frames.length).toBeGreaterThanOrEqual(9);
    const firstPath = made!.frames[0]!.path;
    const madeAtMs = statSync(firstPath).mtimeMs;
    expect(
      test.rows("SELECT 1 FROM document_identifier WHERE source = 'video_frame' AND page > 1").length,
    ).toBeGreaterThan(0);
    await test.restart({ slowReader: readCodesOnly() });
    await readAll();
    expect(statSync(firstPath).mtimeMs).toBe(madeAtMs);
    const shelf = join(test.context.archive.dir, 'cache', shaOf(1).slice(0, 2));
    expect(readdirSync(shelf).filter((name) => name.includes('.tmp'))).toEqual([]);
    expect(existsSync(join(test.context.scratchDir, 'frames-1'))).toBe(false);
  }, 60_000);
});

describe('a video that is inspected only', () => {
  const inspect = async () => {
    test = await openTestArchive();
    await test.restart({ slowReader: readCodesOnly() });
    const path = test.write('IMG_0002.webm', video.bytes);
    const [answer] = await test.intake.inspectFiles([path], { ocr: true });
    if (answer === undefined || 'error' in answer) throw new Error('not inspected');
    expect(test.rows('SELECT 1 FROM document')).toEqual([]);
    return answer;
  };

  it('says plainly that there are no frames where nobody can decode', async () => {
    process.env['PATH'] = '';
    const { recognition, read } = await inspect();
    expect(recognition.warnings).toEqual([{ code: 'video_no_decoder' }]);
    expect(read.properties.frameSeconds).toBeUndefined();
    expect(recognition.identifiers).toEqual([]);
  }, 30_000);

  it.skipIf(ffmpeg === undefined)(
    'is read frame by frame, and leaves no frame behind',
    async () => {
      const { recognition, read } = await inspect();
      expect(read.properties.frameSeconds?.length).toBeGreaterThanOrEqual(9);
      expect(recognition.warnings).toEqual([]);
      expect(recognition.identifiers).toContainEqual(
        expect.objectContaining({ type: 'tracking_number', value: video.tracking, source: 'video_frame' }),
      );
      expect(readdirSync(test.context.scratchDir).filter((name) => name.startsWith('inspect'))).toEqual([]);
    },
    60_000,
  );
});
