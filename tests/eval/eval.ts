// How good is recognition on the corpus? Prints tables: eval [KIND-PREFIX] [--ocr] [--mistakes] [--fields] [--identifiers].
import type { IdentifierType } from '../../src/domain/inspection.ts';
import { createOcr } from '../../src/engine/readers/ocr.ts';
import { recognise } from '../../src/engine/recognise/recognise.ts';
import { type CorpusFile, loadCorpus } from './corpus.ts';
import { type FieldName, labelledIdentifiers, scoreFields, squash, type Tally } from './field-scores.ts';
import { hasBusinessKind, rightKinds } from './kind-map.ts';
import { isMeasured, readCorpusFile } from './read-corpus-file.ts';
import { printVideoRows } from './video-rows.ts';

interface KindTally {
  files: number;
  right: number;
  wrong: number;
  unknown: number;
}

interface IdentifierTally {
  labelled: number;
  found: number;
  extra: number;
}

const files = loadCorpus();
if (files === null) {
  console.log('No corpus here: set CASEBINDER_CORPUS to its folder.');
} else {
  const [only] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  await evaluate(
    only,
    files.filter((file) => isMeasured(file) && (only === undefined || file.kind.startsWith(only))),
  );
}

async function evaluate(only: string | undefined, measured: readonly CorpusFile[]): Promise<void> {
  // With --ocr pictures are read as in the product, which takes minutes; otherwise as a perfect OCR would.
  const ocr = process.argv.includes('--ocr') ? createOcr({ workers: 1 }) : undefined;
  const kinds = new Map<string, KindTally>();
  const fields = new Map<string, Map<FieldName, Tally>>();
  const identifiers = new Map<IdentifierType, IdentifierTally>();
  const mistakes: string[] = [];
  let milliseconds = 0;
  for (const file of measured) {
    const input = await readCorpusFile(file, ocr);
    const start = performance.now();
    const found = recognise(input);
    milliseconds += performance.now() - start;
    const right = rightKinds(file.docKind);
    const tally = kinds.get(file.docKind) ?? { files: 0, right: 0, wrong: 0, unknown: 0 };
    kinds.set(file.docKind, tally);
    tally.files += 1;
    if (right.includes(found.kind.slug)) tally.right += 1;
    else if (found.kind.slug === 'unknown') tally.unknown += 1;
    else tally.wrong += 1;
    if (!right.includes(found.kind.slug)) {
      const cues = found.kind.reasons
        .map(({ code, params }) => `${code}:${Object.values(params ?? {}).join('/')}`)
        .join(', ');
      const next = found.kind.alternatives.map((other) => `${other.slug} ${other.confidence}`).join(', ');
      mistakes.push(
        `${file.path} (${file.docKind}) -> ${found.kind.slug} ${found.kind.confidence} [${cues}] next: ${next}`,
      );
    }
    const perKind = fields.get(file.docKind) ?? new Map<FieldName, Tally>();
    fields.set(file.docKind, perKind);
    for (const [name, verdict] of Object.entries(scoreFields(file, found)) as [FieldName, keyof Tally][]) {
      const count = perKind.get(name) ?? { right: 0, wrong: 0, missed: 0 };
      count[verdict] += 1;
      perKind.set(name, count);
      if (verdict !== 'right' && process.argv.includes('--fields'))
        mistakes.push(`${file.path}: ${name} ${verdict}`);
    }
    countIdentifiers(identifiers, labelledIdentifiers(file), found.identifiers, file.path, mistakes);
  }
  printKinds(kinds);
  printFields(fields);
  printIdentifiers(identifiers);
  if (only === undefined || 'video'.startsWith(only)) await printVideoRows(ocr);
  await ocr?.close();
  console.log(
    `\n${measured.length} files, recognition ${(milliseconds / Math.max(1, measured.length)).toFixed(2)} ms per file`,
  );
  if (process.argv.includes('--mistakes')) console.log(`\n${mistakes.join('\n')}`);
}

function countIdentifiers(
  tallies: Map<IdentifierType, IdentifierTally>,
  labelled: ReadonlyMap<IdentifierType, readonly string[]>,
  found: readonly {
    readonly type: IdentifierType;
    readonly value: string;
    readonly raw: string;
    readonly confidence: number;
  }[],
  path: string,
  mistakes: string[],
): void {
  for (const [type, values] of labelled) {
    const tally = tallies.get(type) ?? { labelled: 0, found: 0, extra: 0 };
    tallies.set(type, tally);
    const own = found.filter((one) => one.type === type && one.confidence >= 0.5);
    const matches = (one: { value: string; raw: string }): boolean =>
      values.includes(squash(one.value)) || values.includes(squash(one.raw));
    const hits = values.filter((value) =>
      own.some((one) => squash(one.value) === value || squash(one.raw) === value),
    ).length;
    tally.labelled += values.length;
    tally.found += hits;
    tally.extra += own.filter((one) => !matches(one)).length;
    if (hits < values.length && process.argv.includes('--identifiers')) {
      mistakes.push(
        `${path}: ${type} ${values.join(' ')} not among ${own.map((one) => one.value).join(' ')}`,
      );
    }
  }
}

function printKinds(kinds: ReadonlyMap<string, KindTally>): void {
  console.log('\nKinds              files  right  wrong  unsorted  right among decided');
  const all = { files: 0, right: 0, wrong: 0, unknown: 0 };
  const other = { files: 0, right: 0, wrong: 0, unknown: 0 };
  for (const [docKind, tally] of [...kinds].sort()) {
    const sum = hasBusinessKind(docKind) ? all : other;
    sum.files += tally.files;
    sum.right += tally.right;
    sum.wrong += tally.wrong;
    sum.unknown += tally.unknown;
    printKindRow(docKind, tally);
  }
  printKindRow('= business kinds', all);
  printKindRow('= no kind of ours', other);
  const decided = all.right + all.wrong + other.wrong;
  console.log(
    `right among all that were named: ${ratio(all.right, decided)}; business documents left unsorted: ${ratio(all.unknown, all.files)}`,
  );
}

function printKindRow(name: string, tally: KindTally): void {
  const cells = [tally.files, tally.right, tally.wrong, tally.unknown].map((value) =>
    String(value).padStart(5),
  );
  console.log(`${name.padEnd(18)} ${cells.join('  ')}     ${ratio(tally.right, tally.right + tally.wrong)}`);
}

function printFields(fields: ReadonlyMap<string, ReadonlyMap<FieldName, Tally>>): void {
  console.log('\nFields             field      labelled  right  wrong  missed  accuracy');
  for (const [docKind, perKind] of [...fields].sort()) {
    for (const [name, tally] of perKind) {
      const labelled = tally.right + tally.wrong + tally.missed;
      const cells = [labelled, tally.right, tally.wrong, tally.missed].map((value) =>
        String(value).padStart(6),
      );
      console.log(
        `${docKind.padEnd(18)} ${name.padEnd(10)} ${cells.join(' ')}    ${ratio(tally.right, labelled)}`,
      );
    }
  }
}

function printIdentifiers(tallies: ReadonlyMap<IdentifierType, IdentifierTally>): void {
  console.log('\nIdentifiers        labelled  found  extra  recall  precision');
  for (const [type, { labelled, found, extra }] of [...tallies].sort()) {
    const cells = [labelled, found, extra].map((value) => String(value).padStart(6));
    console.log(
      `${type.padEnd(18)} ${cells.join(' ')}   ${ratio(found, labelled)}   ${ratio(found, found + extra)}`,
    );
  }
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '  -  ' : (part / whole).toFixed(3);
}
