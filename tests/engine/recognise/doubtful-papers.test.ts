// What a seller is told about papers that a reviewer would doubt: twice scanned, twice numbered, money given back.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';

let base = '';
let door: InProcess;

const LINES = `Shenzhen Bright Lamp Manufacturing Co., Ltd.
No. 18 Industrial Road, Bao'an District, Shenzhen, China. Tel +86 755 2765 4321 www.brightlamp-example.com
COMMERCIAL INVOICE
Invoice No: BL-2026-00417
Invoice date: 2026-01-12
Bill to: Hangzhou Example Trading Co., Ltd.
Description Quantity Unit price Amount
LED desk lamp BL-200 500 pcs 8.40 4,200.00
Power adapter PA-12 200 pcs 1.10 220.00
Total amount USD 4,420.00
Payment by bank transfer within 30 days. Country of origin China.`;

const LETTER = `Shenzhen Bright Lamp Manufacturing Co., Ltd.
Statement of account
Date: 2026-01-31
Dear Sir or Madam, we confirm that all goods delivered to you until this day were paid in full and that no claims are open
between our companies. This statement is written for presentation to the marketplace on your request.
With kind regards, the accounts department of Shenzhen Bright Lamp Manufacturing`;

const page = (lines: string): string =>
  `<html><body>${lines
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-doubt-'));
  const folder = join(base, 'seller');
  mkdirSync(folder);
  const files: Record<string, string> = {
    'invoice.html': page(LINES),
    'invoice second scan.html': page(LINES.replace('Industrial', 'Industria1').replace('adapter', 'adapfer')),
    'invoice other total.html': page(
      LINES.replace('500 pcs 8.40 4,200.00', '900 pcs 8.40 7,560.00').replace('4,420.00', '7,780.00'),
    ),
    'another invoice.html': page(LINES.replace('00417', '00533').replace('2026-01-12', '2026-02-20')),
    'letter january.html': page(LETTER),
    'letter february.html': page(LETTER.replace('2026-01-31', '2026-02-28')),
    'credit.html': page(LINES.replace('COMMERCIAL INVOICE', 'CREDIT NOTE').replace('00417', '00990')),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const photo = Buffer.alloc(640 * 480 * 3);
  for (let at = 0; at < photo.length; at += 3) {
    const x = (at / 3) % 640;
    const y = Math.floor(at / 3 / 640);
    photo[at] = 120 + 80 * Math.sin(x / 70 + y / 150);
    photo[at + 1] = 120 + 90 * Math.cos(x / 110 - y / 60);
    photo[at + 2] = 90 + 60 * Math.sin(y / 40);
  }
  const picture = sharp(photo, { raw: { width: 640, height: 480, channels: 3 } });
  await picture.clone().jpeg({ quality: 92 }).toFile(join(folder, 'IMG_1.jpg'));
  await picture.clone().resize(400).jpeg({ quality: 60 }).toFile(join(folder, 'IMG_1 from chat.jpg'));
  await picture.clone().flop().jpeg().toFile(join(folder, 'IMG_2.jpg'));
  const old = new Date(Date.now() - 86_400_000);
  for (const name of [...Object.keys(files), 'IMG_1.jpg', 'IMG_1 from chat.jpg', 'IMG_2.jpg'])
    utimesSync(join(folder, name), old, old);
  door = await openInProcess({ archiveDir: join(base, 'archive'), language: 'en' });
  await door.caller.folders.add({ grant: door.grant(folder) });
  await door.engine.intake.runUntilIdle({ ocr: false });
});
afterAll(async () => {
  await door.close();
  rmSync(base, { recursive: true, force: true });
});

async function find(fileName: string): Promise<number> {
  const { documents } = await door.caller.documents.list({ limit: 50 });
  const found = documents.find((document) => document.fileName === fileName);
  if (found === undefined) throw new Error(`${fileName} is not in the archive`);
  return found.id;
}

async function listAlike(fileName: string): Promise<string[]> {
  const related = await door.caller.documents.related({ id: await find(fileName), limit: 20 });
  return related.flatMap(({ document, resemblance }) =>
    resemblance === undefined ? [] : [document.fileName],
  );
}

test('the second scan of an invoice is linked to the first and stays a document of its own', async () => {
  expect(await listAlike('invoice.html')).toEqual(
    expect.arrayContaining(['invoice second scan.html', 'invoice other total.html']),
  );
  expect(await listAlike('invoice.html')).not.toContain('another invoice.html');
  expect((await door.caller.documents.list({ limit: 50 })).total).toBe(10);
});

test('the same letter with another date is another paper', async () => {
  expect(await listAlike('letter january.html')).toEqual([]);
});

test('a photo saved smaller by a chat is linked to its original, another picture is not', async () => {
  expect(await listAlike('IMG_1.jpg')).toEqual(['IMG_1 from chat.jpg']);
  expect(await listAlike('IMG_2.jpg')).toEqual([]);
});

test('one invoice number in two files is said with both totals, and never for another number', async () => {
  const { warnings } = await door.caller.documents.get({ id: await find('invoice.html') });
  expect(warnings.map((warning) => warning.code)).toEqual(
    expect.arrayContaining(['number_twice', 'number_twice_totals_differ']),
  );
  const differing = warnings.find((warning) => warning.code === 'number_twice_totals_differ');
  expect(differing?.params).toMatchObject({ total: '4420.00', otherTotal: '7780.00' });
  const other = await door.caller.documents.get({ id: await find('another invoice.html') });
  expect(other.warnings.map((warning) => warning.code)).not.toContain('number_twice');
});

test('a credit note is named as one and does not count as the invoice of a case', async () => {
  const id = await find('credit.html');
  const credit = await door.caller.documents.get({ id });
  expect(credit.warnings.map((warning) => warning.code)).toContain('is_credit_note');
  const opened = await door.caller.cases.open({
    problem: 'lst-inauthentic',
    marketplace: 'US',
    asins: ['B0C7XYZ123'],
  });
  await door.caller.cases.attach({ case: opened.number, documents: [{ documentId: id }] });
  const detail = await door.caller.cases.get({ case: opened.number });
  const row = detail.checklist.find(({ kind }) => kind === 'supplier_invoice');
  expect(row?.state).toBe('missing');
  expect(row?.reasons.map((reason) => reason.code)).toContain('creditNoteNotInvoice');
});
