// A fifth set: papers of sellers in seven languages, labelled before any rule was tried on them.
import type { Paper } from './paper.ts';

export const FIFTH_PAPERS: readonly Paper[] = [
  {
    name: 'E trading company invoice with bank block first',
    kind: 'supplier_invoice',
    text: `YIWU BRIGHTPATH TRADING CO., LTD
Beneficiary bank: Zhejiang Tailong Commercial Bank   SWIFT: ZJTLCNBH
A/C No.: 33050110088712345678

SALES INVOICE
To: Harbour Lane Retail Ltd, 4 Dock Street, Hull HU1 1AA
Inv. No: BP26-0417                      Date of invoice: 17 April 2026
Item No     Goods description            Qty (pcs)    FOB price    Amount (USD)
KT-118      Silicone baking mat          1,200        0.86         1,032.00
KT-204      Garlic press                 600          1.15         690.00
Say US dollars one thousand seven hundred and twenty-two only
Grand total                                                        1,722.00`,
    identifiers: { invoice_no: ['BP26-0417'] },
    more: ['bank_account', 'sku', 'model'],
    dates: { issue: '2026-04-17' },
    total: '1722.00',
    currency: 'USD',
  },
  {
    name: 'E Indian tax invoice',
    kind: 'supplier_invoice',
    text: `TAX INVOICE                                   (Original for Recipient)
Meera Handloom Exports Pvt Ltd
Plot 14, SIDCO Industrial Estate, Karur 639006
GSTIN: 33AAGCM4521P1Z6
Bill To: Blue Heron Goods LLC, Reno NV, USA
Invoice No.: MHE/25-26/0381        Dated: 09-Mar-2026
Sl  Description of Goods      HSN/SAC   Qty    Rate     Amount
1   Cotton kitchen towel      630260    800    62.00    49,600.00
2   Cotton apron              621142    300    145.00   43,500.00
                                   Taxable value        93,100.00
                                   IGST @ 0%                 0.00
                                   Total            INR 93,100.00
Amount Chargeable (in words): INR Ninety Three Thousand One Hundred Only`,
    identifiers: { invoice_no: ['MHE/25-26/0381'] },
    more: ['vat_no', 'hs_code'],
    dates: { issue: '2026-03-09' },
    total: '93100.00',
    currency: 'INR',
    parties: { buyer: 'Blue Heron Goods LLC' },
  },
  {
    name: 'E statement of what is owed to a forwarder',
    kind: 'freight_invoice',
    text: `深圳市海帆国际货运代理有限公司
客户账单明细表
客户：海角电商        账期：2026-03-01 至 2026-03-31
日期        客户单号          转单号               目的仓   件数  计费重(KG)  单价   运费      附加费   小计
2026-03-04  HF260304011      1Z88V37E0391844609   ONT8     12    252        9.8    2469.60   60.00    2529.60
2026-03-18  HF260318007                           LGB8     8     168        9.8    1646.40   0.00     1646.40
应付合计（RMB）：4176.00
请于4月10日前付款，户名：深圳市海帆国际货运代理有限公司`,
    identifiers: { tracking_number: ['1Z88V37E0391844609'] },
    more: ['fc_code', 'invoice_no'],
    total: '4176.00',
    currency: 'CNY',
  },
  {
    name: 'E arrival notice',
    kind: 'freight_invoice',
    text: `PACIFIC GATE LOGISTICS INC
ARRIVAL NOTICE / FREIGHT INVOICE
Invoice #: AN-118204        Invoice date: 04/22/2026
Master B/L: COSU6331207790        House B/L: PGLSZ2604117
Vessel/Voyage: COSCO PRIDE 041E      ETA Long Beach: 04/26/2026
Consignee: Blue Heron Goods LLC
Container: TCNU7712039    212 CTNS   2,210 KGS   12.4 CBM
Ocean freight collect      1,850.00
ISF filing                    45.00
Handling fee                  75.00
Total due                USD 1,970.00`,
    identifiers: { invoice_no: ['AN-118204'], container_no: ['TCNU7712039'] },
    more: ['bl_no', 'container_no'],
    dates: { issue: '2026-04-22' },
    total: '1970.00',
    currency: 'USD',
  },
  {
    name: 'E transfer confirmation of a money service',
    kind: 'payment_proof',
    text: `Wise
Transfer confirmation
You sent 5,160.00 CNY
Transfer number   #1188204417
Paid out on       11 March 2026
Sender            Cape Direct Ltd
Recipient         DONGGUAN JIESHUN HARDWARE FACTORY
Account number    6222 0240 1188 7712
Reference         Invoice JS-2603
Exchange rate     1 GBP = 9.2140 CNY
Our fee           4.12 GBP
Total you paid    564.14 GBP`,
    identifiers: {},
    more: ['transaction_no', 'bank_account', 'invoice_no'],
  },
  {
    name: 'E remittance advice',
    kind: 'payment_proof',
    text: `REMITTANCE ADVICE
From: Harbour Lane Retail Ltd
To: Yiwu Brightpath Trading Co., Ltd
Payment date: 21/04/2026      Payment reference: HLR-PAY-20417
We have today paid the following to your account by telegraphic transfer:
Your invoice    Invoice date    Amount
BP26-0417       17/04/2026      USD 1,722.00
Total remitted                  USD 1,722.00`,
    identifiers: {},
    more: ['transaction_no', 'invoice_no', 'bank_account'],
    total: '1722.00',
    currency: 'USD',
  },
  {
    name: 'E mobile payment screenshot in Chinese',
    kind: 'payment_proof',
    source: 'ocr',
    text: `账单详情
义乌小商品批发-王姐
-1,290.00
交易成功
支付时间 2026-04-02 10:21:44
付款方式 招商银行储蓄卡(5521)
商品说明 硅胶垫 300个
收款方全称 义乌市佰亮日用品商行
交易单号 2026040222001418821407755210
商户单号 T200P2281190`,
    identifiers: { transaction_no: ['2026040222001418821407755210'] },
    more: ['bank_account', 'order_id'],
  },
  {
    name: 'E purchase order from a seller to a factory',
    kind: 'purchase_order',
    text: `Harbour Lane Retail Ltd
PURCHASE ORDER
P.O. #: HLR-2026-088
Order date: 2026-03-28
Vendor: Yiwu Brightpath Trading Co., Ltd
Ship by: 2026-04-20      Ship via: Sea FBA
SKU          Description            Qty     Unit cost    Line total
HL-MAT-01    Silicone baking mat    1200    0.86         1032.00
HL-GAR-02    Garlic press           600     1.15         690.00
                                            Order total  USD 1722.00
Authorised by: J. Marsh`,
    identifiers: { po_no: ['HLR-2026-088'] },
    more: ['sku'],
    dates: { order: '2026-03-28' },
    total: '1722.00',
    currency: 'USD',
  },
  {
    name: 'E Chinese order of a wholesale platform',
    kind: 'purchase_order',
    text: `采购单
采购单号：CG20260328-015      下单日期：2026-03-28
供应商：义乌市佰亮日用品商行    采购员：林晓
要求到货日期：2026-04-08      付款方式：货到付款
序号 货号 品名 颜色 数量 单价(元) 金额(元)
1 BL-118 硅胶烘焙垫 红色 300 4.30 1290.00
合计 300 1290.00
备注：外箱贴唛头，每箱60个`,
    identifiers: { po_no: ['CG20260328-015'] },
    dates: { order: '2026-03-28' },
    total: '1290.00',
  },
  {
    name: 'E pro forma with deposit',
    kind: 'proforma_invoice',
    text: `NINGBO HOOK WORKS CO., LTD.
PI No.: NHW-PI-2603         Date: Mar. 3, 2026
PROFORMA  INVOICE
Messrs: Blue Heron Goods LLC
We are pleased to offer the following goods on the terms below
1. Stainless hook 4 cm, 20,000 pcs @USD0.12      USD2,400.00
Total FOB Ningbo                                  USD2,400.00
Payment: 30% deposit, balance before shipment
Delivery: 25 days after receipt of deposit
This offer is valid for 15 days`,
    identifiers: {},
    more: ['invoice_no'],
    dates: { issue: '2026-03-03' },
    total: '2400.00',
    currency: 'USD',
  },
  {
    name: 'E quotation with validity in Chinese',
    kind: 'quotation',
    text: `宁波挂钩制造有限公司
产品报价表
致：海角电商            报价日期：2026年3月1日
型号      品名          材质     单价(含税)   MOQ      备注
NH-40     不锈钢挂钩    304      0.86元       5000     含包装
NH-60     粘贴挂钩      ABS      0.52元       10000
以上报价有效期15天，运费另计。`,
    identifiers: {},
    more: ['model'],
  },
  {
    name: 'E Italian transport document',
    kind: 'delivery_note',
    text: `Ceramiche Valdarno S.r.l.
DOCUMENTO DI TRASPORTO  (D.P.R. 472/96)
DDT n. 318    del 12/03/2026
Destinatario: Alpenblick Versand GmbH, 6004 Luzern
Causale del trasporto: Vendita
Aspetto esteriore dei beni: cartoni     N. colli: 14     Peso kg 186
Articolo      Descrizione            U.M.   Q.tà
TZ-01         Tazza smaltata         PZ     240
PT-04         Piatto piano           PZ     120
Data e ora inizio trasporto 12/03/2026 08:30
Firma del conducente                 Firma del destinatario`,
    identifiers: {},
    more: ['invoice_no', 'sku'],
  },
  {
    name: 'E Spanish delivery note',
    kind: 'delivery_note',
    text: `Cestería Levante S.L.
ALBARÁN DE ENTREGA
Nº albarán: 26/0412          Fecha: 09/04/2026
Cliente: Casa Faro Online S.L.
Código     Artículo                 Cantidad
CE-220     Cesta de mimbre media    40
CE-230     Cesta de mimbre grande   20
Bultos: 6      Transportista: SEUR
Recibí conforme (firma y sello):`,
    identifiers: {},
    more: ['invoice_no', 'sku'],
  },
  {
    name: 'E Japanese delivery slip',
    kind: 'delivery_note',
    text: `納品書
2026年4月10日
株式会社海角ジャパン 御中
下記の通り納品いたします。
伝票番号 D-20260410-3
品番 品名 数量 単価 金額
YF-40 ステンレスフック 500 120 60,000
合計 60,000
山田製作所
受領印`,
    identifiers: {},
    more: ['invoice_no'],
  },
  {
    name: 'E Japanese receipt',
    kind: 'receipt_retail',
    source: 'ocr',
    text: `領収書
株式会社海角ジャパン 様
¥8,250-
但し 梱包資材代として
上記正に領収いたしました
2026年4月3日
内訳 税抜金額 ¥7,500 消費税額(10%) ¥750
文具の三木 大阪市北区梅田1-2-3
登録番号 T3120001098765`,
    identifiers: {},
    more: ['vat_no'],
    total: '8250',
    currency: 'JPY',
  },
  {
    name: 'E French invoice of an agency with credit terms',
    kind: 'supplier_invoice',
    text: `Atelier des Lins SARL au capital de 8 000 €
RCS Lille 512 334 871 - TVA FR27512334871
Facture n° FA-2026-0188
Date de facturation : 14/04/2026
Échéance : 14/05/2026
Facturé à : Casa Faro Online S.L., Valencia
Désignation                Qté    P.U. HT     Montant HT
Torchon lin lavé           300    3,40 €      1 020,00 €
Port                                             38,00 €
Total HT                                      1 058,00 €
TVA 0 % (livraison intracommunautaire)            0,00 €
Total TTC                                     1 058,00 €`,
    identifiers: { invoice_no: ['FA-2026-0188'], vat_no: ['FR27512334871'] },
    dates: { issue: '2026-04-14', due: '2026-05-14' },
    total: '1058.00',
    currency: 'EUR',
  },
  {
    name: 'E German invoice with order number and delivery date',
    kind: 'supplier_invoice',
    text: `Holzwaren Brandt GmbH & Co. KG · Sägewerkstr. 9 · 34537 Bad Wildungen

Alpenblick Versand GmbH
Pilatusstrasse 12
6004 Luzern

Rechnung
Belegnummer: 2026-10417        Belegdatum: 08.04.2026
Ihre Bestellung: 4500118        Lieferdatum: 03.04.2026
Pos  Art.-Nr.  Bezeichnung              Menge   Einzelpreis   Gesamt
1    HB-77     Schneidbrett Buche       120     6,80          816,00
2    HB-81     Pfannenwender            240     1,95          468,00
Nettosumme                                                  1.284,00
zzgl. 19 % MwSt.                                              243,96
Rechnungsbetrag                                             1.527,96 EUR
Zahlbar innerhalb 14 Tagen ohne Abzug.  USt-IdNr. DE811234567`,
    identifiers: { invoice_no: ['2026-10417'] },
    more: ['vat_no', 'po_no', 'sku'],
    dates: { issue: '2026-04-08' },
    total: '1527.96',
    currency: 'EUR',
  },
  {
    name: 'E German demand for payment',
    kind: 'unknown',
    text: `Holzwaren Brandt GmbH & Co. KG

Zahlungserinnerung
Bad Wildungen, 12.05.2026
Sehr geehrte Damen und Herren,
sicher ist es Ihrer Aufmerksamkeit entgangen, dass unsere Rechnung 2026-10417 vom 08.04.2026 über 1.527,96 EUR noch offen ist.
Wir bitten Sie, den Betrag bis zum 26.05.2026 zu überweisen.
Mahngebühr: 0,00 EUR`,
    identifiers: {},
    more: ['invoice_no'],
  },
  {
    name: 'E FBA carton list from a forwarder',
    kind: 'packing_list',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    source: 'office',
    text: `装箱明细
货件编号：FBA18KQ2M4TX    目的仓库：ONT8    总箱数：12
箱号  SKU            品名         每箱数量  箱数  单箱毛重KG  长CM  宽CM  高CM
1-8   HL-MAT-01-RED  硅胶烘焙垫   100       8     14.2        52    40    32
9-12  HL-GAR-02      压蒜器       150       4     18.6        48    36    30
合计                              1400      12    188.0`,
    identifiers: { fba_shipment_id: ['FBA18KQ2M4TX'] },
    more: ['fc_code', 'sku'],
  },
  {
    name: 'E packing slip of a shop',
    kind: 'packing_list',
    text: `Harbour Lane
Packing slip
Order #: HL-118204                     Order date: 6 April 2026
Ship to:                               Bill to:
Jane Doe                               Jane Doe
14 Mill Lane, York YO1 7EP             14 Mill Lane, York YO1 7EP
Item                                   Qty ordered   Qty shipped
Silicone baking mat, red               2             2
Garlic press                           1             1
Thank you for your order!`,
    identifiers: {},
    more: ['order_id', 'invoice_no', 'po_no'],
  },
  {
    name: 'E small parcel label of a Chinese line',
    kind: 'shipping_label',
    source: 'ocr',
    text: `YUNEXPRESS
US STANDARD
FROM: SZ BAOAN HUB
TO: JOHN SMITH
1200 OAK ST APT 4
RENO NV 89501
UNITED STATES
YT2609821272004417
Ref: HL-118231
Weight: 0.412KG   1/1`,
    identifiers: { tracking_number: ['YT2609821272004417'] },
  },
  {
    name: 'E German parcel label',
    kind: 'shipping_label',
    source: 'ocr',
    text: `DHL Paket
Von: Alpenblick Versand, Hafenstr. 4, 20457 Hamburg
An: Max Muster
Lindenweg 8
50667 Köln
Sendungsnr. 00340434161094027318
Gewicht 2,4 kg
Abrechnungsnr. 5100118204 01 01`,
    identifiers: { tracking_number: ['00340434161094027318'] },
  },
  {
    name: 'E Japanese parcel label',
    kind: 'shipping_label',
    source: 'ocr',
    text: `佐川急便 飛脚宅配便
お問い合せ送り状No. 4012-3456-7895
お届け先 〒150-0002 東京都渋谷区渋谷1-1-1 田中太郎 様
ご依頼主 〒530-0001 大阪市北区梅田1-2-3 海角ジャパン
品名 キッチン用品 個数 1 口`,
    identifiers: {},
    more: ['tracking_number'],
  },
  {
    name: 'E tracking page of a Chinese aggregator',
    kind: 'tracking_slip',
    source: 'ocr',
    text: `17TRACK
YT2609821272004417
运输途中 (9天)
云途物流 - 美国
2026-04-14 08:12 Reno, NV, Arrived at USPS facility
2026-04-12 19:40 Los Angeles, CA, Departed from sort facility
2026-04-11 03:05 航班已到达目的地机场
2026-04-08 22:18 已离开深圳处理中心
2026-04-07 17:30 云途已收件`,
    identifiers: { tracking_number: ['YT2609821272004417'] },
  },
  {
    name: 'E Royal Mail tracking page printed',
    kind: 'tracking_slip',
    text: `Royal Mail
Track your item
Reference number: WX118204417GB
Service used: Royal Mail Tracked 48
Status: On its way
Date        Time    Event                                   Location
14-04-2026  06:12   Arrived at delivery office              York DO
13-04-2026  21:47   Item leaving the mail centre            Leeds MC
13-04-2026  15:02   Sender dispatched item                  Hull`,
    identifiers: {},
    more: ['tracking_number'],
  },
  {
    name: 'E carrier letter of delivery',
    kind: 'pod',
    text: `Dear Customer,
The following is the proof-of-delivery for tracking number 885814254426:
Delivery Information:
Status: Delivered                      Delivered To: Receptionist/Front Desk
Signed for by: R.ALVAREZ               Delivery Location: 1200 OAK ST
Service type: FedEx Ground             RENO, NV, 89501
Delivery date: Apr 14, 2026 11:32
Shipping Information:
Tracking number: 885814254426          Ship Date: Apr 10, 2026
                                       Weight: 2.4 LB/1.09 KG`,
    identifiers: { tracking_number: ['885814254426'] },
    dates: { delivered: '2026-04-14', ship: '2026-04-10' },
  },
  {
    name: 'E signed warehouse delivery paper in Chinese',
    kind: 'pod',
    source: 'ocr',
    text: `海外仓送货签收单
送货单号 SH260422-07
柜号 TCNU7712039
派送仓库 ONT8
预约时间 2026-04-28 09:00
送达时间 2026-04-28 09:42
件数 212 箱 实收 212 箱
收货人签字 M. Torres
备注 外箱完好 已签收`,
    identifiers: { container_no: ['TCNU7712039'] },
    more: ['fc_code', 'appointment_id'],
  },
  {
    name: 'E sea waybill',
    kind: 'bill_of_lading',
    text: `NON-NEGOTIABLE SEA WAYBILL                         Waybill No. PGLSZ2604117
Shipper/Exporter                     Booking no. 6331207790
Ningbo Hook Works Co., Ltd.
Consignee
Blue Heron Goods LLC, 200 Vine St, Reno NV
Notify party  SAME AS CONSIGNEE
Pre-carriage by         Place of receipt  NINGBO
Ocean vessel/Voy. no.   COSCO PRIDE 041E     Port of loading  NINGBO, CHINA
Port of discharge  LONG BEACH, CA            Place of delivery  LONG BEACH, CA
Container No./Seal No.  TCNU7712039 / CN118204
212 CARTONS  STAINLESS HOOKS   2,210.000 KGS   12.400 CBM
FREIGHT COLLECT      Shipped on board 06 APR 2026`,
    identifiers: { container_no: ['TCNU7712039'] },
    more: ['bl_no'],
  },
  {
    name: 'E truck bill of lading',
    kind: 'bill_of_lading',
    text: `STRAIGHT BILL OF LADING - SHORT FORM - NOT NEGOTIABLE
Date: 04/27/2026        BOL #: PG-4471        PRO #: 118-204417
SHIP FROM: Pacific Gate CFS, Carson CA       SHIP TO: AMAZON ONT8, Moreno Valley CA
CARRIER NAME: ESTES EXPRESS      SCAC: EXLA     Trailer #: 53118
Handling units  Packages  Weight   H.M.  Commodity description   NMFC  Class
4 PLT           212 CTN   4,870 LB       Household hooks          95230 70
Freight charge terms: Prepaid
Shipper signature / date            Carrier signature / pickup date`,
    identifiers: {},
    more: ['bl_no', 'pro_no', 'fc_code'],
  },
  {
    name: 'E house air waybill',
    kind: 'air_waybill',
    text: `784 SZX 1182 0441                                     784-11820441
Shipper's Name and Address             Not negotiable
Shenzhen Cape Electronics Co., Ltd.    Air Waybill
Consignee's Name and Address           Issued by China Southern Airlines
Cape Direct Ltd, London
Airport of Departure  SHENZHEN         Airport of Destination  LHR
Flight/Date CZ303/18
No. of Pieces 14   Gross Weight 186 K   Chargeable Weight 212   Rate/Charge AS AGREED
Nature and Quantity of Goods: LED LAMPS   Dims: 60x40x40x14
Executed on 17-APR-2026 at SHENZHEN`,
    identifiers: {},
    more: ['awb'],
  },
  {
    name: 'E hand-over list with a courier in Chinese',
    kind: 'carrier_pickup_receipt',
    text: `交接清单
客户：海角电商        交接日期：2026-04-07       渠道：云途全球专线挂号
序号  运单号                重量(KG)  目的国
1     YT2609821272004417    0.412     US
2     YT2609821272004418    0.388     US
3     YT2609821272004419    0.520     DE
总票数：3   总重量：1.320
交货人签名：            揽收员签名：`,
    identifiers: {
      tracking_number: ['YT2609821272004417', 'YT2609821272004418', 'YT2609821272004419'],
    },
  },
  {
    name: 'E warehouse receipt in English',
    kind: 'warehouse_receipt',
    text: `PACIFIC GATE CFS
WAREHOUSE RECEIPT
Receipt no: WR-22817        Received: 04/25/2026 14:10
Received from: Dray carrier Harbor Haul     For account of: Blue Heron Goods LLC
Pieces: 212 CTN   Weight: 4,870 LB   Location: B-14
Marks: BH-1     Condition: apparent good order
Cargo received subject to our terms. Storage after 5 free days.
Received by: T. Nguyen`,
    identifiers: {},
    more: ['invoice_no'],
  },
  {
    name: 'E Chinese export declaration from single window',
    kind: 'customs_declaration',
    text: `中华人民共和国海关出口货物报关单
预录入编号：531620260160011820  海关编号：531620260160011820
境内发货人 91440300MA5G2K7X9P 深圳海角电子商务有限公司  出境关别 蛇口海关  出口日期 20260405  申报日期 20260403
境外收货人 BLUE HERON GOODS LLC  运输方式 水路运输  运输工具名称及航次号 COSCO PRIDE/041E  提运单号 PGLSZ2604117
监管方式 一般贸易  征免性质 一般征税  合同协议号 NHW-2603  贸易国 美国  运抵国 美国
件数 212  毛重(千克) 2210  净重(千克) 1980  成交方式 FOB
项号 商品编号 商品名称及规格型号 数量及单位 单价 总价 币制 原产国
1 7326909000 不锈钢挂钩 20000个 0.1200 2400.00 美元 中国`,
    identifiers: { customs_declaration_no: ['531620260160011820'] },
    more: ['uscc', 'hs_code', 'contract_no', 'bl_no'],
  },
  {
    name: 'E US entry summary',
    kind: 'import_entry',
    text: `DEPARTMENT OF HOMELAND SECURITY
U.S. Customs and Border Protection
ENTRY SUMMARY
1. Filer Code/Entry Number  9GX-1182044-1     2. Entry Type 01 ABI/A
3. Summary Date 05/06/2026    4. Surety Number 036    7. Entry Date 04/27/2026
8. Importing Carrier COSCO PRIDE     9. Mode of Transport 11    10. Country of Origin CN
12. B/L or AWB Number PGLSZ2604117   13. Manufacturer ID CNNINHOO118NIN
26. Importer of Record Name and Address  Blue Heron Goods LLC
29. 7326.90.8688 A. HTSUS No.   33. 2.9%   Duty and IR Tax 69.60
Total Entered Value $2,400`,
    identifiers: {},
    more: ['hs_code', 'bl_no', 'tracking_number'],
  },
  {
    name: 'E FBA inbound shipment page in Chinese',
    kind: 'fba_shipment_summary',
    source: 'ocr',
    text: `亚马逊卖家平台
货件处理进度
货件名称 STA (04/05/2026)-ONT8
货件编号 FBA18KQ2M4TX
亚马逊参考编号 3KX7Q2LM
状态 正在接收
MSKU 预计数量 已找到的商品数量 差异
HL-MAT-01-RED 800 792 -8
HL-GAR-02 600 600 0
调查缺失的商品`,
    identifiers: { fba_shipment_id: ['FBA18KQ2M4TX'] },
    more: ['amazon_reference_id', 'fc_code', 'sku'],
  },
  {
    name: 'E FBA box labels',
    kind: 'fba_box_label',
    text: `FBA
SHIP FROM: Cape Direct  SHIP TO: FBA: Cape Direct
Baoan, Shenzhen         Amazon.com Services, Inc.
China                   24300 Nandina Ave
                        Moreno Valley, CA 92551
FBA18KQ2M4TXU000001                 FBA STA (04/05/2026 02:11)-ONT8
Created: 2026/04/05 02:14 PDT (-07)
Single SKU
HL-MAT-01-RED
Qty 100
PLEASE LEAVE THIS LABEL UNCOVERED`,
    identifiers: { fba_box_id: ['FBA18KQ2M4TXU000001'] },
    more: ['fba_shipment_id', 'fc_code', 'sku'],
  },
  {
    name: 'E delivery appointment mail',
    kind: 'fba_appointment',
    source: 'email',
    email: {
      subject: 'Appointment Confirmed: ONT8, ISA 7711820441',
      from: 'carrier-appointment-noreply@amazon.com',
      to: ['dispatch@example.com'],
    },
    text: `Your delivery appointment has been confirmed.
Appointment ID (ISA): 7711820441
Facility: ONT8
Scheduled time: 04/28/2026 09:00 PDT
PRO: 118204417
Pallets: 4   Cartons: 212`,
    identifiers: { appointment_id: ['7711820441'] },
    more: ['fc_code', 'pro_no'],
  },
  {
    name: 'E performance mail asking for an answer by a date',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Action required: your late shipment rate',
      from: 'seller-performance@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Hello,
We reviewed your account. Your late shipment rate is 6.2%, which does not meet our performance target of under 4%.
Please respond by May 12, 2026 with a plan that explains how you will improve your shipping.
If we do not hear from you, your selling privileges may be affected.
Seller Performance Team`,
    identifiers: {},
  },
  {
    name: 'E Chinese policy warning of a listing',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: '您在亚马逊上的商品信息',
      from: 'notice@amazon.com',
      to: ['shop@example.com'],
    },
    text: `您好：
我们已停用您的以下商品，因为其详情页面包含未经许可的功效声明：
ASIN：B0C7K2XQ4M
为什么会发生这种情况？
根据亚马逊政策，卖家不得宣称商品可以治疗、预防疾病。
如何恢复我的商品？
请编辑商品详情页面，删除相关内容，然后在账户状况页面提交申诉。
如果您在 90 天内未采取行动，库存可能会被弃置。`,
    identifiers: { asin: ['B0C7K2XQ4M'] },
  },
  {
    name: 'E case mail whose number stands in brackets',
    kind: 'case_correspondence',
    source: 'email',
    email: {
      subject: '[CASE 16918820441] FBA shipment FBA18KQ2M4TX missing units',
      from: 'merch.service05@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Hello from Amazon Selling Partner Support,
We have looked into the 8 units that are missing in your shipment. Please send the packing list and the proof of delivery of all 12 boxes.
Thank you for selling with Amazon,
Priya`,
    identifiers: { case_id: ['16918820441'], fba_shipment_id: ['FBA18KQ2M4TX'] },
  },
  {
    name: 'E question of a buyer',
    kind: 'buyer_message',
    source: 'email',
    email: {
      subject: 'Product details inquiry from Amazon customer Jane (Order: 113-2044178-1182046)',
      from: '9x2k7qm4lt@marketplace.amazon.com',
      to: ['shop@example.com'],
    },
    text: `Order ID: 113-2044178-1182046
1 of Silicone baking mat, red [ASIN: B0C7K2XQ4M]
------------- Begin message -------------
Is this mat safe at 260 C? The box says 230.
------------- End message -------------`,
    identifiers: { order_id: ['113-2044178-1182046'], asin: ['B0C7K2XQ4M'] },
    more: ['buyer_alias'],
  },
  {
    name: 'E German return mail',
    kind: 'return_record',
    source: 'email',
    email: {
      subject: 'Rücksendeantrag für Bestellung 304-2044178-1182046',
      from: 'donotreply@amazon.de',
      to: ['shop@example.de'],
    },
    text: `Guten Tag,
ein Käufer hat eine Rücksendung für die folgende Bestellung beantragt.
Bestellnummer: 304-2044178-1182046
Artikel: Schneidbrett Buche
Rücksendegrund: Artikel beschädigt
Bitte prüfen Sie den Antrag innerhalb von 48 Stunden.`,
    identifiers: { order_id: ['304-2044178-1182046'] },
  },
  {
    name: 'E refund mail in Japanese',
    kind: 'refund_record',
    source: 'email',
    email: {
      subject: '注文番号 250-2044178-1182046 の返金手続き完了',
      from: 'donotreply@amazon.co.jp',
      to: ['shop@example.jp'],
    },
    text: `出品者様
下記のご注文について返金手続きが完了しました。
注文番号：250-2044178-1182046
商品：ステンレスフック
返金額：¥1,280
理由：購入者からの返品`,
    identifiers: { order_id: ['250-2044178-1182046'] },
  },
  {
    name: 'E claim of a buyer in Italian',
    kind: 'atoz_record',
    source: 'email',
    email: {
      subject: 'Reclamo Garanzia dalla A alla Z per l’ordine 405-2044178-1182046',
      from: 'atoz-guarantee-no-reply@amazon.it',
      to: ['shop@example.it'],
    },
    text: `Gentile venditore,
abbiamo ricevuto un reclamo Garanzia dalla A alla Z per il seguente ordine.
Numero ordine: 405-2044178-1182046
Importo del reclamo: EUR 24,90
Motivo: articolo non ricevuto
Rispondi entro 3 giorni di calendario dalla pagina Reclami di Seller Central.`,
    identifiers: { order_id: ['405-2044178-1182046'] },
  },
  {
    name: 'E answer to a SAFE-T claim',
    kind: 'safet_record',
    source: 'email',
    email: {
      subject: 'SAFE-T Claim 118204417 for order 113-2044178-1182046',
      from: 'safe-t-review@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Hello,
We have reviewed your SAFE-T claim and denied reimbursement because the item was returned in the condition in which it was sent.
Appeal by: May 18, 2026
SAFE-T claim ID: 118204417`,
    identifiers: { safet_claim_id: ['118204417'], order_id: ['113-2044178-1182046'] },
  },
  {
    name: 'E order page printed',
    kind: 'order_detail',
    text: `Seller Central | Manage orders
Order details      Order ID: # 113-2044178-1182046     Your Seller Order ID: # 113-2044178-1182046
Order summary
Ship by: Tue, Apr 7, 2026 PDT      Deliver by: Mon, Apr 13, 2026 PDT
Purchase date: Mon, Apr 6, 2026, 8:12 AM PDT
Shipping service: Standard      Fulfillment: Seller
Ship to: JANE DOE, 1200 OAK ST, RENO, NV 89501
Status   Image   Product name                 More information   Quantity  Unit price  Proceeds
Unshipped        Silicone baking mat, red     ASIN: B0C7K2XQ4M   1         $12.99      Item total: $12.99`,
    identifiers: { order_id: ['113-2044178-1182046'], asin: ['B0C7K2XQ4M'] },
  },
  {
    name: 'E account health page in German',
    kind: 'account_health_screenshot',
    source: 'ocr',
    text: `Amazon Seller Central
Kontozustand
Bewertung des Kontozustands 248 Gut
Kundenservice-Leistung
Rate der Bestellungen mit Mängeln 0,4 % Zielwert: unter 1 %
Negative Bewertungen 0,2 %
Einhaltung von Produktrichtlinien
Verdacht auf Verletzung geistigen Eigentums 0
Versandleistung
Rate verspäteter Lieferungen 1,2 % Zielwert: unter 4 %`,
    identifiers: {},
  },
  {
    name: 'E error of an upload in Chinese',
    kind: 'error_screenshot',
    source: 'ocr',
    text: `亚马逊卖家平台
编辑商品信息
出错了
错误代码 8541
您提交的 SKU HL-MAT-01-RED 的数据与亚马逊目录中的数据冲突：ASIN B0C7K2XQ4M，品牌（商家："HarbourLane" / 亚马逊："LUMORA"）
请修改后重新提交`,
    identifiers: {},
    more: ['sku', 'asin'],
  },
  {
    name: 'E plan of action in Chinese',
    kind: 'poa_document',
    source: 'office',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    text: `尊敬的亚马逊卖家绩效团队：
关于我店铺迟发率超标一事，说明如下。
一、问题产生的根本原因
3月下旬仓库搬迁，订单处理中断两天。
二、我们已经采取的措施
1. 已联系全部受影响的买家并提供物流信息。
2. 关闭了库存不足的商品。
三、今后如何避免再次发生
1. 每日 14:00 前核对未发货订单。
2. 备货时间调整为 2 天。
恳请恢复我们的销售权限。`,
    identifiers: {},
  },
  {
    name: 'E brand authorisation in Chinese',
    kind: 'letter_of_authorization',
    source: 'ocr',
    text: `品牌销售授权书
授权方：宁波挂钩制造有限公司
被授权方：深圳海角电子商务有限公司
兹授权被授权方在亚马逊美国站、欧洲站销售“LUMORA”品牌挂钩系列产品。
商标注册号：28817204  第21类
授权期限：2026年1月1日至2026年12月31日
授权方（盖章）：
2025年12月20日`,
    identifiers: {},
    more: ['trademark_no'],
    dates: { valid_from: '2026-01-01', valid_to: '2026-12-31' },
  },
  {
    name: 'E EU mark certificate',
    kind: 'trademark_certificate',
    text: `EUIPO - European Union Intellectual Property Office
CERTIFICATE OF REGISTRATION
This Certificate of Registration is hereby issued for the European Union trade mark identified below.
Registered / Enregistré 14/02/2025
No 018412345
LUMORA
210  018412345
220  02/09/2024
400  18/09/2024
151  14/02/2025
732  Lumora Lighting GmbH, Hafenstr. 4, 20457 Hamburg (DE)
511  11, 21`,
    identifiers: { trademark_no: ['018412345'] },
  },
  {
    name: 'E Chinese lab report',
    kind: 'test_report',
    text: `华测检测认证集团股份有限公司
检测报告
报告编号 A2260118204101E            第 1 页 共 8 页
申请单位 宁波挂钩制造有限公司
样品名称 硅胶烘焙垫
样品型号 KT-118
样品接收日期 2026.03.02
检测周期 2026.03.02 - 2026.03.09
检测要求 根据客户要求，依据 GB 4806.11-2016 进行检测
检测结论 符合
批准：          签发日期 2026.03.10`,
    identifiers: { report_no: ['A2260118204101E'] },
    more: ['model'],
    dates: { issue: '2026-03-10' },
  },
  {
    name: 'E CE certificate of a lab',
    kind: 'ce_certificate',
    text: `CERTIFICATE OF CONFORMITY
EMC Directive 2014/30/EU
Registration No.: LCS260118204E
Applicant: Shenzhen Cape Electronics Co., Ltd.
Product: LED desk lamp
Model(s): CD-L10, CD-L12
Test standards: EN IEC 55015:2019+A11:2020, EN 61547:2009
The EUT described above has been tested by us with the listed standards and found in compliance with the council directive. It is possible to use CE marking to demonstrate the compliance.
Date of issue: Mar. 18, 2026`,
    identifiers: {},
    more: ['report_no', 'model'],
    dates: { issue: '2026-03-18' },
  },
  {
    name: 'E German declaration of conformity',
    kind: 'declaration_of_conformity',
    text: `EU-Konformitätserklärung
Hersteller: Lumora Lighting GmbH, Hafenstr. 4, 20457 Hamburg
Produkt: LED-Schreibtischleuchte CD-L10
Wir erklären in alleiniger Verantwortung, dass das oben genannte Produkt den einschlägigen Harmonisierungsrechtsvorschriften der Union entspricht:
2014/35/EU (NSR), 2014/30/EU (EMV), 2011/65/EU (RoHS)
Angewandte Normen: EN IEC 60598-2-4, EN 55015
Hamburg, 20.03.2026
Unterzeichnet für und im Namen von: Lumora Lighting GmbH`,
    identifiers: {},
    more: ['model'],
    dates: { issue: '2026-03-20' },
  },
  {
    name: 'E packaging register mail in German',
    kind: 'epr_certificate',
    source: 'email',
    email: {
      subject: 'Registrierungsbescheid',
      from: 'no-reply@verpackungsregister.example',
      to: ['shop@example.de'],
    },
    text: `Zentrale Stelle Verpackungsregister
Bestätigung der Registrierung im Verpackungsregister LUCID
Hersteller: Shenzhen Haijiao E-Commerce Co., Ltd.
Registrierungsnummer: DE5118820441772
Registrierungsdatum: 12.01.2026
Markennamen: LUMORA`,
    identifiers: { lucid_no: ['DE5118820441772'] },
  },
  {
    name: 'E Chinese user manual',
    kind: 'product_manual',
    text: `LED 台灯 CD-L10
使用说明书
使用前请仔细阅读本说明书并妥善保管
一、产品参数
额定电压：DC 5V   额定功率：10W   色温：3000-6000K
二、使用方法
1. 短按开关键开灯，长按调节亮度。
三、注意事项
请勿自行拆卸；请勿浸水；儿童应在成人监护下使用。
四、保修条款
自购买之日起一年内免费保修。`,
    identifiers: {},
    more: ['model'],
  },
  {
    name: 'E broadband bill',
    kind: 'utility_bill',
    text: `中国电信股份有限公司深圳分公司
客户账单
客户名称：深圳海角电子商务有限公司
账单周期：2026年3月1日-2026年3月31日
业务号码：0755-8356xxxx   宽带账号：szhj118204
套餐：商务宽带500M
装机地址：深圳市宝安区新安街道海珠广场802
本期费用合计：298.00元
应缴日期：2026年4月20日前`,
    identifiers: {},
    total: '298.00',
    currency: 'CNY',
  },
  {
    name: 'E Chinese account statement of a bank',
    kind: 'bank_statement',
    text: `招商银行 对公账户交易流水
户名：深圳海角电子商务有限公司   账号：755911820410801   币种：人民币
查询期间：2026-03-01 至 2026-03-31
交易日        借方金额     贷方金额     账户余额      对方户名                    摘要
2026-03-04    5,160.00                  82,114.20     东莞市捷顺五金制品厂        货款
2026-03-16                 41,208.77    123,322.97    PingPong                    提现
本页借方合计 5,160.00  贷方合计 41,208.77`,
    identifiers: {},
    more: ['bank_account'],
  },
];
