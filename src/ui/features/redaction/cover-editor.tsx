// What on a document is to be covered for a consultant: suggested, drawn, looked at, kept as a checked copy?
import './cover.css';
import { Button, Loader, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconCircleCheck, IconWand } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RedactionBox } from '../../../engine/store/schema/cases.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Notice } from '../../components/notice.tsx';
import { tellError } from '../../components/tell-error.ts';
import { BoxList } from './box-list.tsx';
import { CoverPage } from './cover-page.tsx';
import { ReadScan } from './read-scan.tsx';

export function CoverEditor({
  documentId,
  title,
  onClose,
}: {
  readonly documentId: number;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const view = useQuery({ ...trpc.redactions.view.queryOptions({ documentId }), staleTime: 0 });
  const [boxes, setBoxes] = useState<readonly RedactionBox[] | null>(null);
  const [page, setPage] = useState(1);
  const [words, setWords] = useState('');
  const saved = view.data?.latest ?? null;
  useEffect(() => {
    if (boxes === null && view.data !== undefined) setBoxes(view.data.latest?.boxes ?? []);
  }, [boxes, view.data]);
  const suggest = useMutation(
    trpc.redactions.suggest.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (found) => setBoxes((before) => addNew(before ?? [], found.boxes)),
    }),
  );
  const save = useMutation(
    trpc.redactions.save.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => void queries.invalidateQueries({ queryKey: trpc.redactions.pathKey() }),
    }),
  );
  const shown = boxes ?? [];
  const pages = view.data?.pageCount ?? 1;
  const isKept = save.isSuccess || (saved?.byPerson === true && sameBoxes(saved.boxes, shown));
  const isPdf = view.data?.mediaType === 'application/pdf';
  /** Pages that show something and hold no text: of a PDF once it was looked through, of a picture all. */
  const unseen = isPdf ? (suggest.data?.unseenPages ?? []) : countUp(pages);
  const change = (next: (before: readonly RedactionBox[]) => readonly RedactionBox[]): void => {
    save.reset();
    setBoxes((before) => next(before ?? []));
  };
  return (
    <Dialog opened onClose={onClose} title={t('uiPacks.coverTitle', { title })} size="min(1180px, 96vw)">
      {view.isError ? (
        <ErrorNote error={view.error} onRetry={() => void view.refetch()} />
      ) : view.data === undefined ? (
        <Loader size="sm" className="cb-late" m="auto" />
      ) : !view.data.canCover ? (
        <Notice color="gray" title={t('uiPacks.coverText')}>
          {t('uiPacks.coverTextHint')}
        </Notice>
      ) : (
        <div className="cb-cover">
          <div className="cb-cover-stage">
            <CoverPage
              key={page}
              documentId={documentId}
              page={page}
              boxes={shown}
              onAdd={(box) => change((before) => [...before, box])}
              onRemove={(index) => change((before) => before.filter((_, at) => at !== index))}
            />
            {pages <= 1 ? null : (
              <div className="cb-cover-pager">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('uiPacks.coverBefore')}
                  disabled={page <= 1}
                  onClick={() => setPage(page - 1)}
                >
                  <IconChevronLeft size={16} />
                </Button>
                <span>{t('uiDocuments.pageOf', { page, count: pages })}</span>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('uiPacks.coverNext')}
                  disabled={page >= pages}
                  onClick={() => setPage(page + 1)}
                >
                  <IconChevronRight size={16} />
                </Button>
              </div>
            )}
          </div>
          <div className="cb-cover-side">
            <div className="cb-quiet">{t('uiPacks.coverHint')}</div>
            <div style={{ display: 'grid', gap: 8 }}>
              <TextInput
                label={t('uiPacks.coverWords')}
                placeholder={t('uiPacks.coverWordsHint')}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
              {view.data.mediaType === 'application/pdf' ? (
                <Button
                  variant="default"
                  leftSection={<IconWand size={15} stroke={1.6} />}
                  loading={suggest.isPending}
                  onClick={() => suggest.mutate({ documentId, words: splitWords(words) })}
                >
                  {t('uiPacks.coverSuggest')}
                </Button>
              ) : (
                <div className="cb-quiet">{t('uiPacks.coverPicture')}</div>
              )}
              {unseen.length === 0 ? null : (
                <ReadScan
                  key={unseen.join(' ')}
                  documentId={documentId}
                  pages={unseen}
                  words={splitWords(words)}
                  onFound={(found) => change((before) => addNew(before, found))}
                />
              )}
            </div>
            <BoxList
              boxes={shown}
              onShow={setPage}
              onRemove={(index) => change((before) => before.filter((_, at) => at !== index))}
            />
            <div className="cb-cover-foot">
              {isKept ? (
                <div style={{ display: 'flex', gap: 6, color: 'var(--cb-have)' }} role="status">
                  <IconCircleCheck size={16} style={{ flex: 'none', marginTop: 1 }} aria-hidden />
                  {t('uiPacks.coverKept')}
                </div>
              ) : null}
              {isKept && (save.data ?? saved) !== null ? (
                <CopyText value={(save.data ?? saved)?.copySha256 ?? ''} label={t('uiPacks.coverCopy')} />
              ) : null}
              <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
                <Button variant="default" onClick={onClose}>
                  {t('uiPacks.close')}
                </Button>
                <Button
                  loading={save.isPending}
                  disabled={isKept}
                  onClick={() => save.mutate({ documentId, boxes: [...shown] })}
                >
                  {t(shown.length === 0 ? 'uiPacks.coverNothing' : 'uiPacks.coverSave')}
                </Button>
              </div>
            </div>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function countUp(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function splitWords(text: string): string[] {
  return text
    .split(/[,，;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word.length >= 2);
}

/** A suggestion that lies where a box lies already is no second box. */
function addNew(before: readonly RedactionBox[], found: readonly RedactionBox[]): RedactionBox[] {
  const isKnown = (box: RedactionBox): boolean =>
    before.some(
      (one) =>
        one.page === box.page &&
        Math.abs(one.x - box.x) + Math.abs(one.y - box.y) + Math.abs(one.width - box.width) < 0.004,
    );
  return [...before, ...found.filter((box) => !isKnown(box))].sort((a, b) => a.page - b.page || a.y - b.y);
}

function sameBoxes(a: readonly RedactionBox[], b: readonly RedactionBox[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
