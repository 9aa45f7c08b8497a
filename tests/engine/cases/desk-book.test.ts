// Do contacts, calls, papers of the seller, work on a case and precedents hold what people enter, and refuse what can't be?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import { storeDocument } from '../../support/store-document.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';

const START_MS = Date.UTC(2026, 10, 17, 0, 30);
let dir: string;
let nowMs: number;
let door: InProcess;
let accountId: number;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-desk-'));
  nowMs = START_MS;
  door = await openInProcess({
    archiveDir: join(dir, 'archive'),
    language: 'en',
    nowMs: () => nowMs,
    projectDir: PROJECT_DIR,
  });
  accountId = (await door.caller.accounts.save({ name: 'Shop', marketplaces: ['US', 'DE'] })).id;
});
afterEach(async () => {
  await door.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('the contact book', () => {
  it('T-25: is empty at first, refuses the number that can’t exist, and keeps one that can', async () => {
    expect(await door.caller.contacts.list({})).toEqual([]);
    const hotline = { accountId, role: 'hotline' as const, marketplace: 'US', name: 'Hotline' };
    await expect(door.caller.contacts.save({ ...hotline, phone: '+1-299-999-9999' })).rejects.toMatchObject({
      message: expect.any(String),
    });
    await expect(door.caller.contacts.save({ accountId, role: 'other' })).rejects.toBeDefined();
    const [saved] = await door.caller.contacts.save({ ...hotline, phone: '+1 206 555 0100' });
    expect(saved).toMatchObject({ phone: '+1 206 555 0100', marketplace: 'US' });
    await expect(
      door.caller.contacts.save({ ...hotline, id: saved?.id ?? 0, phone: '1', revision: 99 }),
    ).rejects.toBeDefined();
    expect(await door.caller.contacts.remove({ id: saved?.id ?? 0 })).toEqual([]);
  });

  it('a call to come is told until it was made; then it stands on the case with its waiting time', async () => {
    const { number } = await door.caller.cases.open({
      problem: 'acct-deactivated-policy',
      marketplace: 'US',
    });
    const [call] = await door.caller.contacts.planCall({
      accountId,
      case: number,
      atMs: START_MS + 3_600_000,
      subject: 'Ask for senior support',
    });
    expect(call).toMatchObject({ caseNumber: number, doneAtMs: null });
    nowMs += 2 * 3_600_000;
    expect(
      await door.caller.contacts.finishCall({
        id: call?.id ?? 0,
        outcome: 'promised an answer',
        waitMinutes: 12,
      }),
    ).toEqual([]);
    const detail = await door.caller.cases.get({ case: number });
    expect(detail.timeline.find((event) => event.kind === 'call')).toMatchObject({
      detail: 'promised an answer',
      data: { waitMinutes: 12 },
    });
    await expect(door.caller.contacts.finishCall({ id: call?.id ?? 0 })).rejects.toBeDefined();
    expect(await door.caller.contacts.calls({ all: true })).toHaveLength(1);
  });
});

describe('the dossier', () => {
  it('tells what is missing, what is here and what ends, by the paper or by what a person says', async () => {
    const before = await door.caller.dossier.show({ accountId });
    expect(before.find((p) => p.kind === 'business_license')).toMatchObject({
      state: 'missing',
      required: true,
    });
    storeDocument(door.engine.context.archive, {
      kind: 'business_license',
      fileName: 'licence.pdf',
      date: '2020-01-01',
      text: 'licence',
      identifiers: [],
    });
    expect(
      (await door.caller.dossier.show({ accountId })).find((p) => p.kind === 'business_license'),
    ).toMatchObject({ state: 'present', expiresOn: null });
    const save = (expiresOn: string | null, endless = false) =>
      door.caller.dossier.save({ accountId, kind: 'business_license', expiresOn, endless });
    const state = (papers: Awaited<ReturnType<typeof save>>) =>
      papers.find((p) => p.kind === 'business_license')?.state;
    expect(state(await save('2026-12-31'))).toBe('ends_soon');
    expect(state(await save('2026-11-16'))).toBe('ended');
    expect(state(await save('2028-01-01'))).toBe('present');
    expect(state(await save(null, true))).toBe('present');
    await expect(save('2026-02-30')).rejects.toBeDefined();
  });
});

describe('work and precedents', () => {
  it('minutes add up and never go below nothing; two accounts stay apart', async () => {
    const { number } = await door.caller.cases.open({
      problem: 'lst-inauthentic',
      marketplace: 'US',
      asins: ['B0XHD00001'],
    });
    await door.caller.work.change({ case: number, assignee: 'Lin', language: 'en', addMinutes: 25 });
    const detail = await door.caller.work.change({ case: number, addMinutes: 10 });
    expect(detail).toMatchObject({ assignee: 'Lin', workLanguage: 'en', workMinutes: 35 });
    await expect(door.caller.work.change({ case: number, addMinutes: -36 })).rejects.toBeDefined();
    const second = await door.caller.accounts.save({ name: 'Second', marketplaces: ['US'] });
    const other = await door.caller.cases.open({
      accountId: second.id,
      problem: 'lst-inauthentic',
      marketplace: 'US',
      asins: ['B0XHD00001'],
    });
    expect(other.accountName).toBe('Second');
  });

  it('an ended case of the same problem is shown with its outcome', async () => {
    const open = (asin: string) =>
      door.caller.cases.open({ problem: 'lst-inauthentic', marketplace: 'US', asins: [asin] });
    const first = await open('B0XHD00001');
    const second = await open('B0XHD00002');
    expect(await door.caller.work.precedents({ case: second.number })).toEqual([]);
    await door.caller.cases.setStatus({ case: first.number, status: 'won' });
    expect(await door.caller.work.precedents({ case: second.number })).toMatchObject([
      { number: first.number, status: 'won', roundTrips: 0 },
    ]);
  });
});
