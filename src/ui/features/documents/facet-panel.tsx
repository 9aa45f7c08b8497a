// How do the hits spread over kinds, problems, months and folders, and how is one of them chosen?
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { findMarketplace } from '../../../domain/marketplaces/marketplaces.ts';
import { PROBLEM_BY_SLUG } from '../../../domain/problems/problem-types.ts';
import type { QueryField } from '../../../domain/search/parse-query.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { KindIcon } from '../../components/kind-icon.tsx';
import { nameFolder } from './name-filter.ts';
import { hasFilter, splitLine, toggleFilter } from './query-line.ts';
import { useOpenPart } from './use-open-part.ts';

interface Entry {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly icon?: ReactNode;
  readonly title?: string;
}

const SHOWN_AT_FIRST = 9;

export function FacetPanel({
  line,
  onChange,
}: {
  readonly line: string;
  readonly onChange: (line: string) => void;
}) {
  const { t, kind, pick } = useWords();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.documents.facets.queryOptions({ query: line }));
  if (data === undefined) return <aside className="cb-facets" aria-label={t('uiDocuments.facets')} />;
  const entries = {
    kind: data.kinds.map((f) => ({
      value: f.value,
      label: kind(f.value),
      count: f.count,
      icon: <KindIcon kind={f.value} size={14} />,
    })),
    problem: data.problems.map((f) => {
      const problem = PROBLEM_BY_SLUG.get(f.value);
      return { value: f.value, label: problem === undefined ? f.value : pick(problem.name), count: f.count };
    }),
    marketplace: data.marketplaces.map((f) => {
      const name = findMarketplace(f.value)?.name;
      return {
        value: f.value,
        label: name === undefined ? f.value : `${f.value} · ${pick(name)}`,
        count: f.count,
      };
    }),
    month: data.months.map((f) => ({ value: f.value, label: f.value, count: f.count })),
    folder: data.folders.map((f) => ({
      value: f.value,
      label: nameFolder(f.value),
      count: f.count,
      title: f.value,
    })),
  };
  const toggle = (field: QueryField, value: string): void => onChange(toggleFilter(line, field, value));
  return (
    <aside className="cb-facets" aria-label={t('uiDocuments.facets')}>
      {(
        [
          ['is', 'unsorted', data.unsorted],
          ['has', 'problem', data.withProblem],
        ] as const
      ).map(([field, value, count]) =>
        count > 0 || hasFilter(line, field, value) ? (
          <FacetButton
            key={value}
            entry={{ value, label: t(`uiDocuments.has_${value}`), count }}
            isOn={hasFilter(line, field, value)}
            onToggle={() => toggle(field, value)}
          />
        ) : null,
      )}
      {(['kind', 'problem', 'month', 'marketplace', 'folder'] as const).map((field) => (
        <FacetSection
          key={field}
          field={field}
          entries={entries[field]}
          chosen={splitLine(line)
            .filters.filter((f) => f.field === field && !f.negative)
            .map((f) => f.value)}
          onToggle={(value) => toggle(field, value)}
        />
      ))}
    </aside>
  );
}

function FacetSection({
  field,
  entries,
  chosen,
  onToggle,
}: {
  readonly field: string;
  readonly entries: readonly Entry[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useOpenPart(field);
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, SHOWN_AT_FIRST);
  return (
    <section>
      <button type="button" className="cb-facet-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? <IconChevronDown size={12} /> : <IconChevronRight size={12} />}
        {t(`uiDocuments.facet_${field}`)}
      </button>
      {isOpen ? (
        <>
          {shown.map((entry) => (
            <FacetButton
              key={entry.value}
              entry={entry}
              isOn={chosen.includes(entry.value)}
              onToggle={() => onToggle(entry.value)}
            />
          ))}
          {entries.length > SHOWN_AT_FIRST ? (
            <button type="button" className="cb-facet cb-quiet" onClick={() => setAll(!all)}>
              {all ? t('uiDocuments.showLess') : t('uiDocuments.showAll', { count: entries.length })}
            </button>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function FacetButton({
  entry,
  isOn,
  onToggle,
}: {
  readonly entry: Entry;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <button
      type="button"
      className="cb-facet"
      aria-pressed={isOn}
      title={entry.title ?? entry.label}
      onClick={onToggle}
    >
      {entry.icon}
      <span className="cb-truncate">{entry.label}</span>
      <span className="cb-facet-count">{entry.count.toLocaleString()}</span>
    </button>
  );
}
