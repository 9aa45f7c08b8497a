// How do rows become a tab separated or a quoted comma separated report?

export type Row = Readonly<Record<string, string | number>>;

export function writeTab(columns: readonly string[], rows: readonly Row[]): string {
  return [columns.join('\t'), ...rows.map((row) => columns.map((c) => String(row[c] ?? '')).join('\t'))]
    .join('\r\n')
    .concat('\r\n');
}

export function writeCsv(columns: readonly string[], rows: readonly Row[]): string {
  const quote = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`;
  return [
    columns.map(quote).join(','),
    ...rows.map((row) => columns.map((c) => quote(row[c] ?? '')).join(',')),
  ]
    .join('\r\n')
    .concat('\r\n');
}

/** An FBA order number of the reports; the range differs from the story's own orders. */
export function makeFbaOrderId(serial: number): string {
  return `11${1 + (serial % 4)}-0000${600 + serial}-7000${600 + serial}`;
}
