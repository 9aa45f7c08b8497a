// Which exhibits go into which volume, and what does a volume say about the others?
import { copyFile, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import { findResource } from '../readers/find-resource.ts';
import { type BagFile, describeText } from './bag/write-bag.ts';
import { namePack } from './exhibit-names.ts';
import { formatBytes, hashFile, type PayloadFile } from './pack-copy.ts';
import type { ExhibitPlan, PackPlan, PackViolation } from './pack-plan.ts';
import { sealBag } from './seal-bag.ts';

/** What the book of the first volume may take of it: photos and pages are scaled down, lists are small. */
function estimateBook(exhibits: readonly ExhibitPlan[]): number {
  const pages = exhibits.reduce(
    (sum, one) =>
      sum +
      (one.mediaType === 'application/pdf'
        ? Math.min(one.sizeBytes, 200_000_000)
        : Math.min(one.sizeBytes, 700_000)),
    0,
  );
  return pages + 2_000_000;
}

/**
 * The volume (from 1) of each exhibit. The first holds book, lists and as many originals as fit; originals stay whole,
 * so that one larger than a volume has a volume to itself. Order is kept.
 */
export function assignVolumes(plan: PackPlan): ReadonlyMap<string, number> {
  const limit = plan.volumeBytes;
  if (limit === undefined) return new Map(plan.exhibits.map((one) => [one.label, 1]));
  const volumes = new Map<string, number>();
  let volume = 1;
  let used = Math.min(estimateBook(plan.exhibits), limit);
  for (const { label, sizeBytes } of plan.exhibits) {
    // The first volume holds the book, and a new one holds the exhibit that opened it: none is ever empty.
    if (used + sizeBytes > limit) {
      volume += 1;
      used = 0;
    }
    volumes.set(label, volume);
    used += sizeBytes;
  }
  return volumes;
}

/** Folder name of a volume: the pack's own for the first, `…_vol2` for the next. */
export function nameVolume(plan: PackPlan, volume: number): string {
  return volume === 1 ? namePack(plan) : `${namePack(plan)}_vol${volume}`;
}

/** Every folder name that a build of this plan makes, the first volume first. */
export function listVolumeNames(plan: PackPlan): string[] {
  const count = Math.max(1, ...assignVolumes(plan).values());
  return Array.from({ length: count }, (_, index) => nameVolume(plan, index + 1));
}

/** Originals that are larger than a volume all by themselves. */
export function checkVolumes(plan: PackPlan): PackViolation[] {
  const limit = plan.volumeBytes;
  if (limit === undefined) return [];
  return plan.exhibits
    .filter((one) => one.sizeBytes > limit)
    .map((one) => ({
      exhibit: one.label,
      code: 'VOLUME_TOO_LARGE',
      params: { exhibit: one.label, size: formatBytes(one.sizeBytes), limit: formatBytes(limit) },
      fixed: true,
    }));
}

export interface SealedVolume {
  readonly name: string;
  readonly folder: string;
  readonly manifestSha256: string;
  /** Payload and tag files, for the ZIP. */
  readonly files: readonly PayloadFile[];
  readonly payloadBytes: number;
}

interface MovedFile extends PayloadFile {
  readonly label: string;
}

/**
 * Moves the files of the further volumes out of the first bag (a rename, no copy) and seals each as a bag of its own that
 * names the first one and its place among them.
 */
export async function sealVolumes(
  plan: PackPlan,
  bag: string,
  files: readonly MovedFile[],
): Promise<readonly SealedVolume[]> {
  const volumes = assignVolumes(plan);
  const names = listVolumeNames(plan);
  const verifyPage = findResource('pack/verify.html');
  if (verifyPage === undefined)
    throw new CasebinderError('INTERNAL', { detail: 'resource missing: pack/verify.html' });
  const sealed: SealedVolume[] = [];
  for (const [index, name] of names.entries()) {
    if (index === 0) continue;
    const folder = join(dirname(bag), name);
    const own = files.filter((file) => volumes.get(file.label) === index + 1);
    for (const file of own) {
      await mkdir(dirname(join(folder, file.path)), { recursive: true });
      if (file.copies === undefined) await rename(join(bag, file.path), join(folder, file.path));
    }
    const about = `${JSON.stringify(
      {
        format: 'casebinder-volume/1',
        pack: `${plan.caseNumber}/${plan.edition}`,
        volume: index + 1,
        of: names.length,
        first: names[0],
        book: `../${names[0]}/data/index.pdf`,
        volumes: names,
        exhibits: own.map((file) => ({ label: file.label, file: file.path.slice('data/'.length) })),
      },
      null,
      2,
    )}\n`;
    await writeFile(join(folder, 'data', 'volume.json'), about, { flag: 'wx' });
    await copyFile(verifyPage, join(folder, 'data', 'verify.html'));
    const page: BagFile = {
      path: 'data/verify.html',
      sha256: await hashFile(verifyPage),
      sizeBytes: (await stat(verifyPage)).size,
    };
    const payload = [...own, page, describeText('data/volume.json', about)];
    const { sha256, tagFiles } = await sealBag(plan, folder, payload, {
      volume: index + 1,
      of: names.length,
    });
    sealed.push({
      name,
      folder,
      manifestSha256: sha256,
      files: [...payload, ...tagFiles],
      payloadBytes: payload.reduce((sum, file) => sum + file.sizeBytes, 0),
    });
  }
  return sealed;
}
