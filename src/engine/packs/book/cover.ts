// What does the cover say, and where do its contents lead?
import type { PDFPage } from 'pdf-lib';
import type { BookContext } from './book-context.ts';
import { canvasOf } from './canvas.ts';
import { type FrontSection, sectionPlace } from './front-section.ts';
import type { ListedExhibit } from './front-sections.ts';
import { breakText } from './line-break.ts';
import { toRoman } from './page-labels.ts';
import { exhibitPlace } from './stamp.ts';
import { COLOURS, COLUMN, PAGE } from './theme.ts';
import { BEIJING, formatDateInZone } from './zone-time.ts';

export interface Cover {
  readonly page: PDFPage;
  /** Where the contents table may begin. */
  readonly contentsTop: number;
  /** Where the number of pages goes once it is known. */
  readonly extentY: number;
}

const NAME_WIDTH = 128;
/** Breaks into no more lines than `maxWidth` needs, the last of which is not a lone word. */
function balance(breakAt: (width: number) => string[], maxWidth: number): string[] {
  let lines = breakAt(maxWidth);
  for (let width = maxWidth * 0.95; width > maxWidth / 2 && isLonely(lines); width -= maxWidth * 0.05) {
    const narrower = breakAt(width);
    if (narrower.length > lines.length) break;
    lines = narrower;
  }
  return lines;
}

function isLonely(lines: readonly string[]): boolean {
  const last = lines.at(-1)?.length ?? 0;
  return lines.length > 1 && last < Math.max(...lines.map((line) => line.length)) / 3;
}

/** Upper edge of the note at the foot, in points from the lower edge of the page. */
const NOTE_TOP = 88;

/** Draws the cover except what depends on page numbers. */
export function drawCover(book: BookContext, page: PDFPage): Cover {
  const { plan, fonts, structure } = book;
  const canvas = canvasOf(page, book);
  const right = PAGE.width - PAGE.right;
  canvas.box(0, PAGE.height - 10, PAGE.width, 10, COLOURS.accent);
  const kicker = `${book.word('bookTitle')}  ·  ${book.otherWord('bookTitle')}`;
  canvas.text(kicker, PAGE.left, PAGE.height - 76, { size: 11, bold: true, colour: COLOURS.accent });
  const variant = {
    amazon: 'variantAmazon',
    consultant: 'variantConsultant',
    internal: 'variantInternal',
  } as const;
  canvas.rightText(book.word(variant[plan.variant]), right, PAGE.height - 76, {
    size: 9,
    colour: COLOURS.soft,
  });

  let y = PAGE.height - 104;
  const wrap = (text: string, size: number, bold: boolean, width: number): string[] =>
    breakText(fonts.clean(text), width, (codePoint) => fonts.measureCodePoint(codePoint, size, bold));
  // A long title steps back, so that the contents table always finds its room below the facts.
  const title = book.name(plan.problemName);
  const titleSize = wrap(title, 26, true, COLUMN).length > 1 ? 20 : 26;
  structure.into(structure.add('H1'), () => {
    for (const line of wrap(title, titleSize, true, COLUMN).slice(0, 3)) {
      y -= titleSize * 1.32;
      canvas.text(line, PAGE.left, y, { size: titleSize, bold: true });
    }
  });
  const other = book.otherName(plan.problemName);
  if (other !== '' && other !== book.name(plan.problemName)) {
    for (const line of wrap(other, 14, false, COLUMN).slice(0, 2)) {
      y -= 24;
      canvas.text(line, PAGE.left, y, { size: 14, colour: COLOURS.soft });
    }
  }
  y -= 30;
  canvas.rule(PAGE.left, y, right, 0.9, COLOURS.accent);
  y -= 10;

  let extentY = 0;
  for (const fact of coverFacts(book)) {
    const lines = wrap(fact.value, 10, fact.strong ?? false, COLUMN - NAME_WIDTH).slice(0, 2);
    for (const [index, line] of lines.entries()) {
      y -= 16.5;
      if (index === 0) canvas.text(book.word(fact.key), PAGE.left, y, { size: 9, colour: COLOURS.soft });
      canvas.text(line, PAGE.left + NAME_WIDTH, y, { size: 10, bold: fact.strong ?? false });
    }
    y -= 1.5;
  }
  y -= 16.5;
  extentY = y;

  const noteText = book.word(plan.variant === 'consultant' ? 'coverNoteCovered' : 'coverNote');
  const note = balance((width) => wrap(noteText, 8, false, width), COLUMN);
  for (const [index, line] of note.entries()) {
    canvas.text(line, PAGE.left, PAGE.footerY + 30 + (note.length - 1 - index) * 12, {
      size: 8,
      colour: COLOURS.soft,
    });
  }
  canvas.rule(PAGE.left, PAGE.footerY + 16, right, 0.5);
  structure.artifact(() => canvas.rightText(toRoman(1), right, PAGE.footerY, { size: 8.5, bold: true }));
  return { page, contentsTop: y - 34, extentY };
}

interface CoverFact {
  readonly key:
    | 'coverCase'
    | 'coverCaseId'
    | 'coverComplaintId'
    | 'coverMarketplace'
    | 'coverSeller'
    | 'coverStore'
    | 'coverEmail'
    | 'coverOrders'
    | 'coverAsins'
    | 'coverShipments'
    | 'coverChannel'
    | 'coverEdition'
    | 'coverBuilt';
  readonly value: string;
  readonly strong?: boolean;
}

function coverFacts(book: BookContext): CoverFact[] {
  const { plan } = book;
  const { account } = plan;
  const list = (values: readonly string[]): string =>
    values.length <= 5
      ? values.join(', ')
      : `${values.slice(0, 4).join(', ')} ${book.word('coverMore', { count: values.length - 4 })}`;
  const seller = [book.name(account.legalName), book.otherName(account.legalName)];
  const facts: CoverFact[] = [
    { key: 'coverCase', value: plan.caseNumber, strong: true },
    { key: 'coverCaseId', value: plan.caseId ?? '' },
    { key: 'coverComplaintId', value: plan.complaintId ?? '' },
    {
      key: 'coverSeller',
      value: [...new Set(seller)].filter((name) => name !== '').join('  ·  '),
      strong: true,
    },
    { key: 'coverStore', value: account.store },
    { key: 'coverEmail', value: account.email ?? '' },
    { key: 'coverMarketplace', value: plan.marketplace },
    { key: 'coverOrders', value: list(plan.orders) },
    { key: 'coverAsins', value: list(plan.asins) },
    { key: 'coverShipments', value: list(plan.shipments) },
    { key: 'coverChannel', value: book.name(plan.channelName) },
    { key: 'coverEdition', value: String(plan.edition) },
    { key: 'coverBuilt', value: formatDateInZone(plan.builtAtMs, BEIJING) },
  ];
  return facts.filter((fact) => fact.value !== '');
}

/** Adds the contents table and the extent, now that every page has its number. */
export function finishCover(
  book: BookContext,
  cover: Cover,
  sections: readonly FrontSection[],
  listed: readonly ListedExhibit[],
  pageCount: number,
): void {
  const canvas = canvasOf(cover.page, book);
  const right = PAGE.width - PAGE.right;
  const extent = book.word('coverExtentValue', { exhibits: listed.length, pages: pageCount });
  canvas.text(book.word('coverExtent'), PAGE.left, cover.extentY, { size: 9, colour: COLOURS.soft });
  canvas.text(extent, PAGE.left + NAME_WIDTH, cover.extentY, { size: 10 });

  const rows: { title: string; other: string; number: string; target: string }[] = [];
  for (const section of sections) {
    if (section.key === 'cover') continue;
    rows.push({
      title: book.word(section.key),
      other: book.otherWord(section.key),
      number: toRoman(section.number),
      target: sectionPlace(section.key),
    });
  }
  const [first] = listed;
  if (first !== undefined) {
    const last = listed[listed.length - 1]!;
    const range = first === last ? first.exhibit.label : `${first.exhibit.label} – ${last.exhibit.label}`;
    rows.push({
      title: `${book.word('sectionBody')}  ${range}`,
      other: book.otherWord('sectionBody'),
      number: String(first.firstPage),
      target: exhibitPlace(first.exhibit.label),
    });
  }
  let y = cover.contentsTop;
  canvas.text(book.word('coverContents'), PAGE.left, y, { size: 8, bold: true, colour: COLOURS.soft });
  canvas.rightText(book.word('coverPage'), right, y, { size: 8, bold: true, colour: COLOURS.soft });
  y -= 7;
  canvas.rule(PAGE.left, y, right, 0.5);
  const rowHeight = Math.min(21, (y - NOTE_TOP) / rows.length);
  const { structure } = book;
  const contents = structure.add('TOC');
  for (const row of rows) {
    const top = y;
    y -= rowHeight;
    const x = PAGE.left + book.fonts.measure(row.title, 10.5, false) + 9;
    const entry = structure.into(contents, () => structure.add('TOCI'));
    structure.into(entry, () => {
      canvas.text(row.title, PAGE.left, y + 6.5, { size: 10.5 });
      canvas.text(row.other, x, y + 6.5, { size: 8.5, colour: COLOURS.faint });
      canvas.rightText(row.number, right, y + 6.5, { size: 10.5, bold: true });
    });
    canvas.rule(PAGE.left, y, right, 0.4);
    book.links.push({ page: cover.page, rect: [PAGE.left, y, right, top], target: row.target });
  }
}
