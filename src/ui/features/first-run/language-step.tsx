// Which language does the person read?
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { switchLanguage } from '../../app/language.ts';
import { useWords } from '../../app/words.ts';

const LANGUAGES = [
  { value: 'zh-CN', name: '简体中文', hint: '中文界面，申诉信仍可生成英文' },
  { value: 'en', name: 'English', hint: 'English interface; Chinese papers are read all the same' },
] as const;

export function LanguageStep({
  chosen,
  onChoose,
  onNext,
}: {
  readonly chosen: string;
  readonly onChoose: (language: string) => void;
  readonly onNext: () => void;
}) {
  const { t } = useWords();
  useEffect(() => {
    void switchLanguage(chosen === 'en' ? 'en' : 'zh-CN');
  }, [chosen]);
  return (
    <>
      <h1>{t('uiFirstRun.welcome')}</h1>
      <p>{t('uiFirstRun.welcomeHint')}</p>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 10 }}>
        {LANGUAGES.map((language) => (
          <button
            key={language.value}
            type="button"
            className="cb-pick"
            aria-pressed={language.value === chosen}
            lang={language.value}
            onClick={() => onChoose(language.value)}
          >
            <strong style={{ fontSize: 14.5 }}>{language.name}</strong>
            <span className="cb-quiet" style={{ fontSize: 12 }}>
              {language.hint}
            </span>
          </button>
        ))}
      </div>
      <div className="cb-welcome-foot">
        <span className="cb-quiet" style={{ flex: 1, fontSize: 12 }}>
          {t('uiFirstRun.languageHint')}
        </span>
        <Button size="sm" onClick={onNext} autoFocus>
          {t('uiFirstRun.next')}
        </Button>
      </div>
    </>
  );
}
