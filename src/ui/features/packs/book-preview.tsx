// What will the book look like, page by page, before the pack is built?
import '../document/document.css';
import { Loader } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/words.ts';
import { Dialog } from '../../components/dialog.tsx';
import { JobProgress } from '../../components/job-progress.tsx';
import { PdfPage } from '../document/preview/pdf-page.tsx';
import { openPdf } from '../document/preview/pdf-source.ts';

const NO_MARKS: ReadonlyMap<string, string> = new Map();

export function BookPreview({ jobId, onClose }: { readonly jobId: number; readonly onClose: () => void }) {
  const { t } = useWords();
  const [isReady, setReady] = useState(false);
  return (
    <Dialog opened onClose={onClose} title={t('uiPacks.previewTitle')} size="min(980px, 96vw)">
      {isReady ? (
        <Sheets url={`/api/packs/preview-${jobId}/index.pdf`} />
      ) : (
        <JobProgress jobId={jobId} onEnd={(state) => setReady(state === 'done')} />
      )}
    </Dialog>
  );
}

function Sheets({ url }: { readonly url: string }) {
  const { t } = useWords();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [opened, setOpened] = useState<{ pdf: PDFDocumentProxy; ratio: number } | 'failed' | null>(null);
  useEffect(() => {
    let isOver = false;
    const task = openPdf(url);
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
  }, [url]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={ref} className="cb-book-preview" tabIndex={0} aria-label={t('uiPacks.previewTitle')}>
      {opened === 'failed' ? (
        <div className="cb-quiet">{t('uiPacks.previewFailed')}</div>
      ) : opened === null || width === 0 ? (
        <Loader size="sm" className="cb-late" m="auto" />
      ) : (
        Array.from({ length: opened.pdf.numPages }, (_, index) => (
          <PdfPage
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
            key={index}
            pdf={opened.pdf}
            number={index + 1}
            widthPx={Math.floor(Math.min(width - 40, 760))}
            ratio={opened.ratio}
            rotation={0}
            marks={NO_MARKS}
            onFailed={() => setOpened('failed')}
          />
        ))
      )}
    </section>
  );
}
