// Each row of the table of how watching fails (docs/integrity.md, "Watching"), with real files under a real, running watcher.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { HintSource } from '../../src/engine/intake/hints/hint-source.ts';
import { openTestArchive, pause, type TestArchive, until } from '../engine/intake/test-archive.ts';

let test: TestArchive;
afterEach(() => test?.close());

/** No regular look within the test: what is found was found through events, or through what makes up for lost ones. */
const LIVE = { rescanMs: 600_000, pollMs: 150, probeMs: 100 };
/** A child starts as the product does. */
const LIGHT = new URL('../../src/cli/light-packages.ts', import.meta.url).href;
const OLD = new Date(Date.now() - 3_600_000);

async function watchLive(
  files: Readonly<Record<string, string>>,
  options: Parameters<typeof openTestArchive>[0] = {},
): Promise<void> {
  test = await openTestArchive({ settleMs: 150, watch: LIVE, ...options });
  for (const [name, content] of Object.entries(files)) test.write(name, content);
  test.intake.startWatching();
  await until('the first look', () => countPresent() === Object.keys(files).length);
  await pause(150);
}

const countPresent = (): number => test.locations().filter((row) => row.state === 'present').length;
const countRows = (table: string, where = '1'): number =>
  test.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)[0]?.n ?? 0;
const isPresent = (path: string) => (): boolean => test.location(path)?.state === 'present';
const losses = (): number => countRows('custody_event', "event = 'location_missing'");
const textOf = (path: string): string | undefined =>
  test.rows<{ text: string }>(
    'SELECT text FROM document_text WHERE document_id = ?',
    test.location(path)?.documentId,
  )[0]?.text;
const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`paper ${i}.txt`, `paper ${i}`]));

describe('files that are still being written', () => {
  it('a file that grows while the program starts is filed once, whole', async () => {
    test = await openTestArchive({ settleMs: 300, watch: LIVE });
    const path = test.write('download.txt', 'begin ', 0);
    const writer = setInterval(() => appendFileSync(path, 'more '), 70);
    test.intake.startWatching();
    await pause(900);
    expect(countRows('document')).toBe(0);
    clearInterval(writer);
    appendFileSync(path, 'end');
    await until('filed', isPresent('download.txt'));
    expect(textOf('download.txt')).toMatch(/^begin .*end$/);
    expect(countRows('document')).toBe(1);
  });

  it('a pre-allocated copy whose size stands still waits until its last byte', async () => {
    await watchLive({});
    const handle = openSync(join(test.root, 'scan.txt'), 'w');
    ftruncateSync(handle, 30_000);
    for (let position = 0, turn = 0; turn < 12; turn += 1) {
      position += writeSync(handle, 'page '.repeat(500), position);
      await pause(70);
      expect(countRows('document')).toBe(0);
    }
    closeSync(handle);
    await until('filed', isPresent('scan.txt'));
    expect(countRows('document')).toBe(1);
    expect(textOf('scan.txt')).toHaveLength(30_000);
  });

  it('an atomic save (write beside, rename over) is one new version, not a loss and a find', async () => {
    await watchLive({ 'sheet.txt': 'version 1' });
    const id = test.location('sheet.txt')?.id;
    for (let version = 2; version <= 4; version += 1) {
      writeFileSync(join(test.root, 'sheet.txt.tmp'), `version ${version}`);
      renameSync(join(test.root, 'sheet.txt.tmp'), join(test.root, 'sheet.txt'));
      await until(`version ${version}`, () => countRows('document') === version);
    }
    expect(test.locations()).toMatchObject([{ path: 'sheet.txt', id, state: 'present' }]);
    expect(losses()).toBe(0);
  });

  it('a locked file waits with its reason, is read when it is free; the lock files of Office are nothing', async () => {
    await watchLive({ 'warm.txt': 'starts the readers' }, { settleMs: 800 });
    const path = join(test.root, 'ledger.txt');
    // Rights don't bind root: the program becomes nobody while the file is closed to it.
    const isRoot = process.geteuid?.() === 0;
    for (const folder of [test.dir, test.root]) chmodSync(folder, 0o777);
    writeFileSync(path, 'open in Excel', { mode: 0o000 });
    writeFileSync(join(test.root, '~$ledger.xlsx'), 'who has it open');
    await until('seen', () => test.location('ledger.txt')?.state === 'arriving');
    if (isRoot) process.seteuid?.(65_534);
    try {
      await until(
        'waiting with a reason',
        () => test.intake.waiting()[0]?.detail?.code === 'intake.waitingLocked',
      );
      expect(test.intake.waiting()[0]?.detail?.params).toMatchObject({ systemCode: 'EACCES' });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    chmodSync(path, 0o600);
    await until('read', isPresent('ledger.txt'), 15_000);
    expect(test.locations()).toHaveLength(2);
  }, 25_000);

  it('a placeholder of a cloud drive is listed, never opened, and read once its bytes are here', async () => {
    await watchLive({});
    const path = join(test.root, 'cloud.txt');
    writeFileSync(path, '');
    truncateSync(path, 1_000_000);
    utimesSync(path, OLD, OLD);
    await until('listed', () => test.location('cloud.txt')?.state === 'online_only');
    expect(countRows('document')).toBe(0);
    writeFileSync(path, 'its bytes came');
    await until('read', isPresent('cloud.txt'));
    expect(textOf('cloud.txt')).toBe('its bytes came');
  });
});

describe('folders that go and come', () => {
  it('a root that goes offline loses nothing, and is taken up again when it returns', async () => {
    await watchLive(many(6));
    renameSync(test.root, `${test.root} away`);
    await until('offline', () => test.intake.listFolders()[0]?.state === 'offline');
    expect([countPresent(), losses()]).toEqual([6, 0]);
    renameSync(`${test.root} away`, test.root);
    await until('back', () => test.intake.listFolders()[0]?.state === 'watching');
    test.write('after.txt', 'came afterwards', 0);
    await until('watched again', () => countPresent() === 7);
    expect([countRows('document'), losses()]).toEqual([7, 0]);
  });

  it('a mass disappearance is held as a question and cascades nowhere; the files come back by themselves', async () => {
    await watchLive(many(12));
    mkdirSync(join(test.dir, 'aside'));
    const move = (i: number, from: string, to: string): void =>
      renameSync(join(from, `paper ${i}.txt`), join(to, `paper ${i}.txt`));
    for (let i = 0; i < 8; i += 1) move(i, test.root, join(test.dir, 'aside'));
    await until('asked', () => test.notices('intake.massMissing').length === 1);
    expect(countRows('location', "state = 'missing_unconfirmed'")).toBe(8);
    expect([countRows('document', 'available = 0'), losses()]).toEqual([0, 0]);
    for (let i = 0; i < 8; i += 1) move(i, join(test.dir, 'aside'), test.root);
    await until('back', () => countPresent() === 12);
    expect([countRows('document'), countRows('location')]).toEqual([12, 12]);
  });

  it('more than fifty files of a large folder are asked about as well, though they are a small part of it', async () => {
    test = await openTestArchive({ settleMs: 50, watch: LIVE });
    for (const [name, content] of Object.entries(many(300))) test.write(name, content);
    await test.index();
    for (let i = 0; i < 50; i += 1) rmSync(join(test.root, `paper ${i}.txt`));
    await test.index();
    // Fifty of three hundred are people at work; what is asked about begins with one more.
    expect([countRows('location', "state = 'missing'"), test.notices('intake.massMissing').length]).toEqual([
      50, 0,
    ]);
    for (const [name, content] of Object.entries(many(50))) test.write(name, content);
    await test.index();
    for (let i = 0; i < 51; i += 1) rmSync(join(test.root, `paper ${i}.txt`));
    await test.index();
    expect(countRows('location', "state = 'missing_unconfirmed'")).toBe(51);
    expect(test.notices('intake.massMissing')[0]).toMatchObject({ params: { files: 51 } });
    expect(countRows('document', 'available = 0')).toBe(0);
  }, 60_000);

  it('an event without a name means that anything may have changed: everything is compared at once', async () => {
    let tell: ((folder: string | null) => void) | undefined;
    const nameless: HintSource = {
      name: 'nameless',
      watch: async (_root, listener) => {
        tell = listener.onDirty;
        return { close: async () => undefined };
      },
    };
    await watchLive({ 'a/one.txt': 'one' }, { hints: nameless });
    test.write('b/c/two.txt', 'two', 0);
    await pause(500);
    expect(countPresent()).toBe(1);
    tell?.(null);
    await until('found', isPresent('b/c/two.txt'));
  });

  it('a renamed folder inside and a renamed watched folder can be renamed, and every identity follows', async () => {
    await watchLive({ 'a/b/one.txt': 'one', 'a/b/two.txt': 'two', 'three.txt': 'three' });
    const id = test.location('a/b/one.txt')?.id;
    renameSync(join(test.root, 'a'), join(test.root, 'c'));
    await until('followed', () => test.location('c/b/one.txt')?.id === id && countPresent() === 3);
    expect([countRows('location'), countRows('document'), losses()]).toEqual([3, 3, 0]);
    renameSync(test.root, `${test.root} 2026`);
    await until('offline', () => test.intake.listFolders()[0]?.state === 'offline');
    await test.intake.addFolder(`${test.root} 2026`, { settleMs: 50 });
    await until('under the new name', () => countRows('location', "state = 'present'") === 3);
    expect(countRows('document')).toBe(3);
  });

  it('events that the system dropped (overflow of its queue) are made up for at once', async () => {
    await watchLive({ 'flood/begin.txt': 'begin', 'quiet/begin.txt': 'begin too' });
    // More events than the kernel keeps while nobody reads them; then a file whose event no longer fits in.
    for (let i = 0; i < 12_000; i += 1) {
      const path = join(test.root, 'flood', `${i % 2}.tmp`);
      writeFileSync(path, '');
      rmSync(path);
    }
    test.write('quiet/late.txt', 'its event was lost', 0);
    await until('found all the same', isPresent('quiet/late.txt'), 6_000);
  }, 30_000);
});

describe('names', () => {
  it('a case-only rename keeps the identity; names that differ only by case are two files', async () => {
    await watchLive({ 'Invoice.txt': 'first' });
    const id = test.location('Invoice.txt')?.id;
    renameSync(join(test.root, 'Invoice.txt'), join(test.root, 'INVOICE.txt'));
    await until('respelt', () => test.location('INVOICE.txt')?.id === id);
    test.write('invoice.txt', 'second', 0);
    await until('both', () => countPresent() === 2);
    expect(test.location('INVOICE.txt')?.id).toBe(id);
    expect([countRows('document'), losses()]).toEqual([2, 0]);
  });

  it('NFC and NFD twins are two files, each opened by its own bytes', async () => {
    const [nfc, nfd] = ['ガ é 각.txt'.normalize('NFC'), 'ガ é 각.txt'.normalize('NFD')];
    await watchLive({});
    test.write(nfc, 'composed', 0);
    test.write(nfd, 'decomposed', 0);
    await until('both', () => countPresent() === 2);
    expect([textOf(nfc), textOf(nfd)]).toEqual(['composed', 'decomposed']);
    renameSync(join(test.root, nfd), join(test.root, 'plain.txt'));
    await until('one renamed', isPresent('plain.txt'));
    expect([textOf(nfc), textOf('plain.txt'), losses()]).toEqual(['composed', 'decomposed', 0]);
  });

  it('long paths, reserved names, trailing dots and spaces, line breaks and right-to-left marks are read as they are', async () => {
    await watchLive({});
    const deep = join(...Array.from({ length: 12 }, (_, i) => `${i} ${'long folder name '.repeat(3)}`));
    const names = [
      join(deep, `${'长'.repeat(80)}.txt`),
      'CON',
      'aux.txt',
      'trailing dot.',
      'trailing space ',
      'line\nbreak.txt',
      'invoice\u202Efdp.txt',
      '%2e%2e.txt',
    ];
    for (const name of names) test.write(name, `content of ${name}`, 0);
    await until('all', () => countPresent() === names.length);
    for (const name of names) expect(textOf(name)).toBe(`content of ${name}`);
    expect(join(test.root, names[0] as string).length).toBeGreaterThan(600);
  });

  it('links are not followed and loops end; they are named; a hard link is a second place of one document', async () => {
    await watchLive({ 'real/paper.txt': 'paper' });
    symlinkSync('..', join(test.root, 'real', 'loop'));
    symlinkSync(test.root, join(test.root, 'self'));
    symlinkSync('/etc/passwd', join(test.root, 'elsewhere.txt'));
    symlinkSync('nowhere', join(test.root, 'broken.txt'));
    linkSync(join(test.root, 'real/paper.txt'), join(test.root, 'hard.txt'));
    await until('the hard link', isPresent('hard.txt'));
    await test.index();
    expect([countRows('location'), countRows('document')]).toEqual([2, 1]);
    expect(
      test.intake
        .listFolders()[0]
        ?.problems.map((problem) => [problem.code, problem.relativePath])
        .sort(),
    ).toEqual(['broken.txt', 'elsewhere.txt', 'real/loop', 'self'].map((p) => ['intake.linkNotFollowed', p]));
  });
});

describe('clocks and limits', () => {
  it('a clock that jumps an hour either way, and times of the future or of 1970, change no decision', async () => {
    let offsetMs = 0;
    await watchLive({ 'old.txt': 'old' }, { nowMs: () => Date.now() + offsetMs });
    offsetMs = 3_600_000;
    test.write('forward.txt', 'after the jump', 0);
    await until('after a jump forward', isPresent('forward.txt'));
    offsetMs = -3_600_000;
    test.write('back.txt', 'after the jump back', 0);
    await until('after a jump back', isPresent('back.txt'));
    const camera = test.write('camera.txt', 'wrong clock', 0);
    utimesSync(camera, new Date('2099-01-01'), new Date('2099-01-01'));
    const ancient = test.write('ancient.txt', 'no clock', 0);
    utimesSync(ancient, 0, 0);
    await until('both', () => countPresent() === 5);
    expect([countRows('document'), countRows('location_version'), losses()]).toEqual([5, 5, 0]);
  }, 20_000);

  const canLimit =
    process.platform === 'linux' &&
    spawnSync('unshare', ['-Ur', 'sh', '-c', 'echo 20 > /proc/sys/user/max_inotify_watches']).status === 0;
  if (!canLimit) console.log('limit of watches: skipped, no user namespace here');
  /** Runs a program of its own that watches 40 folders, below a limit that the system itself sets. */
  function watchBelowLimit(limit: 'max_inotify_watches' | 'max_inotify_instances', value: number): unknown {
    const child = join(import.meta.dirname, 'watch-with-few-watches.ts');
    const run = spawnSync(
      'unshare',
      [
        '-Ur',
        'sh',
        '-c',
        `echo ${value} > /proc/sys/user/${limit}; exec "${process.execPath}" --disable-warning=ExperimentalWarning --import "${LIGHT}" "${child}"`,
      ],
      { encoding: 'utf8', timeout: 55_000 },
    );
    expect(run.status, run.stderr).toBe(0);
    return JSON.parse(run.stdout);
  }

  it('at the real limit of watches it polls, says so once, and finds what comes', {
    skip: !canLimit,
    timeout: 60_000,
  }, () => {
    expect(watchBelowLimit('max_inotify_watches', 20)).toEqual({
      state: 'polling',
      notices: 1,
      systemCode: 'ENOSPC',
      documents: 41,
    });
  });

  it('where the system gives no watcher at all (EMFILE) it does the same', {
    skip: !canLimit,
    timeout: 60_000,
  }, () => {
    expect(watchBelowLimit('max_inotify_instances', 0)).toEqual({
      state: 'polling',
      notices: 1,
      systemCode: 'EMFILE',
      documents: 41,
    });
  });

  it('times that a FAT disk rounds to two seconds make no new version, whenever they are rounded', async () => {
    await watchLive({ 'photo.txt': 'photo', 'other.txt': 'other' });
    const path = join(test.root, 'photo.txt');
    const filed = () => countRows('custody_event', "event = 'document_filed'");
    // As after plugging the stick in again: the same file, its time rounded up to the next even second.
    const rounded = new Date(Math.ceil(statSync(path).mtimeMs / 2_000) * 2_000);
    utimesSync(path, rounded, rounded);
    expect(await test.index()).toMatchObject({ changed: 0, added: 0, missing: 0 });
    expect([countRows('location_version'), filed()]).toEqual([2, 2]);
    // Other bytes of the same length at a really other time are seen.
    writeFileSync(path, 'PHOTO');
    await until('the change', () => textOf('photo.txt') === 'PHOTO');
    expect(countRows('document')).toBe(3);
  });
});
