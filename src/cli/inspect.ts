// inspect FILE…: what is this file, and why do we think so? Stores nothing.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeInspection } from '../api/describe-inspection.ts';
import { openInProcess, readNamedFfmpeg, readTaughtModel } from '../api/in-process.ts';
import { localDate } from '../domain/deadlines/zoned-day.ts';
import { CasebinderError, fillTemplate } from '../domain/errors.ts';
import { describeKind } from '../domain/kinds/kind-name.ts';
import { PROBLEM_BY_SLUG } from '../domain/problems/problem-types.ts';
import { findingNames as namesEn } from '../i18n/en/finding-names.ts';
import { uiDocuments as documentsEn } from '../i18n/en/ui-documents.ts';
import { findingNames as namesZh } from '../i18n/zh-CN/finding-names.ts';
import { uiDocuments as documentsZh } from '../i18n/zh-CN/ui-documents.ts';
import { type CommandRun, EXIT } from './command-line.ts';

export async function runInspect(run: CommandRun, files: readonly string[], ocr: boolean) {
  for (const file of files) {
    let isFile = false;
    try {
      isFile = statSync(file).isFile();
    } catch {
      isFile = false;
    }
    if (!isFile) throw new CasebinderError('FILE_UNREADABLE', { path: file });
  }
  // Nothing is stored: an archive of its own for the moment, so that a running app is not in the way.
  const scratch = mkdtempSync(join(tmpdir(), 'casebinder-inspect-'));
  const door = await openInProcess({ archiveDir: join(scratch, 'archive'), language: run.language });
  try {
    // The ffmpeg that the person named for the archive counts here too.
    const named = ocr ? readNamedFfmpeg(run.archiveDir) : '';
    if (named !== '') await door.engine.settings.nameFfmpeg(named).catch(() => undefined);
    // What was corrected in the archive counts for files that are only looked at, too.
    const taught = readTaughtModel(run.archiveDir);
    if (taught !== null) door.engine.intake.adoptModel(taught);
    const inspections = [];
    const todayOn = localDate(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    for (const [index, file] of files.entries()) {
      run.progress(run.text('progressInspect'), index, files.length);
      run.signal.throwIfAborted();
      const found = await door.caller.intake.inspect({ grants: [door.grant(resolve(file), 'file')], ocr });
      for (const inspection of found) {
        if ('error' in inspection) throw new CasebinderError(inspection.error.code, inspection.error.params);
        inspections.push(describeInspection(inspection, run.language, todayOn));
      }
    }
    if (!run.json) for (const inspection of inspections) printInspection(run, inspection);
    const troubled = inspections.some((i) => i.warnings.some((w) => w.problem));
    return {
      result: inspections.map(({ warnings, ...rest }) => ({
        ...rest,
        warnings: warnings.map(({ code, message }) => ({ code, message })),
      })),
      exitCode:
        troubled && inspections.every((i) => i.text.source === 'none') ? EXIT.withProblems : EXIT.done,
    };
  } finally {
    await door.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Other dates of a tracking history go on for pages. */
const MOST_OTHER_DATES = 3;
const MOST_PROBLEMS = 5;
/** Less than this is no guess worth telling. */
const LEAST_PERHAPS = 0.2;

/** As a clerk would read it aloud: names instead of slugs, in the person's language. */
function printInspection(run: CommandRun, i: ReturnType<typeof describeInspection>): void {
  const names: Readonly<Record<string, string>> =
    run.language === 'en' ? { ...documentsEn, ...namesEn } : { ...documentsZh, ...namesZh };
  const nameOf = (area: 'id' | 'check' | 'role', slug: string): string => names[`${area}_${slug}`] ?? slug;
  run.say(`\n${i.path}`);
  const sure = (confidence: number): string => `${Math.round(confidence * 100)} %`;
  // "0 %" of nothing says nothing.
  const kindSure = i.kind.slug === 'unknown' ? '' : `, ${sure(i.kind.confidence)}`;
  run.say(`  ${run.text('kind')}: ${i.kind.name} (${i.kind.slug}${kindSure})`);
  for (const reason of i.kind.reasons) run.say(`    · ${reason}`);
  const perhaps = i.kind.alternatives.filter(({ confidence }) => confidence >= LEAST_PERHAPS);
  if (i.kind.slug === 'unknown' && perhaps.length > 0)
    run.say(
      `    · ${run.text('perhaps')}: ${perhaps
        .map(
          ({ slug, confidence }) =>
            `${describeKind(slug)[run.language === 'en' ? 'en' : 'zh']} ${sure(confidence)}`,
        )
        .join(run.language === 'en' ? ', ' : '、')}`,
    );
  for (const part of i.kind.parts ?? [])
    run.say(
      `    · ${fillTemplate(names['partPages'] ?? '', {
        kind: describeKind(part.slug)[run.language === 'en' ? 'en' : 'zh'],
        pages: part.fromPage === part.toPage ? `${part.fromPage}` : `${part.fromPage}–${part.toPage}`,
      })}`,
    );
  for (const id of i.identifiers) {
    const carrier = id.carrier === undefined ? '' : ` (${id.carrier})`;
    run.say(
      `  ${nameOf('id', id.type)} ${id.value}${carrier} [${nameOf('check', id.check)}] ${sure(id.confidence)} · ${id.reason}`,
    );
  }
  let others = 0;
  for (const date of i.dates) {
    if (date.role === 'other' && ++others > MOST_OTHER_DATES) continue;
    run.say(
      `  ${run.text('date')} ${nameOf('role', date.role)}: ${date.value.replace('T', ' ')}  ${sure(date.confidence)} · ${date.reason}`,
    );
  }
  if (others > MOST_OTHER_DATES) run.say(`  ${run.text('moreDates', { count: others - MOST_OTHER_DATES })}`);
  for (const amount of i.amounts)
    run.say(
      `  ${run.text('amount')} ${nameOf('role', amount.role)}: ${`${amount.value} ${amount.currency ?? ''}`.trimEnd()}  ${sure(amount.confidence)} · ${amount.reason}`,
    );
  for (const party of i.parties)
    run.say(
      `  ${run.text('party')} ${nameOf('role', party.role)}: ${party.name}  ${sure(party.confidence)} · ${party.reason}`,
    );
  const serves = i.problems.slice(0, MOST_PROBLEMS).flatMap((slug) => {
    const name = PROBLEM_BY_SLUG.get(slug)?.name;
    return name === undefined ? [] : [run.language === 'en' ? name.en : name.zh];
  });
  if (serves.length > 0)
    run.say(`  ${run.text('servesProblems')}: ${serves.join(run.language === 'en' ? '; ' : '、')}`);
  if (i.media.frames !== undefined) run.say(`  ${run.text('framesRead', { count: i.media.frames })}`);
  for (const { rule, result, reason } of i.rules) if (result === 'fail') run.say(`  ! ${rule}: ${reason}`);
  for (const warning of i.warnings) run.say(`  ! ${warning.message}`);
}
