// Dates, amounts, parties and page ranges that a person corrected: right on the paper, learned for its form, undone.
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InProcess, openInProcess, restoreArchive } from '../../../src/api/in-process.ts';
import type { DocumentDetail } from '../../../src/engine/store/document-detail.ts';
import { checkCustody } from '../../../src/engine/vault/custody.ts';

let base = '';
let door: InProcess;
const open = (): Promise<InProcess> => openInProcess({ archiveDir: join(base, 'archive'), language: 'en' });

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-findings-'));
  mkdirSync(join(base, 'seller'));
  for (const n of [1, 2]) writeSlip(n);
  write(
    'other.txt',
    'Nordisk Belysning AB\nInvoice\nInvoice No: 40918\nInvoice date: 03/04/2026\nBill to: Blue Heron Goods LLC\nTaklampa opal 30 x 245.00\nTotal due SEK 7350.00\n',
  );
  write(
    'guild-letter.txt',
    'Guild of Willow Crafts Ltd\nTo our members in the valley\nWritten 05/06/2026, dues of USD 4.00 are kept by the elder of the house until spring.\n',
  );
  write('e-invoice.xml', E_INVOICE);
  for (const n of [1, 2]) await writeBundle(n);
  door = await open();
  await door.caller.folders.add({ grant: door.grant(join(base, 'seller')) });
  await index();
});
afterAll(async () => {
  await door.close();
  rmSync(base, { recursive: true, force: true });
});

/** A workshop's own form: its words say nothing that a rule could know. */
function writeSlip(n: number): void {
  write(
    `slip-${n}.txt`,
    [
      'Guild of Willow Crafts Ltd',
      'Hollow & Reed basketry  Invoice',
      `Invoice No: HR-70${n}1`,
      `Kiln fired 0${n + 2}/07/2026  Ledger day 0${n + 4}/08/2026`,
      `Keeper of the purse: Carter Lowell and Daughters ${n === 1 ? 'Harbour' : 'Orchard'}`,
      'Willow basket large by the dozen for the autumn market stalls',
      `Willow basket small by the score for the winter market  ${n}1.50`,
      `Carriage and straw ${n}4.00`,
      `Sum agreed at the gate USD ${n}23.40`,
      `Reckoned again with tithe USD ${n}31.90`,
      `Total of baskets USD ${n}11.10`,
    ].join('\n'),
  );
}

const E_INVOICE = `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>INV-2026-0815</cbc:ID><cbc:IssueDate>2026-02-03</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Lampenwerk GmbH</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Blue Heron Goods LLC</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">119.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">119.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
</Invoice>`;

/** Three pages that no rule parts: the order of a workshop, its drawing, and how it is to be packed. */
async function writeBundle(n: number): Promise<void> {
  const pages = [
    [
      'Rattan works ledger of wishes',
      `wish number ${n}7 for willow armchairs`,
      'varnish honey, cushions none, legs turned',
      'joiner to confirm by messenger before harvest',
    ],
    [
      'Drawing room sheet',
      `armchair seen from the side, plate ${n}`,
      'seat height above floor, back slope, arm width',
      'all measures in thumbs unless marked otherwise',
    ],
    [
      'How the carter stacks it',
      `straw below, armchairs ${n}2 upright, canvas above`,
      'rope twice around, knots outward, no iron nails',
      'carter signs with his mark',
    ],
  ];
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = document.addPage();
    for (const [at, line] of lines.entries())
      page.drawText(line, { x: 40, y: 760 - at * 24, size: 12, font });
  }
  write(`bundle-${n}.pdf`, await document.save());
}

/** Long settled, so that no run waits for it. */
function write(name: string, content: string | Uint8Array): void {
  const path = join(base, 'seller', name);
  writeFileSync(path, content);
  const old = new Date(Date.now() - 86_400_000);
  utimesSync(path, old, old);
}

async function index(): Promise<void> {
  await door.engine.intake.runUntilIdle({ ocr: false });
}

async function find(title: string): Promise<DocumentDetail> {
  const { documents } = await door.caller.documents.list({ limit: 100 });
  const hit = documents.find((one) => one.title === title || one.fileName.startsWith(`${title}.`));
  expect(hit, title).toBeDefined();
  return door.caller.documents.get({ id: hit?.id ?? 0 });
}

type Wish = Parameters<InProcess['caller']['documents']['correct']>[0];
async function correct(title: string, wish: Omit<Wish, 'documentId'>): Promise<number[]> {
  const { id } = await find(title);
  const { corrections } = await door.caller.documents.correct({ documentId: id, ...wish });
  await door.caller.documents.learnNow();
  return corrections;
}
async function undo(corrections: number[]): Promise<void> {
  await door.caller.documents.undoCorrections({ corrections });
  await door.caller.documents.learnNow();
}

const dated = (document: DocumentDetail, role: string): string[] =>
  document.dates.filter((one) => one.role === role).map(({ value }) => value);
const named = (document: DocumentDetail, role: string): string[] =>
  document.parties.filter((one) => one.role === role).map(({ name }) => name);
const summed = (document: DocumentDetail, role: string): string[] =>
  document.amounts
    .filter((one) => one.role === role)
    .map(({ value, currency }) => `${value} ${currency ?? ''}`.trim());

test('a date: its label and the order of day and month are learned; other papers keep theirs', async () => {
  const [first, second, other] = [await find('slip-1'), await find('slip-2'), await find('other')];
  const made = await correct('slip-1', { dates: [{ now: { role: 'issue', value: '2026-08-05' } }] });
  expect((await find('slip-1')).dates[0]).toMatchObject({
    role: 'issue',
    value: '2026-08-05',
    reason: { code: 'correctedByPerson', params: { on: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) } },
  });
  const taught = await find('slip-2');
  expect(taught.dates.find(({ role }) => role === 'issue')).toMatchObject({
    value: '2026-08-06',
    reason: { code: 'learnedBeside', params: { label: 'LEDGER DAY', title: 'slip-1' } },
  });
  // 04/07 was read as April 7 or July 4 before; the person said that these papers put the day first.
  expect(taught.dates.map(({ value }) => value)).toContain('2026-07-04');
  expect(taught.date).toBe('2026-08-06');
  // Another form of the same maker is written in the same order.
  expect((await find('guild-letter')).date).toBe('2026-06-05');
  expect(await find('other')).toMatchObject({ dates: other.dates, date: other.date });

  writeSlip(3);
  await index();
  expect(dated(await find('slip-3'), 'issue')).toEqual(['2026-08-07']);

  // Taken back at once on the paper itself, a moment later on the others.
  await door.caller.documents.undoCorrections({ corrections: made });
  expect((await find('slip-1')).dates).toEqual(first.dates);
  await door.caller.documents.learnNow();
  expect((await find('slip-1')).dates).toEqual(first.dates);
  expect((await find('slip-2')).dates).toEqual(second.dates);
});

test('the date to file under is learned, and told with its reason', async () => {
  const [first, second] = [await find('slip-1'), await find('slip-2')];
  const made = await correct('slip-1', { documentDate: '2026-07-03' });
  const taught = await find('slip-2');
  expect(taught.date).toBe('2026-07-04');
  expect(taught.dates.find(({ isDocumentDate }) => isDocumentDate === true)).toMatchObject({
    value: '2026-07-04',
    reason: { code: 'learnedBeside', params: { label: 'KILN FIRED' } },
  });
  await undo(made);
  expect((await find('slip-1')).date).toBe(first.date);
  expect((await find('slip-2')).date).toBe(second.date);
});

test('the total: the line that holds it is learned, with its currency', async () => {
  const first = await find('slip-1');
  expect(summed(first, 'total')).not.toContain('131.90 USD');
  const was = first.amounts
    .filter(({ role }) => role === 'total')
    .map(({ role, value }) => ({ role, value }))[0];
  const made = await correct('slip-1', {
    amounts: [
      { ...(was === undefined ? {} : { was }), now: { role: 'total', value: '131.90', currency: 'USD' } },
    ],
  });
  expect(summed(await find('slip-1'), 'total')).toEqual(['131.90 USD']);
  const taught = await find('slip-2');
  expect(summed(taught, 'total')).toEqual(['231.90 USD']);
  expect(taught.amounts.find(({ role }) => role === 'total')?.reason.code).toBe('learnedBeside');
  await undo(made);
  expect((await find('slip-1')).amounts).toEqual(first.amounts);
  expect(summed(await find('slip-2'), 'total')).not.toContain('231.90 USD');
});

test('parties: the label gives the name on the next paper; a name that is no party is not offered again', async () => {
  const [first, second] = [await find('slip-1'), await find('slip-2')];
  expect(named(first, 'issuer')).toEqual(['Guild of Willow Crafts Ltd']);
  const made = await correct('slip-1', {
    parties: [
      { now: { role: 'buyer', name: 'Carter Lowell and Daughters Harbour' } },
      { was: { role: 'issuer', name: 'Guild of Willow Crafts Ltd' } },
    ],
  });
  const taught = await find('slip-2');
  expect(named(taught, 'buyer')).toEqual(['Carter Lowell and Daughters Orchard']);
  expect(named(taught, 'issuer')).toEqual([]);
  writeSlip(4);
  await index();
  const fourth = await find('slip-4');
  expect(named(fourth, 'buyer')).toEqual(['Carter Lowell and Daughters Orchard']);
  expect(named(fourth, 'issuer')).toEqual([]);
  await undo(made);
  expect((await find('slip-1')).parties).toEqual(first.parties);
  expect((await find('slip-2')).parties).toEqual(second.parties);
});

test('page ranges: set, learned for the same pages, changed, removed and taken back', async () => {
  expect((await find('bundle-1')).kindResult?.parts).toBeUndefined();
  const made = await correct('bundle-1', {
    parts: [
      { kind: 'purchase_order', fromPage: 1 },
      { kind: 'packing_list', fromPage: 3 },
    ],
  });
  const ranges = [
    { slug: 'purchase_order', fromPage: 1, toPage: 2 },
    { slug: 'packing_list', fromPage: 3, toPage: 3 },
  ];
  expect((await find('bundle-1')).kindResult?.parts).toEqual(ranges);
  const taught = (await find('bundle-2')).kindResult;
  expect(taught?.parts).toEqual(ranges);
  expect(taught?.reasons).toContainEqual(expect.objectContaining({ code: 'parts_corrected_on' }));
  expect((await door.caller.documents.list({ query: 'kind:packing_list' })).total).toBe(2);

  const single = await correct('bundle-1', { parts: [] });
  expect((await find('bundle-1')).kindResult?.parts).toBeUndefined();
  expect((await find('bundle-2')).kindResult?.parts).toBeUndefined();
  await undo(single);
  expect((await find('bundle-1')).kindResult?.parts).toEqual(ranges);
  await undo(made);
  expect((await find('bundle-1')).kindResult?.parts).toBeUndefined();
  expect((await find('bundle-2')).kindResult?.parts).toBeUndefined();
});

test('corrections of a correction are taken back in any order, and each is in the custody chain', async () => {
  const before = await find('slip-1');
  const was = before.amounts
    .filter(({ role }) => role === 'total')
    .map(({ role, value }) => ({ role, value }))[0];
  const one = await correct('slip-1', {
    amounts: [{ ...(was === undefined ? {} : { was }), now: { role: 'total', value: '131.90' } }],
  });
  const two = await correct('slip-1', {
    amounts: [{ was: { role: 'total', value: '131.90' }, now: { role: 'total', value: '123.40' } }],
  });
  expect((await find('slip-1')).corrections).toMatchObject([
    { id: two[0], field: 'amount', was: { text: '131.90' }, now: { role: 'total', text: '123.40' } },
    { id: one[0], field: 'amount', now: { text: '131.90' } },
  ]);
  await undo(one);
  expect(summed(await find('slip-1'), 'total')).toEqual(['123.40']);
  await undo(two);
  expect((await find('slip-1')).amounts).toEqual(before.amounts);
  const kinds = [
    await correct('slip-1', { kind: 'packing_list' }),
    await correct('slip-1', { kind: 'delivery_note' }),
  ];
  await undo(kinds[0] ?? []);
  expect(await find('slip-1')).toMatchObject({ kind: 'delivery_note', kindByPerson: true });
  await undo(kinds[1] ?? []);
  expect(await find('slip-1')).toMatchObject({ kind: before.kind, kindByPerson: false });
  const { archive } = door.engine.context;
  expect(checkCustody(archive)).toMatchObject({ ok: true });
  const told = archive.sqlite
    .prepare("SELECT count(*) FROM custody_event WHERE event = 'document_corrected' AND sha256 = ?")
    .pluck()
    .get(before.sha256);
  expect(told).toBeGreaterThanOrEqual(8);
});

test('against the data of an e-invoice a person’s word counts, and is not silent; a lesson never does', async () => {
  const before = await find('e-invoice');
  expect(summed(before, 'total')).toEqual(['119.00 EUR']);
  const made = await correct('e-invoice', {
    amounts: [
      { was: { role: 'total', value: '119.00' }, now: { role: 'total', value: '100.00', currency: 'EUR' } },
    ],
    parties: [{ was: { role: 'buyer', name: 'Blue Heron Goods LLC' } }],
  });
  const after = await find('e-invoice');
  expect(summed(after, 'total')).toEqual(['100.00 EUR']);
  expect(after.warnings).toContainEqual({
    code: 'correctedCertain',
    params: { found: '119.00 EUR', said: '100.00 EUR' },
  });
  expect(after.warnings).toContainEqual({ code: 'struckCertain', params: { found: 'Blue Heron Goods LLC' } });
  write(
    'e-invoice-2.xml',
    E_INVOICE.replace('INV-2026-0815', 'INV-2026-0816').replaceAll('119.00', '238.00'),
  );
  await index();
  const next = await find('e-invoice-2');
  expect(summed(next, 'total')).toEqual(['238.00 EUR']);
  expect(named(next, 'buyer')).toEqual(['Blue Heron Goods LLC']);
  await undo(made);
  expect((await find('e-invoice')).warnings).toEqual(before.warnings);
});

test('a correction survives a move, a new recognition, a restart and a restored backup', async () => {
  const { id } = await find('slip-1');
  await correct('slip-1', {
    parties: [{ now: { role: 'seller', name: 'Hollow & Reed' } }],
    amounts: [{ now: { role: 'claim', value: '131.90', currency: 'USD' } }],
    dates: [{ now: { role: 'issue', value: '2026-08-05' } }],
  });
  const isRight = async (): Promise<void> => {
    const shown = await door.caller.documents.get({ id });
    expect(named(shown, 'seller')).toEqual(['Hollow & Reed']);
    expect(summed(shown, 'claim')).toEqual(['131.90 USD']);
    expect(dated(shown, 'issue')).toEqual(['2026-08-05']);
    expect(shown.date).toBe('2026-08-05');
  };
  renameSync(join(base, 'seller', 'slip-1.txt'), join(base, 'seller', 'moved.txt'));
  await index();
  await isRight();
  // As if a newer version of recognition had come: everything is recognised anew from the stored text.
  door.engine.context.archive.sqlite.prepare('UPDATE recognition SET version = 0').run();
  await index();
  await isRight();
  const receipt = await door.engine.backup(join(base, 'backups'));
  await undo((await find('moved')).corrections.map((one) => one.id));
  await door.close();
  restoreArchive(join(base, 'archive'), receipt.folder, Date.now());
  door = await open();
  await index();
  await isRight();
  expect(dated(await find('slip-2'), 'issue')).toEqual(['2026-08-06']);
});
