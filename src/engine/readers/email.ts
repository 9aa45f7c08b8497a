// What does an e-mail (EML) say, who wrote it to whom and when, and what is attached?
import { readFileSync, statSync } from 'node:fs';
import PostalMime, {
  type Address,
  type Attachment,
  addressParser,
  decodeWords,
  type Email,
} from 'postal-mime';
import type { EmailFacts } from '../../domain/reading.ts';
import { decodeRawHeader, looksMisdecoded, MIME_OPTIONS, redecodeBodies } from './email-charset.ts';
import { parseMailDate } from './email-date.ts';
import { compactFacts, formatEmail } from './email-text.ts';
import { htmlToText } from './html-text.ts';
import { extensionOf } from './media-types.ts';
import type { ReadDraft } from './read-draft.ts';

const MAX_EMAIL_BYTES = 256 * 1024 * 1024;

export async function readEmail(draft: ReadDraft): Promise<void> {
  if (statSync(draft.request.path).size > MAX_EMAIL_BYTES) {
    draft.addProblem('TOO_LARGE', `e-mails over ${MAX_EMAIL_BYTES} bytes are not read`);
    return;
  }
  const raw = stripWrapping(readFileSync(draft.request.path), extensionOf(draft.request.fileName));
  await readEmailBytes(draft, raw);
}

/** Reads one message; shared by EML files and the messages of an mbox. */
export async function readEmailBytes(draft: ReadDraft, raw: Uint8Array): Promise<void> {
  let email: Email;
  try {
    email = await PostalMime.parse(raw, MIME_OPTIONS);
  } catch (error) {
    draft.addProblem('HOSTILE_CONTENT', error instanceof Error ? error.message : undefined);
    return;
  }
  const bodies = await decodeBodies(email, raw);
  const facts = toFacts(email, raw);
  draft.properties = {
    ...(facts.subject === undefined ? {} : { title: facts.subject }),
    ...(facts.sentAt === undefined ? {} : { createdAt: facts.sentAt }),
    email: facts,
  };
  const body = bodyText(bodies);
  const names = email.attachments.map((attachment, index) => attachmentName(attachment, index));
  draft.pageCount = 1;
  draft.addPage(1, formatEmail(facts, body, names), 'email');
  for (const [index, attachment] of email.attachments.entries()) {
    const name = names[index]!;
    const { content, mimeType } = attachment;
    const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
    await draft.addChild(`att-${index + 1}/${name}`, name, bytes, mimeType);
  }
  if (facts.subject === undefined && facts.from === undefined && body.trim() === '' && names.length === 0) {
    draft.addProblem('NO_TEXT');
  }
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

interface Bodies {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

async function decodeBodies(email: Email, raw: Uint8Array): Promise<Bodies> {
  const { text, html } = email;
  if (!looksMisdecoded(text ?? '') && !looksMisdecoded(html ?? '')) return { text, html };
  const again = await redecodeBodies(raw).catch(() => ({}) as Bodies);
  return {
    text: text !== undefined && looksMisdecoded(text) ? (again.text ?? text) : text,
    html: html !== undefined && looksMisdecoded(html) ? (again.html ?? html) : html,
  };
}

/** The plain part when it says as much as the HTML part; senders often leave a stub there. */
function bodyText({ text = '', html }: Bodies): string {
  if (html === undefined) return text;
  const fromHtml = htmlToText(html);
  return text.trim().length >= fromHtml.length * 0.5 ? text : fromHtml.trim() === '' ? text : fromHtml;
}

function toFacts(email: Email, raw: Uint8Array): EmailFacts {
  const from = email.from ?? email.sender;
  return compactFacts({
    subject: (decodeRawHeader(raw, 'subject') ?? email.subject)?.replace(/\s+/g, ' ').trim(),
    from: rawAddresses(raw, 'from')?.[0] ?? (from === undefined ? undefined : formatAddresses([from])[0]),
    to: rawAddresses(raw, 'to') ?? formatAddresses(email.to ?? []),
    cc: rawAddresses(raw, 'cc') ?? formatAddresses(email.cc ?? []),
    sentAt: parseMailDate(email.headers.find((header) => header.key === 'date')?.value),
    messageId: email.messageId,
    inReplyTo: email.inReplyTo,
  });
}

function rawAddresses(raw: Uint8Array, field: string): string[] | undefined {
  const value = decodeRawHeader(raw, field);
  return value === undefined ? undefined : formatAddresses(addressParser(decodeWords(value)));
}

/** "Name <address>"; groups are given by their members. */
function formatAddresses(addresses: readonly Address[]): string[] {
  return addresses.flatMap((entry) => {
    if (entry.group !== undefined) return formatAddresses(entry.group);
    const { name, address } = entry;
    if (address === undefined || address === '') return name === '' ? [] : [name];
    return [name === '' || name === address ? address : `${name} <${address}>`];
  });
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
};

function attachmentName(attachment: Attachment, index: number): string {
  const name = attachment.filename?.trim();
  if (name !== undefined && name !== '') return name;
  const extension = EXTENSION_OF_TYPE[attachment.mimeType] ?? 'bin';
  return `attachment-${index + 1}.${extension}`;
}
