// After a day of thousands of changes, is the archive exactly what an independent model says, and is the program as lean as in the morning?
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type InProcess, openInProcess } from '../../src/api/in-process.ts';
import { createRandom, type SeededRandom } from '../../src/engine/sample/seeded-random.ts';
import { shareSampleSeller } from '../support/sample-seller.ts';
import { readMemoryParts } from './memory-parts.ts';

export interface SoakReport {
  readonly hours: number;
  readonly changes: Readonly<Record<string, number>>;
  readonly documents: number;
  readonly checks: number;
  readonly handles: readonly number[];
  readonly heapMB: readonly number[];
  readonly rssMB: readonly number[];
  readonly seconds: number;
}

const HOUR_MS = 3_600_000;
const FOLDERS = 14;

/** What must be true, kept without asking the archive. */
interface Model {
  /** Path below the watched folder → SHA-256 of what lies there. */
  readonly files: Map<string, string>;
  /** Contents that lay there at the end of some hour: all of them must be filed. */
  readonly seen: Set<string>;
  /** Contents that ever lay there: nothing else may be filed. */
  readonly ever: Set<string>;
  /** Case number → what was done to it. */
  readonly cases: Map<
    string,
    { notes: number; status: string; readonly exhibits: Set<number>; readonly title: string }
  >;
  readonly reports: Map<string, number>;
  readonly packs: string[];
  readonly weeks: Set<string>;
  /** Title that a person gave → document. */
  readonly titles: Map<number, string>;
  backups: number;
  written: number;
}

interface World {
  readonly base: string;
  readonly papers: string;
  readonly door: InProcess;
  readonly random: SeededRandom;
  readonly pool: readonly string[];
  readonly model: Model;
  readonly changes: Record<string, number>;
  /** Words of a text file by its content. */
  readonly words: Map<string, string>;
}

/**
 * Lives through `hours` simulated hours with so many changes in each, watching live, and compares everything with the
 * model at the end of each hour. Throws at the first difference, naming seed and hour.
 */
export async function runSoak(options: {
  readonly hours: number;
  readonly changesPerHour: number;
  /** Files that lie there in the morning. */
  readonly firstFiles?: number;
  readonly packEveryHours?: number;
  readonly seed: string;
  readonly onHour?: (line: string) => void;
}): Promise<SoakReport> {
  const startedMs = performance.now();
  const sample = await shareSampleSeller();
  const base = mkdtempSync(join(tmpdir(), 'casebinder-soak-'));
  const papers = join(base, 'papers');
  mkdirSync(papers);
  let clockMs = Date.now();
  const archiveDir = join(base, 'archive');
  const door = await openInProcess({ archiveDir, language: 'en', nowMs: () => clockMs });
  const world: World = {
    base,
    papers,
    door,
    random: createRandom(options.seed),
    pool: readdirSync(sample.dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      // Half-finished downloads are nothing to the archive, and the sample seller has one.
      .filter((path) => statSync(path).size < 300_000 && !/\.crdownload$/.test(path))
      .sort(),
    model: {
      files: new Map(),
      seen: new Set(),
      ever: new Set(),
      cases: new Map(),
      reports: new Map(),
      packs: [],
      weeks: new Set(),
      titles: new Map(),
      backups: 0,
      written: 0,
    },
    changes: {},
    words: new Map(),
  };
  const handles: number[] = [];
  const heapMB: number[] = [];
  const rssMB: number[] = [];
  let checks = 0;
  try {
    // Reading scans is a matter of its own; this is a day of files and people.
    await door.caller.settings.set({ key: 'ocr_enabled', value: 'false' });
    await door.caller.folders.add({ grant: door.grant(papers), keepCopies: true });
    door.engine.context.archive.sqlite.prepare('UPDATE watched_folder SET settle_ms = 0').run();
    for (let n = 0; n < (options.firstFiles ?? 60); n += 1) addFile(world);
    door.engine.intake.startWatching();
    for (let hour = 1; hour <= options.hours; hour += 1) {
      try {
        for (let n = 0; n < options.changesPerHour; n += 1) {
          clockMs += HOUR_MS / options.changesPerHour;
          await changeSomething(world);
        }
        await doHourly(world, hour, clockMs, options.packEveryHours ?? 2);
        await door.engine.intake.runUntilIdle({ ocr: false });
        checks += await compareWithModel(world, hour === options.hours || hour % 6 === 0);
      } catch (error) {
        throw new Error(`hour ${hour} (seed ${options.seed}): ${(error as Error).message}`, { cause: error });
      }
      collectGarbage();
      handles.push(countHandles());
      heapMB.push(Math.round(process.memoryUsage().heapUsed / 1e6));
      rssMB.push(Math.round(process.memoryUsage.rss() / 1e6));
      options.onHour?.(
        `hour ${hour}: ${world.model.files.size} files, ${world.model.cases.size} cases, ${handles.at(-1)} handles, ${JSON.stringify(readMemoryParts())}`,
      );
    }
    return {
      hours: options.hours,
      changes: world.changes,
      documents: door.engine.intake.status().documents,
      checks,
      handles,
      heapMB,
      rssMB,
      seconds: Math.round((performance.now() - startedMs) / 1000),
    };
  } finally {
    await door.close();
    rmSync(base, { recursive: true, force: true });
  }
}

const FILE_CHANGES = {
  add: addFile,
  edit: editFile,
  move: moveFile,
  copy: copyFile,
  delete: deleteFile,
  renameFolder,
} as const;

async function changeSomething(world: World): Promise<void> {
  const roll = world.random.next();
  const name =
    roll < 0.28
      ? 'add'
      : roll < 0.4
        ? 'edit'
        : roll < 0.54
          ? 'move'
          : roll < 0.59
            ? 'copy'
            : roll < 0.66
              ? 'delete'
              : roll < 0.68
                ? 'renameFolder'
                : undefined;
  if (name !== undefined) {
    if (FILE_CHANGES[name](world)) count(world, name);
  } else if (roll < 0.74) await openCase(world);
  else if (roll < 0.97) await workOnCase(world);
  else await importReport(world);
}

function count(world: World, name: string): void {
  world.changes[name] = (world.changes[name] ?? 0) + 1;
}

function put(world: World, path: string, bytes: Buffer): void {
  const absolute = join(world.papers, path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, bytes);
  note(world, path);
}

function note(world: World, path: string): void {
  const sha256 = createHash('sha256')
    .update(readFileSync(join(world.papers, path)))
    .digest('hex');
  world.model.files.set(path, sha256);
  world.model.ever.add(sha256);
}

function addFile(world: World): boolean {
  const { model, random } = world;
  model.written += 1;
  const folder = `box ${random.int(1, FOLDERS)}`;
  const real = random.next() < 0.12 ? random.pick(world.pool) : undefined;
  if (real !== undefined) {
    put(world, `${folder}/${model.written} ${basename(real)}`, readFileSync(real));
    return true;
  }
  const word = `paper${model.written}x${random.int(1_000, 9_999)}`;
  const path = `${folder}/note ${model.written}.txt`;
  put(world, path, Buffer.from(`${word} order 113-1234567-${1_000_000 + model.written}\n收据 ${word}\n`));
  world.words.set(model.files.get(path) as string, word);
  return true;
}

function pickFile(world: World, pattern = /./): string | undefined {
  const paths = [...world.model.files.keys()].filter((path) => pattern.test(path));
  return paths.length === 0 ? undefined : world.random.pick(paths);
}

function editFile(world: World): boolean {
  const path = pickFile(world, /note \d+\.txt$/);
  if (path === undefined) return false;
  const text = `more ${world.random.int(1, 1e9)}\n`;
  // In place, or as editors save: beside it, then renamed over it.
  if (world.random.next() < 0.5) appendFileSync(join(world.papers, path), text);
  else {
    const temp = join(world.papers, `${path}.tmp`);
    writeFileSync(temp, `${readFileSync(join(world.papers, path), 'utf8')}${text}`);
    renameSync(temp, join(world.papers, path));
  }
  note(world, path);
  return true;
}

function moveFile(world: World): boolean {
  const from = pickFile(world);
  if (from === undefined) return false;
  const to = `box ${world.random.int(1, FOLDERS)}/moved ${world.random.int(1, 1e9)} ${basename(from)}`.slice(
    0,
    180,
  );
  if (world.model.files.has(to)) return false;
  mkdirSync(dirname(join(world.papers, to)), { recursive: true });
  renameSync(join(world.papers, from), join(world.papers, to));
  world.model.files.set(to, world.model.files.get(from) as string);
  world.model.files.delete(from);
  return true;
}

function copyFile(world: World): boolean {
  const from = pickFile(world);
  if (from === undefined) return false;
  const to = `box ${world.random.int(1, FOLDERS)}/copy ${world.random.int(1, 1e9)} ${basename(from)}`.slice(
    0,
    180,
  );
  mkdirSync(dirname(join(world.papers, to)), { recursive: true });
  cpSync(join(world.papers, from), join(world.papers, to));
  note(world, to);
  return true;
}

function deleteFile(world: World): boolean {
  const path = pickFile(world);
  if (path === undefined) return false;
  rmSync(join(world.papers, path));
  world.model.files.delete(path);
  return true;
}

function renameFolder(world: World): boolean {
  const name = `box ${world.random.int(1, FOLDERS)}`;
  const inside = [...world.model.files.keys()].filter((path) => path.startsWith(`${name}/`));
  if (inside.length === 0) return false;
  const target = `${name} of ${world.random.int(1, 1e9)}`;
  renameSync(join(world.papers, name), join(world.papers, target));
  for (const path of inside) {
    world.model.files.set(target + path.slice(name.length), world.model.files.get(path) as string);
    world.model.files.delete(path);
  }
  return true;
}

async function openCase(world: World): Promise<void> {
  const { caller } = world.door;
  const title = `case ${world.model.cases.size}`;
  const { number } = await caller.cases.open({
    problem: 'tec-other',
    title,
    orders: [
      `11${world.random.int(1, 4)}-${world.random.int(1_000_000, 9_999_999)}-${world.random.int(1_000_000, 9_999_999)}`,
    ],
  });
  world.model.cases.set(number, { notes: 0, status: 'draft', exhibits: new Set(), title });
  count(world, 'openCase');
}

async function workOnCase(world: World): Promise<void> {
  const { caller } = world.door;
  const { model, random } = world;
  const number = [...model.cases.keys()][random.int(0, Math.max(0, model.cases.size - 1))];
  const known = number === undefined ? undefined : model.cases.get(number);
  if (number === undefined || known === undefined) return;
  const roll = random.next();
  if (roll < 0.3) {
    await caller.cases.addEvent({ case: number, title: `soak note ${known.notes}` });
    known.notes += 1;
    count(world, 'note');
  } else if (roll < 0.6) {
    const { documents } = await caller.documents.list({
      query: '',
      limit: 20,
      offset: random.int(0, Math.max(0, model.seen.size - 20)),
    });
    const document = documents.length === 0 ? undefined : random.pick(documents);
    if (document === undefined || !document.available) return;
    try {
      await caller.cases.attach({ case: number, documents: [{ documentId: document.id }] });
    } catch (error) {
      // Its file was moved or changed a moment ago and the archive doesn't know where yet: refused in words.
      if (String((error as Error).message).length > 0 && known.exhibits.size >= 0) return;
    }
    known.exhibits.add(document.id);
    count(world, 'attach');
  } else if (roll < 0.7) {
    const { exhibits } = await caller.cases.get({ case: number });
    const gone = exhibits[0];
    if (gone === undefined) return;
    await caller.cases.detach({ case: number, exhibits: [gone.id] });
    known.exhibits.delete(gone.document.id);
    count(world, 'detach');
  } else if (roll < 0.85) {
    const status = random.pick(['waiting', 'reply_needed', 'submitted'] as const);
    await caller.cases.setStatus({ case: number, status });
    known.status = status;
    count(world, 'status');
  } else {
    const { documents } = await caller.documents.list({ query: '', limit: 5 });
    const document = documents.length === 0 ? undefined : random.pick(documents);
    if (document === undefined) return;
    const title = `named ${random.int(1, 1e9)}`;
    await caller.documents.correct({ documentId: document.id, title });
    model.titles.set(document.id, title);
    count(world, 'correct');
  }
}

async function importReport(world: World): Promise<void> {
  const { model, random, door } = world;
  const store = `soak-${model.reports.size + 1}`;
  const rows = random.int(50, 700);
  const path = join(world.base, `${store}.txt`);
  const lines = Array.from(
    { length: rows },
    (_, row) =>
      `113-${random.int(1_000_000, 9_999_999)}-${1_000_000 + row}\t2026-11-01T10:00:00+00:00\t2026-11-01T10:00:00+00:00\tShipped\tAmazon.com\t${store}\tB0XHD00001\t1`,
  );
  writeFileSync(
    path,
    `amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tsku\tasin\tquantity\n${lines.join('\n')}\n`,
  );
  // Sometimes twice: the second time changes nothing.
  for (let turn = 0; turn < (random.next() < 0.3 ? 2 : 1); turn += 1) {
    const { jobId } = await door.caller.reports.import({ grants: [door.grant(path, 'file')] });
    await door.waitForJob(jobId);
    count(world, 'import');
  }
  rmSync(path);
  model.reports.set(store, rows);
}

/** A pack every second hour (or as told), a backup every sixth, a closed week every fourth. */
async function doHourly(world: World, hour: number, nowMs: number, packEveryHours: number): Promise<void> {
  const { door, model } = world;
  if (hour % packEveryHours === 0) {
    const number = [...model.cases].find(([, known]) => known.exhibits.size > 0)?.[0];
    if (number !== undefined) {
      const { jobId } = await door.caller.packs.build({
        case: number,
        variant: 'internal',
        zip: hour % 4 === 0,
      });
      const { result } = await door.waitForJob(jobId);
      model.packs.push(String(result?.['folder']));
      count(world, 'pack');
    }
  }
  if (hour % 6 === 0) {
    await door.engine.backup(join(world.base, 'backups'));
    model.backups += 1;
    count(world, 'backup');
  }
  if (hour % 4 === 0) {
    const week = `${new Date(nowMs).getUTCFullYear() - 1}-W${String(hour / 4).padStart(2, '0')}`;
    const { jobId } = await door.caller.weekly.close({ week, sampleSize: 5 });
    await door.waitForJob(jobId);
    model.weeks.add(week);
    count(world, 'closeWeek');
  }
}

async function compareWithModel(world: World, isDeep: boolean): Promise<number> {
  const { door, model } = world;
  const { sqlite } = door.engine.context.archive;
  let checks = 0;
  const expectEqual = (what: string, found: unknown, expected: unknown): void => {
    checks += 1;
    if (JSON.stringify(found) !== JSON.stringify(expected))
      throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  };
  const number = (sql: string, ...values: string[]): number =>
    sqlite
      .prepare(sql)
      .pluck()
      .get(...values) as number;
  // Every file, where it lies, as it is; and no other. A mass disappearance needs a person's word, and there was none.
  const filed = new Map(
    (
      sqlite
        .prepare(
          `SELECT l.relative_path AS path, d.sha256 FROM location l JOIN document d ON d.id = l.document_id
           WHERE l.folder_id IS NOT NULL AND l.state = 'present'`,
        )
        .all() as { path: string; sha256: string }[]
    ).map((row) => [row.path.replaceAll('\\', '/'), row.sha256]),
  );
  for (const [path, sha256] of model.files) expectEqual(`content of ${path}`, filed.get(path), sha256);
  expectEqual('files present', filed.size, model.files.size);
  for (const sha256 of model.files.values()) model.seen.add(sha256);
  const documents = new Set(
    sqlite
      .prepare(
        'SELECT sha256 FROM document d WHERE EXISTS (SELECT 1 FROM location l WHERE l.document_id = d.id AND l.folder_id IS NOT NULL) OR EXISTS (SELECT 1 FROM location_version v JOIN location l ON l.id = v.location_id WHERE v.document_id = d.id AND l.folder_id IS NOT NULL)',
      )
      .pluck()
      .all() as string[],
  );
  for (const sha256 of model.seen) if (!documents.has(sha256)) throw new Error(`document ${sha256} is lost`);
  for (const sha256 of documents)
    if (!model.ever.has(sha256)) throw new Error(`document ${sha256} never was`);
  checks += model.seen.size + documents.size;
  expectEqual(
    'documents without an event in the chain',
    number(
      `SELECT count(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM custody_event c
       WHERE c.sha256 = d.sha256 AND c.event IN ('document_filed','document_changed'))`,
    ),
    0,
  );
  // Findable by a word of its own.
  const [sha256, word] = [...world.words].filter(([content]) => model.seen.has(content)).at(-1) ?? [];
  if (word !== undefined) {
    const { documents: hits } = await door.caller.documents.list({ query: `"${word}"`, limit: 50 });
    expectEqual(
      `found by ${word}`,
      hits.some((hit) => hit.sha256 === sha256),
      true,
    );
  }
  for (const [caseNumber, known] of model.cases) {
    const row = sqlite.prepare('SELECT id, title, status FROM case_file WHERE number = ?').get(caseNumber) as
      | { id: number; title: string; status: string }
      | undefined;
    expectEqual(`case ${caseNumber}`, [row?.title, row?.status], [known.title, known.status]);
    expectEqual(
      `exhibits of ${caseNumber}`,
      sqlite
        .prepare('SELECT document_id FROM exhibit WHERE case_file_id = ? ORDER BY document_id')
        .pluck()
        .all(row?.id ?? 0),
      [...known.exhibits].sort((a, b) => a - b),
    );
    expectEqual(
      `notes of ${caseNumber}`,
      sqlite
        .prepare("SELECT count(*) FROM case_event WHERE case_file_id = ? AND title LIKE 'soak note %'")
        .pluck()
        .get(row?.id ?? 0),
      known.notes,
    );
  }
  expectEqual('cases', number('SELECT count(*) FROM case_file'), model.cases.size);
  for (const [store, rows] of model.reports)
    expectEqual(`rows of ${store}`, number('SELECT count(*) FROM report_row WHERE sku = ?', store), rows);
  for (const [id, title] of model.titles)
    expectEqual(
      `title of ${id}`,
      sqlite.prepare('SELECT title FROM document WHERE id = ?').pluck().get(id),
      title,
    );
  for (const folder of model.packs) expectEqual(`pack ${basename(folder)}`, existsSync(folder), true);
  expectEqual('weeks', number('SELECT count(*) FROM week_close'), model.weeks.size);
  expectEqual(
    'jobs that never ended',
    number("SELECT count(*) FROM job WHERE state IN ('running','queued')"),
    0,
  );
  expectEqual('failed jobs', number("SELECT count(*) FROM job WHERE state = 'failed'"), 0);
  if (isDeep) {
    // Contents that are gone from disk have a safe copy (the folder keeps copies): nothing of the day is lost.
    const verified = await door.engine.verify({ full: true });
    expectEqual(
      'verify',
      verified.problems.filter((problem) => problem.code !== 'ORIGINAL_MISSING'),
      [],
    );
    for (const folder of model.packs)
      expectEqual(`pack ${basename(folder)}`, (await door.engine.packs.verifyAt(folder)).ok, true);
    expectEqual('backups', listNames(join(world.base, 'backups')).length, model.backups);
    checks += verified.checked;
  }
  return checks;
}

function listNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

let collect: (() => void) | undefined;
function collectGarbage(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** Open file handles of this process, where the system tells them. */
function countHandles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

/** Whether the last third of a day is no higher than the first third after the warm-up hour, but for `allowed`. */
export function isFlat(values: readonly number[], allowed: number): boolean {
  const middle = (part: readonly number[]): number =>
    [...part].sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
  const warm = values.slice(1);
  const third = Math.max(1, Math.floor(warm.length / 3));
  return middle(warm.slice(-third)) - middle(warm.slice(0, third)) <= allowed;
}

// As a script: node tests/integrity/soak-rounds.ts HOURS CHANGES_PER_HOUR SEED
if (process.argv[1] !== undefined && relative(process.argv[1], import.meta.filename) === '') {
  const report = await runSoak({
    hours: Number(process.argv[2] ?? 24),
    changesPerHour: Number(process.argv[3] ?? 250),
    seed: process.argv[4] ?? String(Date.now()),
    onHour: (line) => console.log(line),
  });
  console.log(JSON.stringify(report));
  // A day of documents and cases makes caches fuller; what grows by the change would be a leak.
  if (!isFlat(report.handles, 4) || !isFlat(report.heapMB, 25) || !isFlat(report.rssMB, 120))
    throw new Error('memory or handles grew over the day');
}
