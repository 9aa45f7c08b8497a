// What do the header fields of an e-mail say, encoded words and odd charsets undone?
import { decode as decodeLegacy } from 'iconv-lite';
import { decodeWords } from 'postal-mime';
import { decodeText } from './decode-text.ts';

/** Header fields of one MIME part; names in lower case, values unfolded, one character per byte (Latin-1). */
export type RawHeaders = ReadonlyMap<string, readonly string[]>;

export interface ParameterValue {
  /** Lower case, without parameters: "text/plain". */
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Splits a header block into fields. Lines that are no fields are skipped, as mail programs do. */
export function parseHeaders(block: string): RawHeaders {
  const headers = new Map<string, string[]>();
  let current: { values: string[]; index: number } | undefined;
  for (const line of block.split(/\r\n|\n|\r/)) {
    if (/^[ \t]/.test(line) && current !== undefined) {
      current.values[current.index] += ` ${line.trim()}`;
      continue;
    }
    const match = /^([!-9;-~]+)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (match === null) continue;
    const name = match[1]!.toLowerCase();
    const values = headers.get(name) ?? [];
    values.push(match[2]!);
    headers.set(name, values);
    current = { values, index: values.length - 1 };
  }
  return headers;
}

/** First value of a field, decoded for people: encoded words (RFC 2047), raw 8-bit text in whatever charset. */
export function headerText(headers: RawHeaders, name: string): string | undefined {
  const raw = headers.get(name)?.[0];
  if (raw === undefined) return undefined;
  const text = decodeHeaderValue(raw).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

/** Decodes a raw (Latin-1) header value. */
export function decodeHeaderValue(raw: string): string {
  // Some programs leave 8-bit characters inside a Q-encoded word: encode them, so that the word's charset rules.
  const repaired = raw.replace(/=\?[^?\s]+\?[qQ]\?[^?]*\?=/g, (word) =>
    word.replace(
      /[\u0080-\u00FF]/g,
      (character) => `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    ),
  );
  const text = /[\u0080-\u00FF]/.test(repaired) ? decodeText(Buffer.from(repaired, 'latin1')).text : repaired;
  return decodeWords(decodeUtf7Words(text));
}

/** UTF-7 is not a web encoding, so that no TextDecoder knows it; Outlook 2000 wrote it. */
function decodeUtf7Words(text: string): string {
  return text.replace(
    /=\?(?:unicode-1-1-)?utf-7\?([qQbB])\?([^?]*)\?=/gi,
    (_whole, encoding: string, body: string) => {
      const bytes =
        encoding.toLowerCase() === 'b'
          ? Buffer.from(body, 'base64')
          : Buffer.from(
              body
                .replaceAll('_', ' ')
                .replace(/=([0-9A-Fa-f]{2})/g, (_hex, digits: string) =>
                  String.fromCharCode(Number.parseInt(digits, 16)),
                ),
              'latin1',
            );
      return decodeLegacy(bytes, 'utf-7');
    },
  );
}

/** Value and parameters of Content-Type or Content-Disposition (RFC 2045 5.1, RFC 2231). */
export function parseParameters(raw: string | undefined): ParameterValue {
  if (raw === undefined) return { value: '', parameters: {} };
  const value = /^[^;]*/.exec(raw)![0].trim().toLowerCase().replace(/\s.*$/, '');
  const pieces = new Map<string, { index: number; isEncoded: boolean; text: string }[]>();
  const pattern = /;\s*([^\s=;*]+)(?:\*(\d+))?(\*)?\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/g;
  for (const match of raw.matchAll(pattern)) {
    const [, name = '', index, star, quoted, bare] = match;
    const text = quoted === undefined ? (bare ?? '').trim() : quoted.replace(/\\(.)/g, '$1');
    const list = pieces.get(name.toLowerCase()) ?? [];
    list.push({ index: Number(index ?? 0), isEncoded: star !== undefined, text });
    pieces.set(name.toLowerCase(), list);
  }
  const parameters: Record<string, string> = {};
  for (const [name, list] of pieces) parameters[name] = joinPieces(list);
  return { value, parameters };
}

function joinPieces(pieces: readonly { index: number; isEncoded: boolean; text: string }[]): string {
  const extended = pieces.filter((piece) => piece.isEncoded || pieces.length > 1);
  if (extended.length === 0) return decodeHeaderValue(pieces[0]?.text ?? '');
  const sorted = [...extended].sort((a, b) => a.index - b.index);
  const marker = /^([^']*)'[^']*'/.exec(sorted[0]!.text);
  const bytes: Buffer[] = [];
  for (const [position, piece] of sorted.entries()) {
    const text =
      position === 0 && marker !== null && piece.isEncoded ? piece.text.slice(marker[0].length) : piece.text;
    const raw = piece.isEncoded
      ? text.replace(/%([0-9A-Fa-f]{2})/g, (_whole, digits: string) =>
          String.fromCharCode(Number.parseInt(digits, 16)),
        )
      : text;
    bytes.push(Buffer.from(raw, 'latin1'));
  }
  const joined = Buffer.concat(bytes);
  if (!sorted.some((piece) => piece.isEncoded)) return decodeHeaderValue(joined.toString('latin1'));
  return decodeText(joined, marker?.[1]).text;
}
