// Notices: is a person told about what presses, once, without a flood?
import { describe, expect, it } from 'vitest';
import type { EngineNotice } from '../../electron/engine-messages.ts';
import { createNoticeWatch, type DueDate } from '../../electron/watch-notices.ts';

function startWatch(jobs: Record<number, { kind: string; subject: string | null }> = {}) {
  const sent: EngineNotice[] = [];
  const watch = createNoticeWatch(
    (notice) => sent.push(notice),
    (jobId) => jobs[jobId],
    (atMs) => `at ${atMs}`,
  );
  return { sent, watch };
}

const due: DueDate = {
  caseNumber: 'C-0001',
  ruleId: 'appeal',
  occurrence: 1,
  state: 'soon',
  turn: 'us',
  actionable: true,
  closesAtMs: 1000,
};

describe('the week', () => {
  it('is reminded of once, when its hour has come', () => {
    const { sent, watch } = startWatch();
    watch.lookAtWeek({ week: '2026-W47', due: false });
    watch.lookAtWeek({ week: '2026-W47', due: true });
    watch.lookAtWeek({ week: '2026-W47', due: true });
    watch.lookAtWeek({ week: '2026-W48', due: true });
    expect(sent.map((notice) => [notice.kind, notice.params])).toEqual([
      ['week', { week: '2026-W47' }],
      ['week', { week: '2026-W48' }],
    ]);
  });
});

describe('deadlines', () => {
  it('are named once when they turn soon, and once more when they are over', () => {
    const { sent, watch } = startWatch();
    watch.lookAtDeadlines([due]);
    watch.lookAtDeadlines([due]);
    watch.lookAtDeadlines([{ ...due, state: 'overdue' }]);
    watch.lookAtDeadlines([{ ...due, state: 'overdue' }]);
    expect(sent.map((notice) => notice.kind)).toEqual(['deadline', 'overdue']);
    expect(sent[0]?.params).toMatchObject({ case: 'C-0001', when: 'at 1000' });
  });

  it('that come together are one notice that names the first', () => {
    const { sent, watch } = startWatch();
    const second = { ...due, caseNumber: 'C-0002', closesAtMs: 500 };
    watch.lookAtDeadlines([due, second, { ...due, occurrence: 2 }]);
    expect(sent).toEqual([{ kind: 'deadlines', params: { case: 'C-0002', when: 'at 500', count: 3 } }]);
  });

  it.each([
    ['is not near', { state: 'open' }],
    ['is met', { state: 'met' }],
    ["waits for Amazon's answer", { turn: 'amazon' as const }],
    ['cannot be missed', { actionable: false }],
    ['has no date', { closesAtMs: undefined }],
  ])('nothing is said about one that %s', (_name, change) => {
    const { sent, watch } = startWatch();
    watch.lookAtDeadlines([{ ...due, ...change }]);
    expect(sent).toEqual([]);
  });
});

describe('events', () => {
  it('a lost folder, many lost files and a finished pack are told; other jobs are not', () => {
    const { sent, watch } = startWatch({
      1: { kind: 'pack', subject: 'C-0012' },
      2: { kind: 'index', subject: null },
    });
    watch.receive({ type: 'notice', code: 'intake.folderOffline', params: { path: 'D:/a' } });
    watch.receive({ type: 'notice', code: 'intake.massMissing', params: { path: 'D:/a', files: 90 } });
    watch.receive({ type: 'notice', code: 'something.else', params: {} });
    watch.receive({ type: 'job_changed', jobId: 1, state: 'running' });
    watch.receive({ type: 'job_changed', jobId: 1, state: 'done' });
    watch.receive({ type: 'job_changed', jobId: 2, state: 'done' });
    expect(sent.map((notice) => notice.kind)).toEqual(['folder', 'missing', 'pack']);
    expect(sent[2]?.params).toEqual({ case: 'C-0012' });
  });
});
