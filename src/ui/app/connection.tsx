// Is the engine there, and what has just happened in it? One event stream that refreshes what is shown.
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { EngineEvent } from '../../engine/event-feed.ts';
import { trpcClient, useTRPC } from './door.ts';

/** "signed_out": the program runs again, but does not know this page any more. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'signed_out';

const RETRY_MS = 2_000;

interface Connection {
  readonly state: ConnectionState;
  /** Hear every event of the engine while the component lives. */
  listen(listener: (event: EngineEvent) => void): () => void;
}

const ConnectionContext = createContext<Connection>({ state: 'connecting', listen: () => () => undefined });

/** Refreshing more often than this would only make the page flicker (pitfalls 2.7 #4). */
const REFRESH_INTERVAL_MS = 300;

export function useConnection(): Connection {
  return useContext(ConnectionContext);
}

/** Calls `listener` for each engine event while the component is shown. */
export function useEngineEvents(listener: (event: EngineEvent) => void): void {
  const { listen } = useConnection();
  const current = useRef(listener);
  current.current = listener;
  useEffect(() => listen((event) => current.current(event)), [listen]);
}

export function ConnectionProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<ConnectionState>('connecting');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const listeners = useRef(new Set<(event: EngineEvent) => void>());

  useEffect(() => {
    const pending = new Set<readonly unknown[]>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = (...keys: readonly (readonly unknown[])[]): void => {
      for (const key of keys) pending.add(key);
      timer ??= setTimeout(() => {
        timer = undefined;
        const keysNow = [...pending];
        pending.clear();
        for (const key of keysNow) void queries.invalidateQueries({ queryKey: key });
      }, REFRESH_INTERVAL_MS);
    };
    let wasLost = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const lose = (): void => {
      wasLost = true;
      setState((now) => (now === 'signed_out' ? now : 'lost'));
    };
    const regain = (): void => {
      setState('connected');
      // Events may have been missed meanwhile.
      if (wasLost) void queries.invalidateQueries();
      wasLost = false;
    };
    const subscribe = () =>
      trpcClient.archive.events.subscribe(undefined, {
        onStarted: regain,
        onConnectionStateChange: (change) => {
          if (change.state === 'connecting' && change.error !== null) lose();
          if (change.state === 'pending') regain();
        },
        // The browser gives up for good when it is refused: asked again by hand, with the reason looked up.
        onError: () => {
          lose();
          retry = setTimeout(() => {
            void isSignedOut().then((signedOut) => {
              if (signedOut) setState('signed_out');
              subscription.unsubscribe();
              subscription = subscribe();
            });
          }, RETRY_MS);
        },
        onData: ({ data }) => {
          setState('connected');
          if (data.type === 'reload') {
            void queries.invalidateQueries();
            return;
          }
          refresh(...keysOf(trpc, data));
          for (const listener of listeners.current) listener(data);
        },
      });
    let subscription = subscribe();
    return () => {
      clearTimeout(timer);
      clearTimeout(retry);
      subscription.unsubscribe();
    };
  }, [queries, trpc]);

  const value = useMemo<Connection>(
    () => ({
      state,
      listen(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [state],
  );
  return <ConnectionContext value={value}>{children}</ConnectionContext>;
}

/** The door refuses pages whose session it does not know, for example after the program was started anew. */
async function isSignedOut(): Promise<boolean> {
  try {
    return (await fetch('/api/trpc/settings.all')).status === 403;
  } catch {
    return false;
  }
}

function keysOf(trpc: ReturnType<typeof useTRPC>, event: EngineEvent): (readonly unknown[])[] {
  const overview = trpc.archive.overview.queryKey();
  switch (event.type) {
    case 'document_filed':
    case 'document_changed':
      return [overview, trpc.documents.pathKey(), trpc.identifiers.pathKey()];
    case 'location_changed':
      return [overview, trpc.intake.pathKey()];
    case 'folder_changed':
      // Files that went or came back change what their documents can show.
      return [overview, trpc.folders.pathKey(), trpc.intake.pathKey(), trpc.documents.pathKey()];
    case 'intake_progress':
      return [overview, trpc.intake.status.queryKey()];
    case 'job_changed':
      return [
        trpc.jobs.pathKey(),
        ...(event.state === 'running'
          ? []
          : [
              overview,
              trpc.packs.pathKey(),
              trpc.archive.pathKey(),
              trpc.weekly.pathKey(),
              trpc.health.pathKey(),
              trpc.reports.pathKey(),
              trpc.identifiers.pathKey(),
              trpc.cases.pathKey(),
            ]),
      ];
    case 'case_changed':
      return [overview, trpc.cases.pathKey(), trpc.packs.pathKey()];
    case 'account_changed':
      return [trpc.accounts.pathKey(), trpc.health.pathKey(), trpc.weekly.pathKey()];
    case 'rules_changed':
      return [trpc.cases.pathKey(), trpc.weekly.pathKey(), trpc.work.pathKey()];
    case 'setting_changed':
      return [trpc.settings.pathKey()];
    case 'notice':
      return [];
  }
}
