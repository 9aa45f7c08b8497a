// Does the sample seller's folder hold what its story says, the same on every machine and at every run?
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import ExifReader from 'exifreader';
import iconv from 'iconv-lite';
import mediaInfoFactory from 'mediainfo.js';
import PostalMime from 'postal-mime';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { checkGtin, checkUscc } from '../../../src/domain/identifiers/check-digits.ts';
import { checkTrackingNumber } from '../../../src/domain/identifiers/check-tracking-number.ts';
import { KIND_BY_SLUG } from '../../../src/domain/kinds/document-kinds.ts';
import { DEFAULT_READ_LIMITS } from '../../../src/domain/reading.ts';
import { readFile } from '../../../src/engine/readers/read-file.ts';
import { buildSampleSeller } from '../../../src/engine/sample/build-sample-seller.ts';
import type { SampleStory } from '../../../src/engine/sample/sample-types.ts';
import { shareSampleSeller } from '../../support/sample-seller.ts';

const root = mkdtempSync(join(tmpdir(), 'casebinder-sample-'));
/** The one that all tests share, built by whichever of them came first. */
let dir: string;
let story: SampleStory;
let secondHashes: Promise<Map<string, string>>;

function hashFolder(folder: string): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) {
      hashes.set(
        relative(folder, path).split(sep).join('/'),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      );
    }
  }
  return hashes;
}

/** Another process in another time zone builds the same folder. */
async function buildElsewhere(folder: string): Promise<Map<string, string>> {
  const module = pathToFileURL(
    join(import.meta.dirname, '../../../src/engine/sample/build-sample-seller.ts'),
  ).href;
  const script = `import { buildSampleSeller } from ${JSON.stringify(module)}; await buildSampleSeller({ dir: ${JSON.stringify(folder)} });`;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
      {
        env: { ...process.env, TZ: 'America/Los_Angeles' },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`second build ended with ${code}`)),
    );
  });
  return hashFolder(folder);
}

function read(path: string): Buffer {
  return readFileSync(join(dir, ...path.split('/')));
}

function filesOf(kind: string) {
  return story.files.filter((file) => file.kind === kind);
}

beforeAll(async () => {
  secondHashes = buildElsewhere(join(root, '示例 卖家'));
  ({ dir, story } = await shareSampleSeller());
  await secondHashes;
}, 180_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the folder', () => {
  test('holds at least 120 files of at least 30 kinds in at most 40 MB, and the story lists each of them', () => {
    const hashes = hashFolder(dir);
    expect(hashes.size).toBeGreaterThanOrEqual(120);
    const bytes = [...hashes.keys()].reduce((sum, path) => sum + read(path).length, 0);
    expect(bytes).toBeLessThan(40 * 1024 * 1024);
    expect([...story.files.map((f) => f.path)].sort()).toEqual([...hashes.keys()].sort());
    const kinds = new Set(story.files.map((f) => f.kind).filter((k) => k !== 'unknown'));
    expect(kinds.size).toBeGreaterThanOrEqual(30);
    for (const kind of kinds) expect(KIND_BY_SLUG.has(kind), kind).toBe(true);
  });

  test('is byte for byte the same in another process and time zone', async () => {
    expect(await secondHashes).toEqual(hashFolder(dir));
  });

  test('uses only names that Windows takes', () => {
    for (const { path } of story.files) {
      for (const part of path.split('/')) {
        expect(part).not.toMatch(/[<>:"\\|?*]|\p{Cc}|[. ]$/u);
        expect(part).not.toMatch(/^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\.|$)/i);
      }
      expect(path.length).toBeLessThan(140);
    }
  });

  test('has the copy, the empty file and the system files that real folders have', () => {
    const hashes = [...hashFolder(dir)];
    expect(new Set(hashes.map(([, hash]) => hash)).size).toBeLessThan(hashes.length);
    expect(hashes.some(([path]) => read(path).length === 0)).toBe(true);
    for (const name of ['Thumbs.db', '.DS_Store', 'desktop.ini']) {
      expect(
        hashes.some(([path]) => path.endsWith(name)),
        name,
      ).toBe(true);
    }
  });
});

describe('the story', () => {
  test('hangs together: cited orders, exhibits and notifications exist as files', () => {
    const paths = new Set(story.files.map((f) => f.path));
    expect(story.cases.map((c) => c.problem)).toEqual([
      'ord-invalid-tracking',
      'lst-inauthentic',
      'fba-inbound-missing',
    ]);
    for (const one of story.cases) {
      expect(one.expectedExhibits.length).toBeGreaterThan(10);
      for (const path of one.expectedExhibits) expect(paths.has(path), path).toBe(true);
      expect(paths.has(one.notificationFile ?? '')).toBe(true);
      expect(one.notified < story.builtOn).toBe(true);
    }
    const [demo] = story.cases;
    const mail = read(demo?.notificationFile ?? '').toString();
    for (const id of demo?.orderIds ?? []) expect(mail).toContain(id);
  });

  test('lacks on purpose exactly what it says it lacks', () => {
    const [demo, inauthentic] = story.cases;
    for (const missing of demo?.expectedMissing ?? []) {
      const present = filesOf(missing.kind).filter(
        (f) => missing.for === undefined || f.ids.includes(`order_id:${missing.for}`),
      );
      expect(present, `${missing.kind} ${missing.for}`).toEqual([]);
    }
    const stand = story.products.find((p) => p.asin === inauthentic?.asins[1]);
    const newest =
      story.purchases
        .filter((p) => p.productKey === stand?.key)
        .map((p) => p.invoiceDate)
        .sort()
        .at(-1) ?? '';
    expect((Date.parse(inauthentic?.notified ?? '') - Date.parse(newest)) / 86_400_000).toBeGreaterThan(365);
  });

  test('carries numbers with valid check digits', () => {
    for (const order of story.orders) {
      const checks = checkTrackingNumber(order.tracking);
      expect(checks.length, order.tracking).toBeGreaterThan(0);
      if (['UPS', 'USPS', 'China Post'].includes(order.carrier))
        expect(checks[0]?.check, order.tracking).toBe('valid');
    }
    for (const party of [story.company, story.forwarder, ...story.suppliers])
      expect(checkUscc(party.uscc), party.uscc).toBe(true);
    for (const product of story.products) expect(checkGtin(product.upc), product.upc).toBe(true);
    for (const shipment of story.shipments)
      for (const number of shipment.tracking) expect(checkTrackingNumber(number)[0]?.check).toBe('valid');
  });
});

describe('the media', () => {
  test('packing photos keep camera and time in EXIF', () => {
    const photos = filesOf('packing_photo').filter((f) => !f.path.startsWith('微信文件'));
    expect(photos.length).toBeGreaterThan(8);
    for (const photo of photos) {
      const tags = ExifReader.load(read(photo.path));
      expect(tags['Make']?.description).toBeTruthy();
      expect(tags['Model']?.description).toBeTruthy();
      expect(String(tags['DateTimeOriginal']?.description).slice(0, 10).replaceAll(':', '-')).toBe(
        photo.date,
      );
    }
  });

  test('videos are nine seconds of WebM with a recording time', async () => {
    const videos = [...filesOf('shipping_video'), ...filesOf('return_unboxing_video')];
    expect(videos).toHaveLength(2);
    const info = await mediaInfoFactory({ format: 'object' });
    for (const video of videos) {
      const bytes = read(video.path);
      const { media } = await info.analyzeData(bytes.length, (size, offset) =>
        bytes.subarray(offset, offset + size),
      );
      const general = media?.track.find((t) => t['@type'] === 'General');
      const picture = media?.track.find((t) => t['@type'] === 'Video');
      expect(general && 'Duration' in general ? Number(general.Duration) : 0).toBeCloseTo(9, 0);
      expect(picture && 'Width' in picture ? [picture.Width, picture.Height, picture.Format] : []).toEqual([
        960,
        540,
        'VP8',
      ]);
      expect(JSON.stringify(general)).toContain(video.date);
    }
    info.close();
  });

  test('labels scan: the barcode on picture labels and packing photos is the tracking number', async () => {
    // Without the bytes at hand the library would look for its WASM on the network.
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    await prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(wasm).buffer },
      fireImmediately: true,
    });
    const samples = [
      ...filesOf('shipping_label').filter((f) => f.path.endsWith('.png')),
      ...filesOf('packing_photo').slice(0, 3),
    ];
    for (const sample of samples) {
      const { data, info } = await sharp(read(sample.path))
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const image = {
        data: new Uint8ClampedArray(data),
        width: info.width,
        height: info.height,
        colorSpace: 'srgb',
      } as ImageData;
      const texts = (
        await readBarcodes(image, { tryHarder: true, formats: ['Code128', 'QRCode', 'DataMatrix'] })
      ).map((b) => b.text);
      const tracking =
        sample.ids.find((id) => id.startsWith('tracking_number:'))?.slice('tracking_number:'.length) ?? '';
      expect(
        texts.some((t) => t.replace(/[^0-9A-Z]/g, '').includes(tracking)),
        `${sample.path}: ${texts.join(' | ')}`,
      ).toBe(true);
    }
  });
});

describe('the written files', () => {
  test('mails parse with subject, sender, text and attachment', async () => {
    for (const file of story.files.filter((f) => f.path.endsWith('.eml'))) {
      const mail = await PostalMime.parse(read(file.path));
      expect(mail.subject, file.path).toBeTruthy();
      expect(mail.from?.address).toMatch(/@/);
      expect(mail.text).toContain('SAMPLE');
      for (const id of file.ids.filter((i) => i.startsWith('order_id:')))
        expect(`${mail.subject} ${mail.text}`).toContain(id.slice(9));
    }
    const supplier = story.files.find((f) => f.path.includes('供应商发来发票'));
    const mail = await PostalMime.parse(read(supplier?.path ?? ''));
    expect(mail.attachments[0]?.filename).toMatch(/^数电票_.*\.pdf$/);
    expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  test('reports keep the encodings of their marketplaces', () => {
    const report = (part: string): Buffer =>
      read(filesOf('amazon_report').find((f) => f.path.includes(part))?.path ?? '');
    expect(iconv.decode(report('_JP_'), 'cp932')).toContain('札幌市');
    expect(iconv.decode(report('_DE_'), 'win1252')).toContain('Köln');
    expect(iconv.decode(report('Excel另存'), 'gbk')).toContain('阅读灯');
    expect([...report('库存分类账').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(report('_US_').toString().split('\r\n')[0]).toMatch(
      /^amazon-order-id\tmerchant-order-id\tpurchase-date\t/,
    );
  });

  test('every PDF with text says that it is a sample', async () => {
    const papers = story.files.filter(
      (f) => f.path.endsWith('.pdf') && f.kind !== 'unknown' && !f.pixelsOnly,
    );
    expect(papers.length).toBeGreaterThan(70);
    for (const paper of papers) {
      const result = await readFile({
        path: join(dir, ...paper.path.split('/')),
        fileName: paper.path.split('/').at(-1) ?? '',
        scratchDir: join(root, 'scratch'),
        limits: DEFAULT_READ_LIMITS,
      });
      for (const page of result.pages) expect(page.text, paper.path).toContain('SAMPLE');
    }
  });

  test('the note tells the story without the numbers, so that a search finds the evidence instead', () => {
    const readme = read('00 说明 README.txt').toString();
    expect(readme).toContain('样本 SAMPLE');
    for (const id of story.orders.map((o) => o.id)) expect(readme).not.toContain(id);
  });
});

describe('a build that is called off', () => {
  test('stops with the reason of the signal', async () => {
    const control = new AbortController();
    let seen = 0;
    const build = buildSampleSeller({
      dir: join(root, 'aborted'),
      signal: control.signal,
      onProgress: ({ files }) => {
        seen = files;
        if (files === 3) control.abort(new Error('enough'));
      },
    });
    await expect(build).rejects.toThrow('enough');
    expect(seen).toBe(3);
  });

  test('another day moves every date along', async () => {
    const { makeSampleFacts } = await import('../../../src/engine/sample/sample-facts.ts');
    const facts = makeSampleFacts('2027-03-01');
    expect(facts.orders[0]?.purchased).toBe('2027-02-02');
    expect(facts.purchases[0]?.invoiceNumber.slice(0, 2)).toBe(facts.purchases[0]?.invoiceDate.slice(2, 4));
    expect(facts.orders.map((o) => o.id)).toEqual(story.orders.map((o) => o.id));
  });
});
