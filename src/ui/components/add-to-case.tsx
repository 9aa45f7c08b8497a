// Into which case do these documents go? One button with the open cases.
import { Button, Menu, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBriefcase } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../app/door.ts';
import { useWords } from '../app/words.ts';
import { tellError } from './tell-error.ts';

export function AddToCase({
  documentIds,
  onAdded,
  variant = 'default',
}: {
  readonly documentIds: readonly number[];
  readonly onAdded?: () => void;
  readonly variant?: 'default' | 'filled';
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const [filter, setFilter] = useState('');
  const cases = useQuery({ ...trpc.cases.list.queryOptions({ open: true }), enabled: opened });
  const attach = useMutation(
    trpc.cases.attach.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (_case, { case: number }) => {
        onAdded?.();
        notifications.show({
          id: 'added-to-case',
          message: t('uiDocuments.addedToCase', { count: documentIds.length, case: String(number) }),
          onClick: () => void navigate({ to: '/cases/$caseNumber', params: { caseNumber: String(number) } }),
          style: { cursor: 'pointer' },
        });
      },
    }),
  );
  const word = filter.trim().toLowerCase();
  const shown = (cases.data ?? []).filter((c) =>
    `${c.number} ${c.caseId ?? ''} ${c.title} ${pick(c.problemName)}`.toLowerCase().includes(word),
  );
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={340} shadow="md">
      <Menu.Target>
        <Button
          variant={variant}
          leftSection={<IconBriefcase size={15} stroke={1.6} />}
          disabled={documentIds.length === 0}
          loading={attach.isPending}
        >
          {t('uiDocuments.addToCase')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <TextInput
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          placeholder={t('uiDocuments.findCase')}
          aria-label={t('uiDocuments.findCase')}
          p={4}
          data-autofocus
        />
        <div style={{ maxHeight: 300, overflowY: 'auto' }}>
          {shown.map((c) => (
            <Menu.Item
              key={c.id}
              onClick={() =>
                attach.mutate({
                  case: c.number,
                  documents: documentIds.map((documentId) => ({ documentId })),
                })
              }
            >
              <div className="cb-truncate" style={{ maxWidth: 310 }}>
                <span className="cb-mono cb-quiet">{c.number}</span> {c.title || pick(c.problemName)}
              </div>
            </Menu.Item>
          ))}
          {cases.data !== undefined && shown.length === 0 ? (
            <div className="cb-quiet" style={{ padding: '10px 12px' }}>
              {t('uiDocuments.noOpenCase')}
            </div>
          ) : null}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
