// Does a list of 100,000 documents scroll without a late frame? `npm run bench -- --scroll 100000`, in a real Chromium.
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
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
  readonly pixels: number;
}
const GESTURES: readonly Gesture[] = [
  { what: 'reading, 12 px a frame', pixels: 12 },
  { what: 'flicking, 400 px a frame', pixels: 400 },
  { what: 'dragging the bar, 12,000 px a frame', pixels: 12_000 },
];

/** Scrolls in the page and measures the time between animation frames, in milliseconds. */
async function measureFrames(page: Page, pixels: number): Promise<number[]> {
  return page.evaluate(
    ({ step, durationMs }) =>
      new Promise<number[]>((resolve, reject) => {
        const body = document.querySelector<HTMLElement>('.cb-table-body');
        if (body === null) {
          reject(new Error('there is no list on this page'));
          return;
        }
        const end = body.scrollHeight - body.clientHeight;
        const frames: number[] = [];
        let at = body.scrollTop;
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
          if (at + step * direction > end) direction = -1;
          if (at + step * direction < 0) direction = 1;
          at += step * direction;
          body.scrollTop = at;
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
    { step: pixels, durationMs: GESTURE_MS },
  );
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time of the thread in microseconds; other processes of the machine are not in it. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** CPU time in milliseconds of each task of the page's main thread while `work` runs. */
async function traceTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as {
    traceEvents: readonly TraceEvent[];
  };
  const threads = new Set(
    traceEvents
      .filter((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain')
      .map((event) => `${event.pid} ${event.tid}`),
  );
  return traceEvents
    .filter(
      (event) => event.ph === 'X' && event.tdur !== undefined && threads.has(`${event.pid} ${event.tid}`),
    )
    .map((event) => (event.tdur ?? 0) / 1000);
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
    await page.waitForTimeout(1_500);
    const rows: Row[] = [
      {
        what: `app: start to usable list of ${documents} documents`,
        ours: `${Math.round(usableMs)} ms`,
        peer: '–',
        bar: '≤ 2 s',
      },
    ];
    for (const { what, pixels } of GESTURES) {
      let frames: number[] = [];
      const tasks = await traceTasks(launched.browser, page, async () => {
        frames = await measureFrames(page, pixels);
      });
      const late = frames.filter((frameMs) => frameMs > BAR_MS).length;
      rows.push({
        what: `scroll ${documents} rows, ${what}`,
        ours:
          `${frames.length} frames: p50 ${percentile(frames, 0.5).toFixed(1)} ms, p99 ${percentile(frames, 0.99).toFixed(1)} ms, ` +
          `longest ${Math.max(...frames).toFixed(0)} ms, ${late} over ${BAR_MS} ms; ` +
          `CPU of the page’s longest task ${Math.max(0, ...tasks).toFixed(1)} ms`,
        peer: '–',
        bar: `no frame over ${BAR_MS} ms`,
      });
    }
    const [load = 0] = loadavg();
    console.error(`load of the machine at the end: ${load.toFixed(1)}`);
    if (offences.length > 0) throw new Error(offences.join('\n'));
    return rows;
  } finally {
    await launched.browser.close();
    await served.close();
  }
}
