// Which pages of the file are which paper, as a person sets it?
import { ActionIcon, Button, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { KindPicker } from '../../../components/kind-picker.tsx';

export interface PartStart {
  readonly kind: string;
  readonly fromPage: number;
}

/** Each paper goes from its first page to the page before the next one's. */
export function PartEditor({
  start,
  pageCount,
  hasParts,
  onSave,
  onCancel,
}: {
  readonly start: readonly PartStart[];
  readonly pageCount: number;
  readonly hasParts: boolean;
  readonly onSave: (parts: readonly PartStart[]) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useWords();
  const [parts, setParts] = useState(start);
  const last = parts.at(-1)?.fromPage ?? 1;
  const isPossible = parts.every((part, index) => {
    const before = parts[index - 1]?.fromPage ?? 0;
    return part.kind !== '' && part.fromPage > before && part.fromPage <= pageCount;
  });
  const change = (index: number, to: Partial<PartStart>): void =>
    setParts(parts.map((part, at) => (at === index ? { ...part, ...to } : part)));
  return (
    <form
      className="cb-parts"
      aria-label={t('uiDocuments.editParts')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isPossible) onSave(parts);
      }}
    >
      {parts.map((part, index) => (
        // The rows have no other identity than their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <div key={index} className="cb-part">
          <NumberInput
            value={part.fromPage}
            onChange={(page) => change(index, { fromPage: Number(page) || 0 })}
            min={index === 0 ? 1 : (parts[index - 1]?.fromPage ?? 0) + 1}
            max={pageCount}
            readOnly={index === 0}
            allowDecimal={false}
            hideControls
            aria-label={t('uiDocuments.partFrom')}
            leftSection={<span style={{ fontSize: 11.5 }}>{t('uiDocuments.pageShort')}</span>}
            error={
              index > 0 && (part.fromPage <= (parts[index - 1]?.fromPage ?? 0) || part.fromPage > pageCount)
            }
          />
          <KindPicker
            value={part.kind === '' ? null : part.kind}
            placeholder={t('uiDocuments.partKind')}
            onPick={(kind) => change(index, { kind })}
          />
          {index === 0 ? (
            <span />
          ) : (
            <ActionIcon
              size="sm"
              aria-label={t('uiDocuments.removePart', { page: part.fromPage })}
              onClick={() => setParts(parts.filter((_, at) => at !== index))}
            >
              <IconX size={13} />
            </ActionIcon>
          )}
        </div>
      ))}
      <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
        <Button
          variant="subtle"
          size="compact-xs"
          ml={-8}
          leftSection={<IconPlus size={12} />}
          disabled={last >= pageCount}
          onClick={() => setParts([...parts, { kind: '', fromPage: last + 1 }])}
        >
          {t('uiDocuments.addPart')}
        </Button>
        <span style={{ flex: 1 }} />
        {hasParts ? (
          <Button variant="subtle" size="compact-xs" color="gray" onClick={() => onSave([])}>
            {t('uiDocuments.onePaper')}
          </Button>
        ) : null}
        <Button variant="subtle" size="compact-xs" color="gray" onClick={onCancel}>
          {t('uiDocuments.cancelFinding')}
        </Button>
        <Button type="submit" size="compact-xs" disabled={!isPossible || (parts.length < 2 && !hasParts)}>
          {t('uiDocuments.save')}
        </Button>
      </div>
    </form>
  );
}
