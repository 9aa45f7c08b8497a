// case pre-check, change, exhibit, note-remove, statistics and submit as a person and a script meet them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

let dir = '';
const documents: number[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-cli-case-'));
  const watched = join(dir, 'watched');
  mkdirSync(watched);
  for (const name of ['delivery', 'order'])
    writeFileSync(join(watched, `${name}.txt`), `${name} of 113-0000112-5000112\n`);
  await cli(
    'account',
    'set',
    '--name',
    'Shop',
    '--marketplace',
    'US,DE',
    '--plan',
    'professional',
    '--verified',
  );
  await cli('folders', 'add', watched);
  await cli('index', '--no-ocr');
  const found = await cli('search', 'order:113-0000112-5000112');
  documents.push(...(found.json['documents'] as { id: number }[]).map((row) => row.id).sort((a, b) => a - b));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Answer {
  readonly status: number;
  readonly json: Record<string, unknown>;
}

async function cli(...args: string[]): Promise<Answer> {
  const { status, out } = await runInThisProcess(...args, '--archive', join(dir, 'archive'), '--json');
  return { status, json: JSON.parse(out) as Record<string, unknown> };
}

/** The same for a person: the words on stdout. */
async function say(language: string, ...args: string[]): Promise<string> {
  return (await runInThisProcess(...args, '--archive', join(dir, 'archive'), '--lang', language)).out;
}

const open = ['--problem', 'ord-invalid-tracking', '--marketplace', 'US', '--order', '113-0000112-5000112'];

describe('before a case is opened', () => {
  test('four questions are answered, and nothing is stored', async () => {
    const { status, json } = await cli('case', 'pre-check', ...open);
    expect(status).toBe(0);
    expect(json).toMatchObject({
      steps: [
        { step: 'standing', state: 'good' },
        { step: 'existing', state: 'good' },
        { step: 'entrance', state: 'good' },
        { step: 'pace', state: 'good' },
      ],
      duplicates: [],
      correction: null,
    });
    expect((await cli('case', 'list')).json).toEqual({ cases: [] });
  });

  test('a wrong category is named with the right one; what is no category, channel or problem is refused', async () => {
    const wrong = ['case', 'pre-check', ...open, '--category', 'payments'];
    expect((await cli(...wrong)).json).toMatchObject({ steps: [{}, {}, { state: 'warn' }, {}] });
    expect(await say('en', ...wrong)).toMatch(/! Right door: .*Payments/);
    for (const slip of [
      ['--category', 'money'],
      ['--channel', 'telepathy'],
      ['--marketplace', 'XX'],
    ])
      expect((await cli('case', 'pre-check', ...open, ...slip)).json).toMatchObject({
        error: { code: 'INPUT_INVALID' },
      });
    expect((await cli('case', 'pre-check', '--problem', 'no-such-problem')).json).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    expect((await cli('case', 'open', ...open, '--channel', 'telepathy')).json).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
  });

  test('a case that exists stops it, an account that is not verified is told, in both languages', async () => {
    await cli('case', 'open', ...open, '--notified', '2026-11-19');
    await cli('account', 'set', '--no-verified');
    expect((await cli('case', 'pre-check', ...open)).json).toMatchObject({
      steps: [
        { step: 'standing', state: 'warn' },
        { step: 'existing', state: 'stop' },
        { step: 'entrance' },
        { step: 'pace' },
      ],
      duplicates: [{ number: 'C-0001' }],
    });
    expect(await say('en', 'case', 'pre-check', ...open)).toMatch(/✗ Existing cases: Open already: C-0001/);
    expect(await say('zh-CN', 'case', 'pre-check', ...open)).toMatch(/✗ 已有案件: 已有：C-0001/);
    await cli('account', 'set', '--verified');
  });
});

describe('a case', () => {
  test('its facts are corrected, emptied and told in the timeline', async () => {
    const changed = await cli(
      ...['case', 'change', 'C-0001', '--title', 'Parcel of Mr. Lee', '--case-id', '17012345678'],
      ...['--amount', '125.50USD', '--asin', 'B0ABCDEF12', '--notified', '2026-11-18'],
    );
    expect(changed.status).toBe(0);
    expect(changed.json).toMatchObject({
      title: 'Parcel of Mr. Lee',
      caseId: '17012345678',
      money: { amount: '125.50', currency: 'USD' },
      notifiedOn: '2026-11-18',
      subjects: expect.arrayContaining([
        { type: 'order_id', value: '113-0000112-5000112' },
        { type: 'asin', value: 'B0ABCDEF12' },
      ]),
    });
    const emptied = await cli('case', 'change', 'C-0001', '--amount', 'none', '--drop', 'B0ABCDEF12');
    expect(emptied.json).toMatchObject({ money: null, subjects: [{ value: '113-0000112-5000112' }] });
    const entries = (emptied.json['timeline'] as { kind: string }[]).filter(
      (e) => e.kind === 'facts_changed',
    );
    expect(entries).toHaveLength(2);
    expect((await cli('case', 'change', 'C-0001', '--drop', 'B0ZZZZZZZZ')).json).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect((await cli('case', 'change', 'C-0001', '--notified', '2026-02-30')).json).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    expect(await cli('case', 'change', 'C-0001')).toMatchObject({
      status: 2,
      json: { error: { code: 'USAGE' } },
    });
  });

  test('two people: who saw an older revision is refused and nothing is lost', async () => {
    const { revision } = (await cli('case', 'show', 'C-0001')).json;
    await cli('case', 'change', 'C-0001', '--title', 'first');
    const second = await cli('case', 'change', 'C-0001', '--title', 'second', '--revision', String(revision));
    expect(second).toMatchObject({ status: 1, json: { error: { code: 'REVISION_CONFLICT' } } });
    const third = await cli('case', 'status', 'C-0001', 'waiting', '--revision', String(revision));
    expect(third).toMatchObject({ status: 1, json: { error: { code: 'REVISION_CONFLICT' } } });
    expect((await cli('case', 'show', 'C-0001')).json).toMatchObject({ title: 'first', status: 'draft' });
  });

  test('exhibits get caption, role and order', async () => {
    await cli('case', 'attach', 'C-0001', ...documents.map(String));
    const captioned = await cli(
      ...['case', 'exhibit', 'C-0001', 'E02', '--caption', 'Signed by the neighbour', '--role', 'pod'],
    );
    expect(captioned.json).toMatchObject({
      exhibits: [{ caption: '' }, { label: 'E02', caption: 'Signed by the neighbour', roleKind: 'pod' }],
    });
    expect((await cli('case', 'order', 'C-0001', 'E02', 'E01')).json).toMatchObject({
      exhibits: [{ label: 'E01', caption: 'Signed by the neighbour' }, { label: 'E02' }],
    });
    expect((await cli('case', 'exhibit', 'C-0001', 'E01', '--role', 'none')).json).toMatchObject({
      exhibits: [{ roleKind: null, caption: 'Signed by the neighbour' }, {}],
    });
    expect((await cli('case', 'exhibit', 'C-0001', 'E01', '--role', 'no_such_kind')).json).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    expect((await cli('case', 'exhibit', 'C-0001', 'E09', '--caption', 'x')).json).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  test('a note is removed and brought back; words of Amazon stay', async () => {
    type Entry = { id: number; kind: string; title: string; atMs: number };
    const timeline = (answer: Answer): Entry[] => answer.json['timeline'] as Entry[];
    const noted = await cli('case', 'note', 'C-0001', 'called the carrier', '--at', '2026-11-20 09:30');
    const note = timeline(noted).find((entry) => entry.kind === 'note');
    expect(note).toMatchObject({ title: 'called the carrier', atMs: Date.parse('2026-11-20T09:30+08:00') });
    const id = String(note?.id);
    const removed = await cli('case', 'note-remove', 'C-0001', id);
    expect(timeline(removed).filter((entry) => entry.kind === 'note')).toEqual([]);
    expect((await cli('case', 'note-remove', 'C-0001', id)).json).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const back = await cli('case', 'note-remove', 'C-0001', `#${id}`, '--undo');
    expect(timeline(back).filter((entry) => entry.kind === 'note')).toEqual([note]);
    expect((await cli('case', 'note-remove', 'C-0001', id, '--undo')).json).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const said = await cli('case', 'note', 'C-0001', 'We need more', '--kind', 'amazon_message');
    const official = timeline(said).find((entry) => entry.kind === 'amazon_message');
    expect((await cli('case', 'note-remove', 'C-0001', String(official?.id))).json).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    const shown = await say('zh-CN', 'case', 'show', 'C-0001');
    expect(shown).toContain(`#${id}  2026-11-20 周五 09:30 北京时间`);
    expect(shown).toContain('亚马逊');
  });

  test('what was sent is frozen with its edition, time and people; its end counts in the own numbers', async () => {
    const words = join(dir, 'words.txt');
    writeFileSync(words, '\uFEFFBackground. Timeline. Request. Attachments.');
    await cli('case', 'statement', 'C-0001', '--file', words, '--subject', 'Tracking of one order');
    await cli('health', 'add', '--marketplace', 'US', '--ahr', '240');
    const built = await cli('pack', 'C-0001', '--out', join(dir, 'packs'));
    expect(built.json).toMatchObject({ verified: true });
    const send = [
      'case',
      'submit',
      'C-0001',
      '--by',
      'Wang Fang',
      '--prepared-by',
      'Li Lei',
      '--confirm-true',
    ];
    expect((await cli(...send, '--pack', '7')).json).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const sent = await cli(...send, '--pack', '1', '--at', '2026-11-21T10:00');
    expect(sent.json).toMatchObject({
      status: 'waiting',
      submissions: [
        {
          submittedBy: 'Wang Fang',
          preparedBy: 'Li Lei',
          subject: 'Tracking of one order',
          text: 'Background. Timeline. Request. Attachments.',
          submittedAtMs: Date.parse('2026-11-21T10:00+08:00'),
          packId: (sent.json['packs'] as { id: number }[])[0]?.id,
        },
      ],
      // What may have decided the answer: the rating of the day, and whether the channel fits the problem.
      timeline: expect.arrayContaining([
        expect.objectContaining({
          kind: 'submitted',
          data: expect.objectContaining({ ahr: 240, doorFits: true }),
        }),
      ]),
    });
    await cli('case', 'note', 'C-0001', 'Accepted', '--kind', 'amazon_message', '--at', '2026-11-22T10:00');
    expect((await cli('case', 'statistics')).json).toMatchObject({ all: { cases: 0, won: 0 } });
    await cli('case', 'status', 'C-0001', 'won');
    expect((await cli('case', 'statistics', '--problem', 'ord-invalid-tracking')).json).toMatchObject({
      all: { cases: 1, won: 1, medianFirstResponseHours: 24 },
    });
    expect((await cli('case', 'statistics', '--problem', 'lst-inauthentic')).json).toMatchObject({
      all: { cases: 0 },
    });
    expect(await say('en', 'case', 'statistics')).toContain('1 cases have ended, 1 were won.');
    expect(await say('zh-CN', 'case', 'statistics')).toContain('已结案件 1 个，胜诉 1 个。');
  });
});
