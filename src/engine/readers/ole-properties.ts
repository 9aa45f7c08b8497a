// What does an old Office file (OLE) say about itself in its summary stream?
import { readFileSync } from 'node:fs';
import type { DocumentProperties } from '../../domain/reading.ts';
import { decodeText } from './decode-text.ts';
import { readOleStreams } from './ole-content.ts';

/** Property ids of [MS-OLEPS] 3.1 / SummaryInformation. */
const SUMMARY = { title: 2, author: 4, createdAt: 12, modifiedAt: 13, program: 18 } as const;
const VT_LPSTR = 30;
const VT_LPWSTR = 31;
const VT_FILETIME = 64;
/** 100-ns ticks between 1601 and 1970. */
const EPOCH_TICKS = 116_444_736_000_000_000n;

/** Title, author, program and times; an empty object when there is no readable summary. */
export function readOleProperties(path: string): DocumentProperties {
  try {
    const streams = readOleStreams(readFileSync(path));
    const summary = [...streams].find(([name]) => name.endsWith('\u0005SummaryInformation'))?.[1];
    return summary === undefined ? {} : parseSummary(Buffer.from(summary));
  } catch {
    return {};
  }
}

function parseSummary(stream: Buffer): DocumentProperties {
  const section = stream.readUInt32LE(44);
  const count = Math.min(stream.readUInt32LE(section + 4), 200);
  const values = new Map<number, string>();
  for (let index = 0; index < count; index += 1) {
    const id = stream.readUInt32LE(section + 8 + index * 8);
    const value = readValue(stream, section + stream.readUInt32LE(section + 12 + index * 8));
    if (value !== undefined && value !== '') values.set(id, value);
  }
  const properties = {
    title: values.get(SUMMARY.title),
    author: values.get(SUMMARY.author),
    producer: values.get(SUMMARY.program),
    createdAt: values.get(SUMMARY.createdAt),
    modifiedAt: values.get(SUMMARY.modifiedAt),
  };
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

function readValue(stream: Buffer, offset: number): string | undefined {
  const type = stream.readUInt32LE(offset);
  if (type === VT_LPSTR || type === VT_LPWSTR) {
    const length = stream.readUInt32LE(offset + 4) * (type === VT_LPWSTR ? 2 : 1);
    const bytes = stream.subarray(offset + 8, offset + 8 + length);
    const text = type === VT_LPWSTR ? bytes.toString('utf16le') : decodeText(bytes).text;
    return text.replace(/\0[\s\S]*$/, '').trim();
  }
  if (type !== VT_FILETIME) return undefined;
  const ticks = stream.readBigUInt64LE(offset + 4);
  if (ticks <= EPOCH_TICKS) return undefined;
  return new Date(Number((ticks - EPOCH_TICKS) / 10_000n)).toISOString();
}
