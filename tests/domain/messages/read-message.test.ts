// Are decisions, wishes, senders and deadlines of Amazon's messages read as a careful person reads them?
import { describe, expect, it } from 'vitest';
import { findNamedCaseIds } from '../../../src/domain/messages/named-case-ids.ts';
import { readMessage } from '../../../src/domain/messages/read-message.ts';

const SENT_MS = Date.UTC(2026, 10, 18, 6, 12);

function read(text: string, more: Partial<Parameters<typeof readMessage>[0]> = {}) {
  return readMessage({
    text,
    from: 'Amazon Seller Performance <seller-performance@amazon.com>',
    sentAtMs: SENT_MS,
    dates: [],
    own: ['seller@shop.example', 'My Shop'],
    zone: 'America/Los_Angeles',
    ...more,
  });
}

describe('what was decided', () => {
  it.each([
    ['We have reinstated your selling privileges.', 'accepted'],
    ['Your listing has been reinstated. Thank you for your patience.', 'accepted'],
    ['您的申诉已通过，我们已恢复您的商品信息。', 'accepted'],
    ['After review we cannot reinstate your account. Your account remains deactivated.', 'rejected'],
    ['Your appeal for ASIN B0ABCDEFGH has been denied.', 'rejected'],
    ['We are not able to accept the documents that you sent.', 'rejected'],
    ['The invoice was reviewed and your request was not approved.', 'rejected'],
    ['经审核，您提交的申诉未通过，我们维持原决定。', 'rejected'],
    ['我们无法为您恢复该商品信息。', 'rejected'],
    ['Your claim has been partially approved: 3 of 5 units were reimbursed.', 'partial'],
    ['您的索赔已部分赔偿。', 'partial'],
  ] as const)('%s', (text, decision) => {
    expect(read(text).decision).toBe(decision);
  });

  it.each([
    'Thank you for contacting us. We are looking into your case.',
    'Please send a supplier invoice that shows the purchase before the shipment date.',
    'How do I reactivate my listing? Submit an appeal on the Account Health page.',
    '感谢您联系亚马逊卖家支持，我们正在核实。',
  ])('no decision: %s', (text) => {
    expect(read(text).decision).toBeNull();
  });

  it('the message that is answered does not decide again', () => {
    const text =
      'Hello,\nhere are the invoices.\n\nOn 12 November 2026 Amazon wrote:\n> Your appeal has been denied.';
    expect(read(text, { from: 'My Shop <seller@shop.example>' })).toMatchObject({
      writer: 'seller',
      kind: 'own_message',
      decision: null,
    });
  });

  it('a recognised picture with spaces between Chinese characters says the same', () => {
    expect(read('您 的 申 诉 未 通 过 ， 我 们 维 持 原 决 定 。').decision).toBe('rejected');
  });
});

describe('who wrote it', () => {
  it('a buyer behind an alias is not Amazon', () => {
    const facts = read('Your appeal has been denied.', { from: 'x1y2z3@marketplace.amazon.com' });
    expect(facts).toMatchObject({ writer: 'buyer', decision: null, kind: 'note' });
  });
  it('a look-alike domain is not Amazon', () => {
    expect(read('We need more information', { from: 'a@amazon.com.evil.example' }).writer).toBe('other');
    expect(read('We need more information', { from: 'a@notamazon.com' }).writer).toBe('other');
  });
  it('pasted text is known by its signature or its From line', () => {
    const { from: _from, ...rest } = { from: undefined };
    expect(
      readMessage({
        text: 'Hello,\nwe need more information.\nSelling Partner Support',
        sentAtMs: SENT_MS,
        dates: [],
        own: [],
        zone: 'UTC',
        ...rest,
      }),
    ).toMatchObject({ writer: 'amazon', kind: 'info_request', from: '' });
    expect(
      readMessage({
        text: '发件人：cb-seller-query@amazon.com\n信用卡拒付通知',
        sentAtMs: SENT_MS,
        dates: [],
        own: [],
        zone: 'UTC',
      }),
    ).toMatchObject({ writer: 'amazon', kind: 'chargeback_email', from: 'cb-seller-query@amazon.com' });
  });
});

describe('by when', () => {
  it('a named day wins over the days before it', () => {
    expect(
      read('Send us the following information within 7 days, that is by November 26, 2026:').stated,
    ).toMatchObject({ date: '2026-11-26' });
    expect(read('请在2026年11月30日之前提交申诉。').stated).toMatchObject({ date: '2026-11-30' });
    expect(read('Please respond by 05/12/2026.', { zone: 'Europe/Berlin' }).stated).toMatchObject({
      date: '2026-12-05',
    });
  });
  it('days and hours run from the sending, working days skip the weekend', () => {
    // 06:12 UTC on the 18th is still the 17th in Seattle.
    expect(read('Please provide valid tracking within 7 days.').stated).toMatchObject({ date: '2026-11-24' });
    expect(read('Please respond to the return request within 48 hours.').stated).toMatchObject({
      atMs: SENT_MS + 48 * 3_600_000,
    });
    expect(read('您必须在3个工作日内回复此请求。').stated).toMatchObject({ date: '2026-11-20' });
    expect(read('Submit your documents within five business days.').stated).toMatchObject({
      date: '2026-11-24',
    });
  });
  it.each([
    'Your VTR was 89.2% over the last 30 days. Please submit a plan.',
    'We will respond within 48 hours.',
    'Please send invoices issued in the last 365 days.',
    'It may take 3-5 business days until you can provide feedback.',
    'Please reply. The order was placed by November 2, 2026 and shipped within 3 days.',
  ])('no deadline: %s', (text) => {
    expect(read(text).stated).toBeNull();
  });
});

it('a number that is called a Case ID is one, also when it could be a mobile number', () => {
  expect(findNamedCaseIds('[CASE 17012345678] Your appeal')).toEqual(['17012345678']);
  expect(findNamedCaseIds('【问题编号 10000000688】 问题编号：10000000688')).toEqual(['10000000688']);
  expect(findNamedCaseIds('view-case?caseID=10000000501')).toEqual(['10000000501']);
  expect(findNamedCaseIds('in case 2 of 3; call 17012345678; showcase 12')).toEqual([]);
});
