// Which file name extensions go with which media types?

/** One family: media types that the listed extensions may rightly have. */
interface ExtensionRule {
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const ODF = 'application/vnd.oasis.opendocument.';

/** Names of media types that several files need, so that they are spelled in one place only. */
export const MEDIA = {
  empty: 'application/x-empty',
  unknown: 'application/octet-stream',
  pdf: 'application/pdf',
  docx: DOCX,
  xlsx: XLSX,
  xlsb: 'application/vnd.ms-excel.sheet.binary.macroenabled.12',
  pptx: PPTX,
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
  ole: 'application/x-cfb',
  protectedOffice: 'application/x-ooxml-protected',
  works: 'application/vnd.ms-works',
  visio: 'application/vnd.visio',
  odt: `${ODF}text`,
  ods: `${ODF}spreadsheet`,
  odp: `${ODF}presentation`,
  odg: `${ODF}graphics`,
  epub: 'application/epub+zip',
  ofd: 'application/ofd',
  xps: 'application/vnd.ms-xpsdocument',
  pages: 'application/vnd.apple.pages',
  numbers: 'application/vnd.apple.numbers',
  keynote: 'application/vnd.apple.keynote',
  rtf: 'application/rtf',
  zip: 'application/zip',
  tar: 'application/x-tar',
  gzip: 'application/gzip',
  sevenZip: 'application/x-7z-compressed',
  rar: 'application/x-rar-compressed',
  bzip2: 'application/x-bzip2',
  eml: 'message/rfc822',
  mbox: 'application/mbox',
  tnef: 'application/vnd.ms-tnef',
  pst: 'application/vnd.ms-outlook-pst',
  text: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  markdown: 'text/markdown',
  html: 'text/html',
  mhtml: 'multipart/related',
  xml: 'application/xml',
  json: 'application/json',
  svg: 'image/svg+xml',
  calendar: 'text/calendar',
  vcard: 'text/vcard',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
  heic: 'image/heic',
  heif: 'image/heif',
  avif: 'image/avif',
  jp2: 'image/jp2',
  jxl: 'image/jxl',
  psd: 'image/vnd.adobe.photoshop',
  icon: 'image/x-icon',
  pnm: 'image/x-portable-anymap',
  eps: 'application/postscript',
  mp4: 'video/mp4',
  quicktime: 'video/quicktime',
  webm: 'video/webm',
  matroska: 'video/x-matroska',
  avi: 'video/x-msvideo',
  wmv: 'video/x-ms-wmv',
  flv: 'video/x-flv',
  mpegTs: 'video/mp2t',
  mpeg: 'video/mpeg',
  threeGp: 'video/3gpp',
} as const;

const TEXT_TYPES = [
  MEDIA.text,
  MEDIA.csv,
  MEDIA.tsv,
  MEDIA.markdown,
  MEDIA.html,
  MEDIA.xml,
  MEDIA.json,
  MEDIA.calendar,
  MEDIA.vcard,
  MEDIA.svg,
];
const MP4_FAMILY = [MEDIA.mp4, MEDIA.quicktime, MEDIA.threeGp, 'video/3gpp2', 'audio/mp4', 'video/x-m4v'];

/** What an extension promises. An extension that is not listed promises nothing. */
const EXTENSION_RULES: readonly ExtensionRule[] = [
  { extensions: ['pdf'], mediaTypes: [MEDIA.pdf] },
  { extensions: ['docx', 'docm', 'dotx', 'dotm'], mediaTypes: [MEDIA.docx, MEDIA.protectedOffice] },
  { extensions: ['xlsx', 'xlsm', 'xltx'], mediaTypes: [MEDIA.xlsx, MEDIA.protectedOffice] },
  { extensions: ['xlsb'], mediaTypes: [MEDIA.xlsb, MEDIA.protectedOffice] },
  { extensions: ['pptx', 'pptm', 'ppsx'], mediaTypes: [MEDIA.pptx, MEDIA.protectedOffice] },
  { extensions: ['doc', 'dot'], mediaTypes: [MEDIA.doc] },
  { extensions: ['xls', 'xlt', 'et'], mediaTypes: [MEDIA.xls] },
  { extensions: ['ppt', 'pps', 'dps'], mediaTypes: [MEDIA.ppt] },
  { extensions: ['wps'], mediaTypes: [MEDIA.works, MEDIA.doc, MEDIA.ole] },
  { extensions: ['msg'], mediaTypes: [MEDIA.msg] },
  { extensions: ['odt', 'ott'], mediaTypes: [MEDIA.odt, MEDIA.xml] },
  { extensions: ['ods'], mediaTypes: [MEDIA.ods] },
  { extensions: ['odp'], mediaTypes: [MEDIA.odp] },
  { extensions: ['epub'], mediaTypes: [MEDIA.epub] },
  { extensions: ['ofd'], mediaTypes: [MEDIA.ofd] },
  { extensions: ['xps', 'oxps'], mediaTypes: [MEDIA.xps] },
  { extensions: ['rtf'], mediaTypes: [MEDIA.rtf] },
  { extensions: ['zip'], mediaTypes: [MEDIA.zip] },
  { extensions: ['7z'], mediaTypes: [MEDIA.sevenZip] },
  { extensions: ['rar'], mediaTypes: [MEDIA.rar] },
  { extensions: ['gz', 'tgz'], mediaTypes: [MEDIA.gzip] },
  { extensions: ['tar'], mediaTypes: [MEDIA.tar] },
  { extensions: ['eml', 'emlx'], mediaTypes: [MEDIA.eml] },
  { extensions: ['mbox'], mediaTypes: [MEDIA.mbox] },
  {
    extensions: ['txt', 'log', 'md', 'csv', 'tsv', 'tab', 'json', 'html', 'htm', 'xhtml', 'xml'],
    mediaTypes: TEXT_TYPES,
  },
  { extensions: ['svg'], mediaTypes: [MEDIA.svg] },
  { extensions: ['jpg', 'jpeg', 'jpe', 'jfif', 'mpo'], mediaTypes: [MEDIA.jpeg] },
  { extensions: ['png', 'apng'], mediaTypes: [MEDIA.png] },
  { extensions: ['gif'], mediaTypes: [MEDIA.gif] },
  { extensions: ['webp'], mediaTypes: [MEDIA.webp] },
  { extensions: ['tif', 'tiff'], mediaTypes: [MEDIA.tiff] },
  { extensions: ['bmp', 'dib'], mediaTypes: [MEDIA.bmp] },
  { extensions: ['heic', 'heif', 'hif', 'avif'], mediaTypes: [MEDIA.heic, MEDIA.heif, MEDIA.avif] },
  { extensions: ['jp2', 'j2k', 'jpf'], mediaTypes: [MEDIA.jp2, 'image/j2c', 'image/jpx', 'image/jpm'] },
  { extensions: ['psd'], mediaTypes: [MEDIA.psd] },
  { extensions: ['mp4', 'm4v', 'mov', 'qt', '3gp', '3g2'], mediaTypes: MP4_FAMILY },
  { extensions: ['webm', 'mkv'], mediaTypes: [MEDIA.webm, MEDIA.matroska, 'audio/webm'] },
  { extensions: ['avi'], mediaTypes: [MEDIA.avi] },
  { extensions: ['wmv', 'asf'], mediaTypes: [MEDIA.wmv] },
  { extensions: ['flv'], mediaTypes: [MEDIA.flv] },
  { extensions: ['mp3'], mediaTypes: ['audio/mpeg'] },
  { extensions: ['wav'], mediaTypes: ['audio/wav'] },
  { extensions: ['m4a'], mediaTypes: [...MP4_FAMILY, 'audio/x-m4a'] },
];

const PROMISED = new Map(
  EXTENSION_RULES.flatMap((rule) =>
    rule.extensions.map((extension) => [extension, rule.mediaTypes] as const),
  ),
);

/** Lower-case extension without dot; '' when there is none. */
export function extensionOf(fileName: string): string {
  const match = /\.([^./\\]{1,12})$/.exec(fileName);
  return match?.[1]?.toLowerCase() ?? '';
}

/** The media types that this file name promises, or undefined when it promises nothing. */
export function promisedMediaTypes(fileName: string): readonly string[] | undefined {
  return PROMISED.get(extensionOf(fileName));
}

/** True when the name promises something else than the content is. */
export function contradictsExtension(fileName: string, mediaType: string): boolean {
  const promised = promisedMediaTypes(fileName);
  return promised !== undefined && !promised.includes(mediaType);
}
