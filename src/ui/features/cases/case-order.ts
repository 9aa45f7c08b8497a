// In which order do cases come: what is due first, first?
import type { CaseRow } from '../../../engine/cases/case-view.ts';

const dueOf = (row: CaseRow): number => row.nextDeadline?.closesAtMs ?? Number.POSITIVE_INFINITY;

/** Due dates first, then those without one, newest first. */
export function sortByDue(rows: readonly CaseRow[]): readonly CaseRow[] {
  return [...rows].sort((a, b) => {
    const ended = Number(a.closedAtMs !== null) - Number(b.closedAtMs !== null);
    if (ended !== 0) return ended;
    const due = dueOf(a) - dueOf(b);
    return Number.isNaN(due) || due === 0 ? b.updatedAtMs - a.updatedAtMs : due;
  });
}
