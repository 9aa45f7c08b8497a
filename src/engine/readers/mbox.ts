// Which messages lie in this mailbox file?
import { createReadStream } from 'node:fs';
import type { ReadDraft } from './read-draft.ts';

/** Larger single messages are left out. */
const MAX_MESSAGE_BYTES = 128 * 1024 * 1024;

/** Every message becomes a child "message-N.eml", read on its own by the caller. */
export async function readMbox(draft: ReadDraft): Promise<void> {
  let count = 0;
  let lines: Buffer[] = [];
  let sizeBytes = 0;
  const flush = async (): Promise<void> => {
    if (sizeBytes > 0 && lines.length > 0) {
      count += 1;
      const name = `message-${count}.eml`;
      if (draft.beginPart(count)) await draft.addChild(name, name, Buffer.concat(lines), 'message/rfc822');
    }
    lines = [];
    sizeBytes = 0;
  };
  let isBlankBefore = true;
  for await (const line of splitLines(draft.request.path)) {
    if (isBlankBefore && /^From \S/.test(line.toString('latin1', 0, 64))) {
      await flush();
      isBlankBefore = false;
      continue;
    }
    isBlankBefore = line.length <= 2 && line.toString('latin1').trim() === '';
    sizeBytes += line.length;
    if (sizeBytes > MAX_MESSAGE_BYTES) {
      draft.addProblem('TOO_LARGE', `messages over ${MAX_MESSAGE_BYTES} bytes are cut`);
      continue;
    }
    // ">From " at a line start was quoted when the message was stored (RFC 4155).
    lines.push(/^>+From /.test(line.toString('latin1', 0, 64)) ? line.subarray(1) : line);
  }
  await flush();
  draft.pageCount = count;
  if (count === 0) draft.addProblem('DAMAGED', 'no message');
}

async function* splitLines(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const data: Buffer = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let end = data.indexOf(0x0a, start); end >= 0; end = data.indexOf(0x0a, start)) {
      yield data.subarray(start, end + 1);
      start = end + 1;
    }
    rest = data.subarray(start);
  }
  if (rest.length > 0) yield rest;
}
