// How are small Word and Excel files written with the same bytes every time?
import { writeZip } from './write-zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string,
  );
}

function writeCore(title: string, author: string, isoDate: string): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${isoDate}T02:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${isoDate}T03:30:00Z</dcterms:modified></cp:coreProperties>`;
}

async function writePackage(files: Readonly<Record<string, string>>, isoDate: string): Promise<Uint8Array> {
  return await writeZip(
    Object.entries(files).map(([name, body]) => ({ name, bytes: Buffer.from(body) })),
    isoDate,
  );
}

export interface WordBlock {
  readonly style?: 'title' | 'heading' | 'text' | 'item';
  readonly text?: string;
  readonly table?: readonly (readonly string[])[];
}

/** Writes a .docx with headings, paragraphs and tables. */
export async function writeDocx(
  blocks: readonly WordBlock[],
  title: string,
  author: string,
  isoDate: string,
): Promise<Uint8Array> {
  const run = (text: string, size: number, bold: boolean): string =>
    `<w:r><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="宋体"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  const body = blocks
    .map((block) => {
      if (block.table) {
        const rows = block.table
          .map(
            (row) =>
              `<w:tr>${row.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr><w:p>${run(cell, 20, false)}</w:p></w:tc>`).join('')}</w:tr>`,
          )
          .join('');
        const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
          .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="888888"/>`)
          .join('');
        return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border}</w:tblBorders></w:tblPr>${rows}</w:tbl><w:p/>`;
      }
      const style = block.style ?? 'text';
      const properties =
        style === 'title'
          ? '<w:pPr><w:jc w:val="center"/></w:pPr>'
          : style === 'item'
            ? '<w:pPr><w:ind w:left="420"/></w:pPr>'
            : '';
      return `<w:p>${properties}${run(block.text ?? '', style === 'title' ? 34 : style === 'heading' ? 26 : 21, style === 'title' || style === 'heading')}</w:p>`;
    })
    .join('');
  return await writePackage(
    {
      '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
      '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
      'docProps/core.xml': writeCore(title, author, isoDate),
      'word/document.xml': `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    },
    isoDate,
  );
}

/** Writes an .xlsx with one sheet; numbers stay numbers. */
export async function writeXlsx(
  sheetName: string,
  rows: readonly (readonly (string | number)[])[],
  title: string,
  author: string,
  isoDate: string,
): Promise<Uint8Array> {
  const column = (i: number): string =>
    i < 26 ? String.fromCharCode(65 + i) : `A${String.fromCharCode(65 + i - 26)}`;
  const data = rows
    .map((row, r) => {
      const cells = row.map((value, c) => {
        const at = `${column(c)}${r + 1}`;
        return typeof value === 'number'
          ? `<c r="${at}"><v>${value}</v></c>`
          : value === ''
            ? ''
            : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
      });
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    })
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return await writePackage(
    {
      '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
      '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
      'docProps/core.xml': writeCore(title, author, isoDate),
      'xl/workbook.xml': `${HEAD}<workbook xmlns="${main}" xmlns:r="${REL}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
    },
    isoDate,
  );
}
