// Which words does the page show in a language? Tests speak them from the catalogues, so that both languages tell one story.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { UiLanguage } from '../../src/ui/app/language.ts';

export interface PageWords {
  readonly language: UiLanguage;
  /** The text of "area.key" with its parameters filled in. Throws when there is none: a story must not wait for it. */
  say(key: string, params?: Readonly<Record<string, string | number>>): string;
  /** The text with every parameter open. */
  pattern(key: string): RegExp;
}

export async function readPageWords(language: UiLanguage): Promise<PageWords> {
  const dir = join(import.meta.dirname, '..', '..', 'src', 'i18n', language);
  const areas = new Map<string, Record<string, string>>();
  for (const name of readdirSync(dir)) {
    const module = (await import(join(dir, name))) as Record<string, Record<string, string>>;
    for (const [area, texts] of Object.entries(module)) areas.set(area, texts);
  }
  const find = (key: string): string => {
    const [area = '', ...rest] = key.split('.');
    const text = areas.get(area)?.[rest.join('.')];
    if (text === undefined) throw new Error(`no words for ${key} in ${language}`);
    return text;
  };
  return {
    language,
    say: (key, params = {}) =>
      find(key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)),
    pattern: (key) =>
      new RegExp(
        find(key)
          .split(/\{\w+\}/)
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.*'),
      ),
  };
}
