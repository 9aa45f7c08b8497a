// What does a person see who opens browser mode with a used or wrong link?
import type { Language } from '../../domain/errors.ts';
import { readHostText } from '../../i18n/host-texts.ts';
import { type PlainSection, renderPlainPage } from './plain-page.ts';

/** Both languages on one page, `preferred` first: without a session nobody's setting can be looked up. */
export function renderSignInPage(preferred: Language, nonce: string): string {
  const order: readonly Language[] = preferred === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en'];
  return renderPlainPage(order.map(describe), nonce);
}

function describe(language: Language): PlainSection {
  return {
    language,
    title: readHostText(language, 'signIn.title'),
    paragraphs: [
      readHostText(language, 'signIn.reason'),
      readHostText(language, 'signIn.howTerminal'),
      readHostText(language, 'signIn.howRestart'),
      readHostText(language, 'signIn.safe'),
    ],
  };
}
