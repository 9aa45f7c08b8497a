// What does the case need: what is there, what is weak, what is missing, and which document could fill it?
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconSparkles } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ACCEPTANCE_RULE_BY_ID } from '../../../domain/problems/acceptance-rules.ts';
import type { RuleOutcome } from '../../../domain/problems/checklist.ts';
import { describeSource } from '../../../domain/problems/sources.ts';
import type { CaseChecklistRow, CaseDetail, Suggestion } from '../../../engine/cases/case-view.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords, type Words } from '../../app/words.ts';
import { CorrectionNote } from '../../components/correction-note.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { nameIdentifierType } from '../../components/identifier-name.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';
import { useCaseChange } from './use-case-change.ts';

/** What of a problem type this page shows. */
const ON_THIS_PAGE = ['pitfalls', 'requiredKinds', 'recommendedKinds', 'rulesOff'];

export function Checklist({ detail }: { readonly detail: CaseDetail }) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const attachAll = useMutation(trpc.cases.attachSuggested.mutationOptions(useCaseChange(detail.number)));
  const open = detail.checklist.filter((row) => row.state !== 'have' && row.suggestions.length > 0);
  const required = detail.checklist.filter((row) => row.required);
  const recommended = detail.checklist.filter((row) => !row.required);
  const corrected = detail.problemType.corrections.findLast((own) =>
    own.fields.some((field) => ON_THIS_PAGE.includes(field)),
  );
  if (detail.checklist.length === 0) return <EmptyState title={t('uiCases.checklistEmpty')} />;
  return (
    <div className="cb-wide">
      <div style={{ display: 'flex', alignItems: 'center', gap: 14, marginBottom: 12, minHeight: 30 }}>
        <span>
          {t('uiCases.checklistSummary', {
            have: required.filter((row) => row.state === 'have').length,
            total: required.length,
          })}
        </span>
        <div style={{ flex: 1 }} />
        {open.length === 0 ? null : (
          <Button
            leftSection={<IconSparkles size={15} stroke={1.6} />}
            loading={attachAll.isPending}
            onClick={() => attachAll.mutate({ case: detail.number })}
          >
            {t('uiCases.attachAll')}
          </Button>
        )}
      </div>
      {required.map((row) => (
        <Row key={row.kind} row={row} caseNumber={detail.number} />
      ))}
      {recommended.length === 0 ? null : (
        <h2 className="cb-quiet" style={{ fontSize: 12.5, fontWeight: 600, margin: '16px 0 8px' }}>
          {t('uiCases.recommended')}
        </h2>
      )}
      {recommended.map((row) => (
        <Row key={row.kind} row={row} caseNumber={detail.number} />
      ))}
      {detail.problemType.pitfalls.length === 0 ? null : (
        <section style={{ marginTop: 18 }}>
          <h2 className="cb-quiet" style={{ fontSize: 12.5, fontWeight: 600, margin: '0 0 6px' }}>
            {t('uiCases.pitfalls')}
          </h2>
          <ul style={{ margin: 0, paddingLeft: 18, lineHeight: 1.7 }}>
            {detail.problemType.pitfalls.map((pitfall) => (
              <li key={pitfall.en}>{pick(pitfall)}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="cb-quiet" style={{ fontSize: 12, marginTop: 6 }}>
        {corrected === undefined ? (
          t('uiDesk.sourceLine', {
            source: detail.problemType.sources.map((tag) => pick(describeSource(tag))).join(' · '),
            on: detail.problemType.verifiedOn ?? t('uiDesk.unverified'),
          })
        ) : (
          <CorrectionNote correction={corrected} />
        )}
      </div>
    </div>
  );
}

const STATE_LOOK = {
  have: { icon: IconCircleCheck, colour: 'var(--cb-have)' },
  weak: { icon: IconAlertTriangle, colour: 'var(--cb-weak)' },
  missing: { icon: IconCircleDashed, colour: 'var(--cb-missing)' },
} as const;

function Row({ row, caseNumber }: { readonly row: CaseChecklistRow; readonly caseNumber: string }) {
  const words = useWords();
  const { t, pick, reason } = words;
  const [showsPassed, setShowsPassed] = useState(false);
  const [showsAsked, setShowsAsked] = useState(false);
  const look = STATE_LOOK[row.state];
  const findings = groupOutcomes(row, (o) => tellOutcome(o, words));
  const failed = findings.filter((f) => f.outcome.result === 'fail');
  const asked = findings.filter((f) => f.outcome.result === 'ask');
  const passed = findings.filter((f) => f.outcome.result === 'pass');
  // A reason that an exhibit's own check repeats is told once, with its label.
  const told = new Set(findings.map((f) => f.text));
  const reasons = row.reasons.filter((r) => r.code !== 'kindMissing' && !told.has(reason(r)));
  return (
    <section className="cb-card cb-check-row" data-state={row.state} aria-label={pick(row.kindName)}>
      <look.icon size={18} stroke={1.7} color={look.colour} aria-hidden />
      <div style={{ minWidth: 0 }}>
        <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
          <strong>{pick(row.kindName)}</strong>
          <span style={{ color: look.colour, fontSize: 12 }}>{t(`problems.state.${row.state}`)}</span>
          {row.exhibits.map((exhibit) => (
            <Link
              key={exhibit.exhibitId}
              to="/documents/$documentId"
              params={{ documentId: String(exhibit.documentId) }}
            >
              <ToneBadge style={{ cursor: 'pointer' }}>{exhibit.label}</ToneBadge>
            </Link>
          ))}
        </div>
        {reasons.map((r) => (
          <div key={reason(r)} className="cb-outcome" style={{ color: look.colour }}>
            {reason(r)}
          </div>
        ))}
        {failed.map((f) => (
          <Outcome key={f.outcome.rule + f.text} outcome={f.outcome} labels={f.labels} />
        ))}
        {showsAsked || row.state !== 'have'
          ? asked.map((f) => <Outcome key={f.outcome.rule + f.text} outcome={f.outcome} labels={f.labels} />)
          : null}
        {showsPassed
          ? passed.map((f) => <Outcome key={f.outcome.rule + f.text} outcome={f.outcome} labels={f.labels} />)
          : null}
        <div style={{ display: 'flex', gap: 4, marginLeft: -6 }}>
          {asked.length === 0 || row.state !== 'have' ? null : (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-expanded={showsAsked}
              onClick={() => setShowsAsked(!showsAsked)}
            >
              {t(showsAsked ? 'uiCases.hideAsked' : 'uiCases.showAsked', { count: asked.length })}
            </Button>
          )}
          {passed.length === 0 ? null : (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-expanded={showsPassed}
              onClick={() => setShowsPassed(!showsPassed)}
            >
              {t(showsPassed ? 'uiCases.hidePassed' : 'uiCases.showPassed', { count: passed.length })}
            </Button>
          )}
        </div>
        {row.state === 'missing' && row.note !== null ? (
          <div className="cb-outcome cb-quiet">{pick(row.note)}</div>
        ) : null}
        {row.state === 'have'
          ? null
          : row.suggestions.map((suggestion) => (
              <SuggestionRow
                key={suggestion.document.id}
                suggestion={suggestion}
                kind={row.kind}
                caseNumber={caseNumber}
              />
            ))}
      </div>
      <span />
    </section>
  );
}

interface Finding {
  readonly outcome: RuleOutcome;
  readonly text: string;
  /** Exhibits of which it is true; empty when it is true of every one of several. */
  readonly labels: readonly string[];
}

/** Twelve exhibits that raise the same question raise it once. */
function groupOutcomes(row: CaseChecklistRow, tell: (outcome: RuleOutcome) => string): readonly Finding[] {
  const groups = new Map<string, { outcome: RuleOutcome; text: string; labels: string[] }>();
  for (const exhibit of row.exhibits) {
    for (const outcome of exhibit.outcomes) {
      const text = tell(outcome);
      const key = `${outcome.rule} ${outcome.result} ${text}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { outcome, text, labels: [exhibit.label] });
      else group.labels.push(exhibit.label);
    }
  }
  return [...groups.values()].map((group) =>
    row.exhibits.length > 1 && group.labels.length === row.exhibits.length ? { ...group, labels: [] } : group,
  );
}

const RESULT_COLOUR = { pass: 'var(--cb-have)', fail: 'var(--cb-missing)', ask: 'var(--cb-weak)' } as const;
const RESULT_SIGN = { pass: '✓', fail: '✕', ask: '?' } as const;

function Outcome({
  outcome,
  labels = [],
}: {
  readonly outcome: RuleOutcome;
  readonly labels?: readonly string[];
}) {
  const words = useWords();
  const { t } = words;
  return (
    <div className="cb-outcome">
      <span
        role="img"
        style={{ color: RESULT_COLOUR[outcome.result], fontWeight: 700, width: 12, flex: 'none' }}
        aria-label={t(`problems.result.${outcome.result}`)}
      >
        {RESULT_SIGN[outcome.result]}
      </span>
      {labels.length === 0 ? null : <span className="cb-mono cb-quiet">{labels.join(' ')}</span>}
      <span>{tellOutcome(outcome, words)}</span>
      <span className="cb-quiet" style={{ fontSize: 11 }} title={nameRule(outcome.rule, words)}>
        {outcome.rule}
      </span>
    </div>
  );
}

/** Where only a person can tell, the rule itself is what is asked. */
function tellOutcome(outcome: RuleOutcome, words: Words): string {
  return outcome.reason.code === 'confirmYourself'
    ? words.t('uiCases.confirmRule', { rule: nameRule(outcome.rule, words) })
    : words.reason(outcome.reason);
}

function nameRule(rule: string, { pick }: Words): string {
  const known = ACCEPTANCE_RULE_BY_ID.get(rule);
  return known === undefined ? rule : pick(known.text);
}

function SuggestionRow({
  suggestion,
  kind,
  caseNumber,
}: {
  readonly suggestion: Suggestion;
  readonly kind: string;
  readonly caseNumber: string;
}) {
  const { t } = useWords();
  const trpc = useTRPC();
  const attach = useMutation(trpc.cases.attach.mutationOptions(useCaseChange(caseNumber)));
  const { document } = suggestion;
  const wanting = suggestion.outcomes.filter((o) => o.result !== 'pass').slice(0, 3);
  const passed = suggestion.outcomes.length - suggestion.outcomes.filter((o) => o.result !== 'pass').length;
  return (
    <div className="cb-suggestion">
      <div style={{ minWidth: 0 }}>
        <div style={{ display: 'flex', gap: 8, alignItems: 'baseline' }}>
          <Link
            to="/documents/$documentId"
            params={{ documentId: String(document.id) }}
            className="cb-link cb-truncate"
          >
            {document.title || document.fileName}
          </Link>
          {document.date === null ? null : <span className="cb-quiet cb-mono">{document.date}</span>}
        </div>
        <div className="cb-quiet cb-truncate" style={{ fontSize: 12 }}>
          {suggestion.shared.length === 0
            ? t('uiCases.sharesNothing')
            : t('uiCases.shares', {
                values: suggestion.shared
                  .slice(0, 2)
                  .map((s) => `${nameIdentifierType(s.type, t)} ${s.value}`)
                  .join(t('uiCases.comma')),
              })}
          {passed > 0 ? ` · ${t('uiCases.checksPassed', { count: passed })}` : ''}
        </div>
        {suggestion.alike === undefined ? null : (
          <div className="cb-outcome cb-quiet">
            {t('uiCases.alikeExhibit', {
              exhibit: suggestion.alike.exhibit,
              percent: suggestion.alike.percent,
            })}
          </div>
        )}
        {wanting.map((outcome) => (
          <Outcome key={outcome.rule} outcome={outcome} />
        ))}
      </div>
      <Button
        variant="default"
        loading={attach.isPending}
        onClick={() =>
          attach.mutate({ case: caseNumber, documents: [{ documentId: document.id, roleKind: kind }] })
        }
      >
        {t('uiCases.attach')}
      </Button>
    </div>
  );
}
