// A program of its own that reads text in a picture with the models and is stopped inside them, again and again; it must live.
import sharp from 'sharp';
import { createOcr } from '../../src/engine/readers/ocr.ts';

const [path] = process.argv.slice(2) as [string];
// Small, so that the time goes into the models and not into the picture.
const WORDS = `<svg width="600" height="160"><text x="20" y="60" font-size="40">Invoice 2026-0117</text>
  <text x="20" y="130" font-size="40">Order 113-1234567</text></svg>`;
await sharp({ create: { width: 600, height: 160, channels: 3, background: '#fff' } })
  .composite([{ input: Buffer.from(WORDS) }])
  .png()
  .toFile(path);

const STOPS = 2;
const read = (ocr: ReturnType<typeof createOcr>, signal?: AbortSignal) =>
  ocr.ocrPages(path, 'image/png', [1], signal);
let stopped = 0;
let pageMs: number | undefined;
// On a busy machine a page may be done before its stop comes; then it comes earlier the next time.
for (let turn = 1; stopped < STOPS && turn <= 12; turn += 1) {
  const ocr = createOcr({ workers: 1 });
  // Loads the models; the second page tells how long one takes on this machine.
  await read(ocr);
  if (pageMs === undefined) {
    const startedMs = performance.now();
    await read(ocr);
    pageMs = performance.now() - startedMs;
  }
  const stop = new AbortController();
  setTimeout(() => stop.abort(), (pageMs ?? 0) * (0.6 / turn));
  await read(ocr, stop.signal).catch(() => {
    stopped += 1;
  });
  await ocr.close();
}
process.stdout.write(`alive after ${stopped} stops`);
