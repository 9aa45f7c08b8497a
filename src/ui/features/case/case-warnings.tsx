// What does the engine want a person to know before the next step of this case?
import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseDetail } from '../../../engine/cases/case-view.ts';
import { useWords } from '../../app/words.ts';

/** So many are shown at once; more would push the work off the screen. */
const SHOWN = 2;
/** Advice on time and tone; everything else can cost the case. */
const ADVICE = /^(submit|follow|step)/i;

export function CaseWarnings({ detail }: { readonly detail: CaseDetail }) {
  const { t, reason } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { warnings } = detail;
  if (warnings.length === 0) return null;
  const shown = isOpen ? warnings : warnings.slice(0, SHOWN);
  return (
    <section className="cb-case-warnings" aria-label={t('uiCases.warnings')}>
      {shown.map((warning) => {
        const isAdvice = ADVICE.test(warning.code);
        return (
          <div key={`${warning.code} ${JSON.stringify(warning.params ?? {})}`} className="cb-case-warning">
            {isAdvice ? (
              <IconInfoCircle size={15} stroke={1.7} color="var(--cb-quiet)" aria-hidden />
            ) : (
              <IconAlertTriangle size={15} stroke={1.7} color="var(--cb-weak)" aria-hidden />
            )}
            <span>{reason(warning)}</span>
          </div>
        );
      })}
      {warnings.length > SHOWN ? (
        <UnstyledButton className="cb-link" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} fz={12}>
          {isOpen
            ? t('uiCases.fewerWarnings')
            : t('uiCases.moreWarnings', { count: warnings.length - SHOWN })}
        </UnstyledButton>
      ) : null}
    </section>
  );
}
