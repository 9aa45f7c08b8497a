// What exactly was wrong, said in Chinese: the detail of an error is written once, in English, where it is thrown.

/** Whole details. */
export const DETAIL_SENTENCES: Readonly<Record<string, string>> = {
  'a contact needs a name, a number or an address': '联系人至少需要姓名、号码或地址中的一项',
  'account name is empty': '账户名称为空',
  'changing a deadline needs a reason': '更改期限需要填写理由',
  'closing a case needs an outcome: won, lost, partial, withdrawn or expired':
    '结案前须先记录结果：won（胜诉）、lost（败诉）、partial（部分）、withdrawn（撤回）或 expired（过期）',
  'empty identifier': '编号为空',
  'empty message': '消息为空',
  'empty note': '备注为空',
  'impossible date': '日期不可能存在',
  'no account yet': '还没有账户',
  'no value was given': '没有填写任何数值',
  'only own notes can be removed': '只能移除自己的备注',
  'several accounts: name one': '有多个账户，请指定其中一个',
  'skipping needs a reason': '跳过需要填写理由',
  'two exhibits with the same label': '两份证据的编号相同',
  'the statement is empty': '申诉文字为空',
};

/** Nouns that stand before the value they are about: "date 2026-02-30", "case C-0099". */
const NOUNS: Readonly<Record<string, string>> = {
  account: '账户',
  backup: '备份',
  correction: '更正',
  'health entry': '健康记录',
  override: '更正',
  pack: '证据包',
  amount: '金额',
  ASIN: 'ASIN',
  call: '回电',
  'Case ID': '问题编号',
  case: '案件',
  category: '类别',
  channel: '渠道',
  contact: '联系人',
  date: '日期',
  decision: '决定',
  document: '文档',
  edition: '版本',
  entry: '条目',
  event: '条目',
  exhibit: '证据',
  folder: '文件夹',
  hour: '小时',
  job: '任务',
  kind: '种类',
  marketplace: '站点',
  number: '编号',
  order: '订单',
  outcome: '结果',
  paper: '证件',
  problem: '问题类型',
  quantity: '数量',
  receipt: '回执',
  role: '角色',
  setting: '设置',
  shipment: '货件',
  status: '状态',
  time: '时间',
  'tracking number': '追踪号',
  units: '数量',
  week: '周',
  weekday: '星期',
};
/** Longer ones first: "tracking number" is no "tracking". */
const LEADING = new RegExp(
  `^(${Object.keys(NOUNS)
    .sort((a, b) => b.length - a.length)
    .join('|')}) (?=\\S)`,
);

/** The detail in Chinese; one that is not known stays as it is. */
export function describeDetail(detail: string): string {
  return (
    DETAIL_SENTENCES[detail] ??
    detail
      .replace(LEADING, (_whole, noun: string) => `${NOUNS[noun] ?? noun} `)
      .replace(/ exists$/, ' 已存在')
      .replace(/ is in the future$/, ' 还没有到')
      .replace(/ has not begun$/, ' 还没有开始')
  );
}
