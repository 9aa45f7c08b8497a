// What is said when no document is there: nothing watched yet, or nothing found?
import { Button } from '@mantine/core';
import { IconFolderPlus, IconSearchOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/words.ts';
import { EmptyState } from '../../components/empty-state.tsx';

export function NoDocuments({ line, onClear }: { readonly line: string; readonly onClear: () => void }) {
  const { t } = useWords();
  if (line === '') {
    return (
      <EmptyState
        icon={<IconFolderPlus size={34} stroke={1.3} />}
        title={t('uiDocuments.noneYet')}
        hint={t('uiDocuments.noneYetHint')}
      >
        <Button renderRoot={(props) => <Link to="/welcome" {...props} />}>
          {t('uiDocuments.addFolders')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconSearchOff size={34} stroke={1.3} />}
      title={t('uiDocuments.nothingFound')}
      hint={t('uiDocuments.nothingFoundHint')}
    >
      <Button variant="default" onClick={onClear}>
        {t('uiDocuments.clearSearch')}
      </Button>
    </EmptyState>
  );
}
