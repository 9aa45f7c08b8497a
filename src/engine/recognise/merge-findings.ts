// Which findings count when a document states the same thing in its text and in its embedded e-invoice?
import type { FoundAmount, FoundDate, FoundIdentifier, FoundParty } from '../../domain/inspection.ts';

/**
 * Structured values come first; a text finding of the same type and value is the same finding. `isOnlyXml`: nothing is
 * printed, so that numbers of the document found beside the structure's own can only be tags misread.
 */
export function mergeIdentifiers(
  structured: readonly FoundIdentifier[],
  found: readonly FoundIdentifier[],
  isOnlyXml = false,
): FoundIdentifier[] {
  const merged: FoundIdentifier[] = [];
  const seen = new Map<string, number>();
  for (const identifier of [...structured, ...found]) {
    const key = `${identifier.type}\u0000${squash(identifier.value)}\u0000${identifier.source === 'barcode' ? 'b' : ''}`;
    const known = seen.get(key);
    const first = known === undefined ? undefined : merged[known];
    if (known === undefined || first === undefined) {
      seen.set(key, merged.length);
      merged.push(identifier);
    } else if (first.source === 'embedded_xml') {
      // The text finder knows check digits and the page; the structure knows that it is this type.
      merged[known] = {
        ...identifier,
        ...first,
        check: identifier.check,
        ...(identifier.page === undefined ? {} : { page: identifier.page }),
      };
    }
  }
  return dropContradicted(merged, structured, found, isOnlyXml);
}

/** A document has one number of its own: where the structure's is printed too, other candidates were misread. */
const OWN_NUMBERS = new Set(['invoice_no', 'fapiao_no', 'fapiao_code', 'fapiao_digital_no']);

function dropContradicted(
  merged: readonly FoundIdentifier[],
  structured: readonly FoundIdentifier[],
  found: readonly FoundIdentifier[],
  isOnlyXml: boolean,
): FoundIdentifier[] {
  const confirmed = new Set<string>();
  for (const own of structured) {
    if (
      OWN_NUMBERS.has(own.type) &&
      (isOnlyXml ||
        found.some((other) => other.type === own.type && squash(other.value) === squash(own.value)))
    )
      confirmed.add(own.type);
  }
  return merged
    .filter((one) => !confirmed.has(one.type) || one.source === 'embedded_xml' || one.source === 'barcode')
    .filter((one) => !merged.some((other) => isPieceOf(one, other)));
}

/** "12.345" beside "12.345-2014-1", or "2018092" beside "E2018092": the same number read once whole and once in part. */
function isPieceOf(piece: FoundIdentifier, whole: FoundIdentifier): boolean {
  if (piece.type !== 'invoice_no' || whole.type !== 'invoice_no') return false;
  if (piece.value.length < 5 || piece.value.length >= whole.value.length) return false;
  const rest = whole.value.startsWith(piece.value)
    ? whole.value.slice(piece.value.length)
    : whole.value.slice(0, -piece.value.length);
  return whole.value.startsWith(piece.value)
    ? /^[./_-]/.test(rest)
    : whole.value.endsWith(piece.value) && /^[A-Z]{1,2}$/.test(rest);
}

function squash(value: string): string {
  return value.replace(/[\s-]/g, '');
}

/** A role that the structure states is not guessed from the text again. */
export function mergeDates(structured: readonly FoundDate[], found: readonly FoundDate[]): FoundDate[] {
  const roles = new Set(structured.map((date) => date.role));
  return [
    ...structured,
    ...found.filter(
      (date) => !roles.has(date.role) && !structured.some((known) => known.value === date.value),
    ),
  ];
}

/** The same for amounts. */
export function mergeAmounts(
  structured: readonly FoundAmount[],
  found: readonly FoundAmount[],
): FoundAmount[] {
  const roles = new Set(structured.map((amount) => amount.role));
  return [...structured, ...found.filter((amount) => !roles.has(amount.role))];
}

/** The same for parties. */
export function mergeParties(structured: readonly FoundParty[], found: readonly FoundParty[]): FoundParty[] {
  const roles = new Set<string>(structured.map((party) => party.role));
  // Who issued an invoice is its seller.
  if (roles.has('seller')) roles.add('issuer');
  return [...structured, ...found.filter((party) => !roles.has(party.role))];
}
