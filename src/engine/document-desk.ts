// What can be asked about documents as a whole: search, facets, one document, corrections, saved searches?
import { desc, eq } from 'drizzle-orm';
import { isSensitiveKind } from '../domain/kinds/document-kinds.ts';
import type { EngineContext } from './engine-context.ts';
import type { Learner } from './recognise/learn-from-people.ts';
import { type Correction, correctDocument, undoCorrections } from './store/correct-document.ts';
import { readDocument, readDocumentText } from './store/document-detail.ts';
import { type DocumentRow, readDocumentRows } from './store/document-rows.ts';
import { readRelated } from './store/related-documents.ts';
import { savedSearch } from './store/schema/documents.ts';
import { countFacets } from './store/search/count-facets.ts';
import { makeSnippet, type Snippet } from './store/search/make-snippet.ts';
import { countDocuments, type SearchRequest, searchDocuments } from './store/search/search-documents.ts';
import { suggestTerms } from './store/search/suggest-terms.ts';
import { FIELD_VOCABULARY } from './vocabulary.ts';

export interface DocumentHit extends DocumentRow {
  readonly snippet?: Snippet;
}

export interface DocumentList {
  readonly documents: readonly DocumentHit[];
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly tookMs: number;
}

export interface DocumentDesk {
  list(request: SearchRequest & { withSnippets?: boolean }): DocumentList;
  /** Why each of these documents was found, in their order. */
  snippets(query: string, ids: readonly number[]): { readonly id: number; readonly snippet: Snippet }[];
  count(query: string): number;
  facets(query: string): ReturnType<typeof countFacets>;
  get(id: number): ReturnType<typeof readDocument>;
  text(id: number, fromPage: number, limit: number): ReturnType<typeof readDocumentText>;
  related(id: number, limit: number): ReturnType<typeof readRelated>;
  suggest(text: string, limit: number): ReturnType<typeof suggestTerms>;
  correct(input: Correction): number[];
  undo(corrections: readonly number[]): void;
  /** Learns from the corrections at once instead of a moment later. */
  learnNow(): Promise<{ recognisedAgain: number }>;
  savedSearches(): (typeof savedSearch.$inferSelect)[];
  saveSearch(name: string, query: string): typeof savedSearch.$inferSelect;
  deleteSearch(id: number): { deleted: boolean };
}

export function createDocumentDesk(
  context: EngineContext,
  learner: Pick<Learner, 'noteCorrection' | 'learnNow'>,
): DocumentDesk {
  const { archive } = context;
  return {
    list({ withSnippets, ...request }) {
      const startedMs = performance.now();
      const page = searchDocuments(archive, request, FIELD_VOCABULARY);
      const rows = readDocumentRows(archive, page.ids);
      const tookMs = performance.now() - startedMs;
      const documents =
        withSnippets === true
          ? rows.map((row) =>
              // Identity cards, bank papers and the like show no words in a list: it may be seen by others.
              isSensitiveKind(row.kind)
                ? row
                : { ...row, snippet: makeSnippet(archive, row.id, request.query) },
            )
          : rows;
      return {
        documents,
        total: page.total,
        totalIsExact: page.totalIsExact,
        tookMs: Math.round(tookMs * 100) / 100,
      };
    },
    snippets: (query, ids) => ids.map((id) => ({ id, snippet: makeSnippet(archive, id, query) })),
    count: (query) => countDocuments(archive, query, FIELD_VOCABULARY),
    facets: (query) => countFacets(archive, query, FIELD_VOCABULARY),
    get: (id) => readDocument(archive, id),
    text: (id, fromPage, limit) => readDocumentText(archive, id, fromPage, limit),
    related: (id, limit) => readRelated(archive, id, limit),
    suggest: (text, limit) => suggestTerms(archive, text, limit),
    correct(input) {
      const made = correctDocument(context, input);
      learner.noteCorrection();
      return made;
    },
    undo(corrections) {
      undoCorrections(context, corrections);
      learner.noteCorrection();
    },
    learnNow: async () => ({ recognisedAgain: await learner.learnNow() }),
    savedSearches: () => archive.orm.select().from(savedSearch).orderBy(desc(savedSearch.id)).all(),
    saveSearch: (name, query) =>
      archive.transaction(() =>
        archive.orm
          .insert(savedSearch)
          .values({ name, query, createdAtMs: context.nowMs() })
          .returning()
          .get(),
      ),
    deleteSearch: (id) => ({
      deleted: archive.orm.delete(savedSearch).where(eq(savedSearch.id, id)).run().changes > 0,
    }),
  };
}
