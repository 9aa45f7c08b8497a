// What does a message to or from Amazon say: who wrote it, what was decided, what is wanted, and by when?
import type { FoundDate } from '../inspection.ts';
import type { AnchorKind } from '../problems/deadline-rule.ts';
import {
  AMAZON_SIGNATURES,
  DECISION_PHRASES,
  type Decision,
  EVENT_PHRASES,
  REQUEST_PHRASES,
} from './decision-phrases.ts';
import { findStatedDeadline, type StatedDeadline } from './stated-deadline.ts';

export interface MessageInput {
  /** The whole text, headers included or not. */
  readonly text: string;
  readonly subject?: string;
  /** Sender as the mail names it; text without a mail head has none. */
  readonly from?: string;
  readonly sentAtMs: number;
  readonly dates: readonly FoundDate[];
  /** Mailboxes and names of the seller. */
  readonly own: readonly string[];
  /** IANA zone of the marketplace, for days. */
  readonly zone: string;
}

export interface MessageFacts {
  readonly writer: 'amazon' | 'seller' | 'buyer' | 'other';
  /** Bare address when there is one, else the name as written; "" when nothing is known. */
  readonly from: string;
  /** Kind of timeline entry that it becomes. */
  readonly kind: AnchorKind | 'note';
  readonly decision: Decision | null;
  /** The words that decided, as they stand in the message. */
  readonly decisionPhrase: string;
  readonly asksForMore: boolean;
  readonly stated: StatedDeadline | null;
}

/** amazon.com, amazon.co.jp, marketplace subdomains apart: those are buyers behind their aliases (domain.md 3.1). */
const AMAZON_MAILBOX = /@(?:[a-z0-9-]+\.)*amazon\.(?:com?(?:\.[a-z]{2})?|[a-z]{2})$/;
const BUYER_MAILBOX = /@(?:m\.)?marketplace\.amazon\.|@marketplace\.amazon\./;
/** Below such a line stands the message that was answered. */
const QUOTED =
  /^(?:>.*|-{2,}\s*(?:original message|forwarded message|原始邮件|转发的邮件|原邮件).*|on .{4,120} wrote:|在.{4,80}写道[：:])$/im;

/** Everything that can be concluded without asking; each is a proposal that a person confirms. */
export function readMessage(input: MessageInput): MessageFacts {
  const from = readSender(input);
  const fresh = withoutQuoted(input.text);
  const flat = flatten(`${input.subject ?? ''}\n${fresh}`);
  const writer = judgeWriter(from, flat, input.own);
  if (writer !== 'amazon') {
    return {
      writer,
      from,
      kind: writer === 'seller' ? 'own_message' : 'note',
      decision: null,
      decisionPhrase: '',
      asksForMore: false,
      stated: null,
    };
  }
  const decided = DECISION_PHRASES.flatMap(({ means, pattern }) => {
    const match = pattern.exec(flat);
    return match === null ? [] : [{ means, phrase: match[0] }];
  })[0];
  const asksForMore = REQUEST_PHRASES.some((pattern) => pattern.test(flat));
  const event = EVENT_PHRASES.find(({ pattern }) => pattern.test(flat));
  const stated = findStatedDeadline(fresh, input.dates, input.sentAtMs, input.zone) ?? null;
  return {
    writer,
    from,
    kind: event?.means ?? (asksForMore && decided === undefined ? 'info_request' : 'amazon_message'),
    decision: decided?.means ?? null,
    decisionPhrase: decided?.phrase ?? '',
    asksForMore,
    stated,
  };
}

/** "seller-performance@amazon.com" of `Amazon <seller-performance@amazon.com>`; for plain text its "From:" line. */
function readSender(input: MessageInput): string {
  const named =
    input.from ??
    /^\s*(?:from|sender|发件人|寄件人|差出人|von)\s*[：:]\s*(.{3,200})$/im.exec(input.text)?.[1] ??
    '';
  const address = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/.exec(named)?.[0];
  return (address ?? named.trim()).toLowerCase().slice(0, 200);
}

function judgeWriter(from: string, flat: string, own: readonly string[]): MessageFacts['writer'] {
  const isOwn = own.some((name) => name.trim() !== '' && from === name.trim().toLowerCase());
  if (isOwn) return 'seller';
  if (BUYER_MAILBOX.test(from)) return 'buyer';
  if (AMAZON_MAILBOX.test(from)) return 'amazon';
  if (from.includes('@')) return 'other';
  return AMAZON_SIGNATURES.some((pattern) => pattern.test(flat)) ? 'amazon' : 'other';
}

/** The part above the message that is being answered; the whole when nothing stands above. */
function withoutQuoted(text: string): string {
  const at = QUOTED.exec(text)?.index ?? text.length;
  const fresh = text.slice(0, at);
  return fresh.trim() === '' ? text : fresh;
}

/** Lower case, single spaces, straight apostrophes; recognised pictures put spaces between Chinese characters. */
function flatten(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han}，。：；]) (?=[\p{Script=Han}，。：；])/gu, '');
}
