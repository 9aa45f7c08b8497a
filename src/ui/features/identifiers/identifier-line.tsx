// What does the list show of one identifier?
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { IdentifierRow } from '../../../engine/store/identifier-queries.ts';
import { useWords } from '../../app/words.ts';
import { EvidenceMeter } from '../../components/evidence-meter.tsx';
import { formatDay } from '../../components/format-time.ts';

export const IdentifierLine = memo(function IdentifierLine({
  row,
  top,
}: {
  readonly row: IdentifierRow | undefined;
  readonly top: number;
}) {
  const { kind } = useWords();
  const style = { transform: `translateY(${top}px)` };
  if (row === undefined) return <li className="cb-idrow" style={style} />;
  return (
    <li>
      <Link
        to="/identifiers/$type/$value"
        params={{ type: row.type, value: row.value }}
        className="cb-idrow"
        style={style}
      >
        <span className="cb-mono cb-truncate" style={{ fontSize: 12.5 }} title={row.value}>
          {row.value}
        </span>
        <span className="cb-quiet cb-truncate">{row.carrier ?? ''}</span>
        <span className="cb-quiet cb-truncate">
          {row.kinds
            .filter((k) => k !== 'unknown')
            .map(kind)
            .join(' · ')}
        </span>
        <EvidenceMeter kinds={row.kinds} />
        <span style={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>{row.documents}</span>
        <span className="cb-quiet" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {formatDay(row.lastSortAtMs)}
        </span>
      </Link>
    </li>
  );
});
