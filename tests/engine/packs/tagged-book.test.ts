// What does a screen reader find in the book?
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import { askJudge, hasJudge } from './outside-judge.ts';
import { exhibitOf, makeFolder, makePdf, planOf } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let book: string;
beforeAll(async () => {
  const pdf = join(dir, 'invoice.pdf');
  await makePdf(pdf, { pages: 2 });
  const photo = join(dir, 'box.jpg');
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
    .jpeg()
    .toFile(photo);
  const mail = join(dir, 'mail.txt');
  writeFileSync(mail, 'text');
  const broken = join(dir, 'broken.pdf');
  writeFileSync(broken, '%PDF-1.7\nnothing');
  const exhibits = [
    exhibitOf('E01', pdf, 'application/pdf', { caption: 'Invoice 发票' }),
    exhibitOf('E02', photo, 'image/jpeg', { caption: 'The parcel' }),
    exhibitOf('E03', mail, 'text/plain', {
      pages: [{ page: 1, text: 'Line one\nLine two', source: 'plain' }],
    }),
    exhibitOf('E04', broken, 'application/pdf', { caption: 'Broken' }),
  ];
  const pack = await buildPack({ plan: planOf(exhibits), outDir: join(dir, 'out'), zip: false });
  book = pack.index;
}, 120_000);

const canRead = hasJudge('pdfinfo', '-v');

describe('the book', () => {
  it('is tagged: headings, contents, tables, a picture', { skip: !canRead }, () => {
    expect(askJudge('pdfinfo', [book]).out).toMatch(/Tagged:\s+yes/);
    const tree = askJudge('pdfinfo', ['-struct', book]).out;
    const count = (role: string): number =>
      tree.split('\n').filter((line) => line.trim().split(' ')[0] === role).length;
    expect(count('H1')).toBe(1);
    // Four sections, and the heads of the three exhibits that are set here; a copied one has the title of its section.
    expect(count('H2')).toBe(7);
    expect(count('TOCI')).toBe(5);
    expect(count('Table')).toBe(3);
    // The list: a head and four exhibits of four cells each.
    expect(count('TH')).toBe(12);
    expect(count('Figure')).toBe(1);
  });

  it('reads out every text in its order, and no decoration', { skip: !canRead }, () => {
    const text = askJudge('pdfinfo', ['-struct-text', book]).out;
    const order = [
      ...[
        'Valid tracking rate below target',
        'Dear Seller Performance team',
        '2. Request',
        'Original name: box.jpg',
      ],
      ...['UPS 1Z999AA10123456784', 'Proof of delivery', 'Line one', 'Line two'],
    ];
    let at = -1;
    for (const words of order) {
      const found = text.indexOf(words, at + 1);
      expect(found, words).toBeGreaterThan(at);
      at = found;
    }
    // The stamp and the running header are for the eye.
    expect(text).not.toContain('p. 1/2');
    // Of a copied page, its own words.
    const first = askJudge('pdftotext', ['-f', '6', '-l', '6', book, '-']).out.trim().split('\n')[0]!;
    expect(first.length).toBeGreaterThan(5);
    expect(text).toContain(first);
  });

  it('tells what a picture is, and which exhibit a section holds', { skip: !hasJudge('qpdf') }, () => {
    const { out } = askJudge('qpdf', ['--json', book]);
    expect(out).toContain('"/Alt": "u:E02 The parcel"');
    expect(out).toContain('"/T": "u:E01 Invoice 发票"');
  });
});
