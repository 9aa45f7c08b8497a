// What kind of document is this file, how sure are we, and why?
import type { FoundIdentifier, KindResult, Reason, RecogniseInput } from '../inspection.ts';
import { readCarrierMail } from './carrier-mail.ts';
import { normaliseForCues } from './cue-text.ts';
import { decideDocumentByName, decideMediaByName, type NameDecision } from './decide-by-name.ts';
import { confidenceOf, type Decision, decide, MIN_CONFIDENCE, rankScores } from './decide-kind.ts';
import type { FileClass } from './document-kind.ts';
import { KIND_BY_SLUG } from './document-kinds.ts';
import { type EmailOrigin, extractAddress, findEmailOrigin } from './email-origin.ts';
import { demandsAnswer, printsEnforcement, saysEnforcement } from './enforcement-evidence.ts';
import { classifyFile } from './file-class.ts';
import { findKindParts } from './kind-parts.ts';
import { addIdentifierScores, addNameScores, type KindScore, scoreText } from './kind-score.ts';
import { addLayoutScores } from './layout-evidence.ts';
import { findStructureEvidence } from './structure-evidence.ts';

const MAX_ALTERNATIVES = 4;
const MIN_ALTERNATIVE_SCORE = 2;
const FIRST_PAGES = 2;
/** Fewer characters than this in the whole file is no text to judge by. */
const LITTLE_TEXT = 24;
/** A text verdict this strong outweighs what the file name says about a photo. */
const STRONG_TEXT = 0.8;

/** A carrier's words about a parcel, from its own address. */
const CARRIER_MAIL = 0.86;

const ORIGIN_POINTS = { relay: 6, amazon: 2, content: 4 } as const;

/**
 * Names the kind of a document by domain.md section 2, or "unknown" when nothing is sure enough. Structure (XML root,
 * report header) comes first, then wording with names and identifiers, then names alone for files without text.
 */
export function classifyKind(input: RecogniseInput, identifiers: readonly FoundIdentifier[]): KindResult {
  const fileClass = classifyFile(input.mediaType);
  if (fileClass === null) {
    const isLocked = input.problems.some((problem) => problem.code === 'NEEDS_PASSWORD');
    return unknownKind([], isLocked ? 'kind_locked' : 'kind_no_document');
  }
  const structure = findStructureEvidence(input)[0];
  if (structure !== undefined) {
    return {
      slug: structure.slug,
      confidence: structure.confidence,
      reasons: [structure.reason],
      alternatives: [],
    };
  }
  if (fileClass === 'X') return unknownKind([], 'kind_unsure');

  const textPages = input.pages.filter(
    (page) => page.text.trim() !== '' && !(page.source === 'xml' && page.text.trimStart().startsWith('<')),
  );
  const parts = findKindParts(input, fileClass);
  const judged = parts === undefined ? textPages.slice(0, FIRST_PAGES) : textPages.slice(0, 1);
  const text = joinPages(judged.map((page) => page.text));
  const carrierMail = fileClass === 'E' ? readCarrierMail(input.properties.email, text) : null;
  if (carrierMail !== null) {
    return {
      slug: carrierMail,
      confidence: CARRIER_MAIL,
      reasons: [{ code: 'kind_carrier_mail' }],
      alternatives: [],
    };
  }
  const scores = scoreText(text, input.properties.email?.subject);
  addLayoutScores(scores, fileClass, normaliseForCues(text), input, identifiers);
  addNameScores(scores, input);
  addIdentifierScores(scores, identifiers);
  const origin = fileClass === 'E' ? findEmailOrigin(input.properties.email) : 'other';
  if (origin === 'amazon') addMailScores(scores, text, identifiers, input.properties.email?.from);
  else if (fileClass !== 'E' && printsEnforcement(normaliseForCues(text)))
    addContent(scores, 'performance_notification', 'kind_enforcement');
  if (fileClass === 'E') addOriginScores(scores, origin);

  const ranked = rankScores(scores, fileClass, input);
  const textLength = textPages.reduce((sum, page) => sum + page.text.trim().length, 0);
  const byText =
    textLength >= LITTLE_TEXT
      ? decideFromText(ranked, origin, fileClass === 'I' ? textLength : Number.POSITIVE_INFINITY)
      : null;
  const byName = decideNames(scores, fileClass, identifiers, input, textLength);
  if (byName !== null && (byText === null || (byName.byFileName && byText.confidence < STRONG_TEXT))) {
    const { slug, confidence, reasons } = byName;
    return {
      slug,
      confidence: round(confidence),
      reasons,
      alternatives: listAlternatives(ranked, byName.slug),
    };
  }
  if (byText === null) {
    const main = parts?.find((part) => part.slug !== 'unknown');
    if (main === undefined)
      return unknownKind(ranked, textLength < LITTLE_TEXT ? 'kind_no_text' : 'kind_unsure');
    return {
      ...unknownKind(ranked, 'kind_parts'),
      slug: main.slug,
      confidence: MIN_CONFIDENCE + 0.06,
      parts,
    };
  }
  const result: KindResult = {
    slug: byText.best.slug,
    confidence: round(byText.confidence),
    reasons: byText.best.reasons,
    alternatives: listAlternatives(ranked, byText.best.slug),
  };
  return parts === undefined ? result : { ...result, parts };
}

function decideNames(
  scores: readonly KindScore[],
  fileClass: FileClass,
  identifiers: readonly FoundIdentifier[],
  input: RecogniseInput,
  textLength: number,
): NameDecision | null {
  const media =
    fileClass === 'V' || fileClass === 'I'
      ? decideMediaByName(scores, fileClass, identifiers, input.media.camera !== undefined)
      : null;
  if (media?.byFileName === true || fileClass === 'V' || textLength >= LITTLE_TEXT) return media;
  return decideDocumentByName(scores, fileClass) ?? media;
}

/** An e-mail from Amazon that is nothing more special is still a notification; only then does its common wording count. */
function decideFromText(
  ranked: readonly KindScore[],
  origin: EmailOrigin,
  textLength: number,
): Decision | null {
  if (origin !== 'amazon' && origin !== 'amazon_payments') return decide(ranked, textLength);
  // Amazon sends no utility bills and licences: it asks for them.
  const special = ranked.filter(
    (score) => score.slug !== 'amazon_notification' && isWrittenByAmazon(score.slug),
  );
  const decision = decide(special, textLength);
  if (decision !== null) return decision;
  const notification = ranked.find((score) => score.slug === 'amazon_notification');
  return notification === undefined ? null : { best: notification, confidence: 0.78 };
}

function addOriginScores(scores: readonly KindScore[], origin: EmailOrigin): void {
  for (const score of scores) {
    if (score.slug === 'buyer_message' && (origin === 'buyer_relay' || origin === 'to_buyer')) {
      score.score += ORIGIN_POINTS.relay;
      score.hasDecisive = true;
      score.reasons.unshift({
        code: origin === 'buyer_relay' ? 'kind_from_buyer_relay' : 'kind_to_buyer_relay',
      });
    }
    if (origin !== 'amazon' && origin !== 'amazon_payments') continue;
    if (score.slug === 'amazon_notification') {
      score.score = Math.max(score.score, 0) + ORIGIN_POINTS.amazon;
      score.reasons.unshift({ code: 'kind_from_amazon' });
    } else if (score.score >= 2 && isAmazonMail(score.slug)) {
      score.score += ORIGIN_POINTS.amazon;
      score.evidence += 1;
      score.reasons.unshift({ code: 'kind_from_amazon' });
    }
  }
}

/** What Amazon's mails say in any words: a case by its number in the subject, an enforcement by loss and way back. */
function addMailScores(
  scores: readonly KindScore[],
  text: string,
  identifiers: readonly FoundIdentifier[],
  from: string | undefined,
): void {
  const isCase = identifiers.some((found) => found.type === 'case_id' && found.source === 'email_header');
  if (isCase) {
    addContent(scores, 'case_correspondence', 'kind_case_in_subject');
    return;
  }
  const plain = normaliseForCues(text);
  if (saysEnforcement(plain) || demandsAnswer(extractAddress(from), plain))
    addContent(scores, 'performance_notification', 'kind_enforcement');
}

function addContent(scores: readonly KindScore[], slug: string, code: string): void {
  const score = scores.find((one) => one.slug === slug);
  if (score === undefined) return;
  score.score += ORIGIN_POINTS.content;
  score.evidence += 2;
  score.hasLayout = true;
  score.reasons.push({ code });
}

function isWrittenByAmazon(slug: string): boolean {
  return (
    KIND_BY_SLUG.get(slug)?.group === 'amazon' ||
    slug === 'fba_appointment' ||
    slug === 'fba_shipment_summary' ||
    slug === 'supplier_invoice'
  );
}

function isAmazonMail(slug: string): boolean {
  return [
    'performance_notification',
    'case_correspondence',
    'return_record',
    'refund_record',
    'atoz_record',
    'chargeback_notice',
    'safet_record',
    'fba_appointment',
    'order_detail',
  ].includes(slug);
}

function listAlternatives(
  ranked: readonly KindScore[],
  chosen: string,
): { slug: string; confidence: number }[] {
  return ranked
    .filter((score) => score.slug !== chosen && score.score >= MIN_ALTERNATIVE_SCORE)
    .slice(0, MAX_ALTERNATIVES)
    .map((score) => ({
      slug: score.slug,
      confidence: round(Math.min(0.9, confidenceOf(score.score) * 0.75)),
    }));
}

function unknownKind(ranked: readonly KindScore[], code: string): KindResult {
  const reasons: Reason[] = [{ code }];
  return { slug: 'unknown', confidence: 0, reasons, alternatives: listAlternatives(ranked, 'unknown') };
}

function joinPages(texts: readonly string[]): string {
  return texts.map((text) => text.slice(0, 3_000)).join('\n');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
