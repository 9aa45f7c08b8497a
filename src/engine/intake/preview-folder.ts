// What would watching a folder bring in? Counts without opening a single file, so that nothing is downloaded from a cloud.
import { type BigIntStats, realpathSync, type Stats } from 'node:fs';
import { CasebinderError } from '../../domain/errors.ts';
import { looksLikePlaceholder } from './file-look.ts';
import { findFiles, type WalkProblem } from './find-files.ts';
import { fileNameOf } from './path-key.ts';

export interface FolderPreview {
  readonly files: number;
  readonly bytes: number;
  readonly onlineOnly: number;
  readonly onlineOnlyBytes: number;
  readonly ignored: number;
  readonly folders: number;
  /** Lower-case extensions without dot ('' = none), most files first; at most 50. */
  readonly byExtension: readonly {
    readonly extension: string;
    readonly files: number;
    readonly bytes: number;
  }[];
  /** True when counting ended at the limit: there is more. */
  readonly truncated: boolean;
  readonly problems: readonly WalkProblem[];
}

export interface PreviewLimits {
  readonly maxFiles: number;
  readonly maxMs: number;
}

const DEFAULT_LIMITS: PreviewLimits = { maxFiles: 500_000, maxMs: 10_000 };
const MAX_EXTENSIONS = 50;
const MAX_PROBLEMS = 100;

/**
 * Counts what lies below `path`, within limits. Runs in the calling thread: use it in a worker for big folders.
 * @throws CasebinderError FOLDER_NOT_FOUND, FOLDER_NOT_READABLE
 */
export function previewFolder(
  path: string,
  monotonicMs: () => number,
  shouldStop: () => boolean = () => false,
  limits: PreviewLimits = DEFAULT_LIMITS,
): FolderPreview {
  const extensions = new Map<string, { files: number; bytes: number }>();
  const problems: WalkProblem[] = [];
  const counts = { files: 0, bytes: 0, onlineOnly: 0, onlineOnlyBytes: 0, ignored: 0, folders: 0 };
  const endsAtMs = monotonicMs() + limits.maxMs;
  let truncated = false;
  const isOver = () => {
    truncated ||= counts.files >= limits.maxFiles || monotonicMs() > endsAtMs;
    return truncated || shouldStop();
  };
  try {
    findFiles(realpathSync.native(path), '', {
      onFile: (relativePath, stats) => count(counts, extensions, relativePath, stats),
      onProblem: (problem) => {
        if (problems.length < MAX_PROBLEMS) problems.push(problem);
      },
      onIgnored: () => {
        counts.ignored += 1;
      },
      onFolder: () => {
        counts.folders += 1;
      },
      shouldStop: isOver,
    });
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new CasebinderError('FOLDER_NOT_FOUND', { path }, error);
    throw new CasebinderError('FOLDER_NOT_READABLE', { path }, error);
  }
  const byExtension = [...extensions].map(([extension, sums]) => ({ extension, ...sums }));
  byExtension.sort((a, b) => b.files - a.files || (a.extension < b.extension ? -1 : 1));
  return { ...counts, byExtension: byExtension.slice(0, MAX_EXTENSIONS), truncated, problems };
}

function count(
  counts: { files: number; bytes: number; onlineOnly: number; onlineOnlyBytes: number },
  extensions: Map<string, { files: number; bytes: number }>,
  relativePath: string,
  stats: Stats | BigIntStats,
): void {
  const size = Number(stats.size);
  counts.files += 1;
  counts.bytes += size;
  if (looksLikePlaceholder(size, Number(stats.blocks))) {
    counts.onlineOnly += 1;
    counts.onlineOnlyBytes += size;
  }
  const extension = extensionOf(fileNameOf(relativePath));
  const sums = extensions.get(extension) ?? { files: 0, bytes: 0 };
  sums.files += 1;
  sums.bytes += size;
  extensions.set(extension, sums);
}

/** Lower-case extension without dot; '' when there is none or it is no real one ("2026.invoice final"). */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  return /^[a-z0-9_]{1,12}$/.test(extension) ? extension : '';
}
