// Which messages of Amazon lie in watched folders and belong to no case yet?
import type { EngineContext } from '../engine-context.ts';
import { type DocumentRow, readDocumentRows } from '../store/document-rows.ts';

/** Kinds of documents that are messages of Amazon about something that must be answered. */
export const MESSAGE_KINDS = [
  'performance_notification',
  'case_correspondence',
  'chargeback_notice',
  'atoz_record',
] as const;

export interface WaitingMessages {
  readonly total: number;
  readonly documents: readonly DocumentRow[];
}

/** The newest `limit` of them, and of other mails of Amazon those whose subject names a case; none that is an exhibit, stands in a timeline or was set aside. */
export function listWaitingMessages(context: EngineContext, limit: number): WaitingMessages {
  const sql = `FROM document d WHERE d.available = 1
    AND (d.kind IN (SELECT value FROM json_each(?)) OR (d.kind = 'amazon_notification' AND d.title LIKE '%[CASE %'))
    AND (d.media_type LIKE 'message/%' OR d.media_type LIKE '%outlook%' OR d.media_type LIKE 'image/%')
    AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.document_id = d.id AND e.data ->> 'removedAtMs' IS NULL)
    AND NOT EXISTS (SELECT 1 FROM exhibit x WHERE x.document_id = d.id)
    AND NOT EXISTS (SELECT 1 FROM message_set_aside a WHERE a.document_id = d.id)`;
  const kinds = JSON.stringify(MESSAGE_KINDS);
  const { sqlite } = context.archive;
  return {
    total: sqlite.prepare(`SELECT count(*) ${sql}`).pluck().get(kinds) as number,
    documents: readDocumentRows(
      context.archive,
      sqlite
        .prepare(`SELECT d.id ${sql} ORDER BY d.sort_at_ms DESC, d.id DESC LIMIT ?`)
        .pluck()
        .all(kinds, limit) as number[],
    ),
  };
}
