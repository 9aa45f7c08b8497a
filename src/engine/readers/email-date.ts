// When was this e-mail sent, in the zone that the sender wrote?
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zone names of RFC 5322 4.3; others mean nothing reliable. */
const ZONES: Readonly<Record<string, string>> = {
  UT: '+00:00',
  UTC: '+00:00',
  GMT: '+00:00',
  Z: '+00:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/** "Tue, 18 Mar 2025 16:20:11 +0800" → "2025-03-18T16:20:11+08:00"; undefined when it is no date. */
export function parseMailDate(value: string | undefined): string | undefined {
  const match =
    /(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})[\s,]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([+-]\d{4}|[A-Z]{1,4})?/.exec(
      value ?? '',
    );
  if (match === null) return parseOther(value);
  const [, day = '', monthName = '', yearText = '', hour = '', minute = '', second = '00', zone] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  if (month === 0 || Number(day) < 1 || Number(day) > 31 || Number(hour) > 23) return undefined;
  // RFC 5322 4.3: two-digit years below 50 are 20xx.
  const year =
    yearText.length === 4 ? yearText : String(Number(yearText) + (Number(yearText) < 50 ? 2000 : 1900));
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}${formatZone(zone)}`;
}

function formatZone(zone: string | undefined): string {
  if (zone === undefined) return '';
  if (/^[+-]\d{4}$/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return ZONES[zone] ?? '';
}

/** C-style "Tue Mar 18 16:20:11 2025" and ISO dates. */
function parseOther(value: string | undefined): string | undefined {
  const iso = /\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?/.exec(value ?? '')?.[0];
  if (iso !== undefined) return iso;
  const match = /([A-Za-z]{3})\s+(\d{1,2})\s+(\d\d:\d\d:\d\d)\s+(?:[A-Z]{3,4}\s+)?(\d{4})/.exec(value ?? '');
  if (match === null) return undefined;
  const month = MONTHS.indexOf(match[1]!.toLowerCase()) + 1;
  return month === 0
    ? undefined
    : `${match[4]}-${String(month).padStart(2, '0')}-${match[2]!.padStart(2, '0')}T${match[3]}`;
}
