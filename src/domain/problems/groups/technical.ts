// Which problems of group "tec" (technical problems) exist, and what does each one need (domain.md 1.4, 1.5)?
import type { ProblemRow } from '../problem-type.ts';

export const TECHNICAL_PROBLEMS: readonly ProblemRow[] = [
  {
    slug: 'tec-feed-or-page-error',
    group: 'tec',
    name: { zh: '上传报错、页面报错', en: 'Upload, feed or page error' },
    category: 'technical',
    channels: ['seller_support'],
    severity: 'normal',
    usualAnswer: { hours: 48 },
    requiredKinds: ['error_screenshot'],
    recommendedKinds: ['amazon_report'],
    ruleRefs: [],
    pitfalls: [
      {
        zh: '写明时间线、错误代码与复现步骤，否则会来回追问。',
        en: 'Give timeline, error code and steps to reproduce, otherwise they will ask again.',
      },
    ],
    sources: ['S2'],
    verifiedOn: null,
    confidence: 'medium',
  },
  {
    slug: 'tec-user-permission',
    group: 'tec',
    name: { zh: '用户权限、二步验证', en: 'User permission or two-step verification' },
    category: 'technical',
    channels: ['seller_support'],
    severity: 'normal',
    usualAnswer: { hours: 48 },
    requiredKinds: ['error_screenshot'],
    recommendedKinds: ['business_license'],
    ruleRefs: [],
    pitfalls: [
      {
        zh: '请由主账户管理员提交；子账户权限不足是常见失败原因。',
        en: 'The main account administrator must file it; missing permission is a frequent cause of failure.',
      },
    ],
    sources: ['S2'],
    verifiedOn: null,
    confidence: 'low',
  },
  {
    slug: 'tec-other',
    group: 'tec',
    name: { zh: '政策咨询与其他', en: 'Policy question or other' },
    category: 'technical',
    channels: ['seller_support'],
    severity: 'normal',
    usualAnswer: { hours: 48 },
    requiredKinds: [],
    recommendedKinds: [],
    ruleRefs: [],
    pitfalls: [
      {
        zh: '以官方渠道答复为准；先查自助帮助页面。',
        en: 'The official answer counts; look at the help pages first.',
      },
      {
        zh: 'ERP、广告工具、销量预测等第三方软件的问题请找该服务商，亚马逊客服不处理；政策、停用和下架才找官方。',
        en: 'Questions about an ERP, an advertising tool or a forecast go to its provider, Amazon does not handle them; policy, deactivation and removed listings go to Amazon.',
      },
    ],
    sources: ['S2'],
    verifiedOn: null,
    confidence: 'low',
  },
];
