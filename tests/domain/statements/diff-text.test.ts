// Does the difference of two statements rebuild both of them, and show no more than what changed?
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffText } from '../../../src/domain/statements/diff-text.ts';

it('shows the changed line between the equal ones', () => {
  expect(diffText('a\nb\nc', 'a\nB\nc')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'removed', text: 'b' },
    { kind: 'added', text: 'B' },
    { kind: 'same', text: 'c' },
  ]);
  expect(diffText('a\nb', 'a\nb').every((line) => line.kind === 'same')).toBe(true);
});

it('rebuilds both texts from any two', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '', 'c d'), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffText(before, after);
      const join = (not: string) =>
        lines
          .filter((line) => line.kind !== not)
          .map((line) => line.text)
          .join('\n');
      expect(join('added')).toBe(before);
      expect(join('removed')).toBe(after);
    }),
  );
});
