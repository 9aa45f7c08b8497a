// pack CASE --out DIR: bind the case into an evidence pack.
import { resolve } from 'node:path';
import { CasebinderError, type ErrorParams, fillTemplate } from '../domain/errors.ts';
import type { BuiltPack, PackFix } from '../engine/packs/pack-plan.ts';
import { packs as en } from '../i18n/en/packs.ts';
import { packs as zh } from '../i18n/zh-CN/packs.ts';
import { type CommandRun, EXIT } from './command-line.ts';
import { wordsOf } from './words.ts';

export interface PackCommand {
  readonly out: string;
  readonly channel?: string;
  readonly zip?: boolean;
  readonly for: string;
  readonly recipient?: string;
  readonly include: readonly string[];
  readonly downscale?: boolean;
  readonly convert?: boolean;
  readonly split?: boolean;
  readonly confirmTruth?: string;
  readonly cover: readonly string[];
  readonly volumeMb?: string;
  readonly edition?: string;
  readonly check?: boolean;
}

export async function runPack(run: CommandRun, which: string, own: PackCommand) {
  const input = readInput(run, which, own);
  const door = await run.open();
  if (own.check === true) return listBeforeBuild(run, await door.caller.packs.check(input));
  const outGrant = door.grant(resolve(own.out));
  const { jobId } =
    own.edition === undefined
      ? await door.caller.packs.build({ ...input, outGrant })
      : await door.caller.packs.rebuild({ case: which, edition: readEdition(own.edition), outGrant });
  const job = await door.waitForJob(jobId, {
    signal: run.signal,
    onProgress: (p) => run.progress(p.phase, p.done, p.total),
  });
  const result = (job.result ?? {}) as unknown as BuiltPack & { sameBytes?: boolean };
  if (!run.json) {
    run.say(run.text('packBuilt', { exhibits: result.exhibits.length, folder: result.folder }));
    for (const volume of result.volumes ?? []) run.say(`       ${volume.folder}`);
    if (result.zip !== undefined) run.say(`  ZIP  ${result.zip}`);
    for (const volume of result.volumes ?? []) if (volume.zip !== undefined) run.say(`       ${volume.zip}`);
    run.say(`  PDF  ${result.index}`);
    run.say(run.text(result.verified ? 'packVerified' : 'packNotVerified'));
    if (result.sameBytes !== undefined) run.say(run.text(result.sameBytes ? 'packSame' : 'packNotSame'));
    sayMissing(run, result.missing);
    sayViolations(run, result.violations);
    if (input.variant === 'amazon')
      run.say(
        result.truth === undefined
          ? run.text('packTruthOpen')
          : run.text('packTruthConfirmed', { by: result.truth.by }),
      );
  }
  const open = result.violations.some((v) => !v.fixed);
  return { result: { ...result }, exitCode: open ? EXIT.withProblems : EXIT.done };
}

function readInput(run: CommandRun, which: string, own: PackCommand) {
  const variant = (['amazon', 'consultant', 'internal'] as const).find((v) => v === own.for);
  if (variant === undefined)
    throw new CasebinderError('USAGE', { detail: `--for ${own.for} (amazon, consultant, internal)` });
  const fixes: PackFix[] = [
    ...(own.convert === false ? [] : (['convert_images', 'convert_jpeg'] as const)),
    ...(own.split === false ? [] : (['split'] as const)),
    ...(own.downscale === true ? (['downscale'] as const) : []),
  ];
  return {
    case: which,
    variant,
    zip: own.zip === true,
    fixes,
    ...(own.channel === undefined ? {} : { channel: own.channel }),
    ...(own.recipient === undefined ? {} : { recipient: own.recipient }),
    ...(own.include.length === 0
      ? {}
      : { includeSensitive: own.include.map((label) => label.toUpperCase()) }),
    ...(own.cover.length === 0 ? {} : { coverWords: [...own.cover] }),
    ...(own.confirmTruth === undefined
      ? {}
      : { truth: { by: own.confirmTruth, words: run.text('packTruthWords') } }),
    ...(own.volumeMb === undefined ? {} : { volumeBytes: readVolume(own.volumeMb) }),
  };
}

function readVolume(text: string): number {
  const megabytes = /^\d{2,7}$/.test(text) ? Number(text) : 0;
  if (megabytes < 10) throw new CasebinderError('USAGE', { detail: `--volume-mb ${text} (10 or more)` });
  return megabytes * 1_000_000;
}

function readEdition(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new CasebinderError('USAGE', { detail: `--edition ${text}` });
  return Number(text);
}

interface Check {
  readonly exhibits: number;
  readonly missing: readonly string[];
  readonly violations: BuiltPack['violations'];
  readonly profile: string;
}

function sayMissing(run: CommandRun, slugs: readonly string[]): void {
  for (const slug of slugs) {
    run.say(run.text('packMissing', { kind: wordsOf(run.language).kind(slug) }));
  }
}

/** --check: what the channel would object to, and what the builder would do about it; nothing is written. */
function listBeforeBuild(run: CommandRun, check: Check) {
  if (!run.json) {
    run.say(run.text('packChecked', { exhibits: check.exhibits, profile: check.profile }));
    sayMissing(run, check.missing);
    sayViolations(run, check.violations);
  }
  return { result: { ...check }, exitCode: check.violations.length > 0 ? EXIT.withProblems : EXIT.done };
}

function sayViolations(run: CommandRun, violations: BuiltPack['violations']): void {
  for (const { exhibit, code, params, fix, fixed } of violations) {
    const what = sayFrom(run, `violation${code}`, { exhibit, ...params, ...nameKind(run, params) });
    const how = fix === undefined ? '' : ` – ${sayFrom(run, `fix${fix}`)}`;
    run.say(`  ${fixed ? '✓' : '!'} ${what}${how}`);
  }
}

/** The kind in the person's words; the engine names it by its slug, or by its name in both languages. */
function nameKind(run: CommandRun, params: ErrorParams | undefined): ErrorParams {
  const chosen = params?.[run.language === 'en' ? 'kindEn' : 'kindZh'] ?? params?.['kind'];
  return typeof chosen === 'string' ? { kind: wordsOf(run.language).kind(chosen) } : {};
}

function sayFrom(run: CommandRun, key: string, params: ErrorParams = {}): string {
  const catalogue: Readonly<Record<string, string>> = run.language === 'en' ? en : zh;
  return fillTemplate(catalogue[key] ?? key, params);
}
