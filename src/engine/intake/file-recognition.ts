// How does a recognition become rows, without overwriting what a person said?
import type { Statement } from 'better-sqlite3';
import { identifierKey } from '../../domain/identifiers/identifier-key.ts';
import type { FoundIdentifier, Recognition } from '../../domain/inspection.ts';
import type { EngineContext } from '../engine-context.ts';
import { layCorrections } from '../store/corrected-findings.ts';
import { writeSigns } from '../store/document-signs.ts';
import type { Sqlite } from '../store/open-archive.ts';
import { needsSorting } from './inbox-rule.ts';

interface Statements {
  readonly read: Statement<unknown[]>;
  readonly corrected: Statement<unknown[]>;
  readonly update: Statement<unknown[]>;
  readonly saveRecognition: Statement<unknown[]>;
  readonly dropIdentifiers: Statement<unknown[]>;
  readonly findIdentifier: Statement<unknown[]>;
  readonly addIdentifier: Statement<unknown[]>;
  readonly linkIdentifier: Statement<unknown[]>;
  readonly dropParts: Statement<unknown[]>;
  readonly addPart: Statement<unknown[]>;
  readonly dropProblems: Statement<unknown[]>;
  readonly addProblem: Statement<unknown[]>;
}

const prepared = new WeakMap<Sqlite, Statements>();

/**
 * Writes (or replaces) the recognition of a document inside the caller's transaction: kind, dates, identifiers,
 * problem types, inbox flag. A kind, title, date or problem set by a person stays; identifiers that a person
 * confirmed or removed stay as they are. `fileTimeMs` is what to sort by when the document names no date.
 */
export function writeRecognition(
  context: EngineContext,
  documentId: number,
  recognition: Recognition,
  fileTimeMs: number,
): void {
  const s = statementsFor(context.archive.sqlite);
  const row = s.read.get(documentId) as {
    kind: string;
    kind_confidence: number;
    kind_by_person: number;
    title: string;
    document_date: string | null;
    media_type: string;
    has_problem: number;
    picture_sign: string | null;
  };
  const corrected = new Set((s.corrected.all(documentId) as { field: string }[]).map((c) => c.field));
  const byPerson = row.kind_by_person === 1;
  const kind = byPerson ? row.kind : recognition.kind.slug;
  const confidence = byPerson ? row.kind_confidence : recognition.kind.confidence;
  const title = corrected.has('title') ? row.title : recognition.title;
  const date = corrected.has('document_date') ? row.document_date : (recognition.documentDate ?? null);
  const inbox = !byPerson && needsSorting({ kind, confidence, mediaType: row.media_type });
  s.update.run(
    kind,
    confidence,
    title,
    date,
    recognition.language ?? null,
    dateToMs(date) ?? fileTimeMs,
    inbox ? 1 : 0,
    documentId,
  );
  s.saveRecognition.run(
    documentId,
    recognition.version,
    context.nowMs(),
    JSON.stringify(recognition.kind),
    JSON.stringify(recognition.dates),
    JSON.stringify(recognition.amounts),
    JSON.stringify(recognition.parties),
    JSON.stringify(recognition.problems),
    JSON.stringify(recognition.warnings),
  );
  writeIdentifiers(s, documentId, recognition.identifiers);
  s.dropParts.run(documentId);
  for (const part of recognition.kind.parts ?? [])
    if (part.slug !== 'unknown') s.addPart.run(documentId, part.fromPage, part.toPage, part.slug);
  writeSigns(context.archive.sqlite, documentId, {
    textSign: recognition.textSign ?? null,
    imageSign: row.picture_sign,
  });
  if (!corrected.has('problem')) {
    s.dropProblems.run(documentId);
    for (const slug of recognition.problems) s.addProblem.run(documentId, slug);
  }
  // The same words of a person lie over the new findings as lay over the old ones.
  if (corrected.size > 0) layCorrections(context.archive, documentId);
}

function writeIdentifiers(s: Statements, documentId: number, found: readonly FoundIdentifier[]): void {
  s.dropIdentifiers.run(documentId);
  for (const item of found) {
    const existing = s.findIdentifier.get(item.type, item.value) as { id: number } | undefined;
    const id =
      existing?.id ??
      Number(
        s.addIdentifier.run(item.type, item.value, identifierKey(item.type, item.value), item.carrier ?? null)
          .lastInsertRowid,
      );
    s.linkIdentifier.run(
      documentId,
      id,
      item.raw,
      item.page ?? null,
      item.source,
      item.check,
      item.confidence,
      JSON.stringify(item.reason),
    );
  }
}

/** Midnight UTC of an ISO date; undefined when there is none or it can't be a date. */
function dateToMs(date: string | null): number | undefined {
  if (date === null) return undefined;
  const ms = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

function statementsFor(sqlite: Sqlite): Statements {
  let s = prepared.get(sqlite);
  if (s === undefined) {
    s = {
      read: sqlite.prepare<unknown[]>(
        `SELECT kind, kind_confidence, kind_by_person, title, document_date, media_type, has_problem, media ->> '$.pictureSign' AS picture_sign FROM document WHERE id = ?`,
      ),
      corrected: sqlite.prepare<unknown[]>(
        'SELECT DISTINCT field FROM correction WHERE document_id = ? AND undone_at_ms IS NULL',
      ),
      update: sqlite.prepare<unknown[]>(
        `UPDATE document SET kind = ?, kind_confidence = ?, title = ?, document_date = ?, language = ?, sort_at_ms = ?,
           inbox = ?, revision = revision + 1 WHERE id = ?`,
      ),
      saveRecognition: sqlite.prepare<unknown[]>(
        `INSERT OR REPLACE INTO recognition (document_id, version, recognised_at_ms, kind, dates, amounts, parties, problems, warnings)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      dropIdentifiers: sqlite.prepare<unknown[]>(
        'DELETE FROM document_identifier WHERE document_id = ? AND by_person = 0 AND removed = 0',
      ),
      findIdentifier: sqlite.prepare<unknown[]>('SELECT id FROM identifier WHERE type = ? AND value = ?'),
      addIdentifier: sqlite.prepare<unknown[]>(
        'INSERT INTO identifier (type, value, value_key, carrier) VALUES (?, ?, ?, ?)',
      ),
      linkIdentifier: sqlite.prepare<unknown[]>(
        `INSERT INTO document_identifier (document_id, identifier_id, raw, page, source, check_result, confidence, reason)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      ),
      dropParts: sqlite.prepare<unknown[]>('DELETE FROM document_part WHERE document_id = ?'),
      addPart: sqlite.prepare<unknown[]>(
        'INSERT OR REPLACE INTO document_part (document_id, from_page, to_page, kind) VALUES (?, ?, ?, ?)',
      ),
      dropProblems: sqlite.prepare<unknown[]>('DELETE FROM document_problem_type WHERE document_id = ?'),
      addProblem: sqlite.prepare<unknown[]>(
        'INSERT OR IGNORE INTO document_problem_type (document_id, problem_slug) VALUES (?, ?)',
      ),
    };
    prepared.set(sqlite, s);
  }
  return s;
}
