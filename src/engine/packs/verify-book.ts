// Does another engine see in the finished book what we meant to put there?
import { openPdf } from '../readers/pdf-document.ts';
import { readUtf16, withMemory } from '../readers/pdfium-library.ts';
import type { BookFile } from './book/make-book.ts';
import { toRoman } from './book/page-labels.ts';

export interface BookExpectation {
  readonly file: BookFile;
  /** Texts that must come out of the pages of this file: Chinese names, stamps. */
  readonly stamps: readonly { readonly pageIndex: number; readonly text: string }[];
  /** Texts that must stand somewhere on the front pages. */
  readonly frontTexts: readonly string[];
}

/** PDFium keeps what it has read until a document is closed: of a thousand pages that is the whole book. */
const PAGES_AT_ONCE = 150;

/** Opens the book with PDFium. Returns what is wrong, in English for the log; empty when all is well. */
export async function checkBook(path: string, expected: BookExpectation): Promise<string[]> {
  const problems: string[] = [];
  let document = await openPdf(path).catch(() => undefined);
  if (document === undefined) return [`${expected.file.name} cannot be opened`];
  try {
    const { pdfium, handle } = document;
    const { file } = expected;
    if (document.pageCount !== file.pages) {
      problems.push(`${file.name}: ${document.pageCount} pages instead of ${file.pages}`);
    }
    for (let index = 0; index < Math.min(document.pageCount, file.pages); index += 1) {
      const label = readUtf16(pdfium, (pointer, bytes) =>
        pdfium.FPDF_GetPageLabel(handle, index, pointer, bytes),
      );
      const wanted =
        index < file.frontPages ? toRoman(index + 1) : String(file.firstBodyNumber + index - file.frontPages);
      if (label !== wanted)
        problems.push(`${file.name}: page ${index + 1} is labelled "${label}", not "${wanted}"`);
    }
    const stamps = new Map(expected.stamps.map((stamp) => [stamp.pageIndex, stamp.text]));
    let links = 0;
    let front = '';
    for (let index = 0; index < file.pages; index += 1) {
      if (index > 0 && index % PAGES_AT_ONCE === 0) {
        document.close();
        document = undefined;
        document = await openPdf(path);
      }
      const page = pdfium.FPDF_LoadPage(document.handle, index);
      if (page === 0) {
        problems.push(`${file.name}: page ${index + 1} cannot be loaded`);
        continue;
      }
      const count = countLinks(document, page);
      links += count.links;
      if (count.broken > 0)
        problems.push(`${file.name}: ${count.broken} links without target on page ${index + 1}`);
      const stamp = stamps.get(index);
      if (index < file.frontPages || stamp !== undefined) {
        const text = readPageText(document, page);
        if (index < file.frontPages) front += text;
        if (stamp !== undefined && !squeeze(text).includes(squeeze(stamp))) {
          problems.push(`${file.name}: stamp "${stamp}" is not on page ${index + 1}`);
        }
      }
      pdfium.FPDF_ClosePage(page);
    }
    if (links !== file.links) problems.push(`${file.name}: ${links} links instead of ${file.links}`);
    const squeezed = squeeze(front);
    for (const text of expected.frontTexts) {
      if (!squeezed.includes(squeeze(text)))
        problems.push(`${file.name}: the text "${text}" does not come out`);
    }
  } finally {
    document?.close();
  }
  return problems;
}

type Opened = Awaited<ReturnType<typeof openPdf>>;

function readPageText({ pdfium }: Opened, page: number): string {
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) return '';
  const count = pdfium.FPDFText_CountChars(text);
  const content = readUtf16(pdfium, (pointer, bytes) =>
    pointer === 0
      ? (count + 1) * 2
      : pdfium.FPDFText_GetText(text, 0, Math.floor(bytes / 2) - 1, pointer) * 2,
  );
  pdfium.FPDFText_ClosePage(text);
  return content;
}

/** Line breaks and spaces depend on the layout; PDFium turns a hyphen at the end of a line into U+FFFE. */
function squeeze(text: string): string {
  return text.replaceAll('\0', '').replace(/[\s\ufffe-]+/g, '');
}

/** PDFACTION_REMOTEGOTO of fpdf_doc.h. */
const REMOTE_GOTO = 2;

function countLinks({ pdfium, handle }: Opened, page: number): { links: number; broken: number } {
  return withMemory(pdfium, 8, (pointer) => {
    let links = 0;
    let broken = 0;
    pdfium.pdfium.setValue(pointer, 0, 'i32');
    while (pdfium.FPDFLink_Enumerate(page, pointer, pointer + 4)) {
      const link = pdfium.pdfium.getValue(pointer + 4, 'i32');
      links += 1;
      const dest = pdfium.FPDFLink_GetDest(handle, link);
      const action = pdfium.FPDFLink_GetAction(link);
      const isRemote = action !== 0 && pdfium.FPDFAction_GetType(action) === REMOTE_GOTO;
      if (!isRemote && (dest === 0 || pdfium.FPDFDest_GetDestPageIndex(handle, dest) < 0)) broken += 1;
    }
    return { links, broken };
  });
}
