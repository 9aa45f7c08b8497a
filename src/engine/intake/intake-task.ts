// What is a worker asked to do with one file, and what can it answer?
import type { RecogniseInput, Recognition } from '../../domain/inspection.ts';
import type { ReadLimits, ReadProblemCode, ReadResult } from '../../domain/reading.ts';
import type { KindModel } from '../recognise/kind-model.ts';
import type { CopyRequest } from '../vault/copy-checked.ts';
import type { FileIdentity, FileLook } from './file-look.ts';

export interface IntakeTask {
  readonly path: string;
  readonly fileName: string;
  /** Folder names from the watched folder down to the file, outermost first. */
  readonly folderNames: readonly string[];
  /** What the file looked like when it was settled; absent for files that nobody else can change (scratch files). */
  readonly expected?: FileIdentity;
  readonly scratchDir: string;
  /** Database to ask (read-only) whether the content has a document already; absent: always read. */
  readonly databasePath?: string;
  /** Set for a file whose reader crashed or hung before: it is filed by name and hash only, with this problem. */
  readonly skipReading?: ReadProblemCode;
  /** Parts of the file that a reader hung on or grew at before: left out and named. */
  readonly avoidParts?: readonly number[];
  readonly limits: ReadLimits;
}

/** The answer for one file. */
export type IntakeOutcome =
  | {
      readonly outcome: 'read';
      readonly sha256: string;
      readonly look: FileLook;
      readonly read: ReadResult;
      readonly recognition: Recognition;
    }
  | {
      readonly outcome: 'known';
      readonly sha256: string;
      readonly look: FileLook;
      readonly documentId: number;
    }
  | { readonly outcome: 'changed'; readonly look: FileLook }
  | { readonly outcome: 'vanished' }
  | { readonly outcome: 'online_only'; readonly look: FileLook }
  | { readonly outcome: 'locked'; readonly systemCode: string };

/** Those who do intake tasks: worker threads in the product. */
export interface IntakeWorkers {
  /** Rejects only when the task can't even be done without reading, or when the workers are closed. */
  run(task: IntakeTask): Promise<IntakeOutcome>;
  /** Recognition alone, from what is stored. */
  recognise(input: RecogniseInput): Promise<Recognition>;
  /** Copies bytes and proves the copy. Rejects when the source holds other bytes, or the disk is full. */
  copy(request: CopyRequest): Promise<void>;
  readonly count: number;
  /** Later recognitions also ask what people taught. */
  adoptModel?(model: KindModel): void;
  /** Other work that needs memory begins: readers that have read many files make room; the next task starts a fresh one. */
  makeRoom?(): void;
  close(): Promise<void>;
}
