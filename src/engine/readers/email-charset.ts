// What did the sender really write, when the charset that an e-mail names is missing or wrong?
import PostalMime from 'postal-mime';
import { decodeText } from './decode-text.ts';

/** A single-byte set in which all 256 bytes decode to different characters, so that decoding loses nothing. */
const LOSSLESS_LABEL = 'macintosh';

const BYTE_OF = new Map(
  [...new TextDecoder(LOSSLESS_LABEL).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map(
    (character, byte) => [character, byte] as const,
  ),
);

/** Options that keep hostile nesting cheap. */
export const MIME_OPTIONS = {
  attachmentEncoding: 'arraybuffer',
  maxNestingDepth: 60,
  maxHeadersSize: 4 * 1024 * 1024,
  forceRfc822Attachments: true,
} as const;

/**
 * True when a decoded body shows the signs of a wrong charset: replacement characters, control characters of
 * C1, or runs of accented Latin letters such as "ÄúºÃ" that no language writes.
 */
export function looksMisdecoded(text: string): boolean {
  return /\uFFFD|[\u0080-\u009F]|[\u00A1-\u00FF]{4}/.test(text) || text.includes('\u001B$');
}

/** The bodies decoded anew from their bytes, by what the bytes themselves say. */
export async function redecodeBodies(raw: Uint8Array): Promise<{ text?: string; html?: string }> {
  const source = Buffer.from(raw).toString('latin1');
  let relabelled = source.replace(/(charset\s*=\s*)("?)[\w.:-]+\2/gi, `$1"${LOSSLESS_LABEL}"`);
  relabelled = relabelled.replace(
    /^(content-type:[ \t]*text\/(?:plain|html))[ \t]*;?[ \t]*(\r?\n)(?![ \t])/gim,
    `$1; charset="${LOSSLESS_LABEL}"$2`,
  );
  const headEnd = relabelled.search(/\r?\n\r?\n/);
  const head = headEnd < 0 ? relabelled : relabelled.slice(0, headEnd);
  if (!/^content-type:/im.test(head))
    relabelled = `Content-Type: text/plain; charset="${LOSSLESS_LABEL}"\r\n${relabelled}`;
  const parsed = await PostalMime.parse(Buffer.from(relabelled, 'latin1'), MIME_OPTIONS);
  return {
    ...(parsed.text === undefined ? {} : { text: redecode(parsed.text) }),
    ...(parsed.html === undefined ? {} : { html: redecode(parsed.html) }),
  };
}

function redecode(text: string): string {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = BYTE_OF.get(character);
    // Characters that came from entities, not from bytes, stay themselves.
    if (byte === undefined) bytes.push(...Buffer.from(character, 'utf8'));
    else bytes.push(byte);
  }
  return decodeText(Uint8Array.from(bytes)).text;
}

/** Header value whose raw bytes are not ASCII and not encoded as RFC 2047 wants: decoded by what they are. */
export function decodeRawHeader(raw: Uint8Array, name: string): string | undefined {
  const head = Buffer.from(raw.subarray(0, 256 * 1024));
  const text = head.toString('latin1');
  const end = text.search(/\r?\n\r?\n/);
  const match = new RegExp(`^${name}:[ \\t]*((?:.*)(?:\\r?\\n[ \\t].*)*)`, 'im').exec(
    end < 0 ? text : text.slice(0, end),
  );
  const value = match?.[1];
  if (value === undefined || !/[\x80-\xFF]/.test(value)) return undefined;
  return decodeText(Buffer.from(value, 'latin1'))
    .text.replace(/\r?\n[ \t]+/g, ' ')
    .trim();
}
