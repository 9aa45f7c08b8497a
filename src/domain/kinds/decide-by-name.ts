// What kind is a file without text (photo, video, scan before OCR), judged by the names people gave it?
import type { FoundIdentifier, Reason } from '../inspection.ts';
import type { FileClass } from './document-kind.ts';
import { KIND_BY_SLUG } from './document-kinds.ts';
import type { KindScore } from './kind-score.ts';

export interface NameDecision {
  readonly slug: string;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** True when the file's own name says it, not only folders and common words. */
  readonly byFileName: boolean;
}

/** One telling name in the file name is enough; one common word ("return") is not. */
const ENOUGH = 2.4;
const LEAST_LEAD = 0.8;
const POINTS = { fileName: 3, folderName: 2.5, weakName: 1.2, identifierInName: 1.3, camera: 0.5 } as const;

/** The kind of a photo or video by its names; null when they say nothing or point both ways. */
export function decideMediaByName(
  scores: readonly KindScore[],
  fileClass: FileClass,
  identifiers: readonly FoundIdentifier[],
  hasCamera: boolean,
): NameDecision | null {
  const ranked: { slug: string; points: number; reasons: readonly Reason[]; byFileName: boolean }[] = [];
  for (const score of scores) {
    const kind = KIND_BY_SLUG.get(score.slug);
    if (kind?.byNameAlone !== true || !kind.types.includes(fileClass)) continue;
    const named =
      (score.fileName > 0 ? POINTS.fileName : 0) +
      (score.folderName > 0 ? POINTS.folderName : 0) +
      score.weakFileName * POINTS.weakName;
    if (named === 0) continue;
    const opposed = Math.min(0, score.score);
    const identified = identifiers.find(
      (found) =>
        (found.source === 'file_name' || found.source === 'folder_name') &&
        kind.identifiers?.includes(found.type) === true,
    );
    const points =
      named +
      opposed +
      (identified === undefined ? 0 : POINTS.identifierInName) +
      (hasCamera ? POINTS.camera : 0);
    const reasons: Reason[] = [
      ...score.reasons.filter(
        (reason) => reason.code === 'kind_file_name' || reason.code === 'kind_folder_name',
      ),
    ];
    if (score.weakFileName > 0 && reasons.length === 0) reasons.push({ code: 'kind_names_together' });
    if (identified !== undefined)
      reasons.push({ code: 'kind_identifier', params: { type: identified.type } });
    reasons.push({ code: fileClass === 'V' ? 'kind_is_video' : 'kind_is_image' });
    ranked.push({ slug: score.slug, points, reasons, byFileName: score.fileName > 0 });
  }
  ranked.sort((a, b) => b.points - a.points);
  const best = ranked[0];
  if (best === undefined || best.points < ENOUGH) return null;
  const rival = ranked[1];
  if (rival !== undefined && best.points - rival.points < LEAST_LEAD) return null;
  return {
    slug: best.slug,
    confidence: Math.min(0.92, 0.5 + best.points * 0.07),
    reasons: best.reasons,
    byFileName: best.byFileName,
  };
}

/** The kind of a document without any text by a telling file name ("营业执照.jpg"); null otherwise. */
export function decideDocumentByName(
  scores: readonly KindScore[],
  fileClass: FileClass,
): NameDecision | null {
  const named = scores.filter((score) => {
    const kind = KIND_BY_SLUG.get(score.slug);
    return (
      score.fileName >= 2 && kind !== undefined && kind.byNameAlone !== true && kind.types.includes(fileClass)
    );
  });
  // Where the name fits two kinds ("提单 发票"), the folder may tell which; otherwise nothing does.
  const [best, rival] = named.sort((a, b) => b.folderName - a.folderName);
  if (best === undefined || (rival !== undefined && rival.folderName === best.folderName)) return null;
  return {
    slug: best.slug,
    confidence: best.folderName > 0 ? 0.68 : 0.6,
    reasons: [...best.reasons, { code: 'kind_name_only' }],
    byFileName: true,
  };
}
