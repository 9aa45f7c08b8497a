// Which documents of folders with "keep copies" have no safe copy yet, and how is it made without holding up the engine?
import { existsSync } from 'node:fs';
import type { EngineContext } from '../engine-context.ts';
import { readSettings } from '../store/setting-queries.ts';
import { makeSafeCopy, vaultPath } from '../vault/vault.ts';
import type { IntakeWorkers } from './intake-task.ts';
import type { ContentHandle } from './open-content.ts';

export interface KeepCopies {
  /** Makes the next safe copy; false when none is left that can be made now. */
  step(): Promise<boolean>;
}

/**
 * The bytes are copied and hashed by a worker; the row and the custody event follow here. A copy that fails (disk full,
 * file changed since) is left until the program starts again.
 */
export function createKeepCopies(
  context: EngineContext,
  workers: IntakeWorkers,
  openContent: (documentId: number) => Promise<ContentHandle>,
): KeepCopies {
  const { archive } = context;
  const failed = new Set<number>();
  let isFull = false;
  const readBytes = archive.sqlite.prepare('SELECT coalesce(sum(size_bytes), 0) FROM vault_copy').pluck();

  /** Copies that folders ask for stop at the limit of the settings; those of a case's documents never do. */
  function hasRoom(sizeBytes: number): boolean {
    const limitGb = Number(readSettings(context).vault_limit_gb);
    if (!(limitGb > 0) || (readBytes.get() as number) + sizeBytes <= limitGb * 1e9) {
      isFull = false;
      return true;
    }
    if (!isFull) context.events.emit({ type: 'notice', code: 'intake.copiesLimit', params: { limitGb } });
    isFull = true;
    return false;
  }

  const next = archive.sqlite.prepare<[], { id: number; sha256: string; sizeBytes: number }>(
    `SELECT DISTINCT d.id, d.sha256, d.size_bytes AS sizeBytes FROM watched_folder f JOIN location l ON l.folder_id = f.id
       JOIN document d ON d.id = l.document_id
     WHERE f.keep_copies = 1 AND f.state NOT IN ('offline','removed') AND l.state = 'present'
       AND NOT EXISTS (SELECT 1 FROM vault_copy v WHERE v.sha256 = d.sha256)`,
  );

  async function copy(document: { id: number; sha256: string }): Promise<void> {
    const content = await openContent(document.id);
    try {
      const target = vaultPath(archive.dir, document.sha256);
      if (!existsSync(target))
        await workers.copy({ from: content.path, to: target, sha256: document.sha256 });
      makeSafeCopy(context, document.sha256, content.path);
    } finally {
      await content.release();
    }
  }

  return {
    async step() {
      let document: { id: number; sha256: string; sizeBytes: number } | undefined;
      for (const row of next.iterate()) {
        if (failed.has(row.id)) continue;
        document = row;
        break;
      }
      if (document === undefined || !hasRoom(document.sizeBytes)) return false;
      try {
        await copy(document);
      } catch (error) {
        failed.add(document.id);
        context.log.warn({ error, documentId: document.id }, 'a safe copy could not be made');
      }
      return true;
    },
  };
}
