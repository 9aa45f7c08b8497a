// A worker that answers each file with how many it has read.
import { serveTasks } from '../../../src/engine/jobs/worker-tasks.ts';

let read = 0;

serveTasks({
  process: () => {
    read += 1;
    return { outcome: 'locked', systemCode: String(read) };
  },
});
