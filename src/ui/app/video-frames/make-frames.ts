// How do the frames that the page took reach the archive, one video at a time?
import { trpcClient } from '../door.ts';
import type { TakenFrame } from './take-frames.ts';

let last: Promise<unknown> = Promise.resolve();

/** The video that waits or is worked on now; asked for twice it is done once. */
const inWork = new Map<number, Promise<boolean>>();

/** Takes and hands over the frames of a video; false when this page can't. Videos are done one after the other. */
export function makeFrames(documentId: number, sha256: string): Promise<boolean> {
  const known = inWork.get(documentId);
  if (known !== undefined) return known;
  const work = last
    .then(() => takeAndHandOver(documentId, sha256))
    .catch(() => false)
    .finally(() => inWork.delete(documentId));
  last = work;
  inWork.set(documentId, work);
  return work;
}

async function takeAndHandOver(documentId: number, sha256: string): Promise<boolean> {
  // The decoders are large and only needed for videos.
  const [{ takeFrames }, { nameMediabunny }] = await Promise.all([
    import('./take-frames.ts'),
    import('./mediabunny-pictures.ts'),
  ]);
  const taken = await takeFrames(`/api/documents/${documentId}/content`);
  if (!taken.ok) {
    const { code } = taken;
    await trpcClient.documents.noFrames.mutate({ id: documentId, sha256, decoder: nameMediabunny(), code });
    return false;
  }
  const response = await fetch(`/api/documents/${documentId}/frames`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: packFrames(sha256, taken.decoder, taken.frames),
  });
  return response.ok;
}

/** Length of the header (four bytes, big endian), header as JSON, then the pictures. */
function packFrames(sha256: string, decoder: object, frames: readonly TakenFrame[]): Blob {
  const header = new TextEncoder().encode(
    JSON.stringify({
      sha256,
      decoder,
      frames: frames.map(({ atSeconds, reason, jpeg }) => ({ atSeconds, reason, sizeBytes: jpeg.size })),
    }),
  );
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, header.byteLength);
  return new Blob([length.buffer, header, ...frames.map((frame) => frame.jpeg)]);
}
