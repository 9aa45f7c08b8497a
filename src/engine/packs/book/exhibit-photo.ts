// How does a photo stand on its page: as large as the column allows, with what its file says about itself?

import type { PDFPage } from 'pdf-lib';
import type { ExhibitPlan } from '../pack-plan.ts';
import type { BookContext } from './book-context.ts';
import { type Fact, openExhibitFlow, writeFacts } from './exhibit-page.ts';
import type { PhotoRaster } from './photo-raster.ts';
import { COLOURS, COLUMN, PAGE } from './theme.ts';

/** Draws one page per frame; returns the pages. `frames` yields the rasters in order, one at a time in memory. */
export async function drawPhotoExhibit(
  book: BookContext,
  exhibit: ExhibitPlan,
  frames: AsyncIterable<PhotoRaster>,
  count: number,
): Promise<PDFPage[]> {
  const flow = openExhibitFlow(book, exhibit);
  let index = 0;
  for await (const raster of frames) {
    if (index > 0) flow.newPage();
    const facts = index === 0 ? photoFacts(book, exhibit, raster) : [];
    if (count > 1) facts.unshift({ name: '', value: book.word('photoFrame', { frame: index + 1, count }) });
    if (raster.isBrightened === true) facts.push({ name: '', value: book.word('photoBrightened') });
    const factLines = facts.reduce((sum, fact) => sum + Math.max(1, Math.ceil(fact.value.length / 62)), 0);
    const room = flow.y - PAGE.bottom - factLines * 14 - 16;
    const scale = Math.min(COLUMN / raster.width, room / raster.height, 1.2);
    const width = raster.width * scale;
    const height = raster.height * scale;
    const image = await book.doc.embedJpg(raster.jpeg);
    const alt = `${exhibit.label} ${exhibit.caption || exhibit.originalName}${count > 1 ? ` (${index + 1}/${count})` : ''}`;
    flow.canvas.image(image, PAGE.left + (COLUMN - width) / 2, flow.y - height, width, height, alt);
    // Written out now: otherwise the raster of every photo stays in memory twice until the book is saved.
    await image.embed();
    flow.space(height + 12);
    flow.canvas.rule(PAGE.left, flow.y, PAGE.left + COLUMN, 0.4, COLOURS.line);
    flow.space(2);
    writeFacts(flow, facts);
    index += 1;
  }
  return [...flow.pages];
}

function photoFacts(book: BookContext, exhibit: ExhibitPlan, raster: PhotoRaster): Fact[] {
  const { media } = exhibit;
  const place =
    media.latitude !== undefined &&
    media.longitude !== undefined &&
    !exhibit.sensitive &&
    book.plan.variant === 'internal'
      ? `${media.latitude.toFixed(5)}, ${media.longitude.toFixed(5)}`
      : '';
  return [
    { name: book.word('photoTaken'), value: describeTakenAt(book, media.takenAt) },
    { name: book.word('photoCamera'), value: media.camera ?? '' },
    { name: book.word('photoSize'), value: `${raster.originalWidth} × ${raster.originalHeight} px` },
    { name: book.word('photoPlace'), value: place },
    { name: book.word('photoSoftware'), value: media.software ?? '' },
    { name: book.word('factFile'), value: exhibit.originalName },
    { name: 'SHA-256', value: exhibit.sha256 },
  ];
}

/** EXIF times mostly name no zone; saying so keeps them from being read as Beijing or marketplace time. */
export function describeTakenAt(book: BookContext, takenAt: string | undefined): string {
  if (takenAt === undefined) return '';
  const text = takenAt.replace('T', ' ').replace(/\.\d+/, '');
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(takenAt);
  return hasZone ? text.replace(/Z$/, ' UTC') : `${text} (${book.word('factNoTimeZone')})`;
}
