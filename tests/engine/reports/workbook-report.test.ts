// Are reports that were kept as workbooks, and Japanese order reports, read like the text that Amazon serves?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';
import { makeEndlessWorkbook } from '../readers/endless-workbook.ts';

const dir = mkdtempSync(join(tmpdir(), 'casebinder-workbook-'));
let door: InProcess;

beforeAll(async () => {
  door = await openInProcess({ archiveDir: join(dir, 'archive'), language: 'en', projectDir: PROJECT_DIR });
});
afterAll(async () => {
  await door.close();
  rmSync(dir, { recursive: true, force: true });
});

async function importFile(name: string, bytes: Uint8Array): Promise<Record<string, unknown>> {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  const { jobId } = await door.caller.reports.import({ grants: [door.grant(path, 'file')] });
  return (await door.waitForJob(jobId)).result ?? {};
}

it('a workbook of returns: its dates are dates, its identifiers whole, and twice the same changes nothing', async () => {
  const sheet = utils.aoa_to_sheet([
    ['Downloaded by the warehouse'],
    [],
    [
      'return-date',
      'order-id',
      'sku',
      'asin',
      'fnsku',
      'product-name',
      'quantity',
      'fulfillment-center-id',
      'detailed-disposition',
      'reason',
      'status',
      'license-plate-number',
      'customer-comments',
    ],
    [
      new Date(Date.UTC(2026, 9, 5)),
      '113-0000101-5000101',
      'S-1',
      'B0XHD00001',
      'X000000001',
      'Lamp, "small"',
      2,
      'LEX1',
      'SELLABLE',
      'UNWANTED',
      'ok',
      'LPNA1',
      'too small\nreally',
    ],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['notes'], ['nothing']]), 'Notes');
  utils.book_append_sheet(book, sheet, 'Returns');
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  expect(await importFile('returns.xlsx', bytes)).toMatchObject({ report: 'fba_returns', rows: 1, added: 1 });
  const [row] = await door.caller.reports.rows({ value: '113-0000101-5000101' });
  expect(row).toMatchObject({ quantity: 2, data: { 'product-name': 'Lamp, "small"' } });
  expect(new Date(row?.atMs ?? 0).toISOString().slice(0, 10)).toBe('2026-10-05');
  expect(await importFile('again.xlsx', bytes)).toMatchObject({ added: 0, updated: 0 });
});

it('a workbook that a spreadsheet spoilt is flagged, not believed', async () => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['amazon-order-id', 'purchase-date', 'order-status', 'sku', 'asin', 'quantity', 'tracking-number'],
      ['113-0000109-5000109', '2026-10-02', 'Shipped', 'S-1', 'B0XHD00001', 1, 9.40011020083012e21],
    ]),
    'Orders',
  );
  const result = await importFile('orders.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  expect(result).toMatchObject({ report: 'all_orders', rows: 1 });
  expect((result['problems'] as { code: string }[]).map((p) => p.code)).toContain('damagedId');
});

it('an empty or broken workbook is refused with its name', async () => {
  await expect(importFile('broken.xlsx', Buffer.from('PK\u0003\u0004 not really'))).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
  });
});

it('a Japanese order report, in the encoding of a Japanese computer', async () => {
  const text = [
    'Amazon注文番号\t購入日\t最終更新日\t注文ステータス\tフルフィルメントチャネル\t販売経路\t商品名\tSKU\tASIN\t数量\t通貨',
    '249-0000101-5000101\t2026/10/03 8:49:04JST\t2026/10/04 8:49:04JST\t出荷済み\tAmazon\tAmazon.co.jp\tライト①\tJP-1\tB0XHD00001\t3\tJPY',
  ].join('\r\n');
  expect(await importFile('注文.txt', iconv.encode(text, 'cp932'))).toMatchObject({
    report: 'all_orders',
    rows: 1,
    added: 1,
  });
  const [row] = await door.caller.reports.rows({ value: '249-0000101-5000101' });
  expect(row).toMatchObject({ quantity: 3, atMs: Date.UTC(2026, 9, 2, 23, 49, 4) });
});

it('a hostile workbook is refused and keeps nobody waiting: it is taken apart in a thread of its own', async () => {
  await expect(importFile('endless.xlsx', makeEndlessWorkbook())).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
  });
}, 120_000);

it('a workbook that cannot be read is told by its name, not by where it lies', async () => {
  const path = join(dir, 'broken report.xlsx');
  writeFileSync(path, Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(400, 7)]));
  const error: unknown = await door.caller.reports
    .preview({ grant: door.grant(path, 'file') })
    .catch((caught: unknown) => caught);
  expect(String(error)).toContain('broken report.xlsx');
  expect(String(error)).not.toContain(dir);
});
