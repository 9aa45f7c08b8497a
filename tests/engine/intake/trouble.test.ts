// Drives vanish, programs hold files, copies take their time: nothing is lost, nothing is filed half.
import {
  appendFileSync,
  chmodSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compareFolder, KNOWN_COLUMNS, type KnownRow } from '../../../src/engine/intake/compare-folder.ts';
import type { IntakeOutcome, IntakeTask, IntakeWorkers } from '../../../src/engine/intake/intake-task.ts';
import { createIntakeWorkers } from '../../../src/engine/intake/intake-workers.ts';
import { createSettleTracker } from '../../../src/engine/intake/settle.ts';
import { openTestArchive, pause, type TestArchive, until } from './test-archive.ts';

let test: TestArchive;
afterEach(() => test.close());

function writeMany(count: number, folder = ''): void {
  for (let i = 0; i < count; i += 1)
    test.write(join(folder, `paper ${i}.txt`), `paper number ${i} in ${folder}`);
}

describe('files that vanish', () => {
  it('marks a single lost file as missing, keeps its document and takes it back without hashing', async () => {
    test = await openTestArchive();
    writeMany(10);
    await test.index();
    renameSync(join(test.root, 'paper 3.txt'), join(test.dir, 'elsewhere.txt'));
    expect(await test.index()).toMatchObject({ missing: 1, documents: 10 });
    const lost = test.location('paper 3.txt')!;
    expect(lost.state).toBe('missing');
    expect(test.rows('SELECT available FROM document WHERE id = ?', lost.documentId)).toEqual([
      { available: 0 },
    ]);
    renameSync(join(test.dir, 'elsewhere.txt'), join(test.root, 'paper 3.txt'));
    expect(await test.index()).toMatchObject({ missing: 0, added: 0, changed: 0 });
    expect(test.location('paper 3.txt')).toEqual({ ...lost, state: 'present' });
    expect(test.rows('SELECT available FROM document WHERE id = ?', lost.documentId)).toEqual([
      { available: 1 },
    ]);
    expect(
      test.rows("SELECT event FROM custody_event WHERE event LIKE 'location_%' ORDER BY sequence"),
    ).toEqual([{ event: 'location_missing' }, { event: 'location_returned' }]);
  });

  it('holds a mass disappearance as a question, changes no document, and believes a person', async () => {
    test = await openTestArchive();
    writeMany(20);
    await test.index();
    for (let i = 0; i < 5; i += 1) rmSync(join(test.root, `paper ${i}.txt`));
    expect(await test.index()).toMatchObject({ missing: 5, documents: 20 });
    expect(test.location('paper 0.txt')?.state).toBe('missing_unconfirmed');
    expect(test.rows('SELECT 1 FROM document WHERE available = 0')).toEqual([]);
    expect(test.notices('intake.massMissing')).toHaveLength(1);
    expect(test.notices('intake.massMissing')[0]).toMatchObject({ params: { files: 5 } });
    expect(await test.index()).toMatchObject({ missing: 0 });
    expect(test.notices('intake.massMissing')).toHaveLength(1);
    const folderId = test.intake.listFolders()[0]!.id;
    expect(test.intake.listFolders()[0]!.counts.missingUnconfirmed).toBe(5);
    expect(test.intake.confirmMissing(folderId)).toEqual({ confirmed: 5 });
    expect(test.location('paper 0.txt')?.state).toBe('missing');
    expect(test.rows('SELECT 1 FROM document WHERE available = 0')).toHaveLength(5);
  });

  it('records no loss when the whole folder is out of reach, and hashes nothing when it returns', async () => {
    let hashed = 0;
    const threads = createIntakeWorkers(1);
    const counting: IntakeWorkers = {
      ...threads,
      run: (task) => {
        hashed += 1;
        return threads.run(task);
      },
    };
    test = await openTestArchive({ workers: counting });
    writeMany(6);
    await test.index();
    expect(hashed).toBe(6);
    renameSync(test.root, `${test.root} unplugged`);
    expect(await test.index()).toMatchObject({ found: 0, missing: 0, documents: 6 });
    expect(test.intake.listFolders()[0]).toMatchObject({
      state: 'offline',
      detail: { code: 'intake.folderOffline' },
    });
    expect(test.notices('intake.folderOffline')).toHaveLength(1);
    expect(test.locations().every((row) => row.state === 'present')).toBe(true);
    // A file in the folder's place is not the folder either.
    writeFileSync(test.root, 'not a folder');
    expect(await test.index()).toMatchObject({ missing: 0 });
    rmSync(test.root);
    renameSync(`${test.root} unplugged`, test.root);
    test.write('new.txt', 'came with the drive');
    expect(await test.index()).toMatchObject({ found: 7, added: 1, missing: 0 });
    expect(hashed).toBe(7);
    expect(test.intake.listFolders()[0]?.state).toBe('watching');
  });

  it('asks when a drive is unplugged and leaves an empty mount point', async () => {
    test = await openTestArchive();
    writeMany(4, 'a');
    writeMany(4, 'b');
    await test.index();
    renameSync(test.root, `${test.root} away`);
    mkdirSync(test.root);
    expect(await test.index()).toMatchObject({ missing: 8 });
    expect(test.locations().every((row) => row.state === 'missing_unconfirmed')).toBe(true);
    rmSync(test.root, { recursive: true });
    renameSync(`${test.root} away`, test.root);
    expect(await test.index()).toMatchObject({ missing: 0, added: 0, changed: 0 });
    expect(test.locations().every((row) => row.state === 'present')).toBe(true);
  });

  it('does not take files below an unreadable sub-folder for gone, and reports it', async () => {
    test = await openTestArchive();
    writeMany(3, 'sub');
    writeMany(2);
    await test.index();
    const rows = test.context.archive.sqlite
      .prepare(`SELECT ${KNOWN_COLUMNS} FROM location`)
      .raw()
      .all() as KnownRow[];
    chmodSync(test.dir, 0o755);
    chmodSync(join(test.root, 'sub'), 0o000);
    // Rights don't bind root: become nobody for the comparison.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      const differences = compareFolder({ root: test.root, folders: null, rows });
      expect(differences).toMatchObject({ reachable: true, files: 2, gone: [], added: [], changed: [] });
      expect(differences.problems).toEqual([
        { code: 'intake.folderUnreadable', relativePath: 'sub', detail: 'EACCES' },
      ]);
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(join(test.root, 'sub'), 0o755);
    }
  });
});

describe('files that are still being written', () => {
  it('waits for a file that grows while the program starts, and files it once, whole', async () => {
    test = await openTestArchive({ settleMs: 250 });
    const path = test.write('download.txt', 'begin ', 0);
    const writer = setInterval(() => appendFileSync(path, 'more '), 60);
    const running = test.index();
    try {
      await until('seen', () => test.intake.waiting().length > 0);
      await pause(450);
      expect(test.rows('SELECT 1 FROM document')).toEqual([]);
      expect(test.intake.waiting()[0]).toMatchObject({
        state: 'arriving',
        detail: { code: 'intake.waitingQuiet' },
      });
    } finally {
      clearInterval(writer);
    }
    appendFileSync(path, 'end');
    expect((await running).documents + (await test.index()).added).toBeGreaterThanOrEqual(1);
    await until('filed', () => test.location('download.txt')?.state === 'present');
    expect(test.rows('SELECT 1 FROM document')).toHaveLength(1);
    expect(test.rows<{ text: string }>('SELECT text FROM document_text')[0]?.text).toMatch(/end$/);
  });

  it('waits for a pre-allocated file whose size stands still while it is filled', async () => {
    test = await openTestArchive({ settleMs: 300 });
    const path = join(test.root, 'video.txt');
    const handle = openSync(path, 'w');
    ftruncateSync(handle, 40_000);
    let position = 0;
    const writer = setInterval(() => {
      position += writeSync(handle, 'frame '.repeat(200), position);
    }, 50);
    const running = test.index();
    await pause(600);
    expect(test.rows('SELECT 1 FROM document')).toEqual([]);
    clearInterval(writer);
    await running;
    await test.index();
    expect(test.rows('SELECT 1 FROM document')).toHaveLength(1);
  });

  it('does not wait for ever for a file that never comes to rest, and says so', async () => {
    test = await openTestArchive({ settleMs: 100 });
    const path = test.write('log.txt', 'line', 0);
    test.write('quiet.txt', 'quiet');
    const writer = setInterval(() => appendFileSync(path, 'line'), 30);
    try {
      expect(await test.index()).toMatchObject({ found: 2, added: 1, arriving: 1 });
    } finally {
      clearInterval(writer);
    }
  });

  it('keeps its quiet period when the system clock jumps', async () => {
    let offsetMs = 0;
    let monotonicMs = 0;
    test = await openTestArchive({
      settleMs: 5_000,
      nowMs: () => Date.now() + offsetMs,
      monotonicMs: () => monotonicMs,
    });
    test.write('fresh.txt', 'fresh', 0);
    await test.intake.reconcileAll();
    const tracker = createSettleTracker(() => monotonicMs);
    const look = { sizeBytes: 5, mtimeMs: Date.now(), inode: '7' };
    expect(tracker.look(1, look, 5_000)).toBe('waiting');
    offsetMs = 3_600_000;
    monotonicMs = 4_999;
    expect(tracker.look(1, look, 5_000)).toBe('waiting');
    offsetMs = -3_600_000;
    monotonicMs = 5_000;
    expect(tracker.look(1, look, 5_000)).toBe('settled');
    expect(tracker.look(1, { ...look, sizeBytes: 6 }, 5_000)).toBe('waiting');
    expect(test.location('fresh.txt')?.state).toBe('arriving');
  });

  it('takes a file from the future as fresh, and files it after its quiet period', async () => {
    test = await openTestArchive({ settleMs: 100 });
    test.write('camera.txt', 'wrong clock', -86_400_000);
    const path = join(test.root, 'camera.txt');
    utimesSync(path, new Date(Date.now() + 86_400_000), new Date(Date.now() + 86_400_000));
    await test.intake.reconcileAll();
    expect(test.location('camera.txt')?.state).toBe('arriving');
    expect(await test.index()).toMatchObject({ documents: 1 });
  });
});

describe('files that can not be read', () => {
  /** Rights don't bind root, so "in use" and "no permission" come from the worker's answer here. */
  function lockedWorkers(isLocked: (task: IntakeTask) => boolean, code = 'EBUSY'): IntakeWorkers {
    const threads = createIntakeWorkers(1);
    return {
      ...threads,
      run: (task): Promise<IntakeOutcome> =>
        isLocked(task) ? Promise.resolve({ outcome: 'locked', systemCode: code }) : threads.run(task),
    };
  }

  it('tries a locked file again with growing pauses and shows why it waits', async () => {
    let tries = 0;
    const workers = lockedWorkers((task) => task.fileName === 'ledger.txt' && ++tries < 2);
    test = await openTestArchive({ workers, settleMs: 50 });
    test.write('ledger.txt', 'open in Excel');
    const running = test.index();
    await until(
      'waiting with a reason',
      () => test.intake.waiting()[0]?.detail?.code === 'intake.waitingLocked',
    );
    expect(test.intake.waiting()[0]).toMatchObject({
      state: 'arriving',
      detail: { params: { systemCode: 'EBUSY', tries: 1 } },
    });
    expect(await running).toMatchObject({ added: 1, unreadable: 0, documents: 1 });
    expect(tries).toBe(2);
  });

  it('calls it unreadable after a while, files everything else, and reads it later', async () => {
    let locked = true;
    const workers = lockedWorkers((task) => locked && task.fileName === 'ledger.txt', 'EACCES');
    test = await openTestArchive({ workers, settleMs: 20 });
    test.write('ledger.txt', 'no permission');
    test.write('other.txt', 'fine');
    expect(await test.index()).toMatchObject({ added: 1, unreadable: 1, documents: 1 });
    expect(test.intake.waiting()[0]).toMatchObject({
      state: 'unreadable',
      detail: { code: 'intake.unreadable' },
    });
    locked = false;
    expect(await test.index()).toMatchObject({ added: 1, unreadable: 0, documents: 2 });
  }, 15_000);

  it('forgets a file that vanishes before it is read, and re-reads one that changes meanwhile', async () => {
    const threads = createIntakeWorkers(1);
    const workers: IntakeWorkers = {
      ...threads,
      run: (task) => {
        if (task.fileName === 'short-lived.txt') rmSync(task.path, { force: true });
        if (task.fileName === 'busy.txt' && task.expected?.sizeBytes === 5)
          writeFileSync(task.path, 'other bytes');
        return threads.run(task);
      },
    };
    test = await openTestArchive({ workers, settleMs: 50 });
    test.write('short-lived.txt', 'gone in a moment');
    test.write('busy.txt', 'bytes');
    expect(await test.index()).toMatchObject({ added: 1, unreadable: 0, documents: 1 });
    expect(test.locations().map((row) => row.path)).toEqual(['busy.txt']);
    expect(test.rows('SELECT text FROM document_text')).toEqual([{ text: 'other bytes' }]);
  });

  it('files a file that killed the program again and again by name and hash, and goes on with the others', async () => {
    const hanging = (): IntakeWorkers => {
      let fail: (error: Error) => void = () => undefined;
      const never = new Promise<never>((_, reject) => {
        fail = reject;
      });
      never.catch(() => undefined);
      return {
        count: 1,
        recognise: () => never,
        copy: () => never,
        run: () => never,
        close: async () => fail(new Error('killed')),
      };
    };
    test = await openTestArchive({ workers: hanging() });
    test.write('poison.txt', 'kills its reader');
    for (let starts = 0; starts < 5; starts += 1) {
      await test.intake.reconcileAll();
      test.intake.runUntilIdle({ ocr: false }).catch(() => undefined);
      await until(
        'taken once more',
        () => test.rows(`SELECT 1 FROM location WHERE tries = ${starts + 1}`).length === 1,
      );
      await test.restart(starts < 4 ? { workers: hanging() } : {});
    }
    test.write('fine.txt', 'fine');
    expect(await test.index()).toMatchObject({ documents: 2, unreadable: 0 });
    const problemsOf = (name: string) =>
      test.rows<{ problems: string }>(
        'SELECT problems FROM document WHERE id = ?',
        test.location(name)?.documentId,
      )[0]?.problems;
    expect(problemsOf('poison.txt')).toContain('READER_CRASHED');
    expect(problemsOf('fine.txt')).toBe('[]');
  });
});

describe('an attachment whose read failed', () => {
  it('is read by the next run, though it has no file of its own that could come to rest', async () => {
    test = await openTestArchive({ settleMs: 20 });
    const part = (name: string) =>
      `--x\r\nContent-Type: text/plain; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${name} of order 113-1234567-1234567\r\n`;
    test.write(
      'mail.eml',
      `From: a@example.com\r\nSubject: papers\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${part('a.txt')}${part('b.txt')}--x--\r\n`,
    );
    expect(await test.index()).toMatchObject({ documents: 3 });
    const children = () =>
      test.rows<{ name: string; state: string; document: number | null }>(
        'SELECT file_name AS name, state, document_id AS document FROM location WHERE folder_id IS NULL ORDER BY file_name',
      );
    const before = children();
    expect(before.map((row) => [row.name, row.state])).toEqual([
      ['a.txt', 'present'],
      ['b.txt', 'present'],
    ]);
    // As a full disk leaves it: the try is noted, its time has come, and nothing is unpacked any more.
    test.context.archive.sqlite.exec(
      "UPDATE location SET state = 'arriving', document_id = NULL, tries = 1, retry_at_ms = 1 WHERE file_name = 'b.txt'",
    );
    await test.restart({});
    expect(await test.index()).toMatchObject({ documents: 3, arriving: 0, unreadable: 0 });
    expect(children()).toEqual(before);
  });
});
