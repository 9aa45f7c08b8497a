// The sample seller, built once for all tests of a checkout and shared; tests that change files work on a copy.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInProcess } from '../../src/api/in-process.ts';
import { buildSampleSeller } from '../../src/engine/sample/build-sample-seller.ts';
import type { SampleStory } from '../../src/engine/sample/sample-types.ts';
import { PROJECT_DIR } from './temporary-archive.ts';

const CACHE_DIR = join(PROJECT_DIR, 'node_modules', '.cache', 'casebinder');

export interface SharedSample {
  /** Read only: other tests use it at the same time. */
  readonly dir: string;
  readonly story: SampleStory;
}

/** Names the sample by the sources that make it, so that a change of theirs makes a new one. */
function nameSample(): string {
  const hash = createHash('sha256');
  const folder = join(PROJECT_DIR, 'src', 'engine', 'sample');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return `sample-${hash.digest('hex').slice(0, 16)}`;
}

/** The shared sample folder; the first test that asks builds it. */
export async function shareSampleSeller(): Promise<SharedSample> {
  const target = join(CACHE_DIR, nameSample());
  if (!existsSync(target)) {
    mkdirSync(CACHE_DIR, { recursive: true });
    const fresh = mkdtempSync(join(CACHE_DIR, 'building-'));
    const { story } = await buildSampleSeller({ dir: join(fresh, 'seller') });
    writeFileSync(join(fresh, 'story.json'), JSON.stringify(story));
    try {
      renameSync(fresh, target);
    } catch {
      // Another test was quicker; its result is the same.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return {
    dir: join(target, 'seller'),
    story: JSON.parse(readFileSync(join(target, 'story.json'), 'utf8')) as SampleStory,
  };
}

/** A fresh copy of an archive in which the shared sample is indexed (without OCR), in a temporary folder. */
export async function copySampleArchive(): Promise<{
  archiveDir: string;
  base: string;
  sample: SharedSample;
}> {
  const sample = await shareSampleSeller();
  const template = join(CACHE_DIR, `${nameSample()}-archive-${nameEngine()}`);
  if (!existsSync(template)) {
    const fresh = mkdtempSync(join(CACHE_DIR, 'indexing-'));
    const door = await openInProcess({ archiveDir: join(fresh, 'archive'), language: 'en' });
    try {
      await door.caller.folders.add({ grant: door.grant(sample.dir) });
      await door.engine.intake.runUntilIdle({ ocr: false });
    } finally {
      await door.close();
    }
    try {
      renameSync(fresh, template);
    } catch {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  const base = mkdtempSync(join(tmpdir(), 'casebinder-test-'));
  cpSync(join(template, 'archive'), join(base, 'archive'), { recursive: true });
  return { archiveDir: join(base, 'archive'), base, sample };
}

/** An archive is only as good as the engine that filled it: any change of engine, domain or migrations makes a new one. */
function nameEngine(): string {
  const hash = createHash('sha256');
  for (const folder of ['src/domain', 'src/engine', 'migrations']) {
    for (const entry of readdirSync(join(PROJECT_DIR, folder), { recursive: true, withFileTypes: true }).sort(
      (a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1),
    )) {
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
