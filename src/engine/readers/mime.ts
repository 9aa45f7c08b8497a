// Of which parts does an e-mail consist? Exact bytes, so that an attachment hashes like the file that was attached.
import { type ParameterValue, parseHeaders, parseParameters, type RawHeaders } from './mime-header.ts';
import { decodeTransfer } from './mime-transfer.ts';

export interface MimePart {
  readonly headers: RawHeaders;
  readonly type: ParameterValue;
  readonly disposition: ParameterValue;
  /** Bytes with the transfer encoding undone; empty for a multipart. */
  readonly content: Buffer;
  readonly parts: readonly MimePart[];
}

const MAX_DEPTH = 60;
const MAX_PARTS = 5000;

export class MimeTooDeepError extends Error {}

/** Parses a whole message. Lenient with everything but nesting: throws {@link MimeTooDeepError} beyond 60 levels. */
export function parseMime(raw: Buffer): MimePart {
  return parsePart(raw, 0, { count: 0 }, 'text/plain');
}

function parsePart(raw: Buffer, depth: number, budget: { count: number }, defaultType: string): MimePart {
  budget.count += 1;
  if (depth > MAX_DEPTH || budget.count > MAX_PARTS) throw new MimeTooDeepError('too many nested parts');
  const bodyStart = findBodyStart(raw);
  const headers = parseHeaders(raw.toString('latin1', 0, bodyStart));
  const type = parseParameters(headers.get('content-type')?.[0] ?? defaultType);
  const disposition = parseParameters(headers.get('content-disposition')?.[0]);
  const body = raw.subarray(bodyStart);
  const boundary = type.parameters['boundary'];
  if (type.value.startsWith('multipart/') && boundary !== undefined && boundary !== '') {
    const childType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const sections = splitSections(body, boundary);
    const parts = sections.map((section) => parsePart(section, depth + 1, budget, childType));
    // Without a single boundary line the body is what there is to read.
    return { headers, type, disposition, content: parts.length === 0 ? body : Buffer.alloc(0), parts };
  }
  const encoding = headers.get('content-transfer-encoding')?.[0] ?? '';
  return { headers, type, disposition, content: decodeTransfer(body, encoding), parts: [] };
}

/** Offset behind the blank line that ends the header; a first line that is no header field means there is none. */
function findBodyStart(raw: Buffer): number {
  let lineStart = 0;
  while (lineStart < raw.length) {
    const lineEnd = raw.indexOf(0x0a, lineStart);
    const end = lineEnd < 0 ? raw.length : lineEnd;
    const isBlank = end === lineStart || (end === lineStart + 1 && raw[lineStart] === 0x0d);
    if (isBlank) return Math.min(raw.length, end + 1);
    if (
      lineStart === 0 &&
      !/^([!-9;-~]+[ \t]*:|>?From |\s)/.test(raw.toString('latin1', 0, Math.min(end, 200)))
    )
      return 0;
    lineStart = end + 1;
  }
  return raw.length;
}

/** The byte ranges between boundary lines (RFC 2046 5.1.1); the line break before a boundary belongs to it. */
function splitSections(body: Buffer, boundary: string): Buffer[] {
  const delimiter = Buffer.from(`--${boundary}`, 'utf8');
  const sections: Buffer[] = [];
  let sectionStart = -1;
  for (let position = body.indexOf(delimiter); position >= 0; ) {
    const after = position + delimiter.length;
    const lineEnd = body.indexOf(0x0a, after);
    const rest = body.toString('latin1', after, lineEnd < 0 ? Math.min(body.length, after + 80) : lineEnd);
    const isLineStart = position === 0 || body[position - 1] === 0x0a;
    if (isLineStart && /^(--)?[ \t\r]*/.exec(rest)?.[0].length === rest.length) {
      if (sectionStart >= 0) sections.push(trimLineEnd(body, sectionStart, position));
      if (rest.startsWith('--')) return sections;
      sectionStart = lineEnd < 0 ? body.length : lineEnd + 1;
    }
    position = body.indexOf(delimiter, after);
  }
  if (sectionStart >= 0 && sectionStart < body.length) sections.push(body.subarray(sectionStart));
  return sections;
}

function trimLineEnd(body: Buffer, start: number, end: number): Buffer {
  let last = end;
  if (last > start && body[last - 1] === 0x0a) last -= 1;
  if (last > start && body[last - 1] === 0x0d) last -= 1;
  return body.subarray(start, last);
}
