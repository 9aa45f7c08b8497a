// Which messages of Amazon lie in the watched folders that no case knows yet?
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReceivedMessage } from '../../../engine/cases/receive-message.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { offerUndo } from '../../components/offer-undo.tsx';
import { tellError } from '../../components/tell-error.ts';
import { MessageReview } from './message-review.tsx';

const SHOWN = 5;

export function WaitingMessages() {
  const { t, kind } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isWhole, setWhole] = useState(false);
  const [reading, setReading] = useState<number | null>(null);
  const [received, setReceived] = useState<ReceivedMessage | null>(null);
  const waiting = useQuery(trpc.messages.waiting.queryOptions({ limit: 100 }));
  const refresh = () => void queries.invalidateQueries({ queryKey: trpc.messages.pathKey() });
  const receive = useMutation(
    trpc.messages.receive.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (messages) => setReceived((messages[0] as ReceivedMessage | undefined) ?? null),
      onSettled: () => setReading(null),
    }),
  );
  const restore = useMutation(trpc.messages.setAside.mutationOptions({ onSuccess: refresh }));
  const setAside = useMutation(
    trpc.messages.setAside.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (_, { documentIds }) => {
        refresh();
        offerUndo('set-aside', t('uiDesk.setAsideDone'), t('uiCases.undo'), () =>
          restore.mutate({ documentIds, aside: false }),
        );
      },
    }),
  );
  const documents = waiting.data?.documents ?? [];
  const shown = isWhole ? documents : documents.slice(0, SHOWN);
  return (
    <>
      {documents.length === 0 ? null : (
        <section aria-label={t('uiDesk.waiting')} style={{ marginTop: 10 }}>
          <h2 style={{ fontSize: 12.5, fontWeight: 600, margin: '0 0 2px' }}>
            {t('uiDesk.waiting')} <span className="cb-quiet">{waiting.data?.total ?? 0}</span>
          </h2>
          {shown.map((document) => (
            <div key={document.id} className="cb-message-line">
              <span className="cb-quiet" style={{ fontVariantNumeric: 'tabular-nums' }}>
                {document.date ?? ''}
              </span>
              <Link
                to="/documents/$documentId"
                params={{ documentId: String(document.id) }}
                className="cb-link cb-truncate"
              >
                {document.title || document.fileName}
              </Link>
              <span className="cb-quiet cb-truncate">{kind(document.kind)}</span>
              <Button
                size="compact-xs"
                variant="default"
                loading={reading === document.id}
                onClick={() => {
                  setReading(document.id);
                  receive.mutate({ documentIds: [document.id] });
                }}
              >
                {t('uiDesk.toCase')}
              </Button>
              <Tooltip label={t('uiDesk.setAside')}>
                <ActionIcon
                  aria-label={t('uiDesk.setAside')}
                  onClick={() => setAside.mutate({ documentIds: [document.id] })}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Tooltip>
            </div>
          ))}
          {documents.length > SHOWN ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!isWhole)}>
              {isWhole ? t('uiDesk.showFewer') : t('uiDesk.showAll', { count: documents.length })}
            </Button>
          ) : null}
        </section>
      )}
      {received === null ? null : (
        <MessageReview key={received.message} message={received} left={0} onDone={() => setReceived(null)} />
      )}
    </>
  );
}
