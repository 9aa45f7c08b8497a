// What does a person see at an address without a screen, or when a screen itself fails?
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { useWords } from './words.ts';

export function NoScreen() {
  const { t } = useWords();
  return (
    <EmptyState title={t('ui.noScreen')} hint={t('ui.noScreenHint')}>
      <Button variant="default" renderRoot={(props) => <Link to="/documents" {...props} />}>
        {t('ui.navDocuments')}
      </Button>
    </EmptyState>
  );
}

export function FailedScreen({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  return (
    <EmptyState title={t('ui.failedScreen')} hint={t('ui.failedScreenHint')}>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 12, alignItems: 'center' }}>
        <Button onClick={() => window.location.reload()}>{t('ui.loadAgain')}</Button>
        <code className="cb-quiet" style={{ fontSize: 12, overflowWrap: 'anywhere', maxWidth: 560 }}>
          {error instanceof Error ? error.message : String(error)}
        </code>
      </div>
    </EmptyState>
  );
}
