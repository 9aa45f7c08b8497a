// How does a person take a value along exactly as it is?
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../app/words.ts';

/** The value itself, with a small button that copies it. */
export function CopyText({
  value,
  label,
  mono = true,
  shown,
}: {
  readonly value: string;
  /** What is copied, for screen readers: "Case ID". */
  readonly label: string;
  readonly mono?: boolean;
  readonly shown?: string;
}) {
  const { t } = useWords();
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 2, minWidth: 0, maxWidth: '100%' }}>
      <span className={mono ? 'cb-mono cb-truncate' : ''} title={shown === undefined ? undefined : value}>
        {shown ?? value}
      </span>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={t(copied ? 'uiCases.copied' : 'uiCases.copy')}>
            <ActionIcon size="sm" onClick={copy} aria-label={`${t('uiCases.copy')}: ${label}`}>
              {copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
