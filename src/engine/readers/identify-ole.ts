// Which program's document lies in this OLE compound file?
import { extensionOf, MEDIA } from './media-types.ts';
import { listOleNames } from './ole-directory.ts';

/** The stream or storage that only one kind of document has, most telling first. */
const TELLING_STREAMS: readonly (readonly [RegExp, string])[] = [
  [/^EncryptedPackage$/i, MEDIA.protectedOffice],
  [/^__properties_version1\.0$/i, MEDIA.msg],
  [/^WordDocument$/i, MEDIA.doc],
  [/^(Workbook|Book)$/i, MEDIA.xls],
  [/^PowerPoint Document$/i, MEDIA.ppt],
  [/^VisioDocument$/i, 'application/vnd.visio'],
  [/^(MatOST|MM)$/i, MEDIA.works],
  [/^Equation Native$/i, MEDIA.ole],
];

/** Media type by the directory of the compound file; a broken one falls back to what the extension promises. */
export function identifyOle(path: string, fileName: string): string {
  let names: string[];
  try {
    names = listOleNames(path);
  } catch {
    return OLE_EXTENSIONS[extensionOf(fileName)] ?? MEDIA.ole;
  }
  // A document may embed others: what stands nearest to the root decides, and the directory lists it early.
  for (const [pattern, mediaType] of TELLING_STREAMS) {
    if (names.some((name) => pattern.test(name))) return mediaType;
  }
  return MEDIA.ole;
}

const OLE_EXTENSIONS: Readonly<Record<string, string>> = {
  doc: MEDIA.doc,
  xls: MEDIA.xls,
  ppt: MEDIA.ppt,
  msg: MEDIA.msg,
  wps: MEDIA.works,
};
