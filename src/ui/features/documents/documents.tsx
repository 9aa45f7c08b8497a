// Which documents are there, narrowed by a search line that is part of the address?
import './documents.css';
import { ActionIcon, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconLayoutSidebar } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import type { DocumentsSearch } from '../../app/routes.tsx';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';
import { type ColumnName, readColumns } from './columns.ts';
import { DocumentTable } from './document-table.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { SearchBox } from './search-box.tsx';
import { ColumnMenu, SavedSearches } from './table-menus.tsx';
import { useOpenPart } from './use-open-part.ts';

export function Documents() {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ from: '/documents' });
  const line = search.q ?? '';
  const sort = search.sort ?? 'date';
  const settings = useQuery(trpc.settings.all.queryOptions());
  const columnSetting = settings.data?.document_columns;
  const withSnippets = settings.data?.document_snippets !== 'false';
  const columns = useMemo(() => readColumns(columnSetting), [columnSetting]);
  const setSetting = useMutation(
    trpc.settings.set.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (all) => queries.setQueryData(trpc.settings.all.queryKey(), all),
    }),
  );
  const [hasFacets, setFacets] = useOpenPart('panel');
  const inputRef = useRef<HTMLInputElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState({ total: 0, isExact: true });
  const counted = useQuery({
    ...trpc.documents.count.queryOptions({ query: line }),
    enabled: !found.isExact,
  });
  const onTotal = useCallback((total: number, isExact: boolean) => setFound({ total, isExact }), []);

  const go = (next: DocumentsSearch, replace = false): void =>
    void navigate({
      to: '/documents',
      search: {
        ...(next.q === undefined || next.q === '' ? {} : { q: next.q }),
        ...(next.sort === undefined || next.sort === 'date' ? {} : { sort: next.sort }),
      },
      replace,
    });
  const toggleFacets = (): void => setFacets(!hasFacets);
  useHotkeys([['/', () => inputRef.current?.focus()]]);

  const total = found.isExact ? found.total : (counted.data?.total ?? found.total);
  return (
    <>
      <header className="cb-page-head" style={{ gap: 6, padding: '9px 14px 9px 12px' }}>
        <Tooltip label={t(hasFacets ? 'uiDocuments.hideFacets' : 'uiDocuments.showFacets')}>
          <ActionIcon
            size={32}
            aria-label={t(hasFacets ? 'uiDocuments.hideFacets' : 'uiDocuments.showFacets')}
            aria-pressed={hasFacets}
            onClick={toggleFacets}
          >
            <IconLayoutSidebar size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <h1 className="cb-hidden">{t('uiDocuments.title')}</h1>
        <SearchBox
          line={line}
          inputRef={inputRef}
          onChange={(q, replace) => go({ ...search, q }, replace)}
          onLeave={() => bodyRef.current?.focus()}
        />
        <span
          className="cb-quiet"
          role="status"
          style={{ minWidth: 76, textAlign: 'right', fontVariantNumeric: 'tabular-nums', padding: '0 6px' }}
        >
          {t('uiDocuments.total', { count: total.toLocaleString() })}
        </span>
        <SavedSearches line={line} onChoose={(q) => go({ ...search, q })} />
        <ColumnMenu
          columns={columns}
          withSnippets={withSnippets}
          onSnippets={(on) => setSetting.mutate({ key: 'document_snippets', value: String(on) })}
          onChange={(chosen: readonly ColumnName[]) =>
            setSetting.mutate({ key: 'document_columns', value: chosen.join(',') })
          }
        />
      </header>
      <div className="cb-docs">
        {hasFacets ? <FacetPanel line={line} onChange={(q) => go({ ...search, q })} /> : <div />}
        <DocumentTable
          line={line}
          sort={sort}
          columns={columns}
          withSnippets={withSnippets}
          bodyRef={bodyRef}
          onTotal={onTotal}
          onSort={(chosen) => go({ ...search, sort: chosen })}
          onClear={() => go({ ...search, q: '' })}
        />
      </div>
    </>
  );
}
