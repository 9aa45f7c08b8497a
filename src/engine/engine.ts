// What is the engine made of? The composition root: opens an archive and puts its parts together.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { and, desc, eq, lt } from 'drizzle-orm';
import pino, { type Logger } from 'pino';
import { type SupportState, type SupportTeam, supportHoursAt } from '../domain/deadlines/support-hours.ts';
import type { Language } from '../domain/errors.ts';
import { backUpArchive, listBackups } from './backup-archive.ts';
import { createBackupLadder } from './backup-ladder.ts';
import { listAccounts, saveAccount } from './cases/accounts.ts';
import { type CaseDesk, createCaseDesk } from './cases/case-desk.ts';
import { type ContactBook, createContactBook } from './cases/contact-book.ts';
import { createMessageDesk, type MessageDesk } from './cases/receive-message.ts';
import { readDossier, savePaper } from './cases/seller-dossier.ts';
import { type ContentReader, createContentReader } from './content-reader.ts';
import { type DoctorCheck, diagnose } from './diagnose.ts';
import { createDocumentDesk, type DocumentDesk } from './document-desk.ts';
import type { EngineContext } from './engine-context.ts';
import { createEventFeed } from './event-feed.ts';
import { createFolderDesk, type FolderDesk } from './folder-desk.ts';
import { createFolderPlaces } from './folder-places.ts';
import { createIntake, type Intake, type IntakeOptions } from './intake/intake.ts';
import { createJobQueue, type JobQueue } from './jobs/job-queue.ts';
import { createPackDesk, type PackDesk } from './packs/pack-desk.ts';
import { createRedactionDesk, type RedactionDesk } from './packs/redact/redaction-desk.ts';
import { findProjectFolder } from './project-folder.ts';
import { createLearner } from './recognise/learn-from-people.ts';
import { createReportDesk, type ReportDesk } from './reports/report-desk.ts';
import { listIdentifiers, readIdentifierPage } from './store/identifier-queries.ts';
import { type Archive, DATABASE_NAME, openArchive } from './store/open-archive.ts';
import { type Overview, readOverview } from './store/overview-queries.ts';
import { custodyEvent } from './store/schema/weekly.ts';
import { readSettings, writeFolderSetting, writeSetting } from './store/setting-queries.ts';
import { translateStorageError } from './store/storage-error.ts';
import { sweepLeftovers } from './sweep-leftovers.ts';
import { verifyArchive } from './verify-archive.ts';
import { nameFfmpeg } from './video/name-ffmpeg.ts';
import { createVideoDesk, type VideoDesk } from './video/video-desk.ts';
import { createHealthDesk, createWeekDesk, type HealthDesk, type WeekDesk } from './weekly/week-desk.ts';

export interface EngineOptions {
  readonly archiveDir: string;
  /** Milliseconds since 1970 UTC; tests give their own. */
  readonly nowMs?: () => number;
  readonly log?: Logger;
  /** Folder with migrations/ and resources/; found from the program's own place when left out. */
  readonly projectDir?: string;
  /** Start watching and reconciling at once (app); the command line does it on demand. */
  readonly live?: boolean;
  /** Pauses between looks while watching; tests give shorter ones. */
  readonly watch?: IntakeOptions['watch'];
}

export interface SupportHours {
  readonly team: SupportTeam;
  readonly state: SupportState;
}

export interface EngineInfo {
  readonly version: string;
  readonly archiveDir: string;
  readonly databaseBytes: number;
  readonly vaultBytes: number;
  readonly node: string;
  readonly platform: string;
}

export interface Engine {
  readonly context: EngineContext;
  readonly accounts: {
    list(): ReturnType<typeof listAccounts>;
    save(input: Parameters<typeof saveAccount>[1]): ReturnType<typeof saveAccount>;
  };
  readonly cases: CaseDesk;
  readonly contacts: ContactBook;
  readonly content: ContentReader;
  readonly documents: DocumentDesk;
  readonly dossier: {
    show(accountId: number): ReturnType<typeof readDossier>;
    save(input: Parameters<typeof savePaper>[1]): ReturnType<typeof savePaper>;
  };
  readonly folders: FolderDesk;
  readonly health: HealthDesk;
  readonly identifiers: {
    list(
      types: readonly string[],
      contains: string,
      limit: number,
      offset: number,
    ): ReturnType<typeof listIdentifiers>;
    page(value: string, type?: string): ReturnType<typeof readIdentifierPage>;
  };
  readonly intake: Pick<
    Intake,
    'status' | 'waiting' | 'runUntilIdle' | 'inspectFiles' | 'startWatching' | 'stop' | 'adoptModel'
  > & { start(options: { ocr: boolean }): number };
  readonly jobs: JobQueue;
  readonly messages: MessageDesk;
  readonly packs: PackDesk;
  readonly redactions: RedactionDesk;
  readonly reports: ReportDesk;
  readonly settings: {
    all(): ReturnType<typeof readSettings>;
    set(key: string, value: string): ReturnType<typeof writeSetting>;
    setFolder(key: 'packs_folder' | 'backup_folder', path: string): ReturnType<typeof writeFolderSetting>;
    /** For the command line only (security.md 27): no procedure leads here. */
    nameFfmpeg(path: string): ReturnType<typeof nameFfmpeg>;
  };
  readonly videos: VideoDesk;
  readonly weekly: WeekDesk;
  info(): EngineInfo;
  overview(): Overview;
  doctor(language: Language): Promise<DoctorCheck[]>;
  startVerify(options: { full: boolean }): number;
  verify(options: {
    full: boolean;
    signal?: AbortSignal;
    onProgress?: (done: number, total: number) => void;
  }): ReturnType<typeof verifyArchive>;
  custody(input: { before?: number; limit: number; sha256?: string }): (typeof custodyEvent.$inferSelect)[];
  startBackup(outDir?: string): number;
  backup(outDir: string, signal?: AbortSignal): ReturnType<typeof backUpArchive>;
  listBackups(): ReturnType<typeof listBackups>;
  supportHours(atMs?: number): SupportHours[];
  close(): Promise<void>;
}

export const VERSION = '0.1.0';

/**
 * Opens the archive and starts the engine. @throws CasebinderError as openArchive
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const nowMs = options.nowMs ?? Date.now;
  const projectDir = options.projectDir ?? findProjectFolder(fileURLToPath(import.meta.url));
  const archive = openArchive({
    archiveDir: options.archiveDir,
    nowMs,
    migrationsDir: join(projectDir, 'migrations'),
  });
  try {
    return startEngine(options, archive, nowMs, projectDir);
  } catch (error) {
    // The lock must not outlive a start that failed: a damaged table shows itself only now.
    archive.close();
    throw translateStorageError(error);
  }
}

function startEngine(
  options: EngineOptions,
  archive: Archive,
  nowMs: () => number,
  projectDir: string,
): Engine {
  const log = options.log ?? pino({ level: 'silent' });
  const scratchDir = join(archive.dir, 'scratch');
  // Whatever a killed run left here is a copy of something; the lock says that nobody else uses it.
  rmSync(scratchDir, { recursive: true, force: true });
  mkdirSync(scratchDir, { recursive: true, mode: 0o700 });
  const context: EngineContext = {
    archive,
    nowMs,
    log,
    events: createEventFeed(Math.floor(nowMs()) * 1_000, (error) =>
      log.error({ error }, 'event listener failed'),
    ),
    scratchDir,
    resourcesDir: join(projectDir, 'resources'),
  };
  sweepLeftovers(context);
  const jobs = createJobQueue(context);
  const intake = createIntake(context, options.watch === undefined ? {} : { watch: options.watch });
  const ladder = createBackupLadder(context, jobs);
  const learner = createLearner(context, intake);
  const openContent = (documentId: number) => intake.openContent(documentId);
  const redactions = createRedactionDesk(context, openContent);
  const packs = createPackDesk(context, jobs, openContent, redactions);
  const content = createContentReader(context, openContent, packs);
  const backupFolder = (): string => readSettings(context).backup_folder || join(archive.dir, 'backups');
  const engine: Engine = {
    context,
    accounts: { list: () => listAccounts(context), save: (input) => saveAccount(context, input) },
    cases: createCaseDesk(context, openContent),
    contacts: createContactBook(context),
    content,
    dossier: {
      show: (accountId) => readDossier(context, accountId),
      save: (input) => savePaper(context, input),
    },
    documents: createDocumentDesk(context, learner),
    folders: createFolderDesk(context, intake, jobs, createFolderPlaces()),
    health: createHealthDesk(context),
    identifiers: {
      list: (types, contains, limit, offset) => listIdentifiers(archive, types, contains, limit, offset),
      page: (value, type) => readIdentifierPage(archive, value, type),
    },
    intake: {
      status: () => intake.status(),
      waiting: () => intake.waiting(),
      runUntilIdle: (run) => intake.runUntilIdle(run),
      inspectFiles: (paths, run) => intake.inspectFiles(paths, run),
      startWatching: () => {
        intake.startWatching();
        ladder.start();
      },
      stop: () => intake.stop(),
      adoptModel: (model) => intake.adoptModel(model),
      start: ({ ocr }) =>
        jobs.start({ kind: 'index', params: { ocr } }, async (handle) => ({
          ...(await intake.runUntilIdle({
            ocr,
            signal: handle.signal,
            onProgress: (p) =>
              handle.report({
                phase: p.pending > 0 ? 'read' : 'ocr',
                done: p.filed,
                total: p.filed + p.pending + p.pendingOcr,
              }),
          })),
        })),
    },
    jobs,
    messages: createMessageDesk(context, {
      // Screenshots are read too; the pool of text recognition is shared with intake.
      inspect: async (path) => {
        const [outcome] = await intake.inspectFiles([path], { ocr: true });
        if (outcome === undefined) throw new Error('nothing inspected');
        return outcome;
      },
      openDocument: openContent,
    }),
    packs,
    redactions,
    reports: createReportDesk(context, jobs, openContent),
    settings: {
      all: () => readSettings(context),
      set: (key, value) => writeSetting(context, key, value),
      setFolder: (key, path) => writeFolderSetting(context, key, path),
      nameFfmpeg: (path) => nameFfmpeg(context, path),
    },
    videos: createVideoDesk(context, intake.frames),
    weekly: createWeekDesk(context, jobs),
    info: () => ({
      version: VERSION,
      archiveDir: archive.dir,
      databaseBytes: statSync(join(archive.dir, DATABASE_NAME)).size,
      vaultBytes:
        (archive.sqlite
          .prepare('SELECT coalesce(sum(size_bytes), 0) FROM vault_copy')
          .pluck()
          .get() as number) ?? 0,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
    }),
    overview: () => readOverview(archive, nowMs()),
    doctor: (language) => diagnose(context, projectDir, language),
    verify: (run) => verifyArchive(context, run),
    startVerify: ({ full }) =>
      jobs.start({ kind: 'verify', params: { full } }, async (handle) => ({
        ...(await verifyArchive(context, {
          full,
          signal: handle.signal,
          onProgress: (done, total) => handle.report({ phase: 'hash', done, total }),
        })),
      })),
    custody: ({ before, limit, sha256 }) =>
      archive.orm
        .select()
        .from(custodyEvent)
        .where(
          and(
            before === undefined ? undefined : lt(custodyEvent.sequence, before),
            sha256 === undefined ? undefined : eq(custodyEvent.sha256, sha256),
          ),
        )
        .orderBy(desc(custodyEvent.sequence))
        .limit(limit)
        .all(),
    backup: (outDir, signal) =>
      jobs.run(
        { kind: 'backup', subject: outDir, ...(signal === undefined ? {} : { signal }) },
        async (handle) => ({
          ...(await backUpArchive(
            context,
            outDir,
            (done, total) => handle.report({ phase: 'copy', done, total }),
            handle.signal,
          )),
        }),
      ),
    startBackup: (outDir) =>
      jobs.start({ kind: 'backup', subject: outDir ?? '' }, async (handle) => ({
        ...(await backUpArchive(
          context,
          outDir ?? backupFolder(),
          (done, total) => handle.report({ phase: 'copy', done, total }),
          handle.signal,
        )),
      })),
    listBackups: () => listBackups(backupFolder()),
    supportHours: (atMs) =>
      (['CN', 'NA', 'EU', 'JP'] as const).map((team) => ({
        team,
        state: supportHoursAt(atMs ?? nowMs(), team),
      })),
    async close() {
      learner.stop();
      ladder.stop();
      await jobs.stop();
      await intake.stop();
      await content.close();
      await redactions.close();
      // While the archive is still ours: what readers unpacked is evidence, and nobody's to find later.
      rmSync(scratchDir, { recursive: true, force: true, maxRetries: 3 });
      archive.close();
    },
  };
  if (options.live === true) engine.intake.startWatching();
  return engine;
}
