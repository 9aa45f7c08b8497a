// How is an instant written for people: Beijing time first, the marketplace's time second, zone and weekday always?
import type { Language } from '../errors.ts';
import { findMarketplace } from '../marketplaces/marketplaces.ts';
import { zonedAt } from './zoned-day.ts';

export const BEIJING_ZONE = 'Asia/Shanghai';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** Locales that spell the zone's usual abbreviation (PST, CET, AEDT) instead of GMT+1. */
const ABBREVIATION_LOCALES: readonly (readonly [RegExp, string])[] = [
  [/^America\//, 'en-US'],
  [/^Europe\//, 'en-GB'],
  [/^Australia\//, 'en-AU'],
  [/^Asia\/Kolkata/, 'en-IN'],
  [/^Africa\//, 'en-ZA'],
];

/** Formatters are dear to make and never change. */
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(zone);
  if (known !== undefined) return known;
  const locale = ABBREVIATION_LOCALES.find(([pattern]) => pattern.test(zone))?.[1] ?? 'en-GB';
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
  FORMATTERS.set(zone, made);
  return made;
}

/** The zone's abbreviation at that instant: "PST" or "PDT", "CET" or "CEST", else "GMT+8". */
export function zoneAbbreviation(instantMs: number, zone: string, language: Language): string {
  if (zone === BEIJING_ZONE) return language === 'zh-CN' ? '北京时间' : 'Beijing';
  if (zone === 'Asia/Tokyo') return 'JST';
  const parts = formatterOf(zone).formatToParts(instantMs);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** "2026-01-21 Wed 10:00 Beijing". */
export function formatMoment(instantMs: number, zone: string, language: Language): string {
  const local = zonedAt(instantMs, zone);
  const time = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;
  const weekday = WEEKDAYS[language][local.dayOfWeek - 1] ?? '';
  return `${local.toPlainDate().toString()} ${weekday} ${time} ${zoneAbbreviation(instantMs, zone, language)}`;
}

/** "2026-01-21 周三 10:00 北京时间（2026-01-20 周二 18:00 PST）"; only Beijing when the marketplace is unknown. */
export function formatMomentPair(
  instantMs: number,
  marketplace: string | undefined,
  language: Language,
): string {
  const beijing = formatMoment(instantMs, BEIJING_ZONE, language);
  const zone = marketplace === undefined ? undefined : findMarketplace(marketplace)?.zone;
  if (zone === undefined) return beijing;
  const local = formatMoment(instantMs, zone, language);
  return language === 'zh-CN' ? `${beijing}（${local}）` : `${beijing} (${local})`;
}
