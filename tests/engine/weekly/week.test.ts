// Does the week tell what is missing, and does its receipt notice when something was rewritten?
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import type { WeekReceipt } from '../../../src/engine/weekly/week-receipt.ts';
import { storeDocument } from '../../support/store-document.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';

const DAY_MS = 86_400_000;
/** Friday 2026-11-20, 17:00 in Beijing: week 47. */
const START_MS = Date.UTC(2026, 10, 20, 9);
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

let dir: string;
let nowMs: number;
let door: InProcess;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-week-'));
  nowMs = START_MS;
  door = await openInProcess({
    archiveDir: join(dir, 'archive'),
    language: 'en',
    nowMs: () => nowMs,
    projectDir: PROJECT_DIR,
  });
  await door.caller.accounts.save({ name: 'Shop', marketplaces: ['US', 'DE'] });
});
afterEach(async () => {
  await door.close();
  rmSync(dir, { recursive: true, force: true });
});

async function closeWeek(week?: string): Promise<WeekReceipt> {
  const { jobId } = await door.caller.weekly.close(week === undefined ? {} : { week });
  return (await door.waitForJob(jobId)).result as unknown as WeekReceipt;
}

async function importText(name: string, lines: string[]): Promise<void> {
  const path = join(dir, name);
  writeFileSync(path, lines.join('\n'));
  const { jobId } = await door.caller.reports.import({ grants: [door.grant(path, 'file')] });
  await door.waitForJob(jobId);
}

const ORDERS =
  'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\tsku\tasin\tquantity';
const orderLine = (id: string, channel: string, status = 'Shipped', asin = 'B0XHD00001'): string =>
  `${id}\t2026-11-10T10:00:00+00:00\t2026-11-11T10:00:00+00:00\t${status}\t${channel}\tAmazon.com\tL-1\t${asin}\t1`;

describe('orders without evidence', () => {
  it('names what each seller-fulfilled order lacks, through its tracking number and ASIN too', async () => {
    const [bare, full, fba, cancelled] = ['1', '2', '3', '4'].map((n) => `111-000010${n}-500010${n}`) as [
      string,
      string,
      string,
      string,
    ];
    await importText('orders.txt', [
      ORDERS,
      orderLine(bare, 'Merchant', 'Shipped', 'B0XHD00002'),
      orderLine(full, 'Merchant'),
      orderLine(fba, 'Amazon'),
      orderLine(cancelled, 'Merchant', 'Cancelled'),
    ]);
    await importText('confirm.txt', [
      'order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method',
      `${full}\t1\t1\t2026-11-11\tUPS\tUPS\t1Z999AA10123456784\tGround`,
    ]);
    const { archive } = door.engine.context;
    storeDocument(archive, {
      kind: 'pod',
      identifiers: [{ type: 'tracking_number', value: '1Z999AA10123456784' }],
    });
    storeDocument(archive, {
      kind: 'supplier_invoice',
      identifiers: [{ type: 'asin', value: 'B0XHD00001' }],
    });
    storeDocument(archive, { kind: 'shipping_video', identifiers: [{ type: 'order_id', value: full }] });
    // A report that lists the order proves nothing about it.
    storeDocument(archive, { kind: 'amazon_report', identifiers: [{ type: 'order_id', value: bare }] });
    const { ordersWithoutEvidence } = await door.caller.weekly.show();
    expect(ordersWithoutEvidence).toMatchObject({
      checked: 2,
      total: 1,
      missing: { invoice: 1, tracking: 1, pod: 1, video: 1 },
      orders: [{ orderId: bare, has: [], missing: ['invoice', 'tracking', 'pod', 'video'] }],
    });
  });

  it('an order known only from its documents is looked at as well', async () => {
    storeDocument(door.engine.context.archive, {
      kind: 'pod',
      date: '2026-11-15',
      identifiers: [{ type: 'order_id', value: '111-0000109-5000109' }],
    });
    const { orders } = await door.caller.weekly.orders();
    expect(orders).toMatchObject([
      { orderId: '111-0000109-5000109', has: ['tracking', 'pod'], missing: ['invoice', 'video'], atMs: null },
    ]);
  });
});

describe('what could be claimed', () => {
  it('T-19: unreconciled losses until 60 days, refunds without a return from 60 to 120 days; paid ones are not asked for again', async () => {
    const ledger =
      '"Date","FNSKU","ASIN","MSKU","Title","Event Type","Reference ID","Quantity","Fulfillment Center","Disposition","Reason","Country","Reconciled Quantity","Unreconciled Quantity"';
    const lost = (date: string, fnsku: string, open: number, reason = 'M'): string =>
      `"${date}","${fnsku}","B0XHD00001","L-1","Lamp","Adjustments","20000000001","-2","LEX1","SELLABLE","${reason}","US","0","${open}"`;
    await importText('ledger.csv', [
      ledger,
      lost('11/10/2026', 'X00XHD0001', 2),
      lost('11/11/2026', 'X00XHD0002', 0),
      lost('11/12/2026', 'X00XHD0003', 2, 'E'),
      lost('08/01/2026', 'X00XHD0004', 2),
    ]);
    await importText('reimbursements.txt', [
      'approval-date\treimbursement-id\tcase-id\tamazon-order-id\treason\tsku\tfnsku\tasin\tquantity-reimbursed-total',
      '2026-11-13T10:00:00+00:00\t1\t\t\tDamaged_Warehouse\tL-1\tX00XHD0003\tB0XHD00001\t2',
    ]);
    const [kept, returned] = ['111-0000201-5000201', '111-0000202-5000202'];
    await importText('orders.txt', [ORDERS, orderLine(kept, 'Amazon'), orderLine(returned, 'Amazon')]);
    const refund = (id: string): string =>
      `1\tRefund\t${id}\tItemPrice\tPrincipal\t-10.00\tAFN\t2026-09-25\tL-1`;
    await importText('settlement.txt', [
      'settlement-id\ttransaction-type\torder-id\tamount-type\tamount-description\tamount\tfulfillment-id\tposted-date\tsku',
      refund(kept),
      refund(returned),
    ]);
    await importText('returns.csv', [
      'return-date,order-id,sku,asin,fnsku,quantity,detailed-disposition',
      `2026-10-01T10:00:00+00:00,${returned},L-1,B0XHD00001,X00XHD0001,1,SELLABLE`,
    ]);
    const { claims } = (await door.caller.weekly.show()).claims;
    expect(claims.map((c) => [c.problem, c.fnsku ?? c.orderId, c.quantity, c.state])).toEqual([
      ['fba-lost-warehouse', 'X00XHD0001', 2, 'open'],
      ['fba-customer-return', kept, 1, 'too_early'],
    ]);
    expect(day(claims[0]?.closesAtMs ?? 0)).toBe('2027-01-10');
    expect(day(claims[1]?.opensAtMs ?? 0)).toBe('2026-11-24');
  });
});

describe('the health log', () => {
  it('T-21: every store waits for its weekly look; a skip is recorded and quiets the reminder for a week only', async () => {
    const states = async () => (await door.caller.health.due()).map((s) => [s.marketplace, s.state]);
    expect(await states()).toEqual([
      ['US', 'due'],
      ['DE', 'due'],
    ]);
    await door.caller.health.save({ marketplace: 'US', values: { ahr_score: 300, odr_mfn_rate: 0.2 } });
    await door.caller.health.save({ marketplace: 'DE', skippedReason: 'no sales yet' });
    expect(await states()).toEqual([
      ['US', 'done'],
      ['DE', 'skipped'],
    ]);
    nowMs += 7 * DAY_MS;
    expect(await states()).toEqual([
      ['US', 'due'],
      ['DE', 'due'],
    ]);
    const list = await door.caller.health.list();
    expect(list.find((row) => row.marketplace === 'DE')?.skippedReason).toBe('no sales yet');
  });

  it('shows bands, changes and early alerts, starts from last week, and notices two people', async () => {
    await door.caller.health.save({
      marketplace: 'US',
      week: '2026-W46',
      values: { ahr_score: 300, lsr_30d: 1 },
    });
    const start = await door.caller.health.prefill({ accountId: 1, marketplace: 'us', week: '2026-W47' });
    expect(start?.entry.values).toEqual({ ahr_score: 300, lsr_30d: 1 });
    const now = await door.caller.health.save({
      marketplace: 'US',
      values: { ahr_score: 245, lsr_30d: 3.2 },
    });
    expect(now.assessment).toMatchObject({
      light: 'yellow',
      band: 'healthy',
      deltas: [
        { field: 'ahr_score', change: -55, trend: 'worse' },
        { field: 'lsr_30d', change: 2.2, trend: 'worse' },
      ],
    });
    expect(now.assessment.alerts.map((a) => a.reason.code)).toEqual(['ahrLow', 'ahrFalls', 'metricEarly']);
    await door.caller.health.save({ marketplace: 'US', values: { ahr_score: 246 }, revision: now.revision });
    await expect(
      door.caller.health.save({ marketplace: 'US', values: { ahr_score: 247 }, revision: now.revision }),
    ).rejects.toMatchObject({ cause: { code: 'REVISION_CONFLICT' } });
  });

  it('refuses what cannot be: other scales, unknown values, future weeks, empty entries', async () => {
    const wrongs: Parameters<typeof door.caller.health.save>[0][] = [
      { marketplace: 'US', values: { ahr_score: 1_200 } },
      { marketplace: 'US', values: { odr_mfn_rate: 101 } },
      { marketplace: 'US', values: { atoz_claims: 1.5 } },
      { marketplace: 'US', values: { no_such_field: 1 } },
      { marketplace: 'XX', values: { ahr_score: 200 } },
      { marketplace: 'US', week: '2026-W52', values: { ahr_score: 200 } },
      { marketplace: 'US', values: {} },
      { marketplace: 'US', skippedReason: ' ' },
    ];
    for (const wrong of wrongs)
      await expect(door.caller.health.save(wrong)).rejects.toMatchObject({
        cause: { code: 'INPUT_INVALID' },
      });
  });

  it("imports Amazon's performance report and keeps the rating that was typed", async () => {
    const path = join(dir, 'performance.json');
    writeFileSync(
      path,
      JSON.stringify({
        accountStatuses: [{ marketplaceId: 'ATVPDKIKX0DER', status: 'NORMAL' }],
        performanceMetrics: [
          {
            marketplaceId: 'ATVPDKIKX0DER',
            lateShipmentRate: { rate: 0.031, targetValue: 0.04, orderCount: 200 },
            receivedIntellectualPropertyComplaints: { defectsCount: 1 },
          },
        ],
      }),
    );
    await door.caller.health.save({ marketplace: 'US', values: { ahr_score: 310 } });
    const [entry] = await door.caller.health.importReport({ grant: door.grant(path, 'file') });
    expect(entry?.entry.values).toEqual({ ahr_score: 310, lsr_30d: 3.1, received_ip: 1 });
    writeFileSync(path, '{"hello": 1}');
    await expect(door.caller.health.importReport({ grant: door.grant(path, 'file') })).rejects.toMatchObject({
      cause: { code: 'REPORT_UNKNOWN' },
    });
  });
});

describe('closing', () => {
  async function fileDocuments(count: number): Promise<string[]> {
    const folder = join(dir, 'seller');
    mkdirSync(folder);
    const paths = Array.from({ length: count }, (_, i) => join(folder, `note-${i}.txt`));
    for (const [i, path] of paths.entries()) {
      writeFileSync(path, `Packing note ${i} for order 111-0000112-500011${i}.`);
      utimesSync(path, START_MS / 1000 - 86_400, START_MS / 1000 - 86_400);
    }
    await door.caller.folders.add({ grant: door.grant(folder) });
    const { jobId } = await door.caller.intake.run({ ocr: false });
    await door.waitForJob(jobId);
    return paths;
  }

  it('writes a receipt whose hash is in the custody chain, with a backup; closing again gives the same one', async () => {
    await fileDocuments(3);
    const receipt = await closeWeek();
    expect(receipt).toMatchObject({
      week: '2026-W47',
      firstDay: '2026-11-16',
      ok: true,
      previous: null,
      counts: { documents: 3, arrived: 3 },
      sample: { checked: 3, unchanged: 3 },
    });
    const file = join(dir, 'archive', 'receipts', '2026-W47.json');
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    const [last] = await door.caller.archive.custody({ limit: 1 });
    expect(last).toMatchObject({ event: 'week_closed', sha256 });
    expect(
      readFileSync(join(dir, 'archive', 'receipts', '2026-W47.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await door.caller.archive.backups()).map((b) => b.name)).toEqual([receipt.backup?.name]);
    rmSync(file);
    nowMs += DAY_MS;
    expect(await closeWeek('2026-W47')).toEqual(receipt);
    expect(existsSync(file)).toBe(true);
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(sha256);
    expect(await door.caller.weekly.list()).toHaveLength(1);
  });

  it('next week finds the head of the last one in its chain', async () => {
    const first = await closeWeek();
    nowMs += 7 * DAY_MS;
    const second = await closeWeek();
    expect(second).toMatchObject({
      week: '2026-W48',
      ok: true,
      previous: {
        week: '2026-W47',
        sequence: first.custody.sequence,
        head: first.custody.head,
        isPrefix: true,
      },
    });
  });

  it('a chain that was rewritten between two weeks is noticed, even when it is consistent in itself', async () => {
    await closeWeek();
    const { sqlite } = door.engine.context.archive;
    // Somebody with the database in hand: triggers dropped, every event replaced, hashes recomputed.
    sqlite.exec(
      'DROP TRIGGER custody_event_keeps; DROP TRIGGER custody_event_stays; DELETE FROM custody_event;',
    );
    await door.caller.cases.open({ problem: 'tec-other', marketplace: 'US' });
    await door.caller.cases.open({ problem: 'fba-fee-dimension', marketplace: 'US' });
    nowMs += 7 * DAY_MS;
    const second = await closeWeek();
    expect(second.verification.ok).toBe(true);
    expect(second.previous?.isPrefix).toBe(false);
    expect(second.ok).toBe(false);
  });

  it('an original whose bytes changed behind an unchanged size and time is found by the sample', async () => {
    const paths = await fileDocuments(4);
    const victim = paths[2] ?? '';
    const look = statSync(victim);
    const bytes = readFileSync(victim);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    writeFileSync(victim, bytes);
    utimesSync(victim, look.atime, look.mtime);
    const receipt = await closeWeek();
    expect(receipt.ok).toBe(false);
    expect(receipt.sample.changed).toMatchObject([{ path: victim, code: 'ORIGINAL_CHANGED' }]);
  });

  it('a week that has not begun, or does not exist, is not closed', async () => {
    await expect(closeWeek('2026-W48')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(closeWeek('2026-W60')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('what runs out', () => {
  it('names papers of the account that end within 60 days or just ended, by the latest end they state', async () => {
    const { archive } = door.engine.context;
    const put = (kind: string, ...ends: string[]): void => {
      const id = storeDocument(archive, { kind });
      archive.sqlite
        .prepare(
          'INSERT INTO recognition (document_id, version, recognised_at_ms, kind, dates) VALUES (?, 1, 0, ?, ?)',
        )
        .run(id, '{}', JSON.stringify(ends.map((value) => ({ role: 'valid_to', value }))));
    };
    put('business_license', '2026-12-20');
    put('insurance_coi', '2025-12-20', '2026-11-01');
    put('letter_of_authorization', '2028-01-01');
    put('quotation', '2026-11-25');
    const { expiring } = await door.caller.weekly.show();
    expect(expiring.map((e) => [e.document.kind, e.expiresOn, e.daysLeft])).toEqual([
      ['insurance_coi', '2026-11-01', -19],
      ['business_license', '2026-12-20', 30],
    ]);
  });
});
