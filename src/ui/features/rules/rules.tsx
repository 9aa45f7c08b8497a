// By which rules are deadlines counted, where does each come from, and which did we correct, why?
import { Button, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { UNIT_NAMES } from '../../../domain/deadlines/deadline-words.ts';
import { BEIJING_ZONE } from '../../../domain/deadlines/moment-text.ts';
import { localDate } from '../../../domain/deadlines/zoned-day.ts';
import type { DeadlineRule, DeadlineUnit, Span } from '../../../domain/problems/deadline-rule.ts';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import type { StoredOverride } from '../../../engine/cases/rule-overrides.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords, type Words } from '../../app/words.ts';
import { DayField } from '../../components/date-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { tellError } from '../../components/tell-error.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';
import '../../components/tables.css';
import { ProblemRules } from './problem-rules.tsx';

const UNITS: readonly DeadlineUnit[] = ['hour', 'day', 'business_day', 'month', 'year'];

export function Rules() {
  const words = useWords();
  const { t, pick } = words;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const rules = useQuery({ ...trpc.work.rules.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  const own = useQuery(trpc.cases.ruleOverrides.queryOptions({}));
  const [filter, setFilter] = useState('');
  const [onlyOwn, setOnlyOwn] = useState(false);
  const [edited, setEdited] = useState<DeadlineRule | null>(null);
  const undo = useMutation(
    trpc.cases.undoRuleOverride.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => void queries.invalidateQueries({ queryKey: trpc.cases.pathKey() }),
    }),
  );
  const overrideOf = (id: string): StoredOverride | undefined => own.data?.find((row) => row.ruleId === id);
  const word = filter.trim().toLowerCase();
  // Rules with days of their own first: those that only say "as stated" have nothing to correct.
  const ordered = [...(rules.data ?? [])].sort(
    (a, b) =>
      Number(a.latest === undefined && a.earliest === undefined) -
      Number(b.latest === undefined && b.earliest === undefined),
  );
  const shown = ordered.filter((rule) => {
    const problem = PROBLEM_BY_SLUG.get(rule.problem);
    const text = [rule.id, problem?.name.zh, problem?.name.en].join(' ').toLowerCase();
    return text.includes(word) && (!onlyOwn || overrideOf(rule.id) !== undefined);
  });
  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('uiDesk.rules')}</h1>
        <TextInput
          aria-label={t('uiDesk.rulesFilter')}
          placeholder={t('uiDesk.rulesFilter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          w={260}
        />
        <Switch
          label={t('uiDesk.rulesOwn')}
          checked={onlyOwn}
          onChange={(event) => setOnlyOwn(event.currentTarget.checked)}
        />
      </header>
      <div className="cb-page">
        <p className="cb-quiet" style={{ margin: '0 0 10px', maxWidth: 820, lineHeight: 1.55 }}>
          {t('uiDesk.rulesHint')}
        </p>
        <table className="cb-plain-table">
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
                        <ToneBadge color="orange">{t('uiDesk.corrected')}</ToneBadge>{' '}
                        {describeSpan({ ...rule, ...override.changes }, words)}
                        <div className="cb-quiet" style={{ textDecoration: 'line-through' }}>
                          {describeSpan(rule, words)}
                        </div>
                        <div className="cb-quiet">{override.reason}</div>
                      </>
                    )}
                  </td>
                  <td>
                    {override === undefined ? (
                      <>
                        {rule.sources.join(', ')}
                        <div className="cb-quiet">
                          {t(`uiDesk.confidence_${rule.confidence}`)} ·{' '}
                          {rule.verifiedOn ?? t('uiDesk.unverified')}
                        </div>
                      </>
                    ) : (
                      <>
                        {override.source}
                        <div className="cb-quiet">
                          {override.verifiedOn} · {localDate(override.madeAtMs, BEIJING_ZONE)}
                        </div>
                      </>
                    )}
                  </td>
                  <td style={{ whiteSpace: 'nowrap' }}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${t('uiDesk.correctRule')} ${rule.id}`}
                      onClick={() => setEdited(rule as DeadlineRule)}
                    >
                      {t('uiDesk.correctRule')}
                    </Button>
                    {override === undefined ? null : (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        loading={undo.isPending}
                        onClick={() => undo.mutate({ id: override.id })}
                      >
                        {t('uiDesk.takeBack')}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <ProblemRules word={word} onlyOwn={onlyOwn} />
      </div>
      {edited === null ? null : (
        <RuleForm rule={edited} current={overrideOf(edited.id)} onClose={() => setEdited(null)} />
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
  const say = (span: Span): string => `${span.amount} ${pick(UNIT_NAMES[span.unit])}`;
  const parts = [
    rule.earliest === undefined ? null : t('uiDesk.notBefore', { span: say(rule.earliest) }),
    rule.latest === undefined ? null : t('uiDesk.notAfter', { span: say(rule.latest) }),
    rule.asStated ? t('uiDesk.asStated') : null,
  ].filter((part) => part !== null);
  return parts.join(' · ');
}

function RuleForm({
  rule,
  current,
  onClose,
}: {
  readonly rule: DeadlineRule;
  readonly current: StoredOverride | undefined;
  readonly onClose: () => void;
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const latest = current?.changes.latest ?? rule.latest;
  const earliest = current?.changes.earliest ?? rule.earliest;
  const [amount, setAmount] = useState<number | string>(latest?.amount ?? '');
  const [unit, setUnit] = useState<DeadlineUnit>(latest?.unit ?? 'day');
  const [from, setFrom] = useState<number | string>(earliest?.amount ?? '');
  const [fromUnit, setFromUnit] = useState<DeadlineUnit>(earliest?.unit ?? 'day');
  const [source, setSource] = useState('');
  const [verifiedOn, setVerifiedOn] = useState<string | null>(localDate(Date.now(), BEIJING_ZONE));
  const [reason, setReason] = useState('');
  const save = useMutation(
    trpc.cases.overrideRule.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.cases.pathKey() });
        onClose();
      },
    }),
  );
  const units = UNITS.map((value) => ({ value, label: pick(UNIT_NAMES[value]) }));
  const problem = PROBLEM_BY_SLUG.get(rule.problem);
  return (
    <Dialog
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={`${problem === undefined ? rule.problem : pick(problem.name)} · ${t(`deadlines.kind.${rule.kind}`)}`}
    >
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: 11 }}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            ruleId: rule.id,
            ...(amount === '' ? {} : { latest: { amount: Number(amount), unit } }),
            ...(from === '' ? {} : { earliest: { amount: Number(from), unit: fromUnit } }),
            source: source.trim(),
            verifiedOn: verifiedOn ?? '',
            reason: reason.trim(),
          });
        }}
      >
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 11 }}>
          <NumberInput
            label={t('uiDesk.latest')}
            value={amount}
            onChange={setAmount}
            min={0}
            max={3_660}
            allowDecimal={false}
            hideControls
          />
          <Select
            label={t('uiDesk.unit')}
            value={unit}
            onChange={(v) => v !== null && setUnit(v as DeadlineUnit)}
            allowDeselect={false}
            data={units}
          />
          <NumberInput
            label={t('uiDesk.earliest')}
            value={from}
            onChange={setFrom}
            min={0}
            max={3_660}
            allowDecimal={false}
            hideControls
          />
          <Select
            label={t('uiDesk.unit')}
            value={fromUnit}
            onChange={(v) => v !== null && setFromUnit(v as DeadlineUnit)}
            allowDeselect={false}
            data={units}
          />
        </div>
        <TextInput
          label={t('uiDesk.ruleSource')}
          description={t('uiDesk.ruleSourceHint')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          maxLength={500}
        />
        <DayField label={t('uiDesk.verifiedOn')} value={verifiedOn} onChange={setVerifiedOn} />
        <Textarea
          label={t('uiDesk.ruleReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2_000}
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={onClose}>
            {t('uiCases.cancel')}
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={
              reason.trim() === '' ||
              source.trim() === '' ||
              verifiedOn === null ||
              (amount === '' && from === '')
            }
          >
            {t('uiCases.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
