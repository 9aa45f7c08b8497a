// Which kind is it, typed in Chinese or English?
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { DOCUMENT_KINDS } from '../../domain/kinds/document-kinds.ts';
import { useWords } from '../app/words.ts';

const GROUPS = ['commercial', 'logistics', 'media', 'rights', 'compliance', 'company', 'amazon'] as const;

export function KindPicker({
  value = null,
  onPick,
  placeholder,
  autoFocus = false,
  inputId,
}: {
  /** What is picked; without it the picker is empty again after each pick. */
  readonly value?: string | null;
  readonly onPick: (slug: string) => void;
  readonly placeholder: string;
  readonly autoFocus?: boolean;
  readonly inputId?: string;
}) {
  const { t, kind } = useWords();
  const data = useMemo(
    () =>
      GROUPS.map((group) => ({
        group: t(`uiIdentifiers.group_${group}`),
        items: DOCUMENT_KINDS.filter((k) => k.group === group).map((k) => ({
          value: k.slug as string,
          label: kind(k.slug),
        })),
      })),
    [t, kind],
  );
  // Both languages and the slug can be typed, whatever language the page is in.
  const words = useMemo(
    () =>
      new Map<string, string>(
        DOCUMENT_KINDS.map((k) => [k.slug, `${k.names['zh-CN']} ${k.names.en} ${k.slug}`.toLowerCase()]),
      ),
    [],
  );
  return (
    <Select
      id={inputId}
      value={value}
      onChange={(slug) => {
        if (slug !== null) onPick(slug);
      }}
      data={data}
      searchable
      autoFocus={autoFocus}
      placeholder={placeholder}
      aria-label={placeholder}
      nothingFoundMessage={t('ui.nothingFound')}
      maxDropdownHeight={320}
      comboboxProps={{ shadow: 'md' }}
      filter={({ options, search }) => {
        const word = search.trim().toLowerCase();
        return options.flatMap((option) => {
          if (!('group' in option)) return [];
          const items = option.items.filter((item) => (words.get(item.value) ?? '').includes(word));
          return items.length === 0 ? [] : [{ group: option.group, items }];
        });
      }}
    />
  );
}
