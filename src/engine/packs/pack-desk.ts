// How does a case become a pack on disk, with its edition remembered?
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { and, desc, eq, lt } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import type { CoverTerms } from '../../domain/redaction/cover-rules.ts';
import { addEvent, findCase, touchCase } from '../cases/case-records.ts';
import type { EngineContext } from '../engine-context.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { caseFile, pack } from '../store/schema/cases.ts';
import { readSettings } from '../store/setting-queries.ts';
import { appendCustody } from '../vault/custody.ts';
import { checkPlan } from './check-plan.ts';
import { compareEditions, type EditionChange, reopenPlan, type StoredPlan, storePlan } from './editions.ts';
import { namePack } from './exhibit-names.ts';
import type { BuiltPack, PackPlan, PackViolation } from './pack-plan.ts';
import { type OpenContent, type PackRequest, planPack } from './plan-pack.ts';
import { readCoverTerms } from './redact/cover-terms.ts';
import type { RedactionDesk } from './redact/redaction-desk.ts';
import { type PackVerification, verifyPack } from './verify-pack.ts';

export interface PackInput extends PackRequest {
  readonly case: string | number;
  readonly zip: boolean;
}

export interface PackRow {
  readonly id: number;
  readonly caseNumber: string;
  readonly problem: string;
  readonly caseTitle: string;
  readonly edition: number;
  readonly variant: string;
  readonly channel: string;
  readonly folder: string;
  readonly zip: string | null;
  readonly present: boolean;
  readonly manifestSha256: string;
  readonly payloadBytes: number;
  readonly builtAtMs: number;
  readonly verifiedAtMs: number | null;
  readonly result: BuiltPack;
  /** When this very edition was sent to Amazon: from then on it is evidence of what was sent. */
  readonly sentAtMs: number | null;
}

export interface PackCheck {
  readonly exhibits: number;
  readonly missing: readonly string[];
  readonly violations: readonly PackViolation[];
  readonly profile: string;
}

export interface PackDesk {
  list(): PackRow[];
  get(id: number): PackRow;
  check(input: PackInput): Promise<PackCheck>;
  /** Builds and waits. */
  build(input: PackInput, outDir?: string, signal?: AbortSignal): Promise<BuiltPack & { packId: number }>;
  /** Builds as a job. */
  start(input: PackInput, outDir?: string): number;
  /** Builds an edition again from its recipe, as a job, into another folder; its result says whether the bytes are the same. */
  startRebuild(which: string | number, edition: number, outDir: string): number;
  /** What changed since the edition before; null when there is none to compare with. */
  difference(id: number): { readonly against: number; readonly changes: readonly EditionChange[] } | null;
  verifyAt(path: string, signal?: AbortSignal): Promise<PackVerification>;
  verifyById(id: number, signal?: AbortSignal): Promise<PackVerification>;
}

export function createPackDesk(
  context: EngineContext,
  jobs: JobQueue,
  openContent: OpenContent,
  redactions: RedactionDesk,
): PackDesk {
  const { orm } = context.archive;

  async function build(
    input: PackInput,
    outDir: string | undefined,
    report: (phase: string, done: number, total: number) => void,
    signal: AbortSignal,
  ) {
    const record = findCase(context, input.case);
    const planned = await planPack(context, record, input, openContent);
    try {
      const target = outDir ?? (readSettings(context).packs_folder || join(context.archive.dir, 'packs'));
      const covered = await coverIfAsked(planned.plan, input, signal, report);
      const plan = takeFreeEdition(covered.plan, target);
      // Loaded when needed: an idle engine should not hold the PDF and office writers in memory.
      const { buildPack } = await import('./build-pack.ts');
      const built = await buildPack({
        plan,
        outDir: target,
        zip: input.zip,
        signal,
        onProgress: (p) => report(p.phase, p.done, p.total),
        ...(covered.terms === undefined ? {} : { mustNotTell: covered.terms }),
      });
      const stored = storePlan({ ...planned.plan, edition: plan.edition });
      const packId = remember(record.id, plan.edition, input, plan.builtAtMs, built, stored);
      return { ...built, packId };
    } finally {
      planned.release();
    }
  }

  /** domain.md 4.3: what a consultant gets is covered; what others get is as it is. */
  async function coverIfAsked(
    plan: PackPlan,
    input: PackInput,
    signal: AbortSignal | undefined,
    report: (phase: string, done: number, total: number) => void = () => {},
  ): Promise<{ plan: PackPlan; terms?: CoverTerms }> {
    if (plan.variant !== 'consultant') return { plan };
    const { coverPlan } = await import('./redact/cover-plan.ts');
    const terms = readCoverTerms(
      context,
      plan.exhibits.map((exhibit) => exhibit.documentId),
      input.coverWords,
    );
    const covered = await coverPlan(plan, terms, redactions, context.scratchDir, signal, (done) =>
      report('cover', done, plan.exhibits.length),
    );
    return { plan: covered, terms };
  }

  function remember(
    caseFileId: number,
    edition: number,
    input: PackInput,
    builtAtMs: number,
    built: BuiltPack,
    stored: StoredPlan,
  ): number {
    const record = orm.select().from(caseFile).where(eq(caseFile.id, caseFileId)).get()!;
    const id = context.archive.transaction(() => {
      const row = orm
        .insert(pack)
        .values({
          caseFileId,
          edition,
          variant: input.variant,
          channel: input.channel ?? record.channel,
          folder: built.folder,
          zip: built.zip ?? null,
          manifestSha256: built.manifestSha256,
          payloadBytes: built.payloadBytes,
          result: built as unknown as Record<string, unknown>,
          recipe: {
            variant: input.variant,
            channel: input.channel ?? record.channel,
            zip: input.zip,
            ...(input.recipient === undefined ? {} : { recipient: input.recipient }),
            ...(input.coverWords === undefined ? {} : { coverWords: input.coverWords }),
            plan: stored,
          },
          builtAtMs,
          verifiedAtMs: built.verified ? context.nowMs() : null,
        })
        .returning({ id: pack.id })
        .get();
      addEvent(context, caseFileId, {
        kind: 'pack_built',
        title: `${record.number} #${edition}`,
        data: { packId: row.id, manifestSha256: built.manifestSha256 },
      });
      appendCustody(context.archive, context.nowMs(), 'pack_built', built.manifestSha256, {
        case: record.number,
        edition,
      });
      touchCase(context, caseFileId);
      return row.id;
    });
    context.events.emit({ type: 'case_changed', caseFileId });
    return id;
  }

  const select = () => orm.select().from(pack).innerJoin(caseFile, eq(caseFile.id, pack.caseFileId));
  type Joined = ReturnType<ReturnType<typeof select>['all']>[number];
  const toRow = ({ pack: row, case_file: record }: Joined): PackRow => ({
    id: row.id,
    caseNumber: record.number,
    problem: record.problemSlug,
    caseTitle: record.title,
    edition: row.edition,
    variant: row.variant,
    channel: row.channel,
    folder: row.folder,
    zip: row.zip,
    present: existsSync(row.folder),
    manifestSha256: row.manifestSha256,
    payloadBytes: row.payloadBytes,
    builtAtMs: row.builtAtMs,
    verifiedAtMs: row.verifiedAtMs,
    result: row.result as unknown as BuiltPack,
    sentAtMs: sentAt.get(row.id) as number | null,
  });
  const sentAt = context.archive.sqlite
    .prepare<[number], number | null>('SELECT min(submitted_at_ms) FROM submission WHERE pack_id = ?')
    .pluck();

  interface Recipe {
    readonly plan?: StoredPlan;
    readonly zip?: boolean;
    readonly coverWords?: readonly string[];
  }

  /** Editions of older versions hold no plan: they can be verified, not built again. */
  function readEdition(caseFileId: number, edition: number) {
    const row = orm
      .select()
      .from(pack)
      .where(and(eq(pack.caseFileId, caseFileId), eq(pack.edition, edition)))
      .get();
    return row === undefined ? undefined : { row, recipe: row.recipe as unknown as Recipe };
  }

  async function rebuild(
    which: string | number,
    edition: number,
    outDir: string,
    report: (phase: string, done: number, total: number) => void,
    signal: AbortSignal,
  ) {
    const record = findCase(context, which);
    const found = readEdition(record.id, edition);
    if (found?.recipe.plan === undefined)
      throw new CasebinderError('NOT_FOUND', { what: `${record.number}, edition ${edition}` });
    const planned = await reopenPlan(found.recipe.plan, openContent);
    try {
      const { coverWords } = found.recipe;
      const input = { case: which, variant: planned.plan.variant, zip: found.recipe.zip === true };
      const covered = await coverIfAsked(
        planned.plan,
        { ...input, ...(coverWords === undefined ? {} : { coverWords }) },
        signal,
        report,
      );
      const { buildPack } = await import('./build-pack.ts');
      const built = await buildPack({
        plan: covered.plan,
        outDir,
        zip: input.zip,
        signal,
        onProgress: (p) => report(p.phase, p.done, p.total),
        ...(covered.terms === undefined ? {} : { mustNotTell: covered.terms }),
      });
      return { ...built, sameBytes: built.manifestSha256 === found.row.manifestSha256 };
    } finally {
      planned.release();
    }
  }

  const get = (id: number): PackRow => {
    const found = select().where(eq(pack.id, id)).get();
    if (found === undefined) throw new CasebinderError('NOT_FOUND', { what: `pack ${id}` });
    return toRow(found);
  };

  return {
    list: () => select().orderBy(desc(pack.builtAtMs), desc(pack.id)).all().map(toRow),
    get,
    async check(input) {
      const planned = await planPack(context, findCase(context, input.case), input, openContent);
      try {
        return {
          exhibits: planned.plan.exhibits.length,
          missing: planned.plan.checklist
            .filter((row) => row.required && row.state === 'missing')
            .map((row) => row.kindSlug),
          violations: checkPlan(planned.plan),
          profile: planned.plan.profile.slug,
        };
      } finally {
        planned.release();
      }
    },
    build: (input, outDir, signal) =>
      jobs.run(
        {
          kind: 'pack',
          subject: String(input.case),
          params: { ...input, ...(outDir === undefined ? {} : { outDir }) },
          ...(signal === undefined ? {} : { signal }),
        },
        async (handle) => ({
          ...(await build(
            input,
            outDir,
            (phase, done, total) => handle.report({ phase, done, total }),
            handle.signal,
          )),
        }),
      ),
    start: (input, outDir) =>
      jobs.start(
        {
          kind: 'pack',
          subject: String(input.case),
          params: { ...input, ...(outDir === undefined ? {} : { outDir }) },
        },
        async (handle) => ({
          ...(await build(
            input,
            outDir,
            (phase, done, total) => handle.report({ phase, done, total }),
            handle.signal,
          )),
        }),
      ),
    startRebuild: (which, edition, outDir) =>
      jobs.start(
        { kind: 'pack', subject: String(which), params: { case: which, edition, outDir } },
        async (handle) => ({
          ...(await rebuild(
            which,
            edition,
            outDir,
            (phase, done, total) => handle.report({ phase, done, total }),
            handle.signal,
          )),
        }),
      ),
    difference(id) {
      const row = orm.select().from(pack).where(eq(pack.id, id)).get();
      if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `pack ${id}` });
      const before = orm
        .select()
        .from(pack)
        .where(and(eq(pack.caseFileId, row.caseFileId), lt(pack.edition, row.edition)))
        .orderBy(desc(pack.edition))
        .get();
      const plans = [before, row].map((one) => (one?.recipe as Recipe | undefined)?.plan);
      if (before === undefined || plans[0] === undefined || plans[1] === undefined) return null;
      return { against: before.edition, changes: compareEditions(plans[0], plans[1]) };
    },
    verifyAt: (path, signal) => verifyPack(path, undefined, signal),
    async verifyById(id, signal) {
      const row = get(id);
      if (!existsSync(row.folder)) throw new CasebinderError('NOT_FOUND', { what: row.folder });
      const result = await verifyPack(row.folder, undefined, signal);
      if (result.ok) orm.update(pack).set({ verifiedAtMs: context.nowMs() }).where(eq(pack.id, id)).run();
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
