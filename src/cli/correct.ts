// correct ID…: what a person says about documents counts more than recognition, and teaches it.
import { describeReason } from '../api/describe-inspection.ts';
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';
import { type FindingOptions, hasFindings, readFindings } from './read-findings.ts';

export interface CorrectOptions extends FindingOptions {
  readonly kind?: string;
  readonly title?: string;
  readonly date?: string;
  readonly identifier: readonly string[];
  readonly notIdentifier: readonly string[];
  readonly problem: readonly string[];
  readonly confirm?: boolean;
  readonly undo?: boolean;
}

/** A person's word against a surer source counts, and is never silent. */
const AGAINST_SOURCES = new Set(['correctedCertain', 'struckCertain', 'struckValidNumber']);

/** Corrects every document of `ids`, or takes the corrections with these ids back (`--undo`). */
export async function runCorrect(run: CommandRun, ids: readonly number[], options: CorrectOptions) {
  const { caller } = await run.open();
  if (options.undo === true) {
    const { undone } = await caller.documents.undoCorrections({ corrections: [...ids] });
    const { recognisedAgain } = await caller.documents.learnNow();
    run.say(run.text('correctionsUndone', { undone }));
    return { result: { undone, recognisedAgain } };
  }
  const wanted = {
    ...(options.kind === undefined ? {} : { kind: options.kind }),
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.date === undefined ? {} : { documentDate: options.date === 'none' ? null : options.date }),
    ...(options.identifier.length === 0 ? {} : { addIdentifiers: options.identifier.map(readIdentifier) }),
    ...(options.notIdentifier.length === 0
      ? {}
      : { removeIdentifiers: options.notIdentifier.map(readIdentifier) }),
    ...(options.problem.length === 0 ? {} : { problems: [...options.problem] }),
    ...(options.confirm === true ? { confirm: true } : {}),
  };
  if (Object.keys(wanted).length === 0 && !hasFindings(options))
    throw new CasebinderError('USAGE', {
      detail:
        'correct: --kind, --title, --date, --dated, --amount, --party, --part, --one-paper, --identifier, --not-identifier, --problem, --confirm',
    });
  const corrections: number[] = [];
  for (const documentId of ids) {
    const findings = hasFindings(options)
      ? readFindings(options, await caller.documents.get({ id: documentId }))
      : {};
    corrections.push(...(await caller.documents.correct({ documentId, ...wanted, ...findings })).corrections);
  }
  const { recognisedAgain } = await caller.documents.learnNow();
  const documents = await Promise.all(
    ids.map(async (id) => {
      const document = await caller.documents.get({ id });
      const { kind, title, date, identifiers, problemTypes, dates, amounts, parties, kindResult } = document;
      for (const warning of document.warnings)
        if (AGAINST_SOURCES.has(warning.code)) run.say(describeReason(warning, run.language));
      return {
        id,
        kind,
        title,
        date,
        identifiers: identifiers.map(({ type, value, byPerson }) => ({ type, value, byPerson })),
        problems: problemTypes,
        dates: dates.map(({ role, value }) => ({ role, value })),
        amounts: amounts.map(({ role, value, currency }) => ({ role, value, currency })),
        parties: parties.map(({ role, name }) => ({ role, name })),
        ...(kindResult?.parts === undefined ? {} : { parts: kindResult.parts }),
        warnings: document.warnings.map((warning) => ({
          code: warning.code,
          message: describeReason(warning, run.language),
        })),
      };
    }),
  );
  run.say(run.text('corrected', { documents: ids.length, recognisedAgain }));
  if (corrections.length > 0)
    run.say(run.text('correctionsCanBeUndone', { corrections: corrections.join(' ') }));
  return { result: { documents, corrections, recognisedAgain } };
}

/** "order_id:113-1234567-1234567" → its type and value. The value may hold colons itself. */
function readIdentifier(text: string): { type: string; value: string } {
  const match = /^([a-z_]+):(.+)$/s.exec(text);
  if (match === null)
    throw new CasebinderError('USAGE', {
      detail: `${text} (type:value, for example order_id:113-1234567-1234567)`,
    });
  return { type: match[1]!, value: match[2]!.trim() };
}
