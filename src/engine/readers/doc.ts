// What does an old Word document (.doc) say?
import { readFileSync } from 'node:fs';
import { hasEndlessChain } from './ole-chains.ts';
import { readOleStreams } from './ole-content.ts';
import { readOleProperties } from './ole-properties.ts';
import type { ReadDraft } from './read-draft.ts';
import { findTextRuns } from './text-runs.ts';
import { nameTableStream, readPieceText } from './word-piece-table.ts';

/** Bit of the FIB's flags that says "encrypted" ([MS-DOC] 2.5.2, FibBase.fEncrypted). */
const ENCRYPTED_FLAG = 0x0100;

export async function readDoc(draft: ReadDraft): Promise<void> {
  draft.pageCount = 1;
  // The library that reads OLE files follows sector chains without counting.
  if (hasEndlessChain(readFileSync(draft.request.path))) {
    draft.addProblem('DAMAGED', 'a sector chain runs in a circle');
    return;
  }
  const streams = readStreams(draft.request.path);
  const main = streamOf(streams, 'WordDocument');
  if (main !== undefined && main.length > 12 && (main.readUInt16LE(10) & ENCRYPTED_FLAG) !== 0) {
    draft.addProblem('NEEDS_PASSWORD');
    return;
  }
  draft.properties = readOleProperties(draft.request.path);
  const table = main === undefined ? undefined : streamOf(streams, nameTableStream(main));
  const text =
    main === undefined || table === undefined
      ? undefined
      : readPieceText(main, table, draft.request.limits.maxTextCharacters);
  if (text !== undefined) {
    draft.addPage(1, text, 'office');
    if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
    return;
  }
  // Word 6/95 and damaged files: runs of readable text are better than nothing for search.
  draft.addPage(1, main === undefined ? '' : findTextRuns(main), 'office');
  if (draft.pages.length === 0) draft.addProblem('DAMAGED');
  else draft.addProblem('DAMAGED_PARTLY', 'text recovered without structure');
}

function readStreams(path: string): ReadonlyMap<string, Uint8Array> {
  try {
    return readOleStreams(readFileSync(path));
  } catch {
    return new Map();
  }
}

function streamOf(streams: ReadonlyMap<string, Uint8Array>, name: string): Buffer | undefined {
  const found = [...streams].find(([path]) => path.toLowerCase().endsWith(`/${name.toLowerCase()}`))?.[1];
  return found === undefined ? undefined : Buffer.from(found);
}
