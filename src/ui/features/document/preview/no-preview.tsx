// What is said when a document can't be shown here?
import { Button } from '@mantine/core';
import { IconDownload, IconFileUnknown } from '@tabler/icons-react';
import { useWords } from '../../../app/words.ts';
import { EmptyState } from '../../../components/empty-state.tsx';

export function NoPreview({
  documentId,
  title,
  hint,
}: {
  readonly documentId: number;
  readonly title?: string;
  readonly hint?: string;
}) {
  const { t } = useWords();
  return (
    <div className="cb-preview">
      <EmptyState
        icon={<IconFileUnknown size={36} stroke={1.2} />}
        title={title ?? t('uiDocuments.noPreview')}
        hint={hint ?? t('uiDocuments.noPreviewHint')}
      >
        <Button
          variant="default"
          component="a"
          href={`/api/documents/${documentId}/content?download=1`}
          leftSection={<IconDownload size={15} stroke={1.6} />}
        >
          {t('uiDocuments.download')}
        </Button>
      </EmptyState>
    </div>
  );
}
