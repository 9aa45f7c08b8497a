// How do tests build the input of recognition from a few lines of text?
import type { RecogniseInput } from '../../../src/domain/inspection.ts';
import type { TextSource } from '../../../src/domain/reading.ts';

export function inputOf(
  text: string,
  options: Partial<RecogniseInput> & { readonly source?: TextSource } = {},
): RecogniseInput {
  const { source = 'pdf', ...rest } = options;
  return {
    fileName: 'document.pdf',
    folderNames: [],
    mediaType: 'application/pdf',
    sizeBytes: 1000,
    pages:
      text === '' ? [] : text.split('\f').map((page, index) => ({ page: index + 1, text: page, source })),
    pageCount: 1,
    media: {},
    properties: {},
    barcodes: [],
    problems: [],
    ...rest,
  };
}
