// Damaged, truncated, foreign or doubly opened: refused or recovered with a clear word, and nothing is overwritten.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../src/api/in-process.ts';
import { CasebinderError } from '../../src/domain/errors.ts';
import { createRandom } from '../../src/engine/sample/seeded-random.ts';
import { openArchive } from '../../src/engine/store/open-archive.ts';
import { hashFile, vaultPath } from '../../src/engine/vault/vault.ts';
import { refusalCode } from '../support/refusal-code.ts';
import { copySampleArchive } from '../support/sample-seller.ts';
import { MIGRATIONS_DIR, PROJECT_DIR } from '../support/temporary-archive.ts';
import { hashTree } from './hash-tree.ts';

const DATABASE = 'casebinder.sqlite';
let base: string;
/** Never changed: every test works on a copy. */
let template: string;
let originals: string;
let originalsHash: string;
let copies = 0;

beforeAll(async () => {
  const copy = await copySampleArchive();
  base = copy.base;
  template = copy.archiveDir;
  originals = copy.sample.dir;
  originalsHash = hashTree(originals);
});
afterAll(() => {
  // Whatever was done to the archives, the person's own files are as they were.
  expect(hashTree(originals)).toBe(originalsHash);
  rmSync(base, { recursive: true, force: true });
});

function copyArchive(): string {
  const dir = join(base, `copy-${++copies}`);
  cpSync(template, dir, { recursive: true });
  return dir;
}

const open = (archiveDir: string) => openInProcess({ archiveDir, language: 'en' });

function flipBytes(file: string, from: number, count: number, step = 1): void {
  const handle = openSync(file, 'r+');
  try {
    const byte = Buffer.alloc(1);
    for (let i = 0; i < count; i += 1) {
      readSync(handle, byte, 0, 1, from + i * step);
      byte[0] = (byte[0] ?? 0) ^ 0xff;
      writeSync(handle, byte, 0, 1, from + i * step);
    }
  } finally {
    closeSync(handle);
  }
}

/** Looks at everything that a person looks at first. */
async function lookAround(door: InProcess): Promise<string[]> {
  const { caller } = door;
  const looks: (() => Promise<unknown>)[] = [
    () => caller.archive.overview(),
    () => caller.documents.list({ query: '' }),
    () => caller.documents.list({ query: '发票', withSnippets: true }),
    () => caller.documents.facets({ query: '' }),
    () => caller.documents.get({ id: 1 }),
    () => caller.documents.text({ id: 1 }),
    () => caller.identifiers.list({ types: ['order_id'] }),
    () => caller.cases.list({}),
    () => caller.cases.open({ problem: 'tec-other', title: 'after damage', orders: ['113-7777777-7777777'] }),
    () => caller.settings.all(),
    () => caller.archive.custody({}),
  ];
  const codes: string[] = [];
  for (const look of looks) codes.push(await refusalCode(look));
  return codes;
}

describe('bit flips in the database', () => {
  const regions: [string, (size: number) => [number, number, number?]][] = [
    ['the magic bytes', () => [0, 8]],
    ['the header', () => [16, 60]],
    ['the page of the schema', () => [100, 600]],
    ['a run early in the file', (size) => [Math.floor(size * 0.1), 20_000]],
    ['a run in the middle', (size) => [Math.floor(size * 0.5), 40_000]],
    ['a run at the end', (size) => [size - 40_000, 40_000]],
    ['single bytes all over', (size) => [4096, 400, Math.floor((size - 4096) / 400)]],
  ];
  it.each(regions)('%s', async (_name, where) => {
    const dir = copyArchive();
    const file = join(dir, DATABASE);
    const [from, count, step] = where(statSync(file).size);
    flipBytes(file, from, count, step);
    const damaged = hashFile(file);
    let door: InProcess | undefined;
    const opening = await refusalCode(async () => {
      door = await open(dir);
    });
    if (door === undefined) {
      expect(['ARCHIVE_DAMAGED', 'ARCHIVE_FROM_FUTURE']).toContain(opening);
      expect(hashFile(file), 'a refused database is not written to').toBe(damaged);
      // Refused, not held: the next try gets the same word, not "in use".
      expect(await refusalCode(() => open(dir))).toBe(opening);
      return;
    }
    try {
      const codes = await lookAround(door);
      expect(codes.filter((code) => !['fine', 'ARCHIVE_DAMAGED', 'NOT_FOUND'].includes(code))).toEqual([]);
      // And the check names it, however little of it the screens met.
      const found: string[] = [];
      const verified = await refusalCode(async () => {
        const { jobId } = await (door as InProcess).caller.archive.verify({ full: false });
        const { result } = await (door as InProcess).waitForJob(jobId);
        const { problems } = result as { problems: { code: string }[] };
        found.push(...problems.map((problem) => problem.code));
      });
      expect(
        verified === 'ARCHIVE_DAMAGED' || found.includes('DATABASE_DAMAGED'),
        `${verified} ${found}`,
      ).toBe(true);
    } finally {
      await door.close();
    }
  });
});

describe('a database that is not what it should be', () => {
  it.each([
    ['a text file', 'this is no database, but forty-eight characters'],
    ['half a header', 'SQLite format 3\0garbage'],
  ])('%s is refused and stays as it is', async (_name, content) => {
    const dir = join(base, `foreign-${++copies}`);
    mkdirSync(dir);
    writeFileSync(join(dir, DATABASE), content);
    expect(await refusalCode(() => open(dir))).toBe('ARCHIVE_DAMAGED');
    expect(readFileSync(join(dir, DATABASE), 'latin1')).toBe(content);
  });

  it('one from a newer version is refused and stays as it is', async () => {
    const dir = copyArchive();
    const sqlite = new Database(join(dir, DATABASE));
    sqlite.pragma('user_version = 9999');
    sqlite.close();
    const before = hashFile(join(dir, DATABASE));
    expect(await refusalCode(() => open(dir))).toBe('ARCHIVE_FROM_FUTURE');
    expect(hashFile(join(dir, DATABASE))).toBe(before);
  });

  it('a file cut in the middle is refused or named by verify', async () => {
    const dir = copyArchive();
    truncateSync(join(dir, DATABASE), 4096 * 50);
    const code = await refusalCode(async () => {
      const door = await open(dir);
      try {
        const { ok } = await door.engine.verify({ full: false });
        expect(ok).toBe(false);
        throw new CasebinderError('ARCHIVE_DAMAGED', { detail: 'named by verify' });
      } finally {
        await door.close();
      }
    });
    expect(code).toBe('ARCHIVE_DAMAGED');
  });
});

it('a write-ahead log cut anywhere: every whole transaction before the cut is there, the archive is sound', async () => {
  const dir = copyArchive();
  const archive = openArchive({ archiveDir: dir, nowMs: Date.now, migrationsDir: MIGRATIONS_DIR });
  archive.sqlite.pragma('wal_autocheckpoint = 0');
  const insert = archive.sqlite.prepare(
    'INSERT INTO saved_search (name, query, created_at_ms) VALUES (?, ?, 0)',
  );
  const sizes: number[] = [];
  for (let i = 0; i < 30; i += 1) {
    insert.run(`s${i}`, 'x'.repeat(500));
    sizes.push(statSync(join(dir, `${DATABASE}-wal`)).size);
  }
  const snapshot = join(base, 'cut');
  mkdirSync(snapshot);
  for (const name of [DATABASE, `${DATABASE}-wal`]) cpSync(join(dir, name), join(snapshot, name));
  archive.close();
  const random = createRandom('cut');
  for (let turn = 0; turn < 12; turn += 1) {
    const cut = join(base, `cut-${turn}`);
    cpSync(snapshot, cut, { recursive: true });
    const length = random.int(0, sizes.at(-1) ?? 0);
    truncateSync(join(cut, `${DATABASE}-wal`), length);
    const reopened = openArchive({ archiveDir: cut, nowMs: Date.now, migrationsDir: MIGRATIONS_DIR });
    const count = reopened.sqlite
      .prepare("SELECT count(*) FROM saved_search WHERE name GLOB 's*'")
      .pluck()
      .get();
    expect(reopened.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(count).toBe(sizes.filter((size) => size <= length).length);
    reopened.close();
  }
});

it('two openers: the second is refused with a word, the first goes on', async () => {
  const dir = copyArchive();
  const door = await open(dir);
  try {
    expect(await refusalCode(() => open(dir))).toBe('ARCHIVE_LOCKED');
    expect((await door.caller.documents.list({ query: '' })).total).toBeGreaterThan(100);
  } finally {
    await door.close();
  }
  const again = await open(dir);
  await again.close();
});

describe('safe copies and packs', () => {
  let door: InProcess;
  let dir: string;
  let pack: { folder: string; zip?: string };
  beforeAll(async () => {
    dir = copyArchive();
    door = await open(dir);
    const { documents } = await door.caller.documents.list({ query: '', limit: 3 });
    const { number } = await door.caller.cases.open({
      problem: 'tec-other',
      title: 'copies',
      orders: ['113-7654321-7654321'],
    });
    await door.caller.cases.attach({
      case: number,
      documents: documents.map(({ id }) => ({ documentId: id })),
    });
    pack = await door.engine.packs.build(
      { case: number, variant: 'internal', zip: true },
      join(base, 'packs'),
    );
  });
  afterAll(() => door.close());

  it('a flipped bit in a safe copy is named, a lost copy as well, and both only as what they are', async () => {
    const sha256s = door.engine.context.archive.sqlite
      .prepare('SELECT sha256 FROM vault_copy')
      .pluck()
      .all() as string[];
    expect(sha256s.length).toBeGreaterThan(1);
    const [damaged, lost] = sha256s as [string, string];
    const path = vaultPath(dir, damaged);
    chmodSync(path, 0o600);
    flipBytes(path, Math.floor(statSync(path).size / 2), 1);
    rmSync(vaultPath(dir, lost));
    const { ok, problems } = await door.engine.verify({ full: false });
    expect(ok).toBe(false);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'COPY_DAMAGED', path: damaged }));
    expect(problems).toContainEqual(expect.objectContaining({ code: 'COPY_MISSING', path: lost }));
    expect(problems.filter((p) => p.code.startsWith('COPY_'))).toHaveLength(2);
  });

  it('one flipped bit anywhere in a pack folder or its ZIP fails its verification', async () => {
    const random = createRandom('pack');
    const files = readdirSync(pack.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).size > 0)
      .map((entry) => join(entry.parentPath, entry.name));
    for (let turn = 0; turn < 10; turn += 1) {
      const file = random.pick(files);
      const offset = random.int(0, statSync(file).size - 1);
      flipBytes(file, offset, 1);
      const result = await refusalCode(async () => {
        if (!(await door.engine.packs.verifyAt(pack.folder)).ok)
          throw new CasebinderError('PACK_NOT_VERIFIED', { detail: '' });
      });
      expect(['PACK_NOT_VERIFIED', 'VERIFY_TARGET_UNKNOWN'], `${file} at ${offset}`).toContain(result);
      flipBytes(file, offset, 1);
    }
    expect((await door.engine.packs.verifyAt(pack.folder)).ok).toBe(true);
    const zip = pack.zip ?? '';
    const broken = `${zip}.broken.zip`;
    cpSync(zip, broken);
    flipBytes(broken, Math.floor(statSync(zip).size / 2), 1);
    expect((await door.engine.packs.verifyAt(broken)).ok).toBe(false);
  });
});

describe('where an archive may lie', () => {
  it.each([
    ['OneDrive', 'OneDrive - Example GmbH/archive', undefined],
    ['Dropbox', 'Dropbox/business/archive', undefined],
    ['坚果云', '我的坚果云/archive', undefined],
    ['iCloud Drive', 'Library/Mobile Documents/com~apple~CloudDocs/archive', undefined],
    ['Google Drive', 'GoogleDrive-me/My Drive/archive', undefined],
    ['a moved Dropbox', 'elsewhere/archive', 'elsewhere/.dropbox'],
    ['a moved OneDrive', 'renamed/a/b/archive', 'renamed/.849C9593-D756-4E56-8D6E-42412F2A707B'],
  ])('not in %s', async (_name, path, marker) => {
    const root = mkdtempSync(join(base, 'place-'));
    if (marker !== undefined) {
      mkdirSync(join(root, marker, '..'), { recursive: true });
      writeFileSync(join(root, marker), '');
    }
    expect(await refusalCode(() => open(join(root, path)))).toBe('ARCHIVE_UNSAFE_PLACE');
    expect(existsSync(join(root, path)), 'nothing was made there').toBe(false);
  });

  it('a folder that is only called alike is fine, and who insists may', async () => {
    const alike = await open(join(base, 'My Dropbox notes', 'archive'));
    await alike.close();
    process.env['CASEBINDER_ALLOW_UNSAFE_PLACE'] = '1';
    try {
      const insisted = await open(join(base, 'Dropbox', 'archive'));
      await insisted.close();
    } finally {
      delete process.env['CASEBINDER_ALLOW_UNSAFE_PLACE'];
    }
  });

  it('not inside a folder that it watches', async () => {
    const dir = copyArchive();
    const watched = join(base, 'watched');
    mkdirSync(watched);
    const door = await open(dir);
    await door.caller.folders.add({ grant: door.grant(watched) });
    await door.close();
    cpSync(dir, join(watched, 'moved in'), { recursive: true });
    expect(await refusalCode(() => open(join(watched, 'moved in')))).toBe('ARCHIVE_UNSAFE_PLACE');
  });

  it('leaves nothing that was unpacked behind when it closes (security 44)', async () => {
    const dir = copyArchive();
    const door = await open(dir);
    const unpacked = join(dir, 'scratch', 'intake-1');
    mkdirSync(unpacked);
    writeFileSync(join(unpacked, 'attachment.pdf'), 'evidence');
    await door.close();
    expect(existsSync(join(dir, 'scratch'))).toBe(false);
    await (await open(dir)).close();
  });

  it.skipIf(process.platform === 'win32')('is for its owner only (security 45)', async () => {
    const dir = join(base, 'private');
    const before = process.umask(0);
    try {
      const door = await open(dir);
      await door.caller.accounts.save({ name: 'x' });
      mkdirSync(join(base, 'private papers'));
      writeFileSync(join(base, 'private papers', 'a.txt'), 'order 113-1234567-1234567');
      await door.caller.folders.add({ grant: door.grant(join(base, 'private papers')), keepCopies: true });
      await door.engine.intake.runUntilIdle({ ocr: false });
      const { jobId } = await door.caller.archive.backup({});
      await door.waitForJob(jobId);
      const readable = readdirSync(dir, { recursive: true, withFileTypes: true })
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => {
          const { mode } = statSync(path);
          return (mode & 0o077) !== 0;
        });
      expect(readable).toEqual([]);
      expect(statSync(dir).mode & 0o777).toBe(0o700);
      await door.close();
    } finally {
      process.umask(before);
    }
  });
});

const canBecomeNobody =
  process.getuid?.() === 0 &&
  spawnSync('setpriv', ['--reuid=65534', '--clear-groups', process.execPath, '--version']).status === 0 &&
  spawnSync('setpriv', ['--reuid=65534', '--clear-groups', 'test', '-r', join(PROJECT_DIR, 'package.json')])
    .status === 0;
if (!canBecomeNobody) console.log('read-only archive: skipped, this machine has no second user to test with');

it.skipIf(!canBecomeNobody)('an archive in a read-only folder: refused in words', () => {
  const dir = copyArchive();
  chmodSync(base, 0o755);
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true }))
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o555 : 0o444);
  chmodSync(dir, 0o555);
  const before = hashTree(dir);
  const run = spawnSync(
    'setpriv',
    [
      '--reuid=65534',
      '--clear-groups',
      process.execPath,
      join(PROJECT_DIR, 'src/cli/main.ts'),
      '--archive',
      dir,
      'search',
      'x',
      '--json',
    ],
    { encoding: 'utf8', env: { ...process.env, HOME: '/nonexistent' } },
  );
  expect(run.status, run.stderr).toBe(1);
  expect((JSON.parse(run.stdout) as { error: { code: string } }).error.code).toBe('ARCHIVE_NOT_WRITABLE');
  expect(hashTree(dir)).toBe(before);
});

const mountPoint = mkdtempSync(join(tmpdir(), 'casebinder-small-'));
const canMount =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mountPoint]).status === 0;
if (canMount) execFileSync('umount', [mountPoint]);
else console.log('disk full: skipped, this user may not mount a small disk');

describe.skipIf(!canMount)('a full disk', () => {
  const mount = (size: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', mountPoint]);
  const grow = (size: string) => execFileSync('mount', ['-o', `remount,size=${size}`, mountPoint]);
  afterAll(() => rmSync(mountPoint, { recursive: true, force: true }));

  it('at every size while indexing: DISK_FULL in words; with more room the work is finished and whole', async () => {
    const documents = new Set<number>();
    // Every fourth file: each size has all of them read anew.
    const folder = join(base, 'a quarter');
    const files = readdirSync(originals, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(originals, name)).isFile(),
    );
    for (const name of files.sort().filter((_, index) => index % 4 === 0)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      cpSync(join(originals, name), join(folder, name));
    }
    for (const size of ['1m', '3m', '6m']) {
      mount(size);
      let door: InProcess | undefined;
      try {
        const archiveDir = join(mountPoint, 'archive');
        const code = await refusalCode(async () => {
          door = await open(archiveDir);
          await door.caller.folders.add({ grant: door.grant(folder), keepCopies: true });
          const { jobId } = await door.caller.intake.run({ ocr: false });
          await door.waitForJob(jobId);
        });
        expect(['DISK_FULL', 'fine'], size).toContain(code);
        await door?.close();
        door = undefined;
        grow('128m');
        door = await open(archiveDir);
        if ((await door.caller.folders.list()).length === 0)
          await door.caller.folders.add({ grant: door.grant(folder), keepCopies: true });
        await door.engine.intake.runUntilIdle({ ocr: false });
        const verified = await door.engine.verify({ full: true });
        expect(verified.problems, size).toEqual([]);
        const { sqlite } = door.engine.context.archive;
        const absent = sqlite
          .prepare("SELECT state, state_detail, relative_path FROM location WHERE state <> 'present'")
          .all();
        expect(absent, size).toEqual([]);
        const blamed = sqlite.prepare(
          "SELECT title, problems FROM document WHERE problems LIKE '%CRASHED%' OR problems LIKE '%ENOSPC%'",
        );
        expect(blamed.all(), 'no file is blamed for a full disk').toEqual([]);
        documents.add(sqlite.prepare('SELECT count(*) FROM document').pluck().get() as number);
      } finally {
        await door?.close();
        execFileSync('umount', [mountPoint]);
      }
    }
    expect(documents.size, 'whatever was in the way, the same documents in the end').toBe(1);
  }, 180_000);

  it('at backup and pack: DISK_FULL, nothing half-made, nothing that was there is touched', async () => {
    const dir = copyArchive();
    mount('600k');
    const door = await open(dir);
    try {
      writeFileSync(join(mountPoint, 'theirs.txt'), 'theirs');
      const { documents } = await door.caller.documents.list({ query: '', limit: 3 });
      const { number } = await door.caller.cases.open({
        problem: 'tec-other',
        title: 'full',
        orders: ['113-7654321-1111111'],
      });
      await door.caller.cases.attach({
        case: number,
        documents: documents.map(({ id }) => ({ documentId: id })),
      });
      const backup = await refusalCode(async () => {
        const { jobId } = await door.caller.archive.backup({ outGrant: door.grant(mountPoint) });
        await door.waitForJob(jobId);
      });
      expect(backup).toBe('DISK_FULL');
      const packing = await refusalCode(() =>
        door.engine.packs.build({ case: number, variant: 'internal', zip: true }, mountPoint),
      );
      expect(packing).toBe('DISK_FULL');
      expect(readdirSync(mountPoint)).toEqual(['theirs.txt']);
      expect((await door.engine.verify({ full: true })).problems).toEqual([]);
    } finally {
      await door.close();
      execFileSync('umount', [mountPoint]);
    }
  });
});
