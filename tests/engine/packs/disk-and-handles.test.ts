// What happens to a pack when the disk is full, can clone or cannot, and when its ZIP is stopped half way?
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import * as realFs from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { CasebinderError, describeError } from '../../../src/domain/errors.ts';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import { checkDiskSpace, copyWhileZipping } from '../../../src/engine/packs/pack-copy.ts';
import { writeZip } from '../../../src/engine/packs/write-zip.ts';
import { exhibitOf, makeFolder, makePdf, planOf } from './sample-plan.ts';

const disk = vi.hoisted(() => ({ clones: undefined as boolean | undefined, asked: 0 }));
/** No file system here clones: this one claims to, or not, as a test wants; everything else is real. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const { constants } = await import('node:fs');
  return {
    ...real,
    copyFile: async (from: string, to: string, mode = 0) => {
      const isForced = (mode & constants.COPYFILE_FICLONE_FORCE) === constants.COPYFILE_FICLONE_FORCE;
      if (!isForced || disk.clones === undefined) return real.copyFile(from, to, mode);
      disk.asked += 1;
      // The target is opened first, as libuv does.
      await (await real.open(to, 'wx')).close();
      await real.rm(to);
      if (disk.clones) return real.copyFile(from, to, constants.COPYFILE_EXCL);
      throw Object.assign(new Error('cannot clone'), { code: 'ENOTSUP' });
    },
  };
});

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));
afterEach(() => {
  disk.clones = undefined;
  disk.asked = 0;
});

async function failure(promise: Promise<unknown>): Promise<CasebinderError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CasebinderError);
  return error as CasebinderError;
}

/** Files below `folder` that this process holds open, where the system tells. */
function openFilesIn(folder: string): string[] {
  if (!existsSync('/proc/self/fd')) return [];
  return readdirSync('/proc/self/fd').flatMap((handle) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${handle}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      return []; // closed meanwhile
    }
  });
}

describe('a disk without room', () => {
  it('is told before anything is written, with what is needed and what is free, in both languages', async () => {
    const exhibit = exhibitOf('E01', await makePdf(join(dir, 'a.pdf')), 'application/pdf');
    const plan = planOf([{ ...exhibit, sizeBytes: 4e15 }]);
    const error = await failure(checkDiskSpace(plan, dir, true));
    expect(error.code).toBe('DISK_FULL');
    // Folder and ZIP: twice 4,000 TB and a book.
    expect(error.params['needed']).toBe('8000.0 TB');
    const { bavail, bsize } = statfsSync(dir);
    expect(Number.parseFloat(String(error.params['available']))).toBeGreaterThan(0);
    expect(bavail * bsize).toBeGreaterThan(0);
    for (const language of ['zh-CN', 'en'] as const) {
      const text = JSON.stringify(describeError(error, language));
      expect(text).toContain('8000.0 TB');
      expect(text).toContain(String(error.params['available']));
    }
  });

  const small = join(dir, 'small-disk');
  const canMount = (): boolean => {
    mkdirSync(small, { recursive: true });
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=40m', 'tmpfs', small]).status === 0;
    if (!mounted) console.log('skipped: no small disk can be mounted here');
    return mounted;
  };

  it('that fills up meanwhile leaves nothing behind and says how much is needed', async (context) => {
    if (!canMount()) context.skip();
    try {
      const path = join(dir, 'noise.bin');
      writeFileSync(path, Buffer.alloc(6_000_000, 'noise'));
      const plan = planOf([exhibitOf('E01', path, 'text/plain')]);
      const outDir = join(small, 'packs');
      const error = await failure(
        buildPack({
          plan,
          outDir,
          zip: true,
          onProgress: ({ phase, done }) => {
            if (phase !== 'zip' || done > 0) return;
            // Someone else takes what is left.
            const { bavail, bsize } = statfsSync(small);
            writeFileSync(join(small, 'other.bin'), Buffer.alloc(Math.max(0, bavail * bsize - 100_000)));
          },
        }),
      );
      expect(error.code).toBe('DISK_FULL');
      // Twice the original, and the book as large again with 5 MB of room.
      expect(error.params['needed']).toBe('34.0 MB');
      expect(error.params['available']).toMatch(/^\d+(\.\d)? [kM]?B$/);
      expect(error.params['available']).not.toBe('0 B');
      expect(readdirSync(small)).toEqual(['other.bin']);
      expect(openFilesIn(small)).toEqual([]);
    } finally {
      spawnSync('umount', [small]);
    }
  });
});

describe('a large original', () => {
  const path = join(dir, 'video.mp4');
  const bytes = Buffer.from(Array.from({ length: 3_500_001 }, (_, index) => (index * 31) & 255));
  writeFileSync(path, bytes);
  const exhibit = exhibitOf('E01', path, 'video/mp4');

  const drain = async (target: string, one = exhibit): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    // Pieces are reused by the copier: what is kept must be copied.
    for await (const piece of copyWhileZipping(one, target)) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  };

  for (const clones of [true, false]) {
    it(`goes into folder and ZIP whole on a disk that ${clones ? 'clones' : 'cannot clone'}`, async () => {
      disk.clones = clones;
      const target = join(dir, `copy-${clones}.mp4`);
      expect((await drain(target)).equals(bytes)).toBe(true);
      expect(disk.asked).toBe(1);
      expect(readFileSync(target).equals(bytes)).toBe(true);
      expect(openFilesIn(dir)).toEqual([]);
    });

    it(`of another size than filed is noticed on a disk that ${clones ? 'clones' : 'cannot clone'}`, async () => {
      disk.clones = clones;
      for (const sizeBytes of [exhibit.sizeBytes - 1, exhibit.sizeBytes + 1]) {
        const target = join(dir, `other-${clones}-${sizeBytes}.mp4`);
        expect((await failure(drain(target, { ...exhibit, sizeBytes }))).code).toBe('PACK_ORIGINAL_CHANGED');
      }
      expect(openFilesIn(dir)).toEqual([]);
    });
  }

  it('of the same size but other content than filed gives no pack, and is named', async () => {
    disk.clones = false;
    const large = join(dir, 'large.bin');
    writeFileSync(large, '');
    truncateSync(large, 70_000_000);
    const changed = { ...exhibitOf('E01', large, 'application/octet-stream'), sha256: '1'.repeat(64) };
    const outDir = join(dir, 'changed');
    const error = await failure(buildPack({ plan: planOf([changed]), outDir, zip: true }));
    expect(error.code).toBe('PACK_ORIGINAL_CHANGED');
    expect(String(error.params['exhibits'])).toContain('large.bin');
    expect(existsSync(outDir)).toBe(false);
  });

  it('never overwrites what lies at its place already', async () => {
    disk.clones = false;
    const target = join(dir, 'taken.mp4');
    writeFileSync(target, 'mine');
    expect(
      await drain(target).then(
        () => 'copied',
        () => 'refused',
      ),
    ).toBe('refused');
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });
});

describe('a ZIP that is cancelled', () => {
  it('closes what it read and what it wrote, and leaves nothing', async () => {
    const source = join(dir, 'big.bin');
    writeFileSync(source, Buffer.alloc(8_000_000, 3));
    const exhibit = exhibitOf('E01', source, 'application/octet-stream');
    for (const way of ['a file', 'a copy that is made meanwhile'] as const) {
      const folder = join(dir, `zip ${way}`);
      mkdirSync(folder);
      const target = join(folder, 'out.zip');
      const controller = new AbortController();
      let reads = 0;
      async function* slowly(): AsyncGenerator<Buffer> {
        for await (const piece of copyWhileZipping(exhibit, join(folder, 'copy.bin'))) {
          reads += 1;
          if (reads === 3) controller.abort();
          yield piece;
        }
      }
      const inputs = ['a', 'b', 'c'].map((name) => ({
        name,
        path: source,
        sizeBytes: 8_000_000,
        ...(way === 'a file' || name !== 'b' ? {} : { read: slowly }),
      }));
      const error = await failure(
        writeZip(inputs, target, 0, {
          signal: controller.signal,
          onFile: (name) => {
            if (way === 'a file' && name === 'b') setImmediate(() => controller.abort());
          },
        }),
      );
      expect(error.code, way).toBe('CANCELLED');
      expect(existsSync(target), way).toBe(false);
      await vi.waitFor(() => expect(openFilesIn(dir), way).toEqual([]), { timeout: 10_000 });
      // Nothing holds on to the folder: it can go at once, on Windows as well.
      await realFs.rm(folder, { recursive: true });
    }
  });
});
