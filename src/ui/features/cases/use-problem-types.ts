// Which problem types are there, with everything that people corrected in them?
import { useQuery } from '@tanstack/react-query';
import type { ProblemType } from '../../../domain/problems/problem-type.ts';
import { useTRPC } from '../../app/door.ts';

/** Undefined until the engine has answered once: a form must not start from a row that was corrected meanwhile. */
export function useProblemTypes(): readonly ProblemType[] | undefined {
  const trpc = useTRPC();
  const answer = useQuery(trpc.cases.problemTypes.queryOptions());
  // On the wire a pair of days is only known as a list of numbers.
  return answer.data as readonly ProblemType[] | undefined;
}
