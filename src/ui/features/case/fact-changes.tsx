// Which facts did an entry of the timeline change, from what to what?
import { CHANNEL_BY_SLUG } from '../../../domain/problems/channels.ts';
import type { CaseEvent } from '../../../engine/cases/case-view.ts';
import { useWords } from '../../app/words.ts';

interface Change {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export function FactChanges({ event }: { readonly event: CaseEvent }) {
  const { t, pick } = useWords();
  const changes = event.kind === 'facts_changed' ? readChanges(event.data['changes']) : [];
  const show = (field: string, value: string): string => {
    const channel = field === 'channel' ? CHANNEL_BY_SLUG.get(value) : undefined;
    return channel === undefined ? value : pick(channel.name);
  };
  return changes.map(({ field, from, to }) => (
    <div key={field} className="cb-event-text">
      <span className="cb-quiet">{t(`uiCases.fact_${field}`)}</span>{' '}
      {from === '' || field === 'subjectsRemoved' ? null : (
        <>
          <span className="cb-quiet">{show(field, from)}</span>
          {' → '}
        </>
      )}
      {field === 'subjectsRemoved' ? from : to === '' ? t('uiCases.nothing') : show(field, to)}
    </div>
  ));
}

function readChanges(value: unknown): Change[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (change: unknown): change is Change =>
      typeof change === 'object' &&
      change !== null &&
      ['field', 'from', 'to'].every((key) => typeof (change as Record<string, unknown>)[key] === 'string'),
  );
}
