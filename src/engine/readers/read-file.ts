// What does this file hold? The one entrance to all readers, for use inside a worker.
import type { ReadResult } from '../../domain/reading.ts';
import { notePart } from '../jobs/progress-sign.ts';
import { type IdentifiedType, identifyMediaType } from './identify.ts';
import { contradictsExtension, MEDIA, promisedMediaTypes } from './media-types.ts';
import { ReadDraft } from './read-draft.ts';
import type { ReadRequest } from './read-request.ts';
import { findReader } from './reader-table.ts';

/**
 * Identifies and reads one file in the current thread. Never rejects: whatever is wrong with the file is a named
 * problem of the result. Time and memory are the caller's to bound (see `createReadPool`).
 */
export async function readFile(request: ReadRequest): Promise<ReadResult> {
  notePart(0);
  const draft = new ReadDraft(request);
  let identified: IdentifiedType;
  try {
    identified = await identify(request);
  } catch (error) {
    draft.addProblem(isMissing(error) ? 'VANISHED' : 'READER_CRASHED', describe(error, request));
    return draft.toResult(MEDIA.unknown, 'none', 0);
  }
  const { mediaType, mismatch } = identified;
  if (mediaType === MEDIA.empty) {
    draft.addProblem('EMPTY_FILE');
    return draft.toResult(mediaType, 'none', 0);
  }
  if (mismatch) draft.addProblem('TYPE_MISMATCH', `content is ${mediaType}`);
  const reader = findReader(mediaType);
  if (reader === undefined) {
    const isBrokenKnown = mediaType === MEDIA.unknown && promisedMediaTypes(request.fileName) !== undefined;
    draft.addProblem(isBrokenKnown ? 'DAMAGED' : 'UNSUPPORTED_TYPE', mediaType);
    return draft.toResult(mediaType, 'none', 0);
  }
  try {
    await (await reader.load())(draft, mediaType);
  } catch (error) {
    if (isMissing(error)) draft.addProblem('VANISHED');
    else if (error instanceof RangeError && /memory|allocation/i.test(error.message))
      draft.addProblem('OUT_OF_MEMORY');
    else draft.addProblem('READER_CRASHED', describe(error, request));
  }
  return draft.toResult(mediaType, reader.name, reader.version);
}

async function identify(request: ReadRequest): Promise<IdentifiedType> {
  if (request.mediaType === undefined) return identifyMediaType(request.path, request.fileName);
  return {
    mediaType: request.mediaType,
    mismatch: contradictsExtension(request.fileName, request.mediaType),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** What went wrong, without any path of this machine. */
function describe(error: unknown, request: ReadRequest): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(request.path, '…').replaceAll(request.scratchDir, '…').replace(/\s+/g, ' ');
}
