// What did a person say about this document, when, and how is it taken back?
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DocumentDetail } from '../../../../engine/store/document-detail.ts';
import type { CorrectedValue, MadeCorrection } from '../../../../engine/store/made-corrections.ts';
import { useWords } from '../../../app/words.ts';
import { formatDay } from '../../../components/format-time.ts';
import { nameIdentifierType } from '../../../components/identifier-name.ts';
import type { Corrections } from '../../../components/use-corrections.tsx';
import { FactSection } from './fact-section.tsx';

const SHOWN_AT_FIRST = 5;

export function MadeCorrections({
  document,
  corrections,
}: {
  readonly document: DocumentDetail;
  readonly corrections: Corrections;
}) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const made = document.corrections;
  if (made.length === 0) return null;
  return (
    <FactSection title={t('uiDocuments.madeCorrections')}>
      <ul className="cb-made">
        {made.slice(0, all ? undefined : SHOWN_AT_FIRST).map((one) => (
          <Made key={one.id} made={one} corrections={corrections} />
        ))}
      </ul>
      {made.length > SHOWN_AT_FIRST ? (
        <Button variant="subtle" size="compact-xs" ml={-8} onClick={() => setAll(!all)}>
          {all ? t('uiDocuments.showLess') : t('uiDocuments.showAll', { count: made.length })}
        </Button>
      ) : null}
    </FactSection>
  );
}

function Made({ made, corrections }: { readonly made: MadeCorrection; readonly corrections: Corrections }) {
  const { t, kind } = useWords();
  const say = (value: CorrectedValue | null): string => {
    if (value === null) return '';
    if (value.parts !== undefined)
      return value.parts.length < 2
        ? t('uiDocuments.onePaper')
        : value.parts
            .map((part) =>
              t('uiDocuments.partPages', {
                kind: kind(part.slug),
                pages: part.fromPage === part.toPage ? `${part.fromPage}` : `${part.fromPage}–${part.toPage}`,
              }),
            )
            .join(' · ');
    return made.field === 'kind' ? kind(value.text) : value.text;
  };
  const given = made.now ?? made.was;
  const what =
    given?.role !== undefined
      ? t(`uiDocuments.role_${given.role}`)
      : given?.type !== undefined
        ? nameIdentifierType(given.type, t)
        : t(`uiDocuments.correctionOf_${made.field}`);
  const isConfirmed = made.field === 'kind' && made.was?.text === made.now?.text;
  // Problem types are many; that they were set is enough here.
  const now = made.field === 'problem' ? '' : say(made.now);
  const was = made.field === 'problem' || isConfirmed ? '' : say(made.was);
  const isStruck = made.now === null && made.field !== 'document_date';
  return (
    <li>
      <span style={{ minWidth: 0 }}>
        <span className="cb-quiet">{what} </span>
        {isStruck ? null : (
          <span style={{ overflowWrap: 'anywhere' }}>
            {now === '' && made.field === 'document_date' ? '—' : now}
          </span>
        )}
        {was === '' ? null : (
          <span className="cb-quiet" style={{ overflowWrap: 'anywhere', fontSize: 12 }}>
            {' '}
            {isStruck ? <del>{was}</del> : t('uiDocuments.correctedFrom', { value: was })}
          </span>
        )}
        <span className="cb-quiet" style={{ fontSize: 11.5, whiteSpace: 'nowrap' }}>
          {' '}
          · {formatDay(made.madeAtMs)}
          {isConfirmed ? ` · ${t('uiDocuments.byPerson')}` : ''}
        </span>
      </span>
      <Button
        variant="subtle"
        size="compact-xs"
        color="gray"
        mr={-8}
        style={{ flex: 'none' }}
        loading={corrections.isBusy}
        aria-label={t('uiDocuments.undoCorrection', { what })}
        onClick={() => void corrections.undo([made.id])}
      >
        {t('uiDocuments.undo')}
      </Button>
    </li>
  );
}
