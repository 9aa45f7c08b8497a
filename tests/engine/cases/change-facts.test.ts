// Are facts and identifiers of an open case changed with a check of the revision and an entry in the timeline?
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type InProcess, openInProcess } from '../../../src/api/in-process.ts';
import { PROJECT_DIR } from '../../support/temporary-archive.ts';

let dir: string;
let door: InProcess;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'casebinder-facts-'));
  door = await openInProcess({ archiveDir: join(dir, 'archive'), language: 'en', projectDir: PROJECT_DIR });
  await door.caller.cases.open({
    problem: 'ord-invalid-tracking',
    marketplace: 'US',
    orders: ['113-1111111-2222222'],
    notifiedOn: '2026-11-02',
  });
});
afterEach(async () => {
  await door.close();
  rmSync(dir, { recursive: true, force: true });
});

const factEvents = () =>
  door.engine.cases.get('C-0001').timeline.filter((event) => event.kind === 'facts_changed');

describe('the facts of a case', () => {
  it('change with one entry that says from what to what', async () => {
    await door.caller.cases.change({
      case: 'C-0001',
      title: 'Two orders without scan',
      money: { amount: '99.50', currency: 'USD' },
      notifiedOn: '2026-11-03',
      subjects: [
        { type: 'order_id', value: '11333333334444444' },
        { type: 'fnsku', value: 'x001abcdef' },
      ],
    });
    const detail = door.engine.cases.get('C-0001');
    expect(detail.subjects).toEqual([
      { type: 'fnsku', value: 'X001ABCDEF' },
      { type: 'order_id', value: '113-3333333-4444444' },
    ]);
    expect(factEvents()).toHaveLength(1);
    expect(factEvents()[0]?.data['changes']).toEqual([
      { field: 'title', from: expect.any(String), to: 'Two orders without scan' },
      { field: 'notifiedOn', from: '2026-11-02', to: '2026-11-03' },
      { field: 'money', from: '', to: '99.50 USD' },
      { field: 'subjectsAdded', from: '', to: '113-3333333-4444444  X001ABCDEF' },
      { field: 'subjectsRemoved', from: '113-1111111-2222222', to: '' },
    ]);
  });

  it('leave no entry where nothing differs, nor for the statement', async () => {
    await door.caller.cases.change({ case: 'C-0001', notifiedOn: '2026-11-02' });
    await door.caller.cases.change({ case: 'C-0001', statement: { subject: 's', text: 't', textZh: '' } });
    expect(factEvents()).toEqual([]);
  });

  it('are refused when they cannot be, and when another window was first', async () => {
    const { revision } = door.engine.cases.get('C-0001');
    await expect(
      door.caller.cases.change({ case: 'C-0001', subjects: [{ type: 'order_id', value: '12' }] }),
    ).rejects.toThrow(/order 12/);
    await expect(door.caller.cases.change({ case: 'C-0001', caseId: '12' })).rejects.toThrow(/Case ID 12/);
    await door.caller.cases.change({ case: 'C-0001', title: 'first', revision });
    await expect(
      door.caller.cases.change({ case: 'C-0001', title: 'second', revision }),
    ).rejects.toMatchObject({
      cause: { code: 'REVISION_CONFLICT' },
    });
    expect(door.engine.cases.get('C-0001').title).toBe('first');
  });
});
