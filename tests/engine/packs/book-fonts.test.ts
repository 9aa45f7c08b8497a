// Can the book be read where its main font has no glyph?
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { embedBookFonts } from '../../../src/engine/packs/book/book-fonts.ts';
import { canvasOf } from '../../../src/engine/packs/book/canvas.ts';
import { askJudge, hasJudge } from './outside-judge.ts';
import { makeFolder } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('a character without a glyph', () => {
  it('stands as its code point, neighbours together, and is counted once', async () => {
    const fonts = await embedBookFonts(await PDFDocument.create(), []);
    expect(fonts.clean('价格😀👍 ok')).toBe('价格[U+1F600 U+1F44D] ok');
    expect(fonts.clean('안')).toBe('[U+C548]');
    expect(fonts.countReplaced()).toBe(3);
    // What was cleaned once is not counted again.
    expect(fonts.clean('[U+C548]')).toBe('[U+C548]');
    expect(fonts.countReplaced()).toBe(3);
  });

  it('does not break the line count: control and joining characters go without a trace', async () => {
    const fonts = await embedBookFonts(await PDFDocument.create(), []);
    expect(fonts.clean('a\u200bb\ufe0fc\u0007d\r\ne\tf')).toBe('abcd\ne    f');
    expect(fonts.countReplaced()).toBe(0);
  });
});

describe('the further fonts', () => {
  it('draw what the main one cannot, in the same line, and the text comes out whole', async () => {
    const doc = await PDFDocument.create({ updateMetadata: false });
    const fonts = await embedBookFonts(doc);
    const names = 'Wrocław, Đà Nẵng, Москва, Αθήνα, 서울특별시, ไทย';
    const text = fonts.clean(`发票 ${names} 终`);
    expect(text).toBe(`发票 ${names} 终`);
    expect(fonts.countReplaced()).toBe(0);
    const runs = fonts.runs(text, false);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(new Set(runs.map((run) => run.font)).size).toBe(4);
    const widths = Array.from(text, (one) => fonts.measureCodePoint(one.codePointAt(0)!, 10, false));
    expect(fonts.measure(text, 10, false)).toBeCloseTo(
      widths.reduce((sum, width) => sum + width, 0),
      6,
    );
    const canvas = canvasOf(doc.addPage([600, 100]), { fonts });
    canvas.text(text, 20, 60, { size: 14 });
    canvas.rightText(text, 580, 30, { size: 14, bold: true });
    const path = join(dir, 'further.pdf');
    writeFileSync(path, await doc.save());
    if (!hasJudge('pdftotext', '-v')) return;
    const { out } = askJudge('pdftotext', ['-enc', 'UTF-8', '-layout', path, '-']);
    expect(out.split(names).length).toBe(3);
  });

  it('that draw nothing cost next to nothing', async () => {
    const sizes = await Promise.all(
      [[], undefined].map(async (further) => {
        const doc = await PDFDocument.create({ updateMetadata: false });
        const fonts = await embedBookFonts(doc, further);
        canvasOf(doc.addPage([400, 100]), { fonts }).text('Invoice 发票', 20, 60, { size: 14 });
        return (await doc.save({ useObjectStreams: false })).length;
      }),
    );
    expect(Math.abs(sizes[0]! - sizes[1]!)).toBeLessThan(16_384);
  });
});
