// One exhibit: thumbnail, label, caption that is edited in place, and a handle to move it.
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconEyeOff, IconGripVertical, IconShieldLock, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { CaseExhibit } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { formatSize } from '../../components/format-size.ts';
import { KindIcon } from '../../components/kind-icon.tsx';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { useCaseChange } from './use-case-change.ts';

export function ExhibitRow({
  exhibit,
  label,
  caseNumber,
  onCover,
  onRemove,
}: {
  readonly exhibit: CaseExhibit;
  readonly label: string;
  readonly caseNumber: string;
  /** The person wants to see or draw what is covered for a consultant. */
  readonly onCover: () => void;
  readonly onRemove: () => void;
}) {
  const { t, kind } = useWords();
  const trpc = useTRPC();
  const change = useMutation(trpc.cases.changeExhibit.mutationOptions(useCaseChange(caseNumber)));
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id: exhibit.id });
  const [caption, setCaption] = useState(exhibit.caption);
  useEffect(() => setCaption(exhibit.caption), [exhibit.caption]);
  const { document } = exhibit;
  const name = document.title || document.fileName;
  const saveCaption = (): void => {
    if (caption !== exhibit.caption) change.mutate({ case: caseNumber, exhibit: exhibit.id, caption });
  };
  return (
    <div
      ref={setNodeRef}
      className="cb-card cb-exhibit"
      style={{
        transform: CSS.Translate.toString(transform),
        transition,
        opacity: isDragging ? 0.7 : 1,
        position: 'relative',
        zIndex: isDragging ? 2 : 'auto',
        padding: '7px 12px 7px 6px',
        marginBottom: 6,
      }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className="cb-handle"
        {...attributes}
        {...listeners}
        aria-label={t('uiCases.moveExhibit', { label })}
      >
        <IconGripVertical size={16} stroke={1.5} />
      </button>
      <Thumbnail exhibit={exhibit} />
      <strong className="cb-mono">{label}</strong>
      <div style={{ minWidth: 0 }}>
        <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <Link
            to="/documents/$documentId"
            params={{ documentId: String(document.id) }}
            className="cb-link cb-truncate"
            title={document.fileName}
          >
            {name}
          </Link>
          {exhibit.sensitive ? (
            <Tooltip label={t('uiCases.sensitiveHint')}>
              <ToneBadge color="orange" leftSection={<IconShieldLock size={12} />} style={{ flex: 'none' }}>
                {t('uiCases.sensitive')}
              </ToneBadge>
            </Tooltip>
          ) : null}
          {document.available ? null : (
            <ToneBadge color="red" style={{ flex: 'none' }}>
              {t('uiCases.originalMissing')}
            </ToneBadge>
          )}
        </div>
        <div className="cb-quiet cb-truncate" style={{ fontSize: 12 }}>
          {[
            kind(exhibit.roleKind ?? document.kind),
            document.date,
            document.pageCount > 1 ? t('uiCases.pages', { count: document.pageCount }) : null,
            formatSize(document.sizeBytes),
          ]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
        </div>
        <TextInput
          variant="unstyled"
          size="xs"
          value={caption}
          placeholder={t('uiCases.captionPlaceholder')}
          aria-label={t('uiCases.captionOf', { label })}
          onChange={(event) => setCaption(event.currentTarget.value)}
          onBlur={saveCaption}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') setCaption(exhibit.caption);
          }}
          maxLength={500}
          styles={{ input: { minHeight: 22, height: 22, padding: '0 4px', marginLeft: -4 } }}
        />
      </div>
      <span style={{ display: 'inline-flex', gap: 4 }}>
        <Tooltip label={t('uiPacks.coverFor', { label })}>
          <ActionIcon aria-label={t('uiPacks.coverFor', { label })} onClick={onCover}>
            <IconEyeOff size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('uiCases.removeExhibit')}>
          <ActionIcon aria-label={t('uiCases.removeExhibitOf', { label })} onClick={onRemove}>
            <IconTrash size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </span>
    </div>
  );
}

function Thumbnail({ exhibit }: { readonly exhibit: CaseExhibit }) {
  const [hasImage, setHasImage] = useState(true);
  return (
    <div className="cb-thumb">
      {hasImage ? (
        <img
          src={`/api/documents/${exhibit.document.id}/thumbnail`}
          alt=""
          loading="lazy"
          onError={() => setHasImage(false)}
        />
      ) : (
        <KindIcon kind={exhibit.document.kind} mediaType={exhibit.document.mediaType} size={22} />
      )}
    </div>
  );
}
