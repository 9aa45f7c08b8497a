// How do VP8 key frames become a WebM file with a recording date (DateUTC), without a codec in Node?
// mediabunny can mux too, but writes no DateUTC and a random file id; the sample must have the date and the same bytes every run.

const EBML_EPOCH_MS = Date.UTC(2001, 0, 1);

function encodeSize(size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(size) | (1n << 56n));
  return bytes;
}

function element(id: number, content: Buffer | readonly Buffer[]): Buffer {
  const body = Buffer.isBuffer(content) ? content : Buffer.concat(content as Buffer[]);
  const hex = id.toString(16);
  return Buffer.concat([Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex'), encodeSize(body.length), body]);
}

function unsigned(id: number, value: number): Buffer {
  let hex = value.toString(16);
  if (hex.length % 2) hex = `0${hex}`;
  return element(id, Buffer.from(hex, 'hex'));
}

function float64(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return element(id, bytes);
}

function text(id: number, value: string): Buffer {
  return element(id, Buffer.from(value, 'utf8'));
}

/** Takes the VP8 key frame out of a lossy WebP file (RIFF container, chunk `VP8 `). */
export function extractVp8Frame(webp: Uint8Array): Buffer {
  const bytes = Buffer.from(webp.buffer, webp.byteOffset, webp.byteLength);
  let at = 12;
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    if (name === 'VP8 ') return bytes.subarray(at + 8, at + 8 + size);
    at += 8 + size + (size % 2);
  }
  throw new RangeError('the WebP holds no lossy frame');
}

export interface WebmOptions {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** When it was recorded, milliseconds since 1970 UTC. */
  readonly recordedAtMs: number;
  readonly title: string;
}

/** Writes VP8 key frames as WebM (RFC 9559): one cluster per second, cues for seeking. */
export function writeWebm(frames: readonly Buffer[], options: WebmOptions): Buffer {
  const frameMs = 1000 / options.framesPerSecond;
  const date = Buffer.alloc(8);
  date.writeBigInt64BE(BigInt(options.recordedAtMs - EBML_EPOCH_MS) * 1_000_000n);
  const info = element(0x1549a966, [
    unsigned(0x2ad7b1, 1_000_000),
    float64(0x4489, frames.length * frameMs),
    element(0x4461, date),
    text(0x7ba9, options.title),
    text(0x4d80, 'Casebinder sample'),
    text(0x5741, 'Casebinder sample'),
  ]);
  const tracks = element(0x1654ae6b, [
    element(0xae, [
      unsigned(0xd7, 1),
      unsigned(0x73c5, 1),
      unsigned(0x83, 1),
      unsigned(0x9c, 0),
      text(0x86, 'V_VP8'),
      unsigned(0x23e383, Math.round(frameMs * 1_000_000)),
      element(0xe0, [unsigned(0xb0, options.width), unsigned(0xba, options.height)]),
    ]),
  ]);
  const clusters: Buffer[] = [];
  const perCluster = Math.max(1, Math.round(options.framesPerSecond));
  const starts: { readonly timeMs: number; readonly offset: number }[] = [];
  let offset = info.length + tracks.length;
  for (let first = 0; first < frames.length; first += perCluster) {
    const clusterMs = Math.round(first * frameMs);
    const blocks = frames.slice(first, first + perCluster).map((frame, i) => {
      const head = Buffer.from([0x81, 0, 0, 0x80]);
      head.writeInt16BE(Math.round((first + i) * frameMs) - clusterMs, 1);
      return element(0xa3, [head, frame]);
    });
    const cluster = element(0x1f43b675, [unsigned(0xe7, clusterMs), ...blocks]);
    starts.push({ timeMs: clusterMs, offset });
    offset += cluster.length;
    clusters.push(cluster);
  }
  const cues = element(
    0x1c53bb6b,
    starts.map((s) =>
      element(0xbb, [unsigned(0xb3, s.timeMs), element(0xb7, [unsigned(0xf7, 1), unsigned(0xf1, s.offset)])]),
    ),
  );
  const head = element(0x1a45dfa3, [
    unsigned(0x4286, 1),
    unsigned(0x42f7, 1),
    unsigned(0x42f2, 4),
    unsigned(0x42f3, 8),
    text(0x4282, 'webm'),
    unsigned(0x4287, 2),
    unsigned(0x4285, 2),
  ]);
  return Buffer.concat([head, element(0x18538067, [info, tracks, ...clusters, cues])]);
}
