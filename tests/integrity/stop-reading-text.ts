// A program of its own that reads text in a picture with the models and is stopped in the middle, again and again; it must live.
import { createOcr } from '../../src/engine/readers/ocr.ts';

const [path, mediaType] = process.argv.slice(2) as [string, string];
let stopped = 0;
for (const stopAfterMs of [900, 1_300, 1_700, 2_100]) {
  const ocr = createOcr({ workers: 1 });
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), stopAfterMs);
  try {
    // Often enough that the models are at work when the stop comes.
    for (let turn = 0; turn < 50; turn += 1) await ocr.ocrPages(path, mediaType, [1], stop.signal);
  } catch {
    stopped += 1;
  }
  clearTimeout(timer);
  await ocr.close();
}
process.stdout.write(`alive after ${stopped} stops`);
