// What a person confirms changes what is recognised next, in the same session and after a restart.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';

let base = '';
let door: InProcess;
/** A form of the seller's own factory that no rule knows. */
const form = (n: number): string =>
  `厂内周转记录表 车间三组 批次 ZZ-${n}\n工序 冲压 组长 签名 白班\n周转箱 编号 ${1000 + n} 油漆 晾干 毛边 抽检 合格\n`;

/** Long settled, so that no run waits for it. */
function writeForm(name: string, n: number): void {
  const path = join(base, 'seller', '车间', name);
  writeFileSync(path, form(n));
  const old = new Date(Date.now() - 86_400_000);
  utimesSync(path, old, old);
}

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'casebinder-learn-'));
  mkdirSync(join(base, 'seller', '车间'), { recursive: true });
  for (let n = 0; n < 8; n += 1) writeForm(`表单${n}.txt`, n);
  door = await openInProcess({ archiveDir: join(base, 'archive'), language: 'zh-CN' });
  await door.caller.folders.add({ grant: door.grant(join(base, 'seller')) });
  await door.engine.intake.runUntilIdle({ ocr: false });
});
afterAll(async () => {
  await door.close();
  rmSync(base, { recursive: true, force: true });
});

test('five confirmations teach the next three; undo takes a confirmation back', async () => {
  const before = await door.caller.documents.list({ query: '周转记录表', limit: 20, sort: 'name' });
  expect(before.total).toBe(8);
  expect(new Set(before.documents.map((d) => d.kind))).toEqual(new Set(['unknown']));
  const taught = before.documents.slice(0, 5);
  for (const d of taught) await door.caller.documents.correct({ documentId: d.id, kind: 'delivery_note' });
  await expect
    .poll(
      async () =>
        (await door.caller.documents.list({ query: '周转记录表 kind:delivery_note', limit: 20 })).total,
      { timeout: 20_000 },
    )
    .toBe(8);
  const learned = await door.caller.documents.get({ id: before.documents[7]!.id });
  expect(learned.kindByPerson).toBe(false);
  expect(learned.kindResult?.reasons.length).toBeGreaterThan(0);

  const wrong = await door.caller.documents.correct({ documentId: learned.id, kind: 'packing_list' });
  expect((await door.caller.documents.get({ id: learned.id })).kind).toBe('packing_list');
  await door.caller.documents.undoCorrections({ corrections: wrong.corrections });
  expect((await door.caller.documents.get({ id: learned.id })).kind).toBe('delivery_note');

  await door.close();
  writeForm('表单99.txt', 99);
  door = await openInProcess({ archiveDir: join(base, 'archive'), language: 'zh-CN' });
  await door.engine.intake.runUntilIdle({ ocr: false });
  const fresh = await door.caller.documents.list({ query: '"ZZ-99"', limit: 2 });
  expect(fresh.documents[0]?.kind).toBe('delivery_note');
});
