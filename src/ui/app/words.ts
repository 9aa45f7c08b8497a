// How do components get their words: texts of the page, names in two languages, reasons of the engine?
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { describeKind } from '../../domain/kinds/kind-name.ts';
import type { UiLanguage } from './language.ts';

export interface Words {
  readonly language: UiLanguage;
  /** A text of an area, for example t('ui.goTo') or t('ui.intakeReading', { count: 3 }). */
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
  /** The right one of a pair of names. */
  pick(name: { readonly zh: string; readonly en: string }): string;
  kind(slug: string): string;
  /** A reason, warning or problem of the engine as a sentence. */
  reason(reason: {
    readonly code: string;
    readonly params?: Readonly<Record<string, string | number>>;
  }): string;
}

const REASON_AREAS = [
  'identifierReasons',
  'kindReasons',
  'readProblems',
  'warnings',
  'problems',
  'deadlines',
  'statements',
  'packs',
  'health',
  'intake',
  'reports',
];

export function useWords(): Words {
  const { t: translate, i18n } = useTranslation();
  const language: UiLanguage = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useMemo(() => {
    const pick = (name: { readonly zh: string; readonly en: string }): string =>
      language === 'en' ? name.en : name.zh;
    const kind = (slug: string): string => pick(describeKind(slug));
    return {
      language,
      pick,
      kind,
      t: (key, params) => String(translate(key, { ...params })),
      reason({ code, params }) {
        const values: Record<string, string | number> = { ...params };
        for (const name of ['kind', 'slug', 'otherKind']) {
          const value = values[name];
          if (typeof value === 'string') values[name] = kind(value);
        }
        const type = values['type'];
        if (typeof type === 'string') {
          const key = ['ui', 'uiIdentifiers', 'findingNames'].find((area) =>
            i18n.exists(`${area}.id_${type}`),
          );
          if (key !== undefined) values['type'] = String(translate(`${key}.id_${type}`));
        }
        for (const area of REASON_AREAS) {
          if (i18n.exists(`${area}.${code}`)) return String(translate(`${area}.${code}`, values));
        }
        return code;
      },
    };
  }, [translate, i18n, language]);
}
