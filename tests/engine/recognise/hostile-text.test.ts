// Does recognition stay quick and quiet on texts made to exhaust it?
import { describe, expect, it } from 'vitest';
import type { RecogniseInput } from '../../../src/domain/inspection.ts';
import { recognise } from '../../../src/engine/recognise/recognise.ts';

const TEXTS: readonly (readonly [string, string, string])[] = [
  ['one word again and again', 'claim '.repeat(100_000), 'application/pdf'],
  ['endless capital numerals', `合计 1.00 元\n${'壹'.repeat(100_000)}元`, 'application/pdf'],
  ['half of a character pair', '\ud83d'.repeat(100_000), 'application/pdf'],
  ['open tags', '<Invoice '.repeat(50_000), 'application/xml'],
  ['nested tags', '<a>'.repeat(50_000), 'application/xml'],
  ['nothing but blanks', ' \n'.repeat(200_000), 'text/plain'],
  ['a table without end', 'a\t'.repeat(200_000), 'text/csv'],
];

describe('hostile text', () => {
  it.each(TEXTS)('%s', (_name, text, mediaType) => {
    const source = mediaType === 'application/xml' ? 'xml' : 'pdf';
    const input: RecogniseInput = {
      fileName: 'x',
      folderNames: [],
      mediaType,
      sizeBytes: 1,
      pages: [1, 2, 3].map((page) => ({ page, text, source })),
      pageCount: 3,
      media: {},
      properties: {},
      barcodes: [],
      problems: [],
    };
    const start = performance.now();
    expect(recognise(input).kind.slug).toBe('unknown');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
