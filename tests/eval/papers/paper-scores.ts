// What did recognition find of what is true about an invented paper?
import type { DateRole, IdentifierType, PartyRole, Recognition } from '../../../src/domain/inspection.ts';
import { squash } from '../field-scores.ts';
import type { Paper } from './paper.ts';

/** One thing that was wrong: which field, what is true and what was found instead. */
export interface Mistake {
  readonly field: 'kind' | 'identifier' | 'extra' | 'date' | 'total' | 'currency' | 'party';
  readonly text: string;
}

export interface PaperScore {
  readonly mistakes: readonly Mistake[];
  /** Facts that were asked for, per field. */
  readonly asked: Readonly<Record<Mistake['field'], number>>;
}

const LEAST_CONFIDENCE = 0.5;

export function scorePaper(paper: Paper, found: Recognition): PaperScore {
  const mistakes: Mistake[] = [];
  const asked = { kind: 1, identifier: 0, extra: 0, date: 0, total: 0, currency: 0, party: 0 };
  if (found.kind.slug !== paper.kind) {
    const next = found.kind.alternatives.map((other) => `${other.slug} ${other.confidence}`).join(', ');
    mistakes.push({ field: 'kind', text: `${paper.kind}, not ${found.kind.slug} (next: ${next})` });
  }
  const own = found.identifiers.filter((one) => one.confidence >= LEAST_CONFIDENCE);
  for (const [type, values] of Object.entries(paper.identifiers) as [IdentifierType, readonly string[]][]) {
    for (const value of values) {
      asked.identifier += 1;
      if (own.some((one) => one.type === type && squash(one.value) === squash(value))) continue;
      const others = own.filter((one) => one.type === type).map((one) => one.value);
      mistakes.push({ field: 'identifier', text: `${type} ${value} not among [${others.join(' ')}]` });
    }
  }
  for (const one of own) {
    asked.extra += 1;
    const values = paper.identifiers[one.type] ?? [];
    if (
      values.some((value) => squash(value) === squash(one.value)) ||
      paper.more?.includes(one.type) === true
    )
      continue;
    mistakes.push({
      field: 'extra',
      text: `${one.type} ${one.value} (${one.reason.code} ${one.confidence})`,
    });
  }
  for (const [role, value] of Object.entries(paper.dates ?? {}) as [DateRole, string][]) {
    asked.date += 1;
    const dates = found.dates.filter((date) => date.role === role).map((date) => date.value);
    if (
      dates[0]?.slice(0, 10) === value ||
      (role !== 'issue' && dates.some((date) => date.slice(0, 10) === value))
    )
      continue;
    mistakes.push({
      field: 'date',
      text: `${role} ${value}, not [${dates.join(' ')}]; all: ${found.dates.map((date) => `${date.role} ${date.value}`).join(', ')}`,
    });
  }
  const total = found.amounts.find((amount) => amount.role === 'total');
  if (paper.total !== undefined) {
    asked.total += 1;
    if (total === undefined || Math.abs(Number(total.value) - Number(paper.total)) > 0.004)
      mistakes.push({
        field: 'total',
        text: `${paper.total}, not ${total?.value} (${total?.reason.params?.['label']})`,
      });
  }
  if (paper.currency !== undefined && total !== undefined) {
    asked.currency += 1;
    if (total.currency !== paper.currency)
      mistakes.push({ field: 'currency', text: `${paper.currency}, not ${total.currency}` });
  }
  for (const [role, name] of Object.entries(paper.parties ?? {}) as [PartyRole, string][]) {
    asked.party += 1;
    const names = found.parties.filter((party) => party.role === role).map((party) => party.name);
    if (names[0] !== name)
      mistakes.push({ field: 'party', text: `${role} ${name}, not [${names.join(' | ')}]` });
  }
  return { mistakes, asked };
}
