// What does the window show while there is no engine: a waiting word, or what happened and a way on?
import { renderPlainPage } from '../src/api/http/plain-page.ts';
import { buildPageCsp, COMMON_HEADERS, createNonce } from '../src/api/http/security-headers.ts';
import type { Language } from '../src/domain/errors.ts';
import { readHostText } from '../src/i18n/host-texts.ts';

/** A plain link, because this page must work when nothing else does. */
export const RETRY_PATH = '/-/retry';

export interface EngineFailure {
  readonly title?: string;
  readonly detail: string;
  readonly hint?: string;
}

/** 503 with a page in both languages, the person's own first. */
export function buildRecoveryResponse(failure: EngineFailure, language: Language, logDir: string): Response {
  const nonce = createNonce();
  const order: readonly Language[] = language === 'en' ? ['en', 'zh-CN'] : ['zh-CN', 'en'];
  const sections = order.map((each) => ({
    language: each,
    title: failure.title ?? readHostText(each, 'recovery.title'),
    paragraphs: [
      ...(failure.title === undefined ? [readHostText(each, 'recovery.reason')] : []),
      ...(failure.hint === undefined ? [] : [failure.hint]),
      ...(failure.detail === '' ? [] : [readHostText(each, 'recovery.detail', { detail: failure.detail })]),
      readHostText(each, 'recovery.log', { path: logDir }),
    ],
    link: { href: RETRY_PATH, text: readHostText(each, 'recovery.retry') },
  }));
  return new Response(renderPlainPage(sections, nonce), {
    status: 503,
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': buildPageCsp(nonce),
      'cache-control': 'no-store',
    },
  });
}
