// Which characters do these bytes stand for, when nobody (or somebody wrong) names the encoding?
import { analyse } from 'chardet';

export interface DecodedText {
  readonly text: string;
  /** WHATWG label of the encoding that was used. */
  readonly encoding: string;
}

const SAMPLE_BYTES = 64 * 1024;

/** Byte order marks and what they announce. */
const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * Decodes bytes of unknown encoding. Order: byte order mark, UTF-16 by its zero bytes, ISO-2022-JP by its escapes,
 * strict UTF-8, then the East Asian double-byte sets by how many of their characters are common ones, and
 * windows-1252 last. `declared` (a charset label from a header) wins when the bytes are valid in it and it is
 * not a single-byte set, which accepts anything.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const encoding = detectEncoding(bytes, declared);
  return { text: decodeWith(bytes, encoding), encoding };
}

/** The encoding {@link decodeText} would use. */
export function detectEncoding(bytes: Uint8Array, declared?: string): string {
  for (const mark of BYTE_ORDER_MARKS) {
    if (mark.bytes.every((value, index) => bytes[index] === value)) return mark.encoding;
  }
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const wide = detectUtf16(sample);
  if (wide !== undefined) return wide;
  if (hasIso2022JpEscape(sample)) return 'iso-2022-jp';
  if (isValid(bytes, 'utf-8')) return 'utf-8';
  if (declared !== undefined && isMultiByte(declared) && isValid(trimPartialEnd(sample), declared)) {
    return declared.toLowerCase();
  }
  return detectLegacy(trimPartialEnd(sample), declared);
}

function decodeWith(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { fatal: false, ignoreBOM: false }).decode(bytes);
}

/** True when every byte is valid in `encoding`. */
export function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isMultiByte(label: string): boolean {
  try {
    return /^(gb|big5|shift_jis|euc-|iso-2022)/.test(new TextDecoder(label).encoding);
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: most of one half of the byte pairs is zero (Latin text), the other half is not. */
function detectUtf16(sample: Uint8Array): string | undefined {
  const pairs = Math.floor(Math.min(sample.length, 4096) / 2);
  if (pairs < 4) return undefined;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (sample[index] === 0) evenZeros += 1;
    if (sample[index + 1] === 0) oddZeros += 1;
  }
  if (oddZeros / pairs > 0.4 && evenZeros / pairs < 0.05) return 'utf-16le';
  if (evenZeros / pairs > 0.4 && oddZeros / pairs < 0.05) return 'utf-16be';
  return undefined;
}

function hasIso2022JpEscape(sample: Uint8Array): boolean {
  for (let index = 0; index + 2 < sample.length; index += 1) {
    const byte = sample[index]!;
    if (byte >= 0x80) return false;
    if (byte === 0x1b && sample[index + 1] === 0x24) {
      const third = sample[index + 2];
      if (third === 0x40 || third === 0x42) return true;
    }
  }
  return false;
}

/** A sample may end inside a character: cut the trailing run of high bytes back to the last ASCII byte nearby. */
function trimPartialEnd(sample: Uint8Array): Uint8Array {
  if (sample.length < SAMPLE_BYTES) return sample;
  let end = sample.length;
  while (end > sample.length - 4096 && sample[end - 1]! >= 0x40) end -= 1;
  return end > sample.length - 4096 ? sample.subarray(0, end) : sample;
}

/** How often a lead/trail pair of an encoding is a character of everyday text (0…1). */
interface PairRule {
  readonly encoding: string;
  /** chardet's name of the same encoding. */
  readonly chardetName: string;
  readonly weigh: (lead: number, trail: number) => number;
  readonly isSingle?: (byte: number) => boolean;
}

// Rows of the standards: GB 2312 level 1 = B0–D7; Big5 level 1 = A4–C6; JIS X 0208 level 1 = 88–97 in Shift_JIS and
// B0–CF in EUC-JP, kana 82–83 and A4–A5; KS X 1001 Hangul = B0–C8.
const PAIR_RULES: readonly PairRule[] = [
  {
    encoding: 'gb18030',
    chardetName: 'GB18030',
    weigh: (lead, trail) =>
      trail < 0xa1 ? 0.05 : lead >= 0xb0 && lead <= 0xd7 ? 1 : lead >= 0xa1 && lead <= 0xa3 ? 0.9 : 0.3,
  },
  {
    encoding: 'big5',
    chardetName: 'Big5',
    weigh: (lead) => (lead >= 0xa4 && lead <= 0xc6 ? 1 : lead >= 0xa1 && lead <= 0xa3 ? 0.9 : 0.2),
  },
  {
    encoding: 'shift_jis',
    chardetName: 'Shift_JIS',
    weigh: (lead, trail) =>
      (lead === 0x82 && trail >= 0x4f) || lead === 0x83
        ? 1
        : lead === 0x81 || (lead >= 0x88 && lead <= 0x97)
          ? 0.9
          : 0.2,
    isSingle: (byte) => byte >= 0xa1 && byte <= 0xdf,
  },
  {
    encoding: 'euc-jp',
    chardetName: 'EUC-JP',
    weigh: (lead) =>
      lead === 0xa4 || lead === 0xa5 ? 1 : lead >= 0xb0 && lead <= 0xcf ? 0.8 : lead <= 0xa3 ? 0.9 : 0.2,
  },
  {
    encoding: 'euc-kr',
    chardetName: 'EUC-KR',
    weigh: (lead, trail) =>
      trail < 0xa1 ? 0.05 : lead >= 0xb0 && lead <= 0xc8 ? 0.97 : lead >= 0xa1 && lead <= 0xa3 ? 0.9 : 0.2,
  },
];

function detectLegacy(sample: Uint8Array, declared?: string): string {
  const opinions = new Map(analyse(sample).map((match) => [match.name as string, match.confidence / 100]));
  let best: { encoding: string; score: number } | undefined;
  for (const rule of PAIR_RULES) {
    if (!isValid(sample, rule.encoding)) continue;
    const common = shareOfCommonPairs(sample, rule);
    if (common < 0.6) continue;
    const score = common + 0.35 * (opinions.get(rule.chardetName) ?? 0);
    if (best === undefined || score > best.score) best = { encoding: rule.encoding, score };
  }
  if (best !== undefined) return best.encoding;
  return detectSingleByte(opinions, declared);
}

/** Share of the non-ASCII characters that are everyday ones, were the bytes in this encoding. */
function shareOfCommonPairs(sample: Uint8Array, rule: PairRule): number {
  let pairs = 0;
  let weight = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const lead = sample[index]!;
    if (lead < 0x80) continue;
    pairs += 1;
    if (rule.isSingle?.(lead)) {
      weight += 0.3;
      continue;
    }
    weight += rule.weigh(lead, sample[index + 1] ?? 0);
    index += 1;
  }
  return pairs === 0 ? 0 : weight / pairs;
}

function detectSingleByte(opinions: ReadonlyMap<string, number>, declared?: string): string {
  if (declared !== undefined) {
    try {
      const { encoding } = new TextDecoder(declared);
      if (encoding !== 'utf-8' && !isMultiByte(encoding)) return encoding;
    } catch {
      // An unknown label says nothing.
    }
  }
  for (const [name, confidence] of opinions) {
    if (confidence >= 0.5 && /^(windows-125[01345]|KOI8-R|ISO-8859-[25679])$/.test(name))
      return name.toLowerCase();
  }
  return 'windows-1252';
}
