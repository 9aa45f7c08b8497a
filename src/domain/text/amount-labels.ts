// Which words next to an amount say what it is, in the languages of the stores?
import type { AmountRole } from '../inspection.ts';

export interface AmountLabel {
  readonly role: AmountRole;
  /** On upper-cased text; global. */
  readonly pattern: RegExp;
  /** Among several totals the strongest label wins. */
  readonly strength: number;
}

export const AMOUNT_LABELS: readonly AmountLabel[] = [
  // Not totals although the word occurs.
  {
    role: 'other',
    strength: 0,
    pattern:
      /TOTAL (?:QTY|QUANTITY|ITEMS?|DISCOUNT|SAVINGS?|PIECES|PCS|WEIGHT|CARTONS?|UNITS|POINTS)|ITEM(?:S)? TOTAL(?: QTY)?|QTY TOTAL|CASH(?! ?TOTAL)|CHANGE(?: DUE)?|TENDER(?:ED)?|PAID(?: AMOUNT)?|AMOUNT PAID|BALANCE FORWARD|GESAMTBETRAG DER (?:ZU|AB)SCHL[ÄA]GE|OFFENE ZAHLUNGEN|GEGEBEN|RÜCKGELD|ROUNDING(?: ADJ(?:USTMENT)?)?|POSITIONSBETRAG|找零|实收|合计(?:件数|数量|重量)|PREPAID|ANZAHLUNG/g,
  },
  {
    role: 'tax',
    strength: 5,
    pattern:
      /(?:TOTAL |SALES )?(?:TAX|VAT|GST|SST|PST|HST|IGST|CGST|SGST)(?: ?(?:AMOUNT|TOTAL|AMT))?(?! ?(?:INVOICE|ID|NO|NR|NUMBER|REG|INCL|EXCL|SUMMARY|CODE))|TOTAL (?:TAX|VAT|GST)|(?:GESAMT)?(?:STEUER|MWST|UST|MEHRWERTSTEUER|UMSATZSTEUER)\.?-?(?:BETRAG| GESAMT|SUMME)?(?!-?ID)|STEUERBETRAG|(?:TOTAL |MONTANT )?T\.?V\.?A\.?(?! INTRA)|IMPOSTA|TOTALE IVA|(?:TOTAL )?IVA|BTW(?!-?N)|KWOTA VAT|PODATEK|消費税|税额|税金|合计税额/g,
  },
  {
    role: 'net',
    strength: 5,
    pattern:
      /TOTAL [A-Z() ]{0,16}EXC(?:L(?:UDING|USIVE|\.)?)?(?![A-Z])[A-Z.,() ]{0,8}(?:TAX|VAT|GST|SST)?\)?|SUB-? ?TOTAL|NET(?: TOTAL| AMOUNT| AMT| VALUE)|TOTAL NET|TOTAL (?:EXCL(?:UDING|\.)?|EXCLUSIVE|BEFORE|EX)[A-Z. ]{0,16}(?:TAX|VAT|GST)?|AMOUNT (?:EXCL|BEFORE)[A-Z. ]{0,12}|TOTAL BEFORE TAX|TAXABLE(?: AMOUNT| VALUE)?|UNTAXED AMOUNT|(?:RECHNUNGSSUMME|GESAMTSUMME|SUMME) OHNE [A-Z.]+|NETTO(?:BETRAG|SUMME|PREIS|WERT)?|SUMME NETTO|ZWISCHENSUMME|GESAMTBETRAG OHNE|(?:TOTAL|MONTANT|BASE) (?:NET )?H\.?T\.?(?![A-Z])|SOUS-TOTAL|IMPONIBILE|TOTALE (?:NETTO|IMPONIBILE)|BASE IMPONIBLE|SUBTOTAAL|TOTAAL EXCL[A-Z. ]*|WARTO[ŚS][ĆC] NETTO|RAZEM NETTO|小計|税抜(?:き)?(?:金額|合計|価格)?|不含税(?:金额|价)?|合计金额/g,
  },
  {
    role: 'shipping',
    strength: 4,
    pattern:
      /SHIPPING(?: ?&? ?HANDLING| COST| CHARGE| FEE)?S?|FREIGHT(?: CHARGE| COST)?S?|POSTAGE|VERSAND(?:KOSTEN)?|FRAIS DE PORT|LIVRAISON|SPESE DI SPEDIZIONE|GASTOS DE ENV[IÍ]O|VERZENDKOSTEN|KOSZT(?:Y)? (?:WYSY[ŁL]KI|DOSTAWY)|送料|运费|邮费/g,
  },
  {
    role: 'discount',
    strength: 4,
    pattern: /DISCOUNT|REBATE|PROMOTION|RABATT|SKONTO|REMISE|SCONTO|DESCUENTO|KORTING|割引|折扣|优惠/g,
  },
  {
    role: 'refund',
    strength: 6,
    pattern:
      /REFUND(?:ED)?(?: AMOUNT| TOTAL)?|(?:TOTAL )?REFUND|ERSTATTUNG(?:SBETRAG)?|REMBOURSEMENT|RIMBORSO|REEMBOLSO|返金|退款(?:金额|总额)?|已退款/g,
  },
  { role: 'claim', strength: 6, pattern: /CLAIM(?:ED)? AMOUNT|AMOUNT CLAIMED|索赔金额/g },
  { role: 'unit', strength: 3, pattern: /UNIT PRICE|PRICE PER|EINZELPREIS|PRIX UNITAIRE|单价|単価/g },
  // Totals, weakest to strongest.
  { role: 'total', strength: 3, pattern: /AMOUNT|BETRAG|MONTANT|IMPORTO|IMPORTE|BEDRAG|KWOTA|金额|金額/g },
  {
    role: 'total',
    strength: 6,
    pattern:
      /(?<![A-Z])(?:TOTAL|TOTALE|TOTAAL|SUMME|RAZEM|SUMA|SUM)(?![A-Z])|合计|总计|共计|総計|合計|总额|总金额/g,
  },
  {
    role: 'total',
    strength: 8,
    pattern:
      /TOTAL [A-Z() ]{0,16}(?:INCL(?:USIVE|UDING|\.)?|W(?:ITH|\/))[A-Z.,() ]{0,8}(?:TAX|VAT|GST|SST)?\)?|TOTAL (?:AMOUNT|AMT|PRICE|COST|SALES|BILL|CHARGES?|VALUE|DUE|PAYABLE|TO PAY)|(?:ORDER|BILL|NET|ROUNDED|SALES?|DOC) TOTAL|TOTAL ROUNDED|NETT? TOTAL(?= ?\(?RM)|总价|订单总额|应付金额|应付总额|应付|应收(?:合计|金额|款)?|应[交缴](?:金额|费用|电费|水费|燃气费|总额)?|[本当]期(?:合计|应[交缴收](?:金额|费用|电费|水费)?|账单金额|电费)|欠费金额|实付(?:金额|款)?|付款金额|交易金额|小写|合同(?:总)?(?:金额|价)|总货款|請求金額|ご請求額|税込(?:合計)?/g,
  },
  {
    role: 'total',
    strength: 9,
    pattern:
      /AMOUNT (?:DUE|PAYABLE|TO PAY)|BALANCE DUE|DUE PAYABLE|TOTAL DUE|ZU ZAHLENDER [A-ZÄÖÜ]+|(?:ZU ZAHLENDER|ZAHL)BETRAG|ZU ZAHLEN|ZAHLBETRAG|F[ÄA]LLIGER BETRAG|RECHNUNGSBEITRAG/g,
  },
  {
    role: 'total',
    strength: 10,
    pattern:
      /GRAND TOTAL|TOTAL INCL[A-Z. ]*|TOTAL GROSS|GROSS (?:TOTAL|AMOUNT)(?: INCL[A-Z. ]{0,8}(?:VAT|TAX|GST))?|TOTAL INVOICE (?:VALUE|AMOUNT|PRICE)|INVOICE (?:TOTAL|VALUE)|TOTAL (?:USD|EUR|GBP|CNY|RMB|RM)|GESAMT(?:BETRAG|SUMME|PREIS|RECHNUNGSBETRAG)?(?! ?(?:NETTO|OHNE))|RECHNUNGS(?:BETRAG|SUMME)|END(?:BETRAG|SUMME)|BRUTTO(?:BETRAG|SUMME)|(?:TOTAL|MONTANT|NET) ?(?:T\.?T\.?C\.?)|NET [ÀA] PAYER|(?:TOTAL|MONTANT|RESTE|SOMME) [ÀA] PAYER|TOTALE (?:FATTURA|DOCUMENTO|COMPLESSIVO|DA PAGARE|A PAGARE)|IMPORTO TOTALE|NETTO A PAGARE|TOTAL (?:FACTURA|A PAGAR)|IMPORTE TOTAL|TOTAAL (?:INCL[A-Z. ]*|TE BETALEN|BEDRAG)|TE BETALEN|TOTAALBEDRAG|DO ZAP[ŁL]ATY|WARTO[ŚS][ĆC] BRUTTO|RAZEM DO ZAP[ŁL]ATY|ご請求金額|(?:ご?請求|お支払い?)(?:金額|総?額|合計額?)|お買上金額|税込(?:合計|金額)(?:額)?|お支払(?:い)?金額|ATT BETALA|AT BETALE|Å BETALE|MAKSETTAVAA|TE VOLDOEN|RECHNUNGSTOTAL|TOTAL A PAGAR|VALOR TOTAL|TOTALE DOCUMENTO|K [ÚU]HRAD[ĚE]|CELKEM K [ÚU]HRAD[ĚE]|FIZETEND[ŐO]|GENEL TOPLAM|价税合计|合计大写/g,
  },
];
