// Does every row of the channel table (domain.md 4.1) hold, with a fix offered for every file that does not fit?
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACHMENT_PROFILES, PROFILE_BY_SLUG } from '../../../src/domain/problems/attachment-profiles.ts';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import { checkExhibits, checkTotals } from '../../../src/engine/packs/channel-profile.ts';
import { nameExhibit } from '../../../src/engine/packs/exhibit-names.ts';
import type { ExhibitPlan, PackFix } from '../../../src/engine/packs/pack-plan.ts';
import { exhibitOf, makeFolder, makePhoto, planOf } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const MB = 1_000_000;

interface Row {
  /** Every type that the form takes; all others are refused. */
  readonly takes: readonly string[];
  readonly fileBytes: number | null;
  readonly files: number | null;
  readonly totalBytes: number | null;
  /** What is offered for a file that does not fit. */
  readonly offers: Readonly<Record<string, string>>;
}

const PICTURES_AND_PDF = {
  'a.heic': 'convert_jpeg',
  'a.webp': 'convert_jpeg',
  'a.mp4': 'send_elsewhere',
  'a.zip': 'ask',
};
/** domain.md 4.1, row by row. Where Amazon names no size: its cautious default of 10 MB. */
const ROWS: Readonly<Record<string, Row>> = {
  att_appeal: {
    takes: ['a.pdf', 'a.jpg', 'a.jpeg', 'a.png', 'a.gif'],
    fileBytes: 10 * MB,
    files: null,
    totalBytes: null,
    offers: { ...PICTURES_AND_PDF, 'a.tif': 'convert_jpeg', 'a.docx': 'ask', 'a.xlsx': 'ask' },
  },
  att_ip: {
    takes: ['a.jpg', 'a.jpeg', 'a.png', 'a.gif', 'a.tif', 'a.tiff'],
    fileBytes: 10 * MB,
    files: null,
    totalBytes: null,
    offers: { ...PICTURES_AND_PDF, 'a.pdf': 'convert_images', 'a.docx': 'ask' },
  },
  att_identity: {
    takes: ['a.gif', 'a.png', 'a.jpg', 'a.jpeg', 'a.pdf', 'a.docx'],
    fileBytes: 10 * MB - 1,
    files: null,
    totalBytes: null,
    offers: { ...PICTURES_AND_PDF, 'a.tif': 'convert_jpeg', 'a.doc': 'ask' },
  },
  att_utility: {
    takes: ['a.pdf', 'a.png', 'a.gif'],
    fileBytes: 10 * MB,
    files: null,
    totalBytes: null,
    offers: { 'a.jpg': 'convert_jpeg', 'a.heic': 'convert_jpeg', 'a.docx': 'ask', 'a.mp4': 'send_elsewhere' },
  },
  att_message: {
    takes: ['a.pdf', 'a.doc', 'a.docx', 'a.jpg', 'a.jpeg', 'a.png', 'a.gif', 'a.txt'],
    fileBytes: null,
    files: null,
    totalBytes: 10 * MB,
    offers: { ...PICTURES_AND_PDF, 'a.xlsx': 'ask', 'moving.gif': 'convert_jpeg' },
  },
  att_atoz: {
    takes: ['a.pdf', 'a.jpg', 'a.jpeg', 'a.png', 'a.gif'],
    fileBytes: 10 * MB,
    files: null,
    totalBytes: null,
    offers: { ...PICTURES_AND_PDF, 'a.docx': 'ask' },
  },
  att_atoz_response: { takes: [], fileBytes: null, files: null, totalBytes: null, offers: {} },
  att_safet: {
    takes: ['a.pdf', 'a.jpg', 'a.jpeg', 'a.png'],
    fileBytes: 10 * MB,
    files: 10,
    totalBytes: null,
    offers: { ...PICTURES_AND_PDF, 'a.gif': 'convert_jpeg' },
  },
  att_fba: {
    takes: ['a.pdf', 'a.jpg', 'a.jpeg', 'a.png'],
    fileBytes: 10 * MB,
    files: 10,
    totalBytes: null,
    offers: { ...PICTURES_AND_PDF, 'a.gif': 'convert_jpeg', 'a.xlsx': 'ask' },
  },
  att_compliance: {
    takes: ['a.pdf', 'a.jpg', 'a.jpeg', 'a.png'],
    fileBytes: 10 * MB,
    files: null,
    totalBytes: null,
    offers: { ...PICTURES_AND_PDF, 'a.gif': 'convert_jpeg', 'a.docx': 'ask' },
  },
  att_case: {
    takes: ['a.pdf', 'a.jpg', 'a.jpeg', 'a.png', 'a.gif', 'a.docx', 'a.xlsx', 'a.txt', 'a.csv'],
    fileBytes: 10 * MB,
    files: 5,
    totalBytes: null,
    offers: { ...PICTURES_AND_PDF, 'a.doc': 'ask' },
  },
  att_none: { takes: [], fileBytes: null, files: null, totalBytes: null, offers: {} },
};

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  webp: 'image/webp',
  mp4: 'video/mp4',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

let sample: ExhibitPlan;
beforeAll(async () => {
  sample = exhibitOf('E01', await makePhoto(join(dir, 'a.jpg'), 80, 60), 'image/jpeg');
});

function file(name: string, extra: Partial<ExhibitPlan> = {}): ExhibitPlan {
  return {
    ...sample,
    originalName: name,
    mediaType: TYPES[name.split('.')[1]!]!,
    ...(name.startsWith('moving') ? { media: { frameCount: 12 } } : {}),
    ...extra,
  };
}

const ALL_FIXES: readonly PackFix[] = ['convert_images', 'convert_jpeg', 'downscale', 'split'];

it('every profile of the product is a row of the table, and the other way round', () => {
  expect(ATTACHMENT_PROFILES.map((one) => one.slug).sort()).toEqual(Object.keys(ROWS).sort());
});

describe.each(Object.entries(ROWS))('%s', (slug, row) => {
  const profile = PROFILE_BY_SLUG.get(slug)!;
  const findingsOf = (exhibit: ExhibitPlan) =>
    checkExhibits(planOf([exhibit], { profile, fixes: ALL_FIXES }), 'en');

  it('names the limits of its row', () => {
    const { maxFileBytes, maxFiles, maxTotalBytes, plainNamesOnly } = profile;
    expect({ maxFileBytes, maxFiles, maxTotalBytes, plainNamesOnly }).toEqual({
      maxFileBytes: row.fileBytes,
      maxFiles: row.files,
      maxTotalBytes: row.totalBytes,
      plainNamesOnly: true,
    });
  });

  it('takes what it takes, under a name that the form knows', () => {
    for (const name of row.takes) {
      expect(findingsOf(file(name)), name).toEqual([]);
      const uploaded = nameExhibit(file(name), profile);
      expect(uploaded).toMatch(/^E01_[A-Za-z0-9._-]+$/);
      expect(profile.extensions).toContain(uploaded.split('.').at(-1));
    }
  });

  it('refuses everything else, each with its fix', () => {
    for (const [name, fix] of Object.entries(row.offers)) {
      const [finding, ...more] = findingsOf(file(name));
      expect(more).toEqual([]);
      expect([name, finding?.violation.code, finding?.violation.fix]).toEqual([
        name,
        'TYPE_NOT_ALLOWED',
        fix,
      ]);
      expect(finding!.conversion === undefined, name).toBe(fix === 'ask' || fix === 'send_elsewhere');
    }
    const taken = new Set(row.takes.map((name) => name.split('.')[1]));
    const refused = Object.keys(TYPES).filter((extension) => !taken.has(extension));
    for (const extension of refused) {
      const codes = findingsOf(file(`a.${extension}`)).map((one) => one.violation.code);
      expect(codes, extension).toEqual([row.takes.length === 0 ? 'NO_ATTACHMENTS' : 'TYPE_NOT_ALLOWED']);
    }
  });

  it.skipIf(row.fileBytes === null)(
    'takes a file of just its size and offers a cure for one byte more',
    () => {
      const limit = row.fileBytes!;
      const cures: Record<string, string> = {
        pdf: 'split',
        jpg: 'downscale',
        png: 'downscale',
        docx: 'ask',
        txt: 'ask',
      };
      for (const name of row.takes) {
        const extension = name.split('.')[1]!;
        expect(findingsOf(file(name, { sizeBytes: limit }))).toEqual([]);
        const [finding] = findingsOf(file(name, { sizeBytes: limit + 1 }));
        expect(finding?.violation.code, name).toBe('FILE_TOO_LARGE');
        // A picture is made smaller as JPG: a form without JPG leaves it to the person.
        const wanted = extension === 'png' && !row.takes.includes('a.jpg') ? 'ask' : cures[extension];
        if (wanted !== undefined) expect([name, finding?.violation.fix]).toEqual([name, wanted]);
      }
      if (row.takes.length > 0)
        expect(findingsOf(file(row.takes[0]!, { sizeBytes: limit + 1 }))[0]!.violation.params['limit']).toBe(
          '10.0 MB',
        );
    },
  );

  it.skipIf(row.takes.length === 0)('counts files and adds them up', () => {
    const upload = (count: number, bytes: number) =>
      Array.from({ length: count }, () => ({ label: 'E01', sizeBytes: bytes }));
    const codesOf = (count: number, bytes: number) =>
      checkTotals(profile, upload(count, bytes)).map((one) => [one.code, one.fix]);
    expect(codesOf(row.files ?? 60, 10)).toEqual([]);
    if (row.files !== null) expect(codesOf(row.files + 1, 10)).toEqual([['TOO_MANY_FILES', 'split']]);
    if (row.totalBytes !== null) {
      expect(codesOf(4, row.totalBytes / 4)).toEqual([]);
      expect(codesOf(4, row.totalBytes / 4 + 1)).toEqual([['TOTAL_TOO_LARGE', 'split']]);
    }
  });
});

describe('a fix that was agreed to', () => {
  it('gives each form a file that it takes, which names its source', async () => {
    const video = join(dir, 'v.mp4');
    const frame = await makePhoto(join(dir, 'frame.jpg'), 320, 180);
    await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a00' } })
      .webp()
      .toFile(join(dir, 'b.webp'));
    await sharp(frame).toFile(join(dir, 'c.png'));
    const exhibits = [
      exhibitOf('E01', await makePhoto(video, 64, 64), 'video/mp4', {
        frames: [0, 2, 4, 6].map((atSeconds) => ({ path: frame, atSeconds })),
      }),
      exhibitOf('E02', join(dir, 'b.webp'), 'image/webp'),
    ];
    for (const [slug, wanted] of [
      ['att_ip', ['jpg', 'jpeg', 1]],
      ['att_utility', ['png', 'png', 2]],
    ] as const) {
      const profile = PROFILE_BY_SLUG.get(slug)!;
      const built = await buildPack({
        plan: planOf(exhibits, { profile }),
        outDir: join(dir, slug),
        zip: false,
      });
      const derived = built.exhibits.filter((one) => one.derived);
      expect(derived.map((one) => [one.label, one.file.split('.').at(-1)])).toEqual([
        ['E01', wanted[0]],
        ['E02', wanted[0]],
      ]);
      for (const one of derived) {
        const bytes = readFileSync(join(built.folder, 'data', one.file));
        expect((await sharp(bytes).metadata()).format).toBe(wanted[1]);
        expect(one.sourceSha256).toBe(exhibits.find((exhibit) => exhibit.label === one.label)!.sha256);
      }
      expect(derived[0]!.made).toBe(
        '4 pictures of the video, at 0:00:00, 0:00:02, 0:00:04, 0:00:06, on one sheet',
      );
      const sheet = await sharp(join(built.folder, 'data', derived[0]!.file)).metadata();
      expect([sheet.width, sheet.height]).toEqual([960, 360]);
      expect(built.violations.every((one) => one.code !== 'TYPE_NOT_ALLOWED' || one.fixed)).toBe(true);
    }
  }, 60_000);
});

it('names hold no personal number, no Chinese, no sign that a form refuses, and keep to 80 letters', () => {
  const exhibit = file('采购合同（终版）#1 & 100% @店铺+.pdf', {
    mediaType: 'application/pdf',
    kindSlug: 'purchase_contract',
    identifiers: [
      { type: 'cn_id', value: '110101199001011234' },
      { type: 'bank_account', value: '6222020000000000000' },
      { type: 'asin', value: 'B0EXAMPLE1' },
    ],
    documentDate: '2026-01-12',
  });
  for (const profile of ATTACHMENT_PROFILES) {
    const name = nameExhibit(exhibit, profile);
    expect(name).toBe('E01_purchase-contract_B0EXAMPLE1_2026-01-12.pdf');
    expect(nameExhibit({ ...exhibit, kindSlug: 'k'.repeat(200) }, profile).length).toBeLessThanOrEqual(80);
  }
});
