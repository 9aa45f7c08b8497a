// Where do rows and fields of a delimited text begin and end, piece by piece, whatever size it has?

export type Delimiter = '\t' | ',' | ';';

export interface RowSplitter {
  /** Rows that are complete with this piece. */
  push(text: string): string[][];
  /** The last row, when the text does not end with a line break; `open` tells that a quote was never closed. */
  end(): { readonly rows: string[][]; readonly open: boolean };
}

/** A quoted field longer than this is a lost quote, not a text: the row ends here and the next line is read anew. */
const MAX_FIELD_CHARACTERS = 100_000;

/**
 * RFC 4180 with forgiveness: any of the line ends, quotes inside unquoted fields kept, a lost quote bounded. With
 * `quotes: false` (Amazon's tab files) a quote is a character like any other, and a line break always ends the row.
 */
export function createRowSplitter(delimiter: Delimiter, quotes: boolean): RowSplitter {
  let row: string[] = [];
  let field = '';
  let inQuotes = false;
  let fieldStarted = false;
  let afterQuote = false;
  let skipLineFeed = false;

  const endField = (): void => {
    row.push(quotes ? field : unwrap(field));
    field = '';
    fieldStarted = false;
    afterQuote = false;
  };

  function push(text: string): string[][] {
    const rows: string[][] = [];
    let from = 0;
    const endRow = (): void => {
      endField();
      if (row.length > 1 || row[0] !== '') rows.push(row);
      row = [];
    };
    for (let i = 0; i < text.length; i += 1) {
      const character = text[i];
      if (inQuotes) {
        if (character === '"') {
          field += text.slice(from, i);
          inQuotes = false;
          afterQuote = true;
          from = i + 1;
        } else if (i - from + field.length > MAX_FIELD_CHARACTERS && character === '\n') {
          field += text.slice(from, i);
          inQuotes = false;
          from = i + 1;
          endRow();
        }
        continue;
      }
      if (character === '"' && quotes) {
        if (afterQuote) {
          // A doubled quote inside a quoted field.
          field += '"';
          inQuotes = true;
          afterQuote = false;
          from = i + 1;
          continue;
        }
        if (!fieldStarted && field === '' && i === from) {
          inQuotes = true;
          fieldStarted = true;
          from = i + 1;
          continue;
        }
        continue;
      }
      if (character === delimiter) {
        field += text.slice(from, i);
        from = i + 1;
        endField();
        skipLineFeed = false;
      } else if (character === '\n') {
        if (skipLineFeed && i === from && field === '' && row.length === 0) {
          from = i + 1;
          skipLineFeed = false;
          continue;
        }
        field += text.slice(from, i);
        from = i + 1;
        endRow();
      } else if (character === '\r') {
        field += text.slice(from, i);
        from = i + 1;
        endRow();
        skipLineFeed = true;
      } else {
        afterQuote = false;
        skipLineFeed = false;
      }
    }
    field += text.slice(from);
    if (field !== '') fieldStarted = true;
    return rows;
  }

  return {
    push,
    end() {
      const open = inQuotes;
      inQuotes = false;
      const rows = field === '' && row.length === 0 ? [] : push('\n');
      return { rows, open };
    },
  };
}

/** A spreadsheet that saves tab text wraps what holds quotes: "12"" pan". */
function unwrap(field: string): string {
  if (field.length < 2 || field[0] !== '"' || field[field.length - 1] !== '"') return field;
  const inner = field.slice(1, -1);
  return inner.replaceAll('""', '').includes('"') ? field : inner.replaceAll('""', '"');
}
