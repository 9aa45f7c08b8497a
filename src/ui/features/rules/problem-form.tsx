// What of a problem type does a person correct: its place, its answer times, its documents, its rules, its pitfalls?
import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DOCUMENT_KINDS } from '../../../domain/kinds/document-kinds.ts';
import { describeKind } from '../../../domain/kinds/kind-name.ts';
import { ACCEPTANCE_RULE_BY_ID } from '../../../domain/problems/acceptance-rules.ts';
import { CATEGORIES } from '../../../domain/problems/categories.ts';
import { CHANNELS } from '../../../domain/problems/channels.ts';
import type {
  Bilingual,
  CategorySlug,
  ChannelSlug,
  ProblemType,
} from '../../../domain/problems/problem-type.ts';
import { describePath, PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';
import { type AnswerFields, AnswerInputs, readAnswer, toAnswerFields } from './answer-inputs.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { PitfallInputs } from './pitfall-inputs.tsx';

/** `row` with everything that was corrected before. */
export function ProblemForm({ row, onClose }: { readonly row: ProblemType; readonly onClose: () => void }) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const shipped = PROBLEM_BY_SLUG.get(row.slug) ?? row;
  const offBefore = shipped.rules.filter((id) => !row.rules.includes(id));
  const [channel, setChannel] = useState<ChannelSlug>(row.channels[0] ?? 'seller_support');
  const [category, setCategory] = useState<CategorySlug>(row.category);
  const [path, setPath] = useState<Bilingual>(row.path);
  const [answer, setAnswer] = useState<AnswerFields>(() => toAnswerFields(row.usualAnswer));
  const [pitfalls, setPitfalls] = useState<readonly Bilingual[]>(row.pitfalls);
  const [required, setRequired] = useState<string[]>([...row.requiredKinds]);
  const [recommended, setRecommended] = useState<string[]>([...row.recommendedKinds]);
  const [off, setOff] = useState<string[]>(offBefore);
  const save = useMutation(
    trpc.cases.overrideProblem.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.cases.pathKey() });
        onClose();
      },
    }),
  );
  const place = { slug: row.slug, channels: [channel], category };
  /** Another place has another path: the one that the tables know is proposed. */
  const move = (moved: { channel?: ChannelSlug; category?: CategorySlug }): void => {
    const next = { channel, category, ...moved };
    setChannel(next.channel);
    setCategory(next.category);
    setPath(describePath({ ...place, channels: [next.channel], category: next.category }));
  };
  const usualAnswer = readAnswer(answer);
  const changes = {
    ...(channel === row.channels[0] ? {} : { channel }),
    ...(category === row.category ? {} : { category }),
    // The path that follows from the place needs no correction of its own.
    ...(isSame(fill(path), row.path) || isSame(fill(path), describePath(place)) ? {} : { path: fill(path) }),
    ...(usualAnswer === null || isSame(usualAnswer, row.usualAnswer) ? {} : { usualAnswer }),
    ...(isSame(fillAll(pitfalls), row.pitfalls) ? {} : { pitfalls: fillAll(pitfalls) }),
    ...(isSame(required, row.requiredKinds) ? {} : { requiredKinds: required }),
    ...(isSame(recommended, row.recommendedKinds) ? {} : { recommendedKinds: recommended }),
    ...(isSame(off, offBefore) ? {} : { rulesOff: off }),
  };
  const kinds = DOCUMENT_KINDS.map((kind) => ({
    value: kind.slug as string,
    label: pick(describeKind(kind.slug)),
  }));
  const rules = shipped.rules.map((id) => {
    const text = ACCEPTANCE_RULE_BY_ID.get(id)?.text;
    return { value: id, label: text === undefined ? id : `${id} ${pick(text)}` };
  });
  return (
    <CorrectionForm
      title={pick(row.name)}
      size={720}
      sources={row.sources}
      canSave={Object.keys(changes).length > 0 && usualAnswer !== null && fill(path).en !== ''}
      saving={save.isPending}
      onClose={onClose}
      onSave={(grounds) => save.mutate({ problem: row.slug, ...changes, ...grounds })}
    >
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 11 }}>
        <Select
          label={t('uiCases.channel')}
          value={channel}
          onChange={(value) => value !== null && move({ channel: value as ChannelSlug })}
          allowDeselect={false}
          searchable
          data={CHANNELS.map((known) => ({ value: known.slug as string, label: pick(known.name) }))}
        />
        <Select
          label={t('uiDesk.category')}
          value={category}
          onChange={(value) => value !== null && move({ category: value as CategorySlug })}
          allowDeselect={false}
          data={CATEGORIES.map((known) => ({ value: known.slug as string, label: pick(known.name) }))}
        />
        {(['zh', 'en'] as const).map((language) => (
          <TextInput
            key={language}
            label={t('uiDesk.pathTo', { language: t(LANGUAGE_NAMES[language]) })}
            value={path[language]}
            onChange={(event) => setPath({ ...path, [language]: event.currentTarget.value })}
            maxLength={500}
          />
        ))}
      </div>
      <AnswerInputs fields={answer} onChange={setAnswer} />
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
      {rules.length === 0 ? null : (
        <MultiSelect label={t('uiDesk.rulesOff')} value={off} onChange={setOff} data={rules} searchable />
      )}
      <PitfallInputs pitfalls={pitfalls} onChange={setPitfalls} />
    </CorrectionForm>
  );
}

const LANGUAGE_NAMES = { zh: 'uiDesk.chinese', en: 'uiDesk.english' } as const;

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Who writes one language only is understood in both. */
function fill({ zh, en }: Bilingual): Bilingual {
  return { zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() };
}

function fillAll(texts: readonly Bilingual[]): Bilingual[] {
  return texts.map(fill).filter((text) => text.en !== '');
}
