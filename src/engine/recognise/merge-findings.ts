// Which findings count when a document states the same thing in its text and in its embedded e-invoice?
import type { FoundAmount, FoundDate, FoundIdentifier, FoundParty } from '../../domain/inspection.ts';

/** Structured values come first; a text finding of the same type and value is the same finding. */
export function mergeIdentifiers(
  structured: readonly FoundIdentifier[],
  found: readonly FoundIdentifier[],
): FoundIdentifier[] {
  const merged: FoundIdentifier[] = [];
  const seen = new Map<string, number>();
  for (const identifier of [...structured, ...found]) {
    const key = `${identifier.type}\u0000${identifier.value.replace(/[\s-]/g, '')}\u0000${identifier.source === 'barcode' ? 'b' : ''}`;
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
  return merged;
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
  const roles = new Set(structured.map((party) => party.role));
  return [...structured, ...found.filter((party) => !roles.has(party.role))];
}
