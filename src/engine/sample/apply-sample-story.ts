// How does the archive learn who the sample seller is? Stores its account, once.
import { listAccounts, saveAccount } from '../cases/accounts.ts';
import type { EngineContext } from '../engine-context.ts';
import type { SampleStory } from './sample-types.ts';

/** Creates the sample account unless it is there already; other accounts stay as they are. */
export function applySampleStory(context: EngineContext, story: SampleStory): void {
  if (listAccounts(context).some((account) => account.sellerId === story.sellerId)) return;
  saveAccount(context, {
    name: story.storeName,
    legalNameZh: story.company.nameZh,
    legalNameEn: story.company.nameEn,
    addressZh: story.company.addressZh,
    addressEn: story.company.addressEn,
    phone: story.company.phone,
    uscc: story.company.uscc,
    sellerId: story.sellerId,
    stores: [story.storeName],
    marketplaces: [...story.marketplaces],
  });
}
