// How is a case opened: which problem, where, about what, and is it perhaps open already?
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { MARKETPLACES } from '../../../domain/marketplaces/marketplaces.ts';
import type { ChannelSlug, ProblemType } from '../../../domain/problems/problem-type.ts';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import { readToldError, useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { DayField } from '../../components/date-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { tellError } from '../../components/tell-error.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { FilingGuide } from './filing-guide.tsx';
import { parseSubjects } from './parse-subjects.ts';
import { PreCheck } from './pre-check.tsx';
import { ProblemPicker } from './problem-picker.tsx';
import { useProblemTypes } from './use-problem-types.ts';

/** What is known already of a case that is opened from a message, an alert or a claim. */
export interface CasePrefill {
  readonly problem?: string;
  readonly accountId?: number;
  readonly marketplace?: string;
  readonly caseId?: string;
  readonly complaintId?: string;
  readonly notifiedOn?: string;
}

export function NewCase({
  opened,
  onClose,
  about = '',
  prefill = {},
  onOpened,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Identifiers that the case is about, as one would paste them. */
  readonly about?: string;
  readonly prefill?: CasePrefill;
  /** Instead of going to the new case. */
  readonly onOpened?: (caseNumber: string) => void;
}) {
  const { t } = useWords();
  const problems = useProblemTypes();
  const [slug, setSlug] = useState<string | null>(
    prefill.problem !== undefined && PROBLEM_BY_SLUG.has(prefill.problem) ? prefill.problem : null,
  );
  const problem = problems?.find((known) => known.slug === slug);
  const close = () => {
    setSlug(null);
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={t('uiCases.newCase')}
      size={640}
      // What was typed must not be lost to a key or a click beside it.
      closeOnEscape={slug === null}
      closeOnClickOutside={slug === null}
    >
      {slug === null ? (
        <ProblemPicker onPick={(picked) => setSlug(picked.slug)} />
      ) : problem === undefined ? null : (
        <CaseForm
          problem={problem}
          about={about}
          prefill={prefill}
          onOpened={onOpened}
          onBack={() => setSlug(null)}
          onDone={close}
        />
      )}
    </Dialog>
  );
}

function CaseForm({
  problem,
  about,
  prefill,
  onOpened,
  onBack,
  onDone,
}: {
  readonly problem: ProblemType;
  readonly about: string;
  readonly prefill: CasePrefill;
  readonly onOpened: ((caseNumber: string) => void) | undefined;
  readonly onBack: () => void;
  readonly onDone: () => void;
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const accounts = useQuery(trpc.accounts.list.queryOptions());
  const open = useMutation(
    trpc.cases.open.mutationOptions({
      onSuccess: (made) => {
        onDone();
        if (onOpened === undefined)
          void navigate({ to: '/cases/$caseNumber', params: { caseNumber: made.number } });
        else onOpened(made.number);
      },
      onError: (error) => {
        if (duplicatesOf(error) === null) tellError(error, t);
      },
    }),
  );
  const [chosenAccount, setChosenAccount] = useState<string | null>(
    prefill.accountId === undefined ? null : String(prefill.accountId),
  );
  const [chosenMarketplace, setChosenMarketplace] = useState<string | null>(prefill.marketplace ?? null);
  const [channel, setChannel] = useState<ChannelSlug>(problem.channels[0] ?? 'seller_support');
  const [caseId, setCaseId] = useState(prefill.caseId ?? '');
  const [complaintId, setComplaintId] = useState(prefill.complaintId ?? '');
  const [pasted, setPasted] = useState(about);
  const [notifiedOn, setNotifiedOn] = useState<string | null>(prefill.notifiedOn ?? null);
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const account = accounts.data?.find((a) => String(a.id) === chosenAccount) ?? accounts.data?.[0];
  const marketplace = chosenMarketplace ?? account?.marketplaces[0] ?? 'US';
  const currency = MARKETPLACES.find((m) => m.code === marketplace)?.currency ?? 'USD';
  const subjects = parseSubjects(pasted);
  const caseIdWrong = caseId.trim() !== '' && !/^\d{8,14}$/.test(caseId.trim());
  const amountWrong =
    amount.trim() !== '' && !/^\d{1,12}(\.\d{1,4})?$/.test(amount.trim().replaceAll(',', ''));
  const input = {
    problem: problem.slug,
    marketplace,
    channel,
    ...(account === undefined ? {} : { accountId: account.id }),
    ...(caseId.trim() === '' || caseIdWrong ? {} : { caseId: caseId.trim() }),
    ...(complaintId.trim() === '' ? {} : { complaintId: complaintId.trim() }),
    ...(subjects.orders.length === 0 ? {} : { orders: [...subjects.orders] }),
    ...(subjects.asins.length === 0 ? {} : { asins: [...subjects.asins] }),
    ...(subjects.fnskus.length === 0 ? {} : { fnskus: [...subjects.fnskus] }),
    ...(subjects.shipments.length === 0 ? {} : { shipments: [...subjects.shipments] }),
    ...(subjects.trackingNumbers.length === 0 ? {} : { trackingNumbers: [...subjects.trackingNumbers] }),
    ...(notifiedOn === null ? {} : { notifiedOn }),
    ...(amount.trim() === '' || amountWrong
      ? {}
      : { money: { amount: amount.trim().replaceAll(',', ''), currency } }),
  };
  const [checked] = useDebouncedValue(JSON.stringify(input), 250);
  const preCheck = useQuery({
    ...trpc.cases.preCheck.queryOptions(JSON.parse(checked) as typeof input),
    staleTime: 0,
  });
  const duplicates =
    duplicatesOf(open.error) ?? notEmpty(preCheck.data?.duplicates.map((found) => found.number));
  const submit = (withReason: boolean) =>
    open.mutate({ ...input, ...(withReason ? { reason: reason.trim() } : {}) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
      style={{ display: 'flex', flexDirection: 'column', gap: 12 }}
    >
      <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
        <strong style={{ flex: 1 }}>{pick(problem.name)}</strong>
        <Button variant="subtle" onClick={onBack}>
          {t('uiCases.otherProblem')}
        </Button>
      </div>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
        {(accounts.data?.length ?? 0) > 1 ? (
          <Select
            label={t('uiCases.account')}
            value={account === undefined ? null : String(account.id)}
            onChange={setChosenAccount}
            allowDeselect={false}
            data={(accounts.data ?? []).map((a) => ({ value: String(a.id), label: a.name }))}
          />
        ) : null}
        <Select
          label={t('uiCases.marketplace')}
          value={marketplace}
          onChange={setChosenMarketplace}
          allowDeselect={false}
          searchable
          data={MARKETPLACES.map((m) => ({ value: m.code, label: `${m.code} · ${pick(m.name)}` }))}
        />
        <DayField label={t('uiCases.notifiedOn')} value={notifiedOn} onChange={setNotifiedOn} />
        <TextInput
          label={t('uiCases.caseId')}
          placeholder={t('uiCases.caseIdLater')}
          value={caseId}
          onChange={(event) => setCaseId(event.currentTarget.value)}
          error={caseIdWrong ? t('uiCases.caseIdWrong') : undefined}
          inputMode="numeric"
        />
        <TextInput
          label={t('uiCases.complaintId')}
          value={complaintId}
          onChange={(event) => setComplaintId(event.currentTarget.value)}
        />
        <TextInput
          label={t('uiCases.moneyAtStake', { currency })}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={amountWrong ? t('uiCases.amountWrong') : undefined}
          inputMode="decimal"
        />
      </div>
      <FilingGuide problem={problem} channel={channel} onChannel={setChannel} />
      <div>
        <Textarea
          label={t('uiCases.subjects')}
          description={t('uiCases.subjectsHint')}
          placeholder={'113-1234567-1234567\nB0ABCDEFGH\nFBA15ABCDEFG'}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={8}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap', marginTop: 6 }} aria-live="polite">
          <Found count={subjects.orders.length} label={t('ui.id_order_id')} />
          <Found count={subjects.asins.length} label="ASIN" />
          <Found count={subjects.fnskus.length} label="FNSKU" />
          <Found count={subjects.shipments.length} label={t('ui.id_fba_shipment_id')} />
          <Found count={subjects.trackingNumbers.length} label={t('ui.id_tracking_number')} />
          {subjects.unknown.length === 0 ? null : (
            <span style={{ color: 'var(--cb-missing)', fontSize: 12 }}>
              {t('uiCases.subjectsUnknown', { words: subjects.unknown.slice(0, 5).join('  ') })}
            </span>
          )}
        </div>
      </div>
      <PreCheck answer={preCheck.data} />
      {duplicates === null ? null : (
        <Notice color="orange" title={t('uiCases.duplicateTitle')} role="alert">
          <p style={{ margin: '0 0 8px' }}>{t('uiCases.duplicateText', { cases: duplicates.join(', ') })}</p>
          <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', marginBottom: 10 }}>
            {duplicates.map((number, index) => (
              <Button
                key={number}
                variant={index === 0 ? 'filled' : 'default'}
                onClick={() => {
                  onDone();
                  void navigate({ to: '/cases/$caseNumber', params: { caseNumber: number } });
                }}
              >
                {t('uiCases.openExisting', { case: number })}
              </Button>
            ))}
          </div>
          <Textarea
            label={t('uiCases.duplicateReason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={1}
          />
          <Button mt={8} variant="default" disabled={reason.trim() === ''} onClick={() => submit(true)}>
            {t('uiCases.openAnyway')}
          </Button>
        </Notice>
      )}
      <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
        <Button variant="default" onClick={onDone}>
          {t('uiCases.cancel')}
        </Button>
        <Button
          type="submit"
          loading={open.isPending}
          disabled={caseIdWrong || amountWrong || duplicates !== null}
        >
          {t('uiCases.create')}
        </Button>
      </div>
    </form>
  );
}

function Found({ count, label }: { readonly count: number; readonly label: string }) {
  return count === 0 ? null : (
    <ToneBadge color="accent">
      {label} {count}
    </ToneBadge>
  );
}

function notEmpty(numbers: string[] | undefined): string[] | null {
  return numbers === undefined || numbers.length === 0 ? null : numbers;
}

/** The cases that a refusal names, or null when it was refused for another reason or not at all. */
function duplicatesOf(error: unknown): string[] | null {
  const told = readToldError(error);
  if (told === null || (told.code !== 'CASE_DUPLICATE' && told.code !== 'CASE_ID_TAKEN')) return null;
  return [...new Set(told.message.match(/C-\d+/g) ?? [])];
}
