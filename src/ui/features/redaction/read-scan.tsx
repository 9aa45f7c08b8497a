// How are boxes suggested on pages without text: read from their pictures one after the other, followed and stopped?
import { Button, Progress } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { RedactionBox } from '../../../engine/store/schema/cases.ts';
import { trpcClient } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';

export function ReadScan({
  documentId,
  pages,
  words,
  onFound,
}: {
  readonly documentId: number;
  /** Pages that no text was found on, 1-based. */
  readonly pages: readonly number[];
  readonly words: readonly string[];
  readonly onFound: (boxes: readonly RedactionBox[]) => void;
}) {
  const { t } = useWords();
  const [done, setDone] = useState<number | null>(null);
  const [blank, setBlank] = useState<readonly number[]>([]);
  const [isOver, setIsOver] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const read = async (): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    const unread: number[] = [];
    setIsOver(false);
    setDone(0);
    try {
      for (const [index, page] of pages.entries()) {
        const found = await trpcClient.redactions.suggestOnScan.mutate(
          { documentId, page, words: [...words] },
          { signal: controller.signal },
        );
        if (controller.signal.aborted) return;
        if (!found.wasRead) unread.push(page);
        onFound(found.boxes);
        setDone(index + 1);
      }
      setBlank(unread);
      setIsOver(true);
    } catch (error) {
      if (!controller.signal.aborted) tellError(error, t);
    } finally {
      if (running.current === controller) running.current = null;
      setDone(null);
    }
  };

  if (done !== null)
    return (
      <div style={{ display: 'grid', gap: 6 }} role="status">
        <span className="cb-quiet">
          {t('uiPacks.coverReading', { page: Math.min(done + 1, pages.length), count: pages.length })}
        </span>
        <Progress
          value={(100 * done) / pages.length}
          animated
          aria-label={t('uiPacks.coverReading', { page: done + 1, count: pages.length })}
        />
        <Button variant="default" size="compact-sm" onClick={() => running.current?.abort()}>
          {t('uiPacks.coverStop')}
        </Button>
      </div>
    );
  return (
    <div style={{ display: 'grid', gap: 6 }}>
      {isOver ? null : (
        <div style={{ color: 'var(--cb-weak)' }}>{t('uiPacks.coverUnseen', { pages: shortList(pages) })}</div>
      )}
      <Button variant="default" leftSection={<IconScan size={15} stroke={1.6} />} onClick={() => void read()}>
        {t('uiPacks.coverRead')}
      </Button>
      {!isOver ? null : (
        <div className="cb-quiet" role="status">
          {blank.length === 0
            ? t('uiPacks.coverReadDone')
            : t('uiPacks.coverReadBlank', { pages: shortList(blank) })}
        </div>
      )}
    </div>
  );
}

function shortList(pages: readonly number[]): string {
  return pages.length <= 12 ? pages.join(', ') : `${pages.slice(0, 12).join(', ')} …`;
}
