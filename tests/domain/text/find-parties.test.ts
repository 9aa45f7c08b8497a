// Who sells, buys, ships, signs, according to a paper?
import { describe, expect, it } from 'vitest';
import { findParties } from '../../../src/domain/text/find-parties.ts';
import { inputOf } from '../identifiers/recognise-input.ts';

const parties = (text: string, options = {}): string[] =>
  findParties(inputOf(text, options)).map((party) => `${party.role} ${party.name}`);

describe('findParties', () => {
  it.each([
    ['销售方名称：深圳市某某电子有限公司', 'seller 深圳市某某电子有限公司'],
    ['甲方（采购方）：广州某某贸易有限公司', 'buyer 广州某某贸易有限公司'],
    ['乙方：东莞某某制品厂', 'seller 东莞某某制品厂'],
    ['授权方：Example Brand GmbH', 'grantor Example Brand GmbH'],
    ['被授权方：深圳市某某科技有限公司', 'grantee 深圳市某某科技有限公司'],
    ['委托单位：宁波某某工贸有限公司', 'applicant 宁波某某工贸有限公司'],
    ['Bill to\nKunden AG Mitte\nKundenstraße 15', 'buyer Kunden AG Mitte'],
    ['Sold by: Example Trading LLC', 'seller Example Trading LLC'],
    ['Ship To:  Amazon.com Services LLC\n4255 Anson Blvd', 'consignee Amazon.com Services LLC'],
    [
      'Verkäufer\nNummer: 549910\nName: Lieferant GmbH\nAnschrift: Lieferantenstraße 20',
      'issuer Lieferant GmbH',
    ],
    ['SHIPPER  CONSIGNEE\nNingbo Example Co., Ltd  Example Imports Inc', 'consignee Example Imports Inc'],
    ['PERNIAGAAN CONTOH\nNO.59 JALAN PERMAS 9/5\nTAX INVOICE', 'issuer PERNIAGAAN CONTOH'],
  ])('%s', (text, expected) => {
    expect(parties(text)).toContain(expected);
  });
  it('reads buyer and seller of a fapiao in their order', () => {
    const text =
      '电子发票（普通发票）\n开票日期：2025年03月08日\n购买方信息 名称：甲一有限公司\n销售方信息 名称：乙二有限公司\n收款人：张某 复核：李某 开票人：王某';
    expect(parties(text)).toEqual(
      expect.arrayContaining(['buyer 甲一有限公司', 'seller 乙二有限公司', 'issuer 乙二有限公司']),
    );
    expect(parties(text).join()).not.toContain('张某');
  });
  it('names sender and recipient of an e-mail', () => {
    expect(
      parties('', {
        properties: { email: { from: 'Seller Support <no-reply@example.com>', to: ['me@example.org'] } },
      }),
    ).toEqual(['sender Seller Support <no-reply@example.com>', 'recipient me@example.org']);
  });
});

it('takes neither the head of the next column nor a customer number for a name', () => {
  const text =
    'Factuuradres  Afleveradres\nbosd\nFakestreet 46\nKlant  Order  Factuur\nSCONL0303006280999  SCONL000000444  VF1005193039';
  const names = findParties(inputOf(text)).map((party) => party.name);
  expect(names).not.toContain('Afleveradres');
  expect(names.filter((name) => /\d{6}/.test(name))).toEqual([]);
});

describe('what forms print around a name', () => {
  it.each([
    [
      '付款人户名  甲一有限公司  收款人户名  乙二制品厂\n付款人账号  4000  收款人账号  5000',
      'buyer 甲一有限公司',
    ],
    [
      '付款人户名  甲一有限公司  收款人户名  乙二制品厂\n付款人账号  4000  收款人账号  5000',
      'seller 乙二制品厂',
    ],
    ['供应商 Supplier：乙二制品有限公司  联系人：某某', 'seller 乙二制品有限公司'],
    ['签收人 Signed by\nMORGAN POE\nLeft At', 'signer MORGAN POE'],
    ['委托单位 Applicant  甲一有限公司\n地址 Address  某路1号', 'applicant 甲一有限公司'],
    ['深圳市某某国际物流有限公司\n头程运费账单\n账单编号：1', 'issuer 深圳市某某国际物流有限公司'],
    ['某某电网有限责任公司　电费缴费通知单\n户名  甲一有限公司', 'issuer 某某电网有限责任公司'],
  ])('%j', (text, expected) => expect(parties(text)).toContain(expected));

  it.each([
    '签收证明 Proof of Delivery\n运单号 Tracking Number\n4PX3000000000111CN',
    'UPS Tracking\nTracking Number\n1Z999AA10123456784',
    'Plan of Action: late shipments\nRoot cause 根本原因\nTwo parcels went late.',
    'order\tcountry\nFrom: JP\nFrom: false',
  ])('a title or a code is nobody: %j', (text) => expect(parties(text)).toEqual([]));
});
