// How does a copy for a consultant name its receiver on every page?
import type { PDFPage } from 'pdf-lib';
import type { BookContext } from './book-context.ts';
import { canvasOf } from './canvas.ts';
import { BEIJING, formatDateInZone } from './zone-time.ts';

/** Pale text across the page as the reader sees it, whatever its rotation. Only copies in the book are marked. */
export function drawWatermark(book: BookContext, page: PDFPage): void {
  const { plan } = book;
  const date = formatDateInZone(plan.builtAtMs, BEIJING);
  const text = book.word('watermark', { recipient: plan.recipient ?? book.word('watermarkReader'), date });
  const clean = book.fonts.clean(text);
  const box = page.getMediaBox();
  const rotation = page.getRotation().angle;
  const diagonal = Math.hypot(box.width, box.height);
  const size = Math.min(
    42,
    diagonal * 0.05,
    (diagonal * 0.75) / Math.max(book.fonts.measure(clean, 1, true), 1),
  );
  const upright =
    rotation % 180 === 0 ? Math.atan2(box.height, box.width) : Math.atan2(box.width, box.height);
  const angle = (upright * 180) / Math.PI + rotation;
  canvasOf(page, book).watermark(clean, box.x + box.width / 2, box.y + box.height / 2, size, angle);
}
