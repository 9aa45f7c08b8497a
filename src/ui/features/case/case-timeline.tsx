// What happened in the case, newest first, and how is something added to it?
import { Link } from '@tanstack/react-router';
import { BEIJING_ZONE, formatMoment, formatMomentPair } from '../../../domain/deadlines/moment-text.ts';
import { findMarketplace } from '../../../domain/marketplaces/marketplaces.ts';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import type { CaseDetail, CaseEvent } from '../../../engine/cases/case-view.ts';
import { useWords, type Words } from '../../app/words.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { MessageIntake } from '../messages/message-intake.tsx';
import { AddEvent } from './add-event.tsx';
import { FactChanges } from './fact-changes.tsx';
import { RemoveNote } from './remove-note.tsx';

const DECISION_TONES = { accepted: 'teal', partial: 'orange', rejected: 'red' } as const;

export function CaseTimeline({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useWords();
  const events = [...detail.timeline].reverse();
  return (
    <div className="cb-wide">
      <div style={{ marginBottom: 10 }}>
        <MessageIntake caseNumber={detail.number} />
      </div>
      <AddEvent caseNumber={detail.number} />
      <section aria-label={t('uiCases.tab_timeline')}>
        {events.map((event) => (
          <EventRow key={event.id} event={event} detail={detail} />
        ))}
      </section>
    </div>
  );
}

function EventRow({ event, detail }: { readonly event: CaseEvent; readonly detail: CaseDetail }) {
  const words = useWords();
  const { t, language } = words;
  const zone = findMarketplace(detail.marketplace)?.zone;
  const stated = event.data['statedDate'];
  const statedAtMs = event.data['statedAtMs'];
  const decision = event.data['decision'];
  const from = event.data['from'];
  const exhibit = detail.exhibits.find((e) => e.document.id === event.documentId);
  return (
    <div className="cb-event" data-official={event.official}>
      <div style={{ lineHeight: 1.35 }}>
        <div style={{ fontVariantNumeric: 'tabular-nums' }}>
          {formatMoment(event.atMs, BEIJING_ZONE, language).replace(/ (北京时间|Beijing)$/, '')}
        </div>
        {zone === undefined ? null : (
          <div className="cb-quiet" style={{ fontSize: 11.5 }}>
            {formatMoment(event.atMs, zone, language)}
          </div>
        )}
      </div>
      <span className="cb-event-dot" aria-hidden />
      <div style={{ minWidth: 0 }}>
        <div style={{ display: 'flex', gap: 8, alignItems: 'baseline', flexWrap: 'wrap' }}>
          <strong style={{ fontWeight: 600 }}>{titleOf(event, words)}</strong>
          {event.official ? <ToneBadge>{t('uiCases.official')}</ToneBadge> : null}
          {typeof stated === 'string' ? (
            <ToneBadge color="orange">{t('uiCases.statedBadge', { date: stated })}</ToneBadge>
          ) : typeof statedAtMs === 'number' ? (
            <ToneBadge color="orange">
              {t('uiCases.statedBadge', { date: formatMomentPair(statedAtMs, detail.marketplace, language) })}
            </ToneBadge>
          ) : null}
          {decision === 'accepted' || decision === 'partial' || decision === 'rejected' ? (
            <ToneBadge color={DECISION_TONES[decision]}>{t(`uiDesk.decision_${decision}`)}</ToneBadge>
          ) : null}
          {event.data['automatic'] === true ? (
            <ToneBadge color="gray">{t('uiDesk.automaticBadge')}</ToneBadge>
          ) : null}
          {typeof from === 'string' && event.kind !== 'status' ? (
            <span className="cb-quiet" style={{ fontSize: 12 }}>
              {t('uiDesk.fromBadge', { from })}
            </span>
          ) : null}
          {exhibit !== undefined || event.documentId === null ? null : (
            <Link
              to="/documents/$documentId"
              params={{ documentId: String(event.documentId) }}
              className="cb-link"
            >
              {t('uiDesk.original')}
            </Link>
          )}
          {exhibit === undefined ? null : (
            <Link
              to="/documents/$documentId"
              params={{ documentId: String(exhibit.document.id) }}
              className="cb-link"
            >
              {exhibit.label}
            </Link>
          )}
        </div>
        <FactChanges event={event} />
        {event.detail === '' ? null : <div className="cb-event-text">{event.detail}</div>}
      </div>
      {event.kind === 'note' && !event.official ? (
        <RemoveNote caseNumber={detail.number} eventId={event.id} />
      ) : (
        <span />
      )}
    </div>
  );
}

/** Automatic entries hold slugs and numbers; a person reads words. */
function titleOf(event: CaseEvent, { t, pick }: Words): string {
  if (event.kind === 'opened') {
    const problem = PROBLEM_BY_SLUG.get(event.title);
    return `${t('uiCases.event_opened')} · ${problem === undefined ? event.title : pick(problem.name)}`;
  }
  if (event.kind === 'status')
    return t('uiCases.event_status', { status: t(`uiCases.status_${event.title}`) });
  const known = t(`uiCases.event_${event.kind}`);
  const name =
    known !== `uiCases.event_${event.kind}`
      ? known
      : t(`packEvents.${event.kind}`) === `packEvents.${event.kind}`
        ? event.kind
        : t(`packEvents.${event.kind}`);
  if (event.kind === 'note') return event.title;
  return event.title === '' || event.title === event.kind || event.title === 'submitted'
    ? name
    : `${name} · ${event.title}`;
}
