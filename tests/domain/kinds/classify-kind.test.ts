// Does the classifier name a seller's papers rightly, say why, and keep silent when it can't know?
import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '../../../src/domain/identifiers/find-identifiers.ts';
import type { RecogniseInput } from '../../../src/domain/inspection.ts';
import { classifyKind } from '../../../src/domain/kinds/classify-kind.ts';
import { DOCUMENT_KINDS } from '../../../src/domain/kinds/document-kinds.ts';
import { KIND_SAMPLES, type KindSample, UNSORTED_SAMPLES } from './kind-samples.ts';

function toInput(sample: Omit<KindSample, 'slug'>): RecogniseInput {
  return {
    fileName: sample.fileName,
    folderNames: sample.folderNames ?? [],
    mediaType: sample.mediaType,
    sizeBytes: 10_000,
    pages: sample.pages.map((text, index) => ({ page: index + 1, text, source: 'plain' })),
    pageCount: sample.pages.length,
    media: {},
    properties: sample.email === undefined ? {} : { email: sample.email },
    barcodes: [],
    problems: [],
  };
}

const classify = (sample: Omit<KindSample, 'slug'>) => {
  const input = toInput(sample);
  return classifyKind(input, findIdentifiers(input));
};

describe('kinds of a seller’s papers', () => {
  it.each(KIND_SAMPLES.map((sample) => [sample.slug, sample.fileName, sample] as const))(
    '%s: %s',
    (slug, _name, sample) => {
      const result = classify(sample);
      expect(`${result.slug} ${JSON.stringify(result.reasons)}`).toMatch(new RegExp(`^${slug} `));
      expect(result.confidence).toBeGreaterThan(0.55);
      expect(result.reasons.length).toBeGreaterThan(0);
    },
  );

  it('has a sample for every kind', () => {
    const covered = new Set(KIND_SAMPLES.map((sample) => sample.slug));
    expect(
      DOCUMENT_KINDS.map((kind) => kind.slug).filter((slug) => slug !== 'unknown' && !covered.has(slug)),
    ).toEqual([]);
  });

  it.each(UNSORTED_SAMPLES.map((sample) => [sample.fileName, sample] as const))(
    'stays unsorted: %s',
    (_name, sample) => {
      const result = classify(sample);
      expect(`${result.slug} ${JSON.stringify(result.reasons)}`).toMatch(/^unknown /);
      expect(result.confidence).toBe(0);
    },
  );
});

describe('mails of offices and carriers', () => {
  const mail = (from: string, subject: string, text: string): string =>
    classify({
      mediaType: 'message/rfc822',
      fileName: 'mail.eml',
      pages: [text],
      email: { subject, from, to: ['shop@example.com'] },
    }).slug;

  it('are enforcement where an office that watches sellers asks for an answer', () => {
    const text = 'Hello,\nWe need more information about your account.\nPlease respond by April 20, 2026.';
    expect(mail('seller-performance@amazon.com', 'Your account', text)).toBe('performance_notification');
    expect(mail('donotreply@amazon.com', 'Your account', text)).not.toBe('performance_notification');
  });

  it('are tracking or delivery where a carrier writes, whatever else the words resemble', () => {
    const parcel = 'Your parcel 15501234567890 is on its way.\nEstimated delivery: 14 April 2026';
    expect(mail('noreply@dpd.co.uk', 'Your parcel is on its way', parcel)).toBe('tracking_slip');
    const delivered =
      'Your parcel 15501234567890 was delivered and signed for by M. Porter on 14 April 2026.';
    expect(mail('noreply@dpd.co.uk', 'Your parcel was delivered', delivered)).toBe('pod');
  });
});

describe('a file with two kinds', () => {
  it('names the page ranges of an invoice followed by a packing list', () => {
    const invoice = KIND_SAMPLES.find((sample) => sample.slug === 'commercial_invoice');
    const packing = KIND_SAMPLES.find((sample) => sample.slug === 'packing_list');
    const result = classify({
      mediaType: 'application/pdf',
      fileName: 'shipment.pdf',
      pages: [...(invoice?.pages ?? []), ...(packing?.pages ?? [])],
    });
    expect(result.slug).toBe('commercial_invoice');
    expect(result.parts).toEqual([
      { slug: 'commercial_invoice', fromPage: 1, toPage: 1 },
      { slug: 'packing_list', fromPage: 2, toPage: 2 },
    ]);
  });

  it('leaves a contract that quotes an invoice clause whole', () => {
    const contract = KIND_SAMPLES.find((sample) => sample.fileName === 'supply.docx');
    const result = classify({
      mediaType: 'application/pdf',
      fileName: 'c.pdf',
      pages: [
        ...(contract?.pages ?? []),
        'Annex\nThe supplier shall send an invoice to the buyer for each delivery.',
      ],
    });
    expect(result.slug).toBe('purchase_contract');
    expect(result.parts).toBeUndefined();
  });
});

describe('hints for the inbox', () => {
  it('offers the next best kinds, never the chosen one', () => {
    for (const sample of KIND_SAMPLES) {
      const result = classify(sample);
      expect(result.alternatives.map((other) => other.slug)).not.toContain(result.slug);
      expect(result.alternatives.length).toBeLessThanOrEqual(4);
    }
  });

  it('names a scan by a telling file name until OCR has read it', () => {
    expect(classify({ mediaType: 'image/jpeg', fileName: '营业执照.jpg', pages: [] }).slug).toBe(
      'business_license',
    );
    expect(classify({ mediaType: 'application/pdf', fileName: '采购合同 2026.pdf', pages: [] }).slug).toBe(
      'purchase_contract',
    );
    expect(classify({ mediaType: 'application/pdf', fileName: 'invoice 2026.pdf', pages: [] }).slug).toBe(
      'unknown',
    );
  });

  it('tells a shipping video from a return video by name only', () => {
    expect(
      classify({
        mediaType: 'video/mp4',
        fileName: 'a.mp4',
        folderNames: ['发货视频', '退货开箱'],
        pages: [],
      }).slug,
    ).toBe('unknown');
  });
});
