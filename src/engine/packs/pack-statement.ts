// How is the case statement written as plain text and as a Word file, the same bytes every time?
import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import type { Language } from '../../domain/errors.ts';
import type { PackPlan } from './pack-plan.ts';
import { packText } from './pack-text.ts';
import { rewriteZip } from './write-zip.ts';

/** domain.md 4.4: the Chinese side is for the team and is not exported to Amazon. */
function chineseText(plan: PackPlan): string | undefined {
  const text = plan.statement.textZh?.trim();
  return plan.variant === 'amazon' || text === undefined || text === '' ? undefined : text;
}

/** UTF-8 with LF; ready to paste into the form. */
export function writeStatementText(plan: PackPlan, language: Language): string {
  const { subject, text } = plan.statement;
  const chinese = chineseText(plan);
  const parts = [
    `${packText(language, 'statementSubject')}: ${subject}`,
    '',
    text.replace(/\r\n?/g, '\n').trim(),
    '',
  ];
  if (chinese !== undefined) parts.push('', '---', '', chinese.replace(/\r\n?/g, '\n'), '');
  return parts.join('\n');
}

export async function writeStatementDocx(plan: PackPlan, language: Language): Promise<Buffer> {
  const font = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Microsoft YaHei' };
  const paragraphs = (text: string): Paragraph[] =>
    text
      .replace(/\r\n?/g, '\n')
      .trim()
      .split('\n')
      .map(
        (line) =>
          new Paragraph({
            spacing: { after: 120, line: 300 },
            children: [new TextRun({ text: line, font, size: 22 })],
          }),
      );
  const chinese = chineseText(plan);
  const document = new Document({
    title: plan.statement.subject,
    creator: plan.account.legalName.en || plan.account.legalName.zh,
    lastModifiedBy: 'Casebinder',
    description: `${plan.caseNumber}`,
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        children: [
          new Paragraph({
            alignment: AlignmentType.LEFT,
            spacing: { after: 240 },
            children: [new TextRun({ text: plan.statement.subject, bold: true, font, size: 28 })],
          }),
          ...paragraphs(plan.statement.text),
          ...(chinese === undefined
            ? []
            : [
                new Paragraph({
                  spacing: { before: 360, after: 120 },
                  children: [
                    new TextRun({
                      text: packText(language, 'statementTranslation'),
                      bold: true,
                      font,
                      size: 24,
                    }),
                  ],
                }),
                ...paragraphs(chinese),
              ]),
        ],
      },
    ],
  });
  return rewriteZip(await Packer.toBuffer(document), plan.builtAtMs, stampCoreProperties(plan.builtAtMs));
}

/** The library writes the clock into docProps/core.xml; the plan's date goes there instead. */
function stampCoreProperties(builtAtMs: number): (name: string, bytes: Buffer) => Buffer {
  const iso = new Date(builtAtMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return (name, bytes) =>
    name === 'docProps/core.xml'
      ? Buffer.from(bytes.toString('utf8').replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${iso}`))
      : bytes;
}
