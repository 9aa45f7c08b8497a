// What must or should be changed in a text before it is sent?
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { LintFinding } from '../../../domain/statements/lint-statement.ts';
import { useWords } from '../../app/words.ts';

export function StatementLints({
  findings,
  isEmpty,
}: {
  readonly findings: readonly LintFinding[];
  readonly isEmpty: boolean;
}) {
  const { t, reason } = useWords();
  return (
    <aside aria-label={t('uiCases.lints')} aria-live="polite">
      <h2 style={{ fontSize: 12.5, fontWeight: 500, margin: '0 0 6px' }}>{t('uiCases.lints')}</h2>
      {isEmpty ? (
        <div className="cb-quiet">{t('uiCases.lintsEmpty')}</div>
      ) : findings.length === 0 ? (
        <div style={{ display: 'flex', gap: 7, color: 'var(--cb-have)' }}>
          <IconCircleCheck size={16} stroke={1.7} />
          {t('uiCases.lintsNone')}
        </div>
      ) : (
        findings.map((finding) => (
          <div
            key={`${finding.code}-${JSON.stringify(finding.params ?? {})}`}
            style={{ display: 'flex', gap: 7, marginBottom: 7, lineHeight: 1.45 }}
          >
            {finding.severity === 'block' ? (
              <IconCircleX
                size={16}
                stroke={1.7}
                color="var(--cb-missing)"
                style={{ flex: 'none', marginTop: 1 }}
                aria-label={t('statements.severity.block')}
              />
            ) : (
              <IconAlertTriangle
                size={16}
                stroke={1.7}
                color="var(--cb-weak)"
                style={{ flex: 'none', marginTop: 1 }}
                aria-label={t('statements.severity.warn')}
              />
            )}
            <span style={{ overflowWrap: 'anywhere' }}>{reason(finding)}</span>
          </div>
        ))
      )}
    </aside>
  );
}
