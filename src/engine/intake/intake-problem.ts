// Why is a location waiting or unreadable, as stored in its row? A code of the catalogue `intake` and its parameters.

export interface StateDetail {
  readonly code:
    | 'intake.waitingQuiet'
    | 'intake.waitingLocked'
    | 'intake.waitingChanged'
    | 'intake.unreadable'
    | 'intake.onlineOnly'
    | 'intake.movedTo'
    | 'intake.folderOffline'
    | 'intake.folderPolling'
    | 'intake.massMissing';
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Text for the column state_detail. */
export function writeStateDetail(detail: StateDetail): string {
  return JSON.stringify(detail);
}

/** What the column state_detail says; undefined when it says nothing that can be understood. */
export function readStateDetail(text: string | null): StateDetail | undefined {
  if (text === null || text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'code' in value
      ? (value as StateDetail)
      : undefined;
  } catch {
    return undefined;
  }
}
