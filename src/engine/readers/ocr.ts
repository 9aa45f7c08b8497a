// What text stands in pictures and scanned pages?

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import type { BarcodeValue, PageText } from '../../domain/reading.ts';
import { createWorkerPool, resolveWorkerEntry } from '../jobs/worker-pool.ts';
import { createOcrEngine, type OcrEngine } from './ocr-engine.ts';
import type { OcrImage, OcrImageRequest } from './ocr-image.ts';
import { ocrPage } from './ocr-page.ts';
import type { PageReading, PlacedLine } from './text-lines/read-page-lines.ts';

export interface OcrOptions {
  /** Pages recognised at once; cores − 1 is right, each takes about 250 MB. */
  readonly workers: number;
  /** Folder for the unpacked language data (5 MB, made when missing); default: the system's temporary folder. */
  readonly dataDir?: string;
  /** Engines stop after this long without work. */
  readonly idleMs?: number;
  /** "lines" (default) falls back to "tesseract" where the line models don't run. */
  readonly engine?: 'lines' | 'tesseract';
}

export interface Ocr {
  /**
   * Text of the given pages (1-based), source "ocr", with confidence 0…1; pages without readable text are left out.
   * Rejects with CANCELLED when aborted. Pages that cannot be drawn or take over three minutes are left out.
   */
  ocrPages(
    path: string,
    mediaType: string,
    pages: readonly number[],
    signal?: AbortSignal,
  ): Promise<PageText[]>;
  /** Codes on one page (1-based), read by the thread that reads its text: one picture at a time. Rejects when it can't be drawn. */
  readCodes(path: string, mediaType: string, page: number, signal?: AbortSignal): Promise<BarcodeValue[]>;
  /**
   * The text of one page (1-based) and where its lines stand; undefined when it holds none, or where the line models
   * don't run. Rejects with CANCELLED when aborted.
   */
  placeText(
    path: string,
    mediaType: string,
    page: number,
    signal?: AbortSignal,
  ): Promise<PlacedText | undefined>;
  close(): Promise<void>;
}

export interface PlacedText {
  readonly text: string;
  readonly lines: readonly PlacedLine[];
}

const PAGE_TIMEOUT_MS = 180_000;
const PREPARE_TIMEOUT_MS = 30_000;
const LOAD_TIMEOUT_MS = 60_000;
const PREPARE_MEMORY_MB = 640;
/** A thread that is stopped inside the models' library takes the whole program along. One question takes a second, on a busy machine many. */
const MODEL_EXIT_MS = 60_000;
const DEFAULT_IDLE_MS = 20_000;
/** Below this a reading is noise, not text. */
const MIN_CONFIDENCE = 0.3;

/** Text recognition for the slow pass: starts with the first page, stops when idle. */
export function createOcr(options: OcrOptions): Ocr {
  const dataDir = options.dataDir ?? join(tmpdir(), 'casebinder-ocr-data');
  const idleMs = options.idleMs ?? DEFAULT_IDLE_MS;
  const drawing = createWorkerPool({
    entry: resolveWorkerEntry('read-worker', import.meta.url),
    workers: 1,
    idleMs,
  });
  const lines = createWorkerPool({
    entry: resolveWorkerEntry('text-lines/line-worker', import.meta.url),
    workers: Math.max(1, options.workers),
    idleMs,
    exitGraceMs: MODEL_EXIT_MS,
  });
  /** Whether the line models run here; asked once. Elsewhere pages are read by the engine that runs everywhere. */
  let areModelsReady: Promise<boolean> | undefined;
  const free: OcrEngine[] = [];
  const waiting: ((engine: OcrEngine) => void)[] = [];
  let created = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  async function acquire(): Promise<OcrEngine> {
    clearTimeout(idleTimer);
    const engine = free.pop();
    if (engine !== undefined) return engine;
    if (created < Math.max(1, options.workers)) {
      created += 1;
      return createOcrEngine(dataDir);
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  function release(engine: OcrEngine): void {
    const next = waiting.shift();
    if (next !== undefined) {
      next(engine);
      return;
    }
    free.push(engine);
    if (free.length === created) idleTimer = setTimeout(() => void stopEngines(), idleMs).unref();
  }

  async function stopEngines(): Promise<void> {
    const engines = free.splice(0);
    created -= engines.length;
    await Promise.all(engines.map((engine) => engine.close()));
  }

  /** Undefined when the models don't run on this machine; null when the page holds no readable text. */
  async function readLines(
    path: string,
    mediaType: string,
    page: number,
    signal?: AbortSignal,
  ): Promise<PageReading | null | undefined> {
    if (options.engine === 'tesseract') return undefined;
    areModelsReady ??= lines
      .run<boolean>('ready', undefined, { timeoutMs: LOAD_TIMEOUT_MS })
      .then((outcome) => outcome.ok && outcome.value);
    if (!(await areModelsReady)) return undefined;
    const outcome = await lines.run<PageReading>(
      'page',
      { path, mediaType, page },
      { timeoutMs: PAGE_TIMEOUT_MS, maxMemoryMb: PREPARE_MEMORY_MB, signal },
    );
    return outcome.ok && outcome.value.text !== '' ? outcome.value : null;
  }

  async function readOne(
    path: string,
    mediaType: string,
    page: number,
    signal?: AbortSignal,
  ): Promise<PageText | undefined> {
    const found = await readLines(path, mediaType, page, signal);
    if (found === undefined) return readByTesseract(path, mediaType, page, signal);
    return found === null
      ? undefined
      : { page, text: found.text, source: 'ocr', confidence: found.confidence };
  }

  async function readByTesseract(
    path: string,
    mediaType: string,
    page: number,
    signal?: AbortSignal,
  ): Promise<PageText | undefined> {
    const engine = await acquire();
    try {
      const prepare = async (
        how: Pick<OcrImageRequest, 'turnDegrees' | 'isSketch'>,
      ): Promise<Uint8Array | undefined> => {
        const request: OcrImageRequest = { path, mediaType, page, ...how };
        const outcome = await drawing.run<OcrImage>('ocr-image', request, {
          timeoutMs: PREPARE_TIMEOUT_MS,
          maxMemoryMb: PREPARE_MEMORY_MB,
          signal,
        });
        return outcome.ok ? outcome.value.png : undefined;
      };
      const tools = { engine, prepare, timeoutMs: PAGE_TIMEOUT_MS, signal };
      const first = await ocrPage(tools);
      // A reading without any text may be the fault of what the engine read before: a fresh one gets a second chance.
      const isUseless = first === undefined || first.text.trim() === '' || first.confidence < MIN_CONFIDENCE;
      const mustRepeat = isUseless && signal?.aborted !== true;
      if (mustRepeat) await engine.close();
      const reading = mustRepeat ? await ocrPage(tools) : first;
      if (reading === undefined || reading.confidence < MIN_CONFIDENCE || reading.text.trim() === '')
        return undefined;
      return { page, text: reading.text.trim(), source: 'ocr', confidence: reading.confidence };
    } finally {
      release(engine);
    }
  }

  return {
    async ocrPages(path, mediaType, pages, signal) {
      const readings = await Promise.all(pages.map((page) => readOne(path, mediaType, page, signal)));
      if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
      return readings.filter((reading) => reading !== undefined);
    },
    async readCodes(path, mediaType, page, signal) {
      const outcome = await lines.run<BarcodeValue[]>(
        'codes',
        { path, mediaType, page },
        { timeoutMs: PREPARE_TIMEOUT_MS, maxMemoryMb: PREPARE_MEMORY_MB, signal },
      );
      if (outcome.ok) return outcome.value;
      if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
      throw new CasebinderError('INTERNAL', { detail: outcome.detail });
    },
    async placeText(path, mediaType, page, signal) {
      const found = await readLines(path, mediaType, page, signal);
      if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
      return found === undefined || found === null ? undefined : { text: found.text, lines: found.lines };
    },
    async close() {
      clearTimeout(idleTimer);
      await Promise.all([stopEngines(), drawing.close(), lines.close()]);
    },
  };
}
