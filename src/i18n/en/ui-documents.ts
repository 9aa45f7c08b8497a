// Words of the document list, the document page and the inbox, in English.
export const uiDocuments = {
  title: 'Documents',
  inboxTitle: 'Inbox',
} as const;
