// What did the clock show in a given zone at an instant?

/** "2026-11-22 21:05" in an IANA zone; UTC when the zone is unknown. */
export function formatInZone(atMs: number, zone: string): string {
  const parts = partsInZone(atMs, zone);
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

/** "2026-11-22" in an IANA zone. */
export function formatDateInZone(atMs: number, zone: string): string {
  return formatInZone(atMs, zone).slice(0, 10);
}

/** Short name of the zone's offset at an instant: "UTC+8", "PST". */
export function nameOfZone(atMs: number, zone: string): string {
  const name = formatter(zone, true)
    .formatToParts(atMs)
    .find((part) => part.type === 'timeZoneName')?.value;
  return (name ?? zone).replace('GMT', 'UTC');
}

interface ClockParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

export function partsInZone(atMs: number, zone: string): ClockParts {
  const found = new Map(
    formatter(zone, false)
      .formatToParts(atMs)
      .map((part) => [part.type, part.value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '00';
  return {
    year: read('year').padStart(4, '0'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, named: boolean): Intl.DateTimeFormat {
  const key = `${zone}/${named}`;
  let made = formatters.get(key);
  if (made === undefined) {
    const options: Intl.DateTimeFormatOptions = {
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      ...(named ? { timeZoneName: 'short' } : {}),
    };
    try {
      made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
    } catch {
      made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
    }
    formatters.set(key, made);
  }
  return made;
}

export const BEIJING = 'Asia/Shanghai';
