// A pack of 40 exhibits beside qpdf doing the bare merge of the same PDFs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { InProcess } from '../../src/api/in-process.ts';
import { peakMemoryMb, type Row, seconds } from './table.ts';

export async function benchPack(door: InProcess, base: string): Promise<Row[]> {
  const documents = (await door.caller.documents.list({ query: 'type:pdf', limit: 40 })).documents;
  const pdfs = documents.map((d) => d.path);
  const detail = await door.caller.cases.open({
    problem: 'tec-other',
    marketplace: 'US',
    orders: ['113-0000000-0000001'],
  });
  await door.caller.cases.attach({
    case: detail.number,
    documents: documents.map((d) => ({ documentId: d.id })),
  });
  const startedMs = performance.now();
  const pack = await door.engine.packs.build(
    { case: detail.number, variant: 'amazon', zip: true },
    join(base, 'packs'),
  );
  const tookMs = performance.now() - startedMs;
  const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;
  const mergeStartedMs = performance.now();
  if (hasQpdf) spawnSync('qpdf', ['--empty', '--pages', ...pdfs, '--', join(base, 'merged.pdf')]);
  const mergeMs = performance.now() - mergeStartedMs;
  return [
    {
      what: `pack: ${pack.exhibits.length} exhibits, ${pack.indexPages} pages, ZIP, verified`,
      ours: seconds(tookMs),
      peer: hasQpdf ? `qpdf bare merge: ${seconds(mergeMs)}` : 'qpdf: not installed',
      ...(hasQpdf ? { ratio: tookMs / mergeMs } : {}),
      bar: '≤ 3× (40 exhibits, 300 pages, 60 photos)',
    },
    { what: 'peak memory after everything', ours: `${peakMemoryMb()} MB`, peer: '–', bar: '≤ 600 MB' },
  ];
}
