// Which parts of the facets did the person close? Kept with the archive's settings: nothing is left in the browser.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';

/** Whether `part` ("panel", or a field of the facets) is open, and how to open or close it. */
export function useOpenPart(part: string): [boolean, (open: boolean) => void] {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const key = trpc.settings.all.queryKey();
  const settings = useQuery(trpc.settings.all.queryOptions());
  const set = useMutation(
    trpc.settings.set.mutationOptions({
      onError: (error) => {
        tellError(error, t);
        void queries.invalidateQueries({ queryKey: key });
      },
      onSuccess: (all) => queries.setQueryData(key, all),
    }),
  );
  const closed = (settings.data?.closed_facets ?? '').split(',').filter((name) => name !== '');
  return [
    !closed.includes(part),
    (open) => {
      const value = [...closed.filter((name) => name !== part), ...(open ? [] : [part])].join(',');
      // A panel that opens a moment after the click would feel broken, and nothing can be lost.
      queries.setQueryData(key, (all) => (all === undefined ? all : { ...all, closed_facets: value }));
      set.mutate({ key: 'closed_facets', value });
    },
  ];
}
