// Builds the plan of a JSON file in the time zone of this process; prints the hashes of ZIP and manifest, and to stderr the peak memory in kB.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildPack } from '../../../src/engine/packs/build-pack.ts';
import type { PackPlan } from '../../../src/engine/packs/pack-plan.ts';

const [, , planFile, outDir] = process.argv;
const plan = JSON.parse(readFileSync(planFile!, 'utf8')) as PackPlan;
const built = await buildPack({ plan, outDir: outDir!, zip: true });
console.log(createHash('sha256').update(readFileSync(built.zip!)).digest('hex'), built.manifestSha256);
console.error(process.resourceUsage().maxRSS);
