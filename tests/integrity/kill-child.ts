// A process that works on an archive until it is killed, and tells each thing that was promised to be kept.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInProcess } from '../../src/api/in-process.ts';
import { createRandom } from '../../src/engine/sample/seeded-random.ts';

export type Activity = 'index' | 'import' | 'cases' | 'pack' | 'backup' | 'week';

/** One line per promise: what was acknowledged before the kill must be there after it. */
export type Told =
  | { readonly did: 'ready' | 'idle' }
  | { readonly did: 'filed'; readonly documentId: number }
  | { readonly did: 'imported'; readonly store: string; readonly rows: number }
  | { readonly did: 'case'; readonly number: string; readonly title: string }
  | { readonly did: 'note'; readonly number: string; readonly title: string }
  | { readonly did: 'attached'; readonly number: string; readonly documentIds: readonly number[] }
  | { readonly did: 'detached'; readonly number: string; readonly exhibitId: number }
  | { readonly did: 'account'; readonly name: string }
  | { readonly did: 'search'; readonly name: string }
  | { readonly did: 'pack'; readonly packId: number; readonly folder: string }
  | { readonly did: 'backup'; readonly folder: string }
  | { readonly did: 'week'; readonly week: string };

const [archiveDir, base, activity, seed] = process.argv.slice(2) as [string, string, Activity, string];
const random = createRandom(seed);
const tell = (told: Told): void => void process.stdout.write(`${JSON.stringify(told)}\n`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const door = await openInProcess({ archiveDir, language: 'en' });
const { caller } = door;
tell({ did: 'ready' });

async function index(): Promise<void> {
  door.listen(({ event }) => {
    if (event.type === 'document_filed' && event.isNew) tell({ did: 'filed', documentId: event.documentId });
  });
  const { jobId } = await caller.intake.run({ ocr: false });
  await door.waitForJob(jobId);
  tell({ did: 'idle' });
  // Killed while idle is an instant as well.
  await pause(60_000);
}

/** Reports of some thousand rows; each file has a store name of its own in every row, so that its rows can be counted. */
async function importReports(): Promise<void> {
  const folder = join(base, 'reports');
  mkdirSync(folder, { recursive: true });
  for (let turn = 1; ; turn += 1) {
    const store = `${seed}/${turn}`;
    const rows = random.int(400, 6_000);
    const path = join(folder, `${store.replace(/\W/g, '_')}.txt`);
    const lines = [
      'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tsku\tasin\tquantity',
    ];
    for (let row = 1; row <= rows; row += 1) {
      const order = `113-${random.int(1_000_000, 9_999_999)}-${1_000_000 + row}`;
      lines.push(
        `${order}\t2026-11-01T10:00:00+00:00\t2026-11-01T10:00:00+00:00\tShipped\tAmazon.com\t${store}\tB0XHD00001\t1`,
      );
    }
    writeFileSync(path, `${lines.join('\n')}\n`);
    const { jobId } = await caller.reports.import({ grants: [door.grant(path, 'file')] });
    await door.waitForJob(jobId);
    tell({ did: 'imported', store, rows });
  }
}

async function editCases(): Promise<void> {
  const documentIds = (await caller.documents.list({ query: '', limit: 500 })).documents.map(
    (item) => item.id,
  );
  for (let turn = 1; turn < 500; turn += 1) {
    const title = `${seed}/${turn}`;
    const order = `11${random.int(1, 4)}-${random.int(1_000_000, 9_999_999)}-${random.int(1_000_000, 9_999_999)}`;
    const { number } = await caller.cases.open({ problem: 'tec-other', title, orders: [order] });
    tell({ did: 'case', number, title });
    await caller.cases.addEvent({ case: number, title });
    tell({ did: 'note', number, title });
    const chosen = [
      ...new Set([random.pick(documentIds), random.pick(documentIds), random.pick(documentIds)]),
    ];
    await caller.cases.attach({ case: number, documents: chosen.map((documentId) => ({ documentId })) });
    const { exhibits } = await caller.cases.get({ case: number });
    const last = exhibits.length > 1 ? exhibits.at(-1) : undefined;
    const kept = exhibits.filter((exhibit) => exhibit !== last).map((exhibit) => exhibit.document.id);
    tell({ did: 'attached', number, documentIds: kept });
    if (last !== undefined) {
      await caller.cases.detach({ case: number, exhibits: [last.id] });
      tell({ did: 'detached', number, exhibitId: last.id });
    }
    await caller.cases.change({
      case: number,
      statement: { subject: title, text: 'Text.', textZh: '文字。' },
    });
    await caller.cases.setStatus({ case: number, status: 'waiting', note: title });
    await caller.accounts.save({ name: `Store ${title}` });
    tell({ did: 'account', name: `Store ${title}` });
    await caller.documents.saveSearch({ name: title, query: order });
    tell({ did: 'search', name: title });
    await caller.documents.correct({ documentId: random.pick(documentIds), title: `Named ${title}` });
  }
}

async function buildPacks(): Promise<void> {
  const cases = (await caller.cases.list({})).filter((row) => row.title.startsWith('pack case'));
  for (;;) {
    const own = random.next() < 0.5;
    const { jobId } = await caller.packs.build({
      case: random.pick(cases).number,
      variant: 'internal',
      zip: random.next() < 0.5,
      ...(own ? { outGrant: door.grant(join(base, 'packs-elsewhere')) } : {}),
    });
    const { result } = await door.waitForJob(jobId);
    tell({ did: 'pack', packId: Number(result?.['packId']), folder: String(result?.['folder']) });
  }
}

async function backUp(): Promise<void> {
  for (;;) {
    const own = random.next() < 0.5;
    const { jobId } = await caller.archive.backup(
      own ? { outGrant: door.grant(join(base, 'backups-elsewhere')) } : {},
    );
    const { result } = await door.waitForJob(jobId);
    tell({ did: 'backup', folder: String(result?.['folder']) });
    // Backups are named by the second.
    await pause(1_050);
  }
}

async function closeWeeks(): Promise<void> {
  const closed = new Set((await caller.weekly.list()).map((receipt) => receipt.week));
  for (let year = 2025; year > 2010; year -= 1) {
    for (let number = 52; number > 0; number -= 1) {
      const week = `${year}-W${String(number).padStart(2, '0')}`;
      if (closed.has(week)) continue;
      const { jobId } = await caller.weekly.close({ week, sampleSize: 5 });
      await door.waitForJob(jobId);
      tell({ did: 'week', week });
      await pause(1_050);
    }
  }
}

if (!existsSync(archiveDir)) throw new Error('the archive is made by the parent');
const work = {
  index,
  import: importReports,
  cases: editCases,
  pack: buildPacks,
  backup: backUp,
  week: closeWeeks,
};
await work[activity]();
