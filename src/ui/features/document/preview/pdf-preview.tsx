// How are all pages of a PDF shown, and what if pdf.js can't read it?
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import { Loader } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { PageImages } from './page-images.tsx';
import { PdfPage } from './pdf-page.tsx';
import { openPdf } from './pdf-source.ts';
import { PreviewBar, ZOOM_STEPS } from './preview-bar.tsx';

/** Pages beyond this are shown in the text tab; a list of more sheets would be slow to lay out. */
const MAX_SHEETS = 1_000;

export interface PdfPreviewProps {
  readonly documentId: number;
  readonly pageCount: number;
  /** Raw text of found identifiers → what they are. */
  readonly marks: ReadonlyMap<string, string>;
  readonly startPage?: number;
}

export function PdfPreview(props: PdfPreviewProps) {
  const { documentId, marks, startPage } = props;
  const { t } = useWords();
  const { ref: sizeRef, width } = useElementSize<HTMLElement>();
  const body = useRef<HTMLElement>(null);
  const [opened, setOpened] = useState<{ pdf: PDFDocumentProxy; ratio: number } | 'failed' | null>(null);
  const [zoom, setZoom] = useState(1);
  const [rotation, setRotation] = useState(0);
  const [page, setPage] = useState(1);

  useEffect(() => {
    setOpened(null);
    let isOver = false;
    const task = openPdf(`/api/documents/${documentId}/content`);
    task.promise
      .then(async (pdf) => {
        const { width: w, height: h } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (!isOver) setOpened({ pdf, ratio: h / w });
      })
      .catch(() => {
        if (!isOver) setOpened('failed');
      });
    return () => {
      isOver = true;
      void task.destroy();
    };
  }, [documentId]);

  const isOpen = opened !== null && opened !== 'failed';
  useEffect(() => {
    if (isOpen && startPage !== undefined)
      body.current?.querySelector(`[data-page="${startPage}"]`)?.scrollIntoView();
  }, [isOpen, startPage]);

  if (opened === 'failed')
    return (
      <PageImages documentId={documentId} pageCount={props.pageCount} note={t('uiDocuments.imagePages')} />
    );
  // The sheet fills the width it has, but never grows beyond what is pleasant to read.
  const widthPx = Math.floor(Math.min(Math.max(width - 40, 200), 900) * zoom);
  const count = isOpen ? Math.min(opened.pdf.numPages, MAX_SHEETS) : 0;
  return (
    <div className="cb-preview">
      <PreviewBar
        zoom={zoom}
        onZoom={setZoom}
        onRotate={() => setRotation((rotation + 90) % 360)}
        label={isOpen ? t('uiDocuments.pageOf', { page, count: opened.pdf.numPages }) : ''}
      />
      <section
        ref={(element) => {
          body.current = element;
          sizeRef(element);
        }}
        className="cb-preview-body"
        tabIndex={0}
        aria-label={t('uiDocuments.preview')}
        onScroll={(event) => setPage(findTopPage(event.currentTarget))}
        onWheel={(event) => {
          if (!event.ctrlKey) return;
          const at = ZOOM_STEPS.findIndex((step) => step >= zoom);
          setZoom(
            ZOOM_STEPS[Math.max(0, Math.min(ZOOM_STEPS.length - 1, at + (event.deltaY < 0 ? 1 : -1)))] ?? 1,
          );
        }}
      >
        {!isOpen || width === 0 ? (
          <Loader size="sm" className="cb-late" m="auto" />
        ) : (
          Array.from({ length: count }, (_, index) => (
            <PdfPage
              // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
              key={index}
              pdf={opened.pdf}
              number={index + 1}
              widthPx={widthPx}
              ratio={opened.ratio}
              rotation={rotation}
              marks={marks}
              onFailed={() => setOpened('failed')}
            />
          ))
        )}
      </section>
    </div>
  );
}

function findTopPage(body: HTMLElement): number {
  const middle = body.scrollTop + body.clientHeight / 3;
  let page = 1;
  for (const sheet of body.querySelectorAll<HTMLElement>('[data-page]')) {
    if (sheet.offsetTop > middle) break;
    page = Number(sheet.dataset['page']);
  }
  return page;
}
