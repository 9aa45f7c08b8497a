// Which preview fits a document?
import { Loader } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import type { DocumentDetail } from '../../../../engine/store/document-detail.ts';
import { useWords } from '../../../app/words.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { nameIdentifierType } from '../../../components/identifier-name.ts';
import { ImagePreview } from './image-preview.tsx';
import { MailHead } from './mail-head.tsx';
import { NoPreview } from './no-preview.tsx';
import { PageImages } from './page-images.tsx';
import { SourcePreview } from './source-preview.tsx';
import { TextPreview } from './text-preview.tsx';
import { VideoPreview } from './video-preview.tsx';

const PdfPreview = lazy(async () => ({ default: (await import('./pdf-preview.tsx')).PdfPreview }));

/** What is marked in texts and pages: each finding as it stood there, and what it is. */
export function useMarks(document: DocumentDetail): ReadonlyMap<string, string> {
  const { t } = useWords();
  const { identifiers } = document;
  return useMemo(
    () =>
      new Map(
        identifiers
          .filter((i) => ['text', 'ocr', 'person', 'email_header'].includes(i.source))
          .flatMap((i) => {
            const title = `${nameIdentifierType(i.type, t)} ${i.value}`;
            return [
              [i.raw, title],
              [i.value, title],
            ] as const;
          }),
      ),
    [identifiers, t],
  );
}

export function DocumentPreview({
  document,
  startPage,
}: {
  readonly document: DocumentDetail;
  readonly startPage?: number;
}) {
  const { t, reason } = useWords();
  const marks = useMarks(document);
  const { id, mediaType } = document;
  const email = document.properties.email;
  if (email !== undefined && document.textCharacters > 0)
    return <TextPreview key={id} documentId={id} marks={marks} isMail head={<MailHead email={email} />} />;
  if (!document.available) {
    if (document.textCharacters > 0)
      return <TextPreview key={id} documentId={id} marks={marks} head={<Gone />} />;
    return (
      <div className="cb-preview">
        <EmptyState title={t('uiDocuments.gone')} hint={t('uiDocuments.goneHint')} />
      </div>
    );
  }
  if (document.problems.some((problem) => problem.code === 'NEEDS_PASSWORD'))
    return (
      <NoPreview documentId={id} title={t('uiDocuments.locked')} hint={reason({ code: 'NEEDS_PASSWORD' })} />
    );
  if (document.sizeBytes === 0)
    return (
      <div className="cb-preview">
        <EmptyState title={reason({ code: 'EMPTY_FILE' })} />
      </div>
    );
  if (mediaType === 'application/pdf')
    return (
      <Suspense fallback={<Loader size="sm" className="cb-late" m="auto" />}>
        <PdfPreview
          key={id}
          documentId={id}
          pageCount={document.pageCount}
          marks={marks}
          startPage={startPage}
        />
      </Suspense>
    );
  if (mediaType.startsWith('image/'))
    return mediaType === 'image/tiff' && document.pageCount > 1 ? (
      <PageImages key={id} documentId={id} pageCount={document.pageCount} />
    ) : (
      <ImagePreview key={id} documentId={id} mediaType={mediaType} title={document.title} />
    );
  if (mediaType.startsWith('video/') || mediaType.startsWith('audio/'))
    return (
      <VideoPreview
        key={id}
        documentId={id}
        title={document.title}
        mediaType={mediaType}
        codec={document.media.videoCodec ?? mediaType}
        startFrame={startPage}
      />
    );
  if (/[/+]xml$/.test(mediaType)) return <SourcePreview key={id} documentId={id} marks={marks} />;
  if (document.textCharacters > 0) return <TextPreview key={id} documentId={id} marks={marks} />;
  return <NoPreview documentId={id} />;
}

function Gone() {
  const { t } = useWords();
  return (
    <div role="status" className="cb-note">
      <div>
        <strong>{t('uiDocuments.gone')}</strong>
        <div className="cb-quiet">{t('uiDocuments.goneHint')}</div>
      </div>
    </div>
  );
}
