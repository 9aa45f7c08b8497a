// What do the pages of the book look like: sizes in points (1/72 inch), colours as RGB 0…1.

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

function fromHex(hex: string): Colour {
  const value = Number.parseInt(hex, 16);
  return { r: ((value >> 16) & 255) / 255, g: ((value >> 8) & 255) / 255, b: (value & 255) / 255 };
}

/** Calm neutrals and one accent; states are told by words first, colour second. */
export const COLOURS = {
  ink: fromHex('1b2430'),
  soft: fromHex('566270'),
  faint: fromHex('8a94a0'),
  line: fromHex('d3d9e0'),
  panel: fromHex('f3f5f8'),
  accent: fromHex('14506b'),
  have: fromHex('2d6a4c'),
  weak: fromHex('8a5f00'),
  missing: fromHex('9c3425'),
  white: fromHex('ffffff'),
} as const;

/** A4 with a text column of 481 pt. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 57,
  right: 57,
  top: 74,
  bottom: 66,
  /** Baselines of the running header and of the stamp line. */
  headerY: 803,
  footerY: 32,
} as const;

export const COLUMN = PAGE.width - PAGE.left - PAGE.right;

/** Height of the strip added below a copied page, for a page as wide as A4. */
export const STRIP_HEIGHT = 24;

/** More pages than this are not copied into the book; the original travels all the same. */
export const MAX_EXHIBIT_PAGES = 300;
/** A PDF over this size is not loaded for copying. */
export const MAX_COPIED_PDF_BYTES = 200 * 1024 * 1024;
/** Split the book when the sources of one volume weigh more than this. */
export const MAX_VOLUME_BYTES = 300 * 1024 * 1024;
/** Long side of a photo in the book, in pixels. */
export const PHOTO_LONG_SIDE = 1600;
