// How does a group of facts look?
import type { ReactNode } from 'react';

export function FactSection({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="cb-facts-section">
      <div className="cb-facts-title">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
