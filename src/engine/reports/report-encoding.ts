// In which encoding was this report saved, judged by all of its bytes, and what is its hash?
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { CasebinderError } from '../../domain/errors.ts';
import { detectEncoding, isValid } from '../readers/decode-text.ts';

export interface FileSurvey {
  readonly sha256: string;
  readonly sizeBytes: number;
  /** WHATWG label. */
  readonly encoding: string;
}

const SAMPLE_BYTES = 64 * 1024;
const CHUNK_BYTES = 256 * 1024;

/**
 * One pass over the file. A single byte that is not UTF-8 may come after a hundred megabytes of plain ASCII, so all of it
 * is looked at: byte order mark, UTF-8, then the Japanese set where the report says it is Japanese, then by the sample
 * (domain.md 7.1 rule 4). @throws CasebinderError FILE_UNREADABLE
 */
export async function surveyFile(path: string, signal?: AbortSignal): Promise<FileSurvey> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const head: Buffer[] = [];
  const sample: Buffer[] = [];
  let headBytes = 0;
  let sampleBytes = 0;
  let sizeBytes = 0;
  let isUtf8 = true;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      const chunk = piece as Buffer;
      signal?.throwIfAborted();
      hash.update(chunk);
      sizeBytes += chunk.length;
      if (headBytes < SAMPLE_BYTES) {
        head.push(chunk.subarray(0, SAMPLE_BYTES));
        headBytes += chunk.length;
      }
      if (isUtf8) isUtf8 = canDecode(utf8, chunk);
      if (sampleBytes < SAMPLE_BYTES) {
        const telling = cutTellingPart(chunk);
        if (telling !== null) {
          sample.push(telling);
          sampleBytes += telling.length;
        }
      }
    }
  } catch (error) {
    if (signal?.aborted === true) throw new CasebinderError('CANCELLED', {}, error);
    throw new CasebinderError('FILE_UNREADABLE', { path }, error);
  }
  const start = Buffer.concat(head);
  return {
    sha256: hash.digest('hex'),
    sizeBytes,
    encoding: chooseEncoding(start, Buffer.concat(sample), isUtf8),
  };
}

function canDecode(decoder: TextDecoder, chunk: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The lines around the first bytes of a chunk that are not ASCII; whole lines, so that no character is cut. */
function cutTellingPart(chunk: Buffer): Buffer | null {
  const first = chunk.findIndex((byte) => byte >= 0x80);
  if (first === -1) return null;
  const from = chunk.lastIndexOf(0x0a, first) + 1;
  const end = chunk.lastIndexOf(0x0a, Math.min(chunk.length - 1, first + 8_192));
  return chunk.subarray(from, end > first ? end : Math.min(chunk.length, first + 8_192));
}

function chooseEncoding(head: Buffer, sample: Buffer, isUtf8: boolean): string {
  const marked = detectEncoding(head.subarray(0, 4_096));
  if (marked.startsWith('utf-16')) return marked;
  if (isUtf8) return 'utf-8';
  if (/amazon\.co\.jp|\bJPY\b|\dJST\b/.test(head.toString('latin1')) && isValid(sample, 'shift_jis'))
    return 'shift_jis'; // WHATWG's is cp932, with the vendor's characters that plain Shift_JIS lacks
  const found = detectEncoding(sample);
  return found === 'utf-8' ? 'windows-1252' : found;
}
