// Are a handful of originals, chosen by chance that can be repeated, still what they were when they were filed?
import { createHash } from 'node:crypto';
import type { EngineContext } from '../engine-context.ts';
import { joinPath } from '../store/document-rows.ts';
import { hashFile } from '../vault/vault.ts';
import type { WeekReceipt } from './week-receipt.ts';

interface Original {
  sha256: string;
  folder: string;
  relativePath: string;
}

/**
 * Hashes up to `asked` originals. The seed names points on the circle of all hashes and the document after each point is
 * taken: every document has its turn over the weeks, and whoever knows the seed finds the same ones.
 */
export async function checkSample(
  context: EngineContext,
  seed: string,
  asked: number,
  options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void },
): Promise<WeekReceipt['sample']> {
  const changed: { sha256: string; path: string; code: string }[] = [];
  const originals = pickOriginals(context, seed, asked);
  let unchanged = 0;
  for (const [index, original] of originals.entries()) {
    options.signal?.throwIfAborted();
    const path = joinPath(original.folder, original.relativePath);
    const code = checkOriginal(path, original.sha256);
    if (code === null) unchanged += 1;
    else changed.push({ sha256: original.sha256, path, code });
    options.onProgress?.(index + 1, originals.length);
    // Hashing is synchronous: let timers, requests and a cancel through.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { seed, asked, checked: originals.length, unchanged, changed };
}

function checkOriginal(path: string, sha256: string): string | null {
  try {
    return hashFile(path) === sha256 ? null : 'ORIGINAL_CHANGED';
  } catch {
    return 'ORIGINAL_MISSING';
  }
}

function pickOriginals(context: EngineContext, seed: string, asked: number): Original[] {
  // Only files of connected folders: an unplugged drive is no change of its files.
  const find = context.archive.sqlite.prepare<unknown[], Original>(
    `SELECT d.sha256, f.path AS folder, l.relative_path AS relativePath FROM document d
     JOIN location l ON l.document_id = d.id AND l.state = 'present' JOIN watched_folder f ON f.id = l.folder_id AND f.state NOT IN ('removed','offline')
     WHERE d.sha256 >= ? ORDER BY d.sha256, l.id LIMIT 1`,
  );
  const picked = new Map<string, Original>();
  // Points may fall on the same document; a small archive is covered after a few more draws.
  for (let draw = 0; picked.size < asked && draw < asked * 4; draw += 1) {
    const point = createHash('sha256').update(`${seed}:${draw}`).digest('hex');
    const original = find.get(point) ?? find.get('');
    if (original === undefined) break;
    picked.set(original.sha256, original);
  }
  return [...picked.values()];
}
