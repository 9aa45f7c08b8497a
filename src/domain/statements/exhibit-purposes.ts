// What does a document of each kind usually prove?
import type { Bilingual } from '../problems/problem-type.ts';

function purpose(zh: string, en: string): Bilingual {
  return { zh, en };
}

const PURCHASE = purpose('证明商品从供应商采购', 'shows the purchase of the goods from the supplier');

/** Used when the author names no purpose. */
export const EXHIBIT_PURPOSES: Readonly<Record<string, Bilingual>> = {
  supplier_invoice: PURCHASE,
  fapiao_digital: PURCHASE,
  fapiao_vat_special: PURCHASE,
  fapiao_vat_normal: PURCHASE,
  commercial_invoice: PURCHASE,
  purchase_order: purpose('证明订购了该商品', 'shows that the goods were ordered'),
  purchase_contract: purpose('证明与供应商的供货关系', 'shows the supply relationship with the supplier'),
  payment_proof: purpose('证明已向供应商付款', 'shows the payment to the supplier'),
  delivery_note: purpose('证明供应商已交货', 'shows that the supplier delivered the goods'),
  packing_list: purpose('证明发出的箱数与数量', 'shows the boxes and quantities sent'),
  shipping_label: purpose('证明收件地址与追踪编码', 'shows the address and the tracking number'),
  tracking_slip: purpose('证明承运人的运输记录', "shows the carrier's scans"),
  pod: purpose('证明已送达', 'shows that the parcel was delivered'),
  bill_of_lading: purpose(
    '证明货物已交承运人（箱数与重量）',
    'shows the handover to the carrier with box count and weight',
  ),
  carrier_pickup_receipt: purpose('证明交给承运人的日期', 'shows the date of the handover to the carrier'),
  customs_declaration: purpose('证明货物已出口申报', 'shows the export declaration of the goods'),
  fba_box_label: purpose('证明箱子已正确贴标', 'shows that the boxes were labelled'),
  fba_shipment_summary: purpose('证明发出与接收数量的差异', 'shows the units sent and the units received'),
  shipping_video: purpose('证明商品、打包与称重', 'shows the item, its packing and weighing'),
  packing_photo: purpose('证明打包与称重', 'shows the packing and weighing'),
  product_photo: purpose('证明商品与标签的实际状况', 'shows the real product and its labels'),
  damage_photo: purpose('证明损坏情况', 'shows the damage'),
  return_unboxing_video: purpose('证明收到退货时的状况', 'shows the state of the return when it was opened'),
  letter_of_authorization: purpose('证明获得销售授权', 'shows the authorisation to sell'),
  license_agreement: purpose('证明获得许可', 'shows the licence'),
  trademark_certificate: purpose('证明商标注册', 'shows the trademark registration'),
  patent_certificate: purpose('证明专利权', 'shows the patent'),
  copyright_registration: purpose('证明作品登记', 'shows the copyright registration'),
  ip_retraction: purpose('证明权利人已撤诉', 'shows the retraction of the rights owner'),
  test_report: purpose('证明符合所列标准', 'shows compliance with the standards named'),
  cpc: purpose('证明儿童产品合规', "certifies the children's product"),
  declaration_of_conformity: purpose('证明符合欧盟要求', 'declares conformity with the directives named'),
  sds: purpose('证明成分与危险性', 'shows composition and hazards'),
  product_manual: purpose('证明警告与使用说明', 'shows warnings and instructions'),
  business_license: purpose('证明公司主体', 'identifies the company'),
  legal_rep_id: purpose('证明法定代表人身份', 'identifies the legal representative'),
  bank_statement: purpose('证明银行账户归属', 'shows the holder of the bank account'),
  utility_bill: purpose('证明地址', 'shows the address'),
  insurance_coi: purpose('证明已投保责任险', 'shows the liability insurance'),
  vat_certificate: purpose('证明税号', 'shows the VAT registration'),
  performance_notification: purpose('亚马逊的通知', "is Amazon's notification"),
  buyer_message: purpose('证明与买家的沟通', 'shows the communication with the buyer'),
  order_detail: purpose('证明订单信息', 'shows the order'),
  return_record: purpose('证明退货情况', 'shows the return'),
  refund_record: purpose('证明退款情况', 'shows the refund'),
  atoz_record: purpose('证明索赔记录', 'shows the claim'),
  amazon_report: purpose('亚马逊报表中的对应行', 'holds the rows of the Amazon report'),
  settlement_report: purpose('结算报告中的对应行', 'holds the rows of the settlement'),
  account_health_screenshot: purpose('证明账户状况', 'shows the account health at the time'),
  listing_screenshot: purpose('证明商品详情页内容', 'shows the listing'),
  error_screenshot: purpose('证明错误代码与时间', 'shows the error code and its time'),
  translation: purpose('所附原件的英文翻译', 'is the English translation of the original'),
};

export const GENERAL_PURPOSE: Bilingual = purpose('支持上述说明', 'supports the statement above');
