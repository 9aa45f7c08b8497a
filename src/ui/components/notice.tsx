// What must a person notice before going on, without being shouted at?
import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

const COLOURS = { orange: 'var(--cb-weak)', gray: 'var(--cb-quiet)' } as const;

export function Notice({
  title,
  color,
  mt,
  mb,
  role,
  children,
}: {
  readonly title: string;
  readonly color: keyof typeof COLOURS;
  readonly mt?: number;
  readonly mb?: number;
  /** "alert" when it appears because of what the person just did. */
  readonly role?: 'alert';
  readonly children: ReactNode;
}) {
  return (
    <Box
      mt={mt}
      mb={mb}
      role={role}
      style={{
        border: '1px solid var(--cb-line)',
        borderLeft: `3px solid ${COLOURS[color]}`,
        borderRadius: 6,
        background: 'var(--cb-sunken)',
        padding: '9px 12px',
      }}
    >
      <div style={{ fontWeight: 600, color: COLOURS[color], marginBottom: 3 }}>{title}</div>
      <div>{children}</div>
    </Box>
  );
}
