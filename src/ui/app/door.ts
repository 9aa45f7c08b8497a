// How does the page talk to the engine? Typed procedures over the one door, with live events.
import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
} from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../api/router.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: 1,
      refetchOnWindowFocus: true,
      // A list that is being narrowed keeps what it shows until the answer is there: no flicker.
      placeholderData: keepPreviousData,
    },
  },
});

export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/api/trpc' }),
      false: httpBatchLink({ url: '/api/trpc', maxURLLength: 6_000, maxItems: 20 }),
    }),
  ],
});

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export interface ToldError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** What a person is told about a failed request: the engine's own words, or that it can't be reached. */
export function readToldError(error: unknown): ToldError | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data = error.data as { told?: ToldError } | null | undefined;
  return data?.told ?? null;
}

/** True when the engine did not answer at all: what was typed stays, the banner says so. */
export function isConnectionError(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data == null;
}
