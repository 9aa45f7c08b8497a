// What can the worker be asked that reads pages as pictures: their lines with the two models, their codes?
import { serveTasks } from '../../jobs/worker-tasks.ts';
import { type BarcodeRequest, readBarcodes } from '../barcodes.ts';
import { type GreyPageRequest, prepareGreyPage, shrinkGrey } from './grey-page.ts';
import { type LineModels, loadLineModels } from './line-models.ts';
import { type PageReading, readPageLines } from './read-page-lines.ts';

let models: Promise<LineModels> | undefined;

serveTasks({
  /** True when the models run on this machine. */
  ready: async (): Promise<boolean> => {
    models ??= loadLineModels();
    return models.then(() => true);
  },
  codes: async (request: BarcodeRequest) => readBarcodes(request),
  page: async (request: GreyPageRequest): Promise<PageReading> => {
    models ??= loadLineModels();
    return readPageLines(await prepareGreyPage(request), await models, shrinkGrey);
  },
});
