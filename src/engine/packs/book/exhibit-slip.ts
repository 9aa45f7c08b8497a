// What stands in the book for an exhibit that cannot be shown?
import type { PDFPage } from 'pdf-lib';
import type { ErrorParams } from '../../../domain/errors.ts';
import type { ExhibitPlan } from '../pack-plan.ts';
import type { BookContext } from './book-context.ts';
import { commonFacts, openExhibitFlow, writeFacts } from './exhibit-page.ts';
import { COLOURS, COLUMN, PAGE } from './theme.ts';

export type SlipReason =
  | 'slipEncrypted'
  | 'slipDamaged'
  | 'slipTooLong'
  | 'slipTooLarge'
  | 'slipTooSlow'
  | 'slipNoPreview'
  | 'slipEmpty'
  | 'slipUnmarked';

export interface Slip {
  readonly reason: SlipReason;
  readonly params: ErrorParams;
}

export function drawSlip(book: BookContext, exhibit: ExhibitPlan, slip: Slip): PDFPage[] {
  const flow = openExhibitFlow(book, exhibit);
  flow.space(10);
  const top = flow.y;
  const lines = flow.wrap(book.word(slip.reason, slip.params), { size: 10 }, COLUMN - 40);
  const still = flow.wrap(book.word('slipStill'), { size: 10 }, COLUMN - 40);
  const height = 52 + (lines.length + still.length) * 16;
  flow.canvas.box(PAGE.left, top - height, COLUMN, height, COLOURS.panel);
  flow.canvas.box(PAGE.left, top - height, 3, height, COLOURS.missing);
  let y = top - 26;
  flow.canvas.text(book.word('slipTitle'), PAGE.left + 20, y, { size: 12, bold: true });
  y -= 8;
  for (const line of [...lines, ...still]) {
    y -= 16;
    flow.canvas.text(line, PAGE.left + 20, y, { size: 10 });
  }
  flow.space(height + 18);
  writeFacts(flow, commonFacts(book, exhibit));
  return [...flow.pages];
}
