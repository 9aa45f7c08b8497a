// How strongly do wording, names and identifiers speak for each kind?
import type { FoundIdentifier, Reason, RecogniseInput } from '../inspection.ts';
import { buildCueIndex, findPhrases, opensPage, standsAsHeading } from './cue-index.ts';
import { normaliseForCues, normaliseName } from './cue-text.ts';
import { DOCUMENT_KINDS } from './document-kinds.ts';

type CueRole = 'decisive' | 'title' | 'generic' | 'label' | 'against' | 'name' | 'weak_name' | 'against_name';

interface CueRef {
  readonly kind: number;
  readonly role: CueRole;
  readonly cue: string;
}

/** Points of domain.md 2: titles ×3, labels ×2, identifiers ×2, file name ×1, folder ×1. */
const POINTS = {
  decisiveHeading: 7,
  decisive: 5,
  furtherDecisive: 2,
  heading: 3,
  furtherHeading: 1.5,
  /** Beside the points of a heading: the page opens with it. */
  opening: 2.5,
  titleInText: 1,
  label: 2,
  furtherLabel: 1,
  labelCap: 11,
  identifier: 2,
  commonIdentifier: 0.7,
  fileName: 1,
  folderName: 1,
  against: -2,
} as const;

/** How many kinds may carry an identifier type for it to count fully. */
const TELLING_IDENTIFIER_KINDS = 2;
const MIN_IDENTIFIER_CONFIDENCE = 0.6;
/** What heads a parcel label or a page of Amazon's is a company's name, no title. */
const UNTITLED_KINDS = new Set(['shipping_label', 'amazon_notification']);
/** Above the title of a page stand at most a company and its address. */
const OPENING_LINES = 3;
/** Text looked at per page, in UTF-16 units: headings and labels stand at the beginning. */
const TEXT_PER_PAGE = 6_000;

export interface KindScore {
  readonly slug: string;
  score: number;
  /** Distinct pieces of evidence beside names. */
  evidence: number;
  hasHeading: boolean;
  /** A heading of this kind is the title of the page. */
  opensPage: boolean;
  hasGenericHeading: boolean;
  hasDecisive: boolean;
  /** The page's shape or manner of writing fits. */
  hasLayout: boolean;
  labels: number;
  fileName: number;
  weakFileName: number;
  folderName: number;
  readonly reasons: Reason[];
}

const TEXT_INDEX = buildCueIndex<CueRef>(collectTextCues(), normaliseForCues);
const NAME_INDEX = buildCueIndex<CueRef>(collectNameCues(), normaliseName);
const KINDS_PER_IDENTIFIER = countKindsPerIdentifier();

function* collectTextCues(): Generator<{ cue: string; ref: CueRef }> {
  for (const [kind, entry] of DOCUMENT_KINDS.entries()) {
    for (const cue of entry.decisive ?? []) yield { cue, ref: { kind, role: 'decisive', cue } };
    for (const cue of entry.titles ?? []) yield { cue, ref: { kind, role: 'title', cue } };
    for (const cue of entry.genericTitles ?? []) yield { cue, ref: { kind, role: 'generic', cue } };
    for (const cue of entry.labels ?? []) yield { cue, ref: { kind, role: 'label', cue } };
    if (entry.byNameAlone !== true)
      for (const cue of entry.against ?? []) yield { cue, ref: { kind, role: 'against', cue } };
  }
}

function* collectNameCues(): Generator<{ cue: string; ref: CueRef }> {
  for (const [kind, entry] of DOCUMENT_KINDS.entries()) {
    const cues = new Set([...(entry.fileNames ?? []), ...(entry.decisive ?? []), ...(entry.titles ?? [])]);
    for (const cue of cues)
      if (normaliseName(cue).length >= 2) yield { cue, ref: { kind, role: 'name', cue } };
    for (const cue of entry.weakFileNames ?? []) yield { cue, ref: { kind, role: 'weak_name', cue } };
    if (entry.byNameAlone === true)
      for (const cue of entry.against ?? []) yield { cue, ref: { kind, role: 'against_name', cue } };
  }
}

function countKindsPerIdentifier(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of DOCUMENT_KINDS) {
    for (const type of kind.identifiers ?? []) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

function makeScores(): KindScore[] {
  return DOCUMENT_KINDS.map((kind) => ({
    slug: kind.slug,
    score: 0,
    evidence: 0,
    hasHeading: false,
    opensPage: false,
    hasGenericHeading: false,
    hasDecisive: false,
    hasLayout: false,
    labels: 0,
    fileName: 0,
    weakFileName: 0,
    folderName: 0,
    reasons: [],
  }));
}

interface CueSeen {
  readonly ref: CueRef;
  readonly heading: boolean;
  readonly opens: boolean;
}

/** Scores the wording of one page (or of several joined). `heading` is put before the text, as an e-mail's subject is. */
export function scoreText(text: string, heading = ''): KindScore[] {
  const scores = makeScores();
  const head = text.slice(0, TEXT_PER_PAGE);
  const normalised = normaliseForCues(heading === '' ? head : `${heading}\n${head}`);
  const seen = new Map<CueRef, CueSeen>();
  const headingLines = heading === '' ? OPENING_LINES : OPENING_LINES + 1;
  for (const hit of findPhrases(TEXT_INDEX, normalised)) {
    let heads: boolean | undefined;
    for (const ref of hit.phrase.refs) {
      const known = seen.get(ref);
      if (known?.heading === true) continue;
      if (ref.role === 'decisive' || ref.role === 'title' || ref.role === 'generic') {
        heads ??= standsAsHeading(normalised, hit.start, hit.end);
      }
      const opens =
        heads === true && ref.role !== 'generic' && opensPage(normalised, hit.start, hit.end, headingLines);
      seen.set(ref, { ref, heading: heads ?? false, opens });
    }
  }
  for (const { ref, heading: heads, opens } of seen.values()) {
    const score = scores[ref.kind];
    if (score === undefined) continue;
    addTextCue(score, ref, heads);
    if (!opens || score.opensPage || UNTITLED_KINDS.has(score.slug)) continue;
    score.score += POINTS.opening;
    score.opensPage = true;
  }
  return scores;
}

function addTextCue(score: KindScore, ref: CueRef, heads: boolean): void {
  switch (ref.role) {
    case 'decisive': {
      const points = score.hasDecisive
        ? POINTS.furtherDecisive
        : heads
          ? POINTS.decisiveHeading
          : POINTS.decisive;
      score.score += points;
      score.hasDecisive = true;
      if (heads) score.hasHeading = true;
      score.evidence += 2;
      score.reasons.push({ code: 'kind_decisive', params: { cue: ref.cue } });
      return;
    }
    case 'title':
      if (heads) {
        score.score += score.hasHeading ? POINTS.furtherHeading : POINTS.heading;
        score.hasHeading = true;
        score.evidence += 1;
        score.reasons.push({ code: 'kind_title', params: { cue: ref.cue } });
      } else {
        score.score += POINTS.titleInText;
        score.reasons.push({ code: 'kind_phrase', params: { cue: ref.cue } });
      }
      return;
    case 'generic':
      if (!heads || score.hasGenericHeading) return;
      score.score += score.hasHeading ? POINTS.furtherHeading : POINTS.heading;
      score.hasGenericHeading = true;
      score.evidence += 1;
      score.reasons.push({ code: 'kind_title', params: { cue: ref.cue } });
      return;
    case 'label': {
      const points = score.labels < 3 ? POINTS.label : score.labels < 8 ? POINTS.furtherLabel : 0;
      score.labels += 1;
      score.score += points;
      score.evidence += 1;
      if (score.labels <= 6) score.reasons.push({ code: 'kind_label', params: { cue: ref.cue } });
      return;
    }
    case 'against':
      score.score += POINTS.against;
      score.reasons.push({ code: 'kind_against', params: { cue: ref.cue } });
      return;
    default:
  }
}

/** Adds what file and folder names say. */
export function addNameScores(scores: readonly KindScore[], input: RecogniseInput): void {
  const extension = input.fileName.lastIndexOf('.');
  const stem = extension > 0 ? input.fileName.slice(0, extension) : input.fileName;
  const opposed = new Set<number>();
  const add = (name: string, place: 'file' | 'folder'): void => {
    for (const hit of findPhrases(NAME_INDEX, normaliseName(name))) {
      for (const ref of hit.phrase.refs) {
        const score = scores[ref.kind];
        if (score === undefined) continue;
        if (ref.role === 'against_name') {
          if (place === 'file') opposed.add(ref.kind);
        } else if (ref.role === 'weak_name') score.weakFileName += 1;
        else addName(score, ref, place);
      }
    }
  };
  add(stem, 'file');
  for (const folder of input.folderNames) add(folder, 'folder');
  for (const kind of opposed) {
    const score = scores[kind];
    if (score !== undefined) score.score -= 4;
  }
}

function addName(score: KindScore, { kind, cue }: CueRef, place: 'file' | 'folder'): void {
  if (place === 'file') {
    if (score.fileName === 0) {
      score.score += POINTS.fileName;
      score.reasons.push({ code: 'kind_file_name', params: { cue } });
    }
    score.fileName = Math.max(score.fileName, nameWeight(kind, cue));
    return;
  }
  if (score.folderName === 0) {
    score.score += POINTS.folderName;
    score.reasons.push({ code: 'kind_folder_name', params: { cue } });
  }
  score.folderName = Math.max(score.folderName, nameWeight(kind, cue));
}

/** 2 for a name that says it all (three Chinese characters, two words, or a heading of the kind in Chinese), else 1. */
function nameWeight(kind: number, cue: string): number {
  const normalised = normaliseName(cue);
  if (!/[\u3400-\u9fff]/.test(normalised)) return normalised.includes(' ') && normalised.length >= 6 ? 2 : 1;
  const entry = DOCUMENT_KINDS[kind];
  return normalised.length >= 3 ||
    entry?.titles?.includes(cue) === true ||
    entry?.decisive?.includes(cue) === true
    ? 2
    : 1;
}

/** Adds identifiers that a kind carries; those that few kinds carry count more. */
export function addIdentifierScores(
  scores: readonly KindScore[],
  identifiers: readonly FoundIdentifier[],
): void {
  const types = new Set<string>();
  for (const found of identifiers) {
    if (found.confidence >= MIN_IDENTIFIER_CONFIDENCE && found.check !== 'fails_check') types.add(found.type);
  }
  for (const [index, kind] of DOCUMENT_KINDS.entries()) {
    const score = scores[index];
    if (score === undefined) continue;
    for (const type of kind.identifiers ?? []) {
      if (!types.has(type)) continue;
      const telling = (KINDS_PER_IDENTIFIER.get(type) ?? 99) <= TELLING_IDENTIFIER_KINDS;
      score.score += telling ? POINTS.identifier : POINTS.commonIdentifier;
      if (telling) score.evidence += 1;
      score.reasons.push({ code: 'kind_identifier', params: { type } });
    }
  }
}
