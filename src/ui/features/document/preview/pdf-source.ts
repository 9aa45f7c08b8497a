// How is a PDF opened in the page: pdf.js with everything from our own origin, without eval and WebAssembly?
import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Folder that copyPdfAssets fills. */
const PDF_ASSETS = '/pdfjs';

/** Starts loading by ranges; destroy() the task when the reader leaves. */
export function openPdf(url: string): PDFDocumentLoadingTask {
  return getDocument({
    url,
    cMapUrl: `${PDF_ASSETS}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${PDF_ASSETS}/standard_fonts/`,
    iccUrl: `${PDF_ASSETS}/iccs/`,
    wasmUrl: `${PDF_ASSETS}/wasm/`,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    rangeChunkSize: 262_144,
    verbosity: 0,
  });
}
