// How far is the first reading, and what has just been recognised?
import { Button, Progress } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngineEvents } from '../../app/connection.tsx';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { KindIcon } from '../../components/kind-icon.tsx';

const LATEST_SHOWN = 7;

interface Filed {
  readonly documentId: number;
  readonly name: string;
  readonly kind: string;
}

export function ReadingStep({
  sampleJob,
  onEnter,
  onBack,
}: {
  readonly sampleJob: number | null;
  readonly onEnter: () => void;
  readonly onBack: () => void;
}) {
  const { t, kind } = useWords();
  const trpc = useTRPC();
  const overview = useQuery(trpc.archive.overview.queryOptions());
  const job = useQuery({
    ...trpc.jobs.get.queryOptions({ id: sampleJob ?? 1 }),
    enabled: sampleJob !== null,
  });
  const [latest, setLatest] = useState<readonly Filed[]>([]);
  useEngineEvents((event) => {
    if (event.type !== 'document_filed') return;
    const { documentId, path } = event;
    const name = path.split(/[\\/]/).at(-1) ?? path;
    setLatest((list) =>
      [{ documentId, name, kind: event.kind }, ...list.filter((d) => d.documentId !== documentId)].slice(
        0,
        LATEST_SHOWN,
      ),
    );
  });
  const counts = overview.data;
  const state = job.data?.state;
  const isBuilding = sampleJob !== null && (state === undefined || state === 'running' || state === 'queued');
  const arriving = counts?.arriving ?? 0;
  const documents = counts?.documents ?? 0;
  const isDone = !isBuilding && arriving === 0 && documents > 0;
  const percent = documents + arriving === 0 ? 0 : (documents / (documents + arriving)) * 100;
  return (
    <>
      <h1 style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
        {isDone ? (
          <IconCircleCheck size={22} stroke={1.6} style={{ color: 'var(--cb-have)' }} aria-hidden />
        ) : null}
        {t(isDone ? 'uiFirstRun.readingDone' : 'uiFirstRun.reading')}
      </h1>
      <p role="status">
        {state === 'failed' || state === 'interrupted'
          ? t('uiFirstRun.sampleFailed')
          : isBuilding && job.data != null && job.data.phase !== ''
            ? t(`uiFirstRun.samplePhase_${job.data.phase}`, { done: job.data.done, total: job.data.total })
            : t('uiFirstRun.readingHint')}
      </p>
      <Progress
        // How many files the sample will have is not known before it is built.
        value={isDone || documents + arriving === 0 ? 100 : Math.max(percent, 3)}
        animated={!isDone}
        color={isDone ? 'teal' : undefined}
        aria-label={t('uiFirstRun.reading')}
      />
      <div className="cb-figures">
        {(
          [
            ['filed', documents],
            ['waiting', arriving],
            ['unsorted', counts?.unsorted ?? 0],
            ['ocr', counts?.pendingOcr ?? 0],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <strong>{count.toLocaleString()}</strong>
            <span className="cb-quiet">{t(`uiFirstRun.${name}`)}</span>
          </div>
        ))}
      </div>
      {latest.length === 0 ? null : (
        <div style={{ minHeight: LATEST_SHOWN * 26 }}>
          <div className="cb-quiet" style={{ fontSize: 11.5, fontWeight: 600, marginBottom: 4 }}>
            {t('uiFirstRun.latest')}
          </div>
          {latest.map((d) => (
            <div key={d.documentId} style={{ display: 'flex', gap: 8, alignItems: 'center', height: 26 }}>
              <KindIcon kind={d.kind} size={15} />
              <span className="cb-truncate" style={{ flex: 1 }}>
                {d.name}
              </span>
              <span className="cb-quiet" style={{ whiteSpace: 'nowrap' }}>
                {kind(d.kind)}
              </span>
            </div>
          ))}
        </div>
      )}
      <div className="cb-welcome-foot">
        <Button size="sm" variant="subtle" color="gray" onClick={onBack}>
          {t('uiFirstRun.back')}
        </Button>
        <span style={{ flex: 1 }} />
        <Button size="sm" onClick={onEnter}>
          {t('uiFirstRun.enter')}
        </Button>
      </div>
    </>
  );
}
