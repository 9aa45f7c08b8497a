// For which problems with Amazon can a document serve as evidence?
import type { FoundIdentifier, RecogniseInput } from '../../domain/inspection.ts';
import { kindsSatisfying } from '../../domain/kinds/document-kinds.ts';
import { PROBLEM_TYPES } from '../../domain/problems/problem-types.ts';

/** More would not help anybody choose. */
const MAX_PROBLEMS = 12;

interface Wording {
  readonly problem: string;
  readonly pattern: RegExp;
}

/** What notices, mails and pages of Amazon say when they are about one type (domain.md 1.4). */
const WORDINGS: readonly Wording[] = [
  {
    problem: 'acct-related-accounts',
    pattern: /related account|another account that|账户关联|关联账户|二次开店/i,
  },
  {
    problem: 'acct-forged-documents',
    pattern: /forged|manipulated|inauthentic document|altered document|伪造|篡改/i,
  },
  {
    problem: 'acct-review-manipulation',
    pattern:
      /review manipulation|product reviews? polic|customer review.{0,40}(?:violat|manipulat)|sales rank|操纵评论|刷单/i,
  },
  { problem: 'acct-dropshipping', pattern: /drop[- ]?shipping|代发货/i },
  {
    problem: 'acct-messaging-restriction',
    pattern: /(?:messag\w+|contact buyers).{0,60}(?:restrict|suspend|block)|站内信.{0,20}(?:受限|限制)/i,
  },
  { problem: 'acct-support-misuse', pattern: /excessive contacts|duplicate requests/i },
  {
    problem: 'acct-reimbursement-abuse',
    pattern: /(?:invalid|excessive|abus\w+).{0,50}reimbursement|滥用赔偿/i,
  },
  { problem: 'acct-hijacked', pattern: /compromised|unauthori[sz]ed (?:access|third party)|账户被盗/i },
  { problem: 'lst-inauthentic', pattern: /inauthentic|authenticity|真实性|正品/i },
  {
    problem: 'lst-used-sold-as-new',
    pattern: /used sold as new|sold as new|condition complaint|二手.{0,6}(?:当|充).{0,3}新/i,
  },
  {
    problem: 'lst-safety-complaint',
    pattern: /product safety|safety (?:complaint|incident)|商品安全|安全投诉/i,
  },
  { problem: 'lst-restricted-product', pattern: /restricted products?|受限商品|禁售/i },
  {
    problem: 'lst-compliance-docs',
    pattern: /compliance document|product compliance|manage your compliance|合规(?:文件|性|要求)/i,
  },
  {
    problem: 'lst-hazmat',
    pattern: /dangerous goods|hazmat|hazardous|safety data sheet|exemption sheet|危险品/i,
  },
  {
    problem: 'lst-epr-gpsr',
    pattern: /\bEPR\b|\bGPSR\b|extended producer|responsible person|欧代|生产者责任/i,
  },
  { problem: 'lst-variation', pattern: /variation (?:polic|misuse|abuse)|变体/i },
  {
    problem: 'lst-gtin',
    pattern: /\b(?:GTIN|UPC|EAN)\b.{0,40}(?:invalid|error|exempt|match)|\b5665\b|\b5461\b|GTIN豁免/i,
  },
  {
    problem: 'lst-removed-or-suppressed',
    pattern: /search suppressed|listing (?:has been |was )?(?:removed|deleted|suppressed)|禁止显示|\b8541\b/i,
  },
  { problem: 'ip-trademark', pattern: /trade ?mark|商标/i },
  { problem: 'ip-copyright', pattern: /copyright|版权|著作权|\bDMCA\b/i },
  { problem: 'ip-patent', pattern: /\bpatent|专利/i },
  { problem: 'ip-counterfeit', pattern: /counterfeit|test buy|假货|假冒/i },
  { problem: 'ip-suspected', pattern: /suspected intellectual property|涉嫌侵(?:权|犯)/i },
  { problem: 'ord-invalid-tracking', pattern: /valid tracking rate|invalid tracking|\bVTR\b|有效追踪/i },
  { problem: 'ord-late-shipment', pattern: /late (?:shipment|dispatch) rate|\bLSR\b|迟发率/i },
  { problem: 'ord-otdr', pattern: /on-?time delivery|\bOTDR\b|准时(?:送达|交货)/i },
  { problem: 'ord-cancellation', pattern: /cancell?ation rate|取消率/i },
  { problem: 'ord-odr', pattern: /order defect rate|\bODR\b|订单缺陷率/i },
  { problem: 'ord-invoice-defect', pattern: /invoice defect|\bIDR\b|发票缺陷/i },
  {
    problem: 'clm-atoz-not-received',
    pattern: /(?:a-?to-?z|claim).{0,300}(?:not received|never arrived|did not receive|undelivered)|未收到/is,
  },
  {
    problem: 'clm-atoz-not-as-described',
    pattern: /not as described|materially different|货不对板|与描述不符/i,
  },
  { problem: 'clm-atoz-appeal', pattern: /a-?to-?z.{0,300}(?:granted|debited|appeal)/is },
  { problem: 'clm-chargeback', pattern: /charge ?back|拒付/i },
  { problem: 'clm-safe-t', pattern: /safe-?t\b/i },
  {
    problem: 'fba-inbound-missing',
    pattern: /units? (?:missing|expected|located)|eligible for investigation|接收少|少件/i,
  },
  { problem: 'fba-removal-lost', pattern: /removal (?:order|shipment)/i },
  { problem: 'fba-sourcing-cost', pattern: /sourcing cost|manufacturing cost|采购成本/i },
  { problem: 'fba-customer-return', pattern: /customer ?returns?|return-date/i },
  {
    problem: 'pay-disbursement-held',
    pattern:
      /(?:funds|payments?|disbursement).{0,60}(?:withh?eld|held|not be transferred)|资金.{0,6}(?:冻结|预留)/i,
  },
  { problem: 'pay-reserve', pattern: /account level reserve|\bDD\+7\b|deferred transactions?|预留金/i },
  { problem: 'pay-tax-withholding', pattern: /\bW-8|tax interview|税务信息/i },
  { problem: 'ver-inform', pattern: /INFORM (?:Consumers )?Act|INFORM 法案/i },
  { problem: 'ver-identity', pattern: /identity verification|verify your identity|身份验证/i },
  { problem: 'ver-insurance', pattern: /liability insurance|责任险/i },
];

/** Kinds whose own wording names the problem; papers of third parties (an invoice saying "patent") don't. */
const SPEAKING_KINDS = new Set([
  'performance_notification',
  'amazon_notification',
  'case_correspondence',
  'buyer_message',
  'atoz_record',
  'chargeback_notice',
  'safet_record',
  'poa_document',
  'ip_retraction',
  'amazon_report',
  'settlement_report',
  'fba_shipment_summary',
  'account_health_screenshot',
  'error_screenshot',
  'listing_screenshot',
  'return_record',
  'refund_record',
  'letter_of_authorization',
]);

/** Identifiers that tie a document to a group of problems. */
const GROUPS_OF_IDENTIFIER: Readonly<Record<string, readonly string[]>> = {
  fba_shipment_id: ['fba'],
  fba_box_id: ['fba'],
  removal_order_id: ['fba'],
  reimbursement_id: ['fba'],
  order_id: ['clm', 'ord'],
  safet_claim_id: ['clm'],
  buyer_alias: ['clm'],
  complaint_id: ['ip'],
};

interface Ranked {
  readonly slug: string;
  readonly rank: number;
  readonly order: number;
}

/** Slugs, most specific first: named by the wording, then required before recommended, then fewer other ways to prove it. */
export function findServingProblems(
  kind: string,
  identifiers: readonly FoundIdentifier[],
  input: RecogniseInput,
): string[] {
  if (kind === 'unknown') return [];
  const text = headOfText(input);
  const named = SPEAKING_KINDS.has(kind)
    ? new Set(WORDINGS.filter(({ pattern }) => pattern.test(text)).map(({ problem }) => problem))
    : new Set<string>();
  const groups = new Set(identifiers.flatMap((found) => GROUPS_OF_IDENTIFIER[found.type] ?? []));
  const ranked: Ranked[] = [];
  for (const [order, problem] of PROBLEM_TYPES.entries()) {
    const required = problem.requiredKinds.some(
      (slug) =>
        slug === kind ||
        kindsSatisfying(slug).includes(kind) ||
        (problem.alternatives?.[slug]?.includes(kind) ?? false),
    );
    const recommended =
      !required && problem.recommendedKinds.some((slug) => kindsSatisfying(slug).includes(kind));
    if (!required && !recommended && !named.has(problem.slug)) continue;
    const rank =
      (named.has(problem.slug) ? 100 : 0) +
      (groups.has(problem.slug.split('-')[0] ?? '') ? 30 : 0) +
      (required ? 20 : recommended ? 5 : 0) -
      Math.min(4, problem.requiredKinds.length);
    ranked.push({ slug: problem.slug, rank, order });
  }
  ranked.sort((a, b) => b.rank - a.rank || a.order - b.order);
  // A notice that names its problem is about that problem, not about everything a notice could be about.
  const narrowed =
    named.size > 0 && ranked.some(({ rank }) => rank >= 100)
      ? ranked.filter(({ rank }) => rank >= 100)
      : ranked;
  return narrowed.slice(0, MAX_PROBLEMS).map(({ slug }) => slug);
}

function headOfText(input: RecogniseInput): string {
  const parts = [input.properties.email?.subject ?? ''];
  for (const page of input.pages.slice(0, 4)) parts.push(page.text.slice(0, 8_000));
  return parts.join('\n');
}
