// What does an old Word document (.doc) say?
import { readFileSync } from 'node:fs';
import WordExtractor from 'word-extractor';
import { hasEndlessChain } from './ole-chains.ts';
import { readOleStreams } from './ole-content.ts';
import { readOleProperties } from './ole-properties.ts';
import type { ReadDraft } from './read-draft.ts';
import { findTextRuns } from './text-runs.ts';

/** Bit of the FIB's flags that says "encrypted" ([MS-DOC] 2.5.2, FibBase.fEncrypted). */
const ENCRYPTED_FLAG = 0x0100;

export async function readDoc(draft: ReadDraft): Promise<void> {
  draft.pageCount = 1;
  // Both libraries below follow sector chains without counting.
  if (hasEndlessChain(readFileSync(draft.request.path))) {
    draft.addProblem('DAMAGED', 'a sector chain runs in a circle');
    return;
  }
  const main = readMainStream(draft.request.path);
  if (main !== undefined && main.length > 12 && (main.readUInt16LE(10) & ENCRYPTED_FLAG) !== 0) {
    draft.addProblem('NEEDS_PASSWORD');
    return;
  }
  draft.properties = readOleProperties(draft.request.path);
  try {
    const document = await new WordExtractor().extract(draft.request.path);
    const parts = [
      document.getBody(),
      document.getHeaders({ includeFooters: true }),
      document.getFootnotes(),
      document.getEndnotes(),
      document.getTextboxes({ includeHeadersAndFooters: false, includeBody: true }),
      document.getAnnotations(),
    ];
    draft.addPage(
      1,
      parts
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join('\n\n'),
      'office',
    );
    if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
  } catch (error) {
    // Word 6/95 and damaged files: runs of readable text are better than nothing for search.
    draft.addPage(1, main === undefined ? '' : findTextRuns(main), 'office');
    if (draft.pages.length === 0)
      draft.addProblem('DAMAGED', error instanceof Error ? error.message : undefined);
    else draft.addProblem('DAMAGED_PARTLY', 'text recovered without structure');
  }
}

function readMainStream(path: string): Buffer | undefined {
  try {
    const streams = readOleStreams(readFileSync(path));
    const main = [...streams].find(([name]) => /^[^/]*\/WordDocument$/i.test(name))?.[1];
    return main === undefined ? undefined : Buffer.from(main);
  } catch {
    return undefined;
  }
}
