// How do Amazon's reports get in: dropped, chosen, or offered from watched folders; and what was imported before?
import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { BEIJING_ZONE, formatMoment } from '../../../domain/deadlines/moment-text.ts';
import type { ReportPreview } from '../../../engine/reports/preview-report.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { DropArea } from '../../components/drop-area.tsx';
import type { HandedIn } from '../../components/hand-in-files.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { tellError } from '../../components/tell-error.ts';
import { ImportResults } from './import-results.tsx';
import { MappingAssistant } from './mapping-assistant.tsx';

const ACCEPT = '.txt,.tsv,.csv,.xlsx,.xls,.json';

interface Asked {
  readonly preview: ReportPreview;
  readonly grant: string;
}

export function ImportReports() {
  const { t, pick, language } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const offered = useQuery(trpc.reports.offered.queryOptions());
  const imported = useQuery(trpc.reports.list.queryOptions());
  const [jobId, setJobId] = useState<number | null>(null);
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const started = {
    onError: (error: unknown) => tellError(error, t),
    onSuccess: (job: { jobId: number }) => setJobId(job.jobId),
  };
  const importGrants = useMutation(trpc.reports.import.mutationOptions(started));
  const importDocuments = useMutation(trpc.reports.importDocuments.mutationOptions(started));
  const preview = useMutation(trpc.reports.preview.mutationOptions());
  const look = async (files: readonly HandedIn[]): Promise<void> => {
    const known: string[] = [];
    const unknown: Asked[] = [];
    for (const file of files) {
      try {
        const answer = (await preview.mutateAsync({ grant: file.grant })) as unknown as Asked;
        const isTable = answer.preview.header.length > 1;
        const isRead =
          answer.preview.report !== null ||
          answer.preview.isKnownMapping ||
          !isTable ||
          /\.json$/i.test(file.fileName);
        if (isRead) known.push(answer.grant);
        else unknown.push(answer);
      } catch (error) {
        tellError(error, t);
      }
    }
    setAsked(unknown);
    if (known.length > 0) importGrants.mutate({ grants: known });
  };
  const documents = offered.data?.documents ?? [];
  const chosen = documents.filter((document) => !left.has(document.id)).map((document) => document.id);
  const isRunning = importGrants.isPending || importDocuments.isPending || preview.isPending;
  return (
    <div className="cb-wide">
      <DropArea
        text={t('uiDesk.dropReports')}
        accept={ACCEPT}
        isBusy={isRunning}
        onFiles={(files) => void look(files)}
      />
      {jobId === null ? null : (
        <>
          <JobProgress
            key={jobId}
            jobId={jobId}
            onEnd={() => {
              for (const key of [trpc.reports.pathKey(), trpc.weekly.pathKey(), trpc.cases.pathKey()])
                void queries.invalidateQueries({ queryKey: key });
            }}
          />
          <ImportResults jobId={jobId} />
        </>
      )}
      {documents.length === 0 ? null : (
        <section aria-label={t('uiDesk.offered')}>
          <div style={{ display: 'flex', alignItems: 'center', gap: 10 }}>
            <h2 className="cb-plain-section" style={{ flex: 1 }}>
              {t('uiDesk.offered')} <span className="cb-quiet">{offered.data?.total}</span>
            </h2>
            <Button
              disabled={chosen.length === 0}
              loading={importDocuments.isPending}
              onClick={() => importDocuments.mutate({ documentIds: chosen })}
            >
              {t('uiDesk.importChosen', { count: chosen.length })}
            </Button>
          </div>
          {documents.map((document) => (
            <div
              key={document.id}
              style={{ display: 'flex', gap: 10, alignItems: 'center', padding: '3px 0' }}
            >
              <Checkbox
                size="xs"
                aria-label={document.fileName}
                checked={!left.has(document.id)}
                onChange={() =>
                  setLeft((now) => {
                    const next = new Set(now);
                    if (!next.delete(document.id)) next.add(document.id);
                    return next;
                  })
                }
              />
              <Link
                to="/documents/$documentId"
                params={{ documentId: String(document.id) }}
                className="cb-link cb-truncate"
              >
                {document.fileName}
              </Link>
              <span className="cb-quiet">{document.date ?? ''}</span>
            </div>
          ))}
        </section>
      )}
      <h2 className="cb-plain-section">{t('uiDesk.importedBefore')}</h2>
      {(imported.data ?? []).length === 0 ? (
        <div className="cb-quiet">{t('uiDesk.importedNone')}</div>
      ) : (
        <table className="cb-plain-table">
          <thead>
            <tr>
              <th>{t('uiDesk.importedAt')}</th>
              <th>{t('uiDesk.report')}</th>
              <th>{t('uiDesk.file')}</th>
              <th className="cb-number">{t('uiDesk.rows')}</th>
              <th className="cb-number">{t('uiDesk.added')}</th>
              <th className="cb-number">{t('uiDesk.flagged')}</th>
            </tr>
          </thead>
          <tbody>
            {(imported.data ?? []).map((row) => (
              <tr key={row.id}>
                <td style={{ whiteSpace: 'nowrap' }}>
                  {formatMoment(row.importedAtMs, BEIJING_ZONE, language)}
                </td>
                <td>{pick(row.name)}</td>
                <td style={{ overflowWrap: 'anywhere' }}>
                  {row.fileName}
                  {row.summary['state'] === 'done' ? null : (
                    <span style={{ color: 'var(--cb-weak)' }}> · {t('uiDesk.importCut')}</span>
                  )}
                </td>
                <td className="cb-number">{row.rowCount.toLocaleString()}</td>
                <td className="cb-number">{Number(row.summary['added'] ?? 0).toLocaleString()}</td>
                <td className="cb-number">{countProblems(row.summary['problemCounts']).toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked[0] === undefined ? null : (
        <MappingAssistant
          key={asked[0].grant}
          preview={asked[0].preview}
          onClose={() => setAsked((all) => all.slice(1))}
          onMap={(mapping) => {
            const grant = asked[0]?.grant ?? '';
            setAsked((all) => all.slice(1));
            importGrants.mutate({ grants: [grant], mapping });
          }}
        />
      )}
    </div>
  );
}

function countProblems(counts: unknown): number {
  return Object.values((counts ?? {}) as Record<string, number>).reduce((sum, n) => sum + n, 0);
}
