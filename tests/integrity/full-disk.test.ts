// What happens to a person's own work when the disk is full: report, case, correction, week, a new version of the program?
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../src/api/in-process.ts';
import { migrate, readMigrations } from '../../src/engine/store/migrate.ts';
import { refusalCode } from '../support/refusal-code.ts';
import { copySampleArchive } from '../support/sample-seller.ts';
import { MIGRATIONS_DIR } from '../support/temporary-archive.ts';

const disk = mkdtempSync(join(tmpdir(), 'casebinder-full-'));
const canMount =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
if (canMount) execFileSync('umount', [disk]);
else console.log('disk full: skipped, this user may not mount a small disk');
afterAll(() => rmSync(disk, { recursive: true, force: true }));

/** Takes every byte that is left. */
function fill(): void {
  const { bavail, bsize } = statfsSync(disk);
  for (let part = 0, left = bavail * bsize; left > 0; part += 1, left -= 8_000_000)
    try {
      writeFileSync(join(disk, `filler-${part}`), Buffer.alloc(Math.min(left, 8_000_000)));
    } catch {
      return;
    }
}

function makeRoom(): void {
  execFileSync('sh', ['-c', `rm -f "${disk}"/filler-*`]);
}

describe.skipIf(!canMount)('on a full disk', () => {
  let base: string;
  let door: InProcess;
  let report: string;
  const archiveDir = join(disk, 'archive');
  beforeAll(async () => {
    const copy = await copySampleArchive();
    base = copy.base;
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk]);
    cpSync(copy.archiveDir, archiveDir, { recursive: true });
    report = join(base, 'report.txt');
    const lines = Array.from(
      { length: 4_000 },
      (_, row) =>
        `113-0000001-${1_000_000 + row}\t2026-11-01T10:00:00+00:00\t2026-11-01T10:00:00+00:00\tShipped\tAmazon.com\tfull-disk\tB0XHD00001\t1`,
    );
    writeFileSync(
      report,
      `amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tsku\tasin\tquantity\n${lines.join('\n')}\n`,
    );
  });
  afterEach(makeRoom);
  afterAll(async () => {
    await door?.close();
    // Lazily: a test that failed may have left a handle open.
    execFileSync('umount', ['-l', disk]);
    rmSync(base, { recursive: true, force: true });
  });

  const wait = async ({ jobId }: { jobId: number }) => door.waitForJob(jobId);
  const count = (sql: string) => door.engine.context.archive.sqlite.prepare(sql).pluck().get() as number;
  /** All at once what must stay or come together. */
  const rows = () => ({
    report: count("SELECT count(*) FROM report_row WHERE sku = 'full-disk'"),
    cases: count("SELECT count(*) FROM case_file WHERE title = 'full disk'"),
    opened: count("SELECT count(*) FROM custody_event WHERE event = 'case_opened'"),
    titles: count("SELECT count(*) FROM document WHERE title LIKE 'named on a full disk%'"),
    weeks: count('SELECT count(*) FROM week_close'),
    searches: count("SELECT count(*) FROM saved_search WHERE name = 'full disk'"),
    jobs: count('SELECT count(*) FROM job'),
  });
  const work: Record<string, () => Promise<unknown>> = {
    'importing a report': async () =>
      wait(await door.caller.reports.import({ grants: [door.grant(report, 'file')] })),
    'opening a case': () =>
      door.caller.cases.open({
        problem: 'tec-other',
        title: 'full disk',
        orders: ['113-7654321-2222222'],
      }),
    'correcting a document': () =>
      door.caller.documents.correct({ documentId: 1, title: `named on a full disk ${'x'.repeat(150)}` }),
    'keeping a search': () => door.caller.documents.saveSearch({ name: 'full disk', query: 'x' }),
    'closing a week': async () => wait(await door.caller.weekly.close({ week: '2025-W03', sampleSize: 2 })),
  };

  it('each piece of work is refused in words and leaves nothing of itself; with room it is done, once', async () => {
    door = await openInProcess({ archiveDir, language: 'en' });
    const before = rows();
    fill();
    for (const [name, run] of Object.entries(work)) expect(await refusalCode(run), name).toBe('DISK_FULL');
    expect(rows()).toEqual(before);
    // Reading goes on, and so does closing and opening again.
    expect((await door.caller.documents.list({ query: '' })).total).toBeGreaterThan(100);
    await door.close();
    makeRoom();
    door = await openInProcess({ archiveDir, language: 'en' });
    expect(rows()).toEqual(before);
    for (const [name, run] of Object.entries(work)) expect(await refusalCode(run), name).toBe('fine');
    expect(rows()).toEqual({
      report: 4_000,
      cases: 1,
      opened: before.opened + 1,
      titles: 1,
      weeks: before.weeks + 1,
      searches: 1,
      jobs: before.jobs + 2,
    });
    expect((await door.engine.verify({ full: false })).problems).toEqual([]);
  }, 180_000);

  it('a new version of the program waits for room before it changes the database', async () => {
    const dir = join(disk, 'older');
    mkdirSync(dir);
    const file = join(dir, 'casebinder.sqlite');
    const newest = readMigrations(MIGRATIONS_DIR).at(-1)?.version ?? 0;
    const older = new Database(file);
    older.pragma('journal_mode = WAL');
    migrate(older, {
      migrationsDir: MIGRATIONS_DIR,
      backupsDir: join(dir, 'backups'),
      nowMs: Date.now,
      untilVersion: newest - 1,
    });
    older.exec("INSERT INTO saved_search (name, query, created_at_ms) VALUES ('kept', 'x', 0)");
    older.close();
    fill();
    expect(await refusalCode(() => openInProcess({ archiveDir: dir, language: 'en' }))).toBe('DISK_FULL');
    makeRoom();
    const untouched = new Database(file, { readonly: true });
    expect(untouched.pragma('user_version', { simple: true })).toBe(newest - 1);
    untouched.close();
    const opened = await openInProcess({ archiveDir: dir, language: 'en' });
    const { sqlite } = opened.engine.context.archive;
    expect(sqlite.pragma('user_version', { simple: true })).toBe(newest);
    expect(sqlite.prepare('SELECT name FROM saved_search').pluck().all()).toEqual(['kept']);
    await opened.close();
  }, 60_000);
});
