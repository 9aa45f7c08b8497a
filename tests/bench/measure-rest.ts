// How much memory does an engine hold that has nothing to do? Run by the bench: node measure-rest.ts ARCHIVE, prints JSON.
import { openInProcess } from '../../src/api/in-process.ts';

/** The first comparison of everything, and half a minute until the thread that made it rests. */
const SETTLE_MS = 60_000;
const REST_MS = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const door = await openInProcess({ archiveDir: process.argv[2] ?? '', language: 'en' });
door.engine.intake.startWatching();
await door.caller.documents.list({ query: '', limit: 100 });
for (const query of ['发票', 'invoice', '113-0000998', '采购合同', '侵权 kind:pod'])
  await door.caller.documents.list({ query, limit: 50 });
await pause(SETTLE_MS);
const startedCpu = process.cpuUsage();
await pause(REST_MS);
const { user, system } = process.cpuUsage(startedCpu);
const rest = {
  restMb: Math.round(process.memoryUsage.rss() / 1e6),
  cpuMs: Math.round((user + system) / 1e3),
};
await door.close();
console.log(JSON.stringify(rest));
process.exit(0);
