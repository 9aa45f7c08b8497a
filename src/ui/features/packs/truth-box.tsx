// Who says that what goes to Amazon is true?
import { Checkbox, TextInput } from '@mantine/core';
import { useWords } from '../../app/words.ts';

export interface Truth {
  readonly by: string;
  readonly isConfirmed: boolean;
}

export function TruthBox({
  truth,
  onChange,
  disabled,
}: {
  readonly truth: Truth;
  readonly onChange: (truth: Truth) => void;
  readonly disabled: boolean;
}) {
  const { t } = useWords();
  return (
    <fieldset className="cb-pack-truth" disabled={disabled}>
      <Checkbox
        checked={truth.isConfirmed}
        onChange={(event) => onChange({ ...truth, isConfirmed: event.currentTarget.checked })}
        label={t('uiPacks.truthWords')}
        description={t('uiPacks.truthHint')}
      />
      <TextInput
        aria-label={t('uiPacks.truthBy')}
        placeholder={t('uiPacks.truthBy')}
        value={truth.by}
        onChange={(event) => onChange({ ...truth, by: event.currentTarget.value })}
        required={truth.isConfirmed}
      />
    </fieldset>
  );
}
