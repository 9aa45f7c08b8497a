// What can be asked about watched folders, also from a page that may never hold a path?
import { join } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import type { EngineContext } from './engine-context.ts';
import type { FolderPlaces, PlaceListing } from './folder-places.ts';
import type { Intake, WatchedFolderView } from './intake/intake.ts';
import type { FolderPreview } from './intake/preview-folder.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import { applySampleStory } from './sample/apply-sample-story.ts';

/** Loaded when asked for: it brings PDF, barcode and office writers that an idle engine should not hold in memory. */
const loadSampleBuilder = () => import('./sample/build-sample-seller.ts');

export interface FolderDesk {
  list(): WatchedFolderView[];
  preview(path: string, signal?: AbortSignal): Promise<FolderPreview>;
  add(path: string, options?: { keepCopies?: boolean }): Promise<WatchedFolderView>;
  remove(id: number): Promise<WatchedFolderView>;
  confirmMissing(id: number): { confirmed: number };
  browse(sessionId: string, place?: string): PlaceListing;
  resolvePlace(sessionId: string, place: string): string;
  /** Writes the sample seller into `dir` and stores its account; returns the job. */
  buildSample(dir: string): number;
  /** Builds the sample seller beside the archive, watches it and indexes it; returns the job. */
  addSample(): number;
}

export function createFolderDesk(
  context: EngineContext,
  intake: Intake,
  jobs: JobQueue,
  places: FolderPlaces,
): FolderDesk {
  return {
    list: () => intake.listFolders(),
    preview: (path, signal) => intake.previewFolder(path, signal),
    add: (path, options) => intake.addFolder(path, options ?? {}),
    remove: (id) => intake.removeFolder(id),
    confirmMissing: (id) => intake.confirmMissing(id),
    browse: (sessionId, place) => places.browse(sessionId, place),
    resolvePlace: (sessionId, place) => places.resolve(sessionId, place),
    buildSample: (dir) =>
      jobs.start({ kind: 'sample', subject: dir }, async (handle) => {
        const built = await (await loadSampleBuilder()).buildSampleSeller({
          dir,
          signal: handle.signal,
          onProgress: (p) => handle.report({ phase: 'build', done: p.files, total: 0 }),
        });
        applySampleStory(context, built.story);
        return { folders: built.folders, files: built.files, bytes: built.bytes, story: built.story };
      }),
    addSample: () =>
      jobs.start({ kind: 'sample' }, async (handle) => {
        // Beside the archive, never inside it: an archive must not file itself.
        const dir = `${context.archive.dir}-sample`;
        const built = await (await loadSampleBuilder()).buildSampleSeller({
          dir: join(dir),
          signal: handle.signal,
          onProgress: (p) => handle.report({ phase: 'build', done: p.files, total: 0 }),
        });
        applySampleStory(context, built.story);
        try {
          await intake.addFolder(dir, {});
        } catch (error) {
          if (!(error instanceof CasebinderError) || error.code !== 'FOLDER_ALREADY_WATCHED') throw error;
        }
        const indexed = await intake.runUntilIdle({
          ocr: false,
          signal: handle.signal,
          onProgress: (p) => handle.report({ phase: 'index', done: p.filed, total: p.filed + p.pending }),
        });
        return { files: built.files, documents: indexed.documents };
      }),
  };
}
