// How is one sample paper (a PDF with fixed dates) drawn: text, rules, tables, barcodes, seals, measured from the top left in points?
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@cantoo/fontkit';
import bwipjs from 'bwip-js/node';
import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import { CasebinderError } from '../../domain/errors.ts';
import { findResource } from '../readers/find-resource.ts';

export type Rgb = readonly [number, number, number];

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: Rgb;
  readonly align?: 'left' | 'center' | 'right';
  readonly rotate?: number;
}

export interface TableStyle {
  readonly size?: number;
  readonly rowHeight?: number;
  readonly headFill?: Rgb;
  readonly aligns?: readonly ('left' | 'center' | 'right')[];
  readonly border?: Rgb;
  /** True where the first row is data too. */
  readonly headless?: boolean;
}

export interface PaperOptions {
  readonly widthPt?: number;
  readonly heightPt?: number;
  /** `latin` sets English papers in Helvetica, `cjk` everything in Noto Sans SC. */
  readonly script?: 'latin' | 'cjk';
  readonly title?: string;
  readonly producer?: string;
  /** ISO date of the paper; becomes the fixed creation date of the PDF. */
  readonly date: string;
  /** Where the SAMPLE mark stands. */
  readonly mark?: 'top-right' | 'top-left' | 'bottom' | 'none';
}

const BLACK: Rgb = [0.08, 0.08, 0.1];
const MARK: Rgb = [0.78, 0.1, 0.12];
const A4 = { width: 595, height: 842 };

const fontBytes = new Map<string, Uint8Array>();
const parsedFonts = new WeakMap<Uint8Array, unknown>();
// Parsing a 10 MB font takes 20 ms a time; one hundred papers share one parse.
const sharedFontkit = {
  create(bytes: Uint8Array) {
    const known = parsedFonts.get(bytes);
    if (known) return known;
    const parsed = fontkit.create(bytes);
    parsedFonts.set(bytes, parsed);
    return parsed;
  },
};

function readFont(name: string): Uint8Array {
  let bytes = fontBytes.get(name);
  if (!bytes) {
    const path = findResource(join('fonts', name));
    if (!path) throw new CasebinderError('INTERNAL', { detail: `resources/fonts/${name} is missing` });
    bytes = readFileSync(path);
    fontBytes.set(name, bytes);
  }
  return bytes;
}

/** One paper being drawn. `y` grows downwards; a text's `y` is the top of its line. */
export class Paper {
  readonly document: PDFDocument;
  readonly width: number;
  readonly height: number;
  page: PDFPage;
  readonly #latin: readonly [PDFFont, PDFFont] | undefined;
  readonly #cjk: readonly [PDFFont, PDFFont];
  readonly #mark: PaperOptions['mark'];

  constructor(
    document: PDFDocument,
    cjk: readonly [PDFFont, PDFFont],
    latin: readonly [PDFFont, PDFFont] | undefined,
    options: PaperOptions,
  ) {
    this.document = document;
    this.width = options.widthPt ?? A4.width;
    this.height = options.heightPt ?? A4.height;
    this.#cjk = cjk;
    this.#latin = latin;
    this.#mark = options.mark ?? 'bottom';
    this.page = document.addPage([this.width, this.height]);
  }

  /** Starts the next page. */
  addPage(): void {
    this.page = this.document.addPage([this.width, this.height]);
  }

  #fontFor(text: string, bold: boolean | undefined): PDFFont {
    // Helvetica knows only Western letters; anything else is set in the Chinese font.
    const latinOnly =
      this.#latin && /^[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u2022]*$/.test(text);
    const pair = latinOnly && this.#latin ? this.#latin : this.#cjk;
    return pair[bold ? 1 : 0];
  }

  /** Width of a text in points. */
  measure(text: string, style: TextStyle = {}): number {
    return this.#fontFor(text, style.bold).widthOfTextAtSize(text, style.size ?? 10);
  }

  text(x: number, y: number, text: string, style: TextStyle = {}): void {
    if (text === '') return;
    const size = style.size ?? 10;
    const font = this.#fontFor(text, style.bold);
    const width = style.align && style.align !== 'left' ? font.widthOfTextAtSize(text, size) : 0;
    const left = style.align === 'right' ? x - width : style.align === 'center' ? x - width / 2 : x;
    this.page.drawText(text, {
      x: left,
      y: this.height - y - size * 0.88,
      size,
      font,
      color: rgb(...(style.color ?? BLACK)),
      rotate: degrees(style.rotate ?? 0),
    });
  }

  /** Breaks a text into lines that fit a width: at spaces, and between Chinese characters. */
  wrap(text: string, widthPt: number, style: TextStyle = {}): string[] {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
      let line = '';
      for (const piece of paragraph.match(/[\u2e80-\uffee]|[^\s\u2e80-\uffee]+|\s+/g) ?? []) {
        if (line !== '' && this.measure(line + piece, style) > widthPt) {
          lines.push(line.trimEnd());
          line = piece.trimStart();
        } else line += piece;
      }
      lines.push(line.trimEnd());
    }
    return lines;
  }

  /** Sets a wrapped paragraph and returns the y below it. */
  paragraph(x: number, y: number, widthPt: number, text: string, style: TextStyle = {}): number {
    const leading = (style.size ?? 10) * 1.45;
    let top = y;
    for (const line of this.wrap(text, widthPt, style)) {
      const anchor = style.align === 'right' ? x + widthPt : style.align === 'center' ? x + widthPt / 2 : x;
      this.text(anchor, top, line, style);
      top += leading;
    }
    return top;
  }

  rule(x1: number, y1: number, x2: number, y2: number, thickness = 0.7, color: Rgb = BLACK): void {
    this.page.drawLine({
      start: { x: x1, y: this.height - y1 },
      end: { x: x2, y: this.height - y2 },
      thickness,
      color: rgb(...color),
    });
  }

  box(x: number, y: number, width: number, height: number, style: BoxStyle = {}): void {
    this.page.drawRectangle({
      x,
      y: this.height - y - height,
      width,
      height,
      ...(style.fill ? { color: rgb(...style.fill) } : {}),
      ...(style.border || !style.fill
        ? { borderColor: rgb(...(style.border ?? BLACK)), borderWidth: style.thickness ?? 0.7 }
        : {}),
    });
  }

  /** Draws a table with wrapped cells (first row = head) and returns the y below it. */
  table(
    x: number,
    y: number,
    widths: readonly number[],
    rows: readonly string[][],
    style: TableStyle = {},
  ): number {
    const size = style.size ?? 8.5;
    const leading = size * 1.4;
    let top = y;
    rows.forEach((row, rowIndex) => {
      const cells = row.map((cell, i) => this.wrap(cell, (widths[i] ?? 50) - 6, { size }));
      const height = Math.max(style.rowHeight ?? 0, Math.max(...cells.map((c) => c.length)) * leading + 6);
      let left = x;
      cells.forEach((lines, i) => {
        const width = widths[i] ?? 50;
        const head = rowIndex === 0 && !style.headless;
        this.box(left, top, width, height, {
          border: style.border ?? BLACK,
          ...(head && style.headFill ? { fill: style.headFill } : {}),
          thickness: 0.5,
        });
        const align = head ? 'center' : (style.aligns?.[i] ?? 'left');
        const anchor =
          align === 'right' ? left + width - 3 : align === 'center' ? left + width / 2 : left + 3;
        lines.forEach((line, k) => {
          const offset = (height - lines.length * leading) / 2 + 1;
          this.text(anchor, top + offset + k * leading, line, { size, align, bold: head });
        });
        left += width;
      });
      top += height;
    });
    return top;
  }

  /** Draws a real barcode (bwip-js symbol name) into a box. */
  async barcode(
    bcid: string,
    value: string,
    x: number,
    y: number,
    width: number,
    height: number,
    options: { readonly parse?: boolean } = {},
  ): Promise<void> {
    const png = await bwipjs.toBuffer({
      bcid,
      text: value,
      scale: 3,
      includetext: false,
      ...options,
      ...(LINEAR.has(bcid) ? { height: 12 } : {}),
    });
    const image = await this.document.embedPng(png);
    this.page.drawImage(image, { x, y: this.height - y - height, width, height });
  }

  /** Places a picture (JPEG or PNG bytes) into a box. */
  async picture(bytes: Uint8Array, x: number, y: number, width: number, height: number): Promise<void> {
    const image =
      bytes[0] === 0x89 ? await this.document.embedPng(bytes) : await this.document.embedJpg(bytes);
    this.page.drawImage(image, { x, y: this.height - y - height, width, height });
  }

  #drawMarks(): void {
    if (this.#mark === 'none') return;
    for (const page of this.document.getPages()) {
      this.page = page;
      const small = '样本 SAMPLE · 虚构数据，仅供演示 Fictitious data, demonstration only';
      this.text(this.width / 2, this.height - 12, small, {
        size: Math.min(6.5, this.width / 60),
        align: 'center',
        color: MARK,
      });
      if (this.#mark === 'bottom') continue;
      const left = this.#mark === 'top-left' ? 14 : this.width - 84;
      this.box(left, 10, 70, 15, { border: MARK, thickness: 1 });
      this.text(left + 35, 12.5, '样本 SAMPLE', { size: 9, align: 'center', color: MARK, bold: true });
    }
  }

  async save(): Promise<Uint8Array> {
    this.#drawMarks();
    return await this.document.save({ useObjectStreams: false });
  }
}

interface BoxStyle {
  readonly fill?: Rgb;
  readonly border?: Rgb | undefined;
  readonly thickness?: number;
}

const LINEAR = new Set(['code128', 'gs1-128', 'interleaved2of5', 'ean13', 'upca', 'code39']);

/** Starts a paper: embeds its fonts (subset) and fixes its dates, so that the same paper has the same bytes. */
export async function createPaper(options: PaperOptions): Promise<Paper> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(sharedFontkit as unknown as typeof fontkit);
  const date = new Date(`${options.date}T02:00:00Z`);
  document.setCreationDate(date);
  document.setModificationDate(date);
  document.setProducer(options.producer ?? 'Casebinder sample papers');
  if (options.title) document.setTitle(options.title);
  const cjk = [
    await document.embedFont(readFont('NotoSansSC-Regular.ttf'), { subset: true }),
    await document.embedFont(readFont('NotoSansSC-Bold.ttf'), { subset: true }),
  ] as const;
  const latin =
    options.script === 'latin'
      ? ([
          await document.embedFont(StandardFonts.Helvetica),
          await document.embedFont(StandardFonts.HelveticaBold),
        ] as const)
      : undefined;
  return new Paper(document, cjk, latin, options);
}
