// The program is killed in the middle of indexing: nothing is lost, nothing is filed twice, the archive stays sound.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkCustody } from '../../../src/engine/vault/custody.ts';
import { CORPUS, openTestArchive, type TestArchive } from './test-archive.ts';

let test: TestArchive;
afterEach(() => test.close());

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; output: string }>;
  filed(): number;
}

function startIndexing(archiveDir: string, root: string): Run {
  const entry = join(import.meta.dirname, 'index-process.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, archiveDir, root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (data: Buffer) => {
    output += data.toString();
  });
  const ended = new Promise<{ code: number | null; output: string }>((done) => {
    child.on('exit', (code) => done({ code, output }));
  });
  return { child, ended, filed: () => (output.match(/\./g) ?? []).length };
}

describe('kill -9 while indexing', () => {
  it('goes on where it was at the next start', async () => {
    test = await openTestArchive({ add: false });
    for (let i = 0; i < 150; i += 1)
      test.write(`day ${i % 7}/paper ${i}.txt`, `paper ${i} order 113-1234567-${1_000_000 + i}`);
    // E-mails and ZIPs, so that parents are killed between themselves and their children.
    if (CORPUS === undefined) console.log('corpus not found: killing over text files only');
    else
      for (const kind of ['email', 'archive'])
        cpSync(join(CORPUS, kind), join(test.root, kind), { recursive: true });
    const archiveDir = join(test.dir, 'killed');
    // Points in the work, not in time: the machine may be slow or fast.
    for (const point of [1, 40 + Math.floor(Math.random() * 100)]) {
      const run = startIndexing(archiveDir, test.root);
      await Promise.race([
        run.ended,
        (async () => {
          while (run.filed() < point && run.child.exitCode === null)
            await new Promise((go) => setTimeout(go, 5));
        })(),
      ]);
      run.child.kill('SIGKILL');
      await run.ended;
    }
    const last = await startIndexing(archiveDir, test.root).ended;
    expect(last.code).toBe(0);
    // The same files indexed without a kill.
    const whole = await startIndexing(join(test.dir, 'whole'), test.root).ended;
    expect(whole.code).toBe(0);
    const totals = (text: string) =>
      JSON.parse(text.slice(text.lastIndexOf('\n{'))) as { documents: number; found: number };
    expect(totals(last.output).documents).toBe(totals(whole.output).documents);
    const { openArchive } = await import('../../../src/engine/store/open-archive.ts');
    const archive = openArchive({
      archiveDir,
      nowMs: Date.now,
      migrationsDir: join(import.meta.dirname, '../../../migrations'),
    });
    try {
      const count = (sql: string) => (archive.sqlite.prepare(sql).get() as { n: number }).n;
      expect(count("SELECT count(*) AS n FROM location WHERE state <> 'present'")).toBe(0);
      expect(count('SELECT count(*) AS n FROM location WHERE folder_id IS NOT NULL')).toBe(
        totals(last.output).found,
      );
      expect(count('SELECT count(*) - count(DISTINCT location_id) AS n FROM location_version')).toBe(0);
      expect(count("SELECT count(*) AS n FROM custody_event WHERE event = 'document_filed'")).toBe(
        totals(last.output).documents,
      );
      expect(
        count(
          'SELECT count(*) AS n FROM document d WHERE NOT EXISTS (SELECT 1 FROM recognition r WHERE r.document_id = d.id)',
        ),
      ).toBe(0);
      expect(checkCustody(archive).ok).toBe(true);
      expect(archive.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    } finally {
      archive.close();
    }
  }, 120_000);
});
