// When is a score good enough to name a kind, and how sure are we?
import type { RecogniseInput } from '../inspection.ts';
import type { FileClass } from './document-kind.ts';
import { KIND_BY_SLUG } from './document-kinds.ts';
import type { KindScore } from './kind-score.ts';

/** Below this a document stays unsorted: a wrong label costs more than a question. */
export const MIN_CONFIDENCE = 0.56;
const MIN_SCORE = 5;
/** Lead over the next kind, as a share of the score, that counts as clear; below the lesser one nothing is decided. */
const CLEAR_LEAD = 0.35;
const LEAST_LEAD = 0.1;
/** A decisive heading wins with this share of the best score. */
const DECISIVE_SHARE = 0.75;
/** On a picture of few words, of which OCR lost some, three labels of one kind are many. */
const SHORT_TEXT = 900;
const SHORT_TEXT_SCORE = 6;
/** Score at which confidence reaches 63 %. */
const SCORE_SCALE = 5.5;
/** A kind of another file class is possible (a packing list pasted into a text file) but less likely. */
const OTHER_CLASS_FACTOR = 0.75;

const AMAZON_WORDS = /amazon|亚马逊|seller central|卖家平台|卖家后台|\bfba\b|\basin\b|a-to-z|safe-t/i;
/** Kinds of the Amazon group that are written outside Amazon too. */
const AMAZON_WORD_NOT_NEEDED = new Set(['translation', 'amazon_report', 'settlement_report']);

export interface Decision {
  readonly best: KindScore;
  readonly confidence: number;
}

/** Scores that this file class and wording allow, best first. */
export function rankScores(
  scores: readonly KindScore[],
  fileClass: FileClass,
  input: RecogniseInput,
): KindScore[] {
  const mentionsAmazon = AMAZON_WORDS.test(headOfText(input));
  const ranked: KindScore[] = [];
  for (const score of scores) {
    const kind = KIND_BY_SLUG.get(score.slug);
    if (kind === undefined || score.score <= 0 || kind.byNameAlone === true || kind.group === 'none')
      continue;
    const fits = kind.types.includes(fileClass);
    if (!fits && (fileClass === 'E' || fileClass === 'V' || fileClass === 'X')) continue;
    if (kind.group === 'amazon' && !mentionsAmazon && !AMAZON_WORD_NOT_NEEDED.has(score.slug)) continue;
    ranked.push(fits ? score : { ...score, score: score.score * OTHER_CLASS_FACTOR });
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/**
 * The best of `ranked`, or null when it is too weak, rests on one common word, or hardly leads. `textLength` is the
 * number of characters of a picture's text; infinite for files whose text is complete.
 */
export function decide(ranked: readonly KindScore[], textLength: number): Decision | null {
  const best = preferDecisive(ranked);
  if (best === undefined || best.score < MIN_SCORE || !isSufficient(best, textLength)) return null;
  const rival = ranked.find((score) => score !== best && !isSameFamily(score.slug, best.slug));
  const lead = rival === undefined ? 1 : Math.max(0, best.score - rival.score) / best.score;
  const provenByWording =
    (best.hasDecisive && rival?.hasDecisive !== true) || (best.opensPage && rival?.opensPage !== true);
  if (lead < LEAST_LEAD && !provenByWording) return null;
  const confidence = confidenceOf(best.score) * (0.75 + 0.25 * Math.min(1, lead / CLEAR_LEAD));
  if (confidence < MIN_CONFIDENCE) return null;
  return { best, confidence: Math.min(0.97, confidence) };
}

/** Words that no other kind prints outweigh a somewhat higher sum of common ones. */
function preferDecisive(ranked: readonly KindScore[]): KindScore | undefined {
  const first = ranked[0];
  if (first === undefined || first.hasDecisive) return first;
  return (
    ranked.find(
      (score) => score.hasDecisive && score.hasHeading && score.score >= first.score * DECISIVE_SHARE,
    ) ?? first
  );
}

/** 0…1 for a score, before its lead over others is looked at. */
export function confidenceOf(score: number): number {
  return score <= 0 ? 0 : 1 - Math.exp(-score / SCORE_SCALE);
}

/** Never one generic word: a heading of its own with more or as the page's title, a common heading with two labels, or many labels for so little text. */
function isSufficient(score: KindScore, textLength: number): boolean {
  if (score.hasDecisive) return true;
  if (score.hasHeading && (score.evidence >= 2 || score.fileName > 0 || score.opensPage)) return true;
  if (score.hasGenericHeading && score.labels >= 2) return true;
  if (score.hasLayout && score.evidence >= 2) return true;
  return score.labels >= (textLength < SHORT_TEXT && score.score >= SHORT_TEXT_SCORE ? 3 : 4);
}

/** Kinds that may stand in for one another need no lead: any of them answers the same requirement. */
function isSameFamily(a: string, b: string): boolean {
  const first = KIND_BY_SLUG.get(a)?.satisfies ?? [];
  const second = KIND_BY_SLUG.get(b)?.satisfies ?? [];
  return first.some((slug) => second.includes(slug));
}

function headOfText(input: RecogniseInput): string {
  const email = input.properties.email;
  const parts = [email?.subject ?? '', email?.from ?? '', ...(email?.to ?? []), input.fileName];
  for (const page of input.pages.slice(0, 3)) parts.push(page.text.slice(0, 6_000));
  return parts.join('\n');
}
