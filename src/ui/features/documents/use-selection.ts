// Which rows are chosen, and which one has the keyboard?
import { useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<number>;
  readonly focus: number;
  /** Index from which Shift extends. */
  readonly anchor: number;
}

export interface SelectionActions {
  focusOn(index: number): void;
  toggle(index: number): void;
  /** Everything between the anchor and `index`. */
  extendTo(index: number): void;
  clear(): void;
}

/** Rows are chosen by id, so that a choice survives sorting and new documents. */
export function useSelection(idAt: (index: number) => number | undefined): [Selection, SelectionActions] {
  const [state, setState] = useState<Selection>({ ids: new Set(), focus: -1, anchor: 0 });
  return [
    state,
    {
      focusOn: (index) => setState((s) => ({ ...s, focus: index, anchor: index })),
      toggle: (index) =>
        setState((s) => {
          const id = idAt(index);
          if (id === undefined) return s;
          const ids = new Set(s.ids);
          if (!ids.delete(id)) ids.add(id);
          return { ids, focus: index, anchor: index };
        }),
      extendTo: (index) =>
        setState((s) => {
          const ids = new Set(s.ids);
          const [from, to] = index < s.anchor ? [index, s.anchor] : [s.anchor, index];
          for (let at = from; at <= to; at += 1) {
            const id = idAt(at);
            if (id !== undefined) ids.add(id);
          }
          return { ids, focus: index, anchor: s.anchor };
        }),
      clear: () => setState((s) => ({ ...s, ids: new Set() })),
    },
  ];
}
