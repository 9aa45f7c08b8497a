// What can be read from OLE documents that no library here knows: PowerPoint 97, Works, encrypted Office files?
import { readFileSync, statSync } from 'node:fs';
import { MEDIA } from './media-types.ts';
import { readOleStreams } from './ole-content.ts';
import { readOleProperties } from './ole-properties.ts';
import { readPptText } from './ppt-text.ts';
import type { ReadDraft } from './read-draft.ts';
import { findTextRuns } from './text-runs.ts';

const MAX_OLE_BYTES = 256 * 1024 * 1024;

export function readOleDocument(draft: ReadDraft, mediaType: string): void {
  if (mediaType === MEDIA.protectedOffice) {
    draft.addProblem('NEEDS_PASSWORD');
    return;
  }
  if (statSync(draft.request.path).size > MAX_OLE_BYTES) {
    draft.addProblem('TOO_LARGE');
    return;
  }
  const streams = openStreams(draft);
  if (streams === undefined) return;
  if (mediaType !== MEDIA.works && mediaType !== MEDIA.ole)
    draft.properties = readOleProperties(draft.request.path);
  if (mediaType === MEDIA.ppt) {
    readPowerPoint(draft, streams);
    return;
  }
  // Works and unknown programs: readable runs of the main stream serve search; the layout is not known.
  const main =
    streams.get('Root Entry/MatOST') ?? streams.get('Root Entry/MM') ?? streams.get('Root Entry/CONTENTS');
  draft.pageCount = 1;
  draft.addPage(1, main === undefined ? '' : findTextRuns(main), 'office');
  if (draft.pages.length === 0) draft.addProblem('UNSUPPORTED_TYPE', 'no reader for this program');
}

function openStreams(draft: ReadDraft): Map<string, Uint8Array> | undefined {
  try {
    return readOleStreams(readFileSync(draft.request.path));
  } catch (error) {
    draft.addProblem('DAMAGED', error instanceof Error ? error.message : undefined);
    return undefined;
  }
}

function readPowerPoint(draft: ReadDraft, streams: ReadonlyMap<string, Uint8Array>): void {
  const stream = [...streams].find(([name]) => /\/PowerPoint Document$/i.test(name))?.[1];
  const names = [...streams.keys()];
  const isEncrypted = names.some((name) => /\/EncryptedSummary$/i.test(name));
  if (stream === undefined || isEncrypted) {
    draft.addProblem(isEncrypted ? 'NEEDS_PASSWORD' : 'DAMAGED');
    return;
  }
  const pages = readPptText(stream);
  draft.pageCount = Math.max(1, pages.length);
  for (const [index, text] of pages.entries()) draft.addPage(index + 1, text, 'office');
  if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
}
