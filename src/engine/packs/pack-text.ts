// Which words does a pack use, in which language?
import type { Language } from '../../domain/errors.ts';
import { type ErrorParams, fillTemplate } from '../../domain/errors.ts';
import { packs as english } from '../../i18n/en/packs.ts';
import { packs as chinese } from '../../i18n/zh-CN/packs.ts';
import type { Bilingual, PackPlan } from './pack-plan.ts';

export type PackTextKey = keyof typeof english;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<PackTextKey, string>>>> = {
  'zh-CN': chinese,
  en: english,
};

/** The catalogue text of `key` with its placeholders filled. */
export function packText(language: Language, key: PackTextKey, params: ErrorParams = {}): string {
  return fillTemplate(CATALOGUES[language][key], params);
}

/** The language a book is set in: as the plan says, else English for Amazon (domain.md 4.4) and Chinese for the team. */
export function bookLanguage(plan: PackPlan): Language {
  return plan.language ?? (plan.variant === 'amazon' ? 'en' : 'zh-CN');
}

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'zh-CN' : 'en';
}

/** The name in `language`, or the other one when it is empty. */
export function nameIn(name: Bilingual, language: Language): string {
  return language === 'en' ? name.en || name.zh : name.zh || name.en;
}
