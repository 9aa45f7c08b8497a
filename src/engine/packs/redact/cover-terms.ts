// Which names and addresses does this archive know that a covered copy must not tell?
import { DOCUMENT_KINDS } from '../../../domain/kinds/document-kinds.ts';
import { CHANNELS } from '../../../domain/problems/channels.ts';
import { PROBLEM_TYPES } from '../../../domain/problems/problem-types.ts';
import { type CoverTerms, findTerms } from '../../../domain/redaction/cover-rules.ts';
import { packEvents as eventsEn } from '../../../i18n/en/pack-events.ts';
import { packs as packsEn } from '../../../i18n/en/packs.ts';
import { packEvents as eventsZh } from '../../../i18n/zh-CN/pack-events.ts';
import { packs as packsZh } from '../../../i18n/zh-CN/packs.ts';
import type { EngineContext } from '../../engine-context.ts';
import { account } from '../../store/schema/cases.ts';

/** Longer "names" are sentences that a recogniser took for one. */
const MAX_NAME = 80;
/** Shorter names ("Li", "SF") would cover half of a page; a person adds them where they are meant. */
const MIN_NAME = 3;
/** Amazon and the carriers are on every paper and say nothing about anyone. */
const PUBLIC =
  /^(?:amazon|亚马逊|ups|usps|fedex|dhl|4px|yunexpress|china post|中国邮政|顺丰|royal mail|hermes|dpd|gls)(?![a-z])/i;

/** What our own pages say anyway: "Tracking" or "Proof of delivery" is no name, whatever a recogniser took it for. */
let ownWords: string | undefined;

function readOwnWords(): string {
  ownWords ??= [
    ...[packsEn, packsZh, eventsEn, eventsZh].flatMap((catalogue) => Object.values(catalogue)),
    ...DOCUMENT_KINDS.flatMap((kind) => [kind.names['zh-CN'], kind.names.en, kind.slug]),
    ...[...CHANNELS, ...PROBLEM_TYPES].flatMap((one) => [one.name.zh, one.name.en, one.slug]),
    ...['true', 'false', 'null', 'SAMPLE', '样本', 'n/a', 'unknown', 'sender', 'receiver', 'shipper'],
  ].join(' | ');
  return ownWords;
}

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
    for (const party of JSON.parse(readParties.get(id) ?? '[]') as { name: string }[])
      for (const part of splitParty(party.name)) names.add(part);
  }
  return {
    names: [...names].map((name) => name.trim()).filter((name) => isTelling(name)),
    addresses: [...addresses].map((one) => one.trim()).filter((one) => one.length >= 5),
    words: words.map((word) => word.trim()).filter((word) => word.length >= 2),
  };
}

/** "Jane Roe - Amazon Marketplace <x@marketplace.amazon.com>" is a name and an address; only one of them is public. */
function splitParty(text: string): string[] {
  const mail = /^(.*?)\s*<([^<>]+)>\s*$/.exec(text);
  const name = (mail?.[1] ?? text).replace(/\s+-\s+Amazon Marketplace$/i, '').replace(/^["']|["']$/g, '');
  const address = mail?.[2] ?? '';
  return /@amazon\.[a-z.]+$/i.test(address) ? [] : [name, address];
}

function isTelling(name: string): boolean {
  const isHan = /\p{Script=Han}/u.test(name);
  if (name.length < (isHan ? 2 : MIN_NAME) || name.length > MAX_NAME || PUBLIC.test(name)) return false;
  return findTerms(readOwnWords(), [name], 'name').length === 0;
}
