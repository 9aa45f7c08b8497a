// Where does a PDF's text jump to another column, so that two cells of a table are not read as one phrase?
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { withMemory } from './pdfium-library.ts';

/** A gap of more than so many heights of the letters beside it is no space between words. */
const COLUMN_GAP_HEIGHTS = 2.4;
/** Points stop a full stop or a dash, whose own height is next to nothing, from making every gap a wide one. */
const LEAST_HEIGHT = 4;
/** A page with more spaces than this is running text or a print of a log: its tables are not worth the time. */
const MAX_SPACES = 4000;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/**
 * `text` (the characters of `textPage`, one UTF-16 unit each) with two spaces wherever the gap between two words is as
 * wide as between columns. Text that can't be matched to its characters one by one comes back as it is.
 */
export function widenColumnGaps(
  pdfium: WrappedPdfiumModule,
  textPage: number,
  count: number,
  text: string,
): string {
  if (text.length !== count) return text;
  const gaps: number[] = [];
  withMemory(pdfium, 32, (pointer) => {
    let spaces = 0;
    for (let at = text.indexOf(' ', 1); at > 0 && at < count - 1; at = text.indexOf(' ', at + 1)) {
      spaces += 1;
      if (spaces > MAX_SPACES) return;
      if (text[at - 1] === ' ' || text[at - 1] === '\n' || /\s/.test(text[at + 1] ?? ' ')) continue;
      const before = readBox(pdfium, textPage, at - 1, pointer);
      const after = readBox(pdfium, textPage, at + 1, pointer);
      if (before !== undefined && after !== undefined && isColumnGap(before, after)) gaps.push(at);
    }
  });
  if (gaps.length === 0) return text;
  let widened = '';
  let from = 0;
  for (const at of gaps) {
    widened += `${text.slice(from, at)} `;
    from = at;
  }
  return widened + text.slice(from);
}

function isColumnGap(before: Box, after: Box): boolean {
  const height = Math.max(LEAST_HEIGHT, before.top - before.bottom, after.top - after.bottom);
  const isSameLine = after.bottom < before.top + height && after.top > before.bottom - height;
  return isSameLine && after.left - before.right > COLUMN_GAP_HEIGHTS * height;
}

function readBox(
  pdfium: WrappedPdfiumModule,
  textPage: number,
  index: number,
  pointer: number,
): Box | undefined {
  if (!pdfium.FPDFText_GetCharBox(textPage, index, pointer, pointer + 8, pointer + 16, pointer + 24))
    return undefined;
  const [left = 0, right = 0, bottom = 0, top = 0] = [0, 8, 16, 24].map((offset) =>
    pdfium.pdfium.getValue(pointer + offset, 'double'),
  );
  return { left, right, bottom, top };
}
