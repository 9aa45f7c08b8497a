// What is wrong with a row of an imported report, in English?
export const reports = {
  damagedId: '{column} was spoilt by a spreadsheet ({value}); download the .txt version again',
  zerosRestored: '{column}: leading zeros that a spreadsheet dropped were put back ({value})',
  dateUnreadable: '{column}: "{value}" is no date that exists',
  rowShort: 'The row ends early (before {column})',
  rowLong: 'The row has more cells than the header ({value})',
  quoteOpen: 'The file ends inside a quoted field: it is probably cut off',
  REPORT_UNKNOWN: 'Unknown header: {value}',
  FILE_UNREADABLE: 'The file cannot be read: {value}',
} as const;
