// Search and start-up with hundreds of thousands of documents: `npm run bench -- --scale 500000`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInProcess } from '../../src/api/in-process.ts';
import { searchKey } from '../../src/domain/search/tokenise.ts';
import { findReader } from '../../src/engine/readers/reader-table.ts';
import { RECOGNITION_VERSION } from '../../src/engine/recognise/recognise.ts';
import { openArchive } from '../../src/engine/store/open-archive.ts';
import { indexDocument } from '../../src/engine/store/search/index-document.ts';
import { percentile, type Row } from './table.ts';

const WORDS =
  '发票 合同 采购 供货 单位 金额 合计 购买方 销售方 签收 运单 物流 轨迹 侵权 投诉 申诉 账户 停用 货件 箱唛 装箱 打包 视频 授权 检测 报告 营业 执照'.split(
    ' ',
  );
const LATIN =
  'invoice order tracking delivered shipment carrier amount total supplier buyer quantity unit price notice appeal policy'.split(
    ' ',
  );
const KINDS = [
  'supplier_invoice',
  'fapiao_digital',
  'pod',
  'tracking_slip',
  'purchase_contract',
  'shipping_label',
  'packing_photo',
  'unknown',
];

const FILES_PER_FOLDER = 100;

/**
 * Fills an archive by SQL with documents of some 40 words each: what search and lists depend on. Their files are one byte
 * each, but there, so that an engine at rest has a real folder to watch and to compare.
 */
export function fillScaleArchive(base: string, projectDir: string, documents: number): void {
  const archive = openArchive({
    archiveDir: join(base, 'scale'),
    nowMs: Date.now,
    migrationsDir: join(projectDir, 'migrations'),
  });
  const { sqlite } = archive;
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const papers = join(base, 'papers');
  sqlite
    .prepare('INSERT INTO watched_folder (path, path_key, added_at_ms) VALUES (?, ?, 0)')
    .run(papers, papers);
  const insertDocument = sqlite.prepare(
    "INSERT INTO document (id, sha256, size_bytes, media_type, title, kind, sort_at_ms, text_characters, filed_at_ms, reader, reader_version) VALUES (?, ?, 1000, 'application/pdf', ?, ?, ?, 200, 0, ?, ?)",
  );
  // As current as what intake files: else the engine would recognise everything anew and never come to rest.
  const reader = findReader('application/pdf');
  const insertRecognition = sqlite.prepare(
    "INSERT INTO recognition (document_id, version, recognised_at_ms, kind) VALUES (?, ?, 0, '{}')",
  );
  const insertText = sqlite.prepare(
    "INSERT INTO document_text (document_id, page, source, text) VALUES (?, 1, 'pdf', ?)",
  );
  const insertLocation = sqlite.prepare(
    "INSERT INTO location (folder_id, relative_path, path_key, file_name, document_id, state, size_bytes, mtime_ms, inode, first_seen_at_ms, last_seen_at_ms) VALUES (1, ?, ?, ?, ?, 'present', ?, ?, ?, 0, 0)",
  );
  const insertIdentifier = sqlite.prepare(
    "INSERT INTO identifier (id, type, value, value_key) VALUES (?, 'order_id', ?, ?)",
  );
  const link = sqlite.prepare(
    "INSERT INTO document_identifier (document_id, identifier_id, raw, source, check_result, confidence, reason) VALUES (?, ?, ?, 'text', 'no_check', 0.9, '{}')",
  );
  for (let from = 1; from <= documents; from += 1_000) {
    archive.transaction(() => {
      for (let id = from; id < Math.min(from + 1_000, documents + 1); id += 1) {
        const orderNumber = Math.ceil(id / 4);
        const order = `113-${String(orderNumber).padStart(7, '0')}-${String((orderNumber * 7919) % 10_000_000).padStart(7, '0')}`;
        const words = Array.from({ length: 40 }, () =>
          random(3) === 0 ? ` ${LATIN[random(LATIN.length)]} ` : WORDS[random(WORDS.length)],
        );
        insertDocument.run(
          id,
          createHash('sha256').update(String(id)).digest('hex'),
          `文件 ${id}`,
          KINDS[random(KINDS.length)],
          1_600_000_000_000 + random(190_000_000) * 1000,
          reader?.name,
          reader?.version,
        );
        insertRecognition.run(id, RECOGNITION_VERSION);
        insertText.run(id, `${words.join('')} ${order}`);
        const folder = `box ${Math.floor((id - 1) / FILES_PER_FOLDER)}`;
        if (id % FILES_PER_FOLDER === 1) mkdirSync(join(papers, folder), { recursive: true });
        const path = `${folder}/${id}.pdf`;
        writeFileSync(join(papers, path), 'x');
        const { size, mtimeMs, ino } = lstatSync(join(papers, path));
        insertLocation.run(path, path, `${id}.pdf`, id, size, mtimeMs, String(ino));
        if (id % 4 === 1) insertIdentifier.run(orderNumber, order, searchKey(order));
        link.run(id, orderNumber, order);
        indexDocument(archive, id);
      }
    });
  }
  sqlite.exec("INSERT INTO search_text(search_text) VALUES ('optimize')");
  sqlite.exec("INSERT INTO search_part(search_part) VALUES ('optimize')");
  sqlite.exec('ANALYZE');
  archive.close();
}

export async function benchScale(base: string, projectDir: string, documents: number): Promise<Row[]> {
  const filledMs = performance.now();
  fillScaleArchive(base, projectDir, documents);
  console.error(`filled in ${((performance.now() - filledMs) / 1000).toFixed(0)} s`);
  // In a process of its own: this one has filled the archive, and holds what that took.
  const restScript = join(projectDir, 'tests', 'bench', 'measure-rest.ts');
  const atRest = JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, restScript, join(base, 'scale')], {
      encoding: 'utf8',
    }),
  ) as { restMb: number; cpuMs: number };
  const openedMs = performance.now();
  const door = await openInProcess({ archiveDir: join(base, 'scale'), language: 'en' });
  await door.caller.documents.list({ query: '', limit: 100 });
  const readyMs = performance.now() - openedMs;
  try {
    const queries = [
      ...WORDS,
      ...LATIN,
      '的',
      '票',
      '发票 合同',
      '"购买方销售方"',
      '发票 -合同',
      '侵权 kind:pod',
      'kind:fapiao_digital',
      'invoice order',
      '采购合同',
      ...Array.from({ length: 30 }, (_, i) => `113-${String(i * 997 + 1).padStart(7, '0')}`),
      ...Array.from({ length: 30 }, (_, i) => String((i * 997 * 7919) % 10_000_000).padStart(7, '0')),
    ];
    const times: number[] = [];
    const slow: [number, string][] = [];
    for (let round = 0; round < 3; round += 1) {
      for (const query of queries) {
        const { tookMs } = await door.caller.documents.list({ query, limit: 50 });
        if (round > 0) times.push(tookMs);
        if (round === 2) slow.push([tookMs, query]);
      }
    }
    slow.sort((a, b) => b[0] - a[0]);
    console.error(
      'slowest:',
      slow
        .slice(0, 8)
        .map(([ms, q]) => `${q} ${ms} ms`)
        .join(', '),
    );
    const pages: number[] = [];
    for (let offset = 0; offset < 2_000; offset += 100)
      pages.push((await door.caller.documents.list({ query: '', limit: 100, offset })).tookMs);
    return [
      {
        what: `engine ready at ${documents} documents (open archive, first list)`,
        ours: `${Math.round(readyMs)} ms`,
        peer: '–',
        bar: '≤ 1 s',
      },
      {
        what: `search at ${documents} documents, ${times.length} queries`,
        ours: `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, max ${Math.max(...times).toFixed(0)} ms`,
        peer: '–',
        bar: 'p95 ≤ 20 ms',
      },
      {
        what: `list page of 100 at ${documents} documents`,
        ours: `p95 ${percentile(pages, 0.95).toFixed(1)} ms`,
        peer: '–',
        bar: '≤ 20 ms',
      },
      {
        what: `memory of the engine at rest, ${documents} documents: watching, after a list and five searches, a minute later`,
        ours: `${atRest.restMb} MB; ${atRest.cpuMs} ms of processor in that minute`,
        peer: '–',
        bar: '≤ 200 MB idle',
      },
    ];
  } finally {
    await door.close();
  }
}
