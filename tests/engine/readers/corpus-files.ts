// Where do the real test files lie, and what do their labels say?
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_READ_LIMITS, type ReadLimits, type ReadResult } from '../../../src/domain/reading.ts';
import { readFile } from '../../../src/engine/readers/read-file.ts';

export const CORPUS =
  process.env['CASEBINDER_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus');
export const hasCorpus = existsSync(join(CORPUS, 'MANIFEST.csv'));
if (!hasCorpus) console.log('corpus not found: tests on real files are skipped (set CASEBINDER_CORPUS)');

export interface CorpusFile {
  readonly family: string;
  readonly name: string;
  readonly path: string;
}

export function listCorpus(family: RegExp): CorpusFile[] {
  if (!hasCorpus) return [];
  return readdirSync(CORPUS, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && !/^(labels|LICENSES)$/.test(entry.name) && family.test(entry.name),
    )
    .flatMap((folder) =>
      readdirSync(join(CORPUS, folder.name)).map((name) => ({
        family: folder.name,
        name,
        path: join(CORPUS, folder.name, name),
      })),
    );
}

export interface Label {
  readonly words?: readonly string[];
  readonly body_words?: readonly string[];
  readonly text_lines?: readonly string[];
  readonly body?: string;
  readonly attachments?: readonly (
    | string
    | { readonly name: string | null; readonly sha256: string; readonly bytes: number }
  )[];
  readonly entries?: readonly string[] | null;
  readonly contained?: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
}

export function readLabel({ family, name }: CorpusFile): Label | undefined {
  const path = join(CORPUS, 'labels', family, `${name}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Label) : undefined;
}

export function makeScratch(): string {
  return mkdtempSync(join(tmpdir(), 'casebinder-readers-'));
}

export function read(path: string, fileName: string, limits: Partial<ReadLimits> = {}): Promise<ReadResult> {
  return readFile({
    path,
    fileName,
    scratchDir: makeScratch(),
    limits: { ...DEFAULT_READ_LIMITS, ...limits },
  });
}

export function textOf(result: ReadResult): string {
  return result.pages.map((page) => page.text).join('\n');
}

/** For comparing texts of different programs: same characters, no layout. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00AD]+/g, '')
    .toLowerCase();
}

export function codesOf(result: ReadResult): string[] {
  return result.problems.map((problem) => problem.code);
}
