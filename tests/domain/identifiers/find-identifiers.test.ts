// Are the identifiers of sellers' papers found, with their carrier, check and source?
import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '../../../src/domain/identifiers/find-identifiers.ts';
import { identifierKey } from '../../../src/domain/identifiers/identifier-key.ts';
import { identifierReasons as en } from '../../../src/i18n/en/identifier-reasons.ts';
import { identifierReasons as zh } from '../../../src/i18n/zh-CN/identifier-reasons.ts';
import { inputOf } from './recognise-input.ts';

const found = (text: string, options = {}): string[] =>
  findIdentifiers(inputOf(text, options)).map((entry) => `${entry.type} ${entry.value}`);

describe('a parcel number under its own column', () => {
  it('is taken from the cell below the label, not from the first of the line', () => {
    expect(found('GLS return\nZip code  Your GLS Track ID\n218S2500  YOD3VO5S\n')).toEqual([
      'tracking_number YOD3VO5S',
    ]);
  });
});

describe('an interleaved code of twelve digits', () => {
  it('is no product, though one in ten passes the check of goods', () => {
    const barcodes = [{ page: 1, format: 'ITF', value: '063070246563' }];
    expect(found('', { barcodes })).not.toContain('gtin 063070246563');
  });
});

describe('Amazon identifiers', () => {
  it.each([
    ['订单号１１３－１２３４５６７－７６５４３２１的包裹', 'order_id 113-1234567-7654321'],
    ['see https://www.amazon.de/dp/B07XJ8C8F5?th=1', 'asin B07XJ8C8F5'],
    ['https://www.amazon.com/gp/product/0306406152/', 'asin 0306406152'],
    ['FNSKU：X004XONY53', 'fnsku X004XONY53'],
    ['货件编号FBA17ABCDEFG已接收', 'fba_shipment_id FBA17ABCDEFG'],
    ['LPNNC5N165ZVR', 'lpn LPNNC5N165ZVR'],
    ['问题编号：17012345671', 'case_id 17012345671'],
    ['Re: [CASE 17012345671] Your appeal', 'case_id 17012345671'],
    ['https://sellercentral.amazon.com/cu/case-dashboard/view-case?caseID=9876543210', 'case_id 9876543210'],
    ['Complaint ID: 12345678901', 'complaint_id 12345678901'],
    ['RMA DabcDEF12RRMA', 'rma_id DabcDEF12RRMA'],
    ['from abcdef12345gh@marketplace.amazon.co.uk', 'buyer_alias abcdef12345gh@marketplace.amazon.co.uk'],
    ['订单编号 11312345677654321', 'order_id 113-1234567-7654321'],
    ['settlement-id\n25889786381', 'settlement_id 25889786381'],
    ['SAFE-T claim ID: 12345-67890-1234567', 'safet_claim_id 12345-67890-1234567'],
  ])('%s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });
});

describe('carriers', () => {
  it.each([
    ['1Z 5R8 939 03 5756 7127 delivered', '1Z5R89390357567127', 'UPS'],
    ['USPS TRACKING # 9400 1112 0108 0805 4830 16', '9400111201080805483016', 'USPS'],
    ['TRK# 7946 3705 2920', '794637052920', 'FedEx'],
    ['FedEx 986578788855', '986578788855', 'FedEx'],
    ['Sendungsnummer: 3318810025 DHL Express', '3318810025', 'DHL'],
    ['燕文 UJ123456789YP', 'UJ123456789YP', 'Yanwen'],
    ['云途YT2229521272164446已签收', 'YT2229521272164446', 'Yun Express'],
    ['顺丰单号SF1234567890123', 'SF1234567890123', 'SF Express'],
    ['运单号 4PX3000123456789CN', '4PX3000123456789CN', '4PX'],
    ['お問い合わせ番号 1234-5678-9013 ヤマト運輸', '123456789013', 'Yamato'],
    ['N° de suivi : LB123456785FR', 'LB123456785FR', 'La Poste'],
    ['Tracking Number\nGFUS01011884214464', 'GFUS01011884214464', 'GOFO Express'],
  ])('%s', (text, value, carrier) => {
    expect(findIdentifiers(inputOf(text)).find((entry) => entry.type === 'tracking_number')).toMatchObject({
      value,
      carrier,
    });
  });
  it('lists every number after one label', () => {
    expect(found('运单号：SF1234567890123、YT2229521272164446，1Z5R89390357567127')).toHaveLength(3);
  });
  it('gives the parcel number inside a postal barcode', () => {
    const values = findIdentifiers(
      inputOf('', { barcodes: [{ page: 2, format: 'Code128', value: '420787459400111206206406260787' }] }),
    );
    expect(values).toContainEqual(
      expect.objectContaining({
        value: '9400111206206406260787',
        carrier: 'USPS',
        source: 'barcode',
        page: 2,
        check: 'valid',
      }),
    );
  });
  it('keeps a UPS sample whose check digit is wrong, as failing', () => {
    expect(findIdentifiers(inputOf('Tracking 1Z12345E0205271688'))[0]).toMatchObject({
      carrier: 'UPS',
      value: '1Z12345E0205271688',
    });
    expect(findIdentifiers(inputOf('Tracking 1Z12345E0205271689'))[0]).toMatchObject({
      check: 'fails_check',
    });
  });
});

describe('papers', () => {
  it('reads a digital fapiao', () => {
    const values = found(
      '电子发票（普通发票）\n发票号码：25312000000012345678\n开票日期：2025年03月08日\n统一社会信用代码/纳税人识别号：91350100M000100Y43',
    );
    expect(values).toEqual(
      expect.arrayContaining(['fapiao_digital_no 25312000000012345678', 'uscc 91350100M000100Y43']),
    );
  });
  it('reads a legacy fapiao as code and number', () => {
    expect(found('发票代码：033002000211\n发票号码：12345678')).toEqual([
      'fapiao_code 033002000211',
      'fapiao_no 12345678',
    ]);
  });
  it('tells the 18-digit numbers apart', () => {
    expect(found('海关编号：531620240160123456')).toEqual(['customs_declaration_no 531620240160123456']);
    expect(found('身份证 11010519491231002X')).toEqual(['cn_id ****002X']);
    expect(found('编号 576812345678901234')).toEqual([]);
  });
  it.each([
    ['Rechnungsnummer: RE-2024/0815', 'invoice_no RE-2024/0815'],
    ['Facture N° FA-2017-0008 du 03/11/2017', 'invoice_no FA-2017-0008'],
    ['Fattura n. 12/2024/A', 'invoice_no 12/2024/A'],
    ['Número de factura: F2024-001', 'invoice_no F2024-001'],
    ['Factuurnummer VF1005193039', 'invoice_no VF1005193039'],
    ['Faktura VAT nr FV/12/2024', 'invoice_no FV/12/2024'],
    ['請求書番号：INV-2024-05', 'invoice_no INV-2024-05'],
    ['Faktura VAT nr 12/05/2024', 'invoice_no 12/05/2024'],
    ['Numer faktury: FV/2024/05/12', 'invoice_no FV/2024/05/12'],
    ['Fakturenr 10045', 'invoice_no 10045'],
    ['Fatura Numarası : GIB2024000000123', 'invoice_no GIB2024000000123'],
    ['發票號碼: AB-12345678', 'invoice_no AB-12345678'],
    ['계산서 번호: KR-12345', 'invoice_no KR-12345'],
    ['Tax Invoice\nTI-0091\nAcme', 'invoice_no TI-0091'],
    ['Invoice Number\nInvoice Date\nDue Date\nA-20045\n2024-01-02\n2024-02-02', 'invoice_no A-20045'],
    ['Faktura č. 2024110075', 'invoice_no 2024110075'],
    ['Nº da fatura: 2024A/118', 'invoice_no 2024A/118'],
    ['Klant  Order  Factuur datum  Factuur\nSC0303  SO0444  VF1005193039', 'invoice_no VF1005193039'],
    [
      'Information\nBelegnummer\nBelegdatum\nKundennummer\nWährung\n\n90005178\n07.01.1997\n1175\nEUR\n\nMenge',
      'invoice_no 90005178',
    ],
    ['Invoice No.  Date  Due\nINV-2023-001  2023-01-02  2023-02-02', 'invoice_no INV-2023-001'],
    ['合同编号：HT-2025-0318', 'contract_no HT-2025-0318'],
    ['采购单号 PO20250318-01', 'po_no PO20250318-01'],
    ['Report No.: SZES2503001234EN', 'report_no SZES2503001234EN'],
    ['商标注册号：第12345678号', 'trademark_no 12345678'],
    ['专利号：ZL 2020 2 1234567.8', 'patent_no ZL202021234567.8'],
    ['HS Code: 8517.62.90', 'hs_code 85176290'],
    ['EORI: GB123456789000', 'eori GB123456789000'],
    ['USt-IdNr. DE136695976', 'vat_no DE136695976'],
    ['LUCID DE1234567890123', 'lucid_no DE1234567890123'],
    ['FCC ID: 2ABCD-X100', 'fcc_id 2ABCD-X100'],
    ['MAWB No: 999-12345675', 'awb 99912345675'],
    ['柜号CSQU3054383', 'container_no CSQU3054383'],
    ['B/L No.: COSU6123456780', 'bl_no COSU6123456780'],
    ['ISA: 1234567890', 'appointment_id 1234567890'],
  ])('%s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });
});

describe('sources', () => {
  it('trusts a folder name less than a file name, and both less than text', () => {
    const of = (options: object): number => findIdentifiers(inputOf('', options))[0]?.confidence ?? 0;
    const file = of({ fileName: '113_1234567_7654321 打包.mp4' });
    const folder = of({ folderNames: ['订单 113-1234567-7654321'] });
    const text = findIdentifiers(inputOf('订单 113-1234567-7654321'))[0]?.confidence ?? 0;
    expect(folder).toBeGreaterThan(0.5);
    expect(file).toBeGreaterThan(folder);
    expect(text).toBeGreaterThan(file);
  });
  it('repairs OCR only where a check digit proves it', () => {
    expect(findIdentifiers(inputOf('TRK# lZ 5R8 939 O3 5756 7I27', { source: 'ocr' }))).toContainEqual(
      expect.objectContaining({ value: '1Z5R89390357567127', check: 'valid', source: 'ocr' }),
    );
    expect(found('TRK# lZ 5R8 939 O3 5756 7I28', { source: 'ocr' })).not.toContain(
      'tracking_number 1Z5R89390357567128',
    );
  });
  it('names the first page and one entry per number', () => {
    const entries = findIdentifiers(inputOf('cover\f订单 113-1234567-7654321\forder id 113-1234567-7654321'));
    expect(entries).toHaveLength(1);
    expect(entries[0]?.page).toBe(2);
  });
  it('finds one key for every spelling of a number', () => {
    expect(identifierKey('tracking_number', '1z 5r8 939 03 5756 7127')).toBe(
      identifierKey('tracking_number', '1Z5R89390357567127'),
    );
    expect(identifierKey('order_id', '11312345677654321')).toBe(
      identifierKey('order_id', '113－1234567－7654321'),
    );
    expect(identifierKey('rma_id', 'DabcDEF12RRMA')).not.toBe(identifierKey('rma_id', 'DABCDEF12RRMA'));
  });
  it('gives reasons that both languages can show', () => {
    const entries = findIdentifiers(
      inputOf(
        '订单 113-1234567-7654321 1Z5R89390357567127 ASIN B07XJ8C8F5 快递单号 123456789012345 账号 6225880137706868',
      ),
    );
    expect(entries.length).toBeGreaterThan(4);
    for (const entry of entries) {
      expect(en).toHaveProperty(entry.reason.code);
      expect(zh).toHaveProperty(entry.reason.code);
    }
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });
  it('reads a long document within a fraction of a second', () => {
    const line = 'Lorem ipsum 2024-01-16 total 1,234.56 EUR order 12345 数量 10 单价 25.00 合计金额\n';
    const start = performance.now();
    findIdentifiers(inputOf(line.repeat(12_000)));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
