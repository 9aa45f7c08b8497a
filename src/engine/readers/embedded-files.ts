// Which whole files (PDF, workbook, picture) are embedded in an Office document?
import { read as readOle } from './ole-content.ts';
import type { ReadDraft } from './read-draft.ts';
import type { ZipArchive } from './zip-directory.ts';

/** Hands every embedded file on as a child; OLE packages are unwrapped where they hold a plain file. */
export async function readEmbeddedFiles(
  draft: ReadDraft,
  archive: ZipArchive,
  folder: RegExp,
): Promise<void> {
  for (const entry of archive.entries) {
    if (entry.isFolder || !folder.test(entry.name)) continue;
    if (entry.isEncrypted || entry.sizeBytes > draft.request.limits.maxChildBytes) continue;
    const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
    try {
      const bytes = await archive.read(entry, draft.request.limits.maxChildBytes);
      const inner = /\.bin$/i.test(name) ? unwrapOle(bytes) : undefined;
      await draft.addChild(entry.name, inner?.name ?? name, inner?.content ?? bytes);
    } catch (error) {
      draft.addProblem('DAMAGED_PARTLY', error instanceof Error ? error.message : undefined);
    }
  }
}

function unwrapOle(bytes: Uint8Array): { name: string; content: Uint8Array } | undefined {
  try {
    return readOle(bytes);
  } catch {
    return undefined;
  }
}
