// The command line as a script sees it: exit codes, one JSON document on stdout, errors with code and hint.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';
import { copySampleArchive, type SharedSample } from '../support/sample-seller.ts';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

let base = '';
let archiveDir = '';
let sample: SharedSample;

beforeAll(async () => {
  ({ base, archiveDir, sample } = await copySampleArchive());
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** What these tests read of the answers of all commands. */
interface Answer {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
  readonly documents: readonly { readonly identifiers: readonly { readonly value: string }[] }[];
  readonly document: { readonly id: number };
  readonly total: number;
  readonly number: string;
  readonly checklist: readonly { readonly kind: string; readonly state: string }[];
  readonly suggestions: readonly unknown[];
  readonly exhibits: readonly {
    readonly label: string;
    readonly sourceSha256: string;
    readonly document: { readonly sha256: string };
  }[];
  readonly deadlines: readonly { readonly basis: string }[];
  readonly text: string;
  readonly violations: readonly { readonly fixed: boolean }[];
  readonly verified: boolean;
  readonly folder: string;
  readonly zip: string;
  readonly ok: boolean;
  readonly problems: readonly unknown[];
}

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  readonly json: Answer;
}

const answerOf = (run: Omit<Run, 'json'>): Run => ({ ...run, json: JSON.parse(run.out) as Answer });

/** A process of its own, as a script starts it. */
function start(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(PROJECT_DIR, 'src/cli/main.ts'), ...args, '--json'],
    {
      encoding: 'utf8',
      env: { ...process.env, CASEBINDER_ARCHIVE: archiveDir, NODE_OPTIONS: '' },
      maxBuffer: 1 << 27,
    },
  );
  return answerOf({ status, out: stdout, err: stderr });
}

/** The same without a process of its own. Of two `--archive` before the command the later one counts. */
async function cli(...args: string[]): Promise<Run> {
  return answerOf(await runInThisProcess('--archive', archiveDir, ...args, '--json'));
}

describe('the main job', () => {
  test('index finds nothing new in an unchanged folder', async () => {
    const run = start('index', '--no-ocr');
    expect(run.status).toBe(0);
    expect(run.json).toMatchObject({ added: 0, changed: 0, moved: 0, missing: 0 });
    expect(Number(run.json.documents)).toBeGreaterThan(150);
    for (const key of ['found', 'unreadable', 'onlineOnly', 'pendingOcr', 'seconds'])
      expect(run.json).toHaveProperty(key, expect.any(Number));
  });

  test('search answers with total, time and documents', async () => {
    const order = sample.story.cases[0]!.orderIds[0]!;
    const run = start('search', order, '--json', '--limit', '5');
    expect(run.status).toBe(0);
    expect(run.json.total).toBeGreaterThan(3);
    expect(run.json.documents).toHaveLength(5);
    for (const key of ['id', 'sha256', 'kind', 'title', 'path', 'snippet', 'identifiers'])
      expect(run.json.documents[0]).toHaveProperty(key);
    expect(run.json.documents.every((d) => d.identifiers.some((i) => i.value === order))).toBe(true);
  });

  test('show knows a document, an order and a case; an unknown one is NOT_FOUND', async () => {
    const order = sample.story.cases[0]!.orderIds[0]!;
    expect((await cli('show', order)).json).toMatchObject({ type: 'order_id', value: order });
    expect((await cli('show', '1')).json.document.id).toBe(1);
    const unknown = await cli('show', '999-9999999-9999999');
    expect(unknown.status).toBe(1);
    expect(unknown.json.error).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('open, duplicate, attach, statement, pack, verify, tamper', async () => {
    const story = sample.story.cases[0]!;
    await cli(
      'account',
      'set',
      '--name',
      sample.story.storeName,
      '--legal-name-zh',
      sample.story.company.nameZh,
      '--legal-name-en',
      sample.story.company.nameEn,
      '--marketplace',
      'US',
    );
    const openArgs = [
      'case',
      'open',
      '--problem',
      story.problem,
      '--marketplace',
      'US',
      '--notified',
      story.notified,
      '--case-id',
      '12345678901',
      ...story.orderIds.flatMap((o) => ['--order', o]),
    ];
    const opened = await cli(...openArgs, '--attach-suggested');
    expect(opened.status, opened.out).toBe(0);
    expect(opened.json.checklist.find((row) => row.kind === 'tracking_slip')?.state).toMatch(/have|weak/);
    expect(opened.json.suggestions).toBeInstanceOf(Array);
    const number = opened.json.number;
    expect(opened.json.exhibits.length).toBeGreaterThan(5);

    const sameId = await cli(...openArgs);
    expect(sameId.status).toBe(1);
    expect(sameId.json.error.code).toBe('CASE_ID_TAKEN');
    const again = await cli(...openArgs.filter((a) => a !== '--case-id' && a !== '12345678901'));
    expect(again.json.error.code).toBe('CASE_DUPLICATE');
    expect(again.json.error.message).toContain(number);
    const reasoned = await cli(
      ...openArgs.filter((a) => a !== '--case-id' && a !== '12345678901'),
      '--reason',
      'Amazon asked for a second case',
    );
    expect(reasoned.status).toBe(0);

    const noted = await cli(
      'case',
      'note',
      number,
      'Please send the tracking',
      '--kind',
      'amazon_message',
      '--at',
      '2026-11-20T08:00:00Z',
      '--due',
      '2026-11-25',
    );
    expect(noted.json.deadlines.some((d) => d.basis === 'stated')).toBe(true);
    const statement = await cli('case', 'statement', number, '--compose');
    expect(statement.json.text).toContain(story.orderIds[0]);

    const out = join(base, 'packs');
    const pack = await cli('pack', number, '--out', out, '--zip');
    // 3: built, but the channel does not take some of the files; they are listed.
    expect(pack.json.violations.some((v) => !v.fixed) ? 3 : 0).toBe(pack.status);
    expect(pack.json.verified).toBe(true);
    for (const exhibit of opened.json.exhibits) {
      const built = pack.json.exhibits.find((e) => e.label === exhibit.label);
      expect(built?.sourceSha256).toBe(exhibit.document.sha256);
    }
    expect((await cli('verify', pack.json.folder)).json).toMatchObject({ ok: true });
    expect((await cli('verify', pack.json.zip)).json).toMatchObject({ ok: true });
    const statementFile = join(pack.json.folder, 'data', 'statement.txt');
    writeFileSync(statementFile, `${readFileSync(statementFile, 'utf8')} `);
    const broken = await cli('verify', pack.json.folder);
    expect(broken.status).toBe(1);
    expect(broken.json.ok).toBe(false);
    expect(JSON.stringify(broken.json.problems)).toContain('statement.txt');
  });

  test('the archive verifies itself and a backup can be restored elsewhere', async () => {
    const verified = await cli('verify', '--archive');
    expect(verified.json, verified.out).toMatchObject({ ok: true });
    const backup = await cli('backup', join(base, 'backups'));
    expect(backup.status, backup.out).toBe(0);
    const elsewhere = join(base, 'restored');
    const restored = await cli('--archive', elsewhere, 'restore', backup.json.folder);
    expect(restored.status, restored.out).toBe(0);
    const before = (await cli('search', '发票')).json.total;
    expect((await cli('--archive', elsewhere, 'search', '发票')).json.total).toBe(before);
  });
});

describe('bad input is refused in words, and nothing is lost', () => {
  test.each([
    [['folders', 'add', '/no/such/folder/at/all'], 1, 'FOLDER_NOT_FOUND'],
    [['folders', 'add', join(PROJECT_DIR, 'package.json')], 1, 'FOLDER_NOT_A_DIRECTORY'],
    [['case', 'open', '--problem', 'no-such-problem'], 1, 'INPUT_INVALID'],
    [['case', 'open', '--problem', 'tec-other', '--order', '12-34'], 1, 'INPUT_INVALID'],
    [['case', 'open', '--problem', 'tec-other', '--notified', '2026-02-30'], 1, 'INPUT_INVALID'],
    [['case', 'show', 'C-9999'], 1, 'NOT_FOUND'],
    [['pack', 'C-9999', '--out', '/tmp/never'], 1, 'NOT_FOUND'],
    [['verify', '/no/such/pack'], 1, 'VERIFY_TARGET_UNKNOWN'],
    [['inspect', '/no/such/file'], 1, 'FILE_UNREADABLE'],
    [['show'], 2, 'USAGE'],
    [['no-such-command'], 2, 'USAGE'],
    [['clock', '--at', 'yesterday-ish'], 1, 'INPUT_INVALID'],
    [['clock', '--lang', 'fr'], 2, 'USAGE'],
  ])('%j', async (args, status, code) => {
    const run = await cli(...args);
    expect(run.json.error.code, run.out + run.err).toBe(code);
    expect(run.status).toBe(status);
    expect(run.json.error.hint.length).toBeGreaterThan(3);
  });

  test('a folder that contains the archive is refused', async () => {
    expect((await cli('folders', 'add', base)).json.error.code).toBe('FOLDER_CONTAINS_ARCHIVE');
  });

  test('errors come in the language that was asked for', async () => {
    expect((await cli('case', 'show', 'C-9999', '--lang', 'zh-CN')).json.error.message).toContain('找不到');
    expect((await cli('case', 'show', 'C-9999', '--lang', 'en')).json.error.message).toContain('Not found');
  });

  test('two processes on one archive: the second is told so', async () => {
    const { openArchive } = await import('../../src/engine/store/open-archive.ts');
    const owner = openArchive({
      archiveDir,
      nowMs: Date.now,
      migrationsDir: join(PROJECT_DIR, 'migrations'),
    });
    try {
      const second = start('search', 'x');
      expect(second.json.error.code).toBe('ARCHIVE_LOCKED');
      expect(second.status).toBe(1);
    } finally {
      owner.close();
    }
    expect((await cli('search', 'x')).status).toBe(0);
  });
});

test('difficult files: every one is accounted for, with a named problem or none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebinder-hard-'));
  const archive = mkdtempSync(join(tmpdir(), 'casebinder-hard-archive-'));
  try {
    writeFileSync(join(folder, 'empty.pdf'), '');
    writeFileSync(join(folder, 'not-a-pdf.pdf'), 'hello, I am text');
    writeFileSync(
      join(folder, 'zero-pages.pdf'),
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    );
    writeFileSync(
      join(folder, 'cut.zip'),
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 1)]),
    );
    writeFileSync(
      join(folder, 'cut.jpg'),
      Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex'),
    );
    writeFileSync(join(folder, 'cut.mp4'), Buffer.from('0000001866747970697', 'hex'));
    writeFileSync(join(folder, `${'长'.repeat(80)}.txt`), '订单号 113-1234567-7654321');
    writeFileSync(join(folder, '📦 发货 \u202egpj.txt'), 'emoji and right-to-left');
    mkdirSync(join(folder, 'sub'));
    cpSync(join(folder, 'not-a-pdf.pdf'), join(folder, 'sub', 'copy.txt'));
    const at = (...args: string[]): Promise<Run> => cli('--archive', archive, ...args);
    expect((await at('folders', 'add', folder)).status).toBe(0);
    const index = await at('index', '--no-ocr');
    expect([0, 3]).toContain(index.status);
    expect(index.json).toMatchObject({ found: 9, added: 9 });
    // the two copies are one document at two places
    expect(index.json.documents).toBe(8);
    expect((await at('search', '113-1234567-7654321')).json.total).toBe(1);
    expect((await at('search', 'has:problem')).json.total).toBeGreaterThanOrEqual(4);
    expect((await at('search', '发货')).json.total).toBe(1);
    expect(existsSync(join(folder, 'empty.pdf'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(archive, { recursive: true, force: true });
  }
});
