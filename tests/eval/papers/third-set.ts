// A third set, again written before the rules were tried on it.
import type { Paper } from './paper.ts';

export const THIRD_PAPERS: readonly Paper[] = [
  {
    name: 'C Austrian invoice',
    kind: 'supplier_invoice',
    text: `KERZENMANUFAKTUR GRUBER e.U.
A-5020 Salzburg, Linzer Gasse 18          UID ATU68291734

Honorarnote / Rechnung
RE-NR 26/0091       Leistungszeitraum: Februar 2026        Salzburg, 28. Februar 2026

An: Alpenblick Versand GmbH, 6004 Luzern

Duftkerze Zirbe 200 g        144 Stk       à 5,20       748,80
Versandkosten                                             24,00
Summe netto                                              772,80
20% USt                                                  154,56
Gesamt                                               EUR 927,36
Wir bitten um Überweisung bis 14.03.2026.`,
    identifiers: { invoice_no: ['26/0091'], vat_no: ['ATU68291734'] },
    dates: { issue: '2026-02-28', due: '2026-03-14' },
    total: '927.36',
    currency: 'EUR',
  },
  {
    name: 'C French invoice, heads above values',
    kind: 'supplier_invoice',
    text: `Savonnerie du Midi SAS
12 traverse des Pins, 13010 Marseille

FACTURE
Numéro            Date             Code client     Mode de règlement
F2602-0058        17/02/2026       CL0931          Virement 30 j

Réf      Libellé                    Quantité   PU HT    Total HT
SV-01    Savon olive 100 g          1 000      0,92     920,00
SV-07    Savon lavande 100 g          500      0,95     475,00

Base HT     Taux     Montant TVA     Net à payer TTC
1 395,00    20,00    279,00          1 674,00 EUR`,
    identifiers: { invoice_no: ['F2602-0058'] },
    dates: { issue: '2026-02-17' },
    total: '1674.00',
    currency: 'EUR',
  },
  {
    name: 'C Mexican invoice',
    kind: 'supplier_invoice',
    text: `Artesanías del Sur, S.A. de C.V.
RFC: ASU980412KX7      Régimen fiscal: 601
FACTURA
Serie y folio: A 2281
Fecha y hora de emisión: 2026-03-04T10:22:31
Folio fiscal (UUID): 5F2C9A10-8D3B-4E6F-9A71-0C82D9E41B37
Receptor: Blue Heron Goods LLC   RFC genérico extranjero: XEXX010101000
Cantidad   Clave   Descripción                  Valor unitario    Importe
200        H87     Taza de barro                 48.00            9,600.00
Subtotal                                                        $ 9,600.00
IVA 0%                                                          $     0.00
Total                                                           $ 9,600.00 MXN`,
    parties: { buyer: 'Blue Heron Goods LLC' },
    identifiers: {},
    more: ['invoice_no', 'vat_no'],
    dates: { issue: '2026-03-04' },
    total: '9600.00',
    currency: 'MXN',
  },
  {
    name: 'C Japanese invoice in table form',
    kind: 'supplier_invoice',
    text: `御請求書
株式会社海角ジャパン 御中
請求書番号 INV-260228-07
発行日 2026/02/28
お支払い期限 2026/03/31
山田製作所 登録番号:T8120001059652
摘要 数量 単価 金額
ステンレスフック 500 ¥120 ¥60,000
送料 1 ¥1,500 ¥1,500
小計(10%対象) ¥61,500
消費税 ¥6,150
ご請求額合計 ¥67,650`,
    parties: { buyer: '株式会社海角ジャパン' },
    identifiers: { invoice_no: ['INV-260228-07'], vat_no: ['T8120001059652'] },
    dates: { issue: '2026-02-28', due: '2026-03-31' },
    total: '67650',
    currency: 'JPY',
  },
  {
    name: 'C Chinese receipt of a deposit',
    kind: 'receipt_retail',
    source: 'ocr',
    text: `收 款 收 据
No. 0028173
2026年02月27日
今收到 深圳市海角电子商务有限公司
交来 挂钩货款定金
人民币（大写）伍仟壹佰陆拾元整 ￥5160.00
收款单位（盖章） 东莞市捷顺五金制品厂
会计 出纳 经手人`,
    identifiers: {},
    more: ['invoice_no'],
    dates: { issue: '2026-02-27' },
    total: '5160.00',
    currency: 'CNY',
  },
  {
    name: 'C Chinese factory sales list',
    kind: 'delivery_note',
    text: `中山市明辉灯饰厂 销售出货单
客户名称：海角电商          出货单号：XS-20260312-004
出货日期：2026-03-12        业务员：小黄
货号      品名      规格     数量    单价    金额
MH-208    台灯      白色     120     38.5    4620.00
MH-211    落地灯    黑色     40      96      3840.00
合计：160件   金额：8460.00
送货员：          收货签字：`,
    identifiers: {},
    more: ['invoice_no', 'po_no'],
    dates: { ship: '2026-03-12' },
    total: '8460.00',
  },
  {
    name: 'C UPS freight bill',
    kind: 'freight_invoice',
    text: `UPS Delivery Service Invoice
Invoice Date   March 14, 2026
Invoice Number   0000E82917116
Shipper Number   E82917
Account Status Summary
Outbound    UPS Internet Shipping
Date     Tracking Number        Service             ZIP Code   Zone   Weight   Published Charge   Billed Charge
03/02    1Z88V37E0391844609     Ground Commercial   19801      002    4        11.48              9.18
         Fuel Surcharge                                                        1.95               1.56
Total Charges this invoice   $10.74
Amount due this period  $10.74`,
    identifiers: { invoice_no: ['0000E82917116'], tracking_number: ['1Z88V37E0391844609'] },
    dates: { issue: '2026-03-14' },
    total: '10.74',
    currency: 'USD',
  },
  {
    name: 'C invoice as photographed, poor order',
    kind: 'supplier_invoice',
    source: 'ocr',
    text: `SUNRISE TOYS MFG CO LTD
Room 802 Haizhu Plaza Guangzhou
Tel 86-20-83561182
TAX INVOICE
Invoice No : STM26-1182
Date : 06/Mar/2026
Bill to : Blue Heron Goods LLC
1209 Orange Street Wilmington
No Item Qty Price Amount
1 Plush bear 30cm 800 2.10 1680.00
2 Plush rabbit 400 2.25 900.00
TOTAL USD 2580.00
www.sunrisetoys.example`,
    parties: { buyer: 'Blue Heron Goods LLC', issuer: 'SUNRISE TOYS MFG CO LTD' },
    identifiers: { invoice_no: ['STM26-1182'] },
    dates: { issue: '2026-03-06' },
    total: '2580.00',
    currency: 'USD',
  },
  {
    name: 'C French order confirmation',
    kind: 'purchase_order',
    text: `BON DE COMMANDE
Société Marchande du Rhône – 4 quai Perrache – 69002 Lyon
Commande n° : CF-26-0091            Date de commande : 02/02/2026
Fournisseur : Savonnerie du Midi SAS
Livraison souhaitée : 16/02/2026
Réf      Désignation           Qté     PU HT     Total HT
SV-01    Savon olive 100 g     1 000   0,92      920,00
Total commande HT                                920,00 €
Bon pour accord, date et signature`,
    parties: { seller: 'Savonnerie du Midi SAS' },
    identifiers: { po_no: ['CF-26-0091'] },
    dates: { order: '2026-02-02' },
    currency: 'EUR',
  },
  {
    name: 'C German distribution contract',
    kind: 'purchase_contract',
    text: `Rahmenliefervertrag
zwischen
Lenz & Söhne Werkzeuge GmbH, Stuttgart – nachfolgend „Lieferant“ –
und
Hafenlicht Handels GmbH, Hamburg – nachfolgend „Abnehmer“ –
§ 1 Vertragsgegenstand
Der Lieferant verpflichtet sich, den Abnehmer mit den in Anlage 1 genannten Waren zu beliefern.
§ 2 Preise und Zahlungsbedingungen
§ 3 Lieferung, Gefahrübergang
§ 4 Gewährleistung
§ 5 Laufzeit und Kündigung. Der Vertrag tritt am 01.02.2026 in Kraft und kann mit einer Frist von drei Monaten gekündigt werden.
§ 6 Gerichtsstand ist Stuttgart.
Stuttgart, den 20.01.2026`,
    parties: { seller: 'Lenz & Söhne Werkzeuge GmbH', buyer: 'Hafenlicht Handels GmbH' },
    identifiers: {},
    dates: {},
  },
  {
    name: 'C Chinese OEM agreement',
    kind: 'purchase_contract',
    text: `委托加工合同
甲方（委托方）：深圳市海角电子商务有限公司
乙方（加工方）：中山市明辉灯饰厂
双方本着平等互利的原则，就甲方委托乙方生产LED台灯事宜达成如下协议：
第一条 加工产品的名称、型号、数量及单价见附件。
第二条 交货期限：2026年4月15日前。
第三条 验收标准
第四条 结算方式：货到30日内凭增值税专用发票付款。
第五条 保密义务与知识产权
第六条 违约责任
第七条 本合同自双方签字盖章之日起生效，有效期一年。
甲方代表：        乙方代表：
2026年2月10日`,
    parties: { buyer: '深圳市海角电子商务有限公司', seller: '中山市明辉灯饰厂' },
    identifiers: {},
  },
  {
    name: 'C Amazon shipment packing PDF',
    kind: 'packing_list',
    text: `Packing List
Shipment name: FBA STA (03/02/2026 06:12)-ABE8
Shipment ID: FBA17ZKQ8M2X
Ship from: Happy Prep LLC
Box 1 of 24    Weight 15.2 kg   Dimensions 45 x 35 x 30 cm
MSKU            FNSKU         Title                      Units
HJ-HOOK-6CM     X003K9D2LP    Stainless hook, 10 pack    200`,
    identifiers: { fba_shipment_id: ['FBA17ZKQ8M2X'], fnsku: ['X003K9D2LP'] },
    more: ['sku', 'fc_code'],
  },
  {
    name: 'C vendor ASN mail',
    kind: 'unknown',
    text: `ADVANCE SHIP NOTICE
ASN number 118273   PO 4QK82LMZ
Ship date 03/20/2026   Estimated delivery 03/24/2026
Carrier SCAC EXLA   Cartons 24   Weight 845 lb
Ship to ABE8`,
    identifiers: {},
    more: ['po_no', 'fc_code', 'tracking_number'],
  },
  {
    name: 'C Evri tracking',
    kind: 'tracking_slip',
    text: `Evri parcel tracking
Parcel H01QLA0029183746
Delivered
Your parcel was left in your safe place.
9 Apr 13:02  Delivered - safe place
9 Apr 09:14  Out for delivery with your courier
8 Apr 22:41  At the local depot, Bristol
7 Apr 19:10  At the national hub
6 Apr 16:55  We have your parcel`,
    identifiers: {},
    more: ['tracking_number'],
  },
  {
    name: 'C Correos Express POD',
    kind: 'pod',
    text: `Correos Express
Justificante de entrega
Envío: 3230002918273645
Remitente: TEXTILES VALLÉS, S.L.
Destinatario: Comercial Ibérica de Hogar, S.A.
Fecha de entrega: 12/03/2026 11:20
Entregado a: LUCÍA GÓMEZ   DNI: ***8817**
Bultos: 20`,
    identifiers: {},
    more: ['tracking_number'],
    dates: { delivered: '2026-03-12' },
  },
  {
    name: 'C JD Logistics receipt scan',
    kind: 'shipping_label',
    source: 'ocr',
    text: `京东物流
运单号 JDVB0029183746512
寄 中山市明辉灯饰厂 0760-2288****
广东省中山市古镇镇
收 海角电商仓 138****8000
广东省深圳市龙岗区坂田街道五和大道118号
托寄物 台灯 数量 3/8 重量 42.0kg
付款方式 寄付月结
打印时间 2026-03-12 16:02`,
    identifiers: {},
    more: ['tracking_number'],
  },
  {
    name: 'C Amazon logistics label',
    kind: 'shipping_label',
    source: 'ocr',
    text: `amazon
TBA309182736450
CYCLE 1
Jane Warren
4410 GARDEN ST APT 3
BOISE, ID 83704
United States
DBO2
2.1 lbs
SPXB1182736
5 of 9`,
    identifiers: { tracking_number: ['TBA309182736450'] },
    more: ['fc_code'],
  },
  {
    name: 'C Ship manifest USPS SCAN',
    kind: 'carrier_pickup_receipt',
    text: `Shipment Confirmation Acceptance Notice
PS Form 5630
A. Mailer Action
Shipment Date: 03/02/2026
Shipped From: HAPPY PREP LLC, 88 LEHIGH DR, FAIRFIELD NJ 07004
Type of Mail   Volume
USPS Ground Advantage   46
Total Volume   46
B. USPS Action
USPS EMPLOYEE: Please scan upon pickup or receipt of mail.
9475711699091826047131`,
    identifiers: {},
    more: ['tracking_number'],
    dates: { ship: '2026-03-02' },
  },
  {
    name: 'C Amazon UK performance mail',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Your listings may be deactivated',
      from: 'no-reply@amazon.co.uk',
      to: ['shop@example.com'],
    },
    text: `Hello,
Some of your offers are at risk because your Valid Tracking Rate is 88.4%, below our 95% target.
If it does not improve by 30 April 2026, you may lose the ability to sell seller-fulfilled products in this category.
What should I do next?
Provide valid tracking for all your parcels. You can submit a plan of action through your Account Health page.
Amazon.co.uk`,
    identifiers: {},
    dates: { deadline: '2026-04-30' },
  },
  {
    name: 'C Amazon JP IP notice',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: '知的財産権の侵害に関するご連絡',
      from: 'notice-dispute@amazon.co.jp',
      to: ['shop@example.com'],
    },
    text: `出品者様
権利者から、下記の商品が商標権を侵害している旨の申し立てを受領したため、該当の出品情報を削除いたしました。
ASIN: B0C7KD92LM
申し立てID: 14829103746
本件についてご異議がある場合は、正規の流通経路を示す請求書またはライセンス契約書をご提出ください。`,
    identifiers: { asin: ['B0C7KD92LM'] },
    more: ['complaint_id'],
  },
  {
    name: 'C Amazon fees newsletter',
    kind: 'amazon_notification',
    source: 'email',
    email: {
      subject: 'Changes to FBA fees in 2026',
      from: 'seller-news@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Dear Selling Partner,
Starting 15 January 2026 we are updating US referral and FBA fees. You can find the new rate cards in Seller Central and preview the effect on your inventory with the fee calculator.
Thank you for selling with us.
The Amazon Team`,
    identifiers: {},
  },
  {
    name: 'C verification mail',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: '请验证您的身份信息',
      from: 'seller-verification@amazon.com',
      to: ['shop@example.com'],
    },
    text: `您好，
我们无法验证您提供的信息，因此您的账户已被暂停，付款也已冻结。
请在60天内提交以下资料：
1. 营业执照扫描件
2. 法定代表人身份证正反面
3. 最近90天内的水电费账单
提交后您的账户将在审核通过后恢复。
亚马逊`,
    identifiers: {},
  },
  {
    name: 'C A-to-z decision Spanish',
    kind: 'atoz_record',
    source: 'email',
    email: {
      subject: 'Resolución de la reclamación de garantía de la A a la Z',
      from: 'atoz@amazon.es',
      to: ['shop@example.com'],
    },
    text: `Hola,
Hemos resuelto a favor del comprador la reclamación del pedido 404-8827364-1029384 y le hemos reembolsado 18,90 €.
Puedes apelar esta decisión antes del 28/04/2026.`,
    identifiers: { order_id: ['404-8827364-1029384'] },
    dates: { deadline: '2026-04-28' },
  },
  {
    name: 'C buyer chat screenshot Chinese UI',
    kind: 'buyer_message',
    source: 'ocr',
    text: `买家消息
订单编号 112-4820193-7755120
Jane Warren
2026年4月11日 9:12
Hello, my parcel has not arrived. Can you check?
您
2026年4月11日 10:05
Hello Jane, we have asked the carrier.
回复
亚马逊卖家平台`,
    identifiers: { order_id: ['112-4820193-7755120'] },
  },
  {
    name: 'C listing page Japanese',
    kind: 'listing_screenshot',
    source: 'ocr',
    text: `amazon.co.jp
ステンレスフック 10個セット キッチン 壁掛け
ブランド: STARWILD
星5つ中の4.3 182個の評価
￥1,980 税込
カートに入れる
今すぐ買う
この商品について
・錆びにくいステンレス製
出荷元 Amazon 販売元 HaiJiao
ASIN B0C7KD92LM
Amazon.co.jp での取り扱い開始日 2025/5/12`,
    identifiers: { asin: ['B0C7KD92LM'] },
  },
  {
    name: 'C error page Chinese',
    kind: 'error_screenshot',
    source: 'ocr',
    text: `亚马逊卖家平台
添加商品
SKU HJ-HOOK-6CM
提交失败
错误代码：18027
您使用的品牌名称未获得亚马逊批准，请检查后重新提交。`,
    identifiers: {},
    more: ['sku'],
  },
  {
    name: 'C electricity bill Hong Kong',
    kind: 'utility_bill',
    text: `中電 CLP Power
電費單 Electricity Bill
戶口號碼 Account No. 4029 1827 364
SEABRIDGE TRADING LIMITED
供電地址 Supply Address: FLAT 12B, KWUN TONG INDUSTRIAL CENTRE
賬單日期 Bill Date 10/03/2026
到期繳款日 Due Date 26/03/2026
用電量 Consumption 812 kWh
應繳總額 Total Amount Due HK$1,104.30`,
    identifiers: {},
    more: ['bank_account'],
    dates: { issue: '2026-03-10', due: '2026-03-26' },
    total: '1104.30',
    currency: 'HKD',
  },
  {
    name: 'C French electricity bill',
    kind: 'utility_bill',
    text: `EDF Entreprises
Votre facture d'électricité du 04/03/2026
N° de facture : 10 182 736 455
Titulaire : Société Marchande du Rhône
Lieu de consommation : 4 quai Perrache, 69002 Lyon
Point de livraison : 14 829103 746182
Abonnement           18,20 €
Consommation 1 204 kWh  221,54 €
Montant total à payer TTC   287,69 €
Prélèvement le 19/03/2026`,
    identifiers: { invoice_no: ['10182736455'] },
    dates: { issue: '2026-03-04' },
    total: '287.69',
    currency: 'EUR',
  },
  {
    name: 'C credit card statement Chinese',
    kind: 'credit_card_statement',
    text: `中国建设银行信用卡账单
账单日 2026-03-08      到期还款日 2026-03-28
信用额度 ￥50,000.00
本期全部应还款额 ￥3,218.66     最低还款额 ￥321.87
交易日   银行记账日   卡号后四位   交易描述           交易币/金额
02/12    02/13        8817         AMAZON WEB SERV    CNY 218.66
02/25    02/26        8817         顺丰速运            CNY 3,000.00`,
    identifiers: {},
    more: ['bank_account'],
    dates: { issue: '2026-03-08', due: '2026-03-28' },
    currency: 'CNY',
  },
  {
    name: 'C US bank statement',
    kind: 'bank_statement',
    text: `First Garden Bank, N.A.
Business Checking
Statement Period: February 1, 2026 through February 28, 2026
BLUE HERON GOODS LLC                       Account number: 0091 8273 6455
Beginning balance        $8,114.22
Deposits and other credits  12,440.10
Withdrawals and other debits  -9,820.55
Ending balance          $10,733.77
Date    Description                         Amount
02/03   AMAZON.COM SVCS PAYMENTS            6,220.05
02/10   WIRE OUT SHENZHEN BRIGHTPEAK       -1,518.00`,
    identifiers: { bank_account: ['****6455'] },
    dates: { period_start: '2026-02-01', period_end: '2026-02-28' },
  },
  {
    name: 'C Chinese ID card photo',
    kind: 'legal_rep_id',
    source: 'ocr',
    text: `姓名 林晓东
性别 男 民族 汉
出生 1986 年 3 月 14 日
住址 广东省深圳市龙岗区坂田街道雅园路6号
公民身份号码 440307198603140016`,
    identifiers: {},
    more: ['cn_id'],
  },
  {
    name: 'C GmbH register extract',
    kind: 'unknown',
    text: `Handelsregister B des Amtsgerichts Hamburg
Abteilung B    Wiedergabe des aktuellen Registerinhalts
Nummer der Firma: HRB 182736
Firma: Hafenlicht Handels GmbH
Stammkapital: 25.000,00 EUR
Geschäftsführer: Keller, Anna, Hamburg, *04.02.1984`,
    identifiers: {},
  },
  {
    name: 'C French safety sheet',
    kind: 'sds',
    text: `FICHE DE DONNÉES DE SÉCURITÉ (Règlement REACH (CE) n° 1907/2006)
Nom du produit : Savon liquide lavande
RUBRIQUE 1 : IDENTIFICATION DE LA SUBSTANCE/DU MÉLANGE ET DE LA SOCIÉTÉ
RUBRIQUE 2 : IDENTIFICATION DES DANGERS
RUBRIQUE 3 : COMPOSITION/INFORMATIONS SUR LES COMPOSANTS
CAS 68891-38-3
Date de révision : 14/01/2026`,
    identifiers: {},
  },
  {
    name: 'C UN38.3 summary',
    kind: 'un38_3',
    text: `Lithium Battery Test Summary
in accordance with sub-section 38.3 of the UN Manual of Tests and Criteria
Manufacturer: Shenzhen Brightpeak Electronics Co., Ltd
Test laboratory: Shenzhen BST Technology Co., Ltd
Report No.: BST2602182736U-1      Date of report: 2026-02-20
Description: Li-ion battery 18650 3.7V 2000mAh 7.4Wh   Mass 46 g
T.1 Altitude simulation Pass  T.2 Thermal test Pass  T.3 Vibration Pass  T.4 Shock Pass`,
    identifiers: { report_no: ['BST2602182736U-1'] },
    more: ['model'],
    dates: { issue: '2026-02-20' },
  },
  {
    name: 'C manual page',
    kind: 'product_manual',
    text: `LED Desk Lamp LW-118
User manual
Read these instructions carefully before use and keep them.
Safety warnings
- Do not cover the lamp while it is switched on.
- Keep away from children.
1. What is in the box
2. Setting up
3. Cleaning and care
4. Technical data: 5 V, 2 A, 10 W
Warranty: two years`,
    identifiers: {},
    more: ['model'],
  },
  {
    name: 'C retraction letter',
    kind: 'ip_retraction',
    source: 'email',
    email: {
      subject: 'Withdrawal of complaint 14829103746',
      from: 'legal@starwild-example.com',
      to: ['notice-dispute@amazon.com', 'shop@example.com'],
    },
    text: `Dear Amazon,
we, the owner of the trademark STARWILD, withdraw our infringement report against ASIN B0C7KD92LM (complaint ID 14829103746). The report was submitted in error; the seller HaiJiao is an authorised reseller.
Please reinstate the listing.
Chen Yu, Legal Department`,
    identifiers: { asin: ['B0C7KD92LM'], complaint_id: ['14829103746'] },
  },
  {
    name: 'C blog about appeals, none of ours',
    kind: 'unknown',
    text: `How to deal with a suspension: five tips from our consultants
By Tom Reed, March 2026
When an account is suspended, sellers often panic. Take a breath. First, read what was written to you. Second, collect your papers: suppliers' invoices, delivery slips and photographs.
Third, write down what went wrong. We have seen hundreds of such cases, and the short ones win.
Subscribe to our newsletter for more.`,
    identifiers: {},
  },
  {
    name: 'C meeting notes, none of ours',
    kind: 'unknown',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    source: 'office',
    text: `周会纪要 2026-03-16
参会：刘敏、李军、小黄
1. 上周美国站销量1820件，退货率2.1%
2. 挂钩补货计划：4月初再发两批
3. 广告预算下周讨论
4. 仓库盘点安排在周五`,
    identifiers: {},
  },
  {
    name: 'C price list, none of ours',
    kind: 'unknown',
    text: `Wax & Wick 2026 catalogue
Prices per piece, minimum 24 pieces
Pillar candle 60 x 120      3.20
Pillar candle 80 x 150      4.90
Tea lights, bag of 50       5.10
Beeswax taper, pair         3.75
Colours: ivory, sand, forest, navy`,
    identifiers: {},
  },
  {
    name: 'C curriculum vitae, none of ours',
    kind: 'unknown',
    text: `Anna Keller
Hamburg · anna.keller@example.org · +49 40 555 0182
Experience
2021 - today   Head of operations, Hafenlicht Handels GmbH: purchasing, customs, shipping and returns for four marketplaces
2016 - 2021    Logistics coordinator, Nordkai Spedition
Education
2012 - 2016    B.A. International Business, University of Bremen`,
    identifiers: {},
  },
];
