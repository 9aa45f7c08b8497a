// Procedures about messages to and from Amazon: what waits for a case, reading what a person handed in, recording it.
import { z } from 'zod';
import { dropUndefined } from '../drop-undefined.ts';
import { procedure, router } from '../trpc.ts';

const reference = z.union([z.string().min(1).max(40), z.number().int().positive()]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const grants = z.array(z.string().min(1).max(200)).max(50).default([]);

export const messagesRouter = router({
  /** Messages of Amazon in watched folders that no case knows yet. */
  waiting: procedure
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50) }).default({ limit: 50 }))
    .query(({ ctx, input }) => ctx.engine.messages.waiting(input.limit)),
  setAside: procedure
    .input(
      z.object({
        documentIds: z.array(z.number().int().positive()).min(1).max(500),
        aside: z.boolean().default(true),
      }),
    )
    .mutation(({ ctx, input }) => ctx.engine.messages.setAside(input.documentIds, input.aside)),
  /** Reads dropped files, a document of the archive or pasted text; nothing is stored until `record`. */
  receive: procedure
    .input(
      z.object({
        grants,
        documentIds: z.array(z.number().int().positive()).max(50).default([]),
        text: z.string().max(200_000).optional(),
        case: reference.optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.engine.messages.receive(
        [
          ...input.grants.map((held) => {
            const { path, fileName } = ctx.grants.redeem(held, ctx.sessionId);
            return { path, fileName };
          }),
          ...input.documentIds.map((documentId) => ({ documentId })),
          ...(input.text === undefined ? [] : [{ text: input.text }]),
        ],
        input.case,
      ),
    ),
  /** Puts a read message on a case as one entry: words, sender, decision, stated deadline. Answers the case. */
  record: procedure
    .input(
      z.object({
        message: z.string().min(1).max(60),
        case: reference,
        kind: z.string().min(1).max(40),
        title: z.string().max(500).optional(),
        atMs: z.number().optional(),
        from: z.string().max(200).optional(),
        decision: z.enum(['accepted', 'partial', 'rejected']).nullable().optional(),
        statedDate: day.nullable().optional(),
        statedAtMs: z.number().nullable().optional(),
        automatic: z.boolean().optional(),
        caseId: z
          .string()
          .regex(/^\d{8,14}$/)
          .optional(),
        status: z.enum(['waiting', 'reply_needed', 'won', 'lost', 'partial']).optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.engine.cases.get(ctx.engine.messages.record(dropUndefined(input)).number),
    ),
});
