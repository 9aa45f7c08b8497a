// What do EXIF, XMP and PNG texts say about when, where and with what a picture was taken?
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import ExifReader from 'exifreader';
import type { MediaFacts } from '../../domain/reading.ts';

/** Metadata lies at the start of JPEG, PNG, WebP and HEIC; TIFF may keep it at the end, so small files are read whole. */
const WHOLE_FILE_BYTES = 24 * 1024 * 1024;
const HEAD_BYTES = 2 * 1024 * 1024;

interface Tag {
  readonly value?: unknown;
  readonly description?: unknown;
}

type TagGroup = Readonly<Record<string, Tag | undefined>>;

/** Facts of one image file; an empty object when it carries none or they are unreadable. Never throws. */
export async function readExifFacts(path: string): Promise<MediaFacts> {
  try {
    const tags = ExifReader.load(readStart(path), { expanded: true, async: false }) as unknown as Readonly<
      Record<string, TagGroup | undefined>
    >;
    return toFacts(tags);
  } catch {
    return {};
  }
}

function readStart(path: string): ArrayBuffer {
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(size <= WHOLE_FILE_BYTES ? size : HEAD_BYTES);
    const bytes = readSync(handle, buffer, 0, buffer.length, 0);
    return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + bytes) as ArrayBuffer;
  } finally {
    closeSync(handle);
  }
}

function toFacts(tags: Readonly<Record<string, TagGroup | undefined>>): MediaFacts {
  const exif = tags['exif'] ?? {};
  const xmp = tags['xmp'] ?? {};
  const file = tags['file'] ?? {};
  const gps = tags['gps'] as unknown as { Latitude?: number; Longitude?: number } | undefined;
  const makeAndModel = [text(exif['Make'] ?? xmp['Make']), text(exif['Model'] ?? xmp['Model'])];
  const facts: Record<string, string | number | undefined> = {
    takenAt:
      exifTime(exif['DateTimeOriginal'], exif['OffsetTimeOriginal'] ?? exif['OffsetTime']) ??
      exifTime(exif['DateTimeDigitized'], exif['OffsetTimeDigitized'] ?? exif['OffsetTime']) ??
      xmpTime(xmp['DateTimeOriginal'] ?? xmp['DateCreated'] ?? xmp['CreateDate']),
    camera: cameraName(makeAndModel[0], makeAndModel[1]),
    software: text(exif['Software']) ?? text(xmp['CreatorTool']),
    latitude: finite(gps?.Latitude, 90),
    longitude: finite(gps?.Longitude, 180),
    orientation: orientationOf(exif['Orientation'] ?? xmp['Orientation']),
    width: pixels(file['Image Width']) ?? pixels(exif['ImageWidth']),
    height: pixels(file['Image Height']) ?? pixels(exif['ImageLength']),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function text(tag: Tag | undefined): string | undefined {
  const raw = tag?.description ?? tag?.value;
  if (typeof raw !== 'string') return undefined;
  const clean = raw.replaceAll('\0', '').trim().slice(0, 200);
  return clean === '' ? undefined : clean;
}

/** "Apple" + "iPhone 11" → "Apple iPhone 11"; a model that repeats the maker stays alone. */
function cameraName(make: string | undefined, model: string | undefined): string | undefined {
  if (model === undefined) return make;
  if (make === undefined || model.toLowerCase().startsWith(make.toLowerCase())) return model;
  return `${make} ${model}`;
}

/** "2021:04:11 15:47:53" with offset "-05:00" → ISO 8601; zeros and blanks mean "unknown". */
function exifTime(tag: Tag | undefined, offsetTag: Tag | undefined): string | undefined {
  const match = /^(\d{4})[:/.-](\d\d)[:/.-](\d\d)(?:[ T](\d\d):(\d\d):?(\d\d)?)?/.exec(text(tag) ?? '');
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = '00'] = match;
  if (year === '0000' || month === '00' || day === '00') return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const offset = /^[+-]\d\d:\d\d$/.exec(text(offsetTag) ?? '')?.[0] ?? '';
  return `${date}T${hour}:${minute}:${second}${offset}`;
}

function xmpTime(tag: Tag | undefined): string | undefined {
  return /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?)?/.exec(text(tag) ?? '')?.[0];
}

function finite(value: number | undefined, limit: number): number | undefined {
  if (value === undefined || !Number.isFinite(value) || Math.abs(value) > limit) return undefined;
  return Math.round(value * 1e7) / 1e7;
}

function orientationOf(tag: Tag | undefined): number | undefined {
  const value = Number(tag?.value);
  return Number.isInteger(value) && value >= 1 && value <= 8 ? value : undefined;
}

function pixels(tag: Tag | undefined): number | undefined {
  const value = Number(tag?.value);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
