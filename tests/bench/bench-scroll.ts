// Does a list of 100,000 documents scroll without a late frame? `npm run bench -- --scroll 100000`, in a real Chromium.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openWatchedPage, serveForTest } from '../app/served-archive.ts';
import { launchChromium } from '../support/launch-chromium.ts';
import { fillScaleArchive } from './bench-scale.ts';
import { percentile, type Row } from './table.ts';

/** Longest time between two frames that a hand feels as smooth (design.md 7). */
const BAR_MS = 50;
/** Each way of scrolling is done this long. */
const GESTURE_MS = 8_000;

interface Gesture {
  readonly what: string;
  /** Moves the list by one frame's worth; runs in the page. */
  readonly step: 'read' | 'flick' | 'drag';
}
const GESTURES: readonly Gesture[] = [
  { what: 'reading speed, 12 px a frame', step: 'read' },
  { what: 'flicking, 400 px a frame', step: 'flick' },
  { what: 'dragging the bar, 12,000 px a frame', step: 'drag' },
];

/** Scrolls in the page and measures the time between animation frames, in milliseconds. */
async function measureFrames(page: Page, step: Gesture['step']): Promise<number[]> {
  return page.evaluate(
    ({ name, durationMs }) =>
      new Promise<number[]>((resolve, reject) => {
        const body = document.querySelector<HTMLElement>('.cb-table-body');
        if (body === null) return reject(new Error('there is no list on this page'));
        const pixels = { read: 12, flick: 400, drag: 12_000 }[name];
        const frames: number[] = [];
        let direction = 1;
        let startedMs: number | undefined;
        let lastMs = 0;
        const tick = (nowMs: number): void => {
          if (startedMs === undefined) startedMs = nowMs;
          else frames.push(nowMs - lastMs);
          lastMs = nowMs;
          if (nowMs - startedMs > durationMs) {
            resolve(frames);
            return;
          }
          const end = body.scrollHeight - body.clientHeight;
          if (body.scrollTop + pixels * direction > end) direction = -1;
          if (body.scrollTop + pixels * direction < 0) direction = 1;
          body.scrollTop += pixels * direction;
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
    { name: step, durationMs: GESTURE_MS },
  );
}

/** @throws Error when no Chromium runs on this machine */
export async function benchScroll(base: string, projectDir: string, documents: number): Promise<Row[]> {
  const launched = await launchChromium();
  if ('reason' in launched) throw new Error(`no Chromium on this machine: ${launched.reason}`);
  fillScaleArchive(base, projectDir, documents);
  const served = await serveForTest(join(base, 'scale'), false);
  try {
    served.engine.settings.set('first_run_done', 'true');
    const { page, offences } = await openWatchedPage(launched.browser, served, {
      width: 1920,
      height: 1080,
      locale: 'en',
    });
    const startedMs = performance.now();
    await page.goto(new URL('/documents', served.host.url).href);
    await page.locator('[role="row"][id="row-0"]').waitFor();
    const usableMs = performance.now() - startedMs;
    await page.waitForTimeout(1_000);
    const rows: Row[] = [
      {
        what: `app: start to usable list at ${documents} documents`,
        ours: `${Math.round(usableMs)} ms`,
        peer: '–',
        bar: '≤ 2 s',
      },
    ];
    for (const { what, step } of GESTURES) {
      const frames = await measureFrames(page, step);
      const late = frames.filter((frameMs) => frameMs > BAR_MS);
      rows.push({
        what: `scroll ${documents} rows, ${what}`,
        ours: `${frames.length} frames, p50 ${percentile(frames, 0.5).toFixed(1)} ms, p99 ${percentile(frames, 0.99).toFixed(1)} ms, longest ${Math.max(...frames).toFixed(1)} ms, ${late.length} over ${BAR_MS} ms`,
        peer: '–',
        bar: `no frame over ${BAR_MS} ms`,
      });
    }
    if (offences.length > 0) throw new Error(offences.join('\n'));
    return rows;
  } finally {
    await launched.browser.close();
    await served.close();
  }
}
