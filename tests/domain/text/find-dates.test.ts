// Are the dates of a paper found with what happened on them?
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../src/domain/text/find-dates.ts';
import { inputOf } from '../identifiers/recognise-input.ts';

const dates = (text: string, options = {}): string[] =>
  findDates(inputOf(text, options)).map((date) => `${date.role} ${date.value}`);

describe('roles and notations', () => {
  it.each([
    ['开票日期：2026年1月12日', 'issue 2026-01-12'],
    ['开票日期:２０２６年０１月１２日', 'issue 2026-01-12'],
    ['Rechnungsdatum: 12.01.2026', 'issue 2026-01-12'],
    ['Rechnung Nr. RE-2026/1 vom 12.01.26', 'issue 2026-01-12'],
    ['Facture N° 12 du 2 février 2026', 'issue 2026-02-02'],
    ['Data fattura 3 gennaio 2026', 'issue 2026-01-03'],
    ['Fecha de factura: 5 de marzo de 2026', 'issue 2026-03-05'],
    ['Factuurdatum 07-03-2026', 'issue 2026-03-07'],
    ['Data wystawienia: 2026-03-07', 'issue 2026-03-07'],
    ['発行日 令和8年3月7日', 'issue 2026-03-07'],
    ['Invoice Date: Jan 12, 2026', 'issue 2026-01-12'],
    ['Invoice date\n12 Jan 2026', 'issue 2026-01-12'],
    ['Invoice No.  Invoice Date  Due Date\nINV-1  2026-01-12  2026-02-12', 'due 2026-02-12'],
    ['Date :17/06/20187:36:12 PM', 'issue 2018-06-17T19:36:12'],
    ['Date 03 Mar 201818:22', 'issue 2018-03-03T18:22'],
    ['Ship Date: 30APR15', 'ship 2015-04-30'],
    ['Delivered On: 01/14/2026 2:35 PM', 'delivered 2026-01-14T14:35'],
    ['签收时间：2026-01-14 09:30:05', 'delivered 2026-01-14T09:30:05'],
    ['Bitte überweisen Sie bis zum 04.07.2026.', 'due 2026-07-04'],
    ["Date d'échéance 16/11/2026", 'due 2026-11-16'],
    ['Bestelldatum: 01.03.2026', 'order 2026-03-01'],
    ['下单时间 2026/03/01 10:00', 'order 2026-03-01T10:00'],
    ['签订日期：2025年12月1日', 'signed 2025-12-01'],
    ['Respond by 2026-02-01', 'deadline 2026-02-01'],
    ['有效期至 2030.01.01', 'valid_to 2030-01-01'],
    ['出生日期 1990年5月6日', 'birth 1990-05-06'],
  ])('%s → %s', (text, expected) => {
    expect(dates(text)).toContain(expected);
  });
  it('splits an authorisation period into its ends', () => {
    expect(dates('授权期限：2025年1月1日至2027年12月31日')).toEqual([
      'valid_from 2025-01-01',
      'valid_to 2027-12-31',
    ]);
  });
  it('splits a billing period into its ends', () => {
    expect(dates('Billing period: 01.01.2026 - 31.01.2026')).toEqual([
      'period_start 2026-01-01',
      'period_end 2026-01-31',
    ]);
  });
  it('takes the recording time and the sending time from the file', () => {
    const input = inputOf('', {
      media: { takenAt: '2026-01-12T08:00:00' },
      properties: { email: { sentAt: '2026-01-13T09:00:00Z' } },
    });
    expect(findDates(input).map((date) => `${date.role} ${date.value}`)).toEqual([
      'sent 2026-01-13T09:00:00Z',
      'taken 2026-01-12T08:00:00',
    ]);
  });
});

describe('ambiguous dates', () => {
  it('reads the day first in Europe and the month first in the US', () => {
    expect(dates('Invoice Date: 03/04/2026\nTotal €10.00 VAT')).toContain('issue 2026-04-03');
    expect(dates('Invoice Date: 03/04/2026\nSeattle, WA 98109\nTotal $10.00')).toContain('issue 2026-03-04');
  });
  it('follows the certain dates of the same paper', () => {
    expect(dates('Invoice Date: 03/04/2026\nDue Date: 04/25/2026')).toContain('issue 2026-03-04');
    expect(dates('Invoice Date: 03/04/2026\nDue Date: 25/04/2026')).toContain('issue 2026-04-03');
  });
  it('is less sure of an ambiguous date', () => {
    const [sure] = findDates(inputOf('Invoice Date: 2026-04-03'));
    const [unsure] = findDates(inputOf('Invoice Date: 03/04/2026'));
    expect(unsure?.confidence).toBeLessThan(sure?.confidence ?? 0);
  });
});

describe('what is no date', () => {
  it.each([
    '31.02.2026',
    '2026-13-01',
    '99/99/2026',
    'version 1.2.3.4',
    'IP 192.168.12.20',
    'tel 12.34.56.78.90',
    '单价 12.50',
    '3/4 inch',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});
