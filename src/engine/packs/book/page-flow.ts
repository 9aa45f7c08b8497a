// How does text run down a page and on to the next, without orphan lines?
import type { PDFPage } from 'pdf-lib';
import type { BookContext } from './book-context.ts';
import { type Canvas, canvasOf, type TextStyle } from './canvas.ts';
import { breakText } from './line-break.ts';
import { COLUMN, PAGE } from './theme.ts';

export interface FlowText extends TextStyle {
  /** Distance of baselines; absent: 1.5 × size. */
  readonly leading?: number;
}

export interface PageFlow {
  readonly book: BookContext;
  readonly pages: readonly PDFPage[];
  /** Top of what is still free on the current page, in points from its lower edge. */
  readonly y: number;
  readonly page: PDFPage;
  readonly canvas: Canvas;
  /** Opens a page when less than `height` is left. Returns true when it did. */
  ensure(height: number): boolean;
  newPage(): void;
  space(height: number): void;
  /** Lines of `text` (cleaned here), not wider than `width`. */
  wrap(text: string, style: FlowText, width: number): string[];
  /** Runs text down the column; at least two lines of a paragraph stay together. */
  write(text: string, style: FlowText, options?: { readonly x?: number; readonly width?: number }): void;
}

/** `addPage` supplies blank A4 pages; `decorate` draws their running header and returns nothing. */
export function createPageFlow(
  book: BookContext,
  addPage: () => PDFPage,
  decorate: (page: PDFPage) => void = () => {},
  top: number = PAGE.height - PAGE.top,
): PageFlow {
  const pages: PDFPage[] = [];
  let y = 0;
  const flow: PageFlow = {
    book,
    pages,
    get y() {
      return y;
    },
    get page() {
      return pages[pages.length - 1]!;
    },
    get canvas() {
      return canvasOf(flow.page, book);
    },
    ensure(height) {
      if (y - height >= PAGE.bottom) return false;
      flow.newPage();
      return true;
    },
    newPage() {
      const page = addPage();
      pages.push(page);
      decorate(page);
      y = top;
    },
    space(height) {
      y -= height;
    },
    wrap(text, style, width) {
      return breakText(book.fonts.clean(text), width, (codePoint) =>
        book.fonts.measureCodePoint(codePoint, style.size, style.bold ?? false),
      );
    },
    write(text, style, options = {}) {
      const { x = PAGE.left, width = COLUMN } = options;
      const leading = style.leading ?? style.size * 1.5;
      for (const paragraph of book.fonts.clean(text).split('\n')) {
        const lines = flow.wrap(paragraph, style, width);
        for (const [index, line] of lines.entries()) {
          const left = lines.length - index;
          // Neither the first line of a paragraph at the foot of a page nor the last one at the head of the next.
          const keep = (index === 0 && left > 1) || (left === 2 && index > 0) ? 2 : 1;
          flow.ensure(keep * leading);
          y -= leading;
          flow.canvas.text(line, x, y + (leading - style.size) / 2 + style.size * 0.12, style);
        }
      }
    },
  };
  flow.newPage();
  return flow;
}
