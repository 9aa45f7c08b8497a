// How do a person's confirmations change what is recognised next? Trains the small model and asks the unsorted again.

import { type LearnedLabel, learnLabel } from '../../domain/identifiers/learned-labels.ts';
import type { EngineContext } from '../engine-context.ts';
import { rememberKind } from './kind-mistakes.ts';
import { type KindExample, type KindMistake, type KindModel, trainKindModel } from './kind-model.ts';

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

const MAX_MISTAKES = 300;

interface CorrectionRow {
  readonly document_id: number;
  readonly field: string;
  readonly old_value: string | null;
  readonly new_value: string | null;
  readonly text: string | null;
}

/** What people said about kinds and numbers that the rules had named, newest first. */
function readMistakes(context: EngineContext): { mistakes: KindMistake[]; labels: LearnedLabel[] } {
  const rows = context.archive.sqlite
    .prepare<unknown[], CorrectionRow>(
      `SELECT c.document_id, c.field, c.old_value, c.new_value,
         (SELECT group_concat(substr(text, 1, ?), char(10)) FROM (SELECT text FROM document_text t WHERE t.document_id = c.document_id AND source <> 'xml' ORDER BY page LIMIT 3)) AS text
       FROM correction c WHERE c.undone_at_ms IS NULL AND c.field IN ('kind', 'identifier_added', 'identifier_removed')
       ORDER BY c.id DESC LIMIT ?`,
    )
    .all(TEXT_CHARACTERS, MAX_MISTAKES);
  const mistakes: KindMistake[] = [];
  const labels: LearnedLabel[] = [];
  for (const row of rows) {
    const text = row.text ?? '';
    if (row.field === 'kind') {
      const { old_value: from, new_value: to } = row;
      const mistake =
        from === null || to === null || from === 'unknown' ? undefined : rememberKind(from, to, text);
      if (mistake !== undefined) mistakes.push(mistake);
      continue;
    }
    const isWrong = row.field === 'identifier_removed';
    const { type, value } = JSON.parse((isWrong ? row.old_value : row.new_value) ?? '{}') as {
      type?: string;
      value?: string;
    };
    const label =
      type === undefined || value === undefined ? undefined : learnLabel(type, value, text, isWrong);
    // The newest word on a label counts.
    if (
      label !== undefined &&
      !labels.some((known) => known.type === label.type && known.label === label.label)
    )
      labels.push(label);
  }
  return { mistakes, labels };
}

/** Newest documents that a lesson may change: of a kind that was named wrongly, or with a label that was taught. */
const LOOKED_AT_AGAIN = 3_000;

function findTaught(context: EngineContext, model: KindModel): number[] {
  const { sqlite } = context.archive;
  const newest = `document_id > (SELECT coalesce(max(id), 0) - ${LOOKED_AT_AGAIN} FROM document)`;
  const ids = new Set<number>();
  const changed = new Set(
    (model.mistakes ?? []).filter(({ from, to }) => from !== to).map(({ from }) => from),
  );
  for (const kind of changed) {
    const of = sqlite
      .prepare(
        `SELECT id FROM document WHERE kind = ? AND kind_by_person = 0 AND ${newest.replace('document_id', 'id')} ORDER BY id DESC LIMIT ?`,
      )
      .pluck()
      .all(kind, MAX_ASKED_AGAIN) as number[];
    for (const id of of) ids.add(id);
  }
  const withLabel = sqlite
    .prepare(
      `SELECT DISTINCT document_id FROM document_text WHERE ${newest} AND instr(upper(text), ?) > 0 LIMIT ?`,
    )
    .pluck();
  for (const { label } of model.labels ?? [])
    for (const id of withLabel.all(label, MAX_ASKED_AGAIN) as number[]) ids.add(id);
  return [...ids];
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
  let hasTaught = false;
  const train = (): KindModel | null => {
    const examples = readKindExamples(context);
    const { mistakes, labels } = readMistakes(context);
    if (examples.length === 0 && labels.length === 0 && !hasTaught) return null;
    const model: KindModel = { ...trainKindModel(examples), mistakes, labels };
    // Lessons that were taken back have to leave the workers, too.
    if (model.kinds.length === 0 && mistakes.length === 0 && labels.length === 0 && !hasTaught) return null;
    hasTaught = true;
    pupil.adoptModel(model);
    return model;
  };
  const learnNow = async (): Promise<number> => {
    clearTimeout(timer);
    const model = context.archive.sqlite.open ? train() : null;
    if (model === null) return 0;
    const unsorted = context.archive.sqlite
      .prepare('SELECT id FROM document WHERE inbox = 1 AND kind_by_person = 0 ORDER BY id DESC LIMIT ?')
      .pluck()
      .all(MAX_ASKED_AGAIN) as number[];
    return pupil.recogniseAgain([...new Set([...unsorted, ...findTaught(context, model)])]);
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
