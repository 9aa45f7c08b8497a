// Procedures about documents: find, show, correct.
import { z } from 'zod';
import { AMOUNT_ROLES, DATE_ROLES, PARTY_ROLES } from '../../domain/finding-roles.ts';
import { pageDecoder } from '../page-decoder.ts';
import { procedure, router } from '../trpc.ts';

const id = z.number().int().positive();
const query = z.string().max(2_000).default('');
const sort = z.enum(['date', 'date_asc', 'name', 'size', 'filed', 'relevance']).default('date');
/** `was` without `now` strikes out, `now` without `was` adds, both put right. */
const change = <T extends z.ZodType>(one: T) => z.object({ was: one.optional(), now: one.optional() });
const datedRef = z.object({ role: z.enum(DATE_ROLES), value: z.string().max(40) });
const amountRef = z.object({
  role: z.enum(AMOUNT_ROLES),
  value: z.string().max(24),
  currency: z.string().max(3).optional(),
});
const partyRef = z.object({ role: z.enum(PARTY_ROLES), name: z.string().max(300) });
const identifierRef = z.object({ type: z.string().max(40), value: z.string().min(1).max(200) });

export const documentsRouter = router({
  /** One page of a search with rows; snippets when `withSnippets`. */
  list: procedure
    .input(
      z.object({
        query,
        sort,
        limit: z.number().int().min(1).max(500).default(100),
        offset: z.number().int().min(0).default(0),
        withSnippets: z.boolean().default(false),
      }),
    )
    .query(({ ctx, input }) => ctx.engine.documents.list(input)),
  /** Words around the first hit, for the rows that are seen. */
  snippets: procedure
    .input(z.object({ query: z.string().max(2_000), ids: z.array(id).max(100) }))
    .query(({ ctx, input }) => ctx.engine.documents.snippets(input.query, input.ids)),
  /** Exact number of hits. */
  count: procedure
    .input(z.object({ query }))
    .query(({ ctx, input }) => ({ total: ctx.engine.documents.count(input.query) })),
  facets: procedure
    .input(z.object({ query }))
    .query(({ ctx, input }) => ctx.engine.documents.facets(input.query)),
  get: procedure.input(z.object({ id })).query(({ ctx, input }) => ctx.engine.documents.get(input.id)),
  text: procedure
    .input(
      z.object({
        id,
        fromPage: z.number().int().min(1).default(1),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .query(({ ctx, input }) => ctx.engine.documents.text(input.id, input.fromPage, input.limit)),
  related: procedure
    .input(z.object({ id, limit: z.number().int().min(1).max(100).default(30) }))
    .query(({ ctx, input }) => ctx.engine.documents.related(input.id, input.limit)),
  /** Frames of a video with their time codes, or why there are none. */
  frames: procedure.input(z.object({ id })).query(({ ctx, input }) => ctx.engine.videos.view(input.id)),
  /** The next video that a page with this decoder may take frames of; null while the engine has its own decoder. */
  nextVideo: procedure
    .input(z.object({ decoder: pageDecoder }))
    .query(({ ctx, input }) => ctx.engine.videos.nextFor(input.decoder)),
  /** A page's decoder could not open it: nobody tries the same again by itself. */
  noFrames: procedure
    .input(
      z.object({
        id,
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        decoder: pageDecoder,
        code: z.enum(['undecodable', 'tooSlow', 'noPicture']),
      }),
    )
    .mutation(({ ctx, input }) => {
      const { decoder, code } = input;
      ctx.engine.videos.noteFailure(input.id, input.sha256, { decoder, code });
      return { noted: true };
    }),
  /** Completions for the search box: identifiers, kinds, cases and file names that start with or contain the text. */
  suggest: procedure
    .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(30).default(12) }))
    .query(({ ctx, input }) => ctx.engine.documents.suggest(input.text, input.limit)),
  correct: procedure
    .input(
      z.object({
        documentId: id,
        kind: z.string().max(60).optional(),
        title: z.string().max(500).optional(),
        documentDate: z.string().max(10).nullable().optional(),
        addIdentifiers: z
          .array(identifierRef.extend({ carrier: z.string().max(40).optional() }))
          .max(50)
          .optional(),
        removeIdentifiers: z.array(identifierRef).max(50).optional(),
        problems: z.array(z.string().max(60)).max(69).optional(),
        dates: z.array(change(datedRef)).max(50).optional(),
        amounts: z.array(change(amountRef)).max(50).optional(),
        parties: z.array(change(partyRef)).max(50).optional(),
        /** Where each paper in the file begins; one or none: the file is one paper. */
        parts: z
          .array(z.object({ kind: z.string().max(60), fromPage: z.number().int().min(1) }))
          .max(50)
          .optional(),
        confirm: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }) => ({ corrections: ctx.engine.documents.correct(input) })),
  /** The app learns a moment after the last correction; a command that ends asks for it. */
  learnNow: procedure.mutation(({ ctx }) => ctx.engine.documents.learnNow()),
  undoCorrections: procedure
    .input(z.object({ corrections: z.array(id).min(1).max(200) }))
    .mutation(({ ctx, input }) => {
      ctx.engine.documents.undo(input.corrections);
      return { undone: input.corrections.length };
    }),
  savedSearches: procedure.query(({ ctx }) => ctx.engine.documents.savedSearches()),
  saveSearch: procedure
    .input(z.object({ name: z.string().trim().min(1).max(100), query: z.string().max(2_000) }))
    .mutation(({ ctx, input }) => ctx.engine.documents.saveSearch(input.name, input.query)),
  deleteSearch: procedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => ctx.engine.documents.deleteSearch(input.id)),
});

export const identifiersRouter = router({
  list: procedure
    .input(
      z.object({
        types: z.array(z.string().max(40)).min(1).max(30),
        contains: z.string().max(100).default(''),
        limit: z.number().int().min(1).max(500).default(100),
        offset: z.number().int().min(0).default(0),
      }),
    )
    .query(({ ctx, input }) =>
      ctx.engine.identifiers.list(input.types, input.contains, input.limit, input.offset),
    ),
  /** Null when nothing in the archive carries it. */
  page: procedure
    .input(z.object({ value: z.string().min(1).max(200), type: z.string().max(40).optional() }))
    .query(({ ctx, input }) => ctx.engine.identifiers.page(input.value, input.type)),
});
