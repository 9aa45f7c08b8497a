// Are a paper scanned twice and a photo saved again recognised as the same, and papers of one template as different?
import { describe, expect, test } from 'vitest';
import {
  bandsOfImage,
  bandsOfText,
  compareTextSigns,
  findResemblance,
  type SignedDocument,
  signImage,
  signText,
} from '../../../src/domain/text/resemblance.ts';

const INVOICE = `Shenzhen Bright Lamp Manufacturing Co., Ltd. No. 18 Industrial Road, Bao'an District, Shenzhen
Commercial invoice INV-2026-00417 Date 12 January 2026. Sold to: Hangzhou Example Trading Co., Ltd.
500 pcs LED desk lamp model BL-200, unit price 8.40 USD, amount 4,200.00 USD. 200 pcs power adapter, 1.10 USD, 220.00 USD.
Total amount 4,420.00 USD. Payment by bank transfer within 30 days. Goods shipped from Yantian, country of origin China.`;

function sign(text: string): string {
  const found = signText([{ page: 1, text, source: 'ocr' }]);
  if (found === undefined) throw new Error('too little text');
  return found;
}

/** As a second scan would be read: every thirtieth character wrong. */
function misread(text: string): string {
  return [...text].map((character, index) => (index % 30 === 17 ? '8' : character)).join('');
}

function paper(text: string, ...ownNumbers: string[]): SignedDocument {
  return { textSign: sign(text), imageSign: null, ownNumbers: new Set(ownNumbers), printedOn: null };
}

describe('texts', () => {
  test('two readings of one paper are alike and are found through a common key', () => {
    const first = paper(INVOICE, 'invoice_no:inv202600417');
    const second = paper(misread(INVOICE), 'invoice_no:inv202600417');
    expect(findResemblance(first, second)).toMatchObject({ by: 'text' });
    const keys = new Set(bandsOfText(sign(INVOICE)));
    expect(bandsOfText(sign(misread(INVOICE))).some((key) => keys.has(key))).toBe(true);
  });

  test('two invoices of one template that name different numbers are two papers', () => {
    const other = INVOICE.replace('00417', '00418').replace('500 pcs', '480 pcs');
    expect(compareTextSigns(sign(INVOICE), sign(other))).toBeGreaterThan(0.8);
    expect(
      findResemblance(paper(INVOICE, 'invoice_no:inv202600417'), paper(other, 'invoice_no:inv202600418')),
    ).toBeNull();
  });

  test('the same letter of another day is another paper; a number in common says more than a date', () => {
    const january = { ...paper(INVOICE), printedOn: '2026-01-12' };
    const february = { ...paper(INVOICE.replace('January', 'February')), printedOn: '2026-02-12' };
    expect(findResemblance(january, february)).toBeNull();
    expect(findResemblance(january, { ...february, printedOn: null })).toMatchObject({ by: 'text' });
    const ownNumbers = new Set(['invoice_no:inv202600417']);
    expect(findResemblance({ ...january, ownNumbers }, { ...february, ownNumbers })).toMatchObject({
      by: 'text',
    });
  });

  test('papers about other things share next to nothing, in English and Chinese', () => {
    const contract =
      '采购合同 甲方：深圳市明亮灯具有限公司 乙方：杭州示例贸易有限公司 双方经友好协商，就采购台灯事宜达成如下协议。'.repeat(
        3,
      );
    const licence =
      '营业执照 统一社会信用代码 名称 类型 法定代表人 经营范围 注册资本 成立日期 营业期限 住所 登记机关'.repeat(
        4,
      );
    expect(compareTextSigns(sign(contract), sign(licence))).toBeLessThan(0.15);
    expect(compareTextSigns(sign(INVOICE), sign(contract))).toBeLessThan(0.1);
    expect(findResemblance(paper(contract), paper(licence))).toBeNull();
  });

  test('a few words are not compared at all', () => {
    expect(signText([{ page: 1, text: 'Thank you for your order', source: 'pdf' }])).toBeUndefined();
  });
});

describe('pictures', () => {
  const width = 64;
  const height = 48;
  /** A scene of soft shapes; `light` and `noise` change as when a photo is saved again. */
  function scene(phase: number, light = 0, noise = 0): Uint8Array {
    return Uint8Array.from({ length: width * height }, (_, at) => {
      const x = at % width;
      const y = Math.floor(at / width);
      const value =
        120 + 60 * Math.sin(x / 7 + phase) + 50 * Math.cos(y / 9 - phase) + light + noise * ((at * 7919) % 5);
      return Math.max(0, Math.min(255, Math.round(value)));
    });
  }
  const signed = (grey: Uint8Array): string => signImage(grey, width, height) ?? '';
  const photo = (grey: Uint8Array): SignedDocument => ({
    textSign: null,
    imageSign: signed(grey),
    ownNumbers: new Set(),
    printedOn: null,
  });

  test('a photo saved again, a little lighter and noisier, is the same photo', () => {
    expect(findResemblance(photo(scene(0)), photo(scene(0, 9, 1)))).toMatchObject({ by: 'picture' });
    const keys = new Set(bandsOfImage(signed(scene(0))));
    expect(bandsOfImage(signed(scene(0, 9, 1))).some((key) => keys.has(key))).toBe(true);
  });

  test('another scene is another photo', () => {
    expect(findResemblance(photo(scene(0)), photo(scene(2)))).toBeNull();
  });

  test('an empty picture has nothing to be compared by', () => {
    expect(signImage(new Uint8Array(width * height).fill(240), width, height)).toBeUndefined();
  });
});
