// What would the archive say about files that it doesn't hold, without storing anything?
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CasebinderError, type ErrorCode, type ErrorParams } from '../../domain/errors.ts';
import type { Recognition } from '../../domain/inspection.ts';
import { DEFAULT_READ_LIMITS, type ReadResult } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import type { IntakeWorkers } from './intake-task.ts';

/** What is known about one inspected file; text of scans included when OCR was asked for. */
export interface InspectedFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly read: ReadResult;
  readonly recognition: Recognition;
}

/** Plain data, so that it can travel through the API: an error is its code and parameters. */
export type InspectOutcome =
  | InspectedFile
  | { readonly path: string; readonly error: { readonly code: ErrorCode; readonly params: ErrorParams } };

let inspectCount = 0;

/**
 * Reads and recognises files without storing. A file that can't be read gives an error in its place, not a rejection.
 * Folders are not descended into. `improve` may add OCR text and barcodes before the answer.
 */
export function inspectFiles(
  context: EngineContext,
  workers: IntakeWorkers,
  paths: readonly string[],
  improve: (path: string, file: InspectedFile) => Promise<InspectedFile>,
): Promise<InspectOutcome[]> {
  return Promise.all(paths.map((path) => inspectFile(context, workers, path, improve)));
}

async function inspectFile(
  context: EngineContext,
  workers: IntakeWorkers,
  path: string,
  improve: (path: string, file: InspectedFile) => Promise<InspectedFile>,
): Promise<InspectOutcome> {
  const absolute = resolve(path);
  const scratchDir = join(context.scratchDir, `inspect-${++inspectCount}`);
  try {
    mkdirSync(scratchDir, { recursive: true, mode: 0o700 });
    const task = {
      path: absolute,
      fileName: basename(absolute),
      folderNames: [],
      scratchDir,
      limits: DEFAULT_READ_LIMITS,
    };
    const outcome = await workers.run(task);
    if (outcome.outcome !== 'read') return { path, error: { code: 'FILE_UNREADABLE', params: { path } } };
    const { sha256, look, recognition } = outcome;
    // The unpacked children are swept below: a path to them would be worthless, and tell where the archive lies.
    const children = outcome.read.children.map((child) => ({ ...child, scratchPath: '' }));
    const read: ReadResult = { ...outcome.read, children };
    return await improve(absolute, { path, sha256, sizeBytes: look.sizeBytes, read, recognition });
  } catch (error) {
    const told =
      error instanceof CasebinderError ? error : new CasebinderError('FILE_UNREADABLE', { path }, error);
    return { path, error: { code: told.code, params: told.params } };
  } finally {
    rmSync(scratchDir, { recursive: true, force: true });
  }
}
