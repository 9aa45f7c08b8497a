// Which case is this: number, problem, Case ID, marketplace, money, what is due, and where does it stand?
import { ActionIcon, Button, Menu, Textarea, Tooltip } from '@mantine/core';
import { IconChevronDown, IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CASE_STATUSES, type CaseStatus, isOutcome } from '../../../domain/problems/case-status.ts';
import { CHANNEL_BY_SLUG } from '../../../domain/problems/channels.ts';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CaseStatusBadge } from '../../components/case-status-badge.tsx';
import { CopyText } from '../../components/copy-text.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { DueText } from '../../components/due-text.tsx';
import { formatMoney } from '../../components/format-money.ts';
import { ReadinessBar } from '../../components/readiness-bar.tsx';
import { CaseWarnings } from './case-warnings.tsx';
import { EditFacts } from './edit-facts.tsx';
import { useCaseChange } from './use-case-change.ts';

const SUBJECTS_SHOWN = 5;

export function CaseHeader({ detail }: { readonly detail: CaseDetail }) {
  const { t, pick } = useWords();
  const [isEditing, setEditing] = useState(false);
  const channel = CHANNEL_BY_SLUG.get(detail.channel);
  return (
    <header className="cb-case-head">
      <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <Link to="/cases" className="cb-quiet cb-mono" style={{ textDecoration: 'none' }}>
          {detail.number}
        </Link>
        <h1 className="cb-page-title cb-truncate">{pick(detail.problemName)}</h1>
        <Tooltip label={t('uiCases.editFacts')}>
          <ActionIcon size="sm" aria-label={t('uiCases.editFacts')} onClick={() => setEditing(true)}>
            <IconPencil size={15} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <div style={{ flex: 1 }} />
        <StatusMenu detail={detail} />
      </div>
      {detail.title === '' ||
      detail.title === detail.problemName.zh ||
      detail.title === detail.problemName.en ? null : (
        <div className="cb-quiet cb-truncate">{detail.title}</div>
      )}
      <div className="cb-case-facts">
        <span>
          <span className="cb-fact-label">{t('uiCases.caseId')}</span>
          {detail.caseId === null ? (
            <Button variant="subtle" size="compact-xs" onClick={() => setEditing(true)}>
              {t('uiCases.enterCaseId')}
            </Button>
          ) : (
            <CopyText value={detail.caseId} label={t('uiCases.caseId')} />
          )}
        </span>
        {detail.complaintId === null ? null : (
          <span>
            <span className="cb-fact-label">{t('uiCases.complaintId')}</span>
            <CopyText value={detail.complaintId} label={t('uiCases.complaintId')} />
          </span>
        )}
        <span>
          <span className="cb-fact-label">{t('uiCases.marketplace')}</span>
          {detail.marketplace}
        </span>
        {channel === undefined ? null : (
          <span>
            <span className="cb-fact-label">{t('uiCases.channel')}</span>
            {pick(channel.name)}
          </span>
        )}
        {detail.notifiedOn === null ? null : (
          <span>
            <span className="cb-fact-label">{t('uiCases.notifiedOn')}</span>
            {detail.notifiedOn}
          </span>
        )}
        {detail.money === null ? null : (
          <span>
            <span className="cb-fact-label">{t('uiCases.money')}</span>
            <strong>{formatMoney(detail.money)}</strong>
          </span>
        )}
        <span>
          <span className="cb-fact-label">{t('uiCases.readiness')}</span>
          <ReadinessBar percent={detail.readinessPercent} />
        </span>
        {detail.nextDeadline === null ? null : (
          <DueText deadline={detail.nextDeadline} marketplace={detail.marketplace} />
        )}
      </div>
      <CaseSubjects detail={detail} onEdit={() => setEditing(true)} />
      <CaseWarnings detail={detail} />
      {isEditing ? <EditFacts detail={detail} onClose={() => setEditing(false)} /> : null}
    </header>
  );
}

/** What the case is about; each opens its own page. Hundreds of orders stay one line. */
function CaseSubjects({ detail, onEdit }: { readonly detail: CaseDetail; readonly onEdit: () => void }) {
  const { t } = useWords();
  const shown = detail.subjects.slice(0, SUBJECTS_SHOWN);
  return (
    <div className="cb-case-facts">
      <span className="cb-fact-label" style={{ marginRight: -12 }}>
        {t('uiCases.about')}
      </span>
      {shown.map((subject) => (
        <Link
          key={`${subject.type} ${subject.value}`}
          to="/identifiers/$type/$value"
          params={{ type: subject.type, value: subject.value }}
          className="cb-link cb-mono"
        >
          {subject.value}
        </Link>
      ))}
      {detail.subjects.length === 0 ? (
        <Button variant="subtle" size="compact-xs" onClick={onEdit}>
          {t('uiCases.addSubjects')}
        </Button>
      ) : detail.subjects.length > shown.length ? (
        <Button variant="subtle" size="compact-xs" onClick={onEdit}>
          {t('uiCases.moreSubjects', { count: detail.subjects.length - shown.length })}
        </Button>
      ) : null}
    </div>
  );
}

function StatusMenu({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const setStatus = useMutation(trpc.cases.setStatus.mutationOptions(useCaseChange(detail.number)));
  const [asked, setAsked] = useState<CaseStatus | null>(null);
  const [note, setNote] = useState('');
  const change = (status: CaseStatus) => {
    setStatus.mutate({
      case: detail.number,
      status,
      revision: detail.revision,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    setAsked(null);
    setNote('');
  };
  return (
    <>
      <Menu position="bottom-end" width={190}>
        <Menu.Target>
          <Button
            variant="default"
            rightSection={<IconChevronDown size={14} />}
            loading={setStatus.isPending}
          >
            <CaseStatusBadge status={detail.status} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('uiCases.setStatus')}</Menu.Label>
          {CASE_STATUSES.filter((status) => status !== detail.status).map((status) => (
            <Menu.Item
              key={status}
              // "Closed" alone is no outcome: it comes after one (T-26).
              disabled={status === 'closed' && !isOutcome(detail.status)}
              onClick={() => (isOutcome(status) ? setAsked(status) : change(status))}
            >
              {t(`uiCases.status_${status}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === null ? '' : t('uiCases.endTitle', { status: t(`uiCases.status_${asked}`) })}
      >
        <Textarea
          label={t('uiCases.endNote')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          data-autofocus
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 12 }}>
          <Button variant="default" onClick={() => setAsked(null)}>
            {t('uiCases.cancel')}
          </Button>
          <Button onClick={() => asked !== null && change(asked)}>{t('uiCases.save')}</Button>
        </div>
      </Dialog>
    </>
  );
}
