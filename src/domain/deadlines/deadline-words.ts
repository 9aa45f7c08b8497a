// What are the events and units called that deadlines are counted in?
import type { AnchorKind, DeadlineUnit } from '../problems/deadline-rule.ts';
import type { Bilingual } from '../problems/problem-type.ts';

export const ANCHOR_NAMES: Readonly<Record<AnchorKind, Bilingual>> = {
  notified: { zh: '收到通知', en: 'notification received' },
  stated_deadline: { zh: '通知写明的期限', en: 'date stated in the notice' },
  submitted: { zh: '已提交', en: 'submitted' },
  amazon_message: { zh: '亚马逊回复', en: 'message from Amazon' },
  own_message: { zh: '我方留言', en: 'our message' },
  aha_contact: { zh: '账户状况保障联系', en: 'contact by Account Health Assurance' },
  deactivated: { zh: '账户停用', en: 'account deactivated' },
  info_request: { zh: '要求补充信息', en: 'request for information' },
  claim_debited: { zh: '索赔扣款', en: 'claim debited' },
  appeal_info_request: { zh: '申诉期间要求补充信息', en: 'request for information during the appeal' },
  chargeback_email: { zh: '拒付邮件', en: 'chargeback e-mail' },
  return_scan: { zh: '退货签收扫描', en: 'delivery scan of the return' },
  refunded: { zh: '退款', en: 'refund' },
  last_scan: { zh: '最后一次扫描', en: 'last carrier scan' },
  claim_denied: { zh: '索赔被拒', en: 'claim denied' },
  feedback_left: { zh: '买家留下反馈', en: 'feedback left' },
  return_requested: { zh: '买家申请退货', en: 'return requested' },
  shipment_delivered: { zh: '货件送达', en: 'shipment delivered' },
  reported_lost: { zh: '报告丢失', en: 'reported lost' },
  reported_damaged: { zh: '报告损坏', en: 'reported damaged' },
  removal_created: { zh: '移除货件创建', en: 'removal shipment created' },
  removal_delivered: { zh: '移除货件送达', en: 'removal delivered' },
  ship_confirmed: { zh: '确认发货', en: 'shipment confirmed' },
  tracking_corrected: { zh: '更正追踪编码', en: 'tracking corrected' },
  verification_requested: { zh: '要求验证', en: 'verification requested' },
  verified: { zh: '完成验证', en: 'verified' },
  sales_threshold: { zh: '达到销售额门槛', en: 'sales threshold reached' },
  form_signed: { zh: '表格签署', en: 'form signed' },
};

export const UNIT_NAMES: Readonly<Record<DeadlineUnit, Bilingual>> = {
  hour: { zh: '小时', en: 'hours' },
  day: { zh: '天', en: 'days' },
  business_day: { zh: '个工作日', en: 'business days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
  calendar_year_end: { zh: '个日历年（年底）', en: 'calendar years (end of the year)' },
};
