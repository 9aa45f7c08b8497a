// Which dates, amounts and parties does the document name, and what should be explained or replaced?
import { IconInfoCircle } from '@tabler/icons-react';
import type { DocumentDetail } from '../../../../engine/store/document-detail.ts';
import { useWords } from '../../../app/words.ts';
import { formatIsoText } from '../../../components/format-time.ts';
import { FactSection } from './fact-section.tsx';

const SHOWN = 12;

interface Finding {
  readonly role: string;
  readonly text: string;
}

export function FindingFacts({ document }: { readonly document: DocumentDetail }) {
  const { t } = useWords();
  // Reports are full of dates without a role; the telling ones must not drown in them.
  const telling = document.dates.filter((d) => d.role !== 'other');
  const dates = (telling.length > 0 ? telling : document.dates.slice(0, 4)).map((d) => ({
    role: d.role,
    text: formatIsoText(d.value),
  }));
  const amounts = document.amounts.map((a) => ({
    role: a.role,
    text: a.currency === undefined ? a.value : `${a.value} ${a.currency}`,
  }));
  const parties = document.parties.map((p) => ({ role: p.role, text: p.name }));
  return (
    <>
      <Findings title={t('uiDocuments.dates')} findings={dates} isNumeric />
      <Findings title={t('uiDocuments.amounts')} findings={amounts} isNumeric />
      <Findings title={t('uiDocuments.parties')} findings={parties} />
    </>
  );
}

function Findings({
  title,
  findings,
  isNumeric = false,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly isNumeric?: boolean;
}) {
  const { t } = useWords();
  const seen = new Map(findings.map((f) => [`${f.role} ${f.text}`, f]));
  if (seen.size === 0) return null;
  return (
    <FactSection title={title}>
      <dl className="cb-pairs">
        {[...seen].slice(0, SHOWN).map(([key, finding]) => (
          <div key={key}>
            <dt>{t(`uiDocuments.role_${finding.role}`)}</dt>
            <dd style={isNumeric ? { fontVariantNumeric: 'tabular-nums' } : undefined}>{finding.text}</dd>
          </div>
        ))}
      </dl>
    </FactSection>
  );
}

/** Quiet notes: what a reviewer might ask about, and what could not be read. */
export function NoteFacts({ document }: { readonly document: DocumentDetail }) {
  const { t, reason } = useWords();
  const notes = [
    ...document.warnings.map((w) => ({ title: t('uiDocuments.warnings'), text: reason(w) })),
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
