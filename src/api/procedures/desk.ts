// Procedures of the desk's own book: contacts and call-backs, papers of the seller, work on a case, precedents, rules.
import { z } from 'zod';
import { DEADLINE_RULES } from '../../domain/problems/deadline-rules.ts';
import { dropUndefined } from '../drop-undefined.ts';
import { procedure, router } from '../trpc.ts';

const reference = z.union([z.string().min(1).max(40), z.number().int().positive()]);
const id = z.number().int().positive();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const line = z.string().max(300);

export const contactsRouter = router({
  list: procedure
    .input(z.object({ accountId: id.optional() }).default({}))
    .query(({ ctx, input }) => ctx.engine.contacts.list(input.accountId)),
  /** A number that can't exist is refused; none is ever prefilled (T-25). */
  save: procedure
    .input(
      z.object({
        id: id.optional(),
        accountId: id,
        marketplace: z.string().max(4).optional(),
        role: z.enum(['hotline', 'account_manager', 'support', 'supplier', 'consultant', 'other']),
        name: line.optional(),
        phone: z.string().max(60).optional(),
        email: line.optional(),
        hours: line.optional(),
        notes: z.string().max(4_000).optional(),
        revision: z.number().int().positive().optional(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.engine.contacts.save(dropUndefined(input))),
  remove: procedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => ctx.engine.contacts.remove(input.id)),
  calls: procedure
    .input(z.object({ all: z.boolean().default(false) }).default({ all: false }))
    .query(({ ctx, input }) => ctx.engine.contacts.calls(input.all)),
  planCall: procedure
    .input(
      z.object({
        accountId: id,
        case: reference.optional(),
        contactId: id.optional(),
        atMs: z.number(),
        subject: line.optional(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.engine.contacts.planCall(dropUndefined(input))),
  finishCall: procedure
    .input(
      z.object({
        id,
        outcome: z.string().max(4_000).default(''),
        waitMinutes: z.number().int().min(0).max(1_000).nullable().default(null),
      }),
    )
    .mutation(({ ctx, input }) => ctx.engine.contacts.finishCall(input.id, input.outcome, input.waitMinutes)),
});

export const dossierRouter = router({
  show: procedure
    .input(z.object({ accountId: id }))
    .query(({ ctx, input }) => ctx.engine.dossier.show(input.accountId)),
  save: procedure
    .input(
      z.object({
        accountId: id,
        kind: z.string().max(60),
        documentId: id.nullable().optional(),
        number: line.optional(),
        issuedOn: day.nullable().optional(),
        expiresOn: day.nullable().optional(),
        endless: z.boolean().optional(),
        note: z.string().max(2_000).optional(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.engine.dossier.save(dropUndefined(input))),
});

export const workRouter = router({
  change: procedure
    .input(
      z.object({
        case: reference,
        assignee: z.string().max(100).optional(),
        language: z.string().max(5).optional(),
        addMinutes: z.number().int().min(-100_000).max(100_000).optional(),
      }),
    )
    .mutation(({ ctx, input: { case: which, ...work } }) =>
      ctx.engine.cases.changeWork(which, dropUndefined(work)),
    ),
  /** Ended cases of the same problem with their outcome. */
  precedents: procedure
    .input(z.object({ case: reference }))
    .query(({ ctx, input }) => ctx.engine.cases.precedents(input.case)),
  /** The saved statement as a Word file, in base64: small, and read by the page at once. */
  statementDocx: procedure
    .input(z.object({ case: reference, withChinese: z.boolean().default(false) }))
    .mutation(async ({ ctx, input }) => {
      const file = await ctx.engine.cases.statementDocx(input.case, input.withChinese);
      return { fileName: file.fileName, base64: file.bytes.toString('base64') };
    }),
  /** Every row of the deadline table as it is shipped, with its source and date. */
  rules: procedure.query(() => DEADLINE_RULES),
});
