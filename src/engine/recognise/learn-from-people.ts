// How do a person's confirmations change what is recognised next? Trains the small model and asks the unsorted again.

import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { EngineContext } from '../engine-context.ts';
import { DATABASE_NAME } from '../store/open-archive.ts';
import { type KindExample, type KindModel, trainKindModel } from './kind-model.ts';
import { type CorrectionRow, lessonsOfRows, readLessons, type StoredCorrections } from './read-lessons.ts';

/** Newest confirmations that the model learns from, and how much of each text. */
const MAX_EXAMPLES = 2_000;
const TEXT_CHARACTERS = 8_000;
/** Corrections come in runs; the model is trained after the run. */
const QUIET_MS = 1_500;
const MAX_ASKED_AGAIN = 1_000;
/** Written in one transaction; others wait no longer than that. */
const BATCH = 100;

/** Documents whose kind a person confirmed, newest first. Guesses of the program are never examples. */
export function readKindExamples(context: StoredCorrections): KindExample[] {
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

/** Newest documents that a lesson may change: of a kind that was named wrongly, of a form, with a label that was taught. */
const LOOKED_AT_AGAIN = 3_000;

/** Made or taken back since the corrected document was recognised last: what came of it is not yet everywhere. */
function findUnlearned(context: EngineContext): CorrectionRow[] {
  return context.archive.sqlite
    .prepare<unknown[], CorrectionRow>(
      `SELECT c.* FROM correction c JOIN recognition r ON r.document_id = c.document_id
       WHERE coalesce(c.undone_at_ms, c.made_at_ms) >= r.recognised_at_ms ORDER BY c.id DESC LIMIT ?`,
    )
    .all(MAX_ASKED_AGAIN);
}

/** Documents that `changed` may concern, with those that were corrected; also where it was taken back. */
function findTaught(context: EngineContext, changed: readonly CorrectionRow[]): number[] {
  const { sqlite } = context.archive;
  const ids = new Set<number>(changed.map((row) => row.document_id));
  const newest = `(SELECT coalesce(max(id), 0) - ${LOOKED_AT_AGAIN} FROM document)`;
  const ofKind = sqlite
    .prepare(`SELECT id FROM document WHERE kind = ? AND id > ${newest} ORDER BY id DESC LIMIT ?`)
    .pluck();
  const kinds = new Set<string>();
  for (const { field, old_value: from, new_value: to } of changed)
    if (field === 'kind' && from !== to) for (const kind of [from, to]) if (kind !== null) kinds.add(kind);
  const { labels, lessons } = lessonsOfRows(context, changed);
  const kindOf = sqlite.prepare('SELECT kind FROM document WHERE id = ?').pluck();
  if (lessons.length > 0)
    for (const { field, document_id: id } of changed)
      if (/^(?:document_date|date|amount|party|parts)$/.test(field)) kinds.add(kindOf.get(id) as string);
  // Other forms of the same maker write their dates alike.
  const ofMaker = sqlite
    .prepare(
      `SELECT document_id FROM recognition WHERE document_id > ${newest} AND instr(parties, ?) > 0 LIMIT ?`,
    )
    .pluck();
  for (const lesson of lessons)
    if (lesson.sort === 'date_order' && lesson.maker !== '')
      for (const id of ofMaker.all(JSON.stringify(lesson.maker), MAX_ASKED_AGAIN) as number[]) ids.add(id);
  kinds.delete('unknown');
  for (const kind of kinds) for (const id of ofKind.all(kind, MAX_ASKED_AGAIN) as number[]) ids.add(id);
  const withLabel = sqlite
    .prepare(
      `SELECT DISTINCT document_id FROM document_text WHERE document_id > ${newest} AND instr(upper(text), ?) > 0 LIMIT ?`,
    )
    .pluck();
  for (const { label } of labels)
    for (const id of withLabel.all(label, MAX_ASKED_AGAIN) as number[]) ids.add(id);
  return [...ids];
}

/** What the people of the archive in `archiveDir` taught, read beside a running app; null where nothing was taught. */
export function readTaughtModel(archiveDir: string): KindModel | null {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = new Database(join(archiveDir, DATABASE_NAME), { readonly: true, fileMustExist: true });
    const archive = { archive: { sqlite } };
    const examples = readKindExamples(archive);
    const taught = readLessons(archive);
    const count = examples.length + taught.mistakes.length + taught.labels.length + taught.lessons.length;
    return count === 0 ? null : { ...trainKindModel(examples), ...taught };
  } catch {
    // No archive there, or one of another version: then nothing is known of it.
    return null;
  } finally {
    sqlite?.close();
  }
}

export interface Learner {
  /** Trains now from what is stored; null when people have confirmed nothing yet. */
  train(): KindModel | null;
  /** To be called after a correction or its undo: training follows when the run of corrections is over. */
  noteCorrection(): void;
  /** Trains at once and asks the unsorted again, for a command that ends afterwards. How many were asked. */
  learnNow(): Promise<number>;
  stop(): void;
}

function inBatches(ids: readonly number[]): number[][] {
  const batches: number[][] = [];
  for (let at = 0; at < ids.length; at += BATCH) batches.push(ids.slice(at, at + BATCH));
  return batches;
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
    const taught = readLessons(context);
    const count = taught.mistakes.length + taught.labels.length + taught.lessons.length;
    if (examples.length === 0 && count === 0 && !hasTaught) return null;
    const model: KindModel = { ...trainKindModel(examples), ...taught };
    // Lessons that were taken back have to leave the workers, too.
    if (model.kinds.length === 0 && count === 0 && !hasTaught) return null;
    hasTaught = true;
    pupil.adoptModel(model);
    return model;
  };
  const learnNow = async (): Promise<number> => {
    clearTimeout(timer);
    if (!context.archive.sqlite.open) return 0;
    const changed = findUnlearned(context);
    const model = train();
    if (model === null && changed.length === 0) return 0;
    const unsorted = context.archive.sqlite
      .prepare('SELECT id FROM document WHERE inbox = 1 AND kind_by_person = 0 ORDER BY id DESC LIMIT ?')
      .pluck()
      .all(MAX_ASKED_AGAIN) as number[];
    const others = new Set([...unsorted, ...findTaught(context, changed)]);
    // Last, so that a kill in between leaves the corrections to be learned at the next start.
    const own = [...new Set(changed.map((row) => row.document_id))];
    for (const id of own) others.delete(id);
    let asked = 0;
    for (const ids of [...inBatches([...others]), ...inBatches(own)]) {
      if (!context.archive.sqlite.open) break;
      asked += await pupil.recogniseAgain(ids);
    }
    return asked;
  };
  const noteCorrection = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      learnNow().catch((error: unknown) => context.log.warn({ error }, 'asking the unsorted again failed'));
    }, QUIET_MS);
    timer.unref();
  };
  train();
  if (findUnlearned(context).length > 0) noteCorrection();
  return {
    train,
    noteCorrection,
    learnNow,
    stop() {
      clearTimeout(timer);
    },
  };
}
