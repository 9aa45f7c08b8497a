// Does the checklist tell what is there, what is weak and why, and what is missing?
import { describe, expect, test } from 'vitest';
import type {
  FoundAmount,
  FoundDate,
  FoundIdentifier,
  FoundParty,
  IdentifierType,
} from '../../../src/domain/inspection.ts';
import { buildChecklist, readinessPercent } from '../../../src/domain/problems/checklist.ts';
import { evaluateRule } from '../../../src/domain/problems/evaluate-rule.ts';
import { compareNames, matchNames } from '../../../src/domain/problems/name-match.ts';
import { PROBLEM_TYPES } from '../../../src/domain/problems/problem-types.ts';
import {
  type CaseFacts,
  factsOfWarnings,
  type RuleDocument,
  type RuleResult,
} from '../../../src/domain/problems/rule-input.ts';
import { shippedProblem } from '../../support/shipped-problem.ts';

const reason = { code: 'test' };
const date = (role: FoundDate['role'], value: string): FoundDate => ({
  role,
  value,
  confidence: 0.9,
  reason,
});
const party = (role: FoundParty['role'], name: string): FoundParty => ({
  role,
  name,
  confidence: 0.9,
  reason,
});
const id = (type: IdentifierType, value: string, more: Partial<FoundIdentifier> = {}): FoundIdentifier => ({
  type,
  value,
  raw: value,
  check: 'no_check',
  source: 'text',
  confidence: 0.9,
  reason,
  ...more,
});

function document(kind: string, more: Partial<RuleDocument> = {}): RuleDocument {
  return {
    kind,
    fileName: 'scan.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 1000,
    dates: [],
    amounts: [],
    parties: [],
    identifiers: [],
    ...more,
  };
}

function facts(more: Partial<CaseFacts> = {}): CaseFacts {
  return {
    problem: 'lst-inauthentic',
    marketplace: 'US',
    todayOn: '2026-11-22',
    notifiedOn: '2026-11-01',
    orders: [],
    asins: ['B0EXAMPLE1'],
    account: { legalNames: ['示例科技（深圳）有限公司', 'Example Technology (Shenzhen) Co., Ltd.'] },
    ...more,
  };
}

const check = (ruleId: string, doc: RuleDocument, more: Partial<CaseFacts> = {}): RuleResult =>
  evaluateRule(ruleId, { document: doc, facts: facts(more) });
const answer = (ruleId: string, doc: RuleDocument, more: Partial<CaseFacts> = {}): string =>
  check(ruleId, doc, more).result;

describe('invoices', () => {
  const dated = (value: string) => document('supplier_invoice', { dates: [date('issue', value)] });

  test('T-16 an invoice older than 365 days before the notification fails INV-01 with both dates', () => {
    expect(check('INV-01', dated('2025-10-31'))).toEqual({
      result: 'fail',
      reason: {
        code: 'invoiceTooOld',
        params: { issued: '2025-10-31', notified: '2026-11-01', days: 366, oldest: '2025-11-01' },
      },
    });
    expect(answer('INV-01', dated('2025-11-01'))).toBe('pass');
    expect(answer('INV-01', dated('2026-11-01'))).toBe('pass');
    expect(answer('INV-01', dated('2026-11-02'))).toBe('fail');
    // Across a leap day the window is still 365 days.
    expect(answer('INV-01', dated('2023-11-02'), { notifiedOn: '2024-11-01' })).toBe('pass');
    expect(answer('INV-01', dated('2023-11-01'), { notifiedOn: '2024-11-01' })).toBe('fail');
  });

  test('the anchor is the notification, not today; without it or without a date a person is asked', () => {
    expect(answer('INV-01', dated('2025-01-15'), { notifiedOn: '2025-12-01', todayOn: '2026-11-22' })).toBe(
      'pass',
    );
    expect(answer('INV-01', dated('2025-01-15'), { notifiedOn: undefined })).toBe('ask');
    expect(answer('INV-01', document('supplier_invoice'))).toBe('ask');
  });

  test('quantity, buyer, kind, format, sum and shipment date are compared and shown', () => {
    const coverage = (bought: number, shortProducts: string[], own: [number, number][] = [[7, 80]]) => ({
      coverage: { bought, sold: 100, shortProducts, unitsByDocument: new Map(own) },
    });
    const paper = document('supplier_invoice', { documentId: 7 });
    expect(check('INV-02', paper, coverage(90, ['B0XHD00001']))).toEqual({
      result: 'fail',
      reason: {
        code: 'coverageShort',
        params: { quantity: 80, bought: 90, sold: 100, products: 'B0XHD00001' },
      },
    });
    expect(check('INV-02', paper, coverage(120, []))).toEqual({
      result: 'pass',
      reason: { code: 'coverageEnough', params: { quantity: 80, bought: 120, sold: 100 } },
    });
    expect(check('INV-02', paper, coverage(120, [], []))).toMatchObject({
      result: 'ask',
      reason: { code: 'invoiceNotInLedger' },
    });
    expect(answer('INV-02', paper)).toBe('ask');
    expect(
      answer('INV-04', document('fapiao_digital', { parties: [party('buyer', '示例科技(深圳)有限公司')] })),
    ).toBe('pass');
    expect(
      answer(
        'INV-04',
        document('supplier_invoice', {
          parties: [party('buyer', 'EXAMPLE TECHNOLOGY (SHENZHEN) COMPANY LIMITED')],
        }),
      ),
    ).toBe('pass');
    expect(
      answer(
        'INV-04',
        document('supplier_invoice', { parties: [party('buyer', '示例科技（深川）有限公司')] }),
      ),
    ).toBe('ask');
    expect(
      check('INV-04', document('supplier_invoice', { parties: [party('buyer', '别家贸易有限公司')] })).reason,
    ).toEqual({
      code: 'buyerDiffers',
      params: { found: '别家贸易有限公司', wanted: '示例科技（深圳）有限公司' },
    });
    for (const kind of ['proforma_invoice', 'quotation', 'purchase_order'])
      expect(answer('INV-06', document(kind)), kind).toBe('fail');
    expect(
      answer(
        'INV-07',
        document('supplier_invoice', {
          mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        }),
      ),
    ).toBe('fail');
    expect(answer('INV-11', dated('2026-05-02'), { goodsShippedOn: '2026-05-01' })).toBe('fail');
    expect(
      answer(
        'INV-11',
        document('supplier_invoice', { dates: [date('issue', '2026-05-02')], text: '补开发票' }),
        { goodsShippedOn: '2026-05-01' },
      ),
    ).toBe('ask');
    const amounts = (total: string) =>
      [
        { role: 'net', value: '1000.10', confidence: 1, reason },
        { role: 'tax', value: '130.01', confidence: 1, reason },
        { role: 'total', value: total, confidence: 1, reason },
      ] as const;
    expect(answer('INV-15', document('supplier_invoice', { amounts: amounts('1130.11') }))).toBe('pass');
    expect(
      check('INV-15', document('supplier_invoice', { amounts: amounts('1139.11') })).reason.params,
    ).toEqual({ sum: '1130.11', total: '1139.11' });
  });

  test('sums: shipping and discount may or may not be in the net already; badly read amounts are a question', () => {
    const amounts = (confidence: number, ...rows: readonly [FoundAmount['role'], string][]) =>
      document('supplier_invoice', {
        amounts: rows.map(([role, value]) => ({ role, value, confidence, reason })),
      });
    const base = [
      ['net', '177.49'],
      ['tax', '20.16'],
      ['shipping', '115.30'],
    ] as const satisfies readonly [FoundAmount['role'], string][];
    expect(answer('INV-15', amounts(0.9, ...base, ['total', '197.65']))).toBe('pass');
    expect(answer('INV-15', amounts(0.9, ...base, ['total', '312.95']))).toBe('pass');
    expect(answer('INV-15', amounts(0.9, ...base, ['total', '250.00']))).toBe('fail');
    expect(answer('INV-15', amounts(0.5, ...base, ['total', '250.00']))).toBe('ask');
  });

  test('a fully digital fapiao needs no seal and is not blamed for having no website', () => {
    const fapiao = document('fapiao_digital', {
      identifiers: [id('fapiao_digital_no', '26442000000012345678')],
      text: '电子发票（普通发票） 销售方信息 名称 示例供应商 地址 深圳市',
      parties: [party('seller', '示例供应商')],
    });
    expect(answer('INV-10', fapiao)).toBe('pass');
    expect(answer('INV-10', document('fapiao_vat_special'))).toBe('ask');
    expect(answer('INV-03', fapiao)).toBe('ask');
    const plain = check('INV-03', { ...fapiao, kind: 'supplier_invoice' });
    expect([plain.result, plain.reason.params]).toEqual([
      'ask',
      { missingZh: '电话、网址', missingEn: 'phone, website' },
    ]);
    expect(
      answer(
        'INV-03',
        document('supplier_invoice', {
          parties: [party('seller', 'Factory')],
          text: 'Factory, 12 Example Road, Tel +86 755 8888 0000, www.factory-example.com',
        }),
      ),
    ).toBe('pass');
  });
});

describe('other papers', () => {
  const order = {
    orderId: '113-1234567-1234567',
    carrier: 'Yun Express',
    trackingNumber: 'YT2229521272164446',
    expectedShipDate: '2026-01-05',
    confirmedShipDate: '2026-01-05',
    deliverBy: '2026-01-20',
    shipTo: { city: 'Austin', postalCode: '78701' },
    total: '800.00',
    currency: 'USD',
  };
  const slip = document('tracking_slip', {
    identifiers: [id('tracking_number', 'YT2229521272164446', { carrier: 'Yun Express' })],
    text: 'Arrived at facility. Delivered, Austin TX 78701',
    dates: [date('delivered', '2026-01-18')],
  });

  test('tracking: carrier spelling is case-sensitive, a label is no scan, delivery is judged in Pacific time', () => {
    const on = (more: object) => ({ orders: [{ ...order, ...more }] });
    expect(answer('TRK-02', slip, on({}))).toBe('pass');
    expect(check('TRK-02', slip, on({ carrier: 'YunExpress' })).reason).toEqual({
      code: 'carrierSpelling',
      params: { found: 'YunExpress', wanted: 'Yun Express' },
    });
    expect(
      answer(
        'TRK-02',
        {
          ...slip,
          identifiers: [
            id('tracking_number', order.trackingNumber, { carrier: 'Yun Express', check: 'valid' }),
          ],
        },
        on({ carrier: 'UPS' }),
      ),
    ).toBe('fail');
    expect(answer('TRK-01', document('tracking_slip', { text: 'no number here' }))).toBe('fail');
    expect(answer('TRK-03', slip)).toBe('pass');
    expect(answer('TRK-03', { ...slip, text: 'Shipping label created' })).toBe('fail');
    expect(answer('TRK-04', slip, on({ confirmedShipDate: '2026-01-06' }))).toBe('fail');
    expect(answer('TRK-05', slip, on({}))).toBe('pass');
    const delivered = (value: string) => ({ ...slip, dates: [date('delivered', value)] });
    expect(answer('TRK-05', delivered('2026-01-21T06:30:00Z'), on({}))).toBe('pass');
    expect(check('TRK-05', delivered('2026-01-21T08:30:00Z'), on({})).reason.params).toEqual({
      delivered: '2026-01-21',
      due: '2026-01-20',
    });
    expect(answer('TRK-06', slip, on({}))).toBe('pass');
    expect(answer('TRK-08', { ...slip, kind: 'pod' }, on({}))).toBe('ask');
    expect(answer('TRK-08', { ...slip, kind: 'pod', text: 'Signed by: A' }, on({}))).toBe('pass');
    expect(
      answer('TRK-11', document('tracking_slip', { identifiers: [id('tracking_number', 'RB123456785GB')] }), {
        marketplace: 'JP',
      }),
    ).toBe('fail');
  });

  test('identity: expiry, age of bills, size, names of files', () => {
    expect(
      check('IDV-01', document('business_license', { dates: [date('valid_to', '2026-11-21')] })).reason
        .params,
    ).toEqual({ until: '2026-11-21', today: '2026-11-22' });
    expect(answer('IDV-01', document('business_license', { text: '营业期限 长期' }))).toBe('pass');
    expect(answer('IDV-08', document('utility_bill', { dates: [date('issue', '2026-08-24')] }))).toBe('pass');
    expect(answer('IDV-08', document('utility_bill', { dates: [date('issue', '2026-08-23')] }))).toBe('fail');
    expect(answer('IDV-05', document('legal_rep_id', { sizeBytes: 10 * 1024 * 1024 }))).toBe('fail');
    expect(answer('IDV-05', document('legal_rep_id', { mediaType: 'image/heic' }))).toBe('fail');
    expect(answer('IDV-06', document('legal_rep_id', { fileName: 'id #1 & back.jpg' }))).toBe('fail');
    expect(answer('IDV-06', document('legal_rep_id', { fileName: '身份证（正面）.jpg' }))).toBe('pass');
    expect(
      answer('IDV-03', document('legal_rep_id', { fileName: '微信截图_2026.png', mediaType: 'image/png' })),
    ).toBe('fail');
    const licence = (until: string) =>
      answer('IDV-09', document('business_license', { dates: [date('valid_to', until)] }));
    expect([licence('2027-01-05'), licence('2027-01-06'), licence('2027-01-22')]).toEqual([
      'fail',
      'ask',
      'pass',
    ]);
  });

  test('authorisations must be in force on the notification date; appeals name every ASIN calmly', () => {
    const loa = (from: string, to: string) =>
      check(
        'LOA-04',
        document('letter_of_authorization', { dates: [date('valid_from', from), date('valid_to', to)] }),
      );
    expect(loa('2026-01-01', '2026-12-31').result).toBe('pass');
    expect(loa('2025-01-01', '2026-10-31').reason).toEqual({
      code: 'authorisationExpired',
      params: { from: '2025-01-01', to: '2026-10-31', notified: '2026-11-01' },
    });
    expect(loa('2026-11-02', '2027-12-31').result).toBe('fail');
    const poa = (text: string) => document('poa_document', { text });
    expect(check('POA-01', poa('Root cause … corrective actions …')).reason.params).toEqual({
      missingZh: '预防措施',
      missingEn: 'preventive measures',
    });
    expect(answer('POA-02', poa('This is so unfair'))).toBe('fail');
    expect(answer('POA-04', poa('About B0EXAMPLE1'))).toBe('pass');
    expect(answer('POA-04', poa('About nothing'))).toBe('fail');
  });

  test('LOA-01: whether the brand owner can be reached; INV-08: what was noticed on the file', () => {
    const letter = (text: string) =>
      check('LOA-01', document('letter_of_authorization', { text, parties: [party('issuer', 'Brand Ltd')] }));
    const full = 'Brand Ltd, 1 High Street, London. legal@brand.example +44 20 7946 0958. Jane Doe, Director';
    expect(letter(full)).toMatchObject({ result: 'pass', reason: { code: 'ownerDetailsPresent' } });
    expect(letter(full.replace('legal@brand.example', '')).reason.params).toMatchObject({
      missingEn: 'e-mail',
      missingZh: '邮箱',
    });
    expect(letter('We authorise Example Technology.').result).toBe('fail');
    const invoice = (...codes: string[]) =>
      check('INV-08', document('supplier_invoice', factsOfWarnings(codes.map((code) => ({ code })))));
    expect(invoice('made_by_editor', 'number_twice')).toMatchObject({
      result: 'ask',
      reason: { code: 'looksAltered', params: { foundEn: 'made by an editing program' } },
    });
    expect(invoice().reason.code).toBe('confirmYourself');
  });

  test('a safety data sheet: five years, sixteen sections', () => {
    const text = Array.from({ length: 16 }, (_, i) => `SECTION ${i + 1}: …`).join('\n');
    const sds = (issued: string, body: string) =>
      check('CMP-07', document('sds', { dates: [date('issue', issued)], text: body }));
    expect(sds('2021-11-22', text).result).toBe('pass');
    expect(sds('2021-11-21', text).result).toBe('fail');
    expect(sds('2024-01-01', text.replace('SECTION 9:', '…')).reason.params).toEqual({ missing: '9' });
  });

  test('a rule that only a person can judge asks; an unknown rule is refused', () => {
    expect(answer('INV-09', document('supplier_invoice'))).toBe('ask');
    expect(() => check('INV-99', document('supplier_invoice'))).toThrow();
  });
});

describe('names', () => {
  test('legal forms, brackets and case do not matter, one other character does', () => {
    expect(
      compareNames('Example Technology (Shenzhen) Co., Ltd.', 'EXAMPLE TECHNOLOGY SHENZHEN COMPANY LIMITED'),
    ).toBe(1);
    expect(matchNames(['示例科技（深圳）有限公司'], ['示例科技(深圳)有限公司']).match).toBe('same');
    expect(matchNames(['示例科技（广州）有限公司'], ['示例科技（深圳）有限公司']).match).toBe('near');
    expect(matchNames(['完全另一家'], ['示例科技（深圳）有限公司']).match).toBe('other');
    expect(compareNames('', '')).toBe(0);
  });
});

describe('checklist', () => {
  const good = document('fapiao_digital', {
    dates: [date('issue', '2026-05-01')],
    parties: [party('buyer', '示例科技（深圳）有限公司'), party('seller', '供应商')],
    text: '地址 电话 +86 755 8888 0000 www.factory-example.com',
  });
  const notice = document('performance_notification');

  test('T-15 a missing required kind keeps readiness below 100 and says what to get and from whom', () => {
    const rows = buildChecklist(
      shippedProblem('lst-inauthentic'),
      [{ exhibit: 'E01', document: notice }],
      facts(),
    );
    const invoice = rows.find((r) => r.kindSlug === 'supplier_invoice');
    expect([invoice?.state, invoice?.required, invoice?.reasons[0]?.code]).toEqual([
      'missing',
      true,
      'kindMissing',
    ]);
    expect(invoice?.get?.zh).toContain('供应商');
    expect(readinessPercent(rows)).toBe(50);
  });

  test('supplier_invoice is satisfied by every fapiao and commercial invoice', () => {
    for (const kind of [
      'supplier_invoice',
      'fapiao_digital',
      'fapiao_vat_special',
      'fapiao_vat_normal',
      'commercial_invoice',
    ]) {
      const rows = buildChecklist(
        shippedProblem('lst-inauthentic'),
        [
          { exhibit: 'E01', document: notice },
          { exhibit: 'E02', document: { ...good, kind } },
        ],
        facts(),
      );
      expect(rows.find((r) => r.kindSlug === 'supplier_invoice')?.state, kind).toBe('have');
      expect(readinessPercent(rows), kind).toBe(100);
    }
  });

  test('never by a pro-forma invoice, quotation or purchase order, and it says so', () => {
    for (const kind of ['proforma_invoice', 'quotation', 'purchase_order']) {
      const row = buildChecklist(
        shippedProblem('lst-inauthentic'),
        [{ exhibit: 'E01', document: { ...good, kind } }],
        facts(),
      ).find((r) => r.kindSlug === 'supplier_invoice');
      expect([row?.state, row?.reasons.map((r) => r.code)], kind).toEqual([
        'missing',
        ['kindMissing', 'notAnInvoice'],
      ]);
    }
  });

  test('weak: every invoice fails a rule, with the rule, the exhibit and both dates; one good one is enough', () => {
    const old = { ...good, dates: [date('issue', '2024-01-01')] };
    const weak = buildChecklist(
      shippedProblem('lst-inauthentic'),
      [{ exhibit: 'E02', document: old }],
      facts(),
    ).find((r) => r.kindSlug === 'supplier_invoice');
    expect(weak?.state).toBe('weak');
    expect(weak?.reasons).toEqual([
      {
        code: 'invoiceTooOld',
        params: {
          issued: '2024-01-01',
          notified: '2026-11-01',
          days: 1035,
          oldest: '2025-11-01',
          exhibit: 'E02',
          rule: 'INV-01',
        },
      },
    ]);
    const both = buildChecklist(
      shippedProblem('lst-inauthentic'),
      [
        { exhibit: 'E02', document: old },
        { exhibit: 'E03', document: good },
      ],
      facts(),
    ).find((r) => r.kindSlug === 'supplier_invoice');
    expect([both?.state, both?.exhibits.map((e) => e.exhibit)]).toEqual(['have', ['E02', 'E03']]);
    expect(both?.toConfirm.map((o) => o.rule)).toContain('INV-09');
  });

  test('alternatives of one problem type: exemption sheet for an SDS, invoice of the owner for an authorisation', () => {
    const row = (problem: string, kind: string, wanted: string) =>
      buildChecklist(
        shippedProblem(problem),
        [{ exhibit: 'E01', document: document(kind) }],
        facts({ problem }),
      ).find((r) => r.kindSlug === wanted)?.state;
    expect(row('lst-hazmat', 'hazmat_exemption_sheet', 'sds')).toBe('have');
    expect(row('ip-trademark', 'license_agreement', 'letter_of_authorization')).toBe('have');
    expect(row('ip-trademark', 'trademark_certificate', 'letter_of_authorization')).toBe('missing');
    expect(row('lst-compliance-docs', 'hazmat_exemption_sheet', 'test_report')).toBe('missing');
  });

  test('every cited order needs its own tracking slip', () => {
    const orders = ['1', '2'].map((n) => ({
      orderId: `113-1234567-123456${n}`,
      trackingNumber: `YT000000000000000${n}`,
    }));
    const slip = (n: string) =>
      document('tracking_slip', {
        identifiers: [id('tracking_number', `YT000000000000000${n}`)],
        text: 'Delivered',
        dates: [date('delivered', '2026-01-01')],
      });
    const row = (...slips: string[]) =>
      buildChecklist(
        shippedProblem('ord-invalid-tracking'),
        slips.map((n) => ({ exhibit: `E0${n}`, document: slip(n) })),
        facts({ problem: 'ord-invalid-tracking', orders }),
      ).find((r) => r.kindSlug === 'tracking_slip');
    expect(row('1', '2')?.state).toBe('have');
    expect([row('1')?.state, row('1')?.reasons]).toEqual([
      'weak',
      [{ code: 'ordersNotCovered', params: { orders: '113-1234567-1234562' } }],
    ]);
  });

  test('a file with two kinds counts for both', () => {
    const rows = buildChecklist(
      shippedProblem('fba-inbound-missing'),
      [{ exhibit: 'E01', document: { ...good, kind: 'commercial_invoice' }, otherKinds: ['packing_list'] }],
      facts({ problem: 'fba-inbound-missing' }),
    );
    expect(rows.filter((r) => r.exhibits.length > 0).map((r) => r.kindSlug)).toEqual([
      'supplier_invoice',
      'packing_list',
    ]);
  });

  test('every problem type: nothing gives 0, nothing required gives 100, required rows come first', () => {
    for (const type of PROBLEM_TYPES) {
      const rows = buildChecklist(type, [], facts({ problem: type.slug }));
      expect(readinessPercent(rows), type.slug).toBe(type.requiredKinds.length === 0 ? 100 : 0);
      expect(rows.map((r) => r.kindSlug)).toEqual([...type.requiredKinds, ...type.recommendedKinds]);
      for (const row of rows) expect(row.get, `${type.slug} ${row.kindSlug}`).toBeDefined();
    }
  });
});
