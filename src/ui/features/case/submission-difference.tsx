// What is different from the last thing that was sent: words, and attachments?
import { diffText } from '../../../domain/statements/diff-text.ts';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import { useWords } from '../../app/words.ts';
import { Notice } from '../../components/notice.tsx';

const MARKS = { added: '+', removed: '−', same: ' ' } as const;

export function SubmissionDifference({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useWords();
  const last = detail.submissions[0];
  if (last === undefined) return null;
  const lines = diffText(last.text, detail.statement.text);
  const changed = lines.filter((line) => line.kind !== 'same');
  const before = new Set(last.exhibits.map((exhibit) => exhibit.sha256));
  const now = new Set(detail.exhibits.map((exhibit) => exhibit.document.sha256));
  const added = detail.exhibits.filter((exhibit) => !before.has(exhibit.document.sha256));
  const removed = last.exhibits.filter((exhibit) => !now.has(exhibit.sha256));
  if (changed.length === 0 && added.length === 0 && removed.length === 0)
    return (
      <Notice color="orange" title={t('uiDesk.noDifference')}>
        {t('uiDesk.noDifferenceHint')}
      </Notice>
    );
  return (
    <details open>
      <summary style={{ cursor: 'pointer', fontWeight: 500 }}>
        {t('uiDesk.difference', { lines: changed.length, files: added.length + removed.length })}
      </summary>
      <section
        aria-label={t('uiDesk.difference', { lines: changed.length, files: added.length + removed.length })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="cb-event-text"
        style={{
          maxHeight: 220,
          overflow: 'auto',
          border: '1px solid var(--cb-line)',
          borderRadius: 6,
          padding: '6px 10px',
          fontSize: 12.5,
        }}
      >
        {[
          ...removed.map((file) => ({ kind: 'removed' as const, text: `${file.label} ${file.name}` })),
          ...added.map((file) => ({
            kind: 'added' as const,
            text: `${file.label} ${file.document.fileName}`,
          })),
          ...changed,
        ].map((line, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a difference never move
            key={index}
            style={{ color: line.kind === 'added' ? 'var(--cb-have)' : 'var(--cb-missing)' }}
          >
            {MARKS[line.kind]} {line.text}
          </div>
        ))}
      </section>
    </details>
  );
}
