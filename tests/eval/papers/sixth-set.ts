// A sixth set, written when the fifth was read: rarer papers of sellers, again labelled before the rules were tried.
import type { Paper } from './paper.ts';

export const SIXTH_PAPERS: readonly Paper[] = [
  {
    name: 'F duty bill of a courier',
    kind: 'freight_invoice',
    text: `FedEx Express
DUTY/TAX INVOICE
Invoice number 7-118-20441     Invoice date Apr 28, 2026     Account 1182-0441-7
Air waybill 885814254426      Entry number 8GX11820441
Recipient Blue Heron Goods LLC      Shipper Shenzhen Cape Electronics
Customs duty               69.60
Advancement fee            17.50
Total amount due USD       87.10      Payment due May 13, 2026`,
    identifiers: { invoice_no: ['7-118-20441'] },
    more: ['tracking_number', 'awb'],
    dates: { issue: '2026-04-28', due: '2026-05-13' },
    total: '87.10',
    currency: 'USD',
  },
  {
    name: 'F fee invoice of the store',
    kind: 'supplier_invoice',
    text: `Amazon Services Europe S.à r.l.
38 avenue John F. Kennedy, L-1855 Luxembourg      VAT LU19647148
VAT INVOICE
Invoice number: LU-AEU-2026-1182044      Issued on: 30/04/2026
To: Cape Direct Ltd, London     Your VAT number: GB412334571
Selling fees 01/04/2026 - 30/04/2026
Description               Net          VAT rate    VAT      Gross
Referral fees             412.60 GBP   0%          0.00     412.60 GBP
Subscription              25.00 GBP    0%          0.00     25.00 GBP
Total                     437.60 GBP`,
    identifiers: { invoice_no: ['LU-AEU-2026-1182044'] },
    more: ['vat_no'],
    dates: { issue: '2026-04-30' },
    total: '437.60',
    currency: 'GBP',
  },
  {
    name: 'F statement of a payment company in Chinese',
    kind: 'bank_statement',
    text: `连连国际 账户流水
账户名称：深圳海角电子商务有限公司
币种：USD      统计周期：2026-04-01 ~ 2026-04-30
交易时间             类型     收入        支出        余额        备注
2026-04-03 10:12     入账     1,204.11                3,318.40    Amazon US
2026-04-08 16:30     提现                 3,000.00    318.40      招商银行
期初余额 2,114.29   期末余额 318.40`,
    identifiers: {},
    more: ['bank_account'],
  },
  {
    name: 'F liability policy in Chinese',
    kind: 'insurance_coi',
    text: `中国平安财产保险股份有限公司
产品责任保险保险单
保单号：11820441900776218204
投保人：深圳海角电子商务有限公司
被保险人：深圳海角电子商务有限公司   附加被保险人：Amazon.com Services LLC and its affiliates and assignees
保险期间：自2026年1月1日零时起至2026年12月31日二十四时止
每次事故赔偿限额：USD1,000,000
承保区域：美国、加拿大`,
    identifiers: {},
  },
  {
    name: 'F US tax form of a person',
    kind: 'tax_form_w8ben',
    text: `Form W-8BEN
(Rev. October 2021)
Certificate of Foreign Status of Beneficial Owner for United States Tax Withholding and Reporting (Individuals)
1 Name of individual who is the beneficial owner  WANG HAI
2 Country of citizenship  CHINA
6a Foreign tax identifying number
Part II Claim of Tax Treaty Benefits`,
    identifiers: {},
  },
  {
    name: 'F UK certificate of incorporation',
    kind: 'business_license',
    text: `CERTIFICATE OF INCORPORATION
OF A PRIVATE LIMITED COMPANY
Company Number 11820441
The Registrar of Companies for England and Wales, hereby certifies that
CAPE DIRECT LTD
is this day incorporated under the Companies Act 2006 as a private company, that the company is limited by shares.
Given at Companies House, Cardiff, on 5th January 2025`,
    identifiers: {},
  },
  {
    name: 'F letter of the tax office with a number for employers',
    kind: 'unknown',
    text: `DEPARTMENT OF THE TREASURY
INTERNAL REVENUE SERVICE
CINCINNATI OH 45999-0023
Date of this notice: 01-12-2026
Employer Identification Number: 98-1182044
Form: SS-4
Number of this notice: CP 575 A
WE ASSIGNED YOU AN EMPLOYER IDENTIFICATION NUMBER
Thank you for applying for an Employer Identification Number (EIN).`,
    identifiers: {},
  },
  {
    name: 'F opening permit of a bank',
    kind: 'bank_account_letter',
    source: 'ocr',
    text: `基本存款账户信息
账户名称 深圳海角电子商务有限公司
账户号码 755911820410801
开户银行 招商银行深圳宝安支行
法定代表人 王海
基本存款账户编号 J5840118204401`,
    identifiers: {},
    more: ['bank_account'],
  },
  {
    name: 'F passport page',
    kind: 'legal_rep_id',
    source: 'ocr',
    text: `中华人民共和国 PEOPLE'S REPUBLIC OF CHINA
护照 PASSPORT
类型/Type P  国家码/Country Code CHN  护照号/Passport No. EA1182044
姓名/Name 王海 WANG, HAI
签发日期/Date of issue 18 3月/MAR 2019   有效期至/Date of expiry 17 3月/MAR 2029
P<CHNWANG<<HAI<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<
EA11820447CHN8503182M2903175<<<<<<<<<<<<<<06`,
    identifiers: {},
  },
  {
    name: 'F list of shareholders',
    kind: 'shareholding_chart',
    text: `深圳海角电子商务有限公司
股东名册
序号  股东姓名  证件号码后四位  认缴出资额(万元)  出资比例  出资方式
1     王海      2044            70               70%       货币
2     林晓      8821            30               30%       货币
合计                            100              100%
实际控制人：王海`,
    identifiers: {},
  },
  {
    name: 'F US trademark certificate',
    kind: 'trademark_certificate',
    text: `United States of America
United States Patent and Trademark Office
LUMORA
Reg. No. 7,118,204
Registered Feb. 03, 2026
Int. Cl.: 11, 21
Trademark
Principal Register
Lumora Lighting GmbH (GERMANY)
FIRST USE 3-1-2024; IN COMMERCE 3-1-2024`,
    identifiers: {},
    more: ['trademark_no'],
  },
  {
    name: 'F US design patent',
    kind: 'patent_certificate',
    text: `(12) United States Design Patent          (10) Patent No.: US D1,118,204 S
     Wang                                  (45) Date of Patent: ** Mar. 10, 2026
(54) DOUBLE HOOK
(71) Applicant: Ningbo Hook Works Co., Ltd., Ningbo (CN)
(72) Inventor: Hai Wang, Ningbo (CN)
(**) Term: 15 Years
(21) Appl. No.: 29/918,204
CLAIM
The ornamental design for a double hook, as shown and described.`,
    identifiers: {},
    more: ['patent_no'],
  },
  {
    name: 'F retraction by a rights owner',
    kind: 'ip_retraction',
    source: 'email',
    email: {
      subject: 'Retraction of notice - Complaint ID 16914539521',
      from: 'legal@lumora.example',
      to: ['notice-retraction@amazon.com'],
    },
    text: `Dear Amazon,
We submitted the infringement notice with Complaint ID 16914539521 against ASIN B0C7K2XQ4M in error.
We hereby retract our complaint and ask you to reinstate the listing.
Lumora Lighting GmbH`,
    identifiers: { complaint_id: ['16914539521'], asin: ['B0C7K2XQ4M'] },
  },
  {
    name: 'F agreement on a representative in the EU',
    kind: 'rp_agreement',
    text: `EU AUTHORISED REPRESENTATIVE AGREEMENT
Manufacturer: Shenzhen Cape Electronics Co., Ltd.
Authorised Representative: EuroRep Services GmbH, Berlin
The Manufacturer hereby mandates the Authorised Representative under Article 4 of Regulation (EU) 2019/1020 for the products in Annex 1.
Mandate valid from 01.02.2026 to 31.01.2027.`,
    identifiers: {},
  },
  {
    name: 'F French producer identifier',
    kind: 'epr_certificate',
    text: `CITEO
Attestation d'adhésion
Nous attestons que la société Shenzhen Haijiao E-Commerce Co., Ltd. est adhérente à Citeo au titre de la filière REP Emballages ménagers.
Identifiant unique (IDU) : FR118204_01KQTX
Année 2026`,
    identifiers: {},
  },
  {
    name: 'F exemption sheet for dangerous goods',
    kind: 'hazmat_exemption_sheet',
    source: 'office',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    text: `Battery Information Sheet / Exemption Sheet
ASIN: B0C7K2XQ4M
Product name: LED desk lamp CD-L10
Manufacturer: Shenzhen Cape Electronics Co., Ltd.
Does the product contain batteries? No
Does the product contain hazardous substances? No`,
    identifiers: { asin: ['B0C7K2XQ4M'] },
    more: ['model'],
  },
  {
    name: 'F Chinese battery transport report',
    kind: 'un38_3',
    text: `锂电池UN38.3测试概要
报告编号：UN26044178
样品名称：锂离子电池   型号：18650-2S   额定：7.4V 2000mAh 14.8Wh
委托单位：深圳海角电子商务有限公司
测试依据：《试验和标准手册》第7修订版 38.3节
T.1 高度模拟 通过  T.2 温度试验 通过  T.3 振动 通过  T.4 冲击 通过  T.5 外部短路 通过
测试机构：深圳安测检测有限公司   签发日期：2026年3月12日`,
    identifiers: { report_no: ['UN26044178'] },
    more: ['model'],
  },
  {
    name: 'F Chinese safety data sheet',
    kind: 'sds',
    text: `化学品安全技术说明书
产品名称：水性胶粘剂   版本：1.0   修订日期：2026年2月1日
第一部分 化学品及企业标识
第二部分 危险性概述
第三部分 成分/组成信息  CAS号 9003-20-7 聚醋酸乙烯 30-40%
第四部分 急救措施`,
    identifiers: {},
  },
  {
    name: 'F registration with the food office',
    kind: 'fda_registration',
    text: `Certificate of Registration
This certifies that NINGBO HOOK WORKS CO., LTD. has completed the FDA Establishment Registration and Device Listing
with the U.S. Food and Drug Administration
Owner/Operator Number: 10118204
Registration valid through December 31, 2026
U.S. Agent: Blue Heron Goods LLC`,
    identifiers: {},
  },
  {
    name: 'F stock ledger table',
    kind: 'amazon_report',
    source: 'plain',
    mediaType: 'text/csv',
    text: `"Date","FNSKU","ASIN","MSKU","Title","Event Type","Reference ID","Quantity","Fulfillment Center","Disposition","Reason","Country"
"04/12/2026","X003KQ2M4T","B0C7K2XQ4M","HL-MAT-01-RED","Silicone baking mat","Receipts","FBA18KQ2M4TX","100","ONT8","SELLABLE","","US"`,
    identifiers: {},
    more: ['fnsku', 'asin', 'fba_shipment_id', 'sku', 'fc_code'],
  },
  {
    name: 'F removal of feedback refused',
    kind: 'case_correspondence',
    source: 'email',
    email: {
      subject: 'Case ID 17118204417: Feedback removal request',
      from: 'merch.service03@amazon.co.uk',
      to: ['shop@example.co.uk'],
    },
    text: `Hello,
Thank you for contacting Selling Partner Support. We reviewed the feedback for order 204-2044178-1182046 and it does not meet the criteria for removal.
You can reply to the buyer publicly from Feedback Manager.`,
    identifiers: { case_id: ['17118204417'], order_id: ['204-2044178-1182046'] },
  },
  {
    name: 'F payment on its way',
    kind: 'amazon_notification',
    source: 'email',
    email: {
      subject: 'Your payment is on the way',
      from: 'payments-messages@amazon.com',
      to: ['shop@example.com'],
    },
    text: `Hello,
We have initiated a transfer of $1,204.11 to your bank account ending in 801. It should arrive within 3 to 5 business days.
Amazon Payments`,
    identifiers: {},
  },
  {
    name: 'F sold notice',
    kind: 'order_detail',
    source: 'email',
    email: {
      subject: 'Sold, ship now: HL-GAR-02 Garlic press',
      from: 'seller-notification@amazon.com',
      to: ['shop@example.com'],
    },
    text: `You've made a sale! Please ship by 04/08/2026.
Order ID: 113-2044178-1182046
Item: Garlic press      Condition: New      SKU: HL-GAR-02      Quantity: 1
Price: $8.99     Amazon fees: -$1.35      Your earnings: $7.64`,
    identifiers: { order_id: ['113-2044178-1182046'] },
    more: ['sku'],
  },
  {
    name: 'F rate of cancelled orders, in Italian',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Il tuo tasso di cancellazione è superiore al limite',
      from: 'seller-performance@amazon.it',
      to: ['shop@example.it'],
    },
    text: `Gentile venditore,
il tuo tasso di cancellazione è del 4,1%, superiore all'obiettivo del 2,5%.
Rispondi entro il 12 maggio 2026 con un piano che spieghi come intendi migliorare.`,
    identifiers: {},
  },
  {
    name: 'F closing of a listing, in German',
    kind: 'performance_notification',
    source: 'email',
    email: {
      subject: 'Hinweis zu Ihrem Angebot',
      from: 'richtlinien@amazon.de',
      to: ['shop@example.de'],
    },
    text: `Guten Tag,
wir haben das folgende Angebot entfernt, da uns Kunden gemeldet haben, dass der Artikel als gebraucht geliefert wurde:
ASIN: B0C7K2XQ4M
So reaktivieren Sie Ihr Angebot: Reichen Sie Rechnungen Ihres Lieferanten aus den letzten 365 Tagen ein.`,
    identifiers: { asin: ['B0C7K2XQ4M'] },
  },
  {
    name: 'F order with a Japanese maker',
    kind: 'purchase_order',
    text: `注文書
発注日 2026年4月1日      注文番号 PO-260401
株式会社山田製作所 御中
株式会社海角ジャパン
品名 数量 単価 金額
ステンレスフック 500 120 60,000
合計金額 66,000円(税込)
納期 2026年4月10日`,
    identifiers: { po_no: ['PO-260401'] },
    total: '66000',
    currency: 'JPY',
  },
  {
    name: 'F Japanese quotation',
    kind: 'quotation',
    text: `御見積書
見積番号 Q-2603-11      2026年3月15日
株式会社海角ジャパン 御中
下記の通りお見積り申し上げます。
品名 数量 単価 金額
ステンレスフック 500 120 60,000
お見積金額 ¥66,000
有効期限 発行後30日`,
    identifiers: {},
    more: ['invoice_no'],
    total: '66000',
    currency: 'JPY',
  },
  {
    name: 'F French delivery note',
    kind: 'delivery_note',
    text: `Atelier des Lins SARL
BON DE LIVRAISON N° BL-2026-0412
Date de livraison : 16/04/2026
Client : Casa Faro Online S.L.
Référence   Désignation          Qté commandée   Qté livrée
TL-01       Torchon lin lavé     300             300
Colis : 4     Poids : 38 kg
Signature et cachet du client`,
    identifiers: {},
    more: ['invoice_no', 'bl_no'],
  },
  {
    name: 'F supply contract in German',
    kind: 'purchase_contract',
    text: `Liefervertrag
zwischen
Holzwaren Brandt GmbH & Co. KG (nachfolgend "Lieferant")
und
Alpenblick Versand GmbH (nachfolgend "Besteller")
§ 1 Vertragsgegenstand
Der Lieferant verpflichtet sich, Küchenartikel gemäß Anlage 1 zu liefern.
§ 2 Preise und Zahlungsbedingungen
§ 3 Gewährleistung
Bad Wildungen, den 02.01.2026`,
    identifiers: {},
    more: ['contract_no'],
  },
  {
    name: 'F electricity bill in German',
    kind: 'utility_bill',
    text: `Stadtwerke Hafenstadt
Jahresabrechnung Strom
Kundennummer 118204     Vertragskonto 2044178
Verbrauchsstelle: Hafenstr. 4, 20457 Hamburg
Abrechnungszeitraum 01.01.2025 - 31.12.2025
Zählernummer 44178204   Zählerstand alt 11.820   Zählerstand neu 15.220   Verbrauch 3.400 kWh
Rechnungsbetrag 1.182,04 EUR
Neuer monatlicher Abschlag 98,00 EUR`,
    identifiers: {},
    total: '1182.04',
    currency: 'EUR',
  },
  {
    name: 'F translation with a stamp',
    kind: 'translation',
    text: `CERTIFIED TRANSLATION
I, Lin Xiao, translator, hereby certify that this is a true and accurate translation from Chinese into English of the attached document.
Translation of: Business License
Name: Shenzhen Haijiao E-Commerce Co., Ltd.
Date: 12 April 2026`,
    identifiers: {},
  },
  {
    name: 'F table of prices of a line',
    kind: 'unknown',
    text: `云途全球专线 2026年5月价格表
国家   重量段(KG)      运费(元/KG)   挂号费(元/票)   时效
美国   0-0.1           68            18             6-9天
美国   0.1-0.45        65            16             6-9天
德国   0-0.3           58            20             7-10天
以上价格自2026年5月1日起生效`,
    identifiers: {},
  },
  {
    name: 'F curriculum vitae',
    kind: 'unknown',
    text: `Lin Xiao
E-commerce Operations Specialist
Experience
2022 - 2026  Cape Direct, listing and advertising on Amazon UK and DE
Education
2018 - 2022  Shenzhen University, International Trade
Skills: Excel, PPC, German B1`,
    identifiers: {},
  },
];
