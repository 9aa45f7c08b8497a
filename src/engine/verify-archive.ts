// Is everything in the archive still what it was when it was filed?
import { existsSync, statSync } from 'node:fs';
import type { EngineContext } from './engine-context.ts';
import { joinPath } from './store/document-rows.ts';
import { appendCustody, checkCustody } from './vault/custody.ts';
import { repairSafeCopy } from './vault/repair-copy.ts';
import { hashFile, vaultPath } from './vault/vault.ts';

export interface ArchiveProblem {
  readonly code:
    | 'DATABASE_DAMAGED'
    | 'REFERENCE_BROKEN'
    | 'CUSTODY_BROKEN'
    | 'COPY_DAMAGED'
    | 'COPY_MISSING'
    | 'ORIGINAL_CHANGED'
    | 'ORIGINAL_MISSING';
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ArchiveVerification extends Record<string, unknown> {
  readonly ok: boolean;
  /** Files whose bytes or presence were checked. */
  readonly checked: number;
  readonly custodyEvents: number;
  readonly custodyHead: string;
  readonly problems: readonly ArchiveProblem[];
}

/**
 * Checks database and custody chain, hashes every safe copy, and every original on disk (`full`) or only those whose size
 * or time changed. An exhibit that changed on disk but has a good copy is a note for people, not a loss.
 */
export async function verifyArchive(
  context: EngineContext,
  options: {
    readonly full: boolean;
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<ArchiveVerification> {
  const { sqlite, dir } = context.archive;
  const problems: ArchiveProblem[] = [];
  const integrity = sqlite.pragma('integrity_check(20)') as { integrity_check: string }[];
  for (const row of integrity) {
    if (row.integrity_check !== 'ok')
      problems.push({ code: 'DATABASE_DAMAGED', path: '', params: { detail: row.integrity_check } });
  }
  for (const row of sqlite.pragma('foreign_key_check') as { table: string; rowid: number }[]) {
    problems.push({ code: 'REFERENCE_BROKEN', path: '', params: { table: row.table, row: row.rowid } });
  }
  const custody = checkCustody(context.archive);
  if (!custody.ok)
    problems.push({ code: 'CUSTODY_BROKEN', path: '', params: { sequence: custody.brokenAt ?? 0 } });
  const copies = sqlite
    .prepare<[], { sha256: string }>('SELECT sha256 FROM vault_copy ORDER BY sha256')
    .all();
  const originals = sqlite
    .prepare<
      [],
      {
        id: number;
        folder: string;
        relative_path: string;
        sha256: string;
        size_bytes: number;
        mtime_ms: number;
        state: string;
      }
    >(
      `SELECT l.id, f.path AS folder, l.relative_path, d.sha256, l.size_bytes, l.mtime_ms, l.state FROM location l
       JOIN watched_folder f ON f.id = l.folder_id AND f.state NOT IN ('removed','offline') JOIN document d ON d.id = l.document_id
       WHERE l.state IN ('present','missing_unconfirmed') ORDER BY l.id`,
    )
    .all();
  const total = copies.length + originals.length;
  let checked = 0;
  const step = async (): Promise<void> => {
    checked += 1;
    if (checked % 20 === 0) {
      options.onProgress?.(checked, total);
      // Hashing is synchronous: let timers, requests and a cancel through.
      await new Promise((resolve) => setImmediate(resolve));
      options.signal?.throwIfAborted();
    }
  };
  for (const { sha256 } of copies) {
    const path = vaultPath(dir, sha256);
    const state = !existsSync(path) ? 'missing' : hashFile(path) === sha256 ? 'good' : 'damaged';
    const isRepaired = state !== 'good' && repairSafeCopy(context, sha256, state);
    sqlite
      .prepare('UPDATE vault_copy SET state = ?, checked_at_ms = ? WHERE sha256 = ?')
      .run(isRepaired ? 'good' : state, context.nowMs(), sha256);
    if (state !== 'good')
      problems.push({
        code: state === 'missing' ? 'COPY_MISSING' : 'COPY_DAMAGED',
        path: sha256,
        params: { repaired: isRepaired ? 1 : 0 },
      });
    await step();
  }
  for (const row of originals) {
    const path = joinPath(row.folder, row.relative_path);
    const problem = checkOriginal(path, row, options.full);
    if (problem !== null) problems.push({ code: problem, path, params: { sha256: row.sha256 } });
    await step();
  }
  options.onProgress?.(total, total);
  const ok = problems.length === 0;
  context.archive.transaction(() =>
    appendCustody(context.archive, context.nowMs(), 'archive_verified', null, {
      ok,
      checked,
      problems: problems.length,
      full: options.full,
    }),
  );
  return { ok, checked, custodyEvents: custody.events, custodyHead: custody.head, problems };
}

function checkOriginal(
  path: string,
  row: { sha256: string; size_bytes: number; mtime_ms: number },
  full: boolean,
): ArchiveProblem['code'] | null {
  let stat: ReturnType<typeof statSync>;
  try {
    stat = statSync(path);
  } catch {
    return 'ORIGINAL_MISSING';
  }
  const sameLook = stat.size === row.size_bytes && Math.abs(stat.mtimeMs - row.mtime_ms) < 2;
  if (sameLook && !full) return null;
  try {
    return hashFile(path) === row.sha256 ? null : 'ORIGINAL_CHANGED';
  } catch {
    return 'ORIGINAL_MISSING';
  }
}
