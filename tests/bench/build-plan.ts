// Builds the plan of a JSON file and prints how long it took, how much memory at its peak, and the pages of the book.
import { existsSync, readFileSync } from 'node:fs';
import { buildPack } from '../../src/engine/packs/build-pack.ts';
import type { PackPlan } from '../../src/engine/packs/pack-plan.ts';

const [, , planFile, outDir, zip] = process.argv;
const plan = JSON.parse(readFileSync(planFile!, 'utf8')) as PackPlan;
const startedMs = performance.now();
const built = await buildPack({ plan, outDir: outDir!, zip: zip === 'true' });
const ms = performance.now() - startedMs;
const pages = built.indexPages;
console.log(JSON.stringify({ ms, pages, peakMb: readPeakMb() }));

/** Linux hands the peak of the process that started this one down as `maxRSS`; VmHWM is this one's own. */
function readPeakMb(): number {
  const own = existsSync('/proc/self/status')
    ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    : undefined;
  return Math.round(((own === undefined ? process.resourceUsage().maxRSS : Number(own)) * 1024) / 1e6);
}
