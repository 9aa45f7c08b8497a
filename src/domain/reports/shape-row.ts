// What is kept of one line of a report: values by name, what it is found by, when, how many, and what is wrong with it?
import { isPersonalColumn } from './column-names.ts';
import { parseReportDate } from './report-dates.ts';
import type { ReportLayout, ReportRole } from './report-layouts.ts';
import {
  cleanCell,
  isDamagedId,
  isMoneyColumn,
  parseReportNumber,
  restoreAsinZeros,
} from './report-values.ts';

export interface FileStyle {
  readonly dayFirst: boolean;
  readonly decimalComma: boolean;
}

/** Codes of the i18n catalogue `reports`. */
export type RowProblemCode =
  | 'damagedId'
  | 'zerosRestored'
  | 'dateUnreadable'
  | 'rowShort'
  | 'rowLong'
  | 'quoteOpen';

export interface RowProblem {
  readonly code: RowProblemCode;
  readonly column: string;
  readonly value: string;
}

export interface ShapedRow {
  readonly data: Readonly<Record<string, string>>;
  /** The identity columns as one text, without the counter of equal rows. */
  readonly identity: string;
  readonly orderId: string | null;
  readonly sku: string | null;
  readonly asin: string | null;
  readonly fnsku: string | null;
  readonly shipmentId: string | null;
  readonly trackingNumber: string | null;
  readonly carrier: string | null;
  readonly caseId: string | null;
  readonly atMs: number | null;
  readonly quantity: number | null;
  readonly damaged: boolean;
  readonly problems: readonly RowProblem[];
}

/** Columns that hold IDs, where a spreadsheet's number form is damage. */
const ID_COLUMN =
  /(?:^|-)(?:id|ids|sku|msku|asin\d?|fnsku|tracking(?:-number|-id)?|number|code|upc|ean)(?:-\d)?$/;
const ORDER_ID = /^(?:\d{3}|[SD]\d{2})-\d{7}-\d{7}$/;
const SHIPMENT_ID = /^FBA[0-9A-Z]{6,12}$/;

/** Reads one row of a report whose columns are named `keys`. `head` are values of the key–value head. */
export function shapeRow(
  cells: readonly string[],
  keys: readonly string[],
  layout: ReportLayout,
  style: FileStyle,
  head: Readonly<Record<string, string>> = {},
): ShapedRow {
  const problems: RowProblem[] = [];
  const data: Record<string, string> = {};
  for (const [key, value] of Object.entries(head)) data[key] = value;
  for (const [index, key] of keys.entries()) {
    const raw = cells[index];
    if (raw === undefined || isPersonalColumn(key)) continue;
    const value = cleanCell(raw);
    if (value === '') continue;
    data[key] = value;
    if (ID_COLUMN.test(key) && isDamagedId(value)) problems.push({ code: 'damagedId', column: key, value });
    else if (isMoneyColumn(key)) data[key] = parseReportNumber(value, style.decimalComma) ?? value;
  }
  const filled = lastFilled(cells) + 1;
  if (cells.length > keys.length && filled > keys.length)
    problems.push({ code: 'rowLong', column: '', value: String(cells.length) });
  // Spreadsheets cut empty columns off the end; a row that ends before half of them was cut itself.
  if (cells.length < keys.length && cells.length * 2 < keys.length)
    problems.push({ code: 'rowShort', column: keys[cells.length] ?? '', value: String(cells.length) });
  const spoilt = new Set(problems.filter((p) => p.code === 'damagedId').map((p) => p.column));
  const pick = (role: ReportRole): { key: string; value: string } | null => {
    for (const key of layout.roles[role] ?? []) {
      const value = data[key];
      if (value !== undefined) return spoilt.has(key) ? null : { key, value };
    }
    return null;
  };
  const at = pick('at');
  let atMs: number | null = null;
  for (const key of layout.roles.at ?? []) {
    const value = data[key];
    if (value === undefined || atMs !== null) continue;
    atMs = parseReportDate(value, style);
  }
  if (at !== null && atMs === null)
    problems.push({ code: 'dateUnreadable', column: at.key, value: at.value });
  const quantityText = pick('quantity')?.value;
  const quantity =
    quantityText === undefined ? undefined : parseReportNumber(quantityText, style.decimalComma);
  const asin = readAsin(pick('asin'), data, problems);
  const orderId = readId(pick('orderId'), layout);
  const tracking = pick('trackingNumber')?.value.replace(/\s+/g, '').toUpperCase() ?? null;
  const shipment = pick('shipmentId')?.value.toUpperCase() ?? null;
  return {
    data,
    identity: layout.identity.map((key) => data[key] ?? '').join('\u001f'),
    orderId,
    sku: pick('sku')?.value ?? null,
    asin,
    fnsku: pick('fnsku')?.value.toUpperCase() ?? null,
    shipmentId: shipment !== null && SHIPMENT_ID.test(shipment) ? shipment : null,
    trackingNumber: tracking,
    carrier: pick('carrier')?.value ?? null,
    caseId: pick('caseId')?.value ?? null,
    atMs,
    quantity: quantity === undefined ? null : Math.trunc(Number(quantity)),
    damaged: spoilt.size > 0,
    problems,
  };
}

/** The ledger's reference is an order, a shipment or neither; elsewhere the column means what it says. */
function readId(found: { key: string; value: string } | null, layout: ReportLayout): string | null {
  if (found === null) return null;
  const value = found.value.toUpperCase();
  return layout.report === 'ledger_detail' && !ORDER_ID.test(value) ? null : value;
}

function readAsin(
  found: { key: string; value: string } | null,
  data: Record<string, string>,
  problems: RowProblem[],
): string | null {
  if (found === null) return null;
  const value = found.value.toUpperCase();
  const restored = restoreAsinZeros(value);
  if (restored === undefined || restored === value) return value;
  problems.push({ code: 'zerosRestored', column: found.key, value });
  data[found.key] = restored;
  return restored;
}

function lastFilled(cells: readonly string[]): number {
  let index = cells.length - 1;
  while (index >= 0 && (cells[index] ?? '').trim() === '') index -= 1;
  return index;
}
