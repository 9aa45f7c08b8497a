// How are any number of documents shown in one table that scrolls without waiting?
import { Button, Loader } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { DocumentRow as Row } from '../../../engine/store/document-rows.ts';
import { trpcClient, useTRPC } from '../../app/door.ts';
import type { DocumentsSearch } from '../../app/routes.tsx';
import { useWords } from '../../app/words.ts';
import { AddToCase } from '../../components/add-to-case.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { useRowWindows, WINDOW_ROWS } from '../../components/use-row-windows.ts';
import { COLUMNS, type ColumnName, layColumns } from './columns.ts';
import { DocumentRow } from './document-row.tsx';
import { NoDocuments } from './no-documents.tsx';
import { splitLine } from './query-line.ts';
import { useSelection } from './use-selection.ts';
import { useSnippets } from './use-snippets.ts';

const ROW_HEIGHT = 36;
/** With a second line that shows the hit. */
const TALL_ROW_HEIGHT = 54;
/** The pool grows in steps, so that one row more or less does not renew them all. */
const POOL_STEP = 32;
const windowOf = (index: number): number => Math.floor(index / WINDOW_ROWS);
type Sort = NonNullable<DocumentsSearch['sort']>;

export interface DocumentTableProps {
  readonly line: string;
  readonly sort: Sort;
  readonly columns: readonly ColumnName[];
  /** Show the words that were found below the title. */
  readonly withSnippets: boolean;
  readonly onSort: (sort: Sort) => void;
  readonly onClear: () => void;
  readonly bodyRef: RefObject<HTMLDivElement | null>;
  readonly onTotal: (total: number, isExact: boolean) => void;
}

export function DocumentTable(props: DocumentTableProps) {
  const { line, sort, columns, bodyRef, onTotal } = props;
  const hasSnippets = props.withSnippets && splitLine(line).text !== '';
  const rowHeight = hasSnippets ? TALL_ROW_HEIGHT : ROW_HEIGHT;
  const words = useWords();
  const { t } = words;
  const trpc = useTRPC();
  const navigate = useNavigate();
  const name = `${sort} ${line}`;
  const range = useRef({ from: 0, to: 60 });
  const source = {
    name,
    queryKey: (offset: number) =>
      trpc.documents.list.queryKey({ query: line, sort, limit: WINDOW_ROWS, offset }),
    fetch: async (offset: number, signal: AbortSignal) => {
      const page = await trpcClient.documents.list.query(
        { query: line, sort, limit: WINDOW_ROWS, offset },
        { signal },
      );
      return { rows: page.documents as readonly Row[], total: page.total, totalIsExact: page.totalIsExact };
    },
  };
  // The virtualizer needs the total, and the windows need its range: the range of the last render is one frame old
  // at most, and a scroll always renders again.
  const windows = useRowWindows<Row>(source, range.current.from, range.current.to);
  const virtualizer = useVirtualizer({
    count: windows.total,
    getScrollElement: () => bodyRef.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  // Every height is known; only the other kind of row makes it measure again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer never changes
  useLayoutEffect(() => virtualizer.measure(), [rowHeight]);
  const items = virtualizer.getVirtualItems();
  // Rows that leave at one end come in again at the other: changing a row costs a fraction of making one.
  const pool = Math.ceil((items.length + 2) / POOL_STEP) * POOL_STEP;
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 60;
  const [, renderAgain] = useState(0);
  useEffect(() => {
    const known = range.current;
    range.current = { from, to };
    if (windowOf(known.from) !== windowOf(from) || windowOf(known.to) !== windowOf(to))
      renderAgain((count) => count + 1);
  }, [from, to]);
  const { rowAt } = windows;
  const snippetOf = useSnippets(
    line,
    items.map((item) => rowAt(item.index)?.id).filter((id) => id !== undefined),
    hasSnippets,
  );
  const [selection, actions] = useSelection((index) => rowAt(index)?.id);

  useEffect(() => {
    onTotal(windows.total, windows.totalIsExact);
  }, [windows.total, windows.totalIsExact, onTotal]);
  useKeepScroll(name, bodyRef, !windows.isFirstLoad && !windows.isStale, () => virtualizer.scrollOffset ?? 0);

  const open = (index: number): void => {
    const row = rowAt(index);
    if (row !== undefined)
      void navigate({ to: '/documents/$documentId', params: { documentId: String(row.id) } });
  };
  const latest = useRef({ open, actions, selection });
  latest.current = { open, actions, selection };
  const onClick = useCallback((index: number, event: MouseEvent): void => {
    const now = latest.current;
    if (event.shiftKey) now.actions.extendTo(index);
    else if (event.ctrlKey || event.metaKey) now.actions.toggle(index);
    else {
      now.actions.focusOn(index);
      now.open(index);
    }
  }, []);
  const onToggle = useCallback((index: number, event: MouseEvent): void => {
    const now = latest.current;
    if (event.shiftKey) now.actions.extendTo(index);
    else now.actions.toggle(index);
  }, []);
  const move = (index: number, extends_: boolean): void => {
    const next = Math.max(0, Math.min(windows.total - 1, index));
    if (extends_) actions.extendTo(next);
    else actions.focusOn(next);
    virtualizer.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((bodyRef.current?.clientHeight ?? 400) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: selection.focus + 1,
      j: selection.focus + 1,
      ArrowUp: selection.focus - 1,
      k: selection.focus - 1,
      PageDown: selection.focus + page,
      PageUp: selection.focus - page,
      Home: 0,
      End: windows.total - 1,
    };
    const target = steps[event.key];
    if (target !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      move(target, event.shiftKey);
    } else if (event.key === 'Enter') open(selection.focus);
    else if (event.key === ' ' || event.key === 'x') {
      event.preventDefault();
      actions.toggle(selection.focus);
    } else if (event.key === 'Escape') {
      if (selection.ids.size > 0) actions.clear();
      else props.onClear();
    }
  };

  const template = layColumns(columns);
  return (
    <div className="cb-table" data-tall={hasSnippets} data-choosing={selection.ids.size > 0}>
      <TableHead {...props} template={template} />
      {windows.error !== null ? (
        <ErrorNote error={windows.error} onRetry={windows.refetch} />
      ) : windows.isFirstLoad ? (
        <div style={{ display: 'grid', placeItems: 'center', flex: 1 }}>
          <Loader size="sm" className="cb-late" />
        </div>
      ) : windows.total === 0 && !windows.isStale ? (
        <NoDocuments line={line} onClear={props.onClear} />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a table element can't be cut into windows of absolute rows
        <div
          ref={bodyRef}
          className="cb-table-body"
          role="grid"
          aria-label={t('uiDocuments.title')}
          aria-rowcount={windows.total + 1}
          aria-multiselectable
          aria-busy={windows.isStale}
          aria-activedescendant={selection.focus >= 0 ? `row-${selection.focus}` : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={() => {
            if (selection.focus < 0) actions.focusOn(0);
          }}
        >
          <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {items.map((item) => {
              const row = rowAt(item.index);
              return (
                <DocumentRow
                  key={item.index % pool}
                  row={row}
                  index={item.index}
                  top={item.start}
                  template={template}
                  columns={columns}
                  words={words}
                  snippet={row === undefined ? undefined : snippetOf(row.id)}
                  isChosen={row !== undefined && selection.ids.has(row.id)}
                  hasFocus={item.index === selection.focus}
                  onClick={onClick}
                  onToggle={onToggle}
                />
              );
            })}
          </div>
        </div>
      )}
      {selection.ids.size > 0 ? (
        <div className="cb-selection" role="status">
          <span>{t('uiDocuments.chosen', { count: selection.ids.size })}</span>
          <AddToCase documentIds={[...selection.ids]} onAdded={actions.clear} variant="filled" />
          <Button variant="subtle" color="gray" onClick={actions.clear}>
            {t('uiDocuments.clearChoice')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function TableHead({ columns, template, sort, onSort }: DocumentTableProps & { readonly template: string }) {
  const { t } = useWords();
  return (
    <div className="cb-table-head" role="presentation">
      <div className="cb-row" style={{ gridTemplateColumns: template }}>
        <span />
        {COLUMNS.filter((column) => columns.includes(column.name)).map((column) => {
          const by = column.sort;
          const isOn = by !== null && (sort === by || (by === 'date' && sort === 'date_asc'));
          const isUp = sort === 'date_asc' || sort === 'name';
          const label = t(`uiDocuments.column_${column.name}`);
          return (
            <div
              key={column.name}
              className={`cb-cell${column.name === 'size' || column.name === 'pages' ? ' cb-cell-num' : ''}`}
              data-sorted={isOn}
            >
              {by === null ? (
                label
              ) : (
                <button
                  type="button"
                  aria-label={t('uiDocuments.sortBy', { column: label })}
                  style={isOn ? { color: 'var(--cb-text)' } : undefined}
                  onClick={() => onSort(by === 'date' && sort === 'date' ? 'date_asc' : by)}
                >
                  {label}
                  {isOn ? isUp ? <IconArrowUp size={12} /> : <IconArrowDown size={12} /> : null}
                </button>
              )}
            </div>
          );
        })}
        <span />
      </div>
    </div>
  );
}

/** Where each list was left, so that "back" from a document leads to the same rows. */
const leftAt = new Map<string, number>();

function useKeepScroll(
  name: string,
  bodyRef: RefObject<HTMLDivElement | null>,
  isReady: boolean,
  readOffset: () => number,
): void {
  const latest = useRef(readOffset);
  latest.current = readOffset;
  useEffect(() => {
    const body = bodyRef.current;
    if (!isReady || body === null) return undefined;
    body.scrollTop = leftAt.get(name) ?? 0;
    // Asked once when the list is left: reading the position while it scrolls would force a layout in every frame.
    return () => void leftAt.set(name, latest.current());
  }, [name, bodyRef, isReady]);
}
