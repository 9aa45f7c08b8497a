// Which reader knows which media type?
import { MEDIA } from './media-types.ts';
import type { ReadDraft } from './read-draft.ts';

export interface Reader {
  readonly name: string;
  /** Rises when this reader gives other results for the same bytes. */
  readonly version: number;
  readonly mediaTypes: readonly string[];
  /** Loads the reader's module only when a file needs it, so that a worker starts quickly. */
  readonly load: () => Promise<(draft: ReadDraft, mediaType: string) => Promise<void> | void>;
}

const READERS: readonly Reader[] = [
  { name: 'pdf', version: 2, mediaTypes: [MEDIA.pdf], load: async () => (await import('./pdf.ts')).readPdf },
  {
    name: 'image',
    version: 1,
    mediaTypes: [
      MEDIA.jpeg,
      MEDIA.png,
      MEDIA.gif,
      MEDIA.webp,
      MEDIA.tiff,
      MEDIA.bmp,
      MEDIA.heic,
      MEDIA.heif,
      MEDIA.avif,
      MEDIA.jp2,
      'image/j2c',
      'image/jpx',
      MEDIA.jxl,
      MEDIA.psd,
      MEDIA.icon,
      MEDIA.pnm,
    ],
    load: async () => (await import('./image.ts')).readImage,
  },
  {
    name: 'docx',
    version: 1,
    mediaTypes: [MEDIA.docx],
    load: async () => (await import('./docx.ts')).readDocx,
  },
  {
    name: 'pptx',
    version: 1,
    mediaTypes: [MEDIA.pptx],
    load: async () => (await import('./presentation.ts')).readPptx,
  },
  {
    name: 'spreadsheet',
    version: 1,
    mediaTypes: [MEDIA.xlsx, MEDIA.xlsb, MEDIA.xls, MEDIA.ods],
    load: async () => (await import('./spreadsheet.ts')).readSpreadsheet,
  },
  {
    name: 'odf',
    version: 1,
    mediaTypes: [MEDIA.odt, MEDIA.odp, MEDIA.odg],
    load: async () => (await import('./open-document.ts')).readOdf,
  },
  {
    name: 'epub',
    version: 1,
    mediaTypes: [MEDIA.epub],
    load: async () => (await import('./open-document.ts')).readEpub,
  },
  { name: 'ofd', version: 1, mediaTypes: [MEDIA.ofd], load: async () => (await import('./ofd.ts')).readOfd },
  {
    name: 'package',
    version: 1,
    mediaTypes: [MEDIA.xps, MEDIA.visio, MEDIA.pages, MEDIA.numbers, MEDIA.keynote],
    load: async () => (await import('./other-packages.ts')).readOtherPackage,
  },
  { name: 'doc', version: 1, mediaTypes: [MEDIA.doc], load: async () => (await import('./doc.ts')).readDoc },
  {
    name: 'ole',
    version: 1,
    mediaTypes: [MEDIA.ppt, MEDIA.works, MEDIA.ole, MEDIA.protectedOffice],
    load: async () => (await import('./ole-document.ts')).readOleDocument,
  },
  { name: 'rtf', version: 1, mediaTypes: [MEDIA.rtf], load: async () => (await import('./rtf.ts')).readRtf },
  {
    name: 'email',
    version: 1,
    mediaTypes: [MEDIA.eml],
    load: async () => (await import('./email.ts')).readEmail,
  },
  { name: 'msg', version: 1, mediaTypes: [MEDIA.msg], load: async () => (await import('./msg.ts')).readMsg },
  {
    name: 'mbox',
    version: 1,
    mediaTypes: [MEDIA.mbox],
    load: async () => (await import('./mbox.ts')).readMbox,
  },
  {
    name: 'tnef',
    version: 1,
    mediaTypes: [MEDIA.tnef],
    load: async () => (await import('./tnef.ts')).readTnef,
  },
  {
    name: 'html',
    version: 1,
    mediaTypes: [MEDIA.html],
    load: async () => (await import('./html.ts')).readHtml,
  },
  { name: 'svg', version: 1, mediaTypes: [MEDIA.svg], load: async () => (await import('./html.ts')).readSvg },
  {
    name: 'plain',
    version: 1,
    mediaTypes: [
      MEDIA.text,
      MEDIA.csv,
      MEDIA.tsv,
      MEDIA.markdown,
      MEDIA.json,
      MEDIA.xml,
      MEDIA.calendar,
      MEDIA.vcard,
    ],
    load: async () => (await import('./plain.ts')).readPlain,
  },
  { name: 'zip', version: 1, mediaTypes: [MEDIA.zip], load: async () => (await import('./zip.ts')).readZip },
  {
    name: 'tar',
    version: 1,
    mediaTypes: [MEDIA.tar, MEDIA.gzip],
    load: async () => (await import('./tar.ts')).readTarOrGzip,
  },
  {
    name: 'media',
    version: 1,
    mediaTypes: ['video/', 'audio/'],
    load: async () => (await import('./video.ts')).readVideo,
  },
];

/** The reader of a media type, or undefined when none knows it. */
export function findReader(mediaType: string): Reader | undefined {
  return READERS.find((reader) =>
    reader.mediaTypes.some((known) =>
      known.endsWith('/') ? mediaType.startsWith(known) : known === mediaType,
    ),
  );
}
