// First index, reconcile of an unchanged tree, hashing: beside recollindex, find and sha256sum.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InProcess } from '../../src/api/in-process.ts';
import { hashFile } from '../../src/engine/vault/vault.ts';
import { medianMs, peakMemoryMb, type Row, seconds } from './table.ts';

export async function benchIndex(door: InProcess, seller: string, base: string): Promise<Row[]> {
  const rows: Row[] = [];
  const startedMs = performance.now();
  const first = await door.engine.intake.runUntilIdle({ ocr: false });
  const firstMs = performance.now() - startedMs;
  const rate = first.documents / (firstMs / 1000);
  const recoll = runRecoll(seller, base);
  rows.push({
    what: `first index, ${first.documents} documents, no OCR`,
    ours: `${rate.toFixed(0)} documents/s (${seconds(firstMs)})`,
    peer:
      recoll === null
        ? 'recollindex: not installed'
        : `recollindex: ${(first.found / (recoll / 1000)).toFixed(0)} files/s (${seconds(recoll)})`,
    ...(recoll === null ? {} : { ratio: recoll / firstMs }),
    bar: '≥ 2×',
  });
  rows.push({
    what: 'peak memory while indexing (process with all threads)',
    ours: `${peakMemoryMb()} MB`,
    peer: '–',
    bar: '≤ 400 MB',
  });

  const againMs = await medianMs(3, () => door.engine.intake.runUntilIdle({ ocr: false }));
  const findMs = await medianMs(3, () =>
    spawnSync('find', [seller, '-type', 'f', '-printf', '%p %s %T@\n'], { maxBuffer: 1 << 28 }),
  );
  rows.push({
    what: `reconcile, ${first.found} unchanged files`,
    ours: seconds(againMs),
    peer: `find -printf: ${seconds(findMs)}`,
    ratio: againMs / findMs,
    bar: '≤ 2× at 100,000',
  });

  const blob = join(base, 'blob.bin');
  writeFileSync(blob, Buffer.alloc(256 * 1024 * 1024, 7));
  const oursMs = await medianMs(3, () => hashFile(blob));
  const sumMs = await medianMs(3, () => spawnSync('sha256sum', [blob]));
  const opensslMs = await medianMs(3, () => spawnSync('openssl', ['dgst', '-sha256', blob]));
  const mb = statSync(blob).size / 1e6;
  rows.push({
    what: 'hashing 268 MB, one worker',
    ours: `${(mb / (oursMs / 1000)).toFixed(0)} MB/s`,
    peer: `sha256sum: ${(mb / (sumMs / 1000)).toFixed(0)} MB/s`,
    ratio: sumMs / oursMs,
    bar: '≥ 3×',
  });
  rows.push({
    what: 'hashing 268 MB, one worker',
    ours: `${(mb / (oursMs / 1000)).toFixed(0)} MB/s`,
    peer: `openssl: ${(mb / (opensslMs / 1000)).toFixed(0)} MB/s`,
    ratio: opensslMs / oursMs,
    bar: '≥ 0.9×',
  });
  return rows;
}

/** Milliseconds of a first recollindex run over the same files; null when it is not installed. */
function runRecoll(seller: string, base: string): number | null {
  if (spawnSync('recollindex', ['-h']).error !== undefined) return null;
  const config = join(base, 'recoll');
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'recoll.conf'), `topdirs = ${seller}\nloglevel = 1\n`);
  const startedMs = performance.now();
  const run = spawnSync('recollindex', ['-c', config, '-z'], {
    env: { ...process.env, RECOLL_CONFDIR: config },
  });
  const tookMs = performance.now() - startedMs;
  return run.status === 0 && readdirSync(config).includes('xapiandb') ? tookMs : null;
}
