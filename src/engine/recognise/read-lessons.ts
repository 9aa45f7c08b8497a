// What did people teach so far, as data for the workers: mistaken kinds, labels of numbers, lessons about forms?
import { type LearnedLabel, learnLabel } from '../../domain/identifiers/learned-labels.ts';
import type { FoundAmount, FoundDate, FoundParty, KindResult } from '../../domain/inspection.ts';
import type { PageText } from '../../domain/reading.ts';
import type { EngineContext } from '../engine-context.ts';
import type { CorrectionField } from '../store/schema/documents.ts';
import { dayOf } from './day-of-correction.ts';
import type { FormLesson } from './form-lesson.ts';
import { rememberKind } from './kind-mistakes.ts';
import type { KindMistake } from './kind-model.ts';
import { type TaughtPaper, teachAmount, teachDate, teachParts, teachParty } from './teach-findings.ts';

const MAX_CORRECTIONS = 300;
const FORM_PAGES = 3;
const TEXT_CHARACTERS = 8_000;
/** Dates and totals stand at the end of long papers, too. */
const PLACE_PAGES = 10;

export interface Lessons {
  readonly mistakes: readonly KindMistake[];
  readonly labels: readonly LearnedLabel[];
  readonly lessons: readonly FormLesson[];
}

export interface CorrectionRow {
  readonly id: number;
  readonly document_id: number;
  readonly field: CorrectionField;
  readonly old_value: string | null;
  readonly new_value: string | null;
  readonly made_at_ms: number;
  readonly undone_at_ms: number | null;
}

/** Titles and problem types are about one document only. */
const TEACHING = `'kind', 'parts', 'identifier_added', 'identifier_removed', 'document_date', 'date', 'party', 'amount'`;

/** What is read of an archive here: also of one that is only looked into. */
export interface StoredCorrections {
  readonly archive: Pick<EngineContext['archive'], 'sqlite'>;
}

/** What people said and did not take back, newest first, as lessons. */
export function readLessons(context: StoredCorrections): Lessons {
  const rows = context.archive.sqlite
    .prepare<unknown[], CorrectionRow>(
      `SELECT * FROM correction WHERE undone_at_ms IS NULL AND field IN (${TEACHING}) ORDER BY id DESC LIMIT ?`,
    )
    .all(MAX_CORRECTIONS);
  return lessonsOfRows(context, rows);
}

export function lessonsOfRows(context: StoredCorrections, rows: readonly CorrectionRow[]): Lessons {
  const mistakes: KindMistake[] = [];
  const labels: LearnedLabel[] = [];
  const lessons: FormLesson[] = [];
  const papers = new Map<number, Omit<TaughtPaper, 'on'>>();
  for (const row of rows) {
    const paper = papers.get(row.document_id) ?? readPaper(context, row.document_id);
    papers.set(row.document_id, paper);
    const on = dayOf(row.made_at_ms);
    if (row.field === 'kind') {
      const { old_value: from, new_value: to } = row;
      const mistake =
        from === null || to === null || from === 'unknown'
          ? undefined
          : rememberKind({ from, to, documentId: row.document_id, on }, textOf(paper.pages));
      if (mistake !== undefined) mistakes.push(mistake);
    } else if (row.field === 'identifier_added' || row.field === 'identifier_removed') {
      const label = labelOf(row, textOf(paper.pages));
      // The newest word on a label counts.
      if (
        label !== undefined &&
        !labels.some((known) => known.type === label.type && known.label === label.label)
      )
        labels.push({ ...label, on, title: paper.title.slice(0, 40) });
    } else lessons.push(...teach(row, { ...paper, on }));
  }
  return { mistakes, labels, lessons };
}

function textOf(pages: readonly PageText[]): string {
  return pages
    .slice(0, FORM_PAGES)
    .map((page) => page.text.slice(0, TEXT_CHARACTERS))
    .join('\n');
}

function labelOf(row: CorrectionRow, text: string): LearnedLabel | undefined {
  const isWrong = row.field === 'identifier_removed';
  const { type, value } = JSON.parse((isWrong ? row.old_value : row.new_value) ?? '{}') as {
    type?: string;
    value?: string;
  };
  return type === undefined || value === undefined ? undefined : learnLabel(type, value, text, isWrong);
}

function teach(row: CorrectionRow, paper: TaughtPaper): FormLesson[] {
  const read = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T));
  switch (row.field) {
    case 'document_date':
      return row.new_value === null ? [] : teachDate(paper, null, { role: 'document', value: row.new_value });
    case 'date':
      return teachDate(paper, read<FoundDate>(row.old_value), read<FoundDate>(row.new_value));
    case 'amount':
      return teachAmount(paper, read<FoundAmount>(row.old_value), read<FoundAmount>(row.new_value));
    case 'party':
      return teachParty(paper, read<FoundParty>(row.old_value), read<FoundParty>(row.new_value));
    case 'parts':
      return teachParts(paper, read<NonNullable<KindResult['parts']>>(row.new_value) ?? []);
    default:
      return [];
  }
}

function readPaper(context: StoredCorrections, documentId: number): Omit<TaughtPaper, 'on'> {
  const { sqlite } = context.archive;
  const pages = sqlite
    .prepare<unknown[], { page: number; source: PageText['source']; text: string }>(
      `SELECT page, source, substr(text, 1, 20000) AS text FROM document_text
       WHERE document_id = ? AND source <> 'xml' ORDER BY page LIMIT ?`,
    )
    .all(documentId, PLACE_PAGES);
  const row = sqlite
    .prepare<unknown[], { title: string; parties: string }>(
      `SELECT d.title, coalesce((SELECT parties FROM recognition r WHERE r.document_id = d.id), '[]') AS parties
       FROM document d WHERE d.id = ?`,
    )
    .get(documentId);
  const parties = JSON.parse(row?.parties ?? '[]') as FoundParty[];
  const maker =
    parties.find(({ role }) => role === 'issuer') ?? parties.find(({ role }) => role === 'seller');
  return { documentId, pages, title: row?.title ?? '', maker: maker?.name ?? '' };
}
