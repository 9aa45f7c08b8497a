// How healthy is each store this week, and what was seen when somebody looked?
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ALERT_PROBLEMS } from '../../../domain/health/alert-problems.ts';
import type { DueStore } from '../../../engine/weekly/health-log.ts';
import { useWords } from '../../app/words.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { OpenCaseButton } from '../cases/open-case-button.tsx';
import { HealthForm } from './health-form.tsx';
import { HealthTrend } from './health-trend.tsx';
import { WeekSection } from './week-section.tsx';

const LIGHTS = { green: 'teal', yellow: 'orange', red: 'red', unknown: 'gray' } as const;

export function HealthLog({ week, stores }: { readonly week: string; readonly stores: readonly DueStore[] }) {
  const { t, reason } = useWords();
  const [edited, setEdited] = useState<DueStore | null>(null);
  return (
    <WeekSection title={t('uiWeek.health')} count={stores.length} empty={t('uiWeek.healthNone')}>
      {stores.map((store) => {
        const latest = store.latest;
        return (
          <div
            key={`${store.accountId}-${store.marketplace}`}
            className="cb-week-line"
            style={{ flexWrap: 'wrap' }}
          >
            <strong style={{ fontWeight: 600 }}>{store.marketplace}</strong>
            <span className="cb-quiet cb-truncate">{store.accountName}</span>
            {latest === null || latest.skippedReason !== null ? null : (
              <ToneBadge color={LIGHTS[latest.assessment.light]}>
                {t(`health.light.${latest.assessment.light}`)}
              </ToneBadge>
            )}
            <span style={{ flex: 1 }} className="cb-quiet">
              {reason(tellDue(store))}
            </span>
            <Button size="compact-xs" variant="default" onClick={() => setEdited(store)}>
              {t('uiWeek.enterHealth')}
            </Button>
            <HealthTrend accountId={Number(store.accountId)} marketplace={store.marketplace} />
            {latest === null
              ? null
              : latest.assessment.alerts.slice(0, 3).map((alert) => (
                  <div
                    key={`${alert.field}-${alert.level}`}
                    style={{
                      width: '100%',
                      fontSize: 12.5,
                      color: alert.level === 'breach' ? 'var(--cb-missing)' : 'var(--cb-weak)',
                    }}
                  >
                    <span style={{ marginRight: 8 }}>{reason(alert.reason)}</span>
                    {ALERT_PROBLEMS[alert.field] === undefined ? null : (
                      <OpenCaseButton
                        prefill={{
                          problem: ALERT_PROBLEMS[alert.field] as string,
                          accountId: Number(store.accountId),
                          marketplace: store.marketplace,
                        }}
                      />
                    )}
                  </div>
                ))}
          </div>
        );
      })}
      {edited === null ? null : <HealthForm week={week} store={edited} onClose={() => setEdited(null)} />}
    </WeekSection>
  );
}

function tellDue(store: DueStore): { code: string; params?: Record<string, string | number> } {
  if (store.state === 'done') return { code: 'checkDone' };
  if (store.state === 'skipped')
    return { code: 'checkSkipped', params: { reason: store.skippedReason ?? '' } };
  return store.daysSince === undefined
    ? { code: 'checkNever' }
    : { code: 'checkDue', params: { days: store.daysSince } };
}
