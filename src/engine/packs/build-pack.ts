// How does a plan become a pack: checked, copied, bound, sealed, verified, and only then there?
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import { BAGIT_TXT, type BagFile, describeText, writeBagInfo, writeManifest } from './bag/write-bag.ts';
import { BEIJING, formatDateInZone } from './book/zone-time.ts';
import { checkPackBook } from './check-pack-book.ts';
import { namePack } from './exhibit-names.ts';
import { fillPayload, type Payload } from './fill-payload.ts';
import { checkDiskSpace, checkOriginals, syncFiles, translateWriteError } from './pack-copy.ts';
import type { BuildPackOptions, BuiltPack, PackPlan } from './pack-plan.ts';
import { bookLanguage, nameIn } from './pack-text.ts';
import { checkCoveredPack } from './redact/check-covered-pack.ts';
import { verifyPack } from './verify-pack.ts';
import { writeZip } from './write-zip.ts';

/**
 * Builds a verified evidence pack below `outDir`: a BagIt folder, and a ZIP beside it when asked for. The same plan
 * gives the same bytes. Everything is made in a hidden folder and moved into place at the end, so that a failure, a
 * cancel or a power cut leaves nothing half done.
 *
 * Throws PACK_EMPTY, PACK_TARGET_EXISTS, PACK_ORIGINAL_MISSING, PACK_ORIGINAL_CHANGED, DISK_FULL, CANCELLED,
 * PACK_NOT_VERIFIED.
 */
export async function buildPack(options: BuildPackOptions): Promise<BuiltPack> {
  const { plan, outDir, signal } = options;
  if (plan.exhibits.length === 0) throw new CasebinderError('PACK_EMPTY', { case: plan.caseNumber });
  throwIfCancelled(signal);
  const name = namePack(plan);
  const folder = join(outDir, name);
  const zipPath = join(outDir, `${name}.zip`);
  const created = await mkdir(outDir, { recursive: true });
  let built: BuiltPack | undefined;
  const temp = join(outDir, `.${name}.partial-${process.pid}-${randomUUID().slice(0, 8)}`);
  try {
    for (const target of options.zip ? [folder, zipPath] : [folder]) {
      if ((await stat(target).catch(() => undefined)) !== undefined) {
        throw new CasebinderError('PACK_TARGET_EXISTS', { path: target });
      }
    }
    options.onProgress?.({ phase: 'check', done: 0, total: plan.exhibits.length });
    await checkOriginals(plan.exhibits);
    await checkDiskSpace(plan, outDir, options.zip);
    await removeLeftovers(outDir, name);
    const bag = join(temp, name);
    await mkdir(join(bag, 'data'), { recursive: true });
    built = await buildInside(options, bag, options.zip ? join(temp, `${name}.zip`) : undefined);
    throwIfCancelled(signal);
    await syncFiles(temp);
    await moveIntoPlace(temp, name, folder, options.zip ? zipPath : undefined);
    return {
      ...built,
      folder,
      ...(options.zip ? { zip: zipPath } : {}),
      index: join(folder, 'data', 'index.pdf'),
    };
  } catch (error) {
    if (signal?.aborted === true && !(error instanceof CasebinderError))
      throw new CasebinderError('CANCELLED');
    throw translateWriteError(error, () => (error instanceof Error ? error : new Error(String(error))));
  } finally {
    await rm(temp, { recursive: true, force: true });
    // A target folder that this build made and did not fill goes as well.
    if (built === undefined && created !== undefined) await removeEmptyFolders(outDir, created);
  }
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
}

async function buildInside(
  options: BuildPackOptions,
  bag: string,
  zipPath: string | undefined,
): Promise<BuiltPack> {
  const { plan, signal, onProgress } = options;
  const payload = await fillPayload(options, bag);
  const manifest = await writeTagFiles(plan, bag, payload);
  if (zipPath !== undefined) await zipBag(options, bag, [...payload.files, ...manifest.tagFiles], zipPath);

  onProgress?.({ phase: 'verify', done: 0, total: payload.files.length });
  const problems = await checkPackBook(plan, payload, join(bag, 'data'));
  if (options.mustNotTell !== undefined) {
    const books = payload.book.files.map((file) => file.name);
    problems.push(...(await checkCoveredPack(bag, options.mustNotTell, books)));
  }
  // The ZIP holds every byte of the folder: reading it back checks both writes at once.
  const verification = await verifyPack(
    zipPath ?? bag,
    (progress) => onProgress?.({ phase: 'verify', ...progress }),
    signal,
  );
  for (const problem of verification.problems) problems.push(`${problem.code} ${problem.path}`);
  if (problems.length > 0)
    throw new CasebinderError('PACK_NOT_VERIFIED', { detail: problems.slice(0, 5).join('; ') });
  return {
    folder: bag,
    index: join(bag, 'data', 'index.pdf'),
    indexPages: payload.book.files[0]!.pages,
    exhibits: payload.exhibits,
    missing: plan.checklist.filter((row) => row.state === 'missing').map((row) => row.kindSlug),
    violations: payload.violations,
    manifestSha256: manifest.sha256,
    payloadBytes: payload.files.reduce((sum, file) => sum + file.sizeBytes, 0),
    verified: true,
    ...(plan.withheld === undefined ? {} : { withheld: plan.withheld }),
    ...(plan.truth === undefined ? {} : { truth: plan.truth }),
  };
}

async function writeTagFiles(
  plan: PackPlan,
  bag: string,
  payload: Payload,
): Promise<{ sha256: string; tagFiles: BagFile[] }> {
  const language = bookLanguage(plan);
  const info = writeBagInfo(
    {
      organization: nameIn(plan.account.legalName, language),
      description: `${plan.caseNumber} ${nameIn(plan.problemName, language)}`,
      identifier: `${plan.caseNumber}/${plan.edition}`,
      baggingDate: formatDateInZone(plan.builtAtMs, BEIJING),
    },
    payload.files,
  );
  const manifest = writeManifest(payload.files);
  const texts = { 'bag-info.txt': info, 'bagit.txt': BAGIT_TXT, 'manifest-sha256.txt': manifest };
  const described = Object.entries(texts).map(([path, text]) => describeText(path, text));
  const tagManifest = writeManifest(described);
  const all = { ...texts, 'tagmanifest-sha256.txt': tagManifest };
  for (const [name, text] of Object.entries(all)) await writeFile(join(bag, name), text, { flag: 'wx' });
  return {
    sha256: described.find((file) => file.path === 'manifest-sha256.txt')!.sha256,
    tagFiles: [...described, describeText('tagmanifest-sha256.txt', tagManifest)],
  };
}

async function zipBag(
  options: BuildPackOptions,
  bag: string,
  files: readonly BagFile[],
  target: string,
): Promise<void> {
  const name = namePack(options.plan);
  let done = 0;
  const inputs = files.map((file) => ({
    name: `${name}/${file.path}`,
    path: join(bag, file.path),
    sizeBytes: file.sizeBytes,
  }));
  await writeZip(inputs, `${target}.tmp`, options.plan.builtAtMs, {
    signal: options.signal,
    onFile: (current) => options.onProgress?.({ phase: 'zip', done: done++, total: inputs.length, current }),
  });
  await rename(`${target}.tmp`, target);
}

/** The folder last: when it is there, everything is. */
async function moveIntoPlace(
  temp: string,
  name: string,
  folder: string,
  zipPath: string | undefined,
): Promise<void> {
  await syncFolder(join(temp, name));
  if (zipPath !== undefined) await rename(join(temp, `${name}.zip`), zipPath);
  try {
    await rename(join(temp, name), folder);
  } catch (error) {
    if (zipPath !== undefined) await rm(zipPath, { force: true });
    throw error;
  }
  await syncFolder(dirname(folder));
}

/** Makes a rename durable where folders can be flushed; Windows refuses, and journals it anyway. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Partial folders of builds that were killed: theirs is a process that no longer runs. */
async function removeLeftovers(outDir: string, name: string): Promise<void> {
  for (const entry of await readdir(outDir)) {
    const match = entry.startsWith(`.${name}.partial-`) ? /\.partial-(\d+)-[0-9a-f]+$/.exec(entry) : null;
    if (match !== null && !isRunning(Number(match[1])))
      await rm(join(outDir, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function removeEmptyFolders(from: string, upTo: string): Promise<void> {
  for (let folder = from; folder.startsWith(upTo); folder = dirname(folder)) {
    const entries = await readdir(folder).catch(() => ['?']);
    if (entries.length > 0) return;
    await rm(folder, { recursive: true, force: true });
    if (folder === upTo) return;
  }
}
