// What does the list show of one document?
// biome-ignore-all lint/a11y/useSemanticElements: rows are cut into absolute windows, which table elements can't be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
import { IconAlertTriangle, IconEyeOff, IconInbox } from '@tabler/icons-react';
import { type MouseEvent, memo, type ReactNode } from 'react';
import type { DocumentRow as Row } from '../../../engine/store/document-rows.ts';
import type { Snippet } from '../../../engine/store/search/make-snippet.ts';
import type { Words } from '../../app/words.ts';
import { formatSize } from '../../components/format-size.ts';
import { formatDay } from '../../components/format-time.ts';
import { nameIdentifierType } from '../../components/identifier-name.ts';
import { KindIcon } from '../../components/kind-icon.tsx';
import type { ColumnName } from './columns.ts';

interface DocumentRowProps {
  readonly row: Row | undefined;
  readonly index: number;
  readonly top: number;
  readonly template: string;
  readonly columns: readonly ColumnName[];
  /** Handed down: a hook in every cell would cost more than the cell itself. */
  readonly words: Words;
  /** Words around the hit, once they are known. */
  readonly snippet: Snippet | undefined;
  readonly isChosen: boolean;
  readonly hasFocus: boolean;
  readonly onClick: (index: number, event: MouseEvent) => void;
  readonly onToggle: (index: number, event: MouseEvent) => void;
}

export const DocumentRow = memo(function DocumentRow({
  row,
  index,
  top,
  template,
  columns,
  words,
  snippet,
  isChosen,
  hasFocus,
  onClick,
  onToggle,
}: DocumentRowProps) {
  const style = { transform: `translateY(${top}px)`, gridTemplateColumns: template };
  if (row === undefined) {
    return (
      <div className="cb-row" role="row" aria-rowindex={index + 2} style={style}>
        <span />
        {columns.map((name) => (
          <div key={name} className="cb-skeleton" />
        ))}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around takes the keys for all rows
    <div
      id={`row-${index}`}
      className="cb-row"
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-focus={hasFocus}
      data-gone={!row.available}
      style={style}
      onClick={(event) => onClick(index, event)}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space chooses the focused row */}
      <div
        role="gridcell"
        className="cb-row-check"
        onClick={(event) => {
          event.stopPropagation();
          onToggle(index, event);
        }}
      >
        <input
          type="checkbox"
          checked={isChosen}
          readOnly
          tabIndex={-1}
          aria-label={words.t('uiDocuments.choose', { title: row.title || row.fileName })}
        />
      </div>
      {columns.map((name) => (
        <Cell key={name} name={name} row={row} words={words} snippet={snippet} />
      ))}
      <RowMark row={row} t={words.t} />
    </div>
  );
});

function Cell({
  name,
  row,
  words: { t, kind },
  snippet,
}: {
  readonly name: ColumnName;
  readonly row: Row;
  readonly words: Words;
  readonly snippet: Snippet | undefined;
}) {
  switch (name) {
    case 'kind':
      return (
        <div role="gridcell" className="cb-cell" style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <KindIcon kind={row.kind} mediaType={row.mediaType} />
          <span className={`cb-truncate ${row.kind === 'unknown' ? 'cb-quiet' : ''}`}>{kind(row.kind)}</span>
        </div>
      );
    case 'title': {
      const title = row.title || row.fileName;
      const isTelling = title !== row.fileName && title !== row.fileName.replace(/\.[^.]+$/, '');
      return (
        <div role="gridcell" className="cb-cell" title={`${title}\n${row.path}`}>
          <span style={{ fontWeight: 500 }}>{title}</span>
          {isTelling ? (
            <span className="cb-quiet" style={{ marginLeft: 8 }}>
              {row.fileName}
            </span>
          ) : null}
          {snippet === undefined ? null : <SnippetLine snippet={snippet} />}
        </div>
      );
    }
    case 'identifiers':
      return (
        <div role="gridcell" className="cb-cell">
          {row.identifiers.slice(0, 3).map((i) => (
            <span
              key={`${i.type}-${i.value}`}
              className="cb-id"
              title={`${nameIdentifierType(i.type, t)} ${i.value}${i.carrier === null ? '' : ` · ${i.carrier}`}`}
            >
              {i.value}
            </span>
          ))}
        </div>
      );
    case 'date':
      return (
        <div role="gridcell" className="cb-cell" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {row.date ?? (
            <span className="cb-quiet" title={t('uiDocuments.dateOfFile')}>
              {formatDay(row.sortAtMs)}
            </span>
          )}
        </div>
      );
    case 'folder':
      return (
        <div role="gridcell" className="cb-cell cb-quiet" title={row.path}>
          {nameParent(row.path)}
        </div>
      );
    case 'size':
      return (
        <div role="gridcell" className="cb-cell cb-cell-num cb-quiet">
          {formatSize(row.sizeBytes)}
        </div>
      );
    case 'pages':
      return (
        <div role="gridcell" className="cb-cell cb-cell-num cb-quiet">
          {row.pageCount > 0 ? row.pageCount : ''}
        </div>
      );
    case 'filed':
      return (
        <div role="gridcell" className="cb-cell cb-quiet" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {formatDay(row.filedAtMs)}
        </div>
      );
  }
}

/** Characters before the first hit. */
const SNIPPET_LEAD = 10;

function SnippetLine({ snippet: { text, marks } }: { readonly snippet: Snippet }) {
  const parts: ReactNode[] = [];
  // A narrow column must still show the hit itself.
  let at = Math.max(0, (marks[0]?.[0] ?? 0) - SNIPPET_LEAD);
  if (at > 0) parts.push('…');
  for (const [from, to] of marks) {
    // Two words of the search may be found in one another.
    if (from < at) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <div className="cb-snippet cb-quiet">
      {parts}
      {text.slice(at)}
    </div>
  );
}

function RowMark({ row, t }: { readonly row: Row; readonly t: Words['t'] }) {
  const mark = !row.available
    ? { label: t('uiDocuments.notAvailable'), Icon: IconEyeOff, colour: 'var(--cb-quiet)' }
    : row.hasProblem
      ? { label: t('uiDocuments.has_problem'), Icon: IconAlertTriangle, colour: 'var(--cb-weak)' }
      : row.inbox
        ? { label: t('uiDocuments.has_unsorted'), Icon: IconInbox, colour: 'var(--cb-quiet)' }
        : null;
  return (
    <div role="gridcell" style={{ display: 'grid', placeItems: 'center' }}>
      {mark === null ? null : (
        <span role="img" title={mark.label} aria-label={mark.label} style={{ display: 'grid' }}>
          <mark.Icon size={15} stroke={1.6} style={{ color: mark.colour }} aria-hidden />
        </span>
      )}
    </div>
  );
}

/** The folder a file lies in, or the container it came out of. */
function nameParent(path: string): string {
  const parts = path.split(/[\\/]|(?: › )/).filter((part) => part !== '');
  return parts.at(-2) ?? '';
}
