// Which editions were built, from which recipe, and which of them was sent?
import { existsSync } from 'node:fs';
import { and, desc, eq, lt } from 'drizzle-orm';
import { CasebinderError } from '../../domain/errors.ts';
import { addEvent, touchCase } from '../cases/case-records.ts';
import type { EngineContext } from '../engine-context.ts';
import { caseFile, pack } from '../store/schema/cases.ts';
import { appendCustody } from '../vault/custody.ts';
import { compareEditions, type EditionChange, type StoredPlan } from './editions.ts';
import type { BuiltPack } from './pack-plan.ts';
import type { PackRequest } from './plan-pack.ts';

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

/** How an edition was made. Rows of older versions hold no plan: they can be verified, not built again. */
export interface Recipe {
  readonly plan?: StoredPlan;
  readonly zip?: boolean;
  readonly coverWords?: readonly string[];
}

export interface PackRecords {
  list(): PackRow[];
  get(id: number): PackRow;
  /** Adds the row, the entry in the case's history and the link in the chain of custody. Returns the row's id. */
  remember(caseFileId: number, input: PackInput, stored: StoredPlan, built: BuiltPack): number;
  markVerified(id: number): void;
  readEdition(caseFileId: number, edition: number): { manifestSha256: string; recipe: Recipe } | undefined;
  difference(id: number): { readonly against: number; readonly changes: readonly EditionChange[] } | null;
}

export function createPackRecords(context: EngineContext): PackRecords {
  const { orm } = context.archive;
  const select = () => orm.select().from(pack).innerJoin(caseFile, eq(caseFile.id, pack.caseFileId));
  type Joined = ReturnType<ReturnType<typeof select>['all']>[number];
  const sentAt = context.archive.sqlite
    .prepare<[number], number | null>('SELECT min(submitted_at_ms) FROM submission WHERE pack_id = ?')
    .pluck();
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
    sentAtMs: sentAt.get(row.id) ?? null,
  });
  const recipeOf = (row: typeof pack.$inferSelect): Recipe => row.recipe as unknown as Recipe;

  return {
    list: () => select().orderBy(desc(pack.builtAtMs), desc(pack.id)).all().map(toRow),
    get(id) {
      const found = select().where(eq(pack.id, id)).get();
      if (found === undefined) throw new CasebinderError('NOT_FOUND', { what: `pack ${id}` });
      return toRow(found);
    },
    remember(caseFileId, input, stored, built) {
      const record = orm.select().from(caseFile).where(eq(caseFile.id, caseFileId)).get()!;
      const { edition } = stored;
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
            builtAtMs: stored.builtAtMs,
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
          ...(built.truth === undefined ? {} : { truth: { ...built.truth } }),
        });
        touchCase(context, caseFileId);
        return row.id;
      });
      context.events.emit({ type: 'case_changed', caseFileId });
      return id;
    },
    markVerified(id) {
      orm.update(pack).set({ verifiedAtMs: context.nowMs() }).where(eq(pack.id, id)).run();
    },
    readEdition(caseFileId, edition) {
      const row = orm
        .select()
        .from(pack)
        .where(and(eq(pack.caseFileId, caseFileId), eq(pack.edition, edition)))
        .get();
      return row === undefined ? undefined : { manifestSha256: row.manifestSha256, recipe: recipeOf(row) };
    },
    difference(id) {
      const row = orm.select().from(pack).where(eq(pack.id, id)).get();
      if (row === undefined) throw new CasebinderError('NOT_FOUND', { what: `pack ${id}` });
      const before = orm
        .select()
        .from(pack)
        .where(and(eq(pack.caseFileId, row.caseFileId), lt(pack.edition, row.edition)))
        .orderBy(desc(pack.edition))
        .get();
      if (before === undefined) return null;
      const [old, now] = [recipeOf(before).plan, recipeOf(row).plan];
      if (old === undefined || now === undefined) return null;
      return { against: before.edition, changes: compareEditions(old, now) };
    },
  };
}
