// One part of the week: its name, how many, and what is in it.
import type { ReactNode } from 'react';

export function WeekSection({
  title,
  count,
  empty,
  hint,
  action,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly empty: string;
  readonly hint?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="cb-card" style={{ margin: 0 }} aria-label={title}>
      <div style={{ display: 'flex', gap: 8, alignItems: 'baseline', marginBottom: 6 }}>
        <h2 style={{ fontSize: 13.5, fontWeight: 600, margin: 0 }}>{title}</h2>
        <span className="cb-quiet" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {count.toLocaleString()}
        </span>
        <div style={{ flex: 1 }} />
        {count > 0 && hint !== undefined ? (
          <span className="cb-quiet" style={{ fontSize: 12 }}>
            {hint}
          </span>
        ) : null}
        {action}
      </div>
      {count === 0 ? <div className="cb-quiet">{empty}</div> : children}
    </section>
  );
}
