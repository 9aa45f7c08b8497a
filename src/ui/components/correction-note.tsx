// Where does a corrected rule come from: who is quoted, when was it read, and why was it corrected?
import { useWords } from '../app/words.ts';
import { ToneBadge } from './tone-badge.tsx';

export function CorrectionNote({
  correction,
}: {
  readonly correction: { readonly source: string; readonly verifiedOn: string; readonly reason: string };
}) {
  const { t } = useWords();
  return (
    <div className="cb-quiet" style={{ fontSize: 12, overflowWrap: 'anywhere' }}>
      <ToneBadge color="orange">{t('uiDesk.corrected')}</ToneBadge>{' '}
      {t('uiDesk.sourceLine', { source: correction.source, on: correction.verifiedOn })} · {correction.reason}
    </div>
  );
}
