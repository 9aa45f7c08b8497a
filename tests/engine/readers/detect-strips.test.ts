// A page that is searched in strips: every pixel is judged once, by a strip that sees beyond the seam, and no strip is larger than allowed.
import { expect, it } from 'vitest';
import { detectInStrips } from '../../../src/engine/readers/text-lines/detect-strips.ts';
import type { GreyImage } from '../../../src/engine/readers/text-lines/grey-image.ts';

const SIZES = { maxPixels: 60_000, margin: 32 };

function makeImage(width: number, height: number): GreyImage {
  const data = Uint8Array.from({ length: width * height }, (_, index) => (index * 7919) % 251);
  return { data, width, height };
}

it.each([
  [256, 640],
  [640, 256],
  [96, 3_200],
  [1_280, 928],
])('%i × %i pixels come back each in its place', async (width, height) => {
  const image = makeImage(width, height);
  const strips: GreyImage[] = [];
  const map = await detectInStrips(
    image,
    async (strip) => {
      strips.push(strip);
      return Float32Array.from(strip.data);
    },
    width === 1_280 ? { maxPixels: 560_000, margin: 64 } : SIZES,
  );
  expect(Buffer.compare(Buffer.from(map), Buffer.from(image.data))).toBe(0);
  expect(strips.length).toBeGreaterThan(1);
  for (const strip of strips) {
    expect(strip.width % 32).toBe(0);
    expect(strip.height % 32).toBe(0);
    expect(strip.width * strip.height).toBeLessThanOrEqual(width === 1_280 ? 560_000 : SIZES.maxPixels);
  }
});

it('what a strip says of its margin does not count: the neighbour sees it whole', async () => {
  const image = makeImage(256, 640);
  let number = 0;
  const map = await detectInStrips(
    image,
    async (strip) => {
      number += 1;
      // Wrong at its own outermost rows, as a model is that sees half a line there.
      const said = new Float32Array(strip.width * strip.height).fill(number);
      if (number > 1) said.fill(-1, 0, strip.width * 16);
      return said;
    },
    SIZES,
  );
  expect(map).not.toContain(-1);
  expect(new Set(map).size).toBe(number);
});

it('a small picture is searched at once', async () => {
  let strips = 0;
  await detectInStrips(makeImage(640, 640), async (strip) => {
    strips += 1;
    return new Float32Array(strip.width * strip.height);
  });
  expect(strips).toBe(1);
});
