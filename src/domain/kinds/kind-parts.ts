// Does one file hold several kinds, and on which pages?
import type { KindResult, RecogniseInput } from '../inspection.ts';
import { decide, rankScores } from './decide-kind.ts';
import type { FileClass } from './document-kind.ts';
import { scoreText } from './kind-score.ts';

export type KindPart = NonNullable<KindResult['parts']>[number];

const MAX_PAGES = 30;
/** Kinds that are read through: their later pages quote other papers without being them. */
const READ_THROUGH = new Set([
  'purchase_contract',
  'license_agreement',
  'lease_contract',
  'test_report',
  'sds',
  'product_manual',
  'performance_notification',
  'case_correspondence',
  'court_order',
  'poa_document',
  'patent_certificate',
  'shareholding_chart',
]);

/**
 * Page ranges of different kinds, or undefined when all pages belong together. A page opens a new part only with a
 * clear heading of its own; pages without one belong to the part before them.
 */
export function findKindParts(input: RecogniseInput, fileClass: FileClass): KindPart[] | undefined {
  if (fileClass !== 'P' && fileClass !== 'I' && fileClass !== 'O') return undefined;
  const pages = input.pages.filter((page) => page.source !== 'xml' && page.text.trim().length > 40);
  if (pages.length < 2 || pages.length > MAX_PAGES) return undefined;
  const parts: { slug: string; fromPage: number; toPage: number }[] = [];
  for (const page of pages) {
    const single: RecogniseInput = { ...input, pages: [page] };
    const decision = decide(rankScores(scoreText(page.text), fileClass, single), Number.POSITIVE_INFINITY);
    const current = parts.at(-1);
    const opens =
      decision !== null &&
      decision.confidence >= 0.62 &&
      (decision.best.hasHeading || decision.best.hasGenericHeading);
    if (current === undefined) {
      parts.push({ slug: decision?.best.slug ?? 'unknown', fromPage: page.page, toPage: page.page });
    } else if (opens && decision.best.slug !== current.slug && !READ_THROUGH.has(current.slug)) {
      parts.push({ slug: decision.best.slug, fromPage: page.page, toPage: page.page });
    } else {
      current.toPage = page.page;
    }
  }
  const known = new Set(parts.filter((part) => part.slug !== 'unknown').map((part) => part.slug));
  return known.size >= 2 ? parts : undefined;
}
