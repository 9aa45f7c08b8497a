// Which orders, ASINs, shipments and parcels does the archive know, and what evidence is there?
import './identifiers.css';
import { Loader, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBarcode, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { IdentifierRow } from '../../../engine/store/identifier-queries.ts';
import { trpcClient, useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { useRowWindows, WINDOW_ROWS } from '../../components/use-row-windows.ts';
import { IdentifierLine } from './identifier-line.tsx';

const TABS = {
  orders: ['order_id'],
  asins: ['asin', 'fnsku'],
  shipments: ['fba_shipment_id'],
  tracking: ['tracking_number', 'container_no', 'awb', 'bl_no'],
} as const;
type Tab = keyof typeof TABS;

const ROW_HEIGHT = 38;
const TYPING_PAUSE_MS = 180;
const windowOf = (index: number): number => Math.floor(index / WINDOW_ROWS);

export function Identifiers() {
  const { t } = useWords();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const search = useSearch({ from: '/identifiers' });
  const tab: Tab = search.tab !== undefined && search.tab in TABS ? (search.tab as Tab) : 'orders';
  const contains = search.q ?? '';
  const [typed, setTyped] = useState(contains);
  const go = (next: { tab?: Tab; q?: string }): void => {
    const q = next.q ?? contains;
    const to = next.tab ?? tab;
    void navigate({
      to: '/identifiers',
      search: { ...(to === 'orders' ? {} : { tab: to }), ...(q === '' ? {} : { q }) },
      replace: true,
    });
  };
  const filter = useDebouncedCallback((q: string) => go({ q }), TYPING_PAUSE_MS);

  const types = [...TABS[tab]];
  const input = (offset: number) => ({ types, contains, limit: WINDOW_ROWS, offset });
  const range = useRef({ from: 0, to: 60 });
  const body = useRef<HTMLDivElement>(null);
  const windows = useRowWindows<IdentifierRow>(
    {
      name: `${tab} ${contains}`,
      queryKey: (offset) => trpc.identifiers.list.queryKey(input(offset)),
      fetch: async (offset, signal) => {
        const page = await trpcClient.identifiers.list.query(input(offset), { signal });
        return { rows: page.rows, total: page.total, totalIsExact: true };
      },
    },
    range.current.from,
    range.current.to,
  );
  const virtualizer = useVirtualizer({
    count: windows.total,
    getScrollElement: () => body.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 60;
  const [, renderAgain] = useState(0);
  useEffect(() => {
    const known = range.current;
    range.current = { from, to };
    if (windowOf(known.from) !== windowOf(from) || windowOf(known.to) !== windowOf(to))
      renderAgain((count) => count + 1);
  }, [from, to]);

  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('uiIdentifiers.title')}</h1>
        <SegmentedControl
          value={tab}
          onChange={(value) => go({ tab: value as Tab })}
          data={(Object.keys(TABS) as Tab[]).map((name) => ({
            value: name,
            label: t(`uiIdentifiers.tab_${name}`),
          }))}
        />
        <span style={{ flex: 1 }} />
        <span className="cb-quiet" role="status" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {t('uiIdentifiers.total', { count: windows.total.toLocaleString() })}
        </span>
        <TextInput
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            filter(event.currentTarget.value);
          }}
          leftSection={<IconSearch size={14} stroke={1.7} />}
          placeholder={t('uiIdentifiers.filter')}
          aria-label={t('uiIdentifiers.filter')}
          w={240}
          spellCheck={false}
        />
      </header>
      {windows.error !== null ? (
        <ErrorNote error={windows.error} onRetry={windows.refetch} />
      ) : windows.isFirstLoad ? (
        <Loader size="sm" className="cb-late" m="auto" />
      ) : windows.total === 0 && !windows.isStale ? (
        <EmptyState
          icon={<IconBarcode size={36} stroke={1.2} />}
          title={t(contains === '' ? 'uiIdentifiers.none' : 'uiIdentifiers.noneFound')}
          hint={contains === '' ? t('uiIdentifiers.noneHint') : undefined}
        />
      ) : (
        <>
          <div className="cb-idhead" aria-hidden>
            <div className="cb-idrow">
              <span>{t('uiIdentifiers.column_value')}</span>
              <span>{tab === 'tracking' ? t('uiIdentifiers.column_carrier') : ''}</span>
              <span>{t('uiIdentifiers.column_kinds')}</span>
              <span>{t('uiIdentifiers.column_evidence')}</span>
              <span style={{ textAlign: 'right' }}>{t('uiIdentifiers.column_documents')}</span>
              <span>{t('uiIdentifiers.column_last')}</span>
            </div>
          </div>
          <div ref={body} className="cb-idlist">
            <ul
              aria-label={t(`uiIdentifiers.tab_${tab}`)}
              style={{
                height: virtualizer.getTotalSize(),
                position: 'relative',
                margin: 0,
                padding: 0,
                listStyle: 'none',
              }}
            >
              {items.map((item) => (
                <IdentifierLine key={item.key} row={windows.rowAt(item.index)} top={item.start} />
              ))}
            </ul>
          </div>
        </>
      )}
    </>
  );
}
