// Which tag files seal a folder of ours as a bag?
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BAGIT_TXT, type BagFile, describeText, writeBagInfo, writeManifest } from './bag/write-bag.ts';
import { BEIJING, formatDateInZone } from './book/zone-time.ts';
import type { PackPlan } from './pack-plan.ts';
import { bookLanguage, nameIn } from './pack-text.ts';

/** Writes manifest, bag-info and their own manifest into `bag`. Returns the hash that names the bag, and the tag files. */
export async function sealBag(
  plan: PackPlan,
  bag: string,
  payload: readonly BagFile[],
  part: { readonly volume: number; readonly of: number },
): Promise<{ sha256: string; tagFiles: BagFile[] }> {
  const language = bookLanguage(plan);
  const identifier = `${plan.caseNumber}/${plan.edition}`;
  const info = writeBagInfo(
    {
      organization: nameIn(plan.account.legalName, language),
      description: `${plan.caseNumber} ${nameIn(plan.problemName, language)}`,
      identifier: part.of === 1 ? identifier : `${identifier}/${part.volume}`,
      baggingDate: formatDateInZone(plan.builtAtMs, BEIJING),
      ...(part.of === 1 ? {} : { group: identifier, count: `${part.volume} of ${part.of}` }),
    },
    payload,
  );
  const manifest = writeManifest(payload);
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
