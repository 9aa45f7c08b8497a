// Does what is about to be sent fit the channel, and what can be done where it does not? (domain.md 4.1)

import type { Language } from '../../domain/errors.ts';
import { findGaps } from '../../domain/statements/section.ts';
import { accepts, extensionOf } from './exhibit-names.ts';
import { formatBytes } from './pack-copy.ts';
import {
  type AttachmentProfile,
  DEFAULT_FIXES,
  type ExhibitPlan,
  type PackFix,
  type PackPlan,
  type PackViolation,
} from './pack-plan.ts';
import { nameIn } from './pack-text.ts';

export type Conversion = 'pdf_to_images' | 'video_to_image' | 'to_jpeg' | 'downscale' | 'split_pdf';

/** The consent that each conversion needs. */
const CONSENT: Readonly<Record<Conversion, PackFix>> = {
  pdf_to_images: 'convert_images',
  video_to_image: 'convert_images',
  to_jpeg: 'convert_jpeg',
  downscale: 'downscale',
  split_pdf: 'split',
};

export interface ProfileFinding {
  readonly violation: PackViolation;
  /** A derived copy that cures it and that the person agreed to. */
  readonly conversion?: Conversion | undefined;
}

/** Findings for each exhibit on its own. `fixed` is set later, when a conversion worked. */
export function checkExhibits(plan: PackPlan, language: Language): ProfileFinding[] {
  const { profile } = plan;
  if (profile.extensions.length === 0) {
    return [
      { violation: { exhibit: '', code: 'NO_ATTACHMENTS', params: {}, fix: 'send_elsewhere', fixed: false } },
    ];
  }
  const allowed = new Set<PackFix>(plan.fixes ?? DEFAULT_FIXES);
  return [
    ...plan.exhibits.flatMap((exhibit) => checkExhibit(profile, exhibit, plan, language)),
    ...checkWithheld(plan, language),
  ].map((finding) =>
    finding.conversion === undefined || allowed.has(CONSENT[finding.conversion])
      ? finding
      : { violation: finding.violation },
  );
}

/** A gap that the draft left open must not be read by Amazon. */
export function checkStatement({ variant, statement }: PackPlan): PackViolation[] {
  const gaps = findGaps(`${statement.subject}\n${statement.text}`);
  if (variant !== 'amazon' || gaps.length === 0) return [];
  const params = { count: gaps.length, first: gaps[0]! };
  return [{ exhibit: '', code: 'STATEMENT_UNFINISHED', params, fix: 'ask', fixed: false }];
}

/** Nobody's name can be covered where the archive knows none: said, so that a person fills in the account or adds words. */
export function checkKnownNames({ variant, namesKnown }: PackPlan): PackViolation[] {
  if (variant !== 'consultant' || namesKnown !== false) return [];
  return [{ exhibit: '', code: 'NAMES_UNKNOWN', params: {}, fix: 'ask', fixed: false }];
}

/** What the case has and this pack does not: said before and after the build, so that nothing is dropped silently. */
function checkWithheld(plan: PackPlan, language: Language): ProfileFinding[] {
  return (plan.withheld ?? []).map((one) => ({
    violation: {
      exhibit: one.label,
      code: one.reason === 'sensitive' ? 'SENSITIVE' : 'NOT_REDACTED',
      params: {
        exhibit: one.label,
        kind: nameIn(one.kindName, language),
        type: nameIn(one.kindName, language),
        kindZh: one.kindName.zh,
        kindEn: one.kindName.en,
      },
      fix: one.reason === 'sensitive' ? 'include' : 'redact',
      fixed: false,
    },
  }));
}

function checkExhibit(
  profile: AttachmentProfile,
  exhibit: ExhibitPlan,
  plan: PackPlan,
  language: Language,
): ProfileFinding[] {
  const findings: ProfileFinding[] = [];
  const extension = extensionOf(exhibit);
  const isMoving =
    profile.stillOnly === true && exhibit.mediaType === 'image/gif' && (exhibit.media.frameCount ?? 1) > 1;
  const isAccepted = accepts(profile, extension) && !isMoving;
  if (!isAccepted) {
    const conversion = chooseConversion(profile, exhibit);
    const isVideo = exhibit.mediaType.startsWith('video/');
    const fix = conversion === undefined ? (isVideo ? 'send_elsewhere' : 'ask') : CONSENT[conversion];
    findings.push({
      violation: {
        exhibit: exhibit.label,
        code: 'TYPE_NOT_ALLOWED',
        params: { exhibit: exhibit.label, extension },
        fix,
        fixed: false,
      },
      conversion,
    });
  }
  if (isAccepted && profile.maxFileBytes !== null && exhibit.sizeBytes > profile.maxFileBytes) {
    const isPicture = /^image\/(jpeg|png|tiff|webp|bmp)$/.test(exhibit.mediaType) && accepts(profile, 'jpg');
    findings.push({
      violation: {
        exhibit: exhibit.label,
        code: 'FILE_TOO_LARGE',
        params: {
          exhibit: exhibit.label,
          size: formatBytes(exhibit.sizeBytes),
          limit: formatBytes(profile.maxFileBytes),
        },
        fix: isPicture
          ? 'downscale'
          : exhibit.mediaType === 'application/pdf'
            ? 'split'
            : exhibit.mediaType.startsWith('video/')
              ? 'send_elsewhere'
              : 'ask',
        fixed: false,
      },
      conversion: isPicture ? 'downscale' : exhibit.mediaType === 'application/pdf' ? 'split_pdf' : undefined,
    });
  }
  if (exhibit.sensitive && plan.variant !== 'internal') {
    findings.push({
      violation: {
        exhibit: exhibit.label,
        code: 'SENSITIVE',
        // The person named it: said once more, but not an open question.
        params: {
          exhibit: exhibit.label,
          kind: nameIn(exhibit.kindName, language),
          kindZh: exhibit.kindName.zh,
          kindEn: exhibit.kindName.en,
        },
        fixed: true,
      },
    });
  }
  return findings;
}

function chooseConversion(profile: AttachmentProfile, exhibit: ExhibitPlan): Conversion | undefined {
  const takesPictures = accepts(profile, 'jpg') || accepts(profile, 'png');
  if (!takesPictures) return undefined;
  if (exhibit.mediaType === 'application/pdf') return 'pdf_to_images';
  if (exhibit.mediaType.startsWith('video/') && (exhibit.frames ?? []).length > 0) return 'video_to_image';
  if (/^image\/(heic|heif|avif|webp|tiff|bmp|png|gif|jpeg)$/.test(exhibit.mediaType)) return 'to_jpeg';
  return undefined;
}

/** Files as they would be uploaded: a derived copy stands in for its original. */
export interface UploadFile {
  readonly label: string;
  readonly sizeBytes: number;
}

/** Count and total size of what would be uploaded. */
export function checkTotals(profile: AttachmentProfile, files: readonly UploadFile[]): PackViolation[] {
  if (profile.extensions.length === 0) return [];
  const violations: PackViolation[] = [];
  const total = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  if (profile.maxFiles !== null && files.length > profile.maxFiles) {
    const params = { count: files.length, limit: profile.maxFiles };
    violations.push({ exhibit: '', code: 'TOO_MANY_FILES', params, fix: 'split', fixed: false });
  }
  if (profile.maxTotalBytes !== null && total > profile.maxTotalBytes) {
    const params = { size: formatBytes(total), limit: formatBytes(profile.maxTotalBytes) };
    violations.push({ exhibit: '', code: 'TOTAL_TOO_LARGE', params, fix: 'split', fixed: false });
  }
  return violations;
}
