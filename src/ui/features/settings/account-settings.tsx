// Who is the seller: the names that documents must carry, stores and marketplaces?
import { Button, MultiSelect, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MARKETPLACES } from '../../../domain/marketplaces/marketplaces.ts';
import type { AccountRecord } from '../../../engine/cases/case-records.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';

export function AccountSettings() {
  const { t } = useWords();
  const trpc = useTRPC();
  const accounts = useQuery(trpc.accounts.list.queryOptions());
  const [isNew, setNew] = useState(false);
  if (accounts.data === undefined) return null;
  return (
    <div className="cb-wide">
      <p className="cb-quiet" style={{ margin: '0 0 12px' }}>
        {t('uiArchive.accountsHint')}
      </p>
      {accounts.data.map((account) => (
        <AccountForm key={`${account.id}-${account.revision}`} account={account} />
      ))}
      {isNew || accounts.data.length === 0 ? (
        <AccountForm account={null} onSaved={() => setNew(false)} />
      ) : (
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => setNew(true)}>
          {t('uiArchive.addAccount')}
        </Button>
      )}
    </div>
  );
}

const TEXT_FIELDS = ['name', 'legalNameZh', 'legalNameEn', 'email', 'phone', 'uscc', 'sellerId'] as const;

function AccountForm({
  account,
  onSaved,
}: {
  readonly account: AccountRecord | null;
  readonly onSaved?: () => void;
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const start = {
    name: account?.name ?? '',
    legalNameZh: account?.legalNameZh ?? '',
    legalNameEn: account?.legalNameEn ?? '',
    addressZh: account?.addressZh ?? '',
    addressEn: account?.addressEn ?? '',
    email: account?.email ?? '',
    phone: account?.phone ?? '',
    uscc: account?.uscc ?? '',
    sellerId: account?.sellerId ?? '',
    sellingPlan: account?.sellingPlan ?? ('professional' as const),
    verified: account?.verified ?? true,
    stores: account?.stores ?? [],
    marketplaces: account?.marketplaces ?? ['US'],
  };
  const [values, setValues] = useState(start);
  const isDirty = JSON.stringify(values) !== JSON.stringify(start);
  const save = useMutation(
    trpc.accounts.save.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.accounts.pathKey() });
        notifications.show({ id: 'account-saved', message: t('uiCases.saved') });
        onSaved?.();
      },
    }),
  );
  const set = <K extends keyof typeof values>(key: K, value: (typeof values)[K]): void =>
    setValues((now) => ({ ...now, [key]: value }));
  return (
    <form
      className="cb-card"
      style={{ display: 'flex', flexDirection: 'column', gap: 12, padding: 16 }}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          ...values,
          ...(account === null ? {} : { id: account.id, revision: account.revision }),
        });
      }}
    >
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
        {TEXT_FIELDS.map((key) => (
          <TextInput
            key={key}
            label={t(`uiArchive.account_${key}`)}
            value={values[key]}
            onChange={(event) => set(key, event.currentTarget.value)}
            required={key === 'name'}
          />
        ))}
        <Select
          label={t('uiArchive.account_sellingPlan')}
          value={values.sellingPlan}
          onChange={(value) => value !== null && set('sellingPlan', value as 'professional' | 'individual')}
          allowDeselect={false}
          data={(['professional', 'individual'] as const).map((value) => ({
            value,
            label: t(`uiArchive.plan_${value}`),
          }))}
        />
        <Textarea
          label={t('uiArchive.account_addressZh')}
          value={values.addressZh}
          onChange={(event) => set('addressZh', event.currentTarget.value)}
          autosize
          minRows={2}
        />
        <Textarea
          label={t('uiArchive.account_addressEn')}
          value={values.addressEn}
          onChange={(event) => set('addressEn', event.currentTarget.value)}
          autosize
          minRows={2}
        />
        <TagsInput
          size="xs"
          label={t('uiArchive.account_stores')}
          value={values.stores}
          onChange={(stores) => set('stores', stores)}
          placeholder={values.stores.length === 0 ? t('uiArchive.storesHint') : ''}
        />
        <MultiSelect
          label={t('uiArchive.account_marketplaces')}
          value={values.marketplaces}
          onChange={(marketplaces) => set('marketplaces', marketplaces)}
          searchable
          data={MARKETPLACES.map((m) => ({ value: m.code, label: `${m.code} · ${pick(m.name)}` }))}
        />
      </div>
      <div style={{ display: 'flex', alignItems: 'center' }}>
        <Switch
          label={t('uiArchive.account_verified')}
          checked={values.verified}
          onChange={(event) => set('verified', event.currentTarget.checked)}
        />
        <div style={{ flex: 1 }} />
        <Button type="submit" loading={save.isPending} disabled={!isDirty || values.name.trim() === ''}>
          {t('uiCases.save')}
        </Button>
      </div>
    </form>
  );
}
