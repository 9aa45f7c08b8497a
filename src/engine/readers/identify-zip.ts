// What kind of document is packed into this ZIP file, by its directory?
import { MEDIA } from './media-types.ts';
import { openZip, type ZipArchive } from './zip-directory.ts';

/** Main part's content type (ECMA-376 part 1, 11.3/12.3/13.3) → media type. */
const MAIN_PARTS: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macroEnabled/i, MEDIA.docx],
  [/ms-excel\.sheet\.binary/i, MEDIA.xlsb],
  [/spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled/i, MEDIA.xlsx],
  [/presentationml\.(presentation|slideshow|template)\.main|ms-powerpoint\.\w+\.macroEnabled/i, MEDIA.pptx],
  [/ms-visio\.drawing/i, MEDIA.visio],
  [/ms-package\.xps-fixeddocumentsequence/i, MEDIA.xps],
];

const DIRECTORY_ENTRIES = 2000;

/** Media type by directory; "application/zip" for a plain archive, "application/octet-stream" when it is no ZIP. */
export async function identifyZip(path: string): Promise<string> {
  let archive: ZipArchive;
  try {
    archive = await openZip(path, DIRECTORY_ENTRIES);
  } catch {
    return MEDIA.unknown;
  }
  try {
    return (await identifyPackage(archive)) ?? MEDIA.zip;
  } catch {
    return MEDIA.zip;
  } finally {
    archive.close();
  }
}

async function identifyPackage(archive: ZipArchive): Promise<string | undefined> {
  const declared = archive.find('mimetype');
  if (declared !== undefined && !declared.isEncrypted && declared.sizeBytes < 200) {
    const type = (await archive.read(declared, 200)).toString('latin1').trim();
    if (/^application\/(vnd\.oasis\.opendocument\.|epub\+zip|vnd\.sun\.xml)/.test(type)) {
      return type.replace(/-template$/, '').toLowerCase();
    }
  }
  const contentTypes = archive.find('[Content_Types].xml');
  if (contentTypes !== undefined) {
    const xml = (await archive.read(contentTypes, 4 * 1024 * 1024)).toString('utf8');
    for (const [pattern, mediaType] of MAIN_PARTS) if (pattern.test(xml)) return mediaType;
  }
  if (archive.find('OFD.xml') !== undefined) return MEDIA.ofd;
  if (
    archive.entries.some((entry) =>
      /(^|\/)FixedDocSeq\.fdseq$|FixedDocumentSequence\.fdseq$/i.test(entry.name),
    )
  ) {
    return MEDIA.xps;
  }
  return identifyIwork(archive);
}

/** Root element of an iWork '09 index.xml → its program. */
const IWORK_ROOTS: readonly (readonly [RegExp, string])[] = [
  [/<ls:document/, MEDIA.numbers],
  [/<sl:document/, MEDIA.pages],
  [/<key:presentation/, MEDIA.keynote],
];

/** Apple iWork packages: '09 files name their program in XML; later ones by what only that program stores. */
async function identifyIwork(archive: ZipArchive): Promise<string | undefined> {
  if (archive.find('index.apxl') !== undefined) return MEDIA.keynote;
  const index = archive.find('index.xml');
  if (index !== undefined) {
    const head = (await archive.read(index, 64 * 1024 * 1024)).toString('latin1', 0, 4096);
    return IWORK_ROOTS.find(([pattern]) => pattern.test(head))?.[1];
  }
  const names = archive.entries.map((entry) => entry.name);
  if (!names.some((name) => /(^|\/)Index(\.zip$|\/Document\.iwa$)/i.test(name))) return undefined;
  if (names.some((name) => /Index\/\w*Slide|\.key\//i.test(name))) return MEDIA.keynote;
  return names.some((name) => /Index\/Sheet|\.numbers\//i.test(name)) ? MEDIA.numbers : MEDIA.pages;
}
