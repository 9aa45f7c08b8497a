// A correction on the command line counts, is undone, and teaches what is recognised next.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT_DIR } from '../support/temporary-archive.ts';

interface Answer {
  readonly documents: readonly {
    readonly id: number;
    readonly kind: string;
    readonly identifiers: readonly { readonly type: string; readonly value: string }[];
  }[];
  readonly corrections: readonly number[];
  readonly total: number;
  readonly undone: number;
  readonly error: { readonly code: string };
}

let base = '';
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-correct-'));
  mkdirSync(join(base, 'seller', '车间'), { recursive: true });
  const old = new Date(Date.now() - 86_400_000);
  for (let n = 0; n < 7; n += 1) {
    const path = join(base, 'seller', '车间', `表单${n}.txt`);
    writeFileSync(
      path,
      `厂内周转记录表 车间三组 批次 ZZ-${n}\n工序 冲压 组长 签名 白班\n周转箱 编号 ${1000 + n} 油漆 晾干 毛边 抽检 合格\n`,
    );
    utimesSync(path, old, old);
  }
  expect(cli('folders', 'add', join(base, 'seller')).status).toBe(0);
  expect(cli('index', '--no-ocr').status).toBe(0);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function cli(...args: string[]): { status: number | null; json: Answer } {
  const result = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(PROJECT_DIR, 'src/cli/main.ts'), ...args, '--json'],
    {
      encoding: 'utf8',
      env: { ...process.env, CASEBINDER_ARCHIVE: join(base, 'archive'), NODE_OPTIONS: '' },
    },
  );
  return { status: result.status, json: JSON.parse(result.stdout) as Answer };
}

test('five corrected kinds teach the other two; identifiers are added, removed and taken back', () => {
  const before = cli('search', '周转记录表').json.documents;
  expect(before.map((one) => one.kind)).toEqual(Array(7).fill('unknown'));
  const taught = before.slice(0, 5).map((one) => String(one.id));
  expect(cli('correct', ...taught, '--kind', 'delivery_note').status).toBe(0);
  expect(cli('search', '周转记录表 kind:delivery_note').json.total).toBe(7);

  const id = String(before[6]!.id);
  const added = cli('correct', id, '--identifier', 'order_id:113-1234567-1234567').json;
  expect(added.documents[0]!.identifiers).toContainEqual(
    expect.objectContaining({ type: 'order_id', value: '113-1234567-1234567' }),
  );
  expect(cli('search', 'order:113-1234567-1234567').json.total).toBe(1);
  expect(cli('correct', ...added.corrections.map(String), '--undo').json.undone).toBe(1);
  expect(cli('search', 'order:113-1234567-1234567').json.total).toBe(0);
});

test('an unknown kind and an identifier without its type are refused in words', () => {
  expect(cli('correct', '1', '--kind', 'no_such_kind')).toMatchObject({
    status: 1,
    json: { error: { code: 'INPUT_INVALID' } },
  });
  expect(cli('correct', '1', '--identifier', '113-1234567-1234567').json.error.code).toBe('USAGE');
});
