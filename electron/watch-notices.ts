// What in the archive deserves a notification, once, and not a flood of them?
import type { EngineNotice } from './engine-messages.ts';

/** The part of a deadline that matters here. */
export interface DueDate {
  readonly caseNumber: string;
  readonly ruleId: string;
  readonly occurrence: number;
  readonly state: string;
  readonly turn: 'us' | 'amazon';
  readonly actionable: boolean;
  readonly closesAtMs?: number;
}

interface FinishedJob {
  readonly kind: string;
  readonly subject: string | null;
}

export type NoticeSource =
  | { readonly type: 'notice'; readonly code: string; readonly params: EngineNotice['params'] }
  | { readonly type: 'job_changed'; readonly jobId: number; readonly state: string };

export interface NoticeWatch {
  /** For each event of the feed. */
  receive(event: NoticeSource): void;
  /** Looks at all deadlines; called at start and every few minutes. */
  lookAtDeadlines(deadlines: readonly DueDate[]): void;
  /** Looks at the reminder of the week; called together with the deadlines. */
  lookAtWeek(reminder: { readonly week: string; readonly due: boolean }): void;
}

/** Remembers in memory what was said: a deadline is named when it turns soon and again when it is over. */
export function createNoticeWatch(
  send: (notice: EngineNotice) => void,
  readJob: (jobId: number) => FinishedJob | undefined,
  formatTime: (atMs: number) => string,
): NoticeWatch {
  const said = new Set<string>();
  return {
    receive: (event) => {
      if (event.type === 'notice') {
        if (event.code === 'intake.folderOffline') send({ kind: 'folder', params: event.params });
        if (event.code === 'intake.massMissing') send({ kind: 'missing', params: event.params });
      }
      if (event.type === 'job_changed' && event.state === 'done') {
        const job = readJob(event.jobId);
        if (job?.kind === 'pack') send({ kind: 'pack', params: { case: job.subject ?? '' } });
      }
    },
    lookAtWeek: ({ week, due }) => {
      if (!due || said.has(week)) return;
      said.add(week);
      send({ kind: 'week', params: { week } });
    },
    lookAtDeadlines: (deadlines) => {
      const news = deadlines.filter((each) => {
        const isPressing = each.state === 'soon' || each.state === 'overdue';
        if (!isPressing || !each.actionable || each.turn !== 'us' || each.closesAtMs === undefined)
          return false;
        const key = `${each.caseNumber} ${each.ruleId} ${each.occurrence} ${each.state}`;
        if (said.has(key)) return false;
        said.add(key);
        return true;
      });
      const first = news.toSorted((a, b) => (a.closesAtMs ?? 0) - (b.closesAtMs ?? 0))[0];
      if (first === undefined) return;
      const params = { case: first.caseNumber, when: formatTime(first.closesAtMs ?? 0), count: news.length };
      // Ten cases after a holiday are one notification with a number, not ten.
      if (news.length > 1) send({ kind: 'deadlines', params });
      else send({ kind: first.state === 'overdue' ? 'overdue' : 'deadline', params });
    },
  };
}
