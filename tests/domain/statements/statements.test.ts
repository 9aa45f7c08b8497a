// Does the text that goes to Amazon hold the facts, in English, complete and calm?
import { describe, expect, test } from 'vitest';
import { PROBLEM_TYPES } from '../../../src/domain/problems/problem-types.ts';
import { composeStatement } from '../../../src/domain/statements/compose-statement.ts';
import type { LintContext } from '../../../src/domain/statements/lint-statement.ts';
import { isReadyToSend, lintStatement } from '../../../src/domain/statements/lint-statement.ts';
import type { StatementInput } from '../../../src/domain/statements/statement-input.ts';
import { shareOfChinese } from '../../../src/domain/statements/wording.ts';
import { shippedProblem } from '../../support/shipped-problem.ts';

const ACCOUNT = {
  legalName: { zh: '示例科技（深圳）有限公司', en: 'Example Technology (Shenzhen) Co., Ltd.' },
  store: 'Example Store',
  email: 'seller@example.com',
};

const TRACKING_CASE: StatementInput = {
  problem: shippedProblem('ord-invalid-tracking'),
  form: 'case',
  marketplace: 'US',
  account: ACCOUNT,
  notifiedOn: '2026-01-05',
  orders: [{ orderId: '113-1234567-1234567' }],
  exhibits: [
    {
      label: 'E01',
      kindSlug: 'tracking_slip',
      kindName: { zh: '物流轨迹', en: 'Tracking history' },
      documentDate: '2026-01-08',
      identifiers: [
        { type: 'tracking_number', value: '1Z5R89390357567127' },
        { type: 'bank_account', value: '6222000000000000' },
      ],
    },
    { label: 'E02', kindSlug: 'pod', kindName: { zh: '签收证明', en: 'Proof of delivery' } },
  ],
  timeline: [
    {
      atMs: Date.parse('2026-01-09T02:30:00Z'),
      text: { en: 'Parcel delivered.', zh: '包裹已送达。' },
      exhibits: ['E02'],
    },
    { date: '2026-01-06', text: { en: 'Carrier name corrected.' } },
  ],
};

function codes(text: string, context: Partial<LintContext> = {}): readonly string[] {
  return lintStatement(text, { form: 'case', marketplace: 'US', ...context }).map((f) => f.code);
}

describe('composing', () => {
  test('an ordinary case: background, dated timeline newest last, one request, numbered attachments', () => {
    const { subject, text, textZh } = composeStatement(TRACKING_CASE);
    expect(subject).toBe(
      'Example Store | US | Invalid tracking, Valid Tracking Rate below 95 % | 113-1234567-1234567',
    );
    expect(text).toBe(
      [
        'BACKGROUND',
        'We are Example Technology (Shenzhen) Co., Ltd. and sell as "Example Store" on amazon.com. This message is about: Invalid tracking, Valid Tracking Rate below 95 %. We received your notification on 2026-01-05.',
        'Order: 113-1234567-1234567',
        '',
        'TIMELINE',
        '2026-01-05: Notification from Amazon received.',
        '2026-01-06: Carrier name corrected.',
        '2026-01-08 Thu 18:30 PST: Parcel delivered. (E02)',
        '',
        'REQUEST',
        "Please correct the Valid Tracking Rate according to the carrier's records and restore the affected offers.",
        '',
        'ATTACHMENTS',
        "1. E01 Tracking history (2026-01-08, tracking 1Z5R89390357567127): shows the carrier's scans",
        '2. E02 Proof of delivery: shows that the parcel was delivered',
        '',
        'Example Technology (Shenzhen) Co., Ltd. (Example Store)',
      ].join('\n'),
    );
    expect(text).not.toContain('6222000000000000');
    expect(shareOfChinese(text)).toBe(0);
    expect(textZh).toContain('2026-01-08 周四 18:30 PST：包裹已送达。');
    expect(isReadyToSend(lintStatement(text, { form: 'case', marketplace: 'US', exhibitCount: 2 }))).toBe(
      true,
    );
  });

  test('a plan of action answers every cause and lists the evidence by ASIN', () => {
    const { form, text } = composeStatement({
      problem: shippedProblem('lst-used-sold-as-new'),
      form: 'appeal',
      marketplace: 'DE',
      account: ACCOUNT,
      complaintId: '12345678901',
      asins: ['B0EXAMPLE1', 'B0EXAMPLE2'],
      exhibits: [
        {
          label: 'E01',
          kindSlug: 'supplier_invoice',
          kindName: { zh: '供应商发票', en: 'Supplier invoice' },
          identifiers: [{ type: 'asin', value: 'B0EXAMPLE2' }],
        },
        { label: 'E02', kindSlug: 'product_photo', kindName: { zh: '实拍图', en: 'Product photo' } },
      ],
      causes: [
        {
          cause: { en: 'Returned units were put back on sale.' },
          corrective: [
            { text: { en: 'Repackaging was switched off.' }, doneOn: '2026-01-06', exhibits: ['E02'] },
          ],
          preventive: [
            { text: { en: 'Every return is inspected.' }, owner: 'warehouse lead', from: '2026-01-07' },
          ],
        },
        {
          cause: { en: 'Packaging was too thin.' },
          corrective: [{ text: { en: 'Stock was removed.' }, doneOn: '2026-01-08' }],
          preventive: [{ text: { en: 'Double-wall boxes.' } }],
        },
      ],
    });
    expect(form).toBe('appeal');
    for (const part of [
      'ROOT CAUSE 1',
      'ROOT CAUSE 2',
      'CORRECTIVE ACTIONS TAKEN 2',
      'PREVENTIVE MEASURES 1',
    ])
      expect(text).toContain(part);
    expect(text).toContain('- 2026-01-06: Repackaging was switched off. (E02)');
    expect(text).toContain('- Every return is inspected. (owner: warehouse lead, from 2026-01-07)');
    expect(text.indexOf('ASIN B0EXAMPLE2\n1. E01')).toBeGreaterThan(0);
    expect(text.indexOf('All ASINs\n2. E02')).toBeGreaterThan(0);
    expect(codes(text, { form: 'appeal', marketplace: 'DE', exhibitCount: 2, causes: 2 })).toEqual([]);
  });

  test('an A-to-z response says where the attachments went, because the box takes none', () => {
    const input: StatementInput = {
      ...TRACKING_CASE,
      problem: shippedProblem('clm-atoz-not-received'),
      form: undefined,
      channel: 'atoz',
      stage: 'response',
      orders: [
        {
          orderId: '113-1234567-1234567',
          carrier: 'UPS',
          trackingNumber: '1Z5R89390357567127',
          shippedOn: '2026-01-02',
          deliveredOn: '2026-01-08',
          deliveredTo: 'Austin, TX',
        },
      ],
    };
    const open = composeStatement(input);
    expect(open.form).toBe('claim_response');
    expect(codes(open.text, { form: 'claim_response', exhibitCount: 2 })).toEqual(['gapsLeft']);
    const sent = composeStatement({ ...input, sentToBuyerOn: '2026-01-10' });
    expect(sent.text).toContain(
      'Order 113-1234567-1234567, shipped on 2026-01-02, UPS tracking number 1Z5R89390357567127, delivered on 2026-01-08 to Austin, TX.',
    );
    expect(sent.text).toContain('sent through Buyer-Seller Messages on 2026-01-10');
    expect(codes(sent.text, { form: 'claim_response', exhibitCount: 2 })).toEqual([]);
  });

  test('a store that carries the company name is named once', () => {
    const { text } = composeStatement({
      ...TRACKING_CASE,
      account: { legalName: { zh: 'Example Store', en: 'Example Store' }, store: 'Example Store' },
    });
    expect(text.startsWith('BACKGROUND\nWe sell as "Example Store" on amazon.com.')).toBe(true);
    expect(text.endsWith('\nExample Store')).toBe(true);
  });

  test('a follow-up names the last message, the news and one question', () => {
    const { text } = composeStatement({
      ...TRACKING_CASE,
      form: 'follow_up',
      caseId: '10123456789',
      exhibits: [],
      followUp: {
        lastMessageOn: '2026-01-10',
        news: { en: 'The carrier corrected the scan.' },
        question: { en: 'Has the metric been recalculated?' },
      },
    });
    expect(text).toContain('Regarding case 10123456789 and the message of 2026-01-10:');
    expect(codes(text, { form: 'follow_up', ownCaseIds: ['10123456789'] })).toEqual([]);
  });

  test('what is unknown stays a visible gap, for every problem type, and is refused by lint', () => {
    for (const problem of PROBLEM_TYPES) {
      const statement = composeStatement({
        problem,
        marketplace: 'US',
        account: ACCOUNT,
        exhibits: [],
      });
      expect(statement.text, problem.slug).toContain('[TO FILL IN');
      expect(statement.textZh, problem.slug).toContain('【待填写');
      expect(shareOfChinese(statement.text), problem.slug).toBe(0);
      expect(shareOfChinese(statement.subject), problem.slug).toBe(0);
      expect(isReadyToSend(lintStatement(statement.text, { form: statement.form, marketplace: 'US' }))).toBe(
        false,
      );
    }
  });
});

describe('lint', () => {
  const complete = composeStatement(TRACKING_CASE).text;

  test('T-13 mostly Chinese text for North America or Europe: use English; Japan is fine', () => {
    const chinese = '问题背景：我们的订单 113-1234567-1234567 已经送达。';
    expect(codes(chinese)).toContain('useEnglish');
    expect(codes(chinese, { marketplace: 'DE' })).toContain('useEnglish');
    expect(codes(chinese, { marketplace: 'JP' })).not.toContain('useEnglish');
    expect(codes(`${complete}\n深圳市`)).not.toContain('useEnglish');
  });

  test('T-14 background, dated timeline, request and attachments must all be there', () => {
    const without = (heading: string): string => {
      const parts = complete.split('\n\n');
      return parts.filter((part) => !part.startsWith(heading)).join('\n\n');
    };
    expect(codes(complete)).toEqual([]);
    expect(codes(without('BACKGROUND'))).toEqual(['partBackground']);
    expect(codes(without('TIMELINE'))).toEqual(['partTimeline']);
    expect(codes(without('REQUEST'))).toEqual(['partRequest']);
    expect(codes(without('ATTACHMENTS'))).toEqual(['partAttachments']);
    expect(codes(complete.replace(/2026-\d\d-\d\d/g, 'Some day'))).toEqual(['timelineUndated']);
    expect(codes(complete, { exhibitCount: 0 })).toEqual(['noExhibits']);
  });

  test('T-14 technical cases also need the error code and the steps', () => {
    const technical = composeStatement({
      ...TRACKING_CASE,
      problem: shippedProblem('tec-feed-or-page-error'),
      form: undefined,
      errorCode: '8541',
      steps: [{ en: 'Open the upload page.' }, { en: 'Send the file.' }],
    });
    expect(technical.form).toBe('technical');
    expect(codes(technical.text, { form: 'technical', exhibitCount: 2 })).toEqual([]);
    const incomplete = composeStatement({
      ...TRACKING_CASE,
      problem: shippedProblem('tec-feed-or-page-error'),
      form: undefined,
    });
    expect(codes(incomplete.text, { form: 'technical' })).toEqual(
      expect.arrayContaining(['partError', 'partSteps', 'gapsLeft']),
    );
  });

  test('a person’s own wording is accepted too: Markdown, colons, Chinese headings', () => {
    const own =
      '## Background: order 113-1234567-1234567 is marked invalid.\n**Timeline**\n2026-01-05 notified\n3. Request:\nPlease correct it.\n附件清单：\n1. E01 tracking';
    expect(codes(own)).toEqual([]);
  });

  test('a vague sentence is refused', () => {
    expect(codes('我的账号被封了')).toContain('tooVague');
    expect(codes('My account is blocked.')).toContain('tooVague');
  });

  test('T-23 a personal mailbox is warned about, the registered one is not', () => {
    expect(
      codes(complete, { contactMailbox: 'me@example.org', registeredMailbox: 'seller@example.com' }),
    ).toEqual(['personalMailbox']);
    expect(
      codes(complete, { contactMailbox: 'Seller@Example.com', registeredMailbox: 'seller@example.com' }),
    ).toEqual([]);
  });

  test('emotion, other cases, links in IP appeals, empty follow-ups and length', () => {
    expect(codes(`${complete}\nThis is unfair!!`)).toEqual(['emotionalWords']);
    expect(codes(`${complete}\nWe issue refunds; fairness matters.`)).toEqual([]);
    expect(codes(`${complete}\nSee Case ID 10999999999.`)).toEqual(['otherCases']);
    expect(codes(`${complete}\nSee case 10999999999.`, { ownCaseIds: ['10999999999'] })).toEqual([]);
    expect(codes(`${complete}\nhttps://example.com/proof`, { problemGroup: 'ip' })).toEqual([
      'externalLinks',
    ]);
    expect(codes('Any update?', { form: 'follow_up' })).toEqual(['followUpEmpty']);
    expect(codes('您好，有进展吗？', { form: 'follow_up', marketplace: 'JP' })).toEqual(['followUpEmpty']);
    expect(codes(complete, { maxCharacters: 100 })).toEqual(['tooLong']);
    const long = `ROOT CAUSE\n${'2026-01-01 fact. '.repeat(250)}\nCORRECTIVE ACTIONS TAKEN\ndone\nPREVENTIVE MEASURES\nplan\nEVIDENCE\nE01`;
    expect(codes(long, { form: 'appeal' })).toEqual(['appealLong']);
    expect(codes(long, { form: 'appeal', causes: 2 })).toEqual([]);
  });
});
