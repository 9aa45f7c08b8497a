// How is a state marked in one small word that is readable in both schemes?
import { Badge, type BadgeProps } from '@mantine/core';
import type { ReactNode } from 'react';

export type Tone = 'accent' | 'gray' | 'teal' | 'orange' | 'red';

const COLOURS: Readonly<Record<Tone, string>> = {
  accent: 'var(--mantine-color-anchor)',
  gray: 'var(--cb-quiet)',
  teal: 'var(--cb-have)',
  orange: 'var(--cb-weak)',
  red: 'var(--cb-missing)',
};

/** The usual tints of a light badge are too pale for small text (WCAG 1.4.3); these keep 4.5 : 1. */
export function ToneBadge({
  color = 'accent',
  children,
  ...rest
}: Pick<BadgeProps, 'leftSection' | 'style'> & {
  readonly color?: Tone;
  readonly children: ReactNode;
}) {
  const colour = COLOURS[color];
  return (
    <Badge
      variant="default"
      {...rest}
      styles={{
        root: {
          color: colour,
          border: 0,
          background: `color-mix(in srgb, ${colour} 8%, var(--cb-canvas))`,
        },
      }}
    >
      {children}
    </Badge>
  );
}
