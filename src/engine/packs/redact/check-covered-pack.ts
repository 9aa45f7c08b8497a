// Does anything in a finished consultant's pack still tell what was to be covered?
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CoverTerms, findTerms } from '../../../domain/redaction/cover-rules.ts';
import { openPdf } from '../../readers/pdf-document.ts';

/** Files of ours that hold text, relative to the bag. */
const TEXT_FILES = ['bag-info.txt', 'data/statement.txt', 'data/exhibits.csv', 'data/case.json'] as const;

/**
 * Takes the text out of the book (with another engine than the one that wrote it) and of the lists, and searches it for
 * every name, address and word that was covered. Problems in English, without the words themselves.
 */
export async function checkCoveredPack(
  bag: string,
  terms: CoverTerms,
  books: readonly string[],
): Promise<string[]> {
  const problems: string[] = [];
  const look = (where: string, text: string): void => {
    const found =
      findTerms(text, terms.names, 'name').length +
      findTerms(text, terms.addresses, 'address').length +
      findTerms(text, terms.words, 'word').length;
    if (found > 0) problems.push(`${where} still tells ${found} covered words`);
  };
  for (const name of TEXT_FILES) look(name, await readFile(join(bag, name), 'utf8'));
  for (const book of books) {
    const document = await openPdf(join(bag, 'data', book));
    const { pdfium, handle } = document;
    try {
      for (let index = 0; index < document.pageCount; index += 1) {
        const page = pdfium.FPDF_LoadPage(handle, index);
        const textPage = page === 0 ? 0 : pdfium.FPDFText_LoadPage(page);
        const count = textPage === 0 ? 0 : pdfium.FPDFText_CountChars(textPage);
        let text = '';
        for (let at = 0; at < count; at += 1)
          text += String.fromCodePoint(pdfium.FPDFText_GetUnicode(textPage, at) || 32);
        if (textPage !== 0) pdfium.FPDFText_ClosePage(textPage);
        if (page !== 0) pdfium.FPDF_ClosePage(page);
        look(`${book} page ${index + 1}`, text);
      }
    } finally {
      document.close();
    }
  }
  return problems;
}
