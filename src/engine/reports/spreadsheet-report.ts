// How does a report that was kept as a workbook become the table of text that reports are read from?
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import { DEFAULT_READ_LIMITS } from '../../domain/reading.ts';
import { createWorkerPool, resolveWorkerEntry } from '../jobs/worker-pool.ts';

/** A yearly report has some million cells, each of them an object to the library. */
const MAX_MEMORY_MB = 2_048;
/** It shows at each row that it goes on. */
const LONGEST_MS = 240_000;
/** "PK\3\4" of xlsx and ods, and the compound file of xls. */
const MAGIC = [0x504b0304, 0xd0cf11e0];

export interface ReportText {
  /** The file itself, or the table that was made of it. */
  readonly path: string;
  release(): void;
}

/**
 * `path` as a text table; a workbook's largest sheet is written to the scratch folder as CSV, by a thread of its own: a
 * hostile workbook may hang, and a large one would keep everybody waiting. @throws CasebinderError FILE_UNREADABLE, CANCELLED
 */
export async function openReportText(
  path: string,
  scratchDir: string,
  signal?: AbortSignal,
): Promise<ReportText> {
  if (!isWorkbook(path)) return { path, release: () => undefined };
  const tablePath = join(scratchDir, `report-${randomBytes(6).toString('hex')}.csv`);
  const release = () => rmSync(tablePath, { force: true });
  const entry = resolveWorkerEntry('workbook-worker', import.meta.url);
  const pool = createWorkerPool({ entry, workers: 1, maxHeapMb: MAX_MEMORY_MB });
  const outcome = await pool.run<boolean>(
    'table',
    { path, tablePath },
    {
      timeoutMs: LONGEST_MS,
      standstillMs: DEFAULT_READ_LIMITS.standstillMs,
      maxMemoryMb: MAX_MEMORY_MB,
      signal,
    },
  );
  await pool.close();
  if (outcome.ok && outcome.value) return { path: tablePath, release };
  release();
  if (!outcome.ok && outcome.reason === 'cancelled') throw new CasebinderError('CANCELLED');
  throw new CasebinderError('FILE_UNREADABLE', { path }, outcome.ok ? undefined : new Error(outcome.detail));
}

/** Tells of an unreadable report by the name that people know it by: where it, or its safe copy, lies is not for every reader. */
export async function namingFile<T>(fileName: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CasebinderError && error.code === 'FILE_UNREADABLE')
      throw new CasebinderError('FILE_UNREADABLE', { path: fileName }, error);
    throw error;
  }
}

function isWorkbook(path: string): boolean {
  const start = Buffer.alloc(4);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return false; // told by whoever reads it next
  }
  try {
    return readSync(handle, start, 0, 4, 0) === 4 && MAGIC.includes(start.readUInt32BE(0));
  } finally {
    closeSync(handle);
  }
}
