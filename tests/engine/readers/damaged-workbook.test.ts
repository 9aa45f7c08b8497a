// A workbook whose packed bytes are damaged ends with a named problem; the library's own unpacking ran for ever on some of them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { createReadPool } from '../../../src/engine/readers/read-pool.ts';
import { makeEndlessWorkbook } from './endless-workbook.ts';

const base = mkdtempSync(join(tmpdir(), 'casebinder-workbook-'));
const pool = createReadPool({ workers: 1, scratchDir: join(base, 'scratch') });
afterAll(async () => {
  await pool.close();
  rmSync(base, { recursive: true, force: true });
});

function makeWorkbook(): Buffer {
  const rows = Array.from({ length: 60 }, (_, row) => [`order 113-1234567-${1_000_000 + row}`, row]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Orders');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

it('is read when whole', async () => {
  const path = join(base, 'whole.xlsx');
  writeFileSync(path, makeWorkbook());
  const read = await pool.read({ path, fileName: 'whole.xlsx', limits: DEFAULT_READ_LIMITS });
  expect(read.pages[0]?.text).toContain('113-1234567-1000059');
  expect(read.problems.map(({ code }) => code)).not.toContain('DAMAGED');
});

it('zeros in the packed bytes, anywhere, are damage and not a hang', async () => {
  const whole = makeWorkbook();
  for (let at = 60; at < whole.length - 400; at += Math.ceil(whole.length / 25)) {
    const path = join(base, `zeros-${at}.xlsx`);
    writeFileSync(path, Buffer.from(whole).fill(0, at, at + 120));
    expect(readFileSync(path)).toHaveLength(whole.length);
    const read = await pool.read({
      path,
      fileName: `zeros-${at}.xlsx`,
      limits: { ...DEFAULT_READ_LIMITS, timeoutMs: 20_000 },
    });
    expect(
      read.problems.map(({ code }) => code),
      `at ${at}`,
    ).not.toContain('TOO_SLOW');
  }
}, 120_000);

it('the library unpacks through Node, which ends with an error where its own way ran for ever', () => {
  const path = join(base, 'endless.xlsx');
  writeFileSync(path, makeEndlessWorkbook());
  return pool
    .read({
      path,
      fileName: 'endless.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      limits: { ...DEFAULT_READ_LIMITS, timeoutMs: 20_000 },
    })
    .then((read) => expect(read.problems.map(({ code }) => code)).not.toContain('TOO_SLOW'));
}, 60_000);
