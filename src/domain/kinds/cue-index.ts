// Where does a text contain one of many phrases? One pass over the text, the longest phrase winning at each place.
import { isCjk, isWordCode } from './cue-text.ts';

export interface Phrase<Ref> {
  /** Normalised text, without its `*`. */
  readonly text: string;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly refs: Ref[];
}

export interface PhraseHit<Ref> {
  readonly phrase: Phrase<Ref>;
  readonly start: number;
  readonly end: number;
}

export interface CueIndex<Ref> {
  readonly byStart: ReadonlyMap<number, readonly Phrase<Ref>[]>;
  /** 1 for each code unit with which a phrase of `byStart` begins: most places of a text begin none. */
  readonly firstUnits: Uint8Array;
  readonly byEnd: ReadonlyMap<number, readonly Phrase<Ref>[]>;
}

/** Collects phrases; `*` at an end of a cue leaves that end open. Cues of one character are refused as too weak. */
export function buildCueIndex<Ref>(
  cues: Iterable<{ readonly cue: string; readonly ref: Ref }>,
  normalise: (text: string) => string,
): CueIndex<Ref> {
  const phrases = new Map<string, Phrase<Ref>>();
  for (const { cue, ref } of cues) {
    const openStart = cue.startsWith('*');
    const openEnd = cue.endsWith('*');
    const text = normalise(cue.slice(openStart ? 1 : 0, openEnd ? -1 : undefined)).trim();
    if (text.length < 2) throw new RangeError(`Cue too short: "${cue}"`);
    const key = `${openStart ? '*' : ''}${text}${openEnd ? '*' : ''}`;
    const phrase = phrases.get(key) ?? { text, openStart, openEnd, refs: [] };
    phrase.refs.push(ref);
    phrases.set(key, phrase);
  }
  const byStart = new Map<number, Phrase<Ref>[]>();
  const byEnd = new Map<number, Phrase<Ref>[]>();
  const firstUnits = new Uint8Array(65_536);
  for (const phrase of phrases.values()) {
    const map = phrase.openStart ? byEnd : byStart;
    const at = phrase.openStart ? phrase.text.length - 2 : 0;
    if (!phrase.openStart) firstUnits[phrase.text.charCodeAt(0)] = 1;
    const key = pairKey(phrase.text.charCodeAt(at), phrase.text.charCodeAt(at + 1));
    const list = map.get(key) ?? [];
    list.push(phrase);
    map.set(key, list);
  }
  for (const map of [byStart, byEnd]) {
    for (const list of map.values()) list.sort((a, b) => b.text.length - a.text.length);
  }
  return { byStart, byEnd, firstUnits };
}

/** All places of phrases in normalised `text`. A phrase inside a longer one is not reported ("invoice" in "commercial invoice"). */
export function findPhrases<Ref>(index: CueIndex<Ref>, text: string): PhraseHit<Ref>[] {
  const flat = text.replaceAll('\n', ' ');
  const hits: PhraseHit<Ref>[] = [];
  let coveredUntil = 0;
  let afterWord = false;
  let next = flat.charCodeAt(0);
  let nextIsWord = isWordCode(next);
  for (let at = 0; at + 1 < flat.length; at += 1) {
    const code = next;
    const isWord = nextIsWord;
    next = flat.charCodeAt(at + 1);
    nextIsWord = isWordCode(next);
    const insideWord = isWord && afterWord;
    afterWord = isWord;
    if (!insideWord && index.firstUnits[code] === 1) {
      const hit = matchAt(index, flat, at);
      if (hit !== undefined && hit.end > coveredUntil) {
        hits.push(hit);
        coveredUntil = hit.end;
      }
    }
    if (isWord && !nextIsWord && at >= coveredUntil) {
      const suffix = matchEndingAt(index, flat, at + 1);
      if (suffix !== undefined) hits.push(suffix);
    }
  }
  return hits;
}

function matchAt<Ref>(index: CueIndex<Ref>, text: string, at: number): PhraseHit<Ref> | undefined {
  const candidates = index.byStart.get(pairKey(text.charCodeAt(at), text.charCodeAt(at + 1)));
  if (candidates === undefined) return undefined;
  for (const phrase of candidates) {
    const end = at + phrase.text.length;
    if (text.startsWith(phrase.text, at) && (phrase.openEnd || endsWord(text, end)))
      return { phrase, start: at, end };
  }
  return undefined;
}

function matchEndingAt<Ref>(index: CueIndex<Ref>, text: string, end: number): PhraseHit<Ref> | undefined {
  if (end < 2) return undefined;
  const candidates = index.byEnd.get(pairKey(text.charCodeAt(end - 2), text.charCodeAt(end - 1)));
  const phrase = candidates?.find((candidate) => text.endsWith(candidate.text, end));
  return phrase === undefined ? undefined : { phrase, start: end - phrase.text.length, end };
}

function endsWord(text: string, end: number): boolean {
  if (end >= text.length) return true;
  return !isWordCode(text.charCodeAt(end - 1)) || !isWordCode(text.charCodeAt(end));
}

function pairKey(first: number, second: number): number {
  return first * 65_536 + (Number.isNaN(second) ? 0 : second);
}

/** True where the title of a page stands: among its first lines, alone or with nothing but its number behind it. */
export function opensPage(text: string, start: number, end: number, linesAbove: number): boolean {
  if (start > 600 || FIELD_NAME.test(text.slice(start, end))) return false;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  let above = 0;
  for (const line of text.slice(0, lineStart).split('\n')) if (line.trim() !== '') above += 1;
  if (above > linesAbove) return false;
  const nextBreak = text.indexOf('\n', end);
  const line = text.slice(lineStart, nextBreak === -1 ? text.length : nextBreak).trim();
  if (line.length <= (end - start) * (isCjk(text[start] ?? '') ? 2.5 : 1.7)) return true;
  const behind = text.slice(end, nextBreak === -1 ? text.length : nextBreak);
  return text.slice(lineStart, start).trim() === '' && line.length <= 80 && NUMBER_BEHIND.test(behind);
}

/** "Order ID" heads a field, not a paper; "Invoice #" may head the paper itself. */
const FIELD_NAME =
  /^(?:order|case|appointment|tracking|订单|问题|案件|案例|投诉)(?:[ -](?:id|no\.?|nr\.?|number):?| ?#|:|编号|番号)$/;
const NUMBER_BEHIND =
  /^[.:]? ?(?:\([^)]{1,20}\) ?)?(?:n[or]\.?|n°|no\.|nummer|number|#|[:：]|编号|号|\d|[a-z]{0,4}-?\d)/;

/** True where a heading stands: among the first lines of a page at the line's beginning, or alone on a line of its own. */
export function standsAsHeading(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const nextBreak = text.indexOf('\n', end);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const lineLength = lineEnd - lineStart;
  const cueLength = end - start;
  if (lineLength > 250) return start < 160;
  const before = text.slice(lineStart, start).replace(/[^a-z0-9\u3040-\u9fff\uac00-\ud7af]/g, '').length;
  const alone = cueLength / Math.max(1, lineLength) >= (isCjk(text[start] ?? '') ? 0.5 : 0.6);
  if (alone) return start < 3_000;
  const nearTop = start < 900;
  // Chinese and Japanese forms write the company before the name of the form: "捷顺五金制品厂送货单".
  if (nearTop && isCjk(text[start] ?? '') && end === lineEnd && lineLength <= 30)
    return !/[,.:;，。：；、]/.test(text.slice(lineStart, start));
  return nearTop && (before <= 2 || cueLength / lineLength >= 0.35);
}
