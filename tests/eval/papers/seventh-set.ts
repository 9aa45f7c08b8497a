// A seventh set, held apart while the rules for the fifth and sixth were made, and measured once at their end.
import type { Paper } from './paper.ts';

export const SEVENTH_PAPERS: readonly Paper[] = [
  {
    name: 'G1 UK VAT invoice',
    kind: 'supplier_invoice',
    text: `Pennine Craft Supplies Ltd
VAT Reg No. GB 412 3345 71
INVOICE
Customer: Cape Direct Ltd          Our ref: PCS/4410
Invoice no   PCS-26-1188
Tax point    02 May 2026
Terms        30 days net
Ref      Item                      Qty    Each     Net
W-14     Wool felt sheet A4        400    £0.62    £248.00
W-15     Wool felt sheet A3        200    £1.10    £220.00
Goods total £468.00
VAT @ 20% £93.60
Invoice total £561.60`,
    identifiers: { invoice_no: ['PCS-26-1188'] },
    more: ['vat_no', 'sku'],
    dates: { issue: '2026-05-02' },
    total: '561.60',
    currency: 'GBP',
  },
  {
    name: 'G2 Turkish invoice',
    kind: 'supplier_invoice',
    text: `Ege Tekstil San. ve Tic. A.Ş.
e-FATURA
Fatura No: EGE2026000000417
Fatura Tarihi: 14-04-2026
Senaryo: IHRACAT     Fatura Tipi: ISTISNA
Sayın: Alpenblick Versand GmbH, Luzern
Mal Hizmet        Miktar    Birim Fiyat    Tutar
Havlu 50x90       600 Adet  2,10 EUR       1.260,00 EUR
Mal Hizmet Toplam Tutarı    1.260,00 EUR
Hesaplanan KDV              0,00
Ödenecek Tutar              1.260,00 EUR`,
    identifiers: { invoice_no: ['EGE2026000000417'] },
    dates: { issue: '2026-04-14' },
    total: '1260.00',
    currency: 'EUR',
  },
  {
    name: 'G3 Spanish invoice',
    kind: 'supplier_invoice',
    text: `Cestería Levante S.L.   CIF B46118204
FACTURA
Factura nº: 2026/0188      Fecha: 15/04/2026     Vencimiento: 15/05/2026
Cliente: Casa Faro Online S.L.   NIF: B98204417
Concepto                    Cantidad   Precio    Importe
Cesta de mimbre media       40         7,20      288,00
Cesta de mimbre grande      20         9,80      196,00
Base imponible                                   484,00
IVA 21%                                          101,64
TOTAL FACTURA                                    585,64 €`,
    identifiers: { invoice_no: ['2026/0188'] },
    more: ['vat_no'],
    dates: { issue: '2026-04-15', due: '2026-05-15' },
    total: '585.64',
    currency: 'EUR',
  },
  {
    name: 'G4 handwritten-style Chinese sales slip',
    kind: 'supplier_invoice',
    text: `义乌国际商贸城 佰亮日用品
销售清单
客户：海角 电话 138xxxx
2026 年 4 月 8 日      No 0044178
品名 规格 单位 数量 单价 金额
烘焙垫 红 个 300 4.3 1290
压蒜器 个 150 6 900
合计人民币（大写）贰仟壹佰玖拾元整 ￥2190
开票人 王`,
    identifiers: {},
    source: 'ocr',
    more: ['invoice_no'],
    total: '2190',
  },
  {
    name: 'G5 paper special fapiao',
    kind: 'fapiao_vat_special',
    text: `4403264130   广东增值税专用发票   No 08817204
发 票 联                       开票日期：2024年06月18日
购买方 名称：深圳海角电子商务有限公司
纳税人识别号：91440300MA5G2K7X9P
密码区 03*2>8+9-7/44<<11820
货物或应税劳务、服务名称 规格型号 单位 数量 单价 金额 税率 税额
*金属制品*挂钩  NH-40 个 20000 0.7611 15222.00 13% 1978.86
价税合计（大写） 壹万柒仟贰佰圆捌角陆分   （小写）￥17200.86
销售方 名称：宁波挂钩制造有限公司
收款人：   复核：   开票人：周敏`,
    identifiers: { fapiao_code: ['4403264130'], fapiao_no: ['08817204'] },
    more: ['uscc'],
    dates: { issue: '2024-06-18' },
    total: '17200.86',
    currency: 'CNY',
  },
  {
    name: 'G6 export invoice in table',
    kind: 'commercial_invoice',
    text: `NINGBO HOOK WORKS CO., LTD.
118 Beilun Road, Ningbo, China
COMMERCIAL INVOICE
TO: BLUE HERON GOODS LLC            INVOICE NO.: NHW2603-CI
    200 VINE ST, RENO NV            DATE: APR. 02, 2026
FROM NINGBO TO LONG BEACH BY SEA    S/C NO.: NHW-2603
MARKS   DESCRIPTION OF GOODS      QUANTITY      UNIT PRICE    AMOUNT
BH-1    STAINLESS HOOK 4CM        20000 PCS     USD0.12       USD2400.00
        H.S. CODE 7326909000
TOTAL:                            20000 PCS     FOB NINGBO    USD2400.00
SAY U.S. DOLLARS TWO THOUSAND FOUR HUNDRED ONLY`,
    identifiers: { invoice_no: ['NHW2603-CI'] },
    more: ['hs_code', 'contract_no'],
    dates: { issue: '2026-04-02' },
    total: '2400.00',
    currency: 'USD',
  },
  {
    name: 'G7 DHL Express bill',
    kind: 'freight_invoice',
    text: `DHL Express (UK) Ltd
INVOICE
Account number 955118204      Invoice number LHRIR00044178
Invoice date 30 April 2026
AWB number     Ship date   Origin  Dest   Weight  Weight charge  Fuel surcharge  Total
4417882204     22/04/2026  SZX     LHR    14.0    212.40         38.23           250.63
Duties and taxes paid on your behalf                                             44.10
Total amount (GBP)                                                               294.73
Payment due 30 May 2026`,
    identifiers: { invoice_no: ['LHRIR00044178'] },
    more: ['tracking_number', 'awb', 'bank_account'],
    dates: { issue: '2026-04-30', due: '2026-05-30' },
    total: '294.73',
    currency: 'GBP',
  },
  {
    name: 'G8 Payoneer payment receipt',
    kind: 'payment_proof',
    text: `Payoneer
Payment receipt
Payment ID 118820441
Status Completed
Payment date Apr 2, 2026
From Shenzhen Cape Electronics Co., Ltd.
To Ningbo Hook Works Co., Ltd.
Payment amount 720.00 USD
Fee 0.00 USD
Description: deposit NHW-PI-2603`,
    identifiers: {},
    more: ['transaction_no', 'invoice_no', 'bank_account'],
  },
  {
    name: 'G9 SWIFT copy',
    kind: 'payment_proof',
    text: `--------------- Instance Type and Transmission ---------------
Message Type: 103 Single Customer Credit Transfer
Sender: CMBCCNBS     Receiver: CHASUS33
:20: Sender's Reference   FTN2604020118
:32A: 260402USD2400,00
:50K: Ordering Customer  BLUE HERON GOODS LLC
:59: Beneficiary Customer /33150198118204
NINGBO HOOK WORKS CO., LTD.
:70: Remittance Information  BALANCE NHW-2603
:71A: Details of Charges  SHA`,
    identifiers: {},
    more: ['transaction_no', 'bank_account'],
  },
  {
    name: 'G10 German offer',
    kind: 'quotation',
    text: `Holzwaren Brandt GmbH & Co. KG
Angebot Nr. A-26-0311                     Datum: 11.03.2026
Sehr geehrte Damen und Herren,
vielen Dank für Ihre Anfrage. Wir bieten Ihnen freibleibend an:
Pos  Artikel                 Menge   Einzelpreis   Gesamtpreis
1    Schneidbrett Buche      120     6,80 €        816,00 €
Lieferzeit: 3 Wochen
Das Angebot ist gültig bis 11.04.2026.`,
    identifiers: {},
    more: ['invoice_no'],
  },
  {
    name: 'G11 German delivery note',
    kind: 'delivery_note',
    text: `Lieferschein Nr. 2026-3317
Holzwaren Brandt GmbH & Co. KG
Lieferdatum 03.04.2026      Kunden-Nr. 10118
Lieferadresse: Alpenblick Versand GmbH, Luzern
Pos   Artikel               Menge   Einheit
1     Schneidbrett Buche    120     Stk
2     Pfannenwender         240     Stk
Ware ordnungsgemäß erhalten: ______________`,
    identifiers: {},
    more: ['invoice_no'],
  },
  {
    name: 'G12 US store receipt',
    kind: 'receipt_retail',
    text: `OFFICE DEPOT OFFICEMAX
RENO - (775) 555-0118
04/09/2026  2:14 PM
STR 2204 REG 003 TRN 4417 EMP 118204
SALE
Product ID   Description        Total
118204 TAPE,PKG,6PK           17.99
204417 BOX,12X12,25CT          32.49
Subtotal: 50.48
Sales Tax: 4.17
Total: 54.65
Visa 5521: 54.65
AUTH CODE 044178`,
    identifiers: {},
    source: 'ocr',
    dates: { issue: '2026-04-09' },
    total: '54.65',
    currency: 'USD',
  },
  {
    name: 'G13 German Packliste',
    kind: 'packing_list',
    text: `Packliste zu Auftrag 4500118
Versender: Holzwaren Brandt    Empfänger: Alpenblick Versand GmbH
Karton   Artikel              Menge   Bruttogewicht kg
1-6      Schneidbrett Buche   20      14,8
7-10     Pfannenwender        60      9,2
Anzahl Kartons: 10     Gesamtgewicht: 125,6 kg`,
    identifiers: {},
  },
  {
    name: 'G14 USPS label',
    kind: 'shipping_label',
    text: `USPS GROUND ADVANTAGE
U.S. POSTAGE PAID
HARBOUR LANE US
PO BOX 118
RENO NV 89501
SHIP TO:
JANE DOE
14 MILL ST
AUSTIN TX 78701
USPS TRACKING # EP
9400 1118 9922 3197 4284 90`,
    identifiers: { tracking_number: ['9400111899223197428490'] },
    source: 'ocr',
  },
  {
    name: 'G15 Colissimo label',
    kind: 'shipping_label',
    text: `COLISSIMO
Expéditeur: Atelier des Lins, 59000 Lille
Destinataire: Mme Claire Petit
12 rue des Lilas
69003 LYON
N° de colis 6A 04417882204 1
Poids 1,2 kg`,
    identifiers: {},
    source: 'ocr',
    more: ['tracking_number'],
  },
  {
    name: 'G16 DHL Sendungsverfolgung',
    kind: 'tracking_slip',
    text: `Sendungsverfolgung
Sendungsnummer 00340434161094027318
Die Sendung wurde in das Zustellfahrzeug geladen.
Do, 16.04.2026, 07:41 Uhr  Köln  Die Sendung wurde in das Zustellfahrzeug geladen.
Do, 16.04.2026, 03:12 Uhr  Die Sendung ist in der Region des Empfängers angekommen.
Mi, 15.04.2026, 18:22 Uhr  Die Sendung wurde im Start-Paketzentrum bearbeitet.
Mi, 15.04.2026, 11:02 Uhr  Die Sendung wurde von DHL abgeholt.`,
    identifiers: { tracking_number: ['00340434161094027318'] },
    source: 'ocr',
  },
  {
    name: 'G17 Yamato status',
    kind: 'tracking_slip',
    text: `クロネコヤマトの荷物お問い合わせシステム
伝票番号 4012-3456-7895
ご依頼の荷物は投函完了となっております
荷物受付 04月10日 16:30 大阪梅田センター
発送済み 04月10日 19:12 大阪梅田センター
配達中 04月11日 08:05 渋谷センター
配達完了 04月11日 10:41 渋谷センター`,
    identifiers: {},
    source: 'ocr',
    more: ['tracking_number'],
  },
  {
    name: 'G18 LTL delivery receipt',
    kind: 'pod',
    text: `ESTES EXPRESS LINES
DELIVERY RECEIPT
PRO 118-2044178      B/L PG-4471      Delivery date 04/28/2026
Shipper PACIFIC GATE CFS       Consignee AMAZON ONT8
4 PLT  212 CTN  4,870 LB
Received in good order except as noted: 1 CTN SHORT
Consignee signature M TORRES      Print name M TORRES   Time in 0900  Time out 0942`,
    identifiers: {},
    more: ['pro_no', 'bl_no', 'fc_code'],
    dates: { delivered: '2026-04-28' },
  },
  {
    name: 'G19 Chinese warehouse entry note',
    kind: 'warehouse_receipt',
    text: `进仓通知单
进仓编号：NGB2604-118        截仓时间：2026-04-03 17:00
货代：宁波海帆国际货运      仓库：北仑保税仓
品名：不锈钢挂钩   件数：212   毛重：2210KG   体积：12.4CBM
目的港：LONG BEACH   唛头：BH-1
请凭此单送货，货物进仓需贴唛头。`,
    identifiers: {},
  },
  {
    name: 'G20 UK import entry',
    kind: 'import_entry',
    text: `HM Revenue & Customs
Customs Declaration Service - Import
MRN 26GB4417882204118R0    Entry number 118-204417A-02/05/2026
Declarant EORI GB118204417000
Importer Cape Direct Ltd  EORI GB412334571000
Procedure code 40 00
Commodity code 9405219000   Country of origin CN
Customs value £5,160.00   Duty A00 £191.00   VAT B00 £1,070.20`,
    identifiers: {},
    more: ['eori', 'hs_code', 'tracking_number'],
  },
  {
    name: 'G21 English receiving page',
    kind: 'fba_shipment_summary',
    text: `Seller Central
Shipment FBA STA (04/05/2026)-LGB8
Shipment ID FBA18KR7X2QD
Amazon Reference ID 3KX7Q2LM
Status Closed
Units expected 500   Units located 492   Discrepancy -8
SKU HL-MAT-01-RED  Expected 300  Located 292
Track shipment   Shipment contents   Shipment events`,
    identifiers: { fba_shipment_id: ['FBA18KR7X2QD'] },
    source: 'ocr',
    more: ['amazon_reference_id', 'sku', 'fc_code'],
  },
  {
    name: 'G22 French compliance removal',
    kind: 'performance_notification',
    text: `Bonjour,
Nous avons supprimé l’offre suivante car nous n’avons pas reçu les documents de conformité demandés :
ASIN : B0C7K2XQ4M
Que faire pour rétablir mon offre ?
Veuillez envoyer un rapport d’essai et une déclaration de conformité UE depuis la page Gérer votre conformité.
Si vous ne répondez pas dans les 30 jours, votre stock pourra être détruit.`,
    identifiers: { asin: ['B0C7K2XQ4M'] },
    source: 'email',
    email: {
      subject: 'Action requise : informations sur la conformité du produit',
      from: 'notice@amazon.fr',
      to: ['shop@example.com'],
    },
  },
  {
    name: 'G23 Spanish verification',
    kind: 'performance_notification',
    text: `Hola:
No hemos podido verificar la información de su cuenta y hemos desactivado temporalmente su cuenta de vendedor.
¿Qué debe hacer?
Envíe una factura de suministros de los últimos 90 días y una copia de su documento de identidad.
No puede vender en Amazon hasta que se complete la verificación.`,
    identifiers: {},
    source: 'email',
    email: {
      subject: 'Su cuenta de vendedor ha sido desactivada temporalmente',
      from: 'seller-verification@amazon.es',
      to: ['shop@example.com'],
    },
  },
  {
    name: 'G24 Chinese second verification',
    kind: 'performance_notification',
    text: `您好：
我们暂时停用了您的卖家账户，资金将被暂时扣留，因为我们无法验证您提供的信息。
为什么会发生这种情况？
我们需要核实您的身份和营业地址。
如何恢复账户？
请在 60 天内提交以下文件：营业执照副本、最近 90 天内的水电费账单。`,
    identifiers: {},
    source: 'email',
    email: {
      subject: '您的亚马逊卖家账户需要验证',
      from: 'seller-performance@amazon.cn',
      to: ['shop@example.com'],
    },
  },
  {
    name: 'G25 Chinese case reply',
    kind: 'case_correspondence',
    text: `尊敬的卖家：
感谢您联系亚马逊卖家支持。
关于您的问题 17044178204，我们已对货件 FBA18KR7X2QD 完成调查，需要您补充发票和物流签收证明。
此致
亚马逊卖家支持`,
    identifiers: { case_id: ['17044178204'], fba_shipment_id: ['FBA18KR7X2QD'] },
    source: 'email',
    email: {
      subject: '[CASE 17044178204] 关于货件 FBA18KR7X2QD 的调查',
      from: 'merch.service01@amazon.com',
      to: ['shop@example.com'],
    },
  },
  {
    name: 'G26 policy news',
    kind: 'amazon_notification',
    text: `Hello,
Starting June 1, 2026, we are updating the fees for removal and disposal orders in the US store.
You can review the new fee schedule in Seller Central. No action is required.
The Amazon team`,
    identifiers: {},
    source: 'email',
    email: {
      subject: 'Update to the FBA removal fees',
      from: 'no-reply@amazon.com',
      to: ['shop@example.com'],
    },
  },
  {
    name: 'G27 German buyer',
    kind: 'buyer_message',
    text: `Nachricht:
Guten Tag, das Brett hat einen Riss. Können Sie mir Ersatz schicken?
Bestellnummer: 304-2044178-1182046`,
    identifiers: { order_id: ['304-2044178-1182046'] },
    source: 'email',
    email: {
      subject: 'Anfrage eines Amazon-Kunden zu Bestellung 304-2044178-1182046',
      from: 'k2x9lm7q4t@marketplace.amazon.de',
      to: ['shop@example.com'],
    },
    more: ['buyer_alias'],
  },
  {
    name: 'G28 return request UK',
    kind: 'return_record',
    text: `Dear Cape Direct,
This email is being sent to you to notify you that a return has been authorised by Amazon for the order below.
Order ID: 204-2044178-1182046
Item: Garlic press     Qty: 1
Return reason: No longer needed
Amazon RMA ID: DkR7x2QdRRMA`,
    identifiers: { order_id: ['204-2044178-1182046'] },
    source: 'email',
    email: {
      subject: 'Return authorisation notification for order 204-2044178-1182046',
      from: 'donotreply@amazon.co.uk',
      to: ['shop@example.com'],
    },
    more: ['rma_id'],
  },
  {
    name: 'G29 A-to-z decision',
    kind: 'atoz_record',
    text: `Hello,
We granted the A-to-z Guarantee claim for order 113-2044178-1182046 in the amount of $12.99 and debited your account.
You have 30 calendar days to appeal the decision.`,
    identifiers: { order_id: ['113-2044178-1182046'] },
    source: 'email',
    email: {
      subject: 'A-to-z Guarantee Claim Decision for Order 113-2044178-1182046',
      from: 'atoz-guarantee-no-reply@amazon.com',
      to: ['shop@example.com'],
    },
  },
  {
    name: 'G30 date range summary',
    kind: 'settlement_report',
    text: `"Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions"
"All amounts in USD, unless specified"
"date/time","settlement id","type","order id","sku","description","quantity","marketplace","product sales","selling fees","fba fees","other","total"
"Apr 2, 2026 8:12:44 AM PDT","20441782041","Order","113-2044178-1182046","HL-MAT-01-RED","Silicone baking mat","1","amazon.com","12.99","-1.95","-3.86","0","7.18"`,
    identifiers: {},
    source: 'plain',
    mediaType: 'text/plain',
    more: ['order_id', 'settlement_id', 'sku'],
  },
  {
    name: 'G31 Japanese account health',
    kind: 'account_health_screenshot',
    text: `Amazonセラーセントラル
アカウント健全性
アカウント健全性の評価 212 健全
注文不良率 0.3% 目標: 1%未満
商品ポリシーの遵守
知的財産権侵害の疑い 0
出荷実績
出荷遅延率 0.8% 目標: 4%未満
キャンセル率 0%`,
    identifiers: {},
    source: 'ocr',
  },
  {
    name: 'G32 listing page in Chinese',
    kind: 'listing_screenshot',
    text: `亚马逊
厨房用品 > 烘焙
Harbour Lane 硅胶烘焙垫 红色 2件装
品牌: Harbour Lane
4.4 颗星，共 5 颗星 118 评论
US$12.99
关于此商品
食品级硅胶，耐热230度
商品信息
ASIN B0C7K2XQ4M
亚马逊热销商品排名 厨房用品里排第 8,204 名`,
    identifiers: { asin: ['B0C7K2XQ4M'] },
    source: 'ocr',
  },
  {
    name: 'G33 licence short',
    kind: 'license_agreement',
    text: `TRADEMARK LICENSE AGREEMENT
This Agreement is made on 5 January 2026 between Lumora Lighting GmbH ("Licensor") and Cape Direct Ltd ("Licensee").
1. Grant. Licensor grants Licensee a non-exclusive licence to use the mark LUMORA (EUTM 018412345) on the Products in the Territory.
2. Royalty. Licensee shall pay a royalty of 4% of Net Sales.
3. Term. Two years from the date above.`,
    identifiers: {},
    more: ['trademark_no'],
  },
  {
    name: 'G34 Chinese design patent',
    kind: 'patent_certificate',
    text: `外观设计专利证书
证书号第9118204号
外观设计名称：挂钩（双头）
设计人：王海
专利号：ZL 2025 3 0118204.4
专利申请日：2025年03月18日
专利权人：宁波挂钩制造有限公司
授权公告日：2025年11月04日      授权公告号：CN 309118204 S`,
    identifiers: {},
    more: ['patent_no'],
  },
  {
    name: 'G35 SGS report',
    kind: 'test_report',
    text: `SGS-CSTC Standards Technical Services Co., Ltd.
Test Report            No. SHAEC26044178201      Date: 10 Mar 2026      Page 1 of 6
NINGBO HOOK WORKS CO., LTD.
The following sample(s) was/were submitted and identified on behalf of the clients as: SILICONE BAKING MAT
SGS Job No.: SP26-004417
Model No.: KT-118
Date of Sample Received: 02 Mar 2026
Testing Period: 02 Mar 2026 - 09 Mar 2026
Test Requested: Selected test(s) as requested by client. FDA 21 CFR 177.2600
Test Results: Please refer to next page(s).
Conclusion: PASS`,
    identifiers: { report_no: ['SHAEC26044178201'] },
    more: ['model'],
    dates: { issue: '2026-03-10' },
  },
  {
    name: 'G36 GCC',
    kind: 'gcc',
    text: `General Certificate of Conformity
1. Product covered by this certificate: Adult cotton apron, style AP-14
2. CPSC regulation: 16 CFR Part 1610 Standard for the Flammability of Clothing Textiles
3. Importer: Blue Heron Goods LLC, 200 Vine St, Reno NV
4. Records kept by: J. Marsh, +1 775 555 0118
5. Date and place of manufacture: March 2026, Karur, India
6. Tested: 12 March 2026, Intertek Chennai`,
    identifiers: {},
    more: ['report_no', 'model'],
  },
  {
    name: 'G37 SDoC',
    kind: 'fcc_doc',
    text: `FCC Supplier's Declaration of Conformity
47 CFR § 2.1077 Compliance Information
Unique identifier: CD-L10
Responsible Party - U.S. Contact Information
Blue Heron Goods LLC, 200 Vine St, Reno NV
This device complies with Part 15 of the FCC Rules. Operation is subject to the following two conditions: (1) this device may not cause harmful interference, and (2) this device must accept any interference received.`,
    identifiers: {},
    more: ['model'],
  },
  {
    name: 'G38 Hong Kong BR',
    kind: 'business_license',
    text: `商業登記條例 (第310章)
Business Registration Ordinance (Chapter 310)
Business Registration Certificate 商業登記證
Name of Business/Corporation 業務／法團名稱  CAPE TRADING (HK) LIMITED 海角貿易(香港)有限公司
Address 地址  RM 802 HAIZHU PLAZA, KOWLOON
Date of Commencement 05/01/2026   Date of Expiry 04/01/2027
Certificate No. 71182044-000-01-26-A   Fee and Levy $2,200`,
    identifiers: {},
    more: ['uscc', 'report_no'],
  },
  {
    name: 'G39 ID card back',
    kind: 'legal_rep_id',
    text: `中华人民共和国
居民身份证
签发机关 深圳市公安局宝安分局
有效期限 2019.03.18-2039.03.18`,
    identifiers: {},
    source: 'ocr',
  },
  {
    name: 'G40 Chinese electricity notice',
    kind: 'utility_bill',
    text: `深圳供电局有限公司
电费通知单
户号 0911820441   户名 深圳海角电子商务有限公司
用电地址 深圳市宝安区新安街道海珠广场802
抄表周期 2026.03.01-2026.03.31
上次示数 118204  本次示数 118812  电量 608 kWh
应缴电费 437.76 元   缴费截止日 2026-04-25`,
    identifiers: {},
    total: '437.76',
    currency: 'CNY',
  },
  {
    name: 'G41 Chinese lease',
    kind: 'lease_contract',
    text: `房屋租赁合同
出租方（甲方）：深圳市安居物业有限公司
承租方（乙方）：深圳海角电子商务有限公司
一、租赁房屋位于深圳市宝安区海珠广场802，建筑面积120平方米。
二、租赁期限自2026年1月1日至2027年12月31日。
三、月租金人民币8,000元，押金两个月。`,
    identifiers: {},
    more: ['contract_no'],
  },
  {
    name: 'G42 German VAT confirmation',
    kind: 'vat_certificate',
    text: `Finanzamt Berlin International Tax
Bescheinigung in Steuersachen nach § 22f UStG
Steuernummer 37/118/20441
USt-IdNr. DE341182044
Hiermit wird bescheinigt, dass Shenzhen Haijiao E-Commerce Co., Ltd. als Unternehmer im umsatzsteuerlichen Sinne erfasst ist.
Gültig ab 01.02.2026`,
    identifiers: {},
    more: ['vat_no'],
  },
  {
    name: 'G43 staff rota',
    kind: 'unknown',
    text: `Dienstplan KW 18
Mo Di Mi Do Fr
Lager: Anna, Ben, Cem, Dana, Ben
Versand: Cem, Dana, Anna, Ben, Anna
Pause 12:00-12:30
Bitte Urlaub bis Freitag eintragen.`,
    identifiers: {},
  },
  {
    name: 'G44 newsletter of a carrier',
    kind: 'unknown',
    text: `Peak season surcharges 2026
Dear customer, as volumes rise before the holidays we will apply a demand surcharge from 5 October 2026 to 17 January 2027. Ground parcels: $0.60. Air parcels: $1.20. Large packages: $65.00. See our website for the full rate card.`,
    identifiers: {},
  },
  {
    name: 'G45 minutes of a meeting',
    kind: 'unknown',
    text: `会议纪要
时间：2026年4月12日 14:00   地点：会议室A
参会人：林晓、周敏、王海
一、讨论了第二季度新品计划，确定上架三款厨房用品。
二、广告预算上调10%。
三、下次会议时间4月26日。`,
    identifiers: {},
  },
];
