// How is one page of a PDF drawn, with selectable text over it and the found identifiers marked?
import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../app/words.ts';
import { markIdentifiers } from './mark-identifiers.ts';

export interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** Width of the page on the screen, in CSS pixels. */
  readonly widthPx: number;
  /** Height ÷ width, before the page itself is known. */
  readonly ratio: number;
  readonly rotation: number;
  readonly marks: ReadonlyMap<string, string>;
  readonly onFailed: () => void;
}

/** Chromium refuses larger canvases; a big zoom is then a little soft instead of blank. */
const MAX_CANVAS_PIXELS = 16_000_000;

export function PdfPage({ pdf, number, widthPx, ratio, rotation, marks, onFailed }: PdfPageProps) {
  const { t } = useWords();
  const holder = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(number <= 2);
  const [height, setHeight] = useState(widthPx * ratio);
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '900px 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!isNear || widthPx <= 0) return;
    let stop: () => void = () => undefined;
    let isOver = false;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      const turn = (page.rotate + rotation) % 360;
      const plain = page.getViewport({ scale: 1, rotation: turn });
      const scale = widthPx / plain.width;
      const viewport = page.getViewport({ scale, rotation: turn });
      const target = canvas.current;
      const text = layer.current;
      if (isOver || target === null || text === null) return;
      setHeight(viewport.height);
      const most = Math.sqrt(MAX_CANVAS_PIXELS / (viewport.width * viewport.height));
      const density = Math.min(window.devicePixelRatio, most);
      target.width = Math.floor(viewport.width * density);
      target.height = Math.floor(viewport.height * density);
      const task = page.render({
        canvas: target,
        viewport,
        transform: [density, 0, 0, density, 0, 0],
      });
      stop = () => task.cancel();
      // Cancelling rejects it, perhaps before anybody waits for it.
      task.promise.catch(() => undefined);
      const content = await page.getTextContent();
      if (isOver) return;
      text.replaceChildren();
      text.style.setProperty('--total-scale-factor', String(scale));
      text.style.setProperty('--scale-factor', String(scale));
      const textLayer = new TextLayer({ textContentSource: content, container: text, viewport });
      await Promise.all([task.promise, textLayer.render()]);
      if (isOver) return;
      const strings = textLayer.textContentItemsStr;
      markIdentifiers(
        textLayer.textDivs.map((element, index) => ({ element, text: String(strings[index] ?? '') })),
        marks,
      );
    };
    draw().catch((error: unknown) => {
      if (!isOver && !(error instanceof Error && error.name === 'RenderingCancelledException'))
        failed.current();
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [isNear, pdf, number, widthPx, rotation, marks]);

  return (
    <div
      ref={holder}
      className="cb-sheet"
      data-page={number}
      style={{ width: widthPx, height: Math.round(height) }}
    >
      {isNear ? (
        <>
          <canvas
            ref={canvas}
            role="img"
            aria-label={t('uiDocuments.page', { page: number })}
            style={{ width: '100%', height: '100%', display: 'block' }}
          />
          <div ref={layer} className="cb-text-layer" />
        </>
      ) : null}
    </div>
  );
}
