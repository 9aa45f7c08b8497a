// Where does a text live between typing and saving, so that nothing typed is ever lost?
// In this tab's own memory: it survives a reload and a lost engine, and it is gone with the tab or once it is saved.

export interface StatementDraft {
  readonly subject: string;
  readonly text: string;
  readonly textZh: string;
  /** Revision of the case that the typing began from. */
  readonly revision: number;
}

const keyOf = (caseNumber: string): string => `casebinder.statement.${caseNumber}`;

export function readDraft(caseNumber: string): StatementDraft | null {
  try {
    const stored = sessionStorage.getItem(keyOf(caseNumber));
    if (stored === null) return null;
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null) return null;
    const { subject, text, textZh, revision } = value as Record<string, unknown>;
    return typeof subject === 'string' &&
      typeof text === 'string' &&
      typeof textZh === 'string' &&
      typeof revision === 'number'
      ? { subject, text, textZh, revision }
      : null;
  } catch {
    return null;
  }
}

export function writeDraft(caseNumber: string, draft: StatementDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(keyOf(caseNumber));
    else sessionStorage.setItem(keyOf(caseNumber), JSON.stringify(draft));
  } catch {
    // A browser that refuses storage still keeps the text on the page.
  }
}
