// The layer check must be able to fail: a planted violation of each border is found, and it reads the real sources.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

let root = '';

const PLANTED: readonly [rule: string, file: string, code: string][] = [
  [
    'domain-is-alone',
    'src/domain/planted-a.ts',
    "import { planted } from '../engine/planted.ts';\nexport const a = planted;\n",
  ],
  [
    'domain-is-pure',
    'src/domain/planted-b.ts',
    "import { readFileSync } from 'node:fs';\nexport const b = readFileSync;\n",
  ],
  [
    'engine-below-api',
    'src/engine/planted-c.ts',
    "import { planted } from '../api/planted.ts';\nexport const c = planted;\n",
  ],
  [
    'ui-knows-types-only',
    'src/ui/planted-d.ts',
    "import { planted } from '../api/planted.ts';\nexport const d = planted;\n",
  ],
  [
    'shell-without-engine',
    'electron/planted-e.ts',
    "import { planted } from '../src/engine/planted.ts';\nexport const e = planted;\n",
  ],
  ['no-cycles', 'src/domain/planted-f.ts', "import { g } from './planted-g.ts';\nexport const f = g;\n"],
];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'casebinder-layers-'));
  for (const folder of ['src/domain', 'src/engine', 'src/api', 'src/ui', 'electron'])
    mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(PROJECT_DIR, 'tsconfig.json'), join(root, 'tsconfig.json'));
  symlinkSync(join(PROJECT_DIR, 'node_modules'), join(root, 'node_modules'), 'junction');
  writeFileSync(join(root, 'src/engine/planted.ts'), 'export const planted = 1;\n');
  writeFileSync(join(root, 'src/api/planted.ts'), 'export const planted = 1;\n');
  writeFileSync(
    join(root, 'src/domain/planted-g.ts'),
    "import { f } from './planted-f.ts';\nexport const g = f;\n",
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function runCheck(least: string): { status: number | null; output: string } {
  const result = spawnSync(process.execPath, [join(PROJECT_DIR, 'tests/layers/check-layers.mjs')], {
    env: { ...process.env, CASEBINDER_LAYERS_ROOT: root, CASEBINDER_LAYERS_LEAST: least },
    encoding: 'utf8',
  });
  return { status: result.status, output: result.stdout + result.stderr };
}

test('a clean tree passes, and a tree of which nothing is read does not', () => {
  rmSync(join(root, 'src/domain/planted-g.ts'));
  expect(runCheck('2').status).toBe(0);
  expect(runCheck('100').status).toBe(1);
  writeFileSync(
    join(root, 'src/domain/planted-g.ts'),
    "import { f } from './planted-f.ts';\nexport const g = f;\n",
  );
});

test.each(PLANTED)('%s is found when planted', (rule, file, code) => {
  writeFileSync(join(root, file), code);
  try {
    const { status, output } = runCheck('2');
    expect(output).toContain(rule);
    expect(status).toBe(1);
  } finally {
    rmSync(join(root, file));
  }
  expect(dirname(file)).not.toBe('');
});
