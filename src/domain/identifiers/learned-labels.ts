// What does a person's correction of a number teach: beside which words such a number stands, and beside which it does not?
import type { FoundIdentifier, IdentifierType } from '../inspection.ts';
import type { PageText } from '../reading.ts';
import { normaliseText, toUpperAscii } from '../text/normalise.ts';

/** Plain data: goes to the workers with the learned model. */
export interface LearnedLabel {
  readonly type: IdentifierType;
  /** Upper case, as it stood before the number on its line. */
  readonly label: string;
  /** Source of a pattern for numbers of that shape. */
  readonly shape: string;
  /** True where the person said that this number is none of that type. */
  readonly isWrong: boolean;
  /** Day of the correction and the paper that was corrected: told with what comes of it. */
  readonly on?: string;
  readonly title?: string;
}

const MAX_LABEL = 30;
const MAX_TEXT = 60_000;
const MAX_HITS = 20;
const BETWEEN = '[\\s:#.=()*-]{0,8}';

/** The label before `value` in the text of its document; undefined when it stands nowhere beside words of its own. */
export function learnLabel(
  type: string,
  value: string,
  text: string,
  isWrong: boolean,
): LearnedLabel | undefined {
  const upper = toUpperAscii(normaliseText(text.slice(0, MAX_TEXT)));
  const wanted = toUpperAscii(value.normalize('NFKC').trim());
  if (wanted.length < 3 || wanted.length > 40) return undefined;
  const loose = [...wanted].map(escape).join('[ -]?');
  const at = new RegExp(`(?<![A-Z0-9])${loose}(?![A-Z0-9])`).exec(upper);
  if (at === null) return undefined;
  const line =
    upper
      .slice(Math.max(0, at.index - 80), at.index)
      .split('\n')
      .at(-1) ?? '';
  const cells = line.replace(/[\s:#.=()*-]+$/, '').split(/ {2,}|[,;|]/);
  const label = (cells.at(-1) ?? '')
    .slice(-MAX_LABEL)
    .replace(/^.*\d\S*\s+/, '')
    .trim();
  if (!/[A-Z\u00c0-\u024f]{3}|[\u3040-\u30ff\u3400-\u9fff]{2}/.test(label) || /\d{3}/.test(label))
    return undefined;
  return { type: type as IdentifierType, label, shape: shapeOf(at[0]), isWrong };
}

/** "AB-204817" → two letters, a hyphen, five to seven digits. */
function shapeOf(raw: string): string {
  return [...raw.matchAll(/[A-Z]+|\d+|[^A-Z\d]/g)]
    .map(([run]) => {
      if (/^[A-Z]/.test(run)) return `[A-Z]{${run.length}}`;
      if (/^\d/.test(run)) return `\\d{${Math.max(1, run.length - 1)},${run.length + 1}}`;
      return run === ' ' ? ' ?' : escapePattern(run);
    })
    .join('');
}

/** Adds numbers that stand beside a taught label, and takes away those that stand beside a label that was refused. */
export function applyLearnedLabels(
  found: readonly FoundIdentifier[],
  pages: readonly PageText[],
  labels: readonly LearnedLabel[],
): FoundIdentifier[] {
  let kept = [...found];
  for (const page of pages.slice(0, 10)) {
    const upper = toUpperAscii(normaliseText(page.text.slice(0, MAX_TEXT)));
    for (const { type, label, shape, isWrong, on, title } of labels) {
      if (!upper.includes(label)) continue;
      const beside = new RegExp(`${escapePattern(label)}${BETWEEN}(?<value>${shape})(?![A-Z0-9])`, 'g');
      for (const match of [...upper.matchAll(beside)].slice(0, MAX_HITS)) {
        const raw = match.groups?.value ?? '';
        const value =
          type === 'invoice_no' || type === 'contract_no' || type === 'po_no' ? raw : raw.replace(/[ ]/g, '');
        const isSame = (one: FoundIdentifier): boolean =>
          one.type === type && squash(one.value) === squash(raw);
        if (isWrong) kept = kept.filter((one) => !isSame(one) || one.check === 'valid');
        else if (!kept.some(isSame)) {
          kept.push({
            type,
            value,
            raw,
            check: 'no_check',
            page: page.page,
            source: page.source === 'ocr' ? 'ocr' : 'text',
            confidence: 0.85,
            reason:
              on === undefined
                ? { code: 'learnedLabel', params: { label } }
                : { code: 'learnedBeside', params: { label, title: title ?? '', on } },
          });
        }
      }
    }
  }
  return kept;
}

const squash = (value: string): string => value.toUpperCase().replace(/[^A-Z0-9]/g, '');

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
