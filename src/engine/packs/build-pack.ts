// How does a plan become a pack: checked, copied, bound, sealed, verified, and only then there?
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import { checkPackBook } from './check-pack-book.ts';
import { namePack } from './exhibit-names.ts';
import { fillPayload, type Payload } from './fill-payload.ts';
import {
  checkDiskSpace,
  checkOriginals,
  copyWhileZipping,
  explainFullDisk,
  hashFile,
  originalChanged,
  type PayloadFile,
  syncFiles,
  translateWriteError,
} from './pack-copy.ts';
import type { BuildPackOptions, BuiltPack, ExhibitPlan } from './pack-plan.ts';
import { listVolumeNames } from './pack-volumes.ts';
import { checkCoveredPack } from './redact/check-covered-pack.ts';
import { sealBag } from './seal-bag.ts';
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
    const targets = listVolumeNames(plan).flatMap((one) =>
      options.zip ? [join(outDir, one), join(outDir, `${one}.zip`)] : [join(outDir, one)],
    );
    for (const target of targets) {
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
    const volumes = built.volumes ?? [];
    throwIfCancelled(signal);
    const names = listVolumeNames(plan);
    await moveIntoPlace(temp, outDir, names, options.zip);
    return {
      ...built,
      folder,
      ...(volumes.length === 0
        ? {}
        : {
            volumes: volumes.map((volume, index) => ({
              folder: join(outDir, names[index + 1]!),
              ...(options.zip ? { zip: join(outDir, `${names[index + 1]!}.zip`) } : {}),
              payloadBytes: volume.payloadBytes,
            })),
          }),
      ...(options.zip ? { zip: zipPath } : {}),
      index: join(folder, 'data', 'index.pdf'),
    };
  } catch (error) {
    if (signal?.aborted === true && !(error instanceof CasebinderError))
      throw new CasebinderError('CANCELLED');
    await rm(temp, { recursive: true, force: true });
    const told = translateWriteError(error, () =>
      error instanceof Error ? error : new Error(String(error)),
    );
    throw await explainFullDisk(told, plan, outDir, options.zip);
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
  const { plan } = options;
  const payload = await fillPayload(options, bag);
  const part = { volume: 1, of: payload.volumes.length + 1 };
  const manifest = await sealBag(plan, bag, payload.files, part);
  if (zipPath !== undefined) {
    await zipBag(options, bag, [...payload.files, ...manifest.tagFiles], zipPath);
    for (const volume of payload.volumes)
      await zipBag(options, volume.folder, volume.files, `${volume.folder}.zip`);
  }

  // All is written: the disk settles what is still on its way to it while what was written is read back.
  const settling = syncFiles(dirname(bag));
  settling.catch(() => undefined); // told below
  try {
    return await proveInside(options, bag, zipPath !== undefined, payload, manifest.sha256);
  } finally {
    await settling;
  }
}

/** Reads the finished pack back with other engines than those that wrote it. Throws PACK_NOT_VERIFIED, CANCELLED. */
async function proveInside(
  { plan, signal, onProgress, mustNotTell }: BuildPackOptions,
  bag: string,
  isZipped: boolean,
  payload: Payload,
  manifestSha256: string,
): Promise<BuiltPack> {
  onProgress?.({ phase: 'verify', done: 0, total: payload.files.length });
  const problems = await checkPackBook(plan, payload, join(bag, 'data'));
  if (mustNotTell !== undefined) {
    const books = payload.book.files.map((file) => file.name);
    problems.push(...(await checkCoveredPack(bag, mustNotTell, books)));
  }
  // Large originals were not hashed while they were copied: whether they are what was filed is known here.
  const copies = new Map(
    [payload, ...payload.volumes].flatMap(({ files }) =>
      files.flatMap(({ path, copies }) => (copies === undefined ? [] : [[path, copies] as const])),
    ),
  );
  // The ZIP holds every byte of the folder: reading it back checks both writes at once.
  const end = isZipped ? '.zip' : '';
  for (const one of [`${bag}${end}`, ...payload.volumes.map((volume) => `${volume.folder}${end}`)]) {
    const verification = await verifyPack(
      one,
      (progress) => onProgress?.({ phase: 'verify', ...progress }),
      signal,
    );
    for (const problem of verification.problems) {
      const copied = copies.get(problem.path);
      if (problem.code === 'FILE_CHANGED' && copied !== undefined && (await hasChanged(copied)))
        throw originalChanged(copied);
      problems.push(`${problem.code} ${problem.path}`);
    }
  }
  if (problems.length > 0)
    throw new CasebinderError('PACK_NOT_VERIFIED', { detail: problems.slice(0, 5).join('; ') });
  return {
    folder: bag,
    index: join(bag, 'data', 'index.pdf'),
    indexPages: payload.book.files[0]!.pages,
    exhibits: payload.exhibits,
    missing: plan.checklist.filter((row) => row.state === 'missing').map((row) => row.kindSlug),
    violations: payload.violations,
    manifestSha256,
    payloadBytes: payload.files.reduce((sum, file) => sum + file.sizeBytes, 0),
    verified: true,
    ...(payload.volumes.length === 0
      ? {}
      : { volumes: payload.volumes.map(({ folder, payloadBytes }) => ({ folder, payloadBytes })) }),
    ...(plan.withheld === undefined ? {} : { withheld: plan.withheld }),
    ...(plan.truth === undefined ? {} : { truth: plan.truth }),
  };
}

async function hasChanged(exhibit: ExhibitPlan): Promise<boolean> {
  return (await hashFile(exhibit.sourcePath).catch(() => undefined)) !== exhibit.sha256;
}

async function zipBag(
  options: BuildPackOptions,
  bag: string,
  files: readonly PayloadFile[],
  target: string,
): Promise<void> {
  const name = basename(bag);
  let done = 0;
  const inputs = files.map((file) => ({
    name: `${name}/${file.path}`,
    path: join(bag, file.path),
    sizeBytes: file.sizeBytes,
    ...(file.copies === undefined ? {} : { read: copyLater(file.copies, join(bag, file.path)) }),
  }));
  await writeZip(inputs, `${target}.tmp`, options.plan.builtAtMs, {
    signal: options.signal,
    onFile: (current) => options.onProgress?.({ phase: 'zip', done: done++, total: inputs.length, current }),
  });
  await rename(`${target}.tmp`, target);
}

function copyLater(exhibit: ExhibitPlan, target: string): () => AsyncIterable<Buffer> {
  return () => copyWhileZipping(exhibit, target);
}

/** The folder of the first volume last: when it is there, everything is. What was moved before a failure goes again. */
async function moveIntoPlace(
  temp: string,
  outDir: string,
  names: readonly string[],
  zip: boolean,
): Promise<void> {
  const moved: string[] = [];
  const move = async (name: string): Promise<void> => {
    await rename(join(temp, name), join(outDir, name));
    moved.push(join(outDir, name));
  };
  try {
    for (const name of names) await syncFolder(join(temp, name));
    if (zip) for (const name of names) await move(`${name}.zip`);
    for (const name of [...names].reverse()) await move(name);
  } catch (error) {
    for (const path of moved) await rm(path, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(outDir);
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
