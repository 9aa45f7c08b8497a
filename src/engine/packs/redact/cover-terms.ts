// Which names and addresses does this archive know that a covered copy must not tell?
import type { CoverTerms } from '../../../domain/redaction/cover-rules.ts';
import type { EngineContext } from '../../engine-context.ts';
import { account } from '../../store/schema/cases.ts';

/** Shorter names ("Li", "SF") would cover half of a page; a person adds them where they are meant. */
const MIN_NAME = 3;
/** What many legal names have in common says nothing about anyone. */
const COMMON =
  /^(?:amazon(?:\.com)?(?: services)?(?: llc| inc)?|ups|usps|fedex|dhl|4px|yunexpress|n\/?a|none|unknown)$/i;

/** The seller's own names and addresses, and the parties recognised in the given documents, with a person's words. */
export function readCoverTerms(
  context: EngineContext,
  documentIds: readonly number[],
  words: readonly string[] = [],
): CoverTerms {
  const names = new Set<string>();
  const addresses = new Set<string>();
  for (const owner of context.archive.orm.select().from(account).all()) {
    for (const name of [owner.legalNameZh, owner.legalNameEn, owner.name, ...owner.stores]) names.add(name);
    for (const address of [owner.addressZh, owner.addressEn]) addresses.add(address);
    for (const contact of [owner.email, owner.phone, owner.uscc, owner.sellerId]) names.add(contact);
  }
  const readParties = context.archive.sqlite
    .prepare<[number], string>('SELECT parties FROM recognition WHERE document_id = ?')
    .pluck();
  for (const id of documentIds) {
    for (const party of JSON.parse(readParties.get(id) ?? '[]') as { name: string }[]) names.add(party.name);
  }
  return {
    names: [...names].map((name) => name.trim()).filter((name) => isTelling(name)),
    addresses: [...addresses].map((one) => one.trim()).filter((one) => one.length >= 5),
    words: words.map((word) => word.trim()).filter((word) => word.length >= 2),
  };
}

function isTelling(name: string): boolean {
  const isHan = /\p{Script=Han}/u.test(name);
  return name.length >= (isHan ? 2 : MIN_NAME) && !COMMON.test(name);
}
