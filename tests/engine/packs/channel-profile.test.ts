// Is what does not fit the channel named, and cured by copies where that is possible?
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import { checkPlan } from '../../../src/engine/packs/check-plan.ts';
import { nameExhibit } from '../../../src/engine/packs/exhibit-names.ts';
import type { AttachmentProfile } from '../../../src/engine/packs/pack-plan.ts';
import { exhibitOf, makeFolder, makePdf, makePhoto, planOf } from './sample-plan.ts';

const dir = makeFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const IP: AttachmentProfile = {
  slug: 'att_ip',
  extensions: ['jpeg', 'jpg', 'pjpeg', 'gif', 'png', 'tiff'],
  maxFileBytes: null,
  maxFiles: null,
  maxTotalBytes: null,
  plainNamesOnly: true,
};

describe('a channel that takes pictures only', () => {
  it('gets each PDF page as a picture of 150 dpi that names its source, and the original stays', async () => {
    const exhibits = [
      exhibitOf('E01', await makePdf(join(dir, 'a.pdf'), { pages: 2, size: [595, 842] }), 'application/pdf'),
      exhibitOf('E02', await makePhoto(join(dir, 'b.jpg')), 'image/jpeg'),
    ];
    const built = await buildPack({
      plan: planOf(exhibits, { profile: IP }),
      outDir: join(dir, 'ip'),
      zip: false,
    });
    const derived = built.exhibits.filter((file) => file.derived);
    expect(derived.map((file) => file.file)).toEqual([
      'upload/derived/E01_supplier-invoice_p01.jpg',
      'upload/derived/E01_supplier-invoice_p02.jpg',
    ]);
    for (const file of derived) {
      const path = join(built.folder, 'data', file.file);
      const facts = await sharp(path).metadata();
      expect(facts.width).toBe(Math.round((595 * 150) / 72));
      expect(file.sourceSha256).toBe(exhibits[0]!.sha256);
      expect(file.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    }
    expect(built.violations).toMatchObject([
      { exhibit: 'E01', code: 'TYPE_NOT_ALLOWED', fix: 'convert_images', fixed: true },
    ]);
    const csv = readFileSync(join(built.folder, 'data/exhibits.csv'), 'utf8');
    expect(csv).toContain(`${derived[0]!.sha256},${exhibits[0]!.sha256},"page 1 of 2 as JPEG, 150 dpi"`);
    expect(built.verified).toBe(true);
  });
});

describe('limits', { timeout: 30_000 }, () => {
  it('are named before a build: size, count, total, no attachments, personal data', async () => {
    const pdf = exhibitOf('E01', await makePdf(join(dir, 'c.pdf')), 'application/pdf', { sensitive: true });
    const video = { ...pdf, label: 'E02', mediaType: 'video/mp4', originalName: 'v.mp4', sensitive: false };
    const profile = { ...IP, extensions: ['pdf', 'jpg'], maxFileBytes: 100, maxFiles: 1, maxTotalBytes: 150 };
    const found = checkPlan(planOf([pdf, video], { profile }));
    expect(found.map((one) => [one.exhibit, one.code, one.fix])).toEqual([
      ['E01', 'FILE_TOO_LARGE', 'split'],
      ['E01', 'SENSITIVE', undefined],
      ['E02', 'TYPE_NOT_ALLOWED', 'send_elsewhere'],
      ['', 'TOO_MANY_FILES', 'split'],
      ['', 'TOTAL_TOO_LARGE', 'split'],
    ]);
    const none = checkPlan(planOf([pdf], { profile: { ...IP, extensions: [] } }));
    expect(none.map((one) => one.code)).toEqual(['NO_ATTACHMENTS']);
  });

  it('are met by a smaller copy of a photo, never by touching the original', async () => {
    const path = join(dir, 'big.jpg');
    const noise = sharp({
      create: {
        width: 3000,
        height: 2000,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    writeFileSync(path, await noise.jpeg({ quality: 95 }).toBuffer());
    const exhibit = exhibitOf('E01', path, 'image/jpeg');
    const profile = { ...IP, maxFileBytes: Math.round(exhibit.sizeBytes * 0.6) };
    const built = await buildPack({
      plan: planOf([exhibit], { profile, fixes: ['downscale'] }),
      outDir: join(dir, 'small'),
      zip: false,
    });
    const copy = built.exhibits.find((file) => file.derived)!;
    expect(readFileSync(join(built.folder, 'data', copy.file)).length).toBeLessThanOrEqual(
      profile.maxFileBytes,
    );
    expect(built.violations).toMatchObject([{ code: 'FILE_TOO_LARGE', fix: 'downscale', fixed: true }]);
  });
});

describe('a PDF over the limit', { timeout: 30_000 }, () => {
  it('is cut into page ranges that fit, with every page once and the original untouched', async () => {
    const path = join(dir, 'long.pdf');
    const doc = await PDFDocument.create();
    for (let page = 0; page < 6; page += 1) {
      const noise = sharp({
        create: {
          width: 400,
          height: 400,
          channels: 3,
          background: '#888',
          noise: { type: 'gaussian', mean: 128, sigma: 60 + page },
        },
      });
      const image = await doc.embedJpg(await noise.jpeg({ quality: 90 }).toBuffer());
      doc.addPage([400, 400]).drawImage(image, { x: 0, y: 0, width: 400, height: 400 });
    }
    writeFileSync(path, await doc.save());
    const exhibit = exhibitOf('E01', path, 'application/pdf');
    const profile = { ...IP, extensions: ['pdf'], maxFileBytes: Math.round(exhibit.sizeBytes / 2.5) };
    const plan = planOf([exhibit], { profile });
    expect(checkPlan(plan)).toMatchObject([{ code: 'FILE_TOO_LARGE', fix: 'split' }]);
    const built = await buildPack({ plan, outDir: join(dir, 'split'), zip: false });
    const parts = built.exhibits.filter((file) => file.derived);
    expect(parts.length).toBeGreaterThan(2);
    let pages = 0;
    for (const part of parts) {
      const bytes = readFileSync(join(built.folder, 'data', part.file));
      expect(bytes.length).toBeLessThanOrEqual(profile.maxFileBytes);
      const count = (await PDFDocument.load(bytes)).getPageCount();
      expect(part.made).toContain(`pages ${pages + 1}-${pages + count} of 6`);
      expect(part.sourceSha256).toBe(exhibit.sha256);
      pages += count;
    }
    expect(pages).toBe(6);
    expect(built.violations).toMatchObject([{ code: 'FILE_TOO_LARGE', fix: 'split', fixed: true }]);
    expect(built.verified).toBe(true);
  });

  it('stays as it is, and named, when nobody agreed to a change', async () => {
    const exhibit = exhibitOf('E01', await makePdf(join(dir, 'e.pdf'), { pages: 3 }), 'application/pdf');
    const profile = { ...IP, extensions: ['pdf'], maxFileBytes: 500 };
    const built = await buildPack({
      plan: planOf([exhibit], { profile, fixes: [] }),
      outDir: join(dir, 'asis'),
      zip: false,
    });
    expect(built.exhibits.some((file) => file.derived)).toBe(false);
    expect(built.violations).toMatchObject([{ code: 'FILE_TOO_LARGE', fix: 'split', fixed: false }]);
  });
});

describe('an identity document', () => {
  it('travels as it is and is never copied into the book, let alone stamped', async () => {
    const exhibit = exhibitOf('E01', await makePhoto(join(dir, 'id.jpg')), 'image/jpeg', {
      kindSlug: 'legal_rep_id',
      sensitive: true,
      unmarked: true,
    });
    const built = await buildPack({ plan: planOf([exhibit]), outDir: join(dir, 'id'), zip: false });
    expect(built.exhibits[0]!.slip).toBeTruthy();
    expect(built.violations).toMatchObject([{ code: 'SENSITIVE', fixed: true }]);
    const copy = readFileSync(join(built.folder, 'data', built.exhibits[0]!.file));
    expect(createHash('sha256').update(copy).digest('hex')).toBe(exhibit.sha256);
  });
});

describe('file names', () => {
  it('are plain, short, and follow the content where the extension lies', async () => {
    const path = await makePhoto(join(dir, 'd.jpg'));
    const exhibit = exhibitOf('E07', path, 'image/jpeg', {
      originalName: '身份证 正面 & 反面 #1.pdf',
      kindSlug: 'a_very_long_kind_of_document_that_nobody_would_ever_name_like_this_in_a_table',
      identifiers: [
        { type: 'cn_id', value: '110101199001011234' },
        { type: 'bank_account', value: '6222020000000000000' },
        { type: 'order_id', value: '113-1234567-1234567' },
      ],
      documentDate: '2026-01-20',
    });
    const name = nameExhibit(exhibit, IP);
    expect(name).toMatch(/^E07_[A-Za-z0-9._-]+_113-1234567-1234567_2026-01-20\.jpg$/);
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name).not.toMatch(/11010119|6222/);
  });
});
