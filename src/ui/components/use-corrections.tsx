import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AmountRole, DateRole, PartyRole } from '../../domain/inspection.ts';
import { useTRPC } from '../app/door.ts';
import { useWords } from '../app/words.ts';
import { offerUndo } from './offer-undo.tsx';
import { tellError } from './tell-error.ts';

/** `was` alone strikes out, `now` alone adds, both put right. */
interface Change<T> {
  was?: T;
  now?: T;
}

export interface CorrectionInput {
  readonly documentId: number;
  readonly kind?: string;
  readonly title?: string;
  readonly documentDate?: string | null;
  readonly addIdentifiers?: { type: string; value: string; carrier?: string }[];
  readonly removeIdentifiers?: { type: string; value: string }[];
  readonly problems?: string[];
  readonly dates?: Change<{ role: DateRole; value: string }>[];
  readonly amounts?: Change<{ role: AmountRole; value: string; currency?: string }>[];
  readonly parties?: Change<{ role: PartyRole; name: string }>[];
  readonly parts?: { kind: string; fromPage: number }[];
  readonly confirm?: boolean;
}

export interface Corrections {
  readonly isBusy: boolean;
  /** Resolves with the ids to undo, or null when it failed (the person has been told). */
  correct(input: CorrectionInput, message: string): Promise<readonly number[] | null>;
  undo(corrections: readonly number[]): Promise<void>;
}

/** One notice with "undo" at a time; `onUndone` lets a screen go back to what was undone. */
export function useCorrections(onUndone?: (corrections: readonly number[]) => void): Corrections {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refresh = (): void => {
    // What is not on the screen must not come back with what was true before the correction.
    queries.removeQueries({ queryKey: trpc.documents.get.pathKey(), type: 'inactive' });
    void queries.invalidateQueries({ queryKey: trpc.documents.pathKey() });
    void queries.invalidateQueries({ queryKey: trpc.identifiers.pathKey() });
    void queries.invalidateQueries({ queryKey: trpc.archive.overview.queryKey() });
  };
  const correcting = useMutation(trpc.documents.correct.mutationOptions());
  const undoing = useMutation(trpc.documents.undoCorrections.mutationOptions());

  const undo = async (corrections: readonly number[]): Promise<void> => {
    notifications.hide('corrected');
    try {
      await undoing.mutateAsync({ corrections: [...corrections] });
      refresh();
      onUndone?.(corrections);
    } catch (error) {
      tellError(error, t);
    }
  };
  return {
    isBusy: correcting.isPending || undoing.isPending,
    undo,
    async correct(input, message) {
      try {
        const { corrections } = await correcting.mutateAsync(input);
        refresh();
        if (corrections.length > 0)
          offerUndo('corrected', message, t('uiDocuments.undo'), () => void undo(corrections));
        else notifications.hide('corrected');
        return corrections;
      } catch (error) {
        tellError(error, t);
        return null;
      }
    },
  };
}
