// How does a message that a person dropped, pasted or photographed get onto the right case: read, proposed, confirmed, kept?
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { FoundIdentifier } from '../../domain/inspection.ts';
import { findMarketplace } from '../../domain/marketplaces/marketplaces.ts';
import { findFirstLine } from '../../domain/messages/first-line.ts';
import { findNamedCaseIds } from '../../domain/messages/named-case-ids.ts';
import { findNamedMarketplace } from '../../domain/messages/named-marketplace.ts';
import { type MessageFacts, readMessage } from '../../domain/messages/read-message.ts';
import type { EngineContext } from '../engine-context.ts';
import type { InspectedFile, InspectOutcome } from '../intake/inspect-files.ts';
import type { DocumentRow } from '../store/document-rows.ts';
import { account } from '../store/schema/cases.ts';
import { messageSetAside } from '../store/schema/desk.ts';
import { document } from '../store/schema/documents.ts';
import { type CaseRecord, findCase } from './case-records.ts';
import { changeFacts, changeStatus } from './change-case.ts';
import { keepAsDocument } from './keep-as-document.ts';
import { type CaseProposal, proposeCases } from './propose-cases.ts';
import { addTimelineEvent } from './timeline.ts';
import { listWaitingMessages } from './waiting-messages.ts';

/** What was handed in: a picked file, a document of the archive, or text from the clipboard. */
export type MessageSource =
  | { readonly path: string; readonly fileName: string }
  | { readonly documentId: number }
  | { readonly text: string };

export interface ReceivedMessage extends MessageFacts {
  /** Names the held message until it is recorded; it is forgotten when the program ends. */
  readonly message: string;
  readonly fileName: string;
  readonly title: string;
  /** The words as they came. */
  readonly text: string;
  readonly sentAtMs: number;
  /** False: nothing in it told when it was sent, the time of receipt stands in. */
  readonly sentAtKnown: boolean;
  readonly identifiers: readonly { readonly type: string; readonly value: string }[];
  /** Cases that it probably belongs to, the likeliest first. */
  readonly cases: readonly CaseProposal[];
  /** Problem types that it speaks of, for a case that is opened from it. */
  readonly problems: readonly string[];
  readonly marketplace: string | null;
  readonly readProblems: readonly string[];
  /** An entry of a timeline that holds the same message already. */
  readonly recordedOn: string | null;
}

export interface RecordInput {
  readonly message: string;
  readonly case: string | number;
  readonly kind: string;
  readonly title?: string;
  readonly atMs?: number;
  readonly from?: string;
  readonly decision?: 'accepted' | 'partial' | 'rejected' | null;
  readonly statedDate?: string | null;
  readonly statedAtMs?: number | null;
  /** An answer of a machine: kept, but it is no answer (S2-06). */
  readonly automatic?: boolean;
  /** The Case ID that the message names, when the case has none yet. */
  readonly caseId?: string;
  /** What the case becomes by it. */
  readonly status?: 'waiting' | 'reply_needed' | 'won' | 'lost' | 'partial';
}

interface Held {
  readonly facts: ReceivedMessage;
  readonly file: InspectedFile | null;
  readonly path: string | null;
  readonly documentId: number | null;
}

export interface MessageDesk {
  receive(sources: readonly MessageSource[], about?: string | number): Promise<ReceivedMessage[]>;
  record(input: RecordInput): CaseRecord;
  /** Messages of Amazon in the archive that no case knows yet, newest first. */
  waiting(limit: number): { readonly total: number; readonly documents: readonly DocumentRow[] };
  /** These need no case; `false` brings them back. All or none: NOT_FOUND when one of them is no document. */
  setAside(documentIds: readonly number[], aside: boolean): void;
}

export interface MessageReaders {
  inspect(path: string): Promise<InspectOutcome>;
  openDocument(
    documentId: number,
  ): Promise<{ readonly path: string; readonly fileName: string; release(): Promise<void> }>;
}

/** Held messages beyond this are forgotten, the oldest first. */
const MAX_HELD = 60;
const MAX_TEXT = 100_000;
/** Identifiers that say what a message is about. */
const TELLING = new Set([
  'case_id',
  'complaint_id',
  'order_id',
  'asin',
  'fba_shipment_id',
  'tracking_number',
  'safet_claim_id',
  'removal_order_id',
]);
/** Kinds of entries that hold Amazon's own words. */
const AMAZON_KINDS = new Set([
  'amazon_message',
  'info_request',
  'appeal_info_request',
  'claim_denied',
  'chargeback_email',
  'deactivated',
  'claim_debited',
  'return_requested',
  'verification_requested',
  'notified',
]);

export function createMessageDesk(context: EngineContext, readers: MessageReaders): MessageDesk {
  const held = new Map<string, Held>();

  function hold(entry: Omit<Held, 'facts'>, facts: Omit<ReceivedMessage, 'message'>): ReceivedMessage {
    const message = `m_${randomBytes(12).toString('base64url')}`;
    const received = { ...facts, message };
    held.set(message, { ...entry, facts: received });
    for (const [oldest, old] of held) {
      if (held.size <= MAX_HELD) break;
      held.delete(oldest);
      forgetFile(old);
    }
    return received;
  }

  async function receiveOne(source: MessageSource, about?: string | number): Promise<ReceivedMessage> {
    const dir = join(context.scratchDir, `message-${randomBytes(6).toString('hex')}`);
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    try {
      if ('text' in source) {
        if (source.text.trim() === '')
          throw new CasebinderError('INPUT_INVALID', { detail: 'empty message' });
        const path = join(dir, 'pasted.txt');
        writeFileSync(path, source.text, { mode: 0o600 });
        const file = await inspect(path);
        const facts = describe(file, '', source.text, null, about);
        rmSync(dir, { recursive: true, force: true });
        return hold({ file: null, path: null, documentId: null }, facts);
      }
      if ('documentId' in source) {
        const content = await readers.openDocument(source.documentId);
        try {
          const file = await inspect(content.path);
          const facts = describe(file, content.fileName, readPlainText(file), source.documentId, about);
          return hold({ file: null, path: null, documentId: source.documentId }, facts);
        } finally {
          await content.release();
          rmSync(dir, { recursive: true, force: true });
        }
      }
      const path = join(dir, source.fileName.replace(/[/\\\0]/g, '_').slice(-120) || 'message');
      copyFileSync(source.path, path);
      const file = await inspect(path);
      const known = context.archive.orm
        .select({ id: document.id })
        .from(document)
        .where(eq(document.sha256, file.sha256))
        .get();
      const facts = describe(file, source.fileName, readPlainText(file), known?.id ?? null, about);
      return hold({ file, path, documentId: known?.id ?? null }, facts);
    } catch (error) {
      rmSync(dir, { recursive: true, force: true });
      throw error;
    }
  }

  async function inspect(path: string): Promise<InspectedFile> {
    const outcome = await readers.inspect(path);
    if ('error' in outcome) throw new CasebinderError(outcome.error.code, outcome.error.params);
    return outcome;
  }

  function describe(
    file: InspectedFile,
    fileName: string,
    text: string,
    documentId: number | null,
    about: string | number | undefined,
  ): Omit<ReceivedMessage, 'message'> {
    const { read, recognition } = file;
    const mail = read.properties.email;
    const recognised = recognition.identifiers
      .filter(isTelling)
      .map(({ type, value }) => ({ type: type as string, value }));
    const identifiers = [
      ...findNamedCaseIds(text)
        .filter((value) => !recognised.some((found) => found.type === 'case_id' && found.value === value))
        .map((value) => ({ type: 'case_id', value })),
      ...recognised,
    ];
    const cases = proposeCases(context, identifiers, about);
    const first = cases[0] === undefined ? undefined : findCase(context, cases[0].number);
    const owners = context.archive.orm.select().from(account).all();
    const named = findNamedMarketplace(text);
    const code = first?.marketplace ?? named ?? owners[0]?.marketplaces[0] ?? 'US';
    const stamp = mail?.sentAt ?? recognition.dates.find((date) => date.role === 'sent')?.value;
    const sentMs =
      stamp === undefined ? Number.NaN : Date.parse(stamp.length === 10 ? `${stamp}T00:00:00Z` : stamp);
    const sentAtKnown = Number.isFinite(sentMs) && sentMs <= context.nowMs() + 86_400_000;
    const sentAtMs = sentAtKnown ? sentMs : context.nowMs();
    const facts = readMessage({
      text,
      sentAtMs,
      dates: recognition.dates,
      own: owners.flatMap((owner) => [owner.email, owner.name, ...owner.stores]),
      zone: findMarketplace(code)?.zone ?? 'America/Los_Angeles',
      ...(mail?.subject === undefined ? {} : { subject: mail.subject }),
      ...(mail?.from === undefined ? {} : { from: mail.from }),
    });
    return {
      ...facts,
      fileName,
      title: (mail?.subject ?? findFirstLine(text) ?? fileName).slice(0, 300),
      text: text.slice(0, MAX_TEXT),
      sentAtMs,
      sentAtKnown,
      identifiers,
      cases,
      problems: recognition.problems.slice(0, 5),
      marketplace: first?.marketplace ?? named,
      readProblems: read.problems.map((problem) => problem.code),
      recordedOn: findRecorded(context, documentId),
    };
  }

  return {
    async receive(sources, about) {
      const received: ReceivedMessage[] = [];
      for (const source of sources) received.push(await receiveOne(source, about));
      return received;
    },
    record(input) {
      const entry = held.get(input.message);
      if (entry === undefined) throw new CasebinderError('GRANT_EXPIRED');
      const record = findCase(context, input.case);
      const { facts } = entry;
      const documentId =
        entry.documentId ??
        (entry.file === null || entry.path === null
          ? null
          : keepAsDocument(context, entry.path, facts.fileName, entry.file));
      const from = (input.from ?? facts.from).trim();
      addTimelineEvent(context, record, {
        kind: input.kind,
        title: (input.title ?? facts.title).trim() || input.kind,
        detail: facts.text,
        atMs: input.atMs ?? facts.sentAtMs,
        official: AMAZON_KINDS.has(input.kind) && facts.writer === 'amazon',
        documentId,
        data: {
          ...(from === '' ? {} : { from }),
          ...(input.decision == null ? {} : { decision: input.decision }),
          ...(input.statedDate == null ? {} : { statedDate: input.statedDate }),
          ...(input.statedAtMs == null ? {} : { statedAtMs: input.statedAtMs }),
          ...(input.automatic === true ? { automatic: true } : {}),
          ...(facts.fileName === '' ? {} : { fileName: facts.fileName }),
        },
      });
      if (input.caseId !== undefined && record.caseId === null)
        changeFacts(context, record, { caseId: input.caseId });
      if (input.status !== undefined && input.status !== record.status)
        changeStatus(context, findCase(context, record.number), input.status);
      held.delete(input.message);
      forgetFile(entry);
      return findCase(context, record.number);
    },
    waiting: (limit) => listWaitingMessages(context, limit),
    setAside(documentIds, aside) {
      context.archive.transaction(() => {
        for (const documentId of documentIds) {
          const isKnown = context.archive.orm
            .select({ id: document.id })
            .from(document)
            .where(eq(document.id, documentId))
            .get();
          if (isKnown === undefined)
            throw new CasebinderError('NOT_FOUND', { what: `document ${documentId}` });
          context.archive.orm.delete(messageSetAside).where(eq(messageSetAside.documentId, documentId)).run();
          if (aside)
            context.archive.orm.insert(messageSetAside).values({ documentId, atMs: context.nowMs() }).run();
        }
      });
      for (const documentId of documentIds) context.events.emit({ type: 'document_changed', documentId });
    },
  };
}

function forgetFile(entry: Held): void {
  if (entry.path !== null) rmSync(join(entry.path, '..'), { recursive: true, force: true });
}

const isTelling = (found: FoundIdentifier): boolean =>
  TELLING.has(found.type) && found.check !== 'fails_check';

/** What a person would read of it; the data beside it (an e-invoice's XML) is no message. */
function readPlainText(file: InspectedFile): string {
  return file.read.pages
    .filter((page) => page.source !== 'xml')
    .map((page) => page.text)
    .join('\n\n');
}

function findRecorded(context: EngineContext, documentId: number | null): string | null {
  if (documentId === null) return null;
  const row = context.archive.sqlite
    .prepare<unknown[], { number: string }>(
      `SELECT c.number FROM case_event e JOIN case_file c ON c.id = e.case_file_id
       WHERE e.document_id = ? AND e.kind NOT IN ('exhibit_attached','exhibit_detached') AND e.data ->> 'removedAtMs' IS NULL LIMIT 1`,
    )
    .get(documentId);
  return row?.number ?? null;
}
