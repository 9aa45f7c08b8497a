// Procedures about the archive itself: folders, intake, jobs, packs, settings, health, events.
import { tracked } from '@trpc/server';
import { z } from 'zod';
import type { NumberedEvent } from '../../engine/event-feed.ts';
import { procedure, router } from '../trpc.ts';

const id = z.number().int().positive();
const grant = z.string().min(1).max(200);

export const foldersRouter = router({
  list: procedure.query(({ ctx }) => ctx.engine.folders.list()),
  /** Places to start browsing from (browser mode has no native picker), or the sub-folders of one of them. */
  browse: procedure
    .input(z.object({ place: z.string().max(200).optional() }))
    .query(({ ctx, input }) => ctx.engine.folders.browse(ctx.sessionId, input.place)),
  /** Turns a browsed place into a single-use grant. */
  grantPlace: procedure.input(z.object({ place: z.string().max(200) })).mutation(({ ctx, input }) => {
    const path = ctx.engine.folders.resolvePlace(ctx.sessionId, input.place);
    return {
      grant: ctx.grants.create(ctx.sessionId, { path, kind: 'folder', fileName: path, origin: 'picked' }),
      path,
    };
  }),
  /** Counts without reading: files, bytes, extensions, online-only. The grant is renewed in the answer. */
  preview: procedure.input(z.object({ grant })).mutation(async ({ ctx, input }) => {
    const held = ctx.grants.redeem(input.grant, ctx.sessionId);
    const preview = await ctx.engine.folders.preview(held.path, ctx.signal);
    return { preview, path: held.path, grant: ctx.grants.create(ctx.sessionId, held) };
  }),
  add: procedure
    .input(z.object({ grant, keepCopies: z.boolean().default(false) }))
    .mutation(({ ctx, input }) =>
      ctx.engine.folders.add(ctx.grants.redeem(input.grant, ctx.sessionId).path, {
        keepCopies: input.keepCopies,
      }),
    ),
  remove: procedure.input(z.object({ id })).mutation(({ ctx, input }) => ctx.engine.folders.remove(input.id)),
  /** "Yes, these files are gone": answers the question that a mass disappearance raised. */
  confirmMissing: procedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => ctx.engine.folders.confirmMissing(input.id)),
  /** Writes the sample seller into a picked folder, with its account and story; does not watch it yet. */
  buildSample: procedure.input(z.object({ grant })).mutation(({ ctx, input }) => ({
    jobId: ctx.engine.folders.buildSample(ctx.grants.redeem(input.grant, ctx.sessionId).path),
  })),
  /** Builds the sample seller beside the archive and watches it. */
  addSample: procedure.mutation(({ ctx }) => ({ jobId: ctx.engine.folders.addSample() })),
});

export const intakeRouter = router({
  status: procedure.query(({ ctx }) => ctx.engine.intake.status()),
  /** Reconciles all folders now, as a job. */
  run: procedure
    .input(z.object({ ocr: z.boolean().default(true) }).default({ ocr: true }))
    .mutation(({ ctx, input }) => ({ jobId: ctx.engine.intake.start(input) })),
  /** Reads and recognises files without storing anything. */
  inspect: procedure
    .input(z.object({ grants: z.array(grant).min(1).max(500), ocr: z.boolean().default(true) }))
    .mutation(({ ctx, input }) =>
      ctx.engine.intake.inspectFiles(
        input.grants.map((g) => ctx.grants.redeem(g, ctx.sessionId).path),
        { ocr: input.ocr },
      ),
    ),
  /** Files that wait, are locked, unreadable or only online, with the reason. */
  waiting: procedure.query(({ ctx }) => ctx.engine.intake.waiting()),
});

export const jobsRouter = router({
  list: procedure
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50) }).default({ limit: 50 }))
    .query(({ ctx, input }) => ctx.engine.jobs.list(input.limit)),
  get: procedure.input(z.object({ id })).query(({ ctx, input }) => ctx.engine.jobs.get(input.id) ?? null),
  cancel: procedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => ({ cancelled: ctx.engine.jobs.cancel(input.id) })),
});

const packInput = z.object({
  case: z.union([z.string().min(1).max(40), z.number().int().positive()]),
  channel: z.string().max(40).optional(),
  variant: z.enum(['amazon', 'consultant', 'internal']).default('amazon'),
  recipient: z.string().max(200).optional(),
  zip: z.boolean().default(true),
  /** Labels of exhibits with personal data that are to travel all the same. */
  includeSensitive: z
    .array(z.string().regex(/^E\d{2,4}$/))
    .max(2000)
    .optional(),
  fixes: z.array(z.enum(['convert_images', 'convert_jpeg', 'split', 'downscale'])).optional(),
  volumeBytes: z.number().int().min(10_000_000).max(10_000_000_000_000).optional(),
  /** Who says that statement and exhibits are true, in the words that were shown. */
  truth: z
    .object({ by: z.string().trim().min(1).max(100), words: z.string().trim().min(1).max(500) })
    .optional(),
  coverWords: z.array(z.string().trim().min(2).max(200)).max(200).optional(),
});

export const packsRouter = router({
  list: procedure.query(({ ctx }) => ctx.engine.packs.list()),
  get: procedure.input(z.object({ id })).query(({ ctx, input }) => ctx.engine.packs.get(input.id)),
  /** What the channel would object to, and what is missing, before anything is built. */
  check: procedure.input(packInput).query(({ ctx, input }) => ctx.engine.packs.check(input)),
  /** Builds into the archive's packs folder, or into a folder that the person picked. */
  build: procedure.input(packInput.extend({ outGrant: grant.optional() })).mutation(({ ctx, input }) => {
    const outDir =
      input.outGrant === undefined ? undefined : ctx.grants.redeem(input.outGrant, ctx.sessionId).path;
    return { jobId: ctx.engine.packs.start(input, outDir) };
  }),
  /** Draws the book as it would be; `/api/packs/preview-<jobId>/index.pdf` shows it when the job is done. */
  preview: procedure
    .input(packInput)
    .mutation(({ ctx, input }) => ({ jobId: ctx.engine.packs.startPreview(input) })),
  /** Builds an edition again from its recipe; the job's result says whether the bytes are the same. */
  rebuild: procedure
    .input(
      z.object({
        case: z.union([z.string().min(1).max(40), id]),
        edition: z.number().int().positive().max(99_999),
        outGrant: grant,
      }),
    )
    .mutation(({ ctx, input }) => ({
      jobId: ctx.engine.packs.startRebuild(
        input.case,
        input.edition,
        ctx.grants.redeem(input.outGrant, ctx.sessionId).path,
      ),
    })),
  /** What changed since the edition before. */
  difference: procedure
    .input(z.object({ id }))
    .query(({ ctx, input }) => ctx.engine.packs.difference(input.id)),
  /** Any pack folder, ZIP or other bag that the person picked. */
  verifyPicked: procedure
    .input(z.object({ grant }))
    .mutation(({ ctx, input }) =>
      ctx.engine.packs.verifyAt(ctx.grants.redeem(input.grant, ctx.sessionId).path, ctx.signal),
    ),
  verify: procedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => ctx.engine.packs.verifyById(input.id, ctx.signal)),
});

export const settingsRouter = router({
  all: procedure.query(({ ctx }) => ctx.engine.settings.all()),
  set: procedure
    .input(z.object({ key: z.string().max(60), value: z.string().max(10_000) }))
    .mutation(({ ctx, input }) => ctx.engine.settings.set(input.key, input.value)),
  /** Folders are set by what the person picked, never by a path from the page. */
  setFolder: procedure
    .input(z.object({ key: z.enum(['packs_folder', 'backup_folder']), grant }))
    .mutation(({ ctx, input }) =>
      ctx.engine.settings.setFolder(input.key, ctx.grants.redeem(input.grant, ctx.sessionId).path),
    ),
});

export const archiveRouter = router({
  /** Where it lies, how big it is, versions: for the about page and the header. */
  info: procedure.query(({ ctx }) => ctx.engine.info()),
  /** Counts for the home screen and the navigation badges. */
  overview: procedure.query(({ ctx }) => ctx.engine.overview()),
  /** Environment and archive health. */
  doctor: procedure.query(({ ctx }) => ctx.engine.doctor(ctx.language)),
  /** Checks database, custody chain, safe copies and present originals, as a job. */
  verify: procedure
    .input(z.object({ full: z.boolean().default(false) }).default({ full: false }))
    .mutation(({ ctx, input }) => ({ jobId: ctx.engine.startVerify(input) })),
  custody: procedure
    .input(
      z.object({
        before: z.number().int().optional(),
        limit: z.number().int().min(1).max(500).default(100),
        sha256: z.string().length(64).optional(),
      }),
    )
    .query(({ ctx, input }) => ctx.engine.custody(input)),
  backup: procedure.input(z.object({ outGrant: grant.optional() }).default({})).mutation(({ ctx, input }) => {
    const outDir =
      input.outGrant === undefined ? undefined : ctx.grants.redeem(input.outGrant, ctx.sessionId).path;
    return { jobId: ctx.engine.startBackup(outDir) };
  }),
  backups: procedure.query(({ ctx }) => ctx.engine.listBackups()),
  supportHours: procedure
    .input(z.object({ atMs: z.number().optional() }).default({}))
    .query(({ ctx, input }) => ctx.engine.supportHours(input.atMs)),
  /** Everything that happens, resumable: after a lost connection the client names the last event it saw. */
  events: procedure
    .input(z.object({ lastEventId: z.string().max(20).nullish() }).optional())
    .subscription(async function* ({ ctx, input, signal }) {
      const { events } = ctx.engine.context;
      const queue: NumberedEvent[] = [];
      let wake: () => void = () => undefined;
      const unsubscribe = events.subscribe((event) => {
        queue.push(event);
        wake();
      });
      const stop = () => wake();
      signal?.addEventListener('abort', stop);
      try {
        const last = input?.lastEventId == null ? null : Number(input.lastEventId);
        const missed = last === null || Number.isNaN(last) ? [] : events.since(last);
        if (missed === null) yield tracked(String(events.lastSequence), { type: 'reload' as const });
        else for (const { sequence, event } of missed) yield tracked(String(sequence), event);
        while (signal?.aborted !== true) {
          const next = queue.shift();
          if (next !== undefined) yield tracked(String(next.sequence), next.event);
          else
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
        }
      } finally {
        unsubscribe();
        signal?.removeEventListener('abort', stop);
      }
    }),
});
