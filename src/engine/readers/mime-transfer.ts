// What are the exact bytes of a MIME part, its transfer encoding undone?

/** Decodes base64, quoted-printable or uuencode; anything else is the bytes themselves. Lenient (RFC 2045 6.7, 6.8). */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  const name = encoding.trim().toLowerCase();
  if (name.startsWith('base64')) return decodeBase64(body);
  if (name.startsWith('quoted-printable')) return decodeQuotedPrintable(body);
  if (/^x?-?uue?(ncode)?$/.test(name)) return decodeUuencode(body) ?? body;
  return body;
}

/** Padding inside the text (joined pieces) ends a piece, not the whole. */
function decodeBase64(body: Buffer): Buffer {
  const text = body.toString('latin1').replace(/[^A-Za-z0-9+/=]/g, '');
  const pieces = text.split(/=+/).filter((piece) => piece !== '');
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}

function decodeQuotedPrintable(body: Buffer): Buffer {
  const text = body
    .toString('latin1')
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=$/, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_whole, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  return Buffer.from(text, 'latin1');
}

/** The first "begin … end" block, or undefined when there is none (POSIX uuencode). */
export function decodeUuencode(body: Buffer): Buffer | undefined {
  const lines = body.toString('latin1').split(/\r?\n/);
  const start = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  if (start < 0) return undefined;
  const chunks: Buffer[] = [];
  for (const line of lines.slice(start + 1)) {
    if (line === 'end' || line === '' || line === '`') break;
    const count = (line.charCodeAt(0) - 32) & 63;
    const bytes: number[] = [];
    for (let index = 1; index < line.length; index += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map(
        (offset) => ((line.charCodeAt(index + offset) || 32) - 32) & 63,
      );
      bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
    }
    chunks.push(Buffer.from(bytes.slice(0, count)));
  }
  return Buffer.concat(chunks);
}
