// How is the week closed, and what does its receipt say?
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WeekReceipt } from '../../../engine/weekly/week-receipt.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { tellError } from '../../components/tell-error.ts';

const COUNTS = [
  'documents',
  'arrived',
  'unsorted',
  'ordersChecked',
  'ordersWithoutEvidence',
  'openCases',
  'casesDue',
  'healthChecked',
  'healthDue',
  'expiring',
  'claimable',
] as const;

export function CloseWeek({
  week,
  receipt,
}: {
  readonly week: string;
  readonly receipt: WeekReceipt | null;
}) {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [jobId, setJobId] = useState<number | null>(null);
  const close = useMutation(
    trpc.weekly.close.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (started) => setJobId(started.jobId),
    }),
  );
  return (
    <>
      <Button variant={receipt === null ? 'filled' : 'default'} onClick={() => setOpen(true)}>
        {t(receipt === null ? 'uiWeek.close' : 'uiWeek.receipt')}
      </Button>
      <Dialog
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t(receipt === null ? 'uiWeek.closeTitle' : 'weekly.receiptTitle', { week })}
        size={560}
      >
        {receipt === null ? (
          <>
            <p style={{ margin: '0 0 12px', lineHeight: 1.6 }}>{t('uiWeek.closeText')}</p>
            {jobId === null ? null : (
              <JobProgress
                key={jobId}
                jobId={jobId}
                onEnd={() => void queries.invalidateQueries({ queryKey: trpc.weekly.pathKey() })}
              />
            )}
            <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
              <Button variant="default" onClick={() => setOpen(false)}>
                {t('uiCases.cancel')}
              </Button>
              <Button loading={close.isPending} onClick={() => close.mutate({ week })}>
                {t('uiWeek.close')}
              </Button>
            </div>
          </>
        ) : (
          <Receipt receipt={receipt} />
        )}
      </Dialog>
    </>
  );
}

function Receipt({ receipt }: { readonly receipt: WeekReceipt }) {
  const { t } = useWords();
  const Icon = receipt.ok ? IconCircleCheck : IconCircleX;
  return (
    <div>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', marginBottom: 10 }}>
        <Icon size={18} color={receipt.ok ? 'var(--cb-have)' : 'var(--cb-missing)'} aria-hidden />
        <strong>{t(receipt.ok ? 'weekly.ok' : 'weekly.notOk')}</strong>
        <span className="cb-quiet">
          {t('weekly.receiptSpan', { firstDay: receipt.firstDay, lastDay: receipt.lastDay })}
        </span>
      </div>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr auto', gap: '4px 16px' }}>
        {COUNTS.map((name) => (
          <Line key={name} label={t(`weekly.${name}`)} value={receipt.counts[name].toLocaleString()} />
        ))}
        <Line
          label={t('weekly.verification')}
          value={t('weekly.verificationResult', {
            checked: receipt.verification.checked,
            problems: receipt.verification.problems.length,
          })}
        />
        <Line
          label={t('weekly.sample')}
          value={t('weekly.sampleResult', {
            unchanged: receipt.sample.unchanged,
            checked: receipt.sample.checked,
          })}
        />
        <Line label={t('weekly.backup')} value={receipt.backup?.name ?? t('weekly.backupNone')} />
      </div>
      <div style={{ marginTop: 12 }}>
        <div className="cb-quiet">{t('weekly.custodyHead', { sequence: receipt.custody.sequence })}</div>
        <CopyText
          value={receipt.custody.head}
          label={t('weekly.custodyHead', { sequence: receipt.custody.sequence })}
        />
        {receipt.previous === null ? (
          <div className="cb-quiet">{t('weekly.previousFirst')}</div>
        ) : (
          <div className="cb-quiet">
            {t(receipt.previous.isPrefix ? 'weekly.previousKept' : 'weekly.previousBroken', {
              week: receipt.previous.week,
              sequence: receipt.previous.sequence,
            })}
          </div>
        )}
      </div>
    </div>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <span>{label}</span>
      <span style={{ fontVariantNumeric: 'tabular-nums', textAlign: 'right' }}>{value}</span>
    </>
  );
}
