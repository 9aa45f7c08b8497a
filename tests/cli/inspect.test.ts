// Does `inspect` speak to a person: names instead of slugs, in the language asked for?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

let base = '';
let file = '';
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-inspect-test-'));
  file = join(base, 'invoice.txt');
  writeFileSync(
    file,
    'COMMERCIAL INVOICE\nInvoice No: BL-2026-00417\nInvoice date: 2026-01-12\nSeller: Bright Lamp Co., Ltd.\nBuyer: Example Trading Co., Ltd.\nTracking number: 1Z12345E0205271689 UPS\nTotal amount USD 4,420.00\n',
  );
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const inspect = async (language: string): Promise<string> =>
  (await runInThisProcess('inspect', file, '--no-ocr', '--lang', language)).out;

test.each([
  [
    'en',
    [
      'Invoice number BL-2026-00417',
      'check digit wrong',
      'Date issued: 2026-01-12',
      'Amount total: 4420.00 USD',
      'Can serve: ',
    ],
  ],
  [
    'zh-CN',
    ['发票号 BL-2026-00417', '校验位不符', '日期 开具: 2026-01-12', '金额 合计: 4420.00 USD', '可用于: '],
  ],
])('%s', async (language, expected) => {
  const out = await inspect(language);
  for (const words of expected) expect(out).toContain(words);
  // The slug of the kind is shown in brackets on its own line; no other slug is.
  expect(out.split('\n').slice(3).join('\n')).not.toMatch(/\b[a-z]+_(?:no|id|check|number)\b|: undefined/);
});

test('every rule that the program checks for such a paper is answered, with what was compared', async () => {
  const { out } = await runInThisProcess('inspect', file, '--no-ocr', '--lang', 'en', '--json');
  const inspections = JSON.parse(out) as { rules: { rule: string; result: string; values: object }[] }[];
  const of = (id: string) => inspections[0]?.rules.find(({ rule }) => rule === id);
  expect(of('INV-01')).toMatchObject({ result: 'ask', values: { issued: '2026-01-12' } });
  expect(of('INV-04')).toMatchObject({ result: 'ask', values: { found: 'Example Trading Co., Ltd.' } });
  expect(of('INV-06')).toMatchObject({ result: 'pass' });
  expect(of('INV-07')).toMatchObject({ result: 'fail', values: { type: 'text/plain' } });
  // What one situation asks for (a claim's year) is left to its case.
  expect(of('INV-16')).toBeUndefined();
});
