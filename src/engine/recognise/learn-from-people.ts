// How do a person's confirmations change what is recognised next? Trains the small model and asks the unsorted again.
import type { EngineContext } from '../engine-context.ts';
import { type KindExample, type KindModel, trainKindModel } from './kind-model.ts';

/** Newest confirmations that the model learns from, and how much of each text. */
const MAX_EXAMPLES = 2_000;
const TEXT_CHARACTERS = 8_000;
/** Corrections come in runs; the model is trained after the run. */
const QUIET_MS = 1_500;
const MAX_ASKED_AGAIN = 1_000;

/** Documents whose kind a person confirmed, newest first. Guesses of the program are never examples. */
export function readKindExamples(context: EngineContext): KindExample[] {
  const rows = context.archive.sqlite
    .prepare<
      unknown[],
      {
        id: number;
        kind: string;
        relative_path: string | null;
        file_name: string | null;
        text: string | null;
      }
    >(
      `SELECT d.id, d.kind,
         (SELECT relative_path FROM location l WHERE l.document_id = d.id ORDER BY l.id LIMIT 1) AS relative_path,
         (SELECT file_name FROM location l WHERE l.document_id = d.id ORDER BY l.id LIMIT 1) AS file_name,
         (SELECT group_concat(substr(text, 1, ?), char(10)) FROM (SELECT text FROM document_text t WHERE t.document_id = d.id AND source <> 'xml' ORDER BY page LIMIT 3)) AS text
       FROM document d WHERE d.kind_by_person = 1 AND d.kind <> 'unknown' ORDER BY d.id DESC LIMIT ?`,
    )
    .all(TEXT_CHARACTERS, MAX_EXAMPLES);
  return rows.map((row) => ({
    slug: row.kind,
    fileName: row.file_name ?? '',
    folderNames: (row.relative_path ?? '').split('/').slice(0, -1),
    text: (row.text ?? '').slice(0, TEXT_CHARACTERS),
  }));
}

export interface Learner {
  /** Trains now from what is stored; null when people have confirmed nothing yet. */
  train(): KindModel | null;
  /** To be called after a correction: training follows when the run of corrections is over. */
  noteCorrection(): void;
  /** Trains at once and asks the unsorted again, for a command that ends afterwards. How many were asked. */
  learnNow(): Promise<number>;
  stop(): void;
}

/** Learns at start and after each run of corrections, then recognises the unsorted documents again. */
export function createLearner(
  context: EngineContext,
  pupil: { adoptModel(model: KindModel): void; recogniseAgain(ids: readonly number[]): Promise<number> },
): Learner {
  let timer: NodeJS.Timeout | undefined;
  const train = (): KindModel | null => {
    const examples = readKindExamples(context);
    if (examples.length === 0) return null;
    const model = trainKindModel(examples);
    if (model.kinds.length === 0) return null;
    pupil.adoptModel(model);
    return model;
  };
  const learnNow = async (): Promise<number> => {
    clearTimeout(timer);
    if (!context.archive.sqlite.open || train() === null) return 0;
    const unsorted = context.archive.sqlite
      .prepare('SELECT id FROM document WHERE inbox = 1 AND kind_by_person = 0 ORDER BY id DESC LIMIT ?')
      .pluck()
      .all(MAX_ASKED_AGAIN) as number[];
    return pupil.recogniseAgain(unsorted);
  };
  const noteCorrection = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      learnNow().catch((error: unknown) => context.log.warn({ error }, 'asking the unsorted again failed'));
    }, QUIET_MS);
    timer.unref();
  };
  train();
  return {
    train,
    noteCorrection,
    learnNow,
    stop() {
      clearTimeout(timer);
    },
  };
}
