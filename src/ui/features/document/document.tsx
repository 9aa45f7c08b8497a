// What is in one document and what is known about it?
import './document.css';
import { ActionIcon, Loader, SegmentedControl, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft, IconDownload, IconFolderOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCanGoBack, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { DocumentDetail } from '../../../engine/store/document-detail.ts';
import { readToldError, useTRPC } from '../../app/door.ts';
import { useWords } from '../../app/words.ts';
import { AddToCase } from '../../components/add-to-case.tsx';
import { desktop } from '../../components/desktop.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { useCorrections } from '../../components/use-corrections.tsx';
import { FileFacts } from './facts/file-facts.tsx';
import { FindingFacts } from './facts/finding-facts.tsx';
import { IdentifierFacts } from './facts/identifier-facts.tsx';
import { KindFact } from './facts/kind-fact.tsx';
import { LinkFacts } from './facts/link-facts.tsx';
import { MadeCorrections } from './facts/made-corrections.tsx';
import { NoteFacts } from './facts/note-facts.tsx';
import { DocumentPreview, useMarks } from './preview/document-preview.tsx';
import { TextPreview } from './preview/text-preview.tsx';

export function DocumentScreen() {
  const { t } = useWords();
  const trpc = useTRPC();
  const { documentId } = useParams({ from: '/documents/$documentId' });
  const id = Number(documentId);
  const isNumber = Number.isSafeInteger(id) && id > 0;
  const query = useQuery({
    ...trpc.documents.get.queryOptions({ id: isNumber ? id : 1 }),
    enabled: isNumber,
    // Another document's facts beside this preview would be a lie, even for a moment.
    placeholderData: undefined,
  });
  const isMissing = !isNumber || readToldError(query.error)?.code === 'NOT_FOUND';
  if (isMissing)
    return (
      <EmptyState title={t('uiDocuments.notFound')} hint={t('uiDocuments.notFoundHint')}>
        <BackButton />
      </EmptyState>
    );
  if (query.error !== null && query.data === undefined)
    return <ErrorNote error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loader size="sm" className="cb-late" m="auto" />;
  return <Loaded document={query.data} />;
}

function Loaded({ document }: { readonly document: DocumentDetail }) {
  const { t } = useWords();
  const { page } = useSearch({ from: '/documents/$documentId' });
  const [view, setView] = useState<'preview' | 'text'>('preview');
  const navigate = useNavigate();
  const corrections = useCorrections();
  const marks = useMarks(document);
  const title = document.title || document.fileName;
  const showPage = (shown: number): void => {
    setView('preview');
    void navigate({
      to: '/documents/$documentId',
      params: { documentId: String(document.id) },
      search: { page: shown },
      replace: true,
    });
  };
  return (
    <>
      <header className="cb-page-head" style={{ gap: 8, padding: '9px 14px 9px 12px' }}>
        <BackButton />
        <div style={{ minWidth: 0, flex: 1 }}>
          <h1 className="cb-page-title cb-truncate" style={{ fontSize: 14.5 }} title={title}>
            {title}
          </h1>
          {document.fileName === title ? null : (
            <div className="cb-quiet cb-truncate" style={{ fontSize: 11.5 }}>
              {document.fileName}
            </div>
          )}
        </div>
        <SegmentedControl
          value={view}
          onChange={(value) => setView(value === 'text' ? 'text' : 'preview')}
          data={[
            { value: 'preview', label: t('uiDocuments.preview') },
            { value: 'text', label: t('uiDocuments.text') },
          ]}
        />
        {desktop === undefined ? null : (
          <Tooltip label={t('uiDocuments.reveal')}>
            <ActionIcon
              size={30}
              aria-label={t('uiDocuments.reveal')}
              onClick={() => void desktop?.revealDocument(String(document.id))}
            >
              <IconFolderOpen size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t('uiDocuments.download')}>
          <ActionIcon
            size={30}
            component="a"
            href={`/api/documents/${document.id}/content?download=1`}
            aria-label={t('uiDocuments.download')}
            data-disabled={!document.available || undefined}
          >
            <IconDownload size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <AddToCase documentIds={[document.id]} />
      </header>
      <div className="cb-document">
        {view === 'text' ? (
          <TextPreview
            key={document.id}
            documentId={document.id}
            marks={marks}
            ocrPending={document.ocrState === 'pending'}
          />
        ) : (
          <DocumentPreview document={document} startPage={page} />
        )}
        <aside className="cb-facts" aria-label={t('uiDocuments.facts')}>
          <KindFact key={document.id} document={document} corrections={corrections} />
          <NoteFacts document={document} />
          <IdentifierFacts document={document} corrections={corrections} onShowPage={showPage} />
          <FindingFacts
            key={`findings-${document.id}`}
            document={document}
            corrections={corrections}
            onShowPage={showPage}
          />
          <MadeCorrections document={document} corrections={corrections} />
          <LinkFacts document={document} />
          <FileFacts document={document} />
        </aside>
      </div>
    </>
  );
}

function BackButton() {
  const { t } = useWords();
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  const goBack = (): void => {
    if (canGoBack) router.history.back();
    else void navigate({ to: '/documents' });
  };
  useHotkeys([['Escape', goBack]]);
  return (
    <Tooltip label={t('uiDocuments.back')}>
      <ActionIcon size={30} aria-label={t('uiDocuments.back')} onClick={goBack}>
        <IconArrowLeft size={17} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
