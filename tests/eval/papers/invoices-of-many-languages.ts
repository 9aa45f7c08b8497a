// Invoices, credit notes and offers as sellers' suppliers write them in eight languages.
import type { Paper } from './paper.ts';

export const INVOICE_PAPERS: readonly Paper[] = [
  {
    name: 'German invoice, numbers in a block at the right',
    kind: 'supplier_invoice',
    text: `Lenz & Söhne Werkzeuge GmbH · Industriestr. 14 · 70565 Stuttgart

Hafenlicht Handels GmbH
z. Hd. Frau Keller
Am Kai 3
20457 Hamburg
                                        Rechnung
                                        Beleg-Nr.:      2026/04-1183
                                        Kd.-Nr.:        10482
                                        Datum:          7. April 2026
                                        Seite:          1 von 1

Sehr geehrte Damen und Herren,
für unsere Lieferung vom 02.04.2026 berechnen wir Ihnen wie folgt:

Pos.  Artikel            Bezeichnung                     Menge   E-Preis    Betrag
1     LS-2204            Bohrfutter 13 mm                 120     6,45      774,00
2     LS-0981            Verlängerung 300 mm               60     4,10      246,00

Warenwert netto                                                          1.020,00
19 % MwSt.                                                                 193,80
Endbetrag                                                              € 1.213,80

Zahlbar innerhalb von 30 Tagen ohne Abzug.
IBAN DE27 3704 0044 0918 2736 45   USt-IdNr. DE312847567   Geschäftsführer: K. Lenz`,
    parties: { issuer: 'Lenz & Söhne Werkzeuge GmbH', buyer: 'Hafenlicht Handels GmbH' },
    identifiers: { invoice_no: ['2026/04-1183'], bank_account: ['****3645'], vat_no: ['DE312847567'] },
    dates: { issue: '2026-04-07' },
    total: '1213.80',
    currency: 'EUR',
  },
  {
    name: 'Swiss invoice with apostrophes',
    kind: 'supplier_invoice',
    text: `Bergmann Optik AG, Seestrasse 210, 8002 Zürich

Alpenblick Versand GmbH
Postfach 118
6004 Luzern

Zürich, 18.02.2026

Faktura 20260288

Ihre Bestellung: 4500-8812      Unsere Referenz: R. Meier

Menge  Text                               Preis CHF      Total CHF
   500  Lupe 10x, beleuchtet                  12.80      6'400.00
   200  Etui schwarz                           2.15        430.00

Zwischentotal                                           6'830.00
MWST 8.1%                                                 553.25
Rechnungstotal CHF                                      7'383.25

Zahlbar bis 20.03.2026   CHE-114.582.907 MWST`,
    parties: { issuer: 'Bergmann Optik AG', buyer: 'Alpenblick Versand GmbH' },
    identifiers: { invoice_no: ['20260288'], vat_no: ['CHE114582907'] },
    more: ['po_no'],
    dates: { issue: '2026-02-18', due: '2026-03-20' },
    total: '7383.25',
    currency: 'CHF',
  },
  {
    name: 'French invoice',
    kind: 'supplier_invoice',
    text: `ATELIERS DUPRÉ SARL
27, rue des Forges – 69007 LYON
SIRET 482 913 756 00021 – RCS Lyon – N° TVA FR 52 482913756

                                             Doit :
                                             Société Marchande du Rhône
                                             4 quai Perrache
                                             69002 LYON

FACTURE  FA-2026-0417                                   Lyon, le 3 mars 2026
Échéance : 2 avril 2026                                 Réf. client : C00318

Désignation                      Qté      P.U. HT      Montant HT
Coussin de voyage gris           300        3,90         1 170,00
Housse coton                     300        1,25           375,00

                                 Total HT                1 545,00 €
                                 TVA 20,00 %               309,00 €
                                 Total TTC               1 854,00 €
Arrêtée la présente facture à la somme de mille huit cent cinquante-quatre euros.
IBAN : FR76 3000 6000 0112 3456 7890 189`,
    parties: { issuer: 'ATELIERS DUPRÉ SARL', buyer: 'Société Marchande du Rhône' },
    identifiers: {
      invoice_no: ['FA-2026-0417'],
      bank_account: ['****0189'],
      vat_no: ['FR52482913756'],
    },
    dates: { issue: '2026-03-03', due: '2026-04-02' },
    total: '1854.00',
    currency: 'EUR',
  },
  {
    name: 'Spanish invoice',
    kind: 'supplier_invoice',
    text: `TEXTILES VALLÉS, S.L.
C/ Industria, 45 · 08201 Sabadell (Barcelona)
CIF: B61829304

Datos del cliente:                          Nº factura:   A/26-00932
Comercial Ibérica de Hogar, S.A.            Fecha:        11/03/2026
Avda. de la Paz, 8                          Forma de pago: Transferencia 30 días
28027 Madrid                                Vencimiento:  10/04/2026
NIF A28401937

Ref.       Descripción                 Uds.     Precio     Importe
TX-118     Manta polar 130x170          240       5,60    1.344,00
TX-204     Funda cojín 45x45            400       1,95      780,00

Base imponible     IVA 21 %      TOTAL FACTURA
2.124,00           446,04        2.570,04 €

Domiciliación: ES91 2100 0418 4502 0005 1332`,
    parties: { issuer: 'TEXTILES VALLÉS, S.L.', buyer: 'Comercial Ibérica de Hogar, S.A.' },
    identifiers: { invoice_no: ['A/26-00932'], bank_account: ['****1332'] },
    more: ['vat_no'],
    dates: { issue: '2026-03-11', due: '2026-04-10' },
    total: '2570.04',
    currency: 'EUR',
  },
  {
    name: 'Italian invoice',
    kind: 'supplier_invoice',
    text: `Ceramiche Rossetti S.r.l.
Via Emilia 112 - 41121 Modena (MO)
P.IVA 03918240365  C.F. 03918240365

Spett.le
Casa Chiara S.p.A.
Viale Monza 60
20127 Milano (MI)

Fattura accompagnatoria n° 418/A del 09/02/2026

Codice      Descrizione               U.M.   Q.tà    Prezzo     Importo
CR-771      Vaso terracotta h 30       pz     150      8,40    1.260,00
CR-780      Sottovaso diam. 22         pz     150      2,10      315,00

Totale merce                                                1.575,00
Imponibile 1.575,00   Aliquota 22%   Imposta 346,50
TOTALE DA PAGARE                                        EUR 1.921,50
Pagamento: bonifico 60 gg d.f.  Scadenza 10/04/2026
IBAN IT60 X054 2811 1010 0000 0123 456`,
    parties: { issuer: 'Ceramiche Rossetti S.r.l.', buyer: 'Casa Chiara S.p.A.' },
    identifiers: { invoice_no: ['418/A'], bank_account: ['****3456'] },
    more: ['vat_no'],
    dates: { issue: '2026-02-09', due: '2026-04-10' },
    total: '1921.50',
    currency: 'EUR',
  },
  {
    name: 'Japanese qualified invoice',
    kind: 'supplier_invoice',
    text: `請 求 書

                                              請求日　2026年3月31日
                                              請求No.　2603-0184
株式会社みなと商会　御中
                                              株式会社山田製作所
                                              〒577-0012 大阪府東大阪市長田東3-2-7
                                              TEL 06-6788-1234
                                              登録番号　T8120001059652
下記のとおりご請求申し上げます。

ご請求金額　￥248,600（税込）

日付      品名                    数量    単価       金額
3/10      ステンレスボトル 500ml    200    980     196,000
3/18      シリコンカバー            100    300      30,000

小計                                            226,000
消費税（10%）                                    22,600
合計                                            248,600

お支払期限：2026年4月30日
お振込先：三菱UFJ銀行 東大阪支店 普通 1234567`,
    parties: { issuer: '株式会社山田製作所', buyer: '株式会社みなと商会' },
    identifiers: { invoice_no: ['2603-0184'], vat_no: ['T8120001059652'] },
    more: ['bank_account'],
    dates: { issue: '2026-03-31', due: '2026-04-30' },
    total: '248600',
    currency: 'JPY',
  },
  {
    name: 'Japanese delivery note',
    kind: 'delivery_note',
    text: `納 品 書
                                   No. 00418
                                   令和8年2月12日
有限会社さくら雑貨　様
毎度ありがとうございます。下記の通り納品いたしました。
                                   東海プラスチック工業株式会社
                                   静岡県浜松市中区北寺島町1-8

品番        品名               数量   単位   備考
TP-330     収納ボックス M       60     個
TP-332     収納ボックス L       40     個

受領印`,
    parties: { issuer: '東海プラスチック工業株式会社', buyer: '有限会社さくら雑貨' },
    identifiers: {},
    more: ['invoice_no'],
    dates: { issue: '2026-02-12' },
  },
  {
    name: 'American invoice with amounts at the bottom',
    kind: 'supplier_invoice',
    text: `Harmon Wholesale Supply, Inc.
4410 Prospect Ave, Cleveland, OH 44103
Phone (216) 555-0182   www.harmonwholesale.com

INVOICE                                     Invoice #        Date          Terms
                                            118204           03/09/2026    Net 30

Billed To                                   Shipped To
Blue Heron Goods LLC                        Blue Heron Goods LLC
1209 Orange Street                          c/o Prep Center, 88 Lehigh Dr
Wilmington, DE 19801                        Fairfield, NJ 07004

Item        UPC             Description               Qty    Rate      Ext
HW-2210     -               Garden Hose Nozzle        144    4.25    612.00
HW-2218     -               Sprinkler Stake            96    3.10    297.60

                                            Merchandise           909.60
                                            Freight                58.40
                                            Balance due          $968.00`,
    parties: { issuer: 'Harmon Wholesale Supply, Inc.', buyer: 'Blue Heron Goods LLC' },
    identifiers: { invoice_no: ['118204'] },
    dates: { issue: '2026-03-09' },
    total: '968.00',
    currency: 'USD',
  },
  {
    name: 'British credit note',
    kind: 'supplier_invoice',
    text: `Fenwick Paper Mills Ltd
Unit 7, Calder Way, Wakefield WF2 7UA
VAT Reg No GB 402 8817 36

CREDIT NOTE
To: Bramley Crafts Limited, 19 Mill Lane, Ilkley LS29 8AA

Credit Note No.   CN-30418
Date              21st April 2026
Against invoice   FP-88213

Reason: 24 reams water damaged in transit

24 reams @ £4.85       116.40
VAT @ 20%               23.28
Credit total          £139.68`,
    identifiers: { invoice_no: ['CN-30418', 'FP-88213'], vat_no: ['GB402881736'] },
    dates: { issue: '2026-04-21' },
    total: '139.68',
    currency: 'GBP',
  },
  {
    name: 'proforma from a Shenzhen factory',
    kind: 'proforma_invoice',
    text: `SHENZHEN BRIGHTPEAK ELECTRONICS CO., LTD
Add: 4/F, Bldg B, Tangwei Ind. Zone, Fuyong, Baoan, Shenzhen
PROFORMA INVOICE
Messrs: Nordwind Trading OÜ                      P/I No.: BP260309-02
                                                 Date: Mar. 9th, 2026
We are pleased to confirm the following goods on the terms set forth below:
Item    Specification                 Q'ty (pcs)    Unit price (USD)    Amount (USD)
1       Solar garden light BP-77         2,000            2.35            4,700.00
2       Spare battery 18650                400            0.90              360.00
TOTAL                                                                     5,060.00
SAY US DOLLARS FIVE THOUSAND AND SIXTY ONLY
Terms of payment: 30% T/T in advance, 70% before shipment
Lead time: 25 days after deposit received
Price validity: 15 days
Beneficiary's bank: Bank of China, Shenzhen Branch   Swift: BKCHCNBJ45A`,
    parties: { issuer: 'SHENZHEN BRIGHTPEAK ELECTRONICS CO., LTD', buyer: 'Nordwind Trading OÜ' },
    identifiers: { invoice_no: ['BP260309-02'] },
    dates: { issue: '2026-03-09' },
    total: '5060.00',
    currency: 'USD',
  },
  {
    name: 'commercial invoice of an exporter',
    kind: 'commercial_invoice',
    text: `YIWU SUNFLOWER HOUSEHOLD PRODUCTS CO.,LTD
NO.188 CHOUZHOU NORTH ROAD, YIWU, ZHEJIANG, CHINA
COMMERCIAL INVOICE
TO: KESTREL HOME GMBH                                 INV. NO.: SF26-0318E
    LANGE REIHE 77, 20099 HAMBURG                     DATE: 18-MAR-2026
FROM: NINGBO, CHINA   TO: HAMBURG, GERMANY            S/C NO.: SC26-0102
MARKS & NOS.    DESCRIPTION OF GOODS        QTY        UNIT PRICE    AMOUNT
                                                       FOB NINGBO
N/M             BAMBOO CUTTING BOARD        3000PCS    USD1.85       USD5550.00
                HS CODE 4419110000
                SILICONE MAT                1000PCS    USD0.76       USD760.00
                HS CODE 3924100000
TOTAL                                       4000PCS                  USD6310.00
COUNTRY OF ORIGIN: CHINA
SHIPPED PER MV COSCO PRIDE V.026W    CONTAINER: TCNU4829130`,
    identifiers: {
      invoice_no: ['SF26-0318E'],
      hs_code: ['4419110000', '3924100000'],
      container_no: ['TCNU4829130'],
      contract_no: ['SC26-0102'],
    },
    dates: { issue: '2026-03-18' },
    total: '6310.00',
    currency: 'USD',
  },
  {
    name: 'quotation',
    kind: 'quotation',
    text: `Angebot
Plastform Kunststofftechnik e.K.                      Angebotsnummer  AN-2026-221
Gewerbepark 9, 91522 Ansbach                          Datum           14.01.2026
                                                      Gültig bis      14.02.2026
Sehr geehrter Herr Vogt,
vielen Dank für Ihre Anfrage. Gerne bieten wir Ihnen freibleibend an:
Pos  Menge   Artikel                         Einzelpreis    Gesamtpreis
1    1.000   Spritzgussgehäuse V2                 1,42 €      1.420,00 €
Werkzeugkosten einmalig                                       3.800,00 €
Angebotssumme netto                                           5.220,00 €
Lieferzeit: 6 Wochen nach Auftragseingang`,
    identifiers: {},
    more: ['invoice_no'],
    dates: { issue: '2026-01-14', valid_to: '2026-02-14' },
  },
  {
    name: 'Chinese purchase order',
    kind: 'purchase_order',
    text: `深圳市海角电子商务有限公司
采 购 订 单
供应商：东莞市捷顺五金制品厂                订单编号：HJ-PO-20260305-01
联系人：陈生 13800138000                    下单日期：2026/3/5
交货地址：深圳市龙岗区坂田街道五和大道      要求交期：2026/3/25
序号  物料编码     名称及规格            单位  数量   单价(含税)   金额
1     HJ-0192      不锈钢挂钩 6cm        个    5000     0.86     4,300.00
2     HJ-0195      不锈钢挂钩 10cm       个    3000     1.20     3,600.00
合计人民币（大写）：柒仟玖佰元整                              ￥7,900.00
付款方式：月结30天      开票要求：13%增值税专票
采购员：刘敏        审核：                供应商确认签章：`,
    parties: { seller: '东莞市捷顺五金制品厂' },
    identifiers: { po_no: ['HJ-PO-20260305-01'] },
    dates: { order: '2026-03-05' },
    total: '7900.00',
    currency: 'CNY',
  },
  {
    name: 'Chinese delivery slip',
    kind: 'delivery_note',
    text: `东莞市捷顺五金制品厂送货单
客户：深圳市海角电子商务有限公司      单号：0038172
地址：龙岗区坂田                      日期：2026年3月24日
品名规格                 单位    数量    单价    金额    备注
不锈钢挂钩6cm            个      5000
不锈钢挂钩10cm           个      3000
收货单位及经手人（签章）：          送货单位及经手人（签章）：
一白存根  二红客户  三黄回单`,
    identifiers: {},
    more: ['invoice_no', 'po_no'],
    dates: { issue: '2026-03-24' },
    parties: { buyer: '深圳市海角电子商务有限公司' },
  },
  {
    name: 'Dutch invoice',
    kind: 'supplier_invoice',
    text: `Van Dijk Groothandel B.V.
Waalhaven Z.z. 12
3088 HH Rotterdam
KvK 24381907   btw-nr NL812734906B01

Factuur
t.a.v. de crediteurenadministratie
Oranje Webshop V.O.F.

factuurnr.     debiteurnr.    factuurdatum     vervaldatum
26-10447       30281          12-02-2026       14-03-2026

Aantal  Omschrijving             Prijs     Bedrag
80      Fietslamp set             5,95     476,00
40      Zadelhoes                 3,50     140,00

Totaal exclusief btw                       616,00
Btw hoog 21%                               129,36
Te voldoen                               € 745,36`,
    identifiers: { invoice_no: ['26-10447'], vat_no: ['NL812734906B01'] },
    dates: { issue: '2026-02-12', due: '2026-03-14' },
    total: '745.36',
    currency: 'EUR',
  },
  {
    name: 'Polish invoice',
    kind: 'supplier_invoice',
    text: `Zakład Wyrobów Drewnianych "Jesion" Sp. z o.o.
ul. Leśna 4, 62-200 Gniezno   NIP: 784-19-20-356

FAKTURA nr FV/0217/03/2026
Miejsce wystawienia: Gniezno
Data wystawienia: 16.03.2026 r.      Data sprzedaży: 15.03.2026 r.

Nabywca: Dom i Ogród Hurt S.A., ul. Prosta 51, 00-838 Warszawa, NIP 5272840193

Lp.  Nazwa towaru          J.m.   Ilość   Cena netto   Wartość netto   VAT    Wartość brutto
1    Deska do krojenia     szt.     400        18,50        7 400,00   23%        9 102,00
                                  Razem                     7 400,00             9 102,00
Do zapłaty: 9 102,00 zł
Słownie: dziewięć tysięcy sto dwa złote 00/100
Termin płatności: 30.03.2026`,
    parties: { buyer: 'Dom i Ogród Hurt S.A.' },
    identifiers: { invoice_no: ['FV/0217/03/2026'] },
    more: ['vat_no'],
    dates: { issue: '2026-03-16', due: '2026-03-30' },
    total: '9102.00',
    currency: 'PLN',
  },
  {
    name: 'freight forwarder bill in Chinese',
    kind: 'freight_invoice',
    text: `深圳市越洋国际货运代理有限公司
费用账单
客户：深圳市海角电子商务有限公司            账单号：YY2603-0772
账期：2026-03-01 至 2026-03-31              币种：RMB
日期        运单号            FBA号          渠道            件数  计费重KG   单价    运费      附加费   小计
2026-03-06  YY98210347        FBA17ZKQ8M2X   美森正班海卡      24    512.0    7.80    3993.60    120.00   4113.60
2026-03-19  YY98210588        FBA17ZM4T6PD   美西卡派          12    248.5    6.90    1714.65      0.00   1714.65
应收合计：5,828.25
请于2026-04-10前付款
开户行：招商银行深圳宝安支行    账号：755918204610301`,
    identifiers: {
      fba_shipment_id: ['FBA17ZKQ8M2X', 'FBA17ZM4T6PD'],
      bank_account: ['****0301'],
      tracking_number: ['YY98210347', 'YY98210588'],
    },
    more: ['invoice_no', 'tracking_number'],
    dates: { deadline: '2026-04-10' },
    total: '5828.25',
    currency: 'CNY',
  },
  {
    name: 'Swedish invoice',
    kind: 'supplier_invoice',
    text: `Nordisk Belysning AB
Box 214, 331 21 Värnamo         Org.nr 556482-9137

Faktura                          Fakturanr      40918
Kundnr 2207                      Fakturadatum   2026-03-02
Er referens: Eva Lind            Förfallodatum  2026-04-01

Art.nr     Benämning             Antal   à-pris      Belopp
NB-22      Taklampa opal            30   245,00    7 350,00
                              Moms 25 %            1 837,50
                              Att betala SEK       9 187,50
Bankgiro 5418-2290    Momsreg.nr SE556482913701`,
    identifiers: { invoice_no: ['40918'], vat_no: ['SE556482913701'] },
    dates: { issue: '2026-03-02', due: '2026-04-01' },
    total: '9187.50',
    currency: 'SEK',
  },
  {
    name: 'Indian GST invoice',
    kind: 'supplier_invoice',
    text: `TAX INVOICE                                             (Original for Recipient)
Sri Lakshmi Handicrafts                       Invoice No.          Dated
Plot 42, RIICO Industrial Area                SLH/25-26/0913       14-Mar-26
Jaipur - 302022                               Delivery Note        Mode/Terms of Payment
GSTIN/UIN: 08AAQFS4829K1Z3
Consignee (Ship to)
Meridian Exports Pvt Ltd, Okhla Phase II, New Delhi
Sl  Description of Goods       HSN/SAC    Quantity   Rate     per   Amount
1   Block Print Table Runner   6302       500 pcs    180.00   pcs   90,000.00
2   Cushion Cover Embroidered  6304       300 pcs    145.00   pcs   43,500.00
    IGST 12%                                                        16,020.00
    Total                                 800 pcs                ₹ 1,49,520.00
Amount Chargeable (in words): INR One Lakh Forty Nine Thousand Five Hundred Twenty Only`,
    identifiers: { invoice_no: ['SLH/25-26/0913'] },
    more: ['hs_code', 'vat_no'],
    dates: { issue: '2026-03-14' },
    total: '149520.00',
    currency: 'INR',
  },
  {
    name: 'photo of an American store receipt',
    kind: 'receipt_retail',
    source: 'ocr',
    text: `HARBOR FREIGHT TOOLS
STORE 00412
2100 W ARTESIA BLVD
04/02/26 14:22 REG 03 CASHIER 118
LED WORK LIGHT   2 @ 12.99   25.98 T
MOVING BLANKET               8.99 T
SUBTOTAL 34.97
SALES TAX 9.5% 3.32
TOTAL 38.29
VISA ****4417 38.29
ITEMS SOLD 3
THANK YOU FOR SHOPPING WITH US`,
    identifiers: {},
    more: ['bank_account', 'invoice_no'],
    dates: { issue: '2026-04-02' },
    total: '38.29',
    currency: 'USD',
  },
];
