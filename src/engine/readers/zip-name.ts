// In which encoding did the program that made this ZIP write its file names?
import { Buffer } from 'node:buffer';
import type { Entry } from 'yauzl';
import { decodeText, isValid } from './decode-text.ts';

const UTF8_FLAG = 0x800;
const UNICODE_PATH_EXTRA = 0x7075;

/**
 * Returns a decoder for the names of one archive (APPNOTE 6.3.10 appendix D). Names with the UTF-8 flag or a
 * Unicode Path extra field say so themselves; all others share one encoding, guessed from all of them together
 * (Chinese Windows writes GBK, Japanese Shift_JIS, Taiwanese Big5, without saying so).
 */
export function decodeZipName(entries: readonly Entry[]): (entry: Entry) => string {
  const unmarked = entries.filter((entry) => (entry.generalPurposeBitFlag & UTF8_FLAG) === 0).map(rawName);
  const highNames = unmarked.filter((name) => name.some((byte) => byte >= 0x80));
  const joined = Buffer.concat(highNames.flatMap((name) => [name, Buffer.from('\n')]));
  const legacy = joined.length === 0 ? 'utf-8' : decodeText(joined).encoding;
  // Western DOS programs write code page 437, which no browser encoding covers; its lower half is ASCII.
  return (entry) => {
    const bytes = rawName(entry);
    if ((entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 && isValid(bytes, 'utf-8'))
      return bytes.toString('utf8');
    return unicodePath(entry) ?? new TextDecoder(legacy).decode(bytes);
  };
}

function rawName(entry: Entry): Buffer {
  const raw = (entry as { fileNameRaw?: Buffer }).fileNameRaw;
  return raw ?? (entry.fileName as unknown as Buffer);
}

function unicodePath(entry: Entry): string | undefined {
  const field = entry.extraFields?.find((candidate) => candidate.id === UNICODE_PATH_EXTRA);
  if (field === undefined || field.data.length <= 5) return undefined;
  const bytes = field.data.subarray(5);
  return isValid(bytes, 'utf-8') ? bytes.toString('utf8') : undefined;
}
