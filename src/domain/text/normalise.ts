// How does text from any reader become one shape that patterns and search can rely on?

/** Han, kana, hangul and the ideographic iteration mark: scripts that are written without spaces. */
const CJK = '\\u3005\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';

const NON_ASCII = /[^\t\n\r -~]/;
const DASHES = /[\u058a\u1806\u2010-\u2015\u2043\u207b\u208b\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g;
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffe\uffff]|\p{Variation_Selector}/gu;
const CONTROLS = /[^\P{Cc}\t\n\r\v\f\u0085]/gu;
const ODD_SPACES = /[\u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const CJK_RADICALS = /[\u2e80-\u2eff]/;
const HAS_CJK = new RegExp(`[${CJK}]`);
const SPACED_PAIR = new RegExp(`[${CJK}] (?=[${CJK}])`, 'g');
const ADJACENT_PAIR = new RegExp(`[${CJK}](?=[${CJK}])`, 'g');
const SINGLE_SPACE_BETWEEN_CJK = new RegExp(`(?<=[${CJK}]) (?=[${CJK}])`, 'g');
const RUN_OF_SINGLE_CJK = new RegExp(`(?<![${CJK}])[${CJK}](?: [${CJK}])+(?![${CJK}])`, 'g');
const WIDE_LABEL_PAIR = new RegExp(`(?<![${CJK}])([${CJK}]) {2,6}([${CJK}])(?![${CJK}])`, 'g');

/** Text recognition runs a date and its time together: "17/06/20187:36", "03 Mar 201818:22". */
const GLUED_TIME =
  /(?<!\d)(\d{1,2}(?:[-/.]\d{1,2}[-/.]|[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ -])20\d{2})(?=\d{1,2}:\d{2}(?!\d))/gi;

/** Radicals that PDF printers write instead of the character and that NFKC leaves alone (libraries.md, Chromium-printed Chinese). */
const RADICAL_TO_CHARACTER: Readonly<Record<string, string>> = {
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
  '⻔': '门',
  '⻓': '长',
  '⻋': '车',
  '⻅': '见',
  '⻉': '贝',
  '⻘': '青',
  '⻙': '韦',
  '⻆': '角',
  '⻄': '西',
  '⻁': '虎',
  '⻤': '鬼',
  '⽛': '牙',
  '⺟': '母',
  '⺠': '民',
  '⻣': '骨',
  '⻧': '卤',
  '⻪': '黾',
  '⻫': '齐',
  '⻭': '齿',
  '⻯': '龙',
  '⻲': '龟',
  '⺁': '厂',
  '⺇': '几',
};

/**
 * Brings text to the shape that every pattern of this folder expects (domain.md 3, "Normalise before matching"):
 * NFKC (full-width digits and letters become ASCII), Unicode dashes as "-", invisible characters and pdfium's
 * U+FFFE removed, spaces that OCR puts between Chinese characters closed, odd spaces as plain spaces, columns
 * (tabs or two and more spaces) as exactly two spaces, line ends as "\n" without spaces before them.
 */
export function normaliseText(text: string): string {
  let result = text;
  if (NON_ASCII.test(result)) result = normaliseNonAscii(result);
  if (result.includes('\r')) result = result.replace(/\r\n?/g, '\n');
  if (/[\t\v]/.test(result)) result = result.replace(/[\t\v]+/g, '  ');
  if (result.includes('\f')) result = result.replace(/\f/g, '\n');
  if (HAS_CJK.test(result)) result = closeCjkSpaces(result);
  if (result.includes('   ')) result = result.replace(/ {3,}/g, '  ');
  if (result.includes(' \n')) result = result.replace(/ +\n/g, '\n');
  if (result.includes(':')) result = result.replace(GLUED_TIME, '$1 ');
  if (result.includes('\n\n\n')) result = result.replace(/\n{3,}/g, '\n\n');
  return result;
}

function normaliseNonAscii(text: string): string {
  let result = text.replace(INVISIBLE, '').normalize('NFKC').replace(DASHES, '-').replace(ODD_SPACES, ' ');
  result = result.replace(CONTROLS, ' ');
  if (CJK_RADICALS.test(result)) {
    result = result.replace(/[\u2e80-\u2eff\u2f00-\u2fdf]/g, (mark) => RADICAL_TO_CHARACTER[mark] ?? mark);
  }
  return result;
}

/** OCR writes "发 票 号 码"; layout programs write "名    称". Real column gaps between words stay. */
function closeCjkSpaces(text: string): string {
  const spaced = text.match(SPACED_PAIR)?.length ?? 0;
  let result = text;
  if (spaced > 0) {
    const adjacent = text.match(ADJACENT_PAIR)?.length ?? 0;
    const looksLikeOcr = spaced / (spaced + adjacent) > 0.3;
    result = looksLikeOcr
      ? result.replace(SINGLE_SPACE_BETWEEN_CJK, '')
      : result.replace(RUN_OF_SINGLE_CJK, (run) => run.replaceAll(' ', ''));
  }
  return result.includes('  ') ? result.replace(WIDE_LABEL_PAIR, '$1$2') : result;
}

/**
 * Upper-cases ASCII and accented Latin letters whose capital has the same length, so that every offset stays the
 * same ("ß" would become two letters).
 */
export function toUpperAscii(text: string): string {
  if (!NON_ASCII.test(text)) return text.toUpperCase();
  return text.replace(/[a-z\u00e0-\u00f6\u00f8-\u00fe\u0101-\u0148\u014b-\u017e]+/g, (letters) =>
    letters.toUpperCase(),
  );
}

/** Text of one document worth scanning: the beginning and the end, where labels, totals and signatures stand. */
export function capScanText(text: string, headCharacters = 400_000, tailCharacters = 50_000): string {
  if (text.length <= headCharacters + tailCharacters) return text;
  return `${text.slice(0, headCharacters)}\n${text.slice(-tailCharacters)}`;
}
