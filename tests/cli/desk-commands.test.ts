// message, coverage, claims, rule, contact, papers and case docx as a script meets them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-cli-desk-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function cli(...args: string[]): { status: number | null; json: Record<string, unknown> } {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(PROJECT_DIR, 'src/cli/main.ts'), ...args, '--json'],
    {
      encoding: 'utf8',
      env: { ...process.env, CASEBINDER_ARCHIVE: join(dir, 'archive'), LANG: 'C', NODE_OPTIONS: '' },
    },
  );
  return { status: run.status, json: JSON.parse(run.stdout) as Record<string, unknown> };
}

describe('the desk on the command line', () => {
  test('a mail is read, put on its case by its Case ID, and its date becomes the deadline', () => {
    cli('account', 'set', '--name', 'Shop', '--marketplace', 'US');
    cli(
      'case',
      'open',
      '--problem',
      'ord-invalid-tracking',
      '--case-id',
      '17012345678',
      '--marketplace',
      'US',
    );
    const mail = join(dir, 'answer.eml');
    writeFileSync(
      mail,
      'From: seller-performance@amazon.com\r\nSubject: [CASE 17012345678]\r\nDate: Fri, 20 Nov 2026 09:00:00 +0000\r\n\r\nWe need more information. Please respond by December 4, 2026.\r\nSeller Performance Team\r\n',
    );
    const read = cli('message', mail);
    expect(read.json).toMatchObject({
      messages: [
        {
          writer: 'amazon',
          kind: 'info_request',
          stated: { date: '2026-12-04' },
          cases: [{ number: 'C-0001' }],
        },
      ],
      recorded: [],
    });
    expect(cli('message', mail, '--record').json).toMatchObject({ recorded: [{ case: 'C-0001' }] });
    expect(cli('deadlines').json).toMatchObject({
      deadlines: expect.arrayContaining([
        expect.objectContaining({
          caseNumber: 'C-0001',
          basis: 'stated',
          closesAtMs: Date.parse('2026-12-05T07:59:59Z'),
        }),
      ]),
    });
  });

  test('a rule is corrected with a reason, told with its source, and taken back', () => {
    const rules = (cli('rule', 'list').json as { rules: { id: string }[] }).rules;
    expect(rules.length).toBeGreaterThan(30);
    const correct = (...more: string[]) =>
      cli(
        'rule',
        'correct',
        'clm-chargeback/respond',
        '--latest',
        '5day',
        '--source',
        'notice',
        '--on',
        '2026-11-20',
        ...more,
      );
    expect(correct().status).not.toBe(0);
    expect(correct('--reason', 'the notice said five days').json).toMatchObject({
      corrections: [{ ruleId: 'clm-chargeback/respond', changes: { latest: { amount: 5, unit: 'day' } } }],
    });
    expect(cli('rule', 'undo', '1').json).toMatchObject({ corrections: [] });
  });

  test('a problem type is corrected in place, time, documents and pitfalls, listed, and taken back', () => {
    const grounds = ['--source', 'notice', '--on', '2026-11-20', '--reason', 'the notice says so'];
    const correct = (...more: string[]) => cli('rule', 'problem', 'lst-inauthentic', ...more, ...grounds);
    expect(correct('--answer', 'soon').json).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    const made = correct(
      ...['--channel', 'seller_support', '--category', 'products', '--path-en', 'Help → New'],
      ...['--answer', '2-5business_day', '--ahs', '3-9', '--required', 'supplier_invoice'],
      ...['--pitfall', '不要发视频, 也不要发链接 | No videos, no links'],
    );
    const changes = {
      channel: 'seller_support',
      category: 'products',
      path: { zh: 'Help → New', en: 'Help → New' },
      usualAnswer: { businessDays: [2, 5], ahsWindowDays: [3, 9] },
      pitfalls: [{ zh: '不要发视频, 也不要发链接', en: 'No videos, no links' }],
      requiredKinds: ['supplier_invoice'],
    };
    expect(made.json).toEqual({
      problems: [expect.objectContaining({ problem: 'lst-inauthentic', changes })],
    });
    const id = (made.json as { problems: { id: number }[] }).problems[0]?.id ?? 0;
    expect(cli('rule', 'undo', String(id)).json).toEqual({ corrections: [], problems: [] });
    expect(cli('rule', 'list', '--all').json).toMatchObject({
      problems: [{ id, undoneAtMs: expect.any(Number), reason: 'the notice says so' }],
    });
  });

  test('invoices and claims, contacts and papers are one document each', () => {
    expect(cli('coverage', '--on', '2026-11-20').json).toMatchObject({ anchorOn: '2026-11-20', rows: [] });
    expect(cli('coverage', '--on', '2026-02-30').status).toBe(1);
    expect(cli('claims').json).toMatchObject({ total: 0 });
    expect(
      cli('contact', 'add', '--account', '1', '--role', 'hotline', '--phone', '+1-299-999-9999').status,
    ).toBe(1);
    expect(cli('contact', 'add', '--account', '1', '--role', 'support', '--name', 'Lin').json).toMatchObject({
      contacts: [{ name: 'Lin' }],
    });
    expect(cli('papers', '--account', '1').json).toMatchObject({
      papers: expect.arrayContaining([
        expect.objectContaining({ kind: 'business_license', state: 'missing' }),
      ]),
    });
  });

  test('calls, work and a single deadline are kept as the app keeps them', () => {
    const planned = cli('contact', 'call', '--account', '1', '--at', '2026-12-01T09:00Z', '--case', 'C-0001');
    const [call] = planned.json['calls'] as { id: number; caseNumber: string }[];
    expect(call?.caseNumber).toBe('C-0001');
    cli('contact', 'called', String(call?.id), '--outcome', 'wait for mail', '--waited', '12');
    expect(cli('case', 'work', 'C-0001', '--assignee', 'Wang Fang', '--minutes', '15').json).toMatchObject({
      assignee: 'Wang Fang',
      workMinutes: 15,
    });
    expect(cli('case', 'precedents', 'C-0001').json).toEqual({ precedents: [] });
    const [first] = cli('case', 'show', 'C-0001').json['deadlines'] as { ruleId: string }[];
    const moved = cli(
      ...['case', 'deadline', 'C-0001', first?.ruleId ?? ''],
      ...['--closes', '2026-12-03T00:00:00Z', '--reason', 'agreed'],
    );
    expect(moved.json['deadlines']).toContainEqual(expect.objectContaining({ ruleId: first?.ruleId }));
    expect(cli('case', 'deadline', 'C-0001', first?.ruleId ?? '').status).not.toBe(0);
  });

  test('the statement is written as a Word file, once', () => {
    cli('case', 'statement', 'C-0001', '--compose');
    const path = join(dir, 'statement.docx');
    expect(cli('case', 'docx', 'C-0001', '--out', path).status).toBe(0);
    expect(readFileSync(path).subarray(0, 2).toString('latin1')).toBe('PK');
    expect(cli('case', 'docx', 'C-0001', '--out', path).status).toBe(1);
  });

  test('a case is frozen only with --confirm-true', () => {
    const words = join(dir, 'words.txt');
    writeFileSync(words, 'Background. Timeline. Request. Attachments.');
    cli('case', 'statement', 'C-0001', '--file', words);
    const refused = cli('case', 'submit', 'C-0001', '--by', 'Wang Fang');
    expect(refused.status).not.toBe(0);
    expect(refused.json).toMatchObject({ error: { code: 'TRUTH_NOT_CONFIRMED' } });
    expect(JSON.stringify(refused.json)).toContain('--confirm-true');
    expect(cli('case', 'submit', 'C-0001', '--by', 'Wang Fang', '--confirm-true').json).toMatchObject({
      submissions: [{ submittedBy: 'Wang Fang' }],
    });
  });
});
