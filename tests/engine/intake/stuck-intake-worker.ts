// A worker whose reader hangs at the third part of each file unless it is told to leave that part out, and at the fourth of "two.pdf".
import type { IntakeTask } from '../../../src/engine/intake/intake-task.ts';
import { notePart } from '../../../src/engine/jobs/progress-sign.ts';
import { serveTasks } from '../../../src/engine/jobs/worker-tasks.ts';

serveTasks({
  process: ({ fileName, skipReading, avoidParts = [] }: IntakeTask) => {
    if (skipReading !== undefined) return { outcome: 'locked', systemCode: skipReading };
    if (fileName === 'whole.pdf') for (;;);
    for (let part = 1; part <= 5; part += 1) {
      notePart(part);
      const isStuck = part === 3 || (fileName === 'two.pdf' && part >= 4);
      while (isStuck && !avoidParts.includes(part));
    }
    return { outcome: 'locked', systemCode: `without ${avoidParts.join()}` };
  },
});
