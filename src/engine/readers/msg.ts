// What does an Outlook message (MSG) say, and what is attached?
import { readFileSync, statSync } from 'node:fs';
import MsgReaderModule, { type FieldsData } from '@kenjiuno/msgreader';
import type { EmailFacts } from '../../domain/reading.ts';
import { decodeText } from './decode-text.ts';
import { parseMailDate } from './email-date.ts';
import { compactFacts, formatEmail } from './email-text.ts';
import { htmlToText } from './html-text.ts';
import { hasEndlessChain } from './ole-chains.ts';
import type { ReadDraft } from './read-draft.ts';
import { rtfToText } from './rtf.ts';
import { decompressRtf } from './tnef.ts';

const MAX_MSG_BYTES = 256 * 1024 * 1024;

// The package is CommonJS: its class is the default export's default.
const MsgReader =
  (MsgReaderModule as unknown as { default?: typeof MsgReaderModule }).default ?? MsgReaderModule;

type Reader = InstanceType<typeof MsgReader>;

/** The library throws whatever it stumbles over in a damaged file. */
function openMessage(bytes: Buffer): { reader: Reader; message: ReturnType<Reader['getFileData']> } | Error {
  try {
    const reader = new MsgReader(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    );
    return { reader, message: reader.getFileData() };
  } catch (error) {
    return error instanceof Error ? error : new Error('unreadable');
  }
}

export async function readMsg(draft: ReadDraft): Promise<void> {
  if (statSync(draft.request.path).size > MAX_MSG_BYTES) {
    draft.addProblem('TOO_LARGE');
    return;
  }
  const bytes = readFileSync(draft.request.path);
  // The library follows chains and the directory without counting.
  if (hasEndlessChain(bytes)) {
    draft.addProblem('DAMAGED', 'the file runs in a circle');
    return;
  }
  const opened = openMessage(bytes);
  if (opened instanceof Error) {
    draft.addProblem('DAMAGED', opened.message);
    return;
  }
  const { reader, message } = opened;
  if (message.error !== undefined) {
    draft.addProblem('DAMAGED', message.error);
    return;
  }
  const facts = toFacts(message);
  const names = (message.attachments ?? []).map((attachment, index) => attachmentName(attachment, index));
  draft.properties = {
    ...(facts.subject === undefined ? {} : { title: facts.subject }),
    ...(facts.sentAt === undefined ? {} : { createdAt: facts.sentAt }),
    email: facts,
  };
  draft.pageCount = 1;
  draft.addPage(1, formatEmail(facts, bodyText(message), names), 'email');
  for (const [index, attachment] of (message.attachments ?? []).entries()) {
    if (!draft.beginPart(index + 1)) continue;
    try {
      const { content } = reader.getAttachment(attachment);
      await draft.addChild(`att-${index + 1}/${names[index]}`, names[index]!, content);
    } catch (error) {
      draft.addProblem('DAMAGED_PARTLY', error instanceof Error ? error.message : undefined);
    }
  }
}

function attachmentName(attachment: FieldsData, index: number): string {
  const name = (attachment.fileName ?? attachment.fileNameShort ?? attachment.name ?? '').trim();
  if (attachment.innerMsgContent === true)
    return /\.msg$/i.test(name) ? name : `${name || `message-${index + 1}`}.msg`;
  return name === '' ? `attachment-${index + 1}.bin` : name;
}

function toFacts(message: FieldsData): EmailFacts {
  const people = (kind: string): string[] =>
    (message.recipients ?? [])
      .filter((entry) => (entry.recipType ?? 'to') === kind)
      .map((entry) => person(entry.name, entry.smtpAddress ?? entry.email));
  return compactFacts({
    subject: message.subject?.trim(),
    from: person(
      message.senderName,
      message.senderSmtpAddress ?? message.creatorSMTPAddress ?? message.senderEmail,
    ),
    to: people('to'),
    cc: people('cc'),
    sentAt: isoTime(message.clientSubmitTime ?? message.messageDeliveryTime ?? message.creationTime),
    messageId: message.messageId,
  });
}

/** Internal Exchange names ("/O=…") are no addresses. */
function person(name: string | undefined, address: string | undefined): string {
  const shown = (name ?? '').trim();
  const usable = address?.includes('@') === true ? address.trim() : '';
  if (usable === '' || usable === shown) return shown || usable;
  return shown === '' ? usable : `${shown} <${usable}>`;
}

function isoTime(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? parseMailDate(value) : time.toISOString().replace('.000Z', 'Z');
}

function bodyText(message: FieldsData): string {
  const { body, bodyHtml, html, compressedRtf } = message;
  if (body !== undefined && body.trim() !== '') return body;
  if (bodyHtml !== undefined && bodyHtml !== '') return htmlToText(bodyHtml);
  if (html !== undefined) return htmlToText(decodeText(html).text);
  const rtf = compressedRtf === undefined ? undefined : decompressRtf(compressedRtf);
  return rtf === undefined ? '' : rtfToText(Buffer.from(rtf).toString('latin1'));
}
