// What is one file of the benchmark archive about, and what has to be found in it?
import type { SeededRandom } from './seeded-random.ts';

export interface GeneratedFile {
  /** Path relative to `dir`, with `/`. */
  readonly path: string;
  readonly kind: string;
  /** Identifiers that stand in the text, as `type:value`; of pictures only those of the file name. */
  readonly ids: readonly string[];
}

/** What the papers of one file are about. */
export interface ArchiveSubject {
  readonly index: number;
  readonly orderId: string;
  readonly asin: string;
  readonly carrier: 'UPS' | 'USPS' | 'YunExpress';
  readonly tracking: string;
  readonly date: string;
  readonly quantity: number;
  readonly amountCents: number;
  readonly random: SeededRandom;
}
