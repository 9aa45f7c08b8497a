// Where is each problem filed, how soon is it answered, what does it need, and what of that did we correct?
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { describeKind } from '../../../domain/kinds/kind-name.ts';
import { CHANNEL_BY_SLUG } from '../../../domain/problems/channels.ts';
import type { ProblemType } from '../../../domain/problems/problem-type.ts';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords, type Words } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProblemForm } from './problem-form.tsx';
import { type OwnCorrection, RuleRowEnd } from './rule-row.tsx';

const COLUMNS = 6;

/** `problems` with everything that people corrected. */
export function ProblemRules({
  problems,
  word,
  onlyOwn,
}: {
  readonly problems: readonly ProblemType[];
  readonly word: string;
  readonly onlyOwn: boolean;
}) {
  const { t } = useWords();
  const trpc = useTRPC();
  const own = useQuery(trpc.cases.problemOverrides.queryOptions({}));
  const [edited, setEdited] = useState<string | null>(null);
  const shown = problems.filter(
    ({ slug, name, corrections }) =>
      [slug, name.zh, name.en].join(' ').toLowerCase().includes(word) && (!onlyOwn || corrections.length > 0),
  );
  const editedRow = problems.find((problem) => problem.slug === edited);
  if (shown.length === 0 && problems.length > 0)
    return <EmptyState title={t(onlyOwn ? 'uiDesk.nothingCorrected' : 'ui.nothingFound')} />;
  return (
    <>
      <table className="cb-plain-table cb-rules-table">
        <colgroup>
          <col style={{ width: '20%' }} />
          <col style={{ width: '21%' }} />
          <col />
          <col style={{ width: '12%' }} />
          <col style={{ width: '14%' }} />
          <col style={{ width: 96 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('uiCases.problem')}</th>
            <th>{t('uiDesk.filedAt')}</th>
            <th>{t('uiDesk.documents')}</th>
            <th>{t('uiDesk.firstAnswer')}</th>
            <th>{t('uiDesk.ruleSource')}</th>
            <th aria-label={t('uiDesk.actions')} />
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <Fragment key={row.slug}>
              {shown[index - 1]?.group === row.group ? null : (
                <tr className="cb-rules-group">
                  <td colSpan={COLUMNS}>{t(`problems.group.${row.group}`)}</td>
                </tr>
              )}
              <ProblemRow
                row={row}
                own={own.data?.find((override) => override.problem === row.slug)}
                onCorrect={() => setEdited(row.slug)}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      {editedRow === undefined ? null : (
        <ProblemForm key={editedRow.slug} row={editedRow} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function ProblemRow({
  row,
  own,
  onCorrect,
}: {
  readonly row: ProblemType;
  readonly own: OwnCorrection | undefined;
  readonly onCorrect: () => void;
}) {
  const words = useWords();
  const { t, pick } = words;
  const [isOpen, setOpen] = useState(false);
  const channel = CHANNEL_BY_SLUG.get(row.channels[0] ?? '');
  const shipped = PROBLEM_BY_SLUG.get(row.slug) ?? row;
  const off = shipped.rules.filter((id) => !row.rules.includes(id));
  const nameKinds = (kinds: readonly string[]): string =>
    kinds.map((slug) => pick(describeKind(slug))).join(' · ');
  return (
    <tr>
      <td>
        {pick(row.name)}
        <div className="cb-mono cb-quiet">{row.slug}</div>
        {row.pitfalls.length === 0 ? null : (
          <>
            <Button
              size="compact-xs"
              variant="subtle"
              px={0}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {t('uiDesk.mistakes', { count: row.pitfalls.length })}
            </Button>
            {isOpen ? (
              <ul className="cb-rule-details">
                {row.pitfalls.map((pitfall) => (
                  <li key={pitfall.en}>{pick(pitfall)}</li>
                ))}
              </ul>
            ) : null}
          </>
        )}
      </td>
      <td>
        {channel === undefined ? '' : pick(channel.name)}
        <div className="cb-quiet">{pick(row.path)}</div>
      </td>
      <td>
        {nameKinds(row.requiredKinds)}
        {row.recommendedKinds.length === 0 ? null : (
          <div className="cb-quiet">
            {t('uiDesk.recommendedAlso', { kinds: nameKinds(row.recommendedKinds) })}
          </div>
        )}
        {off.length === 0 ? null : (
          <div className="cb-quiet">{t('uiDesk.rulesOffAlso', { rules: off.join(' ') })}</div>
        )}
      </td>
      <td>
        {describeAnswer(row, words).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
      <RuleRowEnd name={row.slug} shipped={shipped} own={own} onCorrect={onCorrect} />
    </tr>
  );
}

function describeAnswer({ usualAnswer }: ProblemType, { t }: Words): string[] {
  const { hours, businessDays, ahsWindowDays, decisionDays } = usualAnswer;
  const lines = [
    ...(hours === undefined ? [] : [t('uiDesk.answerHours', { hours })]),
    ...(businessDays === undefined
      ? []
      : [t('uiDesk.answerBusinessDays', { from: businessDays[0], to: businessDays[1] })]),
    ...(ahsWindowDays === undefined
      ? []
      : [t('uiDesk.answerAhs', { from: ahsWindowDays[0], to: ahsWindowDays[1] })]),
    ...(decisionDays === undefined ? [] : [t('uiDesk.answerDecision', { days: decisionDays })]),
  ];
  return lines.length === 0 ? [t('uiDesk.answerNone')] : lines;
}
