// Scans become searchable later, page by page; old results are renewed; safe copies are made; what a person said stays.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createIntakeWorkers } from '../../../src/engine/intake/intake-workers.ts';
import type { SlowReader } from '../../../src/engine/intake/slow-pass.ts';
import { openTestArchive, type TestArchive } from './test-archive.ts';

let test: TestArchive;
afterEach(() => test.close());

/** A 3-page PDF of empty pages: nothing but pictures could stand on them. */
function blankPdf(pages: number): string {
  const kids = Array.from({ length: pages }, (_, i) => `${3 + i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>'),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) text += `${String(at).padStart(10, '0')} 00000 n \n`;
  return `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

function fakeReader(read: (page: number) => string): SlowReader & { readonly pages: number[] } {
  const pages: number[] = [];
  return {
    pages,
    concurrency: 1,
    async readPage({ page }) {
      pages.push(page);
      const barcodes = page === 1 ? [{ page, format: 'Code128', value: '1Z999AA10123456784' }] : [];
      return { text: read(page), confidence: 0.9, barcodes };
    },
    close: async () => undefined,
  };
}

/** Makes every page of the only document wait for OCR, as a reader does that finds pictures only. */
function makePending(pages: number): void {
  const list = JSON.stringify(Array.from({ length: pages }, (_, i) => i + 1));
  test.context.archive.sqlite
    .prepare("UPDATE document SET ocr_state = 'pending', ocr_pages = ?, problems = ?, has_problem = 1")
    .run(list, '[{"code":"NO_TEXT"}]');
}

describe('reading scans', () => {
  it('stores each page at once, goes on after an interruption, and makes text and codes findable', async () => {
    let broken = true;
    const reader = fakeReader((page) => {
      if (page === 3 && broken) throw Object.assign(new Error('killed'), { name: 'AbortError' });
      return page === 2 ? 'Order 113-5555555-5555555 delivered' : `page ${page}`;
    });
    test = await openTestArchive({ slowReader: reader });
    test.write('scan.pdf', blankPdf(3));
    await test.index();
    makePending(3);
    const abort = new AbortController();
    const interrupting: SlowReader = {
      ...reader,
      async readPage(request) {
        if (request.page === 3) {
          abort.abort();
          throw new Error('interrupted');
        }
        return reader.readPage(request);
      },
    };
    await test.restart({ slowReader: interrupting });
    await expect(test.intake.runUntilIdle({ ocr: true, signal: abort.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(test.rows('SELECT ocr_state, ocr_pages FROM document')).toEqual([
      { ocr_state: 'pending', ocr_pages: '[3]' },
    ]);
    broken = false;
    await test.restart({ slowReader: reader });
    expect(await test.intake.runUntilIdle({ ocr: true })).toMatchObject({ pendingOcr: 0 });
    expect(reader.pages).toEqual([1, 2, 3]);
    expect(
      test.rows('SELECT ocr_state, ocr_pages, text_source, problems, has_problem FROM document'),
    ).toEqual([{ ocr_state: 'done', ocr_pages: '[]', text_source: 'ocr', problems: '[]', has_problem: 0 }]);
    expect(test.rows("SELECT rowid FROM search_text WHERE search_text MATCH 'delivered'")).toHaveLength(1);
    const found = test
      .rows<{ value: string }>('SELECT value FROM identifier ORDER BY value')
      .map((row) => row.value);
    expect(found).toEqual(expect.arrayContaining(['113-5555555-5555555', '1Z999AA10123456784']));
  });

  it('gives up pages that can not be read, and keeps the document', async () => {
    const reader = fakeReader(() => {
      throw new Error('no picture');
    });
    test = await openTestArchive({ slowReader: reader });
    test.write('scan.pdf', blankPdf(2));
    await test.index();
    makePending(2);
    await test.intake.runUntilIdle({ ocr: true });
    expect(test.rows('SELECT ocr_state, has_problem FROM document')).toEqual([
      { ocr_state: 'failed', has_problem: 1 },
    ]);
  });
});

describe('newer versions', () => {
  it('recognise and read older documents anew, and keep what a person said', async () => {
    test = await openTestArchive({ slowReader: fakeReader(() => '') });
    test.write('order.txt', 'Order ID: 113-1234567-1234567');
    await test.index();
    const { sqlite } = test.context.archive;
    sqlite.exec(`UPDATE recognition SET version = 0;
      UPDATE document SET kind = 'packing_list', kind_by_person = 1, kind_confidence = 1, title = 'My title';
      INSERT INTO correction (document_id, field, new_value, made_at_ms) VALUES (1, 'title', 'My title', 1);
      UPDATE document_identifier SET removed = 1;
      INSERT INTO identifier (id, type, value, value_key) VALUES (99, 'asin', 'B012345678', 'B012345678');
      INSERT INTO document_identifier VALUES (1, 99, 'B012345678', NULL, 'person', 'valid', 1, '{"code":"by_person"}', 1, 0);`);
    await test.index();
    expect(test.rows('SELECT kind, title, inbox FROM document')).toEqual([
      { kind: 'packing_list', title: 'My title', inbox: 0 },
    ]);
    expect(test.rows<{ version: number }>('SELECT version FROM recognition')[0]?.version).toBeGreaterThan(0);
    expect(
      test.rows(
        'SELECT type, by_person, removed FROM document_identifier JOIN identifier ON id = identifier_id ORDER BY type',
      ),
    ).toEqual([
      { type: 'asin', by_person: 1, removed: 0 },
      { type: 'order_id', by_person: 0, removed: 1 },
    ]);
    sqlite.exec('UPDATE document SET reader_version = 0, text_characters = 0; DELETE FROM document_text');
    await test.restart({ slowReader: fakeReader(() => '') });
    await test.index();
    expect(test.rows('SELECT text FROM document_text')).toEqual([{ text: 'Order ID: 113-1234567-1234567' }]);
    expect(test.rows<{ v: number }>('SELECT reader_version AS v FROM document')[0]?.v).toBeGreaterThan(0);
    // What was read from a picture is not taken away by a newer reader of the file around it.
    test.context.archive.sqlite.exec(
      "UPDATE document SET reader_version = 0, ocr_state = 'done'; UPDATE document_text SET text = 'read from a picture'",
    );
    await test.restart({ slowReader: fakeReader(() => '') });
    await test.index();
    expect(test.rows('SELECT text FROM document_text')).toEqual([{ text: 'read from a picture' }]);
  });
});

describe('folders that keep copies', () => {
  it('have a safe copy of each document, which opens when the file is gone', async () => {
    test = await openTestArchive({ add: false, slowReader: fakeReader(() => '') });
    await test.intake.addFolder(test.root, { keepCopies: true, settleMs: 50 });
    const path = test.write('receipt.txt', 'kept for good');
    for (let i = 0; i < 5; i += 1) test.write(`other ${i}.txt`, `other ${i}`);
    await test.index();
    expect(test.rows('SELECT state FROM vault_copy')).toHaveLength(6);
    const id = test.location('receipt.txt')!.documentId!;
    rmSync(path);
    await test.index();
    const content = await test.intake.openContent(id);
    expect(content.path.startsWith(join(test.dir, 'archive'))).toBe(true);
    expect(readFileSync(content.path, 'utf8')).toBe('kept for good');
    expect(test.rows('SELECT available FROM document WHERE id = ?', id)).toEqual([{ available: 1 }]);
  });

  it('never keep other bytes than filed', async () => {
    test = await openTestArchive({ slowReader: fakeReader(() => '') });
    const path = test.write('a.txt', 'bytes');
    const workers = createIntakeWorkers(1);
    try {
      const to = join(test.dir, 'vault/copy');
      await expect(workers.copy({ from: path, to, sha256: '0'.repeat(64) })).rejects.toThrow('other bytes');
      expect(() => readFileSync(to)).toThrow();
    } finally {
      await workers.close();
    }
  });
});
