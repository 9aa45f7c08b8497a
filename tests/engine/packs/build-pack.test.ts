// Does a pack hold what a seller, a reviewer and an outside program need to trust it?
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CasebinderError } from '../../../src/domain/errors.ts';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import type { BuiltPack, ExhibitPlan, PackPlan } from '../../../src/engine/packs/pack-plan.ts';
import { verifyPack } from '../../../src/engine/packs/verify-pack.ts';
import { askJudge, hasJudge } from './outside-judge.ts';
import { exhibitOf, makeFolder, makePdf, makePhoto, planOf } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'no error';
  } catch (error) {
    return error instanceof CasebinderError ? error.code : `foreign: ${String(error)}`;
  }
}

let exhibits: ExhibitPlan[];
let plan: PackPlan;
let built: BuiltPack;
const phases = new Set<string>();

beforeAll(async () => {
  mkdirSync(join(dir, 'src'));
  const at = (name: string): string => join(dir, 'src', name);
  writeFileSync(at('note.txt'), 'x');
  writeFileSync(at('broken.pdf'), '%PDF-1.7\nnot really');
  writeFileSync(at('video.mp4'), Buffer.alloc(2000, 7));
  exhibits = [
    exhibitOf('E01', await makePdf(at('a.pdf'), { pages: 5 }), 'application/pdf', {
      caption: '供应商发票：一千二百件',
      originalName: '2026年1月 采购发票（终版）.PDF',
      identifiers: [{ type: 'asin', value: 'B0EXAMPLE1' }],
      documentDate: '2026-01-12',
      proves: ['supplier_invoice'],
    }),
    exhibitOf('E02', await makePhoto(at('b.jpg'), 2400, 1800, 6), 'image/jpeg', {
      kindSlug: 'photo_carton',
      caption: '外箱照片',
    }),
    exhibitOf('E03', at('note.txt'), 'message/rfc822', {
      caption: 'E-mail 한국어',
      originalName: '=HYPERLINK("http://x","邮件").eml',
      email: { subject: '签收证明', from: 'carrier@example.com' },
      pages: [{ page: 1, source: 'email', text: '您好，附件为签收证明。한국어 😀' }],
    }),
    exhibitOf('E04', at('broken.pdf'), 'application/pdf', { caption: 'Broken' }),
    exhibitOf('E05', at('video.mp4'), 'video/mp4', {
      caption: '开箱视频',
      media: { durationSeconds: 61, width: 1920, height: 1080 },
    }),
  ];
  plan = planOf(exhibits);
  built = await buildPack({
    plan,
    outDir: join(dir, 'out'),
    zip: true,
    onProgress: (progress) => phases.add(progress.phase),
  });
}, 60_000);

describe('the folder', () => {
  it('is verified, and told every phase', () => {
    expect(built.verified).toBe(true);
    expect([...phases].sort()).toEqual(['book', 'check', 'copy', 'hash', 'verify', 'zip']);
    expect(built.missing).toEqual(['shipping_label']);
  });

  it('holds the originals byte for byte under plain names', () => {
    for (const file of built.exhibits.filter((one) => !one.derived)) {
      const exhibit = exhibits.find((one) => one.label === file.label)!;
      expect(hash(join(built.folder, 'data', file.file))).toBe(exhibit.sha256);
      expect(file.file).toMatch(/^upload\/[A-Za-z0-9._-]{1,80}$/);
    }
    expect(built.exhibits[0]!.file).toBe('upload/E01_supplier-invoice_B0EXAMPLE1_2026-01-12.pdf');
  });

  it('is a valid bag for us and for sha256sum', async () => {
    expect(await verifyPack(built.folder)).toMatchObject({ ok: true, problems: [] });
    expect(await verifyPack(built.zip!)).toMatchObject({ ok: true, problems: [] });
    if (!hasJudge('sha256sum')) return;
    for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      expect(askJudge('sha256sum', ['-c', '--strict', manifest], built.folder).code).toBe(0);
    }
  });

  it('lists the exhibits for Excel without letting a file name run as a formula', () => {
    const csv = readFileSync(join(built.folder, 'data/exhibits.csv'), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toContain('2026年1月 采购发票（终版）.PDF');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""邮件"").eml"`);
  });

  it('tells nothing about this computer', () => {
    for (const name of ['exhibits.csv', 'case.json', 'statement.txt', 'index.pdf']) {
      expect(readFileSync(join(built.folder, 'data', name)).includes(join(dir, 'src'))).toBe(false);
    }
  });

  it('keeps the Chinese statement for the team out of the pack for Amazon', () => {
    expect(readFileSync(join(built.folder, 'data/statement.txt'), 'utf8')).not.toContain('尊敬的');
  });

  it('shows what cannot be shown as a slip, lists it, and lets the original travel', () => {
    const broken = built.exhibits.find((one) => one.label === 'E04')!;
    expect(broken.slip).toBeTruthy();
    expect(built.violations.some((one) => one.code === 'NOT_READABLE' && one.exhibit === 'E04')).toBe(true);
    expect(existsSync(join(built.folder, 'data', broken.file))).toBe(true);
  });
});

describe('the book', () => {
  it.skipIf(!hasJudge('qpdf'))('passes qpdf --check', () => {
    const { code, out } = askJudge('qpdf', ['--check', built.index]);
    expect(out).not.toContain('WARNING');
    expect(code).toBe(0);
  });

  it.skipIf(!hasJudge('pdftotext', '-v'))(
    'gives back its Chinese whole, and a stamp on every body page',
    () => {
      const { out } = askJudge('pdftotext', ['-enc', 'UTF-8', built.index, '-']);
      const text = out.replace(/\s/g, '');
      for (const words of [
        '供应商发票：一千二百件',
        '证据目录',
        '深圳市示例贸易有限公司',
        '外箱照片',
        '您好，附件为签收证明。',
      ]) {
        expect(text).toContain(words);
      }
      const pages = out.split('\f');
      for (const exhibit of built.exhibits.filter((one) => !one.derived)) {
        for (let index = 0; index < exhibit.pages; index += 1) {
          const page =
            pages[
              built.indexPages -
                built.exhibits.reduce((sum, one) => sum + (one.derived ? 0 : one.pages), 0) +
                exhibit.firstPage -
                1 +
                index
            ]!;
          expect(page).toContain(`${exhibit.label} p. ${index + 1}/${exhibit.pages}`);
        }
      }
      // Nine characters of the mail and its caption have no glyph in the fonts that are shipped.
      expect(text).toContain('[U+1F600]');
      expect(text).not.toContain('□');
      expect(built.violations).toContainEqual(
        expect.objectContaining({ code: 'GLYPHS_MISSING', exhibit: 'E03' }),
      );
    },
  );

  it('has labels, an outline, a title, a language and fixed dates', async () => {
    const doc = await PDFDocument.load(readFileSync(built.index), { updateMetadata: false });
    expect(doc.getTitle()).toBe('C-0012 – Valid tracking rate below target');
    expect(doc.getCreationDate()?.getTime()).toBe(Math.floor(plan.builtAtMs / 1000) * 1000);
    expect(String(doc.catalog.get((await import('pdf-lib')).PDFName.of('Lang')))).toContain('en');
    if (hasJudge('qpdf')) {
      const { out } = askJudge('qpdf', [
        '--json',
        '--json-key=outlines',
        '--json-key=pagelabels',
        built.index,
      ]);
      const json = JSON.parse(out) as {
        outlines: { title: string; kids: { title: string }[] }[];
        pagelabels: { index: number; label: Record<string, unknown> }[];
      };
      expect(json.outlines.map((one) => one.title)).toEqual([
        'Evidence book',
        'Statement',
        'Exhibit list',
        'Timeline',
        'Checklist',
        'Exhibits',
      ]);
      expect(json.outlines.at(-1)!.kids).toHaveLength(exhibits.length);
      expect(json.pagelabels.map((one) => one.label['/S'])).toEqual(['/r', '/D']);
    }
  });
});

describe('the ZIP', () => {
  it.skipIf(!hasJudge('unzip', '-v'))('passes unzip -t and holds the folder', () => {
    expect(askJudge('unzip', ['-t', built.zip!]).code).toBe(0);
  });

  it('has the same bytes in every time zone and every time', () => {
    const script = join(fileURLToPath(new URL('.', import.meta.url)), 'build-in-zone.ts');
    const planFile = join(dir, 'plan.json');
    writeFileSync(planFile, JSON.stringify(plan));
    const sums = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((zone) => {
      const outDir = join(dir, `zone-${zone.replace('/', '-')}`);
      return execFileSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', script, planFile, outDir],
        {
          env: { ...process.env, TZ: zone },
          encoding: 'utf8',
        },
      ).trim();
    });
    expect(new Set(sums)).toEqual(new Set([`${hash(built.zip!)} ${built.manifestSha256}`]));
  }, 180_000);
});

describe('what stops a build leaves nothing behind', () => {
  const build = (changed: Partial<PackPlan>, outDir: string, signal?: AbortSignal): Promise<BuiltPack> =>
    buildPack({ plan: planOf(exhibits, changed), outDir, zip: true, signal });

  it('a missing original', async () => {
    const gone = { ...exhibits[0]!, sourcePath: join(dir, 'src', 'gone.pdf') };
    const outDir = join(dir, 'stop1', 'deep');
    expect(await codeOf(build({ exhibits: [gone, exhibits[1]!] }, outDir))).toBe('PACK_ORIGINAL_MISSING');
    expect(existsSync(join(dir, 'stop1'))).toBe(false);
  });

  it('an original of another size, or of the same size with other bytes', async () => {
    const longer = join(dir, 'src', 'longer.pdf');
    writeFileSync(longer, readFileSync(exhibits[0]!.sourcePath));
    appendFileSync(longer, ' ');
    const outDir = join(dir, 'stop2');
    expect(await codeOf(build({ exhibits: [{ ...exhibits[0]!, sourcePath: longer }] }, outDir))).toBe(
      'PACK_ORIGINAL_CHANGED',
    );
    const bytes = readFileSync(exhibits[0]!.sourcePath);
    bytes[100] = (bytes[100]! + 1) & 255;
    writeFileSync(longer, bytes);
    expect(await codeOf(build({ exhibits: [{ ...exhibits[0]!, sourcePath: longer }] }, outDir))).toBe(
      'PACK_ORIGINAL_CHANGED',
    );
    expect(existsSync(outDir)).toBe(false);
  });

  it('a large original with other bytes, which is read back only from the ZIP', async () => {
    const path = join(dir, 'src', 'large.mp4');
    writeFileSync(path, Buffer.alloc(70 * 1024 * 1024, 1));
    const large = exhibitOf('E01', path, 'video/mp4');
    const bytes = readFileSync(path);
    bytes[40_000_000] = 2;
    writeFileSync(path, bytes);
    const outDir = join(dir, 'stop4');
    expect(await codeOf(buildPack({ plan: planOf([large]), outDir, zip: true }))).toBe(
      'PACK_ORIGINAL_CHANGED',
    );
    expect(existsSync(outDir)).toBe(false);
    rmSync(path);
  }, 30_000);

  it('a cancel in every phase', async () => {
    for (const phase of ['check', 'copy', 'book', 'hash', 'zip', 'verify']) {
      const controller = new AbortController();
      const outDir = join(dir, `cancel-${phase}`);
      mkdirSync(outDir);
      const promise = buildPack({
        plan,
        outDir,
        zip: true,
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.phase === phase) controller.abort();
        },
      });
      expect(await codeOf(promise)).toBe('CANCELLED');
      expect(readdirSync(outDir)).toEqual([]);
    }
  }, 60_000);

  it('a target that is there already is not touched', async () => {
    const before = hash(built.zip!);
    expect(await codeOf(build({}, join(dir, 'out')))).toBe('PACK_TARGET_EXISTS');
    expect(hash(built.zip!)).toBe(before);
  });

  it('no exhibit at all', async () => {
    expect(await codeOf(build({ exhibits: [] }, join(dir, 'stop3')))).toBe('PACK_EMPTY');
  });

  it('sweeps up after a build that was killed', async () => {
    const outDir = join(dir, 'swept');
    const left = join(outDir, '.C-0012_ord-invalid-tracking_2026-11-22.partial-999999999-0a1b2c3d');
    mkdirSync(left, { recursive: true });
    await build({}, outDir);
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(outDir)).toHaveLength(2);
  });
});
