// Runs every check of `npm test` in order and stops at the first that fails; prints how long each took.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = process.execPath;
const bin = (name, file) => join(root, 'node_modules', name, file);

if (Number(process.versions.napi) < 10) {
  console.error(
    `npm test needs Node 24 or newer; this is ${process.versions.node}. Run it through npm, which finds the pinned one.`,
  );
  process.exit(1);
}

const STEPS = [
  ['types', [bin('typescript', 'bin/tsc'), '--noEmit']],
  ['lint', [bin('@biomejs/biome', 'bin/biome'), 'check', '--diagnostic-level=error', '.']],
  ['layers', [join(root, 'tests/layers/check-layers.mjs')]],
  ['tests', [bin('vitest', 'vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', '--root', '.']],
];

const failed = [];
for (const [name, args] of STEPS) {
  const startedMs = performance.now();
  console.log(`\n── ${name}`);
  const result = spawnSync(node, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      // Tests start the command line some hundred times: each start takes a sixth less when its sources were compiled before.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'casebinder', 'compiled'),
    },
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`── ${name}: ${result.status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (result.status !== 0) {
    failed.push(name);
    break;
  }
}
process.exit(failed.length === 0 ? 0 : 1);
