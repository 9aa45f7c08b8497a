// How far is the reading of the folders, in one quiet line at the foot of the navigation?
import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from './door.ts';
import { useWords } from './words.ts';

export function IntakeStatus() {
  const { t } = useWords();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.archive.overview.queryOptions());
  if (data === undefined) return null;
  const waiting = data.arriving;
  return (
    <Link to="/activity" className="cb-nav-link" style={{ display: 'block', fontSize: 11.5 }}>
      {waiting > 0 ? (
        <>
          <span className="cb-quiet">{t('ui.intakeReading', { count: waiting })}</span>
          <Progress
            value={100}
            animated
            size={3}
            mt={5}
            aria-label={t('ui.intakeReading', { count: waiting })}
          />
        </>
      ) : (
        <span className="cb-quiet">
          {data.folders === 0
            ? t('ui.intakeNoFolders')
            : data.pendingOcr > 0
              ? t('ui.intakeOcr', { count: data.pendingOcr })
              : t('ui.intakeIdle')}
        </span>
      )}
    </Link>
  );
}
