// Which text does the piece table of an old Word document hold ([MS-DOC] 2.4.1)? Every length is checked before it is followed.

const cp1252 = new TextDecoder('windows-1252');

/** FibBase.fWhichTblStm ([MS-DOC] 2.5.2). */
const TABLE_1_FLAG = 0x0200;
/** FibRgFcLcb97.fcClx and lcbClx ([MS-DOC] 2.5.6), from the start of the stream. */
const FC_CLX = 0x01a2;
const LCB_CLX = 0x01a6;
const PRC = 0x01;
const PCDT = 0x02;
const PCD_BYTES = 8;
/** FcCompressed.fCompressed ([MS-DOC] 2.9.73): one byte a character. */
const COMPRESSED_FLAG = 0x40000000;

/** Name of the table stream that goes with this main stream. */
export function nameTableStream(main: Buffer): '0Table' | '1Table' {
  return (main.readUInt16LE(10) & TABLE_1_FLAG) === 0 ? '0Table' : '1Table';
}

/**
 * The text of the body and of all notes, headers and text boxes, in file order; undefined when there is no usable piece
 * table (Word 6/95, damage). At most `maxCharacters`.
 */
export function readPieceText(main: Buffer, table: Buffer, maxCharacters: number): string | undefined {
  if (main.length < LCB_CLX + 4) return undefined;
  const pieces = findPieces(table, main.readUInt32LE(FC_CLX), main.readUInt32LE(LCB_CLX));
  if (pieces === undefined) return undefined;
  const count = Math.floor((pieces.length - 4) / (4 + PCD_BYTES));
  if (count < 1) return undefined;
  const parts: string[] = [];
  let characters = 0;
  for (let index = 0; index < count && characters < maxCharacters; index += 1) {
    const length = pieces.readUInt32LE((index + 1) * 4) - pieces.readUInt32LE(index * 4);
    const fc = pieces.readUInt32LE((count + 1) * 4 + index * PCD_BYTES + 2);
    const isCompressed = (fc & COMPRESSED_FLAG) !== 0;
    const start = isCompressed ? (fc & 0x3fffffff) >>> 1 : fc & 0x3fffffff;
    const wanted = Math.min(length, maxCharacters - characters);
    if (wanted <= 0 || start >= main.length) continue;
    const end = Math.min(main.length, start + (isCompressed ? wanted : wanted * 2));
    const bytes = main.subarray(start, end);
    parts.push(isCompressed ? cp1252.decode(bytes) : bytes.toString('utf16le'));
    characters += wanted;
  }
  return cleanText(parts.join(''));
}

/** The PlcPcd inside the Clx: property lists come first and are stepped over. */
function findPieces(table: Buffer, offset: number, bytes: number): Buffer | undefined {
  const end = Math.min(table.length, offset + bytes);
  let at = offset;
  while (at + 5 <= end) {
    const kind = table[at];
    if (kind === PCDT) {
      const length = table.readUInt32LE(at + 1);
      return table.subarray(at + 5, Math.min(end, at + 5 + length));
    }
    if (kind !== PRC) return undefined;
    at += 3 + table.readUInt16LE(at + 1);
  }
  return undefined;
}

/** Fields show their result, not their code; cells become tabs, paragraphs and pages become lines. */
function cleanText(raw: string): string {
  let text = '';
  let inCode = 0;
  for (const character of raw) {
    const code = character.charCodeAt(0);
    if (code === 0x13) inCode += 1;
    else if (code === 0x14 || code === 0x15)
      inCode = Math.max(0, inCode - (code === 0x14 ? 1 : inCode > 0 ? 1 : 0));
    else if (inCode > 0) continue;
    else if (code === 0x07) text += '\t';
    else if (code === 0x0d || code === 0x0b || code === 0x0c) text += '\n';
    else if (code === 0x1e) text += '-';
    else if (code >= 0x20 || code === 0x09 || code === 0x0a) text += character;
  }
  return text.replace(/\n{3,}/g, '\n\n').trim();
}
