// What is written to Amazon: English to send, Chinese for the team, and what is still wrong with it?
import { Button, CopyButton, Menu, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconCopy, IconFileTypeDocx, IconSparkles } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import { readToldError, useTRPC, useTRPCClient } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { Notice } from '../../components/notice.tsx';
import { saveBytes } from '../../components/save-file.ts';
import { tellError } from '../../components/tell-error.ts';
import { readDraft, type StatementDraft, writeDraft } from './statement-draft.ts';
import { StatementLints } from './statement-lints.tsx';
import { useCaseChange } from './use-case-change.ts';

const FORMS = ['case', 'appeal', 'appeal_in_error', 'follow_up', 'technical', 'claim_response'] as const;

export function StatementEditor({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const shared = useCaseChange(detail.number);
  const [draft, setDraft] = useState<StatementDraft | null>(() => readDraft(detail.number));
  const [before, setBefore] = useState<StatementDraft | null>(null);
  const shown = draft ?? { ...detail.statement, revision: detail.revision };
  const isDirty =
    shown.subject !== detail.statement.subject ||
    shown.text !== detail.statement.text ||
    shown.textZh !== detail.statement.textZh;

  const edit = (change: Partial<StatementDraft>): void => {
    const next = { ...shown, ...change };
    setDraft(next);
    writeDraft(detail.number, next);
  };
  const forget = (): void => {
    setDraft(null);
    writeDraft(detail.number, null);
  };
  const save = useMutation(
    trpc.cases.change.mutationOptions({
      onSuccess: (answer) => {
        shared.onSuccess(answer);
        forget();
        setBefore(null);
      },
      onError: (error) => {
        if (readToldError(error)?.code === 'REVISION_CONFLICT') {
          // The newest state is needed to show both texts side by side.
          void queries.invalidateQueries({ queryKey: trpc.cases.get.queryKey({ case: detail.number }) });
        } else tellError(error, t);
      },
    }),
  );
  const compose = useMutation({
    mutationFn: (form: string | undefined) =>
      client.cases.composeStatement.query({
        case: detail.number,
        ...(form === undefined ? {} : { template: form }),
      }),
    onSuccess: (made) => {
      if (shown.text.trim() !== '' || shown.textZh.trim() !== '') setBefore(shown);
      edit({ subject: made.subject, text: made.text, textZh: made.textZh });
    },
    onError: (error) => tellError(error, t),
  });
  const conflicts =
    save.isError &&
    readToldError(save.error)?.code === 'REVISION_CONFLICT' &&
    shown.revision !== detail.revision;
  const store = (revision: number): void =>
    save.mutate({
      case: detail.number,
      revision,
      statement: { subject: shown.subject, text: shown.text, textZh: shown.textZh },
    });

  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isDirty]);

  useHotkeys([['mod + S', () => isDirty && store(shown.revision)]], []);

  const docx = useMutation(
    trpc.work.statementDocx.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (file) => saveBytes(file.fileName, file.base64),
    }),
  );
  const [settled] = useDebouncedValue(shown, 400);
  const lints = useQuery(
    trpc.cases.lintStatement.queryOptions({
      case: detail.number,
      subject: settled.subject.slice(0, 500),
      text: settled.text.slice(0, 60_000),
    }),
  );
  return (
    <div>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', marginBottom: 12, flexWrap: 'wrap' }}>
        <Button.Group>
          <Button
            variant="default"
            leftSection={<IconSparkles size={15} stroke={1.6} />}
            loading={compose.isPending}
            onClick={() => compose.mutate(undefined)}
          >
            {t('uiCases.compose')}
          </Button>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" px={6} aria-label={t('uiCases.composeAs')}>
                <IconChevronDown size={14} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('uiCases.composeAs')}</Menu.Label>
              {FORMS.map((form) => (
                <Menu.Item key={form} onClick={() => compose.mutate(form)}>
                  {t(`statements.form.${form}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Button.Group>
        {before === null ? null : (
          <Button
            variant="subtle"
            onClick={() => {
              edit(before);
              setBefore(null);
            }}
          >
            {t('uiCases.backToMine')}
          </Button>
        )}
        <CopyButton value={`${shown.subject}\n\n${shown.text}`}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={<IconCopy size={14} stroke={1.6} />}
              onClick={copy}
              disabled={shown.text.trim() === ''}
            >
              {t(copied ? 'uiCases.copied' : 'uiCases.copyPlain')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          leftSection={<IconFileTypeDocx size={15} stroke={1.6} />}
          loading={docx.isPending}
          disabled={detail.statement.text.trim() === '' || isDirty}
          onClick={() => docx.mutate({ case: detail.number })}
        >
          {t('uiDesk.docx')}
        </Button>
        <div style={{ flex: 1 }} />
        <span className="cb-quiet" aria-live="polite">
          {t(isDirty ? 'uiCases.unsaved' : 'uiCases.saved')}
        </span>
        {isDirty ? (
          <Button variant="subtle" onClick={forget}>
            {t('uiCases.discard')}
          </Button>
        ) : null}
        <Button loading={save.isPending} disabled={!isDirty} onClick={() => store(shown.revision)}>
          {t('uiCases.save')}
        </Button>
      </div>
      {conflicts ? (
        <Notice color="orange" title={t('uiCases.conflictTitle')} mb={12} role="alert">
          <p style={{ margin: '0 0 8px' }}>{t('uiCases.conflictText')}</p>
          <Textarea
            label={t('uiCases.conflictTheirs')}
            value={`${detail.statement.subject}\n\n${detail.statement.text}`}
            readOnly
            autosize
            minRows={3}
            maxRows={12}
          />
          <div style={{ display: 'flex', gap: 8, marginTop: 10 }}>
            <Button loading={save.isPending} onClick={() => store(detail.revision)}>
              {t('uiCases.conflictKeepMine')}
            </Button>
            <Button variant="default" onClick={forget}>
              {t('uiCases.conflictTakeTheirs')}
            </Button>
          </div>
        </Notice>
      ) : null}
      <div className="cb-statement">
        <div>
          <TextInput
            label={t('uiCases.subject')}
            value={shown.subject}
            onChange={(event) => edit({ subject: event.currentTarget.value })}
            mb={10}
            maxLength={500}
          />
          <Textarea
            label={t('uiCases.statementEn')}
            value={shown.text}
            onChange={(event) => edit({ text: event.currentTarget.value })}
            autosize
            minRows={18}
            placeholder={t('uiCases.statementEmpty')}
            lang="en"
            maxLength={60_000}
            styles={{ input: { lineHeight: 1.55 } }}
          />
          <div className="cb-quiet" style={{ fontSize: 11.5, marginTop: 4 }}>
            {t('uiCases.characters', { count: shown.text.length })}
          </div>
        </div>
        <Textarea
          label={t('uiCases.statementZh')}
          description={t('uiCases.statementZhHint')}
          value={shown.textZh}
          onChange={(event) => edit({ textZh: event.currentTarget.value })}
          autosize
          minRows={20}
          lang="zh-CN"
          maxLength={60_000}
          styles={{ input: { lineHeight: 1.6, background: 'var(--cb-sunken)' } }}
        />
        <StatementLints findings={lints.data ?? []} isEmpty={shown.text.trim() === ''} />
      </div>
    </div>
  );
}
