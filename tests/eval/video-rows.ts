// Are the numbers that a packing video shows found in its frames? Videos are made here, because the corpus has none with a label.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_READ_LIMITS } from '../../src/domain/reading.ts';
import { toRecogniseInput } from '../../src/engine/intake/process-file.ts';
import type { SlowReader } from '../../src/engine/intake/slow-pass.ts';
import { readBarcodes } from '../../src/engine/readers/barcodes.ts';
import type { Ocr } from '../../src/engine/readers/ocr.ts';
import { readFile } from '../../src/engine/readers/read-file.ts';
import { recognise } from '../../src/engine/recognise/recognise.ts';
import { findFfmpeg } from '../../src/engine/video/find-ffmpeg.ts';
import { readVideoFrames } from '../../src/engine/video/read-video-frames.ts';
import { makePackingVideo } from '../support/packing-video.ts';

/** Prints one row per made video; with `ocr` its frames are read as text too, otherwise only their codes. */
export async function printVideoRows(ocr?: Ocr): Promise<void> {
  const ffmpeg = await findFfmpeg('');
  if (ffmpeg === undefined) {
    console.log('\nVideo frames: skipped, no ffmpeg on PATH');
    return;
  }
  console.log('\nVideo frames       frames  kind             tracking  order  seconds');
  const reader: SlowReader = {
    concurrency: 1,
    async readPage({ path, mediaType, page }) {
      const barcodes = await readBarcodes({ path, mediaType, page }).catch(() => []);
      const [text] = ocr === undefined ? [] : await ocr.ocrPages(path, mediaType, [page]);
      return { text: text?.text ?? '', confidence: text?.confidence ?? 0, barcodes };
    },
    close: async () => undefined,
  };
  for (const tellsNumbers of [false, true]) {
    const dir = mkdtempSync(join(tmpdir(), 'casebinder-eval-video-'));
    try {
      const video = await makePackingVideo(tellsNumbers);
      const path = join(dir, 'IMG_0001.webm');
      writeFileSync(path, video.bytes);
      const start = performance.now();
      const names = { fileName: 'IMG_0001.webm', folderNames: [] };
      const plain = await readFile({ path, ...names, scratchDir: dir, limits: DEFAULT_READ_LIMITS });
      const scratchDir = join(dir, 'frames');
      const { signal } = new AbortController();
      const reading = await readVideoFrames({ ffmpeg, path, read: plain, scratchDir, signal }, reader);
      const read = reading.ok ? reading.read : plain;
      const found = recognise(toRecogniseInput(names, video.bytes.length, read));
      const has = (value: string): string =>
        found.identifiers.some((one) => one.value === value && one.source === 'video_frame')
          ? 'found'
          : 'missed';
      const name = tellsNumbers ? 'numbers burnt in' : 'label held up';
      console.log(
        `${name.padEnd(18)} ${String(read.properties.frameSeconds?.length ?? 0).padStart(6)}  ${found.kind.slug.padEnd(16)} ${has(video.tracking).padEnd(8)}  ${has(video.orderId).padEnd(6)} ${((performance.now() - start) / 1000).toFixed(1).padStart(6)}`,
      );
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
}
