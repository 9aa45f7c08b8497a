// Which report is this, judged by its header row, and which column is which?
import { hyphenateHeader, matchesLossyHeader, squashHeader } from './column-names.ts';
import { REPORT_LAYOUTS, type ReportLayout, type ReportRole } from './report-layouts.ts';

export interface DetectedReport {
  readonly layout: ReportLayout;
  /** Index of the header row. */
  readonly headerRow: number;
  /** Canonical name per column. */
  readonly keys: readonly string[];
}

/** Lines that are searched for the header: date range reports begin with definitions (domain.md 7.1 rule 3). */
export const HEADER_LINES = 50;

interface Prepared {
  readonly layout: ReportLayout;
  readonly names: ReadonlyMap<string, string>;
  readonly required: readonly (readonly string[])[];
}

const PREPARED: readonly Prepared[] = REPORT_LAYOUTS.map((layout) => {
  const names = new Map<string, string>();
  const add = (key: string): void => {
    if (!names.has(squashHeader(key))) names.set(squashHeader(key), key);
  };
  for (const key of [...layout.required.flat(), ...(layout.columns ?? []), ...layout.identity]) add(key);
  for (const keys of Object.values(layout.roles)) for (const key of keys ?? []) if (!names.has(key)) add(key);
  // A spelling of its own meaning in this report is never taken for another column.
  for (const [squashed, key] of Object.entries(layout.aliases ?? {}))
    if (!names.has(squashed)) names.set(squashed, key);
  return { layout, names, required: layout.required };
});

/** The report whose key columns stand in one of the first rows; null when none does: then nothing is guessed. */
export function detectReport(rows: readonly (readonly string[])[]): DetectedReport | null {
  let best: (DetectedReport & { score: number }) | null = null;
  for (const [headerRow, cells] of rows.slice(0, HEADER_LINES).entries()) {
    if (cells.length < 2) continue;
    for (const prepared of PREPARED) {
      const keys = nameColumns(cells, prepared.names);
      const present = new Set(keys);
      const matched = prepared.required.filter((group) => group.every((key) => present.has(key)));
      if (matched.length === 0) continue;
      const known = [...new Set(prepared.names.values())].filter((key) => present.has(key)).length;
      const score = Math.max(...matched.map((group) => group.length)) * 100 + known;
      if (best === null || score > best.score) best = { layout: prepared.layout, headerRow, keys, score };
    }
    if (best !== null && best.headerRow < headerRow) break;
  }
  if (best === null) return null;
  const { score: _score, ...found } = best;
  return found;
}

/** Canonical names of the cells; a name that occurs twice is numbered, so that no column steals another's values. */
function nameColumns(cells: readonly string[], names: ReadonlyMap<string, string>): string[] {
  const used = new Map<string, number>();
  const claimed = new Set(
    cells.map((cell) => names.get(squashHeader(cell))).filter((key) => key !== undefined),
  );
  return cells.map((cell) => {
    const squashed = squashHeader(cell);
    const lossy =
      names.get(squashed) ??
      [...names].find(([name, key]) => !claimed.has(key) && matchesLossyHeader(cell, name))?.[1];
    const key = lossy ?? (hyphenateHeader(cell) || 'column');
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return count === 1 ? key : `${key}-${count}`;
  });
}

/** Header → role, as a person confirmed it. Roles left out are not in the file. */
export type ColumnMapping = Partial<Record<ReportRole, string>>;

const ROLE_CUES: Readonly<Record<ReportRole, RegExp>> = {
  orderId: /order(id|number|no)?$|^amazonorder|bestell|commande|ordine|pedido|注文番号|订单(编号|号)/,
  sku: /sku$|^msku|出品者sku/,
  asin: /asin/,
  fnsku: /fnsku/,
  shipmentId: /shipmentid|货件编号|fbashipment/,
  trackingNumber: /tracking|sendungsnummer|suivi|追踪|运单|追跡|お問い合わせ伝票/,
  carrier: /carrier|versanddienst|transporteur|corriere|transportista|承运|配送業者/,
  caseId: /caseid|问题编号/,
  at: /date|datum|fecha|data|日付|日期|时间/,
  quantity: /quantity|qty|units|menge|quantit|cantidad|数量/,
};

/** Columns that probably hold what a row is found by, for the person to confirm. */
export function suggestMapping(
  header: readonly string[],
  sample: readonly (readonly string[])[] = [],
): ColumnMapping {
  const mapping: ColumnMapping = {};
  const taken = new Set<number>();
  const take = (role: ReportRole, fits: (cell: string, index: number) => boolean): void => {
    const index = header.findIndex((cell, i) => !taken.has(i) && fits(cell, i));
    if (index === -1 || mapping[role] !== undefined) return;
    taken.add(index);
    mapping[role] = header[index] ?? '';
  };
  const valuesFit = (index: number, pattern: RegExp): boolean => {
    const values = sample.map((row) => row[index] ?? '').filter((value) => value !== '');
    return values.length > 0 && values.filter((value) => pattern.test(value)).length / values.length > 0.8;
  };
  // What the values look like is stronger than what the column is called.
  take('orderId', (_cell, i) => valuesFit(i, /^(?:\d{3}|[SD]\d{2})-\d{7}-\d{7}$/));
  take('asin', (_cell, i) => valuesFit(i, /^B0[0-9A-Z]{8}$/));
  take('fnsku', (_cell, i) => valuesFit(i, /^X00[0-9A-Z]{7}$/));
  for (const role of Object.keys(ROLE_CUES) as ReportRole[])
    take(role, (cell) => ROLE_CUES[role].test(squashHeader(cell)));
  return mapping;
}

/** A layout of a person's own: the named columns and all values as the row's identity. */
export function layoutOfMapping(
  header: readonly string[],
  mapping: ColumnMapping,
): { layout: ReportLayout; keys: string[] } {
  const keys = nameColumns(header, new Map());
  const roles: Record<string, string[]> = {};
  for (const [role, name] of Object.entries(mapping)) {
    const index = header.findIndex((cell) => squashHeader(cell) === squashHeader(name ?? ''));
    const key = keys[index];
    if (key !== undefined) roles[role] = [key];
  }
  return {
    layout: {
      report: 'custom',
      name: { zh: '自定义报表', en: 'Own mapping' },
      kind: 'amazon_report',
      required: [],
      identity: keys,
      roles,
    },
    keys,
  };
}
