// Which papers of the seller are here, which are missing, and which end soon?
import { ActionIcon, Button, Checkbox, TextInput, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DossierPaper } from '../../../engine/cases/seller-dossier.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { DayField } from '../../components/date-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { tellError } from '../../components/tell-error.ts';
import { ToneBadge } from '../../components/tone-badge.tsx';

const TONES = { missing: 'gray', present: 'teal', ends_soon: 'orange', ended: 'red' } as const;

export function DossierList({ accountId }: { readonly accountId: number }) {
  const { t, kind } = useWords();
  const trpc = useTRPC();
  const papers = useQuery(trpc.dossier.show.queryOptions({ accountId }));
  const [edited, setEdited] = useState<DossierPaper | null>(null);
  return (
    <>
      <p className="cb-quiet" style={{ margin: '0 0 8px', maxWidth: 760, lineHeight: 1.55 }}>
        {t('uiDesk.dossierHint')}
      </p>
      <table className="cb-plain-table">
        <thead>
          <tr>
            <th>{t('uiDesk.paper')}</th>
            <th>{t('uiDesk.claimState')}</th>
            <th>{t('uiDesk.paperFile')}</th>
            <th>{t('uiDesk.paperNumber')}</th>
            <th>{t('uiDesk.expiresOn')}</th>
            <th>{t('uiDesk.nameOnIt')}</th>
            <th aria-label={t('uiDesk.actions')} />
          </tr>
        </thead>
        <tbody>
          {(papers.data ?? []).map((paper) => (
            <tr key={paper.kind}>
              <td>
                {kind(paper.kind)}
                {paper.required ? null : <span className="cb-quiet"> · {t('uiDesk.optional')}</span>}
                {paper.note === '' ? null : <div className="cb-quiet">{paper.note}</div>}
              </td>
              <td>
                <ToneBadge color={paper.state === 'missing' && paper.required ? 'red' : TONES[paper.state]}>
                  {t(`uiDesk.paper_${paper.state}`)}
                </ToneBadge>
              </td>
              <td style={{ maxWidth: 260 }}>
                {paper.document === null ? null : (
                  <Link
                    to="/documents/$documentId"
                    params={{ documentId: String(paper.document.id) }}
                    className="cb-link"
                    style={{ overflowWrap: 'anywhere' }}
                  >
                    {paper.document.title || paper.document.fileName}
                  </Link>
                )}
              </td>
              <td className="cb-mono">{paper.number}</td>
              <td style={{ whiteSpace: 'nowrap' }}>
                {paper.endless ? t('uiDesk.endless') : (paper.expiresOn ?? '')}
                {paper.daysLeft === null ? null : (
                  <span className="cb-quiet">
                    {' '}
                    {paper.daysLeft < 0
                      ? t('uiCases.dueOver', { days: -paper.daysLeft })
                      : t('uiCases.dueIn', { days: paper.daysLeft })}
                  </span>
                )}
              </td>
              <td>
                {paper.nameFits === null ? null : paper.nameFits ? (
                  t('uiDesk.nameFits')
                ) : (
                  <span style={{ color: 'var(--cb-weak)' }}>{t('uiDesk.nameDiffers')}</span>
                )}
              </td>
              <td>
                <Tooltip label={t('uiDesk.edit')}>
                  <ActionIcon
                    aria-label={`${t('uiDesk.edit')} ${kind(paper.kind)}`}
                    onClick={() => setEdited(paper as DossierPaper)}
                  >
                    <IconPencil size={14} />
                  </ActionIcon>
                </Tooltip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edited === null ? null : (
        <PaperForm accountId={accountId} paper={edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function PaperForm({
  accountId,
  paper,
  onClose,
}: {
  readonly accountId: number;
  readonly paper: DossierPaper;
  readonly onClose: () => void;
}) {
  const { t, kind } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [number, setNumber] = useState(paper.number);
  const [expiresOn, setExpiresOn] = useState(paper.expiresOn);
  const [endless, setEndless] = useState(paper.endless);
  const [note, setNote] = useState(paper.note);
  const save = useMutation(
    trpc.dossier.save.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.dossier.pathKey() });
        void queries.invalidateQueries({ queryKey: trpc.weekly.pathKey() });
        onClose();
      },
    }),
  );
  return (
    <Dialog opened onClose={onClose} title={kind(paper.kind)} closeOnClickOutside={false}>
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: 11 }}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            accountId,
            kind: paper.kind,
            number,
            expiresOn: endless ? null : expiresOn,
            endless,
            note,
          });
        }}
      >
        <TextInput
          label={t('uiDesk.paperNumber')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        {endless ? null : (
          <DayField label={t('uiDesk.expiresOn')} value={expiresOn} onChange={setExpiresOn} />
        )}
        <Checkbox
          label={t('uiDesk.endless')}
          checked={endless}
          onChange={(event) => setEndless(event.currentTarget.checked)}
        />
        <TextInput
          label={t('uiWeek.notes')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={onClose}>
            {t('uiCases.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('uiCases.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
