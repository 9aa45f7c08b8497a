// Names, titles and texts that try to be something else (formulas, tags, paths, lines of a calendar): through files, a case, a pack, exports and every door that takes a name.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sanitiseFileName } from '../../src/api/http/content-disposition.ts';
import { type InProcess, openInProcess, restoreArchive } from '../../src/api/in-process.ts';
import { hashTree } from './hash-tree.ts';

const NAMES = [
  "=cmd|'C calc'!A0.txt",
  '+1+1.txt',
  '-2+3.txt',
  '@SUM(A1).txt',
  '\t=1+1.txt',
  '＝1+1.txt',
  'line\nbreak.txt',
  'invoice\u202Efdp.txt',
  'CON.txt',
  'aux',
  '..%2f..%2fescape.txt',
  '..\\..\\escape.txt',
  '<img src=x onerror=alert(1)>.txt',
  '"; rm -rf ~; ".txt',
  'trailing dot.',
  ' leading space.txt',
  `${'long '.repeat(48)}.txt`,
  'ends in zero width\u200B.txt',
];
const TITLE = '=HYPERLINK("http://x")\nATTENDEE:mailto:x@example.com\r\n<script>alert(1)</script>';

const base = mkdtempSync(join(tmpdir(), 'casebinder-names-'));
let door: InProcess;
let caseNumber: string;
let folder: string;
let zip: string;

beforeAll(async () => {
  const papers = join(base, 'papers');
  mkdirSync(papers);
  for (const [index, name] of NAMES.entries())
    writeFileSync(
      join(papers, name),
      `paper ${index} order 113-1234567-7654321\n<script>alert(1)</script>\n=1+1\n`,
    );
  const before = hashTree(papers);
  door = await openInProcess({ archiveDir: join(base, 'archive'), language: 'en' });
  const { caller } = door;
  await door.caller.folders.add({ grant: door.grant(papers) });
  await door.engine.intake.runUntilIdle({ ocr: false });
  const { documents } = await caller.documents.list({ query: '', limit: 100 });
  expect(documents).toHaveLength(NAMES.length);
  ({ number: caseNumber } = await caller.cases.open({
    problem: 'tec-other',
    title: TITLE,
    orders: ['113-1234567-7654321'],
  }));
  await caller.cases.addEvent({ case: caseNumber, title: TITLE, detail: TITLE });
  await caller.cases.attach({
    case: caseNumber,
    documents: documents.map((document) => ({ documentId: document.id, caption: TITLE.slice(0, 30) })),
  });
  await caller.cases.change({ case: caseNumber, statement: { subject: TITLE, text: TITLE, textZh: TITLE } });
  const { jobId } = await caller.packs.build({ case: caseNumber, variant: 'internal', zip: true });
  const { result } = await door.waitForJob(jobId);
  folder = String(result?.['folder']);
  zip = String(result?.['zip']);
  expect(hashTree(papers)).toEqual(before);
}, 120_000);
afterAll(async () => {
  await door.close();
  rmSync(base, { recursive: true, force: true });
});

const listPack = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

describe('a pack of them', () => {
  it('is whole, and its ZIP as well', async () => {
    for (const path of [folder, zip])
      expect(await door.engine.packs.verifyAt(path)).toMatchObject({ ok: true, problems: [] });
  });

  it('has only names that every system takes and that lead nowhere', () => {
    const names = listPack();
    expect(names.length).toBeGreaterThan(NAMES.length);
    for (const path of names) {
      expect(path.length).toBeLessThan(200);
      for (const part of path.split(/[\\/]/)) {
        expect(part, path).toMatch(/^[^<>:"|?*%\p{C}\u202A-\u202E\u2066-\u2069]+$/u);
        expect(part, path).not.toMatch(/^(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$)/i);
        expect(part, path).not.toMatch(/^[\s.=+@-]|[\s.]$/);
      }
    }
  });

  it('holds no cell that a spreadsheet would run', () => {
    const tables = listPack().filter((name) => name.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(0);
    for (const name of tables) {
      const cells = parseCsv(readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '')).flat();
      expect(cells.some((cell) => cell.includes('cmd|'))).toBe(true);
      for (const cell of cells) expect(cell).not.toMatch(/^[\s]*[=+@＝＋＠]|^\s*-\D|^-\d+[^\d.-]/);
    }
  });

  it('holds no tag of theirs in any page', () => {
    for (const name of listPack().filter((path) => /\.html?$/.test(path))) {
      const page = readFileSync(join(folder, name), 'utf8');
      expect(page).not.toContain('<img src=x');
      expect(page).not.toContain('<script>alert(1)');
    }
  });

  it('holds a book without scripts, launch actions, or links that leave it', () => {
    const books = listPack().filter((name) => name.endsWith('.pdf'));
    expect(books.length).toBeGreaterThan(0);
    for (const name of books)
      expect(readFileSync(join(folder, name)).toString('latin1')).not.toMatch(
        /\/(JavaScript|JS|Launch|URI|OpenAction|EmbeddedFile|SubmitForm)\b/,
      );
  });
});

it('the calendar has only lines of its own', async () => {
  const calendar = JSON.stringify(await door.caller.cases.calendar())
    .replaceAll('\\r\\n', '\n')
    .replaceAll('\\n', '\n');
  expect(calendar).toContain('BEGIN:VCALENDAR');
  expect(calendar).not.toMatch(/^ATTENDEE/m);
});

describe('every door that takes a name', () => {
  const PATHS = [
    '../../../etc/passwd',
    '..\\..\\x',
    '/etc/passwd',
    'C:\\x',
    '%2e%2e%2fx',
    'a\0b',
    'file:///etc/passwd',
  ];

  it('cases, packs, weeks, searches: refused in words or kept as a word, never a path', async () => {
    const before = hashTree(join(base, 'archive', 'packs'));
    for (const path of PATHS) {
      await expect(
        door.caller.packs
          .build({ case: path, variant: 'internal', zip: false })
          .then(({ jobId }) => door.waitForJob(jobId)),
      ).rejects.toThrow();
      await expect(door.caller.cases.get({ case: path })).rejects.toThrow();
      await expect(
        door.caller.weekly.close({ week: path }).then(({ jobId }) => door.waitForJob(jobId)),
      ).rejects.toThrow();
      await expect(door.caller.settings.set({ key: 'packs_folder', value: path })).rejects.toThrow();
      await door.caller.documents.saveSearch({ name: path, query: path });
      expect((await door.caller.documents.list({ query: path })).total).toBeLessThanOrEqual(NAMES.length);
    }
    expect(hashTree(join(base, 'archive', 'packs'))).toEqual(before);
  });

  it('an uploaded file keeps its name as a name', () => {
    for (const path of PATHS) {
      const name = sanitiseFileName(path);
      expect(name).not.toMatch(/[\\/\0]/);
      expect(name).not.toMatch(/^\.\.?$/);
    }
  });

  it('an imported report is told under its name and writes nowhere else', async () => {
    const report = join(base, '=HYPERLINK(1)..report.txt');
    writeFileSync(
      report,
      'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tsku\tasin\tquantity\n113-1234567-7654321\t2026-11-01T10:00:00+00:00\t2026-11-01T10:00:00+00:00\t../../x\t=1+1\t<script>\tB0XHD00001\t1\n',
    );
    const outside = readdirSync(base).sort();
    const { jobId } = await door.caller.reports.import({ grants: [door.grant(report, 'file')] });
    expect((await door.waitForJob(jobId)).state).toBe('done');
    expect(readdirSync(base).sort()).toEqual(outside);
  });

  it('a backup whose safe copies have names with a way out, or are links, brings none of them in', async () => {
    const made = await door.engine.backup(join(base, 'backups'));
    const vault = join(made.folder, 'vault', 'ab');
    mkdirSync(vault, { recursive: true });
    writeFileSync(join(vault, 'evil..name'), 'evil');
    symlinkSync('/etc/passwd', join(vault, 'ab'.repeat(32)));
    const target = join(base, 'restored');
    restoreArchive(target, made.folder, Date.now());
    const brought = existsSync(join(target, 'vault'))
      ? readdirSync(join(target, 'vault'), { recursive: true, encoding: 'utf8' })
      : [];
    expect(brought.some((name) => /evil|abab/.test(name))).toBe(false);
  });
});

/** RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',' || sign === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  return rows;
}
