// What lies in a watched folder becomes documents: once each, whatever happens to names and places.
import {
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestArchive, type TestArchive } from './test-archive.ts';

let test: TestArchive;
beforeEach(async () => {
  test = await openTestArchive();
});
afterEach(() => test.close());

describe('first index', () => {
  it('files every document with text, identifiers, search rows and custody, and does nothing the second time', async () => {
    test.write('2026/order 113-1234567-1234567.txt', 'Order ID: 113-1234567-1234567 delivered 2026-01-12');
    test.write('notes.txt', 'nothing special');
    const first = await test.index();
    expect(first).toMatchObject({
      found: 2,
      added: 2,
      changed: 0,
      moved: 0,
      missing: 0,
      unreadable: 0,
      documents: 2,
    });
    const order = test.location('2026/order 113-1234567-1234567.txt');
    expect(order?.state).toBe('present');
    expect(
      test.rows<{ value: string }>(
        "SELECT value FROM identifier JOIN document_identifier ON identifier_id = id WHERE document_id = ? AND type = 'order_id'",
        order?.documentId,
      ),
    ).toEqual([{ value: '113-1234567-1234567' }]);
    expect(test.rows("SELECT rowid FROM search_text WHERE search_text MATCH 'delivered'")).toEqual([
      { rowid: order?.documentId },
    ]);
    expect(test.rows("SELECT 1 FROM custody_event WHERE event = 'document_filed'")).toHaveLength(2);
    const changesBefore = test.rows<{ n: number }>('SELECT total_changes() AS n')[0]!.n;
    const second = await test.index();
    expect(second).toMatchObject({ found: 2, added: 0, changed: 0, documents: 2 });
    // One row of the folder's scan, and nothing else.
    expect(test.rows<{ n: number }>('SELECT total_changes() AS n')[0]!.n - changesBefore).toBeLessThanOrEqual(
      2,
    );
  });

  it('knows equal content in two places as one document with two locations', async () => {
    test.write('a/invoice.txt', 'Commercial Invoice No. INV-2026-001');
    test.write('b/copy of invoice.txt', 'Commercial Invoice No. INV-2026-001');
    expect(await test.index()).toMatchObject({ added: 2, documents: 1 });
    const ids = new Set(test.locations().map((row) => row.documentId));
    expect(ids.size).toBe(1);
  });

  it('leaves temporary files, system files, links and placeholders alone, and says so', async () => {
    test.write('report.txt', 'a real file');
    for (const name of [
      '~$report.docx',
      'x.tmp',
      'movie.mp4.crdownload',
      '.DS_Store',
      'Thumbs.db',
      '._report.txt',
    ]) {
      test.write(name, 'junk');
    }
    test.write('node_modules/p/index.js', 'junk');
    test.write('@eaDir/t.jpg', 'junk');
    symlinkSync(test.root, join(test.root, 'loop'));
    symlinkSync(join(test.root, 'report.txt'), join(test.root, 'link.txt'));
    const cloud = test.write('cloud.pdf', '');
    truncateSync(cloud, 1_000_000);
    utimesSync(cloud, new Date(Date.now() - 1e7), new Date(Date.now() - 1e7));
    const totals = await test.index();
    expect(totals).toMatchObject({ found: 2, added: 1, onlineOnly: 1, documents: 1 });
    expect(test.location('cloud.pdf')?.state).toBe('online_only');
    const folder = test.intake.listFolders()[0]!;
    expect(folder.problems.map((p) => [p.code, p.relativePath]).sort()).toEqual([
      ['intake.linkNotFollowed', 'link.txt'],
      ['intake.linkNotFollowed', 'loop'],
    ]);
    expect(folder.scan).toMatchObject({ files: 2, ignored: 8, links: 2, onlineOnly: 1 });
  });

  it('reads a placeholder once its bytes are here', async () => {
    const cloud = test.write('cloud.txt', '');
    truncateSync(cloud, 5_000);
    utimesSync(cloud, new Date(Date.now() - 1e7), new Date(Date.now() - 1e7));
    await test.index();
    expect(test.location('cloud.txt')?.state).toBe('online_only');
    test.write('cloud.txt', 'now hydrated: waybill');
    await test.index();
    expect(test.location('cloud.txt')?.state).toBe('present');
  });

  it('files an empty file with its problem, and names of any script, length and sign', async () => {
    const names = [
      'empty.pdf',
      `${'长'.repeat(80)}.txt`,
      `${'x'.repeat(251)}.txt`,
      '📦 dépôt 🚚.txt',
      'فاتورة رقم 5.txt',
      ' leading and trailing .txt ',
      'a#b%20c&d=e;f.txt',
      'line\nbreak.txt',
      'quote\'"`.txt',
    ];
    for (const name of names) test.write(name, name === 'empty.pdf' ? '' : `content of ${name}`);
    const deep = join(
      ...Array.from({ length: 12 }, (_, i) => `folder number ${i} with a long name`),
      'deep.txt',
    );
    test.write(deep, 'far down');
    const totals = await test.index();
    expect(totals).toMatchObject({ found: names.length + 1, added: names.length + 1, unreadable: 0 });
    expect(test.locations().every((row) => row.state === 'present')).toBe(true);
    const problem = test.rows<{ problems: string }>(
      'SELECT problems FROM document WHERE id = ?',
      test.location('empty.pdf')?.documentId,
    );
    expect(problem[0]?.problems).toContain('EMPTY_FILE');
  });

  it('keeps both of two names that differ only in Unicode form or only in case', async () => {
    const nfc = 'rechnung é.txt'.normalize('NFC');
    const nfd = 'rechnung é.txt'.normalize('NFD');
    test.write(nfc, 'composed');
    test.write(nfd, 'decomposed');
    test.write('Invoice.txt', 'upper');
    test.write('invoice.txt', 'lower');
    expect(await test.index()).toMatchObject({ added: 4, documents: 4 });
    expect(await test.index()).toMatchObject({ found: 4, added: 0, changed: 0, missing: 0 });
    expect(
      test
        .locations()
        .map((row) => row.path)
        .sort(),
    ).toEqual([nfc, nfd, 'Invoice.txt', 'invoice.txt'].sort());
  });
});

describe('moves and renames', () => {
  it('keeps the identity of a renamed file, of a file in a renamed folder, and of a case-only rename', async () => {
    test.write('old name.txt', 'first');
    test.write('folder/inner.txt', 'second');
    test.write('Case.txt', 'third');
    await test.index();
    const before = new Map(test.locations().map((row) => [row.documentId, row.id]));
    renameSync(join(test.root, 'old name.txt'), join(test.root, 'new name.txt'));
    renameSync(join(test.root, 'folder'), join(test.root, 'renamed folder'));
    renameSync(join(test.root, 'Case.txt'), join(test.root, 'case.txt'));
    expect(await test.index()).toMatchObject({
      found: 3,
      added: 0,
      changed: 0,
      moved: 3,
      missing: 0,
      documents: 3,
    });
    expect(new Map(test.locations().map((row) => [row.documentId, row.id]))).toEqual(before);
    expect(test.locations().map((row) => row.path)).toEqual([
      'case.txt',
      'new name.txt',
      'renamed folder/inner.txt',
    ]);
    expect(test.rows("SELECT 1 FROM custody_event WHERE event = 'location_moved'")).toHaveLength(3);
    const history = test.rows<{ relative_path: string }>(
      'SELECT relative_path FROM location_version ORDER BY id',
    );
    expect(history.map((row) => row.relative_path)).toContain('folder/inner.txt');
    expect(test.rows("SELECT rowid FROM search_text WHERE search_text MATCH 'renamed'")).toHaveLength(1);
  });

  it('recognises a move by copy and delete through its hash', async () => {
    test.write('a.txt', 'moved by copying');
    test.write('b.txt', 'stays');
    test.write('c.txt', 'stays as well');
    test.write('d.txt', 'stays too');
    test.write('e.txt', 'stays too, really');
    await test.index();
    rmSync(join(test.root, 'a.txt'));
    test.write('sub/a.txt', 'moved by copying');
    const totals = await test.index();
    expect(totals).toMatchObject({ moved: 1, added: 0, documents: 5 });
    expect(test.locations().filter((row) => row.state === 'missing')).toEqual([]);
  });

  it('takes a hard link for a second location, not for a move', async () => {
    test.write('one.txt', 'same inode');
    await test.index();
    linkSync(join(test.root, 'one.txt'), join(test.root, 'two.txt'));
    expect(await test.index()).toMatchObject({ added: 1, moved: 0, documents: 1 });
    expect(test.locations().map((row) => row.state)).toEqual(['present', 'present']);
  });

  it('follows files to another watched folder, and to the new name of a watched folder', async () => {
    test.write('keep.txt', 'keeps');
    test.write('goes.txt', 'goes');
    await test.index();
    const id = test.location('goes.txt')?.id;
    const other = join(test.dir, 'other');
    mkdirSync(other);
    await test.intake.addFolder(other);
    renameSync(join(test.root, 'goes.txt'), join(other, 'goes.txt'));
    expect(await test.index()).toMatchObject({ moved: 1, added: 0, missing: 1 });
    expect(test.rows('SELECT folder_id FROM location WHERE id = ?', id)).toEqual([{ folder_id: 2 }]);
    renameSync(other, `${other} 2026`);
    expect((await test.index()).missing).toBe(0);
    expect(test.intake.listFolders().map((f) => f.state)).toEqual(['watching', 'offline']);
    await test.intake.addFolder(`${other} 2026`);
    expect(await test.index()).toMatchObject({ moved: 1, added: 0 });
    expect(test.rows('SELECT folder_id, state FROM location WHERE id = ?', id)).toEqual([
      { folder_id: 3, state: 'present' },
    ]);
  });
});

describe('changes', () => {
  it('makes one new version of an atomically saved file and keeps the old document known', async () => {
    test.write('contract.txt', 'version one');
    await test.index();
    const first = test.location('contract.txt');
    test.write('contract.txt.new', 'version two');
    renameSync(join(test.root, 'contract.txt.new'), join(test.root, 'contract.txt'));
    expect(await test.index()).toMatchObject({ found: 1, added: 0, changed: 1, missing: 0, documents: 2 });
    const second = test.location('contract.txt');
    expect(second?.id).toBe(first?.id);
    expect(second?.documentId).not.toBe(first?.documentId);
    const versions = test.rows<{ document_id: number; seen_until_ms: number | null }>(
      'SELECT document_id, seen_until_ms FROM location_version ORDER BY id',
    );
    expect(versions.map((v) => [v.document_id, v.seen_until_ms === null])).toEqual([
      [first?.documentId, false],
      [second?.documentId, true],
    ]);
    expect(test.rows('SELECT id, available FROM document ORDER BY id')).toEqual([
      { id: first?.documentId, available: 0 },
      { id: second?.documentId, available: 1 },
    ]);
  });

  it('notices that only the time changed, without a new version', async () => {
    const path = test.write('same.txt', 'unchanged bytes');
    await test.index();
    utimesSync(path, new Date(Date.now() - 9e6), new Date(Date.now() - 9e6));
    expect(await test.index()).toMatchObject({ changed: 0, added: 0, documents: 1 });
    expect(test.location('same.txt')?.state).toBe('present');
    expect(test.rows('SELECT 1 FROM location_version')).toHaveLength(1);
  });
});

describe('documents inside documents', () => {
  it('reads what an e-mail carries, as children that can be opened on their own', async () => {
    test.write(
      'mail.eml',
      [
        'From: seller@example.com',
        'To: buyer@example.com',
        'Subject: invoice',
        'Date: Mon, 12 Jan 2026 10:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'see attachment',
        '--b',
        'Content-Type: text/plain; name="waybill.txt"',
        'Content-Disposition: attachment; filename="waybill.txt"',
        '',
        'Order 113-7654321-7654321 shipped',
        '--b--',
        '',
      ].join('\r\n'),
    );
    expect(await test.index()).toMatchObject({ found: 1, added: 1, documents: 2 });
    const child = test.rows<{ document_id: number; parent_document_id: number; file_name: string }>(
      'SELECT document_id, parent_document_id, file_name FROM location WHERE parent_document_id IS NOT NULL',
    );
    expect(child).toEqual([
      {
        document_id: expect.any(Number),
        parent_document_id: test.location('mail.eml')?.documentId,
        file_name: 'waybill.txt',
      },
    ]);
    const content = await test.intake.openContent(child[0]!.document_id);
    const { readFileSync, existsSync } = await import('node:fs');
    expect(readFileSync(content.path, 'utf8')).toContain('113-7654321-7654321');
    await content.release();
    expect(existsSync(content.path)).toBe(false);
    rmSync(join(test.root, 'mail.eml'));
    await test.index();
    await test.index();
    await expect(test.intake.openContent(child[0]!.document_id)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
  });
});

describe('opening a document', () => {
  it('gives the place that still holds the filed bytes, never one that changed since', async () => {
    test.write('a.txt', 'the filed bytes');
    test.write('b.txt', 'the filed bytes');
    await test.index();
    const id = test.location('a.txt')!.documentId!;
    writeFileSync(join(test.root, 'a.txt'), 'other bytes now');
    const content = await test.intake.openContent(id);
    expect(content.path).toBe(join(test.root, 'b.txt'));
    expect(content.fileName).toBe('b.txt');
    rmSync(join(test.root, 'b.txt'));
    await expect(test.intake.openContent(id)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(test.intake.openContent(9_999)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
