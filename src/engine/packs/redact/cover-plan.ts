// How does the plan of a case become one for a consultant: everything that names, locates or prices covered?
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CasebinderError } from '../../../domain/errors.ts';
import type { MediaFacts } from '../../../domain/reading.ts';
import { type CoverTerms, coverText } from '../../../domain/redaction/cover-rules.ts';
import { isPhoto } from '../book/draw-exhibit.ts';
import type { ExhibitPlan, PackPlan, WithheldExhibit } from '../pack-plan.ts';
import { packText } from '../pack-text.ts';
import type { RedactionDesk } from './redaction-desk.ts';

/** Identifiers that a consultant works with. Numbers of companies, people, accounts and invoices stay home. */
const WORKING_IDENTIFIERS: ReadonlySet<string> = new Set([
  'order_id', 'asin', 'fnsku', 'msku', 'fba_shipment_id', 'removal_order_id', 'tracking_number', 'case_id',
  'complaint_id', 'reimbursement_id', 'upc', 'ean', 'gtin',
]); // biome-ignore format: a list

/**
 * The plan with every text covered and every exhibit replaced by its covered copy. An exhibit that no person has looked
 * at and whose content cannot be read by a program stays behind, named as such.
 * @throws CasebinderError PACK_NOTHING_REDACTED, CANCELLED
 */
export async function coverPlan(
  plan: PackPlan,
  terms: CoverTerms,
  desk: RedactionDesk,
  scratchDir: string,
  signal: AbortSignal | undefined,
  onExhibit: (done: number) => void = () => {},
): Promise<PackPlan> {
  const cover = (text: string): string => coverText(text, terms).text;
  const exhibits: ExhibitPlan[] = [];
  const withheld: WithheldExhibit[] = [...(plan.withheld ?? [])];
  for (const [index, exhibit] of plan.exhibits.entries()) {
    if (signal?.aborted === true) throw new CasebinderError('CANCELLED');
    onExhibit(index);
    const copy = await coverExhibit(exhibit, terms, desk, scratchDir, signal);
    if (copy === null)
      withheld.push({
        label: exhibit.label,
        documentId: exhibit.documentId,
        kindName: exhibit.kindName,
        reason: 'unredacted',
      });
    else exhibits.push(copy);
  }
  if (exhibits.length === 0)
    throw new CasebinderError('PACK_NOTHING_REDACTED', {
      exhibits: withheld.map((one) => one.label).join(', '),
    });
  const travelling = new Set(exhibits.map((one) => one.label));
  const stay = (labels: readonly string[]): string[] => labels.filter((label) => travelling.has(label));
  const hidden = { zh: packText('zh-CN', 'coveredSeller'), en: packText('en', 'coveredSeller') };
  const { statement } = plan;
  return {
    ...plan,
    account: { legalName: hidden, store: hidden.zh },
    statement: {
      subject: cover(statement.subject),
      text: cover(statement.text),
      ...(statement.textZh === undefined ? {} : { textZh: cover(statement.textZh) }),
    },
    exhibits,
    timeline: plan.timeline.map((row) => ({
      ...row,
      title: cover(row.title),
      ...(row.detail === undefined ? {} : { detail: cover(row.detail) }),
      exhibits: stay(row.exhibits),
    })),
    checklist: plan.checklist.map((row) => {
      const kept = stay(row.exhibits);
      return {
        ...row,
        exhibits: kept,
        state: row.state !== 'missing' && kept.length === 0 ? 'missing' : row.state,
      };
    }),
    ...(withheld.length === 0 ? {} : { withheld }),
    caseJson: coverValue(plan.caseJson, cover) as Record<string, unknown>,
  };
}

function coverValue(value: unknown, cover: (text: string) => string): unknown {
  if (typeof value === 'string') return cover(value);
  if (Array.isArray(value)) return value.map((one) => coverValue(one, cover));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, coverValue(one, cover)]));
}

async function coverExhibit(
  exhibit: ExhibitPlan,
  terms: CoverTerms,
  desk: RedactionDesk,
  scratchDir: string,
  signal: AbortSignal | undefined,
): Promise<ExhibitPlan | null> {
  const bare = coverFacts(exhibit, terms);
  const isPage = exhibit.mediaType === 'application/pdf' || isPhoto(exhibit.mediaType);
  if (!isPage) return coverAsText(exhibit, bare, terms, scratchDir);
  const source = {
    documentId: exhibit.documentId,
    sha256: exhibit.sha256,
    path: exhibit.sourcePath,
    mediaType: exhibit.mediaType,
  };
  const copy = await desk.copyFor(source, terms, signal).catch((error: unknown) => {
    if (error instanceof CasebinderError && error.code === 'CANCELLED') throw error;
    return null; // encrypted, damaged, or the copy failed its check: it stays behind, and is named
  });
  if (copy === null) return null;
  const { redaction } = copy;
  const extension = redaction.copyMediaType === 'application/pdf' ? 'pdf' : 'jpg';
  return {
    ...bare,
    sha256: redaction.copySha256,
    sizeBytes: redaction.copyBytes,
    mediaType: redaction.copyMediaType,
    originalName: `${exhibit.label}.${extension}`,
    sourcePath: copy.path,
    pages: [],
    redacted: {
      sourceSha256: exhibit.sha256,
      boxes: redaction.boxes.length,
      pages: [...new Set(redaction.boxes.map((box) => box.page))].sort((a, b) => a - b),
    },
  };
}

/** E-mails, office and plain files: their words, covered, as a text file. Pictures inside them do not travel. */
function coverAsText(
  exhibit: ExhibitPlan,
  bare: ExhibitPlan,
  terms: CoverTerms,
  scratchDir: string,
): ExhibitPlan | null {
  if (exhibit.pages.every((page) => page.text.trim() === '')) return null;
  let hidden = 0;
  const cover = (text: string): string => {
    const covered = coverText(text, terms);
    hidden += covered.passages;
    return covered.text;
  };
  // Senders and receivers are names, however they are written.
  const head = [exhibit.email?.subject, exhibit.email?.sentAt]
    .filter((line) => line !== undefined)
    .join('\n');
  const pages = exhibit.pages.map((page) => ({ ...page, text: cover(page.text) }));
  if (head !== '') pages[0] = { ...pages[0]!, text: `${cover(head)}\n\n${pages[0]!.text}` };
  const bytes = Buffer.from(`${pages.map((page) => page.text.trim()).join('\n\n')}\n`, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  mkdirSync(scratchDir, { recursive: true });
  const sourcePath = join(scratchDir, `covered-${sha256}.txt`);
  writeFileSync(sourcePath, bytes, { mode: 0o600 });
  const { email: _email, ...rest } = bare;
  return {
    ...rest,
    sha256,
    sizeBytes: bytes.length,
    mediaType: 'text/plain',
    originalName: `${exhibit.label}.txt`,
    sourcePath,
    pages,
    redacted: { sourceSha256: exhibit.sha256, boxes: hidden, pages: [] },
  };
}

function coverFacts(exhibit: ExhibitPlan, terms: CoverTerms): ExhibitPlan {
  const { width, height, durationSeconds, takenAt, frameCount } = exhibit.media;
  const media: MediaFacts = {
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(takenAt === undefined ? {} : { takenAt }),
    ...(frameCount === undefined ? {} : { frameCount }),
  };
  // A title mostly is the file's name, and may name anyone: the kind and the number say enough.
  const caption = coverText(exhibit.caption, terms);
  const isFileName = exhibit.originalName.startsWith(exhibit.caption);
  return {
    ...exhibit,
    caption: isFileName ? exhibit.kindName.zh : caption.text,
    identifiers: exhibit.identifiers.filter((one) => WORKING_IDENTIFIERS.has(one.type)),
    media,
  };
}
