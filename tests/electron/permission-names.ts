// Which permission names does the installed Electron know? Read from its typings, so that a new one is tested too.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Every name in the signatures of both permission handlers. */
export function readPermissionNames(): string[] {
  const path = createRequire(import.meta.url).resolve('electron/electron.d.ts');
  const names = new Set<string>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (!/^\s*setPermission(Check|Request)Handler\(/.test(line)) continue;
    const union = /permission: ((?:'[^']+'(?: \| )?)+)/.exec(line)?.[1] ?? '';
    for (const match of union.matchAll(/'([^']+)'/g)) names.add(match[1] as string);
  }
  return [...names].sort();
}
