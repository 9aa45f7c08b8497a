// Is this text, and if so which text format?
import { detectEncoding } from './decode-text.ts';
import { extensionOf, MEDIA } from './media-types.ts';

/** Header fields that begin real messages (RFC 5322 3.6, RFC 2045) and hardly ever other texts. */
const MAIL_FIELDS =
  /^(received|from|to|cc|bcc|subject|date|message-id|mime-version|content-type|return-path|delivered-to|reply-to|sender|x-[\w-]+|dkim-signature|arc-[\w-]+|in-reply-to|references|content-transfer-encoding|authentication-results|status|errors-to|precedence|list-[\w-]+|envelope-to|importance|thread-[\w-]+|organization|user-agent|comments|resent-[\w-]+|original-recipient)$/i;
const TELLING_MAIL_FIELDS =
  /^(received|from|to|subject|date|message-id|mime-version|return-path|delivered-to|content-type|x-mailer|dkim-signature)$/i;

/** Text types that only the extension can tell apart from plain text. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  md: MEDIA.markdown,
  markdown: MEDIA.markdown,
  csv: MEDIA.csv,
  tsv: MEDIA.tsv,
  tab: MEDIA.tsv,
  ics: MEDIA.calendar,
  vcf: MEDIA.vcard,
};

/** Media type of a text, or undefined when the bytes are no text. `isCut`: the head is not the whole file. */
export function identifyTextType(head: Uint8Array, fileName: string, isCut: boolean): string | undefined {
  if (!looksLikeText(head)) return undefined;
  const text = new TextDecoder(detectEncoding(head)).decode(head);
  const extension = extensionOf(fileName);
  const start = text.slice(0, 4096).trimStart();
  const markup = identifyMarkup(start);
  if (markup !== undefined) return markup;
  if (extension === 'eml' && /^From \S+/.test(text)) return MEDIA.eml;
  if (
    /^From \S+.*\d{4}\s*\n/.test(text.slice(0, 400)) &&
    hasMailHeader(text.slice(text.indexOf('\n') + 1), 1)
  ) {
    return MEDIA.mbox;
  }
  if (extension === 'mbox' && /^From /m.test(text)) return MEDIA.mbox;
  if (extension === 'emlx' && /^\s*\d+\s*\n/.test(text)) return MEDIA.eml;
  if (hasMailHeader(text, extension === 'eml' || extension === 'mht' || extension === 'mhtml' ? 1 : 3))
    return MEDIA.eml;
  if (/^BEGIN:VCALENDAR/i.test(start)) return MEDIA.calendar;
  if (/^BEGIN:VCARD/i.test(start)) return MEDIA.vcard;
  if (looksLikeJson(text, isCut)) return MEDIA.json;
  const named = BY_EXTENSION[extension];
  if (named !== undefined) return named;
  if (extension === 'eml') return MEDIA.eml;
  return looksLikeTabTable(text) ? MEDIA.tsv : MEDIA.text;
}

function looksLikeText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  const encoding = detectEncoding(head);
  if (encoding.startsWith('utf-16'))
    return isPrintable(new TextDecoder(encoding).decode(head.subarray(0, 8192)));
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0x1b) control += 1;
  }
  if (control / head.length > 0.02) return false;
  // Random bytes above 0x7F are valid windows-1252, but no text is mostly such characters.
  if (encoding !== 'windows-1252') return true;
  const high = head.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return high / head.length < 0.4;
}

function isPrintable(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) return false;
  }
  return true;
}

function identifyMarkup(start: string): string | undefined {
  const body = start.replace(/^\uFEFF/, '').replace(/^(<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)+/i, '');
  if (/^<!DOCTYPE\s+html|^<html[\s>]/i.test(body)) return MEDIA.html;
  if (/^(<!DOCTYPE\s+svg[\s\S]*?>\s*)?(<!--[\s\S]*?-->\s*)*<(\w+:)?svg[\s>]/i.test(body)) return MEDIA.svg;
  if (/^(<!DOCTYPE\b[\s\S]*?>\s*)?<svg[\s>]/i.test(body.replace(/\[[\s\S]*?\]/, ''))) return MEDIA.svg;
  if (/^<\?xml/i.test(start.replace(/^\uFEFF/, ''))) return MEDIA.xml;
  if (/^<(head|body|title|meta|table|div|p|script|style|h[1-6]|font|center|br)[\s>/]/i.test(body))
    return MEDIA.html;
  if (/^<!DOCTYPE\s/i.test(body)) return MEDIA.xml;
  if (/^<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*(\s+[\w:.-]+\s*=\s*["'][^"']*["'])*\s*\/?>/.test(body))
    return MEDIA.xml;
  return undefined;
}

/** True when the first lines are header fields, at least `needed` of them telling ones. */
function hasMailHeader(text: string, needed: number): boolean {
  let telling = 0;
  let known = 0;
  let lines = 0;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 200)) {
    if (lines === 0 && line.trim() === '') continue;
    lines += 1;
    if (line === '') break;
    if (/^[ \t]/.test(line) && lines > 1) continue;
    const field = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1];
    if (field === undefined) {
      if (known === 0 && !/^>?From /.test(line)) return false;
      if (telling < needed) return false;
      break;
    }
    if (!MAIL_FIELDS.test(field) && known === 0 && lines > 3) return false;
    if (MAIL_FIELDS.test(field)) known += 1;
    if (TELLING_MAIL_FIELDS.test(field)) telling += 1;
  }
  return telling >= needed;
}

function looksLikeJson(text: string, isCut: boolean): boolean {
  const trimmed = text.trim().replace(/^\uFEFF/, '');
  if (!/^[[{]/.test(trimmed)) return false;
  if (isCut) return /^(\{\s*"(\\.|[^"\\])*"\s*:|\[\s*([[{"\d\-tfn]))/.test(trimmed);
  try {
    JSON.parse(trimmed);
    return true;
  } catch {
    return false;
  }
}

/** At least two lines with the same number (two or more) of tab-separated columns. */
function looksLikeTabTable(text: string): boolean {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .slice(0, 20);
  const columns = lines.slice(0, 10).map((line) => line.split('\t').length);
  return columns.length >= 1 && columns[0]! >= 3 && columns.every((count) => count === columns[0]);
}
