// What happens to impossible dates, gaps of daylight saving time, broken tables and two people at once?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';

const START_MS = Date.UTC(2026, 2, 2, 12);
const dir = mkdtempSync(join(tmpdir(), 'casebinder-bad-'));
let door: InProcess;

beforeAll(async () => {
  door = await openInProcess({
    archiveDir: join(dir, 'archive'),
    language: 'en',
    nowMs: () => START_MS,
    projectDir: PROJECT_DIR,
  });
  await door.caller.accounts.save({ name: 'Shop', marketplaces: ['US', 'DE'] });
});
afterAll(async () => {
  await door.close();
  rmSync(dir, { recursive: true, force: true });
});

const refused = { message: expect.any(String) };

describe('dates', () => {
  it('a day that does not exist is refused everywhere, and the case stays readable', async () => {
    await expect(
      door.caller.cases.open({ problem: 'ord-odr', marketplace: 'US', notifiedOn: '2026-02-30' }),
    ).rejects.toMatchObject(refused);
    const { number } = await door.caller.cases.open({ problem: 'ord-odr', marketplace: 'US' });
    const add = (data: Record<string, string | number>, atMs?: number) =>
      door.caller.cases.addEvent({
        case: number,
        kind: 'info_request',
        title: 'x',
        data,
        ...(atMs === undefined ? {} : { atMs }),
      });
    await expect(add({ statedDate: '2026-13-01' })).rejects.toMatchObject(refused);
    await expect(add({ statedDate: 'soon' })).rejects.toMatchObject(refused);
    await expect(add({ statedAtMs: 9e15 })).rejects.toMatchObject(refused);
    await expect(add({}, Number.POSITIVE_INFINITY)).rejects.toMatchObject(refused);
    await expect(add({}, 1_772_000_000)).rejects.toMatchObject(refused); // seconds taken for milliseconds
    const [message] = await door.caller.messages.receive({ text: 'Hello\nSelling Partner Support' });
    await expect(
      door.caller.messages.record({
        message: message?.message ?? '',
        case: number,
        kind: 'info_request',
        statedDate: '2026-02-30',
      }),
    ).rejects.toMatchObject(refused);
    await expect(door.caller.reports.coverage({ anchorOn: '2026-02-30' })).rejects.toMatchObject(refused);
    expect((await door.caller.cases.get({ case: number })).number).toBe(number);
  });

  it('a deadline on the day that has only 23 hours ends with that day, in the marketplace’s zone', async () => {
    const deadlineOn = async (marketplace: string, statedDate: string) => {
      const { number } = await door.caller.cases.open({
        problem: 'acct-deactivated-policy',
        marketplace,
        notifiedOn: '2026-03-01',
        reason: 'another',
      });
      const detail = await door.caller.cases.addEvent({
        case: number,
        kind: 'amazon_message',
        title: 'Respond',
        official: true,
        data: { statedDate },
      });
      const found = detail.deadlines.find((d) => d.basis === 'stated' && d.closesAtMs !== undefined);
      return new Date(found?.closesAtMs ?? 0).toISOString();
    };
    // Clocks go from 02:00 to 03:00 that night; the evening is in summer time.
    expect(await deadlineOn('US', '2026-03-08')).toBe('2026-03-09T06:59:59.000Z');
    expect(await deadlineOn('DE', '2026-03-29')).toBe('2026-03-29T21:59:59.000Z');
  });
});

describe('tables', () => {
  const header = [
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
  ];
  const cells: Record<string, string> = {
    'return-date': '2026-02-05T15:31:40+00:00',
    'order-id': '113-0000777-5000777',
    sku: 'S-1',
    asin: 'B0XHD00001',
    fnsku: 'X000000001',
    'product-name': 'Lamp',
    quantity: '1',
    'fulfillment-center-id': 'LEX1',
    'detailed-disposition': 'SELLABLE',
    reason: 'UNWANTED',
    status: 'ok',
    'license-plate-number': 'LPN1',
    'customer-comments': '',
  };
  const table = (columns: readonly string[]) =>
    `${columns.join(',')}\r\n${columns.map((c) => `"${cells[c]}"`).join(',')}\r\n`;
  const put = (name: string, text: string) => {
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };
  const load = async (path: string) => {
    const { jobId } = await door.caller.reports.import({ grants: [door.grant(path, 'file')] });
    return (await door.waitForJob(jobId)).result as Record<string, unknown> & {
      problems: { code: string }[];
    };
  };

  it('shuffled columns are the same report, and the same row of it', async () => {
    expect(await load(put('a.csv', table(header)))).toMatchObject({ report: 'fba_returns', added: 1 });
    expect(await load(put('b.csv', table([...header].reverse())))).toMatchObject({
      report: 'fba_returns',
      added: 0,
    });
  });

  it('a missing column that nothing needs is missed by nobody; one that names the report refuses it with its header', async () => {
    const fewer = header.filter((c) => c !== 'customer-comments' && c !== 'product-name');
    expect(await load(put('c.csv', table(fewer)))).toMatchObject({ report: 'fba_returns', added: 0 });
    await expect(
      load(put('d.csv', table(header.filter((c) => c !== 'detailed-disposition')))),
    ).rejects.toMatchObject({
      code: 'REPORT_UNKNOWN',
      params: { header: expect.stringContaining('order-id') },
    });
  });

  it('half a file: whole rows are kept, the torn one is flagged', async () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      header
        .map((c) => (c === 'order-id' ? `113-00008${String(i).padStart(2, '0')}-5000800` : `"${cells[c]}"`))
        .join(','),
    );
    const whole = `${header.join(',')}\r\n${rows.join('\r\n')}\r\n`;
    const result = await load(put('half.csv', whole.slice(0, whole.length - 60)));
    expect(result).toMatchObject({ rows: 40 });
    expect(
      result.problems.map((p) => p.code).some((code) => code === 'rowShort' || code === 'quoteOpen'),
    ).toBe(true);
  });
});

describe('two people at once', () => {
  it('the second one to save is told, and nothing of the first is lost', async () => {
    const { number, revision } = await door.caller.cases.open({ problem: 'tec-other', marketplace: 'DE' });
    await door.caller.cases.change({ case: number, revision, title: 'first' });
    await expect(door.caller.cases.change({ case: number, revision, title: 'second' })).rejects.toMatchObject(
      { cause: { code: 'REVISION_CONFLICT' } },
    );
    expect((await door.caller.cases.get({ case: number })).title).toBe('first');
  });
});
