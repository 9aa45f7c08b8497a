// What was found and not understood, one item at a time?
import '../document/document.css';
import './inbox.css';
import { Button, Loader } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { useCorrections } from '../../components/use-corrections.tsx';
import { DocumentPreview } from '../document/preview/document-preview.tsx';
import { InboxItem } from './inbox-item.tsx';
import { useInboxQueue } from './use-inbox-queue.ts';

export function Inbox() {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const queue = useInboxQueue();
  const corrections = useCorrections(queue.reopen);
  const { currentId, nextId } = queue;
  const current = useQuery({
    ...trpc.documents.get.queryOptions({ id: currentId ?? 1 }),
    enabled: currentId !== undefined,
    placeholderData: undefined,
  });
  useEffect(() => {
    if (nextId !== undefined) void queries.prefetchQuery(trpc.documents.get.queryOptions({ id: nextId }));
  }, [nextId, queries, trpc]);
  const last = queue.done.at(-1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !isTyping && last !== undefined) {
        event.preventDefault();
        void corrections.undo(last.corrections);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [last, corrections]);

  return (
    <>
      <header className="cb-page-head">
        <h1 className="cb-page-title">{t('uiDocuments.inboxTitle')}</h1>
        {queue.isPending ? null : (
          <span className="cb-quiet" role="status">
            {t('uiDocuments.inboxLeft', { count: queue.left.toLocaleString() })}
            {queue.done.length > 0 ? ` · ${t('uiDocuments.inboxDone', { count: queue.done.length })}` : ''}
          </span>
        )}
        <span style={{ flex: 1 }} />
        {last === undefined ? null : (
          <Button variant="subtle" color="gray" onClick={() => void corrections.undo(last.corrections)}>
            {t('uiDocuments.undo')}
          </Button>
        )}
        <span className="cb-quiet" style={{ fontSize: 12 }}>
          {t('uiDocuments.keysHint')}
        </span>
      </header>
      {queue.error !== null ? (
        <ErrorNote error={queue.error} onRetry={queue.refetch} />
      ) : currentId === undefined && !queue.isPending ? (
        <EmptyState
          icon={<IconCircleCheck size={36} stroke={1.2} />}
          title={t('uiDocuments.inboxEmpty')}
          hint={t('uiDocuments.inboxEmptyHint')}
        >
          <Button variant="default" renderRoot={(props) => <Link to="/documents" {...props} />}>
            {t('uiDocuments.toDocuments')}
          </Button>
        </EmptyState>
      ) : current.data === undefined ? (
        <Loader size="sm" className="cb-late" m="auto" />
      ) : (
        <div className="cb-inbox">
          <DocumentPreview document={current.data} />
          <InboxItem
            key={current.data.id}
            document={current.data}
            corrections={corrections}
            onDone={(made) => queue.finish(current.data.id, made)}
            onSkip={() => queue.skip(current.data.id)}
          />
        </div>
      )}
    </>
  );
}
