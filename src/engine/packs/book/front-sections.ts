// How are the statement, the exhibit list, the timeline and the checklist of the front matter set?

import type { ExhibitPlan } from '../pack-plan.ts';
import type { BookContext } from './book-context.ts';
import type { PageFlow } from './page-flow.ts';
import { exhibitPlace, listPlace } from './stamp.ts';
import { type CellLine, PART_GAP, writeTable } from './table.ts';
import { COLOURS } from './theme.ts';
import { BEIJING, formatInZone, nameOfZone } from './zone-time.ts';

/** One exhibit as the list shows it, after the body was laid out. */
export interface ListedExhibit {
  readonly exhibit: ExhibitPlan;
  /** Name of the original inside the pack: "upload/E01_…pdf". */
  readonly file: string;
  /** Printed number of its first page. */
  readonly firstPage: number;
  readonly pages: number;
  /** Why it is only a slip page, in the language of the book. */
  readonly slip?: string;
  /** Characters of its pages that stand as code points. */
  readonly replaced: number;
  /** 1-based volume; absent when the book is one file. */
  readonly volume?: number;
}

const SMALL = 7.6;
/** Width of a column of exhibit labels: three side by side. */
const LABELS = 70.28;

export function writeStatement(flow: PageFlow): void {
  const { book } = flow;
  const { statement, variant } = book.plan;
  if (statement.subject.trim() === '' && statement.text.trim() === '') {
    flow.write(book.word('statementNone'), { size: 10, colour: COLOURS.soft });
    return;
  }
  flow.write(book.word('statementSubject'), { size: 8, bold: true, colour: COLOURS.soft, leading: 12 });
  flow.write(statement.subject, { size: 12, bold: true, leading: 19 });
  flow.space(10);
  writeParagraphs(flow, statement.text);
  // domain.md 4.4: the Chinese side is for the team and is not exported.
  if (variant === 'amazon' || statement.textZh === undefined || statement.textZh.trim() === '') return;
  flow.space(24);
  flow.ensure(70);
  flow.write(book.word('statementTranslation'), {
    size: 11,
    bold: true,
    colour: COLOURS.accent,
    leading: 18,
  });
  flow.space(4);
  writeParagraphs(flow, statement.textZh);
}

function writeParagraphs(flow: PageFlow, text: string): void {
  const { structure } = flow.book;
  for (const paragraph of text.split('\n'))
    structure.into(structure.add('P'), () => flow.write(paragraph, { size: 10.5, leading: 17 }));
}

export function writeExhibitList(flow: PageFlow, listed: readonly ListedExhibit[]): void {
  const { book } = flow;
  if (listed.length === 0) {
    flow.write(book.word('listNone'), { size: 10, colour: COLOURS.soft });
    return;
  }
  writeTable(
    flow,
    [
      { title: book.word('listNo'), width: 30 },
      { title: book.word('listExhibit'), width: 313 },
      { title: book.word('listDate'), width: 58 },
      { title: book.word('listPage'), width: 44.28, align: 'right' },
    ],
    listed.map((item) => ({
      target: exhibitPlace(item.exhibit.label),
      place: listPlace(item.exhibit.label),
      cells: [
        [{ text: item.exhibit.label, size: 9.5, bold: true, colour: COLOURS.accent }],
        describeExhibit(book, item),
        [{ text: item.exhibit.documentDate ?? '–', size: 8.6 }],
        [
          { text: String(item.firstPage), size: 9.5, bold: true },
          ...(item.volume === undefined
            ? []
            : [
                { text: book.word('listVolume', { volume: item.volume }), size: SMALL, colour: COLOURS.soft },
              ]),
        ],
      ],
    })),
  );
}

function describeExhibit(book: BookContext, item: ListedExhibit): CellLine[] {
  const { exhibit } = item;
  const soft = { size: SMALL, colour: COLOURS.soft, leading: 11 };
  const kind = [book.name(exhibit.kindName), book.otherName(exhibit.kindName)].filter((name) => name !== '');
  const ids = exhibit.identifiers.slice(0, 6).map((identifier) => identifier.value);
  const lines: CellLine[] = [
    { text: exhibit.caption || exhibit.originalName, size: 9.5, bold: true, leading: 13.5 },
    { text: [...new Set(kind)].join('  ·  '), size: 8.4, colour: COLOURS.ink, leading: 12.5 },
  ];
  if (ids.length > 0) lines.push({ ...soft, text: `${book.word('listIds')}: ${ids.join(' · ')}`, before: 1 });
  lines.push({ ...soft, text: `${book.word('listOriginal')}: ${exhibit.originalName}` });
  lines.push({ ...soft, text: `${book.word('listFile')}: ${item.file}` });
  lines.push({ ...soft, text: `SHA-256 ${exhibit.sha256}`, size: 6.9, colour: COLOURS.faint });
  if (item.slip !== undefined) {
    lines.push({ ...soft, text: book.word('listSlip', { reason: item.slip }), colour: COLOURS.missing });
  }
  return lines;
}

export function writeTimeline(flow: PageFlow): void {
  const { book } = flow;
  const { plan } = book;
  if (plan.timeline.length === 0) {
    flow.write(book.word('timeNone'), { size: 10, colour: COLOURS.soft });
    return;
  }
  const time = (atMs: number, zone: string): CellLine[] => [
    { text: formatInZone(atMs, zone), size: 8.6 },
    { text: nameOfZone(atMs, zone), size: 7, colour: COLOURS.faint, leading: 10 },
  ];
  const rows = [...plan.timeline].sort((left, right) => left.atMs - right.atMs);
  // Where only days are known, clocks in two zones would be an empty column.
  const hasClock = rows.some((row) => row.date === undefined);
  writeTable(
    flow,
    [
      { title: book.word(hasClock ? 'timeBeijing' : 'listDate'), width: 84 },
      ...(hasClock ? [{ title: `${book.word('timeMarketplace')} · ${plan.marketplace}`, width: 92 }] : []),
      { title: book.word('timeEvent'), width: hasClock ? 199 : 303 },
      { title: book.word('timeExhibits'), width: LABELS },
    ],
    rows.map((row) => ({
      cells: [
        row.date === undefined ? time(row.atMs, BEIJING) : [{ text: row.date, size: 8.6 }],
        ...(hasClock ? [row.date === undefined ? time(row.atMs, plan.marketplaceZone) : []] : []),
        [
          { text: row.title, size: 9.2, bold: true, leading: 13 },
          ...(row.detail === undefined || row.detail === ''
            ? []
            : [{ text: row.detail, size: 8.6, colour: COLOURS.soft, leading: 12.5 }]),
        ],
        linkedLabels(flow, row.exhibits, LABELS),
      ],
    })),
  );
}

export function writeChecklist(flow: PageFlow): void {
  const { book } = flow;
  const { checklist } = book.plan;
  if (checklist.length === 0) {
    flow.write(book.word('checkNone'), { size: 10, colour: COLOURS.soft });
    return;
  }
  const states = {
    have: { key: 'checkHave', colour: COLOURS.have },
    weak: { key: 'checkWeak', colour: COLOURS.weak },
    missing: { key: 'checkMissing', colour: COLOURS.missing },
  } as const;
  // Remarks are the team's; without any, their column would only be white.
  const hasNotes = checklist.some((row) => row.note !== undefined);
  writeTable(
    flow,
    [
      { title: book.word('checkState'), width: 54 },
      { title: book.word('checkDocument'), width: hasNotes ? 162 : 333 },
      ...(hasNotes ? [{ title: book.word('checkWhy'), width: 159 }] : []),
      { title: book.word('checkExhibits'), width: LABELS },
    ],
    checklist.map((row) => ({
      cells: [
        [{ text: book.word(states[row.state].key), size: 9, bold: true, colour: states[row.state].colour }],
        [
          { text: book.name(row.kindName), size: 9.2, bold: true, leading: 13 },
          {
            text: [book.otherName(row.kindName), book.word(row.required ? 'checkRequired' : 'checkOptional')]
              .filter((text) => text !== '')
              .join('  ·  '),
            size: SMALL,
            colour: COLOURS.soft,
            leading: 11,
          },
        ],
        ...(hasNotes
          ? [
              row.note === undefined
                ? []
                : [{ text: book.name(row.note), size: 8.6, colour: COLOURS.soft, leading: 12.5 }],
            ]
          : []),
        linkedLabels(flow, row.exhibits, LABELS),
      ],
    })),
  );
}

/** Labels side by side as the column has room, each leading to its exhibit. */
function linkedLabels(flow: PageFlow, labels: readonly string[], width: number): CellLine[] {
  if (labels.length === 0) return [{ text: '–', size: 8.6, colour: COLOURS.faint }];
  const style = { size: 8.8, bold: true, colour: COLOURS.accent, leading: 12.5 };
  const rows: string[][] = [];
  for (const label of labels) {
    const row = rows.at(-1);
    const isRoom =
      row !== undefined && flow.book.fonts.measure([...row, label].join(PART_GAP), style.size, true) <= width;
    if (isRoom) row.push(label);
    else rows.push([label]);
  }
  return rows.map((row) => ({
    ...style,
    text: row.join(PART_GAP),
    parts: row.map((label) => ({ text: label, target: exhibitPlace(label) })),
  }));
}
