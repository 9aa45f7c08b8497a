// Who has the receipt drawn and puts it beside its JSON?
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { EngineContext } from '../engine-context.ts';
import { receiptPath, type WeekReceipt, writeReceiptFile } from './week-receipt.ts';

/** A build renames this reference together with the file. */
const WORKER = new URL('./receipt-worker.ts', import.meta.url);

/** Draws the PDF in a thread; does nothing when it is there. */
export async function writeReceiptPdf(context: EngineContext, receipt: WeekReceipt): Promise<void> {
  const path = receiptPath(context, receipt.week, 'pdf');
  if (existsSync(path)) return;
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: receipt });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the drawing thread ended with ${code}`)));
  });
  writeReceiptFile(path, bytes);
}
