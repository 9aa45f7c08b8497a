// Which moments of a video are kept, however long it is?
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseMoments,
  FRAME_LIMITS,
  formatTimecode,
  planEvenMoments,
} from '../../src/domain/video-frames.ts';

describe('moments of a video', () => {
  it('lie evenly over a short video, about one a second', () => {
    expect(planEvenMoments(4)).toEqual([0.5, 1.5, 2.5, 3.5]);
    expect(planEvenMoments(0.3)).toEqual([0.15]);
  });

  it('of ten hours are no more than of ten minutes', () => {
    expect(planEvenMoments(36_000)).toHaveLength(FRAME_LIMITS.maxEven);
    expect(planEvenMoments(600)).toHaveLength(FRAME_LIMITS.maxEven);
    expect(planEvenMoments(1e12).every((at) => at < FRAME_LIMITS.maxDurationSeconds)).toBe(true);
  });

  it('is the first one when nobody knows how long it is', () => {
    for (const unknown of [undefined, 0, -3, Number.NaN, Number.POSITIVE_INFINITY])
      expect(planEvenMoments(unknown)).toEqual([0]);
  });

  it('a change of scene is kept unless a frame lies beside it', () => {
    expect(chooseMoments([1, 3], [1.2, 2, 2.1])).toEqual([
      { atSeconds: 1, reason: 'even' },
      { atSeconds: 2, reason: 'scene' },
      { atSeconds: 3, reason: 'even' },
    ]);
  });

  it('are bounded, rising and never closer than the gap, whatever the scenes', () => {
    const seconds = fc.array(fc.double({ min: 0, max: 5000, noNaN: true }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 5000, noNaN: true }), seconds, (duration, scenes) => {
        const moments = chooseMoments(planEvenMoments(duration), scenes);
        expect(moments.length).toBeLessThanOrEqual(FRAME_LIMITS.maxFrames);
        for (const [index, moment] of moments.entries()) {
          const before = moments[index - 1];
          if (before === undefined) continue;
          const gap = moment.atSeconds - before.atSeconds;
          expect(gap).toBeGreaterThanOrEqual(FRAME_LIMITS.leastGapSeconds - 1e-9);
        }
      }),
    );
  });

  it('are written as people read a player', () => {
    expect([0.6, 7.4, 59.9995, 754, 3723].map(formatTimecode)).toEqual([
      '0:00',
      '0:07',
      '1:00',
      '12:34',
      '1:02:03',
    ]);
  });
});
