// A correction on the command line counts, is undone, and teaches what is recognised next.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInThisProcess } from '../support/command-in-process.ts';

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
beforeAll(async () => {
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
  expect((await cli('folders', 'add', join(base, 'seller'))).status).toBe(0);
  expect((await cli('index', '--no-ocr')).status).toBe(0);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function cli(...args: string[]): Promise<{ status: number; json: Answer }> {
  const { status, out } = await runInThisProcess(...args, '--archive', join(base, 'archive'), '--json');
  return { status, json: JSON.parse(out) as Answer };
}

test('five corrected kinds teach the other two; identifiers are added, removed and taken back', async () => {
  const before = (await cli('search', '周转记录表')).json.documents;
  expect(before.map((one) => one.kind)).toEqual(Array(7).fill('unknown'));
  const taught = before.slice(0, 5).map((one) => String(one.id));
  expect((await cli('correct', ...taught, '--kind', 'delivery_note')).status).toBe(0);
  expect((await cli('search', '周转记录表 kind:delivery_note')).json.total).toBe(7);

  const id = String(before[6]!.id);
  const added = (await cli('correct', id, '--identifier', 'order_id:113-1234567-1234567')).json;
  expect(added.documents[0]!.identifiers).toContainEqual(
    expect.objectContaining({ type: 'order_id', value: '113-1234567-1234567' }),
  );
  expect((await cli('search', 'order:113-1234567-1234567')).json.total).toBe(1);
  expect((await cli('correct', ...added.corrections.map(String), '--undo')).json.undone).toBe(1);
  expect((await cli('search', 'order:113-1234567-1234567')).json.total).toBe(0);
});

test('an unknown kind and an identifier without its type are refused in words', async () => {
  expect(await cli('correct', '1', '--kind', 'no_such_kind')).toMatchObject({
    status: 1,
    json: { error: { code: 'INPUT_INVALID' } },
  });
  expect((await cli('correct', '1', '--identifier', '113-1234567-1234567')).json.error.code).toBe('USAGE');
});
