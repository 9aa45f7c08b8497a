// Which documents wait in the inbox for a person to sort them?

/** Below this a kind is a guess that a person should confirm. */
export const SURE_ENOUGH = 0.6;

/** Files that are never sorted by hand: programs, fonts, databases, empty files. They stay findable. */
const NEVER_SORTED: readonly RegExp[] = [
  /^application\/x-(empty|msdownload|dosexec|executable|sharedlib|mach-binary|elf|sqlite3|shockwave-flash|java-archive)$/,
  /^application\/(vnd\.microsoft\.portable-executable|vnd\.sqlite3|java-archive|wasm)$/,
  /^font\//,
];

/** True when nobody knows yet what the document is: unknown kind or low confidence, and not a program or the like. */
export function needsSorting(document: { kind: string; confidence: number; mediaType: string }): boolean {
  if (NEVER_SORTED.some((pattern) => pattern.test(document.mediaType))) return false;
  return document.kind === 'unknown' || document.confidence < SURE_ENOUGH;
}
