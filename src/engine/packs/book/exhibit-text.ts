// How are e-mails, office and plain files set as readable pages?
import type { PDFPage } from 'pdf-lib';
import type { ExhibitPlan } from '../pack-plan.ts';
import type { BookContext } from './book-context.ts';
import { openExhibitFlow, writeFacts } from './exhibit-page.ts';
import { commasToTabs, splitTables, writeCells } from './exhibit-table.ts';
import type { PageFlow } from './page-flow.ts';
import { COLOURS, COLUMN, MAX_EXHIBIT_PAGES, PAGE } from './theme.ts';

/** Lines of 9.5 pt that fit on 300 pages, roughly: more text is told by a slip page instead of being set. */
const MAX_TEXT_CHARACTERS = MAX_EXHIBIT_PAGES * 2200;

/** True when setting the exhibit's text would go past the page limit. */
export function isTextTooLong(exhibit: ExhibitPlan): boolean {
  return exhibit.pages.reduce((sum, page) => sum + page.text.length, 0) > MAX_TEXT_CHARACTERS;
}

/** Draws the stored text of an exhibit, page after page. */
export function drawTextExhibit(book: BookContext, exhibit: ExhibitPlan): PDFPage[] {
  const flow = openExhibitFlow(book, exhibit);
  const replacedBefore = book.fonts.countReplaced();
  const { email } = exhibit;
  if (email !== undefined) {
    writeFacts(flow, [
      { name: book.word('mailSubject'), value: email.subject ?? '' },
      { name: book.word('mailFrom'), value: email.from ?? '' },
      { name: book.word('mailTo'), value: (email.to ?? []).join(', ') },
      { name: book.word('mailCc'), value: (email.cc ?? []).join(', ') },
      { name: book.word('mailSent'), value: (email.sentAt ?? '').replace('T', ' ') },
      { name: book.word('mailId'), value: email.messageId ?? '' },
    ]);
    flow.space(8);
    flow.canvas.rule(PAGE.left, flow.y, PAGE.left + COLUMN, 0.4);
    flow.space(8);
  }
  // First, not last: behind the last line it would stand alone on a page whenever that line ends one.
  const note = { size: 8, colour: COLOURS.soft, leading: 12 };
  flow.write(book.word('textNote'), note);
  const shown = exhibit.pages.length;
  if (exhibit.pageCount > shown && shown > 0) {
    flow.write(book.word('textCut', { shown, pages: exhibit.pageCount }), {
      ...note,
      colour: COLOURS.missing,
    });
  }
  flow.space(8);
  const sheets = exhibit.pages.filter((page) => page.text.trim() !== '');
  if (sheets.length === 0) flow.write(book.word('textEmpty'), { size: 9.5, colour: COLOURS.soft });
  for (const sheet of sheets) {
    if (sheets.length > 1) {
      flow.ensure(44);
      flow.space(6);
      flow.write(book.word('textSheet', { page: sheet.page }), {
        size: 8,
        bold: true,
        colour: COLOURS.accent,
        leading: 16,
      });
    }
    writeBody(flow, exhibit, tidy(sheet.text));
    flow.space(8);
  }
  const replaced = book.fonts.countReplaced() - replacedBefore;
  if (replaced > 0) {
    flow.ensure(32);
    flow.space(6);
    flow.canvas.rule(PAGE.left, flow.y, PAGE.left + COLUMN, 0.4);
    flow.space(4);
    flow.write(book.word('glyphNote', { count: replaced }), note);
  }
  return [...flow.pages];
}

function writeBody(flow: PageFlow, exhibit: ExhibitPlan, text: string): void {
  const body = exhibit.email === undefined ? text : withoutHeader(text);
  const isCommas = exhibit.mediaType === 'text/csv' && !body.includes('\t');
  for (const block of splitTables(isCommas ? commasToTabs(body) : body)) {
    if (block.kind === 'table') writeCells(flow, block.rows);
    else flow.write(block.text, { size: 9.5, leading: 14.5 });
  }
}

/** The stored text of a mail begins with what already stands above it as facts. */
function withoutHeader(text: string): string {
  const lines = text.split('\n');
  let at = 0;
  while (/^(?:Subject|From|To|Cc|Date): /.test(lines[at] ?? '')) at += 1;
  return lines.slice(at).join('\n').trimStart();
}

/** More than two empty lines in a row say nothing on paper. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
