// Further papers, written after the rules had been made on the first ones and before they were tried.
import type { Paper } from './paper.ts';

export const SECOND_PAPERS: readonly Paper[] = [
  {
    name: 'B German delivery note',
    kind: 'delivery_note',
    text: `Bürobedarf Ostermann KG
Lieferschein Nr. 2026-3381                          Lieferdatum: 19.02.2026
Auftrag: 88120      Kunde: 30417      Versandart: Spedition
Lieferanschrift: Hafenlicht Handels GmbH, Lager Süd, Veddeler Damm 12, 20457 Hamburg
Pos.  Artikel-Nr.   Bezeichnung                  bestellt   geliefert   Rest
10    OB-4410       Versandkarton 400x300x200      1000        1000       0
20    OB-4415       Packband braun                  144         120      24
Ware in einwandfreiem Zustand erhalten:   Datum / Unterschrift`,
    identifiers: {},
    more: ['invoice_no', 'po_no'],
    dates: { delivered: '2026-02-19' },
  },
  {
    name: 'B Italian transport document',
    kind: 'delivery_note',
    text: `DOCUMENTO DI TRASPORTO (D.P.R. 472/96)
Ceramiche Rossetti S.r.l.                    N. 1192   del 05/02/2026
Destinatario: Casa Chiara S.p.A., Viale Monza 60, 20127 Milano
Causale del trasporto: Vendita       Porto: Franco
Codice     Descrizione             Q.tà    U.M.
CR-771     Vaso terracotta h 30     150     pz
Aspetto esteriore dei beni: pallet    N. colli: 2    Peso kg: 310
Vettore: Fercam    Firma conducente          Firma destinatario`,
    identifiers: {},
    more: ['invoice_no'],
    dates: { issue: '2026-02-05' },
  },
  {
    name: 'B Spanish delivery note',
    kind: 'delivery_note',
    text: `TEXTILES VALLÉS, S.L.
ALBARÁN  2260417
Fecha 10/03/2026      Cliente 4430018 Comercial Ibérica de Hogar, S.A.
Referencia    Artículo                 Cantidad   Bultos
TX-118        Manta polar 130x170      240        12
TX-204        Funda cojín 45x45        400         8
Transportista: SEUR     Recibí (firma y sello):`,
    identifiers: {},
    more: ['invoice_no'],
    dates: { issue: '2026-03-10' },
  },
  {
    name: 'B French packing list',
    kind: 'packing_list',
    text: `ATELIERS DUPRÉ SARL                                  LISTE DE COLISAGE
Destinataire : Société Marchande du Rhône            Date : 02/03/2026
Facture : FA-2026-0417
Colis n°   Désignation              Qté    Poids net (kg)   Poids brut (kg)   Dimensions (cm)
1 à 10     Coussin de voyage gris    300    62,0             71,5              60x40x40
11 à 15    Housse coton              300    28,0             31,0              60x40x30
Total : 15 colis                            90,0            102,5             1,32 m³`,
    identifiers: {},
    more: ['invoice_no'],
    dates: { issue: '2026-03-02' },
  },
  {
    name: 'B Spanish commercial invoice for export',
    kind: 'commercial_invoice',
    text: `FACTURA COMERCIAL / COMMERCIAL INVOICE
Exportador: TEXTILES VALLÉS, S.L. — Sabadell, España — EORI ESB61829304
Consignatario: Kestrel Home GmbH, Lange Reihe 77, 20099 Hamburg
Factura nº: EXP-26-0041          Fecha: 19/03/2026
Incoterm: DAP Hamburg            País de origen: España
Partida arancelaria   Descripción            Cantidad    Valor unitario    Valor total
6301.40.90            Manta polar 130x170    500 uds     4,80 EUR          2.400,00 EUR
Total factura                                                              2.400,00 EUR
Peso bruto: 410 kg   Nº de bultos: 25`,
    identifiers: { invoice_no: ['EXP-26-0041'], eori: ['ESB61829304'] },
    more: ['hs_code', 'vat_no'],
    dates: { issue: '2026-03-19' },
    total: '2400.00',
    currency: 'EUR',
  },
  {
    name: 'B Japanese estimate',
    kind: 'quotation',
    text: `御 見 積 書
見積番号：M-26-0091                発行日：2026/02/03
株式会社みなと商会 御中
件名：ステンレスボトル製作の件
御見積金額　￥1,078,000-（税込）
納期：ご発注後45日    有効期限：発行日より30日    支払条件：月末締め翌月末払い
No  品名                 数量   単位   単価     金額
1   ステンレスボトル 500ml  1000   本     980     980,000
小計 980,000   消費税 98,000   合計 1,078,000`,
    identifiers: {},
    more: ['invoice_no'],
    dates: { issue: '2026-02-03' },
  },
  {
    name: 'B Japanese receipt',
    kind: 'receipt_retail',
    source: 'ocr',
    text: `カインズ 浜松店
登録番号 T8120001059652
領収書
2026年03月05日(木) 18:42
収納ボックス
  2コX単498        ¥996
ガムテープ          ¥198
小計              ¥1,194
(外税10% ¥119)
合計              ¥1,313
お預り            ¥2,000
お釣り              ¥687
レジNo.3 担当 鈴木`,
    identifiers: { vat_no: ['T8120001059652'] },
    more: ['invoice_no'],
    dates: { issue: '2026-03-05' },
    total: '1313',
    currency: 'JPY',
  },
  {
    name: 'B Portuguese invoice',
    kind: 'supplier_invoice',
    text: `Cortiças do Alentejo, Lda.            NIF 508 291 736
Fatura FT A/2026/188                   Data de emissão: 2026-02-24
Cliente: Casa Chiara S.p.A.            Data de vencimento: 2026-03-26
Descrição             Qtd     Preço unit.    IVA    Total
Base para copos cortiça 500    0,84          23%    420,00
Total ilíquido 420,00    IVA 96,60
Total a pagar: 516,60 €
ATCUD: JF82K9QX-188   Processado por programa certificado`,
    parties: { buyer: 'Casa Chiara S.p.A.' },
    identifiers: { invoice_no: ['FT A/2026/188'] },
    more: ['vat_no'],
    dates: { issue: '2026-02-24', due: '2026-03-26' },
    total: '516.60',
    currency: 'EUR',
  },
  {
    name: 'B Czech invoice',
    kind: 'supplier_invoice',
    text: `Faktura - daňový doklad č. 2600182
Dodavatel: Sklo Bor s.r.o., Nový Bor    IČ 25482913  DIČ CZ25482913
Odběratel: Casa Chiara S.p.A.
Datum vystavení: 12.02.2026    Datum splatnosti: 26.02.2026   DUZP: 12.02.2026
Popis              Množství   Cena/MJ     Celkem bez DPH
Sklenice 0,3 l     600 ks     42,00       25 200,00
DPH 21 %                                   5 292,00
Celkem k úhradě                           30 492,00 Kč`,
    parties: { seller: 'Sklo Bor s.r.o.', buyer: 'Casa Chiara S.p.A.' },
    identifiers: { invoice_no: ['2600182'], vat_no: ['CZ25482913'] },
    dates: { issue: '2026-02-12', due: '2026-02-26' },
    total: '30492.00',
    currency: 'CZK',
  },
  {
    name: 'B Hong Kong supplier invoice',
    kind: 'supplier_invoice',
    text: `SEABRIDGE TRADING LIMITED  海橋貿易有限公司
Flat 12B, Kwun Tong Industrial Centre, Hong Kong
INVOICE                                         No.   ST/26/0418
Messrs. Blue Heron Goods LLC                    Date  8 Apr 2026
Item   Description                  Quantity     U/Price      Amount
1      USB desk fan                 600 pcs      US$3.15      US$1,890.00
                                    Total                     US$1,890.00
Payment by T/T within 14 days      E. & O.E.`,
    identifiers: { invoice_no: ['ST/26/0418'] },
    dates: { issue: '2026-04-08' },
    total: '1890.00',
    currency: 'USD',
  },
  {
    name: 'B English purchase order',
    kind: 'purchase_order',
    text: `Hearth & Home Retail Limited
PURCHASE ORDER
PO: 4500018273      Order date: 05/02/2026     Required by: 20/03/2026
Supplier: Lumen Works Manufacturing Ltd
Deliver to: DC2, Thorne Road, Doncaster DN3 3FE
Line   SKU        Description           Qty    Unit cost   Line total
1      LW-118     Table lamp brass      240    £11.40      £2,736.00
2      LW-120     Lamp shade linen      240     £4.10        £984.00
Order value (ex VAT)                                       £3,720.00
Please quote the PO on all correspondence.`,
    parties: { seller: 'Lumen Works Manufacturing Ltd' },
    identifiers: { po_no: ['4500018273'] },
    more: ['sku'],
    dates: { order: '2026-02-05' },
    currency: 'GBP',
  },
  {
    name: 'B Chinese VAT digital fapiao',
    kind: 'fapiao_digital',
    text: `电子发票（增值税专用发票）
发票号码：26442000000182736450
开票日期：2026年03月28日
购买方信息 名称：深圳市海角电子商务有限公司 统一社会信用代码/纳税人识别号：91440300MA5FK7T2XC
销售方信息 名称：东莞市捷顺五金制品厂 统一社会信用代码/纳税人识别号：91350200MA31RT6N05
项目名称 规格型号 单位 数量 单价 金额 税率/征收率 税额
*金属制品*不锈钢挂钩 6cm 个 20000 0.7611 15221.24 13% 1978.76
合计 ¥15221.24 ¥1978.76
价税合计（大写） 壹万柒仟贰佰圆整 （小写）¥17200.00
开票人：周敏`,
    identifiers: {
      fapiao_digital_no: ['26442000000182736450'],
      uscc: ['91440300MA5FK7T2XC', '91350200MA31RT6N05'],
    },
    dates: { issue: '2026-03-28' },
    total: '17200.00',
    currency: 'CNY',
    parties: { buyer: '深圳市海角电子商务有限公司', seller: '东莞市捷顺五金制品厂' },
  },
  {
    name: 'B DHL parcel history in German',
    kind: 'tracking_slip',
    text: `DHL Sendungsverfolgung
Sendung 00340434161094027318
Die Sendung wurde erfolgreich zugestellt.
Zugestellt an: Nachbar Schulze
Di., 14.04.2026, 12:07   Die Sendung wurde zugestellt.
Di., 14.04.2026, 08:22   Die Sendung wurde in das Zustellfahrzeug geladen.
Mo., 13.04.2026, 19:51   Die Sendung wurde im Start-Paketzentrum bearbeitet.
Fr., 10.04.2026, 21:02   Die Sendung wurde elektronisch angekündigt.`,
    identifiers: { tracking_number: ['00340434161094027318'] },
  },
  {
    name: 'B Colissimo follow-up',
    kind: 'tracking_slip',
    text: `La Poste - Suivi Colissimo
Votre colis n° 6A12345678905 est livré.
18/03/2026  11:20   Votre colis a été livré à votre gardien.
18/03/2026  08:05   Votre colis est en cours de livraison.
17/03/2026  22:40   Votre colis est arrivé sur le site de distribution.
16/03/2026  17:55   Votre colis est pris en charge par La Poste.`,
    identifiers: {},
    more: ['tracking_number'],
  },
  {
    name: 'B GLS Italy POD',
    kind: 'pod',
    text: `GLS Italy - Prova di consegna
Spedizione: M1 620184773
Mittente: Ceramiche Rossetti S.r.l.
Destinatario: Casa Chiara S.p.A., Viale Monza 60, Milano
Data consegna: 12/02/2026 ore 10:45
Firmato da: BIANCHI
Colli: 2   Peso: 310 kg`,
    identifiers: {},
    more: ['tracking_number'],
    dates: { delivered: '2026-02-12' },
  },
  {
    name: 'B Chinese POD scan',
    kind: 'pod',
    source: 'ocr',
    text: `跨越速运 签收底单
运单号码 KY4000918273645
寄件方 东莞市捷顺五金制品厂
收件方 深圳市海角电子商务有限公司
件数 8件  重量 126.5kg
签收人 刘敏（签名）
签收时间 2026-03-25 10:12`,
    identifiers: { tracking_number: ['KY4000918273645'] },
    dates: { delivered: '2026-03-25' },
  },
  {
    name: 'B Royal Mail label',
    kind: 'shipping_label',
    source: 'ocr',
    text: `Royal Mail
Tracked 48
Delivered By
Postage on Account GB
HG 2938 4756 3GB
Ms R Okafor
Flat 4, 19 Lime Grove
BRISTOL
BS7 8QT
Return Address
Hearth & Home, Unit 3 Thorne Rd, Doncaster DN3 3FE
Customer Reference: 203-8827364-1029384`,
    identifiers: { order_id: ['203-8827364-1029384'] },
    more: ['tracking_number'],
  },
  {
    name: 'B Yun Express label',
    kind: 'shipping_label',
    source: 'ocr',
    text: `YunExpress
US  THZXR
To: Jane Warren
4410 Garden St Apt 3
Boise ID 83704 United States
YT2607821240192837
Ref: HJ0412-118
DHL eCommerce final mile
Weight 0.38KG  1/1`,
    identifiers: { tracking_number: ['YT2607821240192837'] },
  },
  {
    name: 'B pallet label',
    kind: 'fba_box_label',
    text: `PALLET LABEL
FBA
Ship From: Happy Prep LLC, 88 Lehigh Dr, Fairfield NJ 07004
Ship To: FBA: Blue Heron Goods LLC
Amazon.com Services LLC ONT8
24300 Nandina Ave, Moreno Valley, CA 92551-9534
Pallet 1 of 2
FBA17ZR3K8QW
Please include this label on each side of the pallet`,
    identifiers: { fba_shipment_id: ['FBA17ZR3K8QW'], fc_code: ['ONT8'] },
  },
  {
    name: 'B sea waybill Chinese house bill',
    kind: 'bill_of_lading',
    text: `HOUSE BILL OF LADING                          HBL NO: YYSZLAX2603118
SHIPPER: DONGGUAN JIESHUN HARDWARE FACTORY
CONSIGNEE: BLUE HERON GOODS LLC
NOTIFY: SAME AS CONSIGNEE
VESSEL/VOYAGE: MATSON MAUI / 118E    POL: YANTIAN    POD: LONG BEACH, CA
ETD: 2026/03/12   ETA: 2026/03/25
CONTAINER/SEAL: MSKU7301655/ML8827
24 CTNS   384.00KGS   1.13CBM   STAINLESS STEEL HOOK
TELEX RELEASE`,
    identifiers: { bl_no: ['YYSZLAX2603118'], container_no: ['MSKU7301655'] },
  },
  {
    name: 'B UK import entry',
    kind: 'import_entry',
    text: `HM Revenue & Customs
Single Administrative Document - C88
Customs Declaration Service - Import Declaration
MRN 26GB08F40X118ZTXR9
Declarant EORI GB482913756000      Importer EORI GB402881736000
Goods location  Felixstowe FXT      Acceptance date 27/03/2026
Commodity code 8302500000   Country of origin CN   Customs value GBP 2,561.20
Duty (A00) 0.00    VAT (B00) 512.24`,
    identifiers: { eori: ['GB482913756000', 'GB402881736000'] },
    more: ['hs_code', 'tracking_number'],
  },
  {
    name: 'B Amazon Italy deactivation',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Il tuo account Amazon.it',
      from: 'seller-performance@amazon.it',
      to: ['shop@example.com'],
    },
    text: `Gentile venditore,
abbiamo deciso di disattivare temporaneamente il tuo account di vendita. Le tue offerte sono state rimosse.
Per quale motivo è stata presa questa decisione?
Non abbiamo potuto verificare i documenti relativi all'autenticità dei prodotti:
ASIN: B0C7KD92LM
Come posso riattivare il mio account?
Inviaci le fatture dei tuoi fornitori degli ultimi 365 giorni e un piano d'azione.
Team Amazon per le prestazioni del venditore`,
    identifiers: { asin: ['B0C7KD92LM'] },
  },
  {
    name: 'B Amazon Spain listing notice',
    kind: 'performance_notification',
    source: 'email',
    email: { subject: 'Aviso: eliminación de ofertas', from: 'notice@amazon.es', to: ['shop@example.com'] },
    text: `Hola,
Hemos recibido una denuncia de un titular de derechos por una posible infracción de marca.
Por este motivo hemos eliminado las siguientes ofertas:
ASIN: B0C7KD92LM
ID de la denuncia: 14829103746
¿Cómo puedo volver a publicar mis ofertas?
Envía una carta de autorización o facturas que demuestren que el producto es auténtico.
Atentamente, Amazon.es`,
    identifiers: { asin: ['B0C7KD92LM'] },
    more: ['complaint_id'],
  },
  {
    name: 'B Amazon US safety notice',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Compliance documents required to avoid removal of your product',
      from: 'product-compliance@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Dear Selling Partner,
We are contacting you because the products below require additional compliance documentation. We have blocked these ASINs until you submit the documents.
ASIN: B0C7KD92LM
What do I need to do?
Submit a test report to 16 CFR 1303 from an ISO 17025 accredited laboratory together with product images through Manage Your Compliance by 05/10/2026.
What happens if I do not act?
Your listing will remain deactivated and inventory may be removed at your expense.`,
    identifiers: { asin: ['B0C7KD92LM'] },
    dates: { deadline: '2026-05-10' },
  },
  {
    name: 'B account health warning Chinese',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: '您的亚马逊账户：需要采取措施',
      from: 'seller-performance@amazon.com',
      to: ['shop@example.com'],
    },
    text: `您好！
您的卖家账户存在被停用的风险。
原因：您的有效追踪率在过去30天内为91.2%，低于95%的要求。
请在72小时内提交行动计划，说明造成该问题的根本原因以及为解决问题所采取的措施。
如果我们未收到您的回复，您的销售权限可能会被移除。
此致
亚马逊卖家绩效小组`,
    identifiers: {},
  },
  {
    name: 'B case reply Chinese',
    kind: 'case_correspondence',
    source: 'email',
    email: {
      subject: '[问题编号 17482930165] 关于货件FBA17ZKQ8M2X',
      from: 'cn-seller-support@amazon.com',
      to: ['shop@example.com'],
    },
    text: `尊敬的卖家，
感谢您联系亚马逊卖家支持。
关于您咨询的货件FBA17ZKQ8M2X少收12件商品一事，我们已转交相关团队调查，请您补充提供提货证明（注明箱数与重量）以及采购发票。
如需回复，请在问题日志中查看此问题。
王女士  亚马逊卖家支持团队`,
    identifiers: { case_id: ['17482930165'], fba_shipment_id: ['FBA17ZKQ8M2X'] },
  },
  {
    name: 'B case reply German',
    kind: 'case_correspondence',
    source: 'email',
    email: {
      subject: '[Fall-ID 17482930165] Fehlende Einheiten',
      from: 'merch.service@amazon.de',
      to: ['shop@example.com'],
    },
    text: `Guten Tag,
vielen Dank, dass Sie sich an den Amazon-Verkäuferservice gewandt haben.
Zu Ihrer Anfrage (Fall-ID 17482930165) benötigen wir noch einen Liefernachweis und die Einkaufsrechnung für die Sendung FBA15KQ8ZM2X.
Um auf diesen Fall zu antworten, klicken Sie bitte auf den folgenden Link.
Freundliche Grüße, Anna`,
    identifiers: { case_id: ['17482930165'], fba_shipment_id: ['FBA15KQ8ZM2X'] },
  },
  {
    name: 'B buyer return request Japan',
    kind: 'return_record',
    source: 'email',
    email: {
      subject: '返品リクエストのお知らせ（注文番号 250-8827364-1029384）',
      from: 'donotreply@amazon.co.jp',
      to: ['shop@example.com'],
    },
    text: `出品者様
購入者様から返品のリクエストがありました。
注文番号：250-8827364-1029384
商品：ステンレスフック 10個セット
返品の理由：商品に不具合または損傷がある
セラーセントラルの「返品を管理する」から、承認または終了の手続きをお願いいたします。`,
    identifiers: { order_id: ['250-8827364-1029384'] },
  },
  {
    name: 'B refund English',
    kind: 'refund_record',
    source: 'email',
    email: {
      subject: 'Refund Initiated for Order 026-1182736-4455667',
      from: 'payments-messages@amazon.co.uk',
      to: ['shop@example.com'],
    },
    text: `Dear HaiJiao,
This is a confirmation that a refund was started for the order below.
Order: 026-1182736-4455667
Item: Bamboo board   Quantity: 1
Reason for refund: Customer return
Refunded to buyer: £18.49`,
    identifiers: { order_id: ['026-1182736-4455667'] },
  },
  {
    name: 'B reimbursement mail',
    kind: 'amazon_notification',
    source: 'email',
    email: {
      subject: 'Reimbursement issued for lost inventory',
      from: 'fba-noreply@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Hello,
We have reimbursed you for units lost at our fulfillment center.
FNSKU: X003K9D2LP   Quantity: 3   Amount: $14.10
Reimbursement ID: 9182736455
You can see the details in your Reimbursements report in Seller Central.`,
    identifiers: { fnsku: ['X003K9D2LP'], reimbursement_id: ['9182736455'] },
  },
  {
    name: 'B English LOA',
    kind: 'letter_of_authorization',
    text: `STARWILD OUTDOOR CO., LTD
AUTHORIZATION
Date: January 8, 2026
This is to certify that SHENZHEN HAIJIAO ECOMMERCE CO., LTD has been granted the right to market and sell STARWILD goods in the United States and Canada through Amazon.
Trademark: STARWILD   U.S. Registration No. 6,182,937   Class 22
Period: January 8, 2026 - January 7, 2028
Authorized signature: Chen Yu, General Manager (company chop)`,
    parties: { grantee: 'SHENZHEN HAIJIAO ECOMMERCE CO., LTD', issuer: 'STARWILD OUTDOOR CO., LTD' },
    identifiers: { trademark_no: ['6182937'] },
    dates: { issue: '2026-01-08' },
  },
  {
    name: 'B Chinese electronic-platform authorisation',
    kind: 'letter_of_authorization',
    source: 'ocr',
    text: `销售授权证明
兹证明 深圳市海角电子商务有限公司 为我司 STARWILD 品牌在亚马逊北美站点的授权经销商。
授权产品：户外帐篷、吊床
授权有效期：2026.01.01-2026.12.31
广东星野户外用品有限公司（公章）
2025年12月22日`,
    parties: { grantee: '深圳市海角电子商务有限公司', issuer: '广东星野户外用品有限公司' },
    identifiers: {},
    dates: { valid_from: '2026-01-01', valid_to: '2026-12-31' },
  },
  {
    name: 'B SGS test report',
    kind: 'test_report',
    text: `SGS
Test Report      No. SZXEC2600182736      Date: 05 Feb 2026     Page 1 of 9
SHENZHEN HAIJIAO ECOMMERCE CO., LTD
WUHE AVE, BANTIAN, SHENZHEN
The following sample(s) was/were submitted and identified on behalf of the clients as: STAINLESS STEEL HOOK
SGS Job No.: CP26-004182     Model No.: HK-6
Date of Sample Received: 26 Jan 2026
Testing Period: 26 Jan 2026 - 05 Feb 2026
Test Requested: Selected test(s) as requested by client
Test Result(s): Please refer to next page(s)
Result Summary: Directive 2011/65/EU RoHS - PASS`,
    identifiers: { report_no: ['SZXEC2600182736'] },
    more: ['model'],
    dates: { issue: '2026-02-05', received: '2026-01-26' },
  },
  {
    name: 'B German test report',
    kind: 'test_report',
    text: `TÜV Rheinland LGA Products GmbH
Prüfbericht - Nr.: 60418273 001               Seite 1 von 14
Auftraggeber: Hafenlicht Handels GmbH, Am Kai 3, 20457 Hamburg
Gegenstand der Prüfung: Tischleuchte      Typ: LW-118
Wareneingangsdatum: 12.01.2026
Prüfzeitraum: 13.01.2026 - 28.01.2026
Prüfgrundlage: EN 60598-1:2021, EN 60598-2-4:2018
Prüfergebnis: Der Prüfgegenstand entspricht der Prüfgrundlage
geprüft von: 30.01.2026`,
    identifiers: {},
    more: ['report_no', 'model'],
  },
  {
    name: 'B gas bill in Chinese',
    kind: 'utility_bill',
    source: 'ocr',
    text: `港华燃气
燃气缴费通知单
用户号 8827364510
户名 林晓东
用气地址 龙岗区坂田街道雅园路6号
本期抄表 2026-03-20 读数 1188
上期读数 1142
用气量 46 m³
气价 3.45元/m³
应缴金额 158.70元
请于2026年4月15日前缴清`,
    identifiers: {},
    more: ['bank_account', 'invoice_no'],
    total: '158.70',
    currency: 'CNY',
  },
  {
    name: 'B US utility bill',
    kind: 'utility_bill',
    text: `Garden State Power & Light
Account Number: 10 0182 7364 55      Bill Date: 03/12/2026
HAPPY PREP LLC
Service address: 88 Lehigh Dr, Fairfield NJ 07004
Electric usage: 4,182 kWh     Meter 8827364    Days in period 30
Previous balance                 $612.40
Payment received 02/27/2026     -$612.40
Current charges                  $598.11
Amount due by 04/03/2026         $598.11`,
    identifiers: {},
    more: ['bank_account'],
    dates: { issue: '2026-03-12', due: '2026-04-03' },
    total: '598.11',
    currency: 'USD',
  },
  {
    name: 'B bank account certificate',
    kind: 'bank_account_letter',
    text: `Harbour Bank PLC
To whom it may concern                                        2 March 2026
Confirmation of account
We confirm that Hearth & Home Retail Limited maintains the following account with us:
Account name: Hearth & Home Retail Limited
IBAN: GB33 BUKB 2020 1555 5555 55
Sort code: 20-20-15
Opened on 4 June 2018
This letter is issued at the request of our customer without any liability on our part.`,
    identifiers: { bank_account: ['****5555'] },
  },
  {
    name: 'B payment screenshot Alipay',
    kind: 'payment_proof',
    source: 'ocr',
    text: `账单详情
东莞市捷顺五金制品厂
-5,160.00
交易成功
付款方式 招商银行储蓄卡(0301)
商品说明 挂钩预付款
支付时间 2026-02-27 11:20:41
订单号 20260227220014182736450918
商家订单号 JS20260227`,
    identifiers: {},
    more: ['transaction_no', 'po_no', 'bank_account', 'tracking_number'],
    total: '5160.00',
  },
  {
    name: 'B UK declaration of conformity',
    kind: 'declaration_of_conformity',
    text: `UK Declaration of Conformity
Manufacturer: Lumen Works Manufacturing Ltd, Halifax HX1
Product: Table lamp LW-118
This declaration is issued under the sole responsibility of the manufacturer.
Relevant statutory requirements: Electrical Equipment (Safety) Regulations 2016; RoHS Regulations 2012
Designated standards: BS EN 60598-1:2021
Signed: T. Howell, Technical Director       9 January 2026`,
    parties: { issuer: 'Lumen Works Manufacturing Ltd' },
    identifiers: {},
    more: ['model'],
  },
  {
    name: 'B German safety data sheet',
    kind: 'sds',
    text: `Sicherheitsdatenblatt gemäß Verordnung (EG) Nr. 1907/2006
Handelsname: Glasreiniger Klar        Überarbeitet am: 04.02.2026
ABSCHNITT 1: Bezeichnung des Stoffs beziehungsweise des Gemischs und des Unternehmens
ABSCHNITT 2: Mögliche Gefahren
H226 Flüssigkeit und Dampf entzündbar.
ABSCHNITT 3: Zusammensetzung/Angaben zu Bestandteilen
Ethanol  CAS 64-17-5
ABSCHNITT 4: Erste-Hilfe-Maßnahmen`,
    identifiers: {},
  },
  {
    name: 'B UK trade mark certificate',
    kind: 'trademark_certificate',
    text: `Intellectual Property Office
Certificate of Registration of Trade Mark
I certify that the mark shown below has been registered under No. UK00003918274 effective as of the date 14 May 2024 in respect of:
Class 21: Kitchen utensils; cutting boards
in the name of Alder & Finch Kitchenware Ltd
Registrar`,
    identifiers: { trademark_no: ['UK00003918274'] },
  },
  {
    name: 'B Japanese power of sale',
    kind: 'letter_of_authorization',
    text: `販売許諾証明書
2026年1月15日
Amazon出品者　海角ストア 様
当社は、貴社が下記の当社ブランド商品をAmazon.co.jpにおいて販売することを許諾いたします。
ブランド名：みなとウェア（登録商標 第6182937号）
許諾期間：2026年1月15日 ～ 2027年1月14日
株式会社みなと商会　代表取締役　田中一郎　㊞`,
    identifiers: { trademark_no: ['6182937'] },
  },
  {
    name: 'B list of parcels in a workbook',
    kind: 'unknown',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    source: 'office',
    text: `日期\t物流商\t快递单号\t收件国家\t重量
2026-03-01\t万邦\tWNBAA0018273645YQ\tUS\t0.31
2026-03-01\t万邦\tWNBAA0018273646YQ\tUS\t0.44
2026-03-02\t万邦\tWNBAA0018273650YQ\tCA\t0.29`,
    identifiers: {
      tracking_number: ['WNBAA0018273645YQ', 'WNBAA0018273646YQ', 'WNBAA0018273650YQ'],
    },
  },
  {
    name: 'B letter from a landlord, none of ours',
    kind: 'unknown',
    text: `Dear Mr Harrow,
Thank you for your letter. The boiler will be serviced on 14 April 2026 between 9:00 and 12:00. Please make sure that somebody is at home.
The engineer will also look at the broadband socket in the hall.
Kind regards
Moira Bell, Crescent Estates`,
    identifiers: {},
  },
  {
    name: 'B newsletter about deliveries, none of ours',
    kind: 'unknown',
    source: 'email',
    email: {
      subject: 'Spring news from your courier',
      from: 'news@courier-example.com',
      to: ['shop@example.com'],
    },
    text: `Hello,
From May we deliver on Saturdays as well. Parcels that are out for delivery can be redirected in our app.
Delivered parcels are photographed from 1 May 2026. Our new return service makes refunds quicker.
Have a good spring, your courier team`,
    identifiers: {},
  },
];
