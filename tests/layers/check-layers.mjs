// Do imports point one way, as docs/architecture.md says? Prints every violation and how many modules were read.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { LAYER_RULES } from './layer-rules.mjs';

const root = process.env.CASEBINDER_LAYERS_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const result = await cruise(['src', 'electron'], {
  baseDir: root,
  ruleSet: { forbidden: LAYER_RULES },
  validate: true,
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: join(root, 'tsconfig.json') },
  enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
});
const { summary } = result.output;
for (const v of summary.violations) {
  const cycle = v.cycle === undefined ? '' : ` (${v.cycle.map((c) => c.name ?? c).join(' → ')})`;
  console.error(`${v.rule.severity} ${v.rule.name}: ${v.from} → ${v.to}${cycle}`);
}
console.log(`layers: ${summary.totalCruised} modules read, ${summary.violations.length} violations`);
// Under an unsupported TypeScript the tool reads nothing and reports success: that must fail too.
const least = Number(process.env.CASEBINDER_LAYERS_LEAST ?? 150);
if (summary.totalCruised < least) {
  console.error(`layers: only ${summary.totalCruised} modules were read; at least ${least} were expected`);
  process.exit(1);
}
process.exit(summary.violations.length > 0 ? 1 : 0);
