// How does a mail, a screenshot or a copied text get into the program, and onto which case?
import { Button, Textarea } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReceivedMessage } from '../../../engine/cases/receive-message.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../../components/dialog.tsx';
import { DropArea } from '../../components/drop-area.tsx';
import { tellError } from '../../components/tell-error.ts';
import { MessageReview } from './message-review.tsx';

const ACCEPT = '.eml,.msg,.emlx,.html,.htm,.txt,.pdf,.png,.jpg,.jpeg,.webp,.heic';

/** `caseNumber` is the case on screen: a message that names no other goes there. */
export function MessageIntake({ caseNumber }: { readonly caseNumber?: string }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const [isPasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [received, setReceived] = useState<readonly ReceivedMessage[]>([]);
  const receive = useMutation(
    trpc.messages.receive.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (messages) => {
        setPasting(false);
        setPasted('');
        setReceived(messages as readonly ReceivedMessage[]);
      },
    }),
  );
  const about = caseNumber === undefined ? {} : { case: caseNumber };
  return (
    <>
      <DropArea
        text={t('uiDesk.dropMessage')}
        accept={ACCEPT}
        isBusy={receive.isPending}
        onFiles={(files) => receive.mutate({ grants: files.map((file) => file.grant), ...about })}
      >
        <Button
          variant="default"
          leftSection={<IconClipboardText size={15} stroke={1.6} />}
          onClick={() => setPasting(true)}
        >
          {t('uiDesk.pasteText')}
        </Button>
      </DropArea>
      {isPasting ? (
        <Dialog opened onClose={() => setPasting(false)} title={t('uiDesk.pasteText')} size={640}>
          <Textarea
            label={t('uiDesk.pasteLabel')}
            description={t('uiDesk.pasteHint')}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
            autosize
            minRows={10}
            maxRows={22}
            maxLength={200_000}
            data-autofocus
          />
          <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 12 }}>
            <Button variant="default" onClick={() => setPasting(false)}>
              {t('uiCases.cancel')}
            </Button>
            <Button
              loading={receive.isPending}
              disabled={pasted.trim() === ''}
              onClick={() => receive.mutate({ text: pasted, ...about })}
            >
              {t('uiDesk.readIt')}
            </Button>
          </div>
        </Dialog>
      ) : null}
      {received[0] === undefined ? null : (
        <MessageReview
          key={received[0].message}
          message={received[0]}
          left={received.length - 1}
          onDone={() => setReceived((all) => all.slice(1))}
        />
      )}
    </>
  );
}
