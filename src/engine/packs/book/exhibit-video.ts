// What does the book show of a video: its facts, and its frames when there are any?
import { readFile } from 'node:fs/promises';
import type { PDFPage } from 'pdf-lib';
import sharp from 'sharp';
import type { ExhibitPlan } from '../pack-plan.ts';
import type { BookContext } from './book-context.ts';
import { commonFacts, openExhibitFlow, writeFacts } from './exhibit-page.ts';
import { describeTakenAt } from './exhibit-photo.ts';
import { COLOURS, COLUMN, PAGE } from './theme.ts';

/** Frames on the page, spread evenly over what was extracted: a contact sheet, not a film. */
const MAX_FRAMES = 12;

export async function drawVideoExhibit(book: BookContext, exhibit: ExhibitPlan): Promise<PDFPage[]> {
  const flow = openExhibitFlow(book, exhibit);
  const { media } = exhibit;
  writeFacts(flow, [
    { name: book.word('factDuration'), value: formatDuration(media.durationSeconds) },
    {
      name: book.word('factDimensions'),
      value:
        media.width === undefined || media.height === undefined ? '' : `${media.width} × ${media.height} px`,
    },
    { name: book.word('photoTaken'), value: describeTakenAt(book, media.takenAt) },
    { name: book.word('factVideoCodec'), value: media.videoCodec ?? '' },
    { name: book.word('factAudioCodec'), value: media.audioCodec ?? '' },
    { name: book.word('factFrames'), value: media.frameCount === undefined ? '' : String(media.frameCount) },
    ...commonFacts(book, exhibit),
  ]);
  flow.space(14);
  const frames = spread(exhibit.frames ?? [], MAX_FRAMES);
  if (frames.length === 0) {
    flow.write(book.word('factNoFrames'), { size: 9, colour: COLOURS.soft });
    return [...flow.pages];
  }
  const gap = 12;
  const width = (COLUMN - 2 * gap) / 3;
  let column = 0;
  let rowHeight = 0;
  for (const frame of frames) {
    const { data, info } = await sharp(await readFile(frame.path))
      .resize({ width: 480, height: 480, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    const scale = Math.min(width / info.width, 200 / info.height);
    const height = info.height * scale;
    if (column === 0) {
      flow.ensure(height + 22);
      rowHeight = 0;
    }
    const image = await book.doc.embedJpg(data);
    const x = PAGE.left + column * (width + gap);
    const alt = `${exhibit.label} ${formatTimecode(frame.atSeconds)}`;
    flow.canvas.image(image, x, flow.y - height, info.width * scale, height, alt);
    flow.canvas.text(formatTimecode(frame.atSeconds), x, flow.y - height - 11, {
      size: 8,
      colour: COLOURS.soft,
    });
    rowHeight = Math.max(rowHeight, height);
    column = (column + 1) % 3;
    if (column === 0) flow.space(rowHeight + 24);
  }
  return [...flow.pages];
}

function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]!);
}

function formatDuration(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  return `${formatTimecode(seconds)} (${seconds.toFixed(1)} s)`;
}

/** h:mm:ss. */
export function formatTimecode(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
