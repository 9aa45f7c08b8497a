// Is what a decoder or a page hands over really a small JPEG picture, and a bounded number of them?
import { createHash } from 'node:crypto';
import { CasebinderError } from '../../domain/errors.ts';
import { FRAME_LIMITS, type FrameMoment, type VideoFrameFacts } from '../../domain/video-frames.ts';

export interface OfferedFrame extends FrameMoment {
  readonly bytes: Uint8Array;
}

export interface CheckedFrame extends VideoFrameFacts {
  readonly bytes: Uint8Array;
}

/**
 * Checks all frames of a video and decodes each once. @throws CasebinderError INPUT_INVALID for too many, too large,
 * out of order, or anything that is no whole JPEG
 */
export async function checkFrames(
  offered: readonly OfferedFrame[],
  durationSeconds: number | undefined,
): Promise<CheckedFrame[]> {
  if (offered.length === 0 || offered.length > FRAME_LIMITS.maxFrames) refuse(`${offered.length} frames`);
  const totalBytes = offered.reduce((sum, frame) => sum + frame.bytes.byteLength, 0);
  if (totalBytes > FRAME_LIMITS.maxTotalBytes) refuse('frames too large together');
  const latest = Math.min(
    durationSeconds ?? FRAME_LIMITS.maxDurationSeconds,
    FRAME_LIMITS.maxDurationSeconds,
  );
  let before = -1;
  const checked: CheckedFrame[] = [];
  for (const frame of offered) {
    const { atSeconds, reason } = frame;
    // A second of tolerance: containers round their duration.
    if (!(atSeconds > before && atSeconds <= latest + 1)) refuse('time codes out of order');
    before = atSeconds;
    checked.push({ atSeconds, reason, ...(await checkPicture(frame.bytes)) });
  }
  return checked;
}

async function checkPicture(bytes: Uint8Array): Promise<Omit<CheckedFrame, 'atSeconds' | 'reason'>> {
  const sizeBytes = bytes.byteLength;
  if (sizeBytes > FRAME_LIMITS.maxFrameBytes) refuse('frame too large');
  if (!(bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff)) refuse('frame is no JPEG');
  const { longSidePx } = FRAME_LIMITS;
  const { default: sharp } = await import('sharp');
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: longSidePx * longSidePx });
  try {
    const { format, width, height } = await picture.metadata();
    if (format !== 'jpeg' || Math.max(width, height) > longSidePx) throw new Error('format');
    await picture.stats();
    return { bytes, sizeBytes, width, height, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch {
    return refuse('frame is no whole JPEG of the right size');
  }
}

function refuse(detail: string): never {
  throw new CasebinderError('INPUT_INVALID', { detail });
}
