// How do deadlines get into a calendar: an iCalendar file (RFC 5545)?

export interface CalendarEntry {
  /** Stable, so that the next export updates the entry instead of doubling it. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** The instant that must not be missed. */
  readonly atMs: number;
  /** Minutes before it at which to ring. */
  readonly alarmMinutes: readonly number[];
}

/** Text of the file: UTC times, CRLF line ends, lines folded at 75 octets. */
export function writeCalendar(entries: readonly CalendarEntry[], writtenAtMs: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Casebinder//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(entry.uid)}`,
      `DTSTAMP:${formatUtc(writtenAtMs)}`,
      `DTSTART:${formatUtc(entry.atMs)}`,
      // A deadline takes no time: it neither blocks the day nor shows as free time.
      `DTEND:${formatUtc(entry.atMs)}`,
      'TRANSP:TRANSPARENT',
      `SUMMARY:${escapeText(entry.title)}`,
      ...(entry.description === '' ? [] : [`DESCRIPTION:${escapeText(entry.description)}`]),
      ...entry.alarmMinutes.flatMap((minutes) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escapeText(entry.title)}`,
        `TRIGGER:-PT${minutes}M`,
        'END:VALARM',
      ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function formatUtc(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');
}

/** RFC 5545 3.1: at most 75 octets a line, never cut inside a character. */
function fold(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      piece = '';
      octets = 0;
    }
    piece += character;
    octets += size;
  }
  pieces.push(piece);
  return pieces.join('\r\n ');
}
