// How are moments and durations written: 2026-11-22 09:05, in the computer's own zone?

const two = (value: number): string => String(value).padStart(2, '0');

/** "2026-11-22" in the computer's own zone. */
export function formatDay(atMs: number): string {
  const date = new Date(atMs);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** "2026-11-22 09:05" in the computer's own zone. */
export function formatMoment(atMs: number): string {
  const date = new Date(atMs);
  return `${formatDay(atMs)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** ISO text of a document as it is read by people: "2026-01-05T14:02:11" → "2026-01-05 14:02". */
export function formatIsoText(value: string): string {
  return value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*$/, '$1 $2');
}

/** 75.4 → "1:15"; 3675 → "1:01:15". */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
