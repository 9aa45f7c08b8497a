// Which mistakes are common with a problem, as a person writes them in both languages?
import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Bilingual } from '../../../domain/problems/problem-type.ts';
import { useWords } from '../../app/words.ts';

const MOST = 30;

export function PitfallInputs({
  pitfalls,
  onChange,
}: {
  readonly pitfalls: readonly Bilingual[];
  readonly onChange: (pitfalls: readonly Bilingual[]) => void;
}) {
  const { t } = useWords();
  const write = (index: number, language: keyof Bilingual, text: string): void =>
    onChange(pitfalls.map((pitfall, at) => (at === index ? { ...pitfall, [language]: text } : pitfall)));
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ padding: 0, marginBottom: 4, fontSize: 13, fontWeight: 500 }}>
        {t('uiDesk.mistakesTitle')}
      </legend>
      {pitfalls.map((pitfall, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, its text changes while one types
          key={index}
          style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 28px', gap: 8, marginBottom: 6 }}
        >
          {(['zh', 'en'] as const).map((language) => (
            <Textarea
              key={language}
              aria-label={t('uiDesk.mistake', {
                number: index + 1,
                language: t(language === 'zh' ? 'uiDesk.chinese' : 'uiDesk.english'),
              })}
              placeholder={t(language === 'zh' ? 'uiDesk.chinese' : 'uiDesk.english')}
              value={pitfall[language]}
              onChange={(event) => write(index, language, event.currentTarget.value)}
              autosize
              minRows={1}
              maxRows={5}
              maxLength={1_000}
            />
          ))}
          <ActionIcon
            mt={4}
            aria-label={t('uiDesk.removeMistake', { number: index + 1 })}
            onClick={() => onChange(pitfalls.filter((_, at) => at !== index))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      {pitfalls.length >= MOST ? null : (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange([...pitfalls, { zh: '', en: '' }])}
        >
          {t('uiDesk.addMistake')}
        </Button>
      )}
    </fieldset>
  );
}
