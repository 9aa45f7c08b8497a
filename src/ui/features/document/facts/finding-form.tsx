// How is a date, an amount or a party entered: what it is, and its value?
import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { DayInput } from '../../../components/date-fields.tsx';

export type FindingSort = 'date' | 'amount' | 'party';

/** `text` is a day, a decimal number or a name. */
export interface FindingDraft {
  readonly role: string;
  readonly text: string;
  readonly currency: string;
}

/** Without `roles` the role is fixed and only the value is entered. */
export function FindingForm({
  sort,
  roles,
  start,
  label,
  canBeEmpty = false,
  onSave,
  onCancel,
}: {
  readonly sort: FindingSort;
  readonly roles?: readonly string[];
  readonly start: FindingDraft;
  readonly label: string;
  readonly canBeEmpty?: boolean;
  readonly onSave: (draft: FindingDraft) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useWords();
  const [draft, setDraft] = useState(start);
  const text = draft.text.trim();
  const isPossible =
    sort === 'date'
      ? canBeEmpty || text !== ''
      : sort === 'amount'
        ? readAmount(text) !== undefined && /^(?:[A-Za-z]{3})?$/.test(draft.currency.trim())
        : text.length > 1;
  const set = (change: Partial<FindingDraft>): void => setDraft({ ...draft, ...change });
  return (
    <form
      className="cb-finding-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPossible) return;
        onSave({
          role: draft.role,
          text: sort === 'amount' ? (readAmount(text) ?? text) : text,
          currency: draft.currency.trim().toUpperCase(),
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // Escape leaves the form, not the page.
        event.preventDefault();
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        onCancel();
      }}
    >
      {roles === undefined ? (
        <span className="cb-quiet cb-truncate" style={{ width: 92, flex: 'none' }}>
          {t(`uiDocuments.role_${draft.role}`)}
        </span>
      ) : (
        <Select
          style={{ width: 92, flex: 'none' }}
          value={draft.role}
          onChange={(role) => {
            if (role !== null) set({ role });
          }}
          data={roles.map((role) => ({ value: role, label: t(`uiDocuments.role_${role}`) }))}
          allowDeselect={false}
          aria-label={t('uiDocuments.findingRole')}
          comboboxProps={{ width: 150, position: 'bottom-start' }}
        />
      )}
      {sort === 'date' ? (
        <DayInput
          value={text === '' ? null : text}
          onChange={(day) => set({ text: day ?? '' })}
          clearable={canBeEmpty}
          label={t('uiDocuments.findingValue_date')}
        />
      ) : (
        <TextInput
          style={{ flex: 1, minWidth: 0 }}
          value={draft.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
          aria-label={t(`uiDocuments.findingValue_${sort}`)}
          placeholder={sort === 'amount' ? '1234.50' : undefined}
          error={sort === 'amount' && text !== '' && readAmount(text) === undefined}
          maxLength={sort === 'amount' ? 20 : 200}
          spellCheck={false}
          autoFocus
        />
      )}
      {sort === 'amount' ? (
        <TextInput
          style={{ width: 52, flex: 'none' }}
          value={draft.currency}
          onChange={(event) => set({ currency: event.currentTarget.value })}
          aria-label={t('uiDocuments.findingCurrency')}
          placeholder="USD"
          maxLength={3}
          spellCheck={false}
        />
      ) : null}
      <ActionIcon
        type="submit"
        variant="default"
        size={28}
        disabled={!isPossible}
        aria-label={t('uiDocuments.save')}
      >
        <IconCheck size={14} />
      </ActionIcon>
      <ActionIcon size={28} aria-label={t('uiDocuments.cancelFinding')} onClick={onCancel}>
        <IconX size={14} />
      </ActionIcon>
    </form>
  );
}

/** "1,234.50" and "1234.5" as the engine keeps them; undefined for what is no plain amount. */
export function readAmount(text: string): string | undefined {
  const plain = text.replace(/(?<=\d)[, ](?=\d{3}(?:\D|$))/g, '').replace(/^\+/, '');
  return /^-?\d{1,12}(?:\.\d{1,4})?$/.test(plain) ? plain : undefined;
}
