// Which tag files make a folder a BagIt bag? (RFC 8493)
import { createHash } from 'node:crypto';

export interface BagFile {
  /** Path inside the bag: "data/index.pdf". */
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Manifest lines, sorted by path. Our names hold no %, CR or LF, so that no reader's decoding matters. */
export function writeManifest(files: readonly BagFile[]): string {
  return [...files]
    .sort((left, right) => (left.path < right.path ? -1 : 1))
    .map((file) => `${file.sha256}  ${file.path}\n`)
    .join('');
}

export interface BagInfo {
  readonly organization: string;
  readonly description: string;
  readonly identifier: string;
  /** YYYY-MM-DD. */
  readonly baggingDate: string;
  /** Name shared by the bags of one set, and "2 of 3" (RFC 8493, 2.2.2). */
  readonly group?: string;
  readonly count?: string;
}

export const BAGIT_TXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export function writeBagInfo(info: BagInfo, payload: readonly BagFile[]): string {
  const bytes = payload.reduce((sum, file) => sum + file.sizeBytes, 0);
  const lines: [string, string][] = [
    ['Source-Organization', info.organization],
    ['External-Description', info.description],
    ['External-Identifier', info.identifier],
    ['Bagging-Date', info.baggingDate],
    ['Bag-Group-Identifier', info.group ?? ''],
    ['Bag-Count', info.count ?? ''],
    ['Bag-Software-Agent', 'Casebinder'],
    ['Payload-Oxum', `${bytes}.${payload.length}`],
  ];
  return lines
    .map(([label, value]) => [label, value.replace(/\s+/g, ' ').trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('');
}

/** SHA-256 of a text in UTF-8, with its size. */
export function describeText(path: string, text: string): BagFile {
  const bytes = Buffer.from(text, 'utf8');
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length };
}
