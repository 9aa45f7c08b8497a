// Which files lie in this ZIP archive, and which of them are unsafe to unpack?

import type { ReadDraft } from './read-draft.ts';
import { openZip, type ZipArchive, type ZipEntry } from './zip-directory.ts';

/** An entry that unpacks more than this many times its size is a bomb, not a document; deflate's best is 1032. */
const MAX_RATIO = 200;
/** Small entries may be as repetitive as they like. */
const RATIO_FREE_BYTES = 1024 * 1024;

const STORED = 0;
const DEFLATED = 8;

export async function readZip(draft: ReadDraft): Promise<void> {
  let archive: ZipArchive;
  try {
    archive = await openZip(draft.request.path, draft.request.limits.maxChildren * 4);
  } catch (error) {
    draft.addProblem('DAMAGED', error instanceof Error ? error.message : undefined);
    return;
  }
  try {
    if (archive.damage !== undefined) draft.addProblem('DAMAGED_PARTLY', archive.damage);
    if (archive.isCut) draft.addProblem('ARCHIVE_TOO_MANY_ENTRIES');
    draft.pageCount = 0;
    draft.addPage(1, archive.entries.map((entry) => entry.name).join('\n'), 'plain');
    for (const [index, entry] of archive.entries.entries()) {
      if (draft.children.length >= draft.request.limits.maxChildren) {
        draft.addProblem(
          'ARCHIVE_TOO_MANY_ENTRIES',
          `only the first ${draft.request.limits.maxChildren} are read`,
        );
        break;
      }
      if (!entry.isFolder && draft.beginPart(index + 1)) await takeEntry(draft, archive, entry, index + 1);
    }
  } finally {
    archive.close();
  }
}

async function takeEntry(
  draft: ReadDraft,
  archive: ZipArchive,
  entry: ZipEntry,
  number: number,
): Promise<void> {
  if (isUnsafePath(entry.name)) draft.addProblem('ARCHIVE_UNSAFE_PATH', entry.name);
  if (entry.isSymlink) {
    draft.addProblem('ARCHIVE_UNSAFE_PATH', `${entry.name} is a link`);
    return;
  }
  if (entry.isEncrypted) {
    draft.addProblem('NEEDS_PASSWORD');
    return;
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    draft.addProblem('UNSUPPORTED_TYPE', `compression method ${entry.method}`);
    return;
  }
  if (entry.sizeBytes > RATIO_FREE_BYTES && entry.sizeBytes > entry.packedBytes * MAX_RATIO) {
    draft.addProblem('ARCHIVE_BOMB', `${entry.name} unpacks to ${entry.sizeBytes} bytes`);
    return;
  }
  try {
    // The number keeps equal names apart; the name is data and never a path.
    await draft.addChild(`${number}/${entry.name}`, lastPart(entry.name), await archive.openStream(entry));
  } catch (error) {
    draft.addProblem('DAMAGED_PARTLY', error instanceof Error ? error.message : undefined);
  }
}

/** Absolute, with a drive letter, or climbing out of its folder. Such entries are still read, under our own names. */
export function isUnsafePath(name: string): boolean {
  return name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..');
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
