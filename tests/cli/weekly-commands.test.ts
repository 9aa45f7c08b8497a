// import, health, week and deadlines --ics as a script meets them: exit codes and one JSON document on stdout.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-cli-week-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function cli(...args: string[]): Promise<{ status: number; json: Record<string, unknown> }> {
  const { status, out } = await runInThisProcess(...args, '--archive', join(dir, 'archive'), '--json');
  return { status, json: JSON.parse(out) as Record<string, unknown> };
}

describe('the week on the command line', () => {
  test('health add refuses what is no value and tells the band of what is', async () => {
    await cli('account', 'set', '--name', 'Shop', '--marketplace', 'US,DE');
    const added = await cli(
      'health',
      'add',
      '--marketplace',
      'US',
      '--week',
      '2026-W46',
      '--ahr',
      '180',
      '--odr',
      '0.3%',
    );
    expect(added.status).toBe(0);
    expect(added.json).toMatchObject({
      week: '2026-W46',
      entry: { values: { ahr_score: 180, odr_mfn_rate: 0.3 } },
      assessment: { band: 'at_risk', light: 'yellow' },
    });
    const wrong = await cli('health', 'add', '--marketplace', 'US', '--ahr', 'high');
    expect(wrong.status).toBe(1);
    expect(wrong.json).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    const list = await cli('health', 'list');
    expect(list.json).toMatchObject({ entries: [{ week: '2026-W46' }] });
  });

  test('import says what it was and ends with 3 when rows are damaged, 1 when the header is unknown', async () => {
    const header =
      'order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method';
    const good = join(dir, 'good.txt');
    writeFileSync(
      good,
      `${header}\n111-0000112-5000112\t1\t1\t2026-11-01\tUPS\tUPS\t1Z999AA10123456784\tGround\n`,
    );
    const first = await cli('import', good);
    expect(first.status).toBe(0);
    expect(first.json).toMatchObject({
      report: 'shipping_confirmation',
      rows: 1,
      added: 1,
      updated: 0,
      skipped: 0,
      problems: [],
    });
    expect((await cli('import', good)).json).toMatchObject({ added: 0, skipped: 1 });
    const damaged = join(dir, 'damaged.txt');
    writeFileSync(damaged, `${header}\n111-0000113-5000113\t1\t1\t2026-11-01\tUSPS\tUSPS\t9.4E+21\tGround\n`);
    const second = await cli('import', damaged);
    expect(second.status).toBe(3);
    expect(second.json).toMatchObject({
      problems: [{ code: 'damagedId', column: 'tracking-number', row: 1 }],
    });
    const unknown = join(dir, 'unknown.csv');
    writeFileSync(unknown, 'Name,City\nA,B\n');
    const third = await cli('import', unknown);
    expect(third.status).toBe(1);
    expect(third.json).toMatchObject({ error: { code: 'REPORT_UNKNOWN' } });
    expect(JSON.stringify(third.json)).toContain('Name | City');
  });

  test('week show and close give the receipt; a second close gives the same', async () => {
    expect((await cli('week', 'show')).json).toMatchObject({ receipt: null, arrived: { documents: 0 } });
    const closed = await cli('week', 'close');
    expect(closed.status).toBe(0);
    expect(closed.json).toMatchObject({ format: 'casebinder-week-receipt/1', ok: true });
    expect((await cli('week', 'close')).json).toEqual(closed.json);
    expect(existsSync(join(dir, 'archive', 'receipts', `${String(closed.json['week'])}.json`))).toBe(true);
  });

  test('the receipt is written as JSON and as PDF, once; an open week has none', async () => {
    const [week] = (await cli('week', 'list')).json['weeks'] as { week: string }[];
    const name = week?.week ?? '';
    expect((await cli('week', 'receipt', name)).json).toEqual(week);
    const json = join(dir, 'receipt.json');
    expect((await cli('week', 'receipt', name, '--out', json)).json).toMatchObject({ format: 'json' });
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ week: name });
    const pdf = join(dir, 'receipt.pdf');
    expect((await cli('week', 'receipt', name, '--out', pdf)).json).toMatchObject({ format: 'pdf' });
    expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect((await cli('week', 'receipt', name, '--out', pdf)).status).toBe(1);
    expect((await cli('week', 'receipt', '2020-W01')).json).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('the reminder follows the weekday and hour that a person chose', async () => {
    const moved = await cli('week', 'reminder', '--weekday', '1', '--hour', '0');
    expect(moved.json).toMatchObject({ due: false });
    const at = Number(moved.json['remindAtMs']);
    expect(new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)).toBe('00:00');
    expect(new Date(at + 8 * 3_600_000).getUTCDay()).toBe(1);
    expect((await cli('week', 'reminder')).json).toMatchObject({ remindAtMs: at });
    expect((await cli('week', 'reminder', '--weekday', '8')).status).toBe(1);
  });

  test('orders without evidence are told beyond what the week shows', async () => {
    const found = await cli('week', 'orders', '--days', '400', '--limit', '1');
    expect(found.json).toMatchObject({
      orders: [{ orderId: expect.stringMatching(/^111-/), missing: expect.arrayContaining(['invoice']) }],
    });
  });

  test('health tells which store waits, what the newest look warns of, and which values there are', async () => {
    const due = await cli('health', 'due');
    expect(due.json).toMatchObject({
      stores: expect.arrayContaining([expect.objectContaining({ marketplace: 'DE', state: 'due' })]),
      alerts: [{ marketplace: 'US', week: '2026-W46', reason: { code: 'ahrAtRisk' } }],
    });
    const fields = (await cli('health', 'fields', '--marketplace', 'DE')).json['fields'] as { id: string }[];
    expect(fields.map((field) => field.id)).toContain('idr_7d');
    expect(fields.map((field) => field.id)).not.toContain('otdr_14d');
  });

  test('deadlines --ics writes a calendar and overwrites nothing else', async () => {
    const path = join(dir, 'deadlines.ics');
    expect((await cli('deadlines', '--ics', path)).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect((await cli('deadlines', '--ics', path)).status).toBe(0);
    const notes = join(dir, 'notes.txt');
    writeFileSync(notes, 'mine');
    expect((await cli('deadlines', '--ics', notes)).status).toBe(1);
    expect(readFileSync(notes, 'utf8')).toBe('mine');
  });
});
