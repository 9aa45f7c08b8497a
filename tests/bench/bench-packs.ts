// Packs as large as the design asks, each beside the tools that do the bare work on the same files.
import { spawnSync } from 'node:child_process';
import { createHash, randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { embedBookFonts } from '../../src/engine/packs/book/book-fonts.ts';
import type { ExhibitPlan } from '../../src/engine/packs/pack-plan.ts';
import { exhibitOf, planOf } from '../engine/packs/sample-plan.ts';
import { type Row, seconds } from './table.ts';

interface Measured {
  readonly ms: number;
  readonly peakMb: number;
  readonly pages: number;
}

/** 40 PDFs with 300 pages and 60 photos; 1,000 pages and 400 photos; `videoMb` of video. */
export async function benchPacks(base: string, root: string, videoMb: number): Promise<Row[]> {
  const photos = await makePhotos(join(base, 'photos'), 60);
  const rows: Row[] = [];
  const pdfs = await makePdfs(join(base, 'pdfs'), 40, 300);
  const usual = measure(base, root, 'usual', [...pdfs, ...photos], false);
  const merge = mergeBare(base, pdfs, photos);
  rows.push({
    what: `pack: 40 PDFs with 300 pages, 60 photos of 12 MP, a book of ${usual.pages} pages, verified`,
    ours: `${seconds(usual.ms)}, ${usual.peakMb} MB`,
    peer: merge === undefined ? 'qpdf, img2pdf: not installed' : `img2pdf and qpdf: ${seconds(merge)}`,
    ...(merge === undefined ? {} : { ratio: usual.ms / merge }),
    bar: '≤ 3×, ≤ 600 MB',
  });
  const many = await makePdfs(join(base, 'many'), 100, 1000);
  const repeated = Array.from({ length: 400 }, (_, index) => photos[index % photos.length]!);
  const big = measure(base, root, 'big', [...many, ...repeated], true);
  rows.push({
    what: `pack: 1,000 pages, 400 photos of 12 MP, a book of ${big.pages} pages, ZIP, verified`,
    ours: `${seconds(big.ms)}, ${big.peakMb} MB`,
    peer: '–',
    bar: '≤ 600 MB',
  });
  if (videoMb > 0) rows.push(...benchVideo(base, root, videoMb));
  return rows;
}

function benchVideo(base: string, root: string, videoMb: number): Row[] {
  const video = makeVideo(join(base, 'video.mp4'), videoMb);
  const prepare = (): void => {
    dropCache(video.sourcePath);
    warmMemory(join(base, 'warm.bin'), videoMb * 3);
  };
  prepare();
  const ours = measure(base, root, 'video', [video], true);
  prepare();
  const hasZip = spawnSync('zip', ['-v']).error === undefined;
  const time = (command: string, args: readonly string[]): number => {
    const startedMs = performance.now();
    spawnSync(command, args);
    return performance.now() - startedMs;
  };
  const target = join(base, 'peer.zip');
  const bare = hasZip ? time('zip', ['-0', '-q', '-j', target, video.sourcePath]) : 0;
  const flushed = bare + time('sync', [target]);
  rmSync(target, { force: true });
  // What we leave behind is a folder and a ZIP, both flushed: the same work with the usual tools.
  prepare();
  const copy = join(base, 'peer-copy.mp4');
  const startedMs = performance.now();
  if (hasZip) {
    spawnSync('cp', [video.sourcePath, copy]);
    spawnSync('zip', ['-0', '-q', '-j', target, copy]);
    spawnSync('sync', [copy, target]);
  }
  const both = performance.now() - startedMs;
  const row = (peer: string, ms: number): Row => ({
    what: `pack: ${videoMb / 1000} GB of video, folder and ZIP, verified`,
    ours: `${seconds(ours.ms)}, ${ours.peakMb} MB`,
    peer: hasZip ? `${peer}: ${seconds(ms)}` : 'zip: not installed',
    ...(hasZip ? { ratio: ours.ms / ms } : {}),
    bar: '≤ 1×, ≤ 300 MB',
  });
  return [row('zip -0', bare), row('zip -0 and sync', flushed), row('cp, zip -0 and sync of both', both)];
}

/** Builds in a process of its own, started as the product is, so that its peak is the pack's alone. */
function measure(
  base: string,
  root: string,
  name: string,
  files: readonly ExhibitPlan[],
  zip: boolean,
): Measured {
  const exhibits = files.map((file, index) => ({
    ...file,
    label: `E${String(index + 1).padStart(3, '0')}`,
    documentId: index + 1,
  }));
  const planFile = join(base, `${name}.json`);
  writeFileSync(planFile, JSON.stringify(planOf(exhibits)));
  const out = join(base, `out-${name}`);
  const script = join(import.meta.dirname, 'build-plan.ts');
  const run = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=8',
      '--optimize-for-size',
      script,
      planFile,
      out,
      String(zip),
    ],
    { encoding: 'utf8', cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  rmSync(out, { recursive: true, force: true });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Measured;
}

function mergeBare(
  base: string,
  pdfs: readonly ExhibitPlan[],
  photos: readonly ExhibitPlan[],
): number | undefined {
  if (spawnSync('qpdf', ['--version']).error || spawnSync('img2pdf', ['--version']).error) return undefined;
  const pages = join(base, 'photos.pdf');
  const startedMs = performance.now();
  spawnSync('img2pdf', [...photos.map((one) => one.sourcePath), '-o', pages]);
  spawnSync('qpdf', [
    '--empty',
    '--pages',
    ...pdfs.map((one) => one.sourcePath),
    pages,
    '--',
    join(base, 'm.pdf'),
  ]);
  return performance.now() - startedMs;
}

async function makePdfs(dir: string, count: number, pages: number): Promise<ExhibitPlan[]> {
  mkdirSync(dir);
  const made: ExhibitPlan[] = [];
  for (let index = 0; index < count; index += 1) {
    const doc = await PDFDocument.create({ updateMetadata: false });
    const [{ font: regular } = { font: undefined }] = (await embedBookFonts(doc)).runs('A', false);
    const own = Math.floor(((index + 1) * pages) / count) - Math.floor((index * pages) / count);
    for (let page = 0; page < own; page += 1) {
      const sheet = doc.addPage([595, 842]);
      for (let line = 0; line < 45; line += 1)
        sheet.drawText(
          `发票明细 Invoice ${index}-${page} line ${line}: 113-${1_000_000 + line * 77}-1234567`,
          {
            x: 50,
            y: 790 - line * 16,
            size: 9,
            font: regular,
          },
        );
    }
    const path = join(dir, `paper-${index}.pdf`);
    writeFileSync(path, await doc.save());
    made.push(exhibitOf('E001', path, 'application/pdf', { pageCount: own }));
  }
  return made;
}

async function makePhotos(dir: string, count: number): Promise<ExhibitPlan[]> {
  mkdirSync(dir);
  const made: ExhibitPlan[] = [];
  for (let index = 0; index < count; index += 1) {
    const small = Buffer.alloc(252 * 189 * 3);
    for (let at = 0; at < small.length; at += 1) small[at] = (at * (index + 7) * 2654435761) >>> 24;
    const path = join(dir, `photo-${index}.jpg`);
    await sharp(small, { raw: { width: 252, height: 189, channels: 3 } })
      .resize(4032, 3024, { kernel: 'cubic' })
      .jpeg({ quality: 85 })
      .toFile(path);
    made.push(exhibitOf('E001', path, 'image/jpeg'));
  }
  return made;
}

function makeVideo(path: string, megabytes: number): ExhibitPlan {
  const file = openSync(path, 'w');
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1_000_000);
  randomFillSync(piece);
  for (let at = 0; at < megabytes; at += 1) {
    piece.writeUInt32LE(at, 0);
    hash.update(piece);
    writeSync(file, piece);
  }
  fsyncSync(file);
  closeSync(file);
  const head = join(path, '..', 'head.mp4');
  writeFileSync(head, piece.subarray(0, 100));
  return {
    ...exhibitOf('E001', head, 'video/mp4', { originalName: 'video.mp4' }),
    sourcePath: path,
    sizeBytes: megabytes * 1_000_000,
    sha256: hash.digest('hex'),
  };
}

/** Neither side may profit from what the other left in memory. */
function dropCache(path: string): void {
  spawnSync('dd', [`of=${path}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0']);
}

/**
 * On a virtual machine, memory that nobody has used lately costs its host a second per gigabyte: whoever came second
 * would find warm what the first had freed.
 */
function warmMemory(path: string, megabytes: number): void {
  spawnSync('dd', ['if=/dev/zero', `of=${path}`, 'bs=256k', `count=${megabytes * 4}`]);
  rmSync(path, { force: true });
  spawnSync('sync');
}
