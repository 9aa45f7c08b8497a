// How is a week closed, so that next week can prove that nothing was rewritten in between?
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { desc } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { readWeekRange, WEEK_ZONE } from '../../domain/health/week-range.ts';
import { isoWeekOf } from '../../domain/health/weekly-check.ts';
import { backUpArchive } from '../backup-archive.ts';
import type { EngineContext } from '../engine-context.ts';
import type { JobProgress } from '../jobs/job-queue.ts';
import { readOverview } from '../store/overview-queries.ts';
import { weekClose } from '../store/schema/weekly.ts';
import { readSettings } from '../store/setting-queries.ts';
import { appendCustody, readCustodyHead } from '../vault/custody.ts';
import { verifyArchive } from '../verify-archive.ts';
import { writeReceiptPdf } from './receipt-pdf.ts';
import { checkSample } from './sample-originals.ts';
import { readReceipt, receiptPath, receiptText, type WeekReceipt, writeReceiptFile } from './week-receipt.ts';
import { readWeek } from './week-view.ts';

export interface CloseWeekOptions {
  readonly week?: string;
  /** Originals to read again. */
  readonly sampleSize?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: JobProgress) => void;
}

export const SAMPLE_SIZE = 50;

/**
 * Closes a week: checks the archive and a sample of originals, checks that the chain still holds last week's head,
 * makes a backup and writes the receipt. Closing a closed week again returns the same receipt.
 * @throws CasebinderError INPUT_INVALID (no such week, or one that has not begun), CANCELLED
 */
export async function closeWeek(context: EngineContext, options: CloseWeekOptions): Promise<WeekReceipt> {
  const nowMs = context.nowMs();
  const range = readWeekRange(options.week ?? isoWeekOf(nowMs, WEEK_ZONE));
  if (range.fromMs > nowMs)
    throw new CasebinderError('INPUT_INVALID', { detail: `week ${range.week} has not begun` });
  const known = readReceipt(context, range.week);
  if (known !== null) {
    await keepFiles(context, known);
    return known;
  }
  const step = (phase: string) => (done: number, total: number) =>
    options.onProgress?.({ phase, done, total });
  step('look')(0, 1);
  const view = readWeek(context, range.week);
  const overview = readOverview(context.archive, nowMs);
  const previous = checkPrevious(context);
  const verification = await verifyArchive(context, {
    full: false,
    onProgress: step('verify'),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const seed = createHash('sha256')
    .update(`${range.week}:${readCustodyHead(context.archive).hash}`)
    .digest('hex');
  const sample = await checkSample(context, seed, options.sampleSize ?? SAMPLE_SIZE, {
    onProgress: step('sample'),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const outDir = readSettings(context).backup_folder || join(context.archive.dir, 'backups');
  const backup = await backUpArchive(context, outDir, step('backup'), options.signal);
  const receipt = context.archive.transaction((): WeekReceipt => {
    const head = readCustodyHead(context.archive);
    const made: WeekReceipt = {
      format: 'casebinder-week-receipt/1',
      week: range.week,
      firstDay: range.firstDay,
      lastDay: range.lastDay,
      closedAt: new Date(nowMs).toISOString(),
      custody: { sequence: head.sequence, head: head.hash },
      previous,
      counts: {
        documents: overview.documents,
        arrived: view.arrived.documents,
        unsorted: view.unsorted.total,
        ordersChecked: view.ordersWithoutEvidence.checked,
        ordersWithoutEvidence: view.ordersWithoutEvidence.total,
        openCases: overview.openCases,
        casesDue: view.casesDue.length,
        healthChecked: view.health.filter((s) => s.state === 'done').length,
        healthDue: view.health.filter((s) => s.state === 'due').length,
        healthSkipped: view.health.filter((s) => s.state === 'skipped').length,
        expiring: view.expiring.length,
        claimable: view.claims.total,
      },
      verification: {
        ok: verification.ok,
        checked: verification.checked,
        custodyEvents: verification.custodyEvents,
        problems: verification.problems.slice(0, 200).map(({ code, path }) => ({ code, path })),
      },
      sample,
      backup: {
        name: basename(backup.folder),
        databaseSha256: backup.databaseSha256,
        databaseBytes: backup.databaseBytes,
        safeCopies: backup.safeCopies,
      },
      ok: verification.ok && sample.changed.length === 0 && previous?.isPrefix !== false,
    };
    context.archive.orm
      .insert(weekClose)
      .values({
        week: range.week,
        closedAtMs: nowMs,
        receipt: made,
        custodySequence: head.sequence,
        custodyHead: head.hash,
      })
      .run();
    appendCustody(
      context.archive,
      nowMs,
      'week_closed',
      createHash('sha256').update(receiptText(made)).digest('hex'),
      { week: range.week, ok: made.ok },
    );
    return made;
  });
  await keepFiles(context, receipt);
  return receipt;
}

/** Is the head that the last closing wrote down still an event of the chain, in its place? */
function checkPrevious(context: EngineContext): WeekReceipt['previous'] {
  const last = context.archive.orm.select().from(weekClose).orderBy(desc(weekClose.id)).limit(1).get();
  if (last === undefined) return null;
  const hash = context.archive.sqlite
    .prepare('SELECT hash FROM custody_event WHERE sequence = ?')
    .pluck()
    .get(last.custodySequence) as string | undefined;
  return {
    week: last.week,
    sequence: last.custodySequence,
    head: last.custodyHead,
    isPrefix: last.custodySequence === 0 || hash === last.custodyHead,
  };
}

/** The row is the truth; files that were lost are written again from it. */
async function keepFiles(context: EngineContext, receipt: WeekReceipt): Promise<void> {
  writeReceiptFile(receiptPath(context, receipt.week, 'json'), receiptText(receipt));
  try {
    await writeReceiptPdf(context, receipt);
  } catch (error) {
    // The page is for people; the receipt itself is whole without it.
    context.log.error({ error, week: receipt.week }, 'the PDF of the week receipt was not written');
  }
}
