// Which acceptance rule ids does a reference such as "INV" or "INV-01..15" stand for?

/** How many rules each family of domain.md 1.3 has. */
export const RULE_FAMILY_SIZES: Readonly<Record<string, number>> = {
  INV: 16,
  TRK: 12,
  PHO: 6,
  IDV: 10,
  LOA: 6,
  CMP: 7,
  POA: 5,
};

/** Rules that only concern one situation: they are meant only where they are named by id or range (domain.md 1.3). */
export const SITUATIONAL_RULES: readonly string[] = ['INV-12', 'INV-13', 'INV-16'];

function formatRuleId(family: string, number: number): string {
  return `${family}-${String(number).padStart(2, '0')}`;
}

function expandOne(ref: string): readonly string[] {
  const range = /^([A-Z]{3})-(\d{2})\.\.(\d{2})$/.exec(ref);
  if (range !== null) {
    const [, family = '', from = '', to = ''] = range;
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) =>
      formatRuleId(family, Number(from) + i),
    );
  }
  const size = RULE_FAMILY_SIZES[ref];
  if (size === undefined) return [ref];
  return Array.from({ length: size }, (_, i) => formatRuleId(ref, i + 1)).filter(
    (id) => !SITUATIONAL_RULES.includes(id),
  );
}

/** Families become their general rules, ranges every rule in them, ids stay; duplicates go, order is kept. */
export function expandRuleRefs(refs: readonly string[]): readonly string[] {
  return [...new Set(refs.flatMap(expandOne))];
}
