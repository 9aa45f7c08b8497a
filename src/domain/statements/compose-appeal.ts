// How does an appeal read: causes, what was done, what prevents it, evidence by ASIN (A12, POA-01…05)?
import type { Bilingual, ProblemType } from '../problems/problem-type.ts';
import type { Section } from './section.ts';
import { bothSides, gap, HEADINGS } from './section.ts';
import type { AppealCause, StatementInput } from './statement-input.ts';
import {
  describeExhibit,
  introduce,
  listFacts,
  signOff,
  writeAttachments,
  writeRequest,
  writeTimeline,
} from './statement-parts.ts';

function numbered(heading: Bilingual, index: number, count: number): Bilingual {
  return count === 1 ? heading : { zh: `${heading.zh} ${index + 1}`, en: `${heading.en} ${index + 1}` };
}

function writeCause(cause: AppealCause, index: number, count: number): readonly Section[] {
  const corrective = cause.corrective.map((action): Bilingual => {
    const text = bothSides(action.text);
    const done =
      action.doneOn === undefined ? gap('完成日期', 'date done') : { zh: action.doneOn, en: action.doneOn };
    const seen =
      action.exhibits === undefined || action.exhibits.length === 0 ? '' : ` (${action.exhibits.join(', ')})`;
    return { zh: `- ${done.zh}：${text.zh}${seen}`, en: `- ${done.en}: ${text.en}${seen}` };
  });
  const preventive = cause.preventive.map((measure): Bilingual => {
    const text = bothSides(measure.text);
    const zh = [measure.owner && `负责人 ${measure.owner}`, measure.from && `自 ${measure.from} 起`]
      .filter(Boolean)
      .join('，');
    const en = [measure.owner && `owner: ${measure.owner}`, measure.from && `from ${measure.from}`]
      .filter(Boolean)
      .join(', ');
    return {
      zh: `- ${text.zh}${zh === '' ? '' : `（${zh}）`}`,
      en: `- ${text.en}${en === '' ? '' : ` (${en})`}`,
    };
  });
  return [
    { heading: numbered(HEADINGS.rootCause, index, count), lines: [bothSides(cause.cause)] },
    {
      heading: numbered(HEADINGS.corrective, index, count),
      lines: corrective.length > 0 ? corrective : [gap('已完成的措施与日期', 'what was done, with dates')],
    },
    {
      heading: numbered(HEADINGS.preventive, index, count),
      lines: preventive.length > 0 ? preventive : [gap('流程、负责人与日期', 'process, owner and date')],
    },
  ];
}

/** Evidence grouped by ASIN where the exhibits name one; every exhibit appears exactly once, by its number. */
function writeEvidence(input: StatementInput): Section {
  const asins = input.asins ?? [];
  if (input.exhibits.length === 0 || asins.length === 0) return writeAttachments(input, HEADINGS.evidence);
  const described = input.exhibits.map((exhibit, index) => ({
    asin: asins.find((asin) =>
      (exhibit.identifiers ?? []).some((i) => i.type === 'asin' && i.value === asin),
    ),
    line: describeExhibit(exhibit, index + 1),
  }));
  const groups = asins.flatMap((asin): readonly Bilingual[] => {
    const own = described.filter((d) => d.asin === asin).map((d) => d.line);
    return own.length === 0 ? [] : [{ zh: `ASIN ${asin}`, en: `ASIN ${asin}` }, ...own];
  });
  const common = described.filter((d) => d.asin === undefined).map((d) => d.line);
  if (groups.length === 0) return { heading: HEADINGS.evidence, lines: common };
  const rest = common.length === 0 ? [] : [{ zh: '全部 ASIN', en: 'All ASINs' }, ...common];
  return { heading: HEADINGS.evidence, lines: [...groups, ...rest] };
}

/** A plan of action. Without causes, gaps show what must be written. */
export function composeAppeal(input: StatementInput, problem: ProblemType): readonly Section[] {
  const causes = input.causes ?? [];
  const body =
    causes.length > 0
      ? causes.flatMap((cause, index) => writeCause(cause, index, causes.length))
      : [
          { heading: HEADINGS.rootCause, lines: [gap('每个原因各写一段', 'one paragraph per cause')] },
          { heading: HEADINGS.corrective, lines: [gap('已完成的措施与日期', 'what was done, with dates')] },
          { heading: HEADINGS.preventive, lines: [gap('流程、负责人与日期', 'process, owner and date')] },
        ];
  return [
    { lines: [introduce(input, problem), ...listFacts(input)] },
    ...body,
    writeEvidence(input),
    writeRequest(input, problem),
    signOff(input),
  ];
}

/** The enforcement is wrong: an explanation with evidence of compliance instead of a plan of action (B13, C32). */
export function composeAppealInError(input: StatementInput, problem: ProblemType): readonly Section[] {
  const own =
    input.background !== undefined && input.background.en.trim() !== ''
      ? bothSides(input.background)
      : undefined;
  return [
    { lines: [introduce(input, problem), ...listFacts(input)] },
    {
      heading: HEADINGS.explanation,
      lines: [own ?? gap('为什么该处罚有误', 'why the enforcement is in error')],
    },
    writeTimeline(input),
    writeEvidence(input),
    writeRequest(input, problem),
    signOff(input),
  ];
}
