// Which papers of the seller end soon, and whom must we call this week?
import { Link } from '@tanstack/react-router';
import { BEIJING_ZONE, formatMoment } from '../../../domain/deadlines/moment-text.ts';
import type { CallBack } from '../../../engine/cases/contact-book.ts';
import { useWords } from '../../app/words.ts';
import { WeekSection } from './week-section.tsx';

export function PapersAndCalls({
  papers,
  calls,
}: {
  readonly papers: readonly {
    readonly kind: string;
    readonly expiresOn: string;
    readonly daysLeft: number;
  }[];
  readonly calls: readonly CallBack[];
}) {
  const { t, kind, language } = useWords();
  if (papers.length + calls.length === 0) return null;
  return (
    <WeekSection
      title={t('uiDesk.papersAndCalls')}
      count={papers.length + calls.length}
      empty=""
      action={
        <Link to="/contacts" className="cb-link">
          {t('uiDesk.navContacts')}
        </Link>
      }
    >
      {calls.map((call) => (
        <div key={`call-${call.id}`} className="cb-week-line">
          <span style={{ flex: 1 }}>
            {[t('uiDesk.callBack'), call.contactName, call.subject].filter((text) => text !== '').join(' · ')}
          </span>
          <span style={{ color: call.atMs < Date.now() ? 'var(--cb-missing)' : undefined }}>
            {formatMoment(call.atMs, BEIJING_ZONE, language)}
          </span>
        </div>
      ))}
      {papers.map((paper) => (
        <div key={`${paper.kind}-${paper.expiresOn}`} className="cb-week-line">
          <span style={{ flex: 1 }}>{kind(paper.kind)}</span>
          <span className="cb-quiet">{paper.expiresOn}</span>
          <span style={{ color: paper.daysLeft < 0 ? 'var(--cb-missing)' : 'var(--cb-weak)' }}>
            {paper.daysLeft < 0
              ? t('uiCases.dueOver', { days: -paper.daysLeft })
              : t('uiCases.dueIn', { days: paper.daysLeft })}
          </span>
        </div>
      ))}
    </WeekSection>
  );
}
