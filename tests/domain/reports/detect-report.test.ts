// Are Amazon's reports recognised by their header, whatever the spelling, language or order of columns?
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectReport, layoutOfMapping, suggestMapping } from '../../../src/domain/reports/detect-report.ts';
import { REPORT_LAYOUTS } from '../../../src/domain/reports/report-layouts.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';

const CORPUS = process.env['CASEBINDER_CORPUS'] ?? join(PROJECT_DIR, '..', 'shared', 'corpus');
const LAYOUTS = join(CORPUS, 'amazon-report', 'report-layouts.json');

/** What each collected layout is, by Amazon's own report name. */
const EXPECTED: Readonly<Record<string, string>> = {
  GET_FBA_REIMBURSEMENTS_DATA: 'reimbursements',
  GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE: 'settlement_v1',
  GET_LEDGER_DETAIL_VIEW_DATA: 'ledger_detail',
  GET_LEDGER_SUMMARY_VIEW_DATA: 'ledger_summary',
  GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL: 'fulfilled_shipments',
  GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA: 'fba_returns',
  GET_FBA_FULFILLMENT_REMOVAL_ORDER_DETAIL_DATA: 'removal_orders',
  GET_FBA_FULFILLMENT_REMOVAL_SHIPMENT_DETAIL_DATA: 'removal_shipments',
  GET_FBA_FULFILLMENT_CUSTOMER_SHIPMENT_REPLACEMENT_DATA: 'fba_replacements',
  GET_FBA_MYI_UNSUPPRESSED_INVENTORY_DATA: 'fba_inventory',
  GET_FLAT_FILE_ACTIONABLE_ORDER_DATA_SHIPPING: 'unshipped_orders',
  GET_FLAT_FILE_ARCHIVED_ORDERS_DATA_BY_ORDER_DATE: 'all_orders',
  GET_FBA_STORAGE_FEE_CHARGES_DATA: 'storage_fees',
  GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE: 'mfn_returns',
  GET_SELLER_FEEDBACK_DATA: 'feedback',
  GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL: 'all_orders',
  GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2: 'settlement_v2',
  DATE_RANGE_REPORT_US: 'date_range',
};

describe.skipIf(!existsSync(LAYOUTS))('real column layouts', () => {
  const { reports } = existsSync(LAYOUTS)
    ? (JSON.parse(readFileSync(LAYOUTS, 'utf8')) as { reports: Record<string, { columns: string[] }> })
    : { reports: {} };
  for (const [name, { columns }] of Object.entries(reports)) {
    it(`${name} is ${EXPECTED[name]}, also with its columns shuffled`, () => {
      expect(detectReport([columns])?.layout.report).toBe(EXPECTED[name]);
      expect(detectReport([[...columns].reverse()])?.layout.report).toBe(EXPECTED[name]);
    });
  }
});

describe('headers', () => {
  const US = ['date/time', 'settlement id', 'type', 'order id', 'sku', 'description', 'quantity', 'total'];
  const LOCALISED: readonly (readonly [string, readonly string[]])[] = [
    ['US', US],
    [
      'DE',
      [
        'Datum/Uhrzeit',
        'Abrechnungsnummer',
        'Typ',
        'Bestellnummer',
        'SKU',
        'Beschreibung',
        'Menge',
        'Gesamt',
      ],
    ],
    [
      'FR',
      [
        'date/heure',
        'numéro de versement',
        'type',
        'numéro de la commande',
        'sku',
        'description',
        'quantité',
        'total',
      ],
    ],
    [
      'IT',
      ['Data/Ora:', 'Numero pagamento', 'Tipo', 'Numero ordine', 'SKU', 'Descrizione', 'Quantità', 'totale'],
    ],
    [
      'ES',
      [
        'fecha y hora',
        'identificador de pago',
        'tipo',
        'número de pedido',
        'sku',
        'descripción',
        'cantidad',
        'total',
      ],
    ],
    [
      'MX',
      [
        'fecha/hora',
        'Id. de liquidación',
        'tipo',
        'Id. del pedido',
        'sku',
        'descripción',
        'cantidad',
        'total',
      ],
    ],
    ['JP', ['日付/時間', '決済番号', 'トランザクションの種類', '注文番号', 'SKU', '説明', '数量', '合計']],
  ];
  for (const [marketplace, header] of LOCALISED) {
    it(`the date range report of ${marketplace} has the same columns as all others`, () => {
      const preamble = [
        ['Includes Amazon Marketplace transactions'],
        ['All amounts in USD, unless specified'],
        [''],
      ];
      const found = detectReport([...preamble, header]);
      expect(found?.layout.report).toBe('date_range');
      expect(found?.headerRow).toBe(3);
      expect(found?.keys.slice(0, 8)).toEqual([
        'date-time',
        'settlement-id',
        'type',
        'order-id',
        'sku',
        'description',
        'quantity',
        'total',
      ]);
    });
  }

  it('a header that lost its umlauts to question marks is still known', () => {
    const found = detectReport([
      [
        'Datum/Uhrzeit',
        'Abrechnungsnummer',
        'Typ',
        'Bestellnummer',
        'SKU',
        'Beschreibung',
        'Menge',
        'Gesamt',
        'Ums?tze',
      ],
    ]);
    expect(found?.layout.report).toBe('date_range');
    const french = detectReport([
      [
        'date/heure',
        'num?ro de versement',
        'type',
        'num?ro de la commande',
        'sku',
        'description',
        'quantit?',
        'total',
      ],
    ]);
    expect(french?.keys.slice(1, 7)).toEqual([
      'settlement-id',
      'type',
      'order-id',
      'sku',
      'description',
      'quantity',
    ]);
  });

  it('the older removal form with "quantity shipped" and "removal-date" is the same report', () => {
    const found = detectReport([
      [
        'removal-date',
        'order-id',
        'shipment-date',
        'sku',
        'fnsku',
        'disposition',
        'quantity shipped',
        'carrier',
        'tracking-number',
      ],
    ]);
    expect(found?.layout.report).toBe('removal_shipments');
    expect(found?.keys).toContain('shipped-quantity');
  });

  it('posted-date and posted-date-time stay two columns', () => {
    const found = detectReport([
      [
        'settlement-id',
        'transaction-type',
        'order-id',
        'amount-type',
        'amount-description',
        'amount',
        'posted-date',
        'posted-date-time',
      ],
    ]);
    expect(found?.keys.slice(-2)).toEqual(['posted-date', 'posted-date-time']);
  });

  it('what is no report is not guessed', () => {
    expect(
      detectReport([
        ['Name', 'Address', 'City'],
        ['A', 'B', 'C'],
      ]),
    ).toBeNull();
    expect(detectReport([['order-id', 'note']])).toBeNull();
    expect(detectReport([])).toBeNull();
  });

  it('every report has its own name, key columns and an identity', () => {
    expect(new Set(REPORT_LAYOUTS.map((l) => l.report)).size).toBe(REPORT_LAYOUTS.length);
    for (const layout of REPORT_LAYOUTS) {
      expect(layout.identity.length, layout.report).toBeGreaterThan(0);
      expect(detectReport([layout.required[0] ?? []])?.layout.report, layout.report).toBe(layout.report);
    }
  });
});

describe('the mapping assistant', () => {
  it('suggests columns by what their values look like and by what they are called', () => {
    const header = ['Bestellnr.', 'Artikel', 'Sendungsnummer', 'Datum'];
    const rows = [['111-0000112-5000112', 'B0XHD00001', '1Z999AA10123456784', '14.03.2026']];
    expect(suggestMapping(header, rows)).toMatchObject({
      orderId: 'Bestellnr.',
      asin: 'Artikel',
      trackingNumber: 'Sendungsnummer',
      at: 'Datum',
    });
  });

  it('makes a layout of what a person confirmed', () => {
    const { layout, keys } = layoutOfMapping(['Bestellnr.', 'Wert'], { orderId: 'Bestellnr.' });
    expect(layout.roles.orderId).toEqual([keys[0]]);
    expect(layout.identity).toEqual(keys);
  });
});
