// What stands at the head of an exhibit page that we set ourselves, and how are its facts laid out?
import type { PDFPage } from 'pdf-lib';
import type { ExhibitPlan } from '../pack-plan.ts';
import type { BookContext } from './book-context.ts';
import { createPageFlow, type PageFlow } from './page-flow.ts';
import { COLOURS, COLUMN, PAGE } from './theme.ts';

/** A flow of body pages for one exhibit: full head on its first page, a short one on the others. */
export function openExhibitFlow(book: BookContext, exhibit: ExhibitPlan): PageFlow {
  const addPage = (): PDFPage => book.doc.addPage([PAGE.width, PAGE.height]);
  const flow = createPageFlow(book, addPage, () => {}, PAGE.height - 52);
  const title = flow
    .wrap(exhibit.caption || exhibit.originalName, { size: 13, bold: true }, COLUMN - 52)
    .slice(0, 4);
  book.structure.into(book.structure.add('H2'), () => {
    for (const [index, line] of title.entries()) {
      flow.space(18);
      if (index === 0)
        flow.canvas.text(exhibit.label, PAGE.left, flow.y, { size: 13, bold: true, colour: COLOURS.accent });
      flow.canvas.text(line, PAGE.left + 52, flow.y, { size: 13, bold: true });
    }
  });
  flow.space(3);
  const ids = exhibit.identifiers.slice(0, 4).map((identifier) => identifier.value);
  const facts = [`${book.name(exhibit.kindName)}`, exhibit.documentDate ?? '', ...ids].filter(
    (fact) => fact !== '',
  );
  flow.write(
    facts.join('  ·  '),
    { size: 8.5, colour: COLOURS.soft, leading: 13 },
    { x: PAGE.left + 52, width: COLUMN - 52 },
  );
  flow.space(8);
  flow.canvas.rule(PAGE.left, flow.y, PAGE.left + COLUMN, 0.9, COLOURS.accent);
  flow.space(14);
  return flow;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Writes name–value pairs in two columns: name in grey, value wrapped beside it. */
export function writeFacts(flow: PageFlow, facts: readonly Fact[], nameWidth = 96): void {
  const style = { size: 9, leading: 14 };
  for (const fact of facts) {
    if (fact.value === '') continue;
    const lines = flow.wrap(fact.value, style, COLUMN - nameWidth);
    for (const [index, line] of lines.entries()) {
      flow.ensure(14);
      flow.space(14);
      if (index === 0)
        flow.canvas.text(fact.name, PAGE.left, flow.y + 3, { size: 8.5, colour: COLOURS.soft });
      flow.canvas.text(line, PAGE.left + nameWidth, flow.y + 3, { size: 9 });
    }
  }
}

/** Facts that every exhibit has. */
export function commonFacts(book: BookContext, exhibit: ExhibitPlan): Fact[] {
  return [
    { name: book.word('factFile'), value: exhibit.originalName },
    { name: book.word('factType'), value: exhibit.mediaType },
    { name: book.word('factBytes'), value: exhibit.sizeBytes.toLocaleString('en-US') },
    { name: 'SHA-256', value: exhibit.sha256 },
  ];
}
