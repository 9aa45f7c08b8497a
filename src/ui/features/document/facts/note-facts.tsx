// What should be explained or replaced, and what could not be read?
import { IconInfoCircle } from '@tabler/icons-react';
import type { DocumentDetail } from '../../../../engine/store/document-detail.ts';
import { useWords } from '../../../app/words.ts';

/** A person's own corrections that the file speaks against. */
const AGAINST_THE_FILE = new Set(['correctedCertain', 'struckCertain', 'struckValidNumber']);

/** Quiet notes: what a reviewer might ask about, and what could not be read. */
export function NoteFacts({ document }: { readonly document: DocumentDetail }) {
  const { t, reason } = useWords();
  const notes = [
    ...document.warnings.map((w) => ({
      title: t(AGAINST_THE_FILE.has(w.code) ? 'uiDocuments.againstTheFile' : 'uiDocuments.warnings'),
      text: reason(w),
    })),
    ...document.problems.map((p) => ({
      title: t('uiDocuments.problemsOfFile'),
      text: reason({ code: p.code }),
    })),
  ];
  if (notes.length === 0) return null;
  return (
    <section className="cb-facts-section">
      {notes.map((note) => (
        <div key={note.text} className="cb-note">
          <IconInfoCircle size={15} stroke={1.6} style={{ flex: 'none', marginTop: 1 }} aria-hidden />
          <div>
            <span style={{ fontWeight: 600 }}>{note.title}</span>
            <div>{note.text}</div>
          </div>
        </div>
      ))}
    </section>
  );
}
