// How do commands say in words what the engine answers: reasons, names, moments, the same words as the app's?
import { formatMomentPair } from '../domain/deadlines/moment-text.ts';
import { fillTemplate, type Language } from '../domain/errors.ts';
import { describeKind } from '../domain/kinds/kind-name.ts';
import { deadlines as deadlinesEn } from '../i18n/en/deadlines.ts';
import { health as healthEn } from '../i18n/en/health.ts';
import { packEvents as packEventsEn } from '../i18n/en/pack-events.ts';
import { packs as packsEn } from '../i18n/en/packs.ts';
import { problems as problemsEn } from '../i18n/en/problems.ts';
import { reports as reportsEn } from '../i18n/en/reports.ts';
import { statements as statementsEn } from '../i18n/en/statements.ts';
import { uiCases as uiCasesEn } from '../i18n/en/ui-cases.ts';
import { uiDesk as uiDeskEn } from '../i18n/en/ui-desk.ts';
import { warnings as warningsEn } from '../i18n/en/warnings.ts';
import { deadlines as deadlinesZh } from '../i18n/zh-CN/deadlines.ts';
import { health as healthZh } from '../i18n/zh-CN/health.ts';
import { packEvents as packEventsZh } from '../i18n/zh-CN/pack-events.ts';
import { packs as packsZh } from '../i18n/zh-CN/packs.ts';
import { problems as problemsZh } from '../i18n/zh-CN/problems.ts';
import { reports as reportsZh } from '../i18n/zh-CN/reports.ts';
import { statements as statementsZh } from '../i18n/zh-CN/statements.ts';
import { uiCases as uiCasesZh } from '../i18n/zh-CN/ui-cases.ts';
import { uiDesk as uiDeskZh } from '../i18n/zh-CN/ui-desk.ts';
import { warnings as warningsZh } from '../i18n/zh-CN/warnings.ts';

type Texts = Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, string | number>>;

/** In the order in which a code is looked up, as the app does (ui/app/words.ts). */
const REASONS: Readonly<Record<Language, readonly Texts[]>> = {
  'zh-CN': [warningsZh, problemsZh, deadlinesZh, statementsZh, packsZh, healthZh, reportsZh],
  en: [warningsEn, problemsEn, deadlinesEn, statementsEn, packsEn, healthEn, reportsEn],
};
const CASES: Readonly<Record<Language, Texts>> = { 'zh-CN': uiCasesZh, en: uiCasesEn };
const DESK: Readonly<Record<Language, Texts>> = { 'zh-CN': uiDeskZh, en: uiDeskEn };
const DEADLINES: Readonly<Record<Language, Texts>> = { 'zh-CN': deadlinesZh, en: deadlinesEn };
const EVENTS: Readonly<Record<Language, Texts>> = { 'zh-CN': packEventsZh, en: packEventsEn };

export interface Words {
  /** Names of kinds inside the parameters are spelled out; an unknown code is shown as it is. */
  reason(reason: { readonly code: string; readonly params?: Params | undefined }): string;
  pick(name: { readonly zh: string; readonly en: string }): string;
  kind(slug: string): string;
  /** A word of the case pages ("status_won"), of the desk ("decision_rejected"), of deadlines ("state.soon"). */
  cases(key: string, params?: Params): string;
  desk(key: string, params?: Params): string;
  deadline(key: string): string;
  /** What kind of entry of a timeline it is. */
  event(kind: string): string;
  moment(atMs: number, marketplace?: string): string;
}

export function wordsOf(language: Language): Words {
  const kind = (slug: string): string => {
    const name = describeKind(slug);
    return language === 'en' ? name.en : name.zh;
  };
  const look = (texts: Texts, key: string, params: Params = {}): string =>
    fillTemplate(texts[key] ?? key, params);
  return {
    kind,
    pick: (name) => (language === 'en' ? name.en : name.zh),
    reason({ code, params }) {
      const values: Record<string, string | number> = { ...params };
      for (const name of ['kind', 'slug', 'otherKind']) {
        const value = values[name];
        if (typeof value === 'string') values[name] = kind(value);
      }
      const texts = REASONS[language].find((area) => area[code] !== undefined);
      return texts === undefined ? code : look(texts, code, values);
    },
    cases: (key, params) => look(CASES[language], key, params),
    desk: (key, params) => look(DESK[language], key, params),
    deadline: (key) => look(DEADLINES[language], key),
    event: (name) => CASES[language][`event_${name}`] ?? EVENTS[language][name] ?? name,
    moment: (atMs, marketplace) => formatMomentPair(atMs, marketplace, language),
  };
}
