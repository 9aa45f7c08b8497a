// What just happened in the engine, for everyone who listens: numbered, so that a listener can resume where it stopped.

export type EngineEvent =
  | {
      readonly type: 'document_filed';
      readonly documentId: number;
      readonly path: string;
      readonly kind: string;
      readonly isNew: boolean;
    }
  | { readonly type: 'document_changed'; readonly documentId: number }
  | {
      readonly type: 'location_changed';
      readonly locationId: number;
      readonly state: string;
      readonly path: string;
    }
  | { readonly type: 'folder_changed'; readonly folderId: number; readonly state: string }
  | {
      readonly type: 'intake_progress';
      readonly found: number;
      readonly pending: number;
      readonly filed: number;
      readonly pendingOcr: number;
    }
  | {
      readonly type: 'job_changed';
      readonly jobId: number;
      readonly state: string;
      readonly done: number;
      readonly total: number;
      readonly phase: string;
    }
  | { readonly type: 'case_changed'; readonly caseFileId: number }
  | { readonly type: 'account_changed' }
  /** A person corrected a deadline rule or a problem type, or took that back. */
  | { readonly type: 'rules_changed' }
  | { readonly type: 'setting_changed'; readonly key: string }
  | {
      readonly type: 'notice';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

export interface NumberedEvent {
  readonly sequence: number;
  readonly event: EngineEvent;
}

export interface EventFeed {
  emit(event: EngineEvent): void;
  /** Calls `listener` for each later event; returns how to stop. */
  subscribe(listener: (event: NumberedEvent) => void): () => void;
  /** Events after `sequence` still remembered; null when some of them are already forgotten (reload everything). */
  since(sequence: number): readonly NumberedEvent[] | null;
  readonly lastSequence: number;
}

const REMEMBERED_EVENTS = 2_000;

/** Creates a feed. Sequence numbers start at `firstSequence`, so that two runs of the engine can't be confused. */
export function createEventFeed(firstSequence: number, onListenerError: (error: unknown) => void): EventFeed {
  const listeners = new Set<(event: NumberedEvent) => void>();
  const remembered: NumberedEvent[] = [];
  let sequence = firstSequence;
  return {
    emit(event) {
      const numbered = { sequence: ++sequence, event };
      remembered.push(numbered);
      if (remembered.length > REMEMBERED_EVENTS) remembered.splice(0, REMEMBERED_EVENTS / 2);
      for (const listener of listeners) {
        try {
          listener(numbered);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since(after) {
      if (after >= sequence) return after === sequence ? [] : null;
      const first = remembered[0];
      if (first === undefined || first.sequence > after + 1) return null;
      return remembered.filter((e) => e.sequence > after);
    },
    get lastSequence() {
      return sequence;
    },
  };
}
