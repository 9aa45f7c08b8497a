// What stands before the exhibits: cover, statement, list, timeline, checklist?
import type { PDFPage } from 'pdf-lib';
import type { BookContext } from './book-context.ts';
import { canvasOf } from './canvas.ts';
import { drawCover, finishCover } from './cover.ts';
import { type FrontSection, sectionPlace } from './front-section.ts';
import {
  type ListedExhibit,
  writeChecklist,
  writeExhibitList,
  writeStatement,
  writeTimeline,
} from './front-sections.ts';
import { createPageFlow, type PageFlow } from './page-flow.ts';
import { toRoman } from './page-labels.ts';
import { shorten } from './stamp.ts';
import { COLOURS, COLUMN, PAGE } from './theme.ts';

export interface Front {
  readonly pages: readonly PDFPage[];
  readonly sections: readonly FrontSection[];
}

/** Draws the front pages before page `at` of the document. `bodyPages`: pages of all volumes. */
export function drawFront(book: BookContext, listed: readonly ListedExhibit[], bodyPages: number): Front {
  const { structure } = book;
  const part = structure.add('Part', { title: book.word('bookTitle'), first: true });
  return structure.into(part, () => drawFrontPages(book, listed, bodyPages));
}

function drawFrontPages(book: BookContext, listed: readonly ListedExhibit[], bodyPages: number): Front {
  const { structure } = book;
  const pages: PDFPage[] = [];
  const addPage = (): PDFPage => {
    const page = book.doc.insertPage(pages.length, [PAGE.width, PAGE.height]);
    pages.push(page);
    return page;
  };
  const coverSection = structure.add('Sect');
  const cover = structure.into(coverSection, () => drawCover(book, addPage()));
  const sections: FrontSection[] = [{ key: 'cover', firstPage: pages[0]!, number: 1 }];
  book.places.set(sectionPlace('cover'), { page: pages[0]! });

  const section = (key: Exclude<FrontSection['key'], 'cover'>, write: (flow: PageFlow) => void): void => {
    const number = pages.length + 1;
    const flow = createPageFlow(book, addPage, (page) =>
      structure.artifact(() => decorate(book, page, key, pages.length)),
    );
    sections.push({ key, firstPage: flow.pages[0]!, number });
    book.places.set(sectionPlace(key), { page: flow.pages[0]! });
    structure.into(structure.add('Sect', { title: book.word(key) }), () => {
      writeHeading(flow, book.word(key), book.otherWord(key));
      write(flow);
    });
  };
  section('sectionStatement', (flow) => writeStatement(flow));
  section('sectionExhibits', (flow) => writeExhibitList(flow, listed));
  section('sectionTimeline', (flow) => writeTimeline(flow));
  section('sectionChecklist', (flow) => writeChecklist(flow));
  structure.into(coverSection, () => finishCover(book, cover, sections, listed, pages.length + bodyPages));
  return { pages, sections };
}

function decorate(book: BookContext, page: PDFPage, key: FrontSection['key'], number: number): void {
  const canvas = canvasOf(page, book);
  const right = PAGE.width - PAGE.right;
  const style = { size: 8, colour: COLOURS.soft };
  const title = key === 'cover' ? book.word('bookTitle') : book.word(key);
  const left = `${book.plan.caseNumber}  ·  ${title}`;
  canvas.text(left, PAGE.left, PAGE.headerY, style);
  const room = COLUMN - book.fonts.measure(left, style.size, false) - 24;
  canvas.rightText(
    shorten(book, book.name(book.plan.account.legalName), style.size, room),
    right,
    PAGE.headerY,
    style,
  );
  canvas.rule(PAGE.left, PAGE.headerY - 8, right, 0.4);
  canvas.rule(PAGE.left, PAGE.footerY + 16, right, 0.5);
  canvas.text(book.word('bookTitle'), PAGE.left, PAGE.footerY, style);
  canvas.rightText(toRoman(number), right, PAGE.footerY, { size: 8.5, bold: true });
}

function writeHeading(flow: PageFlow, title: string, other: string): void {
  flow.space(22);
  const size = 20;
  const x = PAGE.left + flow.book.fonts.measure(title, size, true) + 12;
  const { structure } = flow.book;
  structure.into(structure.add('H2'), () => {
    flow.canvas.text(title, PAGE.left, flow.y, { size, bold: true });
    flow.canvas.text(other, x, flow.y, { size: 11, colour: COLOURS.faint });
  });
  flow.canvas.box(PAGE.left, flow.y - 13, 36, 2.4, COLOURS.accent);
  flow.canvas.rule(PAGE.left + 36, flow.y - 12.8, PAGE.left + COLUMN, 0.4);
  flow.space(28);
}
