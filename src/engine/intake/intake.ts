// The way from watched folders to filed documents: everything that intake can do, put together.
import { availableParallelism } from 'node:os';
import type { EngineContext } from '../engine-context.ts';
import type { KindModel } from '../recognise/kind-model.ts';
import { createFramePass, type FramePass } from '../video/frame-pass.ts';
import { confirmMissing } from './confirm-missing.ts';
import type { WalkProblem } from './find-files.ts';
import { createFinder } from './finder.ts';
import { createFolderReconciler } from './folder-reconciler.ts';
import { linuxHints } from './hints/directory-hints.ts';
import type { HintSource } from './hints/hint-source.ts';
import { recursiveHints } from './hints/recursive-hints.ts';
import { type InspectedFile, type InspectOutcome, inspectFiles } from './inspect-files.ts';
import { type LiveIntake, startLiveIntake } from './intake-live.ts';
import { createIntakeQueue } from './intake-queue.ts';
import {
  listWaiting,
  viewFolder,
  viewFolders,
  type WaitingFile,
  type WatchedFolderView,
} from './intake-status.ts';
import type { IntakeWorkers } from './intake-task.ts';
import { createIntakeWorkers } from './intake-workers.ts';
import { type ContentHandle, openContent } from './open-content.ts';
import { createPageReader } from './page-reader.ts';
import type { FolderPreview } from './preview-folder.ts';
import { createQueueRows } from './queue-rows.ts';
import type { ReconcileResult } from './reconcile.ts';
import { type IntakeProgress, type IntakeTotals, runUntilIdle } from './run-until-idle.ts';
import { createSettleTracker } from './settle.ts';
import { createSlowWork, type SlowReader } from './slow-work.ts';
import { createUnpacker } from './unpack-parents.ts';
import { DEFAULT_WATCH_OPTIONS, type WatchFolderOptions } from './watch-folder.ts';
import {
  type AddFolderOptions,
  addWatchedFolder,
  listWatchedFolders,
  removeWatchedFolder,
} from './watched-folders.ts';

export type {
  ContentHandle,
  FolderPreview,
  InspectOutcome,
  IntakeProgress,
  IntakeTotals,
  WaitingFile,
  WatchedFolderView,
};

export interface IntakeOptions {
  /** Worker threads; default: as many as cores. */
  readonly workerCount?: number;
  /** Learned from confirmed documents; speaks only where the rules abstain. */
  readonly model?: KindModel;
  /** Own workers, slow reader, hints or clocks, for tests of single steps. */
  readonly workers?: IntakeWorkers;
  readonly slowReader?: SlowReader;
  readonly hints?: HintSource;
  readonly watch?: Partial<WatchFolderOptions>;
  /** Clock of quiet periods; must never jump. Default: performance.now. */
  readonly monotonicMs?: () => number;
}

export interface RunOptions {
  /** Whether to read scans and photos by OCR as well, after everything else. */
  readonly ocr: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: IntakeProgress) => void;
}

export interface IntakeStatus {
  readonly watching: boolean;
  readonly busy: boolean;
  readonly queued: number;
  readonly arriving: number;
  readonly unreadable: number;
  readonly onlineOnly: number;
  readonly pendingOcr: number;
  readonly documents: number;
  /** Files filed since the program started. */
  readonly filed: number;
}

export interface Intake {
  /** @throws CasebinderError FOLDER_NOT_FOUND, FOLDER_NOT_READABLE, FOLDER_NOT_A_DIRECTORY, FOLDER_CONTAINS_ARCHIVE, FOLDER_ALREADY_WATCHED */
  addFolder(path: string, options?: AddFolderOptions): Promise<WatchedFolderView>;
  listFolders(): WatchedFolderView[];
  /** @throws CasebinderError NOT_FOUND */
  removeFolder(folderId: number): Promise<WatchedFolderView>;
  /** Counts without opening a file, in a worker, within limits. @throws CasebinderError FOLDER_NOT_FOUND, FOLDER_NOT_READABLE */
  previewFolder(path: string, signal?: AbortSignal): Promise<FolderPreview>;
  /** Answers the question that a mass disappearance raised: yes, they are gone. */
  confirmMissing(folderId: number): { confirmed: number };
  /** What the last whole look at a folder could not look at; empty before the first. */
  folderProblems(folderId: number): readonly WalkProblem[];
  /** Compares all folders with the archive and queues what differs. */
  reconcileAll(signal?: AbortSignal): Promise<ReconcileResult[]>;
  /** Reconciles, then works until nothing is pending. Rejects with an AbortError when `signal` aborts; what was done stays. */
  runUntilIdle(options: RunOptions): Promise<IntakeTotals>;
  /** Watches all folders until stop(); added and removed folders are followed. */
  startWatching(): void;
  status(): IntakeStatus;
  /** Files that are not filed yet, with the reason. */
  waiting(): WaitingFile[];
  /** Reads and recognises without storing; `ocr` also reads scans and codes. */
  inspectFiles(paths: readonly string[], options?: { readonly ocr?: boolean }): Promise<InspectOutcome[]>;
  /** Where a document's original bytes can be read. @throws CasebinderError NOT_FOUND, FILE_UNREADABLE */
  openContent(documentId: number): Promise<ContentHandle>;
  /** Frames of videos, made while nobody is looking. */
  readonly frames: Pick<FramePass, 'findDecoder'>;
  /** Recognises documents again from their stored text, for example after a person's correction. */
  recogniseAgain(documentIds: readonly number[]): Promise<number>;
  /** Later recognitions also ask what people taught. */
  adoptModel(model: KindModel): void;
  stop(): Promise<void>;
}

/** Creates the intake of an opened archive. Nothing runs until it is asked to. */
export function createIntake(context: EngineContext, options: IntakeOptions = {}): Intake {
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  const workers =
    options.workers ??
    createIntakeWorkers(
      options.workerCount ?? availableParallelism(),
      options.model === undefined ? {} : { model: options.model },
    );
  const finder = createFinder(context.archive);
  const rows = createQueueRows(context);
  const tracker = createSettleTracker(monotonicMs);
  const open = (documentId: number) => openContent(context, workers, documentId);
  const queue = createIntakeQueue(context, {
    rows,
    workers,
    unpacker: createUnpacker(context, workers, open),
  });
  const reconciler = createFolderReconciler(context, finder, monotonicMs);
  const frames = createFramePass(context, open);
  const slow = createSlowWork(context, {
    workers,
    openContent: open,
    frames,
    reader: options.slowReader ?? createPageReader(context),
  });
  let live: LiveIntake | undefined;

  async function reconcileAll(signal?: AbortSignal): Promise<ReconcileResult[]> {
    const results: ReconcileResult[] = [];
    for (const folder of listWatchedFolders(context)) {
      signal?.throwIfAborted();
      results.push(
        await reconciler.reconcile(folder, {
          folders: null,
          grace: false,
          ...(signal === undefined ? {} : { signal }),
        }),
      );
      queue.kick();
    }
    return results;
  }

  return {
    async addFolder(path, folderOptions) {
      const folder = addWatchedFolder(context, path, folderOptions);
      live?.followFolders();
      return viewFolder(context, folder, []);
    },
    listFolders: () => viewFolders(context, reconciler.problemsOf),
    async removeFolder(folderId) {
      const folder = removeWatchedFolder(context, folderId);
      live?.followFolders();
      return viewFolder(context, folder, []);
    },
    previewFolder: (path, signal) => finder.preview(path, signal),
    confirmMissing: (folderId) => confirmMissing(context, folderId),
    folderProblems: (folderId) => reconciler.problemsOf(folderId),
    reconcileAll,
    runUntilIdle: (run) =>
      runUntilIdle(context, { rows, tracker, queue, slow, monotonicMs, reconcileAll }, run),
    startWatching() {
      live ??= startLiveIntake(context, {
        reconciler,
        queue,
        rows,
        tracker,
        source: options.hints ?? chooseHints(),
        watchOptions: { ...DEFAULT_WATCH_OPTIONS, monotonicMs, ...options.watch },
        workSlowly: () => slow.step(),
      });
    },
    status() {
      const { queued, arriving, unreadable, onlineOnly, pendingOcr, documents } = rows.counts();
      const busy = queue.isBusy;
      const { filed } = queue.counts;
      return {
        watching: live !== undefined,
        busy,
        queued,
        arriving,
        unreadable,
        onlineOnly,
        pendingOcr,
        documents,
        filed,
      };
    },
    waiting: () => listWaiting(context),
    inspectFiles: (paths, inspect) =>
      inspectFiles(
        context,
        workers,
        paths,
        (path, file): Promise<InspectedFile> =>
          inspect?.ocr === true ? slow.improve(path, file) : Promise.resolve(file),
      ),
    openContent: open,
    frames,
    recogniseAgain: (documentIds) => slow.recogniseAgain(documentIds),
    adoptModel: (model) => workers.adoptModel?.(model),
    async stop() {
      slow.stop();
      await live?.stop();
      live = undefined;
      await workers.close();
      await queue.stop();
      await slow.close();
      await finder.close();
    },
  };
}

/** One handle per folder keeps people on Windows from renaming folders, and macOS runs out of descriptors. */
function chooseHints(): HintSource {
  return process.platform === 'win32' || process.platform === 'darwin' ? recursiveHints : linuxHints;
}
