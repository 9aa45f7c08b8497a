// What does the product conclude about one file: kind, identifiers, dates, amounts, parties, problems, notes?
import { findIdentifiers } from '../../domain/identifiers/find-identifiers.ts';
import { applyLearnedLabels } from '../../domain/identifiers/learned-labels.ts';
import type { FoundDate, KindResult, RecogniseInput, Recognition } from '../../domain/inspection.ts';
import { classifyKind } from '../../domain/kinds/classify-kind.ts';
import { classifyFile } from '../../domain/kinds/file-class.ts';
import type { PageText } from '../../domain/reading.ts';
import {
  addAmountOfCode,
  addDateOfCode,
  type FapiaoCode,
  identifiersOfCode,
  kindOfCode,
  readFapiaoCode,
} from '../../domain/text/fapiao-code.ts';
import { findAmounts } from '../../domain/text/find-amounts.ts';
import { findDates } from '../../domain/text/find-dates.ts';
import { findParties } from '../../domain/text/find-parties.ts';
import { signText } from '../../domain/text/resemblance.ts';
import { type ChosenLessons, chooseLessons } from './choose-lessons.ts';
import { isHeadedCreditNote } from './credit-note.ts';
import { chooseDocumentDate } from './document-date.ts';
import { detectLanguage } from './document-language.ts';
import { chooseTitle } from './document-title.ts';
import { findDocumentWarnings } from './document-warnings.ts';
import { type InvoiceXmlFindings, readInvoiceXml } from './invoice-xml.ts';
import { correctKind } from './kind-mistakes.ts';
import { guessKind, type KindModel } from './kind-model.ts';
import {
  applyAmountLessons,
  applyDateLessons,
  applyPartyLessons,
  tellTaughtOrder,
} from './learned-findings.ts';
import { applyPartLessons } from './learned-parts.ts';
import { markVideoFrames } from './mark-video-frames.ts';
import { mergeAmounts, mergeDates, mergeIdentifiers, mergeParties } from './merge-findings.ts';
import { findServingProblems } from './serving-problems.ts';

/** Rises whenever recognition gives other results for the same input. */
export const RECOGNITION_VERSION = 6;

const MAX_XML_PAGES = 5;

/**
 * Everything that is concluded from one file's text, names, codes and properties. Pure: no clock, no disk. Rules decide
 * the kind first; the learned `model` speaks where they abstain, or where people corrected them on the same form.
 */
export function recognise(input: RecogniseInput, model?: KindModel): Recognition {
  const readable = withoutMarkup(input);
  const structured = readEmbeddedInvoices(input);
  // An e-invoice's own tags are read by their meaning, not as labels.
  const printed =
    structured === null
      ? readable
      : { ...readable, pages: readable.pages.filter((page) => page.source !== 'xml') };
  const code = readFapiaoCode(input.barcodes);
  const ofCode = code === null ? [] : identifiersOfCode(code);
  // What the code states is not guessed again from the shape of other numbers.
  const found = findIdentifiers(readable).filter(
    ({ reason }) => ofCode.length === 0 || reason.code !== 'fapiaoShape',
  );
  const byRules = mergeIdentifiers(
    structured?.identifiers ?? [],
    [...ofCode, ...found],
    printed.pages.length === 0,
  );
  const labels = model?.labels ?? [];
  const identifiers = labels.length === 0 ? byRules : applyLearnedLabels(byRules, readable.pages, labels);
  // Blurred frames give the same name and date in many spellings: of a video only what can be checked is taken.
  const written = input.mediaType.startsWith('video/') ? { ...printed, pages: [] } : printed;
  const partiesByRules = mergeParties(structured?.parties ?? [], findParties(written));
  const chosen = chooseLessons(model?.lessons ?? [], input.documentId, written.pages, partiesByRules);
  const readDates = findDatesAsTaught(written, chosen);
  const dates = applyDateLessons(
    addDateOfCode(mergeDates(structured?.dates ?? [], readDates), code),
    chosen,
    written.pages,
  );
  const amounts = applyAmountLessons(
    addAmountOfCode(mergeAmounts(structured?.amounts ?? [], findAmounts(written)), code),
    chosen,
    written.pages,
  );
  const parties = applyPartyLessons(partiesByRules, chosen, written.pages);
  const kind = applyPartLessons(
    chooseKind(classifyKind(input, identifiers), input, code, model),
    readable,
    chosen,
  );
  const documentDate = chooseDocumentDate(kind.slug, dates, input);
  const language = detectLanguage(
    readable.pages
      .slice(0, 5)
      .map((page) => page.text)
      .join('\n'),
  );
  const textSign = isPaper(input.mediaType) ? signText(readable.pages) : undefined;
  return {
    version: RECOGNITION_VERSION,
    kind,
    identifiers: markVideoFrames(identifiers, input),
    dates,
    amounts,
    // The first line of a paper whose kind nobody knows may be anything.
    parties:
      kind.slug === 'unknown' ? parties.filter(({ reason }) => reason.code !== 'partyFirstLine') : parties,
    problems: findServingProblems(kind.slug, identifiers, readable),
    warnings: findDocumentWarnings({
      input: readable,
      kind,
      identifiers,
      amounts,
      isCreditNote: structured?.isCreditNote ?? isHeadedCreditNote(printed, kind.slug, amounts),
    }),
    title: chooseTitle(input),
    ...(documentDate === undefined ? {} : { documentDate }),
    ...(language === undefined ? {} : { language }),
    ...(textSign === undefined ? {} : { textSign }),
  };
}

/** Ambiguous dates as a person read them on such papers; without a lesson by the rules alone. */
function findDatesAsTaught(input: RecogniseInput, chosen: ChosenLessons): FoundDate[] {
  if (chosen.order === undefined) return findDates(input);
  return tellTaughtOrder(findDates(input), findDates(input, chosen.order.order), chosen);
}

/** Papers, scans and letters; tables, mails and programs repeat each other without being the same. */
function isPaper(mediaType: string): boolean {
  const fileClass = classifyFile(mediaType);
  return fileClass === 'P' || fileClass === 'I' || fileClass === 'O';
}

/** Rules first; where they abstain, what people confirmed before may help. */
function chooseKind(
  byRules: KindResult,
  input: RecogniseInput,
  code: FapiaoCode | null,
  model: KindModel | undefined,
): KindResult {
  if (byRules.slug === 'unknown' && code !== null)
    return { ...byRules, slug: kindOfCode(code), confidence: 0.92, reasons: [{ code: 'kind_fapiao_code' }] };
  if (model === undefined) return byRules;
  if (byRules.slug !== 'unknown') return correctKind(byRules, input, model.mistakes ?? []) ?? byRules;
  const guess = guessKind(model, input);
  if (guess === null) return byRules;
  return {
    slug: guess.slug,
    confidence: guess.confidence,
    reasons: [
      { code: 'kind_learned', params: { examples: guess.examples, features: guess.features.join(', ') } },
    ],
    alternatives: [
      ...guess.alternatives,
      ...byRules.alternatives.filter((other) => other.slug !== guess.slug),
    ].slice(0, 4),
  };
}

/** The first e-invoice among the raw XML pages: standalone, or embedded in a PDF or OFD. */
function readEmbeddedInvoices(input: RecogniseInput): InvoiceXmlFindings | null {
  const candidates = input.pages.filter(
    (page) => page.source === 'xml' || /^\s*<(?:\?xml|[\w.-]+:?\w*Invoice)/.test(page.text.slice(0, 200)),
  );
  for (const page of candidates.slice(0, MAX_XML_PAGES)) {
    const findings = readInvoiceXml(page.text);
    if (findings !== null) return findings;
  }
  return null;
}

/**
 * The pages for the finders of text. XML that accompanies printed pages only repeats them and is left out; a file that
 * is nothing but XML is marked as such, so that the finders read its tags as labels.
 */
function withoutMarkup(input: RecogniseInput): RecogniseInput {
  const printed = input.pages.filter((page) => !isMarkup(page));
  if (printed.length === input.pages.length) return input;
  const pages = printed.some((page) => page.text.trim() !== '')
    ? printed
    : input.pages.map((page) => ({ ...page, source: 'xml' as const }));
  return { ...input, pages };
}

/** Some readers give structured data as plain lines; those are as readable as print. */
function isMarkup(page: PageText): boolean {
  return page.source === 'xml'
    ? page.text.trimStart().startsWith('<')
    : /^\uFEFF?\s*<\?xml\s/.test(page.text.slice(0, 200));
}
