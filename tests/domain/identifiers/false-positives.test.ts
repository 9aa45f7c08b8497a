// Do numbers that only look like identifiers stay out (domain.md 3.5, one test per rule)?
import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '../../../src/domain/identifiers/find-identifiers.ts';
import { inputOf } from './recognise-input.ts';

const typesIn = (text: string): string[] => findIdentifiers(inputOf(text)).map((found) => found.type);

describe('false positives of domain.md 3.5', () => {
  it('1. takes no date or timestamp for a fapiao or tracking number', () => {
    expect(
      typesIn('开票日期 20260116 打印 2026-01-16 08:30:00 流水 20260116083000 发票号码：20260116'),
    ).toEqual([]);
  });
  it('takes no tax registration of a shop for a trademark', () => {
    expect(typesIn('GST Reg No: 002077622272')).not.toContain('trademark_no');
    expect(typesIn('TRADEMARK Reg. No. 5,123,456')).toContain('trademark_no');
  });
  it('2. takes no Chinese mobile for a case, a DHL number or a tracking number', () => {
    expect(typesIn('联系人 13800138000，问题：13912345678，手机 13500001111 快递单号 13700002222')).toEqual(
      [],
    );
  });
  it('3. takes no phone number for an order', () => {
    expect(
      typesIn('客服热线 400-820-3800 Tel: +1-800-555-0199 Phone 113-1234567 座机 0755-12345678'),
    ).toEqual([]);
  });
  it('4. takes no QQ or WeChat number', () => {
    expect(typesIn('QQ：123456789012 微信 1234567890')).toEqual([]);
  });
  it('5. takes no prices and line totals', () => {
    expect(typesIn('单价 12345678.90 金额 98,765,432.10 合计 123456789012.00 数量 10000')).toEqual([]);
  });
  it('6. calls a labelled EAN a product code, not a FedEx or DHL number', () => {
    expect(typesIn('EAN 4006381333931 UPC: 036000291452')).toEqual(['gtin', 'gtin']);
  });
  it('7. takes no bank serial or check code for a fapiao or USPS number', () => {
    expect(typesIn('校验码 12345 67890 12345 67890\n20250116123456789012345678')).toEqual([]);
  });
  it('8. finds no ASIN inside hashes and UUIDs', () => {
    expect(
      typesIn(
        'sha256 b0a1b2c3d4e5f60718293a4b5c6d7e8f9b0a1b2c3d4e5f60718293a4b5c6d7e8 id 123e4567-e89b-12d3-a456-b0a1b2c3d4e5',
      ),
    ).toEqual([]);
  });
  it('9. reads an FBA box label as a box, not as a shipment', () => {
    expect(typesIn('FBA15ABCDEF1U000001')).toEqual(['fba_box_id']);
  });
  it('10. takes no marketplace id for a seller', () => {
    expect(typesIn('Seller ID: ATVPDKIKX0DER Merchant token A1PA6795UKMFR9')).toEqual([]);
    expect(typesIn('Merchant Token: A2R2RITDJNW1Q6')).toEqual(['seller_id']);
  });
  it('11. takes no model number for an ASIN', () => {
    expect(typesIn('Model: B012345678')).toEqual(['model']);
    expect(typesIn('part AX-B012345678-02')).toEqual([]);
  });
  it('12. takes no order of another platform for an Amazon order', () => {
    expect(
      typesIn(
        'AliExpress order 8123456789012345 TikTok 订单号 576812345678901234 Temu PO-211-01234567890123456 Walmart order 200012345678901',
      ),
    ).not.toContain('order_id');
  });
  it('13. takes no numbers that a spreadsheet destroyed, but reads wrapped ones', () => {
    expect(typesIn('tracking 9.40011E+21 order 1.11E+16')).toEqual([]);
    expect(typesIn('="9400111206206406260787"')).toEqual(['tracking_number']);
  });
  it('14. gives the order of a file name and the tracking number their own types', () => {
    const found = findIdentifiers(inputOf('', { fileName: '113-1234567-7654321_退货_TBA010000000000.jpg' }));
    expect(found.map((entry) => `${entry.type} ${entry.value}`).sort()).toEqual([
      'order_id 113-1234567-7654321',
      'tracking_number TBA010000000000',
    ]);
  });
});
