// How is one item put right: kind by digit or by typing, identifiers, problems, then on to the next?
import { Button, MultiSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { PROBLEM_TYPES } from '../../../domain/problems/problem-types.ts';
import type { DocumentDetail } from '../../../engine/store/document-detail.ts';
import { useWords } from '../../app/words.ts';
import { KindIcon } from '../../components/kind-icon.tsx';
import { KindPicker } from '../../components/kind-picker.tsx';
import type { Corrections } from '../../components/use-corrections.tsx';
import { FactSection } from '../document/facts/fact-section.tsx';
import { IdentifierFacts } from '../document/facts/identifier-facts.tsx';
import { NoteFacts } from '../document/facts/note-facts.tsx';

/** What is offered when recognition has no idea: what most often lies in such folders (domain.md 2). */
const COMMON_KINDS = [
  'supplier_invoice',
  'packing_photo',
  'tracking_slip',
  'shipping_label',
  'buyer_message',
];
const CHOICES = 6;

interface InboxItemProps {
  readonly document: DocumentDetail;
  readonly corrections: Corrections;
  readonly onDone: (corrections: readonly number[]) => void;
  readonly onSkip: () => void;
}

export function InboxItem({ document, corrections, onDone, onSkip }: InboxItemProps) {
  const { t, kind, pick, reason, language } = useWords();
  const guesses = [
    ...(document.kind === 'unknown' ? [] : [{ slug: document.kind, confidence: document.kindConfidence }]),
    ...(document.kindResult?.alternatives ?? []),
  ];
  const [picked, setPicked] = useState<string>();
  const slugs = [
    ...new Set([...(picked === undefined ? [] : [picked]), ...guesses.map((g) => g.slug), ...COMMON_KINDS]),
  ]
    .filter((slug) => slug !== 'unknown')
    .slice(0, CHOICES);
  const [chosen, setChosen] = useState<string | undefined>(guesses[0]?.slug);
  const [problems, setProblems] = useState<readonly string[]>(document.problemTypes);

  const confirm = async (): Promise<void> => {
    if (chosen === undefined || corrections.isBusy) return;
    const hasOtherProblems = problems.join() !== document.problemTypes.join();
    const made = await corrections.correct(
      { documentId: document.id, kind: chosen, ...(hasOtherProblems ? { problems: [...problems] } : {}) },
      t('uiDocuments.confirmed', { kind: kind(chosen) }),
    );
    if (made !== null) onDone(made);
  };
  const latest = useRef({ confirm, onSkip, slugs, language });
  latest.current = { confirm, onSkip, slugs, language };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = target?.matches('input, textarea, [role="combobox"]') ?? false;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const now = latest.current;
      const digit = /^[1-9]$/.test(event.key) ? now.slugs[Number(event.key) - 1] : undefined;
      if (digit !== undefined) setChosen(digit);
      else if (event.key === 'Enter' && target?.closest('a, button:not(.cb-choice)') == null) {
        event.preventDefault();
        void now.confirm();
      } else if (event.key === 's' || event.key === 'ArrowRight') now.onSkip();
      else if (/^\p{L}$/u.test(event.key)) {
        // Chinese is typed through an input method, which starts with the next key: this letter must not stay.
        if (now.language === 'zh-CN') event.preventDefault();
        window.document.getElementById('inbox-kind')?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const confidence = new Map(guesses.map((g) => [g.slug, g.confidence]));
  const reasons = document.kindResult?.reasons ?? [];
  return (
    <aside className="cb-inbox-side" aria-label={t('uiDocuments.inboxQuestion')}>
      <div className="cb-inbox-body">
        <section className="cb-facts-section">
          <Link
            to="/documents/$documentId"
            params={{ documentId: String(document.id) }}
            className="cb-link"
            title={t('uiDocuments.openDocument')}
            style={{ fontWeight: 600, fontSize: 14, overflowWrap: 'anywhere' }}
          >
            {document.title || document.fileName}
          </Link>
          <div className="cb-quiet" style={{ fontSize: 12, overflowWrap: 'anywhere', marginTop: 2 }}>
            {document.path}
          </div>
        </section>
        <FactSection title={t('uiDocuments.inboxQuestion')}>
          {reasons.length === 0 ? null : (
            <div className="cb-quiet" style={{ marginBottom: 8, fontSize: 12 }}>
              {reasons.slice(0, 2).map(reason).join(' · ')}
            </div>
          )}
          {slugs.map((slug, index) => {
            const sure = confidence.get(slug);
            return (
              <button
                key={slug}
                type="button"
                className="cb-choice"
                aria-pressed={slug === chosen}
                onClick={() => setChosen(slug)}
                onDoubleClick={() => void confirm()}
              >
                <kbd>{index + 1}</kbd>
                <KindIcon kind={slug} />
                <span style={{ flex: 1 }}>{kind(slug)}</span>
                {sure === undefined ? null : (
                  <span className="cb-quiet" style={{ fontSize: 11.5, fontVariantNumeric: 'tabular-nums' }}>
                    {Math.round(sure * 100)}%
                  </span>
                )}
              </button>
            );
          })}
          <div style={{ marginTop: 8 }}>
            <KindPicker
              inputId="inbox-kind"
              placeholder={t('uiDocuments.typeOther')}
              onPick={(slug) => {
                setPicked(slug);
                setChosen(slug);
                (window.document.activeElement as HTMLElement | null)?.blur();
              }}
            />
          </div>
        </FactSection>
        <NoteFacts document={document} />
        <IdentifierFacts document={document} corrections={corrections} alwaysAdd />
        <FactSection title={t('uiDocuments.serves')}>
          <MultiSelect
            value={[...problems]}
            onChange={setProblems}
            data={PROBLEM_TYPES.map((p) => ({ value: p.slug, label: pick(p.name) }))}
            searchable
            clearable
            hidePickedOptions
            maxDropdownHeight={260}
            aria-label={t('uiDocuments.serves')}
            nothingFoundMessage={t('ui.nothingFound')}
          />
        </FactSection>
      </div>
      <footer className="cb-inbox-foot" style={{ gridTemplateColumns: '1fr auto' }}>
        <Button
          size="sm"
          disabled={chosen === undefined}
          loading={corrections.isBusy}
          onClick={() => void confirm()}
        >
          {t('uiDocuments.confirmNext')}
        </Button>
        <Button size="sm" variant="default" onClick={onSkip}>
          {t('uiDocuments.skip')}
        </Button>
      </footer>
    </aside>
  );
}
