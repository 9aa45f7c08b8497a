// What did a person say about a document, as it can be shown and taken back?
import type { KindResult } from '../../domain/inspection.ts';
import { readActiveCorrections } from './corrected-findings.ts';
import type { Archive } from './open-archive.ts';
import type { CorrectionField } from './schema/documents.ts';

export interface CorrectedValue {
  /** A kind's slug, a title, a number, a day, an amount, a name; empty for page ranges. */
  readonly text: string;
  readonly role?: string;
  readonly type?: string;
  readonly parts?: NonNullable<KindResult['parts']>;
}

export interface MadeCorrection {
  /** What undo asks for. */
  readonly id: number;
  readonly field: CorrectionField;
  readonly madeAtMs: number;
  readonly was: CorrectedValue | null;
  readonly now: CorrectedValue | null;
}

/** Those that count, newest first. */
export function readMadeCorrections(archive: Archive, documentId: number): MadeCorrection[] {
  return readActiveCorrections(archive, documentId)
    .reverse()
    .map(({ id, field, madeAtMs, oldValue, newValue }) => ({
      id,
      field,
      madeAtMs,
      was: readValue(field, oldValue),
      now: readValue(field, newValue),
    }));
}

function readValue(field: CorrectionField, stored: string | null): CorrectedValue | null {
  if (stored === null) return null;
  if (field === 'kind' || field === 'title' || field === 'document_date') return { text: stored };
  const value = JSON.parse(stored) as unknown;
  if (field === 'parts') return { text: '', parts: value as NonNullable<KindResult['parts']> };
  if (field === 'problem') return { text: (value as readonly string[]).join(', ') };
  const { type, role, name, value: plain, currency } = value as Readonly<Record<string, string | undefined>>;
  return {
    text: [name ?? plain ?? '', currency].filter((part) => part !== undefined).join(' '),
    ...(role === undefined ? {} : { role }),
    ...(type === undefined ? {} : { type }),
  };
}
