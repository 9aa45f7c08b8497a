// In which order do the exhibits stand, which with personal data travel, and which are covered for a consultant?
import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEyeOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { CaseDetail, CaseExhibit } from '../../../engine/cases/case-view.ts';
import type { PackVariant } from '../../../engine/packs/pack-plan.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { useCaseChange } from '../case/use-case-change.ts';

export function PackExhibits({
  detail,
  variant,
  included,
  onInclude,
  onCover,
  disabled,
}: {
  readonly detail: CaseDetail;
  readonly variant: PackVariant;
  readonly included: ReadonlySet<number>;
  readonly onInclude: (exhibitId: number, isIncluded: boolean) => void;
  /** The person wants to draw boxes on this one. */
  readonly onCover: (exhibit: CaseExhibit) => void;
  readonly disabled: boolean;
}) {
  const { t, kind } = useWords();
  const trpc = useTRPC();
  const order = useMutation(trpc.cases.orderExhibits.mutationOptions(useCaseChange(detail.number)));
  const ids = detail.exhibits.map((one) => one.id);
  const move = (index: number, by: number): void => {
    const next = [...ids];
    const [id] = next.splice(index, 1);
    next.splice(index + by, 0, id!);
    order.mutate({ case: detail.number, exhibits: next });
  };
  return (
    <ol className="cb-pack-exhibits" aria-label={t('uiPacks.order')}>
      {detail.exhibits.map((exhibit, index) => (
        <li key={exhibit.id} className="cb-pack-exhibit">
          <strong style={{ fontVariantNumeric: 'tabular-nums' }}>{exhibit.label}</strong>
          <span className="cb-truncate" title={exhibit.document.fileName}>
            {nameExhibitFor(exhibit)} <span className="cb-quiet">{kind(exhibit.document.kind)}</span>
          </span>
          {exhibit.sensitive && variant !== 'internal' ? (
            <Checkbox
              size="xs"
              label={t('uiPacks.includeSensitive')}
              checked={included.has(exhibit.id)}
              onChange={(event) => onInclude(exhibit.id, event.currentTarget.checked)}
              disabled={disabled}
            />
          ) : variant === 'consultant' ? (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconEyeOff size={13} stroke={1.6} />}
              onClick={() => onCover(exhibit)}
              disabled={disabled}
            >
              {t('uiPacks.cover')}
            </Button>
          ) : (
            <span />
          )}
          <span style={{ display: 'inline-flex' }}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('uiPacks.moveUp', { label: exhibit.label })}
              disabled={disabled || index === 0 || order.isPending}
              onClick={() => move(index, -1)}
            >
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={t('uiPacks.moveDown', { label: exhibit.label })}
              disabled={disabled || index === ids.length - 1 || order.isPending}
              onClick={() => move(index, 1)}
            >
              <IconArrowDown size={14} />
            </ActionIcon>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What a person calls it: its caption, else its title, else its file. */
export function nameExhibitFor(exhibit: CaseExhibit): string {
  return exhibit.caption || exhibit.document.title || exhibit.document.fileName;
}
