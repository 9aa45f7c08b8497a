// What happened to the evidence, in an order that nobody can rewrite: a hash chain of append-only events.
import { createHash } from 'node:crypto';
import type { Archive } from '../store/open-archive.ts';

export type CustodyEventName =
  | 'archive_created'
  | 'folder_added'
  | 'folder_removed'
  | 'document_filed'
  | 'document_changed'
  | 'document_corrected'
  | 'location_missing'
  | 'location_returned'
  | 'location_moved'
  | 'safe_copy_made'
  | 'safe_copy_damaged'
  | 'exhibit_attached'
  | 'exhibit_detached'
  | 'case_opened'
  | 'case_status_changed'
  | 'submission_frozen'
  | 'pack_built'
  | 'pack_verified'
  | 'covered_copy_made'
  | 'report_imported'
  | 'rule_overridden'
  | 'rule_override_undone'
  | 'week_closed'
  | 'archive_verified'
  | 'backup_made'
  | 'archive_restored';

const FIRST_HASH = '0'.repeat(64);

/** JSON with sorted keys and no spaces: one text for one value, so that anyone can recompute the hash. */
export function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${toCanonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Appends one event. Must run inside the transaction of the change it tells of, so that both stand or fall together. */
export function appendCustody(
  archive: Pick<Archive, 'sqlite' | 'transaction'>,
  atMs: number,
  event: CustodyEventName,
  sha256: string | null,
  data: Readonly<Record<string, unknown>>,
): void {
  archive.transaction(() => {
    const head = archive.sqlite
      .prepare<[], { sequence: number; hash: string }>(
        'SELECT sequence, hash FROM custody_event ORDER BY sequence DESC LIMIT 1',
      )
      .get();
    const sequence = (head?.sequence ?? 0) + 1;
    const previousHash = head?.hash ?? FIRST_HASH;
    const dataJson = toCanonicalJson(data);
    archive.sqlite
      .prepare(
        'INSERT INTO custody_event (sequence, at_ms, event, sha256, data, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        sequence,
        atMs,
        event,
        sha256,
        dataJson,
        previousHash,
        hashEvent(sequence, atMs, event, sha256, dataJson, previousHash),
      );
  });
}

function hashEvent(
  sequence: number,
  atMs: number,
  event: string,
  sha256: string | null,
  dataJson: string,
  previousHash: string,
): string {
  const line = toCanonicalJson({ sequence, atMs, event, sha256, data: dataJson, previousHash });
  return createHash('sha256').update(line).digest('hex');
}

export interface CustodyCheck {
  readonly ok: boolean;
  readonly events: number;
  readonly head: string;
  /** Sequence of the first event that does not fit, if any. */
  readonly brokenAt?: number;
}

/** Recomputes the whole chain. A gap, a changed row or a wrong link shows as `brokenAt`. */
export function checkCustody(archive: Archive): CustodyCheck {
  let previousHash = FIRST_HASH;
  let expected = 1;
  const rows = archive.sqlite
    .prepare('SELECT * FROM custody_event ORDER BY sequence')
    .iterate() as IterableIterator<{
    sequence: number;
    at_ms: number;
    event: string;
    sha256: string | null;
    data: string;
    previous_hash: string;
    hash: string;
  }>;
  for (const row of rows) {
    const hash = hashEvent(row.sequence, row.at_ms, row.event, row.sha256, row.data, row.previous_hash);
    if (row.sequence !== expected || row.previous_hash !== previousHash || row.hash !== hash) {
      return { ok: false, events: expected - 1, head: previousHash, brokenAt: row.sequence };
    }
    previousHash = row.hash;
    expected += 1;
  }
  return { ok: true, events: expected - 1, head: previousHash };
}

/** Sequence number and hash of the newest event: names everything that happened up to now. */
export function readCustodyHead(archive: Archive): { sequence: number; hash: string } {
  return (
    archive.sqlite
      .prepare<[], { sequence: number; hash: string }>(
        'SELECT sequence, hash FROM custody_event ORDER BY sequence DESC LIMIT 1',
      )
      .get() ?? { sequence: 0, hash: FIRST_HASH }
  );
}
