// A worker that needs two seconds before it can take up anything, as loading does on a busy machine.
import { serveTasks } from '../../../src/engine/jobs/worker-tasks.ts';

const endMs = performance.now() + 2_000;
while (performance.now() < endMs);
serveTasks({ echo: (value: string) => value });
