// A real archive in a temporary folder, with a real watched folder beside it, for the tests of intake.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pino from 'pino';
import { afterAll } from 'vitest';
import type { EngineContext } from '../../../src/engine/engine-context.ts';
import { createEventFeed, type EngineEvent } from '../../../src/engine/event-feed.ts';
import { createIntake, type Intake, type IntakeOptions } from '../../../src/engine/intake/intake.ts';
import type { IntakeWorkers } from '../../../src/engine/intake/intake-task.ts';
import { createIntakeWorkers } from '../../../src/engine/intake/intake-workers.ts';
import type { IntakeTotals } from '../../../src/engine/intake/run-until-idle.ts';
import { openArchive } from '../../../src/engine/store/open-archive.ts';

/** One set of worker threads per test file: starting them takes longer than most tests. */
let shared: IntakeWorkers | undefined;
function shareWorkers(): IntakeWorkers {
  shared ??= createIntakeWorkers(1);
  return { ...shared, close: async () => undefined };
}
afterAll(async () => {
  await shared?.close();
  shared = undefined;
});

const REPOSITORY = resolve(import.meta.dirname, '../../..');

/** Real third-party files; undefined when this machine doesn't have them. */
export const CORPUS = (() => {
  const path = process.env.CASEBINDER_CORPUS ?? resolve(REPOSITORY, '../shared/corpus');
  return existsSync(path) ? path : undefined;
})();

export interface TestLocation {
  readonly path: string;
  readonly state: string;
  readonly documentId: number | null;
  readonly id: number;
}

export interface TestArchive {
  readonly dir: string;
  /** The watched folder (not added yet unless asked for). */
  readonly root: string;
  readonly context: EngineContext;
  readonly events: EngineEvent[];
  intake: Intake;
  index(): Promise<IntakeTotals>;
  /** Ends intake and makes a new one on the same archive, like a restart. */
  restart(options?: IntakeOptions): Promise<void>;
  /** Writes a file whose last change is long past, unless told otherwise. */
  write(relativePath: string, content: string | Uint8Array, ageMs?: number): string;
  /** Locations in folders, by path. */
  locations(): TestLocation[];
  location(relativePath: string): TestLocation | undefined;
  rows<T>(sql: string, ...params: unknown[]): T[];
  notices(code: string): EngineEvent[];
  close(): Promise<void>;
}

/** Opens a fresh archive; `nowMs` may be changed by the test. */
export async function openTestArchive(
  options: IntakeOptions & {
    readonly settleMs?: number;
    readonly add?: boolean;
    readonly nowMs?: () => number;
  } = {},
): Promise<TestArchive> {
  const { settleMs = 150, add = true, nowMs = Date.now, ...intakeOptions } = options;
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'casebinder-intake-')));
  const root = join(dir, 'papers');
  const scratchDir = join(dir, 'scratch');
  mkdirSync(root);
  mkdirSync(scratchDir);
  const archive = openArchive({
    archiveDir: join(dir, 'archive'),
    nowMs,
    migrationsDir: join(REPOSITORY, 'migrations'),
  });
  const events: EngineEvent[] = [];
  const feed = createEventFeed(0, (error) => {
    throw error;
  });
  feed.subscribe(({ event }) => events.push(event));
  const context: EngineContext = {
    archive,
    nowMs,
    log: pino({ level: 'silent' }),
    events: feed,
    scratchDir,
    resourcesDir: join(REPOSITORY, 'resources'),
  };
  const withDefaults = (more: IntakeOptions): IntakeOptions => ({ workers: shareWorkers(), ...more });
  const test: TestArchive = {
    dir,
    root,
    context,
    events,
    intake: createIntake(context, withDefaults(intakeOptions)),
    index: () => test.intake.runUntilIdle({ ocr: false }),
    async restart(more = intakeOptions) {
      await test.intake.stop();
      test.intake = createIntake(context, withDefaults(more));
    },
    write(relativePath, content, ageMs = 3_600_000) {
      const path = join(root, relativePath);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      if (ageMs > 0) utimesSync(path, new Date(Date.now() - ageMs), new Date(Date.now() - ageMs));
      return path;
    },
    locations: () =>
      test.rows<TestLocation>(
        `SELECT relative_path AS path, state, document_id AS documentId, id FROM location
         WHERE folder_id IS NOT NULL AND state <> 'replaced' ORDER BY relative_path`,
      ),
    location: (relativePath) => test.locations().find((row) => row.path === relativePath),
    rows: <T>(sql: string, ...params: unknown[]) => archive.sqlite.prepare(sql).all(...params) as T[],
    notices: (code) => events.filter((event) => event.type === 'notice' && event.code === code),
    async close() {
      await test.intake.stop();
      archive.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  if (add) await test.intake.addFolder(root, { settleMs });
  return test;
}

/** Waits until `check` holds; fails with `what` after `limitMs`. */
export async function until(what: string, check: () => boolean, limitMs = 8_000): Promise<void> {
  const endMs = performance.now() + limitMs;
  while (!check()) {
    if (performance.now() > endMs) throw new Error(`did not happen in ${limitMs} ms: ${what}`);
    await pause(15);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
