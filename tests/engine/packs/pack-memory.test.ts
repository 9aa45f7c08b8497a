// Does memory stay bounded when a case is full of phone photos?
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { exhibitOf, makeFolder, planOf } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/**
 * The bar of the design: 600 MB for a pack of 60 photos. What is held grows with the photos in work, not with their
 * number, so that 28 tell as much in half the time: decoding them all at once would take 1 GB. `npm run bench` has 60.
 */
const PHOTOS = 28;
const BAR_MB = 600;

it('holds a few of many 12-megapixel photos at a time', async () => {
  const small = await sharp({
    create: {
      width: 252,
      height: 189,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .png()
    .toBuffer();
  const path = join(dir, 'photo.jpg');
  writeFileSync(
    path,
    await sharp(small).resize(4032, 3024, { kernel: 'cubic' }).jpeg({ quality: 85 }).toBuffer(),
  );
  const photo = exhibitOf('E01', path, 'image/jpeg');
  const exhibits = Array.from({ length: PHOTOS }, (_, index) => ({
    ...photo,
    label: `E${String(index + 1).padStart(2, '0')}`,
  }));
  const planFile = join(dir, 'plan.json');
  writeFileSync(planFile, JSON.stringify(planOf(exhibits)));
  const script = join(fileURLToPath(new URL('.', import.meta.url)), 'build-in-zone.ts');
  const run = spawnSync(
    process.execPath,
    // The young generation is kept small as in every start of the product (package.json, electron/fork-engine.ts).
    [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=8',
      '--optimize-for-size',
      script,
      planFile,
      join(dir, 'out'),
    ],
    {
      encoding: 'utf8',
    },
  );
  expect(run.status).toBe(0);
  // Where the allocator stands differs by some per cent from run to run; all photos at once would be 1 GB.
  expect(Number(run.stderr.trim().split('\n').at(-1)) / 1024).toBeLessThan(BAR_MB * 1.15);
}, 120_000);
