// Everything by keyboard: Ctrl/⌘-K finds screens, documents, IDs and cases.
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { nameIdentifierType } from '../components/identifier-name.ts';
import { useTRPC } from './door.ts';
import { SCREENS } from './screens.ts';
import { useWords } from './words.ts';

/** What an entry is, at its right: one line each, so that many are seen at once. */
function Hint({ children }: { readonly children: string }) {
  return (
    <span className="cb-quiet" style={{ fontSize: 12, flex: 'none' }}>
      {children}
    </span>
  );
}

const [store, spotlight] = createSpotlight();

export function openPalette(): void {
  spotlight.open();
}

export function CommandPalette() {
  const { t, kind } = useWords();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [wanted] = useDebouncedValue(query.trim(), 120);
  const suggestions = useQuery({
    ...trpc.documents.suggest.queryOptions({ text: wanted, limit: 8 }),
    enabled: wanted !== '',
  });
  const hits = useQuery({
    ...trpc.documents.list.queryOptions({ query: wanted, limit: 7 }),
    enabled: wanted !== '',
  });
  const go =
    (to: string): (() => void) =>
    () =>
      void navigate({ to });
  const screens: SpotlightActionData[] = SCREENS.map(({ to, label, icon: Icon }) => ({
    id: to,
    label: t(label),
    leftSection: <Icon size={16} stroke={1.6} color="var(--cb-quiet)" aria-hidden />,
    onClick: go(to),
  }));
  const found: SpotlightActionData[] =
    wanted === ''
      ? []
      : [
          ...(suggestions.data ?? []).map(
            (s): SpotlightActionData => ({
              id: `s-${s.kind}-${s.query}`,
              label: s.kind === 'document_kind' ? kind(s.value) : s.value,
              rightSection: (
                <Hint>
                  {s.kind === 'identifier'
                    ? `${nameIdentifierType(s.type ?? '', t)} · ${s.count ?? 0}`
                    : t(s.kind === 'case' ? 'ui.navCases' : 'ui.filterByKind')}
                </Hint>
              ),
              onClick: () =>
                void (s.kind === 'identifier' && s.type !== undefined
                  ? navigate({ to: '/identifiers/$type/$value', params: { type: s.type, value: s.value } })
                  : s.kind === 'case'
                    ? navigate({ to: '/cases/$caseNumber', params: { caseNumber: s.value } })
                    : navigate({ to: '/documents', search: { q: s.query } })),
            }),
          ),
          ...(hits.data?.documents ?? []).map(
            (d): SpotlightActionData => ({
              id: `d-${d.id}`,
              label: d.title || d.fileName,
              rightSection: <Hint>{`${kind(d.kind)}${d.date === null ? '' : ` · ${d.date}`}`}</Hint>,
              onClick: () =>
                void navigate({ to: '/documents/$documentId', params: { documentId: String(d.id) } }),
            }),
          ),
          {
            id: 'all',
            label: t('ui.searchAll', { query: wanted }),
            onClick: () => void navigate({ to: '/documents', search: { q: wanted } }),
          },
        ];
  const shown =
    wanted === ''
      ? screens
      : [...found, ...screens.filter((s) => (s.label ?? '').toLowerCase().includes(wanted.toLowerCase()))];
  return (
    <Spotlight
      store={store}
      actions={shown}
      query={query}
      onQueryChange={setQuery}
      // The engine has searched already: what it answers is shown as it is.
      filter={(_query, actions) => actions}
      shortcut={['mod + K', 'mod + P']}
      nothingFound={t('ui.nothingFound')}
      highlightQuery={false}
      scrollable
      maxHeight={420}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      searchProps={{ placeholder: t('ui.palettePlaceholder'), 'aria-label': t('ui.palette') }}
    />
  );
}
