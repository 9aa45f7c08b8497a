// Do pages and pictures render upright, and are their texts and barcodes found?
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { readBarcodes } from '../../../src/engine/readers/barcodes.ts';
import { makeThumbnail } from '../../../src/engine/readers/make-thumbnail.ts';
import { createOcr } from '../../../src/engine/readers/ocr.ts';
import { renderPage } from '../../../src/engine/readers/render-page.ts';
import { CORPUS, hasCorpus, listCorpus, makeScratch } from './corpus-files.ts';

/** Share of dark pixels. */
async function inkOf(data: Uint8Array): Promise<number> {
  const { data: grey, info } = await sharp(data).greyscale().raw().toBuffer({ resolveWithObject: true });
  return grey.filter((value) => value < 128).length / (info.width * info.height);
}

describe.skipIf(!hasCorpus)('pictures of pages', () => {
  it('Chinese fonts that a PDF does not embed are drawn', async () => {
    const file = join(CORPUS, 'pdf-cjk-named/pdfjs-cidfont_cmap_overflow.pdf');
    const page = await renderPage({ path: file, mediaType: 'application/pdf', page: 1, dpi: 72 });
    expect([page.width, page.height]).toEqual([400, 150]);
    expect(await inkOf(page.data)).toBeGreaterThan(0.001);
  });

  it('no page grows beyond the pixel cap', async () => {
    for (const { path } of listCorpus(/^pdf-huge-page$/)) {
      const page = await renderPage({
        path,
        mediaType: 'application/pdf',
        page: 1,
        dpi: 600,
        maxPixels: 500_000,
        format: 'jpeg',
      });
      expect(page.width * page.height).toBeLessThanOrEqual(500_000);
    }
  });

  it('all eight orientations come out upright', async () => {
    for (const { path } of listCorpus(/^image-orientation$/)) {
      const thumbnail = await makeThumbnail({ path, mediaType: 'image/jpeg' });
      expect(Math.max(thumbnail.width, thumbnail.height)).toBeLessThanOrEqual(512);
      expect(thumbnail.height > thumbnail.width).toBe(/portrait/.test(path));
    }
  });

  it('an iPhone picture has a thumbnail', async () => {
    const path = join(CORPUS, 'image-heic/exif-IMG_5195.HEIC');
    const thumbnail = await makeThumbnail({ path, mediaType: 'image/heic' });
    expect([thumbnail.width, thumbnail.height]).toEqual([397, 512]);
  });

  it('barcodes of shipping labels give the tracking number', async () => {
    const label = await readBarcodes({
      path: join(CORPUS, 'label-image/label-ups.png'),
      mediaType: 'image/png',
      page: 1,
    });
    expect(label.map((code) => code.value)).toContain('1Z680RA4DL08720000');
    const fapiao = await readBarcodes({
      path: join(CORPUS, 'invoice-image/fapiao-specimen-3150x2100.png'),
      mediaType: 'image/png',
      page: 1,
    });
    expect(fapiao.some((code) => code.value.includes('050001700111,99999951'))).toBe(true);
  });
});

describe.skipIf(!hasCorpus)('text recognition', () => {
  const ocr = createOcr({ workers: 1, dataDir: makeScratch() });
  afterAll(() => ocr.close());

  it('reads an English label, and a page that lies upside down', async () => {
    const [label] = await ocr.ocrPages(join(CORPUS, 'label-image/label-ups_surepost.png'), 'image/png', [1]);
    expect(label?.source).toBe('ocr');
    expect(label?.confidence).toBeGreaterThan(0.6);
    expect(label?.text.replace(/\s/g, '')).toContain('92612903000000000000000000');
    const [turned] = await ocr.ocrPages(
      join(CORPUS, 'scan-derived/scan-Facture_UE_BASICWL-p1-rot180.jpg'),
      'image/jpeg',
      [1],
    );
    expect(turned?.text).toMatch(/SIRET\s*: ?99999999/);
  }, 240_000);

  it('reads Chinese', async () => {
    const [page] = await ocr.ocrPages(
      join(CORPUS, 'ocr-zh/rapidocr-test_letterbox_like.jpg'),
      'image/jpeg',
      [1],
    );
    expect(page?.text).toMatch(/\p{Script=Han}{4}/u);
  }, 60_000);

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const pending = ocr.ocrPages(
      join(CORPUS, 'invoice-image/fapiao-specimen-3150x2100.png'),
      'image/png',
      [1],
      controller.signal,
    );
    setTimeout(() => controller.abort(), 100);
    await expect(pending).rejects.toMatchObject({ code: 'CANCELLED' });
  }, 30_000);
});
