// What do the slides of a PowerPoint 97–2003 file say?
const CONTAINER = 0xf;
/** Record types of [MS-PPT] 2.13.24. */
const RECORD = {
  slide: 0x03ee,
  notes: 0x03f0,
  slideList: 0x0ff0,
  slideAtom: 0x03f3,
  textChars: 0x0fa0,
  textBytes: 0x0fa8,
  cString: 0x0fba,
} as const;
const MAX_DEPTH = 40;

/** One text per slide where the outline tells slides apart, then the texts of the slides' own drawings. */
export function readPptText(stream: Uint8Array): string[] {
  const data = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const pages: string[][] = [];
  const seen = new Set<string>();
  walk(data, 0, data.length, 0, (type, body, isNewPage) => {
    if (isNewPage || pages.length === 0) pages.push([]);
    const text = type === RECORD.textBytes ? body.toString('latin1') : body.toString('utf16le');
    const clean = text.replaceAll('\u000B', '\n').replaceAll('\r', '\n').replaceAll('\0', '').trim();
    if (clean === '' || clean === '*' || seen.has(`${pages.length}:${clean}`)) return;
    seen.add(`${pages.length}:${clean}`);
    pages.at(-1)!.push(clean);
  });
  return pages.map((texts) => texts.join('\n')).filter((text) => text !== '');
}

type Visit = (type: number, body: Buffer, isNewPage: boolean) => void;

function walk(data: Buffer, start: number, end: number, depth: number, visit: Visit): void {
  let isNewPage = false;
  for (let position = start; position + 8 <= end; ) {
    const version = data.readUInt16LE(position) & 0xf;
    const type = data.readUInt16LE(position + 2);
    const length = data.readUInt32LE(position + 4);
    const bodyEnd = Math.min(position + 8 + length, end);
    if (type === RECORD.slideAtom || type === RECORD.slide || type === RECORD.notes) isNewPage = true;
    if (version === CONTAINER && depth < MAX_DEPTH)
      walk(data, position + 8, bodyEnd, depth + 1, (kind, body, fresh) => {
        visit(kind, body, fresh || isNewPage);
        isNewPage = false;
      });
    else if (
      type === RECORD.textChars ||
      type === RECORD.textBytes ||
      (type === RECORD.cString && length > 2 && length < 2000)
    ) {
      visit(type, data.subarray(position + 8, bodyEnd), isNewPage);
      isNewPage = false;
    }
    position = bodyEnd;
  }
}
