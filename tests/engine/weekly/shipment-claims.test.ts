// Are removals that nobody saw arrive and inbound units that were not located told with their windows, and only those?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import { storeDocument } from '../../support/store-document.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 4);
const dir = mkdtempSync(join(tmpdir(), 'casebinder-claims-'));
let door: InProcess;

beforeAll(async () => {
  door = await openInProcess({
    archiveDir: join(dir, 'archive'),
    language: 'en',
    nowMs: () => NOW_MS,
    projectDir: PROJECT_DIR,
  });
  await door.caller.accounts.save({ name: 'Shop', marketplaces: ['US'] });
});
afterAll(async () => {
  await door.close();
  rmSync(dir, { recursive: true, force: true });
});

async function load(name: string, lines: readonly string[]): Promise<Record<string, unknown>> {
  const path = join(dir, name);
  writeFileSync(path, lines.join('\r\n'));
  const { jobId } = await door.caller.reports.import({ grants: [door.grant(path, 'file')] });
  return (await door.waitForJob(jobId)).result ?? {};
}

it('a removal shipment opens on day 15 and closes on day 75; one that came or was paid is none', async () => {
  const header =
    'request-date\torder-id\tshipment-date\tsku\tfnsku\tdisposition\tshipped-quantity\tcarrier\ttracking-number\tremoval-order-type';
  const row = (id: string, shipped: string, tracking: string) =>
    `2026-09-01T00:00:00+00:00\t${id}\t${shipped}T00:00:00+00:00\tS-1\tX000000001\tSellable\t4\tUPS\t${tracking}\tReturn`;
  expect(
    await load('removals.txt', [
      header,
      row('R-OPEN', '2026-10-20', '1Z999AA10123456784'),
      row('R-EARLY', '2026-11-18', '1Z999AA10123456793'),
      row('R-LATE', '2026-08-20', '1Z999AA10123456802'),
      row('R-CAME', '2026-10-20', '1Z999AA10123456811'),
    ]),
  ).toMatchObject({ report: 'removal_shipments', rows: 4 });
  storeDocument(door.engine.context.archive, {
    kind: 'pod',
    fileName: 'pod.pdf',
    date: '2026-10-25',
    text: 'delivered',
    identifiers: [{ type: 'tracking_number', value: '1Z999AA10123456811' }],
  });
  const { claims } = await door.caller.weekly.claims({});
  const removals = claims.filter((claim) => claim.problem === 'fba-removal-lost');
  expect(removals.map((claim) => [claim.orderId, claim.state]).sort()).toEqual([
    ['R-EARLY', 'too_early'],
    ['R-OPEN', 'open'],
  ]);
  expect(removals.find((claim) => claim.orderId === 'R-OPEN')).toMatchObject({ quantity: 4 });
});

it('units expected but not located are told with their shipment', async () => {
  const result = await load('contents.csv', [
    'Shipment ID,FBA15TEST0001',
    'Name,October',
    '',
    'Merchant SKU,Title,ASIN,FNSKU,Units expected,Units located',
    'S-1,Lamp,B0XHD00001,X000000001,480,456',
    'S-2,Cup,B0XHD00002,X000000002,100,100',
  ]);
  expect(result).toMatchObject({ report: 'shipment_contents', rows: 2 });
  const { claims } = await door.caller.weekly.claims({});
  expect(claims.filter((claim) => claim.problem === 'fba-inbound-missing')).toMatchObject([
    { reference: 'FBA15TEST0001', quantity: 24, asin: 'B0XHD00001' },
  ]);
});
