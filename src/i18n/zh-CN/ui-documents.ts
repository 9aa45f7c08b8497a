// Words of the document list, the document page and the inbox, in Chinese.
export const uiDocuments = {
  title: '文档',
  inboxTitle: '待整理',
} as const;
