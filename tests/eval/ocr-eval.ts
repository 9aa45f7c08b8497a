// How well and how fast are pictures read? Prints a table per family: `node tests/eval/ocr-eval.ts [FAMILY-PREFIX] [--files] [--text] [--tesseract]`.
import { join } from 'node:path';
import { DEFAULT_READ_LIMITS } from '../../src/domain/reading.ts';
import { createOcr } from '../../src/engine/readers/ocr.ts';
import { readFile } from '../../src/engine/readers/read-file.ts';
import { CORPUS_DIR, type CorpusFile, loadCorpus } from './corpus.ts';
import { holdsPrinted, scoreOcr } from './ocr-scores.ts';

const FAMILIES =
  /^(?:label-image|receipt-image|scan-derived|invoice-image|ocr-zh|ocr-text-image|pdf-scanned)$/;

interface FamilyTally {
  files: number;
  characters: number;
  errors: number;
  recalls: number[];
  totals: [number, number];
  numbers: [number, number];
  seconds: number;
  cpuSeconds: number;
}

const arguments_ = process.argv.slice(2);
const only = arguments_.find((argument) => !argument.startsWith('-'));
const corpus = loadCorpus();
if (corpus === null) console.log('No corpus here: set CASEBINDER_CORPUS to its folder.');
else
  await measure(
    corpus.filter((file) => FAMILIES.test(file.kind) && (only === undefined || file.path.startsWith(only))),
  );

async function measure(files: readonly CorpusFile[]): Promise<void> {
  const ocr = createOcr({ workers: 1, engine: arguments_.includes('--tesseract') ? 'tesseract' : 'lines' });
  const families = new Map<string, FamilyTally>();
  try {
    for (const file of files) {
      const path = join(CORPUS_DIR, file.path);
      const read = await readFile({
        path,
        fileName: file.path.split('/').pop() ?? '',
        scratchDir: '/nonexistent',
        limits: DEFAULT_READ_LIMITS,
      });
      const startedMs = performance.now();
      const startedCpu = process.cpuUsage();
      const pages = await ocr.ocrPages(path, read.mediaType, [1]);
      const seconds = (performance.now() - startedMs) / 1000;
      const { user, system } = process.cpuUsage(startedCpu);
      const text = pages.map((page) => page.text).join('\n');
      const score = scoreOcr(file.label, text);
      const fields = printedFields(file);
      if (score === null && fields.total === undefined && fields.numbers.length === 0) continue;
      const tally = families.get(file.kind) ?? emptyTally();
      families.set(file.kind, tally);
      tally.files += 1;
      tally.seconds += seconds;
      tally.cpuSeconds += (user + system) / 1e6;
      if (score !== null) {
        tally.characters += score.characters;
        tally.errors += score.errors;
        tally.recalls.push(score.wordsRead / Math.max(1, score.words));
      }
      count(tally.totals, fields.total === undefined ? [] : [fields.total], text);
      count(tally.numbers, fields.numbers, text);
      if (arguments_.includes('--files')) {
        const missing = [fields.total ?? '', ...fields.numbers].filter(
          (v) => v !== '' && !holdsPrinted(text, v),
        );
        console.log(
          `${file.path}: CER ${score === null ? '-' : (score.errors / score.characters).toFixed(3)}, recall ${score === null ? '-' : (score.wordsRead / Math.max(1, score.words)).toFixed(2)}, confidence ${pages[0]?.confidence?.toFixed(2) ?? '-'}, ${seconds.toFixed(1)} s${missing.length === 0 ? '' : `, not read: ${missing.join(' ')}`}`,
        );
      }
      if (arguments_.includes('--text')) console.log(text);
    }
  } finally {
    await ocr.close();
  }
  print(families);
}

function printedFields(file: CorpusFile): { total?: string; numbers: string[] } {
  const { fields = {}, printed_in_text_layer: printed } = file.label;
  const { total, invoice_number: number, tracking } = fields;
  const numbers: string[] = [];
  if (typeof number === 'string' && printed?.['invoice_number'] !== false) numbers.push(number);
  for (const one of Array.isArray(tracking) ? tracking : []) {
    if (typeof one === 'object' && one !== null && 'number' in one) numbers.push(String(one.number));
  }
  return typeof total === 'number' && printed?.['total'] !== false
    ? { total: total.toFixed(2), numbers }
    : { numbers };
}

function count(pair: [number, number], values: readonly string[], text: string): void {
  for (const value of values) {
    pair[1] += 1;
    if (holdsPrinted(text.replaceAll(',', '.'), value.replaceAll(',', '.'))) pair[0] += 1;
  }
}

function emptyTally(): FamilyTally {
  return {
    files: 0,
    characters: 0,
    errors: 0,
    recalls: [],
    totals: [0, 0],
    numbers: [0, 0],
    seconds: 0,
    cpuSeconds: 0,
  };
}

function print(families: ReadonlyMap<string, FamilyTally>): void {
  console.log(
    '\nfamily           files   CER  word recall  total printed  number printed  seconds a page  CPU seconds',
  );
  for (const [name, tally] of [...families].sort()) {
    const mean = tally.recalls.reduce((sum, value) => sum + value, 0) / Math.max(1, tally.recalls.length);
    console.log(
      `${name.padEnd(16)} ${String(tally.files).padStart(5)} ${(tally.errors / Math.max(1, tally.characters)).toFixed(3)}        ${mean.toFixed(2)}         ${tally.totals.join('/').padStart(6)}          ${tally.numbers.join('/').padStart(6)}           ${(tally.seconds / tally.files).toFixed(2).padStart(5)}          ${(tally.cpuSeconds / tally.files).toFixed(2).padStart(5)}`,
    );
  }
}
