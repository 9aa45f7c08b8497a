// How is a small text PDF written from a byte template, thousands a second (no fonts embedded)?

export interface TemplateLine {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

const LATIN = /^[\x20-\x7e]*$/;

function encodeText(text: string): string {
  if (LATIN.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  // UniGB-UCS2-H takes two bytes a character.
  return `<${[...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
}

/** Writes a one-page A4 PDF: Latin lines in Helvetica, others in the standard Chinese font STSong-Light. */
export function writeTemplatePdf(lines: readonly TemplateLine[], title: string, isoDate: string): Buffer {
  const content = lines
    .map(
      (line) =>
        `BT /${LATIN.test(line.text) ? 'F1' : 'F2'} ${line.size} Tf ${line.x} ${line.y} Td ${encodeText(line.text)} Tj ET`,
    )
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 8 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    `<< /Title (${title.replace(/[^\x20-\x7e]|[\\()]/g, '_')}) /Producer (Casebinder sample) /CreationDate (D:${isoDate.replaceAll('-', '')}100000+08'00') >>`,
  ];
  let body = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets: number[] = [];
  objects.forEach((object, i) => {
    offsets.push(body.length);
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 9 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}
