// The statement as a Word file: for a colleague to read over, or where Amazon takes a document.
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { CasebinderError } from '../../domain/errors.ts';
import type { EngineContext } from '../engine-context.ts';
import type { CaseRecord } from './case-records.ts';
import { readExhibits } from './read-case.ts';

export interface StatementFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** `withChinese` puts the team's Chinese text behind the English one; never for a file that goes to Amazon. @throws CasebinderError INPUT_INVALID when nothing is written */
export async function writeStatementDocx(
  context: EngineContext,
  record: CaseRecord,
  withChinese: boolean,
): Promise<StatementFile> {
  if (record.statementText.trim() === '')
    throw new CasebinderError('INPUT_INVALID', { detail: 'the statement is empty' });
  const exhibits = readExhibits(context, record.id);
  const file = new Document({
    creator: 'Casebinder',
    title: record.statementSubject,
    // Word would ask the person's system for fonts; these two are on every Windows and Mac.
    styles: { default: { document: { run: { font: { ascii: 'Arial', eastAsia: 'SimSun' }, size: 21 } } } },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            children: [new TextRun(record.statementSubject)],
          }),
          ...toParagraphs(record.statementText),
          ...(exhibits.length === 0
            ? []
            : [
                new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun('Attachments')] }),
                ...exhibits.map(
                  (exhibit) =>
                    new Paragraph({
                      children: [
                        new TextRun({ text: `${exhibit.label}  `, bold: true }),
                        new TextRun(
                          exhibit.caption === ''
                            ? exhibit.document.fileName
                            : `${exhibit.caption} (${exhibit.document.fileName})`,
                        ),
                      ],
                    }),
                ),
              ]),
          ...(withChinese && record.statementTextZh.trim() !== ''
            ? [
                new Paragraph({
                  heading: HeadingLevel.HEADING_2,
                  pageBreakBefore: true,
                  children: [new TextRun('中文（团队内部）')],
                }),
                ...toParagraphs(record.statementTextZh),
              ]
            : []),
        ],
      },
    ],
  });
  return { fileName: `${record.number}-statement.docx`, bytes: await Packer.toBuffer(file) };
}

function toParagraphs(text: string): Paragraph[] {
  return text.split(/\r?\n/).map((line) => new Paragraph({ children: [new TextRun(line)] }));
}
