// Which dates, amounts and parties does the document name, and what did a person make of them?
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { AMOUNT_ROLES, DATE_ROLES, PARTY_ROLES } from '../../../../domain/finding-roles.ts';
import type { AmountRole, DateRole, PartyRole } from '../../../../domain/inspection.ts';
import type { DocumentDetail } from '../../../../engine/store/document-detail.ts';
import { useWords } from '../../../app/words.ts';
import { formatDay, formatIsoText } from '../../../components/format-time.ts';
import type { CorrectionInput, Corrections } from '../../../components/use-corrections.tsx';
import type { FindingDraft, FindingSort } from './finding-form.tsx';
import { type FindingEdits, type FindingLine, FindingSection } from './finding-section.tsx';

const ROLES = { date: DATE_ROLES, amount: AMOUNT_ROLES, party: PARTY_ROLES } as const;
const TITLES = { date: 'dates', amount: 'amounts', party: 'parties' } as const;
const SORTS = ['date', 'amount', 'party'] as const;

export function FindingFacts({
  document,
  corrections,
  onShowPage,
}: {
  readonly document: DocumentDetail;
  readonly corrections: Corrections;
  readonly onShowPage: (page: number) => void;
}) {
  const { t } = useWords();
  const [adding, setAdding] = useState<FindingSort>();
  const lines = {
    date: linesOfDates(document),
    amount: linesOfAmounts(document),
    party: linesOfParties(document),
  };
  const correct = (input: Omit<CorrectionInput, 'documentId'>): void =>
    void corrections.correct({ documentId: document.id, ...input }, t('uiDocuments.corrected'));
  const editsOf = (sort: FindingSort): FindingEdits => ({
    add: (now) => correct(inputOf(sort, undefined, now)),
    change: (line, now) => {
      if (line.isFixed === true) correct({ documentDate: now.text === '' ? null : now.text });
      else if (!isSame(line.draft, now)) correct(inputOf(sort, line.draft, now));
    },
    remove: (line) => correct(inputOf(sort, line.draft, undefined)),
  });
  const empty = SORTS.filter((sort) => lines[sort].length === 0 && adding !== sort);
  return (
    <>
      {SORTS.filter((sort) => !empty.includes(sort)).map((sort) => (
        <FindingSection
          key={sort}
          title={t(`uiDocuments.${TITLES[sort]}`)}
          sort={sort}
          roles={ROLES[sort]}
          lines={lines[sort]}
          edits={editsOf(sort)}
          isAdding={adding === sort}
          onAdding={(isAdding) => setAdding(isAdding ? sort : undefined)}
          onShowPage={onShowPage}
        />
      ))}
      {empty.length === 0 ? null : (
        <section className="cb-facts-section" style={{ display: 'flex', gap: 4, padding: '6px 8px' }}>
          {empty.map((sort) => (
            <Button
              key={sort}
              variant="subtle"
              size="compact-xs"
              color="gray"
              leftSection={<IconPlus size={12} />}
              onClick={() => setAdding(sort)}
            >
              {t(`uiDocuments.addFinding_${sort}`)}
            </Button>
          ))}
        </section>
      )}
    </>
  );
}

function linesOfDates(document: DocumentDetail): FindingLine[] {
  // Reports are full of dates without a role; the telling ones must not drown in them.
  const telling = document.dates.filter(({ role, reason }) => role !== 'other' || isByPerson(reason.code));
  const dates = telling.length > 0 ? telling : document.dates.slice(0, 4);
  const filed = document.dates.find(
    (date) => date.isDocumentDate === true || date.value.slice(0, 10) === document.date,
  );
  const said = document.corrections.find(({ field }) => field === 'document_date');
  const reason =
    said === undefined
      ? filed?.reason
      : { code: 'correctedByPerson', params: { on: formatDay(said.madeAtMs) } };
  const head: FindingLine[] =
    dates.length === 0 && document.date === null && said === undefined
      ? []
      : [
          {
            role: 'document',
            shown: document.date ?? '—',
            draft: { role: 'document', text: document.date ?? '', currency: '' },
            page: said === undefined ? filed?.page : undefined,
            reason,
            isFixed: true,
          },
        ];
  return [
    ...head,
    ...dates.map(
      ({ role, value, page, reason: why }): FindingLine => ({
        role,
        shown: formatIsoText(value),
        draft: { role, text: value.slice(0, 10), currency: '' },
        page,
        reason: why,
      }),
    ),
  ];
}

function linesOfAmounts(document: DocumentDetail): FindingLine[] {
  return document.amounts.map(({ role, value, currency = '', page, reason }) => ({
    role,
    shown: `${value} ${currency}`.trim(),
    draft: { role, text: value, currency },
    page,
    reason,
  }));
}

function linesOfParties(document: DocumentDetail): FindingLine[] {
  return document.parties.map(({ role, name, page, reason }) => ({
    role,
    shown: name,
    draft: { role, text: name, currency: '' },
    page,
    reason,
  }));
}

function isByPerson(code: string): boolean {
  return code === 'correctedByPerson';
}

function isSame(a: FindingDraft, b: FindingDraft): boolean {
  return a.role === b.role && a.text === b.text && a.currency === b.currency;
}

function inputOf(
  sort: FindingSort,
  was: FindingDraft | undefined,
  now: FindingDraft | undefined,
): Omit<CorrectionInput, 'documentId'> {
  const pair = <T,>(one: (draft: FindingDraft) => T): { was?: T; now?: T } => ({
    ...(was === undefined ? {} : { was: one(was) }),
    ...(now === undefined ? {} : { now: one(now) }),
  });
  switch (sort) {
    case 'date':
      return { dates: [pair(({ role, text }) => ({ role: role as DateRole, value: text }))] };
    case 'amount':
      return {
        amounts: [
          pair(({ role, text, currency }) => ({
            role: role as AmountRole,
            value: text,
            ...(currency === '' ? {} : { currency }),
          })),
        ],
      };
    case 'party':
      return { parties: [pair(({ role, text }) => ({ role: role as PartyRole, name: text }))] };
  }
}
