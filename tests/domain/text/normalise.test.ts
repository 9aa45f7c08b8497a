// Does text of any reader come out in one shape, fast enough for every page of every document?
import { describe, expect, it } from 'vitest';
import { normaliseText, toUpperAscii } from '../../../src/domain/text/normalise.ts';

describe('normaliseText', () => {
  it.each([
    ['full-width letters and digits', '订单号：１１３－１２３４５６７', '订单号:113-1234567'],
    ['Unicode dashes', '113–1234567—7654321−1', '113-1234567-7654321-1'],
    [
      'pdfium line-end marks and invisible characters',
      'wire\ufffeless\u200b soft\u00adhyphen\ufeff',
      'wireless softhyphen',
    ],
    ['OCR spaces between Chinese characters', '发 票 号 码 ： 开 票 日 期', '发票号码 : 开票日期'],
    ['stretched labels', '名    称：深圳市某某公司\n合    计', '名称:深圳市某某公司\n合计'],
    ['columns', 'Invoice No.\tDate        Total', 'Invoice No.  Date  Total'],
    ['line ends', 'a \r\nb\r\n\r\n\r\n\r\nc', 'a\nb\n\nc'],
    ['radicals of Chinese PDF printers', '⻚码、⻛险、⻋辆', '页码、风险、车辆'],
  ])('%s', (_, text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });
  it('keeps a single space between Chinese words of a normal text', () => {
    expect(normaliseText('购买方的名称信息 深圳市某某科技有限公司')).toBe(
      '购买方的名称信息 深圳市某某科技有限公司',
    );
  });
  it('changes nothing when applied twice', () => {
    const once = normaliseText('发 票 号 码：　１２３ — ﬁnal ① ㎡ Straße');
    expect(normaliseText(once)).toBe(once);
  });
  it('keeps offsets when letters become capital', () => {
    const text = 'Straße facturé über ŉ ı';
    expect(toUpperAscii(text)).toHaveLength(text.length);
    expect(toUpperAscii(text)).toContain('FACTURÉ ÜBER');
  });
  it('normalises a megabyte in well under a second', () => {
    const text = '发票号码：12345678 Invoice total 1,234.56 EUR\n'.repeat(20_000);
    const start = performance.now();
    normaliseText(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
