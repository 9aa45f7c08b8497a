// The thread that draws the week receipt: opening a Chinese font takes too long for the engine's own thread.
import { parentPort, workerData } from 'node:worker_threads';
import { drawReceipt } from './draw-receipt.ts';
import type { WeekReceipt } from './week-receipt.ts';

parentPort?.postMessage(await drawReceipt(workerData as WeekReceipt));
