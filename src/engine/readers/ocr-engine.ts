// How does one text-recognition worker run offline, change its language, and end when it hangs?
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { PSM, Worker } from 'tesseract.js';
import { findModuleFile } from './find-module-file.ts';

export type OcrLanguage = 'eng' | 'chi_sim+eng';

export interface OcrReading {
  readonly text: string;
  /** Mean word confidence 0…1. */
  readonly confidence: number;
}

export interface OcrEngine {
  /** Undefined when it took longer than `timeoutMs` or was aborted; the engine then starts anew by itself. */
  recognise(
    png: Uint8Array,
    language: OcrLanguage,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<OcrReading | undefined>;
  close(): Promise<void>;
}

const LANGUAGES = ['eng', 'chi_sim'] as const;
const VARIANT = '4.0.0_best_int';
const LSTM_ONLY = 1;

/** Layout analysis helps Latin pages and hurts Chinese ones (measured, docs/decisions/0007-ocr.md). */
const PAGE_MODE: Readonly<Record<OcrLanguage, keyof typeof PSM>> = {
  eng: 'AUTO',
  'chi_sim+eng': 'SINGLE_BLOCK',
};

/** What was read on one page must not sway the next: results would depend on the order of the files. */
const INDEPENDENT_PAGES = { tessedit_enable_doc_dict: '0', classify_enable_learning: '0' } as const;

/** Puts the data files of both languages into one folder, as the library wants them. Cheap when they are there. */
export function prepareOcrData(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const language of LANGUAGES) {
    const target = join(folder, `${language}.traineddata.gz`);
    if (existsSync(target)) continue;
    const partial = `${target}.${process.pid}.tmp`;
    copyFileSync(
      findModuleFile(`@tesseract.js-data/${language}/${VARIANT}/${language}.traineddata.gz`),
      partial,
    );
    renameSync(partial, target);
  }
}

/** One engine works on one page at a time. It starts at the first page. */
export function createOcrEngine(dataFolder: string): OcrEngine {
  let worker: Worker | undefined;
  let language: OcrLanguage | undefined;

  async function ready(wanted: OcrLanguage): Promise<Worker> {
    // Loaded at the first page: most starts of the program read none.
    const { createWorker, PSM } = await import('tesseract.js');
    if (worker === undefined) {
      prepareOcrData(dataFolder);
      worker = await createWorker(wanted === 'eng' ? ['eng'] : ['chi_sim', 'eng'], LSTM_ONLY, {
        langPath: dataFolder,
        gzip: true,
        cacheMethod: 'none',
        // Without a handler of its own the library throws in the middle of nowhere.
        errorHandler: () => {},
      });
    } else if (language !== wanted) {
      await worker.reinitialize(wanted, LSTM_ONLY);
    }
    if (language !== wanted)
      await worker.setParameters({
        tessedit_pageseg_mode: PSM[PAGE_MODE[wanted]],
        user_defined_dpi: '200',
        debug_file: '/dev/null',
        ...INDEPENDENT_PAGES,
      });
    language = wanted;
    return worker;
  }

  async function close(): Promise<void> {
    const ended = worker;
    worker = undefined;
    language = undefined;
    await ended?.terminate();
  }

  return {
    async recognise(png, wanted, timeoutMs, signal) {
      if (signal?.aborted === true) return undefined;
      const stopped = Promise.withResolvers<undefined>();
      const stop = (): void => stopped.resolve(undefined);
      const timer = setTimeout(stop, timeoutMs);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const reading = (async (): Promise<OcrReading> => {
          const { data } = await (await ready(wanted)).recognize(
            Buffer.from(png.buffer, png.byteOffset, png.byteLength),
          );
          return { text: joinHanCharacters(data.text), confidence: data.confidence / 100 };
        })();
        reading.catch(() => {});
        const result = await Promise.race([reading, stopped.promise]);
        if (result === undefined) await close();
        return result;
      } catch {
        await close();
        return undefined;
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
      }
    },
    close,
  };
}

/** The recogniser puts spaces between Chinese characters. */
export function joinHanCharacters(text: string): string {
  return text.replace(
    /(?<=[\p{Script=Han}，。：；、（）《》])[ \t]+(?=[\p{Script=Han}，。：；、（）《》])/gu,
    '',
  );
}
