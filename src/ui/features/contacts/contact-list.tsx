// Whom does this account know: hotlines, account manager, suppliers; entered by people only (T-25)?
import { ActionIcon, Button, Select, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkHotline } from '../../../domain/problems/account-guard.ts';
import type { Contact } from '../../../engine/cases/contact-book.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { tellError } from '../../components/tell-error.ts';

const ROLES = ['hotline', 'account_manager', 'support', 'supplier', 'consultant', 'other'] as const;

export function ContactList({
  account,
}: {
  readonly account: { readonly id: number; readonly marketplaces: readonly string[] };
}) {
  const { t } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const contacts = useQuery(trpc.contacts.list.queryOptions({ accountId: account.id }));
  const [edited, setEdited] = useState<Partial<Contact> | null>(null);
  const remove = useMutation(
    trpc.contacts.remove.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => void queries.invalidateQueries({ queryKey: trpc.contacts.pathKey() }),
    }),
  );
  const rows = contacts.data ?? [];
  return (
    <section aria-label={t('uiDesk.contactsTab_contacts')}>
      <div style={{ display: 'flex', alignItems: 'center', gap: 10, marginBottom: 6 }}>
        <p className="cb-quiet" style={{ flex: 1, margin: 0 }}>
          {t('uiDesk.contactsHint')}
        </p>
        <Button leftSection={<IconPlus size={15} />} onClick={() => setEdited({})}>
          {t('uiDesk.addContact')}
        </Button>
      </div>
      {rows.length === 0 ? null : (
        <table className="cb-plain-table">
          <thead>
            <tr>
              <th>{t('uiDesk.contactRole')}</th>
              <th>{t('uiDesk.contactName')}</th>
              <th>{t('uiCases.marketplaceShort')}</th>
              <th>{t('uiDesk.contactPhone')}</th>
              <th>{t('uiDesk.contactEmail')}</th>
              <th>{t('uiDesk.contactHours')}</th>
              <th aria-label={t('uiDesk.actions')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{t(`uiDesk.role_${row.role}`)}</td>
                <td>
                  {row.name}
                  {row.notes === '' ? null : <div className="cb-quiet">{row.notes}</div>}
                </td>
                <td>{row.marketplace === '' ? t('uiDesk.allMarketplaces') : row.marketplace}</td>
                <td>
                  {row.phone === '' ? null : <CopyText value={row.phone} label={t('uiDesk.contactPhone')} />}
                </td>
                <td>
                  {row.email === '' ? null : <CopyText value={row.email} label={t('uiDesk.contactEmail')} />}
                </td>
                <td>{row.hours}</td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  <Tooltip label={t('uiDesk.edit')}>
                    <ActionIcon aria-label={`${t('uiDesk.edit')} ${row.name}`} onClick={() => setEdited(row)}>
                      <IconPencil size={14} />
                    </ActionIcon>
                  </Tooltip>
                  <Tooltip label={t('uiDesk.remove')}>
                    <ActionIcon
                      aria-label={`${t('uiDesk.remove')} ${row.name}`}
                      onClick={() => remove.mutate({ id: row.id })}
                    >
                      <IconTrash size={14} />
                    </ActionIcon>
                  </Tooltip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited === null ? null : (
        <ContactForm account={account} start={edited} onClose={() => setEdited(null)} />
      )}
    </section>
  );
}

function ContactForm({
  account,
  start,
  onClose,
}: {
  readonly account: { readonly id: number; readonly marketplaces: readonly string[] };
  readonly start: Partial<Contact>;
  readonly onClose: () => void;
}) {
  const { t, reason } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [role, setRole] = useState<(typeof ROLES)[number]>(start.role ?? 'hotline');
  const [marketplace, setMarketplace] = useState(start.marketplace ?? '');
  const [name, setName] = useState(start.name ?? '');
  const [phone, setPhone] = useState(start.phone ?? '');
  const [email, setEmail] = useState(start.email ?? '');
  const [hours, setHours] = useState(start.hours ?? '');
  const [notes, setNotes] = useState(start.notes ?? '');
  const wrong = checkHotline(phone);
  const save = useMutation(
    trpc.contacts.save.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.contacts.pathKey() });
        onClose();
      },
    }),
  );
  const isEmpty = [name, phone, email].every((text) => text.trim() === '');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(start.id === undefined ? 'uiDesk.addContact' : 'uiDesk.edit')}
      closeOnClickOutside={false}
    >
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: 11 }}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({
            accountId: account.id,
            role,
            marketplace,
            name,
            phone,
            email,
            hours,
            notes,
            ...(start.id === undefined ? {} : { id: start.id, revision: start.revision ?? 1 }),
          });
        }}
      >
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 11 }}>
          <Select
            label={t('uiDesk.contactRole')}
            value={role}
            onChange={(value) => value !== null && setRole(value as typeof role)}
            allowDeselect={false}
            data={ROLES.map((value) => ({ value, label: t(`uiDesk.role_${value}`) }))}
          />
          <Select
            label={t('uiCases.marketplace')}
            value={marketplace}
            onChange={(value) => setMarketplace(value ?? '')}
            allowDeselect={false}
            data={[
              { value: '', label: t('uiDesk.allMarketplaces') },
              ...account.marketplaces.map((code) => ({ value: code, label: code })),
            ]}
          />
        </div>
        <TextInput
          label={t('uiDesk.contactName')}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <TextInput
          label={t('uiDesk.contactPhone')}
          value={phone}
          onChange={(e) => setPhone(e.currentTarget.value)}
          error={wrong === undefined ? undefined : reason(wrong)}
        />
        <TextInput
          label={t('uiDesk.contactEmail')}
          value={email}
          onChange={(e) => setEmail(e.currentTarget.value)}
        />
        <TextInput
          label={t('uiDesk.contactHours')}
          value={hours}
          onChange={(e) => setHours(e.currentTarget.value)}
        />
        <Textarea
          label={t('uiWeek.notes')}
          value={notes}
          onChange={(e) => setNotes(e.currentTarget.value)}
          autosize
          minRows={2}
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={onClose}>
            {t('uiCases.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={isEmpty || wrong !== undefined}>
            {t('uiCases.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
