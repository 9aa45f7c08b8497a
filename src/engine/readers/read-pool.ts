// How are files read in the background, each within its own time and memory?
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import type { BarcodeValue, ReadProblemCode, ReadResult } from '../../domain/reading.ts';
import { createWorkerPool, resolveWorkerEntry, type TaskOutcome } from '../jobs/worker-pool.ts';
import type { BarcodeRequest } from './barcodes.ts';
import type { Thumbnail, ThumbnailRequest } from './make-thumbnail.ts';
import { MEDIA } from './media-types.ts';
import type { ReadRequest } from './read-request.ts';
import type { RenderedPage, RenderRequest } from './render-page.ts';

export interface ReadPoolOptions {
  readonly workers: number;
  /** Each read gets its own folder below; the caller deletes it with the children (`forget`). */
  readonly scratchDir: string;
}

export interface ReadPool {
  /** Never rejects for what is wrong with the file: see the result's problems. Rejects with CANCELLED when aborted. */
  read(
    request: Omit<ReadRequest, 'scratchDir'> & { readonly scratchDir?: string },
    signal?: AbortSignal,
  ): Promise<ReadResult>;
  /** Rejects with INTERNAL when the page cannot be drawn. */
  render(request: RenderRequest, signal?: AbortSignal): Promise<RenderedPage>;
  thumbnail(request: ThumbnailRequest, signal?: AbortSignal): Promise<Thumbnail>;
  /** For the slow pass: a page costs 50–300 ms. */
  barcodes(request: BarcodeRequest, signal?: AbortSignal): Promise<BarcodeValue[]>;
  /** Deletes the children that a read left behind. */
  forget(result: ReadResult): void;
  close(): Promise<void>;
}

const RENDER_TIMEOUT_MS = 25_000;
const RENDER_MEMORY_MB = 640;

/** A pool of long-lived reader threads. Hung, crashed and greedy ones are replaced; their file gets a named problem. */
export function createReadPool({ workers, scratchDir }: ReadPoolOptions): ReadPool {
  const pool = createWorkerPool({ entry: resolveWorkerEntry('read-worker', import.meta.url), workers });
  let nextFolder = 1;
  mkdirSync(scratchDir, { recursive: true, mode: 0o700 });

  async function draw<Value>(
    task: string,
    request: unknown,
    signal: AbortSignal | undefined,
  ): Promise<Value> {
    const outcome = await pool.run<Value>(task, request, {
      timeoutMs: RENDER_TIMEOUT_MS,
      maxMemoryMb: RENDER_MEMORY_MB,
      signal,
      priority: 1,
    });
    if (outcome.ok) return outcome.value;
    if (outcome.reason === 'cancelled' || outcome.reason === 'closed') throw new CasebinderError('CANCELLED');
    throw new CasebinderError('INTERNAL', { detail: outcome.detail });
  }

  return {
    async read(request, signal) {
      const folder = request.scratchDir ?? join(scratchDir, `${process.pid}-${nextFolder++}`);
      const full: ReadRequest = { ...request, scratchDir: folder };
      const { timeoutMs, standstillMs, maxMemoryMb } = request.limits;
      const options = { timeoutMs: timeoutMs * 2, standstillMs, maxMemoryMb, signal };
      const outcome = await pool.run<ReadResult>('read', full, options);
      if (outcome.ok) return outcome.value;
      rmSync(folder, { recursive: true, force: true });
      return describeFailure(outcome, request.mediaType);
    },
    render: (request, signal) => draw('render', request, signal),
    thumbnail: (request, signal) => draw('thumbnail', request, signal),
    barcodes: (request, signal) => draw('barcodes', request, signal),
    forget(result) {
      for (const child of result.children)
        rmSync(join(child.scratchPath, '..', '..'), { recursive: true, force: true });
    },
    close: () => pool.close(),
  };
}

const PROBLEM_OF_REASON: Readonly<Record<'timeout' | 'memory' | 'crashed' | 'failed', ReadProblemCode>> = {
  timeout: 'TOO_SLOW',
  memory: 'OUT_OF_MEMORY',
  crashed: 'READER_CRASHED',
  failed: 'READER_CRASHED',
};

/** The result of a read that never came back. */
export function describeFailure(
  outcome: Extract<TaskOutcome<never>, { ok: false }>,
  mediaType: string = MEDIA.unknown,
): ReadResult {
  if (outcome.reason === 'cancelled' || outcome.reason === 'closed') throw new CasebinderError('CANCELLED');
  return {
    mediaType,
    reader: 'none',
    readerVersion: 0,
    pages: [],
    pageCount: 0,
    pagesWithoutText: [],
    media: {},
    properties: {},
    children: [],
    barcodes: [],
    problems: [{ code: PROBLEM_OF_REASON[outcome.reason], detail: outcome.detail }],
  };
}
