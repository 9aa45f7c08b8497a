// rule list | correct | problem | undo: the rule tables and what people corrected in them, in words.
import { CasebinderError } from '../domain/errors.ts';
import { CATEGORIES } from '../domain/problems/categories.ts';
import { CHANNELS } from '../domain/problems/channels.ts';
import type { DeadlineUnit } from '../domain/problems/deadline-rule.ts';
import type { CommandRun } from './command-line.ts';

export async function runRuleList(run: CommandRun, all: boolean) {
  const { caller } = await run.open();
  const [rules, corrections] = [await caller.work.rules(), await caller.cases.ruleOverrides({ all })];
  const problems = await caller.cases.problemOverrides({ all });
  if (!run.json)
    for (const own of [...corrections, ...problems])
      run.say(
        `#${own.id}  ${'ruleId' in own ? own.ruleId : own.problem}  ${JSON.stringify(own.changes)}  ${own.source}  ${own.verifiedOn}  ${own.reason}`,
      );
  return { result: { rules, corrections, problems } };
}

/** What `rule problem` takes: what changes, and on which grounds. */
export interface ProblemCorrection {
  channel?: string;
  category?: string;
  pathZh?: string;
  pathEn?: string;
  answer?: string;
  ahs?: string;
  pitfall?: string[];
  required?: string;
  recommended?: string;
  off?: string;
  source: string;
  on: string;
  reason: string;
}

export async function runRuleProblem(run: CommandRun, problem: string, own: ProblemCorrection) {
  const split = (text: string): string[] =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const channel = CHANNELS.find((known) => known.slug === own.channel)?.slug;
  if (own.channel !== undefined && channel === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `channel ${own.channel}` });
  const category = CATEGORIES.find((known) => known.slug === own.category)?.slug;
  if (own.category !== undefined && category === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `category ${own.category}` });
  const path = own.pathEn ?? own.pathZh;
  const usualAnswer = { ...parseAnswer(own.answer), ...parseAhs(own.ahs) };
  const problems = await (await run.open()).caller.cases.overrideProblem({
    problem,
    ...(channel === undefined ? {} : { channel }),
    ...(category === undefined ? {} : { category }),
    ...(path === undefined ? {} : { path: { zh: own.pathZh ?? path, en: path } }),
    ...(Object.keys(usualAnswer).length === 0 ? {} : { usualAnswer }),
    ...(own.pitfall === undefined ? {} : { pitfalls: own.pitfall.map(parseBilingual) }),
    ...(own.required === undefined ? {} : { requiredKinds: split(own.required) }),
    ...(own.recommended === undefined ? {} : { recommendedKinds: split(own.recommended) }),
    ...(own.off === undefined ? {} : { rulesOff: split(own.off) }),
    source: own.source,
    verifiedOn: own.on,
    reason: own.reason,
  });
  return { result: { problems } };
}

export async function runRuleCorrect(
  run: CommandRun,
  ruleId: string,
  own: { latest?: string; earliest?: string; source: string; on: string; reason: string },
) {
  const { caller } = await run.open();
  const corrections = await caller.cases.overrideRule({
    ruleId,
    ...(own.latest === undefined ? {} : { latest: parseSpan(own.latest) }),
    ...(own.earliest === undefined ? {} : { earliest: parseSpan(own.earliest) }),
    source: own.source,
    verifiedOn: own.on,
    reason: own.reason,
  });
  return { result: { corrections } };
}

export async function runRuleUndo(run: CommandRun, id: number) {
  const { rules, problems } = await (await run.open()).caller.cases.undoRuleOverride({ id });
  return { result: { corrections: rules, problems } };
}

/** "30day", "48hour", "5business_day". */
function parseSpan(text: string): { amount: number; unit: Exclude<DeadlineUnit, 'calendar_year_end'> } {
  const match = /^(\d{1,4})\s*(hour|day|business_day|month|year)s?$/.exec(text.trim());
  if (match === null) throw new CasebinderError('INPUT_INVALID', { detail: `span ${text} (30day, 48hour)` });
  return { amount: Number(match[1]), unit: match[2] as Exclude<DeadlineUnit, 'calendar_year_end'> };
}

/** "48hour" or "2-5business_day". */
function parseAnswer(text: string | undefined): { hours?: number; businessDays?: [number, number] } {
  if (text === undefined) return {};
  const hours = /^(\d{1,4})\s*hours?$/.exec(text.trim());
  if (hours !== null) return { hours: Number(hours[1]) };
  const days = /^(\d{1,3})(?:-(\d{1,3}))?\s*business_days?$/.exec(text.trim());
  if (days === null)
    throw new CasebinderError('INPUT_INVALID', { detail: `answer ${text} (48hour, 2-5business_day)` });
  return { businessDays: [Number(days[1]), Number(days[2] ?? days[1])] };
}

/** "5-14". */
function parseAhs(text: string | undefined): { ahsWindowDays?: [number, number] } {
  if (text === undefined) return {};
  const days = /^(\d{1,3})-(\d{1,3})$/.exec(text.trim());
  if (days === null) throw new CasebinderError('INPUT_INVALID', { detail: `days ${text} (5-14)` });
  return { ahsWindowDays: [Number(days[1]), Number(days[2])] };
}

/** "Chinese | English"; one text alone stands for both. */
function parseBilingual(text: string): { zh: string; en: string } {
  const [zh = '', en = zh] = text.split('|').map((part) => part.trim());
  return { zh, en };
}
