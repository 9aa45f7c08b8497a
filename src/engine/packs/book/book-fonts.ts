// How is text measured, cleaned and encoded with the embedded fonts of the book?
import { readFileSync } from 'node:fs';
import * as fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import { findResource } from '../../readers/find-resource.ts';

interface FontGlyph {
  readonly id: number;
  readonly advanceWidth: number;
}
interface ParsedFont {
  readonly unitsPerEm: number;
  layout: (text: string) => { glyphs: FontGlyph[] };
  glyphForCodePoint: (codePoint: number) => FontGlyph;
  hasGlyphForCodePoint: (codePoint: number) => boolean;
}

export interface BookFonts {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
  /** Width in points. */
  measure(text: string, size: number, bold: boolean): number;
  measureCodePoint(codePoint: number, size: number, bold: boolean): number;
  /**
   * Text that the font can draw: composed (NFC), tabs as spaces, control characters dropped, and every character
   * without a glyph (Hangul, emoji …) shown as □ and counted.
   */
  clean(text: string): string;
  /** How many characters were shown as □ so far. */
  countReplaced(): number;
}

const REPLACEMENT = '□';

/** Parsed once per process: opening a 10 MB font costs more than drawing a page. */
const parsed = new Map<string, ParsedFont>();

function openFont(name: string): ParsedFont {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const path = findResource(`fonts/${name}.ttf`);
  if (path === undefined) throw new Error(`font missing: ${name}`);
  const bytes = readFileSync(path);
  const font = fontkit.create(bytes) as unknown as ParsedFont;
  const glyphs = new Map<number, FontGlyph>();
  const findGlyph = (codePoint: number): FontGlyph => {
    let glyph = glyphs.get(codePoint);
    if (glyph === undefined) {
      glyph = font.glyphForCodePoint(codePoint);
      glyphs.set(codePoint, glyph);
    }
    return glyph;
  };
  // One glyph per character and no ligatures: widths add up exactly and copied text comes out as it was put in.
  font.layout = (text: string) => ({
    glyphs: Array.from(text, (character) => findGlyph(character.codePointAt(0)!)),
  });
  parsed.set(name, font);
  return font;
}

/** Embeds Noto Sans SC Regular and Bold as subsets into `doc`. */
export async function embedBookFonts(doc: PDFDocument): Promise<BookFonts> {
  const faces = { regular: openFont('NotoSansSC-Regular'), bold: openFont('NotoSansSC-Bold') };
  const embed = (face: ParsedFont, customName: string): Promise<PDFFont> => {
    doc.registerFontkit({ create: () => face } as never);
    return doc.embedFont(new Uint8Array(0), { subset: true, customName });
  };
  const regular = await embed(faces.regular, 'CSBNDR+NotoSansSC-Regular');
  const bold = await embed(faces.bold, 'CSBNDS+NotoSansSC-Bold');
  const advances = { regular: new Map<number, number>(), bold: new Map<number, number>() };
  let replaced = 0;

  const measureCodePoint = (codePoint: number, size: number, isBold: boolean): number => {
    const cache = isBold ? advances.bold : advances.regular;
    let advance = cache.get(codePoint);
    if (advance === undefined) {
      const face = isBold ? faces.bold : faces.regular;
      advance = face.glyphForCodePoint(codePoint).advanceWidth / face.unitsPerEm;
      cache.set(codePoint, advance);
    }
    return advance * size;
  };

  return {
    regular,
    bold,
    measureCodePoint,
    measure(text, size, isBold) {
      let width = 0;
      for (const character of text) width += measureCodePoint(character.codePointAt(0)!, size, isBold);
      return width;
    },
    clean(text) {
      let out = '';
      for (const character of text.normalize('NFC').replace(/\r\n?/g, '\n')) {
        const codePoint = character.codePointAt(0)!;
        if (character === '\n') out += character;
        else if (character === '\t') out += '    ';
        else if (/\p{Zs}/u.test(character)) out += codePoint === 0x3000 ? character : ' ';
        else if (/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(character) || isVariationSelector(codePoint))
          continue;
        else if (faces.regular.hasGlyphForCodePoint(codePoint)) out += character;
        else {
          out += REPLACEMENT;
          replaced += 1;
        }
      }
      return out;
    },
    countReplaced: () => replaced,
  };
}

function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}
