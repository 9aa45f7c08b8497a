// Are kinds on real files right where they are named, and seldom left unsorted?
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/engine/recognise/recognise.ts';
import { type CorpusFile, loadCorpus } from '../../eval/corpus.ts';
import { hasBusinessKind, rightKinds } from '../../eval/kind-map.ts';
import { readCorpusFile } from '../../eval/read-corpus-file.ts';

/** Quick families with and without a business kind; `npm run eval` measures all of them. */
const FAMILIES =
  /^(?:invoice-pdf|invoice-xml|invoice-ofd|receipt-image|label-image|packing-slip|contract|amazon-report|amazon-json|tracking-xml|scan-derived|email|email-cjk|office-docx|office-csv|pdf-plain-text|pdf-cjk|other-ofd)$/;

/** Of a large family every n-th file, so that the test takes seconds. */
const MOST_OF_FAMILY = 24;

function thinOut(files: readonly CorpusFile[]): CorpusFile[] {
  const families = Map.groupBy(files, (file) => file.kind);
  return [...families.values()].flatMap((family) => {
    const step = Math.ceil(family.length / MOST_OF_FAMILY);
    return family.filter((_, index) => index % step === 0);
  });
}

describe('kinds of the corpus', () => {
  const corpus = loadCorpus();
  const files = corpus === null ? null : thinOut(corpus.filter((file) => FAMILIES.test(file.kind)));
  if (files === null) {
    it('has no corpus here', () => console.log('no corpus: set CASEBINDER_CORPUS'));
    return;
  }
  it('names at least 95 of 100 rightly and leaves at most 10 of 100 business papers unsorted', async () => {
    let named = 0;
    let rightlyNamed = 0;
    let business = 0;
    let unsorted = 0;
    const mistakes: string[] = [];
    for (const file of files) {
      const { kind } = recognise(await readCorpusFile(file));
      const isRight = rightKinds(file.docKind).includes(kind.slug);
      if (kind.slug !== 'unknown') {
        named += 1;
        if (isRight) rightlyNamed += 1;
        else mistakes.push(`${file.path}: ${kind.slug}`);
      }
      if (hasBusinessKind(file.docKind)) {
        business += 1;
        if (kind.slug === 'unknown') unsorted += 1;
      }
    }
    expect(named).toBeGreaterThan(110);
    expect(rightlyNamed / named, mistakes.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(unsorted / business).toBeLessThanOrEqual(0.1);
  }, 120_000);
});
