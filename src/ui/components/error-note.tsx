// What is a person told when a request failed: what happened and what to do, in the engine's own words?
import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { isConnectionError, readToldError } from '../app/door.ts';
import { useWords } from '../app/words.ts';

export function ErrorNote({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useWords();
  const told = readToldError(error);
  const message = told?.message ?? t(isConnectionError(error) ? 'ui.connectionLost' : 'uiDocuments.failed');
  const hint = told?.hint ?? t('ui.connectionLostHint');
  return (
    <div
      role="alert"
      style={{ display: 'flex', gap: 10, padding: 16, alignItems: 'flex-start', maxWidth: 640 }}
    >
      <IconAlertCircle size={18} stroke={1.6} style={{ color: 'var(--cb-missing)', flex: 'none' }} />
      <div>
        <div style={{ fontWeight: 600 }}>{message}</div>
        <div className="cb-quiet">{hint}</div>
        {onRetry === undefined ? null : (
          <Button variant="default" mt={8} onClick={onRetry}>
            {t('uiDocuments.tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
