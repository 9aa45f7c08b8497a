// Dates, amounts, parties and page ranges are corrected on the command line, told, undone, or refused in words.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

let base = '';
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-correct-findings-'));
  mkdirSync(join(base, 'seller'));
  const path = join(base, 'seller', 'invoice.txt');
  writeFileSync(
    path,
    'Nordisk Belysning AB\nInvoice\nInvoice No: 40918\nInvoice date: 03/04/2026\nBill to: Blue Heron Goods LLC\nTaklampa opal 30 x 245.00\nTotal due SEK 7350.00\n',
  );
  const old = new Date(Date.now() - 86_400_000);
  utimesSync(path, old, old);
  expect((await cli('folders', 'add', join(base, 'seller'))).status).toBe(0);
  expect((await cli('index', '--no-ocr')).status).toBe(0);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Answer {
  readonly documents: readonly Record<string, readonly { readonly role: string }[]>[];
  readonly corrections: readonly number[];
  readonly undone: number;
  readonly error: { readonly code: string };
}
async function cli(...args: string[]): Promise<{ status: number; json: Answer }> {
  const { status, out } = await runInThisProcess(...args, '--archive', join(base, 'archive'), '--json');
  return { status, json: JSON.parse(out) as Answer };
}

test('a role is set, what stood in it gives way; everything is undone at once', async () => {
  const { status, json } = await cli(
    ...['correct', '1', '--dated', 'issue:2026-03-04', '--amount', 'total:7350.5 nok'],
    ...['--party', 'seller:Nordisk Ljus AB', '--not-party', 'buyer:Blue Heron Goods LLC'],
  );
  expect(status).toBe(0);
  const [document] = json.documents;
  const inRole = (list: string, role: string) => document?.[list]?.filter((one) => one.role === role);
  expect(inRole('dates', 'issue')).toEqual([{ role: 'issue', value: '2026-03-04' }]);
  expect(inRole('amounts', 'total')).toEqual([{ role: 'total', value: '7350.5', currency: 'NOK' }]);
  expect(inRole('parties', 'seller')).toEqual([{ role: 'seller', name: 'Nordisk Ljus AB' }]);
  expect(inRole('parties', 'buyer')).toEqual([]);
  // A paper of the form that is only looked at is read as taught.
  const next = join(base, 'next.txt');
  writeFileSync(next, readFileSync(join(base, 'seller', 'invoice.txt'), 'utf8').replace('03/04', '05/06'));
  const before = await runInThisProcess('inspect', next, '--archive', join(base, 'none'), '--json');
  const looked = await cli('inspect', next);
  const issued = (text: unknown) =>
    (text as { dates: { role: string; value: string }[] }[])[0]?.dates.find(({ role }) => role === 'issue')
      ?.value;
  expect(issued(JSON.parse(before.out))).toBe('2026-06-05');
  expect(issued(looked.json)).toBe('2026-05-06');
  const undone = await cli('correct', ...json.corrections.map(String), '--undo');
  expect(undone.json.undone).toBe(json.corrections.length);
  const shown = await cli('show', '1');
  expect(shown.json).toMatchObject({
    document: {
      corrections: [],
      amounts: expect.arrayContaining([expect.objectContaining({ value: '7350.00' })]),
    },
  });
});

test.each([
  ['INPUT_INVALID', '--dated', 'issue:2026-02-30'],
  ['USAGE', '--dated', 'birthday:2026-02-03'],
  ['USAGE', '--amount', 'total:much'],
  ['NOT_FOUND', '--not-party', 'seller:Nobody At All'],
  ['INPUT_INVALID', '--part', '1:supplier_invoice', '--part', '2:packing_list'],
])('refused: %s %s %s', async (code, ...args) => {
  expect((await cli('correct', '1', ...args)).json.error.code).toBe(code);
});
