// Is a pack that is split still whole: every volume a bag of its own, and every link into the right one?
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CasebinderError } from '../../../src/domain/errors.ts';
import { makeBook } from '../../../src/engine/packs/book/make-book.ts';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import type { BuiltPack, ExhibitPlan } from '../../../src/engine/packs/pack-plan.ts';
import { listVolumeNames } from '../../../src/engine/packs/pack-volumes.ts';
import { verifyPack } from '../../../src/engine/packs/verify-pack.ts';
import { askJudge, hasJudge } from './outside-judge.ts';
import { exhibitOf, makeFolder, makePdf, planOf } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

let exhibits: ExhibitPlan[];
let built: BuiltPack;

beforeAll(async () => {
  mkdirSync(join(dir, 'src'));
  const video = (name: string, megabytes: number): string => {
    const path = join(dir, 'src', name);
    writeFileSync(path, Buffer.alloc(megabytes * 1_000_000, megabytes));
    return path;
  };
  exhibits = [
    exhibitOf('E01', await makePdf(join(dir, 'src', 'a.pdf')), 'application/pdf'),
    exhibitOf('E02', video('b.mp4', 7), 'video/mp4'),
    exhibitOf('E03', video('c.mp4', 6), 'video/mp4'),
    exhibitOf('E04', video('d.mp4', 3), 'video/mp4'),
    exhibitOf('E05', video('e.mp4', 15), 'video/mp4'),
  ];
  built = await buildPack({
    plan: planOf(exhibits, { volumeBytes: 10_000_000 }),
    outDir: join(dir, 'out'),
    zip: true,
  });
}, 60_000);

describe('volumes of a pack', () => {
  it('hold every original once, and stay under the size but for what cannot be split', () => {
    const all = [built.folder, ...built.volumes!.map((one) => one.folder)];
    const found = all.flatMap((folder) =>
      readdirSync(join(folder, 'data', 'upload')).map((name) => hash(join(folder, 'data', 'upload', name))),
    );
    expect(found.sort()).toEqual(exhibits.map((one) => one.sha256).sort());
    expect(built.volumes!.map((one) => one.payloadBytes > 10_000_000)).toEqual([false, false, true]);
    expect(built.violations).toContainEqual(
      expect.objectContaining({ code: 'VOLUME_TOO_LARGE', exhibit: 'E05' }),
    );
  });

  it('are valid bags, as folders and as ZIPs, for us and for others', async () => {
    for (const one of [built, ...built.volumes!]) {
      expect(await verifyPack(one.folder)).toMatchObject({ ok: true, problems: [] });
      expect(await verifyPack(one.zip!)).toMatchObject({ ok: true, problems: [] });
      if (hasJudge('sha256sum'))
        expect(askJudge('sha256sum', ['-c', '--strict', 'manifest-sha256.txt'], one.folder).code).toBe(0);
      if (hasJudge('unzip', '-v')) expect(askJudge('unzip', ['-t', one.zip!]).code).toBe(0);
      if (hasJudge('7z', 'i')) expect(askJudge('7z', ['t', one.zip!]).code).toBe(0);
    }
  }, 30_000);

  it('know each other', () => {
    const record = JSON.parse(readFileSync(join(built.folder, 'data', 'case.json'), 'utf8'));
    for (const [index, volume] of built.volumes!.entries()) {
      const about = JSON.parse(readFileSync(join(volume.folder, 'data', 'volume.json'), 'utf8'));
      expect(about).toMatchObject({ volume: index + 2, of: 4, first: basename(built.folder) });
      expect(existsSync(join(volume.folder, about.book))).toBe(true);
      expect(record.pack.volumes[index]).toMatchObject({
        name: basename(volume.folder),
        manifestSha256: hash(join(volume.folder, 'manifest-sha256.txt')),
      });
      expect(readFileSync(join(volume.folder, 'bag-info.txt'), 'utf8')).toContain(
        `Bag-Count: ${index + 2} of 4`,
      );
    }
    expect(built.exhibits.map((one) => one.volume ?? 1)).toEqual([1, 2, 3, 3, 4]);
    const csv = readFileSync(join(built.folder, 'data', 'exhibits.csv'), 'utf8');
    expect(csv.split('\r\n')[0]).toContain('volume');
  });

  it('are all refused when one of them is there already, and nothing is left', async () => {
    const plan = planOf(exhibits, { volumeBytes: 10_000_000 });
    const outDir = join(dir, 'taken');
    mkdirSync(join(outDir, listVolumeNames(plan)[1]!), { recursive: true });
    await expect(buildPack({ plan, outDir, zip: false })).rejects.toThrow(CasebinderError);
    expect(readdirSync(outDir)).toEqual([listVolumeNames(plan)[1]]);
  });
});

describe('volumes of the book', () => {
  it('link to the very page and back to the very row of the list, by names that exist', async () => {
    const folder = join(dir, 'book');
    mkdirSync(folder);
    const pdfs = await Promise.all(
      ['x', 'y', 'z'].map((name, index) => makePdf(join(dir, 'src', `${name}.pdf`), { pages: index + 1 })),
    );
    const plan = planOf(pdfs.map((path, index) => exhibitOf(`E0${index + 1}`, path, 'application/pdf')));
    const outcome = await makeBook(
      { plan, language: 'en', folder, files: {}, forcedSlips: {}, maxVolumeBytes: 1500 },
      () => {},
    );
    expect(outcome.files.length).toBeGreaterThan(2);
    const docs = new Map<string, PDFDocument>();
    for (const file of outcome.files)
      docs.set(
        file.name,
        await PDFDocument.load(readFileSync(join(folder, file.name)), { updateMetadata: false }),
      );
    let remote = 0;
    for (const doc of docs.values()) {
      for (const page of doc.getPages()) {
        const annotations = page.node.lookup(PDFName.of('Annots'));
        if (!(annotations instanceof PDFArray)) continue;
        for (let index = 0; index < annotations.size(); index += 1) {
          const action = annotations.lookup(index, PDFDict).lookup(PDFName.of('A'));
          if (!(action instanceof PDFDict)) continue;
          remote += 1;
          const file = action.lookup(PDFName.of('F'), PDFDict).lookup(PDFName.of('UF')) as PDFString;
          const name = action.lookup(PDFName.of('D'), PDFString).asString();
          expect(namesOf(docs.get(file.decodeText())!)).toContain(name);
        }
      }
    }
    // Three exhibits: from the list, from cover and tables, and back from every page.
    expect(remote).toBeGreaterThan(8);
    if (hasJudge('qpdf'))
      for (const name of docs.keys()) expect(askJudge('qpdf', ['--check', join(folder, name)]).code).toBe(0);
  });
});

function namesOf(doc: PDFDocument): string[] {
  const tree = doc.catalog.lookup(PDFName.of('Names'), PDFDict).lookup(PDFName.of('Dests'), PDFDict);
  const names = tree.lookup(PDFName.of('Names'), PDFArray);
  return Array.from({ length: names.size() / 2 }, (_, index) =>
    names.lookup(index * 2, PDFString).asString(),
  );
}
