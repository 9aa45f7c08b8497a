// Into which tokens is text cut so that Chinese, English and IDs are all found by FTS5?

/** Chinese, Japanese kana and Hangul: scripts written without spaces. Each character is a token of its own. */
const SPACELESS =
  /[\u2E80-\u2FDF\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303B\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\u{20000}-\u{323AF}]/u;

/**
 * A private-use character: FTS5's unicode61 takes it as a word of its own. It stands where punctuation parts two
 * spaceless runs, so that 发票 is not found in "出发。票据".
 */
export const BREAK_TOKEN = '\uE000';

/** One normal form for stored text and queries: NFKC, lower case, no soft hyphens or U+FFFE. */
export function normaliseForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00AD\uFFFE\u200B-\u200D\u2060\uFEFF]/g, '');
}

/**
 * The token stream of `text`, joined by spaces, ready for an FTS5 `unicode61` column.
 * Spaces between spaceless characters (as OCR writes them) do not count.
 */
export function tokeniseForIndex(text: string): string {
  const normal = normaliseForSearch(text);
  let out = '';
  let previous: 'none' | 'spaceless' | 'word' = 'none';
  let gap = false;
  for (const character of normal) {
    const code = character.codePointAt(0)!;
    if (isWordCode(code)) {
      if (previous === 'spaceless') out += gap ? ` ${BREAK_TOKEN} ` : ' ';
      else if (previous === 'word' && gap) out += ' ';
      out += character;
      previous = 'word';
      gap = false;
    } else if (code >= 0x2e80 && SPACELESS.test(character)) {
      if (previous !== 'none') out += gap ? ` ${BREAK_TOKEN} ` : ' ';
      out += character;
      previous = 'spaceless';
      gap = false;
    } else if (code > 0x7f && isOtherWord(character)) {
      if (previous === 'spaceless') out += ' ';
      else if (previous === 'word' && gap) out += ' ';
      out += character;
      previous = 'word';
      gap = false;
    } else if (code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0x3000) {
      if (previous === 'word') {
        out += ' ';
        previous = 'none';
      }
    } else if (previous !== 'none') {
      gap = true;
    }
  }
  return out;
}

function isWordCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}

const OTHER_WORD = /[\p{L}\p{N}\p{M}]/u;

function isOtherWord(character: string): boolean {
  return OTHER_WORD.test(character);
}

/** The tokens of one query word; empty when it holds nothing that can be searched. */
export function tokeniseForQuery(word: string): string[] {
  return tokeniseForIndex(word)
    .split(' ')
    .filter((token) => token !== '' && token !== BREAK_TOKEN);
}

/** True when `token` is a single spaceless character, which a prefix search would not widen. */
export function isSpacelessToken(token: string): boolean {
  return SPACELESS.test(token);
}

/** Upper case letters and digits only: how IDs are compared, with or without separators. */
export function searchKey(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
