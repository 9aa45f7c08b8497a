// How are exhibits.csv and case.json written: safe to open, complete, and the same every time?
import type { BookOutcome } from './book/make-book.ts';
import type { BuiltPack, ExhibitPlan, PackPlan, PackViolation } from './pack-plan.ts';

import type { SealedVolume } from './pack-volumes.ts';

export type PackFile = BuiltPack['exhibits'][number];

const CSV_COLUMNS = [
  'exhibit', 'title', 'kind', 'kind_zh', 'date', 'identifiers', 'original_name', 'media_type', 'bytes', 'file',
  'file_sha256', 'source_sha256', 'copy', 'volume', 'book_page', 'book_pages', 'not_shown_because', 'proves',
] as const; // biome-ignore format: a list

/** RFC 4180 with CR LF, after a byte-order mark, so that Excel reads the Chinese. */
export function writeExhibitsCsv(plan: PackPlan, files: readonly PackFile[]): string {
  const byLabel = new Map(plan.exhibits.map((exhibit) => [exhibit.label, exhibit]));
  const rows = files.map((file) => {
    const exhibit = byLabel.get(file.label)!;
    return [
      file.label,
      exhibit.caption,
      exhibit.kindName.en,
      exhibit.kindName.zh,
      exhibit.documentDate ?? '',
      exhibit.identifiers.map((identifier) => `${identifier.type} ${identifier.value}`).join('; '),
      exhibit.originalName,
      exhibit.mediaType,
      String(exhibit.sizeBytes),
      file.file,
      file.sha256,
      file.sourceSha256,
      file.derived ? (file.made ?? 'converted') : 'original',
      String(file.volume ?? 1),
      String(file.firstPage),
      String(file.pages),
      file.slip ?? '',
      exhibit.proves.join('; '),
    ];
  });
  const lines = [[...CSV_COLUMNS], ...rows].map((row) => row.map(quoteCsv).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Spreadsheets run cells that begin with = + - @ TAB or CR: a leading apostrophe makes them text (OWASP). */
function quoteCsv(value: string): string {
  const isFormula = /^[\s]*[=+\-@\t\r＝＋－＠]/.test(value);
  const safe = isFormula ? `'${value}` : value;
  return /[",\r\n;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The case and the recipe of this pack, with sorted keys. Holds no path of this computer. */
export function writeCaseJson(
  plan: PackPlan,
  files: readonly PackFile[],
  violations: readonly PackViolation[],
  book: BookOutcome,
  volumes: readonly Pick<SealedVolume, 'name' | 'manifestSha256' | 'payloadBytes'>[],
): string {
  const record = {
    ...withoutTeamText(plan, plan.caseJson),
    pack: {
      format: 'casebinder-pack/1',
      case: plan.caseNumber,
      edition: plan.edition,
      builtAt: new Date(plan.builtAtMs).toISOString(),
      variant: plan.variant,
      recipient: plan.recipient,
      problem: plan.problemSlug,
      marketplace: plan.marketplace,
      channel: plan.channelName,
      profile: plan.profile,
      statement: withoutTeamText(plan, { statement: plan.statement })['statement'],
      timeline: plan.timeline,
      checklist: plan.checklist,
      recipe: plan.exhibits.map(describeExhibit),
      exhibits: files,
      violations,
      withheld: plan.withheld?.map(({ label, reason }) => ({ label, reason })),
      truth: writeTruth(plan),
      volumes:
        volumes.length === 0
          ? undefined
          : volumes.map(({ name, manifestSha256, payloadBytes }) => ({ name, manifestSha256, payloadBytes })),
      fixes: plan.fixes,
      volumeBytes: plan.volumeBytes,
      book: { files: book.files, replacedCharacters: book.replacedCharacters },
    },
  };
  return `${JSON.stringify(sortKeys(record), null, 2)}\n`;
}

/** What was confirmed, by whom and when; a pack for Amazon that nobody stood up for says so. */
function writeTruth({ truth, variant }: PackPlan): Record<string, unknown> | undefined {
  if (truth === undefined) return variant === 'amazon' ? { confirmed: false } : undefined;
  return { confirmed: true, by: truth.by, words: truth.words, at: new Date(truth.atMs).toISOString() };
}

/** domain.md 4.4: the Chinese side of a statement is for the team and does not leave with a pack for Amazon. */
function withoutTeamText(
  plan: PackPlan,
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { statement } = record;
  if (plan.variant !== 'amazon' || statement === null || typeof statement !== 'object') return record;
  return { ...record, statement: { ...statement, textZh: undefined } };
}

/** What is needed to build this pack again from the same archive: identity by hash, never a place on a disk. */
function describeExhibit(exhibit: ExhibitPlan): Record<string, unknown> {
  const { label, documentId, sha256, sizeBytes, mediaType, originalName, kindSlug, caption, documentDate } =
    exhibit;
  const { identifiers, pageCount, proves, sensitive } = exhibit;
  return {
    label, documentId, sha256, sizeBytes, mediaType, originalName, kindSlug, caption, documentDate,
    identifiers, pageCount, proves, sensitive, redacted: exhibit.redacted, unmarked: exhibit.unmarked,
  }; // biome-ignore format: a list
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sortKeys(one)]),
  );
}
