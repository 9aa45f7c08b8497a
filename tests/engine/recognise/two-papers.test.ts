// One file with an invoice and a packing list: both are shown with their pages, found, and proposed to a case.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';

const INVOICE = [
  'INVOICE',
  'Shenzhen Bright Lamp Manufacturing Co., Ltd.',
  'Invoice No: BL-2026-00417   Invoice date: 2026-01-12',
  'Bill to: Hangzhou Example Trading Co., Ltd.',
  'Description  Quantity  Unit price  Amount',
  'LED desk lamp ASIN B0C7XYZ123  500 pcs  8.40  4,200.00',
  'Total amount USD 4,200.00',
];
const PACKING = [
  'PACKING LIST',
  'Invoice No: BL-2026-00417   Packing list no. PL-00417',
  'Carton no.  Quantity  Gross weight  Net weight  Measurement',
  '1-50  500 pcs  612.0 kg  560.0 kg  3.2 cbm',
  'Total cartons 50   Total gross weight 612.0 kg   Total net weight 560.0 kg',
];

let base = '';
let door: InProcess;
let id = 0;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-parts-'));
  const folder = join(base, 'seller');
  mkdirSync(folder);
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const lines of [INVOICE, PACKING, PACKING.slice(2)]) {
    const page = document.addPage();
    for (const [index, line] of lines.entries())
      page.drawText(line, { x: 40, y: 760 - index * 24, size: 12, font });
  }
  const path = join(folder, 'shipment.pdf');
  writeFileSync(path, await document.save());
  const old = new Date(Date.now() - 86_400_000);
  utimesSync(path, old, old);
  door = await openInProcess({ archiveDir: join(base, 'archive'), language: 'en' });
  await door.caller.folders.add({ grant: door.grant(folder) });
  await door.engine.intake.runUntilIdle({ ocr: false });
  id = (await door.caller.documents.list({ limit: 1 })).documents[0]?.id ?? 0;
});
afterAll(async () => {
  await door.close();
  rmSync(base, { recursive: true, force: true });
});

test('both papers are shown with their pages', async () => {
  const detail = await door.caller.documents.get({ id });
  expect(detail.kindResult?.parts).toEqual([
    { slug: 'supplier_invoice', fromPage: 1, toPage: 1 },
    { slug: 'packing_list', fromPage: 2, toPage: 3 },
  ]);
});

test('the file is found as either kind', async () => {
  expect((await door.caller.documents.list({ query: 'kind:packing_list' })).total).toBe(1);
  expect((await door.caller.documents.list({ query: 'kind:supplier_invoice' })).total).toBe(1);
  expect((await door.caller.documents.list({ query: 'kind:pod' })).total).toBe(0);
});

test('a case that needs a packing list is offered the file, and satisfied by it', async () => {
  const opened = await door.caller.cases.open({
    problem: 'fba-inbound-missing',
    marketplace: 'US',
    asins: ['B0C7XYZ123'],
  });
  const before = await door.caller.cases.get({ case: opened.number });
  const row = before.checklist.find(({ kind }) => kind === 'packing_list');
  expect(row?.suggestions.map(({ document }) => document.id)).toContain(id);
  await door.caller.cases.attach({ case: opened.number, documents: [{ documentId: id }] });
  const after = await door.caller.cases.get({ case: opened.number });
  expect(after.checklist.find(({ kind }) => kind === 'packing_list')?.exhibits).toHaveLength(1);
});
