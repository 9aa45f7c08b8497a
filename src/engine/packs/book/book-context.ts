// What is shared while the book is drawn: the document, its fonts, and the links that wait for their targets.
import type { PDFDocument, PDFPage } from 'pdf-lib';
import type { ErrorParams, Language } from '../../../domain/errors.ts';
import type { Bilingual, PackPlan } from '../pack-plan.ts';
import { nameIn, otherLanguage, type PackTextKey, packText } from '../pack-text.ts';
import type { BookFonts } from './book-fonts.ts';
import { createStructureTree, type StructureTree } from './structure-tree.ts';

/** A rectangle that leads to a named place: recorded while drawing, written when all places are known. */
export interface PendingLink {
  readonly page: PDFPage;
  readonly rect: readonly [number, number, number, number];
  readonly target: string;
}

export interface Place {
  readonly page: PDFPage;
  /** Top of the place in points; absent: the whole page. */
  readonly top?: number;
}

export interface BookContext {
  readonly doc: PDFDocument;
  readonly fonts: BookFonts;
  /** Tags of everything that is drawn. */
  readonly structure: StructureTree;
  readonly plan: PackPlan;
  readonly language: Language;
  readonly links: PendingLink[];
  readonly places: Map<string, Place>;
  /** Text in the language of the book. */
  word(key: PackTextKey, params?: ErrorParams): string;
  /** The same in the other language, for the small second line. */
  otherWord(key: PackTextKey, params?: ErrorParams): string;
  name(name: Bilingual): string;
  otherName(name: Bilingual): string;
}

export function createBookContext(
  doc: PDFDocument,
  fonts: BookFonts,
  plan: PackPlan,
  language: Language,
): BookContext {
  return {
    doc,
    fonts,
    structure: createStructureTree(),
    plan,
    language,
    links: [],
    places: new Map(),
    word: (key, params) => fonts.clean(packText(language, key, params)),
    otherWord: (key, params) => fonts.clean(packText(otherLanguage(language), key, params)),
    name: (name) => fonts.clean(nameIn(name, language)),
    otherName: (name) => fonts.clean(nameIn(name, otherLanguage(language))),
  };
}
