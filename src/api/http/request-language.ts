// In which language is a request answered?
import type { Language } from '../../domain/errors.ts';

export const LANGUAGE_HEADER = 'x-casebinder-language';

/** The page's own choice first, then the setting of the archive. */
export function readRequestLanguage(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  fallback: Language,
): Language {
  const chosen = headers[LANGUAGE_HEADER];
  return chosen === 'zh-CN' || chosen === 'en' ? chosen : fallback;
}
