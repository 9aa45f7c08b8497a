// Delivery proofs, labels, packing lists and freight papers as carriers of several countries write them.
import type { Paper } from './paper.ts';

export const LOGISTICS_PAPERS: readonly Paper[] = [
  {
    name: 'UPS proof of delivery letter',
    kind: 'pod',
    text: `Proof of Delivery
Dear Customer,
This notice serves as proof of delivery for the shipment listed below.
Tracking Number
1Z88V37E0391844609
Weight
3.40 LBS
Service
UPS® Ground
Shipped / Billed On
03/02/2026
Delivered On
03/05/2026 11:42 A.M.
Delivered To
WILMINGTON, DE, US
Received By
DRIVER RELEASE
Left At
Front Door
Reference Number(s)
112-4820193-7755120
Thank you for giving us this opportunity to serve you. Details are only available for shipments delivered within the last 120 days.
Sincerely,
UPS
Tracking results provided by UPS: 03/09/2026 9:14 A.M. EST`,
    identifiers: { tracking_number: ['1Z88V37E0391844609'], order_id: ['112-4820193-7755120'] },
    dates: { delivered: '2026-03-05' },
  },
  {
    name: 'FedEx signature proof',
    kind: 'pod',
    text: `March 11, 2026
Dear Customer,
The following is the proof-of-delivery for tracking number: 774891204638

Delivery Information:
Status: Delivered                      Delivered To: Receptionist/Front Desk
Signed for by: M.ALVAREZ               Delivery Location: 1209 ORANGE ST
Service type: FedEx Home Delivery      WILMINGTON, DE, 19801
Special Handling:                      Delivery date: Mar 10, 2026 13:07

Shipping Information:
Tracking number: 774891204638          Ship Date: Mar 6, 2026
                                       Weight: 2.0 LB/0.91 KG
Recipient:                             Shipper:
P. WARREN                              Ship Center, HAPPY PREP
Thank you for choosing FedEx`,
    identifiers: { tracking_number: ['774891204638'] },
    dates: { delivered: '2026-03-10', ship: '2026-03-06' },
  },
  {
    name: 'USPS tracking page print',
    kind: 'tracking_slip',
    text: `USPS Tracking®
Tracking Number: 9405511699091826047136
Copy   Add to Informed Delivery
Latest Update
Your item was delivered in or at the mailbox at 2:18 pm on February 19, 2026 in BOISE, ID 83704.
Delivered
Delivered, In/At Mailbox
BOISE, ID 83704
February 19, 2026, 2:18 pm
Out for Delivery
BOISE, ID 83704
February 19, 2026, 6:10 am
Arrived at Post Office
February 18, 2026, 9:42 pm
Departed USPS Regional Facility
SALT LAKE CITY UT DISTRIBUTION CENTER
February 17, 2026
USPS in possession of item
LOS ANGELES, CA 90058
February 15, 2026, 4:30 pm
See Less`,
    identifiers: { tracking_number: ['9405511699091826047136'] },
  },
  {
    name: 'DHL Express POD',
    kind: 'pod',
    text: `Electronic Proof of Delivery

15.04.2026
Dear Customer

This is a proof of delivery / statement of final status for the shipment with waybill number 6284019372.

Thank you for choosing DHL Express.

Your shipment 6284019372 was delivered on 14 April 2026 at 10.31

Signed                 J FISCHER
Destination Service Area     HAMBURG, GERMANY
Shipment Status        Delivered
Piece ID(s)            JD014600009182736450
Service                EXPRESS WORLDWIDE
Picked up              10 April 2026 at 17.05
Shipper Reference      305-4420918-6612733`,
    identifiers: {
      tracking_number: ['6284019372', 'JD014600009182736450'],
      order_id: ['305-4420918-6612733'],
    },
    dates: { delivered: '2026-04-14' },
  },
  {
    name: 'Yamato tracking page',
    kind: 'tracking_slip',
    text: `クロネコヤマトの荷物お問い合わせシステム
10件まで検索できます
1件目：3918-4702-6513
配達完了
このお品物はお届けが済んでおります。お問い合わせはサービスセンターまでお願いいたします。
商品名　宅急便
お届け予定日時　03/14 14:00-16:00
荷物状況　　　　日付　　　時刻　　担当店名
荷物受付　　　　03/12　　18:20　　平野営業所
発送済み　　　　03/12　　20:45　　平野営業所
配達中　　　　　03/14　　08:51　　杉並センター
配達完了　　　　03/14　　14:33　　杉並センター`,
    identifiers: { tracking_number: ['391847026513'] },
  },
  {
    name: 'Sagawa tracking page',
    kind: 'tracking_slip',
    text: `佐川急便
お荷物問い合わせサービス
お問い合わせNo.　391847026513
最新荷物状況　配達完了
出荷日　2026年02月20日
集荷営業所　東大阪営業所
配達営業所　江東営業所
詳細表示
↓集荷　02月20日 17:40　東大阪営業所
↓輸送中　02月20日 21:13　関西中継センター
↓配達中　02月21日 08:30　江東営業所
⇒配達完了　02月21日 11:05　江東営業所
お荷物個数　1個`,
    identifiers: { tracking_number: ['391847026513'] },
    dates: { ship: '2026-02-20' },
  },
  {
    name: 'Japan Post tracking page',
    kind: 'tracking_slip',
    text: `日本郵便　個別番号検索
検索結果
お問い合わせ番号　RR819302645JP
商品種別　書留
履歴情報
状態発生日      配送履歴           詳細      取扱局      県名等
2026/03/01 10:12   引受                      成田郵便局   千葉県
2026/03/02 22:40   国際交換局から発送          東京国際郵便局
2026/03/06 08:15   国際交換局に到着            UNITED STATES
2026/03/09 15:40   お届け済み                UNITED STATES`,
    identifiers: { tracking_number: ['RR819302645JP'] },
  },
  {
    name: 'SF Express waybill trail screenshot',
    kind: 'tracking_slip',
    source: 'ocr',
    text: `顺丰速运
运单号 SF1402918837465
已签收
深圳市 → 东莞市
2026-03-24 10:22 您的快件已签收，签收人：前台代收
2026-03-24 08:10 【东莞市】快件派送途中(派件员：王强，电话：13800138001)
2026-03-23 23:45 【东莞市】快件到达 东莞凤岗集散中心
2026-03-23 19:30 【深圳市】顺丰速运 已收取快件
预计送达 3月24日`,
    identifiers: { tracking_number: ['SF1402918837465'] },
  },
  {
    name: '4PX tracking result',
    kind: 'tracking_slip',
    text: `4PX Tracking
4PX3000918273645CN
Delivered
United States
2026-03-18 13:22:00   Parcel delivered, mailbox
2026-03-18 08:04:00   Out for delivery
2026-03-15 21:40:00   Arrived at destination facility / Los Angeles
2026-03-11 02:15:00   Departed from airport of origin / HONG KONG
2026-03-09 17:56:00   Shipment picked up / Shenzhen
Last mile tracking number: 9405511699091826047136 (USPS)`,
    identifiers: { tracking_number: ['4PX3000918273645CN', '9405511699091826047136'] },
  },
  {
    name: 'Yanwen and China Post trail in Chinese',
    kind: 'tracking_slip',
    text: `燕文物流 轨迹查询
单号：LK482019378CN     状态：妥投
目的地：德国
时间                  地点            描述
2026-04-02 14:05      Leipzig         Delivered 妥投
2026-03-28 09:12      Frankfurt       Arrival at inward office of exchange
2026-03-21 22:30      上海            已交航空公司运输
2026-03-18 16:20      义乌            燕文揽收`,
    identifiers: { tracking_number: ['LK482019378CN'] },
  },
  {
    name: 'export packing list',
    kind: 'packing_list',
    text: `YIWU SUNFLOWER HOUSEHOLD PRODUCTS CO.,LTD
PACKING LIST
TO: KESTREL HOME GMBH                          INV. NO.: SF26-0318E
                                               DATE: 18-MAR-2026
C/NO.     DESCRIPTION            QTY       PACKAGE    N.W.       G.W.       MEAS.
1-100     BAMBOO CUTTING BOARD   3000PCS   100CTNS    1450KGS    1550KGS    8.40CBM
101-125   SILICONE MAT           1000PCS   25CTNS     240KGS     265KGS     1.10CBM
TOTAL:                           4000PCS   125CTNS    1690KGS    1815KGS    9.50CBM
SAY TOTAL ONE HUNDRED AND TWENTY FIVE CARTONS ONLY`,
    identifiers: { invoice_no: ['SF26-0318E'] },
    dates: { issue: '2026-03-18' },
  },
  {
    name: 'German packing list',
    kind: 'packing_list',
    text: `Packliste zu Lieferschein 80041922
Lenz & Söhne Werkzeuge GmbH
Empfänger: Hafenlicht Handels GmbH, Am Kai 3, 20457 Hamburg
Datum: 02.04.2026
Kolli   Artikel     Bezeichnung             Stück   Nettogewicht   Bruttogewicht   Maße (cm)
1       LS-2204     Bohrfutter 13 mm        60      21,0 kg        22,4 kg         40x30x30
2       LS-2204     Bohrfutter 13 mm        60      21,0 kg        22,4 kg         40x30x30
3       LS-0981     Verlängerung 300 mm     60      14,5 kg        15,6 kg         40x30x20
Summe   3 Kolli                             180     56,5 kg        60,4 kg`,
    parties: { consignee: 'Hafenlicht Handels GmbH' },
    identifiers: {},
    more: ['invoice_no'],
    dates: { issue: '2026-04-02' },
  },
  {
    name: 'Chinese box list for FBA',
    kind: 'packing_list',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    source: 'office',
    text: `FBA17ZKQ8M2X 装箱明细
箱号\t品名\tSKU\t单箱数量\t箱数\t总数\t单箱毛重(kg)\t单箱净重(kg)\t长cm\t宽cm\t高cm
1-12\t不锈钢挂钩6cm\tHJ-0192\t200\t12\t2400\t15.2\t14.5\t45\t35\t30
13-24\t不锈钢挂钩10cm\tHJ-0195\t150\t12\t1800\t16.8\t16.0\t45\t35\t30
合计\t\t\t\t24\t4200\t384\t366`,
    identifiers: { fba_shipment_id: ['FBA17ZKQ8M2X'] },
    more: ['sku'],
  },
  {
    name: 'ocean bill of lading',
    kind: 'bill_of_lading',
    text: `Shipper                                        B/L No. COSU6384019270
YIWU SUNFLOWER HOUSEHOLD PRODUCTS CO.,LTD      COSCO SHIPPING LINES
Consignee                                      BILL OF LADING
KESTREL HOME GMBH                              for combined transport shipment or port to port shipment
Notify Party
SAME AS CONSIGNEE
Pre-carriage by      Place of Receipt
Ocean Vessel / Voy. No.    Port of Loading
COSCO PRIDE 026W           NINGBO, CHINA
Port of Discharge          Place of Delivery
HAMBURG, GERMANY
Container No. / Seal No.   No. of Containers or Packages   Description of goods   Gross Weight   Measurement
TCNU4829130 / CS918274     125 CARTONS                      BAMBOO CUTTING BOARD    1815.000KGS    9.500CBM
SHIPPER'S LOAD, COUNT AND SEAL
FREIGHT PREPAID
Place and date of issue: NINGBO 22 MAR 2026
Shipped on board: 22 MAR 2026`,
    parties: { shipper: 'YIWU SUNFLOWER HOUSEHOLD PRODUCTS CO.,LTD', consignee: 'KESTREL HOME GMBH' },
    identifiers: { bl_no: ['COSU6384019270'], container_no: ['TCNU4829130'] },
    dates: { issue: '2026-03-22' },
  },
  {
    name: 'straight bill of lading to a fulfilment centre',
    kind: 'bill_of_lading',
    text: `STRAIGHT BILL OF LADING - SHORT FORM - ORIGINAL - NOT NEGOTIABLE
Date: 03/16/2026            BOL #: 06602918374
SHIP FROM                                CARRIER NAME: Estes Express Lines
Happy Prep LLC                           SCAC: EXLA
88 Lehigh Dr, Fairfield NJ 07004         Pro Number: 091-8274650
SHIP TO
Amazon ABE8                              Trailer number: 48213
401 Independence Road                    Seal number(s): 0092817
Florence, NJ 08518                       Freight Charge Terms: Prepaid [X] Collect [ ]
CUSTOMER ORDER NUMBER   # PKGS   WEIGHT   PALLET/SLIP   ADDITIONAL SHIPPER INFO
FBA17ZKQ8M2X            24       845       Y             ARN 9182736455
HANDLING UNIT QTY 2 PLT   NMFC 156600   CLASS 85
RECEIVED, subject to individually determined rates or contracts
SHIPPER SIGNATURE / DATE           CARRIER SIGNATURE / PICKUP DATE`,
    parties: { carrier: 'Estes Express Lines', shipper: 'Happy Prep LLC' },
    identifiers: {
      bl_no: ['06602918374'],
      pro_no: ['0918274650'],
      fba_shipment_id: ['FBA17ZKQ8M2X'],
      fc_code: ['ABE8'],
    },
    more: ['appointment_id'],
    dates: { issue: '2026-03-16' },
  },
  {
    name: 'air waybill',
    kind: 'air_waybill',
    text: `784 | CAN | 4829 1036                                              784-48291036
Shipper's Name and Address                          Not Negotiable
SHENZHEN BRIGHTPEAK ELECTRONICS CO., LTD            Air Waybill
                                                    Issued by CHINA SOUTHERN AIRLINES
Consignee's Name and Address                        Copies 1, 2 and 3 of this Air Waybill are originals and have the same validity.
NORDWIND TRADING OU
TALLINN, ESTONIA
Issuing Carrier's Agent Name and City               Accounting Information  FREIGHT PREPAID
Airport of Departure (Addr. of First Carrier) and Requested Routing   GUANGZHOU
Airport of Destination   HELSINKI        Flight/Date  CZ303/28
No. of Pieces RCP   Gross Weight   Rate Class   Chargeable Weight   Nature and Quantity of Goods
40                  612.0 K        Q            648.0               SOLAR GARDEN LIGHT
Executed on 27MAR2026 at SHENZHEN`,
    identifiers: { awb: ['78448291036'] },
  },
  {
    name: 'export customs declaration',
    kind: 'customs_declaration',
    text: `中华人民共和国海关出口货物报关单
预录入编号：310120260518263901      海关编号：310120260518263901      页码/页数：1/1
境内发货人 (91330782MA2E9K4L8P)  出境关别 (3101)  出口日期  申报日期 20260320  备案号
义乌市向日葵日用品有限公司        甬大榭
境外收货人                运输方式 (2)  运输工具名称及航次号    提运单号
KESTREL HOME GMBH        水路运输      COSCO PRIDE/026W       COSU6384019270
生产销售单位 (91330782MA2E9K4L8P)  监管方式 (0110) 一般贸易   征免性质 (101)
合同协议号 SC26-0102   贸易国（地区）(DEU) 德国   运抵国 德国   离境口岸 宁波
包装种类 纸箱  件数 125  毛重(千克) 1815  净重(千克) 1690  成交方式 (3) FOB
项号 商品编号 商品名称及规格型号 数量及单位 单价/总价/币制 原产国 最终目的国 境内货源地 征免
1  4419110000  竹制砧板  3000个  1.85 5550.00 美元  中国  德国  义乌
2  3924100000  硅胶垫  1000个  0.76 760.00 美元  中国  德国  义乌`,
    identifiers: {
      customs_declaration_no: ['310120260518263901'],
      uscc: ['91330782MA2E9K4L8P'],
      bl_no: ['COSU6384019270'],
      contract_no: ['SC26-0102'],
      hs_code: ['4419110000', '3924100000'],
    },
    dates: { issue: '2026-03-20' },
  },
  {
    name: 'US entry summary',
    kind: 'import_entry',
    text: `DEPARTMENT OF HOMELAND SECURITY
U.S. Customs and Border Protection
ENTRY SUMMARY
1. Filer Code/Entry Number   2. Entry Type   3. Summary Date   4. Surety Number   5. Bond Type   6. Port Code   7. Entry Date
9KX-0182736-4                01 ABI/A        03/30/2026        457                8             2704           03/27/2026
8. Importing Carrier          9. Mode of Transport   10. Country of Origin   11. Import Date
MATSON MAUI 118E              11                     CN                      03/25/2026
12. B/L or AWB Number         13. Manufacturer ID    14. Exporting Country   15. Export Date
MATS7730192846                CNDONJIE88DON          CN                      03/12/2026
23. Importer No.   25. Consignee   26. Importer of Record Name and Address
27. Line No.  28. Description of Merchandise  29. HTSUS No.  32. Entered Value  33. HTSUS Rate  34. Duty and I.R. Tax
001  HOOKS OF STAINLESS STEEL  8302.50.0000  3,240  FREE
CBP Form 7501`,
    identifiers: { bl_no: ['MATS7730192846'] },
    more: ['hs_code', 'tracking_number'],
  },
  {
    name: 'USPS label photo',
    kind: 'shipping_label',
    source: 'ocr',
    text: `P
US POSTAGE PAID
USPS GROUND ADVANTAGE
HAPPY PREP LLC
88 LEHIGH DR
FAIRFIELD NJ 07004
RDC 01
C012
SHIP
TO: JANE WARREN
4410 GARDEN ST APT 3
BOISE ID 83704-1182
USPS TRACKING # EP
9405 5116 9909 1826 0471 36`,
    identifiers: { tracking_number: ['9405511699091826047136'] },
  },
  {
    name: 'DHL Paket label photo',
    kind: 'shipping_label',
    source: 'ocr',
    text: `DHL PAKET
Von: Hafenlicht Handels GmbH
Am Kai 3
20457 Hamburg
An: Frau Petra Sommer
Lindenallee 22
DE 50968 Köln
GoGreen
Abrechnungsnr.: 62401928370102
Sendungsnr.: 00340434161094027318
Referenznr.: 305-4420918-6612733
(2L)DE50968+01000000000000
Leitcode 50968.022.000.04 1`,
    identifiers: { tracking_number: ['00340434161094027318'], order_id: ['305-4420918-6612733'] },
  },
  {
    name: 'China export label',
    kind: 'shipping_label',
    source: 'ocr',
    text: `燕文物流 YANWEN
航空 Small Packet BY AIR    DE 22
FROM: Zhang Wei
No.88 Chouzhou Rd, Yiwu, Zhejiang CHINA
TO: Klaus Richter
Bahnhofstr. 5
04109 Leipzig
Germany   Tel: 0341882930
LK482019378CN
CN22 报关签条 邮件种类 Gift □ Commercial sample □ Other ☑
Description: cutting board  Qty 1  0.82kg  USD 6.5
I certify the particulars given are correct  寄件人签字 Zhang Wei`,
    identifiers: { tracking_number: ['LK482019378CN'] },
  },
  {
    name: 'FBA box label',
    kind: 'fba_box_label',
    text: `FBA
SHIP FROM: HaiJiao Ecommerce
Wuhe Ave, Bantian, Shenzhen 518129 China
SHIP TO: FBA: HaiJiao Ecommerce
AMAZON.COM SERVICES LLC
ABE8
401 Independence Road
Florence, NJ 08518-2200 US
FBA STA (03/02/2026 06:12)-ABE8
FBA17ZKQ8M2XU000004
Created: 2026/03/02 06:14 PST (-08)
Single SKU
HJ-HOOK-6CM
Qty 200
PLEASE LEAVE THIS LABEL UNCOVERED`,
    identifiers: { fba_box_id: ['FBA17ZKQ8M2XU000004'], fc_code: ['ABE8'] },
    more: ['fba_shipment_id', 'sku'],
  },
  {
    name: 'pickup receipt of a consolidator',
    kind: 'carrier_pickup_receipt',
    text: `云途物流 揽收交接单
交接单号：JJ20260318-0092        揽收日期：2026-03-18 17:40
客户名称：深圳市海角电子商务有限公司    客户代码：C10293
袋号        件数      重量(kg)
B000182     46        21.35
B000183     38        18.90
合计        84        40.25
客户签字：            揽收员：李军  13800138002
以上货物数量以仓库扫描为准`,
    identifiers: {},
    more: ['tracking_number'],
    dates: { ship: '2026-03-18' },
  },
  {
    name: 'warehouse receipt',
    kind: 'warehouse_receipt',
    text: `盐田港进仓单
进仓编号：YT26031822       截仓时间：2026-03-20 17:00
委托单位：深圳市越洋国际货运代理有限公司
送货车牌：粤B·8Y291     司机电话：13800138003
唛头    品名    件数(CTN)   毛重(KGS)   体积(CBM)   外箱尺寸
N/M     挂钩    24          384         1.13        45*35*30
实收件数：24      仓管签名：        收货日期：2026-03-19`,
    identifiers: {},
    dates: { received: '2026-03-19' },
  },
  {
    name: 'Amazon delivery appointment mail',
    kind: 'fba_appointment',
    source: 'email',
    email: {
      subject: 'Appointment confirmed: ISA 5928374610 - ABE8',
      from: 'carrier-appointments@amazon.com',
      to: ['dispatch@estes-example.com'],
    },
    text: `Your delivery appointment has been scheduled.
Appointment ID: 5928374610
Destination FC: ABE8
Appointment time: 03/24/2026 10:00 EDT
Carrier: EXLA    Freight type: LTL   Pallets: 2  Cartons: 24
PRO: 0918274650
Please arrive no more than 30 minutes before your appointment.`,
    identifiers: { appointment_id: ['5928374610'], pro_no: ['0918274650'], fc_code: ['ABE8'] },
  },
];
