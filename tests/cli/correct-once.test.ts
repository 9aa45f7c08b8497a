// A mistake that a person corrected once is not made again on the same form: kinds, missing numbers, wrong numbers.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

interface Shown {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly identifiers: readonly { readonly type: string; readonly value: string }[];
}

let base = '';
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-once-'));
  mkdirSync(join(base, 'seller'));
  for (const n of [1, 2]) writeForm(n);
  writeFileSync(
    join(base, 'seller', 'other.txt'),
    'Nordisk Belysning AB\nInvoice\nInvoice No: 40918\nInvoice date: 2026-03-02\nBill to: Blue Heron Goods LLC\nTaklampa opal 30 x 245.00\nTotal due SEK 7350.00\n',
  );
  age('other.txt');
  expect((await cli('folders', 'add', join(base, 'seller'))).status).toBe(0);
  await index();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** What a workshop calls an invoice and is none: it goes with the goods. */
function writeForm(n: number): void {
  const name = `form-${n}.txt`;
  writeFileSync(
    join(base, 'seller', name),
    `Workshop Hollow & Reed\nInvoice of goods sent, not a request for payment\nInvoice No: HR-70${n}1\nInvoice date: 2026-02-1${n}\nBill to: Blue Heron Goods LLC\nGate pass GP-48${n}02 Carter Lowell Dock seven\nWillow basket large ${n}0\nWillow basket small ${n}5\nUnit price see agreement\nTotal due on request\n`,
  );
  age(name);
}

function age(name: string): void {
  const old = new Date(Date.now() - 86_400_000);
  utimesSync(join(base, 'seller', name), old, old);
}

async function cli(...args: string[]): Promise<{ status: number; json: unknown }> {
  const { status, out } = await runInThisProcess(...args, '--archive', join(base, 'archive'), '--json');
  return { status, json: JSON.parse(out) };
}

const index = async (): Promise<void> => expect((await cli('index', '--no-ocr')).status).toBe(0);

async function find(title: string): Promise<Shown> {
  const { json } = await cli('search', 'Bill');
  const hit = (json as { documents: Shown[] }).documents.find((one) => one.title === title);
  expect(hit, title).toBeDefined();
  return ((await cli('show', String(hit?.id))).json as { document: Shown }).document;
}

const numbersOf = (shown: Shown): string[] => shown.identifiers.map(({ type, value }) => `${type} ${value}`);

test('kind, missing number and wrong number: the next paper of the form is right, others stay as they were', async () => {
  const first = await find('form-1');
  expect(first.kind).toBe('supplier_invoice');
  const id = String(first.id);
  expect((await cli('correct', id, '--kind', 'delivery_note')).status).toBe(0);
  expect((await cli('correct', id, '--not-identifier', 'invoice_no:HR-7011')).status).toBe(0);
  const added = await cli('correct', id, '--identifier', 'contract_no:GP-48102');
  expect(added.status).toBe(0);

  const second = await find('form-2');
  expect(second.kind).toBe('delivery_note');
  expect(numbersOf(second)).toContain('contract_no GP-48202');
  expect(numbersOf(second)).not.toContain('invoice_no HR-7021');
  const other = await find('other');
  expect(other.kind).toBe('supplier_invoice');

  // One that arrives later.
  writeForm(3);
  await index();
  const third = await find('form-3');
  expect(third.kind).toBe('delivery_note');
  expect(numbersOf(third)).toContain('contract_no GP-48302');
  expect(numbersOf(third)).not.toContain('invoice_no HR-7031');

  // Taken back, it teaches no longer.
  const { corrections } = added.json as { corrections: number[] };
  expect((await cli('correct', ...corrections.map(String), '--undo')).status).toBe(0);
  writeForm(4);
  await index();
  expect(numbersOf(await find('form-4'))).not.toContain('contract_no GP-48402');
});
