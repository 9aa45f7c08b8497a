// By which rules are deadlines counted, and which of them did we correct?
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { UNIT_NAMES } from '../../../domain/deadlines/deadline-words.ts';
import type { DeadlineRule, Span } from '../../../domain/problems/deadline-rule.ts';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import type { StoredOverride } from '../../../engine/cases/rule-overrides.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords, type Words } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { DeadlineRuleForm } from './deadline-rule-form.tsx';
import { RuleRowEnd } from './rule-row.tsx';

export function DeadlineRules({
  rules,
  word,
  onlyOwn,
}: {
  readonly rules: readonly DeadlineRule[];
  readonly word: string;
  readonly onlyOwn: boolean;
}) {
  const words = useWords();
  const { t, pick } = words;
  const trpc = useTRPC();
  const own = useQuery(trpc.cases.ruleOverrides.queryOptions({}));
  const [edited, setEdited] = useState<DeadlineRule | null>(null);
  const overrideOf = (id: string): StoredOverride | undefined => own.data?.find((row) => row.ruleId === id);
  // Rules with days of their own first: those that only say "as stated" have nothing to correct.
  const ordered = [...rules].sort(
    (a, b) =>
      Number(a.latest === undefined && a.earliest === undefined) -
      Number(b.latest === undefined && b.earliest === undefined),
  );
  const shown = ordered.filter((rule) => {
    const problem = PROBLEM_BY_SLUG.get(rule.problem);
    const text = [rule.id, problem?.name.zh, problem?.name.en].join(' ').toLowerCase();
    return text.includes(word) && (!onlyOwn || overrideOf(rule.id) !== undefined);
  });
  if (shown.length === 0 && rules.length > 0)
    return <EmptyState title={t(onlyOwn ? 'uiDesk.nothingCorrected' : 'ui.nothingFound')} />;
  return (
    <>
      <table className="cb-plain-table cb-rules-table">
        <colgroup>
          <col style={{ width: '27%' }} />
          <col style={{ width: '12%' }} />
          <col style={{ width: '17%' }} />
          <col style={{ width: '18%' }} />
          <col />
          <col style={{ width: 96 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('uiCases.problem')}</th>
            <th>{t('uiDesk.ruleKind')}</th>
            <th>{t('uiDesk.ruleWhere')}</th>
            <th>{t('uiDesk.ruleSpan')}</th>
            <th>{t('uiDesk.ruleSource')}</th>
            <th aria-label={t('uiDesk.actions')} />
          </tr>
        </thead>
        <tbody>
          {shown.map((rule) => {
            const override = overrideOf(rule.id);
            const problem = PROBLEM_BY_SLUG.get(rule.problem);
            return (
              <tr key={rule.id}>
                <td>
                  {problem === undefined ? rule.problem : pick(problem.name)}
                  <div className="cb-mono cb-quiet">{rule.id}</div>
                </td>
                <td>{t(`deadlines.kind.${rule.kind}`)}</td>
                <td>
                  {rule.marketplaces === 'all' ? t('uiDesk.allMarketplaces') : rule.marketplaces.join(' ')}
                </td>
                <td>
                  {override === undefined ? (
                    describeSpan(rule, words)
                  ) : (
                    <>
                      {describeSpan({ ...rule, ...override.changes }, words)}
                      <div className="cb-quiet" style={{ textDecoration: 'line-through' }}>
                        {describeSpan(rule, words)}
                      </div>
                    </>
                  )}
                </td>
                <RuleRowEnd name={rule.id} shipped={rule} own={override} onCorrect={() => setEdited(rule)} />
              </tr>
            );
          })}
        </tbody>
      </table>
      {edited === null ? null : (
        <DeadlineRuleForm
          key={edited.id}
          rule={edited}
          current={overrideOf(edited.id)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function describeSpan(
  rule: {
    readonly earliest?: Span | undefined;
    readonly latest?: Span | undefined;
    readonly asStated: boolean;
  },
  { t, pick }: Words,
): string {
  const say = (span: Span): string => {
    const unit = pick(UNIT_NAMES[span.unit]);
    // "1 business day": the English names are plurals, the Chinese ones have none.
    return `${span.amount} ${span.amount === 1 ? unit.replace(/s$/, '') : unit}`;
  };
  const parts = [
    rule.earliest === undefined ? null : t('uiDesk.notBefore', { span: say(rule.earliest) }),
    describeLatest(rule.latest, say, t),
    rule.asStated ? t('uiDesk.asStated') : null,
  ].filter((part) => part !== null);
  return parts.join(' · ');
}

function describeLatest(latest: Span | undefined, say: (span: Span) => string, t: Words['t']): string | null {
  if (latest === undefined) return null;
  return latest.amount === 0 ? t('uiDesk.atOnce') : t('uiDesk.notAfter', { span: say(latest) });
}
