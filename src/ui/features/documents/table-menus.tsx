// Which searches are kept, and which columns are shown: two small menus beside the search box.
import { ActionIcon, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconBookmark, IconColumns3, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';
import { COLUMNS, type ColumnName, FIXED_COLUMN } from './columns.ts';

export function SavedSearches({
  line,
  onChoose,
}: {
  readonly line: string;
  readonly onChoose: (line: string) => void;
}) {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [opened, setOpened] = useState(false);
  const saved = useQuery({ ...trpc.documents.savedSearches.queryOptions(), enabled: opened });
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.documents.savedSearches.queryKey() });
  const save = useMutation(
    trpc.documents.saveSearch.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        setName('');
        void refresh();
      },
    }),
  );
  const remove = useMutation(
    trpc.documents.deleteSearch.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => void refresh(),
    }),
  );
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={320} shadow="md" trapFocus>
      <Menu.Target>
        <Tooltip label={t('uiDocuments.savedSearches')}>
          <ActionIcon aria-label={t('uiDocuments.savedSearches')} size={32}>
            <IconBookmark size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('uiDocuments.savedSearches')}</Menu.Label>
        {(saved.data ?? []).map((search) => (
          <div key={search.id} style={{ display: 'flex', alignItems: 'center' }}>
            <Menu.Item onClick={() => onChoose(search.query)} style={{ flex: 1, minWidth: 0 }}>
              <div className="cb-truncate">{search.name}</div>
              <div className="cb-truncate cb-mono cb-quiet" style={{ fontSize: 11 }}>
                {search.query}
              </div>
            </Menu.Item>
            <ActionIcon
              aria-label={t('uiDocuments.deleteSearch', { name: search.name })}
              onClick={() => remove.mutate({ id: search.id })}
            >
              <IconTrash size={14} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
        {saved.data?.length === 0 ? (
          <div className="cb-quiet" style={{ padding: '4px 12px 10px' }}>
            {t('uiDocuments.noSavedSearch')}
          </div>
        ) : null}
        {line === '' ? null : (
          <form
            style={{ display: 'flex', gap: 6, padding: 6, borderTop: '1px solid var(--cb-line)' }}
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() !== '') save.mutate({ name: name.trim(), query: line });
            }}
          >
            <TextInput
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              placeholder={t('uiDocuments.saveThis')}
              aria-label={t('uiDocuments.saveThis')}
              maxLength={100}
              style={{ flex: 1 }}
            />
            <ActionIcon
              type="submit"
              variant="filled"
              color="accent"
              size={30}
              aria-label={t('uiDocuments.save')}
            >
              <IconPlus size={16} />
            </ActionIcon>
          </form>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

export function ColumnMenu({
  columns,
  onChange,
  withSnippets,
  onSnippets,
}: {
  readonly columns: readonly ColumnName[];
  readonly onChange: (columns: readonly ColumnName[]) => void;
  readonly withSnippets: boolean;
  readonly onSnippets: (on: boolean) => void;
}) {
  const { t } = useWords();
  return (
    <Menu position="bottom-end" width={200} shadow="md" closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label={t('uiDocuments.columns')}>
          <ActionIcon aria-label={t('uiDocuments.columns')} size={32}>
            <IconColumns3 size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('uiDocuments.columns')}</Menu.Label>
        {COLUMNS.filter((column) => column.name !== FIXED_COLUMN).map(({ name }) => {
          const isOn = columns.includes(name);
          return (
            <Menu.CheckboxItem
              key={name}
              checked={isOn}
              onChange={() => onChange(isOn ? columns.filter((c) => c !== name) : [...columns, name])}
            >
              {t(`uiDocuments.column_${name}`)}
            </Menu.CheckboxItem>
          );
        })}
        <Menu.Divider />
        <Menu.CheckboxItem checked={withSnippets} onChange={() => onSnippets(!withSnippets)}>
          {t('uiDocuments.showSnippets')}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
