// How is a copy made that the channel takes, while the original stays as it is?
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { CasebinderError } from '../../domain/errors.ts';
import { formatTimecode } from './book/exhibit-video.ts';
import { rasterPdfPages } from './book/pdf-as-images.ts';
import { rasterPhoto } from './book/photo-raster.ts';
import type { Conversion } from './channel-profile.ts';
import { accepts, nameDerived } from './exhibit-names.ts';
import type { AttachmentProfile, ExhibitPlan } from './pack-plan.ts';
import { splitPdf } from './split-pdf.ts';

/** domain.md 4.1: pages as pictures need at least 150 dpi. */
const PAGE_DPI = 150;
const MAX_CONVERTED_PAGES = 60;

export interface DerivedFile {
  readonly name: string;
  /** What was done, in English, for case.json and exhibits.csv. */
  readonly made: string;
}

/**
 * Writes the derived copies of `exhibit` into `folder` and tells what was made; nothing when it cannot be converted.
 * Throws CANCELLED when `signal` aborts.
 */
export async function convertExhibit(
  exhibit: ExhibitPlan,
  conversion: Conversion,
  profile: AttachmentProfile,
  uploadName: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<DerivedFile[]> {
  try {
    if (conversion === 'pdf_to_images') return await convertPdf(exhibit, profile, uploadName, folder, signal);
    if (conversion === 'split_pdf')
      return await splitPdf(
        exhibit,
        profile.maxFileBytes ?? Number.POSITIVE_INFINITY,
        uploadName,
        folder,
        signal,
      );
    if (conversion === 'video_to_image') return await convertVideo(exhibit, profile, uploadName, folder);
    if (conversion === 'downscale') return await downscale(exhibit, profile, uploadName, folder);
    const { jpeg, width, height } = await rasterPhoto(exhibit.sourcePath, exhibit.mediaType, 0, 6000);
    const wantsJpeg = accepts(profile, 'jpg');
    const name = nameDerived(uploadName, '_copy', wantsJpeg ? 'jpg' : 'png');
    await writeFile(join(folder, name), wantsJpeg ? jpeg : await sharp(jpeg).png().toBuffer(), {
      flag: 'wx',
    });
    const made = `${exhibit.mediaType} as ${wantsJpeg ? 'JPEG' : 'PNG'}, ${width} x ${height} px, without EXIF`;
    return [{ name, made }];
  } catch (error) {
    if (error instanceof CasebinderError) throw error;
    return []; // the violation stays listed as not fixed
  }
}

async function convertPdf(
  exhibit: ExhibitPlan,
  profile: AttachmentProfile,
  uploadName: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<DerivedFile[]> {
  const format = accepts(profile, 'jpg') ? 'jpeg' : 'png';
  const raster = await rasterPdfPages(exhibit.sourcePath, {
    dpi: PAGE_DPI,
    maxPages: MAX_CONVERTED_PAGES,
    format,
  });
  if (raster.state !== 'open') return [];
  const digits = Math.max(2, String(raster.pages).length);
  const files: DerivedFile[] = [];
  for await (const frame of raster.frames) {
    if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
    const suffix = `_p${String(files.length + 1).padStart(digits, '0')}`;
    const name = nameDerived(uploadName, suffix, format === 'jpeg' ? 'jpg' : 'png');
    await writeFile(join(folder, name), frame.jpeg, { flag: 'wx' });
    const made = `page ${files.length + 1} of ${raster.pages} as ${format === 'jpeg' ? 'JPEG' : 'PNG'}, ${PAGE_DPI} dpi`;
    files.push({ name, made });
  }
  return files;
}

const SHEET_FRAMES = 9;
const SHEET_COLUMNS = 3;
const FRAME_WIDTH = 960;

/** One sheet of pictures in the order of time: a form that takes no video still sees what it shows. */
async function convertVideo(
  exhibit: ExhibitPlan,
  profile: AttachmentProfile,
  uploadName: string,
  folder: string,
): Promise<DerivedFile[]> {
  const all = exhibit.frames ?? [];
  const count = Math.min(SHEET_FRAMES, all.length);
  const frames = Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]!);
  const { width, height } = await sharp(frames[0]!.path)
    .resize({ width: FRAME_WIDTH, height: FRAME_WIDTH, fit: 'inside', withoutEnlargement: true })
    .toBuffer({ resolveWithObject: true })
    .then(({ info }) => info);
  const columns = Math.min(SHEET_COLUMNS, count);
  const pictures = await Promise.all(
    frames.map(async (frame, index) => ({
      input: await sharp(frame.path)
        .resize({ width, height, fit: 'contain', background: '#ffffff' })
        .toBuffer(),
      left: (index % columns) * width,
      top: Math.floor(index / columns) * height,
    })),
  );
  const sheet = sharp({
    create: {
      width: columns * width,
      height: Math.ceil(count / columns) * height,
      channels: 3,
      background: '#ffffff',
    },
  }).composite(pictures);
  const wantsJpeg = accepts(profile, 'jpg');
  const name = nameDerived(uploadName, '_frames', wantsJpeg ? 'jpg' : 'png');
  const bytes = await (wantsJpeg ? sheet.jpeg({ quality: 85 }) : sheet.png()).toBuffer();
  await writeFile(join(folder, name), bytes, { flag: 'wx' });
  const times = frames.map((frame) => formatTimecode(frame.atSeconds)).join(', ');
  return [{ name, made: `${count} pictures of the video, at ${times}, on one sheet` }];
}

/** Smaller in steps until it fits; text on a photographed document stays readable down to about 1600 px. */
async function downscale(
  exhibit: ExhibitPlan,
  profile: AttachmentProfile,
  uploadName: string,
  folder: string,
): Promise<DerivedFile[]> {
  for (const longSide of [4000, 3000, 2400, 1600]) {
    const { jpeg, width, height } = await rasterPhoto(exhibit.sourcePath, exhibit.mediaType, 0, longSide);
    if (profile.maxFileBytes !== null && jpeg.length > profile.maxFileBytes) continue;
    const name = nameDerived(uploadName, '_small', 'jpg');
    await writeFile(join(folder, name), jpeg, { flag: 'wx' });
    return [{ name, made: `smaller copy, ${width} x ${height} px JPEG, without EXIF` }];
  }
  return [];
}
