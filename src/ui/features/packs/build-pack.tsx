// For whom and through which channel is a pack built, what would be objected to, and how far is it?
import { Button, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CHANNEL_BY_SLUG, CHANNELS } from '../../../domain/problems/channels.ts';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import type { PackVariant } from '../../../engine/packs/pack-plan.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { Notice } from '../../components/notice.tsx';
import { tellError } from '../../components/tell-error.ts';
import { PackRow } from './pack-row.tsx';
import { Violations } from './violations.tsx';

const VARIANTS: readonly PackVariant[] = ['amazon', 'consultant', 'internal'];

export function BuildPack({
  detail,
  onClose,
}: {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}) {
  const { t, pick, kind } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [channel, setChannel] = useState(detail.channel);
  const [variant, setVariant] = useState<PackVariant>('amazon');
  const [recipient, setRecipient] = useState('');
  const [zip, setZip] = useState(true);
  const [jobId, setJobId] = useState<number | null>(null);
  const [isDone, setDone] = useState(false);
  const input = {
    case: detail.number,
    channel,
    variant,
    zip,
    ...(variant === 'consultant' && recipient.trim() !== '' ? { recipient: recipient.trim() } : {}),
  };
  const check = useQuery({
    ...trpc.packs.check.queryOptions({ case: detail.number, channel, variant, zip }),
    staleTime: 0,
  });
  const build = useMutation(
    trpc.packs.build.mutationOptions({
      onSuccess: (started) => {
        setDone(false);
        setJobId(started.jobId);
      },
      onError: (error) => tellError(error, t),
    }),
  );
  const job = useQuery({ ...trpc.jobs.get.queryOptions({ id: jobId ?? 1 }), enabled: jobId !== null });
  const packId =
    isDone && typeof job.data?.result?.['packId'] === 'number' ? job.data.result['packId'] : null;
  const isBuilding = jobId !== null && !isDone;
  return (
    <Dialog opened onClose={onClose} title={t('uiPacks.buildTitle', { case: detail.number })} size={720}>
      {packId === null ? (
        <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
          <div>
            <SegmentedControl
              aria-label={t('uiPacks.variant')}
              value={variant}
              onChange={(value) => setVariant(value as PackVariant)}
              data={VARIANTS.map((value) => ({ value, label: t(`uiPacks.variant_${value}`) }))}
              disabled={isBuilding}
            />
            <div className="cb-quiet" style={{ fontSize: 12, marginTop: 5 }}>
              {t(`uiPacks.variantHint_${variant}`)}
            </div>
          </div>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12, alignItems: 'end' }}>
            <Select
              label={t('uiCases.channel')}
              value={channel}
              onChange={(value) => value !== null && setChannel(value)}
              allowDeselect={false}
              searchable
              disabled={isBuilding}
              data={[
                ...new Set([...detail.problemType.channels, detail.channel, ...CHANNELS.map((c) => c.slug)]),
              ].map((slug) => {
                const known = CHANNEL_BY_SLUG.get(slug);
                return { value: slug, label: known === undefined ? slug : pick(known.name) };
              })}
            />
            {variant === 'consultant' ? (
              <TextInput
                label={t('uiPacks.recipient')}
                value={recipient}
                onChange={(event) => setRecipient(event.currentTarget.value)}
                disabled={isBuilding}
              />
            ) : null}
          </div>
          <Switch
            label={t('uiPacks.zip')}
            checked={zip}
            onChange={(event) => setZip(event.currentTarget.checked)}
            disabled={isBuilding}
          />
          {check.isError ? (
            <ErrorNote error={check.error} />
          ) : check.data === undefined ? (
            <div className="cb-quiet" style={{ minHeight: 60 }} />
          ) : (
            <div style={{ minHeight: 60 }}>
              <div>{t('uiPacks.checkExhibits', { count: check.data.exhibits })}</div>
              {check.data.missing.length === 0 ? null : (
                <Notice color="orange" mt={8} title={t('uiPacks.checkMissing')}>
                  {check.data.missing.map((slug) => kind(slug)).join(t('uiCases.comma'))}
                  <div className="cb-quiet" style={{ marginTop: 3 }}>
                    {t('uiPacks.checkMissingHint')}
                  </div>
                </Notice>
              )}
              <Violations violations={check.data.violations} />
            </div>
          )}
          {jobId === null ? null : (
            <JobProgress
              key={jobId}
              jobId={jobId}
              onEnd={(state) => {
                if (state !== 'done') return;
                void queries.invalidateQueries({ queryKey: trpc.packs.pathKey() });
                setDone(true);
              }}
            />
          )}
          <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
            <Button variant="default" onClick={onClose}>
              {t(isBuilding ? 'uiPacks.goOnInBackground' : 'uiCases.cancel')}
            </Button>
            <Button
              loading={build.isPending || (isBuilding && job.data?.state === 'running')}
              onClick={() => build.mutate(input)}
            >
              {t('uiPacks.build')}
            </Button>
          </div>
        </div>
      ) : (
        <div>
          <PackRow packId={packId} showCase={false} />
          <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
            <Button variant="default" onClick={onClose}>
              {t('uiPacks.close')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
