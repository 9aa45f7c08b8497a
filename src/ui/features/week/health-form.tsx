// What does the Account Health page show this week: typed in its own order, or skipped with a reason?
import { Button, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DueStore } from '../../../engine/weekly/health-log.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../../components/dialog.tsx';
import { tellError } from '../../components/tell-error.ts';

const STATUSES = ['NORMAL', 'AT_RISK', 'DEACTIVATED'] as const;

export function HealthForm({
  week,
  store,
  onClose,
}: {
  readonly week: string;
  readonly store: DueStore;
  readonly onClose: () => void;
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const fields = useQuery(trpc.health.fields.queryOptions({ marketplace: store.marketplace }));
  const before = useQuery(
    trpc.health.prefill.queryOptions({
      accountId: Number(store.accountId),
      marketplace: store.marketplace,
      week,
    }),
  );
  const [status, setStatus] = useState<(typeof STATUSES)[number] | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [messagingWarning, setMessagingWarning] = useState<boolean | null>(null);
  const [notes, setNotes] = useState('');
  const [skippedReason, setSkippedReason] = useState('');
  const [isSkipping, setSkipping] = useState(false);
  const entry = before.data?.entry;
  const shownValue = (id: string): string => typed[id] ?? entry?.values[id]?.toString() ?? '';
  const wrong = Object.values(typed).some(
    (text) => text.trim() !== '' && !/^\d{1,7}([.,]\d+)?$/.test(text.trim()),
  );
  const save = useMutation(
    trpc.health.save.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.weekly.pathKey() });
        void queries.invalidateQueries({ queryKey: trpc.health.pathKey() });
        onClose();
      },
    }),
  );
  const submit = (): void => {
    const values: Record<string, number> = {};
    for (const field of fields.data ?? []) {
      const text = shownValue(field.id).trim().replace(',', '.');
      if (text !== '') values[field.id] = Number(text);
    }
    save.mutate({
      accountId: Number(store.accountId),
      marketplace: store.marketplace,
      week,
      values: isSkipping ? {} : values,
      status: status ?? entry?.status ?? 'NORMAL',
      messagingWarning: messagingWarning ?? entry?.messagingWarning ?? false,
      notes,
      ...(isSkipping ? { skippedReason: skippedReason.trim() } : {}),
      ...(before.data?.week === week ? { revision: before.data.revision } : {}),
    });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      size={760}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('uiWeek.healthTitle', { store: `${store.accountName} · ${store.marketplace}`, week })}
    >
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: 14 }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {isSkipping ? (
          <Textarea
            label={t('uiWeek.skipReason')}
            value={skippedReason}
            onChange={(event) => setSkippedReason(event.currentTarget.value)}
            autosize
            minRows={2}
            data-autofocus
          />
        ) : (
          <>
            <p className="cb-quiet" style={{ margin: 0 }}>
              {t(before.data == null ? 'uiWeek.healthHint' : 'uiWeek.prefilled', {
                week: before.data?.week ?? '',
              })}
            </p>
            <SegmentedControl
              aria-label={t('uiWeek.accountStatus')}
              value={status ?? entry?.status ?? 'NORMAL'}
              onChange={(value) => setStatus(value as (typeof STATUSES)[number])}
              data={STATUSES.map((value) => ({ value, label: t(`health.status.${value}`) }))}
              style={{ alignSelf: 'flex-start' }}
            />
            <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: '10px 14px' }}>
              {(fields.data ?? []).map((field) => (
                <TextInput
                  key={field.id}
                  label={pick(field.name)}
                  value={shownValue(field.id)}
                  onChange={(event) =>
                    setTyped((now) => ({ ...now, [field.id]: event.currentTarget?.value ?? '' }))
                  }
                  rightSection={field.unit === 'percent' ? <span className="cb-quiet">%</span> : undefined}
                  inputMode="decimal"
                  styles={{ root: { display: 'flex', flexDirection: 'column', justifyContent: 'flex-end' } }}
                />
              ))}
            </div>
            <Switch
              label={t('health.messagingWarning')}
              checked={messagingWarning ?? entry?.messagingWarning ?? false}
              onChange={(event) => setMessagingWarning(event.currentTarget.checked)}
            />
            <Textarea
              label={t('uiWeek.notes')}
              value={notes}
              onChange={(event) => setNotes(event.currentTarget.value)}
              autosize
              minRows={1}
            />
          </>
        )}
        <div style={{ display: 'flex', gap: 8 }}>
          <Button variant="subtle" onClick={() => setSkipping(!isSkipping)}>
            {t(isSkipping ? 'uiWeek.dontSkip' : 'uiWeek.skip')}
          </Button>
          <div style={{ flex: 1 }} />
          <Button variant="default" onClick={onClose}>
            {t('uiCases.cancel')}
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={wrong || (isSkipping && skippedReason.trim() === '')}
          >
            {t('uiCases.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
