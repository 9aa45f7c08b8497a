// How does a change of a case reach the engine, and its answer the screen?
import { useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../api/router.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';

/** A case as it comes through the door. */
type CaseAnswer = inferRouterOutputs<AppRouter>['cases']['get'];

/** What every mutation that answers with the whole case does: show the answer at once, tell a failure. */
export function useCaseChange(caseNumber: string): {
  onSuccess: (detail: CaseAnswer) => void;
  onError: (error: unknown) => void;
} {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { t } = useWords();
  return {
    onSuccess: (detail) => {
      queries.setQueryData(trpc.cases.get.queryKey({ case: caseNumber }), detail);
    },
    onError: (error) => {
      tellError(error, t);
      void queries.invalidateQueries({ queryKey: trpc.cases.get.queryKey({ case: caseNumber }) });
    },
  };
}
