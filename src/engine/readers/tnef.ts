// Which files did Outlook hide in this winmail.dat (TNEF)?
import { readFileSync, statSync } from 'node:fs';
import { decodeText } from './decode-text.ts';
import type { ReadDraft } from './read-draft.ts';

const MAX_TNEF_BYTES = 256 * 1024 * 1024;

/** Attribute ids of [MS-OXTNEF] 2.1.3.2 (type in the high half). */
const ATTRIBUTE = {
  renderData: 0x00069002,
  attachTitle: 0x00018010,
  attachData: 0x0006800f,
  attachProperties: 0x00069005,
  subject: 0x00018004,
  body: 0x0002800c,
  messageProperties: 0x00069003,
} as const;

/** MAPI property ids of [MS-OXPROPS]. */
const PROPERTY = {
  longFileName: 0x3707,
  fileName: 0x3704,
  data: 0x3701,
  rtfCompressed: 0x1009,
  html: 0x1013,
  body: 0x1000,
};

interface FoundAttachment {
  name: string;
  content: Uint8Array | undefined;
}

export async function readTnef(draft: ReadDraft): Promise<void> {
  if (statSync(draft.request.path).size > MAX_TNEF_BYTES) {
    draft.addProblem('TOO_LARGE');
    return;
  }
  const bytes = readFileSync(draft.request.path);
  const attachments: FoundAttachment[] = [];
  const texts: string[] = [];
  let position = 6;
  while (position + 9 <= bytes.length) {
    const id = bytes.readUInt32LE(position + 1);
    const length = bytes.readUInt32LE(position + 5);
    const end = position + 9 + length;
    if (end > bytes.length) {
      draft.addProblem('DAMAGED_PARTLY', 'ends inside an attribute');
      break;
    }
    takeAttribute(id, bytes.subarray(position + 9, end), attachments, texts);
    position = end + 2;
  }
  for (const [index, attachment] of attachments.entries()) {
    if (attachment.content === undefined) continue;
    const name = attachment.name === '' ? `attachment-${index + 1}.bin` : attachment.name;
    await draft.addChild(`att-${index + 1}/${name}`, name, attachment.content);
  }
  draft.pageCount = 1;
  draft.addPage(1, texts.join('\n\n'), 'email');
  if (draft.children.length === 0 && draft.pages.length === 0) draft.addProblem('NO_TEXT');
}

function takeAttribute(id: number, data: Buffer, attachments: FoundAttachment[], texts: string[]): void {
  const current = attachments.at(-1);
  if (id === ATTRIBUTE.renderData) attachments.push({ name: '', content: undefined });
  else if (id === ATTRIBUTE.subject || id === ATTRIBUTE.body) texts.push(cString(data));
  else if (id === ATTRIBUTE.attachTitle && current !== undefined && current.name === '')
    current.name = cString(data);
  else if (id === ATTRIBUTE.attachData && current !== undefined) current.content = data;
  else if (id === ATTRIBUTE.attachProperties && current !== undefined) {
    for (const property of readProperties(data)) {
      if (property.id === PROPERTY.longFileName) current.name = propertyText(property) || current.name;
      else if (property.id === PROPERTY.fileName && current.name === '')
        current.name = propertyText(property);
      else if (property.id === PROPERTY.data && current.content === undefined)
        current.content = withoutClassId(property);
    }
  } else if (id === ATTRIBUTE.messageProperties) {
    for (const property of readProperties(data)) {
      if (property.id === PROPERTY.body) texts.push(propertyText(property));
      else if (property.id === PROPERTY.html) attachments.push({ name: 'body.html', content: property.data });
      else if (property.id === PROPERTY.rtfCompressed) {
        const rtf = decompressRtf(property.data);
        if (rtf !== undefined) attachments.push({ name: 'body.rtf', content: rtf });
      }
    }
  }
}

interface Property {
  readonly id: number;
  readonly type: number;
  readonly data: Buffer;
}

const TYPE = { string8: 0x1e, unicode: 0x1f, binary: 0x102, object: 0x0d } as const;
/** Bytes of the fixed-size types ([MS-OXCDATA] 2.11.1), padded to four. */
const FIXED_BYTES: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

/** Encapsulated MAPI properties ([MS-OXTNEF] 2.1.3.4). Stops quietly at damage. */
function readProperties(data: Buffer): Property[] {
  const properties: Property[] = [];
  try {
    let position = 4;
    for (let count = data.readUInt32LE(0); count > 0; count -= 1) {
      const typeField = data.readUInt16LE(position);
      const id = data.readUInt16LE(position + 2);
      position += 4;
      if (id >= 0x8000) position = skipNamedId(data, position);
      const type = typeField & 0x0fff;
      const fixed = FIXED_BYTES[type];
      const isMultiple = (typeField & 0x1000) !== 0;
      if (fixed !== undefined && !isMultiple) {
        properties.push({ id, type, data: data.subarray(position, position + fixed) });
        position += fixed;
        continue;
      }
      let values = data.readUInt32LE(position);
      position += 4;
      for (; values > 0; values -= 1) {
        const length = fixed ?? data.readUInt32LE(position);
        if (fixed === undefined) position += 4;
        properties.push({ id, type, data: data.subarray(position, position + length) });
        position += Math.ceil(length / 4) * 4;
      }
    }
  } catch {
    // What was read so far is kept.
  }
  return properties;
}

function skipNamedId(data: Buffer, position: number): number {
  const kind = data.readUInt32LE(position + 16);
  if (kind === 0) return position + 24;
  const length = data.readUInt32LE(position + 20);
  return position + 24 + Math.ceil(length / 4) * 4;
}

function propertyText({ type, data }: Property): string {
  if (type === TYPE.unicode) return data.toString('utf16le').replace(/\0+$/, '');
  return cString(data);
}

/** Embedded objects begin with a 16-byte interface id. */
function withoutClassId({ type, data }: Property): Uint8Array {
  return type === TYPE.object ? data.subarray(16) : data;
}

function cString(data: Buffer): string {
  const end = data.indexOf(0);
  return decodeText(end < 0 ? data : data.subarray(0, end)).text.trim();
}

const RTF_PREFIX =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript ' +
  '\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
  '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const MAX_RTF_BYTES = 32 * 1024 * 1024;

/** Compressed RTF of [MS-OXRTFCP] 2.1; undefined when it is damaged. */
export function decompressRtf(data: Uint8Array): Uint8Array | undefined {
  const source = Buffer.from(data);
  if (source.length < 16) return undefined;
  const rawBytes = source.readUInt32LE(4);
  const kind = source.toString('latin1', 8, 12);
  if (kind === 'MELA') return source.subarray(16, 16 + rawBytes);
  if (kind !== 'LZFu' || rawBytes > MAX_RTF_BYTES) return undefined;
  const dictionary = Buffer.alloc(4096, 0x20);
  dictionary.write(RTF_PREFIX, 'latin1');
  let write = RTF_PREFIX.length;
  const output: number[] = [];
  const emit = (byte: number): void => {
    output.push(byte);
    dictionary[write] = byte;
    write = (write + 1) % 4096;
  };
  for (let position = 16; position < source.length && output.length < rawBytes; ) {
    const flags = source[position++]!;
    for (let bit = 0; bit < 8 && position < source.length; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        emit(source[position++]!);
        continue;
      }
      if (position + 1 >= source.length) break;
      const reference = source.readUInt16BE(position);
      position += 2;
      const offset = reference >>> 4;
      if (offset === write) return Uint8Array.from(output.slice(0, rawBytes));
      for (let index = 0; index < (reference & 0xf) + 2; index += 1)
        emit(dictionary[(offset + index) % 4096]!);
    }
  }
  return Uint8Array.from(output.slice(0, rawBytes));
}
