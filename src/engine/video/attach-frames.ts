// How does a document learn that its video has frames now, so that they are read like pages?
import type { DocumentProperties } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import type { VideoFrames } from './frame-store.ts';

/**
 * Notes the time of each frame with the document and lets text recognition read the frames: frame n is its page n.
 * Nothing happens when the same frames are noted already. Returns whether anything changed.
 */
export function attachFrames(context: EngineContext, documentId: number, frames: VideoFrames): boolean {
  const { archive } = context;
  const changed = archive.transaction(() => {
    const row = archive.sqlite
      .prepare<[number], { properties: string }>('SELECT properties FROM document WHERE id = ?')
      .get(documentId);
    if (row === undefined) return false;
    const properties = JSON.parse(row.properties) as DocumentProperties;
    const frameSeconds = frames.frames.map((frame) => frame.atSeconds);
    if (JSON.stringify(properties.frameSeconds) === JSON.stringify(frameSeconds)) return false;
    // Text and codes of other frames would be told at the wrong second.
    const { barcodes: _barcodes, ...rest } = properties;
    const pages = frames.frames.map((frame) => frame.number);
    archive.sqlite
      .prepare<unknown[]>("DELETE FROM document_text WHERE document_id = ? AND source = 'ocr'")
      .run(documentId);
    archive.sqlite
      .prepare<unknown[]>('UPDATE document SET properties = ?, ocr_state = ?, ocr_pages = ? WHERE id = ?')
      .run(
        JSON.stringify({ ...rest, frameSeconds }),
        pages.length > 0 ? 'pending' : 'none',
        JSON.stringify(pages),
        documentId,
      );
    return true;
  });
  if (changed) context.events.emit({ type: 'document_changed', documentId });
  return changed;
}

/** What is needed of a document to handle its frames; undefined when it is no video. */
export function findVideoDocument(
  context: EngineContext,
  documentId: number,
):
  | { readonly sha256: string; readonly mediaType: string; readonly durationSeconds: number | undefined }
  | undefined {
  const row = context.archive.sqlite
    .prepare<[number], { sha256: string; media_type: string; duration: number | null }>(
      "SELECT sha256, media_type, media ->> 'durationSeconds' AS duration FROM document WHERE id = ?",
    )
    .get(documentId);
  if (row === undefined || !row.media_type.startsWith('video/')) return undefined;
  return { sha256: row.sha256, mediaType: row.media_type, durationSeconds: row.duration ?? undefined };
}
