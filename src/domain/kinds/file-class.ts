// Which coarse class of file (page, image, office, e-mail, video, text, data) does a media type belong to?
import type { FileClass } from './document-kind.ts';

const CLASS_OF_TYPE: Readonly<Record<string, FileClass>> = {
  'application/pdf': 'P',
  'application/postscript': 'P',
  'application/oxps': 'P',
  'application/vnd.ms-xpsdocument': 'P',
  'text/html': 'P',
  'application/xhtml+xml': 'P',
  'message/rfc822': 'E',
  'application/vnd.ms-outlook': 'E',
  'application/mbox': 'E',
  'application/ms-tnef': 'E',
  'application/vnd.ms-tnef': 'E',
  'text/plain': 'T',
  'text/csv': 'T',
  'text/tab-separated-values': 'T',
  'text/markdown': 'T',
  'application/json': 'X',
  'application/xml': 'X',
  'text/xml': 'X',
  'application/ofd': 'O',
  'application/rtf': 'O',
  'text/rtf': 'O',
};

/** Null for archives, sound and everything that is no document. */
export function classifyFile(mediaType: string): FileClass | null {
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? '';
  const known = CLASS_OF_TYPE[type];
  if (known !== undefined) return known;
  if (type.startsWith('image/')) return 'I';
  if (type.startsWith('video/')) return 'V';
  if (/officedocument|opendocument|msword|ms-excel|ms-powerpoint|ms-works|iwork|wps|visio|\bofd\b/.test(type))
    return 'O';
  if (type.endsWith('+xml')) return 'X';
  if (type.startsWith('text/')) return 'T';
  return null;
}
