// How is an own note taken off the timeline, and brought back when that was a slip?
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { offerUndo } from '../../components/offer-undo.tsx';
import { useCaseChange } from './use-case-change.ts';

export function RemoveNote({
  caseNumber,
  eventId,
}: {
  readonly caseNumber: string;
  readonly eventId: number;
}) {
  const { t } = useWords();
  const trpc = useTRPC();
  const shared = useCaseChange(caseNumber);
  const restore = useMutation(trpc.cases.restoreNote.mutationOptions(shared));
  const remove = useMutation(
    trpc.cases.removeNote.mutationOptions({
      ...shared,
      onSuccess: (detail) => {
        shared.onSuccess(detail);
        offerUndo('note-removed', t('uiCases.noteRemoved'), t('uiCases.undo'), () =>
          restore.mutate({ case: caseNumber, eventId }),
        );
      },
    }),
  );
  return (
    <Tooltip label={t('uiCases.removeNote')}>
      <ActionIcon
        aria-label={t('uiCases.removeNote')}
        loading={remove.isPending}
        onClick={() => remove.mutate({ case: caseNumber, eventId })}
      >
        <IconTrash size={15} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}
