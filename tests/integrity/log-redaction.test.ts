// security 43: the log tells where and why something failed, and nothing of names, paths, numbers, addresses or documents.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openInProcess } from '../../src/api/in-process.ts';
import { CasebinderError } from '../../src/domain/errors.ts';
import { describeForLog, openEngineLog, redactStack, redactText } from '../../src/engine/engine-log.ts';
import { openTemporaryArchive } from '../support/temporary-archive.ts';

const home = openTemporaryArchive();
home.archive.close();
afterAll(() => rmSync(home.dir, { recursive: true, force: true }));

it.each([
  [
    "ENOENT: no such file or directory, open '/home/wang/发票/张三 ID.pdf'",
    'ENOENT: no such file or directory, open <text>',
  ],
  ['cannot read /home/wang/papers/secret deal.pdf: EIO', 'cannot read <path>: EIO'],
  ['cannot read C:\\Users\\Wang\\Documents\\a b.pdf', 'cannot read <path>'],
  ['cannot read \\\\nas\\share\\a.pdf', 'cannot read <path>'],
  ['cannot read file:///home/wang/a.pdf', 'cannot read <path>'],
  [
    'Failed query: insert into "document_text" values (?, ?)\nparams: 1,身份证 11010519491231002X',
    'Failed query: insert into <text> values (?, ?)',
  ],
  ['order 113-1234567-7654321 is no number', 'order <number> is no number'],
  ['tracking 1Z999AA10123456784 twice', 'tracking <number> twice'],
  ['card 6222 0212 3456 7890 128', 'card <number>'],
  ['mail to li.na@example.com bounced', 'mail to <mail> bounced'],
  ['供应商 深圳某某 退回', '<text>'],
  ['http://127.0.0.1:35067/?token=abc_DEF-123', 'http:<path>:<number>/?token=<hidden>'],
  ['GET ?token=abc_DEF-123&x=1', 'GET ?token=<hidden>&x=1'],
  ['SQLITE_BUSY: database is locked', 'SQLITE_BUSY: database is locked'],
])('%s', (message, told) => {
  expect(redactText(message)).toBe(told);
});

it('frames name our own files by their place in the program, and no others', () => {
  const stack = [
    'Error: x',
    '    at readFile (file:///home/wang/casebinder/src/engine/readers/pdf.ts:12:3)',
    '    at C:\\Users\\Wang\\casebinder\\node_modules\\better-sqlite3\\lib\\database.js:5:1',
    '    at node:internal/process/task_queues:104:5',
    '    at run (/home/wang/secret/张三.js:1:1)',
  ].join('\n');
  expect(redactStack(stack)).toEqual([
    'readFile src/engine/readers/pdf.ts:12:3',
    'node_modules/better-sqlite3/lib/database.js:5:1',
    'node:internal/process/task_queues:104:5',
  ]);
});

it('an error keeps its kind, code and causes, and loses its parameters', () => {
  const cause = Object.assign(new Error("open '/home/wang/a.pdf'"), {
    code: 'EACCES',
    path: '/home/wang/a.pdf',
  });
  const told = JSON.stringify(
    describeForLog(new CasebinderError('FILE_UNREADABLE', { path: '/home/wang/a.pdf' }, cause)),
  );
  expect(told).toContain('FILE_UNREADABLE');
  expect(told).toContain('EACCES');
  expect(told).not.toContain('wang');
});

it('a real log of real failures holds no byte of what failed, and is for its owner only', async () => {
  const secrets = ['王小明', 'wang-secret', '113-7654321-1234567', '11010519491231002X'];
  const logDir = join(home.dir, 'logs');
  const log = openEngineLog(logDir);
  const papers = join(home.dir, 'wang-secret');
  mkdirSync(papers);
  writeFileSync(
    join(papers, '王小明 113-7654321-1234567.txt'),
    '王小明 11010519491231002X 113-7654321-1234567',
  );
  const door = await openInProcess({ archiveDir: join(home.dir, 'archive'), language: 'en', log });
  try {
    await door.caller.folders.add({ grant: door.grant(papers) });
    const { sqlite } = door.engine.context.archive;
    // Every write of a text fails, with the text in the error's parameters; every report does, with its name in the message.
    sqlite.exec(
      "CREATE TRIGGER fails BEFORE INSERT ON document_text BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    await door.engine.intake.runUntilIdle({ ocr: false }).catch(() => undefined);
    const { jobId } = await door.caller.reports.import({
      grants: [door.grant(join(papers, '王小明 113-7654321-1234567.txt'), 'file')],
    });
    await door.waitForJob(jobId).catch(() => undefined);
    log.error({ error: new Error(`王小明 ${papers}`), path: join(papers, '王小明.txt') }, 'a test');
  } finally {
    await door.close();
  }
  const file = join(logDir, 'engine.log');
  const written = readFileSync(file, 'utf8');
  expect(written.split('\n').length).toBeGreaterThan(2);
  expect(written).toMatch(/"at":\["/);
  for (const secret of secrets) expect(written).not.toContain(secret);
  if (process.platform !== 'win32')
    expect([statSync(file).mode & 0o777, statSync(logDir).mode & 0o777]).toEqual([0o600, 0o700]);
});

it('a log that grew too long is put aside', () => {
  const dir = join(home.dir, 'long');
  mkdirSync(dir);
  writeFileSync(join(dir, 'engine.log'), 'x'.repeat(5_000_001));
  openEngineLog(dir).error('begins anew');
  expect(statSync(join(dir, 'engine.log')).size).toBeLessThan(1_000);
  expect(statSync(join(dir, 'engine.1.log')).size).toBe(5_000_001);
});
