// How is text measured, cleaned and encoded with the embedded fonts of the book?
import { existsSync, readFileSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
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

export interface TextRun {
  readonly font: PDFFont;
  readonly text: string;
}

export interface BookFonts {
  /** `text` cut where another face has to draw it. */
  runs(text: string, bold: boolean): TextRun[];
  /** Width in points. */
  measure(text: string, size: number, bold: boolean): number;
  measureCodePoint(codePoint: number, size: number, bold: boolean): number;
  /**
   * Text that the fonts can draw: composed (NFC), tabs as spaces, control characters dropped, and every character
   * without a glyph (emoji …) written as its code point, [U+1F600], and counted.
   */
  clean(text: string): string;
  /** How many characters were written as code points so far. */
  countReplaced(): number;
}

const MAIN = 'NotoSansSC';
/**
 * Faces for what Noto Sans SC cannot draw, in the order in which they are asked; one that is not among the resources
 * is passed over. Only scripts that read from left to right without joining: letters are set one by one.
 */
const FURTHER = ['NotoSans', 'NotoSansKR', 'NotoSansThai'] as const;

/** Parsed once per process: opening a 10 MB font costs more than drawing a page. */
const parsed = new Map<string, ParsedFont>();

function openFont(name: string): ParsedFont | undefined {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const path = isAbsolute(name) ? `${name}.ttf` : findResource(`fonts/${name}.ttf`);
  if (path === undefined || !existsSync(path)) return undefined;
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

interface Face {
  readonly parsed: ParsedFont;
  readonly font: PDFFont;
}

/** Regular and bold of one family; a family without a bold face is drawn with its regular one. */
interface Family {
  readonly regular: Face;
  readonly bold: Face;
}

/**
 * Embeds the faces of the book as subsets into `doc`; one that draws nothing is not written. `further` are names among
 * the resources, or paths, without "-Regular.ttf".
 */
export async function embedBookFonts(
  doc: PDFDocument,
  further: readonly string[] = FURTHER,
): Promise<BookFonts> {
  const embed = async (name: string, tag: string): Promise<Face | undefined> => {
    const face = openFont(name);
    if (face === undefined) return undefined;
    doc.registerFontkit({ create: () => face } as never);
    const font = await doc.embedFont(new Uint8Array(0), {
      subset: true,
      customName: `${tag}+${basename(name)}`,
    });
    return { parsed: face, font };
  };
  const families: Family[] = [];
  for (const [index, name] of [MAIN, ...further].entries()) {
    const tag = (weight: string): string => `CSBN${weight}${String.fromCharCode(82 + index)}`;
    const regular = await embed(`${name}-Regular`, tag('D'));
    if (regular === undefined) continue;
    families.push({ regular, bold: (await embed(`${name}-Bold`, tag('E'))) ?? regular });
  }
  if (families.length === 0) throw new Error(`font missing: ${MAIN}`);
  const advances = { regular: new Map<number, number>(), bold: new Map<number, number>() };
  const familyOf = new Map<number, Family | undefined>();
  let replaced = 0;

  const findFamily = (codePoint: number): Family | undefined => {
    if (familyOf.has(codePoint)) return familyOf.get(codePoint);
    const found = families.find((family) => family.regular.parsed.hasGlyphForCodePoint(codePoint));
    familyOf.set(codePoint, found);
    return found;
  };
  const faceFor = (codePoint: number, isBold: boolean): Face =>
    (findFamily(codePoint) ?? families[0]!)[isBold ? 'bold' : 'regular'];

  const measureCodePoint = (codePoint: number, size: number, isBold: boolean): number => {
    const cache = isBold ? advances.bold : advances.regular;
    let advance = cache.get(codePoint);
    if (advance === undefined) {
      const { parsed: face } = faceFor(codePoint, isBold);
      advance = face.glyphForCodePoint(codePoint).advanceWidth / face.unitsPerEm;
      cache.set(codePoint, advance);
    }
    return advance * size;
  };

  return {
    runs(text, isBold) {
      const runs: { font: PDFFont; text: string }[] = [];
      for (const character of text) {
        const codePoint = character.codePointAt(0)!;
        const { font } = faceFor(codePoint, isBold);
        const last = runs.at(-1);
        if (last?.font === font) last.text += character;
        else runs.push({ font, text: character });
      }
      return runs;
    },
    measureCodePoint,
    measure(text, size, isBold) {
      let width = 0;
      for (const character of text) width += measureCodePoint(character.codePointAt(0)!, size, isBold);
      return width;
    },
    clean(text) {
      let out = '';
      let isReplacing = false;
      for (const character of text.normalize('NFC').replace(/\r\n?/g, '\n')) {
        const codePoint = character.codePointAt(0)!;
        const shown = showCharacter(character, codePoint);
        if (shown === '') continue;
        if (shown !== undefined || findFamily(codePoint) !== undefined) {
          if (isReplacing) out += ']';
          isReplacing = false;
          out += shown ?? character;
          continue;
        }
        out += `${isReplacing ? ' ' : '['}U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
        isReplacing = true;
        replaced += 1;
      }
      return isReplacing ? `${out}]` : out;
    },
    countReplaced: () => replaced,
  };
}

/** What stands for a character that is no glyph; "" drops it, undefined leaves it to the fonts. */
function showCharacter(character: string, codePoint: number): string | undefined {
  if (character === '\n') return character;
  if (character === '\t') return '    ';
  if (/\p{Zs}/u.test(character)) return codePoint === 0x3000 ? character : ' ';
  const isSilent = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(character) || isVariationSelector(codePoint);
  return isSilent ? '' : undefined;
}

function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}
