// Does anything of a whole job leave this computer? Run without a network, with every connection attempt on record.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ensureUiBuilt } from '../../src/api/http/ui-assets.ts';
import { copySampleArchive } from '../support/sample-seller.ts';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

const CLI = join(PROJECT_DIR, 'src/cli/main.ts');
const canTrace =
  process.platform === 'linux' && spawnSync('strace', ['-f', '-e', 'trace=connect', 'true']).status === 0;
const canUnshare = canTrace && spawnSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
if (!canTrace) console.log('no outbound connection: skipped, strace is not available here');
else if (!canUnshare)
  console.log('no outbound connection: traced only, this user may not make a network namespace');

const base = mkdtempSync(join(tmpdir(), 'casebinder-offline-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** `node SCRIPT ARGS` with every socket and connect on record in `base/NAME.*`, in a namespace where only loopback exists. */
function traced(name: string, args: readonly string[], script = CLI): [string, string[]] {
  const command = [
    ...['strace', '-ff', '-qq', '-s', '200', '-e', 'trace=connect,sendto,sendmsg', '-o', join(base, name)],
    ...[process.execPath, '--disable-warning=ExperimentalWarning', script, ...args],
  ];
  const quoted = command.map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ');
  return canUnshare
    ? ['unshare', ['-n', 'sh', '-c', `ip link set lo up && exec ${quoted}`]]
    : [command[0] as string, command.slice(1)];
}

/** Addresses that were contacted, other than this computer's own sockets. */
function listOutbound(name: string): string[] {
  return readdirSync(base)
    .filter((file) => file.startsWith(`${name}.`))
    .flatMap((file) => readFileSync(join(base, file), 'utf8').split('\n'))
    .filter((line) => /sa_family=AF_INET6?/.test(line))
    .filter((line) => !/inet_addr\("127\.|"::1"|"::ffff:127\./.test(line));
}

it('the trace sees an attempt when there is one', { skip: !canTrace }, () => {
  const attempt = "require('net').connect(9, '192.0.2.1').on('error', () => process.exit())";
  spawnSync(
    'strace',
    ['-ff', '-qq', '-e', 'trace=connect', '-o', join(base, 'control'), process.execPath, '-e', attempt],
    { timeout: 3_000 },
  );
  expect(listOutbound('control').join('\n')).toContain('192.0.2.1');
});

it('sample, index, case, pack, verify: everything works without a network, and nothing is asked of one', {
  skip: !canTrace,
  timeout: 180_000,
}, () => {
  const [program, args] = traced('demo', ['demo', '--dir', join(base, 'demo'), '--json']);
  const run = spawnSync(program, args, { encoding: 'utf8', timeout: 170_000, maxBuffer: 64_000_000 });
  expect(run.status, run.stderr.slice(-2_000)).toBe(0);
  const result = JSON.parse(run.stdout) as { verify: { ok: boolean }; index: { documents: number } };
  expect(result.verify.ok).toBe(true);
  expect(result.index.documents).toBeGreaterThan(100);
  expect(listOutbound('demo')).toEqual([]);
});

it('OCR and barcodes bring their own data', { skip: !canTrace, timeout: 180_000 }, () => {
  const picture = readdirSync(join(base, 'demo', 'seller'), { recursive: true, encoding: 'utf8' }).find(
    (name) => /面单.*\.(png|jpe?g|pdf)$/i.test(name),
  );
  const [program, args] = traced('inspect', [
    'inspect',
    join(base, 'demo', 'seller', picture ?? ''),
    '--archive',
    join(base, 'demo', 'archive'),
    '--json',
  ]);
  const run = spawnSync(program, args, { encoding: 'utf8', timeout: 170_000, maxBuffer: 64_000_000 });
  expect(run.status, run.stdout + run.stderr).toBe(0);
  expect(listOutbound('inspect')).toEqual([]);
});

it('building the page asks no name server', { skip: !canTrace, timeout: 120_000 }, () => {
  const [program, args] = traced(
    'build',
    [PROJECT_DIR, join(base, 'page')],
    join(PROJECT_DIR, 'src/api/http/build-ui.ts'),
  );
  const run = spawnSync(program, args, { encoding: 'utf8', timeout: 110_000 });
  expect(run.status, run.stderr).toBe(0);
  expect(readdirSync(join(base, 'page'))).toContain('index.html');
  expect(listOutbound('build')).toEqual([]);
});

it('browser mode, walked through in both languages by a real browser: pages, search, verify, backup, week', {
  skip: !canUnshare,
  timeout: 180_000,
}, async () => {
  const { archiveDir } = await copySampleArchive();
  const walk = join(PROJECT_DIR, 'tests/integrity/walk-offline.ts');
  await ensureUiBuilt(PROJECT_DIR, () => undefined);
  const parts = [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    walk,
    archiveDir,
    join(base, 'serve'),
  ];
  const run = spawnSync(
    'unshare',
    ['-n', 'sh', '-c', `ip link set lo up && exec ${parts.map((part) => `'${part}'`).join(' ')}`],
    { encoding: 'utf8', timeout: 170_000 },
  );
  expect(run.status, run.stderr.slice(-2_000)).toBe(0);
  const seen = JSON.parse(run.stdout) as {
    strangers: string[];
    requests: number;
    statuses: number[];
    title: string;
  };
  expect(seen.strangers).toEqual([]);
  expect(seen.statuses).toEqual([200, 200, 200, 200]);
  expect(seen.requests).toBeGreaterThan(100);
  expect(listOutbound('serve')).toEqual([]);
  rmSync(join(archiveDir, '..'), { recursive: true, force: true });
});
