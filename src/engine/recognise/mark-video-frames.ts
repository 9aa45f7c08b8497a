// At which second of a video was an identifier seen?
import type { FoundIdentifier, RecogniseInput } from '../../domain/inspection.ts';
import { formatTimecode } from '../../domain/video-frames.ts';

/**
 * What was read in a frame says so: its page is the number of the first frame that shows it in that way, its reason
 * names the second. Identifiers from names stay what they are.
 */
export function markVideoFrames(
  identifiers: readonly FoundIdentifier[],
  input: RecogniseInput,
): readonly FoundIdentifier[] {
  const { frameSeconds } = input.properties;
  if (frameSeconds === undefined || !input.mediaType.startsWith('video/')) return identifiers;
  return identifiers.map((found) => {
    if (found.source !== 'ocr' && found.source !== 'barcode') return found;
    const page = findFrame(found, input);
    const atSeconds = page === undefined ? undefined : frameSeconds[page - 1];
    if (page === undefined || atSeconds === undefined) return found;
    const code = found.source === 'barcode' ? 'videoFrameBarcode' : 'videoFrameText';
    return {
      ...found,
      page,
      source: 'video_frame',
      reason: { code, params: { time: formatTimecode(atSeconds) } },
    };
  });
}

/** The finding may be merged from text and code; the frame must be one where it was seen as its reason says. */
function findFrame(found: FoundIdentifier, input: RecogniseInput): number | undefined {
  const seen =
    found.source === 'barcode'
      ? input.barcodes.map((barcode) => ({ page: barcode.page, text: barcode.value }))
      : input.pages.filter((page) => page.source === 'ocr');
  const wanted = [squash(found.raw), squash(found.value)].filter((text) => text !== '');
  const pages = seen
    .filter(({ text }) => wanted.some((value) => squash(text).includes(value)))
    .map(({ page }) => page);
  return pages.length > 0 ? Math.min(...pages) : found.page;
}

function squash(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}
