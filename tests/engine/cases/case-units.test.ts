// Are units counted from what the archive knows for certain, and is a person asked where it does not (INV-12, INV-13)?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import { storeDocument } from '../../support/store-document.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';

const ASIN = 'B0XHD00001';
let dir: string;
let door: InProcess;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-units-'));
  door = await openInProcess({ archiveDir: join(dir, 'archive'), language: 'en', projectDir: PROJECT_DIR });
  await door.caller.accounts.save({ name: 'Shop', marketplaces: ['US'] });
});
afterEach(async () => {
  await door.close();
  rmSync(dir, { recursive: true, force: true });
});

function storeInvoice(name: string, text: string, total: string, number?: string): number {
  const { archive } = door.engine.context;
  const id = storeDocument(archive, {
    kind: 'supplier_invoice',
    fileName: `${name}.pdf`,
    date: '2026-10-01',
    text,
    identifiers: [
      { type: 'asin', value: ASIN },
      ...(number === undefined ? [] : [{ type: 'invoice_no', value: number }]),
    ],
  });
  archive.sqlite
    .prepare(
      `INSERT INTO recognition (document_id, version, recognised_at_ms, kind, dates, amounts) VALUES (?, 1, 0, '{}', '[]', ?)`,
    )
    .run(
      id,
      JSON.stringify([{ role: 'total', value: total, currency: 'USD', confidence: 0.9, reason: 'x' }]),
    );
  return id;
}

async function outcomeOf(number: string, documentId: number, rule: string) {
  const { checklist } = await door.caller.cases.get({ case: number });
  return checklist
    .flatMap((row) => row.exhibits)
    .filter((exhibit) => exhibit.documentId === documentId)
    .flatMap((exhibit) => exhibit.outcomes)
    .find((outcome) => outcome.rule === rule);
}

it('ten units for a category: an invoice that adds up passes or fails, one that does not asks', async () => {
  const enough = storeInvoice('enough', 'Lamp XH-1  12  10.00  120.00\nTotal 120.00', '120.00');
  const few = storeInvoice('few', 'Lamp XH-1  4  10.00  40.00\nTotal 40.00', '40.00');
  const unread = storeInvoice('unread', 'Lamp XH-1  4  10.00  40.00\nLamps, blurred\nTotal 95.00', '95.00');
  const { number } = await door.caller.cases.open({ problem: 'lst-category-approval', marketplace: 'US' });
  await door.caller.cases.attach({
    case: number,
    documents: [enough, few, unread].map((documentId) => ({ documentId })),
  });
  expect(await outcomeOf(number, enough, 'INV-13')).toMatchObject({
    result: 'pass',
    reason: { code: 'quantityCovers', params: { quantity: 12, needed: 10 } },
  });
  expect(await outcomeOf(number, few, 'INV-13')).toMatchObject({
    result: 'fail',
    reason: { code: 'quantityTooSmall', params: { quantity: 4, needed: 10 } },
  });
  expect(await outcomeOf(number, unread, 'INV-13')).toMatchObject({
    result: 'ask',
    reason: { code: 'invoiceQuantityMissing' },
  });
  // What a person confirmed counts where nothing was read.
  await door.caller.reports.setInvoiceUnits({ documentId: unread, product: ASIN, quantity: 24 });
  expect(await outcomeOf(number, unread, 'INV-13')).toMatchObject({ result: 'pass' });
});

it('a lost shipment: an invoice is held against all units sent, once a contents report tells of them', async () => {
  const invoice = storeInvoice('invoice', 'Lamp XH-1  40  10.00  400.00\nTotal 400.00', '400.00', 'INV-1');
  const { number } = await door.caller.cases.open({
    problem: 'fba-inbound-missing',
    marketplace: 'US',
    shipments: ['FBA15ABCDEFG'],
  });
  await door.caller.cases.attach({ case: number, documents: [{ documentId: invoice }] });
  const look = () => outcomeOf(number, invoice, 'INV-12');
  const missing = await look();
  expect(missing?.result).toBe('ask');

  const send = async (shipment: string, rows: string): Promise<void> => {
    const path = join(dir, `${shipment}.tsv`);
    writeFileSync(
      path,
      `Shipment ID\t${shipment}\n\nMerchant SKU\tTitle\tASIN\tFNSKU\tUnits expected\tUnits located\n${rows}`,
    );
    const { jobId } = await door.caller.reports.import({ grants: [door.grant(path, 'file')] });
    await door.waitForJob(jobId);
  };
  await send('FBA15ABCDEFG', `XH-1\tLamp\t${ASIN}\tX000ABCDEF\t30\t20\n`);
  // Issuer and buyer are asked for first; the rule speaks of units once they are known.
  door.engine.context.archive.sqlite
    .prepare('UPDATE recognition SET dates = ?, parties = ? WHERE document_id = ?')
    .run(
      JSON.stringify([{ role: 'issue', value: '2026-10-01', confidence: 0.9, reason: 'x' }]),
      JSON.stringify([
        { role: 'seller', name: 'Lamp Works', confidence: 0.9, reason: 'x' },
        { role: 'buyer', name: 'Shop', confidence: 0.9, reason: 'x' },
      ]),
      invoice,
    );
  expect(await look()).toMatchObject({
    result: 'pass',
    reason: { code: 'quantityCovers', params: { quantity: 40, needed: 30 } },
  });
  await send('FBA15HIJKLMN', `XH-1\tLamp\t${ASIN}\tX000ABCDEF\t25\t25\n`);
  expect(await look()).toMatchObject({
    result: 'ask',
    reason: { code: 'coverageTogether', params: { quantity: 40, needed: 55 } },
  });
  // A second invoice of its own number makes up the rest; the first once more, scanned again, proves nothing new.
  const again = storeInvoice('scan', 'Lamp XH-1  40  10.00  400.00\nTotal 400.00', '400.00', 'INV-1');
  await door.caller.cases.attach({ case: number, documents: [{ documentId: again }] });
  expect(await look()).toMatchObject({ result: 'ask', reason: { code: 'coverageTogether' } });
  const second = storeInvoice('second', 'Lamp XH-1  20  10.00  200.00\nTotal 200.00', '200.00', 'INV-2');
  await door.caller.cases.attach({ case: number, documents: [{ documentId: second }] });
  expect(await look()).toMatchObject({
    result: 'pass',
    reason: { code: 'invoicesCoverTogether', params: { quantity: 40, together: 60, needed: 55 } },
  });
  // Two products in the shipment: their sums would be mixed, so a person is asked.
  await send('FBA15ABCDEFG', `XH-2\tCup\tB0XHD00002\tX000ABCDEG\t5\t5\n`);
  expect(await look()).toMatchObject({ result: 'ask', reason: { code: 'coverageUnknown' } });
});
