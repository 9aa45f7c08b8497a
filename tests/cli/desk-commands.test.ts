// message, coverage, claims, rule, contact, papers and case docx as a script meets them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-cli-desk-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function cli(...args: string[]): Promise<{ status: number; json: Record<string, unknown> }> {
  const { status, out } = await runInThisProcess(...args, '--archive', join(dir, 'archive'), '--json');
  return { status, json: JSON.parse(out) as Record<string, unknown> };
}

describe('the desk on the command line', () => {
  test('a mail is read, put on its case by its Case ID, and its date becomes the deadline', async () => {
    await cli('account', 'set', '--name', 'Shop', '--marketplace', 'US');
    await cli(
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
    const read = await cli('message', mail);
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
    expect((await cli('message', mail, '--record')).json).toMatchObject({ recorded: [{ case: 'C-0001' }] });
    expect((await cli('deadlines')).json).toMatchObject({
      deadlines: expect.arrayContaining([
        expect.objectContaining({
          caseNumber: 'C-0001',
          basis: 'stated',
          closesAtMs: Date.parse('2026-12-05T07:59:59Z'),
        }),
      ]),
    });
  });

  test('a rule is corrected with a reason, told with its source, and taken back', async () => {
    const rules = ((await cli('rule', 'list')).json as { rules: { id: string }[] }).rules;
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
    expect((await correct()).status).not.toBe(0);
    expect((await correct('--reason', 'the notice said five days')).json).toMatchObject({
      corrections: [{ ruleId: 'clm-chargeback/respond', changes: { latest: { amount: 5, unit: 'day' } } }],
    });
    expect((await cli('rule', 'undo', '1')).json).toMatchObject({ corrections: [] });
  });

  test('a problem type is corrected in place, time, documents and pitfalls, listed, and taken back', async () => {
    const grounds = ['--source', 'notice', '--on', '2026-11-20', '--reason', 'the notice says so'];
    const correct = (...more: string[]) => cli('rule', 'problem', 'lst-inauthentic', ...more, ...grounds);
    expect((await correct('--answer', 'soon')).json).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    const made = await correct(
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
    expect((await cli('rule', 'undo', String(id))).json).toEqual({ corrections: [], problems: [] });
    expect((await cli('rule', 'list', '--all')).json).toMatchObject({
      problems: [{ id, undoneAtMs: expect.any(Number), reason: 'the notice says so' }],
    });
  });

  test('invoices and claims, contacts and papers are one document each', async () => {
    expect((await cli('coverage', '--on', '2026-11-20')).json).toMatchObject({
      anchorOn: '2026-11-20',
      rows: [],
    });
    expect((await cli('coverage', '--on', '2026-02-30')).status).toBe(1);
    expect((await cli('claims')).json).toMatchObject({ total: 0 });
    expect(
      (await cli('contact', 'add', '--account', '1', '--role', 'hotline', '--phone', '+1-299-999-9999'))
        .status,
    ).toBe(1);
    expect(
      (await cli('contact', 'add', '--account', '1', '--role', 'support', '--name', 'Lin')).json,
    ).toMatchObject({
      contacts: [{ name: 'Lin' }],
    });
    expect((await cli('papers', '--account', '1')).json).toMatchObject({
      papers: expect.arrayContaining([
        expect.objectContaining({ kind: 'business_license', state: 'missing' }),
      ]),
    });
  });

  test('calls, work and a single deadline are kept as the app keeps them', async () => {
    const planned = await cli(
      'contact',
      'call',
      '--account',
      '1',
      '--at',
      '2026-12-01T09:00Z',
      '--case',
      'C-0001',
    );
    const [call] = planned.json['calls'] as { id: number; caseNumber: string }[];
    expect(call?.caseNumber).toBe('C-0001');
    await cli('contact', 'called', String(call?.id), '--outcome', 'wait for mail', '--waited', '12');
    expect(
      (await cli('case', 'work', 'C-0001', '--assignee', 'Wang Fang', '--minutes', '15')).json,
    ).toMatchObject({
      assignee: 'Wang Fang',
      workMinutes: 15,
    });
    expect((await cli('case', 'precedents', 'C-0001')).json).toEqual({ precedents: [] });
    type Deadline = { ruleId: string; basis: string; closesAtMs: number | null; trace: { code: string }[] };
    const read = async (...args: string[]): Promise<Deadline[]> =>
      (await cli('case', ...args)).json['deadlines'] as Deadline[];
    const opened = await cli(
      'case',
      'open',
      '--problem',
      'lst-inauthentic',
      '--marketplace',
      'US',
      '--notified',
      '2026-11-20',
    );
    const other = String(opened.json['number']);
    const rule = (await read('show', other))[0]?.ruleId ?? '';
    const own = ['--closes', '2026-12-03T00:00:00Z', '--reason', 'agreed'];
    const isOwn = { ruleId: rule, basis: 'overridden', closesAtMs: Date.UTC(2026, 11, 3) };
    expect(await read('deadline', other, rule, ...own)).toContainEqual(expect.objectContaining(isOwn));
    expect(await read('deadline', other, rule, '--take-back')).not.toContainEqual(
      expect.objectContaining({ basis: 'overridden' }),
    );
    // The date of a notice counts whatever a person writes, and the trace says that something was written.
    const stated = (await read('show', 'C-0001')).find((one) => one.basis === 'stated');
    const after = await read('deadline', 'C-0001', stated?.ruleId ?? '', ...own);
    expect(after.find((one) => one.ruleId === stated?.ruleId)).toMatchObject({
      basis: 'stated',
      closesAtMs: stated?.closesAtMs,
      trace: expect.arrayContaining([expect.objectContaining({ code: 'traceOverrideIgnored' })]),
    });
    expect((await cli('case', 'deadline', 'C-0001', stated?.ruleId ?? '')).status).not.toBe(0);
  });

  test('a contact is changed in what is named, and removed once', async () => {
    const list = async (): Promise<{ id: number; name: string; phone: string; role: string }[]> =>
      (await cli('contact', 'list')).json['contacts'] as {
        id: number;
        name: string;
        phone: string;
        role: string;
      }[];
    const [lin] = await list();
    const id = String(lin?.id);
    const changed = await cli('contact', 'change', id, '--phone', '+86 755 1234 5678', '--role', 'supplier');
    expect(changed.json).toMatchObject({
      contacts: [{ id: lin?.id, name: 'Lin', phone: '+86 755 1234 5678', role: 'supplier' }],
    });
    expect((await cli('contact', 'change', id, '--role', 'friend')).json).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    expect((await cli('contact', 'change', '99', '--name', 'x')).json).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect((await cli('contact', 'remove', id)).json).toEqual({ contacts: [] });
    expect(await cli('contact', 'remove', id)).toMatchObject({
      status: 1,
      json: { error: { code: 'NOT_FOUND' } },
    });
    expect((await cli('contact', 'remove', 'Lin')).json).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    expect(await list()).toEqual([]);
    expect((await cli('contact', 'list', '--all')).json).toMatchObject({
      calls: [{ outcome: 'wait for mail', waitMinutes: 12 }],
    });
  });

  test('a paper keeps its number and its end, and tells when it ended', async () => {
    const save = (...more: string[]) => cli('papers', 'save', 'business_license', '--account', '1', ...more);
    const paper = (answer: Awaited<ReturnType<typeof cli>>) =>
      (answer.json['papers'] as { kind: string }[]).find((one) => one.kind === 'business_license');
    expect(paper(await save('--number', '91440300MA5D00000X', '--expires', '2020-01-31'))).toMatchObject({
      state: 'ended',
      number: '91440300MA5D00000X',
      expiresOn: '2020-01-31',
    });
    expect(paper(await save('--endless'))).toMatchObject({
      state: 'present',
      expiresOn: null,
      endless: true,
    });
    expect(paper(await save('--expires', '2099-01-31'))).toMatchObject({
      state: 'present',
      number: '91440300MA5D00000X',
      expiresOn: '2099-01-31',
      endless: false,
    });
    expect(paper(await cli('papers', 'show', '--account', '1'))).toMatchObject({ expiresOn: '2099-01-31' });
    expect((await save('--expires', '2026-02-30')).json).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    expect((await cli('papers', 'save', 'no_such_paper', '--account', '1')).json).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
  });

  test('the statement is written as a Word file, once', async () => {
    await cli('case', 'statement', 'C-0001', '--compose');
    const path = join(dir, 'statement.docx');
    expect((await cli('case', 'docx', 'C-0001', '--out', path)).status).toBe(0);
    expect(readFileSync(path).subarray(0, 2).toString('latin1')).toBe('PK');
    expect((await cli('case', 'docx', 'C-0001', '--out', path)).status).toBe(1);
  });

  test('a case is frozen only with --confirm-true', async () => {
    const words = join(dir, 'words.txt');
    writeFileSync(words, 'Background. Timeline. Request. Attachments.');
    await cli('case', 'statement', 'C-0001', '--file', words);
    const refused = await cli('case', 'submit', 'C-0001', '--by', 'Wang Fang');
    expect(refused.status).not.toBe(0);
    expect(refused.json).toMatchObject({ error: { code: 'TRUTH_NOT_CONFIRMED' } });
    expect(JSON.stringify(refused.json)).toContain('--confirm-true');
    expect((await cli('case', 'submit', 'C-0001', '--by', 'Wang Fang', '--confirm-true')).json).toMatchObject(
      {
        submissions: [{ submittedBy: 'Wang Fang' }],
      },
    );
  });
});
