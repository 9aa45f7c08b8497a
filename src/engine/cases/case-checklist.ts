// What does a case still need, what does it have, and what in the archive could fill the gap?
import { fillTemplate } from '../../domain/errors.ts';
import type { Reason } from '../../domain/inspection.ts';
import { isSensitiveKind } from '../../domain/kinds/document-kinds.ts';
import { describeKind } from '../../domain/kinds/kind-name.ts';
import {
  buildChecklist,
  type ChecklistCandidate,
  type ChecklistResult,
  readinessPercent,
} from '../../domain/problems/checklist.ts';
import { kindsSatisfying } from '../../domain/problems/kind-groups.ts';
import type { Bilingual, ProblemType } from '../../domain/problems/problem-type.ts';
import { sumUnitsTogether } from '../../domain/problems/units-together.ts';
import type { Product } from '../../domain/reports/invoice-lines.ts';
import { problems as en } from '../../i18n/en/problems.ts';
import { problems as zh } from '../../i18n/zh-CN/problems.ts';
import type { EngineContext } from '../engine-context.ts';
import { findAlike } from '../store/document-signs.ts';
import { readCaseFacts, readRuleDocument } from './case-facts.ts';
import { type CaseRecord, readExhibitRecords, readSubjects } from './case-records.ts';
import { readCaseProduct, UNIT_RULES } from './case-units.ts';
import type { CaseChecklistRow, CaseExhibit, Suggestion } from './case-view.ts';
import { requireProblem } from './effective-problems.ts';
import { suggestDocuments } from './suggest-documents.ts';

/** Suggestions shown per row. */
const SHOWN_SUGGESTIONS = 5;
const MOST_ALIKE = 20;
/** From here on a candidate shares an identifier with the case, directly or over its parcel (suggest-documents.ts). */
const LINKED_SCORE = 0.5;

function runChecklist(context: EngineContext, record: CaseRecord): readonly ChecklistResult[] {
  const problem = requireProblem(context, record.problemSlug);
  const counted = readCounted(context, record, problem);
  const candidates = readExhibitRecords(context, record.id).map(
    (row): ChecklistCandidate => ({
      exhibit: row.label,
      ...readRuleDocument(context, row.documentId, counted),
    }),
  );
  const unitsTogether = sumUnitsTogether(candidates.map((one) => one.document));
  return buildChecklist(problem, candidates, {
    ...readCaseFacts(context, record, problem.rules),
    ...(unitsTogether === undefined ? {} : { unitsTogether }),
  });
}

/** The product whose units count, when the problem's rules ask for units at all. */
function readCounted(
  context: EngineContext,
  record: CaseRecord,
  problem: ProblemType,
): { product: Product | null } | undefined {
  return problem.rules.some((rule) => UNIT_RULES.includes(rule))
    ? { product: readCaseProduct(context, readSubjects(context, record.id)) }
    : undefined;
}

/** 0…100, see readinessPercent. */
export function readinessOf(context: EngineContext, record: CaseRecord): number {
  return readinessPercent(runChecklist(context, record));
}

/** The checklist with suggestions for rows that are missing or weak. */
export function readCaseChecklist(
  context: EngineContext,
  record: CaseRecord,
  exhibits: readonly CaseExhibit[],
): CaseChecklistRow[] {
  const rows = runChecklist(context, record);
  const problem = requireProblem(context, record.problemSlug);
  const byLabel = new Map(exhibits.map((e) => [e.label, e]));
  const accepted = new Map(
    rows.map((row) => [row.kindSlug, kindsSatisfying(row.kindSlug, problem.alternatives)]),
  );
  const used = new Set(exhibits.map((e) => e.document.id));
  const candidates = suggestDocuments(
    context,
    readSubjects(context, record.id),
    [...new Set([...accepted.values()].flat())],
    used,
  );
  const facts = readCaseFacts(context, record, problem.rules);
  const counted = readCounted(context, record, problem);
  const alike = new Map<number, { exhibit: string; percent: number }>();
  for (const exhibit of exhibits)
    for (const { id, resemblance } of findAlike(context.archive, exhibit.document.id, MOST_ALIKE))
      if (!alike.has(id)) alike.set(id, { exhibit: exhibit.label, percent: resemblance.percent });
  return rows.map((row) => ({
    kind: row.kindSlug,
    kindName: describeKind(row.kindSlug),
    required: row.required,
    state: row.state,
    exhibits: row.exhibits.flatMap((e) => {
      const exhibit = byLabel.get(e.exhibit);
      return exhibit === undefined
        ? []
        : [
            {
              exhibitId: exhibit.id,
              label: exhibit.label,
              documentId: exhibit.document.id,
              outcomes: e.outcomes,
            },
          ];
    }),
    reasons: row.reasons,
    toConfirm: row.toConfirm,
    note: describeRow(row),
    suggestions: (accepted.get(row.kindSlug) ?? [])
      .flatMap((kind) => candidates.get(kind) ?? [])
      // A slip or POD of some other order is no evidence here: only what shares an identifier is worth proposing.
      .filter((candidate) => candidate.score >= LINKED_SCORE || !PER_ORDER_KINDS.has(row.kindSlug))
      .sort((a, b) => b.score - a.score)
      .slice(0, SHOWN_SUGGESTIONS)
      .map(
        (candidate): Suggestion => ({
          ...candidate,
          ...(alike.has(candidate.document.id) ? { alike: alike.get(candidate.document.id) } : {}),
          outcomes: checkCandidate(context, problem, row.kindSlug, candidate.document.id, facts, counted),
        }),
      ),
  }));
}

function checkCandidate(
  context: EngineContext,
  problem: ProblemType,
  kindSlug: string,
  documentId: number,
  facts: ReturnType<typeof readCaseFacts>,
  counted: { product: Product | null } | undefined,
): Suggestion['outcomes'] {
  const rows = buildChecklist(
    problem,
    [{ exhibit: 'candidate', ...readRuleDocument(context, documentId, counted) }],
    facts,
  );
  return rows.find((row) => row.kindSlug === kindSlug)?.exhibits[0]?.outcomes ?? [];
}

/** Documents that a row with nothing in it should get at once: share an identifier with the case and fail no rule. */
export function pickSuggested(rows: readonly CaseChecklistRow[]): { documentId: number; roleKind: string }[] {
  const picked = new Map<number, string>();
  for (const row of rows) {
    if (row.state === 'have') continue;
    for (const suggestion of row.suggestions) {
      // Sensitive kinds are never added on their own (domain.md 2.7).
      if (isSensitiveKind(suggestion.document.kind)) continue;
      if (
        suggestion.alike !== undefined ||
        suggestion.score < LINKED_SCORE ||
        suggestion.outcomes.some((o) => o.result === 'fail' && !COLLECTIVE_RULES.has(o.rule))
      )
        continue;
      if (!picked.has(suggestion.document.id)) picked.set(suggestion.document.id, row.kind);
      // One good document is enough unless each order needs its own.
      if (row.reasons.every((reason) => reason.code !== 'ordersNotCovered') && !PER_ORDER_KINDS.has(row.kind))
        break;
    }
  }
  return [...picked].map(([documentId, roleKind]) => ({ documentId, roleKind }));
}

/** Rules that all papers of a kind fulfil together: a purchase that is too small alone is still wanted. */
const COLLECTIVE_RULES: ReadonlySet<string> = new Set(['INV-02']);

/** Kinds of which every cited order needs its own document. */
const PER_ORDER_KINDS: ReadonlySet<string> = new Set([
  'tracking_slip',
  'pod',
  'shipping_label',
  'order_detail',
  'packing_photo',
  'shipping_video',
]);

function describeRow(row: ChecklistResult): Bilingual | null {
  if (row.state === 'have') return null;
  const texts = (catalogue: Readonly<Record<string, string>>, language: 'zh' | 'en'): string =>
    [
      ...row.reasons.map((reason) => describeReason(catalogue, reason, language)),
      ...(row.get === undefined ? [] : [row.get[language]]),
    ]
      .filter((text) => text !== '')
      .join(language === 'zh' ? '；' : '; ');
  return { zh: texts(zh, 'zh'), en: texts(en, 'en') };
}

function describeReason(
  catalogue: Readonly<Record<string, string>>,
  reason: Reason,
  language: 'zh' | 'en',
): string {
  const template = catalogue[reason.code];
  if (template === undefined) return reason.code;
  const params: Record<string, string | number> = { ...reason.params };
  // Kinds are named, not given by their slug.
  if (typeof params['kind'] === 'string') params['kind'] = describeKind(params['kind'])[language];
  return fillTemplate(template, params);
}
