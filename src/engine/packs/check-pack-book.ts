// Which pages, stamps and texts must another engine find in the book of this pack?
import { join } from 'node:path';
import type { Payload } from './fill-payload.ts';
import type { PackPlan } from './pack-plan.ts';
import { bookLanguage, nameIn, packText } from './pack-text.ts';
import { checkBook } from './verify-book.ts';

/** Problems in English for the log; empty when the book is what the plan asked for. */
export async function checkPackBook(plan: PackPlan, payload: Payload, folder: string): Promise<string[]> {
  const { book } = payload;
  const language = bookLanguage(plan);
  const problems: string[] = [];
  for (const [fileIndex, file] of book.files.entries()) {
    const volume = book.files.length === 1 ? undefined : fileIndex;
    const stamps = book.exhibits
      .filter((exhibit) => (volume === undefined ? true : exhibit.volume === volume))
      .flatMap((exhibit) =>
        Array.from({ length: exhibit.pages }, (_, index) => ({
          pageIndex: file.frontPages + exhibit.firstPage - file.firstBodyNumber + index,
          text: `${exhibit.label} p. ${index + 1}/${exhibit.pages}`,
        })),
      );
    const isFront = fileIndex === 0;
    const frontTexts = isFront
      ? [
          plan.caseNumber,
          packText('zh-CN', 'sectionExhibits'),
          packText('en', 'sectionExhibits'),
          ...plan.exhibits.map((exhibit) => exhibit.sha256),
          ...plan.checklist.map((row) => plainText(nameIn(row.kindName, language))),
        ]
      : [];
    problems.push(...(await checkBook(join(folder, file.name), { file, stamps, frontTexts })));
  }
  const drawn = new Set(book.exhibits.map((exhibit) => exhibit.label));
  for (const exhibit of plan.exhibits)
    if (!drawn.has(exhibit.label)) problems.push(`${exhibit.label} is not in the book`);
  return problems;
}

/** Only what every font of ours can draw and every reader gives back unchanged. */
function plainText(text: string): string {
  return /^[\x20-\x7e\u4e00-\u9fa5]+$/.test(text) ? text : '';
}
