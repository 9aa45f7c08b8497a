// Where are files dropped or chosen, or a picture pasted, and how does one see that they will be taken?
import './drop-area.css';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileImport } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../app/words.ts';
import { type HandedIn, handInFiles, pickFiles } from './hand-in-files.ts';

export function DropArea({
  text,
  accept,
  isBusy,
  onFiles,
  children,
}: {
  readonly text: string;
  /** Types offered by the file dialog: ".eml,.msg". */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly HandedIn[]) => void;
  /** Further ways beside "choose files". */
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  const [isOver, setOver] = useState(false);
  const [isSending, setSending] = useState(false);
  const take = (work: Promise<HandedIn[]>): void => {
    setSending(true);
    work
      .then((files) => {
        if (files.length > 0) onFiles(files);
      })
      .catch((error: unknown) =>
        notifications.show({
          color: 'red',
          title: t('uiDesk.handInFailed'),
          message: error instanceof Error ? error.message : '',
        }),
      )
      .finally(() => setSending(false));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside
    <div
      className="cb-drop"
      data-over={isOver}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(handInFiles([...event.dataTransfer.files]));
      }}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        take(handInFiles(files));
      }}
    >
      <IconFileImport size={17} stroke={1.6} aria-hidden />
      <span style={{ flex: 1, minWidth: 180 }}>{text}</span>
      {children}
      <Button variant="default" loading={isBusy || isSending} onClick={() => take(pickFiles(accept))}>
        {t('uiDesk.chooseFiles')}
      </Button>
    </div>
  );
}
