// A fourth set: measured once, before any rule was made for it.
import type { Paper } from './paper.ts';

export const FOURTH_PAPERS: readonly Paper[] = [
  {
    name: 'D Danish invoice',
    kind: 'supplier_invoice',
    text: `Nordlys Keramik ApS
Havnegade 8, 5000 Odense C      CVR 38291746
Faktura nr. 20418
Dato: 12-03-2026      Forfaldsdato: 11-04-2026
Til: Kestrel Home GmbH
Beskrivelse        Antal    Pris      Beløb
Kop, glaseret      200      24,00     4.800,00
Moms 25%                              1.200,00
I alt DKK                             6.000,00`,
    identifiers: { invoice_no: ['20418'] },
    more: ['vat_no'],
    dates: { issue: '2026-03-12', due: '2026-04-11' },
    total: '6000.00',
    currency: 'DKK',
  },
  {
    name: 'D Belgian invoice in French',
    kind: 'supplier_invoice',
    text: `CHOCOLATERIE LAMBERT SRL
Rue Haute 21, 1000 Bruxelles      TVA BE 0482.913.756
FACTURE n° 2026-0318                       Date : 18/03/2026
Client : Société Marchande du Rhône
Article            Quantité    Prix unitaire    Total
Boîte 250 g        120         6,40 €           768,00 €
Total HTVA 768,00 €    TVA 6 % 46,08 €    Total TVAC 814,08 €
À payer avant le 17/04/2026`,
    identifiers: { invoice_no: ['2026-0318'] },
    more: ['vat_no'],
    dates: { issue: '2026-03-18', due: '2026-04-17' },
    total: '814.08',
    currency: 'EUR',
    parties: { buyer: 'Société Marchande du Rhône' },
  },
  {
    name: 'D Australian tax invoice',
    kind: 'supplier_invoice',
    text: `Wattle Grove Candles Pty Ltd      ABN 48 291 037 465
Tax Invoice
Invoice number: WG-1182      Issued: 9 March 2026      Due: 23 March 2026
Bill to: Blue Heron Goods LLC
Soy candle 300 g    96    $11.20    $1,075.20
GST                                   $107.52
Total AUD                           $1,182.72`,
    identifiers: { invoice_no: ['WG-1182'] },
    dates: { issue: '2026-03-09', due: '2026-03-23' },
    total: '1182.72',
    currency: 'AUD',
  },
  {
    name: 'D Japanese order form',
    kind: 'purchase_order',
    text: `注　文　書
発注番号：PO-26-0311
発注日：2026年3月11日
山田製作所 御中
下記の通り注文いたします。
品名　ステンレスボトル　数量 500　単価 980　金額 490,000
納期：2026年4月10日　納入場所：横浜倉庫
株式会社みなと商会`,
    identifiers: { po_no: ['PO-26-0311'] },
    dates: { order: '2026-03-11' },
  },
  {
    name: 'D Chinese packing list of a factory',
    kind: 'packing_list',
    text: `中山市明辉灯饰厂 装箱清单
客户：海角电商    订单号：HJ-0312    日期：2026-03-12
箱号   品名   型号    每箱数量  箱数  总数量  毛重(KG)  净重(KG)  外箱尺寸(CM)
1-15   台灯   MH-208  8         15    120     6.2       5.5       50*40*30
16-35  落地灯 MH-211  2         20    40      7.8       6.9       120*30*30
合计：35箱 160件`,
    identifiers: {},
    more: ['po_no', 'invoice_no'],
    dates: { issue: '2026-03-12' },
  },
  {
    name: 'D PostNL history',
    kind: 'tracking_slip',
    text: `PostNL Track & Trace
3SYZXG182736455
Bezorgd
do 19 mrt 13:22  Pakket is bezorgd
do 19 mrt 08:15  Bezorger is onderweg
wo 18 mrt 21:40  Pakket is gesorteerd
wo 18 mrt 17:05  Pakket is ontvangen door PostNL`,
    identifiers: {},
    more: ['tracking_number'],
  },
  {
    name: 'D OnTrac POD',
    kind: 'pod',
    text: `OnTrac Proof of Delivery
Tracking: D10018273645091
Delivered: 03/19/2026 2:41 PM
Signed by: FRONT DOOR
Delivered to: 4410 Garden St Apt 3, Boise, ID 83704`,
    identifiers: {},
    more: ['tracking_number'],
    dates: { delivered: '2026-03-19' },
  },
  {
    name: 'D InPost label',
    kind: 'shipping_label',
    source: 'ocr',
    text: `InPost Paczkomat
WAW24N
Nadawca: Dom i Ogród Hurt, Prosta 51, Warszawa
Odbiorca: Jan Nowak, tel. 500 600 700
Rozmiar B
6000 2918 2736 4509 1827 3645
Nr ref. 405-1182736-4455667`,
    identifiers: { order_id: ['405-1182736-4455667'] },
    more: ['tracking_number'],
  },
  {
    name: 'D Amazon Netherlands',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Uw aanbiedingen zijn verwijderd',
      from: 'seller-performance@amazon.nl',
      to: ['shop@example.com'],
    },
    text: `Beste verkoper,
We hebben uw aanbiedingen verwijderd omdat klanten hebben gemeld dat het product niet authentiek is.
ASIN: B0C7KD92LM
Hoe kan ik mijn aanbieding herstellen?
Stuur ons facturen van uw leverancier en een actieplan.`,
    identifiers: { asin: ['B0C7KD92LM'] },
  },
  {
    name: 'D Amazon food warning English',
    kind: 'performance_notification',
    source: 'email',
    email: { subject: 'Restricted products policy', from: 'rp-notices@amazon.com', to: ['shop@example.com'] },
    text: `Hello,
The following listing was removed because it violates our policy on pesticides and pesticide devices.
ASIN: B0C7KD92LM
If you believe this is an error, submit an appeal from Account Health with the EPA registration number of the product.
Repeated violations may lead to the loss of selling privileges.`,
    identifiers: { asin: ['B0C7KD92LM'] },
  },
  {
    name: 'D case reply Japanese',
    kind: 'case_correspondence',
    source: 'email',
    email: {
      subject: '[ケースID 17482930165] 納品不足について',
      from: 'merch.service@amazon.co.jp',
      to: ['shop@example.com'],
    },
    text: `出品者様
Amazonテクニカルサポートにお問い合わせいただき、ありがとうございます。
FBA15KQ8ZM2Xの不足分について調査いたしました。納品書と配送の証明をご提出ください。
このケースへの返信は、ケースログからお願いいたします。`,
    identifiers: { case_id: ['17482930165'], fba_shipment_id: ['FBA15KQ8ZM2X'] },
  },
  {
    name: 'D Italian LOA',
    kind: 'letter_of_authorization',
    text: `Ceramiche Rossetti S.r.l.
AUTORIZZAZIONE ALLA VENDITA
Con la presente autorizziamo la società Casa Chiara S.p.A. a vendere i prodotti a marchio ROSSETTI su Amazon.it.
Validità: dal 01/01/2026 al 31/12/2026
Modena, 20/12/2025
Il legale rappresentante`,
    identifiers: {},
    dates: { valid_from: '2026-01-01', valid_to: '2026-12-31' },
    parties: { grantee: 'Casa Chiara S.p.A.' },
  },
  {
    name: 'D French test report',
    kind: 'test_report',
    text: `LABORATOIRE NATIONAL D'ESSAIS
RAPPORT D'ESSAI N° P182736
Demandeur : Société Marchande du Rhône
Objet : essais sur un coussin de voyage
Échantillon reçu le : 05/01/2026
Norme : EN 71-1
Résultat : conforme
Date d'émission : 19/01/2026`,
    identifiers: { report_no: ['P182736'] },
    dates: { issue: '2026-01-19' },
  },
  {
    name: 'D phone bill Spanish',
    kind: 'utility_bill',
    text: `Telefonía Ibérica
Factura de telefonía móvil e internet
Titular: Comercial Ibérica de Hogar, S.A.
Nº de factura: 28-C6U1-018273      Fecha de emisión: 01/03/2026
Periodo de facturación: 01/02/2026 - 28/02/2026
Fibra 600 Mb    32,00 €
Líneas móviles  24,00 €
IVA 21%         11,76 €
Total a pagar   67,76 €`,
    identifiers: { invoice_no: ['28-C6U1-018273'] },
    dates: { issue: '2026-03-01' },
    total: '67.76',
    currency: 'EUR',
  },
  {
    name: 'D German bank statement',
    kind: 'bank_statement',
    text: `Hafenbank AG      Kontoauszug Nr. 3/2026
Hafenlicht Handels GmbH      IBAN DE27 3704 0044 0918 2736 45
Kontostand am 28.02.2026                    12.004,18 EUR
02.03.  Überweisung Lenz & Söhne             -1.213,80
05.03.  Gutschrift AMAZON PAYMENTS           6.220,05
Kontostand am 31.03.2026                    17.010,43 EUR`,
    identifiers: { bank_account: ['****3645'] },
    dates: {},
  },
  {
    name: 'D remittance advice German',
    kind: 'payment_proof',
    text: `Hafenbank AG Online-Banking
Überweisung ausgeführt
Auftraggeber: Hafenlicht Handels GmbH
Empfänger: Lenz & Söhne Werkzeuge GmbH
IBAN DE27 3704 0044 0918 2736 45
Betrag: 1.213,80 EUR
Verwendungszweck: Rechnung 2026/04-1183
Ausführungsdatum: 20.04.2026`,
    identifiers: { bank_account: ['****3645'] },
    more: ['invoice_no'],
    total: '1213.80',
    currency: 'EUR',
  },
  {
    name: 'D Spanish contract',
    kind: 'purchase_contract',
    text: `CONTRATO DE SUMINISTRO
En Barcelona, a 15 de enero de 2026
REUNIDOS
De una parte, TEXTILES VALLÉS, S.L. (en adelante, "el Proveedor")
De otra parte, Comercial Ibérica de Hogar, S.A. (en adelante, "el Cliente")
EXPONEN que ambas partes desean regular el suministro de productos textiles.
CLÁUSULAS
Primera. Objeto. Segunda. Precio. Tercera. Duración. Cuarta. Jurisdicción.`,
    identifiers: {},
    parties: { seller: 'TEXTILES VALLÉS, S.L.', buyer: 'Comercial Ibérica de Hogar, S.A.' },
  },
  {
    name: 'D customs declaration German',
    kind: 'customs_declaration',
    text: `AUSFUHRBEGLEITDOKUMENT
MRN 26DE482913756018A1
Ausführer: Lenz & Söhne Werkzeuge GmbH   EORI DE4829137
Empfänger: Blue Heron Goods LLC, US
Bestimmungsland US   Ausfuhrzollstelle DE004851
Warennummer 84661020   Rohmasse 60,4 kg
Überlassung zur Ausfuhr 14.04.2026`,
    identifiers: { eori: ['DE4829137'] },
    more: ['hs_code', 'tracking_number'],
  },
  {
    name: 'D recipe, none of ours',
    kind: 'unknown',
    text: `Plum cake for twelve
Total time 75 minutes. 500 g plums, 200 g butter, 200 g sugar, 4 eggs, 300 g flour.
Beat butter and sugar, add the eggs one by one. Fold in the flour. Spread on a tray, cover with plums.
Bake for 40 minutes at 180 degrees. Serve with cream.`,
    identifiers: {},
  },
  {
    name: 'D job advertisement, none of ours',
    kind: 'unknown',
    text: `亚马逊运营专员 招聘
岗位职责：负责美国站店铺日常运营、上架、广告投放、客服与退货处理
任职要求：一年以上经验，英语四级，熟悉FBA流程
薪资：8-12K，地点：深圳龙岗
联系人：刘小姐`,
    identifiers: {},
  },
];
