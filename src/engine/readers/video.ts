// How long is a video, how large its picture, when was it taken, and how is it coded?
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import mediaInfoFactory, { type MediaInfo } from 'mediainfo.js';
import type { MediaFacts } from '../../domain/reading.ts';
import { findModuleFile } from './find-module-file.ts';
import type { ReadDraft } from './read-draft.ts';

let library: Promise<MediaInfo<'object'>> | undefined;

function loadMediaInfo(): Promise<MediaInfo<'object'>> {
  library ??= mediaInfoFactory({
    format: 'object',
    coverData: false,
    full: false,
    locateFile: () => findModuleFile('mediainfo.js/MediaInfoModule.wasm'),
  });
  return library;
}

/** A track as MediaInfo reports it; numbers may come as text. */
type Track = Readonly<Record<string, unknown>>;

export async function readVideo(draft: ReadDraft): Promise<void> {
  const tracks = await analyse(draft.request.path);
  const general = tracks.find((track) => track['@type'] === 'General') ?? {};
  const video = tracks.find((track) => track['@type'] === 'Video');
  const audio = tracks.find((track) => track['@type'] === 'Audio');
  draft.media = withoutUndefined(toFacts(general, video, audio));
  const title = textOf(general['Title'] ?? general['Movie']);
  const producer = textOf(general['Encoded_Application'] ?? general['Encoded_Library']);
  draft.properties = withoutUndefined({ title, producer, createdAt: draft.media.takenAt });
  if (video === undefined && audio === undefined) draft.addProblem('DAMAGED', 'no playable track');
  else if (textOf(general['IsTruncated']) === 'Yes')
    draft.addProblem('DAMAGED_PARTLY', 'the file is cut off');
  else if (draft.media.durationSeconds === undefined) draft.addProblem('DAMAGED_PARTLY', 'no duration');
}

async function analyse(path: string): Promise<readonly Track[]> {
  const info = await loadMediaInfo();
  const handle = openSync(path, 'r');
  try {
    const { size } = fstatSync(handle);
    const result = await info.analyzeData(size, (chunkBytes: number, offset: number) => {
      const buffer = new Uint8Array(Math.min(chunkBytes, Math.max(0, size - offset)));
      const bytes = readSync(handle, buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytes);
    });
    return (result.media?.track ?? []) as unknown as readonly Track[];
  } finally {
    closeSync(handle);
  }
}

function toFacts(general: Track, video: Track | undefined, audio: Track | undefined): MediaFacts {
  const place = parsePlace(textOf(general['xyz'] ?? general['Recorded_Location'] ?? extra(general, 'xyz')));
  const make = textOf(
    extra(general, 'com_apple_quicktime_make') ?? extra(general, 'com_android_manufacturer'),
  );
  const model = textOf(extra(general, 'com_apple_quicktime_model') ?? extra(general, 'com_android_model'));
  const orientation = orientationOf(numberOf(video?.['Rotation']));
  return {
    width: numberOf(video?.['Width']),
    height: numberOf(video?.['Height']),
    ...(orientation === undefined ? {} : { orientation }),
    durationSeconds:
      numberOf(general['Duration']) ?? numberOf(video?.['Duration']) ?? numberOf(audio?.['Duration']),
    takenAt:
      parseTime(textOf(extra(general, 'com_apple_quicktime_creationdate'))) ??
      parseTime(textOf(general['Encoded_Date'])) ??
      parseTime(textOf(general['Tagged_Date'])) ??
      parseTime(textOf(general['Recorded_Date'])) ??
      parseTime(textOf(video?.['Encoded_Date'])),
    camera: [make, model].filter((part) => part !== undefined).join(' ') || undefined,
    latitude: place?.latitude,
    longitude: place?.longitude,
    videoCodec: codecName(video),
    audioCodec: codecName(audio),
    frameCount: numberOf(video?.['FrameCount']),
  };
}

function extra(track: Track, name: string): unknown {
  const values = track['extra'];
  return typeof values === 'object' && values !== null ? (values as Track)[name] : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : Number.parseFloat(String(value ?? ''));
  return Number.isFinite(number) && number > 0 ? Math.round(number * 1000) / 1000 : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim().slice(0, 300);
  return text === '' ? undefined : text;
}

/** Clockwise rotation of the picture → the EXIF orientation that means the same. */
function orientationOf(degrees: number | undefined): number | undefined {
  if (degrees === undefined) return undefined;
  return { 90: 6, 180: 3, 270: 8 }[Math.round(degrees)];
}

/** MediaInfo's "2023-05-01 10:11:12 UTC" → ISO 8601. The epochs of Unix, QuickTime and FileTime mean "unknown". */
function parseTime(value: string | undefined): string | undefined {
  const match = /(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?/.exec(
    value ?? '',
  );
  if (match === null) return undefined;
  const [, year = '', month, day, hour, minute, second, zone] = match;
  if (Number(year) < 1990) return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const isUtc = /UTC/.test(value ?? '') || zone === 'Z';
  const offset = isUtc ? 'Z' : (zone ?? '').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  return `${date}T${hour}:${minute}:${second}${offset}`;
}

/** ISO 6709 "+39.05-094.28/" or MediaInfo's "39.05°N 94.28°W 10.000m". */
function parsePlace(value: string | undefined): { latitude: number; longitude: number } | undefined {
  const degrees = /^([\d.]+)°([NS]),?\s+([\d.]+)°([EW])/.exec(value ?? '');
  if (degrees !== null) {
    const latitude = Number(degrees[1]) * (degrees[2] === 'S' ? -1 : 1);
    return { latitude, longitude: Number(degrees[3]) * (degrees[4] === 'W' ? -1 : 1) };
  }
  const match = /([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)/.exec(value ?? '');
  if (match === null) return undefined;
  return { latitude: Number(match[1]), longitude: Number(match[2]) };
}

/** Format as ffmpeg's users know it, from MediaInfo's commercial names. */
const CODEC_NAMES: Readonly<Record<string, string>> = {
  AVC: 'h264',
  HEVC: 'hevc',
  'MPEG-4 Visual': 'mpeg4',
  'MPEG Video': 'mpeg2video',
  VP8: 'vp8',
  VP9: 'vp9',
  AV1: 'av1',
  'H.263': 'h263',
  'VC-1': 'vc1',
  WMV1: 'wmv1',
  WMV2: 'wmv2',
  WMV3: 'wmv3',
  'Sorenson Spark': 'flv1',
  AAC: 'aac',
  'AC-3': 'ac3',
  'E-AC-3': 'eac3',
  'MPEG Audio': 'mp3',
  Opus: 'opus',
  Vorbis: 'vorbis',
  PCM: 'pcm',
  WMA: 'wma',
  AMR: 'amr',
  FLAC: 'flac',
  JPEG: 'mjpeg',
};

function codecName(track: Track | undefined): string | undefined {
  const codec = textOf(track?.['CodecID']);
  if (codec !== undefined && /^WMV[123]$/i.test(codec)) return codec.toLowerCase();
  const format = textOf(track?.['Format']);
  return format === undefined ? undefined : (CODEC_NAMES[format] ?? format.toLowerCase());
}

function withoutUndefined<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}
