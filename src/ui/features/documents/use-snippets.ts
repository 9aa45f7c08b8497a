// Which words of the rows that are seen show why they were found?
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Snippet } from '../../../engine/store/search/make-snippet.ts';
import { useTRPC } from '../../app/door.ts';

/** A list that runs past is not asked about. */
const REST_MS = 90;
const MOST_AT_ONCE = 100;

/** Looks up rows that came to rest in view; what was found stays known while the line is the same. */
export function useSnippets(
  line: string,
  seen: readonly number[],
  isOn: boolean,
): (id: number) => Snippet | undefined {
  const trpc = useTRPC();
  const known = useRef<{ line: string; byId: Map<number, Snippet> }>({ line, byId: new Map() });
  if (known.current.line !== line) known.current = { line, byId: new Map() };
  const wanted = isOn ? seen.filter((id) => !known.current.byId.has(id)).slice(0, MOST_AT_ONCE) : [];
  const [rested] = useDebouncedValue(wanted.join(' '), REST_MS);
  const ids = rested === '' ? [] : rested.split(' ').map(Number);
  const found = useQuery({
    ...trpc.documents.snippets.queryOptions({ query: line, ids }),
    enabled: isOn && ids.length > 0,
    placeholderData: undefined,
  });
  for (const { id, snippet } of found.data ?? []) known.current.byId.set(id, snippet);
  return (id) => known.current.byId.get(id);
}
