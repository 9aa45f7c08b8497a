// How does a person narrow the documents: words, chips of filters, and proposals while typing?
import { Combobox, Kbd, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { nameIdentifierType } from '../../components/identifier-name.ts';
import { nameFilter } from './name-filter.ts';
import { proposeTerms } from './propose-terms.ts';
import { joinLine, removeFilter, splitLine, writeFilter } from './query-line.ts';

const TYPING_PAUSE_MS = 180;
/** What can be typed before a colon, shown while the box is empty. */
const HINTS = [
  'kind:',
  'order:',
  'asin:',
  'tracking:',
  'problem:',
  'after:2026-01-01',
  'is:unsorted',
] as const;

const FIELD_OF_TYPE: Readonly<Record<string, string>> = {
  order_id: 'order',
  asin: 'asin',
  tracking_number: 'tracking',
  fba_shipment_id: 'shipment',
};

export interface SearchBoxProps {
  readonly line: string;
  /** `replace` while typing, so that "back" leaves the search at once. */
  readonly onChange: (line: string, replace: boolean) => void;
  readonly onLeave: () => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

export function SearchBox({ line, onChange, onLeave, inputRef }: SearchBoxProps) {
  const words = useWords();
  const { t, kind, pick } = words;
  const trpc = useTRPC();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(() => splitLine(line).text);
  const told = useRef(line);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const filters = splitLine(line === told.current ? told.current : line).filters;

  useEffect(() => {
    // The address was changed by a facet, a saved search or "back": take it over.
    if (line !== told.current) {
      told.current = line;
      setText(splitLine(line).text);
    }
  }, [line]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const tell = (next: string, replace: boolean): void => {
    clearTimeout(timer.current);
    told.current = next;
    onChange(next, replace);
  };
  /** Finished filters in the typed text (kind:pod␣) become chips; the rest stays. */
  const commit = (typed: string, isFinal: boolean): void => {
    const split = splitLine(typed);
    const takesFilters = isFinal || /\s$/.test(typed);
    if (takesFilters && split.filters.length > 0) {
      setText(split.text === '' ? '' : `${split.text} `);
      tell(joinLine({ filters: [...filters, ...split.filters], text: split.text }), false);
    } else if (split.filters.length === 0) {
      tell(joinLine({ filters, text: typed }), !isFinal);
    }
  };
  const type = (typed: string): void => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => commit(typed, false), /\s$/.test(typed) ? 0 : TYPING_PAUSE_MS);
    combobox.openDropdown();
  };

  const lastWord = /(\S*)$/.exec(text)?.[1] ?? '';
  const [asked] = useDebouncedValue(lastWord.replace(/^\p{L}+[:：]/u, ''), 100);
  const suggestions = useQuery({
    ...trpc.documents.suggest.queryOptions({ text: asked, limit: 8 }),
    enabled: asked.length >= 2 || /\p{Script=Han}/u.test(asked),
  });
  const proposals = asked === '' || lastWord === '' ? [] : (suggestions.data ?? []);

  const choose = (chosen: string): void => {
    combobox.closeDropdown();
    if (chosen.endsWith(':')) {
      setText(`${text.slice(0, text.length - lastWord.length)}${chosen}`);
      inputRef.current?.focus();
      return;
    }
    const before = text.slice(0, text.length - lastWord.length);
    setText(before);
    const split = splitLine(chosen);
    tell(joinLine({ filters: [...filters, ...split.filters], text: `${before} ${split.text}` }), false);
    if (split.text !== '') setText(`${before}${split.text}`);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1) {
      commit(text, true);
      combobox.closeDropdown();
      onLeave();
    }
    if (event.key === 'Escape') {
      if (combobox.dropdownOpened) combobox.closeDropdown();
      else onLeave();
    }
    if (event.key === 'Backspace' && text === '' && filters.length > 0)
      tell(removeFilter(joinLine({ filters, text: '' }), filters.length - 1), false);
  };

  const named = proposeTerms(lastWord);
  const optionRows =
    named.length > 0
      ? named.map((proposal) => (
          <Combobox.Option value={proposal.query} key={proposal.query}>
            <span style={{ display: 'flex', gap: 10 }}>
              <span>{pick(proposal)}</span>
              <span className="cb-quiet" style={{ marginLeft: 'auto', fontSize: 11.5 }}>
                {t(`uiDocuments.field_${proposal.field}`)}
              </span>
            </span>
          </Combobox.Option>
        ))
      : proposals.length > 0
        ? proposals.map((s) => {
            const field = s.type === undefined ? undefined : FIELD_OF_TYPE[s.type];
            const query = s.kind === 'identifier' && field !== undefined ? `${field}:${s.value}` : s.query;
            const label =
              s.kind === 'identifier' && s.type !== undefined
                ? nameIdentifierType(s.type, t)
                : t(s.kind === 'case' ? 'uiDocuments.field_case' : 'uiDocuments.field_kind');
            return (
              <Combobox.Option value={query} key={query}>
                <span style={{ display: 'flex', gap: 10, alignItems: 'baseline' }}>
                  <span className={s.kind === 'document_kind' ? '' : 'cb-mono'}>
                    {s.kind === 'document_kind' ? kind(s.value) : s.value}
                  </span>
                  <span className="cb-quiet" style={{ marginLeft: 'auto', fontSize: 11.5 }}>
                    {label}
                    {s.count === undefined ? '' : ` · ${s.count}`}
                  </span>
                </span>
              </Combobox.Option>
            );
          })
        : lastWord === ''
          ? HINTS.map((hint) => (
              <Combobox.Option value={hint} key={hint}>
                <span style={{ display: 'flex', gap: 10 }}>
                  <span className="cb-mono">{hint}</span>
                  <span className="cb-quiet" style={{ marginLeft: 'auto', fontSize: 11.5 }}>
                    {t(`uiDocuments.hint_${hint.split(':')[0]}`)}
                  </span>
                </span>
              </Combobox.Option>
            ))
          : [];

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      shadow="md"
      offset={4}
      position="bottom-start"
      width={480}
    >
      <Combobox.Target targetType="input">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the input means the input */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input itself takes the keys */}
        <div className="cb-search" onClick={() => inputRef.current?.focus()}>
          <IconSearch size={15} stroke={1.7} style={{ color: 'var(--cb-quiet)', flex: 'none' }} aria-hidden />
          {filters.map((filter, index) => {
            const { label, value } = nameFilter(filter, words);
            return (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: the same filter may stand twice
                key={`${writeFilter(filter)}-${index}`}
                className="cb-chip"
                title={writeFilter(filter)}
              >
                <span className="cb-truncate">
                  {filter.negative ? <b>{t('uiDocuments.not')} </b> : null}
                  {label === '' ? null : <span className="cb-quiet">{label} </span>}
                  {value}
                </span>
                <button
                  type="button"
                  aria-label={t('uiDocuments.removeFilter', { filter: `${label} ${value}`.trim() })}
                  onClick={() => tell(removeFilter(joinLine({ filters, text }), index), false)}
                >
                  <IconX size={12} />
                </button>
              </span>
            );
          })}
          <Combobox.EventsTarget>
            <input
              ref={inputRef}
              value={text}
              onChange={(event) => type(event.currentTarget.value)}
              onFocus={() => combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onKeyDown={onKeyDown}
              placeholder={filters.length === 0 ? t('uiDocuments.searchPlaceholder') : ''}
              aria-label={t('uiDocuments.search')}
              spellCheck={false}
              autoComplete="off"
            />
          </Combobox.EventsTarget>
          {line === '' ? (
            <Kbd size="xs">/</Kbd>
          ) : (
            <button
              type="button"
              className="cb-chip-clear"
              aria-label={t('uiDocuments.clearSearch')}
              onClick={() => {
                setText('');
                tell('', false);
              }}
              style={{ border: 0, background: 'transparent', color: 'var(--cb-quiet)', cursor: 'pointer' }}
            >
              <IconX size={14} />
            </button>
          )}
        </div>
      </Combobox.Target>
      <Combobox.Dropdown hidden={optionRows.length === 0}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {optionRows}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
