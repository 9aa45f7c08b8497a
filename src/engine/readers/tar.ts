// Which files lie in this tar archive or gzip file?
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { decodeText } from './decode-text.ts';
import { MEDIA } from './media-types.ts';
import type { ReadDraft } from './read-draft.ts';
import { isUnsafePath } from './zip.ts';

const BLOCK_BYTES = 512;
/** What a gzip file may unpack to, at most, relative to its size. */
const MAX_RATIO = 200;

export async function readTarOrGzip(draft: ReadDraft, mediaType: string): Promise<void> {
  const source = createReadStream(draft.request.path);
  if (mediaType === MEDIA.tar) {
    await readTar(draft, source);
    return;
  }
  const isTar = /\.(tgz|tar\.gz)$/i.test(draft.request.fileName);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  let packedBytes = 0;
  source.on('data', (chunk) => {
    packedBytes += chunk.length;
  });
  let unpackedBytes = 0;
  gunzip.on('data', (chunk: Buffer) => {
    unpackedBytes += chunk.length;
    if (unpackedBytes > 16 * 1024 * 1024 && unpackedBytes > packedBytes * MAX_RATIO) {
      draft.addProblem('ARCHIVE_BOMB', 'gzip');
      gunzip.destroy(new Error('gzip bomb'));
    }
  });
  gunzip.pause();
  source.pipe(gunzip);
  try {
    if (isTar) await readTar(draft, gunzip);
    else {
      const name = draft.request.fileName.replace(/\.gz$/i, '') || 'content';
      await draft.addChild(`1/${name}`, name, gunzip);
    }
  } catch (error) {
    draft.addProblem('DAMAGED_PARTLY', error instanceof Error ? error.message : undefined);
  }
}

interface TarHeader {
  readonly name: string;
  readonly sizeBytes: number;
  readonly type: string;
}

/** POSIX.1 ustar, GNU long names and pax paths. Only regular files become children. */
async function readTar(draft: ReadDraft, stream: Readable): Promise<void> {
  const blocks = new BlockReader(stream);
  const names: string[] = [];
  let longName: string | undefined;
  for (let number = 1; ; ) {
    const block = await blocks.read(BLOCK_BYTES);
    if (block === undefined || block.every((byte) => byte === 0)) break;
    const header = parseHeader(block);
    if (header === undefined) {
      draft.addProblem('DAMAGED_PARTLY', 'bad tar header');
      break;
    }
    const paddedBytes = Math.ceil(header.sizeBytes / BLOCK_BYTES) * BLOCK_BYTES;
    const isMeta = header.type === 'L' || header.type === 'x' || header.type === 'g';
    if (header.sizeBytes > draft.request.limits.maxChildBytes || (isMeta && header.sizeBytes > 1024 * 1024)) {
      draft.addProblem('TOO_LARGE', header.name);
      await blocks.skip(paddedBytes);
      continue;
    }
    const body = await blocks.read(paddedBytes);
    if (body === undefined) {
      draft.addProblem('DAMAGED_PARTLY', 'ends inside a file');
      break;
    }
    const content = body.subarray(0, header.sizeBytes);
    if (header.type === 'L') longName = decodeText(content).text.replace(/\0+$/, '');
    else if (header.type === 'x') longName = /\d+ path=([^\n]+)\n/.exec(content.toString('utf8'))?.[1];
    if (isMeta) continue;
    const name = longName ?? header.name;
    longName = undefined;
    if (header.type === '5' || name.endsWith('/')) continue;
    names.push(name);
    if (isUnsafePath(name)) draft.addProblem('ARCHIVE_UNSAFE_PATH', name);
    if (header.type === '1' || header.type === '2')
      draft.addProblem('ARCHIVE_UNSAFE_PATH', `${name} is a link`);
    else if (
      draft.beginPart(number) &&
      !(await draft.addChild(`${number}/${name}`, name.slice(name.lastIndexOf('/') + 1), content))
    )
      break;
    number += 1;
  }
  stream.destroy();
  draft.addPage(1, names.join('\n'), 'plain');
}

function parseHeader(block: Buffer): TarHeader | undefined {
  const text = (start: number, end: number): string =>
    decodeText(block.subarray(start, end)).text.replace(/\0[\s\S]*$/, '');
  const sizeText = text(124, 136).trim();
  const sizeBytes = sizeText === '' ? 0 : Number.parseInt(sizeText, 8);
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) return undefined;
  const prefix = block.toString('latin1', 257, 262) === 'ustar' ? text(345, 500) : '';
  const name = text(0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    sizeBytes,
    type: String.fromCharCode(block[156]!),
  };
}

/** Reads exact numbers of bytes from a stream. */
class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async read(bytes: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = [this.#rest];
    let have = this.#rest.length;
    while (have < bytes) {
      const next = await this.#chunks.next();
      if (next.done === true) return undefined;
      parts.push(next.value);
      have += next.value.length;
    }
    const all = Buffer.concat(parts);
    this.#rest = all.subarray(bytes);
    return all.subarray(0, bytes);
  }

  async skip(bytes: number): Promise<void> {
    for (let left = bytes; left > 0; left -= BLOCK_BYTES * 64)
      await this.read(Math.min(left, BLOCK_BYTES * 64));
  }
}
