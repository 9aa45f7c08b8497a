// One file from its path to everything that is known about it: fingerprint, then (for new content only) read and recognise.
import { rmSync } from 'node:fs';
import type { RecogniseInput, Recognition } from '../../domain/inspection.ts';
import type { ReadProblem, ReadResult } from '../../domain/reading.ts';
import type { ReadRequest } from '../readers/read-request.ts';
import { isSameLook, lookAtFile } from './file-look.ts';
import { fingerprintFile } from './fingerprint.ts';
import type { IntakeOutcome, IntakeTask } from './intake-task.ts';

/** The steps that other parts of the engine provide. */
export interface FileSteps {
  read(request: ReadRequest): Promise<ReadResult>;
  recognise(input: RecogniseInput): Recognition;
  /** Id of the document with this content, if the archive has one. */
  findDocument(databasePath: string, sha256: string): number | undefined;
}

/** Does one task. A reader that throws costs its text, never the file: the problem is recorded. */
export async function processFile(task: IntakeTask, steps: FileSteps): Promise<IntakeOutcome> {
  const print = fingerprintFile(task.path, task.expected);
  if (print.outcome !== 'done') return print;
  const { sha256, look } = print;
  if (task.databasePath !== undefined) {
    const documentId = steps.findDocument(task.databasePath, sha256);
    if (documentId !== undefined) return { outcome: 'known', sha256, look, documentId };
  }
  const read =
    task.skipReading !== undefined ? unreadResult(task.skipReading) : await readSafely(task, steps);
  const diskFull = read.problems
    .map(({ detail }) => /\b(ENOSPC|EDQUOT)\b/.exec(detail ?? '')?.[1])
    .find(Boolean);
  if (diskFull !== undefined) {
    rmSync(task.scratchDir, { recursive: true, force: true });
    return { outcome: 'locked', systemCode: diskFull };
  }
  // The reader opened the path anew: what it read only counts when the file still looks as it was hashed.
  if (task.expected !== undefined) {
    const now = lookQuietly(task.path);
    if (now === undefined || !isSameLook(now, look)) {
      rmSync(task.scratchDir, { recursive: true, force: true });
      return now === undefined ? { outcome: 'vanished' } : { outcome: 'changed', look: now };
    }
  }
  if (read.children.length === 0) rmSync(task.scratchDir, { recursive: true, force: true });
  return {
    outcome: 'read',
    sha256,
    look,
    read,
    recognition: steps.recognise(toRecogniseInput(task, look.sizeBytes, read)),
  };
}

async function readSafely(task: IntakeTask, steps: FileSteps): Promise<ReadResult> {
  try {
    return await steps.read({
      path: task.path,
      fileName: task.fileName,
      scratchDir: task.scratchDir,
      limits: task.limits,
      ...(task.avoidParts === undefined ? {} : { avoidParts: task.avoidParts }),
    });
  } catch (error) {
    return unreadResult('READER_CRASHED', describeFault(error));
  }
}

function describeFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return (error as NodeJS.ErrnoException).code ?? error.name;
}

/** The result for a file that no reader may or could read. */
export function unreadResult(code: ReadProblem['code'], detail?: string): ReadResult {
  return {
    mediaType: 'application/octet-stream',
    reader: 'none',
    readerVersion: 0,
    pages: [],
    pageCount: 0,
    pagesWithoutText: [],
    media: {},
    properties: {},
    children: [],
    barcodes: [],
    problems: [detail === undefined ? { code } : { code, detail }],
  };
}

/** What recognition gets to know about a file. */
export function toRecogniseInput(
  file: { readonly fileName: string; readonly folderNames: readonly string[] },
  sizeBytes: number,
  read: ReadResult,
): RecogniseInput {
  const { mediaType, pages, pageCount, media, properties, barcodes, problems } = read;
  const { fileName, folderNames } = file;
  return {
    fileName,
    folderNames,
    mediaType,
    sizeBytes,
    pages,
    pageCount,
    media,
    properties,
    barcodes,
    problems,
  };
}

function lookQuietly(path: string) {
  try {
    return lookAtFile(path);
  } catch {
    return undefined;
  }
}
