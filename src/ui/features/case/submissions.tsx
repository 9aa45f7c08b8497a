// What exactly was sent to Amazon, and how is the next sending frozen?
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMomentPair } from '../../../domain/deadlines/moment-text.ts';
import { CHANNEL_BY_SLUG } from '../../../domain/problems/channels.ts';
import type { CaseDetail, CaseSubmission } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { MomentField } from '../../components/date-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { SubmissionDifference } from './submission-difference.tsx';
import { useCaseChange } from './use-case-change.ts';

export function Submissions({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useWords();
  const [isFreezing, setFreezing] = useState(false);
  const button = (
    <Button
      leftSection={<IconSend size={15} stroke={1.6} />}
      onClick={() => setFreezing(true)}
      disabled={detail.statement.text.trim() === ''}
    >
      {t('uiCases.freeze')}
    </Button>
  );
  return (
    <div className="cb-wide">
      {detail.submissions.length === 0 ? (
        <EmptyState
          icon={<IconSend size={30} stroke={1.3} />}
          title={t('uiCases.noSubmissions')}
          hint={t(
            detail.statement.text.trim() === '' ? 'uiCases.freezeNeedsText' : 'uiCases.noSubmissionsHint',
          )}
        >
          {button}
        </EmptyState>
      ) : (
        <>
          <div style={{ display: 'flex', justifyContent: 'flex-end', marginBottom: 10 }}>{button}</div>
          {detail.submissions.map((sent) => (
            <SubmissionRow key={sent.id} sent={sent} detail={detail} />
          ))}
        </>
      )}
      {isFreezing ? <FreezeDialog detail={detail} onClose={() => setFreezing(false)} /> : null}
    </div>
  );
}

function SubmissionRow({ sent, detail }: { readonly sent: CaseSubmission; readonly detail: CaseDetail }) {
  const { t, pick, language } = useWords();
  const channel = CHANNEL_BY_SLUG.get(sent.channel);
  const pack = detail.packs.find((p) => p.id === sent.packId);
  return (
    <section className="cb-card" aria-label={sent.subject}>
      <div style={{ display: 'flex', gap: 10, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <strong>{formatMomentPair(sent.submittedAtMs, detail.marketplace, language)}</strong>
        <ToneBadge>{channel === undefined ? sent.channel : pick(channel.name)}</ToneBadge>
        {pack === undefined ? null : (
          <ToneBadge color="gray">{t('uiPacks.edition', { edition: pack.edition })}</ToneBadge>
        )}
        <span className="cb-quiet">
          {[
            sent.preparedBy === '' ? null : t('uiCases.preparedByName', { name: sent.preparedBy }),
            sent.submittedBy === '' ? null : t('uiCases.submittedByName', { name: sent.submittedBy }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </div>
      <div style={{ fontWeight: 500, marginTop: 6 }}>{sent.subject}</div>
      <details style={{ marginTop: 4 }}>
        <summary style={{ cursor: 'pointer' }}>{t('uiCases.sentText')}</summary>
        <div className="cb-event-text" style={{ padding: '8px 0', maxHeight: 360, overflow: 'auto' }}>
          {sent.text}
        </div>
      </details>
      <details style={{ marginTop: 2 }}>
        <summary style={{ cursor: 'pointer' }}>
          {t('uiCases.sentFiles', { count: sent.exhibits.length })}
        </summary>
        {sent.exhibits.map((exhibit) => (
          <div
            key={exhibit.label}
            style={{
              display: 'grid',
              gridTemplateColumns: '44px minmax(0,1fr) 200px',
              gap: 8,
              padding: '2px 0',
            }}
          >
            <span className="cb-mono">{exhibit.label}</span>
            <span className="cb-truncate">{exhibit.name}</span>
            <CopyText value={exhibit.sha256} shown={`${exhibit.sha256.slice(0, 16)}…`} label="SHA-256" />
          </div>
        ))}
      </details>
    </section>
  );
}

function FreezeDialog({ detail, onClose }: { readonly detail: CaseDetail; readonly onClose: () => void }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const shared = useCaseChange(detail.number);
  const [atMs, setAtMs] = useState<number | null>(null);
  const [preparedBy, setPreparedBy] = useState('');
  const [submittedBy, setSubmittedBy] = useState('');
  const [isTrue, setTrue] = useState(false);
  const [caseId, setCaseId] = useState(detail.caseId ?? '');
  const [packId, setPackId] = useState<string | null>(
    detail.packs[0] === undefined ? null : String(detail.packs[0].id),
  );
  const submit = useMutation(
    trpc.cases.submit.mutationOptions({
      ...shared,
      onSuccess: (answer) => {
        shared.onSuccess(answer);
        onClose();
      },
    }),
  );
  const caseIdWrong = caseId.trim() !== '' && !/^\d{8,14}$/.test(caseId.trim());
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('uiCases.freeze')}
      size={620}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <p className="cb-quiet" style={{ margin: '0 0 12px' }}>
        {t('uiCases.freezeHint')}
      </p>
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          submit.mutate({
            case: detail.number,
            preparedBy,
            submittedBy,
            truthConfirmed: isTrue,
            ...(atMs === null ? {} : { submittedAtMs: atMs }),
            ...(caseId.trim() === '' ? {} : { caseId: caseId.trim() }),
            ...(packId === null ? {} : { packId: Number(packId) }),
          });
        }}
      >
        <MomentField label={t('uiCases.submittedAt')} value={atMs ?? Date.now()} onChange={setAtMs} />
        <TextInput
          label={t('uiCases.caseId')}
          description={t('uiCases.caseIdAfterSending')}
          value={caseId}
          onChange={(event) => setCaseId(event.currentTarget.value)}
          error={caseIdWrong ? t('uiCases.caseIdWrong') : undefined}
        />
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
          <TextInput
            label={t('uiCases.preparedBy')}
            value={preparedBy}
            onChange={(event) => setPreparedBy(event.currentTarget.value)}
          />
          <TextInput
            label={t('uiCases.submittedBy')}
            value={submittedBy}
            onChange={(event) => setSubmittedBy(event.currentTarget.value)}
          />
        </div>
        {detail.packs.length === 0 ? null : (
          <Select
            label={t('uiCases.packSent')}
            value={packId}
            onChange={setPackId}
            clearable
            allowDeselect={false}
            clearButtonProps={{ 'aria-label': t('uiCases.clear') }}
            data={detail.packs.map((p) => ({
              value: String(p.id),
              label: t('uiPacks.edition', { edition: p.edition }),
            }))}
          />
        )}
        <SubmissionDifference detail={detail} />
        <Checkbox
          label={t('uiDesk.truth')}
          checked={isTrue}
          onChange={(event) => setTrue(event.currentTarget.checked)}
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={onClose}>
            {t('uiCases.cancel')}
          </Button>
          <Button type="submit" loading={submit.isPending} disabled={caseIdWrong || !isTrue}>
            {t('uiCases.freezeDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
