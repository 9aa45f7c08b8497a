// Are sizes, durations and times written the way people read them?
import { describe, expect, it } from 'vitest';
import { formatSize } from '../../src/ui/components/format-size.ts';
import { formatDuration, formatIsoText } from '../../src/ui/components/format-time.ts';

describe('numbers on the page', () => {
  it('writes sizes as file managers do', () => {
    expect([0, 999, 1536, 10 * 1024, 7.8 * 1024 ** 2, 3 * 1024 ** 3].map(formatSize)).toEqual([
      '0 B',
      '999 B',
      '1.5 KB',
      '10 KB',
      '7.8 MB',
      '3 GB',
    ]);
  });

  it('writes durations as players do', () => {
    expect([9.2, 75.4, 3675].map(formatDuration)).toEqual(['0:09', '1:15', '1:01:15']);
  });

  it('shortens times and leaves days alone', () => {
    expect(formatIsoText('2026-01-05T14:02:11')).toBe('2026-01-05 14:02');
    expect(formatIsoText('2026-01-05')).toBe('2026-01-05');
  });
});
