// Cells of a table that stand far apart in a PDF are told apart, words of one phrase are not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { readFile } from '../../../src/engine/readers/read-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'casebinder-columns-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('two spaces stand for the gap between columns, one for the gap between words', async () => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  const rows = [
    ['Customer', 'Order', 'Invoice date', 'Invoice'],
    ['SC-0303', 'SO-0444', '8-9-2022', 'VF1005193039'],
  ];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      page.drawText(cell, { x: 50 + column * 120, y: 700 - row * 14, size: 10, font });
    });
  });
  // Justified type stretches its spaces, but never to the width of a column.
  page.drawText('All', { x: 50, y: 600, size: 10, font });
  page.drawText('prices', { x: 72, y: 600, size: 10, font });
  page.drawText('include tax', { x: 108, y: 600, size: 10, font });
  const path = join(dir, 'table.pdf');
  writeFileSync(path, await document.save());

  const read = await readFile({
    path,
    fileName: 'table.pdf',
    scratchDir: join(dir, 'scratch'),
    limits: DEFAULT_READ_LIMITS,
  });
  const lines = (read.pages[0]?.text ?? '').split(/\r?\n/).map((line) => line.trim());
  expect(lines).toEqual([
    'Customer  Order  Invoice date  Invoice',
    'SC-0303  SO-0444  8-9-2022  VF1005193039',
    'All prices include tax',
  ]);
});
