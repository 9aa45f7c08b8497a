// Which decoders may a page name when it tells about the frames of a video?
import { z } from 'zod';

/** ffmpeg is not among them: what a page hands over never passes as the engine's own work. */
export const pageDecoder = z.strictObject({
  name: z.enum(['mediabunny', 'video-element']),
  version: z.string().regex(/^[\w.+-]{1,40}$/),
});
