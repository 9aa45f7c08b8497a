// Runs what takes too long for `npm test`: kills, a simulated day, mutated files and the long tests of tests/long. Stops at the first failure.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    hours: { type: 'string', default: '24' },
    mutants: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now()) },
    only: { type: 'string', default: 'kills,soak,mutants,tests' },
  },
});
/** As the product starts (electron/start.mjs): what is measured of memory would otherwise be that of another program. */
const AS_PRODUCT = [
  '--max-semi-space-size=8',
  '--optimize-for-size',
  '--import',
  pathToFileURL(join(root, 'src/cli/light-packages.ts')).href,
];
const STEPS = {
  kills: [join(root, 'tests/integrity/kill-rounds.ts'), values.kills, values.seed],
  soak: [...AS_PRODUCT, join(root, 'tests/integrity/soak-rounds.ts'), values.hours, '250', values.seed],
  mutants: [join(root, 'tests/integrity/mutate-files.ts'), values.mutants, values.seed],
  tests: [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/long/vitest.config.ts',
    '--root',
    '.',
  ],
};

console.log(`seed ${values.seed}: give it as --seed to repeat this run`);
for (const name of values.only.split(',')) {
  if (STEPS[name] === undefined) throw new Error(`--only knows ${Object.keys(STEPS).join(', ')}`);
  console.log(`\n── ${name}`);
  const startedMs = performance.now();
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...STEPS[name]], {
    cwd: root,
    stdio: 'inherit',
    env: { MALLOC_ARENA_MAX: '2', ...process.env },
  });
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (status !== 0) process.exit(1);
}
