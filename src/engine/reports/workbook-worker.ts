// What does the thread do that takes workbooks of reports apart?
import { serveTasks } from '../jobs/worker-tasks.ts';
import { type WorkbookTableRequest, writeWorkbookTable } from './workbook-table.ts';

serveTasks({
  table: (request: WorkbookTableRequest) => writeWorkbookTable(request),
});
