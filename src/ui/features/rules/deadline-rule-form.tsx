// From when and until when does a deadline run, as a person corrects it?
import { NumberInput, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { UNIT_NAMES } from '../../../domain/deadlines/deadline-words.ts';
import type { DeadlineRule, DeadlineUnit } from '../../../domain/problems/deadline-rule.ts';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import type { StoredOverride } from '../../../engine/cases/rule-overrides.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';
import { CorrectionForm } from './correction-form.tsx';

const UNITS: readonly DeadlineUnit[] = ['hour', 'day', 'business_day', 'month', 'year'];

export function DeadlineRuleForm({
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
  const isLatestNew = amount !== '' && (Number(amount) !== latest?.amount || unit !== latest.unit);
  const isEarliestNew = from !== '' && (Number(from) !== earliest?.amount || fromUnit !== earliest.unit);
  return (
    <CorrectionForm
      title={`${problem === undefined ? rule.problem : pick(problem.name)} · ${t(`deadlines.kind.${rule.kind}`)}`}
      sources={current === undefined ? rule.sources : [...rule.sources, current.source]}
      canSave={isLatestNew || isEarliestNew}
      saving={save.isPending}
      onClose={onClose}
      onSave={(grounds) =>
        save.mutate({
          ruleId: rule.id,
          ...(amount === '' ? {} : { latest: { amount: Number(amount), unit } }),
          ...(from === '' ? {} : { earliest: { amount: Number(from), unit: fromUnit } }),
          ...grounds,
        })
      }
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
    </CorrectionForm>
  );
}
