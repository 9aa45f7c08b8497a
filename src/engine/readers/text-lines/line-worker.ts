// What can the worker be asked that reads text lines with the two models?
import { serveTasks } from '../../jobs/worker-tasks.ts';
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
  page: async (request: GreyPageRequest): Promise<PageReading> => {
    models ??= loadLineModels();
    return readPageLines(await prepareGreyPage(request), await models, shrinkGrey);
  },
});
