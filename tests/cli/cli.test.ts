// The command line as a script sees it: exit codes, one JSON document on stdout, errors with code and hint.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copySampleArchive, type SharedSample } from '../support/sample-seller.ts';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

let base = '';
let archiveDir = '';
let sample: SharedSample;

beforeAll(async () => {
  ({ base, archiveDir, sample } = await copySampleArchive());
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read JSON of many shapes
  readonly json: any;
}

function cli(...args: string[]): Run {
  const result = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(PROJECT_DIR, 'src/cli/main.ts'), ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, CASEBINDER_ARCHIVE: archiveDir, NODE_OPTIONS: '' },
      maxBuffer: 1 << 27,
    },
  );
  let json: unknown;
  try {
    json = JSON.parse(result.stdout);
  } catch {
    json = undefined;
  }
  return { status: result.status, out: result.stdout, err: result.stderr, json };
}

describe('the main job', () => {
  test('index finds nothing new in an unchanged folder', () => {
    const run = cli('index', '--no-ocr', '--json');
    expect(run.status).toBe(0);
    expect(run.json).toMatchObject({ added: 0, changed: 0, moved: 0, missing: 0 });
    expect(run.json.documents).toBeGreaterThan(150);
    for (const key of ['found', 'unreadable', 'onlineOnly', 'pendingOcr', 'seconds'])
      expect(run.json[key]).toBeTypeOf('number');
  });

  test('search answers with total, time and documents', () => {
    const order = sample.story.cases[0]!.orderIds[0]!;
    const run = cli('search', order, '--json', '--limit', '5');
    expect(run.status).toBe(0);
    expect(run.json.total).toBeGreaterThan(3);
    expect(run.json.documents).toHaveLength(5);
    for (const key of ['id', 'sha256', 'kind', 'title', 'path', 'snippet', 'identifiers'])
      expect(run.json.documents[0]).toHaveProperty(key);
    expect(
      run.json.documents.every((d: { identifiers: { value: string }[] }) =>
        d.identifiers.some((i) => i.value === order),
      ),
    ).toBe(true);
  });

  test('show knows a document, an order and a case; an unknown one is NOT_FOUND', () => {
    const order = sample.story.cases[0]!.orderIds[0]!;
    expect(cli('show', order, '--json').json).toMatchObject({ type: 'order_id', value: order });
    expect(cli('show', '1', '--json').json.document.id).toBe(1);
    const unknown = cli('show', '999-9999999-9999999', '--json');
    expect(unknown.status).toBe(1);
    expect(unknown.json.error).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('open, duplicate, attach, statement, pack, verify, tamper', () => {
    const story = sample.story.cases[0]!;
    cli(
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
      '--json',
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
      '--json',
    ];
    const opened = cli(...openArgs, '--attach-suggested');
    expect(opened.status, opened.out).toBe(0);
    expect(
      opened.json.checklist.find((row: { kind: string }) => row.kind === 'tracking_slip').state,
    ).not.toBe('missing');
    expect(opened.json.suggestions).toBeInstanceOf(Array);
    const number = opened.json.number as string;
    expect(opened.json.exhibits.length).toBeGreaterThan(5);

    const sameId = cli(...openArgs);
    expect(sameId.status).toBe(1);
    expect(sameId.json.error.code).toBe('CASE_ID_TAKEN');
    const again = cli(...openArgs.filter((a) => a !== '--case-id' && a !== '12345678901'));
    expect(again.json.error.code).toBe('CASE_DUPLICATE');
    expect(again.json.error.message).toContain(number);
    const reasoned = cli(
      ...openArgs.filter((a) => a !== '--case-id' && a !== '12345678901'),
      '--reason',
      'Amazon asked for a second case',
    );
    expect(reasoned.status).toBe(0);

    const noted = cli(
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
      '--json',
    );
    expect(noted.json.deadlines.some((d: { basis: string }) => d.basis === 'stated')).toBe(true);
    const statement = cli('case', 'statement', number, '--compose', '--json');
    expect(statement.json.text).toContain(story.orderIds[0]);

    const out = join(base, 'packs');
    const pack = cli('pack', number, '--out', out, '--zip', '--json');
    // 3: built, but the channel does not take some of the files; they are listed.
    expect(pack.json.violations.some((v: { fixed: boolean }) => !v.fixed) ? 3 : 0).toBe(pack.status);
    expect(pack.json.verified).toBe(true);
    for (const exhibit of opened.json.exhibits as { label: string; document: { sha256: string } }[]) {
      const built = pack.json.exhibits.find((e: { label: string }) => e.label === exhibit.label);
      expect(built.sourceSha256).toBe(exhibit.document.sha256);
    }
    expect(cli('verify', pack.json.folder, '--json').json).toMatchObject({ ok: true });
    expect(cli('verify', pack.json.zip, '--json').json).toMatchObject({ ok: true });
    const statementFile = join(pack.json.folder, 'data', 'statement.txt');
    writeFileSync(statementFile, `${readFileSync(statementFile, 'utf8')} `);
    const broken = cli('verify', pack.json.folder, '--json');
    expect(broken.status).toBe(1);
    expect(broken.json.ok).toBe(false);
    expect(JSON.stringify(broken.json.problems)).toContain('statement.txt');
  });

  test('the archive verifies itself and a backup can be restored elsewhere', () => {
    const verified = cli('verify', '--archive', '--json');
    expect(verified.json, verified.out).toMatchObject({ ok: true });
    const backup = cli('backup', join(base, 'backups'), '--json');
    expect(backup.status, backup.out).toBe(0);
    const elsewhere = join(base, 'restored');
    const restored = cli('--archive', elsewhere, 'restore', backup.json.folder, '--json');
    expect(restored.status, restored.out).toBe(0);
    const before = cli('search', '发票', '--json').json.total;
    expect(cli('--archive', elsewhere, 'search', '发票', '--json').json.total).toBe(before);
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
  ])('%j', (args, status, code) => {
    const run = cli(...args, '--json');
    expect(run.json?.error?.code, run.out + run.err).toBe(code);
    expect(run.status).toBe(status);
    expect(run.json.error.hint.length).toBeGreaterThan(3);
  });

  test('a folder that contains the archive is refused', () => {
    expect(cli('folders', 'add', base, '--json').json.error.code).toBe('FOLDER_CONTAINS_ARCHIVE');
  });

  test('errors come in the language that was asked for', () => {
    expect(cli('case', 'show', 'C-9999', '--lang', 'zh-CN', '--json').json.error.message).toContain('找不到');
    expect(cli('case', 'show', 'C-9999', '--lang', 'en', '--json').json.error.message).toContain('Not found');
  });

  test('two processes on one archive: the second is told so', async () => {
    const { openArchive } = await import('../../src/engine/store/open-archive.ts');
    const owner = openArchive({
      archiveDir,
      nowMs: Date.now,
      migrationsDir: join(PROJECT_DIR, 'migrations'),
    });
    try {
      const second = cli('search', 'x', '--json');
      expect(second.json.error.code).toBe('ARCHIVE_LOCKED');
      expect(second.status).toBe(1);
    } finally {
      owner.close();
    }
    expect(cli('search', 'x', '--json').status).toBe(0);
  });
});

test('difficult files: every one is accounted for, with a named problem or none', () => {
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
    const at = (...args: string[]): Run => cli('--archive', archive, ...args);
    expect(at('folders', 'add', folder, '--json').status).toBe(0);
    const index = at('index', '--no-ocr', '--json');
    expect([0, 3]).toContain(index.status);
    expect(index.json).toMatchObject({ found: 9, added: 9 });
    // the two copies are one document at two places
    expect(index.json.documents).toBe(8);
    expect(at('search', '113-1234567-7654321', '--json').json.total).toBe(1);
    expect(at('search', 'has:problem', '--json').json.total).toBeGreaterThanOrEqual(4);
    expect(at('search', '发货', '--json').json.total).toBe(1);
    expect(existsSync(join(folder, 'empty.pdf'))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(archive, { recursive: true, force: true });
  }
});
