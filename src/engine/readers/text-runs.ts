// Which runs of readable text lie in bytes whose structure nobody reads?
import { decodeText } from './decode-text.ts';

const MIN_RUN_BYTES = 6;

/** Runs of 8-bit text, one per line; binary in between is dropped. A last resort that finds words, not layout. */
export function findTextRuns(bytes: Uint8Array): string {
  const runs: string[] = [];
  let start = -1;
  for (let index = 0; index <= bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    const isText = byte >= 0x20 ? byte !== 0x7f : byte === 9 || byte === 10 || byte === 13 || byte === 7;
    if (isText && start < 0) start = index;
    if (isText || start < 0) continue;
    if (index - start >= MIN_RUN_BYTES) addRun(runs, bytes.subarray(start, index));
    start = -1;
  }
  return runs.join('\n');
}

function addRun(runs: string[], bytes: Uint8Array): void {
  const text = decodeText(bytes).text.replaceAll('\u0007', '\t').trim();
  const letters = text.match(/[\p{L}\p{N}\s.,;:!?()'"-]/gu)?.length ?? 0;
  if (text.length >= 4 && letters / text.length > 0.85) runs.push(text);
}

/** Runs of UTF-16LE text. */
export function findWideTextRuns(bytes: Uint8Array): string {
  const runs: string[] = [];
  let run = '';
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const code = bytes[index]! | (bytes[index + 1]! << 8);
    const isText =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code < 0x2100) ||
      (code >= 0x3000 && code < 0xd7a4);
    if (isText) run += String.fromCharCode(code);
    if (!isText || index + 3 >= bytes.length) {
      if (run.trim().length >= 4) runs.push(run.trim());
      run = '';
    }
  }
  return runs.join('\n');
}
