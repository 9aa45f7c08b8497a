// How is a sample e-mail written as MIME, with quoted-printable or base64 bodies and attachments?

export interface SampleMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly messageId: string;
  readonly text: string;
  readonly html?: string;
  readonly transfer?: 'quoted-printable' | 'base64';
  readonly attachments?: readonly {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array;
  }[];
}

function encodeWord(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  // RFC 2047 allows 75 characters a word; twelve Chinese characters make 48 base64 characters.
  const words: string[] = [];
  const characters = [...value];
  for (let i = 0; i < characters.length; i += 12) {
    words.push(`=?UTF-8?B?${Buffer.from(characters.slice(i, i + 12).join('')).toString('base64')}?=`);
  }
  return words.join('\r\n ');
}

function encodeAddress(value: string): string {
  const match = /^(.*) <(.*)>$/.exec(value);
  return match ? `${encodeWord(match[1] as string)} <${match[2]}>` : value;
}

/** Quoted-printable by RFC 2045: lines of at most 76 characters, soft breaks. */
export function encodeQuotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      let out = '';
      let column = 0;
      const bytes = Buffer.from(line);
      bytes.forEach((byte, i) => {
        const last = i === bytes.length - 1;
        const plain = byte >= 33 && byte <= 126 && byte !== 61;
        const piece =
          plain || (byte === 32 && !last)
            ? String.fromCharCode(byte)
            : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
        if (column + piece.length > 75) {
          out += '=\r\n';
          column = 0;
        }
        out += piece;
        column += piece.length;
      });
      return out;
    })
    .join('\r\n');
}

function wrapBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{76})(?=.)/g, '$1\r\n');
}

function writePart(type: string, body: string, transfer: 'quoted-printable' | 'base64'): string {
  const encoded = transfer === 'base64' ? wrapBase64(Buffer.from(body)) : encodeQuotedPrintable(body);
  return `Content-Type: ${type}; charset=UTF-8\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n${encoded}\r\n`;
}

function writeMultipart(subtype: string, boundary: string, parts: readonly string[]): string {
  const body = parts.map((part) => `--${boundary}\r\n${part}`).join('');
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--\r\n`;
}

/** Writes a mail as the bytes of an .eml file. */
export function writeMail(mail: SampleMail): Uint8Array {
  const transfer = mail.transfer ?? 'quoted-printable';
  const boundary = `----=_Sample_${mail.messageId.replace(/[^A-Za-z0-9]/g, '').slice(0, 24)}`;
  const text = writePart('text/plain', mail.text, transfer);
  let content = mail.html
    ? writeMultipart('alternative', `${boundary}_a`, [text, writePart('text/html', mail.html, transfer)])
    : text;
  if (mail.attachments && mail.attachments.length > 0) {
    const files = mail.attachments.map((file) => {
      const name = encodeWord(file.name);
      const extended = `UTF-8''${encodeURIComponent(file.name)}`;
      return `Content-Type: ${file.type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=${extended}\r\n\r\n${wrapBase64(file.bytes)}\r\n`;
    });
    content = writeMultipart('mixed', boundary, [content, ...files]);
  }
  const head = [
    `Date: ${mail.date}`,
    `From: ${encodeAddress(mail.from)}`,
    `To: ${encodeAddress(mail.to)}`,
    `Subject: ${encodeWord(mail.subject)}`,
    `Message-ID: <${mail.messageId}@sample.example>`,
    'X-Casebinder-Sample: fictitious mail for demonstration',
    'MIME-Version: 1.0',
  ].join('\r\n');
  return Buffer.from(`${head}\r\n${content}`);
}
