// Which documents are bound into the case, in which order and with which captions?
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseDetail, CaseExhibit } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { offerUndo } from '../../components/offer-undo.tsx';
import { nameExhibitFor } from '../packs/pack-exhibits.tsx';
import { CoverEditor } from '../redaction/cover-editor.tsx';
import { ExhibitRow } from './exhibit-row.tsx';
import { useCaseChange } from './use-case-change.ts';

export function Exhibits({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const shared = useCaseChange(detail.number);
  /** The order while the engine has not answered yet; nothing can be lost by showing it. */
  const [moved, setMoved] = useState<readonly number[] | null>(null);
  const [covering, setCovering] = useState<CaseExhibit | null>(null);
  const settle = { onSettled: () => setMoved(null) };
  const order = useMutation(trpc.cases.orderExhibits.mutationOptions({ ...shared, ...settle }));
  const detach = useMutation(trpc.cases.detach.mutationOptions(shared));
  const attach = useMutation(trpc.cases.attach.mutationOptions(shared));
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  if (detail.exhibits.length === 0) {
    return (
      <EmptyState
        icon={<IconPaperclip size={32} stroke={1.3} />}
        title={t('uiCases.noExhibits')}
        hint={t('uiCases.noExhibitsHint')}
      >
        <Button component={Link} to={`/cases/${detail.number}` as '/'} variant="default">
          {t('uiCases.toChecklist')}
        </Button>
      </EmptyState>
    );
  }
  const byId = new Map(detail.exhibits.map((e) => [e.id, e]));
  const shown =
    moved === null
      ? detail.exhibits
      : moved.map((id) => byId.get(id)).filter((e): e is CaseExhibit => e !== undefined);
  const ids = shown.map((e) => e.id);
  const labelOf = (id: string | number): string => byId.get(Number(id))?.label ?? '';
  const end = ({ active, over }: DragEndEvent): void => {
    if (over === null || active.id === over.id) return;
    const next = arrayMove(ids, ids.indexOf(Number(active.id)), ids.indexOf(Number(over.id)));
    setMoved(next);
    order.mutate({ case: detail.number, exhibits: next });
  };
  const remove = (exhibit: CaseExhibit): void => {
    const before = detail.exhibits.map((e) => e.document.id);
    detach.mutate(
      { case: detail.number, exhibits: [exhibit.id] },
      {
        onSuccess: () =>
          offerUndo(
            'exhibit-removed',
            t('uiCases.exhibitRemoved', { name: exhibit.document.title || exhibit.document.fileName }),
            t('uiCases.undo'),
            () =>
              attach.mutate(
                {
                  case: detail.number,
                  documents: [
                    {
                      documentId: exhibit.document.id,
                      caption: exhibit.caption,
                      roleKind: exhibit.roleKind,
                    },
                  ],
                },
                {
                  // It comes back where it stood, not at the end.
                  onSuccess: (answer) =>
                    order.mutate({
                      case: detail.number,
                      exhibits: [...answer.exhibits]
                        .sort((a, b) => placeOf(before, a) - placeOf(before, b))
                        .map((e) => e.id),
                    }),
                },
              ),
          ),
      },
    );
  };
  return (
    <div className="cb-wide">
      <p className="cb-quiet" style={{ margin: '0 0 10px' }}>
        {t('uiCases.exhibitsHint')}
      </p>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={end}
        accessibility={{
          screenReaderInstructions: { draggable: t('uiCases.dragHow') },
          announcements: {
            onDragStart: ({ active }) => t('uiCases.dragStart', { label: labelOf(active.id) }),
            onDragOver: ({ over }) =>
              over === null ? '' : t('uiCases.dragOver', { label: labelOf(over.id) }),
            onDragEnd: ({ active }) => t('uiCases.dragEnd', { label: labelOf(active.id) }),
            onDragCancel: () => t('uiCases.dragCancel'),
          },
        }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          {shown.map((exhibit, index) => (
            <ExhibitRow
              key={exhibit.id}
              exhibit={exhibit}
              label={`E${String(index + 1).padStart(2, '0')}`}
              caseNumber={detail.number}
              onCover={() => setCovering(exhibit)}
              onRemove={() => remove(exhibit)}
            />
          ))}
        </SortableContext>
      </DndContext>
      {covering === null ? null : (
        <CoverEditor
          documentId={covering.document.id}
          title={`${covering.label} ${nameExhibitFor(covering)}`}
          onClose={() => setCovering(null)}
        />
      )}
    </div>
  );
}

/** Where the document stood before; newcomers come last. */
function placeOf(before: readonly number[], exhibit: CaseExhibit): number {
  const index = before.indexOf(exhibit.document.id);
  return index < 0 ? before.length : index;
}
