// Is this pack (or any BagIt bag), as a folder or a ZIP, complete and unchanged?
import { type BagCheckOptions, checkBag } from './bag/bag-check.ts';
import { type BagProblem, bagError } from './bag/bag-problem.ts';
import { type BagSource, openBag } from './bag/bag-source.ts';

export interface PackVerification {
  /** True when no problem is an error; warnings do not break a bag. */
  readonly ok: boolean;
  /** Files whose content was compared with a checksum. */
  readonly checked: number;
  readonly problems: readonly BagProblem[];
}

/**
 * Checks every rule of RFC 8493 on a folder or ZIP, streaming. Never writes, never fetches. Throws
 * VERIFY_TARGET_UNKNOWN when the path is no bag at all, CANCELLED when `signal` aborts.
 */
export async function verifyPack(
  path: string,
  onProgress?: BagCheckOptions['onProgress'],
  signal?: AbortSignal,
): Promise<PackVerification> {
  const source = await openBag(path);
  try {
    const check = await checkBag(source, { onProgress, signal });
    const problems = [...check.problems, ...(await checkOriginals(source))];
    return {
      ok: !problems.some((problem) => problem.severity === 'error'),
      checked: check.checked,
      problems,
    };
  } finally {
    source.close();
  }
}

interface RecordedExhibit {
  readonly file: string;
  readonly sha256: string;
  readonly sourceSha256: string;
  readonly derived: boolean;
}

/**
 * In our own packs, the originals must carry the very hash under which they were filed: a pack whose files and
 * manifests were both replaced agrees with itself, but not with its case.json.
 */
async function checkOriginals(source: BagSource): Promise<BagProblem[]> {
  if (!source.files.has('data/case.json') || !source.files.has('manifest-sha256.txt')) return [];
  try {
    const record = JSON.parse(await readText(source, 'data/case.json')) as {
      pack?: { exhibits?: RecordedExhibit[] };
    };
    const listed = new Map<string, string>();
    for (const line of (await readText(source, 'manifest-sha256.txt')).split('\n')) {
      const [digest, ...rest] = line.split('  ');
      listed.set(rest.join('  '), digest ?? '');
    }
    return (record.pack?.exhibits ?? [])
      .filter(
        (exhibit) =>
          listed.has(`data/${exhibit.file}`) && listed.get(`data/${exhibit.file}`) !== exhibit.sha256,
      )
      .map((exhibit) => bagError('CONFLICTING_ORIGINAL', `data/${exhibit.file}`));
  } catch {
    return []; // a foreign bag may hold any case.json
  }
}

async function readText(source: BagSource, path: string): Promise<string> {
  if ((source.files.get(path) ?? 0) > 64 * 1024 * 1024) return '';
  const chunks: Buffer[] = [];
  for await (const chunk of (await source.open(path)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
