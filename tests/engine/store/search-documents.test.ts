// Golden tests of search: what a seller types, against what LIKE over the plain text says.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countFacets } from '../../../src/engine/store/search/count-facets.ts';
import { makeSnippet } from '../../../src/engine/store/search/make-snippet.ts';
import { countDocuments, searchDocuments } from '../../../src/engine/store/search/search-documents.ts';
import { FIELD_VOCABULARY } from '../../../src/engine/vocabulary.ts';
import { storeDocument } from '../../support/store-document.ts';
import { openTemporaryArchive, type TemporaryArchive } from '../../support/temporary-archive.ts';

let temporary: TemporaryArchive;
const ids: Record<string, number> = {};

const TEXTS: Record<string, Parameters<typeof storeDocument>[1]> = {
  fapiao: {
    text: '电子发票（增值税专用发票）发票号码：26442000000012345678 购买方信息 价税合计',
    kind: 'fapiao_digital',
    date: '2026-01-12',
    fileName: '发票_星河_2026-01.pdf',
    identifiers: [{ type: 'fapiao_digital_no', value: '26442000000012345678' }],
    problems: ['lst-inauthentic'],
  },
  contract: {
    text: '购销合同 合同编号：HT-2026-0112 甲方 乙方 违约责任',
    kind: 'purchase_contract',
    date: '2026-02-03',
    fileName: '购销合同.pdf',
    identifiers: [{ type: 'contract_no', value: 'HT-2026-0112' }],
  },
  notice: {
    text: '您的商品涉嫌侵权，我们收到一份知识产权投诉。Complaint ID: 12345678901. ASIN: B0C7XYZ123',
    kind: 'performance_notification',
    date: '2026-03-01',
    fileName: 'notice.eml',
    folder: '/mail',
    mediaType: 'message/rfc822',
    identifiers: [
      { type: 'asin', value: 'B0C7XYZ123' },
      { type: 'complaint_id', value: '12345678901' },
    ],
  },
  slip: {
    text: 'UPS tracking 1Z5R89390357567127 for order 113-1234567-7654321 delivered',
    kind: 'tracking_slip',
    date: '2026-03-05',
    fileName: '1Z5R89390357567127.pdf',
    identifiers: [
      { type: 'order_id', value: '113-1234567-7654321' },
      { type: 'tracking_number', value: '1Z5R89390357567127' },
    ],
    problems: ['ord-invalid-tracking'],
  },
  usps: {
    text: 'USPS 9400 1112 0620 6406 2607 87 out for delivery',
    kind: 'tracking_slip',
    date: '2026-03-06',
    fileName: 'usps.png',
    mediaType: 'image/png',
    identifiers: [{ type: 'tracking_number', value: '9400111206206406260787' }],
  },
  across: {
    text: '请尽快出发。票据随后寄出',
    kind: 'unknown',
    date: '2026-03-07',
    fileName: 'note.txt',
    inbox: true,
    mediaType: 'text/plain',
  },
  spaced: {
    text: '增 值 税 专 用 发 票 （扫 描）',
    kind: 'fapiao_vat_special',
    date: '2026-03-08',
    fileName: 'scan.jpg',
    mediaType: 'image/jpeg',
    hasProblem: true,
  },
  english: {
    text: 'Plan of action: root cause, corrective actions. Invoice No.: INV/2026/77 Café déjà vu',
    kind: 'poa_document',
    date: '2026-04-01',
    fileName: 'POA draft.docx',
  },
  wide: {
    text: '订单号１１３－１２３４５６７－７６５４３２１ 已发货',
    kind: 'order_detail',
    date: '2026-04-02',
    fileName: '订单 截图.png',
  },
};

beforeAll(() => {
  temporary = openTemporaryArchive();
  for (const [name, document] of Object.entries(TEXTS))
    ids[name] = storeDocument(temporary.archive, document);
});
afterAll(() => temporary.remove());

function search(query: string): string[] {
  const page = searchDocuments(temporary.archive, { query, limit: 100 }, FIELD_VOCABULARY);
  expect(page.totalIsExact).toBe(true);
  expect(countDocuments(temporary.archive, query, FIELD_VOCABULARY)).toBe(page.total);
  return page.ids.map((id) => Object.keys(ids).find((name) => ids[name] === id) ?? String(id)).sort();
}

describe('Chinese words', () => {
  test.each([
    ['发票', ['fapiao', 'spaced']],
    ['增值税专用发票', ['fapiao', 'spaced']],
    ['合同', ['contract']],
    ['侵权', ['notice']],
    ['知识产权投诉', ['notice']],
    ['票', ['across', 'fapiao', 'spaced']],
    ['侵', ['notice']],
    ['发货', ['wide']],
    ['不存在的词', []],
  ])('%s', (query, expected) => {
    expect(search(query)).toEqual(expected);
  });

  test('a word is not found across a full stop (出发。票据 is not 发票)', () => {
    expect(search('发票')).not.toContain('across');
  });

  test('every two-character word of every text is found, as LIKE would find it', () => {
    const { sqlite } = temporary.archive;
    let checked = 0;
    for (const [name, { text }] of Object.entries(TEXTS)) {
      for (const match of (text ?? '').matchAll(/(?=([\u4e00-\u9fff]{2}))/g)) {
        const word = match[1]!;
        expect(search(word), word).toContain(name);
        const like = sqlite
          .prepare('SELECT count(DISTINCT document_id) FROM document_text WHERE text LIKE ?')
          .pluck()
          .get(`%${word}%`) as number;
        // LIKE can't see through the spaces of OCR, so it may find less, never more.
        const inText = search(word).length;
        expect(inText, word).toBeGreaterThanOrEqual(like);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(60);
  });
});

describe('mixed, phrases and exclusion', () => {
  test('Chinese and English words together', () => {
    expect(search('侵权 asin')).toEqual(['notice']);
    expect(search('发票 asin')).toEqual([]);
  });
  test('a phrase keeps its order', () => {
    expect(search('"root cause"')).toEqual(['english']);
    expect(search('"cause root"')).toEqual([]);
    expect(search('“违约责任”')).toEqual(['contract']);
  });
  test('a word that is not quoted is a beginning; a quoted one is whole', () => {
    expect(search('correct')).toEqual(['english']);
    expect(search('"correct"')).toEqual([]);
  });
  test('accents and case do not matter', () => {
    expect(search('CAFE deja')).toEqual(['english']);
  });
  test('-not takes away, also alone', () => {
    expect(search('发票 -扫描')).toEqual(['fapiao']);
    expect(search('发票 －扫描')).toEqual(['fapiao']);
    expect(search('-发票')).toHaveLength(Object.keys(ids).length - 2);
    expect(search('-发票 -合同 kind:purchase_contract')).toEqual([]);
  });
  test('only punctuation finds nothing and breaks nothing', () => {
    for (const query of ['。', '"', '-', '()', '*', 'a"b OR', 'NEAR(', '"unclosed phrase', ':', 'kind:']) {
      expect(() => search(query)).not.toThrow();
    }
    expect(search('。')).toEqual([]);
  });
});

describe('IDs, whole, in part, with and without separators', () => {
  test.each([
    ['113-1234567-7654321', ['slip', 'wide']],
    ['11312345677654321', ['slip']],
    ['113 1234567 7654321', ['slip', 'wide']],
    ['1234567-7654321', ['slip', 'wide']],
    ['113-1234', ['slip', 'wide']],
    ['B0C7XYZ123', ['notice']],
    ['b0c7x', ['notice']],
    ['7XYZ1', ['notice']],
    ['1Z5R89390357567127', ['slip']],
    ['0357567', ['slip']],
    ['9400111206206406260787', ['usps']],
    ['9400 1112 0620 6406 2607 87', ['usps']],
    ['06206406', ['usps']],
    ['HT-2026-0112', ['contract']],
    ['HT20260112', ['contract']],
    ['INV/2026/77', ['english']],
    ['26442000000012345678', ['fapiao']],
  ])('%s', (query, expected) => {
    expect(search(query)).toEqual(expected);
  });

  test('the document that carries the ID stands before those that only mention it', () => {
    const page = searchDocuments(
      temporary.archive,
      { query: '113-1234567-7654321', limit: 10 },
      FIELD_VOCABULARY,
    );
    expect(page.ids[0]).toBe(ids['slip']);
  });
});

describe('fields', () => {
  test.each([
    ['kind:tracking_slip', ['slip', 'usps']],
    ['kind:tracking-slip', ['slip', 'usps']],
    ['类型:合同', ['contract']],
    ['kind:发票', ['fapiao', 'spaced']],
    ['kind:nonsense', []],
    ['order:113-1234567-7654321', ['slip']],
    ['order:11312345677654321', ['slip']],
    ['订单：113-1234567', ['slip']],
    ['asin:B0C7XYZ123', ['notice']],
    ['tracking:1Z5R89390357567127', ['slip']],
    ['id:12345678901', ['notice']],
    ['problem:ord-invalid-tracking', ['slip']],
    ['folder:/mail', ['notice']],
    ['before:2026-02-01', ['fapiao']],
    ['after:2026-04-01', ['english', 'wide']],
    ['after:2026-03 before:2026-03-06', ['notice', 'slip']],
    ['month:2026-02', ['contract']],
    ['has:problem', ['spaced']],
    ['has:order', ['slip']],
    ['is:unsorted', ['across']],
    ['type:docx', ['english']],
    ['type:image', ['spaced', 'usps']],
    ['-kind:tracking_slip after:2026-03-05 before:2026-03-08', ['across']],
    ['发票 kind:fapiao_digital', ['fapiao']],
    ['folder:"/seller" 合同', ['contract']],
  ])('%s', (query, expected) => {
    const found = search(query);
    if (query === 'type:image') expect(found).toEqual(expect.arrayContaining(expected));
    else expect(found).toEqual(expected);
  });
});

describe('order, pages, facets, snippets', () => {
  test('newest first, or as asked; pages do not overlap', () => {
    const newest = searchDocuments(temporary.archive, { query: '', limit: 3 }, FIELD_VOCABULARY);
    expect(newest.ids).toEqual([ids['wide'], ids['english'], ids['spaced']]);
    const oldest = searchDocuments(
      temporary.archive,
      { query: '', limit: 1, sort: 'date_asc' },
      FIELD_VOCABULARY,
    );
    expect(oldest.ids).toEqual([ids['fapiao']]);
    const second = searchDocuments(temporary.archive, { query: '', limit: 3, offset: 3 }, FIELD_VOCABULARY);
    expect(second.ids.some((id) => newest.ids.includes(id))).toBe(false);
    expect(second.total).toBe(Object.keys(ids).length);
  });
  test('facets count the hits of the query', () => {
    const facets = countFacets(temporary.archive, '发票', FIELD_VOCABULARY);
    expect(facets.total).toBe(2);
    expect(facets.kinds.map((k) => [k.value, k.count])).toEqual(
      expect.arrayContaining([
        ['fapiao_digital', 1],
        ['fapiao_vat_special', 1],
      ]),
    );
    expect(facets.withProblem).toBe(1);
  });
  test('a snippet shows the hit and marks it', () => {
    const snippet = makeSnippet(temporary.archive, ids['contract']!, '违约责任');
    const [start, end] = snippet.marks[0]!;
    expect(snippet.text.slice(start, end)).toBe('违约责任');
  });
});

test('a common word in a big archive is listed by date without being collected', () => {
  const big = openTemporaryArchive();
  try {
    big.archive.transaction(() => {
      for (let i = 0; i < 5_600; i += 1) {
        const day = new Date(Date.UTC(2020, 0, 1) + ((i * 7919) % 5_600) * 86_400_000)
          .toISOString()
          .slice(0, 10);
        storeDocument(big.archive, {
          text: i % 10 === 0 ? `合同 ${i}` : `发票 ${i}`,
          date: day,
          kind: i % 2 === 0 ? 'pod' : 'fapiao_digital',
        });
      }
    });
    const page = searchDocuments(big.archive, { query: '发票', limit: 50 }, FIELD_VOCABULARY);
    const expected = big.archive.sqlite
      .prepare(
        "SELECT d.id FROM document d JOIN document_text t ON t.document_id = d.id WHERE t.text LIKE '%发票%' ORDER BY d.sort_at_ms DESC, d.id DESC LIMIT 50",
      )
      .pluck()
      .all();
    expect(page.ids).toEqual(expected);
    expect(countDocuments(big.archive, '发票', FIELD_VOCABULARY)).toBe(5_040);
    const excluded = searchDocuments(big.archive, { query: '-发票', limit: 5 }, FIELD_VOCABULARY);
    expect(excluded.ids).toHaveLength(5);
    expect(countDocuments(big.archive, '-发票', FIELD_VOCABULARY)).toBe(560);
  } finally {
    big.remove();
  }
});
