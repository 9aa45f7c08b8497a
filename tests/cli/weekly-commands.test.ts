// import, health, week and deadlines --ics as a script meets them: exit codes and one JSON document on stdout.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-cli-week-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function cli(...args: string[]): { status: number | null; json: Record<string, unknown>; out: string } {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(PROJECT_DIR, 'src/cli/main.ts'), ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, CASEBINDER_ARCHIVE: join(dir, 'archive'), LANG: 'C', NODE_OPTIONS: '' },
    },
  );
  const json = args.includes('--json') ? (JSON.parse(run.stdout) as Record<string, unknown>) : {};
  return { status: run.status, json, out: run.stdout };
}

describe('the week on the command line', () => {
  test('health add refuses what is no value and tells the band of what is', () => {
    cli('account', 'set', '--name', 'Shop', '--marketplace', 'US,DE');
    const added = cli(
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
      '--json',
    );
    expect(added.status).toBe(0);
    expect(added.json).toMatchObject({
      week: '2026-W46',
      entry: { values: { ahr_score: 180, odr_mfn_rate: 0.3 } },
      assessment: { band: 'at_risk', light: 'yellow' },
    });
    const wrong = cli('health', 'add', '--marketplace', 'US', '--ahr', 'high', '--json');
    expect(wrong.status).toBe(1);
    expect(wrong.json).toMatchObject({ error: { code: 'INPUT_INVALID' } });
    const list = cli('health', 'list', '--json');
    expect(list.json).toMatchObject({ entries: [{ week: '2026-W46' }] });
  });

  test('import says what it was and ends with 3 when rows are damaged, 1 when the header is unknown', () => {
    const header =
      'order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\ttracking-number\tship-method';
    const good = join(dir, 'good.txt');
    writeFileSync(
      good,
      `${header}\n111-0000112-5000112\t1\t1\t2026-11-01\tUPS\tUPS\t1Z999AA10123456784\tGround\n`,
    );
    const first = cli('import', good, '--json');
    expect(first.status).toBe(0);
    expect(first.json).toMatchObject({
      report: 'shipping_confirmation',
      rows: 1,
      added: 1,
      updated: 0,
      skipped: 0,
      problems: [],
    });
    expect(cli('import', good, '--json').json).toMatchObject({ added: 0, skipped: 1 });
    const damaged = join(dir, 'damaged.txt');
    writeFileSync(damaged, `${header}\n111-0000113-5000113\t1\t1\t2026-11-01\tUSPS\tUSPS\t9.4E+21\tGround\n`);
    const second = cli('import', damaged, '--json');
    expect(second.status).toBe(3);
    expect(second.json).toMatchObject({
      problems: [{ code: 'damagedId', column: 'tracking-number', row: 1 }],
    });
    const unknown = join(dir, 'unknown.csv');
    writeFileSync(unknown, 'Name,City\nA,B\n');
    const third = cli('import', unknown, '--json');
    expect(third.status).toBe(1);
    expect(third.json).toMatchObject({ error: { code: 'REPORT_UNKNOWN' } });
    expect(JSON.stringify(third.json)).toContain('Name | City');
  });

  test('week show and close give the receipt; a second close gives the same', () => {
    expect(cli('week', 'show', '--json').json).toMatchObject({ receipt: null, arrived: { documents: 0 } });
    const closed = cli('week', 'close', '--json');
    expect(closed.status).toBe(0);
    expect(closed.json).toMatchObject({ format: 'casebinder-week-receipt/1', ok: true });
    expect(cli('week', 'close', '--json').json).toEqual(closed.json);
    expect(existsSync(join(dir, 'archive', 'receipts', `${String(closed.json['week'])}.json`))).toBe(true);
  });

  test('deadlines --ics writes a calendar and overwrites nothing else', () => {
    const path = join(dir, 'deadlines.ics');
    expect(cli('deadlines', '--ics', path, '--json').status).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(cli('deadlines', '--ics', path, '--json').status).toBe(0);
    const notes = join(dir, 'notes.txt');
    writeFileSync(notes, 'mine');
    expect(cli('deadlines', '--ics', notes, '--json').status).toBe(1);
    expect(readFileSync(notes, 'utf8')).toBe('mine');
  });
});
