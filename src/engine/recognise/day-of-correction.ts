// On which day did a person correct something, as the page writes days?

/** YYYY-MM-DD in the zone of the computer. */
export function dayOf(atMs: number): string {
  const date = new Date(atMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
