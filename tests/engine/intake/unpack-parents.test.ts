// A file inside another file is read, whatever happened to the first try, to its siblings or to its parent; and nothing unpacked is left.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { IntakeOutcome, IntakeTask, IntakeWorkers } from '../../../src/engine/intake/intake-task.ts';
import { createIntakeWorkers } from '../../../src/engine/intake/intake-workers.ts';
import { openContent } from '../../../src/engine/intake/open-content.ts';
import { unreadResult } from '../../../src/engine/intake/process-file.ts';
import type { QueuedRow } from '../../../src/engine/intake/queue-rows.ts';
import { createUnpacker, type Unpacker } from '../../../src/engine/intake/unpack-parents.ts';
import { openTestArchive, type TestArchive } from './test-archive.ts';

const NAMES = ['a.txt', 'b.txt', 'c.txt'];
const part = (name: string) =>
  `--x\r\nContent-Type: text/plain; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${name} of order 113-1234567-1234567\r\n`;
const MAIL = `From: a@example.com\r\nSubject: papers\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${NAMES.map(part).join('')}--x--\r\n`;

let test: TestArchive;
/** What the reader of the mail answers instead of reading; undefined lets it read. */
let answer: ((task: IntakeTask) => IntakeOutcome | undefined) | undefined;
let workers: IntakeWorkers;
const threads = createIntakeWorkers(1);
afterAll(() => threads.close());

beforeEach(async () => {
  answer = undefined;
  workers = {
    ...threads,
    run: async (task) => answer?.(task) ?? threads.run(task),
    close: async () => undefined,
  };
  test = await openTestArchive({ settleMs: 20, workers });
  test.write('mail.eml', MAIL);
  expect(await test.index()).toMatchObject({ documents: 4 });
});
afterEach(() => test.close());

const children = () =>
  test.rows<{ name: string; state: string; document: number | null }>(
    'SELECT file_name AS name, state, document_id AS document FROM location WHERE folder_id IS NULL ORDER BY file_name',
  );

/** As a stop leaves them: taken, but not filed. */
function makeWaiting(...names: string[]): QueuedRow[] {
  return names.map((name) => {
    test.rows(
      "UPDATE location SET state = 'queued', document_id = NULL WHERE file_name = ? RETURNING id",
      name,
    );
    return test.rows<QueuedRow>(
      'SELECT id, parent_document_id AS parentDocumentId, relative_path AS relativePath FROM location WHERE file_name = ?',
      name,
    )[0] as QueuedRow;
  });
}

function makeUnpacker(): Unpacker {
  return createUnpacker(test.context, workers, (id) => openContent(test.context, workers, id));
}

const unpackedFolders = () =>
  readdirSync(test.context.scratchDir).filter((name) => /^(unpack|intake)-/.test(name));

const stopped = (task: IntakeTask): IntakeOutcome | undefined =>
  task.fileName === 'mail.eml'
    ? {
        outcome: 'read',
        sha256: '',
        look: {} as never,
        read: unreadResult('OUT_OF_MEMORY'),
        recognition: {} as never,
      }
    : undefined;

it('a child that was given up is found again while its siblings are still unpacked', async () => {
  const [b, c] = makeWaiting('b.txt', 'c.txt') as [QueuedRow, QueuedRow];
  const unpacker = makeUnpacker();
  expect((await unpacker.find(b))?.folderNames).toEqual(['mail.eml']);
  // Given up, as a full disk makes the queue do; the sibling is still waited for.
  unpacker.finish(b);
  const again = await unpacker.find(b);
  expect(readFileSync(again?.path as string, 'utf8')).toContain('b.txt of order');
  const sibling = await unpacker.find(c);
  expect(readFileSync(sibling?.path as string, 'utf8')).toContain('c.txt of order');
  unpacker.finish(b);
  unpacker.finish(c);
  expect(unpackedFolders()).toEqual([]);
});

it('a reader of the parent that was stopped says nothing about its children: they wait and are read later', async () => {
  const before = children();
  makeWaiting('b.txt', 'c.txt');
  let stops = 0;
  answer = (task) => {
    const outcome = stops < 1 ? stopped(task) : undefined;
    if (outcome !== undefined) stops += 1;
    return outcome;
  };
  await test.restart({ workers });
  expect(await test.index()).toMatchObject({ documents: 4, missing: 0, unreadable: 0 });
  expect(stops).toBe(1);
  expect(children()).toEqual(before);
  expect(test.rows("SELECT 1 FROM custody_event WHERE event = 'location_missing'")).toEqual([]);
});

it('leaves nothing unpacked behind when the second unpacking fails', async () => {
  const [b, c] = makeWaiting('b.txt', 'c.txt') as [QueuedRow, QueuedRow];
  const unpacker = makeUnpacker();
  await unpacker.find(b);
  const sibling = await unpacker.find(c);
  unpacker.finish(b);
  answer = stopped;
  const failing = unpacker.find(b);
  await expect(failing).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' });
  // The sibling is still in work: its bytes stay.
  expect(readFileSync(sibling?.path as string, 'utf8')).toContain('c.txt of order');
  unpacker.finish(c);
  expect(unpackedFolders()).toEqual([]);
});

it('a sibling that is done while the second unpacking fails is not waited for', async () => {
  const [b, c] = makeWaiting('b.txt', 'c.txt') as [QueuedRow, QueuedRow];
  const unpacker = makeUnpacker();
  await unpacker.find(b);
  unpacker.finish(b);
  answer = (task) => {
    if (task.fileName === 'mail.eml') unpacker.finish(c);
    return stopped(task);
  };
  await expect(unpacker.find(b)).rejects.toThrow();
  expect(unpackedFolders()).toEqual([]);
});
