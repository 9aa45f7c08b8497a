// What is kept of an edition so that it can be built again, and what changed since the one before?
import { CasebinderError } from '../../domain/errors.ts';
import type { ExhibitPlan, PackPlan } from './pack-plan.ts';

/** The plan as data: no place on a disk, and text only where the book sets it. */
export type StoredPlan = Omit<PackPlan, 'exhibits'> & {
  readonly exhibits: readonly Omit<ExhibitPlan, 'sourcePath' | 'frames'>[];
};

/** Set by us from stored text; everything else shows itself. */
export function isSetFromText({ mediaType }: Pick<ExhibitPlan, 'mediaType'>): boolean {
  return mediaType !== 'application/pdf' && !/^(?:image|video)\//.test(mediaType);
}

export function storePlan(plan: PackPlan): StoredPlan {
  return {
    ...plan,
    exhibits: plan.exhibits.map((exhibit) => {
      const { sourcePath: _path, frames: _frames, ...rest } = exhibit;
      return isSetFromText(exhibit) ? rest : { ...rest, pages: [] };
    }),
  };
}

/** Opens the bytes of a document for reading; `release` when done. */
export type OpenContent = (documentId: number) => Promise<{ path: string; release(): void }>;

export interface PlannedPack {
  readonly plan: PackPlan;
  release(): void;
}

/** Opens every original of a stored plan again. @throws CasebinderError PACK_ORIGINAL_MISSING (all of them named) */
export async function reopenPlan(
  stored: StoredPlan,
  openContent: OpenContent,
  framesOf: (exhibit: { mediaType: string; sha256: string }) => Pick<ExhibitPlan, 'frames'>,
): Promise<PlannedPack> {
  const opened: { release(): void }[] = [];
  const release = (): void => {
    for (const entry of opened) entry.release();
  };
  const missing: string[] = [];
  const exhibits: ExhibitPlan[] = [];
  for (const exhibit of stored.exhibits) {
    try {
      const content = await openContent(exhibit.documentId);
      opened.push(content);
      exhibits.push({ ...exhibit, ...framesOf(exhibit), sourcePath: content.path });
    } catch (error) {
      if (!(error instanceof CasebinderError)) throw error;
      missing.push(`${exhibit.label} ${exhibit.originalName}`);
    }
  }
  if (missing.length > 0) {
    release();
    throw new CasebinderError('PACK_ORIGINAL_MISSING', { exhibits: missing.join(', ') });
  }
  return { plan: { ...stored, exhibits }, release };
}

export interface EditionChange {
  readonly code:
    | 'added'
    | 'removed'
    | 'moved'
    | 'captionChanged'
    | 'statementChanged'
    | 'timelineGrew'
    | 'checklistChanged'
    | 'recipientChanged'
    | 'profileChanged';
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a reader of the edition before has to look at again; empty when nothing changed. Documents are known by content. */
export function compareEditions(before: StoredPlan, after: StoredPlan): EditionChange[] {
  const changes: EditionChange[] = [];
  const old = new Map(before.exhibits.map((one) => [one.sha256, one]));
  const now = new Map(after.exhibits.map((one) => [one.sha256, one]));
  const nameOf = (one: { caption: string; originalName: string }): string => one.caption || one.originalName;
  for (const one of after.exhibits) {
    const was = old.get(one.sha256);
    if (was === undefined) changes.push({ code: 'added', params: { label: one.label, name: nameOf(one) } });
    else {
      if (was.label !== one.label)
        changes.push({ code: 'moved', params: { from: was.label, to: one.label, name: nameOf(one) } });
      if (was.caption !== one.caption)
        changes.push({
          code: 'captionChanged',
          params: { label: one.label, before: was.caption, after: one.caption },
        });
    }
  }
  for (const one of before.exhibits)
    if (!now.has(one.sha256))
      changes.push({ code: 'removed', params: { label: one.label, name: nameOf(one) } });
  const { statement: a } = before;
  const { statement: b } = after;
  if (a.subject !== b.subject || a.text !== b.text || (a.textZh ?? '') !== (b.textZh ?? ''))
    changes.push({ code: 'statementChanged', params: {} });
  if (JSON.stringify(before.timeline) !== JSON.stringify(after.timeline))
    changes.push({
      code: 'timelineGrew',
      params: { before: before.timeline.length, after: after.timeline.length },
    });
  const states = (plan: StoredPlan): string =>
    JSON.stringify(plan.checklist.map((row) => [row.kindSlug, row.state]));
  if (states(before) !== states(after)) {
    const missing = (plan: StoredPlan): number =>
      plan.checklist.filter((row) => row.state === 'missing').length;
    changes.push({ code: 'checklistChanged', params: { before: missing(before), after: missing(after) } });
  }
  if ((before.recipient ?? '') !== (after.recipient ?? ''))
    changes.push({ code: 'recipientChanged', params: { after: after.recipient ?? '' } });
  if (before.profile.slug !== after.profile.slug || before.variant !== after.variant)
    changes.push({
      code: 'profileChanged',
      params: {
        before: `${before.variant} ${before.profile.slug}`,
        after: `${after.variant} ${after.profile.slug}`,
      },
    });
  return changes;
}
