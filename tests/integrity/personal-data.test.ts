// Identity and account numbers: recognised, but never stored, listed, searched by or told in full outside the document's own text.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../src/api/in-process.ts';
import { tokeniseForIndex } from '../../src/domain/search/tokenise.ts';
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

it('stand in full in no table but the text of the document, and in no byte of the index', () => {
  const { sqlite } = door.engine.context.archive;
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as string[];
  const holding = tables.filter((table) =>
    (sqlite.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).some((row) =>
      Object.values(row).some((value) => isTelling(Buffer.isBuffer(value) ? value : String(value))),
    ),
  );
  expect(holding).toEqual(['document_text']);
  expect(isTelling(bytesWithoutTexts(door))).toBe(false);
});

it('an archive of an older version is indexed anew, and the old words go from the bytes of the file', async () => {
  const { engine } = door;
  const { sqlite } = engine.context.archive;
  // As version 1 wrote it.
  const body = sqlite.prepare('SELECT text FROM document_text WHERE document_id = 1').pluck().get() as string;
  sqlite.prepare('DELETE FROM search_text WHERE rowid = 1').run();
  sqlite
    .prepare("INSERT INTO search_text (rowid, title, body, names) VALUES (1, '', ?, '')")
    .run(tokeniseForIndex(body));
  sqlite.prepare("DELETE FROM setting WHERE key = 'search_index_version'").run();
  expect(isTelling(bytesWithoutTexts(door))).toBe(true);
  await engine.intake.runUntilIdle({ ocr: false });
  expect(isTelling(bytesWithoutTexts(door))).toBe(false);
  expect(await door.caller.documents.list({ query: IDENTITY })).toMatchObject({ total: 1 });
});

it.each([
  ['whole', IDENTITY],
  ['in small letters', IDENTITY.toLowerCase()],
  ['in groups', '110105 19491231 002X'],
  ['a card in groups of four', '6222 0212 3456 7890 128'],
  ['a card with hyphens, and a word', '测试 6222-0212-3456-7890-128'],
  ['an IBAN in groups', 'DE89 3704 0044 0532 0130 00'],
  ['full-width', '６２２２０２１２３４５６７８９０１２８'],
])('the document is found by a full number: %s', async (_how, query) => {
  expect(await door.caller.documents.list({ query })).toMatchObject({ total: 1 });
});

it('a part of a number finds nothing, other numbers are found by their parts as ever', async () => {
  for (const query of [IDENTITY.slice(0, 12), IDENTITY.slice(3), CARD.slice(0, 10), IBAN.slice(4, 14)])
    expect(await door.caller.documents.list({ query }), query).toMatchObject({ total: 0 });
  for (const query of ['113-1234567-7654321', '1131234567', '7654321'])
    expect(await door.caller.documents.list({ query }), query).toMatchObject({ total: 1 });
});

it('the words around a hit show no number in full; a sensitive kind shows no words at all', async () => {
  const list = async () =>
    (await door.caller.documents.list({ query: '测试', withSnippets: true })).documents[0];
  await door.caller.documents.correct({ documentId: 1, kind: 'commercial_invoice' });
  const text = (await list())?.snippet?.text ?? '';
  expect(text).toContain('测试');
  expect(text).toContain('002X');
  expect(isTelling(text)).toBe(false);
  await door.caller.documents.correct({ documentId: 1, kind: 'legal_rep_id' });
  expect(await list()).not.toHaveProperty('snippet');
});

/** The bytes of a copy of the database from which the texts of documents were taken out. */
function bytesWithoutTexts(from: InProcess): Buffer {
  const copy = join(home.dir, 'copy.sqlite');
  rmSync(copy, { force: true });
  from.engine.context.archive.sqlite.prepare('VACUUM INTO ?').run(copy);
  const sqlite = new Database(copy);
  sqlite.pragma('secure_delete = ON');
  sqlite.exec('DELETE FROM document_text');
  sqlite.close();
  return readFileSync(copy);
}

function isTelling(value: Buffer | string): boolean {
  const text = typeof value === 'string' ? value : value.toString('latin1');
  // FTS5 writes a word without the beginning that it shares with the word before it.
  return FULL.some((number) => text.toLowerCase().includes(number.slice(4).toLowerCase()));
}

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
