// How is a rule row corrected: what changes above, and below it always the source, the day it was read and the reason?
import { Button, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { BEIJING_ZONE } from '../../../domain/deadlines/moment-text.ts';
import { localDate } from '../../../domain/deadlines/zoned-day.ts';
import type { Grounds } from '../../../domain/problems/correction-grounds.ts';
import { useWords } from '../../app/words.ts';
import { DayField } from '../../components/date-fields.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SourceList } from './source-list.tsx';

export function CorrectionForm({
  title,
  size,
  sources,
  canSave,
  saving,
  onSave,
  onClose,
  children,
}: {
  readonly title: string;
  readonly size?: number;
  /** What the row rests on until now. */
  readonly sources: readonly string[];
  /** Something was changed, and nothing of it is impossible. */
  readonly canSave: boolean;
  readonly saving: boolean;
  readonly onSave: (grounds: Grounds) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const [source, setSource] = useState('');
  const [verifiedOn, setVerifiedOn] = useState<string | null>(localDate(Date.now(), BEIJING_ZONE));
  const [reason, setReason] = useState('');
  const isGrounded = reason.trim() !== '' && source.trim() !== '' && verifiedOn !== null;
  return (
    <Dialog
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={title}
      size={size}
    >
      <form
        style={{ display: 'flex', flexDirection: 'column', gap: 11 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (verifiedOn !== null) onSave({ source: source.trim(), verifiedOn, reason: reason.trim() });
        }}
      >
        {children}
        <SourceList sources={sources} />
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 170px', gap: 11, alignItems: 'end' }}>
          <TextInput
            label={t('uiDesk.ruleSource')}
            description={t('uiDesk.ruleSourceHint')}
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
            maxLength={500}
          />
          <DayField label={t('uiDesk.verifiedOn')} value={verifiedOn} onChange={setVerifiedOn} />
        </div>
        <Textarea
          label={t('uiDesk.ruleReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2_000}
        />
        <div style={{ display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: 8 }}>
          {canSave ? null : <span className="cb-quiet">{t('uiDesk.nothingChanged')}</span>}
          <Button variant="default" onClick={onClose}>
            {t('uiCases.cancel')}
          </Button>
          <Button type="submit" loading={saving} disabled={!isGrounded || !canSave}>
            {t('uiCases.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
