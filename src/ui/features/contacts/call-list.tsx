// Which call-backs are agreed, and what came of a call?
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { BEIJING_ZONE, formatMoment } from '../../../domain/deadlines/moment-text.ts';
import type { CallBack } from '../../../engine/cases/contact-book.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { MomentField } from '../../components/date-fields.tsx';
import { tellError } from '../../components/tell-error.ts';

/** `caseNumber`: only the calls of this case, and new ones belong to it. */
export function CallList({
  accountId,
  caseNumber,
}: {
  readonly accountId: number;
  readonly caseNumber?: string;
}) {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const calls = useQuery(trpc.contacts.calls.queryOptions({}));
  const contacts = useQuery(trpc.contacts.list.queryOptions({ accountId }));
  const [isOpen, setOpen] = useState(false);
  const [atMs, setAtMs] = useState(() => Math.ceil(Date.now() / 3_600_000) * 3_600_000);
  const [subject, setSubject] = useState('');
  const [contactId, setContactId] = useState<string | null>(null);
  const plan = useMutation(
    trpc.contacts.planCall.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.contacts.pathKey() });
        setOpen(false);
        setSubject('');
      },
    }),
  );
  const rows = (calls.data ?? []).filter((call) =>
    caseNumber === undefined ? call.accountId === accountId : call.caseNumber === caseNumber,
  );
  return (
    <section aria-label={t('uiDesk.calls')}>
      <div style={{ display: 'flex', alignItems: 'center', gap: 10 }}>
        <h2 className="cb-plain-section" style={{ flex: 1 }}>
          {t('uiDesk.calls')}
        </h2>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(!isOpen)}>
          {t('uiDesk.planCall')}
        </Button>
      </div>
      {isOpen ? (
        <form
          style={{ display: 'flex', gap: 10, alignItems: 'flex-end', flexWrap: 'wrap', marginBottom: 8 }}
          onSubmit={(event) => {
            event.preventDefault();
            plan.mutate({
              accountId,
              atMs,
              subject,
              ...(caseNumber === undefined ? {} : { case: caseNumber }),
              ...(contactId === null ? {} : { contactId: Number(contactId) }),
            });
          }}
        >
          <div style={{ width: 180 }}>
            <MomentField label={t('uiCases.eventAt')} value={atMs} onChange={setAtMs} />
          </div>
          <Select
            label={t('uiDesk.contact')}
            value={contactId}
            onChange={setContactId}
            clearable
            allowDeselect={false}
            clearButtonProps={{ 'aria-label': t('uiCases.clear') }}
            w={200}
            data={(contacts.data ?? []).map((row) => ({
              value: String(row.id),
              label: row.name === '' ? row.phone : row.name,
            }))}
          />
          <TextInput
            label={t('uiDesk.callSubject')}
            value={subject}
            onChange={(event) => setSubject(event.currentTarget.value)}
            style={{ flex: 1, minWidth: 200 }}
            maxLength={300}
          />
          <Button type="submit" loading={plan.isPending}>
            {t('uiCases.save')}
          </Button>
        </form>
      ) : null}
      {rows.length === 0 ? (
        <div className="cb-quiet">{t('uiDesk.callsNone')}</div>
      ) : (
        rows.map((call) => <CallRow key={call.id} call={call} showCase={caseNumber === undefined} />)
      )}
    </section>
  );
}

function CallRow({ call, showCase }: { readonly call: CallBack; readonly showCase: boolean }) {
  const { t, language } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isDone, setDone] = useState(false);
  const [outcome, setOutcome] = useState('');
  const [wait, setWait] = useState<number | string>('');
  const finish = useMutation(
    trpc.contacts.finishCall.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.contacts.pathKey() });
        void queries.invalidateQueries({ queryKey: trpc.cases.pathKey() });
      },
    }),
  );
  const isLate = call.atMs < Date.now();
  return (
    <div style={{ borderBottom: '1px solid var(--cb-line)', padding: '5px 0' }}>
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <span style={{ color: isLate ? 'var(--cb-missing)' : undefined, fontVariantNumeric: 'tabular-nums' }}>
          {formatMoment(call.atMs, BEIJING_ZONE, language)}
        </span>
        {showCase && call.caseNumber !== null ? (
          <Link to="/cases/$caseNumber" params={{ caseNumber: call.caseNumber }} className="cb-link cb-mono">
            {call.caseNumber}
          </Link>
        ) : null}
        <span className="cb-truncate" style={{ flex: 1 }}>
          {[call.contactName, call.subject].filter((text) => text !== '').join(' · ')}
        </span>
        <Button size="compact-xs" variant="default" onClick={() => setDone(!isDone)}>
          {t('uiDesk.callMade')}
        </Button>
      </div>
      {isDone ? (
        <form
          style={{ display: 'flex', gap: 10, alignItems: 'flex-end', marginTop: 6 }}
          onSubmit={(event) => {
            event.preventDefault();
            finish.mutate({ id: call.id, outcome, waitMinutes: wait === '' ? null : Number(wait) });
          }}
        >
          <TextInput
            label={t('uiDesk.callOutcome')}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
            style={{ flex: 1 }}
          />
          <NumberInput
            label={t('uiDesk.waitMinutes')}
            value={wait}
            onChange={setWait}
            min={0}
            max={1_000}
            allowDecimal={false}
            w={120}
            hideControls
          />
          <Button type="submit" loading={finish.isPending}>
            {t('uiCases.save')}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
