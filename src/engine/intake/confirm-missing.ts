// "Yes, these files are gone": how does a person's answer to a mass disappearance become rows?
import type { EngineContext } from '../engine-context.ts';
import { appendCustody } from '../vault/custody.ts';
import { updateAvailabilityWithChildren } from './availability.ts';

/** Turns every "missing?" of a folder into "missing". Documents, history and safe copies stay. */
export function confirmMissing(context: EngineContext, folderId: number): { confirmed: number } {
  const { archive } = context;
  const confirmed = archive.transaction(() => {
    const rows = archive.sqlite
      .prepare<[number], { id: number; document_id: number | null; relative_path: string }>(
        `UPDATE location SET state = 'missing' WHERE folder_id = ? AND state = 'missing_unconfirmed'
         RETURNING id, document_id, relative_path`,
      )
      .all(folderId);
    const nowMs = context.nowMs();
    for (const row of rows) {
      appendCustody(archive, nowMs, 'location_missing', null, {
        locationId: row.id,
        path: row.relative_path,
        confirmed: true,
      });
    }
    updateAvailabilityWithChildren(
      archive,
      rows.flatMap((row) => (row.document_id === null ? [] : [row.document_id])),
    );
    return rows.length;
  });
  if (confirmed > 0) context.events.emit({ type: 'folder_changed', folderId, state: 'watching' });
  return { confirmed };
}
