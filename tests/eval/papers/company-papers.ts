// Contracts, authorisations, registers, bank, utility and product papers, in Chinese and other languages.
import type { Paper } from './paper.ts';

export const COMPANY_PAPERS: readonly Paper[] = [
  {
    name: 'Chinese supply contract',
    kind: 'purchase_contract',
    text: `产品购销合同
合同编号：JS-HJ-2026-007          签订地点：东莞市
供方（甲方）：东莞市捷顺五金制品厂
需方（乙方）：深圳市海角电子商务有限公司
根据《中华人民共和国民法典》的有关规定，经双方协商一致，签订本合同。
一、产品名称、规格、数量、金额
不锈钢挂钩6cm  20000个  单价0.86元  总价17200元
合计人民币金额（大写）：壹万柒仟贰佰元整
二、质量标准：按样品及国标执行。
三、交货时间及地点：2026年3月25日前送至需方仓库。
四、付款方式：预付30%，货到验收合格后付清余款。
五、违约责任：逾期交货每日按货款千分之三支付违约金。
六、争议解决：协商不成的，提交供方所在地人民法院诉讼解决。
七、本合同一式两份，双方各执一份，盖章后生效。
供方（盖章）：                    需方（盖章）：
签约日期：2026年2月26日            签约日期：2026年2月26日`,
    identifiers: { contract_no: ['JS-HJ-2026-007'] },
    dates: { signed: '2026-02-26' },
    total: '17200',
    currency: 'CNY',
    parties: { seller: '东莞市捷顺五金制品厂', buyer: '深圳市海角电子商务有限公司' },
  },
  {
    name: 'English supply agreement',
    kind: 'purchase_contract',
    text: `SUPPLY AGREEMENT
This Agreement is entered into on 12 January 2026 between:
(1) Lumen Works Manufacturing Ltd, a company registered in England ("the Supplier"); and
(2) Hearth & Home Retail Limited ("the Buyer").
NOW IT IS AGREED as follows:
1. Definitions and interpretation
2. Supply of Products. The Supplier shall manufacture and sell, and the Buyer shall purchase, the Products in the quantities stated in each Purchase Order.
3. Price and payment. Payment shall be made within 45 days of the date of invoice.
4. Title and risk
5. Warranties and limitation of liability
6. Term and termination. This Agreement shall commence on 1 February 2026 and continue for two years.
7. Governing law. The laws of England and Wales.
IN WITNESS WHEREOF the parties have executed this Agreement.
Signed for and on behalf of the Supplier: ______   Date: 12 January 2026`,
    parties: { seller: 'Lumen Works Manufacturing Ltd', buyer: 'Hearth & Home Retail Limited' },
    identifiers: {},
    dates: { signed: '2026-01-12' },
  },
  {
    name: 'Chinese brand authorisation',
    kind: 'letter_of_authorization',
    text: `品牌授权书
授权方：广东星野户外用品有限公司
地址：广州市番禺区石楼镇市莲路18号
被授权方：深圳市海角电子商务有限公司
店铺名称：HaiJiao
我公司系商标"STARWILD"（注册号：48291037，第22类）的合法所有人，现授权上述公司在亚马逊美国站、英国站、德国站销售我公司STARWILD品牌产品。
授权期限：2026年1月1日至2027年12月31日
未经我公司书面同意，不得转授权。
特此授权。
授权方（盖章）：
法定代表人签字：
2025年12月20日`,
    identifiers: { trademark_no: ['48291037'] },
    dates: { valid_from: '2026-01-01', valid_to: '2027-12-31', issue: '2025-12-20' },
    parties: { grantor: '广东星野户外用品有限公司', grantee: '深圳市海角电子商务有限公司' },
  },
  {
    name: 'English LOA without the usual words',
    kind: 'letter_of_authorization',
    text: `Alder & Finch Kitchenware Ltd
22 Albion Street, Sheffield S1 4GE · hello@alderfinch.example · +44 114 555 0142
3 March 2026
To whom it may concern
Letter of Authorisation
We, the owner of the trade mark ALDER & FINCH (UK00003918274), confirm that Hearth & Home Retail Limited, trading on Amazon as "HearthHome", is permitted to advertise and resell our products on the marketplaces of the United Kingdom and Germany.
Products covered: ASIN B0C7KD92LM
This permission runs from 1 March 2026 until 28 February 2027.
Yours faithfully
Helen Alder, Director`,
    parties: { grantee: 'Hearth & Home Retail Limited', issuer: 'Alder & Finch Kitchenware Ltd' },
    identifiers: { asin: ['B0C7KD92LM'] },
    more: ['trademark_no'],
    dates: { valid_to: '2027-02-28', issue: '2026-03-03' },
  },
  {
    name: 'German authorisation',
    kind: 'letter_of_authorization',
    text: `Wolff Naturkosmetik GmbH – Vertriebsberechtigung
Hiermit bestätigen wir, dass die Firma Hafenlicht Handels GmbH, Am Kai 3, 20457 Hamburg, berechtigt ist, Produkte unserer Marke "WOLFF NATUR" (DPMA 302019004821) über Amazon.de zu vertreiben.
Die Autorisierung gilt vom 01.01.2026 bis zum 31.12.2026 und kann jederzeit widerrufen werden.
Freiburg, 15. Dezember 2025
Dr. A. Wolff, Geschäftsführerin`,
    parties: { grantee: 'Hafenlicht Handels GmbH' },
    identifiers: {},
    more: ['trademark_no'],
    dates: { valid_from: '2026-01-01', valid_to: '2026-12-31', issue: '2025-12-15' },
  },
  {
    name: 'Chinese test report',
    kind: 'test_report',
    text: `CNAS  L4829   MA 202219120384
广州华测检验认证有限公司
检 验 检 测 报 告
报告编号：GZHC2603018274-01                 第1页 共6页
样品名称：不锈钢挂钩
型号规格：HK-6
委托单位：深圳市海角电子商务有限公司
生产单位：东莞市捷顺五金制品厂
样品接收日期：2026-03-02
检测周期：2026-03-02 至 2026-03-09
检测依据：GB 4806.9-2023
检测结果：符合要求（详见下页）
签发日期：2026-03-10
编制：      审核：      批准：`,
    identifiers: { report_no: ['GZHC2603018274-01'] },
    more: ['model'],
    dates: { issue: '2026-03-10', received: '2026-03-02' },
    parties: { applicant: '深圳市海角电子商务有限公司' },
  },
  {
    name: 'English test report',
    kind: 'test_report',
    text: `Test Report
Number : SHAH01928374                     Date : Mar 19, 2026
Applicant : BRIGHTPEAK ELECTRONICS CO., LTD
            4/F, BLDG B, FUYONG, SHENZHEN
Sample description as declared :
One (1) group of submitted samples said to be :
Item name : Plush bear toy   Item no. : BP-T12   Country of origin : China
Date sample received : Mar 10, 2026
Testing period : Mar 10, 2026 to Mar 18, 2026
Tests conducted : as requested by the applicant
Conclusion :
ASTM F963-23 Mechanical and physical - Pass
CPSIA section 101 total lead content - Pass
Authorized by : On behalf of Intertek Testing Services Shenzhen Ltd.`,
    identifiers: { report_no: ['SHAH01928374'] },
    more: ['model'],
    dates: { issue: '2026-03-19', received: '2026-03-10' },
  },
  {
    name: 'Chinese business licence photo',
    kind: 'business_license',
    source: 'ocr',
    text: `营业执照
（副本）
统一社会信用代码
91440300MA5FK7T2XC
名称 深圳市海角电子商务有限公司
类型 有限责任公司（自然人独资）
法定代表人 林晓东
经营范围 一般经营项目：电子产品、日用百货的销售；经营电子商务
注册资本 人民币壹佰万元
成立日期 2019年03月14日
营业期限 长期
住所 深圳市龙岗区坂田街道五和大道118号
登记机关 深圳市市场监督管理局`,
    identifiers: { uscc: ['91440300MA5FK7T2XC'] },
  },
  {
    name: 'Hong Kong business registration',
    kind: 'business_license',
    text: `BUSINESS REGISTRATION ORDINANCE (Chapter 310)
BUSINESS REGISTRATION REGULATIONS
商業登記證 Business Registration Certificate
Name of Business/Corporation  業務/法團所用名稱  SEABRIDGE TRADING LIMITED 海橋貿易有限公司
Address 地址  FLAT 12B, KWUN TONG INDUSTRIAL CENTRE, KWUN TONG, KL
Nature of Business 業務性質  IMPORT & EXPORT
Status 法律地位  BODY CORPORATE
Date of Commencement 開業日期  14/03/2021
Date of Expiry 屆滿日期  13/03/2027
Certificate No. 登記證號碼  72918304-000-03-26-5
Fee and Levy 登記費及徵費`,
    identifiers: {},
    more: ['report_no', 'tracking_number'],
    dates: { valid_to: '2027-03-13' },
  },
  {
    name: 'Chinese electricity bill',
    kind: 'utility_bill',
    text: `南方电网 深圳供电局有限公司
电费通知单
用户编号：0309182736450       用户名称：深圳市海角电子商务有限公司
用电地址：深圳市龙岗区坂田街道五和大道118号3楼
电费年月：2026年03月      抄表日期：2026-03-31
上次示数   本次示数   倍率   用电量(千瓦时)
18273      19921      1      1648
本期应交电费：￥1,318.40
缴费截止日：2026-04-20`,
    identifiers: {},
    more: ['bank_account', 'invoice_no'],
    dates: { due: '2026-04-20' },
    total: '1318.40',
    currency: 'CNY',
  },
  {
    name: 'Chinese water bill photo',
    kind: 'utility_bill',
    source: 'ocr',
    text: `深圳市水务(集团)有限公司
水费账单
户号 1002938475
户名 林晓东
地址 龙岗区坂田街道雅园路6号
计费月份 202603
上期读数 412 本期读数 438 实用水量 26立方米
水费 69.42 污水处理费 23.40 垃圾处理费 15.34
本期合计 108.16元`,
    identifiers: {},
    more: ['bank_account', 'invoice_no'],
    total: '108.16',
    currency: 'CNY',
  },
  {
    name: 'British broadband bill',
    kind: 'utility_bill',
    text: `Northlink Broadband
Your monthly statement
Mr D Harrow, 14 Crescent Road, Leeds LS6 2AB
Account number 8829103746      Bill date 4 March 2026     Bill period 1 Mar 2026 - 31 Mar 2026
Full Fibre 150                         £31.00
Landline rental                         £9.50
Calls outside allowance                 £1.12
Total charges this month               £41.62
We'll collect this by Direct Debit on or after 18 March 2026`,
    identifiers: { bank_account: ['****3746'] },
    more: ['bank_account'],
    dates: { issue: '2026-03-04' },
    total: '41.62',
    currency: 'GBP',
  },
  {
    name: 'German electricity bill',
    kind: 'utility_bill',
    text: `Stadtwerke Hafenstadt GmbH
Ihre Stromrechnung
Kundennummer 20918273    Vertragskonto 4100829173    Rechnungsnummer 710029183746
Rechnungsdatum 05.03.2026
Verbrauchsstelle: Am Kai 3, 20457 Hamburg    Zählernummer 1ISK0082917364
Abrechnungszeitraum 01.03.2025 bis 28.02.2026
Verbrauch 3.184 kWh
Nettobetrag 918,22 €   Umsatzsteuer 19 % 174,46 €
Rechnungsbetrag brutto 1.092,68 €
Ihre gezahlten Abschläge 1.080,00 €
Nachzahlung 12,68 €`,
    identifiers: { invoice_no: ['710029183746'] },
    more: ['contract_no', 'bank_account'],
    dates: { issue: '2026-03-05' },
    currency: 'EUR',
  },
  {
    name: 'Chinese bank statement',
    kind: 'bank_statement',
    text: `招商银行  账户交易明细
户名：深圳市海角电子商务有限公司    账号：755918204610301
开户机构：招商银行深圳宝安支行      币种：人民币
起止日期：2026-01-01 至 2026-03-31
交易日期    交易摘要        借方发生额    贷方发生额    余额           对方户名
2026-01-05  货款            17,200.00                  182,311.20     东莞市捷顺五金制品厂
2026-01-18  结汇入账                      64,018.33    246,329.53     连连银通电子支付有限公司
2026-02-03  工资            38,500.00                  207,829.53
本页合计  借方 55,700.00  贷方 64,018.33`,
    parties: { issuer: '深圳市海角电子商务有限公司' },
    identifiers: { bank_account: ['****0301'] },
    dates: { period_start: '2026-01-01', period_end: '2026-03-31' },
  },
  {
    name: 'English bank statement',
    kind: 'bank_statement',
    text: `HARBOUR BANK PLC
Business Current Account
Statement of account 1 February 2026 to 28 February 2026
Hearth & Home Retail Limited       Sort code 40-11-62   Account number 71829304   Sheet 44
Date      Details                                  Paid out      Paid in      Balance
01 Feb    BALANCE BROUGHT FORWARD                                             12,881.40
03 Feb    AMAZON PAYMENTS UK  SETTLEMENT                         8,114.22     20,995.62
09 Feb    LUMEN WORKS MFG                          6,300.00                   14,695.62
28 Feb    BALANCE CARRIED FORWARD                                             14,695.62`,
    identifiers: {},
    more: ['bank_account'],
    dates: { period_start: '2026-02-01', period_end: '2026-02-28' },
  },
  {
    name: 'Chinese bank transfer slip',
    kind: 'payment_proof',
    source: 'ocr',
    text: `中国工商银行 网上银行电子回单
回单号码：2603-1827-3645-0918
付款人户名 深圳市海角电子商务有限公司   收款人户名 东莞市捷顺五金制品厂
付款人账号 4000029109200182736          收款人账号 2010029109200918273
付款人开户行 工行深圳坂田支行            收款人开户行 工行东莞凤岗支行
金额（小写） 12,040.00元   金额（大写） 壹万贰仟零肆拾元整
用途 货款尾款
记账日期 2026年03月27日
电子回单专用章`,
    parties: { buyer: '深圳市海角电子商务有限公司', seller: '东莞市捷顺五金制品厂' },
    identifiers: { bank_account: ['****2736', '****8273'] },
    more: ['transaction_no', 'invoice_no'],
    dates: {},
    total: '12040.00',
    currency: 'CNY',
  },
  {
    name: 'wire transfer advice',
    kind: 'payment_proof',
    text: `OUTGOING WIRE TRANSFER CONFIRMATION
Sending bank: Harbour Bank PLC      Value date: 02/18/2026
Transaction reference: FT26049KX8213
Ordering customer: BLUE HERON GOODS LLC, WILMINGTON DE
Beneficiary customer: SHENZHEN BRIGHTPEAK ELECTRONICS CO., LTD
Beneficiary account: 44250100004600001829
Beneficiary bank: BKCHCNBJ45A BANK OF CHINA SHENZHEN
Amount: USD 1,518.00
Details of payment: 30PCT DEPOSIT PI BP260309-02
Charges: SHA`,
    identifiers: { transaction_no: ['FT26049KX8213'] },
    more: ['bank_account', 'invoice_no'],
    total: '1518.00',
    currency: 'USD',
  },
  {
    name: 'Chinese trademark certificate',
    kind: 'trademark_certificate',
    text: `第48291037号
商 标 注 册 证
STARWILD
核定使用商品/服务项目（国际分类：22）
帐篷；吊床；绳索（截止）
注册人  广东星野户外用品有限公司
注册地址  广东省广州市番禺区石楼镇市莲路18号
注册日期 2021年03月14日    有效期至 2031年03月13日
局长签发
国家知识产权局`,
    identifiers: { trademark_no: ['48291037'] },
    dates: { valid_to: '2031-03-13' },
  },
  {
    name: 'US trademark certificate',
    kind: 'trademark_certificate',
    text: `United States of America
United States Patent and Trademark Office
STARWILD
Reg. No. 6,182,937             GUANGDONG STARWILD OUTDOOR CO., LTD (CHINA limited company)
Registered Oct. 27, 2020       No.18 Shilian Road, Guangzhou, CHINA
Int. Cl.: 22                   CLASS 22: Tents; Hammocks; Ropes
Trademark                      FIRST USE 1-4-2019; IN COMMERCE 1-4-2019
Principal Register             THE MARK CONSISTS OF STANDARD CHARACTERS
                               SER. NO. 88-829,173, FILED 03-10-2020
Director of the United States Patent and Trademark Office`,
    identifiers: { trademark_no: ['6182937'] },
    more: ['trademark_no'],
  },
  {
    name: 'EUIPO certificate',
    kind: 'trademark_certificate',
    text: `EUIPO
EUROPEAN UNION INTELLECTUAL PROPERTY OFFICE
CERTIFICATE OF REGISTRATION
This Certificate of Registration is hereby issued for the European Union trade mark identified below.
The corresponding entries have been recorded in the Register of European Union trade marks.
Registered / Eingetragen 14/09/2021
No 018482913
(540) STARWILD
(511) 22
(151) 14/09/2021
(180) 02/06/2031
(732) Guangdong Starwild Outdoor Co., Ltd`,
    identifiers: {},
    more: ['trademark_no', 'report_no'],
  },
  {
    name: 'safety data sheet',
    kind: 'sds',
    text: `SAFETY DATA SHEET
according to Regulation (EC) No. 1907/2006 (REACH), Annex II
Revision date: 11.02.2026     Version 2.1
SECTION 1: Identification of the substance/mixture and of the company/undertaking
1.1 Product identifier: Glow Stick Refill GS-10
1.2 Relevant identified uses: hobby
1.3 Details of the supplier: Brightpeak Chemicals Ltd
1.4 Emergency telephone number: +44 870 190 6777
SECTION 2: Hazards identification
Skin irrit. 2, H315
SECTION 3: Composition/information on ingredients
Hydrogen peroxide  CAS 7722-84-1  3 - 5 %
SECTION 4: First aid measures`,
    identifiers: {},
    more: ['model'],
    dates: {},
  },
  {
    name: 'Chinese SDS',
    kind: 'sds',
    text: `化学品安全技术说明书
产品名称：白板清洁剂        按照GB/T 16483、GB/T 17519编制
修订日期：2026-01-15        SDS编号：HJ-SDS-018
第1部分 化学品及企业标识
第2部分 危险性概述
紧急情况概述：易燃液体
第3部分 成分/组成信息
乙醇 CAS No. 64-17-5 浓度 20-30%
第4部分 急救措施
第5部分 消防措施`,
    identifiers: {},
  },
  {
    name: 'EU declaration of conformity',
    kind: 'declaration_of_conformity',
    text: `EU DECLARATION OF CONFORMITY
We, Shenzhen Brightpeak Electronics Co., Ltd, declare under our sole responsibility that the product
Solar garden light, model BP-77
is in conformity with the relevant Union harmonisation legislation:
2014/30/EU (EMC)   2011/65/EU (RoHS)
EN 55015:2019+A11:2020   EN 61547:2009   EN IEC 63000:2018
Authorised representative: Eurohaus Consulting GmbH, Frankfurt
Signed for and on behalf of: L. Zhao, QA manager   Shenzhen, 4 Feb 2026`,
    identifiers: {},
    more: ['model'],
  },
  {
    name: 'CPC',
    kind: 'cpc',
    text: `CHILDREN'S PRODUCT CERTIFICATE
1. Product identification: Plush bear toy BP-T12
2. Safety rules cited: ASTM F963-23, 16 CFR Part 1303, CPSIA Section 101
3. U.S. importer: Blue Heron Goods LLC, 1209 Orange Street, Wilmington DE, (302) 555-0117
4. Contact for test records: Amy Chen, amy@example.com
5. Date and place of manufacture: 02/2026, Dongguan, China
6. Date and place of testing: 03/18/2026, Shenzhen
7. Third party laboratory: Intertek Testing Services Shenzhen Ltd., CPSC ID 1191
Test report no. SHAH01928374`,
    identifiers: { report_no: ['SHAH01928374'] },
    more: ['model'],
  },
  {
    name: 'product label photo',
    kind: 'unknown',
    source: 'ocr',
    text: `STARWILD
Camping hammock
Model SW-H220
Made in China
Max load 200 kg
Keep away from fire
6934127804569
Importer: Hafenlicht Handels GmbH, Am Kai 3, 20457 Hamburg`,
    identifiers: {},
    more: ['gtin', 'model'],
  },
  {
    name: 'lease in Chinese',
    kind: 'lease_contract',
    text: `房屋租赁合同
出租方（甲方）：深圳市坂田股份合作公司
承租方（乙方）：深圳市海角电子商务有限公司
第一条 甲方将位于深圳市龙岗区坂田街道五和大道118号3楼的房屋出租给乙方作办公使用，建筑面积320平方米。
第二条 租赁期限自2025年6月1日起至2028年5月31日止。
第三条 月租金人民币19200元，押金两个月。
第四条 水电费由乙方承担。
甲方（签章）        乙方（签章）
2025年5月20日`,
    identifiers: {},
    dates: { valid_from: '2025-06-01', valid_to: '2028-05-31' },
  },
  {
    name: 'German VAT certificate',
    kind: 'vat_certificate',
    text: `Finanzamt Berlin International
Bescheinigung über die Erfassung als Steuerpflichtiger (Unternehmer) im Sinne von § 22f Abs. 1 Satz 2 UStG
Name: Shenzhen Haijiao Ecommerce Co., Ltd
Steuernummer 29/482/91037
Umsatzsteuer-Identifikationsnummer DE312847567
Gültig ab 12.01.2026
Die Bescheinigung wird auf Antrag erteilt.`,
    identifiers: { vat_no: ['DE312847567'] },
    dates: { valid_from: '2026-01-12' },
  },
  {
    name: 'LUCID confirmation',
    kind: 'epr_certificate',
    text: `Zentrale Stelle Verpackungsregister
Öffentlich-rechtliche Bestätigung der Registrierung
Sehr geehrte Damen und Herren,
die Shenzhen Haijiao Ecommerce Co., Ltd ist im Verpackungsregister LUCID registriert.
Registrierungsnummer: DE4829103746182
Registrierungsdatum: 03.02.2026
Osnabrück, 03.02.2026`,
    identifiers: { lucid_no: ['DE4829103746182'] },
  },
  {
    name: 'liability insurance certificate',
    kind: 'insurance_coi',
    text: `CERTIFICATE OF LIABILITY INSURANCE            DATE (MM/DD/YYYY) 01/22/2026
PRODUCER  Pacific Risk Brokers            INSURER(S) AFFORDING COVERAGE   NAIC #
INSURED  Shenzhen Haijiao Ecommerce Co Ltd   INSURER A: Ping An P&C
TYPE OF INSURANCE        POLICY NUMBER        POLICY EFF      POLICY EXP      LIMITS
COMMERCIAL GENERAL LIABILITY  PA-GL-2601882   01/15/2026      01/15/2027      EACH OCCURRENCE $1,000,000
CERTIFICATE HOLDER: Amazon.com Services LLC, Seattle WA, as additional insured`,
    identifiers: {},
    more: ['report_no', 'contract_no'],
  },
];
