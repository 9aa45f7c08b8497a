// How does a file on disk become an HTTP answer with ranges, an ETag and harmless headers?
import { type FileHandle, open } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseByteRange } from './byte-range.ts';
import { buildContentDisposition } from './content-disposition.ts';
import type { OpenFile } from './content-source.ts';
import { choosePresentation } from './inline-types.ts';
import { EVIDENCE_CSP } from './security-headers.ts';

const CHUNK_BYTES = 256 * 1024;
const SNIFFED_BYTES = 64 * 1024;

/**
 * Sends `file` or the part that the request asks for. Resolves to `false`, with nothing sent, when the file is
 * gone, is not a plain file, or has another size than the one filed: then it is not the document any more.
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: OpenFile,
  asAttachment: boolean,
): Promise<boolean> {
  const handle = await openFiledVersion(file);
  if (handle === null) return false;
  let isHandedOver = false;
  try {
    const etag = `"${file.sha256}"`;
    const { contentType, disposition } = choosePresentation(file.mediaType);
    reply.header('etag', etag);
    reply.header('accept-ranges', 'bytes');
    reply.header('cache-control', 'private, no-store'); // evidence leaves no copy in a browser's cache
    reply.header('content-security-policy', EVIDENCE_CSP);
    reply.header(
      'content-disposition',
      buildContentDisposition(asAttachment ? 'attachment' : disposition, file.fileName),
    );
    reply.header(
      'content-type',
      contentType === 'text/plain' ? await describeText(handle, file.sizeBytes) : contentType,
    );
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      reply.code(304).send();
      return true;
    }
    const ifRange = request.headers['if-range'];
    const wanted = ifRange === undefined || ifRange === etag ? request.headers.range : undefined;
    const range = parseByteRange(wanted, file.sizeBytes);
    if (range.kind === 'unsatisfiable') {
      reply.code(416).header('content-range', `bytes */${file.sizeBytes}`).send();
      return true;
    }
    const start = range.kind === 'part' ? range.start : 0;
    const end = range.kind === 'part' ? range.end : file.sizeBytes - 1;
    if (range.kind === 'part') {
      reply.code(206).header('content-range', `bytes ${start}-${end}/${file.sizeBytes}`);
    }
    reply.header('content-length', String(end - start + 1));
    if (request.method === 'HEAD' || file.sizeBytes === 0) {
      reply.send(request.method === 'HEAD' ? undefined : '');
      return true;
    }
    // The stream closes the handle, also when the other side hangs up in the middle.
    reply.send(handle.createReadStream({ start, end, highWaterMark: CHUNK_BYTES, autoClose: true }));
    isHandedOver = true;
    return true;
  } finally {
    if (!isHandedOver) await handle.close();
  }
}

async function openFiledVersion(file: OpenFile): Promise<FileHandle | null> {
  let handle: FileHandle;
  try {
    handle = await open(file.path, 'r');
  } catch {
    return null;
  }
  const facts = await handle.stat();
  if (facts.isFile() && facts.size === file.sizeBytes) return handle;
  await handle.close();
  return null;
}

/** UTF-8 is said to be UTF-8; for anything else (often GBK) the browser's own detection is the better guess. */
async function describeText(handle: FileHandle, sizeBytes: number): Promise<string> {
  const sample = Buffer.alloc(Math.min(sizeBytes, SNIFFED_BYTES));
  const { bytesRead } = await handle.read(sample, 0, sample.length, 0);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(0, bytesRead), {
      stream: bytesRead < sizeBytes, // the sample may end inside a character
    });
    return 'text/plain; charset=utf-8';
  } catch {
    return 'text/plain';
  }
}

export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((candidate) => {
    const trimmed = candidate.trim();
    return trimmed === '*' || trimmed === etag || trimmed === `W/${etag}`;
  });
}
