// What can a reader worker be asked to do?
import { serveTasks } from '../jobs/worker-tasks.ts';
import { type BarcodeRequest, readBarcodes } from './barcodes.ts';
import { identifyMediaType } from './identify.ts';
import { makeThumbnail, type ThumbnailRequest } from './make-thumbnail.ts';
import { type OcrImageRequest, prepareOcrImage } from './ocr-image.ts';
import { readFile } from './read-file.ts';
import type { ReadRequest } from './read-request.ts';
import { type RenderRequest, renderPage } from './render-page.ts';

serveTasks({
  read: (request: ReadRequest) => readFile(request),
  identify: ({ path, fileName }: { path: string; fileName: string }) => identifyMediaType(path, fileName),
  render: (request: RenderRequest) => renderPage(request),
  'ocr-image': (request: OcrImageRequest) => prepareOcrImage(request),
  barcodes: async (request: BarcodeRequest) => readBarcodes(request),
  thumbnail: (request: ThumbnailRequest) => makeThumbnail(request),
});
