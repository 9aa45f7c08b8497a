// How does every page of the body get its mark "E03 p. 2/5" and its page number, without touching the content?
import { PDFName, PDFNumber, type PDFPage } from 'pdf-lib';
import type { BookContext } from './book-context.ts';
import { type Canvas, canvasOf } from './canvas.ts';
import { COLOURS, PAGE, STRIP_HEIGHT } from './theme.ts';

export interface Stamp {
  /** "E03". */
  readonly label: string;
  readonly page: number;
  readonly pages: number;
  readonly caption: string;
  /** Printed number, equal to the page label. */
  readonly bookPage: number;
}

/** x0, y0, x1, y1 in the page's own coordinates. */
export type Box = readonly [number, number, number, number];

type Matrix = readonly [number, number, number, number, number, number];

/** Name of the exhibit's row in the list. */
export function listPlace(label: string): string {
  return `list:${label}`;
}

/** Name of the exhibit's first page. */
export function exhibitPlace(label: string): string {
  return `exhibit:${label}`;
}

/** Stamps a page that we set ourselves: its foot is free. */
export function stampSetPage(book: BookContext, page: PDFPage, stamp: Stamp): void {
  const canvas = canvasOf(page, book);
  canvas.rule(PAGE.left, PAGE.footerY + 16, PAGE.width - PAGE.right, 0.5);
  const width = PAGE.width - PAGE.left - PAGE.right;
  drawStamp(book, page, canvas, stamp, { width, unit: 1 }, [1, 0, 0, 1, PAGE.left, PAGE.footerY - 8]);
}

/**
 * Adds a white strip below what the reader sees of a copied page, and stamps there. Nothing is drawn inside `box`.
 * The strip lies on the side that is "down" after the page's rotation, and its height follows the page's width, so
 * that the mark stays readable on a poster and fits on a label.
 */
export function stampCopiedPage(book: BookContext, page: PDFPage, box: Box, stamp: Stamp): void {
  const rotation = ((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4;
  const [x0, y0, x1, y1] = box;
  const width = rotation % 2 === 0 ? x1 - x0 : y1 - y0;
  const height = rotation % 2 === 0 ? y1 - y0 : x1 - x0;
  // As on A4 where it can be; never smaller than 6 pt type, unless the page is too narrow even for the bare mark.
  const unit = Math.min(Math.max(Math.min(width, height) / PAGE.width, 0.7), width / 110);
  const strip = STRIP_HEIGHT * unit;
  const placed = placeStrip(rotation, box, strip);
  setBox(page, 'MediaBox', placed.box);
  setBox(page, 'CropBox', placed.box);
  const canvas = canvasOf(page, book);
  canvas.within(placed.matrix, () => {
    canvas.box(0, 0, width, strip, COLOURS.white);
    canvas.rule(0, strip - 0.4 * unit, width, 0.6 * unit, COLOURS.line);
  });
  const margin = 18 * unit;
  const inner: Matrix = multiply(placed.matrix, margin, 0);
  drawStamp(book, page, canvas, stamp, { width: width - 2 * margin, unit }, inner);
}

function placeStrip(rotation: number, [x0, y0, x1, y1]: Box, strip: number): { box: Box; matrix: Matrix } {
  if (rotation === 1) return { box: [x0, y0, x1 + strip, y1], matrix: [0, 1, -1, 0, x1 + strip, y0] };
  if (rotation === 2) return { box: [x0, y0, x1, y1 + strip], matrix: [-1, 0, 0, -1, x1, y1 + strip] };
  if (rotation === 3) return { box: [x0 - strip, y0, x1, y1], matrix: [0, -1, 1, 0, x0 - strip, y1] };
  return { box: [x0, y0 - strip, x1, y1], matrix: [1, 0, 0, 1, x0, y0 - strip] };
}

function multiply([a, b, c, d, e, f]: Matrix, dx: number, dy: number): Matrix {
  return [a, b, c, d, e + a * dx + c * dy, f + b * dx + d * dy];
}

function setBox(page: PDFPage, name: string, box: Box): void {
  page.node.set(PDFName.of(name), page.doc.context.obj(box.map((value) => PDFNumber.of(value))));
}

function drawStamp(
  book: BookContext,
  page: PDFPage,
  canvas: Canvas,
  stamp: Stamp,
  { width, unit }: { readonly width: number; readonly unit: number },
  matrix: Matrix,
): void {
  const { fonts, plan } = book;
  const size = 8.5 * unit;
  const small = 7 * unit;
  const baseline = 8.5 * unit;
  const mark = `${stamp.label} p. ${stamp.page}/${stamp.pages}`;
  const number = String(stamp.bookPage);
  const back = `${plan.caseNumber} · ${book.word('backToList')}`;
  const markWidth = fonts.measure(mark, size, true);
  const numberWidth = fonts.measure(number, size, true);
  const backWidth = fonts.measure(back, small, false);
  const draw = (): void => {
    canvas.text(mark, 0, baseline, { size, bold: true, colour: COLOURS.accent });
    canvas.text(number, width - numberWidth, baseline, { size, bold: true, colour: COLOURS.ink });
    const backX = width - numberWidth - 14 * unit - backWidth;
    if (backX > markWidth + 10 * unit) {
      canvas.text(back, backX, baseline, { size: small, colour: COLOURS.soft });
      const room = backX - markWidth - 30 * unit;
      const caption = shorten(book, stamp.caption, small, room);
      canvas.text(caption, markWidth + 10 * unit, baseline, { size: small, colour: COLOURS.faint });
    }
  };
  // Said once, by the title of the exhibit's section, and not again on each of its pages.
  canvas.within(matrix, () => book.structure.artifact(draw));
  const corner = (u: number, v: number): [number, number] => {
    const [a, b, c, d, e, f] = matrix;
    return [a * u + c * v + e, b * u + d * v + f];
  };
  const [ax, ay] = corner(0, 2 * unit);
  const [bx, by] = corner(width, 20 * unit);
  book.links.push({
    page,
    rect: [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)],
    target: listPlace(stamp.label),
  });
}

/** `text` cut to `width` points with an ellipsis; empty when hardly anything would fit. */
export function shorten(book: BookContext, text: string, size: number, width: number): string {
  const clean = book.fonts.clean(text).replaceAll('\n', ' ');
  if (book.fonts.measure(clean, size, false) <= width) return clean;
  let out = '';
  let used = book.fonts.measure('…', size, false);
  for (const character of clean) {
    used += book.fonts.measure(character, size, false);
    if (used > width) break;
    out += character;
  }
  return Array.from(out).length < 6 ? '' : `${out.trimEnd()}…`;
}
