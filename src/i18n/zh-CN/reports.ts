// What is wrong with a row of an imported report, in Chinese?
export const reports = {
  damagedId: '{column} 被表格软件破坏（{value}），请重新下载 .txt 版本',
  zerosRestored: '{column}：已补回表格软件丢掉的前导零（{value}）',
  dateUnreadable: '{column}：“{value}”不是有效日期',
  rowShort: '该行提前结束（缺 {column} 及以后）',
  rowLong: '该行的单元格多于表头（{value}）',
  quoteOpen: '文件在引号内结束，很可能不完整',
  REPORT_UNKNOWN: '无法识别的表头：{value}',
  FILE_UNREADABLE: '无法读取文件：{value}',
} as const;
