// The worker's side of intake: does one task per file, with the real reader and recognition behind it.
import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { RecogniseInput } from '../../domain/inspection.ts';
import { serveTasks } from '../jobs/worker-tasks.ts';
import { readFile } from '../readers/read-file.ts';
import type { KindModel } from '../recognise/kind-model.ts';
import { recognise } from '../recognise/recognise.ts';
import { type CopyRequest, copyChecked } from '../vault/copy-checked.ts';
import type { IntakeTask } from './intake-task.ts';
import { type FileSteps, processFile } from './process-file.ts';

/** What the engine gives each worker at its start. */
export interface IntakeWorkerData {
  readonly model?: KindModel;
}

let { model } = (workerData ?? {}) as IntakeWorkerData;
let open:
  | {
      readonly path: string;
      readonly sqlite: Database.Database;
      readonly find: Database.Statement<[string], { id: number }>;
    }
  | undefined;

const steps: FileSteps = {
  read: readFile,
  recognise: (input) => recognise(input, model),
  findDocument(databasePath, sha256) {
    // A read-only connection of its own: the answer is at most one transaction old, and filing asks once more.
    if (open?.path !== databasePath) {
      open?.sqlite.close();
      const sqlite = new Database(databasePath, { readonly: true, timeout: 5000 });
      // One look-up a file: the system's own cache serves it as well as 16 MB in each thread would.
      sqlite.pragma('cache_size = -1000');
      open = { path: databasePath, sqlite, find: sqlite.prepare('SELECT id FROM document WHERE sha256 = ?') };
    }
    return open.find.get(sha256)?.id;
  },
};

serveTasks(
  {
    process: (task: IntakeTask) => processFile(task, steps),
    recognise: (input: RecogniseInput) => steps.recognise(input),
    copy: (request: CopyRequest) => copyChecked(request),
  },
  (data) => {
    model = (data as IntakeWorkerData).model;
  },
);
