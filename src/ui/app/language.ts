// Which words does the page use? One set of catalogues for engine and page, switched at run time.
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type UiLanguage = 'zh-CN' | 'en';

/** Each file of src/i18n/<language>/ is a namespace-free part of one flat catalogue per area: "area.key". */
const zhModules = import.meta.glob<Record<string, Record<string, string>>>('../../i18n/zh-CN/*.ts', {
  eager: true,
});
const enModules = import.meta.glob<Record<string, Record<string, string>>>('../../i18n/en/*.ts', {
  eager: true,
});

/** Areas that only the command line uses stay out of the page. */
const LEFT_OUT = /\/(cli|hosts|doctor)\.ts$/;

function collect(
  modules: Record<string, Record<string, Record<string, string>>>,
): Record<string, Record<string, string>> {
  const areas: Record<string, Record<string, string>> = {};
  for (const [path, module] of Object.entries(modules)) {
    if (LEFT_OUT.test(path)) continue;
    for (const [area, texts] of Object.entries(module)) areas[area] = texts;
  }
  return areas;
}

export const language: i18n = i18next.createInstance();

/** Chinese first, unless the person chose English. */
export async function startLanguage(chosen: string | undefined): Promise<void> {
  document.documentElement.lang = chosen === 'en' ? 'en' : 'zh-CN';
  await language.use(initReactI18next).init({
    lng: document.documentElement.lang,
    fallbackLng: false,
    resources: { 'zh-CN': { translation: collect(zhModules) }, en: { translation: collect(enModules) } },
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    returnNull: false,
  });
}

export function currentLanguage(): UiLanguage {
  return language.language === 'en' ? 'en' : 'zh-CN';
}

export async function switchLanguage(wanted: UiLanguage): Promise<void> {
  document.documentElement.lang = wanted;
  await language.changeLanguage(wanted);
}
