// What exactly must be obtained when a document kind is missing, and from whom?
import type { Bilingual } from './problem-type.ts';

/** One row per kind that any problem type requires or recommends. */
export const HOW_TO_GET: Readonly<Record<string, Bilingual>> = {
  performance_notification: {
    zh: '从卖家平台“绩效通知”下载该通知（邮件原件或整页 PDF）',
    en: 'Download the notification from "Performance notifications" in Seller Central (the e-mail itself or a full-page PDF)',
  },
  poa_document: {
    zh: '由负责人写行动计划：根本原因、已采取的纠正措施、预防措施',
    en: 'The person in charge writes the plan of action: root cause, corrective actions taken, preventive actions',
  },
  supplier_invoice: {
    zh: '向供应商索取通知日前 365 天内、写有贵公司名称和商品的发票（形式发票、报价单、采购订单无效）',
    en: 'Ask the supplier for an invoice of the 365 days before the notice, made out to your company and naming the product (no pro-forma, quotation or purchase order)',
  },
  commercial_invoice: {
    zh: '取商业发票（开给买家的或随货的发票）',
    en: 'Get the commercial invoice (issued to the buyer or sent with the goods)',
  },
  business_license: {
    zh: '向公司行政取营业执照彩色扫描件（整页）',
    en: 'Get the colour scan of the whole business licence from your administration',
  },
  legal_rep_id: {
    zh: '向法定代表人取身份证正反面或护照的彩色照片',
    en: 'Get colour photos of both sides of the ID card, or the passport, from the legal representative',
  },
  payment_proof: {
    zh: '从公司网银下载付给该供应商的电子回单',
    en: 'Download the bank receipt of the payment to this supplier from online banking',
  },
  pod: {
    zh: '向承运人或货代索取签收证明（日期、城市、签收人）',
    en: 'Ask the carrier or forwarder for the proof of delivery (date, city, signer)',
  },
  tracking_slip: {
    zh: '从承运人官网打开该单号，存为整页 PDF 或含网址、日期、完整单号的截图',
    en: "Open the number on the carrier's site; save the full page as PDF, or a screenshot with address, date and full number",
  },
  account_health_screenshot: {
    zh: '在“绩效 → 账户状况”整页截图',
    en: 'Take a full-page screenshot of Performance → Account Health',
  },
  amazon_notification: {
    zh: '从登记邮箱或卖家平台通知中保存该邮件',
    en: 'Save the e-mail from the registered mailbox or the notifications in Seller Central',
  },
  buyer_message: {
    zh: '从“买家消息”导出与该买家的全部往来',
    en: 'Export the whole thread with this buyer from Buyer-Seller Messages',
  },
  packing_photo: {
    zh: '由仓库提供打包、装箱与称重照片',
    en: 'Get photos of packing and weighing from the warehouse',
  },
  product_photo: {
    zh: '实拍商品与包装各面（标签、标志、警告清晰可读），不用效果图',
    en: 'Photograph product and packaging from all sides with readable labels; no renderings',
  },
  test_report: {
    zh: '向检测机构或供应商索取完整检测报告（含产品照片）',
    en: 'Ask the laboratory or supplier for the complete test report with product images',
  },
  product_manual: {
    zh: '向工厂索取销售国语言的说明书',
    en: 'Ask the factory for the manual in the language of the destination',
  },
  listing_screenshot: {
    zh: '打开商品详情页整页截图（修改前后各一张）',
    en: 'Take full-page screenshots of the listing, before and after the change',
  },
  error_screenshot: {
    zh: '重现问题并截图，错误代码和时间须清晰',
    en: 'Reproduce the problem and take a screenshot with error code and time',
  },
  sds: {
    zh: '向生产商索取 5 年内、16 项齐全的 SDS；无 SDS 的商品改填亚马逊豁免表',
    en: "Ask the manufacturer for an SDS of the last 5 years with 16 sections; products without one use Amazon's exemption sheet",
  },
  epr_certificate: {
    zh: '向 EPR 服务商或登记机构（LUCID、EAR 等）下载登记证明',
    en: 'Download the registration from the EPR provider or register (LUCID, EAR …)',
  },
  letter_of_authorization: {
    zh: '向品牌方（或授权链上一级）索取签字盖章的授权书，写明贵公司、品牌、商品、地区与期限',
    en: 'Ask the brand owner (or the next in the chain) for a signed authorisation naming your company, brand, products, territory and dates',
  },
  license_agreement: {
    zh: '向权利人索取许可协议或授权书',
    en: 'Ask the rights owner for the licence agreement or authorisation',
  },
  patent_certificate: {
    zh: '从专利局下载专利证书，或请专利律师出具不侵权意见',
    en: 'Download the patent certificate from the patent office, or ask counsel for a non-infringement opinion',
  },
  trademark_certificate: {
    zh: '从商标局（USPTO、EUIPO、CNIPA）下载注册证',
    en: 'Download the certificate from the trademark office (USPTO, EUIPO, CNIPA)',
  },
  amazon_report: {
    zh: '从卖家平台“报告”下载对应报表（.txt 或 .csv，不要用 Excel 另存）',
    en: 'Download the report from Seller Central (.txt or .csv; do not save it again with Excel)',
  },
  order_detail: {
    zh: '打开订单详情页并存为整页 PDF',
    en: 'Open the order detail page and save it as a full-page PDF',
  },
  atoz_record: {
    zh: '从“亚马逊商城交易保障索赔”页面或邮件保存该索赔',
    en: 'Save the claim from the A-to-z page or e-mail',
  },
  chargeback_notice: {
    zh: '从登记邮箱保存拒付通知邮件',
    en: 'Save the chargeback e-mail from the registered mailbox',
  },
  return_record: {
    zh: '从“管理退货”保存该退货（RMA、原因、LPN）',
    en: 'Save the return from Manage Returns (RMA, reason, LPN)',
  },
  refund_record: {
    zh: '从订单详情或付款报告保存退款记录',
    en: 'Save the refund from the order page or the payments report',
  },
  damage_photo: {
    zh: '请收货人对每件破损商品拍摄商品、包装、外箱与面单',
    en: 'Have the receiver photograph every damaged unit: item, packaging, box and label',
  },
  return_unboxing_video: {
    zh: '请退货仓录制一镜到底的开箱视频，读出面单与 LPN',
    en: 'Have the returns warehouse film one continuous unboxing with readable label and LPN',
  },
  fba_shipment_summary: {
    zh: '打开货件的“商品内容”页，保存发货与接收数量',
    en: 'Open the Contents page of the shipment and save expected and received quantities',
  },
  fba_box_label: { zh: '从货件页面下载箱唛 PDF', en: 'Download the box labels from the shipment page' },
  bank_statement: {
    zh: '从公司网银下载写有公司名、银行与账号的对账单',
    en: 'Download a statement with company, bank and account number from online banking',
  },
  settlement_report: {
    zh: '从“付款 → 报告”下载结算报告',
    en: 'Download the settlement report from Payments → Reports',
  },
  tax_form_w8ben: {
    zh: '在“税务信息”重新完成税务调查并下载表格',
    en: 'Complete the tax interview again and download the form',
  },
  utility_bill: {
    zh: '向水、电、燃气或网络公司索取 90 天内、户名地址一致的账单',
    en: 'Get a bill of the last 90 days from the water, power, gas or internet company, with matching name and address',
  },
  insurance_coi: {
    zh: '向保险公司索取 ACORD 25，附加被保险人为 Amazon.com Services LLC 及其关联公司',
    en: 'Ask the insurer for an ACORD 25 naming Amazon.com Services LLC and its affiliates as additional insured',
  },
  vat_certificate: { zh: '向税务代理索取 VAT 证书', en: 'Ask the tax agent for the VAT certificate' },
  purchase_contract: {
    zh: '向采购部取双方签字盖章的采购合同',
    en: 'Get the signed and sealed purchase contract from purchasing',
  },
  lease_contract: { zh: '取盖章的租赁合同', en: 'Get the sealed lease contract' },
  customs_declaration: {
    zh: '向报关行索取出口报关单',
    en: 'Ask the customs broker for the export declaration',
  },
  shipping_label: {
    zh: '从发货系统或货代下载面单',
    en: 'Download the label from the shipping system or forwarder',
  },
  carrier_pickup_receipt: {
    zh: '向承运人索取揽收凭证或交接单',
    en: 'Ask the carrier for the pick-up receipt or manifest',
  },
  shipping_video: {
    zh: '从打包台监控导出该订单的发货视频',
    en: 'Export the packing video of this order from the packing station',
  },
  bill_of_lading: {
    zh: '向货代索取签章的提单（箱数与重量）',
    en: 'Ask the forwarder for the signed bill of lading with box count and weight',
  },
  packing_list: { zh: '取装箱单（FBA 编号、SKU、数量）', en: 'Get the packing list (FBA ID, SKU, quantity)' },
  delivery_note: { zh: '向供应商索取送货单', en: 'Ask the supplier for the delivery note' },
  fapiao_digital: {
    zh: '请供应商开具数电票（XML、OFD 或 PDF 原件）',
    en: 'Ask the supplier for the digital fapiao (original XML, OFD or PDF)',
  },
  shareholding_chart: { zh: '准备股权结构图与公司章程', en: 'Prepare the ownership chart and articles' },
  case_correspondence: { zh: '保存问题日志中的全部往来', en: 'Save the whole thread from the case log' },
  bank_account_letter: { zh: '向银行索取开户证明', en: 'Ask the bank for an account letter' },
  fda_registration: { zh: '向代理索取 FDA 注册信息', en: 'Ask the agent for the FDA registration' },
  cpc: {
    zh: '由进口商或制造商依据检测报告出具 CPC',
    en: 'Have importer or manufacturer issue the CPC from the test report',
  },
  gcc: { zh: '由进口商或制造商出具 GCC', en: 'Have importer or manufacturer issue the GCC' },
  declaration_of_conformity: {
    zh: '由制造商出具符合性声明',
    en: 'Have the manufacturer issue the declaration of conformity',
  },
  ce_certificate: { zh: '向检测机构索取 CE 证书', en: 'Ask the laboratory for the CE certificate' },
  fcc_doc: { zh: '向检测机构索取 FCC 文件', en: 'Ask the laboratory for the FCC document' },
  hazmat_exemption_sheet: {
    zh: '下载亚马逊豁免表并按商品填写',
    en: "Download Amazon's exemption sheet and fill it in for the product",
  },
  un38_3: { zh: '向电池厂索取 UN38.3 报告', en: 'Ask the battery maker for the UN38.3 report' },
  rp_agreement: { zh: '向欧代或英代索取协议', en: 'Ask the EU or UK responsible person for the agreement' },
  ip_retraction: {
    zh: '请权利人直接向亚马逊撤诉，并保存副本',
    en: 'Ask the rights owner to retract directly with Amazon, and keep a copy',
  },
  copyright_registration: {
    zh: '取作品登记证书与带日期的源文件',
    en: 'Get the registration and dated source files',
  },
  court_order: { zh: '向代理律师索取裁定或判决', en: 'Ask counsel for the order or judgment' },
  credit_card_statement: { zh: '从发卡行下载账单', en: 'Download the statement from the card issuer' },
};
