// What does an iPhone picture (HEIC) show? sharp's binaries hold no HEVC decoder, libheif as WebAssembly does.
import { readFileSync, statSync } from 'node:fs';
import type { MediaFacts } from '../../domain/reading.ts';

interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(
    target: { data: Uint8ClampedArray; width: number; height: number },
    done: (result: { data: Uint8ClampedArray } | null) => void,
  ): void;
  free?(): void;
}

interface HeifLibrary {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  /** Four bytes per pixel. */
  readonly rgba: Uint8ClampedArray;
}

const MAX_HEIC_BYTES = 128 * 1024 * 1024;
const MAX_HEIC_PIXELS = 100_000_000;

let library: Promise<HeifLibrary> | undefined;

async function loadHeif(): Promise<HeifLibrary> {
  library ??= import('libheif-js/wasm-bundle.js').then((module) => {
    const loaded = module as unknown as { default?: HeifLibrary } & HeifLibrary;
    return loaded.default ?? loaded;
  });
  return library;
}

/** Size of the primary picture as stored, or undefined when it cannot be parsed. */
export async function readHeicSize(path: string): Promise<MediaFacts | undefined> {
  const image = await openPrimary(path);
  if (image === undefined) return undefined;
  const facts = { width: image.get_width(), height: image.get_height() };
  image.free?.();
  return facts;
}

/** The primary picture, already turned upright by libheif. Rejects when it is damaged or too large. */
export async function decodeHeic(path: string): Promise<RgbaImage> {
  const image = await openPrimary(path);
  if (image === undefined) throw new Error('not a readable HEIC file');
  const width = image.get_width();
  const height = image.get_height();
  try {
    if (width * height > MAX_HEIC_PIXELS) throw new RangeError('HEIC picture too large');
    const rgba = await new Promise<Uint8ClampedArray>((resolve, reject) => {
      const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
      image.display(target, (result) => {
        if (result === null) reject(new Error('HEIC picture damaged'));
        else resolve(result.data);
      });
    });
    return { width, height, rgba };
  } finally {
    image.free?.();
  }
}

async function openPrimary(path: string): Promise<HeifImage | undefined> {
  if (statSync(path).size > MAX_HEIC_BYTES) return undefined;
  const { HeifDecoder } = await loadHeif();
  try {
    return quietly(() => new HeifDecoder().decode(readFileSync(path))[0]);
  } catch {
    return undefined;
  }
}

/** The library reports damage with console.log; a command's stdout belongs to its JSON alone. */
function quietly<Value>(work: () => Value): Value {
  const { log } = console;
  console.log = () => {};
  try {
    return work();
  } finally {
    console.log = log;
  }
}
