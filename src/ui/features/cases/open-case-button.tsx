// How does an alert or a loss become a case with one click, with everything that is known filled in?
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { type CasePrefill, NewCase } from './new-case.tsx';

export function OpenCaseButton({
  prefill,
  about,
  existing,
}: {
  readonly prefill: CasePrefill;
  readonly about?: string;
  /** A case about the same matter: it is shown instead. */
  readonly existing?: string | null;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (existing != null)
    return (
      <Link to="/cases/$caseNumber" params={{ caseNumber: existing }} className="cb-link cb-mono">
        {existing}
      </Link>
    );
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        {t('uiDesk.openCase')}
      </Button>
      {isOpen ? (
        <NewCase
          opened
          onClose={() => setOpen(false)}
          prefill={prefill}
          {...(about === undefined ? {} : { about })}
        />
      ) : null}
    </>
  );
}
