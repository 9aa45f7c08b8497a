// How does a notice of the engine become a notification of the system?
import { Notification } from 'electron';
import type { Language } from '../src/domain/errors.ts';
import { readHostText } from '../src/i18n/host-texts.ts';
import type { EngineNotice } from './engine-messages.ts';

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** The words of `notice`. They name a case and a date, never the content of evidence. */
export function describeNotice(notice: EngineNotice, language: Language): NoticeText {
  return {
    title: readHostText(language, `notice.${notice.kind}.title`, notice.params),
    body: readHostText(language, `notice.${notice.kind}.body`, notice.params),
  };
}

/** Shows it where the system can; `onClick` brings the person to the app. */
export function showNotice(notice: EngineNotice, language: Language, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({
    ...describeNotice(notice, language),
    silent: notice.kind === 'pack',
  });
  notification.on('click', onClick);
  notification.show();
}
