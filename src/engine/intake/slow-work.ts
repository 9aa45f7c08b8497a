// What is done when nothing urgent is left: OCR and codes, and bringing old results up to the newest version?
import { join } from 'node:path';
import type { BarcodeValue, PageText, ReadResult } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import { findReader } from '../readers/reader-table.ts';
import { RECOGNITION_VERSION } from '../recognise/recognise.ts';
import { reindexStep } from '../store/search/reindex.ts';
import { readSettings } from '../store/setting-queries.ts';
import type { FramePass } from '../video/frame-pass.ts';
import { readVideoFrames } from '../video/read-video-frames.ts';
import type { InspectedFile } from './inspect-files.ts';
import type { IntakeWorkers } from './intake-task.ts';
import { createKeepCopies } from './keep-copies.ts';
import type { ContentHandle } from './open-content.ts';
import { toRecogniseInput } from './process-file.ts';
import { findStaleReadings, findStaleRecognitions, readAgain, recogniseAgain } from './re-recognise.ts';
import { createSlowPass, type SlowPage, type SlowReader } from './slow-pass.ts';

export type { SlowPage, SlowReader };

export interface SlowWork {
  /** Does one piece of work; false when nothing is left that can be done now. */
  step(): Promise<boolean>;
  /** Reads and recognises again what older versions did, and makes the safe copies that folders ask for. */
  catchUp(signal: AbortSignal | undefined, onStep: () => void): Promise<void>;
  /** OCR and codes of every waiting page. */
  readAllPages(signal: AbortSignal | undefined, onStep: () => void): Promise<void>;
  /** Adds OCR text and codes to a file that is inspected only; of a video those of its frames. */
  improve(path: string, file: InspectedFile): Promise<InspectedFile>;
  recogniseAgain(documentIds: readonly number[]): Promise<number>;
  /** Ends the work in hand at the next page. */
  stop(): void;
  close(): Promise<void>;
}

/** Pages of one inspected file that are read as pictures: an answer is waited for. */
const MAX_INSPECTED_PAGES = 20;

let inspectedVideos = 0;

export function createSlowWork(
  context: EngineContext,
  parts: {
    readonly workers: IntakeWorkers;
    readonly openContent: (documentId: number) => Promise<ContentHandle>;
    readonly reader: SlowReader;
    /** Frames of videos, which are then read like pages. */
    readonly frames: FramePass;
  },
): SlowWork {
  const { workers, openContent, reader, frames } = parts;
  const stopping = new AbortController();
  const pass = createSlowPass(context, { reader, workers, openContent });
  const copies = createKeepCopies(context, workers, openContent);
  let staleReadings: number[] | undefined;
  const countChanges = context.archive.sqlite.prepare('SELECT total_changes()').pluck();
  /** Everything was up to date when the connection had written this much. */
  let changesSeen = -1;

  /** One batch of old recognitions, or one old reading; false when all is new. */
  async function catchUpStep(): Promise<boolean> {
    staleReadings ??= findStaleReadings(context, findReader);
    const documentId = staleReadings.shift();
    if (documentId !== undefined) {
      // A document whose bytes can't be had now keeps what it has; the next start tries again.
      await readAgain(context, workers, openContent, documentId).catch((error: unknown) => {
        context.log.warn({ error, documentId }, 'a document could not be read again');
      });
      return true;
    }
    // Looking through all recognitions takes a tenth of a second on a large archive: not again before something was written.
    const changes = countChanges.get() as number;
    if (changes === changesSeen) return false;
    const stale = findStaleRecognitions(context, RECOGNITION_VERSION);
    if (stale.length > 0 && (await recogniseAgain(context, workers, stale)) > 0) return true;
    if (reindexStep(context.archive, context.nowMs())) return true;
    if (await copies.step()) return true;
    changesSeen = changes;
    return false;
  }

  async function recogniseInspected(
    path: string,
    file: InspectedFile,
    read: ReadResult,
  ): Promise<InspectedFile> {
    const names = { fileName: path.split(/[\\/]/).pop() ?? path, folderNames: [] };
    const recognition = await workers.recognise(toRecogniseInput(names, file.sizeBytes, read));
    return { ...file, read, recognition };
  }

  /** Without a decoder, or when it takes no picture, the answer says so plainly. */
  async function improveVideo(path: string, file: InspectedFile): Promise<InspectedFile> {
    const ffmpeg = await frames.findDecoder();
    const scratchDir = join(context.scratchDir, `inspect-video-${++inspectedVideos}`);
    const { read } = file;
    const reading =
      ffmpeg === undefined
        ? undefined
        : await readVideoFrames({ ffmpeg, path, read, scratchDir, signal: stopping.signal }, reader);
    if (reading?.ok === true) return recogniseInspected(path, file, reading.read);
    const warning =
      reading === undefined
        ? { code: 'video_no_decoder' }
        : { code: reading.code === 'tooSlow' ? 'video_too_slow' : 'video_undecodable' };
    const { recognition } = file;
    return { ...file, recognition: { ...recognition, warnings: [...recognition.warnings, warning] } };
  }

  return {
    async step() {
      if (stopping.signal.aborted) return false;
      if (await catchUpStep()) return true;
      if (stopping.signal.aborted) return false;
      const readsScans = readSettings(context).ocr_enabled !== 'false';
      const work = async () =>
        (await frames.step(stopping.signal)) || (readsScans && (await pass.step(stopping.signal)));
      return work().catch((error: unknown) => {
        if (stopping.signal.aborted) return false;
        throw error;
      });
    },
    async catchUp(signal, onStep) {
      while (await catchUpStep()) {
        signal?.throwIfAborted();
        onStep();
      }
    },
    async readAllPages(signal, onStep) {
      const both = signal === undefined ? stopping.signal : AbortSignal.any([signal, stopping.signal]);
      await frames.runAll(both, onStep);
      await pass.runAll(both, onStep);
    },
    async improve(path, file) {
      if (file.read.mediaType.startsWith('video/')) return improveVideo(path, file);
      if (file.read.pagesWithoutText.length === 0) return file;
      const pages = new Map<number, PageText>(file.read.pages.map((page) => [page.page, page]));
      const barcodes: BarcodeValue[] = [...file.read.barcodes];
      for (const page of file.read.pagesWithoutText.slice(0, MAX_INSPECTED_PAGES)) {
        const found = await reader
          .readPage({ path, mediaType: file.read.mediaType, page }, stopping.signal)
          .catch(() => undefined);
        if (found === undefined) continue;
        barcodes.push(...found.barcodes);
        const text = found.text.trim();
        if (text !== '') pages.set(page, { page, text, source: 'ocr', confidence: found.confidence });
      }
      const read = { ...file.read, pages: [...pages.values()].sort((a, b) => a.page - b.page), barcodes };
      return recogniseInspected(path, file, read);
    },
    recogniseAgain: (documentIds) => recogniseAgain(context, workers, documentIds),
    stop() {
      stopping.abort();
      frames.stop();
    },
    close: () => reader.close(),
  };
}
