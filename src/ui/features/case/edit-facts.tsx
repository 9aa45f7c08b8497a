// How are the facts of a case changed after it was opened, without overwriting what another window saved?
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MARKETPLACES } from '../../../domain/marketplaces/marketplaces.ts';
import type { ChannelSlug } from '../../../domain/problems/problem-type.ts';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import { readToldError, useTRPC, useTRPCClient } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { DayField } from '../../components/date-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { tellError } from '../../components/tell-error.ts';
import { FilingGuide } from '../cases/filing-guide.tsx';
import { useProblemTypes } from '../cases/use-problem-types.ts';
import {
  CURRENCIES,
  type FactsChange,
  type FactsForm,
  listChanged,
  readFacts,
  toChange,
} from './facts-form.ts';
import { useCaseChange } from './use-case-change.ts';

export function EditFacts({
  detail,
  onClose,
}: {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const shared = useCaseChange(detail.number);
  /** What the person saw when the dialog opened, or agreed to overwrite. */
  const [seen, setSeen] = useState(() => readFacts(detail));
  const [form, setForm] = useState(seen);
  const change = useMutation({
    mutationFn: async (input: FactsChange['input']) => {
      const which = { case: detail.number };
      try {
        return await client.cases.change.mutate({ ...which, revision: detail.revision, ...input });
      } catch (error) {
        if (readToldError(error)?.code !== 'REVISION_CONFLICT') throw error;
        const newest = await client.cases.get.query(which);
        queries.setQueryData(trpc.cases.get.queryKey(which), newest);
        // Something else of the case moved on, such as its exhibits: nothing that this form could overwrite.
        if (listChanged(seen, readFacts(newest)).length > 0) throw error;
        return client.cases.change.mutate({ ...which, revision: newest.revision, ...input });
      }
    },
    onSuccess: (answer) => {
      shared.onSuccess(answer);
      onClose();
    },
    onError: (error) => {
      // A conflict is explained by the notice below.
      if (readToldError(error)?.code !== 'REVISION_CONFLICT') tellError(error, t);
    },
  });
  const edit = (changed: Partial<FactsForm>): void => setForm({ ...form, ...changed });
  const theirs = readFacts(detail);
  const conflicts = listChanged(seen, theirs);
  const mine = listChanged(seen, form);
  const problem = useProblemTypes()?.find((known) => known.slug === detail.problem);
  const { input, unknown, caseIdWrong, amountWrong } = toChange(form, mine, detail.subjects);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('uiCases.editFacts')}
      size={640}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (mine.length === 0) onClose();
          else change.mutate(input);
        }}
      >
        {conflicts.length === 0 ? null : (
          <Notice color="orange" title={t('uiCases.factsConflictTitle')} role="alert">
            <p style={{ margin: '0 0 6px' }}>{t('uiCases.factsConflictText')}</p>
            <ul style={{ margin: '0 0 8px', paddingLeft: 18 }}>
              {conflicts.map((field) => (
                <li key={field}>
                  {t(`uiCases.fact_${field}`)}: <strong>{theirs[field] || t('uiCases.nothing')}</strong>
                </li>
              ))}
            </ul>
            <div style={{ display: 'flex', gap: 8 }}>
              <Button variant="default" onClick={() => setSeen(theirs)}>
                {t('uiCases.factsKeepMine')}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  setForm({ ...form, ...pickFields(theirs, conflicts) });
                  setSeen(theirs);
                }}
              >
                {t('uiCases.factsTakeTheirs')}
              </Button>
            </div>
          </Notice>
        )}
        <TextInput
          label={t('uiCases.titleField')}
          placeholder={pick(detail.problemName)}
          value={form.title}
          onChange={(e) => edit({ title: e.currentTarget.value })}
          maxLength={300}
        />
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
          <TextInput
            label={t('uiCases.caseId')}
            value={form.caseId}
            onChange={(e) => edit({ caseId: e.currentTarget.value })}
            error={caseIdWrong ? t('uiCases.caseIdWrong') : undefined}
            maxLength={20}
            data-autofocus
          />
          <TextInput
            label={t('uiCases.complaintId')}
            value={form.complaintId}
            onChange={(e) => edit({ complaintId: e.currentTarget.value })}
            maxLength={20}
          />
          <Select
            label={t('uiCases.marketplace')}
            value={form.marketplace}
            onChange={(value) => value !== null && edit({ marketplace: value })}
            allowDeselect={false}
            searchable
            data={MARKETPLACES.map((m) => ({ value: m.code, label: `${m.code} · ${pick(m.name)}` }))}
          />
          <DayField
            label={t('uiCases.notifiedOn')}
            value={form.notifiedOn === '' ? null : form.notifiedOn}
            onChange={(day) => edit({ notifiedOn: day ?? '' })}
          />
          <TextInput
            label={t('uiCases.fact_amount')}
            value={form.amount}
            onChange={(e) => edit({ amount: e.currentTarget.value })}
            error={amountWrong ? t('uiCases.amountWrong') : undefined}
            inputMode="decimal"
          />
          <Select
            label={t('uiCases.fact_currency')}
            value={form.currency}
            onChange={(value) => value !== null && edit({ currency: value })}
            allowDeselect={false}
            searchable
            data={CURRENCIES}
          />
        </div>
        {problem === undefined ? null : (
          <FilingGuide
            problem={problem}
            channel={form.channel as ChannelSlug}
            onChannel={(channel) => edit({ channel })}
          />
        )}
        <Textarea
          label={t('uiCases.subjects')}
          description={t('uiCases.subjectsHint')}
          value={form.subjects}
          onChange={(event) => edit({ subjects: event.currentTarget.value })}
          error={
            unknown.length === 0
              ? undefined
              : t('uiCases.subjectsUnknown', { words: unknown.slice(0, 5).join('  ') })
          }
          autosize
          minRows={2}
          maxRows={8}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={onClose}>
            {t('uiCases.cancel')}
          </Button>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={caseIdWrong || amountWrong || unknown.length > 0 || conflicts.length > 0}
          >
            {t('uiCases.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function pickFields(from: FactsForm, fields: readonly (keyof FactsForm)[]): Partial<FactsForm> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}
