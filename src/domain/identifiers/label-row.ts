// A table head whose columns stand one space apart: which value of the line below belongs to a label in it?
import { MASK } from './scan.ts';

/** Longer lines are prose. */
const MAX_LINE = 200;

const NUMBER_WORD = '(?:NO\\.?|NR\\.?|NUMBER|NUM\\.?|N°|#|ID|CODE|REF(?:ERENCE|\\.)?)(?![A-Z])';
const PAPER = '(?:FACTURE|CLIENT|COMMANDE|FACTURA|FATURA|FATTURA|CLIENTE|PEDIDO|ORDINE|ENCOMENDA|DOCUMENTO)';
const LINK = "(?:DE |DEL |DELLA |DI |DA |DU |LA |D')*";

/** One head of a column, in the languages of the stores. Longer forms stand first. */
const COLUMN = new RegExp(
  [
    `(?:(?:INVOICE|BILL|ORDER|TAX|DELIVERY|SHIP(?:PING|MENT)?|DUE|ISSUE|PAYMENT|DOCUMENT|SALES?|SUPPLY) )?DATE(?: DUE| ISSUED| OF (?:ISSUE|SUPPLY))?(?![A-Z' ]*(?:FACTUR|LIVRAISON|COMMANDE|[ÉE]CH[ÉE]ANCE|[ÉE]MISSION))`,
    `(?:YOUR |OUR )?(?:TAX INVOICE|INVOICE|BILL|SALES ORDER|PURCHASE ORDER|ORDER|P\\.?O\\.?|CUSTOMER|CLIENT|ACCOUNT|DELIVERY NOTE|DELIVERY|SHIPMENT|DOCUMENT|CONTRACT|PROJECT|JOB|QUOTE|VAT|SUPPLIER|VENDOR|CUST\\.?|ACCT\\.?|INV\\.?)(?: ?${NUMBER_WORD})?(?![A-Z])`,
    '(?:YOUR |OUR )?(?:REFERENCE|REF\\.?)(?![A-Z])',
    '(?:PAYMENT TERMS|TERMS|PAGE|CURRENCY|AMOUNT(?: DUE)?|(?:GRAND )?TOTAL|BALANCE(?: DUE)?|DUE(?: ON)?|SHIP VIA|SALES ?PERSON|SALES REP)(?![A-Z])',
    // German, Dutch and the Nordic languages write these as one word.
    '[A-ZÄÖÜÅØÆäöüåøæ]{0,16}(?:[- ]?NUMMER|-?NR\\.?|-?NRO|DATUM|DATO)(?![A-ZÄÖÜäöüåøæ])',
    '(?:F[ÄA]LLIG(?:KEIT)?(?: AM| BIS)?|KUNDE|SEITE|BETRAG|W[ÄA]HRUNG|BLATT|KLANT|BEDRAG)(?![A-Z])',
    `DATE ${LINK}(?:FACTURE|FACTURATION|COMMANDE|LIVRAISON|[ÉE]CH[ÉE]ANCE|[ÉE]MISSION)`,
    'COD(?:\\.|ICE|IGO)? ?(?:DE )?CLIENTE',
    `(?:N(?:\\.?[°ºO]|\\.)|N[ÚU]M(?:[ÉE]RO|\\.)|R[ÉE]F(?:[ÉE]RENCE|\\.)) ?${LINK}${PAPER}`,
    `${PAPER}(?: ?(?:N(?:\\.?[°ºO]|\\.)|N[ÚU]M(?:ERO|\\.)))?(?![A-Z])`,
    `(?:FECHA|DATA)(?: ${LINK}(?:FACTURA|EMISI[ÓO]N|VENCIMIENTO|PEDIDO|FATURA|EMISS[ÃA]O|VENCIMENTO|FATTURA|DOCUMENTO|SCADENZA|EMISSIONE|WYSTAWIENIA|SPRZEDA[ŻZ]Y))?(?![A-Z])`,
    '(?:[ÉE]CH[ÉE]ANCE|SCADENZA|VENCIMIENTO|VENCIMENTO|MONTANT|IMPORTE|IMPORTO|TERMIN P[ŁL]ATNO[ŚS]CI|(?:NR|NUMER) (?:FAKTURY|KLIENTA|ZAM[ÓO]WIENIA))(?![A-Z])',
    // Any other word before a number word: "S/C NO.".
    '[A-Z/.]{1,12} (?:NO\\.?|NUMBER|#|ID|CODE)(?![A-Z])',
    '[\\u3040-\\u30ff\\u4e00-\\u9fff\\uac00-\\ud7af]{2,10}(?:NO\\.?)?',
  ].join('|'),
  'iy',
);

const MONTH = '(?:JAN|FEB|M[AÄ]R|APR|MA[IY]|JUN|JUL|AUG|SEP|O[CK]T|NOV|DE[CZ])[A-Z]*\\.?';
const MONEY = '(?:EUR|USD|GBP|CNY|JPY|PLN|SEK|CHF|CAD|AUD|[€$£¥])';

/** One value: a written date, terms of payment, money, a series with its number, or anything without a space. */
const VALUE = new RegExp(
  `\\d{1,2}\\.? ${MONTH},? \\d{2,4}|${MONTH} \\d{1,2},? \\d{4}|NET \\d+(?: DAYS)?|\\d+ (?:DAYS|TAGE|JOURS|D[IÍ]AS|GIORNI|DAGEN|DNI)|${MONEY} [\\d.,]+|[\\d.,]+ ${MONEY}(?![A-Z])|[A-Z]{1,4} \\d+[/-]\\d+|\\S+`,
  'gi',
);

/**
 * Where the value of the label that ends at `labelEnd` starts, when its line is nothing but heads of columns and the
 * line below holds one value for each. null: it is such a table, and no column of it is the label's for sure;
 * undefined: it is no such table. `isLabel` tells whether a head alone is one of the rule's labels.
 */
export function findValueInRow(
  text: string,
  labelStart: number,
  labelEnd: number,
  isLabel: (column: string) => boolean,
): number | null | undefined {
  const before = text.slice(Math.max(0, labelEnd - MAX_LINE), labelEnd);
  const lineStart = labelEnd - before.length + before.lastIndexOf('\n') + 1;
  const rest = text.slice(labelEnd, labelEnd + MAX_LINE).indexOf('\n');
  const lineEnd = labelEnd + rest;
  if (rest < 0 || lineEnd - lineStart > MAX_LINE) return undefined;
  const columns = splitHead(text.slice(lineStart, lineEnd), lineStart);
  if (columns === undefined || columns.length < 2) return undefined;
  const index = columns.findIndex((column) => labelEnd - 1 >= column.start && labelEnd - 1 < column.end);
  const own = columns[index];
  if (own === undefined) return undefined;
  // A label with a gap in it may have run over several heads: "INVOICE DATE CUSTOMER NO" is none of an invoice's number.
  if (labelStart < own.start && !isLabel(text.slice(own.start, own.end))) return null;
  const rowStart = text[lineEnd + 1] === '\n' ? lineEnd + 2 : lineEnd + 1;
  const row = text.slice(rowStart, rowStart + MAX_LINE).split('\n')[0] ?? '';
  const values = [...row.matchAll(VALUE)];
  if (values.filter(([value]) => /\d/.test(value) || value.startsWith(MASK)).length * 2 < values.length)
    return undefined;
  if (values.length === columns.length) return rowStart + (values[index]?.index ?? 0);
  // A name of several words stands somewhere: only the ends of the row are sure.
  if (index === 0) return undefined;
  const last = values.at(-1);
  if (index === columns.length - 1 && values.length > columns.length && last !== undefined)
    return rowStart + last.index;
  return null;
}

interface Column {
  readonly start: number;
  readonly end: number;
}

/** undefined when anything else stands in the line. */
function splitHead(line: string, offset: number): Column[] | undefined {
  const columns: Column[] = [];
  let position = 0;
  while (position < line.length) {
    const gap = /^[\s|:]*/.exec(line.slice(position))?.[0].length ?? 0;
    position += gap;
    if (position >= line.length) break;
    COLUMN.lastIndex = position;
    const head = COLUMN.exec(line)?.[0];
    if (head === undefined || head === '') return undefined;
    columns.push({ start: offset + position, end: offset + position + head.length });
    position += head.length;
  }
  return columns;
}
