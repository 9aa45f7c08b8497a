// How is the sample seller's folder built: every paper of the story written to disk, and the story handed back?
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCaseStories } from './make-cases.ts';
import { makeChatFiles } from './make-chat-files.ts';
import { makeDraftFiles } from './make-draft-files.ts';
import { makeMailFiles } from './make-mail-files.ts';
import { makeNoiseFiles } from './make-noise-files.ts';
import { makeOrderFiles } from './make-order-files.ts';
import { makePurchaseFiles } from './make-purchase-files.ts';
import { makeReportFiles } from './make-report-files.ts';
import { makeReturnFiles } from './make-return-files.ts';
import { makeShipmentFiles } from './make-shipment-files.ts';
import { makeStandingFiles } from './make-standing-files.ts';
import { makeSampleFacts } from './sample-facts.ts';
import type { SampleFacts, SampleFile, SampleStory } from './sample-types.ts';
import { writeReadme } from './write-readme.ts';

export const SAMPLE_BUILT_ON = '2026-11-22';

export interface SampleProgress {
  /** Files written so far. */
  readonly files: number;
  readonly bytes: number;
  /** The file just written, relative, with `/`. */
  readonly path: string;
}

export interface BuildSampleOptions {
  /** Target folder; created when absent. Existing files of the same names are overwritten, others are left alone. */
  readonly dir: string;
  readonly onProgress?: (progress: SampleProgress) => void;
  readonly signal?: AbortSignal;
  /** ISO date that all dates are counted back from. */
  readonly builtOn?: string;
}

export interface BuiltSample {
  /** Absolute paths of the top-level folders. */
  readonly folders: string[];
  readonly files: number;
  readonly bytes: number;
  readonly story: SampleStory;
}

async function* makeAllFiles(
  facts: SampleFacts,
  signal: AbortSignal | undefined,
): AsyncGenerator<SampleFile> {
  const earlier: SampleFile[] = [];
  const remember = async function* (source: AsyncGenerator<SampleFile>): AsyncGenerator<SampleFile> {
    for await (const file of source) {
      earlier.push(file);
      yield file;
    }
  };
  yield* remember(makePurchaseFiles(facts));
  yield* remember(makeOrderFiles(facts, signal));
  yield* makeShipmentFiles(facts);
  yield* makeStandingFiles(facts);
  const invoice = earlier.find((f) => f.kind === 'fapiao_digital' && f.path.endsWith('.pdf'));
  if (invoice) yield* makeMailFiles(facts, invoice);
  yield* makeReportFiles(facts);
  yield* makeDraftFiles(facts);
  yield* makeReturnFiles(facts, signal);
  yield* makeChatFiles(facts, earlier);
  yield* makeNoiseFiles(facts, earlier);
}

/**
 * Writes a realistic, entirely fictitious seller folder. The same `builtOn` gives the same bytes.
 * Throws the signal's reason when aborted; files written until then stay.
 */
export async function buildSampleSeller(options: BuildSampleOptions): Promise<BuiltSample> {
  const facts = makeSampleFacts(options.builtOn ?? SAMPLE_BUILT_ON);
  const written: Omit<SampleFile, 'bytes'>[] = [];
  let bytes = 0;
  const write = async (file: SampleFile): Promise<void> => {
    options.signal?.throwIfAborted();
    const target = join(options.dir, ...file.path.split('/'));
    await mkdir(join(target, '..'), { recursive: true });
    await writeFile(target, file.bytes);
    // A file is as old as its paper, at ten in the morning in China.
    const time = new Date(`${file.date ?? facts.builtOn}T02:00:00Z`);
    await utimes(target, time, time);
    const { bytes: content, ...rest } = file;
    written.push(rest);
    bytes += content.length;
    options.onProgress?.({ files: written.length, bytes, path: file.path });
  };
  for await (const file of makeAllFiles(facts, options.signal)) await write(file);
  const cases = makeCaseStories(facts, written as SampleFile[]);
  await write({
    path: '00 说明 README.txt',
    kind: 'unknown',
    ids: [],
    date: facts.builtOn,
    bytes: writeReadme({ ...facts, cases }, written.length + 1),
  });
  const story: SampleStory = {
    ...facts,
    cases,
    files: written.map(({ path, kind, ids, date, pixelsOnly }) => ({
      path,
      kind,
      ids,
      pixelsOnly: pixelsOnly ?? false,
      ...(date ? { date } : {}),
    })),
  };
  const tops = new Set(
    written
      .map((f) => f.path)
      .filter((p) => p.includes('/'))
      .map((p) => p.split('/')[0] as string),
  );
  return {
    folders: [...tops].sort().map((name) => join(options.dir, name)),
    files: written.length,
    bytes,
    story,
  };
}
