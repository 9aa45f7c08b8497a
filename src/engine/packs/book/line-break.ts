// Where may a line of mixed Chinese and Latin text be broken?

/** Width in points of one code point. */
export type MeasureCodePoint = (codePoint: number) => number;

const NEVER_FIRST = new Set(
  '!%),.:;?]}¢°·’"”†‡›»℃∶、。〃〆〕〗〞﹚﹜！＂％＇），．：；？］｝～…—〉》」』】'.split(''),
);
const NEVER_LAST = new Set('$(£¥[{‘“«‹〈《「『【〔〖〝﹙﹛＄（．［｛￡￥'.split(''));
/** Long names have no spaces: they may break after these. */
const BREAK_AFTER = new Set(['-', '_', '/', '\\', '.', '@', '&', '=', '?', ',', ';', ':', '+']);

function isWide(codePoint: number): boolean {
  return (
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7af) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe4f) ||
    (codePoint >= 0xff00 && codePoint <= 0xffef) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff) ||
    codePoint === 0x25a1
  );
}

function mayBreakBetween(before: string, after: string): boolean {
  if (before === ' ') return after !== ' ';
  if (after === ' ') return false;
  if (NEVER_FIRST.has(after) || NEVER_LAST.has(before)) return false;
  if (isWide(before.codePointAt(0)!) || isWide(after.codePointAt(0)!)) return true;
  return false;
}

/**
 * Breaks one paragraph (no line feeds) into lines not wider than `maxWidth` points, after the rules of Chinese
 * typesetting: no closing mark begins a line, no opening mark ends one. A word wider than the line breaks after a
 * separator, or anywhere when it has none.
 */
export function breakParagraph(text: string, maxWidth: number, measure: MeasureCodePoint): string[] {
  const characters = Array.from(text);
  const lines: string[] = [];
  let start = 0;
  let width = 0;
  let lastBreak = -1;
  let lastSoftBreak = -1;
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at]!;
    const advance = measure(character.codePointAt(0)!);
    if (at > start) {
      const before = characters[at - 1]!;
      if (mayBreakBetween(before, character)) lastBreak = at;
      else if (BREAK_AFTER.has(before) && !NEVER_FIRST.has(character)) lastSoftBreak = at;
    }
    if (width + advance > maxWidth && at > start && character !== ' ') {
      const cut = chooseBreak(start, at, lastBreak, lastSoftBreak);
      lines.push(characters.slice(start, cut).join('').trimEnd());
      start = cut;
      while (characters[start] === ' ' && start < at) start += 1;
      width = 0;
      for (let index = start; index < at; index += 1) width += measure(characters[index]!.codePointAt(0)!);
      lastBreak = -1;
      lastSoftBreak = -1;
    }
    width += advance;
  }
  lines.push(characters.slice(start).join('').trimEnd());
  return lines;
}

/** A break between words when it leaves a line at least a third full, else after a separator, else right here. */
function chooseBreak(start: number, at: number, lastBreak: number, lastSoftBreak: number): number {
  const third = start + (at - start) / 3;
  if (lastBreak > third) return lastBreak;
  if (lastSoftBreak > third) return lastSoftBreak;
  if (lastBreak > start) return lastBreak;
  if (lastSoftBreak > start) return lastSoftBreak;
  return at;
}

/** Breaks text with line feeds; an empty line stays an empty line. */
export function breakText(text: string, maxWidth: number, measure: MeasureCodePoint): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, maxWidth, measure));
}
