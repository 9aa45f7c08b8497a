// What does a reader get to know about the file it shall read?
import type { ReadLimits } from '../../domain/reading.ts';

export interface ReadRequest {
  /** Where the bytes lie. Never shown to anyone and never part of a result. */
  readonly path: string;
  /** The name a person knows; only its extension matters here, as a weak hint. */
  readonly fileName: string;
  /** Existing or creatable folder of this task alone; children are written below it. The caller deletes it. */
  readonly scratchDir: string;
  readonly limits: ReadLimits;
  /** Parts (pages, entries) that hung or took too much memory at an earlier try: left out and named. */
  readonly avoidParts?: readonly number[];
  /** Skips identification when the caller has done it already. */
  readonly mediaType?: string;
}
