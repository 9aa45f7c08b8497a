// How is an entry of a case's timeline worded in the pack, in both languages?
import { packEvents as en } from '../../i18n/en/pack-events.ts';
import { packEvents as zh } from '../../i18n/zh-CN/pack-events.ts';

/** "绩效通知 / Notified: Your account …": the kind of the event in both languages, then what was written. */
export function describeEvent(event: { readonly kind: string; readonly title: string }): string {
  const key = event.kind as keyof typeof en;
  const known = Object.hasOwn(en, key) ? `${zh[key]} / ${en[key]}` : '';
  if (known === '') return event.title;
  return event.title === '' || event.title === event.kind ? known : `${known}: ${event.title}`;
}
