// How is text brought into the one form in which cues are compared?

const CJK = '\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uac00-\\ud7af';
const SPACE_BESIDE_CJK = new RegExp(`(?<=[${CJK}]) +| +(?=[${CJK}])`, 'g');
const CJK_CHARACTER = new RegExp(`[${CJK}]`);

/** True for a Chinese, Japanese or Korean character. */
export function isCjk(character: string): boolean {
  return CJK_CHARACTER.test(character);
}

/** True for the code unit of a lower-case Latin letter or digit. */
export function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/**
 * Lower case, NFKC, without accents, straight quotes and hyphens, single spaces, line breaks kept, and no space beside
 * Chinese characters: OCR and spaced-out headings ("发 票 号 码") then compare equal to the plain phrase.
 */
export function normaliseForCues(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200f\ufeff]/g, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?:(?!\n)[\p{Cc}\u00a0*_])+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(SPACE_BESIDE_CJK, '');
}

/** The same for file and folder names, with separators and changes of case or digits as spaces ("PackingList_01" → "packing list 01"). */
export function normaliseName(name: string): string {
  const spaced = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Za-z])(?=\d)|(\d)(?=[A-Za-z])/g, '$1$2 ')
    .replace(/[_\-.,()[\]{}+&#@!~'’]+/g, ' ');
  return normaliseForCues(spaced).trim();
}
