// Which media types may a browser show, and which may it only save?

/**
 * The allow-list of security.md 13 and 3.16. HTML, SVG, XML, e-mail and Office files are missing on purpose:
 * they are saved, never rendered as live documents.
 */
const INLINE_TYPES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'application/pdf',
  'text/plain',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'video/quicktime',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'audio/flac',
  'audio/aac',
]);

/** Tables and structured text that are safe and readable as plain text. */
const SHOWN_AS_PLAIN_TEXT: ReadonlySet<string> = new Set([
  'text/csv',
  'text/tab-separated-values',
  'text/markdown',
  'application/json',
]);

export interface Presentation {
  readonly contentType: string;
  readonly disposition: 'inline' | 'attachment';
}

/** How a sniffed `mediaType` leaves the house. Unknown types become a nameless download. */
export function choosePresentation(mediaType: string): Presentation {
  const bare = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  if (INLINE_TYPES.has(bare)) return { contentType: bare, disposition: 'inline' };
  if (SHOWN_AS_PLAIN_TEXT.has(bare)) return { contentType: 'text/plain', disposition: 'inline' };
  if (bare === 'application/zip') return { contentType: bare, disposition: 'attachment' };
  return { contentType: 'application/octet-stream', disposition: 'attachment' };
}
