// How fast is it, beside the tools people know? `npm run bench -- --files 5000` prints a table with ratios.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInProcess } from '../../src/api/in-process.ts';
import { benchIndex } from './bench-index.ts';
import { benchPack } from './bench-pack.ts';
import { benchPacks } from './bench-packs.ts';
import { benchScale } from './bench-scale.ts';
import { benchScroll } from './bench-scroll.ts';
import { benchSearch } from './bench-search.ts';
import { printTable, type Row } from './table.ts';

const argument = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};

const files = argument('files', 5_000);
/** Only the large archive, without files. */
const scale = argument('scale', 0);
/** Only the list in a browser, with so many documents. */
const scroll = argument('scroll', 0);
const ROOT = join(import.meta.dirname, '..', '..');
/** Only the large packs. `--video 3000`: so many MB of video (0: none). */
const isPacks = process.argv.includes('--packs');
const base = mkdtempSync(join(tmpdir(), 'casebinder-bench-'));
const seller = join(base, 'seller');
try {
  if (isPacks) printTable(await benchPacks(base, ROOT, argument('video', 3_000)));
  else if (scroll > 0) printTable(await benchScroll(base, ROOT, scroll));
  else if (scale > 0) printTable(await benchScale(base, ROOT, scale));
  else await benchFiles();
} finally {
  rmSync(base, { recursive: true, force: true });
}

/** Everything that is measured with real files. */
async function benchFiles(): Promise<void> {
  console.error(`generating ${files} files …`);
  const script = join(import.meta.dirname, 'generate-files.ts');
  const generated = JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, script, seller, String(files)], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  ) as { kind: string; ids: string[] }[];
  const door = await openInProcess({ archiveDir: join(base, 'archive'), language: 'en' });
  const rows: Row[] = [];
  try {
    await door.caller.folders.add({ grant: door.grant(seller) });
    rows.push(...(await benchIndex(door, seller, base)));
    rows.push(...(await benchSearch(door, generated)));
    rows.push(...(await benchPack(door, base)));
  } finally {
    await door.close();
  }
  const cpu = spawnSync('sh', ['-c', 'grep -m1 "model name" /proc/cpuinfo | cut -d: -f2'], {
    encoding: 'utf8',
  }).stdout.trim();
  console.log(
    `\n${files} generated files · Node ${process.versions.node} · ${process.platform} ${process.arch}${cpu === '' ? '' : ` · ${cpu}`}\n`,
  );
  printTable(rows);
}
