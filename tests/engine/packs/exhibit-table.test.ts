// Are rows taken for rows, indented prose for prose, and does every value come out below its heading?
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commasToTabs, splitTables } from '../../../src/engine/packs/book/exhibit-table.ts';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import { askJudge, hasJudge } from './outside-judge.ts';
import { exhibitOf, makeFolder, planOf } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('a text', () => {
  it('is cut into prose and tables', () => {
    const blocks = splitTables('Dear team,\n\tindented\nplease see\norder\tqty\nA\t1\nB\t2\nRegards');
    expect(blocks).toEqual([
      { kind: 'text', text: 'Dear team,\n\tindented\nplease see' },
      {
        kind: 'table',
        rows: [
          ['order', 'qty'],
          ['A', '1'],
          ['B', '2'],
        ],
      },
      { kind: 'text', text: 'Regards' },
    ]);
  });

  it('with commas keeps what stands in quotes together', () => {
    expect(commasToTabs('a,"b, c",d\n1,"say ""hi""",\n,x')).toBe('a\tb, c\td\n1\tsay "hi"\t\n\tx');
  });
});

describe('a report of more columns than a page is wide', () => {
  it('shows every value, with its heading above it', { timeout: 60_000 }, async (context) => {
    if (!hasJudge('pdftotext', '-v')) context.skip();
    const heads = Array.from({ length: 14 }, (_, column) => `heading-number-${column}`);
    const rows = Array.from({ length: 90 }, (_, row) =>
      heads.map((_head, column) => `value-${row}-${column}-x`),
    );
    const text = [heads, ...rows].map((cells) => cells.join('\t')).join('\n');
    const path = join(dir, 'report.txt');
    writeFileSync(path, text);
    const exhibit = exhibitOf('E01', path, 'text/plain', {
      pages: [{ page: 1, text, source: 'office' }],
      pageCount: 1,
    });
    const built = await buildPack({ plan: planOf([exhibit]), outDir: join(dir, 'out'), zip: false });
    const { out } = askJudge('pdftotext', ['-layout', built.index, '-']);
    for (const cell of rows.flat()) expect(out).toContain(cell);
    // The head is repeated on every page of every band; the first column leads each band.
    const pages = out.split('\f').filter((page) => page.includes('value-'));
    for (const page of pages) expect(page).toContain('heading-number-0');
    const lines = out.split('\n');
    const head = lines.find((line) => line.includes('heading-number-0'))!;
    const row = lines.find((line) => line.includes('value-3-0-x'))!;
    expect(Math.abs(head.indexOf('heading-number-1') - row.indexOf('value-3-1-x'))).toBeLessThan(3);
  });
});
