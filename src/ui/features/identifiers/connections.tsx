// Which cases and which other identifiers hang together with this one?
import { Link } from '@tanstack/react-router';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import type { IdentifierPage } from '../../../engine/store/identifier-queries.ts';
import { useWords } from '../../app/words.ts';
import { nameIdentifierType } from '../../components/identifier-name.ts';
import { FactSection } from '../document/facts/fact-section.tsx';

const SHOWN_PER_TYPE = 12;

const SHOWN_FARTHER = 12;

export function Connections({ page }: { readonly page: IdentifierPage }) {
  const { t, pick } = useWords();
  const nameCase = (c: IdentifierPage['cases'][number]): string => {
    const problem = PROBLEM_BY_SLUG.get(c.problemSlug)?.name;
    return problem === undefined || ![problem.zh, problem.en, ''].includes(c.title) ? c.title : pick(problem);
  };
  const types = [...new Set(page.neighbours.map((n) => n.type))];
  const farther = page.connections.filter((connection) => connection.path.length > 1);
  const tellStep = (step: IdentifierPage['connections'][number]['path'][number]): string =>
    `${nameIdentifierType(step.type, t)} ${step.value} · ${step.via.kind === 'document' ? step.via.title : step.via.report}`;
  return (
    <aside className="cb-facts" aria-label={t('uiIdentifiers.neighbours')}>
      <FactSection title={t('uiIdentifiers.cases')}>
        {page.cases.length === 0 ? <div className="cb-quiet">{t('uiIdentifiers.noCases')}</div> : null}
        {page.cases.map((c) => (
          <Link key={c.id} to="/cases/$caseNumber" params={{ caseNumber: c.number }} className="cb-doc-link">
            <span className="cb-mono">{c.number}</span>
            <span className="cb-truncate">{nameCase(c)}</span>
          </Link>
        ))}
      </FactSection>
      {types.map((type) => (
        <FactSection key={type} title={nameIdentifierType(type, t)}>
          {page.neighbours
            .filter((n) => n.type === type)
            .slice(0, SHOWN_PER_TYPE)
            .map((n) => (
              <Link
                key={n.value}
                to="/identifiers/$type/$value"
                params={{ type: n.type, value: n.value }}
                className="cb-doc-link"
              >
                <span className="cb-mono cb-truncate" style={{ flex: 1 }}>
                  {n.value}
                </span>
                <span className="cb-quiet" style={{ fontSize: 11.5, fontVariantNumeric: 'tabular-nums' }}>
                  {n.documents}
                </span>
              </Link>
            ))}
        </FactSection>
      ))}
      {farther.length === 0 ? null : (
        <FactSection title={t('uiIdentifiers.farther')}>
          {farther.slice(0, SHOWN_FARTHER).map((connection) => (
            <Link
              key={`${connection.type} ${connection.value}`}
              to="/identifiers/$type/$value"
              params={{ type: connection.type, value: connection.value }}
              className="cb-doc-link"
              title={connection.path.map(tellStep).join('\n')}
            >
              <span style={{ minWidth: 0, flex: 1 }}>
                <span className="cb-mono cb-truncate" style={{ display: 'block' }}>
                  {connection.value}
                </span>
                <span className="cb-quiet cb-truncate" style={{ display: 'block', fontSize: 11.5 }}>
                  {t('uiIdentifiers.over', {
                    way: connection.path
                      .slice(0, -1)
                      .map((step) => step.value)
                      .join(' → '),
                  })}
                </span>
              </span>
            </Link>
          ))}
        </FactSection>
      )}
    </aside>
  );
}
