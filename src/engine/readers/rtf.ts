// What does an RTF document say?
import { readBytes } from './plain.ts';
import type { ReadDraft } from './read-draft.ts';

/** Destinations that hold no text of the document (RTF 1.9.1). */
const SILENT_DESTINATIONS: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping datastore latentstyles ' +
    'listtable listoverridetable revtbl rsidtbl generator filetbl xmlnstbl mmathPr fldinst pgptbl userprops ' +
    'blipuid bkmkstart bkmkend xe tc private operator author comment atrfstart atrfend atnid listpicture ' +
    'docvar wgrffmtfilter panose falt nonshppict shpinst0'
  ).split(' '),
);

/** Words that stand for a character or a break. */
const WORD_TEXT: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  nestcell: '\t',
  nestrow: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

/** Windows charset of \fcharset and code page of \ansicpg → WHATWG label. */
const CHARSETS: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  77: 'macintosh',
};
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
  874: 'windows-874',
};

interface Group {
  readonly isSilent: boolean;
  readonly charset: string;
  readonly unicodeSkip: number;
  readonly isFontTable: boolean;
}

export function readRtf(draft: ReadDraft): void {
  const source = Buffer.from(readBytes(draft)).toString('latin1');
  draft.pageCount = 1;
  draft.addPage(1, rtfToText(source), 'office');
  const title = /\{\\title ([^{}\\]{1,300})\}/.exec(source)?.[1]?.trim();
  if (title !== undefined && title !== '') draft.properties = { title };
  if (draft.pages.length === 0) draft.addProblem('NO_TEXT');
}

/** Plain text of an RTF source given as Latin-1 (one character per byte). Lenient: never throws. */
export function rtfToText(source: string): string {
  const codePage = Number(/\\ansicpg(\d+)/.exec(source)?.[1] ?? 1252);
  const baseCharset =
    CODE_PAGES[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252');
  const fonts = new Map<number, string>();
  const output: string[] = [];
  let pendingBytes: number[] = [];
  let pendingCharset = baseCharset;
  const stack: Group[] = [];
  let group: Group = { isSilent: false, charset: baseCharset, unicodeSkip: 1, isFontTable: false };
  let skipCharacters = 0;
  let fontInTable = 0;

  const flush = (): void => {
    if (pendingBytes.length === 0) return;
    output.push(new TextDecoder(pendingCharset).decode(Uint8Array.from(pendingBytes)));
    pendingBytes = [];
  };
  const addByte = (byte: number): void => {
    if (skipCharacters > 0) {
      skipCharacters -= 1;
      return;
    }
    if (group.isSilent) return;
    if (pendingCharset !== group.charset || pendingBytes.length > 8000) flush();
    pendingCharset = group.charset;
    pendingBytes.push(byte);
  };
  const addText = (text: string): void => {
    if (group.isSilent) return;
    flush();
    output.push(text);
  };

  const token = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}]+)/gs;
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const [, word, number, hex, symbol, brace, plain] = match;
    if (plain !== undefined) {
      for (let index = 0; index < plain.length; index += 1) {
        const byte = plain.charCodeAt(index);
        if (byte !== 10 && byte !== 13 && byte !== 0) addByte(byte);
      }
    } else if (hex !== undefined) addByte(Number.parseInt(hex, 16));
    else if (brace === '{') {
      stack.push(group);
      skipCharacters = 0;
    } else if (brace === '}') {
      flush();
      group = stack.pop() ?? group;
      skipCharacters = 0;
    } else if (symbol !== undefined) {
      if (symbol === '*')
        group = {
          ...group,
          isSilent: !/^\\\*\\(shptxt|nesttableprops|shpinst)/.test(
            source.slice(match.index, match.index + 24),
          ),
        };
      else if (symbol === '~') addText('\u00A0');
      else if (symbol === '_') addText('-');
      else if (symbol === '\n' || symbol === '\r') addText('\n');
      else if (symbol === '\\' || symbol === '{' || symbol === '}') addByte(symbol.charCodeAt(0));
    } else if (word !== undefined) {
      const value = number === undefined ? undefined : Number(number);
      const text = WORD_TEXT[word];
      if (text !== undefined) addText(text);
      else if (word === 'u' && value !== undefined) {
        addText(String.fromCharCode(value < 0 ? value + 65536 : value));
        skipCharacters = group.unicodeSkip;
      } else if (word === 'uc') group = { ...group, unicodeSkip: value ?? 1 };
      else if (word === 'bin') token.lastIndex += Math.max(0, value ?? 0);
      else if (word === 'fonttbl') group = { ...group, isSilent: true, isFontTable: true };
      else if (word === 'f' && value !== undefined) {
        if (group.isFontTable) fontInTable = value;
        else group = { ...group, charset: fonts.get(value) ?? baseCharset };
      } else if (word === 'fcharset' && value !== undefined) {
        const charset = CHARSETS[value];
        if (charset !== undefined) fonts.set(fontInTable, charset);
      } else if (word === 'plain') group = { ...group, charset: baseCharset };
      else if (SILENT_DESTINATIONS.has(word)) group = { ...group, isSilent: true };
    }
  }
  flush();
  return output
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
