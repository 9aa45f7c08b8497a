// A safe copy is damaged or gone: is an original still there that it can be made from again?
import { renameSync, rmSync } from 'node:fs';
import type { EngineContext } from '../engine-context.ts';
import { joinPath } from '../store/document-rows.ts';
import { appendCustody } from './custody.ts';
import { hashFile, placeCopy, vaultPath } from './vault.ts';

/**
 * Makes the safe copy of `sha256` anew from an original that still has exactly these bytes. What was damaged goes only
 * when the new copy is in its place. The chain tells both. False: no such original can be read now.
 */
export function repairSafeCopy(
  context: EngineContext,
  sha256: string,
  state: 'damaged' | 'missing',
): boolean {
  const { archive } = context;
  const target = vaultPath(archive.dir, sha256);
  const places = archive.sqlite
    .prepare<[string], { folder: string; relative_path: string }>(
      `SELECT f.path AS folder, l.relative_path FROM document d JOIN location l ON l.document_id = d.id AND l.state = 'present'
       JOIN watched_folder f ON f.id = l.folder_id AND f.state NOT IN ('removed','offline') WHERE d.sha256 = ?`,
    )
    .all(sha256);
  for (const place of places) {
    const path = joinPath(place.folder, place.relative_path);
    try {
      if (hashFile(path) !== sha256) continue;
      const damaged = `${target}.damaged.tmp`;
      if (state === 'damaged') renameSync(target, damaged);
      try {
        placeCopy(sha256, path, target);
      } catch (error) {
        if (state === 'damaged') renameSync(damaged, target);
        throw error;
      }
      rmSync(damaged, { force: true });
    } catch {
      continue;
    }
    archive.transaction(() => {
      appendCustody(archive, context.nowMs(), 'safe_copy_damaged', sha256, { state });
      appendCustody(archive, context.nowMs(), 'safe_copy_made', sha256, { repaired: true });
    });
    return true;
  }
  return false;
}
