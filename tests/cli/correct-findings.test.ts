// Dates, amounts, parties and page ranges that a person corrected: right on the paper, learned for its form, undone.
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

interface Finding {
  readonly role: string;
  readonly value?: string;
  readonly name?: string;
  readonly currency?: string;
  readonly reason: { readonly code: string; readonly params?: Record<string, string> };
}
interface Shown {
  readonly id: number;
  readonly title: string;
  readonly date: string | null;
  readonly dates: readonly Finding[];
  readonly amounts: readonly Finding[];
  readonly parties: readonly Finding[];
  readonly corrections: readonly { readonly id: number; readonly field: string }[];
}

let base = '';
let archive = '';
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-findings-'));
  archive = join(base, 'archive');
  mkdirSync(join(base, 'seller'));
  for (const n of [1, 2]) writeSlip(n);
  write(
    'other.txt',
    'Nordisk Belysning AB\nInvoice\nInvoice No: 40918\nInvoice date: 03/04/2026\nBill to: Blue Heron Goods LLC\nTaklampa opal 30 x 245.00\nTotal due SEK 7350.00\n',
  );
  expect((await cli('folders', 'add', join(base, 'seller'))).status).toBe(0);
  await index();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A workshop's own form: its words say nothing that a rule could know. */
function writeSlip(n: number): void {
  write(
    `slip-${n}.txt`,
    [
      'Hollow & Reed basketry  Invoice',
      `Invoice No: HR-70${n}1`,
      `Kiln fired 0${n + 2}/07/2026  Ledger day 0${n + 4}/08/2026`,
      `Keeper of the purse: Carter Lowell and Daughters ${n === 1 ? 'Harbour' : 'Orchard'}`,
      'Willow basket large by the dozen for the autumn market stalls',
      `Willow basket small by the score for the winter market  ${n}1.50`,
      `Carriage and straw ${n}4.00`,
      `Sum agreed at the gate USD ${n}23.40`,
      `Reckoned again with tithe USD ${n}31.90`,
      `Total of baskets USD ${n}11.10`,
    ].join('\n'),
  );
}

function write(name: string, text: string): void {
  const path = join(base, 'seller', name);
  writeFileSync(path, text);
  const old = new Date(Date.now() - 86_400_000);
  utimesSync(path, old, old);
}

async function cli(...args: string[]): Promise<{ status: number; json: unknown }> {
  const { status, out } = await runInThisProcess(...args, '--archive', archive, '--json');
  return { status, json: JSON.parse(out) };
}
const index = async (): Promise<void> => expect((await cli('index', '--no-ocr')).status).toBe(0);

async function find(title: string): Promise<Shown> {
  const { json } = await cli('search', 'Invoice');
  const hit = (json as { documents: Shown[] }).documents.find((one) => one.title === title);
  expect(hit, title).toBeDefined();
  return ((await cli('show', String(hit?.id))).json as { document: Shown }).document;
}
const correct = async (id: number, ...args: string[]): Promise<number[]> => {
  const { status, json } = await cli('correct', String(id), ...args);
  expect(status, JSON.stringify(json)).toBe(0);
  return (json as { corrections: number[] }).corrections;
};
const undo = async (ids: readonly number[]): Promise<void> =>
  expect((await cli('correct', ...ids.map(String), '--undo')).status).toBe(0);
const inRole = (list: readonly Finding[], role: string): (string | undefined)[] =>
  list.filter((one) => one.role === role).map((one) => one.value ?? one.name);

test('a date: label and day order are learned for the form, other papers keep theirs', async () => {
  const first = await find('slip-1');
  const otherBefore = await find('other');
  const made = await correct(first.id, '--dated', 'issue:2026-08-05');
  expect(inRole((await find('slip-1')).dates, 'issue')).toEqual(['2026-08-05']);
  const second = await find('slip-2');
  const issued = second.dates.find(({ role }) => role === 'issue');
  expect(issued?.value).toBe('2026-08-06');
  expect(issued?.reason).toMatchObject({ code: 'learnedBeside', params: { label: 'LEDGER DAY', title: 'slip-1' } });
  expect(second.date).toBe('2026-08-06');
  expect(await find('other')).toMatchObject({ dates: otherBefore.dates, date: otherBefore.date });

  writeSlip(3);
  await index();
  expect(inRole((await find('slip-3')).dates, 'issue')).toEqual(['2026-08-07']);

  await undo(made);
  expect((await find('slip-1')).dates).toEqual(first.dates);
  expect(inRole((await find('slip-2')).dates, 'issue')).not.toContain('2026-08-06');
});

test('the date to file under is learned, and told with its reason', async () => {
  const first = await find('slip-1');
  const made = await correct(first.id, '--date', '2026-07-03');
  const second = await find('slip-2');
  expect(second.date).toBe('2026-07-04');
  expect(second.dates.find(({ value }) => value === '2026-07-04')?.reason.code).toBe('learnedBeside');
  await undo(made);
  expect((await find('slip-1')).date).toBe(first.date);
  expect((await find('slip-2')).date).not.toBe('2026-07-04');
});

test('the total: the line that holds it is learned', async () => {
  const first = await find('slip-1');
  expect(inRole(first.amounts, 'total')).not.toEqual(['131.90']);
  const made = await correct(first.id, '--amount', 'total:131.90 CAD');
  const corrected = (await find('slip-1')).amounts.find(({ role }) => role === 'total');
  expect(corrected).toMatchObject({ value: '131.90', currency: 'CAD', reason: { code: 'correctedByPerson' } });
  const total = (await find('slip-2')).amounts.filter(({ role }) => role === 'total');
  expect(total).toHaveLength(1);
  expect(total[0]).toMatchObject({ value: '231.90', currency: 'USD', reason: { code: 'learnedBeside' } });
  await undo(made);
  expect((await find('slip-1')).amounts).toEqual(first.amounts);
});

test('parties: the label gives the name on the next paper; a name that is no party is not offered again', async () => {
  const first = await find('slip-1');
  const made = await correct(first.id, '--party', 'buyer:Carter Lowell and Daughters Harbour');
  expect(inRole((await find('slip-2')).parties, 'buyer')).toEqual(['Carter Lowell and Daughters Orchard']);

  const issuer = first.parties.find(({ role }) => role === 'issuer')?.name ?? '';
  expect(issuer).not.toBe('');
  const struck = await correct(first.id, '--not-party', `issuer:${issuer}`);
  expect(inRole((await find('slip-1')).parties, 'issuer')).toEqual([]);
  expect(inRole((await find('slip-2')).parties, 'issuer')).toEqual([]);
  writeSlip(4);
  await index();
  const fourth = await find('slip-4');
  expect(inRole(fourth.parties, 'issuer')).toEqual([]);
  expect(inRole(fourth.parties, 'buyer')).toEqual(['Carter Lowell and Daughters Orchard']);

  await undo([...struck, ...made]);
  expect((await find('slip-1')).parties).toEqual(first.parties);
  expect(inRole((await find('slip-2')).parties, 'issuer')).toEqual([issuer]);
});

test('corrections of corrections are taken back in any order', async () => {
  const before = await find('slip-1');
  const one = await correct(before.id, '--amount', 'total:131.90');
  const two = await correct(before.id, '--amount', 'total:123.40');
  expect((await find('slip-1')).corrections.map(({ field }) => field)).toEqual(['amount', 'amount']);
  await undo(one);
  expect(inRole((await find('slip-1')).amounts, 'total')).toEqual(['123.40']);
  await undo(two);
  expect((await find('slip-1')).amounts).toEqual(before.amounts);
});

test('a correction survives a move, a new recognition and a restored backup', async () => {
  const { id } = await find('slip-1');
  await correct(id, '--party', 'seller:Hollow & Reed', '--amount', 'total:131.90 USD', '--dated', 'issue:2026-08-05');
  renameSync(join(base, 'seller', 'slip-1.txt'), join(base, 'seller', 'moved.txt'));
  await index();
  const isRight = async (): Promise<void> => {
    const shown = ((await cli('show', String(id))).json as { document: Shown }).document;
    expect(inRole(shown.parties, 'seller')).toEqual(['Hollow & Reed']);
    expect(inRole(shown.amounts, 'total')).toEqual(['131.90']);
    expect(inRole(shown.dates, 'issue')).toEqual(['2026-08-05']);
    expect(shown.date).toBe('2026-08-05');
  };
  await isRight();
  const to = join(base, 'backup');
  expect((await cli('backup', to)).status).toBe(0);
  rmSync(archive, { recursive: true, force: true });
  const { status, json } = await cli('restore', to);
  expect(status, JSON.stringify(json)).toBe(0);
  await index();
  await isRight();
});

test('what cannot be is refused in words', async () => {
  const { id } = await find('other');
  const code = async (...args: string[]): Promise<string> =>
    ((await cli('correct', String(id), ...args)).json as { error: { code: string } }).error.code;
  expect(await code('--dated', 'issue:2026-02-30')).toBe('INPUT_INVALID');
  expect(await code('--dated', 'birthday:2026-02-03')).toBe('USAGE');
  expect(await code('--amount', 'total:much')).toBe('USAGE');
  expect(await code('--not-party', 'seller:Nobody At All')).toBe('NOT_FOUND');
  expect(await code('--part', '1:supplier_invoice', '--part', '2:packing_list')).toBe('INPUT_INVALID');
});
