// A worker whose files take memory without end at the first try and are read at the second, in their own time.
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import type { IntakeTask } from '../../../src/engine/intake/intake-task.ts';
import { serveTasks } from '../../../src/engine/jobs/worker-tasks.ts';

const hoard: Uint8Array[] = [];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

serveTasks({
  process: async ({ path, fileName, scratchDir }: IntakeTask) => {
    if (!existsSync(path)) {
      writeFileSync(path, 'tried once');
      for (;;) {
        hoard.push(new Uint8Array(8 * 1024 * 1024).fill(1));
        await pause(5);
      }
    }
    appendFileSync(scratchDir, `begin ${fileName}\n`);
    await pause(1_500);
    appendFileSync(scratchDir, `end ${fileName}\n`);
    return { outcome: 'vanished' };
  },
});
