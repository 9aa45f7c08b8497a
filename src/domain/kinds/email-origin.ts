// Does an e-mail come from Amazon, go through its buyer-seller messages, or from somebody else?
import type { EmailFacts } from '../reading.ts';

export type EmailOrigin = 'amazon' | 'amazon_payments' | 'buyer_relay' | 'to_buyer' | 'to_amazon' | 'other';

const AMAZON_TOP_LEVELS =
  'com|ca|com\\.mx|com\\.br|co\\.uk|de|fr|it|es|nl|se|pl|com\\.be|ie|com\\.tr|ae|sa|eg|in|sg|com\\.au|co\\.jp|jp|cn|co\\.za';
const RELAY = new RegExp(`@(?:marketplace|m\\.marketplace)\\.amazon\\.(?:${AMAZON_TOP_LEVELS})$`);
const AMAZON = new RegExp(`@(?:[\\w-]+\\.)*amazon\\.(?:${AMAZON_TOP_LEVELS})$`);

/** Judges by the domain only: a display name "Amazon" proves nothing. */
export function findEmailOrigin(email: EmailFacts | undefined): EmailOrigin {
  if (email === undefined) return 'other';
  const from = extractAddress(email.from);
  const to = [...(email.to ?? []), ...(email.cc ?? [])].map(extractAddress);
  if (RELAY.test(from)) return 'buyer_relay';
  if (AMAZON.test(from)) return /payments/.test(from) ? 'amazon_payments' : 'amazon';
  if (to.some((address) => RELAY.test(address))) return 'to_buyer';
  if (to.some((address) => AMAZON.test(address))) return 'to_amazon';
  return 'other';
}

/** The bare address of "Name <local@domain>" in lower case; empty when there is none. */
export function extractAddress(header: string | undefined): string {
  if (header === undefined) return '';
  const match = /<([^<>\s]+@[^<>\s]+)>/.exec(header) ?? /([^\s<>"',;]+@[^\s<>"',;]+)/.exec(header);
  return (match?.[1] ?? '').toLowerCase();
}
