// papers show | save: which papers does a seller need at hand, and when does each end?
import type { CommandRun } from './command-line.ts';
import { NONE, readDayOrNone, readId } from './read-values.ts';
import { wordsOf } from './words.ts';

export interface PaperOptions {
  readonly account: number;
  readonly document?: string;
  readonly number?: string;
  readonly issued?: string;
  readonly expires?: string;
  readonly endless?: boolean;
  readonly note?: string;
}

type Papers = Awaited<ReturnType<Awaited<ReturnType<CommandRun['open']>>['caller']['dossier']['show']>>;

export async function runPapersShow(run: CommandRun, account: number) {
  const papers = await (await run.open()).caller.dossier.show({ accountId: account });
  tellPapers(run, papers);
  return { result: { papers } };
}

/** What a person says of one paper; what is not named stays as it is. */
export async function runPapersSave(run: CommandRun, kind: string, own: PaperOptions) {
  const papers = await (await run.open()).caller.dossier.save({
    accountId: own.account,
    kind,
    ...(own.document === undefined
      ? {}
      : { documentId: own.document === NONE ? null : readId(own.document, 'document') }),
    ...(own.number === undefined ? {} : { number: own.number }),
    ...(own.issued === undefined ? {} : { issuedOn: readDayOrNone(own.issued) }),
    ...(own.expires === undefined ? {} : { expiresOn: readDayOrNone(own.expires), endless: false }),
    ...(own.endless === undefined ? {} : { endless: own.endless }),
    ...(own.note === undefined ? {} : { note: own.note }),
  });
  tellPapers(run, papers);
  return { result: { papers } };
}

function tellPapers(run: CommandRun, papers: Papers): void {
  if (run.json) return;
  const words = wordsOf(run.language);
  for (const paper of papers) {
    const end = paper.endless ? words.desk('endless') : (paper.expiresOn ?? '');
    run.say(
      [
        paper.state === 'present' ? '✓' : paper.state === 'missing' && !paper.required ? '·' : '✗',
        `${words.kind(paper.kind)}${paper.required ? ' *' : ''}`,
        `(${paper.kind})`,
        words.desk(`paper_${paper.state}`),
        end,
        paper.document?.fileName ?? '',
        paper.nameFits === false ? words.desk('nameDiffers') : '',
      ]
        .filter((part) => part !== '')
        .join('  '),
    );
  }
}
