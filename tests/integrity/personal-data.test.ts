// Identity and account numbers: recognised, but never stored, listed, searched by or told in full outside the document's own text.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../src/api/in-process.ts';
import { openTemporaryArchive, type TemporaryArchive } from '../support/temporary-archive.ts';

// Made for this test: the check digits are right, the numbers belong to nobody.
const IDENTITY = '11010519491231002X';
const IBAN = 'DE89370400440532013000';
const CARD = '6222021234567890128';
const FULL = [IDENTITY, IBAN, CARD];

let home: TemporaryArchive;
let door: InProcess;
beforeAll(async () => {
  home = openTemporaryArchive();
  home.archive.close();
  const papers = join(home.dir, 'papers');
  mkdirSync(papers);
  writeFileSync(
    join(papers, '法人.txt'),
    `居民身份证\n姓名 测试\n公民身份号码 ${IDENTITY}\n\n开户行 某银行\n银行账号：${CARD}\nIBAN ${IBAN}\n订单 113-1234567-7654321\n`,
  );
  door = await openInProcess({ archiveDir: join(home.dir, 'archive'), language: 'en' });
  await door.caller.folders.add({ grant: door.grant(papers) });
  await door.engine.intake.runUntilIdle({ ocr: false });
});
afterAll(async () => {
  await door.close();
  rmSync(home.dir, { recursive: true, force: true });
});

it('are found, and kept with their last four characters only', () => {
  const rows = door.engine.context.archive.sqlite
    .prepare("SELECT type, value, value_key FROM identifier WHERE type IN ('cn_id','bank_account')")
    .all() as { type: string; value: string; value_key: string }[];
  expect(rows.map(({ type }) => type)).toContain('cn_id');
  expect(rows.map(({ type }) => type)).toContain('bank_account');
  for (const row of rows) expect(row.value).toMatch(/^\*{4}.{4}$/);
});

it('stand in full in no table but the text of the document', () => {
  const { sqlite } = door.engine.context.archive;
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as string[];
  const holding = tables.filter((table) =>
    (sqlite.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).some((row) =>
      Object.values(row).some((value) => FULL.some((number) => String(value).includes(number))),
    ),
  );
  // Full-text search finds every word of a document, so its index holds the text's words, too (docs/integrity.md, trade-offs).
  expect(holding.sort()).toEqual(['document_text', 'search_text_data']);
});

it('are in no list, facet, suggestion or identifier page', async () => {
  const { caller } = door;
  const answers = [
    await caller.documents.list({ query: '' }),
    await caller.documents.get({ id: 1 }),
    await caller.documents.facets({ query: '' }),
    await caller.identifiers.list({ types: ['cn_id', 'bank_account', 'order_id'] }),
    await caller.archive.overview(),
    await caller.archive.custody({}),
  ];
  for (const number of FULL) {
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(number);
    expect(await caller.identifiers.page({ value: number })).toBeNull();
    expect(
      await caller.identifiers.list({ types: ['cn_id', 'bank_account'], contains: number.slice(2, 12) }),
    ).toMatchObject({ total: 0 });
    expect(JSON.stringify(await caller.documents.suggest({ text: number.slice(0, 10) }))).not.toContain(
      number,
    );
  }
});
