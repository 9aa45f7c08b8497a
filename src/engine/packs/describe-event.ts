// How is an entry of a case's timeline worded in the pack, in both languages?
import type { Language } from '../../domain/errors.ts';
import { packEvents as en } from '../../i18n/en/pack-events.ts';
import { packEvents as zh } from '../../i18n/zh-CN/pack-events.ts';

/** "绩效通知 / Notified: Your account …": the kind of the event in both languages, then what was written. */
export function describeEvent(
  event: { readonly kind: string; readonly title: string },
  first: Language = 'zh-CN',
): string {
  const key = event.kind as keyof typeof en;
  const known = Object.hasOwn(en, key) ? bothNames({ zh: zh[key], en: en[key] }, first) : '';
  if (known === '') return event.title;
  return event.title === '' || event.title === event.kind ? known : `${known}: ${event.title}`;
}

/** "Proof of delivery / 签收证明": the language of the book first. */
export function bothNames(name: { readonly zh: string; readonly en: string }, first: Language): string {
  return first === 'en' ? `${name.en} / ${name.zh}` : `${name.zh} / ${name.en}`;
}
