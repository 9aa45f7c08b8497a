// How does one pattern with its label and check turn into hits?
import type { CheckResult, IdentifierType } from '../inspection.ts';
import type { Finder, Hit, Scan } from './scan.ts';
import { hasLabelBefore, hasLabelNear } from './scan.ts';

export interface PatternRule {
  readonly type: IdentifierType;
  /** Global, on upper-cased masked text. The group `value` (or the whole match) is the value. */
  readonly pattern: RegExp;
  /** Words that make the hit surer. */
  readonly label?: RegExp;
  /** Without the label there is no hit. */
  readonly labelRequired?: boolean;
  /** Words before the value that say it is something else; they lose against the rule's own label. */
  readonly unless?: RegExp;
  readonly confidence: number;
  readonly labelledConfidence?: number;
  /** undefined rejects the hit. */
  readonly judge?: (value: string, scan: Scan, start: number, end: number) => CheckResult | undefined;
  readonly normalise?: (raw: string) => string;
  readonly carrier?: (value: string) => string | undefined;
  /** Key of the catalogue identifier-reasons for hits without label; hits with label use `.labelled`. */
  readonly reason: string;
  readonly labelledReason?: string;
}

/** Makes the finder of one rule. */
export function createPatternFinder(rule: PatternRule): Finder {
  return (scan) => {
    const hits: Hit[] = [];
    rule.pattern.lastIndex = 0;
    for (let match = rule.pattern.exec(scan.masked); match !== null; match = rule.pattern.exec(scan.masked)) {
      if (match[0].length === 0) {
        rule.pattern.lastIndex++;
        continue;
      }
      const hit = judgeMatch(rule, scan, match);
      if (hit !== undefined) hits.push(hit);
    }
    return hits;
  };
}

function judgeMatch(rule: PatternRule, scan: Scan, match: RegExpExecArray): Hit | undefined {
  const raw = match.groups?.value ?? match[0];
  const start = match.index + match[0].lastIndexOf(raw);
  const end = start + raw.length;
  const labelled = rule.label !== undefined && hasLabelNear(scan, start, end, rule.label);
  if (rule.labelRequired === true && !labelled) return undefined;
  if (!labelled && rule.unless !== undefined && hasLabelBefore(scan, start, rule.unless)) return undefined;
  const value = rule.normalise === undefined ? raw.replace(/\s/g, '') : rule.normalise(raw);
  const check = rule.judge === undefined ? 'no_check' : rule.judge(value, scan, start, end);
  if (check === undefined) return undefined;
  const carrier = rule.carrier?.(value);
  let confidence = labelled ? (rule.labelledConfidence ?? rule.confidence) : rule.confidence;
  if (check === 'fails_check') confidence *= 0.5;
  return {
    type: rule.type,
    value,
    start,
    end,
    check,
    confidence,
    reason: { code: labelled ? (rule.labelledReason ?? 'labelledShape') : rule.reason },
    ...(carrier === undefined ? {} : { carrier }),
  };
}
