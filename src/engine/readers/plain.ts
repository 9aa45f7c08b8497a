// What does a text file say, whatever its encoding?
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { decodeText } from './decode-text.ts';
import { MEDIA } from './media-types.ts';
import type { ReadDraft } from './read-draft.ts';

/** Bytes read at most: four per character that may be kept. */
export function readBytes(draft: ReadDraft, bytesPerCharacter = 4): Uint8Array {
  const sizeBytes = statSync(draft.request.path).size;
  const wanted = Math.min(sizeBytes, draft.request.limits.maxTextCharacters * bytesPerCharacter);
  if (wanted < sizeBytes) draft.addProblem('TOO_LARGE', `only the first ${wanted} bytes are read`);
  const buffer = Buffer.alloc(wanted);
  const handle = openSync(draft.request.path, 'r');
  try {
    let filled = 0;
    while (filled < wanted) {
      const bytes = readSync(handle, buffer, filled, wanted - filled, filled);
      if (bytes === 0) break;
      filled += bytes;
    }
    return buffer.subarray(0, filled);
  } finally {
    closeSync(handle);
  }
}

/** XML keeps its tags (source "xml"), so that recognition sees the structure; anything else is plain text. */
export function readPlain(draft: ReadDraft, mediaType: string): void {
  const { text } = decodeText(readBytes(draft), declaredXmlEncoding(draft, mediaType));
  draft.pageCount = 1;
  draft.addPage(1, text, mediaType === MEDIA.xml ? 'xml' : 'plain');
  if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
}

function declaredXmlEncoding(draft: ReadDraft, mediaType: string): string | undefined {
  if (mediaType !== MEDIA.xml) return undefined;
  const head = Buffer.from(readHeadBytes(draft.request.path, 200)).toString('latin1');
  return /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
}

function readHeadBytes(path: string, bytes: number): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.subarray(0, readSync(handle, buffer, 0, bytes, 0));
  } finally {
    closeSync(handle);
  }
}
