// Procedures about covered copies: what is covered on a document, what could be, and the copy that comes of it.
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

const documentId = z.number().int().positive();
const fraction = z.number().min(0).max(1);

const box = z.object({
  page: z.number().int().min(1).max(10_000),
  x: fraction,
  y: fraction,
  width: fraction,
  height: fraction,
  reason: z.enum(['name', 'address', 'price', 'contact', 'word', 'drawn']),
});

export const redactionsRouter = router({
  view: procedure
    .input(z.object({ documentId }))
    .query(({ ctx, input }) => ctx.engine.redactions.view(input.documentId)),
  /** Boxes over what the text of a PDF tells; a person looks at them before they are kept. */
  suggest: procedure
    .input(z.object({ documentId, words: z.array(z.string().trim().min(2).max(200)).max(200).default([]) }))
    .mutation(({ ctx, input }) => ctx.engine.redactions.suggest(input.documentId, input.words)),
  /** Reads one page that has no text of its own; asked page by page, so that it can be followed and stopped. */
  suggestOnScan: procedure
    .input(
      z.object({
        documentId,
        page: z.number().int().min(1).max(10_000),
        words: z.array(z.string().trim().min(2).max(200)).max(200).default([]),
      }),
    )
    .mutation(({ ctx, input, signal }) =>
      ctx.engine.redactions.suggestOnScan(input.documentId, input.page, input.words, signal),
    ),
  /** Makes the covered copy, checks it and keeps it; the original is only read. */
  save: procedure
    .input(z.object({ documentId, boxes: z.array(box).max(5000) }))
    .mutation(({ ctx, input }) => ctx.engine.redactions.save(input.documentId, input.boxes)),
});
