// Which identifiers does the document carry, do they check, and where do they stand?
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DetailIdentifier, DocumentDetail } from '../../../../engine/store/document-detail.ts';
import { useWords } from '../../../app/words.ts';
import { IdentifierAdder } from '../../../components/identifier-adder.tsx';
import { nameIdentifierType } from '../../../components/identifier-name.ts';
import type { Corrections } from '../../../components/use-corrections.tsx';
import { FactSection } from './fact-section.tsx';

const SHOWN_AT_FIRST = 8;
/** The reason is there for the keyboard, too. */
const TIP_EVENTS = { hover: true, focus: true, touch: true };

export function IdentifierFacts({
  document,
  corrections,
  alwaysAdd = false,
  onShowPage,
}: {
  readonly document: DocumentDetail;
  readonly corrections: Corrections;
  readonly alwaysAdd?: boolean;
  /** Scrolls the preview to where it was found. */
  readonly onShowPage?: (page: number) => void;
}) {
  const { t } = useWords();
  const [isAdding, setAdding] = useState(alwaysAdd);
  const [all, setAll] = useState(false);
  return (
    <FactSection
      title={t('uiDocuments.identifiers')}
      aside={
        alwaysAdd ? null : (
          <ActionIcon
            size="sm"
            aria-label={t('uiDocuments.addIdentifier')}
            onClick={() => setAdding(!isAdding)}
          >
            <IconPlus size={14} />
          </ActionIcon>
        )
      }
    >
      {document.identifiers.length === 0 ? (
        <div className="cb-quiet">{t('uiDocuments.noIdentifiers')}</div>
      ) : (
        <ul className="cb-identifiers">
          {document.identifiers.slice(0, all ? undefined : SHOWN_AT_FIRST).map((identifier) => (
            <IdentifierLine
              key={`${identifier.type}-${identifier.value}`}
              identifier={identifier}
              onShowPage={onShowPage}
              onRemove={() =>
                void corrections.correct(
                  {
                    documentId: document.id,
                    removeIdentifiers: [{ type: identifier.type, value: identifier.value }],
                  },
                  t('uiDocuments.corrected'),
                )
              }
            />
          ))}
        </ul>
      )}
      {document.identifiers.length > SHOWN_AT_FIRST ? (
        <Button variant="subtle" size="compact-xs" ml={-8} onClick={() => setAll(!all)}>
          {all ? t('uiDocuments.showLess') : t('uiDocuments.showAll', { count: document.identifiers.length })}
        </Button>
      ) : null}
      {isAdding ? (
        <div style={{ marginTop: 8 }}>
          <IdentifierAdder
            onAdd={(identifier) =>
              void corrections.correct(
                { documentId: document.id, addIdentifiers: [identifier] },
                t('uiDocuments.corrected'),
              )
            }
          />
        </div>
      ) : null}
    </FactSection>
  );
}

function IdentifierLine({
  identifier,
  onRemove,
  onShowPage,
}: {
  readonly identifier: DetailIdentifier;
  readonly onShowPage?: (page: number) => void;
  readonly onRemove: () => void;
}) {
  const { t, reason } = useWords();
  const places = [
    identifier.page === null || identifier.source !== 'text'
      ? null
      : t('uiDocuments.onPage', { page: identifier.page }),
    identifier.source === 'text' && identifier.page !== null
      ? null
      : // Where in a video: the second says more than the number of the frame.
        `${t(`uiDocuments.source_${identifier.source}`)} ${identifier.source === 'video_frame' ? (identifier.reason.params?.['time'] ?? '') : ''}`.trim(),
  ].filter((place) => place !== null);
  const name = [identifier.carrier, nameIdentifierType(identifier.type, t)]
    .filter((part) => part !== null)
    .join(' ');
  const why = reason(identifier.reason);
  const check = t(`uiDocuments.check_${identifier.check}`);
  return (
    <li>
      <span className="cb-quiet cb-truncate" title={name}>
        {name}
      </span>
      <span style={{ minWidth: 0, display: 'flex', alignItems: 'baseline', gap: 6 }}>
        <Link
          to="/identifiers/$type/$value"
          params={{ type: identifier.type, value: identifier.value }}
          className="cb-link cb-mono cb-truncate"
          title={identifier.value}
        >
          {identifier.value}
        </Link>
      </span>
      <Tooltip label={why === 'person' ? check : `${check} · ${why}`} multiline maw={300} events={TIP_EVENTS}>
        <button
          type="button"
          className="cb-place"
          onClick={() => {
            if (identifier.page !== null) onShowPage?.(identifier.page);
          }}
        >
          {places.join(' · ')}
          {identifier.check === 'valid' ? (
            <IconCheck size={13} style={{ color: 'var(--cb-have)' }} aria-label={check} />
          ) : identifier.check === 'fails_check' ? (
            <IconAlertTriangle size={13} style={{ color: 'var(--cb-weak)' }} aria-label={check} />
          ) : null}
        </button>
      </Tooltip>
      <ActionIcon
        size="xs"
        className="cb-on-hover"
        aria-label={t('uiDocuments.removeIdentifier', { value: identifier.value })}
        onClick={onRemove}
      >
        <IconX size={12} />
      </ActionIcon>
    </li>
  );
}
