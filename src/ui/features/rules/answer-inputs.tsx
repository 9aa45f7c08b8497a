// How soon does Amazon usually answer, as a person corrects it?
import { NumberInput, Select } from '@mantine/core';
import type { UsualAnswer } from '../../../domain/problems/problem-type.ts';
import { useWords } from '../../app/words.ts';

type Amount = number | string;

export interface AnswerFields {
  readonly unit: 'none' | 'hours' | 'business';
  readonly hours: Amount;
  readonly from: Amount;
  readonly to: Amount;
  readonly ahsFrom: Amount;
  readonly ahsTo: Amount;
  readonly decision: Amount;
}

export function toAnswerFields(answer: UsualAnswer): AnswerFields {
  return {
    unit: answer.businessDays !== undefined ? 'business' : answer.hours !== undefined ? 'hours' : 'none',
    hours: answer.hours ?? '',
    from: answer.businessDays?.[0] ?? '',
    to: answer.businessDays?.[1] ?? '',
    ahsFrom: answer.ahsWindowDays?.[0] ?? '',
    ahsTo: answer.ahsWindowDays?.[1] ?? '',
    decision: answer.decisionDays ?? '',
  };
}

/** The times as the table holds them, in its order of names; null where they are impossible. */
export function readAnswer(fields: AnswerFields): UsualAnswer | null {
  const { unit, hours, from, to, ahsFrom, ahsTo, decision } = fields;
  const isWindow = (a: Amount, b: Amount): boolean => a !== '' && b !== '' && Number(a) <= Number(b);
  if (unit === 'hours' && hours === '') return null;
  if (unit === 'business' && !isWindow(from, to)) return null;
  if ((ahsFrom !== '' || ahsTo !== '') && !isWindow(ahsFrom, ahsTo)) return null;
  return {
    ...(unit === 'hours' ? { hours: Number(hours) } : {}),
    ...(unit === 'business' ? { businessDays: [Number(from), Number(to)] as const } : {}),
    ...(ahsFrom === '' ? {} : { ahsWindowDays: [Number(ahsFrom), Number(ahsTo)] as const }),
    ...(decision === '' ? {} : { decisionDays: Number(decision) }),
  };
}

export function AnswerInputs({
  fields,
  onChange,
}: {
  readonly fields: AnswerFields;
  readonly onChange: (fields: AnswerFields) => void;
}) {
  const { t } = useWords();
  const number = (
    label: string,
    name: 'hours' | 'from' | 'to' | 'ahsFrom' | 'ahsTo' | 'decision',
    max: number,
  ) => (
    <NumberInput
      label={label}
      value={fields[name]}
      onChange={(value) => onChange({ ...fields, [name]: value })}
      min={0}
      max={max}
      allowDecimal={false}
      hideControls
    />
  );
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 11, alignItems: 'end' }}>
      <Select
        label={t('uiDesk.answerUnit')}
        value={fields.unit}
        onChange={(value) => value !== null && onChange({ ...fields, unit: value as AnswerFields['unit'] })}
        allowDeselect={false}
        data={[
          ...(fields.unit === 'none' ? [{ value: 'none', label: t('uiDesk.answerNone') }] : []),
          { value: 'hours', label: t('uiDesk.answerInHours') },
          { value: 'business', label: t('uiDesk.answerInBusinessDays') },
        ]}
      />
      {fields.unit === 'business' ? (
        <>
          {number(t('uiDesk.answerFrom'), 'from', 366)}
          {number(t('uiDesk.answerTo'), 'to', 366)}
        </>
      ) : fields.unit === 'hours' ? (
        <>
          {number(t('uiDesk.answerInHours'), 'hours', 8_784)}
          <span />
        </>
      ) : (
        <>
          <span />
          <span />
        </>
      )}
      {number(t('uiDesk.ahsFrom'), 'ahsFrom', 366)}
      {number(t('uiDesk.ahsTo'), 'ahsTo', 366)}
      {number(t('uiDesk.decisionDays'), 'decision', 366)}
    </div>
  );
}
