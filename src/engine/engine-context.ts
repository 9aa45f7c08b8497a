// What every part of the engine is given: the archive, the clock, the log, the event feed and its folders.
import type { Logger } from 'pino';
import type { EventFeed } from './event-feed.ts';
import type { Archive } from './store/open-archive.ts';

export interface EngineContext {
  readonly archive: Archive;
  readonly nowMs: () => number;
  readonly log: Logger;
  readonly events: EventFeed;
  /** Private folder for temporary files, emptied at start. */
  readonly scratchDir: string;
  /** Folder of shipped data (fonts, templates). */
  readonly resourcesDir: string;
}
