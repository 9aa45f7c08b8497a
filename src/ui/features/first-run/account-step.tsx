// Who is the seller: legal names, store, marketplaces?
import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { MARKETPLACES } from '../../../domain/marketplaces/marketplaces.ts';
import { useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { tellError } from '../../components/tell-error.ts';

export function AccountStep({
  onBack,
  onNext,
}: {
  readonly onBack: () => void;
  readonly onNext: () => void;
}) {
  const { t, pick } = useWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const accounts = useQuery(trpc.accounts.list.queryOptions());
  const known = accounts.data?.[0];
  const [typed, setTyped] = useState<{
    legalNameZh?: string;
    legalNameEn?: string;
    store?: string;
    marketplaces?: string[];
  }>({});
  const [isIncomplete, setIncomplete] = useState(false);
  const save = useMutation(
    trpc.accounts.save.mutationOptions({
      onError: (error) => tellError(error, t),
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.accounts.pathKey() });
        onNext();
      },
    }),
  );
  const legalNameZh = typed.legalNameZh ?? known?.legalNameZh ?? '';
  const legalNameEn = typed.legalNameEn ?? known?.legalNameEn ?? '';
  const store = typed.store ?? known?.stores[0] ?? '';
  const marketplaces = typed.marketplaces ?? [...(known?.marketplaces ?? [])];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const name = [store, legalNameEn, legalNameZh].map((text) => text.trim()).find((text) => text !== '');
    if (name === undefined) {
      setIncomplete(true);
      return;
    }
    save.mutate({
      ...(known === undefined ? {} : { id: known.id, revision: known.revision }),
      name: known?.name ?? name,
      legalNameZh: legalNameZh.trim(),
      legalNameEn: legalNameEn.trim(),
      stores: store.trim() === '' ? [] : [store.trim(), ...(known?.stores.slice(1) ?? [])],
      marketplaces,
    });
  };
  return (
    <form onSubmit={submit}>
      <h1>{t('uiFirstRun.account')}</h1>
      <p className="cb-quiet" style={{ margin: '0 0 20px', lineHeight: 1.65 }}>
        {t('uiFirstRun.accountHint')}
      </p>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '14px 16px' }}>
        <TextInput
          size="sm"
          autoFocus
          label={t('uiFirstRun.legalNameZh')}
          placeholder={t('uiFirstRun.legalNameZhExample')}
          value={legalNameZh}
          onChange={(event) => setTyped({ ...typed, legalNameZh: event.currentTarget.value })}
          error={isIncomplete ? t('uiFirstRun.nameNeeded') : undefined}
          maxLength={300}
        />
        <TextInput
          size="sm"
          label={t('uiFirstRun.legalNameEn')}
          placeholder={t('uiFirstRun.legalNameEnExample')}
          value={legalNameEn}
          onChange={(event) => setTyped({ ...typed, legalNameEn: event.currentTarget.value })}
          maxLength={300}
        />
        <TextInput
          size="sm"
          label={t('uiFirstRun.store')}
          placeholder={t('uiFirstRun.storeExample')}
          value={store}
          onChange={(event) => setTyped({ ...typed, store: event.currentTarget.value })}
          maxLength={200}
        />
        <MultiSelect
          size="sm"
          label={t('uiFirstRun.marketplaces')}
          placeholder={marketplaces.length === 0 ? t('uiFirstRun.marketplacesPlaceholder') : undefined}
          data={MARKETPLACES.map((m) => ({ value: m.code, label: pick(m.name) }))}
          value={marketplaces}
          onChange={(chosen) => setTyped({ ...typed, marketplaces: chosen })}
          searchable
          hidePickedOptions
          maxDropdownHeight={240}
        />
      </div>
      <div className="cb-welcome-foot">
        <Button size="sm" variant="subtle" color="gray" onClick={onBack}>
          {t('uiFirstRun.back')}
        </Button>
        <span style={{ flex: 1 }} />
        <Button size="sm" variant="default" onClick={onNext}>
          {t('uiFirstRun.skip')}
        </Button>
        <Button size="sm" type="submit" loading={save.isPending}>
          {t('uiFirstRun.next')}
        </Button>
      </div>
    </form>
  );
}
