// Was the message read rightly: which case, who wrote it, what was decided, by when, and what becomes of the case?
import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { localDate } from '../../../domain/deadlines/zoned-day.ts';
import { findMarketplace } from '../../../domain/marketplaces/marketplaces.ts';
import { ANCHOR_KINDS } from '../../../domain/problems/deadline-rule.ts';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import type { ReceivedMessage } from '../../../engine/cases/receive-message.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { DayField, MomentField } from '../../components/date-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { tellError } from '../../components/tell-error.ts';
import { NewCase } from '../cases/new-case.tsx';

const NEW = 'new';
const DECISIONS = ['accepted', 'partial', 'rejected'] as const;
type Decision = (typeof DECISIONS)[number];
const KINDS = [
  'amazon_message',
  'info_request',
  'own_message',
  'note',
  ...ANCHOR_KINDS.filter(
    (kind) =>
      !['notified', 'submitted', 'amazon_message', 'own_message', 'info_request', 'stated_deadline'].includes(
        kind,
      ),
  ),
];
const NEXT = ['reply_needed', 'waiting', 'won', 'partial', 'lost'] as const;
type Next = (typeof NEXT)[number];

export function MessageReview({
  message,
  left,
  onDone,
}: {
  readonly message: ReceivedMessage;
  /** Messages after this one. */
  readonly left: number;
  readonly onDone: () => void;
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const cases = useQuery(trpc.cases.list.queryOptions({}));
  const best = message.cases[0];
  const [target, setTarget] = useState<string>(best?.number ?? NEW);
  const [kind, setKind] = useState<string>(message.kind);
  const [title, setTitle] = useState(message.title);
  const [from, setFrom] = useState(message.from);
  const [atMs, setAtMs] = useState(message.sentAtMs);
  const [decision, setDecision] = useState<Decision | null>(message.decision);
  const zone = findMarketplace(message.marketplace ?? 'US')?.zone ?? 'America/Los_Angeles';
  const [statedDate, setStatedDate] = useState<string | null>(
    message.stated !== null && 'date' in message.stated ? message.stated.date : null,
  );
  const [statedAtMs, setStatedAtMs] = useState<number | null>(
    message.stated !== null && 'atMs' in message.stated ? message.stated.atMs : null,
  );
  const [isAutomatic, setAutomatic] = useState(false);
  const [isOpening, setOpening] = useState(false);
  const ownCaseId = message.identifiers.find((found) => found.type === 'case_id')?.value;
  const chosen = cases.data?.find((row) => row.number === target);
  const [next, setNext] = useState<Next | 'keep' | null>(null);
  const shownNext = next ?? proposeNext(message, chosen?.status);
  const record = useMutation(
    trpc.messages.record.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: (detail) => {
        queries.setQueryData(trpc.cases.get.queryKey({ case: detail.number }), detail);
        void queries.invalidateQueries({ queryKey: trpc.messages.pathKey() });
        void queries.invalidateQueries({ queryKey: trpc.cases.pathKey() });
        notifications.show({ message: t('uiDesk.recordedOn', { case: detail.number }) });
        onDone();
        if (left === 0)
          void navigate({
            to: '/cases/$caseNumber',
            params: { caseNumber: detail.number },
            search: { tab: 'timeline' },
          });
      },
    }),
  );
  const save = (caseNumber: string): void => {
    const caseId =
      ownCaseId !== undefined && (caseNumber !== target || chosen?.caseId === null)
        ? { caseId: ownCaseId }
        : {};
    record.mutate({
      message: message.message,
      case: caseNumber,
      kind,
      title,
      from,
      atMs,
      decision: kind === 'own_message' || kind === 'note' ? null : decision,
      statedDate,
      statedAtMs: statedDate === null ? statedAtMs : null,
      ...(isAutomatic ? { automatic: true } : {}),
      ...caseId,
      ...(shownNext === 'keep' || target === NEW ? {} : { status: shownNext }),
    });
  };
  const phrase = message.stated?.phrase ?? '';
  return (
    <>
      <Dialog
        opened={!isOpening}
        onClose={onDone}
        size={1080}
        closeOnEscape={false}
        closeOnClickOutside={false}
        title={left > 0 ? t('uiDesk.reviewMore', { left }) : t('uiDesk.review')}
      >
        <div style={{ display: 'grid', gridTemplateColumns: '380px minmax(0, 1fr)', gap: 18 }}>
          <div style={{ display: 'flex', flexDirection: 'column', gap: 11 }}>
            {message.recordedOn === null ? null : (
              <Notice color="orange" title={t('uiDesk.alreadyOn', { case: message.recordedOn })}>
                {t('uiDesk.alreadyOnHint')}
              </Notice>
            )}
            <Select
              label={t('uiDesk.belongsTo')}
              description={
                best === undefined
                  ? t('uiDesk.noCaseFits')
                  : best.shared.length === 0
                    ? t('uiDesk.onScreen')
                    : t('uiCases.shares', { values: best.shared.map((s) => s.value).join('  ') })
              }
              value={target}
              onChange={(value) => value !== null && setTarget(value)}
              allowDeselect={false}
              searchable
              data={[
                { value: NEW, label: t('uiDesk.newCaseFromIt') },
                ...(cases.data ?? []).map((row) => ({
                  value: row.number,
                  label: `${row.number} · ${pick(row.problemName)} · ${row.marketplace}${row.title === '' ? '' : ` · ${row.title}`}`,
                })),
              ]}
            />
            <TextInput
              label={t('uiCases.eventTitle')}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
              maxLength={500}
            />
            <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 10 }}>
              <Select
                label={t('uiCases.eventKind')}
                value={kind}
                onChange={(value) => value !== null && setKind(value)}
                allowDeselect={false}
                searchable
                data={KINDS.map((value) => ({ value, label: kindName(value, t) }))}
              />
              <MomentField label={t('uiCases.eventAt')} value={atMs} onChange={setAtMs} />
            </div>
            {message.sentAtKnown ? null : (
              <div style={{ color: 'var(--cb-weak)', fontSize: 12.5 }}>{t('uiDesk.timeUnknown')}</div>
            )}
            <TextInput
              label={t('uiDesk.sender')}
              description={t(`uiDesk.writer_${message.writer}`)}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
              maxLength={200}
            />
            <Select
              label={t('uiDesk.decision')}
              description={message.decisionPhrase === '' ? undefined : `“${message.decisionPhrase}”`}
              value={decision}
              onChange={(value) => setDecision(value as Decision | null)}
              placeholder={t('uiDesk.decisionNone')}
              clearable
              clearButtonProps={{ 'aria-label': t('uiCases.clear') }}
              data={DECISIONS.map((value) => ({ value, label: t(`uiDesk.decision_${value}`) }))}
            />
            {statedAtMs === null ? (
              <DayField
                label={t('uiCases.statedDate')}
                {...(phrase === '' ? {} : { description: `“${phrase}”` })}
                value={statedDate}
                onChange={setStatedDate}
              />
            ) : (
              <MomentField
                label={t('uiDesk.statedMoment')}
                {...(phrase === '' ? {} : { description: `“${phrase}”` })}
                value={statedAtMs}
                onChange={setStatedAtMs}
              />
            )}
            {target === NEW ? null : (
              <Select
                label={t('uiDesk.thenCase')}
                value={shownNext}
                onChange={(value) => value !== null && setNext(value as Next | 'keep')}
                allowDeselect={false}
                data={[
                  { value: 'keep', label: t('uiDesk.keepStatus') },
                  ...NEXT.map((value) => ({ value, label: t(`uiCases.status_${value}`) })),
                ]}
              />
            )}
            <Checkbox
              label={t('uiDesk.automatic')}
              checked={isAutomatic}
              onChange={(event) => setAutomatic(event.currentTarget.checked)}
            />
          </div>
          <div style={{ display: 'flex', flexDirection: 'column', gap: 8, minWidth: 0 }}>
            <Textarea
              label={t('uiDesk.verbatim')}
              description={message.fileName === '' ? undefined : message.fileName}
              value={message.text}
              readOnly
              autosize
              minRows={22}
              maxRows={22}
              styles={{ input: { background: 'var(--cb-sunken)', lineHeight: 1.55 } }}
            />
            <div className="cb-mono cb-quiet" style={{ overflowWrap: 'anywhere' }}>
              {message.identifiers
                .slice(0, 14)
                .map((found) => found.value)
                .join('  ')}
            </div>
          </div>
        </div>
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 14 }}>
          <Button variant="default" onClick={onDone}>
            {t(left > 0 ? 'uiDesk.skipMessage' : 'uiCases.cancel')}
          </Button>
          <Button
            loading={record.isPending}
            onClick={() => (target === NEW ? setOpening(true) : save(target))}
          >
            {t(target === NEW ? 'uiDesk.openFromIt' : 'uiDesk.record')}
          </Button>
        </div>
      </Dialog>
      {isOpening ? (
        <NewCase
          opened
          onClose={() => setOpening(false)}
          onOpened={save}
          about={message.identifiers
            .filter((found) =>
              ['order_id', 'asin', 'fba_shipment_id', 'tracking_number'].includes(found.type),
            )
            .map((found) => found.value)
            .join('\n')}
          prefill={{
            ...(problemOf(message) === undefined ? {} : { problem: problemOf(message) as string }),
            ...(message.marketplace === null ? {} : { marketplace: message.marketplace }),
            ...(ownCaseId === undefined ? {} : { caseId: ownCaseId }),
            ...complaintOf(message),
            ...(message.writer === 'amazon' ? { notifiedOn: localDate(atMs, zone) } : {}),
          }}
        />
      ) : null}
    </>
  );
}

function problemOf(message: ReceivedMessage): string | undefined {
  return message.problems.find((slug) => PROBLEM_BY_SLUG.has(slug));
}

function complaintOf(message: ReceivedMessage): { complaintId?: string } {
  const found = message.identifiers.find((i) => i.type === 'complaint_id')?.value;
  return found === undefined ? {} : { complaintId: found };
}

/** An answer of Amazon to a waiting case makes it ours again; a decision is proposed, never taken. */
function proposeNext(message: ReceivedMessage, status: string | undefined): Next | 'keep' {
  if (message.writer !== 'amazon' || status === undefined) return 'keep';
  if (message.decision === 'accepted') return 'won';
  const isWaiting = status === 'submitted' || status === 'waiting';
  return isWaiting && (message.asksForMore || message.decision !== null) ? 'reply_needed' : 'keep';
}

function kindName(kind: string, t: (key: string) => string): string {
  const own = t(`uiCases.add_${kind}`);
  return own === `uiCases.add_${kind}` ? t(`packEvents.${kind}`) : own;
}
