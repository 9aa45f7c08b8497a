// Do the pages of the book look right: ink on Chinese text, copies untouched, stamps upright, volumes linked?

import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { breakParagraph } from '../../../src/engine/packs/book/line-break.ts';
import { type BookOutcome, makeBook } from '../../../src/engine/packs/book/make-book.ts';
import { rasterPdfPages } from '../../../src/engine/packs/book/pdf-as-images.ts';
import type { ExhibitPlan, PackPlan } from '../../../src/engine/packs/pack-plan.ts';
import { runBook } from '../../../src/engine/packs/run-book.ts';
import { checkBook } from '../../../src/engine/packs/verify-book.ts';
import { read } from '../readers/corpus-files.ts';
import { exhibitOf, makeFolder, makePdf, makePhoto, planOf } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function bookOf(
  exhibits: ExhibitPlan[],
  extra: Partial<PackPlan> = {},
  maxVolumeBytes?: number,
): Promise<BookOutcome> {
  const plan = planOf(exhibits, extra);
  return makeBook(
    { plan, language: 'zh-CN', folder: dir, files: {}, forcedSlips: {}, maxVolumeBytes },
    () => {},
  );
}

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Buffer;
}

async function drawPages(path: string, dpi = 72): Promise<Raster[]> {
  const raster = await rasterPdfPages(path, { dpi, maxPages: 500, format: 'png' });
  if (raster.state !== 'open') throw new Error(`cannot open ${path}: ${raster.state}`);
  const pages: Raster[] = [];
  for await (const { jpeg, width, height } of raster.frames) {
    pages.push({ width, height, grey: await sharp(jpeg).greyscale().raw().toBuffer() });
  }
  return pages;
}

function inkShare(page: Raster, top: number, bottom: number): number {
  let dark = 0;
  for (let at = Math.round(top) * page.width; at < Math.round(bottom) * page.width; at += 1)
    if (page.grey[at]! < 140) dark += 1;
  return dark / (page.width * (bottom - top));
}

describe('Chinese text', () => {
  it('is drawn, not only present in the text layer', async () => {
    // A small subset is what left glyphs blank in another library while the text came out right.
    const path = join(dir, 'note.txt');
    writeFileSync(path, 'x');
    const measure = async (text: string): Promise<number> => {
      const exhibit = exhibitOf('E01', path, 'message/rfc822', {
        caption: 'x',
        pages: [{ page: 1, source: 'email', text }],
      });
      const outcome = await bookOf([exhibit]);
      const pages = await drawPages(join(dir, 'index.pdf'), 100);
      return inkShare(pages[outcome.files[0]!.frontPages]!, 150, 700);
    };
    const text =
      '深圳市示例贸易有限公司的有效追踪率申诉材料与签收证明以及承运商收据的完整清单如下所示'.repeat(12);
    const chinese = await measure(text);
    const blank = await measure(' ');
    const hollow = await measure('□'.repeat(Array.from(text).length));
    // Chinese characters carry about 15–20 % ink in their square; hollow boxes far less, blanks none.
    expect(chinese - blank).toBeGreaterThan((hollow - blank) * 1.2);
    expect(chinese).toBeGreaterThan(0.035);
  });

  it('breaks lines as Chinese typesetting asks', () => {
    const width = (codePoint: number): number => (codePoint > 0x2000 ? 10 : 5);
    const lines = breakParagraph(
      '这是一段文字，用来检查“标点”的位置（例如逗号，句号。）好的。'.repeat(5),
      93,
      width,
    );
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。）”]/);
      expect(line).not.toMatch(/[（“]$/);
      expect(Array.from(line).reduce((sum, one) => sum + width(one.codePointAt(0)!), 0)).toBeLessThanOrEqual(
        103,
      );
    }
    expect(lines.join('')).toBe('这是一段文字，用来检查“标点”的位置（例如逗号，句号。）好的。'.repeat(5));
    const name = 'a-very-long-file-name-without-any-space-1234567890.pdf';
    expect(breakParagraph(name, 60, width).join('')).toBe(name);
  });
});

describe('tables of the front pages', () => {
  const notes = async (count: number): Promise<ExhibitPlan[]> =>
    Array.from({ length: count }, (_, index) => {
      const path = join(dir, `note-${index}.txt`);
      writeFileSync(path, `note ${index}`);
      return exhibitOf(`E${String(index + 1).padStart(2, '0')}`, path, 'text/plain', {
        caption: `Note ${index + 1}`,
        pages: [{ page: 1, source: 'plain', text: `note ${index}` }],
      });
    });

  const readPageTexts = async (): Promise<string[]> =>
    (await read(join(dir, 'index.pdf'), 'index.pdf')).pages.map((page) => page.text);

  it('never leave the last exhibit alone on a page', async () => {
    const alone: number[] = [];
    for (let count = 4; count <= 12; count += 1) {
      await bookOf(await notes(count));
      const pages = await readPageTexts();
      const last = pages.findIndex((text) => text.includes(`Note ${count}`) && text.includes('SHA-256'));
      expect(last, 'the list names its last exhibit').toBeGreaterThan(-1);
      if (!pages[last]?.includes(`Note ${count - 1}`)) alone.push(count);
    }
    expect(alone).toEqual([]);
  });

  it('set the exhibits of a document side by side, each leading to its own page', async () => {
    const exhibits = await notes(5);
    const labels = exhibits.map((one) => one.label);
    const kindName = { zh: '供应商发票', en: 'Supplier invoice' };
    await bookOf(exhibits, {
      checklist: [
        { kindSlug: 'supplier_invoice', kindName, required: true, state: 'have', exhibits: labels },
      ],
    });
    const pages = await readPageTexts();
    const page = pages.findIndex((text) => /E01\s+E02\s+E03/.test(text.replaceAll('\n', ' ')));
    expect(page).toBeGreaterThan(-1);
    const doc = await PDFDocument.load(readFileSync(join(dir, 'index.pdf')));
    const links = doc.getPage(page).node.Annots()?.asArray() ?? [];
    const rects = links.map((link) =>
      (doc.context.lookup(link) as PDFDict).lookup(PDFName.of('Rect'))?.toString(),
    );
    expect(new Set(rects).size).toBe(rects.length);
    expect(rects.length).toBeGreaterThanOrEqual(labels.length);
  });
});

describe('copied pages', () => {
  const shapes: [string, Parameters<typeof makePdf>[1]][] = [
    ['a4', {}],
    ['letter', { size: [612, 792] }],
    ['rotated-90', { rotate: 90 }],
    ['rotated-180', { rotate: 180 }],
    ['rotated-270', { rotate: 270 }],
    ['cropped', { crop: [100, 300, 300, 200] }],
    ['cropped-90', { crop: [100, 300, 300, 200], rotate: 90 }],
    ['cropped-270', { crop: [100, 300, 300, 200], rotate: 270 }],
    ['label', { size: [288, 432] }],
    ['tiny', { size: [120, 60] }],
    ['poster', { size: [2384, 3370] }],
  ];

  it('show the original untouched above an upright stamp, whatever the size, rotation and crop', async () => {
    const exhibits: ExhibitPlan[] = [];
    for (const [index, [name, shape]] of shapes.entries()) {
      const path = await makePdf(join(dir, `${name}.pdf`), shape);
      exhibits.push(exhibitOf(`E${String(index + 1).padStart(2, '0')}`, path, 'application/pdf'));
    }
    const outcome = await bookOf(exhibits);
    const [file] = outcome.files;
    const pages = await drawPages(join(dir, 'index.pdf'));
    for (const [index, [name]] of shapes.entries()) {
      const page = pages[file!.frontPages + index]!;
      const [source] = await drawPages(join(dir, `${name}.pdf`));
      expect(page.width, name).toBe(source!.width);
      expect(page.height, name).toBeGreaterThan(source!.height);
      let different = 0;
      for (let at = 0; at < source!.width * (source!.height - 3); at += 1) {
        if (Math.abs(page.grey[at]! - source!.grey[at]!) > 90) different += 1;
      }
      // A fraction of a pixel of shift along edges is allowed; anything drawn on the content is not.
      expect(different / source!.grey.length, name).toBeLessThan(0.012);
      expect(inkShare(page, source!.height + 3, page.height), name).toBeGreaterThan(0.002);
    }
    const stamps = exhibits.map((exhibit, index) => ({
      pageIndex: file!.frontPages + index,
      text: `${exhibit.label} p. 1/1`,
    }));
    expect(
      await checkBook(join(dir, 'index.pdf'), { file: file!, stamps, frontTexts: ['证据目录'] }),
    ).toEqual([]);
  }, 60_000);

  it('carry no script, no launch action and no dead link along', async () => {
    const doc = await PDFDocument.create();
    const page = doc.addPage();
    const action = { S: 'JavaScript', JS: 'app.alert(1)' };
    page.node.set(PDFName.of('AA'), doc.context.obj({ O: action }));
    const link = doc.context.register(
      doc.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 50, 50],
        A: { S: 'Launch', F: 'calc.exe' },
      }),
    );
    page.node.set(PDFName.of('Annots'), doc.context.obj([link]));
    doc.addJavaScript('start', 'app.alert(2)');
    const path = join(dir, 'active.pdf');
    writeFileSync(path, await doc.save({ useObjectStreams: false }));
    await bookOf([exhibitOf('E01', path, 'application/pdf')]);
    const book = await PDFDocument.load(readFileSync(join(dir, 'index.pdf')));
    const all = book.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n');
    expect(all).not.toMatch(/JavaScript|Launch|calc\.exe/);
  });
});

describe('photos', () => {
  it('stand upright as their EXIF orientation asks', async () => {
    const exhibits = [exhibitOf('E01', await makePhoto(join(dir, 'turned.jpg'), 900, 600, 6), 'image/jpeg')];
    const outcome = await bookOf(exhibits);
    const page = (await drawPages(join(dir, 'index.pdf')))[outcome.files[0]!.frontPages]!;
    // Turned by orientation 6 the picture is portrait: it fills the height, not the width.
    const rows = Array.from({ length: page.height }, (_, y) =>
      page.grey.subarray(y * page.width, (y + 1) * page.width),
    );
    const coloured = rows.filter(
      (row) => row.filter((value) => value > 90 && value < 190).length > page.width * 0.3,
    );
    expect(coloured.length).toBeGreaterThan(page.height * 0.5);
  });
});

describe('volumes', () => {
  it('split the book by weight, keep one numbering, and link across files', async () => {
    const exhibits: ExhibitPlan[] = [];
    for (let index = 1; index <= 4; index += 1) {
      const path = await makePdf(join(dir, `v${index}.pdf`), { pages: index });
      exhibits.push(exhibitOf(`E0${index}`, path, 'application/pdf'));
    }
    const outcome = await bookOf(exhibits, {}, exhibits[0]!.sizeBytes * 2.5);
    expect(outcome.files.map((file) => file.name)).toEqual([
      'index.pdf',
      ...outcome.files.slice(1).map((_, i) => `index-volume-${i + 1}.pdf`),
    ]);
    expect(outcome.files.length).toBeGreaterThan(2);
    expect(outcome.exhibits.map((exhibit) => exhibit.firstPage)).toEqual([1, 2, 4, 7]);
    for (const file of outcome.files) {
      expect(await checkBook(join(dir, file.name), { file, stamps: [], frontTexts: [] })).toEqual([]);
    }
    const index = await PDFDocument.load(readFileSync(join(dir, 'index.pdf')));
    const actions = index.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFDict && String(object).includes('/GoToR'));
    expect(actions.length).toBeGreaterThanOrEqual(4);
  });
});

describe('an exhibit that hangs the thread', () => {
  it('becomes a slip page after its time is up, and the others stay', async () => {
    const good = exhibitOf('E01', await makePdf(join(dir, 'good.pdf')), 'application/pdf');
    // A named pipe that nobody writes to never answers, like a dead network drive.
    const pipe = join(dir, 'pipe');
    if (spawnSync('mkfifo', [pipe]).status !== 0) {
      console.log('skipped: mkfifo is not here');
      return;
    }
    const hanging: ExhibitPlan = { ...good, label: 'E02', sourcePath: pipe };
    const outcome = await runBook({
      request: { plan: planOf([good, hanging]), language: 'en', folder: dir, files: {}, forcedSlips: {} },
      stepTimeoutMs: 6000,
    });
    closeSync(openSync(pipe, 'r+'));
    expect(outcome.exhibits.map((exhibit) => exhibit.slip !== undefined)).toEqual([false, true]);
  }, 60_000);
});
