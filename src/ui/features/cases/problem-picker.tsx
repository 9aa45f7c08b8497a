// Which of the 69 problems is it: five quick buttons, a search, and all of them by group?
import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProblemType } from '../../../domain/problems/problem-type.ts';
import { PROBLEM_TYPES, QUICK_CREATE } from '../../../domain/problems/problem-types.ts';
import { useWords } from '../../app/words.ts';
import { useProblemTypes } from './use-problem-types.ts';
import './cases.css';

const GROUPS = [...new Set(PROBLEM_TYPES.map((problem) => problem.group))];
const NONE: readonly ProblemType[] = [];

export function ProblemPicker({ onPick }: { readonly onPick: (problem: ProblemType) => void }) {
  const { t, pick } = useWords();
  const [filter, setFilter] = useState('');
  const [quick, setQuick] = useState<number | null>(null);
  const word = filter.trim().toLowerCase();
  const allowed = quick === null ? null : new Set(QUICK_CREATE[quick]?.problems);
  const problems = useProblemTypes() ?? NONE;
  const shown = problems.filter(
    (problem) =>
      (allowed === null || allowed.has(problem.slug)) &&
      (word === '' || `${problem.slug} ${problem.name.zh} ${problem.name.en}`.toLowerCase().includes(word)),
  );
  return (
    <div>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginBottom: 10 }}>
        {QUICK_CREATE.map((button, index) => (
          <Button
            key={button.name.en}
            variant={quick === index ? 'filled' : 'default'}
            aria-pressed={quick === index}
            onClick={() => setQuick(quick === index ? null : index)}
          >
            {pick(button.name)}
          </Button>
        ))}
      </div>
      <TextInput
        data-autofocus
        leftSection={<IconSearch size={14} />}
        placeholder={t('uiCases.findProblem')}
        aria-label={t('uiCases.findProblem')}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          const only = shown[0];
          if (event.key === 'Enter' && only !== undefined) {
            event.preventDefault();
            onPick(only);
          }
        }}
        mb={8}
      />
      <section className="cb-problem-list" aria-label={t('uiCases.problem')}>
        {GROUPS.map((group) => {
          const held = shown.filter((problem) => problem.group === group);
          if (held.length === 0) return null;
          return (
            <div key={group}>
              <div className="cb-problem-group">{t(`problems.group.${group}`)}</div>
              {held.map((problem) => (
                <button
                  key={problem.slug}
                  type="button"
                  className="cb-problem-option"
                  onClick={() => onPick(problem)}
                >
                  <span style={{ flex: 1 }}>{pick(problem.name)}</span>
                  {problem.severity === 'normal' ? null : (
                    <span
                      style={{
                        fontSize: 11.5,
                        color: problem.severity === 'critical' ? 'var(--cb-missing)' : 'var(--cb-weak)',
                      }}
                    >
                      {t(`problems.severity.${problem.severity}`)}
                    </span>
                  )}
                </button>
              ))}
            </div>
          );
        })}
        {shown.length === 0 && problems !== NONE ? (
          <div className="cb-quiet" style={{ padding: 14 }}>
            {t('ui.nothingFound')}
          </div>
        ) : null}
      </section>
    </div>
  );
}
