// Which words next to a date say what happened on it, in the languages of the stores?
import type { DateRole } from '../inspection.ts';

export interface DateLabel {
  readonly role: DateRole;
  /** On upper-cased text; global. The match nearest before the date wins, longer ones over shorter ones. */
  readonly pattern: RegExp;
  readonly confidence: number;
}

export const DATE_LABELS: readonly DateLabel[] = [
  // The bare word right before a date; longer labels that end in it win.
  {
    role: 'deadline',
    confidence: 0.7,
    pattern: /(?<![A-Z])(?:BY|BEFORE|UNTIL|BIS(?: ZUM)?|AVANT LE|ANTES DEL?|ENTRO IL)(?= ?$)/g,
  },
  {
    role: 'due',
    confidence: 0.95,
    pattern:
      /DUE(?: DATE| ON| BY)?|DATE DUE|PAYABLE (?:BY|UNTIL)|PAY(?:MENT)? (?:BY|UNTIL)|REMIT (?:UNTIL|BY)|F[ÄA]LLIG(?:KEIT|KEITSDATUM)?(?: AM| BIS)?|ZAHLBAR BIS|(?:ÜBERWEIS(?:EN|UNG)|BEZAHLEN|ZAHLUNG|BEGLEICHUNG|EINGEHEND)[A-Z ]{0,20} BIS(?: ZUM)?|(?:ABBUCHUNG|EINZUG)(?: ERFOLGT)? (?:AM|ZUM)|PR[ÉE]L[ÈE]VEMENT (?:LE|DU)|PR[ÉE]LEV[ÉE]E? LE|(?:CARGO|ADEUDO) (?:EL|EN)|ADDEBITO (?:IL|DEL)|ZAHLUNGSZIEL|(?:DATE )?D?'?[ÉE]CH[ÉE]ANCE|DATE LIMITE|[ÀA] PAYER AVANT(?: LE)?|[ÀA] R[ÉE]GLER AVANT(?: LE)?|PAG(?:AR|O) ANTES DEL?|PAGARE ENTRO(?: IL)?|SCADENZA|VENCIMIENTO|VERVALDATUM|VENCIMENTO|F[ÖO]RFALLODATUM|FORFALDSDATO|FORFALLSDATO|ER[ÄA]P[ÄA]IV[ÄA]|DATUM SPLATNOSTI|VADE TAR[İI]H[İI]|FIZET[ÉE]SI HAT[ÁA]RID[ŐO]|BETALEN V[OÓ][OÓ]R|TERMIN P[ŁL]ATNO[ŚS]CI|(?:支払い?|振込)(?:期限|期日)|付款期限|缴费截止|最后还款日|还款日/g,
  },
  {
    role: 'deadline',
    confidence: 0.93,
    pattern:
      /(?:RESPOND|REPLY|RESPONSE|APPEAL|SUBMIT|ANSWER)(?:ED)?(?: [A-Z]+){0,5}? (?:BY|BEFORE|UNTIL|NO LATER THAN)|NO LATER THAN|DEADLINE|(?:ANTWORTEN|REAGIEREN|EINREICHEN)(?: SIE)?[A-Z ]{0,20} BIS(?: ZUM)?|(?:BIS )?SP[ÄA]TESTENS(?: BIS)?(?: ZUM| AM)?|R[ÉE]POND(?:RE|EZ)(?: [A-Z]+){0,3}? AVANT(?: LE)?|AU PLUS TARD LE|RESPOND(?:ER|A|E)(?: [A-ZÁÉÍÓÚ]+){0,3}? ANTES DEL?|RISPOND(?:ERE|I)(?: [A-Z]+){0,3}? ENTRO(?: IL)?|ENTRO IL|回答期限|期日|回复截止|回复期限|申诉截止|提交截止|截止日期|截止时间|截至/g,
  },
  {
    role: 'ship',
    confidence: 0.94,
    pattern:
      /SHIP(?:PED|PING|MENT)?[- ]?(?:DATE|ON)|DISPATCH(?:ED)?(?: DATE| ON)?|VERSAND(?:DATUM|TAG| AM)?|VERSENDET AM|DATE D'EXP[ÉE]DITION|EXP[ÉE]DI[ÉE] LE|DATA (?:DI )?SPEDIZIONE|FECHA DE ENV[IÍ]O|VERZENDDATUM|DATA WYSY[ŁL]KI|出荷日|発送日|发货(?:日期|时间)?|出[库货庫]日期|送货日期|寄件(?:日期|时间)|揽收(?:时间|日期)?|PICK-?UP DATE|装船日期|ON BOARD DATE|SHIPPED ON BOARD|出口日期/g,
  },
  {
    role: 'delivered',
    confidence: 0.94,
    pattern:
      /DELIVERED(?: ON| AT)?|(?:DATE OF )?DELIVERY(?: DATE| ON)?|SIGNED FOR(?: ON)?|LIEFER(?:DATUM|TAG|ZEITPUNKT)|LEISTUNGSDATUM|ZUGESTELLT AM|DATE DE LIVRAISON|LIVR[ÉE] LE|DATA (?:DI )?CONSEGNA|FECHA DE ENTREGA|LEVER(?:INGS)?DATUM|DATA (?:DOSTAWY|SPRZEDA[ŻZ]Y)|配達(?:日|完了)|納品日|签收(?:日期|时间)?|妥投(?:日期|时间)?|送达(?:日期|时间)?|交货日期|交付日期/g,
  },
  {
    role: 'received',
    confidence: 0.92,
    pattern:
      /RECEIVED(?: ON| AT| DATE)?|DATE (?:OF )?RECEI(?:PT|VED)|EINGANGSDATUM|REÇU LE|收货日期|入库(?:日期|时间)|收件日期|收样日期|接收日期|受理日期/g,
  },
  {
    role: 'order',
    confidence: 0.94,
    pattern:
      /ORDER(?:ED)?[- ]?(?:DATE|ON|PLACED)|PURCHASE[- ]?DATE|PLACED ON|BESTELL(?:DATUM|T AM)|BESTELLUNG (?:VOM|NR\.? ?[A-Z0-9-]+ VOM)|DATE DE (?:LA )?COMMANDE|DATA (?:DELL'|DI )?ORDINE|FECHA DE(?:L)? PEDIDO|BESTELDATUM|DATA ZAM[ÓO]WIENIA|注文日|ご注文日|KAUFDATUM|DATE D'ACHAT|FECHA DE COMPRA|DATA (?:DI |D')ACQUISTO|AANKOOPDATUM|購入日|発注日|下单(?:日期|时间)?|订单(?:日期|时间)|订购日期|采购日期/g,
  },
  {
    role: 'signed',
    confidence: 0.94,
    pattern:
      /签[订署约字](?:日期|时间|于)|签章日期|SIGNED(?: ON| THIS)?|DATE OF SIGNATURE|SIGNATURE DATE|DATED (?:THIS|AS OF)|ENTERED INTO(?: ON| AS OF| THIS)?|(?:AGREEMENT|CONTRACT) (?:IS )?MADE(?: ON| AS OF| THIS)?|締結日|契約日|UNTERZEICHNET AM|合同日期|订立日期/g,
  },
  {
    role: 'valid_from',
    confidence: 0.93,
    pattern:
      /VALID(?:ITY)? FROM|DATE OF COMMENCEMENT|COMMENCEMENT DATE|開業日期|EFFECTIVE(?: DATE| FROM| AS OF)?|COMMENC(?:ING|EMENT)(?: DATE| ON)?|START(?:ING)? DATE|G[ÜU]LTIG (?:AB|VOM)|VALABLE (?:[ÀA] PARTIR )?DU|生效(?:日期|时间)?|有效期自|有效期起|授权(?:开始|起始)(?:日期|时间)?|起始日期|开始日期|成立日期|REGISTRATION DATE|REGISTERED ON|注册日期/g,
  },
  {
    role: 'valid_to',
    confidence: 0.93,
    pattern:
      /VALID(?:ITY)? (?:UNTIL|TO|THRU|THROUGH|TILL)|EXPIR(?:Y|ES|ATION|ED)(?: DATE| ON)?|DATE OF EXPIR(?:Y|ATION)|ABLAUFDATUM|L[ÄA]UFT AB AM|DATE D'EXPIRATION|FECHA DE CADUCIDAD|VALIDO HASTA|V[ÁA]LIDO HASTA|DATA DI SCADENZA|屆滿日期|届满日期|有效期至|有効期間満了日|EXP\.? ?DATE|END(?:ING)? DATE|G[ÜU]LTIG BIS(?: ZUM)?|GILT BIS(?: ZUM)?|VALABLE JUSQU'?AU?|VALIDO FINO AL|有効期限|有效期(?:限)?至|有效日期至|失效(?:日期|时间)?|届满|到期(?:日期|时间|日)?|授权(?:截止|结束|终止)(?:日期|时间)?|终止日期|结束日期|营业期限至/g,
  },
  {
    role: 'birth',
    confidence: 0.95,
    pattern: /DATE OF BIRTH|BIRTH ?DATE|(?<![A-Z])DOB(?![A-Z])|BORN|GEBURTSDATUM|出生(?:日期|年月)?/g,
  },
  {
    role: 'printed',
    confidence: 0.9,
    pattern: /PRINT(?:ED|OUT)?(?: DATE| ON| AT)?|打印(?:日期|时间)|DRUCKDATUM|GEDRUCKT AM/g,
  },
  {
    role: 'sent',
    confidence: 0.85,
    pattern: /(?<![A-Z])SENT(?: ON| AT)?[: ]|GESENDET|ENVOY[ÉE] LE|发送时间|发件时间/g,
  },
  {
    role: 'issue',
    confidence: 0.97,
    pattern:
      /(?:INVOICE|BILL(?:ING)?|RECEIPT|STATEMENT|DOCUMENT|CREDIT NOTE|REPORT|CERTIFICATE|INV\.?|DOC\.?|TAX)[- ]?(?: DATE|DATE)|DATE OF (?:ISSUE|INVOICE|ISSUANCE|REPORT)|ISSU(?:E|ED|ING)(?: ?DATE| ON| AT)|INVOICED ON|(?:RECHNUNGS?|BELEG|AUSSTELLUNGS|AUSGABE|DRUCK)-?DATUM|AUSGESTELLT AM|DATE (?:DE )?(?:LA )?FACTURE|DATE D'[ÉE]MISSION|[ÉE]MISE? LE|FACTUR[ÉE]E? LE|DATA (?:DELLA |DI )?(?:FATTURA|EMISSIONE)|FECHA (?:DE )?(?:LA )?(?:FACTURA|EMISI[ÓO]N|EXPEDICI[ÓO]N)|FACTUURDATUM|DATA WYSTAWIENIA|FAKTURADATUM|発行日|請求(?:書)?日|作成日|納品日付|開票日|开票(?:日期|时间)|填开日期|出具日期|签发(?:日期|时间)|发证日期|报告日期|出票日期|制单日期|申报日期|开立日期|账单日/g,
  },
  {
    role: 'issue',
    confidence: 0.95,
    pattern:
      /[A-ZÄÖÜ]*(?:RECHNUNG|GUTSCHRIFT|INVOICE|CREDIT NOTE|FACTURE|AVOIR|FATTURA|FACTURA|FACTUUR|FAKTURA)(?: VAT)?(?: ?\([^)]{1,40}\))* ?(?:NR\.?|NO\.?|N°|Nº|#|:)? ?[A-Z0-9._/-]*\d[A-Z0-9._/-]* (?:VOM|VON|DU|DEL|VAN|DATED|ISSUED AT|ISSUED ON|OF|Z DNIA)(?= ?$)/g,
  },
  {
    role: 'issue',
    confidence: 0.84,
    pattern:
      /[A-ZÄÖÜ]*(?:RECHNUNG|GUTSCHRIFT|INVOICE|CREDIT NOTE|FACTURE|AVOIR|FATTURA|FACTURA|FACTUUR|FAKTURA)[^\n]{0,60}? (?:VOM|VON|DU|DEL|VAN|DATED|ISSUED AT|ISSUED ON|OF|Z DNIA)(?= ?$)/g,
  },
  {
    role: 'issue',
    confidence: 0.82,
    pattern:
      /(?<![A-ZÄÖÜ])(?:DATE|DATUM|DATA|FECHA|DAT|DT)(?![A-Z])(?: ?\/ ?TIME| & TIME)?|日期|日付|DATED|(?<![A-Z])VOM(?= ?$)|(?<![A-Z])LE(?= ?$)/g,
  },
];

/** Ranges: "2025年1月1日至2027年12月31日", "01.01.2026 - 31.12.2026". */
export const RANGE_BETWEEN =
  /^ ?(?:起? ?[至到]|起至|から|[-~～〜—]|TO|UNTIL|THROUGH|BIS(?: ZUM)?|AU|AL|TOT(?: EN MET)?|DO)(?:今)? ?(?:IL |THE |DEN |LE )?$/;

/** Labels of ranges: validity, or a billing period. */
export const VALIDITY_RANGE =
  /有效期|授权期|期限|VALID|TERM|G[ÜU]LTIG|(?<![A-Z])GILT|PERMISSION|PERMITTED|BERECHTIG|AUTORIS|AUTORI[ZS]|VALABLE|VIGENCIA|VIGENTE|LIZENZ|LICEN[CS]E|有効期間|合同期|租赁期|许可期|保险期|AUTHORI[SZ]/;
export const PERIOD_RANGE =
  /账单周期|账期|计费周期|期间|周期|PERIOD|ZEITRAUM|P[ÉE]RIODE|PERIODO|OKRES|STATEMENT|对账|起止日期|日期范围|FROM/;
