// Installs what the lock file asks for when it is missing or stale. No dependencies, runs on any Node from 18 on.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.lock-sha256');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Casebinder: installing what package-lock.json asks for (once) … / 正在安装依赖（仅首次）…');
  // npm itself must write to stderr here: a command run with --json owns stdout.
  const stdio = ['ignore', 2, 2];
  const cli = process.env.npm_execpath;
  const node = process.env.npm_node_execpath ?? process.execPath;
  // A running node.exe inside node_modules can't be deleted on Windows: there the gentler repair.
  const verb = process.platform === 'win32' && existsSync(stamp) ? 'install' : 'ci';
  const args = [verb, '--no-audit', '--no-fund', '--loglevel=error'];
  // onnxruntime-node would fetch graphics-card libraries that nothing here uses; an older npm knows no `allowScripts`.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  const result = cli?.endsWith('.js')
    ? spawnSync(node, [cli, ...args], { cwd: root, stdio, env })
    : spawnSync('npm', args, { cwd: root, stdio, env, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('Casebinder: the installation failed; see the lines above. Nothing else was changed.');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
