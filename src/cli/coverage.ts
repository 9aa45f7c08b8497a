// coverage show | confirm, claims: do the invoices suffice for what was sold, and which losses could be claimed?
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';
import { NONE, readId } from './read-values.ts';
import { wordsOf } from './words.ts';

type Ledger = Awaited<ReturnType<Awaited<ReturnType<CommandRun['open']>>['caller']['reports']['coverage']>>;

export async function runCoverage(run: CommandRun, own: { on?: string; product: readonly string[] }) {
  const ledger = await (await run.open()).caller.reports.coverage({
    ...(own.on === undefined ? {} : { anchorOn: own.on }),
    ...(own.product.length === 0 ? {} : { products: [...own.product] }),
  });
  tellLedger(run, ledger);
  return { result: ledger };
}

/** A person says how many units of a product an invoice proves; "none" leaves it to what was read. */
export async function runCoverageConfirm(run: CommandRun, document: string, product: string, units: string) {
  const quantity = units === NONE ? null : Number(units);
  if (units.trim() === '' || (quantity !== null && !Number.isSafeInteger(quantity)))
    throw new CasebinderError('INPUT_INVALID', { detail: `units ${units}` });
  const { caller } = await run.open();
  await caller.reports.setInvoiceUnits({ documentId: readId(document, 'document'), product, quantity });
  const ledger = await caller.reports.coverage({ products: [product] });
  tellLedger(run, ledger);
  return { result: ledger };
}

function tellLedger(run: CommandRun, ledger: Ledger): void {
  if (run.json) return;
  const words = wordsOf(run.language);
  if (ledger.rows.length === 0) run.say(run.text('coverageEmpty'));
  for (const row of ledger.rows) {
    run.say(
      `${words.desk(`coverage_${row.state}`)}  ${row.product}  ${row.skus.join(',')}  ${run.text('coverageRow', { sold: row.sold, bought: row.bought, short: row.short })}${row.coveredUntil === null ? '' : `  ${words.desk('coveredUntil', { date: row.coveredUntil })}`}`,
    );
    for (const invoice of row.invoices)
      run.say(
        `    ${String(invoice.documentId).padStart(5)}  ${invoice.issuedOn ?? ''}  ${invoice.number}  ×${invoice.quantity}${invoice.counts ? '' : `  ${run.text('coverageNotCounted')}`}`,
      );
  }
  for (const paper of ledger.unmatched)
    run.say(`  ? ${String(paper.documentId).padStart(5)}  ${paper.issuedOn ?? ''}  ${paper.title}`);
}

export async function runClaims(run: CommandRun) {
  const found = await (await run.open()).caller.weekly.claims({ limit: 5_000 });
  if (!run.json) {
    const words = wordsOf(run.language);
    if (found.total === 0) run.say(words.desk('claimsNone'));
    for (const claim of found.claims)
      run.say(
        [
          words.deadline(`state.${claim.state}`).replace(/[(（].*$/, ''),
          words.pick(claim.problemName),
          claim.marketplace,
          `${claim.orderId ?? claim.asin ?? claim.reference ?? ''} ×${claim.quantity}`,
          `${day(claim.opensAtMs)} – ${day(claim.closesAtMs)}`,
          claim.caseNumber ?? '',
        ].join('  '),
      );
  }
  return { result: found };
}

const day = (atMs: number | null): string => (atMs === null ? '' : new Date(atMs).toISOString().slice(0, 10));
