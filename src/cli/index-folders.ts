// index, watch: read what is new in the watched folders, once or staying on.

import type { InProcess } from '../api/in-process.ts';
import { type CommandRun, EXIT } from './command-line.ts';

/** Reconciles and works until nothing is pending; the result is the JSON of design.md section 5. */
export async function indexAll(
  run: CommandRun,
  door: InProcess,
  ocr: boolean,
): Promise<Record<string, unknown>> {
  const { jobId } = await door.caller.intake.run({ ocr });
  const job = await door.waitForJob(jobId, {
    signal: run.signal,
    onProgress: (p) =>
      run.progress(run.text(p.phase === 'ocr' ? 'progressOcr' : 'progressIndex'), p.done, p.total),
  });
  return job.result ?? {};
}

export async function runIndex(run: CommandRun, ocr: boolean) {
  const door = await run.open();
  const result = await indexAll(run, door, ocr);
  const unreadable = Number(result['unreadable'] ?? 0);
  if (!run.json) {
    run.say(
      run.text('indexed', {
        found: Number(result['found'] ?? 0),
        documents: Number(result['documents'] ?? 0),
        added: Number(result['added'] ?? 0),
        changed: Number(result['changed'] ?? 0),
        moved: Number(result['moved'] ?? 0),
        missing: Number(result['missing'] ?? 0),
        unreadable,
        onlineOnly: Number(result['onlineOnly'] ?? 0),
        pendingOcr: Number(result['pendingOcr'] ?? 0),
        seconds: Number(result['seconds'] ?? 0),
      }),
    );
  }
  const waiting = unreadable > 0 ? await door.caller.intake.waiting() : [];
  return {
    result: unreadable > 0 ? { ...result, problems: waiting } : result,
    exitCode: unreadable > 0 ? EXIT.withProblems : EXIT.done,
  };
}

export async function runWatch(run: CommandRun, ocr: boolean) {
  const door = await run.open();
  const tell = (event: Record<string, unknown>): void => {
    if (run.json) run.emit(event);
    else
      run.say(
        `${new Date().toISOString()}  ${String(event['type'])}  ${String(event['kind'] ?? '')}  ${String(event['path'] ?? event['code'] ?? '')}`,
      );
  };
  const stop = door.listen(({ event }) => {
    if (
      event.type === 'document_filed' ||
      event.type === 'location_changed' ||
      event.type === 'folder_changed' ||
      event.type === 'notice'
    )
      tell({ ...event });
  });
  try {
    await indexAll(run, door, ocr);
    tell({ type: 'watching' });
    door.engine.intake.startWatching();
    await new Promise<void>((resolve) => {
      if (run.signal.aborted) resolve();
      run.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    stop();
  }
  return { result: { type: 'stopped' } };
}
