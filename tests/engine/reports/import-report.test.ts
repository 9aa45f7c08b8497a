// Do real-shaped reports become rows through the engine: encodings, damage, twice the same, unknown headers, cancel?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import { makeReportFiles } from '../../../src/engine/sample/make-report-files.ts';
import { makeSampleFacts } from '../../../src/engine/sample/sample-facts.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 4);
const dir = mkdtempSync(join(tmpdir(), 'casebinder-reports-'));
let door: InProcess;

interface Totals {
  report: string;
  rows: number;
  added: number;
  updated: number;
  skipped: number;
  problems: { code: string; column: string; row: number }[];
  files: { encoding: string; file: string }[];
}

beforeAll(async () => {
  door = await openInProcess({
    archiveDir: join(dir, 'archive'),
    language: 'en',
    nowMs: () => NOW_MS,
    projectDir: PROJECT_DIR,
  });
});
afterAll(async () => {
  await door.close();
  rmSync(dir, { recursive: true, force: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

async function importFiles(paths: string[], mapping?: Record<string, string>): Promise<Totals> {
  const { jobId } = await door.caller.reports.import({
    grants: paths.map((path) => door.grant(path, 'file')),
    ...(mapping === undefined ? {} : { mapping }),
  });
  return (await door.waitForJob(jobId)).result as unknown as Totals;
}

const RETURNS =
  'return-date,order-id,sku,asin,fnsku,product-name,quantity,fulfillment-center-id,detailed-disposition,reason,status,license-plate-number,customer-comments';
const ORDERS =
  'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\tproduct-name\tsku\tasin\tquantity\tcurrency\titem-price\tship-city';
const order = (id: string, updated: string, status: string, city = 'Columbus'): string =>
  `${id}\t2026-11-01T10:00:00+00:00\t${updated}T10:00:00+00:00\t${status}\tMerchant\tAmazon.com\tLamp\tL-1\tB0XHD00001\t1\tUSD\t10.00\t${city}`;

describe('the reports of the sample seller', () => {
  it('are all recognised with every row, in the encodings of real folders, and change nothing the second time', async () => {
    const paths: string[] = [];
    for await (const file of makeReportFiles(makeSampleFacts('2026-11-22')))
      paths.push(put(`sample-${paths.length}${file.path.slice(-4)}`, file.bytes));
    const first = await importFiles(paths);
    expect(first.problems).toEqual([]);
    expect(first.report.split(', ').sort()).toEqual(
      [
        'all_orders',
        'fba_returns',
        'fulfilled_shipments',
        'ledger_detail',
        'reimbursements',
        'settlement_v2',
        'shipping_confirmation',
        'vtr',
      ].sort(),
    );
    expect(first.added).toBe(first.rows);
    expect(new Set(first.files.map((f) => f.encoding))).toEqual(
      new Set(['utf-8', 'windows-1252', 'shift_jis', 'gb18030']),
    );
    const again = await importFiles(paths);
    expect(again).toMatchObject({ rows: first.rows, added: 0, updated: 0, skipped: first.rows });
    const cities = door.engine.context.archive.sqlite
      .prepare("SELECT DISTINCT data ->> 'ship-city' FROM report_row WHERE report = 'all_orders'")
      .pluck()
      .all();
    expect(cities).toEqual(expect.arrayContaining(['Köln', '札幌市']));
  });

  it('an order shows its rows, and the case desk knows its tracking number', async () => {
    const rows = await door.caller.reports.rows({ value: '111-0000112-5000112' });
    expect(rows.map((r) => r.report)).toContain('shipping_confirmation');
    const page = await door.caller.identifiers.page({ value: '111-0000112-5000112' });
    expect(page?.reportRows.length).toBe(rows.length);
  });
});

describe('encodings', () => {
  const line =
    '2026-10-01T15:31:40+00:00,111-0000901-5000901,L-1,B0XHD00001,X00XHD0001,台灯（折叠）,1,LEX1,SELLABLE,UNWANTED_ITEM,ok,LPNXHD000001,盒子';
  const title = (report: string): unknown =>
    door.engine.context.archive.sqlite
      .prepare("SELECT data ->> 'product-name' FROM report_row WHERE order_id = ? ORDER BY id DESC")
      .pluck()
      .get(report);
  it('UTF-16 with and without a mark, GBK, and a byte that comes after a megabyte of ASCII', async () => {
    const text = `${RETURNS}\r\n${line}\r\n`;
    const number = (n: number): string => text.replaceAll('0000901-5000901', `000090${n}-500090${n}`);
    await importFiles([
      put('u16le.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(number(2), 'utf16le')])),
      put(
        'u16be.csv',
        Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(number(3), 'utf16le').swap16()]),
      ),
      put('gbk.csv', iconv.encode(number(4), 'gbk')),
    ]);
    for (const n of [2, 3, 4]) expect(title(`111-000090${n}-500090${n}`)).toBe('台灯（折叠）');
    const filler = Array.from(
      { length: 12_000 },
      (_, i) =>
        `2026-10-01T15:31:40+00:00,112-${String(i).padStart(7, '0')}-5000901,L-1,B0XHD00001,X00XHD0001,Lamp,1,LEX1,SELLABLE,UNWANTED_ITEM,ok,LPN${i},x`,
    ).join('\r\n');
    const late = await importFiles([
      put('late.csv', iconv.encode(`${RETURNS}\r\n${filler}\r\n${number(5).split('\r\n')[1]}\r\n`, 'gbk')),
    ]);
    expect(late.rows).toBe(12_001);
    expect(title('111-0000905-5000905')).toBe('台灯（折叠）');
  });

  it('a German date range report with a preamble, decimal commas and dots in its dates', async () => {
    const text = [
      '"Enthält Amazon Marketplace-Transaktionen, Versand durch Amazon"',
      '"Alle Beträge in Euro, sofern nicht anders gekennzeichnet"',
      '""',
      '"Datum/Uhrzeit","Abrechnungsnummer","Typ","Bestellnummer","SKU","Beschreibung","Menge","Marketplace","Umsätze","Gesamt"',
      '"14.03.2026 08:49:04 UTC","12345678901","Bestellung","302-0000901-7000901","L-1","Tischlampe, für Büro","1","amazon.de","1.234,56","\u22121.049,38"',
    ].join('\r\n');
    await importFiles([put('de.csv', text)]);
    const row = (await door.caller.reports.rows({ value: '302-0000901-7000901' }))[0];
    expect(row?.report).toBe('date_range');
    expect(row?.atMs).toBe(Date.UTC(2026, 2, 14, 8, 49, 4));
    expect(row?.data['total']).toBe('-1049.38');
  });

  it('a header that was read in the wrong encoding before it was saved is repaired, and its rows with it', async () => {
    const text =
      '日期/时间,结算编号,类型,订单编号,sku,描述,数量,总计\r\n2026-03-14 08:49:04 UTC,1,订单,249-0000901-7000901,L-1,台灯,1,10\r\n';
    const spoilt = iconv.decode(iconv.encode(text, 'gbk'), 'latin1');
    await importFiles([put('mojibake.csv', spoilt)]);
    const row = (await door.caller.reports.rows({ value: '249-0000901-7000901' }))[0];
    expect(row?.data['description']).toBe('台灯');
  });
});

describe('rows that come again', () => {
  it('equal lines are events of their own, and an overlapping file adds only what is new', async () => {
    const header =
      '"Date","FNSKU","ASIN","MSKU","Title","Event Type","Reference ID","Quantity","Fulfillment Center","Disposition","Reason","Country"';
    const equal =
      '"10/05/2026","X00XHD0009","B0XHD00009","L-9","Lamp","Shipments","111-0000909-5000909","-1","LEX1","SELLABLE","","US"';
    const first = await importFiles([put('ledger-a.csv', [header, equal, equal, equal].join('\n'))]);
    expect(first).toMatchObject({ rows: 3, added: 3 });
    const renamed = equal.replace('Lamp', 'Lamp, new title').replace('10/05/2026', '10/06/2026');
    const second = await importFiles([
      put('ledger-b.csv', [header, equal, equal, equal, renamed].join('\n')),
    ]);
    expect(second).toMatchObject({ rows: 4, added: 1, updated: 0, skipped: 3 });
  });

  it('a newer state of an order replaces the older one, never the other way round', async () => {
    const id = '113-0000911-5000911';
    const pending = put('pending.txt', [ORDERS, order(id, '2026-11-01', 'Pending')].join('\n'));
    const shipped = put('shipped.txt', [ORDERS, order(id, '2026-11-03', 'Shipped')].join('\n'));
    await importFiles([pending]);
    expect(await importFiles([shipped])).toMatchObject({ added: 0, updated: 1 });
    expect(await importFiles([pending])).toMatchObject({ added: 0, updated: 0, skipped: 1 });
    expect((await door.caller.reports.rows({ value: id }))[0]?.data['order-status']).toBe('Shipped');
  });
});

describe('bad input', () => {
  it('tells which rows are damaged, short or dated impossibly, and keeps the others', async () => {
    const lines = [
      ORDERS,
      order('113-0000921-5000921', '2026-11-03', 'Shipped'),
      order('113-0000922-5000922', '2026-11-03', 'Shipped').replace('2026-11-01T10', '2026-02-31T10'),
      '113-0000923-5000923\t2026-11-01T1',
    ];
    const result = await importFiles([put('half.txt', lines.join('\n'))]);
    expect(result.rows).toBe(3);
    expect(result.problems.map((p) => [p.code, p.row])).toEqual([
      ['dateUnreadable', 2],
      ['rowShort', 3],
      ['dateUnreadable', 3],
    ]);
    const confirmation =
      'order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method';
    const damaged = await importFiles([
      put(
        'excel.txt',
        `${confirmation}\n113-0000924-5000924\t1\t1\t2026-11-01\tUSPS\tUSPS\t9.4E+21\tStandard\n`,
      ),
    ]);
    expect(damaged.problems).toMatchObject([{ code: 'damagedId', column: 'tracking-number', row: 1 }]);
  });

  it('an unknown header is refused with the header; a mapping reads it, and the next such file needs none', async () => {
    const text = 'Bestellnr.;Wert;Wann\n114-0000931-5000931;5;14.03.2026\n';
    const path = put('own.csv', text);
    await expect(importFiles([path])).rejects.toMatchObject({
      code: 'REPORT_UNKNOWN',
      params: { header: 'Bestellnr. | Wert | Wann' },
    });
    const { preview } = await door.caller.reports.preview({ grant: door.grant(path, 'file') });
    expect(preview).toMatchObject({ report: null, delimiter: ';', header: ['Bestellnr.', 'Wert', 'Wann'] });
    expect(preview.suggestions.orderId).toBe('Bestellnr.');
    const first = await importFiles([path], { orderId: 'Bestellnr.', at: 'Wann' });
    expect(first).toMatchObject({ report: 'custom', added: 1 });
    const next = await importFiles([put('own2.csv', text.replace('0000931-5000931', '0000932-5000932'))]);
    expect(next).toMatchObject({ report: 'custom', added: 1 });
    expect((await door.caller.reports.rows({ value: '114-0000932-5000932' }))[0]?.atMs).toBe(
      Date.UTC(2026, 2, 14),
    );
  });

  it('among several files the good ones are imported and the bad one is named', async () => {
    const good = put('good.txt', [ORDERS, order('113-0000941-5000941', '2026-11-03', 'Shipped')].join('\n'));
    const result = await importFiles([put('empty.txt', ''), good]);
    expect(result.added).toBe(1);
    expect(result.problems).toMatchObject([{ code: 'REPORT_UNKNOWN' }]);
  });

  it('a long import can be cancelled, leaves whole batches and goes on where it stopped', async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) =>
      order(`115-${String(i).padStart(7, '0')}-5000951`, '2026-11-03', 'Shipped'),
    );
    const path = put('long.txt', [ORDERS, ...lines].join('\n'));
    const { jobId } = await door.caller.reports.import({ grants: [door.grant(path, 'file')] });
    const count = door.engine.context.archive.sqlite
      .prepare("SELECT count(*) FROM report_row WHERE order_id LIKE '115-%'")
      .pluck();
    while ((count.get() as number) === 0) await new Promise((resolve) => setImmediate(resolve));
    await door.caller.jobs.cancel({ id: jobId });
    await expect(door.waitForJob(jobId)).rejects.toMatchObject({ code: 'CANCELLED' });
    const stored = count.get() as number;
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(30_000);
    expect(stored % 500).toBe(0);
    const rest = await importFiles([path]);
    expect(rest).toMatchObject({ rows: 30_000, skipped: stored, added: 30_000 - stored });
  });
});
