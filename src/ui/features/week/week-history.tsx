// Which weeks were closed, what did their receipts say, and does each still stand in the chain of custody?
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { saveBytes } from '../../components/save-file.ts';
import { tellError } from '../../components/tell-error.ts';
import { WeekSection } from './week-section.tsx';

const SHOWN = 8;

export function WeekHistory({ onChoose }: { readonly onChoose: (week: string) => void }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const receipts = useQuery(trpc.weekly.list.queryOptions());
  const save = useMutation(
    trpc.weekly.receiptFile.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (file) => saveBytes(file.fileName, file.base64),
    }),
  );
  const rows = receipts.data ?? [];
  return (
    <WeekSection title={t('uiDesk.history')} count={rows.length} empty={t('uiDesk.historyNone')}>
      {rows.slice(0, SHOWN).map((receipt) => (
        <div key={receipt.week} className="cb-week-line">
          <button type="button" className="cb-plain-link" onClick={() => onChoose(receipt.week)}>
            {receipt.week}
          </button>
          <span className="cb-quiet" style={{ flex: 1 }}>
            {t('uiDesk.historyLine', {
              arrived: receipt.counts.arrived,
              cases: receipt.counts.openCases,
              sequence: receipt.custody.sequence,
            })}
          </span>
          {receipt.previous !== null && !receipt.previous.isPrefix ? (
            <span style={{ color: 'var(--cb-missing)' }}>
              {t('weekly.previousBroken', {
                week: receipt.previous.week,
                sequence: receipt.previous.sequence,
              })}
            </span>
          ) : null}
          {(['pdf', 'json'] as const).map((format) => (
            <Button
              key={format}
              size="compact-xs"
              variant="default"
              aria-label={`${receipt.week} ${format.toUpperCase()}`}
              onClick={() => save.mutate({ week: receipt.week, format })}
            >
              {format.toUpperCase()}
            </Button>
          ))}
        </div>
      ))}
    </WeekSection>
  );
}
