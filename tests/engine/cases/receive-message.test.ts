// Does a message that a person has in any form get onto the right case, verbatim, with its date and its decision?
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import { copySampleArchive, type SharedSample } from '../../support/sample-seller.ts';

let door: InProcess;
let base: string;
let sample: SharedSample;

beforeAll(async () => {
  const copy = await copySampleArchive();
  base = copy.base;
  sample = copy.sample;
  door = await openInProcess({ archiveDir: copy.archiveDir, language: 'en' });
}, 180_000);
afterAll(async () => {
  await door?.close();
  rmSync(base, { recursive: true, force: true });
});

const story = (problem: string) => {
  const found = sample.story.cases.find((c) => c.problem === problem);
  if (found === undefined) throw new Error(`no story ${problem}`);
  return found;
};

describe('a notification of the sample seller', () => {
  it('waits for a case, is read with sender, deadline and problem, and opens one', async () => {
    const waiting = await door.caller.messages.waiting({});
    expect(waiting.total).toBeGreaterThan(3);
    const vtr = story('ord-invalid-tracking');
    const document = waiting.documents.find((d) =>
      d.path.endsWith(vtr.notificationFile?.split('/').at(-1) ?? '?'),
    );
    expect(document).toBeDefined();
    const [message] = await door.caller.messages.receive({ documentIds: [document?.id ?? 0] });
    expect(message).toMatchObject({
      writer: 'amazon',
      from: 'seller-performance@amazon.com',
      marketplace: 'US',
      cases: [],
      recordedOn: null,
    });
    expect(message?.problems[0]).toBe('ord-invalid-tracking');
    expect(
      message?.identifiers
        .filter((i) => i.type === 'order_id')
        .map((i) => i.value)
        .sort(),
    ).toEqual([...vtr.orderIds].sort());
    expect(message?.stated).toMatchObject({ date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });

    const opened = await door.caller.cases.open({
      problem: vtr.problem,
      marketplace: 'US',
      orders: [...vtr.orderIds],
      notifiedOn: vtr.notified,
    });
    const stated = message?.stated;
    const detail = await door.caller.messages.record({
      message: message?.message ?? '',
      case: opened.number,
      kind: message?.kind ?? '',
      ...(stated != null && 'date' in stated ? { statedDate: stated.date } : {}),
    });
    const entry = detail.timeline.find((event) => event.documentId === document?.id);
    expect(entry).toMatchObject({ official: true, data: { from: 'seller-performance@amazon.com' } });
    expect(entry?.detail).toContain('Seller Performance Team');
    // One entry, and the clocks know its date.
    expect(detail.timeline.filter((event) => 'statedDate' in event.data)).toHaveLength(1);
    expect(
      detail.deadlines.some((d) => d.basis === 'stated' && d.closesAtMs !== undefined && d.state !== 'met'),
    ).toBe(true);
    const after = await door.caller.messages.waiting({});
    expect(after.total).toBe(waiting.total - 1);
    await expect(
      door.caller.cases.removeNote({ case: opened.number, eventId: entry?.id ?? 0 }),
    ).rejects.toMatchObject({ message: expect.any(String) });
  });

  it('an answer finds its case by the orders it names, and by the Case ID before them', async () => {
    const vtr = story('ord-invalid-tracking');
    const [byOrder] = await door.caller.messages.receive({
      text: `From: seller-performance@amazon.com\nSubject: Your appeal\n\nHello,\nwe reviewed your plan. Your appeal has been denied.\nOrder ID: ${vtr.orderIds[0]}\nSeller Performance Team`,
    });
    expect(byOrder?.cases[0]).toMatchObject({ number: 'C-0001' });
    expect(byOrder?.decision).toBe('rejected');
    await door.caller.cases.open({
      problem: 'fba-inbound-missing',
      marketplace: 'US',
      caseId: '10000000501',
    });
    const [byCaseId] = await door.caller.messages.receive({
      text: `[CASE 10000000501] about order ${vtr.orderIds[0]}\nSelling Partner Support`,
      case: 'C-0001',
    });
    expect(byCaseId?.cases[0]).toMatchObject({ number: 'C-0002' });
  });
});

describe('a file from outside every watched folder', () => {
  it('is kept byte for byte, becomes a document, and the same file again is known', async () => {
    const path = join(base, '客服回复.eml');
    const bytes = Buffer.from(
      [
        'From: Selling Partner Support <no-reply@amazon.com>',
        'To: seller@shop.example',
        'Subject: [CASE 10000000501] Missing units',
        'Date: Fri, 20 Nov 2026 09:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Hello, we need more information. Please provide the proof of delivery within 3 days.',
        'Selling Partner Support',
        '',
      ].join('\r\n'),
    );
    writeFileSync(path, bytes);
    const [message] = await door.caller.messages.receive({ grants: [door.grant(path, 'file')] });
    expect(message).toMatchObject({ kind: 'info_request', asksForMore: true, sentAtKnown: true });
    expect(message?.sentAtMs).toBe(Date.UTC(2026, 10, 20, 9));
    const detail = await door.caller.messages.record({
      message: message?.message ?? '',
      case: 'C-0002',
      kind: 'info_request',
      statedDate: '2026-11-23',
      status: 'reply_needed',
    });
    expect(detail.status).toBe('reply_needed');
    const entry = detail.timeline.find((event) => event.data['statedDate'] === '2026-11-23');
    const kept = await door.caller.documents.get({ id: entry?.documentId ?? 0 });
    expect(kept.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    rmSync(path);
    const content = await door.engine.content.openDocument(String(entry?.documentId));
    expect(content === null ? null : readFileSync(content.path)).toEqual(bytes);
    writeFileSync(path, bytes);
    const [again] = await door.caller.messages.receive({ grants: [door.grant(path, 'file')] });
    expect(again?.recordedOn).toBe('C-0002');
  });

  it('a personal mailbox of ours is named (T-23), and a machine’s receipt is no answer', async () => {
    const [owner] = await door.caller.accounts.list();
    await door.caller.accounts.save({ id: owner?.id ?? 0, name: 'My Shop', email: 'seller@shop.example' });
    const [own] = await door.caller.messages.receive({
      text: 'From: someone@qq.com\n\nHere is the proof for case 10000000501.',
      case: 'C-0002',
    });
    const withOwn = await door.caller.messages.record({
      message: own?.message ?? '',
      case: 'C-0002',
      kind: 'own_message',
    });
    expect(withOwn.warnings.map((w) => w.code)).toContain('personalMailbox');
    await door.caller.cases.change({
      case: 'C-0002',
      statement: { subject: 's', text: 'Background, timeline, request, attachments.', textZh: '' },
    });
    await door.caller.cases.submit({ case: 'C-0002', truthConfirmed: true });
    const [receipt] = await door.caller.messages.receive({
      text: 'This is an automatic reply. We received your message.\nSelling Partner Support',
      case: 'C-0002',
    });
    const detail = await door.caller.messages.record({
      message: receipt?.message ?? '',
      case: 'C-0002',
      kind: 'amazon_message',
      automatic: true,
      atMs: Date.now() + 1_000,
    });
    expect(detail.deadlines.find((d) => d.ruleId === 'response/first')?.metAtMs).toBeUndefined();
  });

  it('nothing is held for ever: a recorded or unknown message can’t be recorded', async () => {
    await expect(
      door.caller.messages.record({ message: 'm_unknown', case: 'C-0001', kind: 'note' }),
    ).rejects.toMatchObject({ message: expect.any(String) });
    await expect(door.caller.messages.receive({ text: '   ' })).rejects.toMatchObject({
      message: expect.any(String),
    });
  });
});
