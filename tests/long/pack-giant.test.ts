// Does every file of the corpus go into one case and one pack: nothing dropped, nothing crashing, each file once?
import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openInProcess } from '../../src/api/in-process.ts';
import { askJudge, hasJudge } from '../engine/packs/outside-judge.ts';

const CORPUS = process.env['CASEBINDER_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus');
const base = mkdtempSync(join(tmpdir(), 'casebinder-giant-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

test('the whole corpus as one case', { timeout: 45 * 60_000 }, async (context) => {
  if (!existsSync(join(CORPUS, 'MANIFEST.csv'))) {
    console.log('skipped: the corpus is not here (set CASEBINDER_CORPUS)');
    context.skip();
  }
  const door = await openInProcess({ archiveDir: join(base, 'archive'), language: 'en' });
  try {
    await door.caller.folders.add({ grant: door.grant(CORPUS) });
    await door.engine.intake.runUntilIdle({ ocr: false });
    const ids = door.engine.context.archive.sqlite
      .prepare<[], number>('SELECT id FROM document ORDER BY id')
      .pluck()
      .all();
    const opened = await door.caller.cases.open({
      problem: 'tec-other',
      marketplace: 'US',
      orders: ['113-0000000-0000001'],
    });
    for (let from = 0; from < ids.length; from += 200)
      await door.caller.cases.attach({
        case: opened.number,
        documents: ids.slice(from, from + 200).map((documentId) => ({ documentId })),
      });
    const startedMs = performance.now();
    const built = await door.engine.packs.build(
      { case: opened.number, variant: 'internal', zip: true },
      join(base, 'packs'),
    );
    const buildMs = performance.now() - startedMs;
    const detail = await door.caller.cases.get({ case: opened.number });
    const originals = built.exhibits.filter((one) => !one.derived);
    expect(detail.exhibits).toHaveLength(ids.length);
    expect(new Set(originals.map((one) => one.label))).toEqual(
      new Set(detail.exhibits.map((one) => one.label)),
    );
    const wanted = new Map(detail.exhibits.map((one) => [one.label, one.document.sha256]));
    for (const one of originals)
      expect(await hashOf(join(built.folder, 'data', one.file)), one.file).toBe(wanted.get(one.label));
    expect(originals.every((one) => one.pages >= 1)).toBe(true);
    expect(built.verified).toBe(true);
    if (hasJudge('pdftotext', '-v')) {
      const books = readdirSync(join(built.folder, 'data')).filter((name) => /^index.*\.pdf$/.test(name));
      const stamped = new Set<string>();
      for (const name of books) {
        const { out } = askJudge('pdftotext', [join(built.folder, 'data', name), '-']);
        for (const match of out.matchAll(/\b(E\d+) p\. 1\/\d+/g)) stamped.add(match[1]!);
      }
      expect([...wanted.keys()].filter((label) => !stamped.has(label))).toEqual([]);
    }
    // 3: warnings about oddities that a copied page brought along; 2 would be an error.
    if (hasJudge('qpdf')) expect(askJudge('qpdf', ['--check', built.index]).code).not.toBe(2);
    if (hasJudge('sha256sum'))
      expect(askJudge('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], built.folder).code).toBe(0);
    if (hasJudge('unzip', '-v')) expect(askJudge('unzip', ['-tq', built.zip!]).code).toBe(0);
    if (hasJudge('7z', 'i')) expect(askJudge('7z', ['t', built.zip!]).code).toBe(0);
    const slips = originals.filter((one) => one.slip !== undefined).length;
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(
      `${ids.length} documents, ${originals.length} exhibits, ${slips} slips, ${built.indexPages} pages, ` +
        `built in ${Math.round(buildMs / 1000)} s, peak ${peakMb} MB with reading`,
    );
    if (process.env['CASEBINDER_KEEP'] !== undefined)
      cpSync(built.folder, process.env['CASEBINDER_KEEP'], { recursive: true });
  } finally {
    await door.close();
  }
});
