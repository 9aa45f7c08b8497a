// Which passages of a text give away a name, an address, a price or a way to reach someone?

export type CoverReason = 'name' | 'address' | 'price' | 'contact' | 'word';

export interface CoverTerms {
  /** Names of people, companies and stores, in every form they are known in. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  /** Words that a person added. */
  readonly words: readonly string[];
}

export interface Passage {
  /** Index of the first UTF-16 unit. */
  readonly start: number;
  /** Index after the last one. */
  readonly end: number;
  readonly reason: CoverReason;
}

/** All counts are bounded: hostile text must not make a search crawl. */
const AMOUNT = String.raw`\d{1,3}(?:[, ]\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:[.,]\d{1,4})?`;
const CURRENCY = String.raw`US\$|HK\$|C\$|A\$|R\$|RMB|CNY|USD|EUR|GBP|JPY|CAD|AUD|HKD|MXN|INR|BRL|AED|SAR|SEK|PLN|TRY|SGD|[$€£¥￥₹]`;

/** domain.md 4.3: prices. An amount beside a currency, any number with two decimals, Chinese capital amounts. */
const PRICES: readonly RegExp[] = [
  new RegExp(String.raw`(?:${CURRENCY})[ \t]{0,3}-?(?:${AMOUNT})`, 'gi'),
  new RegExp(String.raw`(?<![\d.])-?(?:${AMOUNT})[ \t]{0,3}(?:${CURRENCY}|元|円)(?![A-Za-z])`, 'gi'),
  /(?<![\d.,/-])-?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?(?![.,/-]?\d)/g,
  /(?<![\d.,/:-])-?\d{1,9}[.,]\d{2}(?![\d/:-]|[.,]\d|[ \t]?(?:kg|g|lbs?|oz|t|cm|mm|m|km|in|ft|ml|l|cbm|m³|%|v|w|wh|mah|公斤|千克|克|厘米|毫米|米|立方)(?![A-Za-z]))/gi,
  /[零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億]{2,30}[元圆圓整角分零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億]{0,20}/g,
];

const CONTACTS: readonly RegExp[] = [
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/g,
  // Phones: a country code, a Chinese mobile, a North American number. Order and tracking numbers are other shapes.
  /(?<![\w+-])\+\d[\d ()-]{7,17}\d(?![\w-])/g,
  /(?<![\w-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\w-])/g,
  /(?<![\w-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?![\w-])/g,
  /(?<![\w-])0\d{2,3}[- ]\d{7,8}(?![\w-])/g,
];

const ADDRESSES: readonly RegExp[] = [
  /(?<![A-Za-z0-9])\d{1,6}[A-Za-z]?[ ,]{1,2}(?:[A-Za-z0-9.'-]{1,20}[ ,]{1,2}){0,5}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Parkway|Pkwy|Highway|Hwy|Terrace|Ter|Circle|Cir)\b\.?[^\n]{0,80}/gi,
  /(?<![A-Za-z.'-])[A-Za-z][A-Za-z .'-]{1,40},[ ]{0,2}[A-Z]{2}[ ]{1,2}\d{5}(?:-\d{4})?/g,
  // "TAMPA FL 33602", as labels print it: no comma, so only with a real state.
  /(?<![A-Za-z.'-])[A-Z][A-Z .'-]{1,40}[ ](?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[ ]{1,2}\d{5}(?:-\d{4})?(?!\d)/g,
  /(?<!\p{Script=Han})\p{Script=Han}{1,12}?(?:市|州|盟)[\p{Script=Han}A-Za-z0-9（）()\- ]{0,60}(?:路|街|道|巷|号|號|室|栋|棟|座|楼|樓|层|層|村|镇|园|大厦|广场)[^\s，,。；;：:|]{0,40}/gu,
  /[\p{Script=Han}A-Za-z0-9]{2,20}(?:路|街|大道|巷)[\d０-９]{1,6}号[^\s，,。；;：:|]{0,40}/gu,
];

/** The rest of the line after such a label is a name or an address; when it is empty, the lines below are. */
const LABELS =
  /(?:ship(?:ped)?[ -]to|bill(?:ed)?[ -]to|sold[ -]to|deliver(?:ed)?[ -]to|consignee|consignor|recipient|receiver|buyer|customer|purchaser|seller|supplier|vendor|shipper|beneficiary|attn|contact(?: person)?|address|name|(?<![a-z])(?:store|shop|storefront)|signed by|received by|购买方|购方|销售方|销方|卖方|买方|甲方|乙方|收货人|收件人|寄件人|发货人|联系人|地址|住所|姓名|名称|店铺|店铺名|户名|法定代表人|开户行|开户银行|收款人|签收人)[ \t]*[:：][ \t]*/giu;

const MAX_LABELLED = 120;
const LINES_BELOW = 4;

/** Passages to cover, in order and without overlaps. `text` may be of a page or a whole file. */
export function findPassages(text: string, terms: CoverTerms): Passage[] {
  const found: Passage[] = [
    ...findTerms(text, terms.names, 'name'),
    ...findTerms(text, terms.addresses, 'address'),
    ...findTerms(text, terms.words, 'word'),
    ...findPatterns(text, CONTACTS, 'contact'),
    ...findPatterns(text, ADDRESSES, 'address'),
    ...findPatterns(text, PRICES, 'price'),
    ...findLabelled(text),
  ];
  return joinPassages(found.filter((one) => text.slice(one.start, one.end).trim() !== ''));
}

/** The text with each passage as blocks: one for each visible character, so that nothing but its length is told. */
export function coverText(
  text: string,
  terms: CoverTerms,
): { readonly text: string; readonly passages: number } {
  let out = '';
  let at = 0;
  const passages = findPassages(text, terms);
  for (const passage of passages) {
    const hidden = text.slice(passage.start, passage.end);
    // A fixed length: the length of a name is a hint to the name.
    out += text.slice(at, passage.start) + hidden.replace(/[^\n]+/g, '█████');
    at = passage.end;
  }
  return { text: out + text.slice(at), passages: passages.length };
}

function findPatterns(text: string, patterns: readonly RegExp[], reason: CoverReason): Passage[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      reason,
    })),
  );
}

/**
 * Every place where a term stands, whatever its spacing, width, case and line breaks: a name that the typesetter broke
 * over two lines is still the name.
 */
export function findTerms(text: string, terms: readonly string[], reason: CoverReason): Passage[] {
  const folded = foldText(text);
  return terms.flatMap((term) => {
    const wanted = foldText(term).text;
    if (wanted.length < 2) return [];
    const isWord = /^[a-z0-9]/.test(wanted) && /[a-z0-9]$/.test(wanted);
    const passages: Passage[] = [];
    for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
      const start = folded.places[at]!;
      const last = folded.places[at + wanted.length - 1]!;
      // "Lee" is not found inside "fleece".
      const isInside =
        isWord && (/[A-Za-z0-9]/.test(text[start - 1] ?? '') || /[A-Za-z0-9]/.test(text[last + 1] ?? ''));
      if (!isInside) passages.push({ start, end: last + 1, reason });
    }
    return passages;
  });
}

/** Lower case, half width, without spaces and punctuation between words; `places` leads back to the text. */
function foldText(text: string): { readonly text: string; readonly places: readonly number[] } {
  let out = '';
  const places: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const folded = text[index]!.normalize('NFKC').toLowerCase();
    for (const character of folded) {
      if (/[\s.,'"()（）·•\u00ad\ufffe-]/u.test(character)) continue;
      for (let unit = 0; unit < character.length; unit += 1) {
        out += character[unit];
        places.push(index);
      }
    }
  }
  return { text: out, places };
}

function findLabelled(text: string): Passage[] {
  const passages: Passage[] = [];
  for (const match of text.matchAll(LABELS)) {
    const start = match.index + match[0].length;
    const lineEnd = endOfLine(text, start);
    const isPlace = /address|地址|住所|to[ \t]*[:：]/i.test(match[0]);
    // "Delivered to" stands before a person as well as before a town with its postal code.
    const reasonFor = (content: string): CoverReason =>
      isPlace || /\d{3}/.test(content) ? 'address' : 'name';
    const beside = text.slice(start, lineEnd);
    if (beside.trim() !== '') {
      passages.push({ start, end: Math.min(lineEnd, start + MAX_LABELLED), reason: reasonFor(beside) });
      continue;
    }
    let from = startOfNextLine(text, lineEnd);
    for (let line = 0; line < LINES_BELOW && from < text.length; line += 1) {
      const end = endOfLine(text, from);
      const content = text.slice(from, end);
      if (content.trim() === '' || /[:：]/.test(content)) break;
      passages.push({ start: from, end, reason: reasonFor(content) });
      from = startOfNextLine(text, end);
    }
  }
  return passages;
}

function endOfLine(text: string, from: number): number {
  const match = /[\r\n]/.exec(text.slice(from, from + 2000));
  return match === null ? Math.min(text.length, from + 2000) : from + match.index;
}

/** CR LF is one line end: taken for two, every label would have an empty line below it (PDFium writes CR LF). */
function startOfNextLine(text: string, lineEnd: number): number {
  return text[lineEnd] === '\r' && text[lineEnd + 1] === '\n' ? lineEnd + 2 : lineEnd + 1;
}

function joinPassages(passages: readonly Passage[]): Passage[] {
  const sorted = [...passages].sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Passage[] = [];
  for (const passage of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && passage.start < last.end)
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, passage.end) };
    else joined.push(passage);
  }
  return joined;
}
