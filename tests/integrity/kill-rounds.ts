// How many times can the program be killed, at any instant, before something is lost, doubled or left lying about?
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { type InProcess, openInProcess } from '../../src/api/in-process.ts';
import { createRandom, type SeededRandom } from '../../src/engine/sample/seeded-random.ts';
import { checkCustody } from '../../src/engine/vault/custody.ts';
import { hashFile, vaultPath } from '../../src/engine/vault/vault.ts';
import { shareSampleSeller as shareSample } from '../support/sample-seller.ts';
import type { Activity, Told } from './kill-child.ts';

export interface KillReport {
  readonly kills: number;
  readonly byActivity: Readonly<Record<string, number>>;
  /** Kills that hit before the archive was open. */
  readonly whileOpening: number;
  readonly promisesChecked: number;
  readonly documents: number;
  readonly packs: number;
  readonly backups: number;
  readonly seconds: number;
}

const ACTIVITIES: readonly Activity[] = ['index', 'import', 'cases', 'pack', 'backup', 'week'];
/** Longest time from "ready" to the kill: about what one piece of that work takes on a slow machine. */
const KILL_WITHIN_MS: Readonly<Record<Activity, number>> = {
  index: 3_000,
  import: 2_000,
  cases: 800,
  pack: 5_000,
  backup: 700,
  week: 1_200,
};
const FILES_PER_ROUND = 12;
/** The child starts as the product does: three seconds of a test's kill were Node reading one package.json 190 times. */
const START_FLAGS = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  new URL('../../src/cli/light-packages.ts', import.meta.url).href,
];

interface World {
  readonly base: string;
  readonly archiveDir: string;
  readonly papers: string;
  readonly pool: readonly string[];
  written: number;
}

/**
 * Starts a child on one of the activities, kills it at a random instant, opens the archive again and checks
 * everything. Throws at the first broken promise, naming seed and round, so that it can be run again.
 */
export async function runKills(options: {
  readonly kills: number;
  readonly seed: string;
  readonly activities?: readonly Activity[];
  readonly onRound?: (line: string) => void;
}): Promise<KillReport> {
  const startedMs = performance.now();
  const random = createRandom(options.seed);
  const activities = options.activities ?? ACTIVITIES;
  const world = await makeWorld();
  const byActivity: Record<string, number> = {};
  let whileOpening = 0;
  let promisesChecked = 0;
  let packs = 0;
  let backups = 0;
  const seenPacks = new Set<string>();
  try {
    for (let round = 1; round <= options.kills; round += 1) {
      // In turn, so that a short run meets each of them.
      const activity = activities[(round - 1) % activities.length] as Activity;
      if (activity === 'index') addPapers(world, random, FILES_PER_ROUND);
      const seed = `${options.seed}-${round}`;
      const told = await killOnce(world, activity, seed, random);
      byActivity[activity] = (byActivity[activity] ?? 0) + 1;
      if (!told.some((line) => line.did === 'ready')) whileOpening += 1;
      try {
        const checked = await checkAfterKill(world, told, seenPacks);
        packs += checked.packs;
        backups += checked.backups;
      } catch (error) {
        throw new Error(`round ${round} (${activity}, seed ${seed}): ${(error as Error).message}`, {
          cause: error,
        });
      }
      promisesChecked += told.length;
      options.onRound?.(`${round}/${options.kills} ${activity}: ${told.length} promises kept`);
    }
    const documents = await checkEverythingFiled(world);
    return {
      kills: options.kills,
      byActivity,
      whileOpening,
      promisesChecked,
      documents,
      packs,
      backups,
      seconds: Math.round((performance.now() - startedMs) / 1000),
    };
  } finally {
    rmSync(world.base, { recursive: true, force: true });
  }
}

async function makeWorld(): Promise<World> {
  const sample = await shareSample();
  const base = mkdtempSync(join(tmpdir(), 'casebinder-kills-'));
  const papers = join(base, 'papers');
  mkdirSync(papers);
  const pool = readdirSync(sample.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size < 400_000)
    .sort();
  const world: World = { base, archiveDir: join(base, 'archive'), papers, pool, written: 0 };
  addPapers(world, createRandom('first papers'), FILES_PER_ROUND);
  const door = await openInProcess({ archiveDir: world.archiveDir, language: 'en' });
  try {
    await door.caller.folders.add({ grant: door.grant(papers), keepCopies: true });
    // Files of this test are complete when they appear.
    door.engine.context.archive.sqlite.prepare('UPDATE watched_folder SET settle_ms = 0').run();
    await door.engine.intake.runUntilIdle({ ocr: false });
    const { documents: items } = await door.caller.documents.list({ query: '', limit: 100 });
    for (let n = 0; n < 3; n += 1) {
      const { number } = await door.caller.cases.open({
        problem: 'tec-other',
        title: `pack case ${n}`,
        orders: [`113-000000${n}-1234567`],
      });
      const chosen = items.slice(n * 2, n * 2 + 2).map((item) => ({ documentId: item.id }));
      await door.caller.cases.attach({ case: number, documents: chosen });
    }
  } finally {
    await door.close();
  }
  return world;
}

/** Real sample files while there are new ones, then texts; each content only once, with some in two places. */
function addPapers(world: World, random: SeededRandom, count: number): void {
  for (let i = 0; i < count; i += 1) {
    world.written += 1;
    const folder = join(world.papers, `batch ${world.written % 9}`);
    mkdirSync(folder, { recursive: true });
    const real = world.pool[world.written * 3];
    const path = join(folder, `${world.written} ${real === undefined ? 'note.txt' : basename(real)}`);
    if (real === undefined)
      writeFileSync(path, `paper ${world.written} order 113-1234567-${1_000_000 + world.written}`);
    else cpSync(real, path);
    if (random.next() < 0.1) cpSync(path, join(folder, `copy of ${basename(path)}`));
    for (const one of [path, join(folder, `copy of ${basename(path)}`)]) {
      if (existsSync(one)) utimesSync(one, 1_700_000_000 + world.written, 1_700_000_000 + world.written);
    }
  }
}

async function killOnce(
  world: World,
  activity: Activity,
  seed: string,
  random: SeededRandom,
): Promise<Told[]> {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      ...START_FLAGS,
      join(import.meta.dirname, 'kill-child.ts'),
      world.archiveDir,
      world.base,
      activity,
      seed,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  let errors = '';
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  child.stdout?.on('data', (data: Buffer) => {
    output += data.toString();
    if (output.includes('"ready"')) isReady();
  });
  child.stderr?.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  if (random.next() < 0.1) await Promise.race([ended, pause(random.int(50, 900))]);
  else {
    await Promise.race([ended, ready]);
    await Promise.race([ended, pause(random.int(0, KILL_WITHIN_MS[activity]))]);
  }
  const endedAlone = child.exitCode !== null;
  child.kill('SIGKILL');
  const code = await ended;
  if (endedAlone) throw new Error(`the child ended by itself with ${code}: ${errors.slice(0, 2_000)}`);
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Told);
}

async function checkAfterKill(
  world: World,
  told: readonly Told[],
  seenPacks: Set<string>,
): Promise<{ packs: number; backups: number }> {
  const door = await openInProcess({ archiveDir: world.archiveDir, language: 'en' });
  try {
    const { archive } = door.engine.context;
    const { sqlite } = archive;
    const count = (sql: string): number => sqlite.prepare(sql).pluck().get() as number;
    expectEqual('integrity', sqlite.pragma('integrity_check', { simple: true }), 'ok');
    expectEqual('foreign keys', (sqlite.pragma('foreign_key_check') as unknown[]).length, 0);
    expectEqual('custody chain', checkCustody(archive).ok, true);
    expectEqual('unfinished jobs', count("SELECT count(*) FROM job WHERE state IN ('running','queued')"), 0);
    expectEqual('doubled contents', count('SELECT count(*) - count(DISTINCT sha256) FROM document'), 0);
    expectEqual(
      'doubled places',
      count(
        "SELECT count(*) - count(DISTINCT relative_path) FROM location WHERE folder_id IS NOT NULL AND state <> 'replaced'",
      ),
      0,
    );
    expectEqual(
      'filing events',
      count("SELECT count(*) FROM custody_event WHERE event = 'document_filed'"),
      count('SELECT count(*) FROM document'),
    );
    expectEqual(
      'documents without recognition',
      count(
        'SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM recognition r WHERE r.document_id = d.id)',
      ),
      0,
    );
    for (const sha256 of sqlite.prepare('SELECT sha256 FROM vault_copy').pluck().all() as string[]) {
      const path = vaultPath(archive.dir, sha256);
      if (!existsSync(path)) throw new Error(`safe copy ${sha256} is gone`);
    }
    for (const promise of told) await checkPromise(door, promise);
    expectEqual('leftovers', findLeftovers(world), []);
    return { packs: await checkPacks(world, door, seenPacks), backups: checkBackups(world) };
  } finally {
    await door.close();
  }
}

async function checkPromise(door: InProcess, told: Told): Promise<void> {
  const { caller } = door;
  const { sqlite } = door.engine.context.archive;
  const has = (sql: string, ...values: (string | number)[]): void => {
    if (sqlite.prepare(sql).get(...values) === undefined) throw new Error(`lost: ${JSON.stringify(told)}`);
  };
  switch (told.did) {
    case 'filed':
      return has('SELECT 1 FROM document WHERE id = ?', told.documentId);
    case 'imported':
      return expectEqual(
        `rows of report ${told.store}`,
        sqlite.prepare('SELECT count(*) FROM report_row WHERE sku = ?').pluck().get(told.store),
        told.rows,
      );
    case 'case':
      return has('SELECT 1 FROM case_file WHERE number = ? AND title = ?', told.number, told.title);
    case 'note':
      return has('SELECT 1 FROM case_event WHERE title = ?', told.title);
    case 'attached':
      for (const documentId of told.documentIds)
        has(
          'SELECT 1 FROM exhibit e JOIN case_file c ON c.id = e.case_file_id WHERE c.number = ? AND e.document_id = ?',
          told.number,
          documentId,
        );
      return;
    case 'detached': {
      const { exhibits } = await caller.cases.get({ case: told.number });
      if (exhibits.some((exhibit) => exhibit.id === told.exhibitId))
        throw new Error(`came back: ${JSON.stringify(told)}`);
      return;
    }
    case 'account':
      return has('SELECT 1 FROM account WHERE name = ?', told.name);
    case 'search':
      return has('SELECT 1 FROM saved_search WHERE name = ?', told.name);
    case 'pack':
      has('SELECT 1 FROM pack WHERE id = ?', told.packId);
      if (!existsSync(told.folder)) throw new Error(`lost: ${JSON.stringify(told)}`);
      return;
    case 'backup':
      if (!existsSync(told.folder)) throw new Error(`lost: ${JSON.stringify(told)}`);
      return;
    case 'week':
      return has('SELECT 1 FROM week_close WHERE week = ?', told.week);
    default:
  }
}

/** Half-made things: hidden or temporary names anywhere in the archive and in the folders that packs and backups went to. */
function findLeftovers(world: World): string[] {
  return [world.archiveDir, join(world.base, 'packs-elsewhere'), join(world.base, 'backups-elsewhere')]
    .filter((dir) => existsSync(dir))
    .flatMap((dir) =>
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter(
          (entry) =>
            entry.name.startsWith('.') ||
            /\.tmp$|\.partial/.test(entry.name) ||
            (entry.isFile() &&
              relative(join(world.archiveDir, 'scratch'), entry.parentPath).startsWith('..') === false),
        )
        .map((entry) => relative(world.base, join(entry.parentPath, entry.name))),
    );
}

/** Every visible pack is whole. Only new ones are read. */
async function checkPacks(world: World, door: InProcess, seen: Set<string>): Promise<number> {
  let checked = 0;
  for (const dir of [join(world.archiveDir, 'packs'), join(world.base, 'packs-elsewhere')]) {
    for (const name of existsSync(dir) ? readdirSync(dir) : []) {
      const path = join(dir, name);
      if (seen.has(path)) continue;
      seen.add(path);
      const result = await door.engine.packs.verifyAt(path);
      if (!result.ok)
        throw new Error(`half a pack is visible: ${path} ${JSON.stringify(result.problems.slice(0, 3))}`);
      checked += 1;
    }
  }
  return checked;
}

/** Every visible backup fits its receipt; then it goes, so that hundreds of them don't fill the disk. */
function checkBackups(world: World): number {
  let checked = 0;
  for (const dir of [join(world.archiveDir, 'backups'), join(world.base, 'backups-elsewhere')]) {
    for (const name of existsSync(dir) ? readdirSync(dir) : []) {
      const receipt = JSON.parse(readFileSync(join(dir, name, 'backup.json'), 'utf8')) as {
        databaseSha256: string;
      };
      expectEqual(`backup ${name}`, hashFile(join(dir, name, 'casebinder.sqlite')), receipt.databaseSha256);
      rmSync(join(dir, name), { recursive: true });
      checked += 1;
    }
  }
  return checked;
}

/** Finishes the work that was interrupted, and compares the archive with the folder itself. */
async function checkEverythingFiled(world: World): Promise<number> {
  const door = await openInProcess({ archiveDir: world.archiveDir, language: 'en' });
  try {
    await door.engine.intake.runUntilIdle({ ocr: false });
    const { sqlite } = door.engine.context.archive;
    await finishImports(world, door);
    const filed = sqlite
      .prepare(
        `SELECT l.relative_path AS path, d.sha256 FROM location l JOIN document d ON d.id = l.document_id
         WHERE l.folder_id IS NOT NULL AND l.state = 'present'`,
      )
      .all() as { path: string; sha256: string }[];
    const found = new Map(filed.map((row) => [row.path.replaceAll('\\', '/'), row.sha256]));
    const onDisk = readdirSync(world.papers, { recursive: true, withFileTypes: true }).filter((e) =>
      e.isFile(),
    );
    expectEqual('files filed', found.size, onDisk.length);
    for (const entry of onDisk) {
      const path = join(entry.parentPath, entry.name);
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
      expectEqual(
        `hash of ${entry.name}`,
        found.get(relative(world.papers, path).replaceAll('\\', '/')),
        sha256,
      );
    }
    for (const sha256 of sqlite.prepare('SELECT sha256 FROM vault_copy').pluck().all() as string[])
      expectEqual('safe copy', hashFile(vaultPath(world.archiveDir, sha256)), sha256);
    const verified = await door.engine.verify({ full: true });
    expectEqual('verify', verified.problems, []);
    return sqlite.prepare('SELECT count(*) FROM document').pluck().get() as number;
  } finally {
    await door.close();
  }
}

/** Imports every report again, whether its import was killed or not: afterwards each row is there once. */
async function finishImports(world: World, door: InProcess): Promise<void> {
  const folder = join(world.base, 'reports');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    const lines = readFileSync(path, 'utf8').split('\n').slice(1, -1);
    // A report that was killed while the child still wrote it is no report of this test.
    const store = lines[0]?.split('\t')[5];
    if (store === undefined || lines.some((line) => line.split('\t').length !== 8)) continue;
    const { jobId } = await door.caller.reports.import({ grants: [door.grant(path, 'file')] });
    await door.waitForJob(jobId);
    expectEqual(
      `rows of report ${store} in the end`,
      door.engine.context.archive.sqlite
        .prepare('SELECT count(*) FROM report_row WHERE sku = ?')
        .pluck()
        .get(store),
      lines.length,
    );
  }
}

function expectEqual(what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

// As a script: node tests/integrity/kill-rounds.ts COUNT SEED
if (
  process.argv[1] !== undefined &&
  dirname(process.argv[1]) === import.meta.dirname &&
  basename(process.argv[1]) === basename(import.meta.filename)
) {
  const report = await runKills({
    kills: Number(process.argv[2] ?? 50),
    seed: process.argv[3] ?? String(Date.now()),
    onRound: (line) => console.log(line),
    ...(process.argv[4] === undefined ? {} : { activities: process.argv[4].split(',') as Activity[] }),
  });
  console.log(JSON.stringify(report));
}
