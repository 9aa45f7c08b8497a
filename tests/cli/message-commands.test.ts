// message waiting, record, set-aside; report offered, list, preview, import, rows; coverage confirm: what lies in watched folders.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

let dir = '';
const ORDERS = [
  'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\tproduct-name\tsku\tasin\tquantity',
  '113-0000112-5000112\t\t2026-11-01T10:00:00+00:00\t2026-11-02T10:00:00+00:00\tShipped\tMerchant\tAmazon.com\tLamp\tLAMP-1\tB0ABCDEF12\t2',
];

const mail = (caseId: string, words: string): string =>
  `From: seller-performance@amazon.com\r\nTo: shop@example.com\r\nSubject: [CASE ${caseId}] Your account\r\nDate: Fri, 20 Nov 2026 09:00:00 +0000\r\n\r\nHello,\r\n${words}\r\nSeller Performance Team\r\nAmazon.com\r\n`;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-cli-message-'));
  const watched = join(dir, 'watched');
  mkdirSync(watched);
  writeFileSync(join(watched, 'orders.txt'), `${ORDERS.join('\n')}\n`);
  writeFileSync(
    join(watched, 'notice.eml'),
    mail('17012345678', 'We need more information about your case. Please respond by December 4, 2026.'),
  );
  writeFileSync(
    join(watched, 'advert.eml'),
    mail('17099999999', 'We need more information about your case.'),
  );
  await cli('account', 'set', '--name', 'Shop', '--marketplace', 'US');
  await cli('folders', 'add', watched);
  await cli('index', '--no-ocr');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function cli(...args: string[]): Promise<{ status: number; json: Record<string, unknown> }> {
  const { status, out } = await runInThisProcess(...args, '--archive', join(dir, 'archive'), '--json');
  return { status, json: JSON.parse(out) as Record<string, unknown> };
}

const say = async (...args: string[]): Promise<string> =>
  (await runInThisProcess(...args, '--archive', join(dir, 'archive'), '--lang', 'en')).out;

type Waiting = { total: number; documents: { id: number; fileName: string }[] };
const waiting = async (): Promise<Waiting> => (await cli('message', 'waiting')).json as unknown as Waiting;
const idOf = async (fileName: string): Promise<string> =>
  String((await waiting()).documents.find((row) => row.fileName === fileName)?.id);

describe('messages that wait for a case', () => {
  test('are listed, set aside and brought back', async () => {
    expect((await waiting()).total).toBe(2);
    const id = await idOf('advert.eml');
    expect((await cli('message', 'set-aside', id)).json).toEqual({
      documentIds: [Number(id)],
      aside: true,
      waiting: 1,
    });
    expect((await waiting()).documents.map((row) => row.fileName)).toEqual(['notice.eml']);
    expect((await cli('message', 'set-aside', id, '--undo')).json).toMatchObject({ waiting: 2 });
    expect((await cli('message', 'set-aside', id, '99999')).json).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect((await waiting()).total).toBe(2);
  });

  test('go onto a case with what a person corrects of them, and no longer wait', async () => {
    const id = await idOf('notice.eml');
    const homeless = await cli('message', 'record', id);
    expect(homeless).toMatchObject({ status: 1, json: { error: { code: 'INPUT_INVALID' } } });
    expect(await say('message', 'read', join(dir, 'watched', 'notice.eml'))).toContain(
      'casebinder case open --problem',
    );
    await cli('case', 'open', '--problem', 'lst-inauthentic', '--marketplace', 'US');
    const put = await cli(
      ...['message', 'record', id, '--case', 'C-0001', '--due', '2026-12-05'],
      ...['--case-id', '17012345678', '--status', 'reply_needed'],
    );
    expect(put.json).toMatchObject({ recorded: [{ file: 'notice.eml', case: 'C-0001' }] });
    expect((await cli('case', 'show', 'C-0001')).json).toMatchObject({
      caseId: '17012345678',
      status: 'reply_needed',
      timeline: expect.arrayContaining([
        expect.objectContaining({
          documentId: Number(id),
          data: expect.objectContaining({ statedDate: '2026-12-05' }),
        }),
      ]),
    });
    expect((await waiting()).documents.map((row) => row.fileName)).toEqual(['advert.eml']);
    expect((await cli('message', 'record', id, '--status', 'happy')).json).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
  });
});

describe('reports', () => {
  test('of watched folders are offered, previewed, imported once, and their rows are found', async () => {
    const offered = (await cli('report', 'offered')).json as unknown as Waiting;
    expect(offered).toMatchObject({ total: 1, documents: [{ fileName: 'orders.txt' }] });
    const id = String(offered.documents[0]?.id);
    expect((await cli('report', 'preview', '--document', id)).json).toMatchObject({
      report: 'all_orders',
      found: [{ orderId: '113-0000112-5000112', asin: 'B0ABCDEF12', sku: 'LAMP-1', quantity: '2' }],
    });
    expect((await cli('report', 'list')).json).toEqual({ imports: [] });
    expect((await cli('report', 'import', 'all')).json).toMatchObject({ report: 'all_orders', added: 1 });
    expect((await cli('report', 'offered')).json).toMatchObject({ total: 0 });
    expect((await cli('report', 'import', 'all')).json).toMatchObject({ rows: 0 });
    expect((await cli('report', 'import', id)).json).toMatchObject({ added: 0, skipped: 1 });
    expect((await cli('report', 'list')).json).toMatchObject({
      imports: [{ report: 'all_orders', fileName: 'orders.txt', rowCount: 1, summary: { state: 'done' } }],
    });
    expect((await cli('report', 'rows', 'B0ABCDEF12')).json).toMatchObject({
      rows: [{ report: 'all_orders', quantity: 2, data: { 'amazon-order-id': '113-0000112-5000112' } }],
    });
    expect(await say('report', 'rows', '113-9999999-5000112')).toContain('No imported row about');
  });

  test('with an unknown header: the preview says what a mapping would find', async () => {
    const path = join(dir, 'own.csv');
    writeFileSync(path, 'Bestellung,Paket\n113-0000113-5000113,1Z999AA10123456784\n');
    expect((await cli('report', 'preview', path)).json).toMatchObject({
      report: null,
      found: [],
      suggestions: { orderId: 'Bestellung' },
    });
    expect(await say('report', 'preview', path)).toContain('--map orderId=Bestellung');
    const mapped = await cli('report', 'preview', path, '--map', 'trackingNumber=Paket');
    expect(mapped.json).toMatchObject({ found: [{ trackingNumber: '1Z999AA10123456784' }] });
    expect((await cli('report', 'preview', path, '--map', 'order=Bestellung')).json).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    expect(await cli('report', 'preview')).toMatchObject({ status: 2, json: { error: { code: 'USAGE' } } });
  });
});

test('units that a person confirms count in the ledger, until they are taken back', async () => {
  const invoice = join(dir, 'watched', 'invoice.txt');
  writeFileSync(invoice, 'Commercial invoice\nInvoice No. INV-77\nDate: 2026-10-01\nSeller: Lamp Works\n');
  await cli('index', '--no-ocr');
  const found = (await cli('search', 'INV-77')).json['documents'] as { id: number }[];
  const id = String(found[0]?.id);
  await cli('correct', id, '--kind', 'supplier_invoice', '--date', '2026-10-01');
  const ask = (units: string) => cli('coverage', 'confirm', id, 'B0ABCDEF12', units);
  expect((await cli('coverage')).json).toMatchObject({
    rows: [{ product: 'B0ABCDEF12', sold: 2, bought: 0 }],
  });
  expect((await ask('50')).json).toMatchObject({
    rows: [{ bought: 50, short: 0, invoices: [{ certainty: 'confirmed', quantity: 50 }] }],
  });
  expect((await ask('none')).json).toMatchObject({ rows: [{ bought: 0, short: 2 }] });
  expect((await ask('many')).json).toMatchObject({ error: { code: 'INPUT_INVALID' } });
});
