// Which kind would a person give this document, judging only by documents whose kind a person confirmed?

import type { LearnedLabel } from '../../domain/identifiers/learned-labels.ts';
import type { KindResult, RecogniseInput } from '../../domain/inspection.ts';
import { normaliseForCues, normaliseName } from '../../domain/kinds/cue-text.ts';
import type { FormLesson, FormWords } from './form-lesson.ts';

/** What the model learns from: confirmed or corrected documents only, never its own guesses. */
export interface KindExample {
  readonly slug: string;
  readonly fileName: string;
  readonly folderNames: readonly string[];
  readonly text: string;
}

interface LearnedKind {
  readonly slug: string;
  readonly examples: number;
  /** [feature hash, weight] of the unit-length centroid. */
  readonly weights: readonly (readonly [number, number])[];
  /** Likeness below which a document is a stranger to this kind. */
  readonly threshold: number;
  /** Likeness of a typical example to the others. */
  readonly typical: number;
}

/** One document whose kind a person changed, or confirmed where both are the same. Plain data. */
export interface KindMistake {
  readonly from: string;
  readonly to: string;
  readonly words: FormWords;
  /** The document that was corrected: it teaches the others. */
  readonly documentId: number;
  /** Day of the correction, YYYY-MM-DD. */
  readonly on: string;
}

/** Plain data, stored as JSON. */
export interface KindModel {
  readonly version: 1;
  readonly kinds: readonly LearnedKind[];
  /** [feature hash, inverse document frequency] */
  readonly idf: readonly (readonly [number, number])[];
  /** What people changed or confirmed, form by form. */
  readonly mistakes?: readonly KindMistake[];
  /** Beside which words numbers stand, or don't. */
  readonly labels?: readonly LearnedLabel[];
  /** What people said about dates, amounts, parties and page ranges, form by form. */
  readonly lessons?: readonly FormLesson[];
}

export interface LearnedGuess {
  readonly slug: string;
  readonly confidence: number;
  readonly examples: number;
  /** The words that weighed most, best first. */
  readonly features: readonly string[];
  readonly alternatives: KindResult['alternatives'];
}

const FEATURE_SPACE = 1 << 20;
const TEXT_LOOKED_AT = 8_000;
const MIN_EXAMPLES = 3;
const MAX_WEIGHTS_PER_KIND = 1_500;
/** Even if examples differ wildly, less likeness than this is chance. */
const LEAST_LIKENESS = 0.2;
/** A kind whose examples are hardly alike can't be learned from words. */
const LEAST_TYPICAL = 0.22;
/** One or two shared words are no likeness. */
const LEAST_SHARED_FEATURES = 6;
const MOST_SHARE_OF_ONE_FEATURE = 0.4;
/** Share of the examples' own likeness that a newcomer must reach. */
const STRANGER_SHARE = 0.6;
/** Copies of one paper are so alike that nothing else would ever pass; this much likeness is enough. */
const ENOUGH_LIKENESS = 0.45;
/** The best kind must be this much more alike than the next. */
const LEAST_LEAD = 1.12;
const MAX_CONFIDENCE = 0.9;
const MAX_FEATURES_SHOWN = 4;

/** Learns one centroid per kind with at least three examples; a thousand examples take about a second. */
export function trainKindModel(examples: readonly KindExample[]): KindModel {
  const bySlug = new Map<string, Map<number, number>[]>();
  const documentFrequency = new Map<number, number>();
  for (const example of examples) {
    if (example.slug === 'unknown') continue;
    const counts = countFeatures(listFeatures(example));
    bySlug.set(example.slug, [...(bySlug.get(example.slug) ?? []), counts]);
    for (const hash of counts.keys()) documentFrequency.set(hash, (documentFrequency.get(hash) ?? 0) + 1);
  }
  const total = examples.length;
  const idf = new Map<number, number>();
  for (const [hash, count] of documentFrequency) idf.set(hash, Math.log((total + 1) / (count + 1)) + 1);
  const kinds: LearnedKind[] = [];
  for (const [slug, documents] of [...bySlug].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (documents.length < MIN_EXAMPLES) continue;
    const kind = learnKind(
      slug,
      documents.map((counts) => toUnitVector(counts, idf)),
    );
    if (kind.typical >= LEAST_TYPICAL) kinds.push(kind);
  }
  const used = new Set(kinds.flatMap((kind) => kind.weights.map(([hash]) => hash)));
  return {
    version: 1,
    kinds,
    idf: [...idf].filter(([hash]) => used.has(hash)).map(([hash, value]) => [hash, round(value)] as const),
  };
}

function learnKind(slug: string, vectors: readonly Map<number, number>[]): LearnedKind {
  const sum = new Map<number, number>();
  for (const vector of vectors)
    for (const [hash, value] of vector) sum.set(hash, (sum.get(hash) ?? 0) + value);
  // How alike each example is to the others tells how alike a newcomer has to be.
  const likeness = vectors.map((vector) => likenessWithoutItself(vector, sum)).sort((a, b) => a - b);
  const typical = likeness[Math.floor(likeness.length / 2)] ?? 0;
  const lowest = likeness[Math.floor(likeness.length * 0.1)] ?? 0;
  const centroid = [...sum].sort((a, b) => b[1] - a[1]).slice(0, MAX_WEIGHTS_PER_KIND);
  const length = Math.hypot(...centroid.map(([, value]) => value)) || 1;
  return {
    slug,
    examples: vectors.length,
    weights: centroid.map(([hash, value]) => [hash, round(value / length)] as const),
    threshold: round(Math.min(ENOUGH_LIKENESS, Math.max(LEAST_LIKENESS, lowest * STRANGER_SHARE))),
    typical: round(typical),
  };
}

function likenessWithoutItself(
  vector: ReadonlyMap<number, number>,
  sum: ReadonlyMap<number, number>,
): number {
  let product = 0;
  let square = 0;
  for (const [hash, value] of sum) {
    const rest = value - (vector.get(hash) ?? 0);
    square += rest * rest;
    product += rest * (vector.get(hash) ?? 0);
  }
  return square <= 1e-12 ? 0 : product / Math.sqrt(square);
}

/** The kind that the document is most like, or null when it is a stranger to all or stands between two. */
export function guessKind(model: KindModel, input: RecogniseInput): LearnedGuess | null {
  const idf = new Map(model.idf);
  const features = listFeatures({
    fileName: input.fileName,
    folderNames: input.folderNames,
    text: input.pages
      .map((page) => page.text)
      .join('\n')
      .slice(0, TEXT_LOOKED_AT),
  });
  // Words that no example had still make the document longer and thereby less alike.
  const unseen = Math.max(1, ...idf.values());
  const vector = toUnitVector(countFeatures(features), idf, unseen);
  const ranked = model.kinds
    .map((kind) => ({
      kind,
      likeness: kind.weights.reduce((sum, [hash, weight]) => sum + weight * (vector.get(hash) ?? 0), 0),
    }))
    .sort((a, b) => b.likeness - a.likeness);
  const best = ranked[0];
  if (best === undefined || best.likeness < best.kind.threshold) return null;
  if (!isBroadlyAlike(best.kind, vector, best.likeness)) return null;
  const rival = ranked[1];
  if (rival !== undefined && best.likeness < rival.likeness * LEAST_LEAD) return null;
  const span = Math.max(0.05, best.kind.typical - best.kind.threshold);
  const confidence = Math.min(MAX_CONFIDENCE, 0.58 + (0.3 * (best.likeness - best.kind.threshold)) / span);
  const weights = new Map(best.kind.weights);
  const shown = [...new Set(features)]
    .map((feature) => ({
      feature,
      weight: (weights.get(hashFeature(feature)) ?? 0) * (vector.get(hashFeature(feature)) ?? 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_FEATURES_SHOWN)
    .map(({ feature }) => feature.replace(/^[a-z]:/, ''));
  return {
    slug: best.kind.slug,
    confidence: round(confidence),
    examples: best.kind.examples,
    features: shown,
    alternatives:
      rival === undefined || rival.likeness < rival.kind.threshold
        ? []
        : [{ slug: rival.kind.slug, confidence: round(confidence * 0.7) }],
  };
}

/** The likeness rests on many features, none of which carries most of it. */
function isBroadlyAlike(kind: LearnedKind, vector: ReadonlyMap<number, number>, likeness: number): boolean {
  const shares = kind.weights
    .map(([hash, weight]) => weight * (vector.get(hash) ?? 0))
    .filter((share) => share > 0);
  return (
    shares.length >= LEAST_SHARED_FEATURES && Math.max(...shares) <= likeness * MOST_SHARE_OF_ONE_FEATURE
  );
}

/** Words of three letters and more, Chinese character pairs, and the words of file and folder names, each marked by origin. */
function listFeatures(example: Omit<KindExample, 'slug'>): string[] {
  const text = normaliseForCues(example.text.slice(0, TEXT_LOOKED_AT));
  const features: string[] = [];
  for (const word of tokensOf(text)) features.push(`t:${word}`);
  const dot = example.fileName.lastIndexOf('.');
  for (const word of tokensOf(normaliseName(dot > 0 ? example.fileName.slice(0, dot) : example.fileName)))
    features.push(`f:${word}`);
  for (const folder of example.folderNames)
    for (const word of tokensOf(normaliseName(folder))) features.push(`d:${word}`);
  return features;
}

/** Words of a text alone, by hash. */
export function countWords(text: string): Map<number, number> {
  return countFeatures(listFeatures({ fileName: '', folderNames: [], text }));
}

function tokensOf(text: string): string[] {
  const tokens: string[] =
    text.match(/\p{Script=Latin}[\p{Script=Latin}']{2,}|\p{Script=Cyrillic}{3,}/gu) ?? [];
  for (const run of text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}/g) ?? []) {
    for (let at = 0; at + 1 < run.length; at += 1) tokens.push(run.slice(at, at + 2));
  }
  return tokens;
}

function countFeatures(features: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const feature of features) {
    const hash = hashFeature(feature);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return counts;
}

/** Damped counts times rarity, scaled to length 1. */
function toUnitVector(
  counts: ReadonlyMap<number, number>,
  idf: ReadonlyMap<number, number>,
  unseen = 1,
): Map<number, number> {
  const vector = new Map<number, number>();
  let square = 0;
  for (const [hash, count] of counts) {
    const value = (1 + Math.log(count)) * (idf.get(hash) ?? unseen);
    vector.set(hash, value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  for (const [hash, value] of vector) vector.set(hash, value / length);
  return vector;
}

/** FNV-1a, folded into the feature space. */
function hashFeature(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % FEATURE_SPACE;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
