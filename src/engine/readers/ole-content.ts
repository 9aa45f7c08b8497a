// Which plain file is wrapped in an OLE object (Object Packager, or a foreign document such as a PDF)?
import { CFB } from '@e965/xlsx';
import { decodeText } from './decode-text.ts';
import { hasEndlessChain } from './ole-chains.ts';

interface OleEntry {
  readonly name: string;
  readonly content?: Uint8Array | number[];
}

interface OleFile {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly OleEntry[];
}

/** All streams of a compound file by full path. Throws when it is damaged. */
export function readOleStreams(bytes: Uint8Array): Map<string, Uint8Array> {
  // The library follows chains and the directory without counting.
  if (hasEndlessChain(Buffer.from(bytes))) throw new RangeError('the file runs in a circle');
  const file = CFB.read(Buffer.from(bytes), { type: 'buffer' }) as unknown as OleFile;
  const streams = new Map<string, Uint8Array>();
  file.FullPaths.forEach((path, index) => {
    const content = file.FileIndex[index]?.content;
    if (content !== undefined && content.length > 0) streams.set(path, Uint8Array.from(content));
  });
  return streams;
}

/** The wrapped file, or undefined when the object is a document of its own. */
export function read(bytes: Uint8Array): { name: string; content: Uint8Array } | undefined {
  for (const [path, content] of readOleStreams(bytes)) {
    if (path.endsWith('/CONTENTS') && startsWith(content, '%PDF')) return { name: 'embedded.pdf', content };
    if (path.endsWith('\u0001Ole10Native')) return readPackage(content);
  }
  return undefined;
}

function startsWith(content: Uint8Array, text: string): boolean {
  return Buffer.from(content.subarray(0, text.length)).toString('latin1') === text;
}

/** Ole10Native: size, type, label, path, reserved, temporary path, data size, data ([MS-OLEDS] and its practice). */
function readPackage(content: Uint8Array): { name: string; content: Uint8Array } | undefined {
  const bytes = Buffer.from(content);
  let position = 6;
  const readString = (): string => {
    const end = bytes.indexOf(0, position);
    const text = decodeText(bytes.subarray(position, end)).text;
    position = end + 1;
    return text;
  };
  const label = readString();
  readString();
  position += 4;
  const pathBytes = bytes.readUInt32LE(position);
  position += 4 + pathBytes;
  const sizeBytes = bytes.readUInt32LE(position);
  position += 4;
  if (sizeBytes === 0 || position + sizeBytes > bytes.length) return undefined;
  return { name: label || 'embedded', content: bytes.subarray(position, position + sizeBytes) };
}
