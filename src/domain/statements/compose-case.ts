// How does an ordinary or technical case read: background, timeline, request, attachments (domain.md 4.5)?
import type { ProblemType } from '../problems/problem-type.ts';
import type { Section } from './section.ts';
import { bothSides, gap, HEADINGS } from './section.ts';
import type { StatementInput } from './statement-input.ts';
import {
  introduce,
  listFacts,
  signOff,
  writeAttachments,
  writeRequest,
  writeTimeline,
} from './statement-parts.ts';

function writeBackground(input: StatementInput, problem: ProblemType): Section {
  const facts = listFacts(input);
  const own =
    input.background !== undefined && input.background.en.trim() !== '' ? [bothSides(input.background)] : [];
  // Without a sentence and without any ID the text would only say "my account is blocked" (S1).
  const missing = own.length === 0 && facts.length === 0 ? [gap('发生了什么', 'what happened')] : [];
  return { heading: HEADINGS.background, lines: [introduce(input, problem), ...own, ...facts, ...missing] };
}

export function composeCase(input: StatementInput, problem: ProblemType): readonly Section[] {
  return [
    writeBackground(input, problem),
    writeTimeline(input),
    writeRequest(input, problem),
    writeAttachments(input),
    signOff(input),
  ];
}

/** A technical case adds the error code and the steps to reproduce (S2). */
export function composeTechnical(input: StatementInput, problem: ProblemType): readonly Section[] {
  const code = (input.errorCode ?? '').trim();
  const steps = (input.steps ?? []).filter((step) => step.en.trim() !== '').map(bothSides);
  return [
    writeBackground(input, problem),
    {
      heading: HEADINGS.error,
      lines: [code === '' ? gap('错误代码', 'error code') : { zh: code, en: code }],
    },
    {
      heading: HEADINGS.steps,
      lines:
        steps.length === 0
          ? [gap('复现步骤', 'steps to reproduce')]
          : steps.map((step, index) => ({ zh: `${index + 1}. ${step.zh}`, en: `${index + 1}. ${step.en}` })),
    },
    writeTimeline(input),
    writeRequest(input, problem),
    writeAttachments(input),
    signOff(input),
  ];
}
