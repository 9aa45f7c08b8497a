// Do the invoices of the last 365 days cover what was sold, and when does the next one age out (INV-01, INV-02)?

/** Invoices count when issued within this many days before the notice (INV-01). */
export const INVOICE_WINDOW_DAYS = 365;
const DAY_MS = 86_400_000;

export interface CoverageInvoice {
  readonly documentId: number;
  readonly number: string;
  /** YYYY-MM-DD; null: the paper names none, it can't count. */
  readonly issuedOn: string | null;
  readonly quantity: number;
  /** How the quantity was found: by a person, by the product's own code, by its model code; a twin is probably the same purchase on another paper. */
  readonly certainty: 'confirmed' | 'exact' | 'model' | 'twin';
}

export interface CoverageInvoiceView extends CoverageInvoice {
  /** Inside the window of the anchor day. */
  readonly counts: boolean;
  /** The first day on which a notice would no longer accept it. */
  readonly agesOutOn: string | null;
}

export interface Coverage {
  readonly bought: number;
  readonly sold: number;
  /** Units sold beyond what the invoices prove; 0 when covered. */
  readonly short: number;
  readonly state: 'covered' | 'short' | 'none';
  /** The first day on which what still counts is less than what was sold; null when it is not covered today. */
  readonly coveredUntil: string | null;
  readonly invoices: readonly CoverageInvoiceView[];
}

/**
 * Coverage of one product on `anchorOn` (the day of the notice, or today). Units sold are held constant when looking
 * ahead: what ages out is known, what will be sold is not.
 */
export function computeCoverage(
  sold: number,
  invoices: readonly CoverageInvoice[],
  anchorOn: string,
): Coverage {
  const views = markTwins(invoices)
    .map((invoice): CoverageInvoiceView => {
      const age = invoice.issuedOn === null ? Number.NaN : daysBetween(invoice.issuedOn, anchorOn);
      return {
        ...invoice,
        counts: invoice.certainty !== 'twin' && age >= 0 && age <= INVOICE_WINDOW_DAYS,
        agesOutOn: invoice.issuedOn === null ? null : addDays(invoice.issuedOn, INVOICE_WINDOW_DAYS + 1),
      };
    })
    .sort((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1));
  const counting = views.filter((invoice) => invoice.counts);
  const bought = counting.reduce((sum, invoice) => sum + invoice.quantity, 0);
  const short = Math.max(0, sold - bought);
  return {
    bought,
    sold,
    short,
    state: bought === 0 ? (sold === 0 ? 'covered' : 'none') : short > 0 ? 'short' : 'covered',
    coveredUntil: short > 0 || sold === 0 ? null : findEnd(counting, sold),
    invoices: views,
  };
}

/** A second paper of the same day over the same quantity (an English invoice beside the fapiao) proves nothing more: too much coverage is the dangerous mistake. */
function markTwins(invoices: readonly CoverageInvoice[]): CoverageInvoice[] {
  const seen = new Set<string>();
  const order = { confirmed: 0, exact: 1, model: 2, twin: 3 } as const;
  return [...invoices]
    .sort((a, b) => order[a.certainty] - order[b.certainty])
    .map((invoice) => {
      const key = `${invoice.issuedOn} ${invoice.quantity}`;
      const isTwin = invoice.certainty !== 'confirmed' && invoice.issuedOn !== null && seen.has(key);
      seen.add(key);
      return isTwin ? { ...invoice, certainty: 'twin' as const } : invoice;
    });
}

/** The oldest leave first. */
function findEnd(counting: readonly CoverageInvoiceView[], sold: number): string | null {
  let left = counting.reduce((sum, invoice) => sum + invoice.quantity, 0);
  for (const invoice of [...counting].reverse()) {
    left -= invoice.quantity;
    if (left < sold) return invoice.agesOutOn;
  }
  return null;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
