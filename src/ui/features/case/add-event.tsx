// What happened outside that the case must know: a note, a message of Amazon, our message, a question with a date?
import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ANCHOR_KINDS } from '../../../domain/problems/deadline-rule.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { DayField, MomentField } from '../../components/date-fields.tsx';
import { useCaseChange } from './use-case-change.ts';

const USUAL = ['note', 'amazon_message', 'own_message', 'info_request', 'other'] as const;
/** Words of Amazon are kept as they came and can't be removed. */
const OFFICIAL: ReadonlySet<string> = new Set([
  'amazon_message',
  'info_request',
  'appeal_info_request',
  'claim_denied',
]);
const RARE: readonly string[] = [
  'call',
  'chat',
  ...ANCHOR_KINDS.filter(
    (kind) => !['notified', 'submitted', 'amazon_message', 'own_message', 'info_request'].includes(kind),
  ),
];

export function AddEvent({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useWords();
  const trpc = useTRPC();
  const shared = useCaseChange(caseNumber);
  const [usual, setUsual] = useState<string>('note');
  const [rare, setRare] = useState<string>(RARE[0] ?? 'stated_deadline');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [atMs, setAtMs] = useState<number | null>(null);
  const [statedDate, setStatedDate] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [decision, setDecision] = useState<string | null>(null);
  const kind = usual === 'other' ? rare : usual;
  const add = useMutation(
    trpc.cases.addEvent.mutationOptions({
      ...shared,
      onSuccess: (answer) => {
        shared.onSuccess(answer);
        setTitle('');
        setText('');
        setAtMs(null);
        setStatedDate(null);
        setFrom('');
        setDecision(null);
      },
    }),
  );
  const isNote = kind === 'note';
  const asksDate =
    kind === 'amazon_message' ||
    kind === 'info_request' ||
    kind === 'stated_deadline' ||
    kind === 'appeal_info_request';
  const shownTitle = title.trim() || text.trim().split('\n')[0]?.slice(0, 120) || (isNote ? '' : kind);
  const canAdd = isNote ? title.trim() !== '' || text.trim() !== '' : true;
  return (
    <form
      className="cb-card"
      style={{ display: 'flex', flexDirection: 'column', gap: 10, marginBottom: 16 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!canAdd) return;
        const firstLine = title.trim() === '' && text.trim() === shownTitle;
        add.mutate({
          case: caseNumber,
          kind,
          title: shownTitle,
          detail: firstLine ? '' : text,
          official: OFFICIAL.has(kind),
          ...(atMs === null ? {} : { atMs }),
          data: {
            ...(statedDate === null ? {} : { statedDate }),
            ...(from.trim() === '' || isNote ? {} : { from: from.trim() }),
            ...(decision === null || !OFFICIAL.has(kind) ? {} : { decision }),
          },
        });
      }}
    >
      <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', alignItems: 'center' }}>
        <SegmentedControl
          aria-label={t('uiCases.eventKind')}
          value={usual}
          onChange={setUsual}
          data={USUAL.map((value) => ({ value, label: t(`uiCases.add_${value}`) }))}
        />
        {usual === 'other' ? (
          <Select
            aria-label={t('uiCases.eventKind')}
            value={rare}
            onChange={(value) => value !== null && setRare(value)}
            allowDeselect={false}
            searchable
            w={220}
            data={RARE.map((value) => ({ value, label: t(`packEvents.${value}`) }))}
          />
        ) : null}
      </div>
      {isNote ? null : (
        <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap' }}>
          <div style={{ width: 190 }}>
            <MomentField label={t('uiCases.eventAt')} value={atMs ?? Date.now()} onChange={setAtMs} />
          </div>
          {asksDate ? (
            <div style={{ width: 190 }}>
              <DayField label={t('uiCases.statedDate')} value={statedDate} onChange={setStatedDate} />
            </div>
          ) : null}
          {kind === 'own_message' || OFFICIAL.has(kind) ? (
            <TextInput
              label={t('uiDesk.sender')}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
              w={190}
              maxLength={200}
            />
          ) : null}
          {OFFICIAL.has(kind) ? (
            <Select
              label={t('uiDesk.decision')}
              placeholder={t('uiDesk.decisionNone')}
              value={decision}
              onChange={setDecision}
              clearable
              clearButtonProps={{ 'aria-label': t('uiCases.clear') }}
              w={130}
              data={['accepted', 'partial', 'rejected'].map((value) => ({
                value,
                label: t(`uiDesk.decision_${value}`),
              }))}
            />
          ) : null}
          <TextInput
            label={t('uiCases.eventTitle')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            style={{ flex: 1, minWidth: 200 }}
            maxLength={500}
          />
        </div>
      )}
      <Textarea
        aria-label={t('uiCases.eventText')}
        placeholder={t(isNote ? 'uiCases.notePlaceholder' : 'uiCases.eventText')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit();
        }}
        autosize
        minRows={2}
        maxRows={14}
      />
      <div style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
        <span className="cb-quiet" style={{ flex: 1, fontSize: 12 }}>
          {OFFICIAL.has(kind) ? t('uiCases.officialHint') : ''}
        </span>
        <Button type="submit" loading={add.isPending} disabled={!canAdd}>
          {t('uiCases.addToTimeline')}
        </Button>
      </div>
    </form>
  );
}
