// What kind of file is this, judged by its content and not by its name?
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fileTypeFromBuffer } from 'file-type';
import { identifyOle } from './identify-ole.ts';
import { identifyTextType } from './identify-text.ts';
import { identifyZip } from './identify-zip.ts';
import { contradictsExtension, MEDIA } from './media-types.ts';

export interface IdentifiedType {
  readonly mediaType: string;
  /** The file name promises another type than the content is. */
  readonly mismatch: boolean;
}

/** Local header, empty archive, spanned archive (APPNOTE 4.3.7, 4.3.16, 8.5.4). */
const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
const HEAD_BYTES = 64 * 1024;
const TAIL_BYTES = 4096;

/** file-type's names → the one name that we use for the same thing. */
const CANONICAL: Readonly<Record<string, string>> = {
  'image/apng': MEDIA.png,
  'image/heic-sequence': MEDIA.heic,
  'image/heif-sequence': MEDIA.heif,
  'image/vnd.microsoft.icon': MEDIA.icon,
  'video/matroska': MEDIA.matroska,
  'video/vnd.avi': MEDIA.avi,
  'audio/x-ms-asf': MEDIA.wmv,
  'application/eps': MEDIA.eps,
  'application/vnd.ms-asf': MEDIA.wmv,
  'text/xml': MEDIA.xml,
  'audio/vnd.wave': 'audio/wav',
};

/**
 * Identifies a file by its first 64 KB (plus the ZIP or OLE directory). `fileName` only breaks ties between text
 * types and tells whether the content contradicts it. Rejects only when the file cannot be opened.
 */
export async function identifyMediaType(path: string, fileName: string): Promise<IdentifiedType> {
  const ends = readEnds(path);
  const { sizeBytes } = ends;
  const mediaType = sizeBytes === 0 ? MEDIA.empty : await identifyContent(path, fileName, ends);
  return { mediaType, mismatch: sizeBytes > 0 && contradictsExtension(fileName, mediaType) };
}

interface FileEnds {
  readonly head: Uint8Array;
  /** The last bytes, as Latin-1. */
  readonly tail: string;
  readonly sizeBytes: number;
}

function readEnds(path: string): FileEnds {
  const handle = openSync(path, 'r');
  try {
    const sizeBytes = fstatSync(handle).size;
    const buffer = new Uint8Array(Math.min(HEAD_BYTES, sizeBytes));
    const head = buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0));
    const end = new Uint8Array(Math.min(TAIL_BYTES, sizeBytes));
    const tail = latin1(end.subarray(0, readSync(handle, end, 0, end.length, sizeBytes - end.length)));
    return { head, tail, sizeBytes };
  } finally {
    closeSync(handle);
  }
}

async function identifyContent(
  path: string,
  fileName: string,
  { head, tail, sizeBytes }: FileEnds,
): Promise<string> {
  const start = latin1(head.subarray(0, 1024));
  if (/^\s*%PDF-/.test(start) || (start.includes('%PDF-') && /%%EOF|startxref/.test(tail))) return MEDIA.pdf;
  if (ZIP_STARTS.some((signature) => start.startsWith(signature))) {
    const zip = await identifyZip(path);
    return zip === MEDIA.unknown ? MEDIA.zip : zip;
  }
  if (start.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return identifyOle(path, fileName);
  const own = identifyBySignature(start, head);
  if (own !== undefined) return own;
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  const isXml = known?.mime === 'application/xml' || known?.mime === 'text/xml';
  if (known !== undefined && !isXml) return CANONICAL[known.mime] ?? known.mime;
  const text = identifyTextType(head, fileName, sizeBytes > head.length);
  if (text !== undefined) return text;
  // A ZIP may begin with other bytes (self-extracting programs): its directory lies at the end.
  if (/\.zip$/i.test(fileName)) {
    const zip = await identifyZip(path);
    if (zip !== MEDIA.unknown) return zip;
    if (tail.includes('PK\x05\x06')) return MEDIA.zip;
  }
  return MEDIA.unknown;
}

/** Types that file-type does not know (or not in every variant), by the signatures in their specifications. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\x78\x9F\x3E\x22', MEDIA.tnef], // MS-OXTNEF 2.1.3.1
  ['!BDN', MEDIA.pst], // MS-PST 2.2.2.6
  ['{\\rtf', MEDIA.rtf],
  ['MM\x00*', MEDIA.tiff], // TIFF 6.0, section 2
  ['II*\x00', MEDIA.tiff],
  ['MM\x00+', MEDIA.tiff], // BigTIFF
  ['II+\x00', MEDIA.tiff],
  ['\x09\x00\x04\x00', MEDIA.xls], // BIFF2–4 without OLE container, MS-XLS BOF
  ['\x09\x02\x06\x00', MEDIA.xls],
  ['\x09\x04\x06\x00', MEDIA.xls],
  ['%!PS', MEDIA.eps],
  ['\xC5\xD0\xD3\xC6', MEDIA.eps],
];

function identifyBySignature(start: string, head: Uint8Array): string | undefined {
  for (const [signature, mediaType] of SIGNATURES) if (start.startsWith(signature)) return mediaType;
  if (/^P[1-6]\s+(#[^\n]*\n\s*)*\d+\s+\d+\s/.test(start)) return MEDIA.pnm;
  // Segments of fragmented MP4 begin without a file type box (ISO/IEC 14496-12).
  if (/^(moof|styp|sidx|moov|mdat)$/.test(start.slice(4, 8))) return MEDIA.mp4;
  if (isTarWithoutMagic(head)) return MEDIA.tar;
  return undefined;
}

/** Version 7 tar has no magic; its header sums itself up (POSIX.1, ustar chksum field at 148). */
function isTarWithoutMagic(head: Uint8Array): boolean {
  if (head.length < 512) return false;
  const claimed = Number.parseInt(
    latin1(head.subarray(148, 156))
      .replace(/[\0 ]+/g, ' ')
      .trim(),
    8,
  );
  if (!Number.isFinite(claimed) || claimed < 256) return false;
  let sum = 8 * 32;
  for (let index = 0; index < 512; index += 1) if (index < 148 || index >= 156) sum += head[index]!;
  return sum === claimed;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
