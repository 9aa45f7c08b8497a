// How does a case become a pack on disk: checked, previewed, built, built again, verified?
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CasebinderError } from '../../domain/errors.ts';
import type { CoverTerms } from '../../domain/redaction/cover-rules.ts';
import { findCase } from '../cases/case-records.ts';
import type { EngineContext } from '../engine-context.ts';
import type { JobHandle, JobQueue } from '../jobs/job-queue.ts';
import { readSettings } from '../store/setting-queries.ts';
import { appendCustody } from '../vault/custody.ts';
import { checkPlan } from './check-plan.ts';
import { type EditionChange, type OpenContent, reopenPlan, storePlan } from './editions.ts';
import { namePack } from './exhibit-names.ts';
import type { BuiltPack, PackPlan, PackViolation, WithheldExhibit } from './pack-plan.ts';
import { createPackRecords, type PackInput, type PackRow } from './pack-records.ts';
import { planFrames, planPack } from './plan-pack.ts';
import { readCoverTerms } from './redact/cover-terms.ts';
import type { RedactionDesk } from './redact/redaction-desk.ts';
import { type PackVerification, verifyPack } from './verify-pack.ts';

export interface PackCheck {
  readonly exhibits: number;
  readonly missing: readonly string[];
  readonly violations: readonly PackViolation[];
  readonly profile: string;
  readonly withheld: readonly WithheldExhibit[];
}

export interface PackDesk {
  list(): PackRow[];
  get(id: number): PackRow;
  check(input: PackInput): Promise<PackCheck>;
  /** Builds and waits. */
  build(input: PackInput, outDir?: string, signal?: AbortSignal): Promise<BuiltPack & { packId: number }>;
  /** Builds as a job. */
  start(input: PackInput, outDir?: string): number;
  /** Draws the book as it would be, as a job, and keeps it until the next preview or start. */
  startPreview(input: PackInput): number;
  /** The book that a preview job drew; undefined when it is gone. */
  previewPath(jobId: number): string | undefined;
  /** Builds an edition again from its recipe, as a job, into another folder; its result says whether the bytes are the same. */
  startRebuild(which: string | number, edition: number, outDir: string): number;
  /** What changed since the edition before; null when there is none to compare with. */
  difference(id: number): { readonly against: number; readonly changes: readonly EditionChange[] } | null;
  verifyAt(path: string, signal?: AbortSignal): Promise<PackVerification>;
  verifyById(id: number, signal?: AbortSignal): Promise<PackVerification>;
}

type Report = (phase: string, done: number, total: number) => void;

export function createPackDesk(
  context: EngineContext,
  jobs: JobQueue,
  openContent: OpenContent,
  redactions: RedactionDesk,
): PackDesk {
  const records = createPackRecords(context);

  async function build(input: PackInput, outDir: string | undefined, report: Report, signal: AbortSignal) {
    const record = findCase(context, input.case);
    const planned = await planPack(context, record, input, openContent);
    try {
      const target = outDir ?? (readSettings(context).packs_folder || join(context.archive.dir, 'packs'));
      const covered = await coverIfAsked(planned.plan, input.coverWords, signal, report);
      const plan = takeFreeEdition(covered.plan, target);
      const built = await buildCovered({ ...covered, plan }, target, input.zip, report, signal);
      const stored = storePlan({ ...planned.plan, edition: plan.edition });
      return { ...built, packId: records.remember(record.id, input, stored, built) };
    } finally {
      planned.release();
    }
  }

  async function buildCovered(
    { plan, terms }: Covered,
    outDir: string,
    zip: boolean,
    report: Report,
    signal: AbortSignal,
  ): Promise<BuiltPack> {
    // Loaded when needed: an idle engine should not hold the PDF and office writers in memory.
    const { buildPack } = await import('./build-pack.ts');
    return buildPack({
      plan,
      outDir,
      zip,
      signal,
      onProgress: (p) => report(p.phase, p.done, p.total),
      ...(terms === undefined ? {} : { mustNotTell: terms }),
    });
  }

  /** domain.md 4.3: what a consultant gets is covered; what others get is as it is. */
  async function coverIfAsked(
    plan: PackPlan,
    words: readonly string[] | undefined,
    signal: AbortSignal | undefined,
    report: Report = () => {},
  ): Promise<Covered> {
    if (plan.variant !== 'consultant') return { plan };
    const { coverPlan } = await import('./redact/cover-plan.ts');
    const documents = plan.exhibits.map((exhibit) => exhibit.documentId);
    const terms = readCoverTerms(context, documents, words);
    const covered = await coverPlan(plan, terms, redactions, context.scratchDir, signal, (done) =>
      report('cover', done, plan.exhibits.length),
    );
    return { plan: covered, terms };
  }

  async function rebuild(
    which: string | number,
    edition: number,
    outDir: string,
    report: Report,
    signal: AbortSignal,
  ) {
    const record = findCase(context, which);
    const found = records.readEdition(record.id, edition);
    if (found?.recipe.plan === undefined)
      throw new CasebinderError('NOT_FOUND', { what: `${record.number}, edition ${edition}` });
    const planned = await reopenPlan(found.recipe.plan, openContent, (one) =>
      planFrames(context, one.mediaType, one.sha256),
    );
    try {
      const covered = await coverIfAsked(planned.plan, found.recipe.coverWords, signal, report);
      const built = await buildCovered(covered, outDir, found.recipe.zip === true, report, signal);
      return { ...built, sameBytes: built.manifestSha256 === found.manifestSha256 };
    } finally {
      planned.release();
    }
  }

  const previews = new Map<number, string>();
  async function preview(input: PackInput, jobId: () => number, report: Report, signal: AbortSignal) {
    for (const [id, folder] of previews) {
      await rm(folder, { recursive: true, force: true });
      previews.delete(id);
    }
    const planned = await planPack(context, findCase(context, input.case), input, openContent);
    const folder = join(context.scratchDir, `pack-preview-${context.nowMs()}`);
    try {
      const { plan } = await coverIfAsked(planned.plan, input.coverWords, signal, report);
      const { previewBook } = await import('./preview-book.ts');
      await mkdir(folder, { recursive: true });
      const pages = await previewBook(plan, folder, report, signal);
      previews.set(jobId(), folder);
      return { previewId: jobId(), pages };
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    } finally {
      planned.release();
    }
  }

  const reporter =
    (handle: JobHandle): Report =>
    (phase, done, total) =>
      handle.report({ phase, done, total });
  const buildSpec = (input: PackInput, outDir: string | undefined) => ({
    kind: 'pack',
    subject: String(input.case),
    params: { ...input, ...(outDir === undefined ? {} : { outDir }) },
  });

  return {
    list: records.list,
    get: records.get,
    async check(input) {
      const planned = await planPack(context, findCase(context, input.case), input, openContent);
      try {
        const { plan } = planned;
        return {
          exhibits: plan.exhibits.length,
          missing: plan.checklist
            .filter((row) => row.required && row.state === 'missing')
            .map((row) => row.kindSlug),
          violations: checkPlan(plan),
          profile: plan.profile.slug,
          withheld: plan.withheld ?? [],
        };
      } finally {
        planned.release();
      }
    },
    build: (input, outDir, signal) =>
      jobs.run(
        { ...buildSpec(input, outDir), ...(signal === undefined ? {} : { signal }) },
        async (handle) => ({ ...(await build(input, outDir, reporter(handle), handle.signal)) }),
      ),
    start: (input, outDir) =>
      jobs.start(buildSpec(input, outDir), async (handle) => ({
        ...(await build(input, outDir, reporter(handle), handle.signal)),
      })),
    startPreview(input) {
      let id = 0;
      id = jobs.start(
        { kind: 'pack_preview', subject: String(input.case), params: { ...input } },
        async (handle) => ({ ...(await preview(input, () => id, reporter(handle), handle.signal)) }),
      );
      return id;
    },
    previewPath(jobId) {
      const folder = previews.get(jobId);
      return folder === undefined ? undefined : join(folder, 'index.pdf');
    },
    startRebuild: (which, edition, outDir) =>
      jobs.start(
        { kind: 'pack', subject: String(which), params: { case: which, edition, outDir } },
        async (handle) => ({
          ...(await rebuild(which, edition, outDir, reporter(handle), handle.signal)),
        }),
      ),
    difference: records.difference,
    verifyAt: (path, signal) => verifyPack(path, undefined, signal),
    async verifyById(id, signal) {
      const row = records.get(id);
      if (!existsSync(row.folder)) throw new CasebinderError('NOT_FOUND', { what: row.folder });
      const result = await verifyPack(row.folder, undefined, signal);
      if (result.ok) records.markVerified(id);
      context.archive.transaction(() =>
        appendCustody(context.archive, context.nowMs(), 'pack_verified', row.manifestSha256, {
          pack: id,
          ok: result.ok,
        }),
      );
      return result;
    },
  };
}

interface Covered {
  readonly plan: PackPlan;
  /** Set when the plan was covered: what the pack must not tell. */
  readonly terms?: CoverTerms;
}

/**
 * A pack that this archive does not know may lie under the next edition's name: built by a run that was killed before
 * it was remembered, or before an older backup was restored. It may have been sent, so it stays, and the number goes on.
 */
function takeFreeEdition(plan: PackPlan, outDir: string): PackPlan {
  let free = plan;
  const isTaken = (): boolean =>
    ['', '.zip'].some((end) => existsSync(join(outDir, `${namePack(free)}${end}`)));
  while (isTaken()) free = { ...free, edition: free.edition + 1 };
  return free;
}
