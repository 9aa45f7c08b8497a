// How does a person correct one deadline of one case, and why? The reason is logged on the timeline; the correction can be taken back.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseDeadline } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { MomentField } from '../../components/date-fields.tsx';
import { useCaseChange } from './use-case-change.ts';

export function CorrectDeadline({ deadline }: { readonly deadline: CaseDeadline }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const shared = useCaseChange(deadline.caseNumber);
  const [isOpen, setOpen] = useState(false);
  const [closesAtMs, setClosesAtMs] = useState(deadline.closesAtMs ?? Date.now());
  const [reason, setReason] = useState('');
  const save = useMutation(
    trpc.cases.overrideDeadline.mutationOptions({
      ...shared,
      onSuccess: (answer) => {
        shared.onSuccess(answer);
        setOpen(false);
        setReason('');
      },
    }),
  );
  const send = (atMs: number | null): void =>
    save.mutate({
      case: deadline.caseNumber,
      ruleId: deadline.ruleId,
      closesAtMs: atMs,
      reason: reason.trim(),
    });
  if (!isOpen)
    return (
      <>
        <Button variant="subtle" size="compact-xs" mt={6} onClick={() => setOpen(true)}>
          {t('uiDesk.correctRule')}
        </Button>
        {deadline.basis === 'overridden' ? (
          <Button
            variant="subtle"
            size="compact-xs"
            mt={6}
            loading={save.isPending}
            onClick={() => send(null)}
          >
            {t('uiDesk.takeBack')}
          </Button>
        ) : null}
      </>
    );
  return (
    <form
      style={{ display: 'flex', gap: 10, alignItems: 'flex-end', marginTop: 8, flexWrap: 'wrap' }}
      onSubmit={(event) => {
        event.preventDefault();
        send(closesAtMs);
      }}
    >
      <div style={{ width: 190 }}>
        <MomentField label={t('uiCases.closes')} value={closesAtMs} onChange={setClosesAtMs} />
      </div>
      <TextInput
        label={t('uiDesk.ruleReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        style={{ flex: 1, minWidth: 220 }}
        maxLength={2_000}
      />
      <Button variant="default" onClick={() => setOpen(false)}>
        {t('uiCases.cancel')}
      </Button>
      <Button type="submit" loading={save.isPending} disabled={reason.trim() === ''}>
        {t('uiCases.save')}
      </Button>
    </form>
  );
}
