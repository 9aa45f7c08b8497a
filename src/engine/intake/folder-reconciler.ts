// Who compares a folder with the archive, one comparison per folder at a time, and remembers what could not be looked at?
import type { EngineContext } from '../engine-context.ts';
import type { FolderDifferences } from './compare-folder.ts';
import type { WalkProblem } from './find-files.ts';
import type { Finder } from './finder.ts';
import { applyDifferences, type ReconcileFolder, type ReconcileResult } from './reconcile.ts';

/** Programs save by deleting and writing anew: a loss counts only when it lasts this long (pitfalls.md 3.7). */
const LOSS_GRACE_MS = 2_000;

export interface ReconcileOptions {
  /** Relative folders to look at; null: everything. */
  readonly folders: readonly string[] | null;
  /** While watching live, a loss must last before it counts. */
  readonly grace: boolean;
  readonly signal?: AbortSignal;
}

export interface ReconcileOutcome extends ReconcileResult {
  /** Files that seem lost but may be in the middle of a save: look again after so long. */
  readonly lookAgainInMs?: number;
}

export interface FolderReconciler {
  reconcile(folder: ReconcileFolder, options: ReconcileOptions): Promise<ReconcileOutcome>;
  /** What the last whole comparison could not look at. */
  problemsOf(folderId: number): readonly WalkProblem[];
}

export function createFolderReconciler(
  context: EngineContext,
  finder: Finder,
  monotonicMs: () => number,
): FolderReconciler {
  const problems = new Map<number, readonly WalkProblem[]>();
  const goneSinceMs = new Map<number, number>();
  const tails = new Map<number, Promise<unknown>>();

  /** Splits the losses: those that lasted, and how long to wait for the others. */
  function applyGrace(differences: FolderDifferences): {
    differences: FolderDifferences;
    waitMs: number | undefined;
  } {
    const atMs = monotonicMs();
    let waitMs: number | undefined;
    const gone = differences.gone.filter((id) => {
      const sinceMs = goneSinceMs.get(id);
      if (sinceMs === undefined) goneSinceMs.set(id, atMs);
      const leftMs = LOSS_GRACE_MS - (atMs - (sinceMs ?? atMs));
      if (leftMs <= 0) {
        goneSinceMs.delete(id);
        return true;
      }
      waitMs = Math.max(waitMs ?? 0, leftMs);
      return false;
    });
    return { differences: { ...differences, gone }, waitMs };
  }

  /** Ids that came back in time need no memory; forgetting late ones costs one more wait. */
  function forgetOldGrace(): void {
    const oldMs = monotonicMs() - LOSS_GRACE_MS * 10;
    for (const [id, sinceMs] of goneSinceMs) if (sinceMs < oldMs) goneSinceMs.delete(id);
  }

  async function compareAndApply(
    folder: ReconcileFolder,
    options: ReconcileOptions,
  ): Promise<ReconcileOutcome> {
    const found = await finder.find(folder, options.folders, options.signal);
    const isWhole = options.folders === null;
    if (isWhole && found.reachable) problems.set(folder.id, found.problems);
    forgetOldGrace();
    const { differences, waitMs } = options.grace
      ? applyGrace(found)
      : { differences: found, waitMs: undefined };
    const result = await applyDifferences(context, folder, differences, {
      isWhole,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    return waitMs === undefined ? result : { ...result, lookAgainInMs: waitMs + 50 };
  }

  return {
    reconcile(folder, options) {
      const before = tails.get(folder.id) ?? Promise.resolve();
      const outcome = before.then(() => compareAndApply(folder, options));
      tails.set(
        folder.id,
        outcome.catch(() => undefined),
      );
      return outcome;
    },
    problemsOf: (folderId) => problems.get(folderId) ?? [],
  };
}
