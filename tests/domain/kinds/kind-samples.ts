// Short papers as sellers have them, one or more per kind, written from memory of real ones, not from the cue table.

export interface KindSample {
  readonly slug: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly folderNames?: readonly string[];
  readonly pages: readonly string[];
  readonly email?: { readonly subject?: string; readonly from?: string; readonly to?: readonly string[] };
}

const PDF = 'application/pdf';
const PNG = 'image/png';
const EML = 'message/rfc822';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MP4 = 'video/mp4';
const JPG = 'image/jpeg';
const TXT = 'text/plain';

export const KIND_SAMPLES: readonly KindSample[] = [
  {
    slug: 'supplier_invoice',
    mediaType: PDF,
    fileName: 'scan0031.pdf',
    pages: [
      'Brightway Electronics Ltd\n12 Harbour Road, Leeds\nINVOICE\nInvoice No: BW-20931\nInvoice Date: 12 March 2026\nBill To:\nNordlicht Trading GmbH\nQty  Description  Unit Price  Amount\n200  USB-C cable 1m  1.20  240.00\nSubtotal 240.00\nVAT 20% 48.00\nTotal Due GBP 288.00\nPayment terms: 30 days',
    ],
  },
  {
    slug: 'supplier_invoice',
    mediaType: PDF,
    fileName: 'dok.pdf',
    pages: [
      'Muster Großhandel GmbH\nRechnung Nr. 2026-0117\nRechnungsdatum: 03.02.2026\nKundennummer 4711\nPos Menge Bezeichnung Einzelpreis Gesamt\n1 50 Lampe 4,00 200,00\nZwischensumme 200,00\nzzgl. 19 % MwSt 38,00\nGesamtbetrag 238,00 EUR\nZahlbar innerhalb 14 Tagen',
    ],
  },
  {
    slug: 'supplier_invoice',
    mediaType: PDF,
    fileName: 'f.pdf',
    pages: [
      'SARL Dupont\nFacture n° F2026-118\nDate de facture : 14/01/2026\nAdresse de facturation\nClient: Atelier Bleu\nDésignation Qté Prix unitaire HT Montant HT\nCoussin 20 8,00 160,00\nTotal HT 160,00\nTVA 20% 32,00\nTotal TTC 192,00 €',
    ],
  },
  {
    slug: 'supplier_invoice',
    mediaType: PDF,
    fileName: 'fv.pdf',
    pages: [
      'Faktura VAT nr FV/12/2026\nData wystawienia: 2026-01-20\nSprzedawca: ABC Sp. z o.o.\nNabywca: XYZ\nLp. Nazwa Ilość Cena netto Wartość netto Stawka VAT\n1 Kabel 10 5,00 50,00 23%\nRazem do zapłaty: 61,50 PLN',
    ],
  },
  {
    slug: 'supplier_invoice',
    mediaType: PDF,
    fileName: 'seikyu.pdf',
    pages: [
      '請求書\n株式会社サンプル\n請求日 2026年3月1日\n請求番号 A-1029\n登録番号 T1234567890123\n品名 数量 単価 金額\nケーブル 10 500 5,000\n小計 5,000\n消費税 500\nご請求金額 5,500円',
    ],
  },
  {
    slug: 'fapiao_digital',
    mediaType: PDF,
    fileName: 'dzfp_25442000000123456789.pdf',
    pages: [
      '电子发票（普通发票）\n发票号码：25442000000123456789\n开票日期：2026年03月12日\n购买方信息 名称：深圳市示例科技有限公司\n统一社会信用代码/纳税人识别号：91440300MA5EXAMPLE\n销售方信息 名称：东莞市样品电子厂\n项目名称 规格型号 单位 数量 单价 金额 税率/征收率 税额\n价税合计（大写）壹仟壹佰叁拾圆整 （小写）¥1130.00\n开票人：张三',
    ],
  },
  {
    slug: 'fapiao_digital',
    mediaType: PNG,
    fileName: 'IMG_2231.png',
    pages: [
      '电 子 发 票 ( 增 值 税 专 用 发 票 )\n发 票 号 码 : 25442000000998877665\n开 票 日 期 : 2026 年 01 月 05 日\n购 买 方 信 息\n销 售 方 信 息\n价 税 合 计 ( 大 写 ) 叁 仟 圆 整',
    ],
  },
  {
    slug: 'fapiao_vat_special',
    mediaType: PDF,
    fileName: 'fp.pdf',
    pages: [
      '4403211130 广东增值税专用发票 No 12345678\n抵扣联\n开票日期：2021年06月11日\n购买方 名称：深圳市示例科技有限公司 纳税人识别号\n密码区\n货物或应税劳务、服务名称 规格型号 单位 数量 单价 金额 税率 税额\n价税合计（大写）壹万壹仟叁佰圆整\n销售方 名称\n收款人： 复核： 开票人：',
    ],
  },
  {
    slug: 'fapiao_vat_normal',
    mediaType: PDF,
    fileName: 'fp2.pdf',
    pages: [
      '浙江增值税电子普通发票\n机器编号：661103328867\n发票代码：033002200211\n发票号码：99934328\n开票日期：2022年09月01日\n校验码：64484 02218 24702 98515\n购买方 名称\n密码区\n价税合计（大写）伍佰圆整\n销售方',
    ],
  },
  {
    slug: 'commercial_invoice',
    mediaType: PDF,
    fileName: 'CI-2026-08.pdf',
    pages: [
      'COMMERCIAL INVOICE\nShipper/Exporter: Shenzhen Example Co., Ltd\nConsignee: Example Inc, Ontario CA\nInvoice No.: EX2608   Date: Mar 2, 2026\nTerms: FOB Shenzhen\nCountry of Origin: China\nHS Code 8544.42\nDescription Qty Unit Price Total Value USD\nUSB cable 2000 1.10 2200.00',
    ],
  },
  {
    slug: 'proforma_invoice',
    mediaType: PDF,
    fileName: 'PI.pdf',
    pages: [
      'PROFORMA INVOICE\nPI No: PI-2026-77\nDate 2026-02-01\nBill to: Example Ltd\nPayment terms: 30% deposit, balance before shipment\nValidity: 15 days\nUnit Price Amount\nTotal USD 5,000.00',
    ],
  },
  {
    slug: 'purchase_order',
    mediaType: PDF,
    fileName: 'PO4500.pdf',
    pages: [
      'PURCHASE ORDER\nPO Number: 4500012345\nPO Date: 05/01/2026\nVendor: Dongguan Sample Factory\nShip To: Warehouse 3\nItem Qty Unit Price Amount\nRequested delivery: 20/02/2026\nAuthorized by: ____',
    ],
  },
  {
    slug: 'purchase_order',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: '订单.xlsx',
    pages: [
      '采购订单\n采购单号\tCG20260301\n供应商\t东莞市样品电子厂\n品名\t数量\t含税单价\t金额\n数据线\t2000\t7.5\t15000\n交货日期\t2026-03-20',
    ],
  },
  {
    slug: 'purchase_contract',
    mediaType: PDF,
    fileName: '合同.pdf',
    pages: [
      '购销合同\n合同编号：HT2026-018\n签订日期：2026年1月8日\n甲方（需方）：深圳市示例科技有限公司\n乙方（供方）：东莞市样品电子厂\n一、产品名称、规格、数量、金额\n二、质量要求\n三、交货\n四、付款方式\n五、违约责任\n六、争议解决\n甲方盖章 乙方盖章',
    ],
  },
  {
    slug: 'purchase_contract',
    mediaType: DOCX,
    fileName: 'supply.docx',
    pages: [
      'SUPPLY AGREEMENT\nThis Agreement is made on 4 January 2026 between Alpha Ltd ("Party A") and Beta Factory ("Party B").\nWHEREAS Party B manufactures the goods; the parties agree as follows.\n1. The Supplier shall deliver the goods.\n9. Termination. Either party may terminate upon breach.\n12. Governing law: England.\nIN WITNESS WHEREOF the parties have signed.',
    ],
  },
  {
    slug: 'payment_proof',
    mediaType: PDF,
    fileName: '回单.pdf',
    pages: [
      '中国工商银行 网上银行电子回单\n电子回单号码：0012-3344\n付款人 户名 深圳市示例科技有限公司 账号 4000\n收款人 户名 东莞市样品电子厂\n金额 人民币（大写）壹万元整\n交易流水号 998877\n附言 货款',
    ],
  },
  {
    slug: 'payment_proof',
    mediaType: PDF,
    fileName: 'tt.pdf',
    pages: [
      'SWIFT MT103 Single Customer Credit Transfer\n20: Sender reference FT2600123\n32A: Value Date 260301 USD 12000,00\n50K: Ordering Customer Example Ltd\n59: Beneficiary Customer Dongguan Sample Factory\n71A: OUR',
    ],
  },
  {
    slug: 'delivery_note',
    mediaType: JPG,
    fileName: '20260301.jpg',
    pages: [
      '送货单\n收货单位：深圳市示例科技有限公司\n送货单号 0003321\n品名 规格 数量 单位\n数据线 1m 2000 条\n送货人： 客户签收：',
    ],
  },
  {
    slug: 'delivery_note',
    mediaType: PDF,
    fileName: 'ls.pdf',
    pages: [
      'Lieferschein\nLieferscheinnummer: 88123\nKundennummer 4711\nMenge Artikel\n50 Lampe\nWare in einwandfreiem Zustand erhalten: ______',
    ],
  },
  {
    slug: 'receipt_retail',
    mediaType: JPG,
    fileName: 'x.jpg',
    pages: [
      'SUPER MART\n12 High Street\nTel 020 1234\n12/03/2026 14:22\nCASHIER: 04\nMILK 1.20\nBREAD 2.10\nTOTAL 3.30\nCASH 5.00\nCHANGE 1.70\nTHANK YOU',
    ],
  },
  {
    slug: 'quotation',
    mediaType: PDF,
    fileName: 'q.pdf',
    pages: [
      'QUOTATION\nQuotation No: Q-2026-11\nDate: 2026-01-02\nWe are pleased to quote as follows\nItem MOQ Unit Price\nValidity: 30 days',
    ],
  },
  {
    slug: 'quotation',
    mediaType: PDF,
    fileName: 'bj.pdf',
    pages: ['报价单\n报价日期：2026-01-02\n报价有效期：30天\n产品 最小起订量 含税单价\n数据线 1000 7.5'],
  },
  {
    slug: 'freight_invoice',
    mediaType: PDF,
    fileName: 'fwd.pdf',
    pages: [
      'FREIGHT INVOICE\nInvoice No. SZ260311\nMBL: COSU6123456789 ETD 2026-03-01 ETA 2026-03-18\nOcean freight USD 1800\nTHC USD 120\nDocumentation fee USD 50\nCustoms clearance fee 90\nTotal USD 2060',
    ],
  },
  {
    slug: 'freight_invoice',
    mediaType: PDF,
    fileName: 'huodai.pdf',
    pages: [
      '深圳某某国际货代 头程运费对账单\n客户：示例科技\nFBA18ABCDEF12 计费重 520KG 单价 9.5 燃油附加费 200\n派送费 报关费\n合计 5340',
    ],
  },
  {
    slug: 'packing_list',
    mediaType: PDF,
    fileName: 'pl.pdf',
    pages: [
      'PACKING LIST\nInvoice No. EX2608\nCarton No.  Description  Qty  N.W. (kg)  G.W. (kg)  CBM\n1-40 USB cable 2000 400 440 2.1\nTotal cartons: 40',
    ],
  },
  {
    slug: 'packing_list',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: 'zx.xlsx',
    pages: ['装箱单\n箱号\t品名\t每箱数量\t箱数\t净重\t毛重\t体积\n1-40\t数据线\t50\t40\t400\t440\t2.1'],
  },
  {
    slug: 'shipping_label',
    mediaType: PNG,
    fileName: 'l.png',
    pages: [
      'USPS TRACKING #\n9400 1000 0000 0000 0000 00\nPRIORITY MAIL\nSHIP TO: JANE DOE\n123 MAIN ST\nAUSTIN TX 78701\nUS POSTAGE PAID\n0 lb 12 oz',
    ],
  },
  {
    slug: 'tracking_slip',
    mediaType: PNG,
    fileName: '截图.png',
    pages: [
      '物流详情\n运单号 YT2600000000000\n2026-03-04 10:20 已签收\n2026-03-04 08:11 派送中\n2026-03-03 22:00 到达【洛杉矶转运中心】\n2026-03-01 18:30 已揽收',
    ],
  },
  {
    slug: 'tracking_slip',
    mediaType: PDF,
    fileName: 'track.pdf',
    pages: [
      'Tracking History\nTracking number 1Z999AA10123456784\nDelivered March 4\nOut for delivery\nArrived at facility Los Angeles, CA\nIn transit\nOrigin scan\nLabel created',
    ],
  },
  {
    slug: 'pod',
    mediaType: PDF,
    fileName: 'UPS_POD.pdf',
    pages: [
      'Proof of Delivery\nDear Customer,\nThis notice serves as proof of delivery for the shipment listed below.\nTracking Number 1Z999AA10123456784\nService UPS Ground\nDelivered On 03/04/2026 2:11 P.M.\nDelivered To AUSTIN, TX\nReceived By DOE\nLeft At Front Door',
    ],
  },
  {
    slug: 'pod',
    mediaType: PNG,
    fileName: 's.png',
    pages: ['签收证明\n运单号：SF1234567890123\n签收人：李四\n签收时间：2026-03-04 15:22\n投递成功'],
  },
  {
    slug: 'bill_of_lading',
    mediaType: PDF,
    fileName: 'bl.pdf',
    pages: [
      "BILL OF LADING FOR OCEAN TRANSPORT OR MULTIMODAL TRANSPORT\nB/L No. COSU6123456789\nShipper\nConsignee\nNotify Party\nVessel EVER GIVEN  Voyage No. 0123W\nPort of Loading YANTIAN  Port of Discharge LOS ANGELES\nContainer No. / Seal No.\nSHIPPER'S LOAD AND COUNT\nFREIGHT PREPAID",
    ],
  },
  {
    slug: 'air_waybill',
    mediaType: PDF,
    fileName: 'a.pdf',
    pages: [
      "Air Waybill\n999-12345675\nIssuing Carrier's Agent Name and City\nAirport of Departure SZX\nAirport of Destination LAX\nNo. of Pieces  Gross Weight  Chargeable Weight\nNature and Quantity of Goods\nNot negotiable",
    ],
  },
  {
    slug: 'carrier_pickup_receipt',
    mediaType: JPG,
    fileName: 'p.jpg',
    pages: ['交接清单\n客户：示例科技\n揽收时间：2026-03-01 18:30\n总件数：38\n揽收人签字：\n运单号列表'],
  },
  {
    slug: 'carrier_pickup_receipt',
    mediaType: PDF,
    fileName: 'scan.pdf',
    pages: [
      'USPS SCAN Form\nShipment Confirmation Acceptance Notice\nNumber of packages 38\nPickup date 03/01/2026\nUSPS employee: please scan',
    ],
  },
  {
    slug: 'warehouse_receipt',
    mediaType: PDF,
    fileName: 'w.pdf',
    pages: ['进仓通知书\n进仓编号：SZ2603001\n实收件数：40\n仓库地址：深圳盐田\n体积 2.1CBM'],
  },
  {
    slug: 'customs_declaration',
    mediaType: PDF,
    fileName: 'bgd.pdf',
    pages: [
      '中华人民共和国海关出口货物报关单\n预录入编号：531620260160000001 海关编号：531620260160000001\n境内发货人 出境关别 出口日期 申报日期 备案号\n境外收货人 运输方式 监管方式 一般贸易\n商品编号 商品名称及规格型号',
    ],
  },
  {
    slug: 'import_entry',
    mediaType: PDF,
    fileName: 'e.pdf',
    pages: [
      'DEPARTMENT OF HOMELAND SECURITY\nU.S. Customs and Border Protection\nENTRY SUMMARY\n1. Filer Code/Entry Number\n2. Entry Type\nImporter of Record Name and Address\nEntered Value  Duty  MPF  HMF\nCBP Form 7501',
    ],
  },
  {
    slug: 'fba_box_label',
    mediaType: PDF,
    fileName: 'package-FBA18ABCDEF12.pdf',
    pages: [
      'FBA\nFROM: Shenzhen Example\nSHIP TO: FBA: Example\nAmazon.com Services LLC ONT8\nFBA18ABCDEF12U000001\nFBA STA (03/01/2026 08:00)-ONT8 Carton 1 of 40\nSingle SKU\nQty 50\nPLEASE LEAVE THIS LABEL UNCOVERED',
    ],
  },
  {
    slug: 'fba_shipment_summary',
    mediaType: PNG,
    fileName: 'sc.png',
    pages: [
      '亚马逊 货件详情\n货件编号 FBA18ABCDEF12\n货件名称 FBA STA\n已发货数量 2000 已接收 1950 差异 -50\n状态 正在接收\nMSKU FNSKU',
    ],
  },
  {
    slug: 'fba_shipment_summary',
    mediaType: PDF,
    fileName: 'c.pdf',
    pages: [
      'Shipment contents - Seller Central\nShipment ID FBA18ABCDEF12\nMSKU  Units expected  Units located  Discrepancy\nABC-1 2000 1950 -50\nStatus Closed\nEligible for investigation',
    ],
  },
  {
    slug: 'fba_appointment',
    mediaType: PNG,
    fileName: 'isa.png',
    pages: [
      'Carrier Central - Delivery appointment\nAppointment ID: 6012345678\nDestination FC: ONT8\nAppointment time 03/20/2026 09:00\nCARP\nPRO number 123456789\nPallet count 2',
    ],
  },
  { slug: 'shipping_video', mediaType: MP4, fileName: '114-1234567-1234567_打包视频.mp4', pages: [] },
  {
    slug: 'shipping_video',
    mediaType: 'video/quicktime',
    fileName: 'MOV_0012.mov',
    folderNames: ['店铺A', '发货视频'],
    pages: [],
  },
  { slug: 'shipping_video', mediaType: MP4, fileName: 'packing 1Z999AA10123456784.mp4', pages: [] },
  { slug: 'packing_photo', mediaType: JPG, fileName: '称重_FBA18ABCDEF12.jpg', pages: [] },
  {
    slug: 'packing_photo',
    mediaType: JPG,
    fileName: 'DSC_0012.jpg',
    folderNames: ['packing photos'],
    pages: [],
  },
  { slug: 'product_photo', mediaType: JPG, fileName: '产品实拍图1.jpg', pages: [] },
  {
    slug: 'product_photo',
    mediaType: JPG,
    fileName: 'product photo front.jpg',
    pages: ['MODEL: X1\nMADE IN CHINA\nWARNING: choking hazard'],
  },
  { slug: 'damage_photo', mediaType: JPG, fileName: '破损-LPNRR123456789.jpg', pages: [] },
  {
    slug: 'damage_photo',
    mediaType: JPG,
    fileName: 'IMG_1.jpg',
    folderNames: ['2026-03', 'damaged'],
    pages: [],
  },
  { slug: 'return_unboxing_video', mediaType: MP4, fileName: '退货开箱_114-1234567-1234567.mp4', pages: [] },
  {
    slug: 'return_unboxing_video',
    mediaType: MP4,
    fileName: 'return unboxing LPNRR123456789.mp4',
    pages: [],
  },
  {
    slug: 'letter_of_authorization',
    mediaType: PDF,
    fileName: 'a1.pdf',
    pages: [
      'Letter of Authorization\nTo whom it may concern,\nExample Brand Inc., owner of the trademark EXAMPLE (Reg. No. 1234567), hereby authorizes Shenzhen Example Co., Ltd to sell EXAMPLE products on Amazon.com.\nValid from 2026-01-01 to 2026-12-31\nSignature',
    ],
  },
  {
    slug: 'letter_of_authorization',
    mediaType: JPG,
    fileName: 'sq.jpg',
    pages: [
      '授权书\n兹授权 深圳市示例科技有限公司 在亚马逊平台销售本公司旗下“示例”品牌产品\n授权期限：2026年1月1日至2026年12月31日\n授权范围：美国站\n授权方（盖章）：',
    ],
  },
  {
    slug: 'license_agreement',
    mediaType: PDF,
    fileName: 'lic.pdf',
    pages: [
      'TRADEMARK LICENSE AGREEMENT\nbetween Alpha Inc ("Licensor") and Beta Ltd ("Licensee")\n1. Grant of License. Licensor grants to Licensee a non-exclusive license to use the Licensed Marks.\n2. Royalty. Licensee shall pay a royalty of 5%.',
    ],
  },
  {
    slug: 'trademark_certificate',
    mediaType: JPG,
    fileName: 'sb.jpg',
    pages: [
      '商标注册证\n第12345678号\n核定使用商品（国际分类：9）\n注册人 深圳市示例科技有限公司\n注册日期 2020年01月07日 有效期至 2030年01月06日',
    ],
  },
  {
    slug: 'trademark_certificate',
    mediaType: PDF,
    fileName: 'tmreg.pdf',
    pages: [
      'United States of America\nUnited States Patent and Trademark Office\nEXAMPLE\nReg. No. 6,123,456\nRegistered Aug. 11, 2020\nInt. Cl.: 9\nTrademark\nPrincipal Register\nCLASS 9: USB cables\nTHE MARK CONSISTS OF STANDARD CHARACTERS\nSER. NO. 88-123,456',
    ],
  },
  {
    slug: 'patent_certificate',
    mediaType: PDF,
    fileName: 'zl.pdf',
    pages: [
      '外观设计专利证书\n外观设计名称：灯\n设计人：王五\n专利号：ZL 2020 3 0123456.7\n专利申请日 授权公告日\n专利权人\n国家知识产权局',
    ],
  },
  {
    slug: 'patent_certificate',
    mediaType: PDF,
    fileName: 'usd.pdf',
    pages: [
      'United States Design Patent\nPatent No.: US D923,456 S\nDate of Patent: Jun. 29, 2021\nInventor: John Doe\nAppl. No.: 29/123,456\nReferences Cited',
    ],
  },
  {
    slug: 'copyright_registration',
    mediaType: PDF,
    fileName: 'zp.pdf',
    pages: [
      '作品登记证书\n登记号：国作登字-2020-F-00123456\n作品名称：示例图案\n作品类别：美术作品\n著作权人\n创作完成时间',
    ],
  },
  {
    slug: 'ip_retraction',
    mediaType: EML,
    fileName: 'r.eml',
    email: {
      subject: 'Retraction of complaint 12345678901',
      from: 'Legal <legal@brandowner.example>',
      to: ['notice-dispute@amazon.com'],
    },
    pages: [
      'Dear Amazon, we hereby withdraw our complaint (Complaint ID 12345678901) against ASIN B08N5WRWNW. It was filed in error and has been resolved with the seller.',
    ],
  },
  {
    slug: 'court_order',
    mediaType: PDF,
    fileName: 'o.pdf',
    pages: [
      'UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF ILLINOIS\nExample Inc., Plaintiff, v. The Partnerships, Defendants.\nCase No. 26-cv-01234\nORDER OF DISMISSAL\nIT IS HEREBY ORDERED that',
    ],
  },
  {
    slug: 'test_report',
    mediaType: PDF,
    fileName: 'tr.pdf',
    pages: [
      'TEST REPORT\nReport No.: SZHH01234567\nApplicant: Shenzhen Example Co., Ltd\nSample Description: Toy car\nModel No.: TC-01\nTest Requested: EN 71-1\nTest Period: 2026-01-02 to 2026-01-09\nConclusion: PASS\nIntertek Testing Services',
    ],
  },
  {
    slug: 'test_report',
    mediaType: PDF,
    fileName: 'jc.pdf',
    pages: [
      '检测报告\n报告编号：CANEC2600123401\n委托单位：深圳市示例科技有限公司\n样品名称：玩具车\n检测依据：GB 6675\n检验结论：合格\n批准： 审核：',
    ],
  },
  {
    slug: 'cpc',
    mediaType: PDF,
    fileName: 'c1.pdf',
    pages: [
      "Children's Product Certificate\n1. Identification of the product covered by this certificate: Toy car TC-01\n2. Citation to each CPSC children's product safety regulation: 16 CFR 1250, ASTM F963\n3. Importer\n6. Third-party laboratory",
    ],
  },
  {
    slug: 'gcc',
    mediaType: PDF,
    fileName: 'g1.pdf',
    pages: [
      'GENERAL CERTIFICATE OF CONFORMITY\n1. Identification of the product\n2. Citation to each regulation: 16 CFR 1610\n3. Importer certifying compliance',
    ],
  },
  {
    slug: 'declaration_of_conformity',
    mediaType: PDF,
    fileName: 'd1.pdf',
    pages: [
      'EU DECLARATION OF CONFORMITY\nThis declaration of conformity is issued under the sole responsibility of the manufacturer.\nObject of the declaration: LED lamp L1\n2014/35/EU 2014/30/EU 2011/65/EU\nHarmonised standards: EN 60598',
    ],
  },
  {
    slug: 'ce_certificate',
    mediaType: PDF,
    fileName: 'ce1.pdf',
    pages: [
      'CERTIFICATE OF CONFORMITY\nCertificate No.: BCTC2601234\nApplicant: Shenzhen Example\nProduct: LED lamp Model: L1\nTest Standard EN 55015\nLow Voltage Directive 2014/35/EU\nCE',
    ],
  },
  {
    slug: 'fcc_doc',
    mediaType: PDF,
    fileName: 'fc.pdf',
    pages: [
      "FCC Supplier's Declaration of Conformity\n47 CFR § 2.1077 Compliance Information\nUnique Identifier: L1\nResponsible Party – U.S. Contact Information\nThis device complies with Part 15 of the FCC Rules.",
    ],
  },
  {
    slug: 'un38_3',
    mediaType: PDF,
    fileName: 'un.pdf',
    pages: [
      'UN38.3 Test Report\nLithium ion battery 3.7V 2000mAh\nManual of Tests and Criteria\nT.1 Altitude simulation T.2 Thermal test T.3 Vibration T.4 Shock T.5 External short circuit',
    ],
  },
  {
    slug: 'sds',
    mediaType: PDF,
    fileName: 'm.pdf',
    pages: [
      'SAFETY DATA SHEET\nSection 1: Identification\nProduct name: Cleaner\nSection 2: Hazard(s) identification\nHazard statements\nSection 3: Composition/information on ingredients CAS No.\nSection 4: First-aid measures',
    ],
  },
  {
    slug: 'sds',
    mediaType: PDF,
    fileName: 'm2.pdf',
    pages: [
      '化学品安全技术说明书\n第一部分 化学品及企业标识\n第二部分 危险性概述\n第四部分 急救措施\n第五部分 消防措施',
    ],
  },
  {
    slug: 'hazmat_exemption_sheet',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: 'ex.xlsx',
    pages: [
      'Amazon Dangerous Goods Exemption Sheet\nBattery Exemption Sheet\nASIN\tB08N5WRWNW\nProduct name\nManufacturer name\nNumber of batteries',
    ],
  },
  {
    slug: 'fda_registration',
    mediaType: PDF,
    fileName: 'fd.pdf',
    pages: [
      'Certificate of FDA Registration\nThis certifies that Shenzhen Example has completed the FDA Establishment Registration and Device Listing\nOwner/Operator Number 10012345\nFEI\nU.S. Agent',
    ],
  },
  {
    slug: 'rp_agreement',
    mediaType: PDF,
    fileName: 'rp.pdf',
    pages: [
      'AUTHORISED REPRESENTATIVE AGREEMENT\nManufacturer: Shenzhen Example\nEU Authorised Representative: Example EU GmbH\nMandate according to Regulation (EU) 2019/1020\nThe representative keeps the technical documentation at the disposal of market surveillance authorities.',
    ],
  },
  {
    slug: 'epr_certificate',
    mediaType: PDF,
    fileName: 'epr1.pdf',
    pages: [
      'Stiftung Zentrale Stelle Verpackungsregister\nLUCID Registrierungsbestätigung\nRegistrierungsnummer: DE1234567890123\nHersteller: Shenzhen Example',
    ],
  },
  {
    slug: 'product_manual',
    mediaType: PDF,
    fileName: 'um.pdf',
    pages: [
      'USER MANUAL\nLED Desk Lamp L1\nPlease read before use.\nPackage contents\nWARNING\nSpecifications\nTroubleshooting\nWarranty',
    ],
  },
  {
    slug: 'product_manual',
    mediaType: PDF,
    fileName: 'sms.pdf',
    pages: ['产品使用说明书\n产品参数\n使用方法\n注意事项\n保修'],
  },
  {
    slug: 'business_license',
    mediaType: JPG,
    fileName: 'z.jpg',
    pages: [
      '营业执照\n统一社会信用代码 91440300MA5EXAMPLE\n名称 深圳市示例科技有限公司\n类型 有限责任公司\n法定代表人 王五\n经营范围\n成立日期 2018年05月01日\n登记机关',
    ],
  },
  {
    slug: 'business_license',
    mediaType: PDF,
    fileName: 'hk.pdf',
    pages: [
      'THE GOVERNMENT OF HONG KONG\nCompanies Registry\nCERTIFICATE OF INCORPORATION\nI hereby certify that EXAMPLE LIMITED is this day incorporated in Hong Kong\nCompany Number 1234567\nRegistrar of Companies',
    ],
  },
  {
    slug: 'legal_rep_id',
    mediaType: JPG,
    fileName: 'id.jpg',
    pages: [
      '姓名 王五\n性别 男 民族 汉\n出生 1985年1月1日\n住址 广东省深圳市\n公民身份号码 110101198501011234',
    ],
  },
  {
    slug: 'legal_rep_id',
    mediaType: JPG,
    fileName: 'pp.jpg',
    pages: [
      "中华人民共和国 PEOPLE'S REPUBLIC OF CHINA\n护照 PASSPORT\nNationality CHINESE\nDate of birth\nPlace of issue\nP<CHNWANG<<WU<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
    ],
  },
  {
    slug: 'bank_statement',
    mediaType: PDF,
    fileName: 'bs.pdf',
    pages: [
      'Business Checking Account Statement\nStatement Period: 01/01/2026 - 01/31/2026\nAccount Number: XXXX1234\nBeginning Balance $10,000.00\nDeposits  Withdrawals\nEnding Balance $12,000.00',
    ],
  },
  {
    slug: 'bank_statement',
    mediaType: PDF,
    fileName: 'ls2.pdf',
    pages: [
      '中国建设银行 账户交易明细\n户名：深圳市示例科技有限公司 账号 4400\n起止日期\n交易日期 摘要 借方 贷方 账户余额 对方户名\n期初余额 期末余额',
    ],
  },
  {
    slug: 'bank_account_letter',
    mediaType: PDF,
    fileName: 'kh.pdf',
    pages: [
      '开户许可证\n核准号：J5840012345601\n经审核，深圳市示例科技有限公司 符合开户条件，准予开立基本存款账户\n法定代表人 开户银行 账号',
    ],
  },
  {
    slug: 'bank_account_letter',
    mediaType: PDF,
    fileName: 'bl1.pdf',
    pages: [
      'Account Confirmation Letter\nTo whom it may concern\nWe confirm that Example Ltd maintains an account with us.\nAccount holder: Example Ltd\nAccount number: 1234\nRouting number: 026073150\nIBAN',
    ],
  },
  {
    slug: 'credit_card_statement',
    mediaType: PDF,
    fileName: 'cc.pdf',
    pages: [
      '信用卡电子账单\n账单日 2026-03-05 到期还款日 2026-03-25\n本期应还 3000 最低还款额 300 信用额度 50000',
    ],
  },
  {
    slug: 'utility_bill',
    mediaType: PDF,
    fileName: 'df.pdf',
    pages: [
      '深圳供电局有限公司 电费通知单\n户号：0512345678901\n户名：深圳市示例科技有限公司\n用电地址：深圳市龙岗区\n账单月份 2026年02月\n本期示数 上期示数 用电量 应缴电费',
    ],
  },
  {
    slug: 'utility_bill',
    mediaType: PDF,
    fileName: 'ub.pdf',
    pages: [
      'City Power & Light\nElectricity Bill\nAccount Number 123456\nService Address 12 Main St\nBilling Period Jan 1 - Jan 31 2026\nMeter reading kWh used 320\nAmount due $54.10',
    ],
  },
  {
    slug: 'lease_contract',
    mediaType: PDF,
    fileName: 'zl1.pdf',
    pages: [
      '房屋租赁合同\n出租方（甲方）：李四\n承租方（乙方）：深圳市示例科技有限公司\n租赁期限 租金 押金\n违约责任',
    ],
  },
  {
    slug: 'tax_form_w8ben',
    mediaType: PDF,
    fileName: 'w8.pdf',
    pages: [
      'Form W-8BEN-E\nCertificate of Status of Beneficial Owner for United States Tax Withholding and Reporting (Entities)\nDepartment of the Treasury Internal Revenue Service\nChapter 4 Status (FATCA status)',
    ],
  },
  {
    slug: 'vat_certificate',
    mediaType: PDF,
    fileName: 'v1.pdf',
    pages: [
      'HM Revenue & Customs\nCertificate of registration for Value Added Tax\nRegistration number: 123 4567 89\nEffective date of registration 01 March 2024\nTrade classification',
    ],
  },
  {
    slug: 'insurance_coi',
    mediaType: PDF,
    fileName: 'in.pdf',
    pages: [
      'CERTIFICATE OF LIABILITY INSURANCE\nACORD 25\nPRODUCER  INSURED\nCOMMERCIAL GENERAL LIABILITY EACH OCCURRENCE $1,000,000\nGENERAL AGGREGATE\nPOLICY NUMBER\nADDITIONAL INSURED: Amazon.com Services LLC and its affiliates',
    ],
  },
  {
    slug: 'shareholding_chart',
    mediaType: DOCX,
    fileName: 'gs.docx',
    pages: ['深圳市示例科技有限公司 公司章程\n第一章 总则\n股东姓名 出资额 出资比例\n股东会 执行董事'],
  },
  {
    slug: 'performance_notification',
    mediaType: EML,
    fileName: 'n.eml',
    email: {
      subject: 'Your Amazon.com seller account has been deactivated',
      from: 'Amazon <seller-performance@amazon.com>',
      to: ['shop@example.com'],
    },
    pages: [
      'Hello,\nYour Amazon seller account has been deactivated in accordance with section 3 of the Amazon Business Solutions Agreement. Your listings have been removed. Funds will not be transferred to you.\nWhy did this happen?\nHow do I reactivate my account?\nPlease submit a plan of action.',
    ],
  },
  {
    slug: 'performance_notification',
    mediaType: EML,
    fileName: 'n2.eml',
    email: { subject: '通知：政策警告', from: 'no-reply@amazon.com', to: ['shop@example.com'] },
    pages: [
      '您好，\n我们已移除您的部分商品信息。\n为什么会这样？我们收到权利持有人的投诉。投诉编号：12345678901\n如何恢复我的商品？您可以提交申诉。',
    ],
  },
  {
    slug: 'amazon_notification',
    mediaType: EML,
    fileName: 'a.eml',
    email: {
      subject: 'Your payment is on the way',
      from: 'Amazon Seller Central <no-reply@amazon.co.uk>',
      to: ['shop@example.com'],
    },
    pages: [
      'Dear Seller,\nThank you for selling on Amazon. Your disbursement has been sent.\nAmazon Services',
    ],
  },
  {
    slug: 'case_correspondence',
    mediaType: EML,
    fileName: 'cs.eml',
    email: {
      subject: '[CASE 12345678901] Missing units in shipment FBA18ABCDEF12',
      from: 'Amazon Seller Support <merch.service05@amazon.com>',
      to: ['shop@example.com'],
    },
    pages: [
      'Hello from Amazon Selling Partner Support,\nThank you for contacting us about your case. Case ID: 12345678901\nWe have reviewed the shipment. To view your case details, go to View case. Please do not reply to this message.',
    ],
  },
  {
    slug: 'case_correspondence',
    mediaType: PNG,
    fileName: 'case.png',
    pages: ['问题日志\n问题编号 12345678901\n状态：已回复\n感谢您联系亚马逊卖家支持\n重新打开此问题'],
  },
  {
    slug: 'buyer_message',
    mediaType: EML,
    fileName: 'b.eml',
    email: {
      subject: 'Inquiry from Amazon customer Jane (Order: 114-1234567-1234567)',
      from: 'Jane - Amazon Marketplace <abcdefg12345@marketplace.amazon.com>',
      to: ['shop@example.com'],
    },
    pages: [
      'You have received a message.\nOrder ID 114-1234567-1234567\nMessage: Where is my order? It has not arrived.\nSolve now\nReport questionable activity',
    ],
  },
  {
    slug: 'buyer_message',
    mediaType: EML,
    fileName: 'b2.eml',
    email: {
      subject: 'Re: your order',
      from: 'shop@example.com',
      to: ['abcdefg12345@marketplace.amazon.de'],
    },
    pages: ['Dear Jane, the parcel was handed to DHL yesterday.'],
  },
  {
    slug: 'order_detail',
    mediaType: PNG,
    fileName: 'order.png',
    pages: [
      'Amazon Seller Central\nOrder details\nOrder ID: # 114-1234567-1234567\nShip by: Thu, Mar 5, 2026\nDeliver by: Mar 12\nPurchase date: Mar 3\nFulfillment: Seller\nSales channel: Amazon.com\nOrder contents\nItem subtotal: $24.99',
    ],
  },
  {
    slug: 'order_detail',
    mediaType: PNG,
    fileName: 'dd.png',
    pages: [
      '亚马逊卖家平台 订单详情\n订单编号：114-1234567-1234567\n购买日期\n发货日期\n送达日期\n销售渠道 Amazon.com\n配送服务 Standard',
    ],
  },
  {
    slug: 'return_record',
    mediaType: EML,
    fileName: 'rr.eml',
    email: {
      subject: 'Return authorization request for order # 114-1234567-1234567',
      from: 'return@amazon.com',
      to: ['shop@example.com'],
    },
    pages: [
      'Dear Seller, this email is being sent to notify you that a return has been requested for the items below.\nOrder ID: 114-1234567-1234567\nReason for return: Defective\nCustomer comments',
    ],
  },
  {
    slug: 'refund_record',
    mediaType: EML,
    fileName: 'rf.eml',
    email: {
      subject: 'Refund initiated for order 114-1234567-1234567',
      from: 'payments-messages@amazon.com',
      to: ['shop@example.com'],
    },
    pages: [
      'We have processed a refund of $24.99 for order 114-1234567-1234567. Refund amount: $24.99. Reason for refund: Customer return',
    ],
  },
  {
    slug: 'atoz_record',
    mediaType: EML,
    fileName: 'az.eml',
    email: {
      subject: 'A-to-z Guarantee claim received for order 114-1234567-1234567',
      from: 'atoz-guarantee-no-reply@amazon.com',
      to: ['shop@example.com'],
    },
    pages: [
      'The buyer has filed an A-to-z Guarantee claim. Claim amount: $24.99. Claim reason: Item not received. Please respond by March 20.',
    ],
  },
  {
    slug: 'chargeback_notice',
    mediaType: EML,
    fileName: 'cb.eml',
    email: {
      subject: 'Chargeback claim: Order 114-1234567-1234567',
      from: 'cb-seller-query@amazon.com',
      to: ['shop@example.com'],
    },
    pages: [
      'The cardholder has contacted their issuing bank to dispute the charge. If you want to represent your case, reply within 7 days with order details.',
    ],
  },
  {
    slug: 'safet_record',
    mediaType: PNG,
    fileName: 'st.png',
    pages: [
      'Seller Central - Manage SAFE-T Claims\nClaim ID 12345-67890-1234567\nOrder ID 114-1234567-1234567\nStatus: Awaiting seller response\nReply by Mar 20\nRequested amount $24.99',
    ],
  },
  {
    slug: 'settlement_report',
    mediaType: TXT,
    fileName: '12345.txt',
    pages: [
      'settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\n1234567890\t2026-01-01T00:00:00+00:00\t2026-01-15T00:00:00+00:00\t2026-01-17\t1234.56\tUSD',
    ],
  },
  {
    slug: 'settlement_report',
    mediaType: 'text/csv',
    fileName: 'dr.csv',
    pages: [
      '"Includes Amazon Marketplace"\n"All amounts in EUR"\n"Datum/Uhrzeit","Abrechnungsnummer","Typ","Bestellnummer","SKU","Beschreibung","Menge"\n"01.03.2026","1234","Bestellung","303-1234567-1234567","A","B","1"',
    ],
  },
  {
    slug: 'amazon_report',
    mediaType: TXT,
    fileName: 'x.txt',
    pages: [
      'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\n114-1234567-1234567\t\t2026-03-01\t2026-03-02\tShipped',
    ],
  },
  {
    slug: 'amazon_report',
    mediaType: TXT,
    fileName: 'y.txt',
    pages: [
      'return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason\tstatus\tlicense-plate-number\tcustomer-comments\n2026-03-01\t114-1234567-1234567',
    ],
  },
  {
    slug: 'account_health_screenshot',
    mediaType: PNG,
    fileName: 'ah.png',
    pages: [
      'Account Health\nAccount Health Rating 248 Healthy\nOrder Defect Rate 0.3%\nPolicy Compliance\nShipping Performance\nLate Shipment Rate 1.2%\nAmazon Seller Central',
    ],
  },
  {
    slug: 'account_health_screenshot',
    mediaType: PNG,
    fileName: 'zh.png',
    pages: ['亚马逊 账户状况\n账户状况评级 200 状况良好\n订单缺陷率 0%\n政策合规性\n配送绩效 迟发率'],
  },
  {
    slug: 'listing_screenshot',
    mediaType: PNG,
    fileName: 'lst.png',
    pages: [
      'Amazon.com : USB C cable 1m\nVisit the EXAMPLE Store\n4.5 out of 5 1,234 ratings\nIn Stock\nAdd to Cart\nBuy Now\nAbout this item\nShips from Amazon Sold by Example',
    ],
  },
  {
    slug: 'error_screenshot',
    mediaType: PNG,
    fileName: 'err.png',
    pages: [
      'Seller Central Add a Product\nError code: 8541\nThe SKU data provided conflicts with the Amazon catalog. Please try again.',
    ],
  },
  {
    slug: 'poa_document',
    mediaType: DOCX,
    fileName: 'draft.docx',
    pages: [
      'Plan of Action\nDear Amazon Seller Performance Team,\nASIN B08N5WRWNW\n1. Root cause: our supplier changed the packaging.\n2. Corrective actions we have taken\n3. Preventive measures\nWe sincerely apologize.',
    ],
  },
  {
    slug: 'poa_document',
    mediaType: DOCX,
    fileName: 'ss.docx',
    pages: ['申诉信\n尊敬的亚马逊团队：\n一、根本原因\n二、纠正措施\n三、预防措施'],
  },
  {
    slug: 'translation',
    mediaType: DOCX,
    fileName: 'en.docx',
    pages: [
      'CERTIFIED TRANSLATION\nTranslated from Chinese into English\nI, the undersigned translator, certify that this is a true and accurate translation of the attached business document.',
    ],
  },
];

/** Papers that must stay unsorted: one generic word is never enough. */
export const UNSORTED_SAMPLES: readonly Omit<KindSample, 'slug'>[] = [
  { mediaType: PDF, fileName: 'note.pdf', pages: ['Please find the invoice attached. Kind regards, Anna'] },
  {
    mediaType: PDF,
    fileName: 'invoice.pdf',
    pages: ['Meeting minutes, 3 March. Present: Anna, Ben. We talked about the summer party.'],
  },
  {
    mediaType: DOCX,
    fileName: 'story.docx',
    pages: [
      'Chapter one. It was a dark night, and the ship was out in the storm. The captain signed the contract with a sigh.',
    ],
  },
  { mediaType: MP4, fileName: 'VID_20260301_101500.mp4', pages: [] },
  { mediaType: MP4, fileName: 'return to oz.mp4', pages: [] },
  { mediaType: JPG, fileName: 'IMG_2031.JPG', pages: [] },
  {
    mediaType: EML,
    fileName: 'lunch.eml',
    email: { subject: 'Lunch?', from: 'ben@example.com', to: ['anna@example.com'] },
    pages: ['Shall we order pizza? I still owe you a refund for last time.'],
  },
  {
    mediaType: EML,
    fileName: 'phish.eml',
    email: {
      subject: 'Message',
      from: '"Amazon" <security@amaz0n-seller.example>',
      to: ['shop@example.com'],
    },
    pages: ['Dear customer, click here to log in.'],
  },
  {
    mediaType: PDF,
    fileName: 'paper.pdf',
    pages: [
      'A Study of Neural Networks\nAbstract\nWe report test results of a new method. Table 1 shows total error. Conclusion: the method is good.',
    ],
  },
  { mediaType: 'application/zip', fileName: 'invoices.zip', pages: [] },
];
