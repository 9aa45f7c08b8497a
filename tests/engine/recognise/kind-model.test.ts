// Does the learned model take over what people confirmed, keep silent about strangers, and explain itself?
import { describe, expect, it } from 'vitest';
import type { RecogniseInput } from '../../../src/domain/inspection.ts';
import {
  guessKind,
  type KindExample,
  type KindModel,
  trainKindModel,
} from '../../../src/engine/recognise/kind-model.ts';
import { recognise } from '../../../src/engine/recognise/recognise.ts';

const GOODS = ['数据线', '台灯', '充电器', '耳机', '水杯', '玩具车'];

/** In-house papers that no rule knows: a stock sheet and a weekly check. */
function makeExamples(): KindExample[] {
  return GOODS.flatMap((goods, index) => [
    {
      slug: 'warehouse_receipt',
      fileName: `库位 ${index}.txt`,
      folderNames: ['仓储'],
      text: `东莞仓 库位登记 货架号 A-${index} 品名 ${goods} 上架人 小李 上架时间 班组 早班 备注 无`,
    },
    {
      slug: 'test_report',
      fileName: `巡检 ${index}.txt`,
      folderNames: ['品控'],
      text: `产线巡检记录 工序 焊接 品名 ${goods} 不良数 ${index} 处理 返工 巡检员 小王 班长确认`,
    },
  ]);
}

function makeInput(text: string, fileName = 'x.txt', folderNames: readonly string[] = []): RecogniseInput {
  return {
    fileName,
    folderNames,
    mediaType: 'text/plain',
    sizeBytes: 1,
    pages: [{ page: 1, text, source: 'plain' }],
    pageCount: 1,
    media: {},
    properties: {},
    barcodes: [],
    problems: [],
  };
}

describe('learned kinds', () => {
  const model = trainKindModel(makeExamples());
  const newcomer = makeInput('东莞仓 库位登记 货架号 B-9 品名 手机壳 上架人 小张 上架时间 班组 晚班 备注 无');

  it('names a newcomer like the confirmed ones and shows why', () => {
    expect(recognise(newcomer).kind.slug).toBe('unknown');
    const { kind } = recognise(newcomer, model);
    expect(kind.slug).toBe('warehouse_receipt');
    expect(kind.reasons[0]).toMatchObject({ code: 'kind_learned', params: { examples: 6 } });
    expect(String(kind.reasons[0]?.params?.['features'])).not.toBe('');
    expect(kind.confidence).toBeLessThanOrEqual(0.9);
  });

  it('keeps silent about strangers', () => {
    for (const text of [
      '明天下午开会讨论年会节目，请大家准时参加。',
      'The quick brown fox jumps over the lazy dog near the river bank.',
      '今天仓库门口停电，师傅下午来修。',
      '',
    ]) {
      expect(guessKind(model, makeInput(text)), text).toBeNull();
    }
  });

  it('never overrules a clear rule', () => {
    const report = makeInput(
      'return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tdetailed-disposition\n库位登记 货架号 上架人',
    );
    expect(recognise(report, model).kind.slug).toBe('amazon_report');
  });

  it('needs three examples of a kind and ignores unsorted ones', () => {
    expect(trainKindModel(makeExamples().slice(0, 4)).kinds).toEqual([]);
    const unsorted = makeExamples().map((example) => ({ ...example, slug: 'unknown' }));
    expect(trainKindModel(unsorted).kinds).toEqual([]);
  });

  it('survives being stored as JSON, and is the same for the same examples', () => {
    const stored = JSON.parse(JSON.stringify(model)) as KindModel;
    expect(guessKind(stored, newcomer)).toEqual(guessKind(model, newcomer));
    expect(trainKindModel(makeExamples())).toEqual(model);
  });

  it('learns from a thousand papers within seconds', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      slug: index % 2 === 0 ? 'pod' : 'packing_list',
      fileName: `${index}.pdf`,
      folderNames: [],
      text: `${index % 2 === 0 ? 'signed received left at door' : 'cartons gross net weight measure'} ${`word${String.fromCharCode(97 + (index % 26))}x `.repeat(120)}`,
    }));
    const start = performance.now();
    trainKindModel(many);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
