// Which columns can the document table show, how wide are they, and which did the person choose?

export const COLUMNS = [
  { name: 'kind', width: '156px', sort: null },
  { name: 'title', width: 'minmax(150px, 2fr)', sort: 'name' },
  { name: 'identifiers', width: 'minmax(120px, 1.3fr)', sort: null },
  { name: 'date', width: '84px', sort: 'date' },
  { name: 'folder', width: 'minmax(64px, 0.6fr)', sort: null },
  { name: 'size', width: '76px', sort: 'size' },
  { name: 'pages', width: '56px', sort: null },
  { name: 'filed', width: '92px', sort: 'filed' },
] as const;

export type ColumnName = (typeof COLUMNS)[number]['name'];

export const USUAL_COLUMNS: readonly ColumnName[] = ['kind', 'title', 'identifiers', 'date', 'folder'];

/** The title can't be left out: it is how a row is opened. */
export const FIXED_COLUMN: ColumnName = 'title';

/** Reads the setting `document_columns` ("kind,title,date"); empty or nonsense means the usual ones. */
export function readColumns(setting: string | undefined): readonly ColumnName[] {
  const names = new Set((setting ?? '').split(','));
  const chosen = COLUMNS.map((column) => column.name).filter((name) => names.has(name));
  if (chosen.length === 0) return USUAL_COLUMNS;
  return chosen.includes(FIXED_COLUMN) ? chosen : [FIXED_COLUMN, ...chosen];
}

/** Grid template for the checkbox, the chosen columns and the mark at the end of a row. */
export function layColumns(chosen: readonly ColumnName[]): string {
  const widths = COLUMNS.filter((column) => chosen.includes(column.name)).map((column) => column.width);
  return `22px ${widths.join(' ')} 20px`;
}
