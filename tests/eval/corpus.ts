// Which files does the corpus hold, and what is known to be true about each?
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CorpusFile {
  /** Relative to the corpus. */
  readonly path: string;
  readonly kind: string;
  readonly docKind: string;
  readonly sizeBytes: number;
  readonly label: CorpusLabel;
}

export interface CorpusLabel {
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly printed_in_text_layer?: Readonly<Record<string, boolean>>;
  readonly text?: string;
  readonly text_lines?: readonly string[];
  readonly text_fields?: readonly string[];
  readonly text_complete?: boolean;
  readonly ocr_lines?: readonly { readonly text: string; readonly box?: readonly number[] }[];
}

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const CORPUS_DIR = process.env.CASEBINDER_CORPUS ?? join(REPOSITORY, '..', 'shared', 'corpus');

/** All files of the manifest, or null when there is no corpus on this machine. */
export function loadCorpus(): CorpusFile[] | null {
  const manifest = join(CORPUS_DIR, 'MANIFEST.csv');
  if (!existsSync(manifest)) return null;
  const [header, ...lines] = readFileSync(manifest, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const names = splitCsv(header ?? '');
  const column = (cells: readonly string[], name: string): string => cells[names.indexOf(name)] ?? '';
  return lines.map((line) => {
    const cells = splitCsv(line);
    return {
      path: column(cells, 'path'),
      kind: column(cells, 'kind'),
      docKind: column(cells, 'doc_kind'),
      sizeBytes: Number(column(cells, 'bytes')),
      label: loadLabel(column(cells, 'ground_truth')),
    };
  });
}

function loadLabel(path: string): CorpusLabel {
  const file = join(CORPUS_DIR, path);
  if (path === '' || !path.endsWith('.json') || !existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')) as CorpusLabel;
}

function splitCsv(line: string): string[] {
  const cells: string[] = [];
  for (const match of line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)) {
    const cell = match[1] ?? '';
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (match.index + match[0].length >= line.length) break;
  }
  return cells;
}

/** The text that a perfect OCR would give: boxes on one height are one line. */
export function labelledText(label: CorpusLabel): string {
  if (label.ocr_lines !== undefined) return joinBoxes(label.ocr_lines);
  return (label.text_lines ?? label.text_fields)?.join('\n') ?? label.text ?? '';
}

function joinBoxes(lines: NonNullable<CorpusLabel['ocr_lines']>): string {
  const rows: { y: number; parts: { x: number; text: string }[] }[] = [];
  for (const { text, box } of lines) {
    const y = ((box?.[1] ?? 0) + (box?.[5] ?? 0)) / 2;
    const height = Math.abs((box?.[5] ?? 0) - (box?.[1] ?? 0));
    const row = rows.find((known) => Math.abs(known.y - y) < height * 0.4);
    if (row === undefined || box === undefined) rows.push({ y, parts: [{ x: box?.[0] ?? 0, text }] });
    else row.parts.push({ x: box[0] ?? 0, text });
  }
  return rows
    .map(({ parts }) =>
      parts
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join('  '),
    )
    .join('\n');
}
