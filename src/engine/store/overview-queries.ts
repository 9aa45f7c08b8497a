// How full is the archive and what waits for a person: the numbers of the home screen and the navigation?
import type { Archive } from './open-archive.ts';
import { IS_UNFINISHED } from './unfinished-locations.ts';

export interface Overview {
  readonly documents: number;
  readonly available: number;
  readonly unsorted: number;
  readonly withProblem: number;
  readonly pendingOcr: number;
  readonly arriving: number;
  readonly onlineOnly: number;
  readonly missing: number;
  readonly unreadable: number;
  readonly folders: number;
  readonly foldersOffline: number;
  readonly openCases: number;
  readonly filedLast7Days: number;
  readonly runningJobs: number;
}

export function readOverview(archive: Archive, nowMs: number): Overview {
  const count = (sql: string, ...params: number[]): number =>
    archive.sqlite
      .prepare(sql)
      .pluck()
      .get(...params) as number;
  return {
    documents: count('SELECT count(*) FROM document'),
    available: count('SELECT count(*) FROM document WHERE available = 1'),
    unsorted: count('SELECT count(*) FROM document WHERE inbox = 1'),
    withProblem: count('SELECT count(*) FROM document WHERE has_problem = 1'),
    pendingOcr: count("SELECT count(*) FROM document WHERE ocr_state = 'pending'"),
    arriving: count(
      `SELECT count(*) FROM location WHERE state IN ('arriving','queued') AND ${IS_UNFINISHED}`,
    ),
    onlineOnly: count(`SELECT count(*) FROM location WHERE state = 'online_only' AND ${IS_UNFINISHED}`),
    missing: count(`SELECT count(*) FROM location WHERE state = 'missing_unconfirmed' AND ${IS_UNFINISHED}`),
    unreadable: count(`SELECT count(*) FROM location WHERE state = 'unreadable' AND ${IS_UNFINISHED}`),
    folders: count("SELECT count(*) FROM watched_folder WHERE state <> 'removed'"),
    foldersOffline: count("SELECT count(*) FROM watched_folder WHERE state = 'offline'"),
    openCases: count('SELECT count(*) FROM case_file WHERE closed_at_ms IS NULL'),
    filedLast7Days: count('SELECT count(*) FROM document WHERE filed_at_ms >= ?', nowMs - 7 * 86_400_000),
    runningJobs: count("SELECT count(*) FROM job WHERE state = 'running'"),
  };
}
