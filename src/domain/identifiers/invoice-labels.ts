// By which words, in the languages of the stores, is the number of an invoice announced, and how may it be written?

/** Number words of the languages of the stores: "No.", "Nr.", "N°", "#"… */
const NO = '(?: ?(?:NUMBER|NUMMER|NO\\.?|NR\\.?|NUM(?:[EÉ]RO|\\.)?|N(?:\\.?[°ºO]|\\.)\\.?|#|ID|CODE))';

/** The word "invoice" as a head of a column among others; the number stands below it. */
export const INVOICE_COLUMN =
  '(?:INVOICE|RECHNUNG|FACTURE|FATTURA|FACTURA|FACTUUR|FAKTURA|FATURA|BELEG(?:NUMMER)?|伝票)';

/** After these words the number is another one's. */
const OTHER_PAPER =
  '(?:CUSTOMER|CLIENT|ACCOUNT|ORDER|QUOTE|CONTRACT|DELIVERY|VAT|TAX ID|PHONE|KUNDE|AUFTRAG|BESTELL|LIEFER|VERTRAG|ANGEBOT|COMMANDE|PEDIDO|ENCOMENDA|ORDINE|CONTRAT|KLANT|ZAM)';

const INVOICE_LABEL_PATTERNS: readonly string[] = [
  // The title of the paper, and "No." at the start of the line below.
  '(?<![^\\n])(?:(?:TAX |COMMERCIAL )?INVOICE|CREDIT NOTE|RECHNUNG|GUTSCHRIFT|FACTURE|AVOIR|FATTURA|FACTURA|FATURA|FACTUUR|FAKTURA(?: VAT)?)\\n{1,2} ?(?:N(?:\\.?[°ºO]|\\.|R)\\.?|N[UÚ]M[EÉ]RO|NUMBER|NUMMER|#)(?![A-Z]| ?(?:DE|DEL|DELLA|DA) )',
  `(?:(?<!AB)RECHNUNG|GUTSCHRIFT|INVOICE|CREDIT NOTE|(?<!MANU)FACTURE|AVOIR|FATTURA|FACTURA|FACTUUR|FATURA|FAKTURA)(?:(?!${OTHER_PAPER})[^\\n\\d:]){0,40}?(?:\\(\\d{3}\\))? ?(?<![A-Z])(?:NR\\.?|NO\\.?|N°|Nº|#)(?![A-Z])`,
  `(?:TAX |COMMERCIAL |PROFORMA |PRO-FORMA |SALES |VAT )?INVOICE${NO}(?![A-Z])`,
  `INV(?:\\.|OICE)?${NO}(?![A-Z])`,
  '(?:TAX )?INVOICE ?[:#]',
  '(?<![A-Z])INV ?[:#]',
  `(?:CREDIT|DEBIT) (?:NOTE|MEMO)${NO}?(?![A-Z])`,
  `RECEIPT${NO}(?![A-Z])`,
  '(?<![A-Z])RECEIPT ?[:#]',
  // Courts stamp "Document #: 13-1 Filed: …" on every page.
  `(?<![A-Z])(?:BILL|DOCUMENT|DOC|SLIP|TRANSACTION RECEIPT)${NO}(?![A-Z]|[^\\n]{0,24}(?:FILED|PAGEID))`,
  '(?<!AB)RECHNUNGS?[- ]?(?:NUMMER|NR\\.?|N°|#)',
  '(?:HANDELS)?RECHNUNG(?:SKORREKTUR)? ?(?:\\(\\d{3}\\) ?)?(?:NR\\.?|#|:|NUMMER)',
  '(?:BELEG|GUTSCHRIFT)S?[- ]?(?:NUMMER|NR\\.?)',
  '(?<![A-Z])R(?:E|G)\\.?[- ]?NR\\.?',
  '(?<!MANU)FACTURE ?(?:N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)|NUM[EÉ]RO|#|:)',
  '(?:N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)|NUM[EÉ]RO) ?(?:DE )?(?:LA )?FACTURE',
  'AVOIR ?(?:N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)|NUM[EÉ]RO|#|:)',
  '(?:NUMERO|N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)) ?(?:DELLA )?FATTURA',
  'FATTURA ?(?:N(?:\\.?[°ºO]\\.?(?![A-Z])|[.R])|NUMERO|#|:)',
  '(?:N[UÚ]M(?:ERO|\\.)?|N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)) ?(?:DE )?(?:LA )?FACTURA',
  '(?<!MANU)FACTURA ?(?:N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)|N[UÚ]M(?:ERO|\\.)|#|:)',
  'FACTUUR ?-?(?:NUMMER|NR\\.?|#|:)',
  '(?:NUMER|NR) FAKTURY',
  'FAKTURA(?: VAT)? ?(?:NR\\.?|#|:)',
  'FAKTURANUMMER',
  'FAKTURA ?(?:[CČ]\\.|[CČ][IÍ]SLO)',
  '[CČ][IÍ]SLO FAKT[UÚ]RY',
  '(?:N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)|N[UÚ]MERO) ?(?:DA )?FATURA',
  'FATURA ?(?:N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)|N[UÚ]MERO|#|:)',
  '(?:NOTA FISCAL(?: (?:DE [A-Z]{4,12} )?ELETR[OÔ]NICA)?|NF-?E|DANFE)\\s{0,3}(?:N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)|#|:)',
  'LASKU(?:N ?)?-?(?:NUMERO|NRO|N:O)',
  'SZ[AÁ]MLA ?(?:SORSZ[AÁ]MA|SZ[AÁ]M)',
  'NUM[AĂ]R(?:UL)? FACTUR(?:II|[AĂ])',
  'FACTUR[AĂ](?: SERIA [A-Z]{1,5})? NR\\.?',
  '(?:FACTUUR|REKENING)-?NR\\.?',
  // Carriers call the number of a parcel 伝票番号 too and print it 4-4-4.
  '(?:(?:請求書|領収書|インボイス)(?:番号|NO\\.?)|伝票(?:番号|NO\\.?)(?![\\s:]{0,4}\\d{4}-\\d{4}-\\d{4}(?!\\d)))',
  '(?:商业|形式)?发票(?:编号|号码?|NO\\.?)',
  'R[EÉ]F(?:\\.|[EÉ]RENCE)? ?(?:DE )?(?:LA )?FACTURE',
  'FACTURA SIMPLIFICADA ?(?:N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)|N[UÚ]M|#|:)',
  '(?:N[UÚ]MERO|N(?:\\.?[°ºO]\\.?(?![A-Z])|\\.)) ?(?:DEL )?DOCUMENTO',
  'INVOICE ?REF(?:ERENCE|\\.)?(?![A-Z])',
  '[IL1|]NV[O0]ICE ?N[O0] ?\\.?(?![A-Z])',
  '(?<![A-Z])(?:P\\/?I|C\\/?I|P\\.I\\.|C\\.I\\.) ?(?:NO\\.?|#) ?[:#]',
  'FAKTUR[AE]-?(?:NUMMER|NR\\.?)',
  'FAKTURE? ?NR\\.?(?![A-Z])',
  'DA[NŇ]OV[YÝ] DOKLAD ?(?:[CČ]\\.|[CČ][IÍ]SLO|#|:)',
  'LASKUN? ?(?:NUMERO|NRO|N:O)',
  'FATURA ?(?:NUMARASI|NO\\.?)(?![A-Z])',
  '(?:NOTA D[IE] (?:CR[EÉ]DITO|ABONO)|KREDITNOTA|CREDITNOTA|CREDITFACTUUR) ?(?:N[UÚ]M(?:ERO|\\.)|N(?:\\.?[°ºO]\\.?(?![A-Z])|[.R])|NUMMER|#|:)',
  '請求(?:書)?番号',
  '請求(?:書)?\\s*NO\\.?',
  '發票(?:號碼|編號)',
  '(?:송장|계산서|인보이스) ?번호',
  '(?:收据|单据|票据)(?:编号|号码?)',
];

/** Text under search has its ASCII letters in upper case only: "n° de crédito" becomes "CRéDITO". */
function matchBothCases(pattern: string): string {
  return pattern.replace(/\p{Lu}/gu, (letter) => (letter <= 'Z' ? letter : letter + letter.toLowerCase()));
}

/** Letters beyond ASCII stand in character classes, so that their small form can stand beside them. */
export const INVOICE_LABELS: readonly string[] = INVOICE_LABEL_PATTERNS.map(matchBothCases);

/** Words and units of one to four letters that stand before numbers and are no series of an invoice. */
const NO_SERIES =
  '(?:OF|DE|DU|DEL|DO|DA|VOM|VON|AM|AN|TO|AT|BY|IN|ON|LE|LA|EL|THE|FOR|AND|UND|PER|NET|DUE|DATE|DAT|YEAR|PAGE|PAG|P|SEIT|NO|NR|NUM|N|REF|ID|PO|QTY|MENG|TEL|FAX|PLZ|ZIP|BOX|SUM|VAT|UST|TVA|IVA|BTW|MWST|GST|PAN|NIF|CIF|NIP|NIE|ABN|CNPJ|CPF|SIRE|EAN|UPC|GTIN|ASIN|SKU|IBAN|BIC|EXP|LOT|EUR|USD|GBP|JPY|CNY|RMB|PLN|SEK|NOK|DKK|CHF|CAD|AUD|MXN|BRL|INR|TRY|CZK|HUF|RON|AED|SGD|JAN|FEB|MAR|APR|MAY|MAI|JUN|JUL|AUG|SEP|SEPT|OCT|OKT|NOV|DEC|DEZ|DIC)';

/** A series and its number with a space between: "FT 2024/123", "RE 20240815"; and "INV - 00118", "2024 / 0815", "4500 123 456" at the end of a line. */
export const SPACED_NUMBER = `(?!${NO_SERIES} )[A-Z]{1,4} [A-Z0-9]{1,4}\\/\\d{2,4}\\/\\d{1,8}|(?!${NO_SERIES} )[A-Z]{1,4} (?:\\d[A-Z0-9]{0,7}[/-][A-Z0-9]{1,8}(?:[/-]\\d{2,4})?|\\d{5,12})|(?!${NO_SERIES} )[A-Z]{2,5} - \\d{3,10}|\\d{2,4}[A-Z]? \\/ \\d{2,7}|\\d{1,4}(?: \\d{3}){1,3}(?= {2}|\\n|$)`;

/** The bare word on a line of its own, and the line below is nothing but a number with a shape of its own. */
export const INVOICE_ABOVE =
  '^ *(?:(?:TAX|COMMERCIAL|PROFORMA|SALES|CUSTOMER) )?(?:INVOICE|RECHNUNG|FACTURE|FATTURA|FACTURA|FACTUUR|FAKTURA|FATURA) *$(?=\\n *(?:[A-Z]{1,5}[-/_]?\\d[A-Z0-9_./-]{2,}|\\d{4}[-/]\\d{3,6}|\\d{6,12}) *$)';

/** The bare word at the start of a line, right before a number with a shape of its own. */
export const INVOICE_WORD = matchBothCases(
  `^(?:(?:TAX |COMMERCIAL |PROFORMA |FINAL |SALES |CUSTOMER |AGAINST |ORIGINAL )?INVOICE|CREDIT NOTE|CREDITNOTA|CREDITFACTUUR|KREDITNOTA|NOTA D[IE] (?:CR[EÉ]DITO|ABONO)|FACTURE|AVOIR|(?:HANDELS)?RECHNUNG|GUTSCHRIFT|FATTURA|FACTURA(?: SIMPLIFICADA)?|FACTUUR|FATURA(?:[- ]RECIBO| SIMPLIFICADA)?|FAKTURA(?: VAT)?)(?= {1,2}(?:(?=[A-Z0-9_./-]*\\d{2})(?:[A-Z0-9]+[A-Z_./-][A-Z0-9_./-]+|\\d{5,}|(?!19|20)\\d{4}$)|[A-Z]{1,4} \\d{1,8}[A-Z]?[/-]\\d|[A-Z]{1,4} [A-Z0-9]{1,4}\\/\\d{2,4}\\/\\d))`,
);

/** Polish invoices are numbered by month. */
export const POLISH_INVOICE = /FAKTURA(?: VAT)? ?NR\.?|(?:NUMER|NR) FAKTURY/g;
