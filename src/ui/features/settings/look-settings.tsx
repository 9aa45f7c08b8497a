// Which language and look, and what is read by itself?
import { SegmentedControl, Select, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';

export function LookSettings() {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const settings = useQuery(trpc.settings.all.queryOptions());
  const set = useMutation(
    trpc.settings.set.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (answer) => queries.setQueryData(trpc.settings.all.queryKey(), answer),
    }),
  );
  if (settings.data === undefined) return null;
  const now = settings.data;
  return (
    <div className="cb-wide" style={{ display: 'flex', flexDirection: 'column', gap: 18 }}>
      <Line label={t('uiArchive.language')}>
        <SegmentedControl
          aria-label={t('uiArchive.language')}
          value={now.language}
          onChange={(value) => set.mutate({ key: 'language', value })}
          // Each language is named in itself, so that one who can't read the other finds it.
          data={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Line>
      <Line label={t('uiArchive.theme')}>
        <SegmentedControl
          aria-label={t('uiArchive.theme')}
          value={now.theme}
          onChange={(value) => set.mutate({ key: 'theme', value })}
          data={['system', 'light', 'dark'].map((value) => ({ value, label: t(`uiArchive.theme_${value}`) }))}
        />
      </Line>
      <Line label={t('uiArchive.ocr')} hint={t('uiArchive.ocrHint')}>
        <Switch
          aria-label={t('uiArchive.ocr')}
          checked={now.ocr_enabled === 'true'}
          onChange={(event) => set.mutate({ key: 'ocr_enabled', value: String(event.currentTarget.checked) })}
        />
      </Line>
      <Line label={t('uiArchive.reminder')} hint={t('uiArchive.reminderHint')}>
        <div style={{ display: 'flex', gap: 8 }}>
          <Select
            aria-label={t('uiArchive.reminderDay')}
            w={110}
            value={now.reminder_weekday}
            onChange={(value) => value !== null && set.mutate({ key: 'reminder_weekday', value })}
            allowDeselect={false}
            data={['1', '2', '3', '4', '5', '6', '7'].map((value) => ({
              value,
              label: t(`uiArchive.weekday_${value}`),
            }))}
          />
          <Select
            aria-label={t('uiArchive.reminderHour')}
            w={90}
            value={now.reminder_hour}
            onChange={(value) => value !== null && set.mutate({ key: 'reminder_hour', value })}
            allowDeselect={false}
            data={Array.from({ length: 24 }, (_, hour) => ({
              value: String(hour),
              label: `${String(hour).padStart(2, '0')}:00`,
            }))}
          />
        </div>
      </Line>
    </div>
  );
}

function Line({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <div
      style={{ display: 'grid', gridTemplateColumns: '260px minmax(0,1fr)', gap: 16, alignItems: 'center' }}
    >
      <div>
        <div style={{ fontWeight: 500 }}>{label}</div>
        {hint === undefined ? null : (
          <div className="cb-quiet" style={{ fontSize: 12 }}>
            {hint}
          </div>
        )}
      </div>
      <div>{children}</div>
    </div>
  );
}
