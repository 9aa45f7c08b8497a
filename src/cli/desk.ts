// message | coverage | claims | contact | paper | case docx: the desk's own book in words.
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CasebinderError } from '../domain/errors.ts';
import type { CommandRun } from './command-line.ts';

/** Reads mails, screenshots or text files; with `record` each goes onto its likeliest (or the named) case. */
export async function runMessage(
  run: CommandRun,
  files: readonly string[],
  own: { case?: string; record?: boolean },
) {
  const door = await run.open();
  const messages = await door.caller.messages.receive({
    grants: files.map((file) => door.grant(resolve(file), 'file')),
    ...(own.case === undefined ? {} : { case: own.case }),
  });
  const recorded: { file: string; case: string }[] = [];
  for (const message of messages) {
    const target = own.case ?? message.cases[0]?.number;
    if (!run.json)
      run.say(
        `${message.fileName}  ${message.writer}  ${message.kind}  ${message.decision ?? '-'}  ${stated(message.stated)}  → ${target ?? '?'}`,
      );
    if (own.record !== true) continue;
    if (target === undefined)
      throw new CasebinderError('INPUT_INVALID', {
        detail: `no case for ${message.fileName}; name one with --case`,
      });
    await door.caller.messages.record({
      message: message.message,
      case: target,
      kind: message.kind,
      decision: message.decision,
      ...(message.stated === null
        ? {}
        : 'date' in message.stated
          ? { statedDate: message.stated.date }
          : { statedAtMs: message.stated.atMs }),
    });
    recorded.push({ file: message.fileName, case: target });
  }
  return { result: { messages: messages.map(({ message: _held, ...facts }) => facts), recorded } };
}

function stated(value: { date: string } | { atMs: number } | null): string {
  if (value === null) return '-';
  return 'date' in value ? value.date : new Date(value.atMs).toISOString();
}

export async function runCoverage(run: CommandRun, own: { on?: string; product: readonly string[] }) {
  const ledger = await (await run.open()).caller.reports.coverage({
    ...(own.on === undefined ? {} : { anchorOn: own.on }),
    ...(own.product.length === 0 ? {} : { products: [...own.product] }),
  });
  if (!run.json)
    for (const row of ledger.rows)
      run.say(
        `${row.state.padEnd(8)} ${row.product.padEnd(12)} ${row.skus.join(',')}  ${row.sold} ↔ ${row.bought}  −${row.short}  ${row.coveredUntil ?? ''}`,
      );
  return { result: ledger };
}

export async function runClaims(run: CommandRun) {
  const found = await (await run.open()).caller.weekly.claims({ limit: 5_000 });
  if (!run.json)
    for (const claim of found.claims)
      run.say(
        `${claim.state.padEnd(10)} ${claim.problem.padEnd(24)} ${claim.marketplace}  ${claim.orderId ?? claim.asin ?? claim.reference ?? ''} ×${claim.quantity}  ${day(claim.opensAtMs)} – ${day(claim.closesAtMs)}  ${claim.caseNumber ?? ''}`,
      );
  return { result: found };
}

const day = (atMs: number | null): string => (atMs === null ? '' : new Date(atMs).toISOString().slice(0, 10));

type Roles = 'hotline' | 'account_manager' | 'support' | 'supplier' | 'consultant' | 'other';
const ROLES: readonly Roles[] = ['hotline', 'account_manager', 'support', 'supplier', 'consultant', 'other'];

export async function runContactAdd(
  run: CommandRun,
  own: {
    account: number;
    role: string;
    name?: string;
    phone?: string;
    email?: string;
    hours?: string;
    marketplace?: string;
  },
) {
  const role = ROLES.find((known) => known === own.role);
  if (role === undefined)
    throw new CasebinderError('INPUT_INVALID', { detail: `role ${own.role}; ${ROLES.join(' ')}` });
  const contacts = await (await run.open()).caller.contacts.save({
    accountId: own.account,
    role,
    ...(own.name === undefined ? {} : { name: own.name }),
    ...(own.phone === undefined ? {} : { phone: own.phone }),
    ...(own.email === undefined ? {} : { email: own.email }),
    ...(own.hours === undefined ? {} : { hours: own.hours }),
    ...(own.marketplace === undefined ? {} : { marketplace: own.marketplace }),
  });
  return { result: { contacts } };
}

export async function runContactList(run: CommandRun) {
  const { caller } = await run.open();
  const result = { contacts: await caller.contacts.list({}), calls: await caller.contacts.calls({}) };
  if (!run.json)
    for (const row of result.contacts)
      run.say(`#${row.id}  ${row.role}  ${row.name}  ${row.phone}  ${row.email}  ${row.marketplace}`);
  return { result };
}

export async function runPapers(run: CommandRun, account: number) {
  const papers = await (await run.open()).caller.dossier.show({ accountId: account });
  if (!run.json)
    for (const paper of papers)
      run.say(
        `${paper.state.padEnd(10)} ${paper.kind.padEnd(24)} ${paper.expiresOn ?? ''}  ${paper.document?.fileName ?? ''}`,
      );
  return { result: { papers } };
}

export async function runCaseDocx(
  run: CommandRun,
  which: string,
  own: { out: string; withChinese?: boolean },
) {
  const path = resolve(own.out);
  if (existsSync(path)) throw new CasebinderError('INPUT_INVALID', { detail: `${path} exists` });
  const file = await (await run.open()).caller.work.statementDocx({
    case: which,
    withChinese: own.withChinese === true,
  });
  writeFileSync(path, Buffer.from(file.base64, 'base64'));
  run.say(path);
  return { result: { docx: path } };
}
