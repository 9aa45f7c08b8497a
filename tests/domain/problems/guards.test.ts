// Is the seller stopped before repeating, misfiling or overdoing a case?
import { describe, expect, test } from 'vitest';
import {
  checkAccountStanding,
  checkContactMailbox,
  checkHotline,
} from '../../../src/domain/problems/account-guard.ts';
import {
  computeStatistics,
  countRoundTrips,
  requireOutcome,
} from '../../../src/domain/problems/case-statistics.ts';
import { paceContacts } from '../../../src/domain/problems/contact-pacing.ts';
import type { ExistingCase } from '../../../src/domain/problems/duplicate-rule.ts';
import { findCaseWithId, findDuplicateCases } from '../../../src/domain/problems/duplicate-rule.ts';
import { checkFiling } from '../../../src/domain/problems/misfile-guard.ts';
import { findRepeatedAppeal } from '../../../src/domain/problems/resubmission.ts';
import { shippedProblem } from '../../support/shipped-problem.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');
const DAY = 86_400_000;
const HOUR = 3_600_000;

describe('duplicates', () => {
  const open: ExistingCase = {
    number: 'C-0001',
    accountId: '1',
    marketplace: 'US',
    problem: 'ord-invalid-tracking',
    subjects: ['113-1234567-1234567', 'B0EXAMPLE1'],
    caseId: '10123456789',
  };
  const wanted = {
    accountId: '1',
    marketplace: 'US',
    problem: 'ord-invalid-tracking',
    subjects: ['113-1234567-1234567'],
  };

  test('T-08 same account, marketplace, type and a shared order, ASIN, shipment or complaint', () => {
    expect(findDuplicateCases(wanted, [open], NOW)).toEqual(['C-0001']);
    expect(findDuplicateCases({ ...wanted, subjects: [' b0example1 '] }, [open], NOW)).toEqual(['C-0001']);
    expect(findDuplicateCases({ ...wanted, subjects: ['113-1234567-7654321'] }, [open], NOW)).toEqual([]);
    expect(findDuplicateCases({ ...wanted, accountId: '2' }, [open], NOW)).toEqual([]);
    expect(findDuplicateCases({ ...wanted, marketplace: 'DE' }, [open], NOW)).toEqual([]);
    expect(findDuplicateCases({ ...wanted, problem: 'ord-late-shipment' }, [open], NOW)).toEqual([]);
    const complaint = { ...open, subjects: [], complaintId: '9988776655' };
    expect(
      findDuplicateCases({ ...wanted, subjects: [], complaintId: '9988776655' }, [complaint], NOW),
    ).toEqual(['C-0001']);
  });

  test('T-08 closed for less than 30 days still counts, after that no more', () => {
    expect(findDuplicateCases(wanted, [{ ...open, closedAtMs: NOW - 30 * DAY + 1 }], NOW)).toEqual([
      'C-0001',
    ]);
    expect(findDuplicateCases(wanted, [{ ...open, closedAtMs: NOW - 30 * DAY }], NOW)).toEqual([]);
  });

  test('T-08 problems of the whole account repeat without any order; other types do not', () => {
    const account = { ...open, problem: 'acct-deactivated-policy', subjects: [] };
    expect(
      findDuplicateCases({ ...wanted, problem: 'acct-deactivated-policy', subjects: [] }, [account], NOW),
    ).toEqual(['C-0001']);
    const question = { ...open, problem: 'tec-other', subjects: [] };
    expect(findDuplicateCases({ ...wanted, problem: 'tec-other', subjects: [] }, [question], NOW)).toEqual(
      [],
    );
  });

  test('T-17 a Case ID belongs to one case of an account for ever', () => {
    const old = { ...open, closedAtMs: NOW - 400 * DAY };
    expect(findCaseWithId('1', ' 10123456789', [old])).toBe('C-0001');
    expect(findCaseWithId('2', '10123456789', [old])).toBeUndefined();
  });

  test('T-10 an appeal that equals a rejected one in text and evidence is stopped', () => {
    const rejected = [
      { label: '#2', text: 'Root cause: returns were resold.\nWe stopped it.', evidence: ['aa', 'BB'] },
    ];
    expect(
      findRepeatedAppeal(
        { text: 'ROOT CAUSE — returns were resold. We stopped it!', evidence: ['bb', 'AA'] },
        rejected,
      )?.label,
    ).toBe('#2');
    expect(
      findRepeatedAppeal(
        { text: 'ROOT CAUSE — returns were resold. We stopped it!', evidence: ['bb', 'aa', 'cc'] },
        rejected,
      ),
    ).toBeUndefined();
    expect(
      findRepeatedAppeal({ text: 'Root cause: packaging.', evidence: ['aa', 'bb'] }, rejected),
    ).toBeUndefined();
  });
});

describe('pace and filing', () => {
  test('T-09 five contacts within 24 hours warn, and it says when it is calm again', () => {
    const contacts = [1, 2, 3, 4, 5].map((h) => NOW - h * HOUR);
    expect(paceContacts(contacts.slice(0, 4), NOW).warning).toBeUndefined();
    const pace = paceContacts(contacts, NOW);
    expect(pace.warning).toEqual({ code: 'contactsExcessive', params: { count: 5, limit: 5 } });
    expect(pace.calmAtMs).toBe(NOW - 5 * HOUR + DAY);
    expect(paceContacts(contacts, pace.calmAtMs ?? 0).warning).toBeUndefined();
    expect(paceContacts([...contacts.slice(0, 4), NOW - DAY, NOW + HOUR], NOW).count).toBe(4);
    expect(paceContacts(contacts, NOW, 6).warning).toBeUndefined();
  });

  test('T-11 FBA inventory lost filed under payments: corrected to inventory with one click', () => {
    const warning = checkFiling(shippedProblem('fba-lost-warehouse'), { category: 'payments' });
    expect([warning?.reason.code, warning?.category, warning?.channel]).toEqual([
      'misfileFbaLost',
      'fba',
      'fba_reimb_portal',
    ]);
    expect(
      checkFiling(shippedProblem('fba-lost-warehouse'), { category: 'fba', channel: 'fba_reimb_portal' }),
    ).toBeUndefined();
    expect(checkFiling(shippedProblem('fba-sourcing-cost'), { category: 'payments' })?.reason.code).toBe(
      'misfileSourcingCost',
    );
  });

  test('T-12 a deactivation sent to ordinary support: it cannot act, Account Health Support can', () => {
    for (const slug of ['acct-deactivated-policy', 'acct-related-accounts']) {
      const warning = checkFiling(shippedProblem(slug), { channel: 'seller_support' });
      expect([warning?.reason.code, warning?.channel], slug).toEqual([
        'misfileOrdinarySupport',
        'account_health_support',
      ]);
    }
    expect(
      checkFiling(shippedProblem('acct-deactivated-policy'), { channel: 'perf_appeal' }),
    ).toBeUndefined();
    expect(checkFiling(shippedProblem('ip-trademark'), { channel: 'seller_support' })?.reason.code).toBe(
      'misfileIpComplaint',
    );
    expect(checkFiling(shippedProblem('lst-compliance-docs'), { category: 'products' })?.reason.code).toBe(
      'misfileCompliance',
    );
    expect(checkFiling(shippedProblem('tec-other'), { category: 'orders' })?.reason.code).toBe(
      'misfileCategory',
    );
    expect(checkFiling(shippedProblem('tec-other'), {})).toBeUndefined();
  });
});

describe('the account', () => {
  test('T-23 a contact from a mailbox that is not registered is warned about', () => {
    expect(checkContactMailbox('me@example.org', 'seller@example.com')?.code).toBe('personalMailbox');
    expect(checkContactMailbox(' SELLER@example.com ', 'seller@example.com')).toBeUndefined();
    expect(checkContactMailbox('me@example.org', undefined)).toBeUndefined();
  });

  test('T-24 an individual or unverified account is told that full support is not for it', () => {
    expect(
      checkAccountStanding({ plan: 'individual', verification: 'incomplete' }).map((r) => r.code),
    ).toEqual(['planIndividual', 'verificationIncomplete']);
    expect(checkAccountStanding({ plan: 'professional', verification: 'complete' })).toEqual([]);
  });

  test('T-25 the seed’s hotline is no valid number', () => {
    expect(checkHotline('+1-299-999-9999')?.code).toBe('hotlineInvalid');
    expect(checkHotline('+1 (206) 555-0100')).toBeUndefined();
    expect(checkHotline('400-810-5668')).toBeUndefined();
  });
});

describe('own statistics', () => {
  test('T-26 an outcome is needed; round trips, first answer and win rates come from the own cases', () => {
    expect(() => requireOutcome('done')).toThrow();
    expect(requireOutcome('partial')).toBe('partial');
    const contact = (kind: 'submitted' | 'own_message' | 'amazon_message', hours: number) => ({
      kind,
      atMs: NOW + hours * HOUR,
    });
    expect(
      countRoundTrips([
        contact('submitted', 0),
        contact('amazon_message', 1),
        contact('amazon_message', 2),
        contact('own_message', 3),
        contact('amazon_message', 4),
      ]),
    ).toBe(2);
    const statistics = computeStatistics([
      {
        outcome: 'won',
        evidenceComplete: true,
        contacts: [contact('submitted', 0), contact('amazon_message', 10)],
      },
      {
        outcome: 'lost',
        evidenceComplete: false,
        contacts: [
          contact('submitted', 0),
          contact('amazon_message', 20),
          contact('own_message', 21),
          contact('amazon_message', 30),
        ],
      },
      {
        outcome: 'won',
        evidenceComplete: false,
        contacts: [
          contact('submitted', 0),
          contact('amazon_message', 60),
          contact('own_message', 61),
          contact('amazon_message', 70),
        ],
      },
      { outcome: 'withdrawn', evidenceComplete: false, contacts: [contact('submitted', 0)] },
    ]);
    expect(statistics).toEqual({
      cases: 4,
      won: 2,
      firstContactResolution: 1 / 3,
      roundTrips: 5 / 3,
      medianFirstResponseHours: 20,
      winRateComplete: 1,
      winRateIncomplete: 0.5,
    });
    expect(computeStatistics([])).toEqual({
      cases: 0,
      won: 0,
      firstContactResolution: null,
      roundTrips: null,
      medianFirstResponseHours: null,
      winRateComplete: null,
      winRateIncomplete: null,
    });
  });
});
