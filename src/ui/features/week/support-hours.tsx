// Which support team can be called now, and when does it open or close, in Beijing time?
import { useQuery } from '@tanstack/react-query';
import { BEIJING_ZONE, formatMoment } from '../../../domain/deadlines/moment-text.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';

export function SupportHours() {
  const { t, reason, language } = useWords();
  const trpc = useTRPC();
  const hours = useQuery({ ...trpc.archive.supportHours.queryOptions({}), refetchInterval: 60_000 });
  const at = (atMs: number): string => formatMoment(atMs, BEIJING_ZONE, language).slice(5);
  return (
    <section className="cb-support" aria-label={t('uiWeek.support')}>
      <strong style={{ fontWeight: 600 }}>{t('uiWeek.support')}</strong>
      {(hours.data ?? []).map(({ team, state }) => (
        <span key={team}>
          {t(`deadlines.team.${team}`)}{' '}
          <span
            style={{
              color: state.open ? 'var(--cb-have)' : 'var(--cb-quiet)',
              fontWeight: state.open ? 600 : 400,
            }}
          >
            {reason(state.reason)}
          </span>{' '}
          <span className="cb-quiet">
            {state.open && state.closesAtMs !== undefined
              ? t('deadlines.closesAt', { at: at(state.closesAtMs) })
              : !state.open && state.opensAtMs !== undefined
                ? t('deadlines.opensAt', { at: at(state.opensAtMs) })
                : ''}
          </span>
        </span>
      ))}
      <span className="cb-quiet" style={{ fontSize: 12 }}>
        {t('deadlines.supportAdvice')}
      </span>
    </section>
  );
}
