// Which channel, documents and acceptance rules does a problem type have, and what did we correct, why and from where?
import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BEIJING_ZONE } from '../../../domain/deadlines/moment-text.ts';
import { localDate } from '../../../domain/deadlines/zoned-day.ts';
import { DOCUMENT_KINDS } from '../../../domain/kinds/document-kinds.ts';
import { describeKind } from '../../../domain/kinds/kind-name.ts';
import { ACCEPTANCE_RULE_BY_ID } from '../../../domain/problems/acceptance-rules.ts';
import { CHANNEL_BY_SLUG, CHANNELS } from '../../../domain/problems/channels.ts';
import { applyProblemOverrides } from '../../../domain/problems/problem-overrides.ts';
import type { ProblemType } from '../../../domain/problems/problem-type.ts';
import { PROBLEM_TYPES } from '../../../domain/problems/problem-types.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { DayField } from '../../components/date-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { tellError } from '../../components/tell-error.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';

export function ProblemRules({ word, onlyOwn }: { readonly word: string; readonly onlyOwn: boolean }) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const own = useQuery(trpc.cases.problemOverrides.queryOptions({}));
  const [edited, setEdited] = useState<ProblemType | null>(null);
  const undo = useMutation(
    trpc.cases.undoRuleOverride.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => void queries.invalidateQueries({ queryKey: trpc.cases.pathKey() }),
    }),
  );
  const nameKind = (slug: string): string => pick(describeKind(slug));
  const rows = PROBLEM_TYPES.map((shipped) => {
    const overrides = (own.data ?? []).filter((override) => override.problem === shipped.slug);
    return { shipped, last: overrides[0], row: applyProblemOverrides(shipped, overrides.toReversed()) };
  }).filter(
    ({ shipped, last }) =>
      [shipped.slug, shipped.name.zh, shipped.name.en].join(' ').toLowerCase().includes(word) &&
      (!onlyOwn || last !== undefined),
  );
  return (
    <section aria-label={t('uiDesk.problemRules')}>
      <h2 className="cb-plain-section">{t('uiDesk.problemRules')}</h2>
      <table className="cb-plain-table">
        <thead>
          <tr>
            <th>{t('uiCases.problem')}</th>
            <th>{t('uiCases.channel')}</th>
            <th>{t('uiDesk.requiredKinds')}</th>
            <th>{t('uiDesk.recommendedKinds')}</th>
            <th>{t('uiDesk.rulesOff')}</th>
            <th>{t('uiDesk.ruleSource')}</th>
            <th aria-label={t('uiDesk.actions')} />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ shipped, last, row }) => {
            const channel = CHANNEL_BY_SLUG.get(row.channels[0] ?? '');
            return (
              <tr key={shipped.slug}>
                <td>
                  {pick(shipped.name)} <div className="cb-mono cb-quiet">{shipped.slug}</div>
                  {last === undefined ? null : (
                    <>
                      <ToneBadge color="orange">{t('uiDesk.corrected')}</ToneBadge>
                      <div className="cb-quiet">{last.reason}</div>
                    </>
                  )}
                </td>
                <td>{channel === undefined ? '' : pick(channel.name)}</td>
                <td>{row.requiredKinds.map(nameKind).join(' · ')}</td>
                <td>{row.recommendedKinds.map(nameKind).join(' · ')}</td>
                <td className="cb-mono">{shipped.rules.filter((id) => !row.rules.includes(id)).join(' ')}</td>
                <td>
                  {last?.source ?? shipped.sources.join(', ')}
                  <div className="cb-quiet">
                    {last === undefined
                      ? (shipped.verifiedOn ?? t('uiDesk.unverified'))
                      : `${last.verifiedOn} · ${localDate(last.madeAtMs, BEIJING_ZONE)}`}
                  </div>
                </td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${t('uiDesk.correctRule')} ${shipped.slug}`}
                    onClick={() => setEdited(row)}
                  >
                    {t('uiDesk.correctRule')}
                  </Button>
                  {last === undefined ? null : (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={`${t('uiDesk.takeBack')} ${shipped.slug}`}
                      loading={undo.isPending}
                      onClick={() => undo.mutate({ id: last.id })}
                    >
                      {t('uiDesk.takeBack')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {edited === null ? null : (
        <ProblemForm key={edited.slug} row={edited} onClose={() => setEdited(null)} />
      )}
    </section>
  );
}

function ProblemForm({ row, onClose }: { readonly row: ProblemType; readonly onClose: () => void }) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const shipped = PROBLEM_TYPES.find((problem) => problem.slug === row.slug) ?? row;
  const [channel, setChannel] = useState<string | null>(row.channels[0] ?? null);
  const [required, setRequired] = useState<string[]>([...row.requiredKinds]);
  const [recommended, setRecommended] = useState<string[]>([...row.recommendedKinds]);
  const [off, setOff] = useState<string[]>(shipped.rules.filter((id) => !row.rules.includes(id)));
  const [source, setSource] = useState('');
  const [verifiedOn, setVerifiedOn] = useState<string | null>(localDate(Date.now(), BEIJING_ZONE));
  const [reason, setReason] = useState('');
  const save = useMutation(
    trpc.cases.overrideProblem.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.cases.pathKey() });
        onClose();
      },
    }),
  );
  const kinds = DOCUMENT_KINDS.map((kind) => ({
    value: kind.slug as string,
    label: pick(describeKind(kind.slug)),
  }));
  const rules = shipped.rules.map((id) => {
    const text = ACCEPTANCE_RULE_BY_ID.get(id)?.text;
    return { value: id, label: text === undefined ? id : `${id} ${pick(text)}` };
  });
  const chosen = CHANNELS.find((known) => known.slug === channel)?.slug;
  return (
    <Dialog opened onClose={onClose} closeOnClickOutside={false} title={pick(row.name)} size={620}>
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: 11 }}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            problem: row.slug,
            ...(chosen === undefined || chosen === row.channels[0] ? {} : { channel: chosen }),
            requiredKinds: required,
            recommendedKinds: recommended,
            rulesOff: off,
            source: source.trim(),
            verifiedOn: verifiedOn ?? '',
            reason: reason.trim(),
          });
        }}
      >
        <Select
          label={t('uiCases.channel')}
          value={channel}
          onChange={setChannel}
          allowDeselect={false}
          data={CHANNELS.map((known) => ({ value: known.slug as string, label: pick(known.name) }))}
        />
        <MultiSelect
          label={t('uiDesk.requiredKinds')}
          value={required}
          onChange={setRequired}
          data={kinds}
          searchable
        />
        <MultiSelect
          label={t('uiDesk.recommendedKinds')}
          value={recommended}
          onChange={setRecommended}
          data={kinds}
          searchable
        />
        <MultiSelect label={t('uiDesk.rulesOff')} value={off} onChange={setOff} data={rules} searchable />
        <TextInput
          label={t('uiDesk.ruleSource')}
          description={t('uiDesk.ruleSourceHint')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          maxLength={500}
        />
        <DayField label={t('uiDesk.verifiedOn')} value={verifiedOn} onChange={setVerifiedOn} />
        <Textarea
          label={t('uiDesk.ruleReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2_000}
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={onClose}>
            {t('uiCases.cancel')}
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={reason.trim() === '' || source.trim() === '' || verifiedOn === null}
          >
            {t('uiCases.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
