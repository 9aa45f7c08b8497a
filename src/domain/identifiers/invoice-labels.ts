// By which words, in the languages of the stores, is the number of an invoice announced?

/** Number words of the languages of the stores: "No.", "Nr.", "N°", "#"… */
const NO = '(?: ?(?:NUMBER|NUMMER|NO\\.?|NR\\.?|NUM(?:[EÉ]RO|\\.)?|N[°ºO.]\\.?|#|ID|CODE))';

/** The word "invoice" as a head of a column among others; the number stands below it. */
export const INVOICE_COLUMN =
  '(?:INVOICE|RECHNUNG|FACTURE|FATTURA|FACTURA|FACTUUR|FAKTURA|FATURA|BELEG(?:NUMMER)?|伝票)';

export const INVOICE_LABELS: readonly string[] = [
  `(?:RECHNUNG|GUTSCHRIFT|INVOICE|CREDIT NOTE|FACTURE|AVOIR|FATTURA|FACTURA|FACTUUR|FAKTURA)[^\\n\\d:]{0,40}?(?:\\(\\d{3}\\))? ?(?<![A-Z])(?:NR\\.?|NO\\.?|N°|Nº|#)(?![A-Z])`,
  `(?:TAX |COMMERCIAL |PROFORMA |PRO-FORMA |SALES |VAT )?INVOICE${NO}(?![A-Z])`,
  `INV(?:\\.|OICE)?${NO}(?![A-Z])`,
  '(?:TAX )?INVOICE ?[:#]',
  '(?<![A-Z])INV ?[:#]',
  `(?:CREDIT|DEBIT) (?:NOTE|MEMO)${NO}?(?![A-Z])`,
  `RECEIPT${NO}(?![A-Z])`,
  '(?<![A-Z])RECEIPT ?[:#]',
  `(?<![A-Z])(?:BILL|DOCUMENT|DOC|SLIP|TRANSACTION RECEIPT)${NO}(?![A-Z])`,
  'RECHNUNGS?[- ]?(?:NUMMER|NR\\.?|N°|#)',
  '(?:HANDELS)?RECHNUNG(?:SKORREKTUR)? ?(?:\\(\\d{3}\\) ?)?(?:NR\\.?|#|:|NUMMER)',
  '(?:BELEG|GUTSCHRIFT)S?[- ]?(?:NUMMER|NR\\.?)',
  '(?<![A-Z])R(?:E|G)[- .]?NR\\.?',
  'FACTURE ?(?:N[°ºO.]|NUM[EÉ]RO|#|:)',
  '(?:N[°ºO.]|NUM[EÉ]RO) ?(?:DE )?(?:LA )?FACTURE',
  'AVOIR ?(?:N[°ºO.]|NUM[EÉ]RO|#|:)',
  '(?:NUMERO|N[.°º]) ?(?:DELLA )?FATTURA',
  'FATTURA ?(?:N[.°ºR]|NUMERO|#|:)',
  '(?:N[UÚ]M(?:ERO|\\.)?|N[.°º]) ?(?:DE )?(?:LA )?FACTURA',
  'FACTURA ?(?:N[.°ºO]|N[UÚ]M(?:ERO|\\.)|#|:)',
  'FACTUUR ?-?(?:NUMMER|NR\\.?|#|:)',
  '(?:NUMER|NR) FAKTURY',
  'FAKTURA(?: VAT)? ?(?:NR\\.?|#|:)',
  'FAKTURANUMMER',
  'FAKTURA ?(?:[CČ]\\.|[CČ][IÍ]SLO)',
  '[CČ][IÍ]SLO FAKT[UÚ]RY',
  '(?:N[.°º]|N[UÚ]MERO) ?(?:DA )?FATURA',
  'FATURA ?(?:N[.°ºO]|N[UÚ]MERO|#|:)',
  '(?:NOTA FISCAL|NF-?E) ?(?:N[.°º]|#|:)',
  'LASKU(?:N ?)?-?(?:NUMERO|NRO|N:O)',
  'SZ[AÁ]MLA ?(?:SORSZ[AÁ]MA|SZ[AÁ]M)',
  'NUM[AĂ]R(?:UL)? FACTUR[AĂ]',
  '(?:FACTUUR|REKENING)-?NR\\.?',
  '(?:請求書|領収書|インボイス|伝票)(?:番号|NO\\.?)',
  '(?:商业|形式)?发票(?:编号|号码?|NO\\.?)',
  'R[EÉ]F(?:\\.|[EÉ]RENCE)? ?(?:DE )?(?:LA )?FACTURE',
  'FACTURA SIMPLIFICADA ?(?:N[.°ºO]|N[UÚ]M|#|:)',
  '(?:N[UÚ]MERO|N[.°º]) ?(?:DEL )?DOCUMENTO',
  'INVOICE ?REF(?:ERENCE|\\.)?(?![A-Z])',
  '[IL1|]NV[O0]ICE ?N[O0] ?\\.?(?![A-Z])',
  '(?<![A-Z])(?:PI|CI) ?(?:NO\\.?|#) ?[:#]',
  'FAKTUR[AE]-?(?:NUMMER|NR\\.?)',
  'FAKTURE? ?NR\\.?(?![A-Z])',
  'DA[NŇ]OV[YÝ] DOKLAD ?(?:[CČ]\\.|[CČ][IÍ]SLO|#|:)',
  'LASKUN? ?(?:NUMERO|NRO|N:O)',
  'FATURA ?(?:NUMARASI|NO\\.?)(?![A-Z])',
  '(?:NOTA D[IE] CR[EÉ]DITO|KREDITNOTA|CREDITNOTA|CREDITFACTUUR) ?(?:N[.°ºR]|NUMMER|#|:)',
  '請求(?:書)?番号',
  '請求書\\s*NO\\.?',
  '發票(?:號碼|編號)',
  '(?:송장|계산서|인보이스) ?번호',
  '(?:收据|单据|票据)(?:编号|号码?)',
];

/** The bare word on a line of its own, and the line below is nothing but a number with a shape of its own. */
export const INVOICE_ABOVE =
  '^ *(?:(?:TAX|COMMERCIAL|PROFORMA|SALES|CUSTOMER) )?(?:INVOICE|RECHNUNG|FACTURE|FATTURA|FACTURA|FACTUUR|FAKTURA|FATURA) *$(?=\\n *(?:[A-Z]{1,5}[-/_]?\\d[A-Z0-9_./-]{2,}|\\d{4}[-/]\\d{3,6}|\\d{6,12}) *$)';

/** Polish invoices are numbered by month. */
export const POLISH_INVOICE = /FAKTURA(?: VAT)? ?NR\.?|(?:NUMER|NR) FAKTURY/g;
