// What is shown where nothing is: a sentence and what to do next.
import type { ReactNode } from 'react';

export function EmptyState({
  title,
  hint,
  icon,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'center',
        gap: 8,
        padding: '56px 24px',
        textAlign: 'center',
        flex: 1,
      }}
    >
      {icon === undefined ? null : (
        <div style={{ color: 'var(--cb-quiet)', opacity: 0.7 }} aria-hidden>
          {icon}
        </div>
      )}
      <div style={{ fontSize: 14, fontWeight: 600 }}>{title}</div>
      {hint === undefined ? null : (
        <div className="cb-quiet" style={{ maxWidth: 440, lineHeight: 1.6 }}>
          {hint}
        </div>
      )}
      {children === undefined ? null : (
        <div style={{ display: 'flex', gap: 8, marginTop: 8 }}>{children}</div>
      )}
    </div>
  );
}
