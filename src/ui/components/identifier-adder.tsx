// How is an identifier added by hand, with its family guessed from its shape?
import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../app/words.ts';
import { nameIdentifierType } from './identifier-name.ts';

const TYPES = [
  'order_id',
  'asin',
  'fnsku',
  'fba_shipment_id',
  'tracking_number',
  'invoice_no',
  'case_id',
  'contract_no',
  'po_no',
  'container_no',
] as const;

/** Shapes of domain.md 3.1; everything else is most likely a parcel. */
function guessType(value: string): string {
  if (/^\d{3}-\d{7}-\d{7}$/.test(value)) return 'order_id';
  if (/^B0[A-Z0-9]{8}$/i.test(value)) return 'asin';
  if (/^X0[A-Z0-9]{8}$/i.test(value)) return 'fnsku';
  if (/^FBA[A-Z0-9]{6,12}$/i.test(value)) return 'fba_shipment_id';
  if (/^[A-Z]{4}\d{7}$/i.test(value)) return 'container_no';
  return 'tracking_number';
}

export function IdentifierAdder({
  onAdd,
}: {
  readonly onAdd: (identifier: { type: string; value: string }) => void;
}) {
  const { t } = useWords();
  const [value, setValue] = useState('');
  const [type, setType] = useState<string | null>(null);
  const shownType = type ?? guessType(value.trim());
  return (
    <form
      style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 136px 30px', gap: 6 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() === '') return;
        onAdd({ type: shownType, value: value.trim() });
        setValue('');
        setType(null);
      }}
    >
      <TextInput
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        placeholder={t('uiDocuments.addValue')}
        aria-label={t('uiDocuments.addIdentifier')}
        maxLength={200}
        spellCheck={false}
      />
      <Select
        value={shownType}
        onChange={setType}
        data={TYPES.map((name) => ({ value: name, label: nameIdentifierType(name, t) }))}
        aria-label={t('uiDocuments.field_id')}
        allowDeselect={false}
        comboboxProps={{ width: 180, position: 'bottom-end' }}
      />
      <ActionIcon
        type="submit"
        variant="default"
        size={30}
        disabled={value.trim() === ''}
        aria-label={t('uiDocuments.addIdentifier')}
      >
        <IconPlus size={15} />
      </ActionIcon>
    </form>
  );
}
