// Which documents does a case need, which of its exhibits satisfy which need, and what is wrong or missing?
import type { Reason } from '../inspection.ts';
import { describeKind } from '../kinds/kind-name.ts';
import { rulesForKind } from './acceptance-rules.ts';
import { evaluateRule } from './evaluate-rule.ts';
import { HOW_TO_GET } from './how-to-get.ts';
import { INVOICE_KINDS, kindsSatisfying, NEVER_INVOICE_KINDS, TRACKING_KINDS } from './kind-groups.ts';
import type { Bilingual, ProblemType } from './problem-type.ts';
import type { CaseFacts, RuleDocument, RuleResult } from './rule-input.ts';
import { identifiersOf } from './rule-input.ts';

/** An exhibit of the case, or a document that might become one. */
export interface ChecklistCandidate {
  /** "E03", or any stable name of a candidate. */
  readonly exhibit: string;
  readonly document: RuleDocument;
  /** Further kinds in the same file (an invoice with its packing list). */
  readonly otherKinds?: readonly string[];
}

export interface RuleOutcome extends RuleResult {
  readonly rule: string;
}

export interface CheckedExhibit {
  readonly exhibit: string;
  /** Every rule that applies, with its answer and both compared values. */
  readonly outcomes: readonly RuleOutcome[];
}

export interface ChecklistResult {
  readonly kindSlug: string;
  readonly required: boolean;
  /** "weak": something is there, but every one of them fails a rule, or an order of the case is not covered. */
  readonly state: 'have' | 'weak' | 'missing';
  readonly exhibits: readonly CheckedExhibit[];
  /** Why weak or missing: keys of the i18n catalogue `problems`. Empty for "have". */
  readonly reasons: readonly Reason[];
  /** What only a person can confirm. */
  readonly toConfirm: readonly RuleOutcome[];
  /** What to get and from whom; set unless the state is "have". */
  readonly get?: Bilingual;
}

function nameKind(kind: string): Readonly<Record<string, string>> {
  const name = describeKind(kind);
  return { kind, kindZh: name.zh, kindEn: name.en };
}

function evaluateDocument(
  rules: readonly string[],
  document: RuleDocument,
  facts: CaseFacts,
): readonly RuleOutcome[] {
  return rulesForKind(rules, document.kind).map((rule) => ({
    rule: rule.id,
    ...evaluateRule(rule.id, { document, facts }),
  }));
}

/** Orders of the case that none of the documents names, by order ID or by a tracking number that is known. */
function findUncoveredOrders(
  documents: readonly RuleDocument[],
  facts: CaseFacts,
): { readonly uncovered: readonly string[]; readonly unknown: readonly string[] } {
  if (facts.orders.length <= 1) return { uncovered: [], unknown: [] };
  const named = new Set(
    documents.flatMap((d) => identifiersOf(d, 'order_id', 'tracking_number').map((i) => i.value)),
  );
  const open = facts.orders.filter(
    (o) => !named.has(o.orderId) && !(o.trackingNumber !== undefined && named.has(o.trackingNumber)),
  );
  return {
    uncovered: open.filter((o) => o.trackingNumber !== undefined).map((o) => o.orderId),
    unknown: open.filter((o) => o.trackingNumber === undefined).map((o) => o.orderId),
  };
}

function buildRow(
  kindSlug: string,
  required: boolean,
  accepted: readonly string[],
  rules: readonly string[],
  candidates: readonly ChecklistCandidate[],
  facts: CaseFacts,
): ChecklistResult {
  const ofKind = candidates.filter((c) =>
    [c.document.kind, ...(c.otherKinds ?? [])].some((k) => accepted.includes(k)),
  );
  // A credit note is shaped like an invoice and says the opposite.
  const isRefusedCredit = (c: ChecklistCandidate): boolean =>
    c.document.isCreditNote === true && INVOICE_KINDS.includes(c.document.kind);
  const fitting = ofKind.filter((c) => !isRefusedCredit(c));
  const get = HOW_TO_GET[kindSlug];
  if (fitting.length === 0) {
    // A pro-forma invoice in place of an invoice is worth saying: the seller believes to have one (INV-06).
    const refused = INVOICE_KINDS.includes(kindSlug)
      ? candidates.filter((c) => NEVER_INVOICE_KINDS.includes(c.document.kind))
      : [];
    const reasons: Reason[] = refused.map((c) => ({
      code: 'notAnInvoice',
      params: { ...nameKind(c.document.kind), exhibit: c.exhibit },
    }));
    for (const { exhibit } of ofKind.filter(isRefusedCredit))
      reasons.push({ code: 'creditNoteNotInvoice', params: { exhibit } });
    return {
      kindSlug,
      required,
      state: 'missing',
      exhibits: [],
      reasons: [{ code: 'kindMissing', params: nameKind(kindSlug) }, ...reasons],
      toConfirm: [],
      get,
    };
  }
  const exhibits = fitting.map((c) => ({
    exhibit: c.exhibit,
    outcomes: evaluateDocument(rules, c.document, facts),
  }));
  const failed = (e: CheckedExhibit): readonly RuleOutcome[] => e.outcomes.filter((o) => o.result === 'fail');
  const good = exhibits.filter((e) => failed(e).length === 0);
  const reasons: Reason[] =
    good.length > 0
      ? []
      : exhibits.flatMap((e) =>
          failed(e).map((o) => ({
            code: o.reason.code,
            params: { ...o.reason.params, exhibit: e.exhibit, rule: o.rule },
          })),
        );
  const toConfirm = (good.length > 0 ? good : exhibits).flatMap((e) =>
    e.outcomes.filter((o) => o.result === 'ask'),
  );
  if (TRACKING_KINDS.includes(kindSlug) || kindSlug === 'order_detail') {
    const { uncovered, unknown } = findUncoveredOrders(
      fitting.map((c) => c.document),
      facts,
    );
    if (uncovered.length > 0)
      reasons.push({ code: 'ordersNotCovered', params: { orders: uncovered.join(', ') } });
    if (unknown.length > 0) {
      toConfirm.push({
        rule: 'TRK-01',
        result: 'ask',
        reason: { code: 'ordersToConfirm', params: { orders: unknown.join(', ') } },
      });
    }
  }
  const state = reasons.length === 0 ? 'have' : 'weak';
  return { kindSlug, required, state, exhibits, reasons, toConfirm, ...(state === 'have' ? {} : { get }) };
}

/**
 * The checklist of a problem type, as shipped or as a person corrected it, against the exhibits of a case (domain.md 1.5,
 * T-15). Required rows first. `supplier_invoice` is satisfied by any completed invoice or fapiao, never by a pro-forma
 * invoice, quotation or purchase order.
 */
export function buildChecklist(
  problem: ProblemType,
  candidates: readonly ChecklistCandidate[],
  facts: CaseFacts,
): readonly ChecklistResult[] {
  const row = (kind: string, required: boolean): ChecklistResult =>
    buildRow(kind, required, kindsSatisfying(kind, problem.alternatives), problem.rules, candidates, facts);
  return [
    ...problem.requiredKinds.map((kind) => row(kind, true)),
    ...problem.recommendedKinds.map((kind) => row(kind, false)),
  ];
}

/**
 * How ready a case is, 0…100: required rows that are there count fully, weak ones half, missing ones nothing. Only a
 * complete list gives 100 (T-15); a problem without required documents is always ready.
 */
export function readinessPercent(rows: readonly ChecklistResult[]): number {
  const required = rows.filter((row) => row.required);
  if (required.length === 0) return 100;
  const points = required.reduce(
    (sum, row) => sum + (row.state === 'have' ? 1 : row.state === 'weak' ? 0.5 : 0),
    0,
  );
  return Math.floor((points / required.length) * 100);
}
