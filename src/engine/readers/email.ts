// What does an e-mail (EML) say, who wrote it to whom and when, and what is attached?
import { readFileSync, statSync } from 'node:fs';
import { decode as decodeLegacy } from 'iconv-lite';
import { type Address, addressParser } from 'postal-mime';
import type { EmailFacts } from '../../domain/reading.ts';
import { decodeText } from './decode-text.ts';
import { parseMailDate } from './email-date.ts';
import { compactFacts, formatEmail } from './email-text.ts';
import { htmlToText } from './html-text.ts';
import { extensionOf } from './media-types.ts';
import { type MimePart, MimeTooDeepError, parseMime } from './mime.ts';
import { decodeHeaderValue, headerText, type RawHeaders } from './mime-header.ts';
import type { ReadDraft } from './read-draft.ts';

const MAX_EMAIL_BYTES = 256 * 1024 * 1024;

interface Attachment {
  readonly name: string;
  readonly content: Buffer;
  readonly mediaType: string;
}

interface Contents {
  readonly texts: string[];
  readonly attachments: Attachment[];
}

export async function readEmail(draft: ReadDraft): Promise<void> {
  if (statSync(draft.request.path).size > MAX_EMAIL_BYTES) {
    draft.addProblem('TOO_LARGE', `e-mails over ${MAX_EMAIL_BYTES} bytes are not read`);
    return;
  }
  const raw = stripWrapping(readFileSync(draft.request.path), extensionOf(draft.request.fileName));
  let message: MimePart;
  try {
    message = parseMime(raw);
  } catch (error) {
    if (!(error instanceof MimeTooDeepError)) throw error;
    draft.addProblem('HOSTILE_CONTENT', error.message);
    return;
  }
  const contents: Contents = { texts: [], attachments: [] };
  collectParts(message, contents, true);
  const facts = toFacts(message.headers);
  draft.properties = {
    ...(facts.subject === undefined ? {} : { title: facts.subject }),
    ...(facts.sentAt === undefined ? {} : { createdAt: facts.sentAt }),
    email: facts,
  };
  const body = contents.texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');
  const names = contents.attachments.map(({ name }) => name);
  draft.pageCount = 1;
  draft.addPage(1, formatEmail(facts, body, names), 'email');
  for (const [index, { name, content, mediaType }] of contents.attachments.entries()) {
    if (draft.beginPart(index + 1))
      await draft.addChild(`att-${index + 1}/${name}`, name, content, mediaType);
  }
  if (Object.keys(facts).length === 0 && body === '' && names.length === 0) draft.addProblem('NO_TEXT');
}

/** Apple's .emlx puts a byte count before the message and a property list after it; mbox a "From " line. */
function stripWrapping(raw: Buffer, extension: string): Buffer {
  if (extension === 'emlx') {
    const lineEnd = raw.indexOf(0x0a);
    const count = Number(raw.toString('latin1', 0, Math.max(0, lineEnd)).trim());
    if (Number.isInteger(count) && count > 0) return raw.subarray(lineEnd + 1, lineEnd + 1 + count);
  }
  if (raw.toString('latin1', 0, 5) === 'From ') return raw.subarray(raw.indexOf(0x0a) + 1);
  return raw;
}

function collectParts(part: MimePart, contents: Contents, isRoot: boolean): void {
  if (part.parts.length > 0) {
    if (part.type.value === 'multipart/alternative') collectAlternative(part, contents);
    else for (const child of part.parts) collectParts(child, contents, false);
    return;
  }
  const name = partName(part);
  const isAttachment = part.disposition.value === 'attachment' || name !== undefined;
  if (isReadable(part.type.value) && (!isAttachment || isRoot)) contents.texts.push(partText(part));
  else if (part.content.length > 0 || name !== undefined) {
    const number = contents.attachments.length + 1;
    const content = part.type.value === 'message/rfc822' ? withoutLeadingBreak(part.content) : part.content;
    contents.attachments.push({
      name: name ?? defaultName(part, number),
      content,
      mediaType: part.type.value,
    });
  }
}

/** Of the same text in several forms, the plain one when it says as much; senders often leave a stub there. */
function collectAlternative(part: MimePart, contents: Contents): void {
  const forms: { isHtml: boolean; contents: Contents }[] = part.parts.map((child) => {
    const own: Contents = { texts: [], attachments: [] };
    collectParts(child, own, false);
    return { isHtml: /html|related|mixed/.test(child.type.value), contents: own };
  });
  const lengthOf = (form: { contents: Contents }): number => form.contents.texts.join('').trim().length;
  const plain = forms.filter((form) => !form.isHtml);
  const longest = forms.reduce((best, form) => (lengthOf(form) > lengthOf(best) ? form : best), forms[0]!);
  const chosen = plain.find((form) => lengthOf(form) >= lengthOf(longest) * 0.5) ?? longest;
  contents.texts.push(...chosen.contents.texts);
  for (const form of forms) contents.attachments.push(...form.contents.attachments);
}

/** Reports of mail servers are text for people as well. */
function isReadable(type: string): boolean {
  return (
    type === '' ||
    /^text\/(plain|html|rfc822-headers|enriched|x-[\w-]+)$/.test(type) ||
    type === 'text' ||
    /^message\/(delivery-status|disposition-notification|feedback-report)$/.test(type) ||
    // A multipart without boundary lines: its body is all there is.
    type.startsWith('multipart/')
  );
}

function partText(part: MimePart): string {
  const charset = part.type.parameters['charset'];
  const text = /^(unicode-1-1-)?utf-?7$/i.test(charset ?? '')
    ? decodeLegacy(part.content, 'utf-7')
    : decodeText(part.content, charset).text;
  return part.type.value === 'text/html' ? htmlToText(text) : text;
}

function partName(part: MimePart): string | undefined {
  const name = (part.disposition.parameters['filename'] ?? part.type.parameters['name'])?.trim();
  return name === '' ? undefined : name;
}

function withoutLeadingBreak(content: Buffer): Buffer {
  const start = content.findIndex((byte) => byte !== 0x0a && byte !== 0x0d);
  return start > 0 ? content.subarray(start) : content;
}

const EXTENSION_OF_TYPE: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/calendar': 'ics',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/ms-tnef': 'dat',
};

function defaultName(part: MimePart, number: number): string {
  const subject =
    part.type.value === 'message/rfc822' ? headerText(parseMime(part.content).headers, 'subject') : undefined;
  const stem =
    subject
      ?.replace(/[\\/:*?"<>|]/g, ' ')
      .trim()
      .slice(0, 80) || `attachment-${number}`;
  return `${stem}.${EXTENSION_OF_TYPE[part.type.value] ?? 'bin'}`;
}

function toFacts(headers: RawHeaders): EmailFacts {
  return compactFacts({
    subject: headerText(headers, 'subject'),
    from: addresses(headers, 'from')[0] ?? addresses(headers, 'sender')[0],
    to: addresses(headers, 'to'),
    cc: addresses(headers, 'cc'),
    sentAt: parseMailDate(headers.get('date')?.[0]),
    messageId: headerText(headers, 'message-id'),
    inReplyTo: headerText(headers, 'in-reply-to'),
  });
}

function addresses(headers: RawHeaders, field: string): string[] {
  const raw = headers.get(field)?.join(', ');
  return raw === undefined ? [] : formatAddresses(addressParser(decodeIfRaw(raw)));
}

/** Encoded words are decoded after splitting (a name may hold a comma), raw 8-bit text before it. */
function decodeIfRaw(raw: string): string {
  return /[\u0080-\u00FF]/.test(raw) ? decodeHeaderValue(raw) : raw;
}

/** "Name <address>"; groups are given by their members. */
function formatAddresses(entries: readonly Address[]): string[] {
  return entries.flatMap((entry) => {
    if (entry.group !== undefined) return formatAddresses(entry.group);
    const name = decodeHeaderValue(entry.name).trim();
    const { address } = entry;
    if (address === undefined || address === '') return name === '' ? [] : [name];
    return [name === '' || name === address ? address : `${name} <${address}>`];
  });
}
