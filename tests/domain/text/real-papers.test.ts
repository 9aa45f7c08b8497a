// How many real receipts and electronic invoices give their date, total, number and issuer?
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '../../../src/domain/identifiers/find-identifiers.ts';
import type {
  FoundAmount,
  FoundDate,
  FoundIdentifier,
  FoundParty,
  RecogniseInput,
} from '../../../src/domain/inspection.ts';
import { findAmounts } from '../../../src/domain/text/find-amounts.ts';
import { findDates } from '../../../src/domain/text/find-dates.ts';
import { findParties } from '../../../src/domain/text/find-parties.ts';
import { recognise } from '../../../src/engine/recognise/recognise.ts';
import { inputOf } from '../identifiers/recognise-input.ts';

const corpus = process.env['CASEBINDER_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus');
const hasCorpus = existsSync(join(corpus, 'labels'));
if (!hasCorpus) console.log('corpus absent: real papers not measured');

interface Finders {
  readonly identifiers: (input: RecogniseInput) => readonly FoundIdentifier[];
  readonly dates: (input: RecogniseInput) => readonly FoundDate[];
  readonly amounts: (input: RecogniseInput) => readonly FoundAmount[];
  readonly parties: (input: RecogniseInput) => readonly FoundParty[];
}
const ALONE: Finders = {
  identifiers: findIdentifiers,
  dates: findDates,
  amounts: findAmounts,
  parties: findParties,
};
/** XML is read by its fields before the finders of text come in. */
const AS_A_WHOLE: Finders = {
  identifiers: (input) => recognise(input).identifiers,
  dates: (input) => recognise(input).dates,
  amounts: (input) => recognise(input).amounts,
  parties: (input) => recognise(input).parties,
};

interface Label {
  readonly fields: Readonly<Record<string, string | number>>;
  readonly ocr_lines?: readonly { readonly text: string; readonly box: readonly number[] }[];
}

function readLabels(kind: string): { readonly name: string; readonly label: Label }[] {
  const folder = join(corpus, 'labels', kind);
  return readdirSync(folder).map((file) => ({
    name: file.replace(/\.json$/, ''),
    label: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Label,
  }));
}

/** Boxes of one height become one line, left to right. */
function toText(lines: NonNullable<Label['ocr_lines']>): string {
  const boxes = lines
    .map(({ text, box }) => ({
      text,
      x: box[0] ?? 0,
      y: ((box[1] ?? 0) + (box[5] ?? 0)) / 2,
      height: Math.abs((box[5] ?? 0) - (box[1] ?? 0)),
    }))
    .sort((a, b) => a.y - b.y);
  const rows: (typeof boxes)[] = [];
  for (const box of boxes) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      Math.abs(first.y - box.y) < Math.max(first.height, box.height) / 2
    )
      row.push(box);
    else rows.push([box]);
  }
  return rows
    .map((row) =>
      row
        .sort((a, b) => a.x - b.x)
        .map((box) => box.text)
        .join('  '),
    )
    .join('\n');
}

const squeeze = (text: string | number | undefined): string =>
  String(text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function measure(
  papers: readonly { readonly label: Label; readonly input: RecogniseInput }[],
  find: Finders = ALONE,
): Record<string, number> {
  const rate = (
    field: string,
    isFound: (input: RecogniseInput, wanted: string | number) => boolean,
  ): number => {
    const asked = papers.filter(
      (paper) => paper.label.fields[field] !== undefined && paper.label.fields[field] !== null,
    );
    return (
      asked.filter((paper) => isFound(paper.input, paper.label.fields[field] ?? '')).length /
      Math.max(1, asked.length)
    );
  };
  return {
    date: rate(
      'date',
      (input, wanted) =>
        find
          .dates(input)
          .find((date) => date.role === 'issue')
          ?.value.slice(0, 10) === wanted,
    ),
    total: rate(
      'total',
      (input, wanted) =>
        Math.abs(Number(find.amounts(input).find((a) => a.role === 'total')?.value) - Number(wanted)) < 0.005,
    ),
    issuer: rate('issuer', (input, wanted) =>
      find
        .parties(input)
        .some(
          (p) => (p.role === 'issuer' || p.role === 'seller') && squeeze(p.name).includes(squeeze(wanted)),
        ),
    ),
    number: rate('invoice_number', (input, wanted) =>
      find
        .identifiers(input)
        .some((i) => /invoice_no|fapiao/.test(i.type) && squeeze(i.value) === squeeze(wanted)),
    ),
  };
}

describe.runIf(hasCorpus)('real papers', () => {
  it('till receipts', () => {
    const papers = readLabels('receipt-image').map(({ label }) => ({
      label,
      input: inputOf(toText(label.ocr_lines ?? []), { source: 'ocr' }),
    }));
    const rates = measure(papers);
    expect(papers.length).toBeGreaterThan(30);
    expect(rates['date']).toBeGreaterThan(0.95);
    expect(rates['total']).toBeGreaterThan(0.9);
    expect(rates['issuer']).toBeGreaterThan(0.85);
  });
  it('electronic invoices', () => {
    const papers = readLabels('invoice-xml').map(({ name, label }) => ({
      label,
      input: inputOf(readFileSync(join(corpus, 'invoice-xml', name), 'utf8'), { source: 'xml' }),
    }));
    const rates = measure(papers, AS_A_WHOLE);
    expect(papers.length).toBeGreaterThan(20);
    for (const field of ['date', 'total', 'issuer', 'number'])
      expect(rates[field], field).toBeGreaterThan(0.95);
  });
});
